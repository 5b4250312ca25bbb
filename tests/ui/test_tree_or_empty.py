"""A tree without rows says why, and what comes there."""

from PySide6.QtWidgets import QPushButton, QTreeWidget, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from tests.ui.made_records import Settle, in_store, several
from ui.main_window import MainWindow
from ui.widgets.empty_state import EmptyState
from ui.widgets.tree_or_empty import TreeOrEmpty


def test_the_words_stand_where_no_row_does(qtbot: QtBot) -> None:
    tree = QTreeWidget()
    both = TreeOrEmpty(tree, EmptyState("quote", "No quotes", "They come later."))
    qtbot.addWidget(both)
    assert both.currentWidget() is both.empty
    item = QTreeWidgetItem(tree, ["one"])
    assert both.currentWidget() is tree
    tree.takeTopLevelItem(tree.indexOfTopLevelItem(item))
    assert both.currentWidget() is both.empty
    QTreeWidgetItem(tree, ["two"])
    tree.clear()
    assert both.currentWidget() is both.empty


def test_an_action_without_quotes_and_events_says_where_they_come_from(
    window: MainWindow, settle: Settle
) -> None:
    in_store(window, settle, several)
    window.go("actions")
    settle()
    tabs = window.actions_pane.tabs
    for tree in (tabs.quotes, tabs.timeline):
        assert tree.topLevelItemCount() == 0
        page = tree.parentWidget()
        assert isinstance(page, TreeOrEmpty)
        assert page.currentWidget() is page.empty
        assert tabs.indexOf(page) >= 0


def test_a_brief_of_nothing_has_nothing_to_leave_out(window: MainWindow, settle: Settle) -> None:
    window.go("composer")
    settle()
    page = window.views.composer.fields.told.parentWidget()
    assert isinstance(page, TreeOrEmpty)
    assert page.currentWidget() is page.empty


def test_the_brief_s_first_step_is_to_accept_something(window: MainWindow, settle: Settle) -> None:
    window.go("briefs")
    settle()
    table = window.views.briefs.table
    assert [button.text() for button in table.empty.buttons] == ["Inbox"]
    in_store(window, settle, several)
    assert [button.text() for button in table.empty.buttons] == ["Export brief"]


def test_a_review_of_nothing_leads_to_the_inbox(window: MainWindow, settle: Settle) -> None:
    window.go("review")
    settle()
    (button,) = [one for one in window.views.review.findChildren(QPushButton) if one.isVisible()]
    button.click()
    settle()
    assert window.views.place == "inbox"


def test_the_keyboard_is_on_the_next_step_of_an_empty_timeline(window: MainWindow, settle: Settle) -> None:
    window.activateWindow()
    window.commands["timeline"].trigger()
    settle()
    assert window.focusWidget() is window.views.timeline.table.empty.buttons[0]


def test_the_overview_leads_to_the_import_and_then_to_the_inbox(window: MainWindow, settle: Settle) -> None:
    window.go("dashboard")
    settle()
    assert [button.text() for button in window.dashboard.empty.buttons] == ["Import"]
