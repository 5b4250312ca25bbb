"""What is painted of a list: compared with what the model says, and with itself painted anew."""

import weakref
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyledItemDelegate
from pytestqt.qtbot import QtBot

from casefile.settings import Theme
from casefile.store.rows import TagMark
from casefile.terms import TagColour
from tests.screens.tour import dressed
from ui.models.ids_model import Column, Receive
from ui.models.sections import Section, Sectioned
from ui.theme import DARK, LIGHT, Colours
from ui.widgets.empty_state import EmptyState
from ui.widgets.record_table import RecordTable


@dataclass(frozen=True)
class Thing:
    id: int


TAGS = (TagMark("to check", TagColour.RED),)
COLUMNS = (
    Column[Thing](
        "Name", lambda row: f"thing {row.id} with a long name", icon=lambda _: "gavel", sort="name"
    ),
    Column[Thing]("Number", lambda row: f"{row.id}", 12, number=True),
    Column[Thing]("Tags", lambda _: "to check", 14, tags=lambda row: TAGS if row.id % 2 else ()),
)


def made(qtbot: QtBot, count: int, *, at_once: bool = True) -> RecordTable:
    def give(ids: Sequence[int], receive: Receive[Thing]) -> None:
        if at_once:
            receive([Thing(id_) for id_ in ids])

    table = RecordTable("Things", COLUMNS, give, EmptyState("gavel", "None", "Yet"), several=True)
    qtbot.addWidget(table)
    table.resize(700, 400)
    table.show()
    table.show_ids(range(1, count + 1))
    QApplication.processEvents()
    return table


class Ids(list[int]):
    """A list that one can see go."""


def test_a_table_keeps_no_list_of_its_ids(qtbot: QtBot) -> None:
    ids = Ids(range(1, 11))
    known = weakref.ref(ids)
    table = made(qtbot, 0)
    table.show_ids(ids)
    del ids
    assert known() is None
    assert list(table.model.ids) == list(range(1, 11))


def picture(table: RecordTable) -> QImage:
    return table.view.viewport().grab().toImage()


def in_sight(table: RecordTable) -> QImage:
    """What the window holds, without painting anything anew."""
    window = table.window()
    backing = window.backingStore()
    assert backing is not None
    area = table.view.viewport()
    device = backing.paintDevice()
    assert isinstance(device, QImage)
    top = area.mapTo(window, QPoint())
    return device.copy(top.x(), top.y(), area.width(), area.height())


def colour_at(image: QImage, x: int, y: int) -> QColor:
    return image.pixelColor(x, y)


