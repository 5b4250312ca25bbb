"""Words are found whatever their case, quotation marks and line breaks."""

from hypothesis import given
from hypothesis import strategies as st

from casefile.values import Span
from ui.finding import MOST, find_spans, first_from


def test_case_marks_and_line_breaks_do_not_matter() -> None:
    text = "The Company’s\nfine. the company's  fine, THE COMPANY‘S FINE"
    found = find_spans(text, "the company's fine")
    assert [span.of(text).lower()[:11] for span in found] == ["the company"] * 3
    assert find_spans("pre-emptive pre–emptive", "PRE-EMPTIVE") == [Span(0, 11), Span(12, 23)]


def test_what_is_typed_is_no_pattern() -> None:
    assert find_spans("a.c abc (x", "a.c") == [Span(0, 3)]
    assert find_spans("a.c abc (x", "(x") == [Span(8, 10)]


def test_blank_words_find_nothing_and_there_is_an_end() -> None:
    assert find_spans("abc", "  ") == []
    assert len(find_spans("a" * (MOST + 5), "a")) == MOST


@given(st.text(min_size=1), st.text())
def test_every_hit_lies_in_the_text(words: str, text: str) -> None:
    assert all(span.end <= len(text) for span in find_spans(text, words))


def test_the_next_hit_is_the_first_from_a_point_and_goes_round() -> None:
    spans = [Span(2, 3), Span(5, 6)]
    assert [first_from(spans, point) for point in (0, 3, 6)] == [0, 1, 0]
