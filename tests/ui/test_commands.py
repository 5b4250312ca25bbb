from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QPushButton, QTabBar, QWidget

from tests.ui.made_records import Settle, in_store, several
from ui.commands import COMMANDS
from ui.main_window import MainWindow
from ui.views import IN_MENU, VIEWS, View
from ui.widgets.pane import Pane


def test_no_shortcut_is_taken_twice() -> None:
    keys = Counter(QKeySequence(key).toString() for command in COMMANDS for key in command.shortcut.split())
    assert "" not in keys
    assert [key for key, count in keys.items() if count > 1] == []


def test_the_readme_names_every_view_with_its_key() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert [view.name for view in IN_MENU if f"| {view.title} | {view.shortcut} |" not in readme] == []


def test_every_command_stands_in_a_menu_with_a_word_on_what_it_does(window: MainWindow) -> None:
    shown = {action for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()}
    assert set(window.commands.values()) <= shown
    assert all(action.text() and action.statusTip() for action in window.commands.values())


def test_single_keys_count_in_the_review_only(window: MainWindow) -> None:
    window.go("actions")
    assert not window.commands["reject"].isEnabled()
    assert window.commands["reject"].shortcutContext() is Qt.ShortcutContext.WidgetWithChildrenShortcut


@pytest.mark.parametrize("place", [view.command or view.name for view in IN_MENU])
def test_whatever_takes_the_focus_has_a_name(window: MainWindow, place: str) -> None:
    window.commands[place].trigger()
    nameless = [
        child
        for child in window.findChildren(QWidget)
        if child.isVisible()
        and child.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and not child.accessibleName()
        and not (isinstance(child, QAbstractButton) and child.text())
        and not child.objectName().startswith("qt_")
    ]
    assert nameless == []


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_no_underlined_letter_is_taken_twice(window: MainWindow, settle: Settle, view: View[Pane]) -> None:
    in_store(window, settle, several)
    window.go(view.name)
    settle()
    tabs = [bar for bar in window.findChildren(QTabBar) if bar.isVisible()]
    texts = [action.text() for action in window.menuBar().actions()]
    texts += [bar.tabText(place) for bar in tabs for place in range(bar.count()) if bar.isTabVisible(place)]
    texts += [button.text() for button in window.findChildren(QPushButton) if button.isVisible()]
    letters = Counter(QKeySequence.mnemonic(text).toString() for text in texts)
    assert [letter for letter, count in letters.items() if letter and count > 1] == []


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_a_narrower_window_leaves_the_side_bar_its_width(window: MainWindow, view: View[Pane]) -> None:
    window.go(view.name)
    before = window.side_bar.width()
    window.resize(800, 600)
    QApplication.processEvents()
    assert window.width() == 800
    assert window.side_bar.width() == before
