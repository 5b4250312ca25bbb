"""Columns, sorting, divided views and the last place come back the next time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter, QTableView
from pytestqt.qtbot import QtBot

from casefile.intake.workers import ReaderPool
from casefile.settings import Settings, load_settings
from casefile.terms import PartyKind
from tests.ui.made_records import Settle, in_store, several
from ui.app import make_window
from ui.dialogs.choose_columns import ColumnsDialog
from ui.main_window import MainWindow
from ui.models.columns import ACTIONS
from ui.models.ids_model import Sorting
from ui.readers import WindowReaders
from ui.widgets.content_widths import content_widths
from ui.widgets.header_columns import HeaderColumns


class Again:
    """Opens the window on the same store with what the one before has remembered."""

    def __init__(self, qtbot: QtBot, folder: Path, pool: ReaderPool) -> None:
        self._qtbot = qtbot
        self._place = folder / "settings.json"
        self._store = folder / "test.casefile"
        self._pool = pool
        self.window: MainWindow | None = None

    def open(self) -> MainWindow:
        settings = load_settings(self._place) if self._place.exists() else Settings(person="Tester")
        made = self.window = make_window(settings, self._place, WindowReaders(self._pool))
        made.resize(1100, 720)
        with self._qtbot.waitExposed(made):
            made.show()
        made.desk.open(self._store)
        self.settle()
        return made

    def settle(self) -> None:
        window = self.window
        assert window is not None
        self._qtbot.waitUntil(lambda: window.desk.path is not None and window.desk.jobs.idle, timeout=20_000)

    def close(self) -> None:
        window, self.window = self.window, None
        if window is not None:
            window.around.save()
            window.close()
            self._qtbot.waitUntil(lambda: window.ended, timeout=20_000)
            window.deleteLater()


@pytest.fixture
def again(qtbot: QtBot, tmp_path: Path, readers: ReaderPool) -> Iterator[Again]:
    made = Again(qtbot, tmp_path, readers)
    yield made
    made.close()


def titles(columns: HeaderColumns) -> list[str]:
    return [place.title for place in columns.layout if not place.hidden]


def test_columns_and_sorting_come_back(again: Again) -> None:
    window = again.open()
    table = window.actions_pane.table
    columns = table.columns
    columns.show_column("Measure", shown=False)
    table.view.horizontalHeader().moveSection(0, 2)
    table.view.setColumnWidth(1, table.view.fontMetrics().averageCharWidth() * 40)
    table.sort_by("amount")
    before = columns.layout
    again.close()
    table = again.open().actions_pane.table
    assert table.columns.layout == before
    assert "Measure" not in titles(table.columns)
    assert table.sorting == Sorting("amount")
    width = table.view.columnWidth(1) / table.view.fontMetrics().averageCharWidth()
    assert width == pytest.approx(40, abs=1)


def test_a_divided_view_comes_back(again: Again) -> None:
    window = again.open()
    in_store(window, again.settle, several)
    window.go("actions")
    again.settle()
    split = window.actions_pane.findChildren(QSplitter)[0]
    split.moveSplitter(400, 1)
    before = split.sizes()
    again.close()
    window = again.open()
    again.settle()
    split = window.actions_pane.findChildren(QSplitter)[0]
    assert split.sizes()[0] == pytest.approx(before[0], abs=30)


def test_the_last_place_and_the_chosen_record_come_back(again: Again) -> None:
    window = again.open()
    in_store(window, again.settle, several)
    window.go("actions")
    again.settle()
    wanted = window.actions_pane.table.model.ids[2]
    window.actions_pane.table.choose(wanted)
    again.close()
    window = again.open()
    again.settle()
    assert window.actions_pane.isVisible()
    assert window.actions_pane.table.chosen_id() == wanted


def test_a_case_file_comes_back(again: Again, qtbot: QtBot) -> None:
    window = again.open()
    window.errands.add_case({"title": "Transfers", "purpose": ""})
    again.settle()
    qtbot.waitUntil(lambda: bool(window.errands.cases))
    case_id = window.errands.cases[0].id
    window.go_to_case(case_id, "sources")
    again.close()
    window = again.open()
    again.settle()
    assert window.case_id == case_id
    assert window.sources.isVisible()
    assert window.case_bar.isVisible()
    marked = window.side_bar.currentItem()
    assert marked is not None
    assert marked.text(0) == "Transfers"


def test_a_search_is_no_place_to_come_back_to(again: Again) -> None:
    window = again.open()
    window.go("quotes")
    window.search_box.setText("uber")
    again.settle()
    again.close()
    assert again.open().quotes.isVisible()


def test_larger_letters_make_the_columns_wider_and_the_rows_higher(window: MainWindow) -> None:
    table = window.actions_pane.table
    before = table.view.columnWidth(1), table.view.verticalHeader().defaultSectionSize()
    font = table.view.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    table.setFont(font)
    table.view.setFont(font)
    QApplication.processEvents()
    assert table.view.columnWidth(1) > before[0] * 1.5
    assert table.view.verticalHeader().defaultSectionSize() > before[1] * 1.5
    assert table.columns.layout == table.columns.default


def test_a_list_too_narrow_for_its_columns_is_scrolled(window: MainWindow, settle: Settle) -> None:
    in_store(window, settle, several)
    window.go("actions")
    settle()
    view, model = window.actions_pane.table.view, window.actions_pane.table.model
    heading = view.horizontalHeader().sectionSizeHint(0)
    needed = content_widths(view, model, range(model.rowCount()))[0]
    least = max(min(view.fontMetrics().averageCharWidth() * ACTIONS[0].least, needed), heading)
    for width in (400, 300):
        view.resize(width, 300)
        assert view.columnWidth(0) == pytest.approx(least, abs=1)
    view.resize(1500, 300)
    assert view.columnWidth(0) > least * 2


def test_the_menu_of_the_header_hides_and_shows(window: MainWindow) -> None:
    window.go("sources")
    columns = window.sources.table.columns
    menu = columns.menu()
    outlet = next(action for action in menu.actions() if action.text() == "Outlet")
    assert not next(action for action in menu.actions() if action.text() == "Title").isEnabled()
    outlet.trigger()
    assert "Outlet" not in titles(columns)
    next(action for action in menu.actions() if action.text() == "Reset columns").trigger()
    assert columns.layout == columns.default
    next(action for action in menu.actions() if action.text() == "Columns…").trigger()
    assert window.findChildren(ColumnsDialog)


def dialog_of(window: MainWindow) -> ColumnsDialog:
    window.commands["columns"].trigger()
    return window.findChildren(ColumnsDialog)[-1]


def test_columns_are_chosen_by_keyboard(window: MainWindow, settle: Settle) -> None:
    in_store(window, settle, several)
    window.go("actions")
    settle()
    window.actions_pane.table.view.setFocus()
    dialog = dialog_of(window)
    assert [place.title for place in dialog.layout_shown()][:2] == ["Respondent", "Authority"]
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    dialog.move_column(1)
    dialog.list.setCurrentRow(3)
    dialog.width_box.setValue(33)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    layout = window.actions_pane.table.columns.layout
    assert [place.title for place in layout][:3] == ["Respondent", "Measure", "Authority"]
    assert layout[2].hidden
    assert layout[3].width == 33
    view = window.actions_pane.table.view
    assert isinstance(view, QTableView)
    assert view.isColumnHidden(1)


def test_reset_shows_the_first_layout_and_cancel_leaves_all_as_it_was(
    window: MainWindow, settle: Settle
) -> None:
    in_store(window, settle, several)
    window.go("actions")
    settle()
    columns = window.actions_pane.table.columns
    columns.show_column("Status", shown=False)
    before = columns.layout
    dialog = dialog_of(window)
    dialog.show_layout(columns.default)
    dialog.reject()
    assert columns.layout == before


def test_the_column_that_takes_what_is_left_cannot_be_hidden(window: MainWindow) -> None:
    columns = window.quotes.table.columns
    columns.show_column("Quote", shown=False)
    assert "Quote" in titles(columns)


def test_a_list_that_is_made_later_in_its_view_comes_back_too(again: Again) -> None:
    window = again.open()
    in_store(window, again.settle, several)
    window.go("parties")
    window.parties.show_list(PartyKind.RESPONDENT)
    again.settle()
    window.parties.table.sort_by("actions")
    wanted = window.parties.table.model.ids[2]
    window.parties.table.choose(wanted)
    again.settle()
    again.close()
    window = again.open()
    window.parties.show_list(PartyKind.RESPONDENT)
    again.settle()
    assert window.parties.isVisible()
    assert window.parties.table.sorting.by == "actions"
    assert window.parties.table.chosen_id() == wanted
