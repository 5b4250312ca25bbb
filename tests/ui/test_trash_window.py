"""The trash in the window: by key and menu, undone, restored, emptied after one question."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTableView, QWidget

from casefile.store import trash
from casefile.store.store import Store
from casefile.store.trash import TrashContent
from tests.ui.made_records import Settle, dialog_of, disputed, in_store, several
from ui.dialogs.empty_trash import EmptyTrashDialog, explain
from ui.main_window import MainWindow
from ui.side_bar import SideBar
from ui.widgets.record_table import RecordTable


def press_delete(window: MainWindow, target: QWidget) -> None:
    window.activateWindow()
    target.setFocus()
    QTest.keyClick(target, Qt.Key.Key_Delete)


def counts(side_bar: SideBar) -> dict[str, str]:
    items = (side_bar.topLevelItem(row) for row in range(side_bar.topLevelItemCount()))
    return {item.text(0): item.text(1) for item in items if item is not None and not item.isHidden()}


@pytest.mark.parametrize(
    ("place", "table_of", "said"),
    [
        ("actions", lambda window: window.actions_pane.table, "Action"),
        ("sources", lambda window: window.sources.table, "Source"),
        ("quotes", lambda window: window.quotes.table, "Quote"),
        ("timeline", lambda window: window.timeline.table, "Event"),
    ],
)
def test_delete_moves_what_is_chosen_and_the_bar_undoes_it(
    window: MainWindow,
    settle: Settle,
    place: str,
    table_of: Callable[[MainWindow], RecordTable],
    said: str,
) -> None:
    in_store(window, settle, disputed)
    window.go(place)
    settle()
    table = table_of(window)
    listed = list(table.model.ids)
    record = next(id_ for id_ in listed if id_ > 0)
    table.choose(record)
    press_delete(window, table.view)
    settle()
    assert list(table.model.ids) == [id_ for id_ in listed if id_ != record]
    assert window.messages.text == f"{said} moved to the trash."
    assert window.commands["undo"].text() == f"Undo: Move {said.lower()} to the trash"
    assert counts(window.side_bar)["Trash"] == "1"
    button = next(b for b in window.messages.findChildren(QPushButton) if b.text() == "Undo")
    button.click()
    settle()
    assert list(table.model.ids) == listed
    assert counts(window.side_bar)["Trash"] == ""


@pytest.mark.parametrize("place", ["actions", "sources", "quotes", "timeline"])
def test_the_key_of_a_view_brings_the_keyboard_into_its_list(
    window: MainWindow, settle: Settle, place: str
) -> None:
    in_store(window, settle, disputed)
    window.activateWindow()
    window.search_box.setFocus()
    window.commands[place].trigger()
    settle()
    focused = window.focusWidget()
    assert isinstance(focused, QTableView)
    assert focused.isVisible()


def test_delete_in_a_text_deletes_text(window: MainWindow, settle: Settle) -> None:
    in_store(window, settle, disputed)
    window.go("actions")
    settle()
    line = window.actions_pane.filter
    line.setFocus()
    line.setText("acme")
    line.setCursorPosition(0)
    QTest.keyClick(line, Qt.Key.Key_Delete)
    settle()
    assert line.text() == "cme"
    press_delete(window, window.actions_pane.facts)
    settle()
    assert counts(window.side_bar)["Trash"] == ""


def test_several_go_and_come_back_in_one_step(window: MainWindow, settle: Settle) -> None:
    ids = in_store(window, settle, several)
    window.go("actions")
    settle()
    window.actions_pane.table.view.selectAll()
    window.commands["trash"].trigger()
    settle()
    assert window.messages.text == "4 actions moved to the trash."
    assert list(window.actions_pane.table.model.ids) == []
    window.records.bin.put("source", [1])
    settle()
    window.commands["trash_place"].trigger()
    settle()
    table = window.trash.table
    shown = [str(table.model.index(row, 0).data()) for row in range(5)]
    assert shown == ["Source", *["Action"] * 4]
    assert str(table.model.index(0, 1).data()) == "Delta.txt"
    table.view.selectAll()
    window.commands["restore"].trigger()
    settle()
    assert window.messages.text == "5 records restored."
    assert list(table.model.ids) == []
    assert not window.commands["restore"].isEnabled()
    window.go("actions")
    settle()
    assert sorted(window.actions_pane.table.model.ids) == ids


def test_a_case_file_goes_from_the_side_bar_and_its_actions_stay(window: MainWindow, settle: Settle) -> None:
    in_store(window, settle, disputed)
    window.errands.add_case({"title": "Transfers", "purpose": ""})
    settle()
    case_id = window.errands.cases[0].id
    assert not window.commands["trash_case"].isEnabled()
    # A line parts the trash from the case files.
    assert list(counts(window.side_bar))[-3:] == ["Transfers", "", "Trash"]
    window.go_to_case(case_id)
    settle()
    press_delete(window, window.side_bar)
    settle()
    assert window.messages.text == "Case file moved to the trash."
    assert window.case_id is None
    assert "Transfers" not in counts(window.side_bar)
    assert counts(window.side_bar)["All actions"] == "1"


def test_emptying_asks_and_cancel_is_what_enter_does(window: MainWindow, settle: Settle) -> None:
    in_store(window, settle, disputed)
    window.records.bin.put("source", [1, 2])
    window.records.bin.put("quote", [1])
    settle()
    window.go("trash")
    settle()
    window.commands["empty_trash"].trigger()
    settle()
    dialog = dialog_of(EmptyTrashDialog)
    assert "1 record will be removed from the store for good" in dialog.words
    assert "2 sources stay in the trash" in dialog.words
    assert "cannot be undone" in dialog.words
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    settle()
    assert len(window.trash.table.model.ids) == 3
    window.commands["empty_trash"].trigger()
    settle()
    dialog_of(EmptyTrashDialog).empty.click()
    settle()
    assert window.messages.text == "1 record removed for good. 2 sources stayed."
    assert len(window.trash.table.model.ids) == 2
    assert not window.commands["undo"].isEnabled()


def test_an_empty_trash_cannot_be_emptied(window: MainWindow, settle: Settle) -> None:
    assert not window.commands["empty_trash"].isEnabled()
    in_store(window, settle, disputed)
    window.records.bin.put("quote", [1])
    settle()
    assert window.commands["empty_trash"].isEnabled()


def test_delete_on_a_saved_search_deletes_the_search(window: MainWindow, settle: Settle) -> None:
    window.errands.add_case({"title": "Transfers", "purpose": ""})
    window.errands.add_search("Big fines", "amount:>10m")
    settle()
    window.go_to_case(window.errands.cases[0].id)
    window.run_search(window.errands.searches[0])
    settle()
    press_delete(window, window.side_bar)
    settle()
    assert window.messages.text == "Saved search deleted: Big fines."
    assert len(window.errands.cases) == 1


def test_the_question_says_what_goes_and_what_stays() -> None:
    assert explain(TrashContent(1, 0, 0))[0] == "1 record will be removed from the store for good."
    assert "12 records" in explain(TrashContent(12, 0, 3_600_000))[0]
    assert "with 3.4 MB of captured originals" in explain(TrashContent(12, 0, 3_600_000))[0]
    only_kept = explain(TrashContent(0, 1, 0))
    assert only_kept[0] == "Nothing in the trash can be removed."
    assert only_kept[1].startswith("1 source stays in the trash")
    assert len(only_kept) == 2


def test_a_trashed_source_is_out_of_the_timeline(window: MainWindow, settle: Settle) -> None:
    def work(store: Store) -> None:
        disputed(store)
        with store.write("Move source to the trash", by="ann") as writer:
            trash.put_in_trash(writer, "source", [1])

    in_store(window, settle, work)
    window.go("timeline")
    settle()
    assert [id_ for id_ in window.timeline.table.model.ids if id_ > 0] == []
