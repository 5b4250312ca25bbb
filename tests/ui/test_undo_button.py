"""The message bar's button takes back what the bar told of, and nothing else."""

from PySide6.QtWidgets import QPushButton

from tests.ui.made_records import Settle, in_store, several
from ui.main_window import MainWindow


def button(window: MainWindow) -> QPushButton:
    (found,) = (b for b in window.messages.findChildren(QPushButton) if b.text() in ("Undo", "Redo"))
    return found


def put_one_in_trash(window: MainWindow, settle: Settle) -> int:
    first, *_ = in_store(window, settle, several)
    window.go("actions")
    window.records.bin.put("action", [first])
    settle()
    return first


def test_it_takes_back_and_does_again_what_was_told(window: MainWindow, settle: Settle) -> None:
    first = put_one_in_trash(window, settle)
    assert button(window).isVisible()
    button(window).click()
    settle()
    assert first in window.actions_pane.table.model.ids
    assert (window.messages.text, button(window).text()) == ("Undone: Move action to the trash.", "Redo")
    button(window).click()
    settle()
    assert first not in window.actions_pane.table.model.ids
    assert (window.messages.text, button(window).text()) == ("Done again: Move action to the trash.", "Undo")


def test_it_goes_when_something_else_was_done(window: MainWindow, settle: Settle) -> None:
    put_one_in_trash(window, settle)
    window.errands.add_case({"title": "Transfers", "purpose": ""})
    settle()
    assert window.messages.text == "Action moved to the trash."
    assert not button(window).isVisible()


def test_pressed_before_it_could_go_it_undoes_nothing_and_says_so(window: MainWindow, settle: Settle) -> None:
    first = put_one_in_trash(window, settle)
    window.errands.add_case({"title": "Transfers", "purpose": ""})
    button(window).click()
    settle()
    assert first not in window.actions_pane.table.model.ids
    assert [case.title for case in window.errands.cases] == ["Transfers"]
    assert window.messages.text == (
        "Nothing was undone: something else was done since. "
        "Edit > Undo would take back the latest step: New case file: Transfers."
    )


def test_a_step_that_changed_nothing_has_no_button(window: MainWindow, settle: Settle) -> None:
    window.desk.write("Nothing", lambda _: None, lambda _: window.desk.tell_done("Nothing was there."))
    settle()
    assert window.messages.text == "Nothing was there."
    assert [b for b in window.messages.findChildren(QPushButton) if b.text() == "Undo"] == []
