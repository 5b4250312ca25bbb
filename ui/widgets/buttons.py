"""Buttons that carry an action's name to those who see and to those who listen."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

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


class CommandButton(QPushButton):
    """A button for a command: its text, its tool tip and whether it can be pressed are the command's."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("command")
        self._action = action
        self._follow()
        # Bound methods, which Qt lets go of with the button: commands outlive the buttons of an empty view.
        action.changed.connect(self._follow)
        self.clicked.connect(self._trigger)

    @Slot()
    def _follow(self) -> None:
        self.setText(self._action.iconText())
        self.setAccessibleName(self._action.iconText())
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())

    @Slot()
    def _trigger(self) -> None:
        self._action.trigger()


def text_button(text: str, pressed: Callable[[], object], *, primary: bool = False) -> QPushButton:
    """A button with a text; the primary one of a view stands out."""
    button = QPushButton(text)
    button.setObjectName("primary" if primary else "")
    button.setAccessibleName(text.replace("&", ""))
    button.clicked.connect(lambda _=False: pressed())
    return button
