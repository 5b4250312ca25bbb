"""What a person composes: parts in their order, own words, what is left out."""

import json
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefile.briefs.assemble import assemble
from casefile.briefs.composition import BriefPart, BriefSection, Composition, PageSize, Template
from casefile.briefs.model import Brief, BriefEvent
from casefile.briefs.own_text import BlockKind, blocks_of
from casefile.briefs.pdf import render_pdf
from casefile.briefs.statements import StatementKind, brief_statements
from casefile.proposals import Proposals
from casefile.store import editing, queries
from casefile.store.store import Store
from casefile.values import PartialDate
from tests.briefs.conftest import ReadPdf
from tests.store.records import accept, action, keep, quote

AS_OF = datetime(2026, 3, 9, 14, 5, tzinfo=UTC)
Read = Callable[[bytes], ReadPdf]


@pytest.fixture
def filled(store: Store) -> Store:
    """Two actions and a quote, accepted."""
    proposals = Proposals((action(), action("7000000", respondent="Beta Ltd")), (quote(),))
    for proposal_id in keep(store, proposals):
        accept(store, proposal_id)
    return store


def composed(store: Store, composition: Composition) -> Brief:
    with store.read() as reader:
        return assemble(reader, composition, AS_OF)


def sections(*parts: BriefPart) -> tuple[BriefSection, ...]:
    return tuple(BriefSection(part) for part in parts)


@pytest.mark.parametrize("template", Template)
@pytest.mark.parametrize("size", PageSize)
def test_every_template_is_printed_on_both_papers(
    filled: Store, read: Read, template: Template, size: PageSize
) -> None:
    brief = composed(filled, Composition("A title", sections=template.sections, page_size=size))
    pdf = read(render_pdf(brief))
    assert pdf.says("A title")
    assert pdf.says("Sources")
    assert bool(brief.notes()) is (template is not Template.SOURCES)


def test_the_parts_come_in_the_order_that_was_chosen(filled: Store, read: Read) -> None:
    chosen = sections(BriefPart.QUOTES, BriefPart.SUMMARY, BriefPart.NOTES, BriefPart.SOURCES)
    text = read(render_pdf(composed(filled, Composition(sections=chosen)))).text
    places = [text.index(words) for words in ("In their own words", "Summary", "Notes", "Sources")]
    assert places == sorted(places)
    assert "Enforcement actions at" not in text


def test_what_cites_is_never_printed_without_its_passages(filled: Store) -> None:
    brief = composed(filled, Composition(sections=sections(BriefPart.SUMMARY)))
    assert [section.part for section in brief.sections] == ["summary", "sources", "notes"]
    assert brief.notes()


def test_a_part_that_was_chosen_twice_is_printed_once_and_own_words_each_time(filled: Store) -> None:
    words = BriefSection(BriefPart.TEXT, "Mine", "Said")
    chosen = (words, *sections(BriefPart.SUMMARY, BriefPart.SUMMARY), words)
    printed = composed(filled, Composition(sections=chosen)).sections
    assert [section.part for section in printed] == ["text", "summary", "text", "sources", "notes"]


def test_a_heading_of_ones_own_replaces_that_of_the_part(filled: Store, read: Read) -> None:
    chosen = (BriefSection(BriefPart.QUOTES, "What they told us"),)
    pdf = read(render_pdf(composed(filled, Composition(sections=chosen))))
    assert pdf.says("What they told us")
    assert not pdf.says("In their own words")


def test_what_is_left_out_is_neither_told_nor_cited(filled: Store, read: Read) -> None:
    whole = composed(filled, Composition())
    fact = next(fact.key for fact in whole.actions[0].facts if fact.label == "Status")
    left_out = frozenset({"action/2", "quote/1", fact})
    brief = composed(filled, Composition(left_out=left_out))
    assert [one.title for one in brief.actions] == [whole.actions[0].title] or len(brief.actions) == 1
    assert fact not in {one.key for one in brief.actions[0].facts}
    assert brief.quotes == ()
    assert "Beta Ltd" not in read(render_pdf(brief)).text


def test_only_what_is_printed_is_stated(filled: Store) -> None:
    statements = brief_statements(composed(filled, Composition(sections=Template.QUOTES.sections)))
    assert {one.kind for one in statements} == {StatementKind.QUOTE}


def test_the_comparison_sums_what_stands_by_authority(filled: Store, read: Read) -> None:
    brief = composed(filled, Composition(sections=Template.COMPARISON.sections))
    (authority,) = brief.authorities
    assert (authority.actions, [str(one.money) for one in authority.sums]) == (2, ["€9,500,000"])
    assert authority.citations
    assert read(render_pdf(brief)).says("The authorities compared")


def test_what_is_under_appeal_is_told(filled: Store) -> None:
    assert composed(filled, Composition()).appeals == ()
    with filled.write("Set the status", by="bob") as writer:
        editing.set_value(writer, 1, "status", "appealed", "bob")
    (told,) = composed(filled, Composition()).appeals
    assert "appeal" in told.text


def test_the_drawing_stands_where_there_is_time_to_draw(filled: Store, read: Read) -> None:
    pdf = read(render_pdf(composed(filled, Composition(sections=Template.CHRONOLOGY.sections))))
    assert pdf.says("Timeline at a glance")
    empty = Brief(title="x", as_of=AS_OF, sections=Template.CHRONOLOGY.sections)
    assert not read(render_pdf(empty)).says("Timeline at a glance")


