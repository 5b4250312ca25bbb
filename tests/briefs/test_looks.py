"""How the parts of a page stand beside one another: figures, marks, columns."""

from dataclasses import replace
from itertools import pairwise

import pytest

from casefile.briefs.composition import ALL_PARTS, BriefPart, BriefSection, NotePlace, PageSize
from casefile.briefs.model import (
    Amount,
    Brief,
    BriefSource,
    Citation,
    ComparedAuthority,
    KeyFigure,
    Statement,
)
from casefile.briefs.pdf.fonts import FontBook
from casefile.briefs.pdf.front import summary
from casefile.briefs.pdf.lines import TextSpan
from casefile.briefs.pdf.overview import comparison
from casefile.briefs.pdf.pages import OnPage
from casefile.briefs.pdf.setting import Setting
from casefile.briefs.pdf.strips import Column, Placed, Strip, row
from casefile.briefs.pdf.styles import PAGE_FRAMES, PULL_QUOTE, SMALL, TABLE
from casefile.briefs.pdf.writer import _fill
from casefile.progress import SILENT
from casefile.values import Money, PartialDate
from tests.briefs.conftest import make_brief
from tests.briefs.eight_scripts import brief_in_eight_scripts
from tests.conformance.made import many


def words(placed: Placed) -> str:
    return "".join(piece.text for piece in placed.line.pieces)


def lines(strips: list[Strip]) -> list[Placed]:
    return [placed for strip in strips for placed in strip.placed]


def laid_out(brief: Brief) -> list[list[OnPage]]:
    return _fill(Setting.of(brief, FontBook()), PAGE_FRAMES[brief.page_size], SILENT)


def test_a_figure_that_fills_its_column_is_not_read_as_one_with_the_next() -> None:
    figures = tuple(
        KeyFigure(value, "caption") for value in ("1", Amount(Money(930_000_000, "EUR")), "4", "1")
    )
    brief = replace(make_brief(), figures=figures, summary=(), language="de")
    strips = summary(Setting.of(brief, FontBook()))
    row_of_figures = next(strip.placed for strip in strips if len(strip.placed) == len(figures))
    for one, other in pairwise(row_of_figures):
        assert other.x - (one.x + one.line.width) > 25


def test_no_heading_stands_at_the_end_of_a_page_without_what_it_heads() -> None:
    for place in NotePlace:
        for filler in range(32):
            own = BriefSection(BriefPart.TEXT, "", "\n\n".join(["word"] * filler))
            sections = (ALL_PARTS[0], own, *ALL_PARTS[-2:])
            brief = replace(make_brief(), sections=sections, note_place=place)
            for page in laid_out(brief):
                text = (on_page.strip for on_page in page if not on_page.in_foot)
                last = [strip for strip in text if strip.placed][-1:]
                assert not any(strip.outline for strip in last)
                assert not any(strip.keep_with_next for strip in last)


@pytest.mark.parametrize("size", PageSize)
@pytest.mark.parametrize("place", NotePlace)
def test_no_page_before_the_last_is_left_a_third_empty(size: PageSize, place: NotePlace) -> None:
    made = brief_in_eight_scripts(24, size)
    for brief in (replace(made, note_place=place), replace(many(6, size), note_place=place)):
        height = PAGE_FRAMES[size].body_height
        for page in laid_out(brief)[:-1]:
            ends = [on_page.y + on_page.strip.height for on_page in page if not on_page.in_foot]
            feet = [on_page.y for on_page in page if on_page.in_foot]
            assert min(feet, default=height) - max(ends, default=0.0) < height / 3


def test_quotes_stand_at_even_distances() -> None:
    quotes = tuple(replace(make_brief().quotes[0], text="word " * count) for count in (3, 30, 12, 21))
    brief = replace(make_brief(), quotes=quotes, sections=(BriefSection(BriefPart.QUOTES),))
    page = [on_page for on_page in laid_out(brief)[0] if on_page.strip.placed]
    styles = [on_page.strip.placed[0].line.pieces[0].style for on_page in page]
    gaps = {
        round(below.y - above.y - above.strip.height, 2)
        for (above, ended), (below, begun) in pairwise(zip(page, styles, strict=True))
        if ended is SMALL and begun is PULL_QUOTE
    }
    assert len(gaps) == 1


def test_the_marks_of_notes_stand_in_the_order_of_their_numbers() -> None:
    first, second, third = (Citation(1, page=f"p. {page}") for page in (1, 2, 3))
    last = Statement("c", (third, first, second, first))
    told = (Statement("a", (first,)), Statement("b", (second,)), last)
    brief = replace(
        make_brief(), sources=(BriefSource(1, "Source"),), summary=told, figures=(), actions=(), conflicts=(),
        quotes=(), events=(), remarks=(), appeals=(),
    )  # fmt: skip
    marks = Setting.of(brief, FontBook()).marks(last.citations)
    assert "".join(span.text for span in marks) == "1,2,3"


def test_figures_align_whatever_marks_follow_them() -> None:
    column = Column(100, 80, right_aligned=True, hang=30)
    fonts = FontBook()
    ends = set()
    for marks in ("", "1", "1,2,3"):
        cell = [[TextSpan("€5,000", TABLE), TextSpan(marks, TABLE.raised())]]
        ((placed,),) = (strip.placed for strip in row([(column, cell)], TABLE, fonts))
        body = sum(piece.width for piece in placed.line.pieces if not piece.style.rise)
        ends.add(round(placed.x + body, 2))
        assert placed.x + placed.line.width <= 100 + 80 + 30
    assert ends == {180.0}


def test_a_cell_that_is_too_wide_to_hang_begins_in_its_column() -> None:
    column = Column(100, 40, right_aligned=True, hang=30)
    cell = [[TextSpan("€5,000,000,000 in several words", TABLE), TextSpan("1", TABLE.raised())]]
    placed = lines(row([(column, cell)], TABLE, FontBook()))
    assert all(one.x >= 100 for one in placed)
    assert all(one.x + one.line.width <= 170.01 for one in placed)


def test_a_german_date_stands_in_one_line_of_the_comparison() -> None:
    one = ComparedAuthority("Behörde", 1, ("Bußgeld (1)",), (), PartialDate("2025-09-28"))
    brief = replace(make_brief(), authorities=(one,), language="de")
    assert "28. Sept. 2025" in map(words, lines(comparison(Setting.of(brief, FontBook()))))
