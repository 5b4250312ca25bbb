"""What a reader tells of a source beside its text: kept, sealed, given back, shown as a passage's page."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from casefile.briefs.assemble import assemble
from casefile.briefs.composition import Composition
from casefile.metadata import Found, SourceMetadata
from casefile.proposals import Proposals
from casefile.store import queries
from casefile.store.check import check
from casefile.store.keeping import Capture, keep_source
from casefile.store.layout import page_mark
from casefile.store.store import Store
from casefile.structure import Block, BlockKind, Page
from casefile.values import PartialDate, Span
from tests.store.records import TEXT, accept, action, fact, quote, record
from tests.store.tampering import found_after, sentences

PAGES = (Page(1, Span(0, 22)), Page(2, Span(22, len(TEXT))))
FOUND = (
    Found("title", "JSON-LD headline"),
    Found("published", "file name", guessed=True),
)
CAPTURE = Capture(
    b"%PDF",
    "a.pdf",
    TEXT,
    SourceMetadata(
        title="A fine",
        modified=PartialDate("2025-03-05"),
        licence="© 2025 Example News",
        found=FOUND,
    ),
    "application/pdf",
    "pdf/1",
    (),
    structure=(Block(Span(0, len(TEXT)), BlockKind.PARAGRAPH),),
    pages=PAGES,
    captured_on=date(2025, 3, 6),
)


def keep(store: Store, capture: Capture, proposals: Proposals | None = None) -> int:
    with store.write("Import", by="ann") as writer:
        return keep_source(writer, capture, proposals or Proposals())


def test_what_a_reader_tells_comes_back_as_it_was(store: Store) -> None:
    source_id = keep(store, CAPTURE)
    with store.read() as reader:
        source = queries.source_record(reader, source_id)
        assert check(reader) == []
    assert source.modified == PartialDate("2025-03-05")
    assert source.licence == "© 2025 Example News"
    assert source.captured_on == PartialDate("2025-03-06")
    assert source.found == FOUND
    assert (source.structure, source.pages) == (CAPTURE.structure, PAGES)


def test_what_a_reader_does_not_tell_is_empty(store: Store) -> None:
    source_id = keep(
        store, replace(CAPTURE, metadata=SourceMetadata(), structure=(), pages=(), captured_on=None)
    )
    with store.read() as reader:
        source = queries.source_record(reader, source_id)
    assert (source.modified, source.licence, source.captured_on) == (None, "", None)
    assert (source.found, source.structure, source.pages) == ((), (), ())
    assert queries.locator(source, Span(0, 3)) == ""


@pytest.mark.parametrize(
    ("span", "words", "mark"),
    [
        (Span(0, 3), "page 1", "p. 1"),
        (Span(22, 30), "page 2", "p. 2"),
        (Span(20, 30), "pages 1–2", "pp. 1–2"),
    ],
)
def test_a_span_is_found_on_its_page(store: Store, span: Span, words: str, mark: str) -> None:
    source_id = keep(store, CAPTURE)
    with store.read() as reader:
        source = queries.source_record(reader, source_id)
    assert queries.locator(source, span) == words
    assert page_mark(PAGES, span) == mark


def test_evidence_quotes_and_the_brief_name_the_page(store: Store) -> None:
    source_id = keep(store, CAPTURE, Proposals(actions=(action(),), quotes=(quote(),)))
    with store.read() as reader:
        proposed = [row.id for row in queries.proposals(reader, source_id)]
    action_id, _ = (accept(store, id_) for id_ in proposed)
    found = record(store, action_id)
    assert fact(found, "amount").claims[0].evidence[0].page == "p. 2"
    assert fact(found, "kind").claims[0].evidence[0].page == "p. 1"
    assert found.quotes[0].evidence.page == "p. 2"
    with store.read() as reader:
        brief = assemble(reader, Composition(), datetime(2026, 1, 1, tzinfo=UTC))
    assert {citation.page for citation in brief.citations()} == {"p. 1", "p. 2"}


@pytest.mark.parametrize(("column", "value"), [("pages", "[[9,0,60]]"), ("pages", ""), ("structure", "")])
def test_pages_and_structure_are_sealed(store: Store, column: str, value: str) -> None:
    keep(store, CAPTURE)
    found = found_after(store, f"UPDATE document SET {column} = '{value}'")  # noqa: S608
    assert ["exchanged outside the program" in sentence for sentence in sentences(found)] == [True]
