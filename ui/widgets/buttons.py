"""Buttons that carry an action's name to those who see and to those who listen."""

from collections.abc import Callable

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


def text_button(text: str, pressed: Callable[[], object], *, primary: bool = False) -> QPushButton:
    """A button with a text; the primary one of a view stands out."""
    button = QPushButton(text)
    button.setObjectName("primary" if primary else "")
    button.setAccessibleName(text.replace("&", ""))
    button.clicked.connect(lambda _=False: pressed())
    return button
