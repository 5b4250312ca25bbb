"""Text that is read from the right: it begins there, and marks stand on its words all the same."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from casefile.store.rows import Evidence, QuoteRow
from casefile.terms import ProposalKind, QuoteKind
from casefile.values import Span
from ui.directions import has_right_to_left, is_right_to_left
from ui.offsets import Offsets
from ui.theme import colours_of
from ui.widgets.evidence_tree import EvidenceTree
from ui.widgets.labels import ElidedLabel
from ui.widgets.quote_card import CardStyle, draw_card
from ui.widgets.text_reader import Mark, TextReader

HEBREW = "הרשות הטילה קנס של 320,000 שקל על Clearview."
ARABIC = "غرّمت الهيئة شركة Meta مبلغ 30.5 مليون يورو 💶 اليوم."
TEXT = f"The fine 💶 of 2024.\n{HEBREW}\n{ARABIC}\nClearview הגיבה.\n"


@pytest.fixture
def reader(qtbot: QtBot) -> TextReader:
    """A reader in which each paragraph has room in one line."""
    made = TextReader("Text")
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    made.show_text(TEXT)
    return made


def rect_at(reader: TextReader, point: int) -> QRect:
    """Where the cursor stands before that code point."""
    cursor = QTextCursor(reader.document())
    cursor.setPosition(Offsets(reader.text).to_qt(point))
    return reader.cursorRect(cursor)


def columns_of(image: QImage, wanted: Callable[[bytes], bool]) -> list[int]:
    """The columns with such a point (blue, green, red); none at the very edge."""
    points = image.convertToFormat(QImage.Format.Format_RGB32)
    held, step = bytes(points.constBits()), points.bytesPerLine()
    rows = [range(y * step, (y + 1) * step, 4) for y in range(2, points.height() - 2)]
    return [x for x in range(2, points.width() - 2) if any(wanted(held[row[x] : row[x] + 3]) for row in rows)]


def middle_of_ink(image: QImage) -> float:
    """Where what is written stands: 0 at the left edge, 1 at the right one."""
    ground = image.pixelColor(image.width() // 2, 1).green()
    columns = columns_of(image, lambda point: abs(point[1] - ground) > 90)
    return (min(columns) + max(columns)) / 2 / image.width()


def look_of(widget: QWidget) -> QImage:
    return widget.grab().toImage()


@given(st.text(alphabet=' 123.,€"“💶', max_size=9), st.sampled_from("אغA數"), st.text(max_size=9))
def test_the_first_strong_character_says_from_where_a_text_is_read(
    before: str, strong: str, after: str
) -> None:
    assert is_right_to_left(before + strong + after) == (strong in "אغ")
    assert not is_right_to_left(before)


def test_what_is_isolated_does_not_count() -> None:
    assert is_right_to_left("\u2066Meta\u2069 הגיבה")
    assert not is_right_to_left("\u2067הרשות\u2069 said")


@given(st.text(alphabet=" 12.,€\u2066\u2069AאغA數💶", max_size=12))
def test_no_paragraph_is_read_from_the_right_where_nothing_in_the_text_is(text: str) -> None:
    assert has_right_to_left(text) == any(is_right_to_left(character) for character in text)
    assert has_right_to_left(text) or not is_right_to_left(text)


def test_a_text_after_another_stands_at_its_own_side(reader: TextReader) -> None:
    reader.show_text("The fine of 2024.\nClearview.")
    assert rect_at(reader, 0).x() < 12
    reader.select(Span(4, 8))
    assert reader.selected_span == Span(4, 8)
    reader.show_text(TEXT)
    assert abs(rect_at(reader, TEXT.index(HEBREW)).x() - reader.viewport().width()) < 12
    for text in ("The fine of 2024. " * 20, HEBREW * 20):
        reader.show_text(text)
        assert rect_at(reader, len(text)).y() > rect_at(reader, 0).y()


def test_a_paragraph_stands_at_the_side_from_which_it_is_read(reader: TextReader) -> None:
    for start, at_the_right in ((0, False), (TEXT.index(HEBREW), True), (TEXT.index(ARABIC), True)):
        edge = reader.viewport().width() if at_the_right else 0
        assert abs(rect_at(reader, start).x() - edge) < 12
    assert rect_at(reader, TEXT.rindex("Clearview")).x() < 12
    reader.resize(500, 300)
    assert abs(rect_at(reader, TEXT.index(HEBREW)).x() - reader.viewport().width()) < 12


@pytest.mark.parametrize("words", ["320,000", "يورو", "2024"])
def test_a_mark_stands_on_its_words_and_a_click_on_them_finds_it(
    reader: TextReader, qtbot: QtBot, words: str
) -> None:
    start = TEXT.index(words)
    reader.show_marks([Mark(7, ProposalKind.ACTION, (Span(start, start + len(words)),))])
    tint = QColor(colours_of(reader.palette()).tints[ProposalKind.ACTION].ground)
    ground = bytes((tint.blue(), tint.green(), tint.red()))
    shown = columns_of(look_of(reader.viewport()), lambda point: point == ground)
    ends = sorted((rect_at(reader, start).x(), rect_at(reader, start + len(words)).x()))
    if words != "320,000":  # digits run on from the left in a line that is read from the right
        assert abs(min(shown) - ends[0]) <= 2
        assert abs(max(shown) - ends[1]) <= 2
    middle = QPoint((min(shown) + max(shown)) // 2, rect_at(reader, start).center().y())
    with qtbot.waitSignal(reader.mark_clicked) as clicked:
        QTest.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert clicked.args == [7]
    reader.select(Span(start, start + len(words)))
    assert reader.selected_span == Span(start, start + len(words))
    assert reader.textCursor().selectedText() == words


def quote(text: str, translation: str = "") -> QuoteRow:
    evidence = Evidence(1, 1, "Title", "", None, Span(0, 1), text, "", "")
    return QuoteRow(1, text, QuoteKind.DIRECT, "", "", "", evidence, translation)


def card(row: QuoteRow, room: QRect) -> QImage:
    """The words of the quote's card, without its foot."""
    style = CardStyle(QApplication.font(), QApplication.palette())
    image = QImage(room.size(), QImage.Format.Format_RGB32)
    image.fill(QColor(colours_of(style.palette).base))
    with QPainter(image) as painter:
        draw_card(painter, room, row, style, chosen=False)
    return image.copy(style.pad, style.pad, room.width() - style.pad * 2, room.height() // 2)


@pytest.mark.usefixtures("qapp")
def test_a_quote_begins_at_its_own_side_of_the_card_and_its_translation_at_its() -> None:
    room = QRect(0, 0, 1000, 200)
    assert middle_of_ink(card(quote(HEBREW), room)) > 0.6
    assert middle_of_ink(card(quote("We disagree."), room)) < 0.4
    long = card(quote(HEBREW * 12), room)
    assert 0.4 < middle_of_ink(long) < 0.6
    both = card(quote("הרשות.", "The authority."), room)
    half = both.width() // 2
    assert middle_of_ink(both.copy(0, 0, half - 20, both.height())) > 0.6
    assert middle_of_ink(both.copy(half + 4, 0, half - 4, both.height())) < 0.4


@pytest.mark.usefixtures("qapp")
def test_lines_and_cells_begin_at_the_side_from_which_they_are_read(qtbot: QtBot) -> None:
    for words, at_the_right in ((ARABIC, True), ("Short words.", False)):
        label = ElidedLabel(words)
        qtbot.addWidget(label)
        label.resize(900, 30)
        assert (middle_of_ink(look_of(label)) > 0.5) == at_the_right
        tree = EvidenceTree("Facts", ("Fact", "Value"), (5, 0))
        qtbot.addWidget(tree)
        tree.resize(900, 60)
        tree.add_row(tree, ("", words))
        tree.show()
        cell = look_of(tree.viewport()).copy(tree.visualRect(tree.model().index(0, 1)))
        assert (middle_of_ink(cell) > 0.5) == at_the_right
