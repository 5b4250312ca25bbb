"""Case files in the window: renamed from the side bar, filled with sources, emptied, their parts shown."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from casefile.store import cases
from casefile.store.store import Store
from tests.ui.made_records import Settle, dialog_of, in_store, several
from ui.dialogs.case_file import AssignDialog, CaseDialog
from ui.main_window import MainWindow
from ui.widgets.case_bar import PARTS


@pytest.fixture
def case_id(window: MainWindow, settle: Settle) -> int:
    """A case file with the first of four actions, in sight."""

    def work(store: Store) -> int:
        first, *_ = several(store)
        with store.write("New case file", by="ann") as writer:
            made = cases.add_case(writer, "Transfers", "For the board")
            cases.add_action(writer, made, first)
        return made

    made = in_store(window, settle, work)
    window.go_to_case(made)
    settle()
    return made


def fill(dialog: CaseDialog, **words: str) -> None:
    for name, text in words.items():
        entry = dialog.inputs[name]
        assert isinstance(entry, QLineEdit)
        entry.setText(text)


def titles(window: MainWindow) -> list[str]:
    return [case.title for case in window.errands.cases]


def case_item(window: MainWindow) -> QPoint:
    """The middle of the case file's line in the side bar."""
    (item,) = window.side_bar.findItems("Transfers", Qt.MatchFlag.MatchExactly)
    window.side_bar.setCurrentItem(item)
    return window.side_bar.visualItemRect(item).center()


