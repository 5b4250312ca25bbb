"""A made store of any size: sources with quotes and events, every fifth with an accepted action.

The sources are kept as an import keeps them. What hangs on them is written in bulk, in the shape that
accepting proposals gives it (tests hold that the program's own check finds the store whole).
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import insert

from casefile.metadata import SourceMetadata
from casefile.proposals import Proposals
from casefile.store.keeping import Capture, keep_sources
from casefile.store.matching import party_key
from casefile.store.payload import to_json
from casefile.store.schema.evidence import Claim, ClaimPassage, Passage
from casefile.store.schema.record import (
    Action,
    ActionParty,
    LedgerEntry,
    Measure,
    Party,
    Quote,
    Speaker,
    TimelineEvent,
)
from casefile.store.store import Store, Writer
from casefile.terms import (
    ActionKind,
    ActionStatus,
    AmountScale,
    ClaimState,
    LedgerBasis,
    PartyKind,
    PartyRole,
    QuoteKind,
    SourceKind,
)
from casefile.values import Anchor, PartialDate, Span
from tests.benchmarks.generated_texts import GeneratedText, generate

T = TypeVar("T")
SOURCES_A_STEP = 5_000
SOURCES_AN_ACTION = 5
CLAIMS_AN_ACTION = 11
RESPONDENTS = 4_000
AUTHORITIES = (
    ("Autoriteit Persoonsgegevens", "NL-AP", "NL"),
    ("Commission nationale de l'informatique et des libertés", "FR-CNIL", "FR"),
    ("Data Protection Commission", "IE-DPC", "IE"),
    ("Federal Trade Commission", "US-FTC", "US"),
    ("Garante per la protezione dei dati personali", "IT-GARANTE", "IT"),
    ("Agencia Española de Protección de Datos", "ES-AEPD", "ES"),
)
SPEAKERS = 500
_KINDS = (ActionKind.FINE, ActionKind.FINE, ActionKind.FINE, ActionKind.ORDER, ActionKind.REPRIMAND)
_STATUSES = (ActionStatus.IMPOSED, ActionStatus.FINAL, ActionStatus.APPEALED, ActionStatus.SETTLED)
_CURRENCIES = ("EUR", "EUR", "EUR", "USD", "GBP")
_NOW = datetime(2026, 11, 1, tzinfo=UTC)


def make_store(path: Path, sources: int, seed: int = 1) -> None:
    """A store at the path with that many sources of about 3 KB; the same seed gives the same record."""
    store = Store.create(path)
    with store.write("Make parties and speakers", by="bench") as writer:
        _keep_parties(writer)
    for some in batches(generate(sources, seed), SOURCES_A_STEP):
        with store.write(f"Import {len(some)} sources", by="bench") as writer:
            keep_sources(writer, map(capture_of, some))
        with store.write(f"Accept what {len(some)} sources say", by="bench") as writer:
            _keep_records(writer, some)
    store.close()


def capture_of(text: GeneratedText) -> tuple[Capture, Proposals]:
    """The text as a reader hands it over, without proposals."""
    metadata = SourceMetadata(
        title=text.title,
        outlet=text.outlet,
        published=PartialDate(text.published),
        language=text.language,
        kind=SourceKind.PRESS,
        url=f"https://example.org/{text.number}",
    )
    content = f"<p>{text.text}</p>".encode()
    return Capture(
        content, f"{text.number}.html", text.text, metadata, "text/html", "html/1", ()
    ), Proposals()


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in order, so many at a time."""
    waiting = iter(items)
    while some := list(islice(waiting, size)):
        yield some


def _keep_parties(writer: Writer) -> None:
    parties = [(PartyKind.AUTHORITY, *authority) for authority in AUTHORITIES]
    parties += [(PartyKind.RESPONDENT, f"Respondent {number} Ltd", "", "") for number in range(RESPONDENTS)]
    writer.execute(
        insert(Party),
        [
            {"kind": kind, "name": name, "code": code, "jurisdiction": of, "match_key": party_key(name)}
            for kind, name, code, of in parties
        ],
    )
    names = [f"Speaker {number}" for number in range(SPEAKERS)]
    writer.execute(insert(Speaker), [{"name": name, "match_key": party_key(name)} for name in names])


def _keep_records(writer: Writer, texts: Sequence[GeneratedText]) -> None:
    """One quote and one event a source; every fifth source an action, and two sources a claim on it."""
    rows: dict[Any, list[dict[str, Any]]] = {
        model: []
        for model in (
            Passage, Quote, TimelineEvent, Action, ActionParty, Measure, LedgerEntry, Claim, ClaimPassage,
        )
    }  # fmt: skip
    for text in texts:
        _add_quote_and_event(rows, text)
        if text.number % SOURCES_AN_ACTION == 0:
            _add_action(rows, text)
    for model, some in rows.items():
        if some:
            writer.execute(insert(model), some)


