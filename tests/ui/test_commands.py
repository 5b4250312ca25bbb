from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from ui.commands import COMMANDS
from ui.main_window import MainWindow


def test_no_shortcut_is_taken_twice() -> None:
    keys = Counter(QKeySequence(key).toString() for command in COMMANDS for key in command.shortcut.split())
    assert "" not in keys
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_command_stands_in_a_menu_with_a_word_on_what_it_does(window: MainWindow) -> None:
    shown = {action for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()}
    assert set(window.commands.values()) <= shown
    assert all(action.text() and action.statusTip() for action in window.commands.values())


def test_single_keys_count_in_the_review_only(window: MainWindow) -> None:
    window.go("actions")
    assert not window.commands["reject"].isEnabled()
    assert window.commands["reject"].shortcutContext() is Qt.ShortcutContext.WidgetWithChildrenShortcut


@pytest.mark.parametrize("place", ["inbox", "actions", "sources", "quotes", "timeline"])
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
