"""Buttons of commands: what they show is the command's, for as long as they are there."""

import shiboken6
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from ui.widgets.buttons import CommandButton


def test_a_button_follows_its_command(qtbot: QtBot) -> None:
    action = QAction("Add note…")
    button = CommandButton(action)
    qtbot.addWidget(button)
    action.setIconText("Add")
    action.setEnabled(False)
    assert (button.text(), button.accessibleName(), button.isEnabled()) == ("Add", "Add", False)


def test_a_pressed_button_triggers_its_command(qtbot: QtBot) -> None:
    action = QAction("Add note…")
    button = CommandButton(action)
    qtbot.addWidget(button)
    with qtbot.waitSignal(action.triggered):
        button.click()


def test_a_command_outlives_its_button(qtbot: QtBot) -> None:
    action = QAction("Add note…")
    button = CommandButton(action)
    shiboken6.delete(button)
    with qtbot.captureExceptions() as errors:
        action.setEnabled(False)
    assert errors == []