def _add_quote_and_event(rows: dict[Any, list[dict[str, Any]]], text: GeneratedText) -> None:
    source_id = text.number + 1
    for place, (start, end) in enumerate(((0, 120), (130, 180))):
        anchor = Anchor.at(text.text, Span(start, end))
        rows[Passage].append(
            {
                "id": text.number * 2 + place + 1, "document_id": source_id, "start": start, "end": end,
                "exact": anchor.exact, "prefix": anchor.prefix, "suffix": anchor.suffix,
            }
        )  # fmt: skip
    rows[Quote].append(
        {
            "source_id": source_id, "passage_id": text.number * 2 + 1, "text": text.text[:120],
            "kind": QuoteKind.DIRECT, "speaker_id": 1 + text.number % SPEAKERS, "role": "spokesperson",
            "translation": "",
        }
    )  # fmt: skip
    rows[TimelineEvent].append(
        {
            "source_id": source_id, "passage_id": text.number * 2 + 2, "dated": PartialDate(text.published),
            "dated_sort": text.published, "about": text.text[130:180],
        }
    )  # fmt: skip


def _add_action(rows: dict[Any, list[dict[str, Any]]], text: GeneratedText) -> None:
    action_id = text.number // SOURCES_AN_ACTION + 1
    authority, code, of = AUTHORITIES[action_id % len(AUTHORITIES)]
    respondent = action_id * 7 % RESPONDENTS
    kind, status = _KINDS[action_id % len(_KINDS)], _STATUSES[action_id % len(_STATUSES)]
    minor, currency = (action_id * 7_919 % 5_000 + 1) * 1_000_000, _CURRENCIES[action_id % len(_CURRENCIES)]
    rows[Action].append(
        {
            "id": action_id, "title": f"{authority}: Respondent {respondent} Ltd", "kind": kind,
            "status": status, "jurisdiction": of, "decided": PartialDate(text.published),
            "decided_sort": text.published, "summary": "", "added_at": _NOW,
        }
    )  # fmt: skip
    for party_id, role in (
        (action_id % len(AUTHORITIES) + 1, PartyRole.AUTHORITY),
        (respondent + len(AUTHORITIES) + 1, PartyRole.RESPONDENT),
    ):
        rows[ActionParty].append({"action_id": action_id, "party_id": party_id, "role": role, "position": 0})
    rows[Measure].append({"id": action_id, "action_id": action_id, "kind": str(kind), "position": 0})
    rows[LedgerEntry].append(
        {
            "id": action_id, "measure_id": action_id, "position": 0, "basis": LedgerBasis.IMPOSED,
            "amount_minor": minor, "currency": currency, "scale": AmountScale.STATED, "per": "",
            "dated": PartialDate(text.published),
        }
    )  # fmt: skip
    values = {
        "authority": to_json({"name": authority, "code": code}),
        "respondent": to_json({"name": f"Respondent {respondent} Ltd", "code": ""}),
        "kind": to_json(kind), "status": to_json(status), "jurisdiction": to_json(of),
        "decided": to_json(text.published),
    }  # fmt: skip
    for name, value in values.items():
        _add_claim(rows, text, ("action", action_id), name, value)
    _add_claim(rows, text, ("measure", action_id), "kind", to_json(str(kind)))
    for name, value in {"basis": to_json("imposed"), "dated": to_json(text.published)}.items():
        _add_claim(rows, text, ("ledger_entry", action_id), name, value)
    for factor in (1, 1 if action_id % 10 else 2):  # Every tenth action has a second source's other figure.
        amount = {"amount_minor": minor * factor, "currency": currency, "scale": "stated", "role": "fine"}
        _add_claim(rows, text, ("ledger_entry", action_id), "amount", to_json(amount))


def _add_claim(
    rows: dict[Any, list[dict[str, Any]]],
    text: GeneratedText,
    record: tuple[str, int],
    name: str,
    value: str,
) -> None:
    place = text.number // SOURCES_AN_ACTION
    claim_id = place * CLAIMS_AN_ACTION + len(rows[Claim]) % CLAIMS_AN_ACTION + 1
    rows[Claim].append(
        {
            "id": claim_id, "record_table": record[0], "record_id": record[1], "field": name, "value": value,
            "state": ClaimState.ACCEPTED, "method": "extraction", "rule": "made", "confidence": 0.9,
            "reviewer": "bench", "decided_at": _NOW, "unreviewed": False, "reason": "",
            "source_id": text.number + 1, "proposal_id": None,
        }
    )  # fmt: skip
    rows[ClaimPassage].append({"claim_id": claim_id, "passage_id": text.number * 2 + 1})
