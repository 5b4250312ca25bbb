"""A brief's own file tells which statements hold, and what somebody changed in it."""

import dataclasses
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from casefile.briefs.assemble import assemble
from casefile.briefs.checks import QuoteNotFoundError
from casefile.briefs.composition import BriefLanguage, Composition, NotePlace
from casefile.briefs.embedded import FILE_NAME, EmbeddedBrief, NotABriefError
from casefile.briefs.export import export_brief
from casefile.briefs.exported import ExportStanding, export_standings, out_of_date
from casefile.briefs.model import Brief
from casefile.briefs.pdf import render_pdf
from casefile.briefs.printed import PrintedBrief, parse_brief
from casefile.briefs.verify import Flaw, Verification, verify
from casefile.intake import accept_unreviewed, import_files
from casefile.intake.demo import ARTICLES
from casefile.intake.workers import ReaderPool
from casefile.paths import resource
from casefile.store import cases, editing, trash
from casefile.store.brief_checks import store_id
from casefile.store.brief_rows import FileState
from casefile.store.schema.record import ExportedBrief, Quote
from casefile.store.store import Store
from tests.briefs.eight_scripts import brief_in_eight_scripts

AS_OF = datetime(2026, 3, 9, 14, 5, tzinfo=UTC)
Change = Callable[[dict[str, Any]], None]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, readers: ReaderPool) -> Path:
    """A store of the articles that ship, closed."""
    folder = tmp_path_factory.mktemp("verify")
    store = Store.create(folder / "demo.casefile")
    for name in ARTICLES:
        (folder / name).write_bytes(resource(f"demo/{name}").read_bytes())
    for line in import_files(store, [folder / name for name in ARTICLES], "ann", readers=readers):
        assert line.source_id is not None
        accept_unreviewed(store, line.source_id, "ann")
    store.close()
    return folder / "demo.casefile"


