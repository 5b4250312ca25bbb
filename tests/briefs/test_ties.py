"""Dates, amounts and articles stay on one line where the line has room; nothing that is copied changes."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.briefs.composition import BriefLanguage
from casefile.briefs.pdf import render_pdf, styles
from casefile.briefs.pdf.fonts import FontBook
from casefile.briefs.pdf.lines import Line, TextSpan, break_lines
from casefile.briefs.pdf.ties import LARGEST_TIED, are_tied
from casefile.briefs.wording import phrasing
from casefile.values import PartialDate
from tests.briefs.conftest import make_brief

FONTS = FontBook()
TIED = (
    "3 September 2024", "September 3, 2024", "3. September 2024", "28. Sept. 2025", "Q2 2024",
    "(3 May 2024).", "“12 March 2024”", "€30.5 million", "30.5 million euros,", "14,2 Millionen Euro",
    "5.1 billion", "SEK 75,000", "$ 33.7", "25 %", "50.000 Euro", "Art. 6(1)(a)", "Article 6", "§ 5", "p. 12",
)  # fmt: skip
FREE = (
    "fined 5",
    "in 2024",
    "2024 the",
    "3 companies",
    "million people",
    "of 3",
    "61 stores",
    "I 2",
    "2 Marches",
)


def lines_of(text: str, width: float) -> list[str]:
    return [said(line) for line in break_lines([TextSpan(text, styles.BODY)], width, FONTS)]


def said(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces).strip(" ")


@pytest.mark.parametrize("text", TIED)
def test_what_belongs_together(text: str) -> None:
    words = text.split(" ")
    assert all(are_tied(left, right) for left, right in pairwise(words))


@pytest.mark.parametrize("text", FREE)
def test_what_may_be_parted(text: str) -> None:
    left, right = text.split(" ")
    assert not are_tied(left, right)


@pytest.mark.parametrize("around", ["words", "данные של"])
@pytest.mark.parametrize("text", TIED)
def test_no_line_parts_it_at_any_width(text: str, around: str) -> None:
    whole = f"{around} {around} {around} {text} {around} {around}"
    for width in range(200, 330, 2):
        assert any(text in line for line in lines_of(whole, width)), width


def test_a_chinese_date_keeps_its_numbers() -> None:
    for width in range(60, 330, 2):
        lines = lines_of("委員会は同社に対し、2024年3月に是正を命じた。", width)
        assert not any(line.startswith(("年", "月")) for line in lines), width


def test_where_a_line_has_little_room_it_is_parted() -> None:
    text = "on 3 September 2024"
    width = break_lines([TextSpan("3 September 2024", styles.BODY)], 500, FONTS)[0].width
    assert lines_of(text, width / LARGEST_TIED + 1) == [text]
    assert lines_of(text, width + 1) == ["on 3 September", "2024"]


WORDS = st.lists(
    st.sampled_from(["3", "May", "2024", "€5", "million", "euros", "and", "של", "年", "-"]), min_size=1
)


@given(WORDS, st.floats(60, 300), st.booleans())
def test_no_word_is_lost_and_no_line_too_wide(words: list[str], width: float, marked: bool) -> None:
    spans = [TextSpan(" ".join(words), styles.BODY)]
    spans += [TextSpan("12", styles.BODY.raised(), "#note-12")] if marked else []
    lines = break_lines(spans, width, FONTS)
    assert " ".join(map(said, lines)).split() == (" ".join(words) + ("12" if marked else "")).split()
    assert all(line.width <= width + 0.01 for line in lines)


@pytest.mark.parametrize("language", BriefLanguage)
@pytest.mark.parametrize("month", range(1, 13))
def test_every_date_that_a_brief_prints_is_tied(language: BriefLanguage, month: int) -> None:
    put, dated = phrasing(language), PartialDate(f"2024-{month:02d}-03")
    for words in (put.date(dated), put.short_date(dated), put.date(PartialDate(f"2024-{month:02d}"))):
        assert all(are_tied(left, right) for left, right in pairwise(words.split(" "))), words


def test_what_was_found_out_for_a_long_brief_goes_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    are_tied.cache_clear()
    render_pdf(make_brief())
    kept = are_tied.cache_info().currsize
    render_pdf(make_brief(title="Another title"))
    assert are_tied.cache_info().currsize >= kept > 0
    monkeypatch.setattr("casefile.briefs.opening.LONG", 0)
    render_pdf(make_brief())
    assert are_tied.cache_info().currsize == 0
