"""Notes in the window: on an action, a source and a case file, by keyboard, undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from casefile.store import cases
from casefile.store.store import Store
from tests.ui.made_records import Settle, dialog_of, in_store, several
from ui.dialogs.note import NoteDialog
from ui.main_window import MainWindow
from ui.widgets.note_list import NoteList

OWNERS = ("action", "source", "case file")


def opened(window: MainWindow, settle: Settle, owner: str) -> NoteList:
    """The notes of a record, none so far, in sight and with the keyboard."""

    def work(store: Store) -> int:
        several(store)
        with store.write("New case file", by="ann") as writer:
            return cases.add_case(writer, "Transfers", "For the board")

    case_id = in_store(window, settle, work)
    window.activateWindow()
    if owner == "action":
        window.go("actions")
        settle()
        window.actions_pane.tabs.turn_to_notes()
        return window.actions_pane.tabs.notes
    if owner == "source":
        window.go("sources")
        settle()
        window.sources.turn_to_notes()
        return window.sources.notes.notes
    window.go_to_case(case_id, "case_notes")
    settle()
    window.case_notes.notes.take_focus()
    return window.case_notes.notes


def key(window: MainWindow, pressed: Qt.Key) -> None:
    target = window.focusWidget()
    assert target is not None
    QTest.keyClick(target, pressed)


def write(words: str, settle: Settle) -> None:
    dialog = dialog_of(NoteDialog)
    entry = dialog.inputs["text"]
    assert isinstance(entry, QPlainTextEdit)
    assert dialog.focusWidget() is entry
    entry.setPlainText(words)
    assert dialog.can_accept
    dialog.accept()
    settle()


def texts(notes: NoteList) -> list[tuple[str, str]]:
    items = (notes.tree.topLevelItem(row) for row in range(notes.tree.topLevelItemCount()))
    return [(item.text(0), item.text(1)) for item in items if item is not None]


def undo_text(window: MainWindow) -> str:
    return window.commands["undo"].text()


@pytest.mark.parametrize("owner", OWNERS)
def test_notes_are_written_changed_and_deleted_by_keyboard(
    window: MainWindow, settle: Settle, owner: str
) -> None:
    notes = opened(window, settle, owner)
    key(window, Qt.Key.Key_Insert)
    write(" Ask the officer\nwhen she is back ", settle)
    assert texts(notes) == [("Ask the officer\nwhen she is back", "Tester")]
    assert undo_text(window) == "Undo: Add note: Ask the officer when she is back"
    key(window, Qt.Key.Key_Insert)
    write("Second", settle)
    chosen = notes.note()
    assert chosen is not None
    assert chosen.text == "Second"
    key(window, Qt.Key.Key_F2)
    write("Second thought", settle)
    assert texts(notes)[1] == ("Second thought", "Tester")
    assert undo_text(window) == "Undo: Edit note: Second thought"
    key(window, Qt.Key.Key_Delete)
    settle()
    assert len(texts(notes)) == 1
    assert window.messages.text == "Note deleted."
    window.messages.press()
    settle()
    assert [text for text, _ in texts(notes)] == ["Ask the officer\nwhen she is back", "Second thought"]


@pytest.mark.parametrize("owner", OWNERS)
def test_without_notes_it_says_what_they_are_for(window: MainWindow, settle: Settle, owner: str) -> None:
    notes = opened(window, settle, owner)
    assert not notes.tree.isVisible()
    assert window.focusWidget() is notes
    assert notes.accessibleName()
    assert not window.commands["edit_note"].isEnabled()
    assert not window.commands["remove_note"].isEnabled()
    assert window.commands["add_note"].isEnabled()
    window.grab()


def test_what_was_not_changed_is_no_step_and_an_empty_note_is_refused(
    window: MainWindow, settle: Settle
) -> None:
    opened(window, settle, "action")
    key(window, Qt.Key.Key_Insert)
    assert not dialog_of(NoteDialog).can_accept
    write("First", settle)
    before = undo_text(window)
    key(window, Qt.Key.Key_Return)
    write("First", settle)
    assert undo_text(window) == before


def test_enter_begins_a_line_and_ctrl_enter_saves(qtbot: QtBot) -> None:
    dialog = NoteDialog("Add note", "")
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    entry = dialog.inputs["text"]
    assert isinstance(entry, QPlainTextEdit)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(entry, Qt.Key.Key_Return, control)
    assert dialog.isVisible()
    QTest.keyClicks(entry, "One")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    QTest.keyClicks(entry, "Two")
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(entry, Qt.Key.Key_Return, control)
    assert dialog.text() == "One\nTwo"


def test_a_long_note_is_shown_whole(window: MainWindow, settle: Settle) -> None:
    notes = opened(window, settle, "action")
    for words in ("Short", "Words that go on. " * 40, "x" * 600):
        key(window, Qt.Key.Key_Insert)
        write(words, settle)
    line = notes.tree.fontMetrics().lineSpacing()

    def heights() -> list[int]:
        rows = (notes.tree.model().index(row, 0) for row in range(3))
        return [notes.tree.visualRect(index).height() for index in rows]

    short, *long = heights()
    assert short < 2 * line
    assert min(long) > 4 * line
    window.resize(800, 600)
    QTest.qWait(1)
    settle()
    assert min(heights()[1:]) > min(long)


def test_the_tab_counts_the_notes_of_the_action_in_sight(window: MainWindow, settle: Settle) -> None:
    notes = opened(window, settle, "action")
    tabs = window.actions_pane.tabs
    place = tabs.indexOf(notes)
    assert tabs.tabText(place) == "&Notes"
    tabs.setCurrentIndex(0)
    window.commands["add_note"].trigger()
    write("First", settle)
    assert tabs.shows_notes
    assert tabs.tabText(place) == "&Notes 1"
    window.actions_pane.table.choose(list(window.actions_pane.table.model.ids)[1])
    settle()
    assert (tabs.tabText(place), texts(notes)) == ("&Notes", [])


def test_the_keys_are_about_facts_where_facts_are_in_sight(window: MainWindow, settle: Settle) -> None:
    opened(window, settle, "action")
    key(window, Qt.Key.Key_Insert)
    write("First", settle)
    window.actions_pane.tabs.setCurrentIndex(0)
    settle()
    assert not window.commands["remove_note"].isEnabled()
    assert window.commands["add_fact"].isEnabled()
    buttons = window.actions_pane.tabs.cornerWidget(Qt.Corner.TopRightCorner)
    assert buttons.isVisible()


def test_the_notes_are_those_of_the_source_in_sight_and_the_search_finds_it(
    window: MainWindow, settle: Settle
) -> None:
    notes = opened(window, settle, "source")
    pane = window.sources
    tab = pane.tabs.indexOf(pane.notes)
    pane.tabs.setCurrentIndex(0)
    window.commands["add_note"].trigger()
    write("Sent by the ombudsman", settle)
    assert pane.shows_notes
    assert pane.tabs.tabText(tab) == "&Notes 1"
    shown = pane.shown_id
    pane.table.choose(next(id_ for id_ in pane.table.model.ids if id_ != shown))
    settle()
    assert (pane.tabs.tabText(tab), texts(notes)) == ("&Notes", [])
    assert not window.commands["edit_note"].isEnabled()
    pane.head.filter.setText("ombudsman")
    settle()
    pane.refresh()
    settle()
    assert list(pane.table.model.ids) == [shown]
    assert texts(notes) == [("Sent by the ombudsman", "Tester")]
    pane.tabs.setCurrentWidget(pane.history)
    settle()
    said = [
        item.text(1)
        for row in range(pane.history.topLevelItemCount())
        if (item := pane.history.topLevelItem(row)) is not None
    ]
    assert "Note: Sent by the ombudsman" in said
    window.desk.undo()
    settle()
    assert list(pane.table.model.ids) == []