@pytest.fixture
def demo(filled: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of that store."""
    path = tmp_path / "copy.casefile"
    path.write_bytes(filled.read_bytes())
    store = Store.open(path)
    yield store
    store.close()


def brief_of(store: Store) -> tuple[Brief, bytes]:
    """The brief and what its file carries."""
    with store.read() as reader:
        brief = assemble(reader, Composition(), AS_OF)
        return brief, EmbeddedBrief.of(brief, store_id(reader)).to_json()


def printed(brief: Brief, carried: bytes) -> PrintedBrief:
    return parse_brief(with_file(render_pdf(brief), carried))


def with_file(content: bytes, carried: bytes, name: str = FILE_NAME) -> bytes:
    """The PDF with another embedded file: what somebody else's program can make of it."""
    document = pypdfium2.PdfDocument(content)
    for place in reversed(range(document.count_attachments())):
        document.del_attachment(place)
    document.new_attachment(name).set_data(carried)
    saved = BytesIO()
    document.save(saved)
    document.close()
    return saved.getvalue()


def changed(carried: bytes, change: Change) -> bytes:
    content = json.loads(carried)
    change(content)
    return json.dumps(content).encode()


def checked(store: Store, brief: Brief, carried: bytes) -> Verification:
    with store.read() as reader:
        return verify(printed(brief, carried), reader)


def flaws(result: Verification) -> set[Flaw]:
    return {finding.flaw for finding in result.findings}


def test_an_untouched_brief_holds_with_and_without_its_store(demo: Store) -> None:
    brief, carried = brief_of(demo)
    alone = verify(printed(brief, carried))
    assert (alone.findings, alone.against_store, alone.is_genuine) == ((), False, True)
    result = checked(demo, brief, carried)
    assert (result.findings, result.same_store) == ((), True)
    assert len(result.brief.statements) > 30
    assert result.brief.sources[0].sha256


def test_a_brief_that_goes_over_many_pages_is_found_on_them(demo: Store) -> None:
    brief, _ = brief_of(demo)
    long = dataclasses.replace(brief.quotes[0], text="Nobody checked the lock for two years. " * 400)
    whole = dataclasses.replace(brief, quotes=(long, *brief.quotes))
    result = verify(printed(whole, EmbeddedBrief.of(whole).to_json()))
    assert flaws(result) == {Flaw.NOT_IN_PASSAGE}  # the made words stand in no source, but on the pages


def quote_in(content: dict[str, Any]) -> dict[str, Any]:
    return next(entry for entry in content["statements"] if entry["kind"] == "quote")


def change_a_word(content: dict[str, Any]) -> None:
    entry = quote_in(content)
    entry["value"] = entry["value"].replace(" ", " never ", 1)


def test_a_changed_word_in_the_file_is_caught(demo: Store) -> None:
    brief, carried = brief_of(demo)
    result = verify(printed(brief, changed(carried, change_a_word)))
    assert flaws(result) == {Flaw.NOT_IN_PASSAGE, Flaw.NOT_ON_PAGES}
    assert not result.is_genuine


def test_a_changed_word_on_the_pages_is_caught(demo: Store) -> None:
    brief, carried = brief_of(demo)
    first = dataclasses.replace(brief.quotes[0], text=brief.quotes[0].text.replace(" ", " never ", 1))
    result = verify(printed(dataclasses.replace(brief, quotes=(first, *brief.quotes[1:])), carried))
    assert flaws(result) == {Flaw.NOT_ON_PAGES}
    assert brief.quotes[0].text in result.findings[0].statement


def test_words_changed_on_the_pages_and_in_the_file_are_caught_by_the_store(demo: Store) -> None:
    brief, _ = brief_of(demo)
    quote = brief.quotes[0]
    (citation,) = quote.citations
    assert citation.passage
    words = quote.text.replace(" ", " never ", 1)
    passage = dataclasses.replace(citation.passage, exact=words)
    forged = dataclasses.replace(
        quote, text=words, citations=(dataclasses.replace(citation, passage=passage),)
    )
    whole = dataclasses.replace(brief, quotes=(forged, *brief.quotes[1:]))
    carried = EmbeddedBrief.of(whole, "").to_json()
    assert verify(printed(whole, carried)).findings == ()
    result = checked(demo, whole, carried)
    assert flaws(result) == {Flaw.PASSAGE_NOT_IN_SOURCE}
    assert not result.same_store


def test_a_changed_figure_is_caught(demo: Store) -> None:
    brief, carried = brief_of(demo)
    action = brief.actions[0]
    facts = tuple(
        dataclasses.replace(fact, value="€90,300,000") if fact.value == "€9,300,000" else fact
        for fact in action.facts
    )
    ledger = tuple(dataclasses.replace(entry, amount=None) for entry in action.ledger)
    other = dataclasses.replace(
        brief, actions=(dataclasses.replace(action, facts=facts, ledger=ledger),), summary=(), figures=()
    )
    result = verify(printed(other, carried))
    assert flaws(result) == {Flaw.NOT_ON_PAGES}
    assert any("€9,300,000" in finding.statement for finding in result.findings)


@pytest.mark.parametrize("figure", ["€9,300,0000", "€9,300,000,000", "€9,300,0001", "€19,300,000"])
def test_a_figure_with_a_digit_more_is_caught(demo: Store, figure: str) -> None:
    brief, carried = brief_of(demo)
    first, *others = brief.actions
    facts = tuple(
        dataclasses.replace(fact, value=figure) if fact.value == "€9,300,000" else fact
        for fact in first.facts
    )
    assert facts != first.facts  # the figure stands in the summary, the ledger and the timeline too
    other = dataclasses.replace(brief, actions=(dataclasses.replace(first, facts=facts), *others))
    result = verify(printed(other, carried))
    assert flaws(result) == {Flaw.NOT_ON_PAGES}


def test_a_figure_that_stands_among_conflicts_too_is_caught(demo: Store) -> None:
    brief, carried = brief_of(demo)
    assert any(position.value == "€12,400,000" for one in brief.conflicts for position in one.positions)
    first, *others = brief.actions
    facts = tuple(
        dataclasses.replace(fact, value="€12,000,000") if fact.value == "€12,400,000" else fact
        for fact in first.facts
    )
    other = dataclasses.replace(brief, actions=(dataclasses.replace(first, facts=facts), *others))
    result = verify(printed(other, carried))
    assert flaws(result) == {Flaw.NOT_ON_PAGES}


@pytest.mark.parametrize("place", NotePlace)
@pytest.mark.parametrize("language", BriefLanguage)
def test_a_brief_in_eight_scripts_holds_on_its_pages(place: NotePlace, language: BriefLanguage) -> None:
    made = dataclasses.replace(brief_in_eight_scripts(16), note_place=place, language=language)
    carried = EmbeddedBrief.of(made, "", {"language": language.value}).to_json()
    result = verify(printed(made, carried))
    assert [finding.statement for finding in result.findings if finding.flaw is Flaw.NOT_ON_PAGES] == []


def swap_sources(content: dict[str, Any]) -> None:
    first, second, *_ = content["sources"]
    first["sha256"], second["sha256"] = second["sha256"], first["sha256"]


def test_a_swapped_source_is_caught(demo: Store) -> None:
    brief, carried = brief_of(demo)
    result = checked(demo, brief, changed(carried, swap_sources))
    assert Flaw.PASSAGE_NOT_IN_SOURCE in flaws(result)
    assert not result.is_genuine


def test_a_source_that_the_store_does_not_have_is_told(demo: Store, tmp_path: Path) -> None:
    brief, carried = brief_of(demo)
    other = Store.create(tmp_path / "other.casefile")
    result = checked(other, brief, carried)
    other.close()
    assert flaws(result) == {Flaw.SOURCE_NOT_IN_STORE}
    assert (len(result.findings), result.same_store) == (len(brief.sources), False)


def test_what_changed_later_is_told_and_leaves_the_brief_genuine(demo: Store) -> None:
    brief, carried = brief_of(demo)
    with demo.write("Set the jurisdiction", by="bob") as writer:
        editing.set_value(writer, 1, "jurisdiction", "BE", "bob")
        trash.put_in_trash(writer, "quote", [int(brief.quotes[0].key.partition("/")[2])])
    result = checked(demo, brief, carried)
    assert flaws(result) == {Flaw.CHANGED, Flaw.GONE}
    assert result.is_genuine
    told = {finding.flaw: finding for finding in result.findings}
    assert told[Flaw.CHANGED].detail == "now Belgium"
    assert "Jurisdiction · Netherlands" in told[Flaw.CHANGED].statement


def cite_nothing(content: dict[str, Any]) -> None:
    next(entry for entry in content["statements"] if entry["kind"] == "fact").pop("notes")


def test_a_fact_that_rests_on_nothing_is_told(demo: Store) -> None:
    brief, carried = brief_of(demo)
    assert flaws(verify(printed(brief, changed(carried, cite_nothing)))) == {Flaw.NOTHING_CITED}


def set_to(name: str, value: object) -> Change:
    return lambda content: content.update({name: value})


@pytest.mark.parametrize(
    "change",
    [
        set_to("format", "other"),
        set_to("version", 99),
        set_to("version", "1"),
        set_to("as_of", "yesterday"),
        set_to("statements", {}),
        set_to("statements", [1]),
        set_to("statements", [{"kind": "fact", "value": "x", "notes": ["1"]}]),
        set_to("statements", [{"kind": "fact", "value": "x", "notes": [9999]}]),
        set_to("statements", [{"kind": "joke", "value": "x"}]),
        set_to("passages", [{"note": 1, "source": 99}]),
        set_to("sources", [{"number": 1, "title": "x", "sha256": "../../etc/passwd"}]),
    ],
)
def test_what_no_casefile_wrote_is_refused(demo: Store, change: Change) -> None:
    _, carried = brief_of(demo)
    with pytest.raises(NotABriefError):
        EmbeddedBrief.parse(changed(carried, change))


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff", b"[" * 100_000, b'{"a":' + b"9" * 5000 + b"}"]
)
def test_what_is_no_object_is_refused(content: bytes) -> None:
    with pytest.raises(NotABriefError):
        EmbeddedBrief.parse(content)


