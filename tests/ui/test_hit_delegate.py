"""A hit in a narrow column: its first mark stays in sight."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from casefile.store.rows import Hit
from casefile.values import Span
from ui.widgets.hit_delegate import from_first_mark


def hit(before: str, marked: str, after: str) -> Hit:
    start = len(before)
    return Hit("source", 1, "", before + marked + after, (Span(start, start + len(marked)),))


@pytest.mark.usefixtures("qapp")
def test_words_before_the_first_mark_give_way() -> None:
    metrics = QFontMetrics(QApplication.font())
    long = hit("one two three four five six seven ", "found", " and more")
    width = metrics.horizontalAdvance("six seven found and so on")
    narrow = from_first_mark(long, metrics, width)
    assert narrow.snippet.startswith("…")
    assert narrow.snippet.endswith("found and more")
    assert narrow.marks[0].of(narrow.snippet) == "found"
    assert metrics.horizontalAdvance(narrow.snippet[: narrow.marks[0].end]) < width
    assert from_first_mark(long, metrics, width * 10) is long


WORDS = st.text(alphabet="ab \u00e9\u6570\U0001f600", max_size=40)


@pytest.mark.usefixtures("qapp")
@given(WORDS, st.text(alphabet="ab\u6570", min_size=1, max_size=9), WORDS, st.integers(-50, 400))
def test_the_mark_stays_on_its_words(before: str, marked: str, after: str, width: int) -> None:
    narrow = from_first_mark(hit(before, marked, after), QFontMetrics(QApplication.font()), width)
    assert narrow.marks[0].of(narrow.snippet) == marked
