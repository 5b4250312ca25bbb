"""Labels for text from files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.labels import LONGEST_WORD, breakable, plain_label

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


@pytest.mark.parametrize("text", ["Autoriteit Persoonsgegevens", "a" * LONGEST_WORD, ""])
def test_other_words_stay_as_they_are(text: str) -> None:
    assert breakable(text) == text


@given(st.text(alphabet="ab \n", max_size=200))
def test_nothing_is_lost_and_no_word_is_long(text: str) -> None:
    broken = breakable(text)
    assert broken.replace("\u200b", "") == text
    assert all(len(piece) <= LONGEST_WORD for word in broken.split() for piece in word.split("\u200b"))
