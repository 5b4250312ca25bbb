"""Cells of the lists edited in place: by F2, by double click, read as the forms read them, undone."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit, QWidget
from shiboken6 import isValid

from casefile.terms import SourceKind
from casefile.values import Money
from tests.ui.made_records import Settle
from ui.dialogs.form_fields import FieldError
from ui.main_window import MainWindow
from ui.models.cells import read_sum
from ui.widgets.record_table import RecordTable


@pytest.fixture
def opened(disputed_first: None, window: MainWindow) -> MainWindow:  # noqa: ARG001  the window's store
    """The window on an action, two sources, a quote and an event."""
    window.activateWindow()
    return window


def table_of(window: MainWindow, settle: Settle, place: str) -> RecordTable:
    """The list of the view, with the keyboard on its first record of its own."""
    window.go(place)
    settle()
    table = window.views.at(place).main_table()
    assert table is not None
    table.choose(next(id_ for id_ in table.model.ids if id_ > 0))
    table.view.setFocus()
    settle()
    return table


def cell(table: RecordTable, title: str) -> QModelIndex:
    place = [column.title for column in table.model.columns].index(title)
    return table.view.currentIndex().siblingAtColumn(place)


def open_editor(table: RecordTable, title: str) -> QWidget:
    """The editor that F2 opens in the cell."""
    selection = table.view.selectionModel()
    selection.setCurrentIndex(cell(table, title), selection.SelectionFlag.NoUpdate)
    QTest.keyClick(table.view, Qt.Key.Key_F2)
    return editor_of(table)


def editor_of(table: RecordTable) -> QWidget:
    found = [
        child
        for child in table.view.viewport().findChildren(QWidget, "cell")
        if child.isVisible() and isinstance(child, QLineEdit | QComboBox)
    ]
    assert len(found) == 1
    return found[0]


def line_of(editor: QWidget) -> QLineEdit:
    line = editor.lineEdit() if isinstance(editor, QComboBox) else editor
    assert isinstance(line, QLineEdit)
    return line


def write(editor: QWidget, settle: Settle, words: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    line = line_of(editor)
    line.selectAll()
    if words:
        QTest.keyClicks(line, words)
    else:
        line.clear()
    fits = not editor.property("wrong")
    QTest.keyClick(editor, key)
    # Qt closes the editor in a later turn of the event loop.
    for _ in range(200 if fits else 0):
        if _is_open(editor):
            QTest.qWait(10)
    settle()


def _is_open(editor: QWidget) -> bool:
    return isValid(editor) and editor.isVisible()


def is_editing(table: RecordTable) -> bool:
    return table.view.state() is QAbstractItemView.State.EditingState


@pytest.mark.parametrize(
    ("place", "title", "stands", "typed", "shown", "label"),
    [
        ("actions", "Status", "Imposed", "Annulled", "Annulled", "Edit status of action"),
        ("actions", "Status", "Imposed", "in doubt", "in doubt", "Edit status of action"),
        ("actions", "Decided", "2025-03-03", "2025-Q2", "Q2 2025", "Edit decision date of action"),
        ("actions", "Measure", "Fine", "Order", "Order", "Edit kind of action"),
        ("actions", "Amount", "2,500,000 EUR", "EUR 2600000", "€2,600,000", "Edit amount of action"),
        ("sources", "Title", "second.txt", "Fine for Acme", "Fine for Acme", "Edit title of source"),
        ("sources", "Published", "", "2024-06", "June 2024", "Edit date of source"),
        ("sources", "Kind", "Press", "Ruling", "Ruling", "Edit kind of source"),
        ("quotes", "Speaker", "Ann Lee", "Bob Roe", "Bob Roe", "Edit speaker of quote"),
        ("quotes", "Role", "chair", "", "", "Edit role of quote"),
        ("timeline", "Date", "2025-03-03", "2025", "2025", "Edit date of event"),
        ("timeline", "Event", "The AP fined", "Fined", "Fined", "Edit words of event"),
    ],
)  # fmt: skip
def test_f2_edits_the_cell_under_the_cursor(
    opened: MainWindow,
    settle: Settle,
    place: str,
    title: str,
    stands: str,
    typed: str,
    shown: str,
    label: str,
) -> None:
    table = table_of(opened, settle, place)
    editor = open_editor(table, title)
    assert line_of(editor).text() == stands
    before = str(cell(table, title).data())
    write(editor, settle, typed)
    assert str(cell(table, title).data()) == shown
    assert opened.commands["undo"].text() == f"Undo: {label}"
    opened.commands["undo"].trigger()
    settle()
    assert str(cell(table, title).data()) == before


@pytest.mark.parametrize(
    ("place", "title", "typed"),
    [
        ("actions", "Decided", "yesterday"),
        ("actions", "Decided", ""),
        ("actions", "Status", ""),
        ("actions", "Amount", "2.6 million"),
        ("actions", "Amount", "2600000"),
        ("sources", "Published", "June"),
        ("sources", "Kind", "Novel"),
        ("timeline", "Event", ""),
    ],
)
def test_what_does_not_fit_stays_in_the_editor_and_is_said(
    opened: MainWindow, settle: Settle, place: str, title: str, typed: str
) -> None:
    table = table_of(opened, settle, place)
    before = str(cell(table, title).data())
    editor = open_editor(table, title)
    write(editor, settle, typed)
    assert is_editing(table)
    assert editor.property("wrong")
    assert editor.accessibleDescription()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    settle()
    assert not is_editing(table)
    assert str(cell(table, title).data()) == before


def test_escape_leaves_what_stood(opened: MainWindow, settle: Settle) -> None:
    table = table_of(opened, settle, "actions")
    label = opened.commands["undo"].text()
    write(open_editor(table, "Status"), settle, "Final", Qt.Key.Key_Escape)
    assert str(cell(table, "Status").data()) == "Imposed"
    assert opened.commands["undo"].text() == label


def test_the_same_value_is_no_step(opened: MainWindow, settle: Settle) -> None:
    table = table_of(opened, settle, "actions")
    label = opened.commands["undo"].text()
    write(open_editor(table, "Decided"), settle, "2025-03-03")
    assert opened.commands["undo"].text() == label


def test_tab_goes_to_the_next_cell_that_is_edited(opened: MainWindow, settle: Settle) -> None:
    table = table_of(opened, settle, "sources")
    write(open_editor(table, "Title"), settle, "Acme", Qt.Key.Key_Tab)
    assert str(cell(table, "Title").data()) == "Acme"
    assert editor_of(table).accessibleName() == "Outlet"


def test_f2_in_a_cell_that_is_not_edited_takes_the_first_that_is(opened: MainWindow, settle: Settle) -> None:
    table = table_of(opened, settle, "actions")
    editor = open_editor(table, "Authority")
    assert editor.accessibleName() == "Measure"


def double_click(table: RecordTable, title: str) -> None:
    at = table.view.visualRect(cell(table, title)).center()
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_double_click_edits_where_it_opens_nothing(opened: MainWindow, settle: Settle) -> None:
    table = table_of(opened, settle, "actions")
    double_click(table, "Status")
    assert line_of(editor_of(table)).text() == "Imposed"


def test_a_double_click_opens_a_quotes_passage_still(opened: MainWindow, settle: Settle) -> None:
    table = table_of(opened, settle, "quotes")
    double_click(table, "Role")
    settle()
    assert not is_editing(table)
    assert opened.views.place == "sources"


def test_dates_of_actions_are_not_edited_on_the_timeline(opened: MainWindow, settle: Settle) -> None:
    table = table_of(opened, settle, "timeline")
    table.choose(next(id_ for id_ in table.model.ids if id_ < 0))
    settle()
    assert not cell(table, "Date").flags() & Qt.ItemFlag.ItemIsEditable
    QTest.keyClick(table.view, Qt.Key.Key_F2)
    assert not is_editing(table)


def test_the_key_again_leaves_the_open_cell_and_what_was_typed(opened: MainWindow, settle: Settle) -> None:
    table = table_of(opened, settle, "sources")
    line = line_of(open_editor(table, "Title"))
    line.setText("Half a ti")
    QTest.keyClick(line, Qt.Key.Key_F2)
    QTest.keyClick(table.view, Qt.Key.Key_F2)
    assert line_of(editor_of(table)) is line
    assert line.text() == "Half a ti"


def test_nothing_is_edited_where_nothing_may_be_written(opened: MainWindow, settle: Settle) -> None:
    table = table_of(opened, settle, "actions")
    opened.actions_pane.allow_writing(may_write=False)
    assert not cell(table, "Status").flags() & Qt.ItemFlag.ItemIsEditable


def test_kinds_of_sources_are_offered(opened: MainWindow, settle: Settle) -> None:
    editor = open_editor(table_of(opened, settle, "sources"), "Kind")
    assert isinstance(editor, QComboBox)
    assert editor.count() == len(SourceKind)


@pytest.mark.parametrize(
    "typed", ["30,500,000 EUR", "EUR 30500000", "eur 30,500,000.00", "30500000EUR", "€30.5 million"]
)
def test_a_sum_is_figures_and_a_currency(typed: str) -> None:
    assert read_sum(typed) == Money(30_500_000_00, "EUR")


@pytest.mark.parametrize("typed", ["", "EUR", "30", "EUR 30 x", "-3 EUR"])
def test_anything_else_is_no_sum(typed: str) -> None:
    with pytest.raises(FieldError):
        read_sum(typed)
