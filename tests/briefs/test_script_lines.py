"""Lines of every script: their width, their order, their side, their faces."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from casefile.briefs.composition import BriefPart, BriefSection
from casefile.briefs.model import Brief
from casefile.briefs.pdf import styles
from casefile.briefs.pdf.fonts import Face, FontBook
from casefile.briefs.pdf.lines import Line, TextSpan, break_lines, shorten_line, text_width
from casefile.briefs.pdf.own_words import own_text
from casefile.briefs.pdf.setting import MAIN, Setting
from casefile.briefs.pdf.strips import balanced, paragraph
from tests.briefs.conftest import AS_OF

WORDS = st.lists(
    st.text(alphabet="abM-/.é1 (אבגשׁםوغرامةّ罚款すガ과징금Жя,“”", min_size=1, max_size=40),
    min_size=1,
    max_size=12,
)
FONTS = FontBook()


def text_of(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces)


def faces_of(text: str, style: styles.TextStyle = styles.BODY) -> set[Face]:
    lines = break_lines([TextSpan(text, style)], 400, FontBook())
    return {piece.face for line in lines for piece in line.pieces if piece.text.strip()}


@settings(max_examples=60, deadline=None)
@given(WORDS, st.floats(min_value=40, max_value=400))
@example(["111/\u05c1", "/111"], 40.0)
def test_no_line_is_too_wide_and_no_character_is_lost(words: list[str], width: float) -> None:
    text = unicodedata.normalize("NFC", " ".join(" ".join(words).split()))
    lines = break_lines([TextSpan(text, styles.BODY)], width, FONTS)
    assert all(line.width <= width + 0.01 for line in lines)
    assert "".join(map(text_of, lines)).replace(" ", "") == text.replace(" ", "")
    for line in lines:
        assert sorted(line.order or range(len(line.pieces))) == list(range(len(line.pieces)))
        for piece in line.pieces:
            if piece.glyphs:
                shown = "".join(glyph.text for glyph in piece.glyphs)
                assert sorted(shown) == sorted(piece.text)


def test_a_paragraph_from_right_to_left_begins_at_the_right_of_its_column() -> None:
    strips = paragraph([TextSpan("איש לא הסכים לכך", styles.BODY)], MAIN, FONTS)
    (placed,) = strips[0].placed
    assert placed.x + placed.line.width == pytest.approx(MAIN.x + MAIN.width)
    (left,) = paragraph([TextSpan("Nobody איש agreed", styles.BODY)], MAIN, FONTS)[0].placed
    assert left.x == MAIN.x


def test_a_title_from_right_to_left_is_balanced_at_the_right() -> None:
    spans = [TextSpan("غرامة على شركة الوجوه بسبب قاعدة بيانات غير قانونية " * 2, styles.TITLE)]
    column = balanced(spans, MAIN, FONTS)
    assert column.x > MAIN.x
    assert column.x + column.width == pytest.approx(MAIN.x + MAIN.width)


def test_the_sign_of_a_list_stands_before_its_words_on_either_side() -> None:
    section = BriefSection(BriefPart.TEXT, text="- איש לא הסכים\n- Nobody agreed")
    strips = own_text(Setting.of(Brief("", AS_OF), FONTS), section, 1)
    (first, second) = (strip.placed for strip in strips if len(strip.placed) == 2)
    assert first[0].x > first[1].x
    assert second[0].x < second[1].x


@pytest.mark.parametrize(
    ("text", "faces"),
    [
        ("株式会社の罰金", {Face.JAPANESE}),
        ("罚款", {Face.CHINESE}),
        ("과징금 金", {Face.KOREAN, Face.CHINESE}),
        ("איש, לא (הסכים)!", {Face.HEBREW}),
        ("غرامة 25، نعم.", {Face.ARABIC}),
        ("The 罚款 fine", {Face.SERIF, Face.CHINESE}),
    ],
)
def test_each_script_has_its_face(text: str, faces: set[Face]) -> None:
    assert faces_of(text) == faces


def test_bold_text_is_bold_in_each_script() -> None:
    assert faces_of("איש", styles.BODY_BOLD) == {Face.HEBREW_BOLD}
    assert faces_of("غرامة", styles.TABLE_BOLD) == {Face.ARABIC_BOLD}
    assert faces_of("ᾳ", styles.BODY_BOLD) == {Face.FALLBACK_BOLD}


def test_arabic_letters_join_also_over_a_change_of_style() -> None:
    whole = break_lines([TextSpan("غرامة", styles.BODY)], 400, FONTS)
    spans = [TextSpan("غرا", styles.BODY), TextSpan("مة", styles.BODY.but(colour=styles.GREY))]
    parted = break_lines(spans, 400, FONTS)
    assert [glyph.number for piece in whole[0].pieces for glyph in piece.glyphs] == [
        glyph.number for piece in reversed(parted[0].pieces) for glyph in piece.glyphs
    ]


def test_a_mark_stays_with_the_sign_before_it() -> None:
    spans = [TextSpan("是正を命じた年", styles.BODY), TextSpan("12", styles.BODY.raised(), "#note-12")]
    for width in range(25, 120):
        last = break_lines(spans, width, FontBook())[-1]
        assert "".join(piece.text for piece in last.pieces).endswith("年12")


def test_a_note_does_not_become_part_of_a_number() -> None:
    spans = [TextSpan("في مايو 2024.", styles.BODY), TextSpan("5", styles.BODY.raised(), "#note-5")]
    (line,) = break_lines(spans, 400, FONTS)
    seen = "".join(line.pieces[place].text for place in line.order)
    assert seen.index("5") < seen.index(".") < seen.index("2024")


def test_a_character_without_a_glyph_is_shown_as_replaced_and_reported() -> None:
    fonts = FontBook()
    (line,) = break_lines([TextSpan("א\U00013000ב", styles.BODY)], 400, fonts)
    assert text_of(line) == "א\ufffdב"
    assert fonts.missing == {"\U00013000"}


@pytest.mark.parametrize("text", ["איש לא הסכים לכך " * 30, "罚款处罚" * 60, "mixed 罚款 איש " * 30])
def test_a_running_line_of_any_script_is_cut_to_its_room(text: str) -> None:
    line = shorten_line(text, styles.RUNNING, 200, FONTS)
    assert 150 < line.width <= 200
    assert text_of(line).endswith("…")


def test_the_width_of_a_text_is_that_of_its_line() -> None:
    text = "The הרשות 罚款 25"
    (line,) = break_lines([TextSpan(text, styles.SMALL)], 400, FONTS)
    assert text_width(text, styles.SMALL, FONTS) == pytest.approx(line.width)


@pytest.mark.parametrize("sign", ["罚", "غ", "א", "a罚"])
def test_a_paragraph_without_spaces_takes_time_in_proportion_and_loses_nothing(sign: str) -> None:
    text = sign * (10_000 // len(sign))
    lines = break_lines([TextSpan(text, styles.BODY)], 346, FONTS)
    assert all(line.width <= 346.01 for line in lines)
    assert sum(len(text_of(line)) for line in lines) == len(text)
