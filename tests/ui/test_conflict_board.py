"""The board of conflicts: rival values side by side, settled in place, visible after that."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.made_records import Settle, dialog_of, disputed, in_store
from ui.dialogs.settle import SettleDialog
from ui.main_window import MainWindow
from ui.widgets.conflict_board import ConflictBoard, ConflictSection
from ui.widgets.passage_button import PassageButton
from ui.widgets.rival_cards import RivalCards


@pytest.fixture
def board(window: MainWindow, settle: Settle) -> ConflictBoard:
    """The board on an action whose sources give two sums, opened with its key."""
    in_store(window, settle, disputed)
    window.go("actions")
    settle()
    window.commands["conflicts"].trigger()
    return window.actions_pane.tabs.conflicts


def title(window: MainWindow) -> str:
    tabs = window.actions_pane.tabs
    return tabs.tabText(tabs.indexOf(tabs.conflicts))


def words(section: ConflictSection) -> str:
    return "\n".join(label.text() for label in section.findChildren(QLabel))


def test_the_tab_counts_what_is_open_and_f4_goes_there(window: MainWindow, board: ConflictBoard) -> None:
    assert window.commands["conflicts"].shortcut().toString() == "F4"
    assert title(window) == "C&onflicts 1"
    assert board.isVisible()
    (section,) = board.sections
    assert QApplication.focusWidget() is section.cards.choices[0]


def test_each_value_stands_with_its_sources_and_passages(board: ConflictBoard) -> None:
    (section,) = board.sections
    assert [choice.text() for choice in section.cards.choices] == ["€2,500,000", "€5,200,000"]
    shown = words(section)
    assert "first.txt" in shown
    assert "press, secondary" in shown
    names = [button.accessibleName() for button in section.findChildren(PassageButton)]
    assert names == ["“€2.5 million”, first.txt", "“€2.5 million”, second.txt"]


def test_it_is_settled_with_a_reason_and_stays_in_sight(
    window: MainWindow, board: ConflictBoard, settle: Settle
) -> None:
    (section,) = board.sections
    assert not section.settle_button.isEnabled()
    section.cards.choices[1].setChecked(True)
    QTest.keyClicks(section.reason_line, "the decision gives this sum")
    QTest.keyClick(section.reason_line, Qt.Key.Key_Return)
    settle()
    (section,) = board.sections
    assert title(window) == "C&onflicts"
    assert "Settled by Tester" in words(section)
    assert "the decision gives this sum" in words(section)
    assert not section.cards.choices
    section.again_button.click()
    dialog = dialog_of(SettleDialog)
    assert dialog.choices[1].isChecked()
    dialog.reject()


def test_in_the_smallest_window_it_is_settled_without_scrolling(
    window: MainWindow, board: ConflictBoard, settle: Settle
) -> None:
    window.resize(800, 600)
    settle()
    QApplication.processEvents()
    (section,) = board.sections
    room = board._area.viewport().rect()
    for widget in (*section.cards.choices, section.reason_line, section.settle_button):
        place = widget.mapTo(board._area.viewport(), QPoint())
        assert room.contains(QRect(place, widget.size())), widget.accessibleName()


def test_what_was_begun_outlasts_another_change(
    window: MainWindow, board: ConflictBoard, settle: Settle
) -> None:
    QTest.keyClicks(board.sections[0].reason_line, "because")
    window.commands["verify"].trigger()
    settle()
    assert board.sections[0].reason_line.text() == "because"


def test_a_passage_opens_its_source(window: MainWindow, board: ConflictBoard, settle: Settle) -> None:
    buttons = board.sections[0].findChildren(PassageButton)
    buttons[1].click()
    settle()
    assert window.views.place == "sources"
    assert window.sources.reader.textCursor().selectedText() == "€2.5 million"


def test_the_dialog_lets_go_for_a_passage(window: MainWindow, board: ConflictBoard, settle: Settle) -> None:
    del board
    detail = window.actions_pane.detail
    assert detail is not None
    window.records.facts.ask_settlement(detail.conflicts[0])
    dialog = dialog_of(SettleDialog)
    dialog.findChildren(PassageButton)[0].click()
    settle()
    assert window.views.place == "sources"


def test_without_the_right_to_write_nothing_is_settled(board: ConflictBoard) -> None:
    (section,) = board.sections
    section.reason_line.setText("because")
    assert section.settle_button.isEnabled()
    board.allow_writing(may_write=False)
    assert not section.settle_button.isEnabled()


def test_narrow_cards_stand_below_one_another(board: ConflictBoard, qtbot: QtBot) -> None:
    cards = RivalCards(board.sections[0].conflict, choosing=True)
    qtbot.addWidget(cards)

    def tops() -> list[int]:
        return [choice.mapTo(cards, QPoint()).y() for choice in cards.choices]

    cards.resize(1000, 400)
    cards.show()
    qtbot.waitUntil(lambda: tops()[0] == tops()[1])
    cards.resize(cards.minimumSizeHint().width(), 800)
    qtbot.waitUntil(lambda: tops()[0] < tops()[1])


def test_an_action_without_conflicts_says_so(
    window: MainWindow, board: ConflictBoard, settle: Settle
) -> None:
    window.records.facts.settle_for("x", board.sections[0].conflict.rivals[0].claim_id, "so")
    settle()
    window.commands["undo"].trigger()
    settle()
    board.show_conflicts(())
    assert not board.sections


def test_enter_or_a_letter_goes_on_from_the_choice_to_the_reason(
    window: MainWindow, board: ConflictBoard, settle: Settle
) -> None:
    window.commands["conflicts"].trigger()
    settle()
    (section,) = board.sections
    first, second = section.cards.choices
    assert QApplication.focusWidget() is first
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.isChecked()
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is section.reason_line
    second.setFocus()
    QTest.keyClick(second, Qt.Key.Key_F5)
    assert QApplication.focusWidget() is second
    QTest.keyClicks(second, "I")
    assert QApplication.focusWidget() is section.reason_line
    QTest.keyClicks(section.reason_line, "t is later")
    assert section.reason_line.text() == "It is later"
    QTest.keyClick(section.reason_line, Qt.Key.Key_Return)
    settle()
    (section,) = board.sections
    assert "It is later" in words(section)
