"""Lists in the program's dress: rows below their headings, the line of the focus, bright icons."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication, QTreeWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from casefile.settings import Theme
from tests.screens.tour import dressed
from ui.icons import icon
from ui.models.ids_model import Column, Receive
from ui.theme import DARK, LIGHT, Colours
from ui.widgets.empty_state import EmptyState
from ui.widgets.evidence_tree import EvidenceTree
from ui.widgets.record_table import RecordTable

COLUMNS = (Column[int]("Name", lambda row: f"thing {row}"), Column[int]("Number", lambda row: f"{row}", 12))


@pytest.fixture(params=[Theme.LIGHT, Theme.DARK], ids=str)
def colours(request: pytest.FixtureRequest) -> Iterator[Colours]:
    """The colours that the program wears."""
    with dressed(request.param):
        yield LIGHT if request.param is Theme.LIGHT else DARK


def first_ink(picture: QImage, room: QRect) -> int:
    """The first column of the room in which something is written."""
    ground = picture.pixelColor(room.right() - 1, room.center().y()).lightness()
    rows = range(room.top() + 3, room.bottom() - 3)
    return next(
        x
        for x in range(room.left() + 1, room.right())
        if any(abs(picture.pixelColor(x, y).lightness() - ground) > 60 for y in rows)
    )


@pytest.mark.usefixtures("colours")
def test_rows_of_a_tree_begin_below_their_headings(qtbot: QtBot) -> None:
    tree = EvidenceTree("Facts", ("Hours", "Hours", "Hours"), (20, 0, 20))
    tree.setRootIsDecorated(False)
    qtbot.addWidget(tree)
    tree.resize(700, 200)
    tree.add_row(tree, ("Hours", "Hours", "Hours"))
    tree.show()
    QApplication.processEvents()
    head, rows = tree.header().grab().toImage(), tree.viewport().grab().toImage()
    for column in range(3):
        left, width = tree.header().sectionPosition(column), tree.header().sectionSize(column)
        title = QRect(left, 0, width - 2, tree.header().height())
        cell = QRect(left, tree.visualRect(tree.model().index(0, column)).top(), width - 2, 18)
        assert abs(first_ink(head, title) - first_ink(rows, cell)) <= 1


def two_lists(qtbot: QtBot) -> tuple[QWidget, RecordTable, QTreeWidget]:
    """A table and a tree one below the other."""

    def give(ids: list[int], receive: Receive[int]) -> None:
        receive(ids)

    window = QWidget()
    qtbot.addWidget(window)
    table = RecordTable("Things", COLUMNS, give, EmptyState("gavel", "None", "Yet"))  # type: ignore[arg-type]
    tree = EvidenceTree("Facts", ("Fact", "Value"), (20, 0))
    column = QVBoxLayout(window)
    column.addWidget(table)
    column.addWidget(tree)
    window.resize(500, 400)
    window.show()
    table.show_ids(range(1, 100))
    window.activateWindow()
    QApplication.processEvents()
    return window, table, tree


def test_a_line_above_all_of_a_list_shows_the_focus_and_moves_nothing(qtbot: QtBot, colours: Colours) -> None:
    _window, table, tree = two_lists(qtbot)
    places = []
    for focused, other in ((table.view, tree), (tree, table.view)):
        focused.setFocus()
        qtbot.waitUntil(focused.hasFocus)
        for view, line in ((focused, colours.accent), (other, colours.raised)):
            picture = view.grab().toImage()
            found = {picture.pixelColor(x, 0).name() for x in range(picture.width())}
            assert found == {QColor(line).name()}
        places.append((table.view.viewport().geometry(), tree.viewport().geometry()))
    assert places[0] == places[1]


@pytest.mark.usefixtures("colours")
def test_an_icon_is_as_bright_in_a_chosen_row_as_in_others() -> None:
    pictures = [icon("gavel").pixmap(20, mode).toImage() for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected)]
    assert pictures[0] == pictures[1]
    assert pictures[0] != icon("gavel").pixmap(20, QIcon.Mode.Disabled).toImage()