def test_what_was_written_is_read_back(demo: Store) -> None:
    brief, carried = brief_of(demo)
    read = EmbeddedBrief.parse(carried)
    assert read.to_json() == carried
    assert (read.title, read.as_of) == (brief.title, AS_OF)
    assert len(read.passages) == len(brief.notes())


def test_a_pdf_without_the_file_and_no_pdf_are_refused(demo: Store) -> None:
    brief, _ = brief_of(demo)
    for content in (with_file(render_pdf(brief), b"{}", "other.json"), b"%PDF-1.7 garbage", b""):
        with pytest.raises(NotABriefError):
            parse_brief(content)


def standings(store: Store, case_id: int | None = None) -> list[ExportStanding]:
    with store.read() as reader:
        return export_standings(reader, case_id)


def test_an_export_out_of_date_is_told_with_what_changed(demo: Store, tmp_path: Path) -> None:
    export_brief(demo, tmp_path / "brief.pdf", "ann")
    assert out_of_date(standings(demo)) == []
    with demo.write("Set the forum", by="bob") as writer:
        editing.set_value(writer, 1, "forum", "Full court", "bob")
    assert out_of_date(standings(demo)) == []  # the brief told of no forum
    with demo.write("Set the jurisdiction", by="bob") as writer:
        editing.set_value(writer, 1, "jurisdiction", "BE", "bob")
    (stale,) = out_of_date(standings(demo))
    assert stale.export.path == str(tmp_path / "brief.pdf")
    assert [change.words for change in stale.changes] == ["now Belgium"]


