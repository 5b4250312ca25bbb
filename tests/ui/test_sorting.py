"""Every list is sorted by the store, from its header and from the keyboard."""

from collections.abc import Callable, Container

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from casefile.store import lists, timeline
from casefile.store.trash import TRASH_SORTS
from tests.ui.made_records import Settle, in_store, several
from ui.main_window import MainWindow
from ui.models import columns
from ui.models.ids_model import Sorting
from ui.widgets.record_table import RecordTable

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
UP, DOWN = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
"""The arrow as it points: Qt's style turns it round."""


def click_header(table: RecordTable, name: str) -> None:
    header = table.view.horizontalHeader()
    section = [column.sort for column in table.model.columns].index(name)
    place = QPoint(header.sectionViewportPosition(section) + 12, header.height() // 2)
    QTest.mouseClick(header.viewport(), LEFT, NO_KEY, place)


def shown(table: RecordTable, column: int = 0) -> list[str]:
    return [str(table.model.index(row, column).data()) for row in range(len(table.model.ids))]


@pytest.mark.parametrize(
    ("of_list", "sorts"),
    [
        (columns.INBOX, lists.SOURCE_SORTS),
        (columns.SOURCES, lists.SOURCE_SORTS),
        (columns.ACTIONS, lists.ACTION_SORTS),
        (columns.QUOTES, lists.QUOTE_SORTS),
        (columns.TIMELINE, timeline.SORTS),
        (columns.TRASH, TRASH_SORTS),
    ],
)
def test_the_store_can_sort_by_every_column(of_list: tuple[object, ...], sorts: Container[str]) -> None:
    names = [getattr(column, "sort") for column in of_list]  # noqa: B009  columns of several rows
    assert [name for name in names if name and name not in sorts] == []
    unsorted = [getattr(column, "title") for column in of_list if not getattr(column, "sort")]  # noqa: B009
    assert [title for title in unsorted if title != "Tags"] == []  # a record has several


def test_a_click_sorts_and_a_second_one_turns_the_order_round(window: MainWindow, settle: Settle) -> None:
    in_store(window, settle, several)
    window.go("actions")
    settle()
    table = window.actions_pane.table
    header = table.view.horizontalHeader()
    assert shown(table) == ["Charlie", "Alpha", "Delta", "Bravo"]
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (5, DOWN)
    click_header(table, "respondent")
    settle()
    assert shown(table) == ["Alpha", "Bravo", "Charlie", "Delta"]
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (0, UP)
    click_header(table, "respondent")
    settle()
    assert shown(table) == ["Delta", "Charlie", "Bravo", "Alpha"]
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (0, DOWN)
    click_header(table, "amount")
    settle()
    assert shown(table) == ["Charlie", "Bravo", "Delta", "Alpha"]
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (3, UP)


def test_what_was_chosen_stays_chosen(window: MainWindow, settle: Settle) -> None:
    delta, alpha, *_ = in_store(window, settle, several)
    window.go("actions")
    settle()
    table = window.actions_pane.table
    table.choose(delta)
    table.sort_by("respondent")
    settle()
    assert (table.chosen_id(), table.view.currentIndex().row()) == (delta, 3)
    assert window.actions_pane.detail is not None
    assert window.actions_pane.detail.record.row.id == delta
    table.view.selectAll()
    assert len(table.chosen_ids()) == 4
    table.sort_by("respondent")
    settle()
    assert len(table.chosen_ids()) == 4
    assert alpha in table.chosen_ids()


@pytest.mark.parametrize(
    ("place", "table_of"),
    [
        ("inbox", lambda window: window.inbox.table),
        ("actions", lambda window: window.actions_pane.table),
        ("sources", lambda window: window.sources.table),
        ("quotes", lambda window: window.quotes.table),
        ("timeline", lambda window: window.timeline.table),
        ("trash", lambda window: window.trash.table),
    ],
)
def test_the_keyboard_reaches_every_order(
    window: MainWindow, settle: Settle, place: str, table_of: Callable[[MainWindow], RecordTable]
) -> None:
    window.go(place)
    settle()
    table = table_of(window)
    assert window.commands["sort"].isEnabled()
    for column in (column for column in table.model.columns if column.tags is None):
        action = next(
            action for action in table.sort_menu().actions() if action.text().startswith(column.title)
        )
        action.trigger()
        settle()
        assert table.sorting.by == column.sort
        present = next(action for action in table.sort_menu().actions() if action.isChecked())
        assert present.text().startswith(f"{column.title} (")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_opens_below_the_header(window: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    in_store(window, settle, several)
    window.go("actions")
    settle()
    window.commands["sort"].trigger()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    with qtbot.waitSignal(window.actions_pane.table.sorted):
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
    settle()
    assert window.actions_pane.table.sorting == Sorting("respondent")


def test_the_menu_turns_the_order_round_too(window: MainWindow) -> None:
    table = window.timeline.table
    assert table.sorting == Sorting("date")
    next(action for action in table.sort_menu().actions() if action.isChecked()).trigger()
    assert table.sorting == Sorting("date", descending=True)
    actions = table.sort_menu().actions()
    assert [action.text() for action in actions] == ["Date (descending)", "Event", "Source"]
    actions[1].setChecked(True)
    assert [action.isChecked() for action in actions] == [False, True, False]


def test_where_the_chosen_record_went_the_next_one_is_chosen(window: MainWindow, settle: Settle) -> None:
    ids = in_store(window, settle, several)
    window.go("actions")
    settle()
    table = window.actions_pane.table
    listed = list(table.model.ids)
    table.choose(listed[1])
    window.records.bin.put("action", [listed[1]])
    settle()
    assert table.chosen_id() == listed[2]
    table.choose(listed[3])
    window.records.bin.put("action", [listed[3]])
    settle()
    assert table.chosen_id() == listed[2]
    assert len(table.model.ids) == len(ids) - 2


def test_the_trash_is_sorted_and_what_was_chosen_stays_chosen(window: MainWindow, settle: Settle) -> None:
    delta, alpha, *_ = in_store(window, settle, several)
    window.records.bin.put("action", [delta])
    window.records.bin.put("source", [3])
    window.records.bin.put("action", [alpha])
    settle()
    window.go("trash")
    settle()
    table = window.trash.table
    kinds = ["Action", "Source", "Action"]
    assert (shown(table, 0), table.sorting) == (kinds, Sorting("moved", descending=True))
    table.choose(list(table.model.ids)[2])
    assert [row.id for row in window.trash.chosen_rows()] == [delta]
    click_header(table, "title")
    settle()
    titles = shown(table, 1)
    assert titles == sorted(titles)
    assert [row.id for row in window.trash.chosen_rows()] == [delta]
    click_header(table, "kind")
    click_header(table, "kind")
    settle()
    assert shown(table, 0) == ["Source", "Action", "Action"]
    assert [(row.kind, row.id) for row in window.trash.chosen_rows()] == [("action", delta)]


def test_search_results_have_no_order_but_their_own(window: MainWindow) -> None:
    assert window.search.table.sort_menu().isEmpty()
    assert not window.search.table.view.horizontalHeader().sectionsClickable()
