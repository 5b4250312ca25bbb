"""No text is cut off and nothing overlaps, in any view, also in a small window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabBar,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.screens.fitting import problems
from tests.screens.tour import SIGHTS, Sight, Stage
from ui.widgets.labels import ElidedLabel

LOOKS, PAUSE_MS = 10, 100
WORDS = "Autoriteit Persoonsgegevens"
Show = Callable[[QWidget, int, int], list[str]]


@pytest.mark.usefixtures("nothing_logged")
@pytest.mark.parametrize("size", [(800, 600), (1280, 800)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("sight", SIGHTS, ids=lambda sight: sight.name)
def test_every_view_fits(stage: Stage, sight: Sight, size: tuple[int, int]) -> None:
    stage.resize(*size)
    assert stage.show(sight)
    found = {name: lasting(stage) for name in stage.parts(sight)}
    assert stage.window.size().toTuple() == size
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def lasting(stage: Stage) -> list[str]:
    """What is wrong with the window and stays so: cards are laid out a few at a time."""
    for _ in range(LOOKS):
        found = problems(stage.window)
        if not found:
            return []
        QTest.qWait(PAUSE_MS)
    return found


@pytest.fixture
def shown(qtbot: QtBot) -> Show:
    """What is wrong with a widget in a window of that size."""
    window = QWidget()
    qtbot.addWidget(window)

    def show(widget: QWidget, width: int, height: int) -> list[str]:
        for before in window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            before.setParent(None)
        widget.setParent(window)
        widget.setGeometry(0, 0, width, height)
        window.resize(600, 400)
        with qtbot.waitExposed(window):
            window.show()
        widget.show()
        return problems(window)

    return show


def combo() -> QComboBox:
    made = QComboBox()
    made.addItem(WORDS)
    return made


def tabs() -> QTabBar:
    made = QTabBar()
    for text in (WORDS, "Quotes"):
        made.addTab(text)
    return made


def table() -> QTableView:
    made = QTableView()
    model = QStandardItemModel(0, 2, made)
    model.setHorizontalHeaderLabels([WORDS, "Day"])
    made.setModel(model)
    made.horizontalHeader().resizeSection(0, 500)
    return made


def narrow_table() -> QTableView:
    made = table()
    made.horizontalHeader().resizeSection(0, 60)
    return made


def with_text(button: QToolButton) -> QToolButton:
    button.setText(WORDS)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    return button


@pytest.mark.parametrize(
    "make",
    [
        lambda: QLabel(WORDS), lambda: QPushButton(WORDS), lambda: with_text(QToolButton()), combo, tabs,
        lambda: QLineEdit(placeholderText=WORDS),
    ],
    ids=["label", "button", "tool button", "choice", "tabs", "line"],
)  # fmt: skip
def test_what_is_too_narrow_is_found(shown: Show, make: Callable[[], QWidget]) -> None:
    assert shown(make(), 500, 60) == []
    found = shown(make(), 60, 60)
    assert len(found) >= 1
    assert all(WORDS in problem or "Quotes" in problem for problem in found)


def test_a_narrow_heading_is_found(shown: Show) -> None:
    assert shown(table(), 590, 100) == []
    (found,) = shown(narrow_table(), 590, 100)
    assert WORDS in found


def test_a_label_of_too_few_lines_is_found(shown: Show) -> None:
    label = QLabel(" ".join([WORDS] * 9))
    label.setWordWrap(True)
    assert shown(label, 300, 300) == []
    assert "pixels of height" in shown(label, 300, 20)[0]


def test_an_elided_label_has_its_tool_tip(shown: Show) -> None:
    label = ElidedLabel(WORDS)
    assert shown(label, 60, 30) == []
    label.setToolTip("")
    assert len(shown(label, 61, 30)) == 0  # resizing puts it there again
    label.setToolTip("")
    assert len(problems(label)) == 1


def test_what_overlaps_is_found(shown: Show) -> None:
    box = QWidget()
    one, other = QWidget(box), QWidget(box)
    one.setGeometry(0, 0, 100, 50)
    other.setGeometry(100, 0, 100, 50)
    assert shown(box, 300, 100) == []
    other.move(80, 10)
    (found,) = shown(box, 300, 100)
    assert "overlap by 20 x 40" in found


def test_what_sticks_out_is_found(shown: Show) -> None:
    box = QWidget()
    inner = QWidget(box)
    inner.setGeometry(250, 0, 100, 50)
    (found,) = shown(box, 300, 100)
    assert "sticks out" in found


def test_layouts_are_found_fitting(shown: Show) -> None:
    box = QWidget()
    column, row = QVBoxLayout(box), QHBoxLayout()
    column.addLayout(row)
    for text in ("Accept", "Reject"):
        row.addWidget(QPushButton(text))
    column.addWidget(QLabel(WORDS))
    assert shown(box, 400, 200) == []
