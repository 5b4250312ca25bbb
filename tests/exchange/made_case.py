"""A small case file that formats have a hard time with, made as the program makes records."""

from dataclasses import replace
from pathlib import Path

from casefile.exchange.export import export_records
from casefile.exchange.formats import ExportFormat
from casefile.metadata import SourceMetadata
from casefile.proposals import EventProposal, Proposals, ProposedParty
from casefile.store import cases, editing, queries, review
from casefile.store.keeping import Capture, keep_source
from casefile.store.store import Store
from casefile.terms import AmountScale, SourceKind
from casefile.values import PartialDate, Span
from tests.store.records import TEXT, action, because, quote

FORMULA = '=HYPERLINK("http://evil.example","Acme")'
SOURCES = (
    SourceMetadata(
        title="50 % of {turnover} & 1_000 #1 ~ \\ $5: fine", outlet="The Harbour Courier",
        authors=("Sofia Lindqvist", "Smith and Sons", "Autoriteit Persoonsgegevens"),
        published=PartialDate("2025-03"), url="https://courier.example/a?b=1&c=%20#d", language="en",
    ),
    SourceMetadata(
        title="Beslissing op bezwaar", outlet="Autoriteit Persoonsgegevens",
        published=PartialDate("2025-03-18"), language="nl", kind=SourceKind.DECISION,
    ),
    SourceMetadata(title="Lumen v Authority", published=PartialDate("2026"), kind=SourceKind.RULING),
)  # fmt: skip


def keep_described(store: Store, metadata: SourceMetadata, proposals: Proposals) -> int:
    """Keeps a source with that description; gives back its id."""
    name = f"{metadata.title[:8]}.txt"
    capture = Capture(name.encode(), name, TEXT, metadata, "text/plain", "plain/1", ())
    with store.write(f"Import {name}", by="ann") as writer:
        return keep_source(writer, capture, proposals)


def accept_all(store: Store, source_id: int) -> list[int]:
    """Accepts what the source proposes; gives back the ids of the records."""
    with store.read() as reader:
        open_ = [row.id for row in queries.proposals(reader, source_id)]
    ids = []
    for proposal_id in open_:
        with store.write("Accept", by="ann") as writer:
            ids.append(review.accept(writer, proposal_id, "ann"))
    return ids


def make_case(store: Store) -> int:
    """Two actions, a quote and events in the case file "Files" and one action outside it; its id."""
    where = because("€2.5 million")
    events = tuple(
        EventProposal(date, Span(0, 10), f"What happened; then, in {date.edtf}", where)
        for date in map(PartialDate, ("2024-06", "2025-01-01", "2023/..", "2024-34", "2024~"))
    )
    first = keep_described(
        store, SOURCES[0], Proposals(actions=(action(),), quotes=(quote(),), events=events)
    )
    missing = action("33.7", AmountScale.MISSING)
    named = replace(missing, respondents=(ProposedParty(FORMULA, because("Acme Corp")),))
    second = keep_described(store, SOURCES[1], Proposals(actions=(named,)))
    third = keep_described(store, SOURCES[2], Proposals(actions=(action(day="2020-01-02"),)))
    one, *_ = accept_all(store, first)
    two, outside = accept_all(store, second)[0], accept_all(store, third)[0]
    assert outside not in (one, two)
    with store.write("Describe", by="ann") as writer:
        editing.set_value(writer, one, "summary", "@SUM(1)\nsecond line", "ann")
        case_id = cases.add_case(writer, "Files", "For the committee")
        for action_id in (one, two):
            cases.add_action(writer, case_id, action_id)
    return case_id


def exported(store: Store, wanted: ExportFormat, folder: Path, case_id: int | None) -> bytes:
    """What the export of the case file has written."""
    path = folder / f"out{wanted.told.suffix}"
    export_records(store, wanted, path, case_id)
    return path.read_bytes()
