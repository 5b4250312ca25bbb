"""Buttons that carry an action's name to those who see and to those who listen."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QToolButton

from ui.icons import put_icon


def icon_button(name: str, icon_name: str, pressed: Callable[[], object]) -> QToolButton:
    """A small button without a visible text; its name is its tool tip and its accessible name."""
    button = QToolButton()
    button.setObjectName("quiet")
    button.setToolTip(name)
    button.setAccessibleName(name)
    put_icon(button, icon_name)
    button.clicked.connect(lambda _=False: pressed())
    return button


def command_button(action: QAction) -> QPushButton:
    """A button for a command: its text, its tool tip and whether it can be pressed are the command's."""
    button = QPushButton()
    button.setObjectName("command")

    def follow() -> None:
        button.setText(action.iconText())
        button.setAccessibleName(action.iconText())
        button.setToolTip(action.toolTip())
        button.setEnabled(action.isEnabled())

    follow()
    action.changed.connect(follow)
    button.clicked.connect(lambda _=False: action.trigger())
    return button


def text_button(text: str, pressed: Callable[[], object], *, primary: bool = False) -> QPushButton:
    """A button with a text; the primary one of a view stands out."""
    button = QPushButton(text)
    button.setObjectName("primary" if primary else "")
    button.setAccessibleName(text.replace("&", ""))
    button.clicked.connect(lambda _=False: pressed())
    return button