def test_what_became_of_the_file_is_told(demo: Store, tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    export_brief(demo, path, "ann")
    assert [standing.file for standing in standings(demo)] == [FileState.THERE]
    path.write_bytes(path.read_bytes() + b" ")
    assert [standing.file for standing in standings(demo)] == [FileState.ALTERED]
    path.unlink()
    assert [standing.file for standing in standings(demo)] == [FileState.MISSING]


def test_what_an_older_version_kept_is_not_called_up_to_date(demo: Store, tmp_path: Path) -> None:
    export_brief(demo, tmp_path / "brief.pdf", "ann")
    with demo.write("As before", by="ann") as writer:
        writer.get_one(ExportedBrief, 1).cited = '{"actions": [1]}'
    (standing,) = standings(demo)
    assert (standing.is_compared, standing.changes) == (False, ())


def test_a_case_file_has_its_own_exports(demo: Store, tmp_path: Path) -> None:
    with demo.write("New case file", by="ann") as writer:
        case_id = cases.add_case(writer, "Faces", "")
    export_brief(demo, tmp_path / "all.pdf", "ann")
    export_brief(demo, tmp_path / "case.pdf", "ann", Composition(case_id=case_id))
    assert [standing.export.path for standing in standings(demo, case_id)] == [str(tmp_path / "case.pdf")]
    assert len(standings(demo)) == 2


def test_a_quote_that_does_not_stand_in_its_source_stops_the_export(demo: Store, tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    with demo.write("Spoil a quote", by="bob") as writer:
        writer.get_one(Quote, 1).text = "Words that nobody said"
    with pytest.raises(QuoteNotFoundError, match="Words that nobody said") as raised:
        export_brief(demo, path, "ann")
    assert [quote.key for quote in raised.value.quotes] == ["quote/1"]
    assert not path.exists()
