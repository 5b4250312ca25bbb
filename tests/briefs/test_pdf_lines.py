import gc
import weakref

from hypothesis import given
from hypothesis import strategies as st

from casefile.briefs.pdf import styles
from casefile.briefs.pdf.fonts import Face, FontBook
from casefile.briefs.pdf.lines import Line, TextSpan, balanced_width, break_lines, shorten_line

WORDS = st.lists(st.text(alphabet="abcMW-–/.é", min_size=1, max_size=60), min_size=1, max_size=30)


def text_of(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces)


@given(WORDS, st.floats(min_value=30, max_value=400))
def test_no_line_is_too_wide_and_no_character_is_lost(words: list[str], width: float) -> None:
    text = " ".join(words)
    lines = break_lines([TextSpan(text, styles.BODY)], width, FontBook())
    assert all(line.width <= width + 0.01 for line in lines)
    assert "".join(text_of(line) for line in lines).replace(" ", "") == text.replace(" ", "")
    assert [line.ends_paragraph for line in lines] == [False] * (len(lines) - 1) + [True]


def test_a_mark_stays_with_the_word_before_it() -> None:
    spans = [TextSpan("one two", styles.BODY), TextSpan("12", styles.BODY.raised(), "#note-12")]
    fonts = FontBook()
    width = sum(line.width for line in break_lines([TextSpan("one two", styles.BODY)], 500, fonts)) + 1
    assert [text_of(line) for line in break_lines(spans, width, fonts)] == ["one", "two12"]


def test_a_long_address_breaks_after_a_sign() -> None:
    lines = break_lines([TextSpan("https://host.example/path/to/a/page", styles.BODY)], 120, FontBook())
    assert len(lines) > 1
    assert all(text_of(line)[-1] in "/.-" for line in lines[:-1])


def test_dates_and_numbers_are_not_parted_at_their_hyphens() -> None:
    lines = break_lines([TextSpan("The day 2025-09-03", styles.BODY)], 75, FontBook())
    assert [text_of(line) for line in lines] == ["The day", "2025-09-03"]


def test_what_was_cut_of_a_brief_goes_without_a_search_for_cycles() -> None:
    fonts = FontBook()
    break_lines([TextSpan("one two \U00013000 שלום", styles.BODY)], 40, fonts)
    break_lines([TextSpan("one two", styles.BODY)], 40, fonts)
    assert fonts.words
    known, was_on = weakref.ref(fonts), gc.isenabled()
    gc.disable()
    try:
        del fonts
        assert known() is None
    finally:
        (gc.enable if was_on else gc.disable)()


def test_a_character_that_the_face_lacks_comes_from_the_fallback() -> None:
    fonts = FontBook()
    measured = fonts.measure("aᾳb", Face.SERIF)
    assert measured.runs == ((Face.SERIF, "a"), (Face.FALLBACK, "ᾳ"), (Face.SERIF, "b"))
    assert not fonts.missing


def test_a_character_without_a_glyph_is_shown_as_replaced_and_reported() -> None:
    fonts = FontBook()
    assert fonts.measure("a\U00013000", Face.SANS).runs == ((Face.SANS, "a"), (Face.FALLBACK, "\ufffd"))
    assert fonts.missing == {"\U00013000"}


def test_a_title_is_balanced_without_more_lines() -> None:
    spans = [TextSpan("A title that has one word too many for its line", styles.TITLE)]
    fonts = FontBook()
    width = balanced_width(spans, 468, fonts)
    assert width < 468
    assert len(break_lines(spans, width, fonts)) == len(break_lines(spans, 468, fonts)) == 2


def test_a_running_line_is_cut_to_its_room() -> None:
    line = shorten_line("word " * 100, styles.RUNNING, 200, FontBook())
    assert line.width <= 200
    assert text_of(line).endswith("…")


def test_a_word_without_end_is_parted_over_faces_and_none_of_it_is_lost() -> None:
    text = "xᾳ" * 50_000
    lines = break_lines([TextSpan(text, styles.BODY)], 300, FontBook())
    assert all(line.width <= 300.01 for line in lines)
    assert "".join(text_of(line) for line in lines) == text