def test_own_words_are_printed_with_their_looks_and_nothing_in_them_is_markup(
    filled: Store, read: Read
) -> None:
    text = "Plain **bold** and *it*\n\n# Head\n\n- one\n- two\n\n<b>raw</b> [link](ftp://x.example)"
    brief = composed(filled, Composition(sections=(BriefSection(BriefPart.TEXT, "Mine", text),)))
    pdf = read(render_pdf(brief))
    for words in ("Mine", "Plain bold and it", "Head", "one", "<b>raw</b> [link](ftp://x.example)"):
        assert pdf.says(words)
    assert not pdf.says("**")


def test_blocks_of_own_words() -> None:
    found = blocks_of("# Head\n\nA **b *both*** c\nd\n\n3. three\n4. four\n   - inner")
    assert [(block.kind, block.text, block.label, block.depth) for block in found] == [
        (BlockKind.HEADING, "Head", "", 0),
        (BlockKind.PARAGRAPH, "A b both c d", "", 0),
        (BlockKind.ITEM, "three", "3.", 0),
        (BlockKind.ITEM, "four", "4.", 0),
        (BlockKind.ITEM, "inner", "•", 1),
    ]
    looks = [(run.text, run.is_bold, run.is_italic) for run in found[1].runs]
    assert looks[1:3] == [("b ", True, False), ("both", True, True)]


@settings(deadline=None)  # the first text in a script loads its font
@given(st.text(max_size=300))
def test_any_words_are_set(text: str) -> None:
    brief = Brief(title="x", as_of=AS_OF, sections=(BriefSection(BriefPart.TEXT, text, text),))
    assert render_pdf(brief).startswith(b"%PDF")


def test_a_composition_is_read_back_and_anything_else_refused() -> None:
    composition = Composition(
        "T", 3, Template.NOTE.sections, PageSize.LETTER, "O", "A", "R", "M", frozenset({"quote/1"})
    )
    assert Composition.parse(json.loads(json.dumps(composition.to_json()))) == composition
    for wrong in ({}, {"sections": 1}, composition.to_json() | {"page_size": "a3"}):
        with pytest.raises((KeyError, TypeError, ValueError)):
            Composition.parse(wrong)


def test_a_settled_conflict_tells_who_chose_what_and_why(store: Store, read: Read) -> None:
    for name, amount in (("first.txt", "2500000"), ("second.txt", "5200000")):
        (proposal_id,) = keep(store, Proposals((action(amount),)), name)
        accept(store, proposal_id, into=1 if name == "second.txt" else None)
    before = composed(store, Composition())
    (open_one,) = before.conflicts
    assert open_one.settlement == ""
    assert any("conflict" in figure.caption for figure in before.figures)
    with store.read() as reader:
        (fact,) = [fact for fact in queries.action_record(reader, 1).facts if fact.in_conflict]
    with store.write("Settle", by="bob") as writer:
        editing.settle(writer, fact.claims[0].id, "bob", "The release says so")
    after = composed(store, Composition())
    (settled,) = after.conflicts
    assert settled.settlement.startswith("€2,500,000: The release says so (bob, ")
    assert [position.chosen for position in settled.positions] == [True, False]
    assert len(settled.positions) == 2
    assert not any("conflict" in figure.caption for figure in after.figures)
    assert read(render_pdf(after)).says("Settled: €2,500,000: The release says so")


def test_how_many_say_so_stands_beside_what_several_say(store: Store, read: Read) -> None:
    for name in ("first.txt", "second.txt"):
        (proposal_id,) = keep(store, Proposals((action(),)), name)
        accept(store, proposal_id, into=1 if name == "second.txt" else None)
    brief = composed(store, Composition())
    (amount,) = [fact for fact in brief.actions[0].facts if fact.label.startswith("Fine")]
    assert amount.corroboration in ("2 sources, 1 independent", "2 independent sources")
    assert read(render_pdf(brief)).says(amount.corroboration)


@pytest.mark.parametrize("parts", [(BriefPart.SUMMARY,), (BriefPart.CHART, BriefPart.QUOTES)])
def test_no_source_is_listed_that_nothing_printed_cites(store: Store, parts: tuple[BriefPart, ...]) -> None:
    for name, amount in (("first.txt", "2500000"), ("second.txt", "5200000")):
        found = keep(store, Proposals((action(amount),), (quote(),) if name == "first.txt" else ()), name)
        for place, proposal_id in enumerate(found):
            accept(store, proposal_id, into=1 if name == "second.txt" and not place else None)
    brief = composed(store, Composition(sections=sections(*parts)))
    cited = list(dict.fromkeys(citation.source for citation in brief.citations()))
    assert cited == [source.number for source in brief.sources]


def test_sources_are_numbered_as_they_are_first_cited_in_print(filled: Store) -> None:
    chosen = sections(BriefPart.TIMELINE, BriefPart.QUOTES, BriefPart.ACTIONS)
    cited = [citation.source for citation in composed(filled, Composition(sections=chosen)).citations()]
    assert list(dict.fromkeys(cited)) == sorted(set(cited))


@pytest.mark.parametrize(("authorities", "pages"), [(4, 1), (80, 3)])
def test_a_drawing_stays_on_one_page_or_has_its_axis_on_each(
    read: Read, authorities: int, pages: int
) -> None:
    events = tuple(
        BriefEvent(PartialDate(f"{year}-06-01"), "Decided", lanes=(f"Authority {number:02d}",))
        for number in range(authorities)
        for year in (2011, 2024)
    )
    before = BriefSection(BriefPart.TEXT, "", "\n\n".join("A paragraph." for _ in range(22)))
    brief = Brief("x", AS_OF, events=events, sections=(before, BriefSection(BriefPart.CHART)))
    drawn = [page for page in read(render_pdf(brief)).pages if "Authority" in page]
    assert len(drawn) == pages
    assert all("2012" in page and "2020" in page for page in drawn)