@pytest.mark.qt_log_ignore("does not support", extend=True)
@pytest.mark.parametrize(("theme", "colours"), [(Theme.LIGHT, LIGHT), (Theme.DARK, DARK)])
def test_rows_have_their_ground_their_line_and_nothing_below_the_last(
    qtbot: QtBot, theme: Theme, colours: Colours
) -> None:
    with dressed(theme):
        table = made(qtbot, 3)
        table.choose(2)
        seen, height = picture(table), table.view.rowHeight(0)
        right = table.view.viewport().width() - 2
        assert colour_at(seen, right, height // 2) == QColor(colours.base)
        assert colour_at(seen, right, height + height // 2) == QColor(colours.selected)
        assert colour_at(seen, right, height - 1) == QColor(colours.window)
        assert {colour_at(seen, x, 4 * height).name() for x in range(0, right, 7)} == {colours.base}
        table.hide()


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_what_was_moved_is_as_if_it_were_painted_anew(qtbot: QtBot) -> None:
    """The part of the rows that stays in sight is moved, the rest painted: the seams do not show."""
    random = Random(5)  # noqa: S311
    with dressed(Theme.LIGHT):
        table = made(qtbot, 500)
        bar = table.view.verticalScrollBar()
        for _ in range(30):
            bar.setValue(max(0, bar.value() + random.randrange(-9, 12)))
            if random.random() < 0.3:
                table.choose(bar.value() + random.randrange(1, 8))
            QApplication.processEvents()
            assert in_sight(table) == picture(table).convertToFormat(in_sight(table).format())
        table.hide()


def test_rows_that_have_not_come_are_blank_and_are_asked_for_once(qtbot: QtBot) -> None:
    asked: list[Sequence[int]] = []
    table = made(qtbot, 1_000, at_once=False)
    table.model._request = lambda ids, _: asked.append(ids)
    table.view.verticalScrollBar().setValue(750)
    picture(table)
    picture(table)
    assert [ids[0] for ids in asked] == [701]
    row = picture(table).copy(0, 2, 300, table.view.rowHeight(0) - 4)
    assert len({row.pixel(x, 5) for x in range(row.width())}) == 1


def test_texts_icons_numbers_and_tags_stand_in_their_columns(qtbot: QtBot) -> None:
    table = made(qtbot, 2)
    seen, header, height = picture(table), table.view.horizontalHeader(), table.view.rowHeight(0)

    def inked(row: int, column: int) -> list[int]:
        """Where along the cell anything is painted, from its left, between its lines."""
        left, width = header.sectionViewportPosition(column), header.sectionSize(column)
        ground = seen.pixel(seen.width() - 1, row * height + 3)
        rows = range(row * height + 3, (row + 1) * height - 3)
        return [x for x in range(width) if any(seen.pixel(left + x, y) != ground for y in rows)]

    table.view.clearSelection()
    seen = picture(table)
    pad = table.fontMetrics().height() // 3
    assert pad <= min(inked(0, 0)) < 2 * pad + 6
    assert min(inked(0, 1)) > header.sectionSize(1) // 2
    arrow = table.fontMetrics().height()
    assert header.sectionSize(1) - max(inked(0, 1)) == pytest.approx(arrow, abs=3), "below its heading"
    assert len(inked(0, 2)) > len(inked(1, 2)) > 0, "a chip has a frame, words alone have none"


def test_headings_reach_over_all_columns(qtbot: QtBot) -> None:
    table = made(qtbot, 1)
    sections = (Section("a", "First", "2 things", 2), Section("b", "Second", "1 thing", 1))
    table.show_grouped(Sectioned.of([1, 2, 3], sections, ()))
    table.choose(1)
    seen, height = picture(table), table.view.rowHeight(0)
    ground = table.palette().alternateBase().color()
    for row, is_heading in enumerate((True, False, False, True, False)):
        edge = seen.pixelColor(seen.width() - 2, row * height + height - 1)
        assert (edge == ground) is is_heading, row


def test_a_column_can_be_left_to_a_delegate(qtbot: QtBot) -> None:
    table = made(qtbot, 3)
    seen: list[tuple[int, int]] = []

    class Noting(QStyledItemDelegate):
        def paint(self, _painter: object, _option: object, index: object) -> None:
            seen.append((index.row(), index.column()))  # type: ignore[attr-defined]

    table.view.paint_column_by(1, Noting(table.view))
    picture(table)
    assert sorted(set(seen)) == [(0, 1), (1, 1), (2, 1)]


def test_all_of_a_selection_is_seen(qtbot: QtBot) -> None:
    table = made(qtbot, 6)
    table.view.selectAll()
    index = table.model.index(2, 0)
    flags = QItemSelectionModel.SelectionFlag
    table.view.selectionModel().select(index, flags.Deselect | flags.Rows)
    QTest.qWait(1)
    seen, height = picture(table), table.view.rowHeight(0)
    ground = table.view.palette().highlight().color()
    chosen = [seen.pixelColor(seen.width() - 2, row * height + 4) == ground for row in range(6)]
    assert chosen == [True, True, False, True, True, True]


def test_the_cursor_shows_where_a_cell_can_be_edited(qtbot: QtBot) -> None:
    table = made(qtbot, 2)
    table.choose(1)
    table.view.setFocus()
    before = picture(table)
    assert Qt.ItemFlag.ItemIsEditable not in table.view.currentIndex().flags()
    table.model.flags = lambda _: Qt.ItemFlag.ItemIsEditable  # type: ignore[method-assign,assignment]
    assert picture(table) != before or not table.view.hasFocus()