def test_f2_in_the_side_bar_renames_the_case_file(window: MainWindow, settle: Settle, case_id: int) -> None:
    case_item(window)
    settle()
    assert window.actions_pane.detail is not None
    window.activateWindow()
    window.side_bar.setFocus()
    QTest.keyClick(window.side_bar, Qt.Key.Key_F2)
    dialog = dialog_of(CaseDialog)
    fill(dialog, title="")
    assert not dialog.can_accept
    fill(dialog, title="Flows", purpose="For the minister")
    dialog.accept()
    settle()
    assert titles(window) == ["Flows"]
    assert window.errands.cases[0].purpose == "For the minister"
    assert window.commands["undo"].text() == "Undo: Rename case file: Flows"
    assert window.case_id == case_id
    window.commands["undo"].trigger()
    settle()
    assert titles(window) == ["Transfers"]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_of_a_case_file_renames_it_and_moves_it_to_the_trash(
    window: MainWindow, case_id: int
) -> None:
    window.go("inbox")
    (item,) = window.side_bar.findItems("Transfers", Qt.MatchFlag.MatchExactly)
    window.side_bar.customContextMenuRequested.emit(window.side_bar.visualItemRect(item).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert window.case_id == case_id
    assert [(action.text(), action.isEnabled()) for action in menu.actions()] == [
        ("Rename case file…", True),
        ("Move case file to trash", True),
    ]
    menu.close()


@pytest.mark.usefixtures("case_id")
def test_what_is_renamed_to_the_same_is_no_step(window: MainWindow, settle: Settle) -> None:
    before = window.commands["undo"].text()
    window.commands["rename_case"].trigger()
    dialog_of(CaseDialog).accept()
    settle()
    assert window.commands["undo"].text() == before
    window.commands["rename_case"].trigger()
    fill(dialog_of(CaseDialog), purpose="Why")
    dialog_of(CaseDialog).accept()
    settle()
    assert window.commands["undo"].text() == "Undo: Change purpose: Transfers"


def test_every_part_of_a_case_file_has_its_view(window: MainWindow, settle: Settle, case_id: int) -> None:
    bar = window.case_bar
    assert bar.isVisible()
    for place, (part, name) in enumerate(PARTS):
        bar.parts.setCurrentIndex(place)
        settle()
        assert bar.parts.tabText(place) == name
        assert (window.views.place, window.case_id) == (part, case_id)
        assert window.views.at(part).isVisible()
    window.go("sources")
    settle()
    assert not bar.isVisible()
    assert len(window.sources.table.model.ids) == 4


def test_a_source_is_put_into_a_case_file_and_taken_out(
    window: MainWindow, settle: Settle, case_id: int
) -> None:
    window.go("sources")
    settle()
    window.sources.table.choose(3)
    settle()
    window.commands["assign"].trigger()
    dialog_of(AssignDialog).accept()
    settle()
    assert window.commands["undo"].text() == "Undo: Add source to case file"
    assert not window.commands["take_out"].isEnabled()
    window.go_to_case(case_id, "sources")
    settle()
    table = window.sources.table
    assert sorted(table.model.ids) == [1, 3]
    table.view.selectAll()
    window.commands["take_out"].trigger()
    settle()
    assert list(table.model.ids) == [1]
    assert window.messages.text.startswith(
        "Source taken out of the case file. 1 source stayed: an action of the case file rests on it."
    )
    window.messages.press()
    settle()
    assert sorted(table.model.ids) == [1, 3]


def test_a_source_of_an_action_goes_with_the_action_only(
    window: MainWindow, settle: Settle, case_id: int
) -> None:
    window.go_to_case(case_id, "sources")
    settle()
    window.commands["take_out"].trigger()
    settle()
    assert list(window.sources.table.model.ids) == [1]
    assert window.messages.text.startswith("Nothing was taken out: an action of the case file rests on it.")
    window.go_to_case(case_id, "actions")
    settle()
    window.commands["take_out"].trigger()
    settle()
    assert window.messages.text == "Action taken out of the case file."
    assert list(window.actions_pane.table.model.ids) == []
    window.go_to_case(case_id, "sources")
    settle()
    assert list(window.sources.table.model.ids) == []
    assert not window.commands["take_out"].isEnabled()


def listed(window: MainWindow) -> int:
    return len(window.actions_pane.table.model.ids)


def test_whoever_comes_back_to_a_case_file_finds_it_read(
    window: MainWindow, settle: Settle, case_id: int
) -> None:
    assert listed(window) == 1
    window.go("inbox")
    settle()
    window.go_to_case(case_id)
    assert window.desk.jobs.idle
    assert listed(window) == 1
    window.go("actions")
    settle()
    assert listed(window) == 4
    window.go("inbox")
    window.go_to_case(case_id)
    settle()
    assert listed(window) == 1


def test_a_list_that_is_left_while_it_is_read_is_right_when_somebody_comes_back(
    window: MainWindow, settle: Settle, case_id: int
) -> None:
    for first, then in ((None, case_id), (case_id, None)):
        for place in (first, then, first):
            if place is None:
                window.go("actions")
            else:
                window.go_to_case(place)
            window.go("inbox")  # before anything has been read
        settle()
        if first is None:
            window.go("actions")
        else:
            window.go_to_case(first)
        settle()
        assert listed(window) == (4 if first is None else 1)


def test_what_has_changed_meanwhile_is_read_when_somebody_comes_back(
    window: MainWindow, settle: Settle, case_id: int
) -> None:
    window.go("inbox")

    def add(store: Store) -> None:
        with store.write("Add", by="ann") as writer:
            cases.add_records(writer, case_id, "action", [2, 3])

    in_store(window, settle, add)
    window.go_to_case(case_id)
    settle()
    assert listed(window) == 3


@pytest.mark.parametrize("part", ["actions", "sources", "quotes"])
def test_the_values_that_were_chosen_in_a_case_file_are_chosen_there_only(
    window: MainWindow, settle: Settle, case_id: int, part: str
) -> None:
    window.go_to_case(case_id, part)
    settle()
    head = window.views.head()
    table = window.views.table()
    assert head is not None
    assert table is not None
    before = len(table.model.ids)
    head.facets.choose("year", "1999", "1999")
    settle()
    assert len(table.model.ids) == 0
    window.go("inbox")
    window.go_to_case(case_id, part)
    settle()
    assert head.facets.chosen == {}
    assert len(table.model.ids) == before
