"""Labels for text from files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QApplication,
    QScrollArea,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.widgets.empty_state import evened
from ui.widgets.labels import LONGEST_WORD, ElidedLabel, breakable, plain_label
from ui.widgets.wrapped_cells import WrappedCells

NAME = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


def test_a_very_long_word_makes_nothing_wider_than_its_room(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    content = QWidget()
    column = QVBoxLayout(content)
    column.addWidget(plain_label(f"by {NAME * 3}", wrap=True))
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.resize(area.fontMetrics().averageCharWidth() * LONGEST_WORD, 200)
    area.show()
    assert content.width() <= area.viewport().width()
    assert area.horizontalScrollBar().maximum() == 0


def test_nor_does_one_that_is_shown_later(qtbot: QtBot) -> None:
    label = plain_label(wrap=True)
    qtbot.addWidget(label)
    label.setText(NAME * 3)
    assert label.text() == NAME * 3
    assert label.minimumSizeHint().width() <= label.fontMetrics().horizontalAdvance("m" * LONGEST_WORD)


def test_what_can_be_copied_stays_as_it_is(qtbot: QtBot) -> None:
    label = plain_label(wrap=True)
    qtbot.addWidget(label)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setText(NAME)
    label.setSelection(0, len(NAME))
    assert label.selectedText() == NAME


@pytest.mark.parametrize("text", ["Autoriteit Persoonsgegevens", "a" * LONGEST_WORD, ""])
def test_other_words_stay_as_they_are(text: str) -> None:
    assert breakable(text) == text


@given(st.text(alphabet="ab \n", max_size=200))
def test_nothing_is_lost_and_no_word_is_long(text: str) -> None:
    broken = breakable(text)
    assert broken.replace("\u200b", "") == text
    assert all(len(piece) <= LONGEST_WORD for word in broken.split() for piece in word.split("\u200b"))


def test_a_text_that_fits_to_the_pixel_is_shown_whole(qtbot: QtBot) -> None:
    """Its width in whole pixels is rounded: a part of one that is missing is no reason for an ellipsis."""
    metrics = QFontMetrics(QApplication.font())
    for figure in range(100, 140):
        text = f"{figure}.950 Mrd. €"
        label, wide = ElidedLabel(text), ElidedLabel(text)
        qtbot.addWidget(label)
        qtbot.addWidget(wide)
        width = metrics.horizontalAdvance(text)
        label.resize(width, 20)
        wide.resize(width + 20, 20)
        assert label.grab().toImage() == wide.grab().toImage().copy(0, 0, width, 20), text


def test_a_very_long_word_in_a_cell_ends_in_several_lines(qtbot: QtBot) -> None:
    tree = QTreeWidget()
    qtbot.addWidget(tree)
    tree.setWordWrap(True)
    cells = WrappedCells(tree)
    tree.setItemDelegate(cells)
    tree.setColumnWidth(0, tree.fontMetrics().averageCharWidth() * LONGEST_WORD)
    item = QTreeWidgetItem(tree, [NAME])
    index = tree.indexFromItem(item)
    option = QStyleOptionViewItem()
    cells.initStyleOption(option, index)
    assert option.text.replace("\u200b", "") == NAME
    assert max(map(len, option.text.split("\u200b"))) < LONGEST_WORD
    assert cells.sizeHint(option, index).height() > 2 * tree.fontMetrics().height()
    assert index.data() == NAME


@given(st.lists(st.text(alphabet="abcdefg", min_size=1, max_size=9), min_size=1, max_size=30))
def test_lines_are_evened_without_one_more(qapp: QApplication, words: list[str]) -> None:  # noqa: ARG001
    label = plain_label(" ".join(words), wrap=True)
    widest = label.fontMetrics().averageCharWidth() * 30

    def height(width: int) -> int:
        flags = Qt.TextFlag.TextWordWrap
        return label.fontMetrics().boundingRect(QRect(0, 0, width, 9_999), flags, label.text()).height()

    found = evened(label, widest)
    assert found <= widest + 1
    assert height(found) == height(widest)
