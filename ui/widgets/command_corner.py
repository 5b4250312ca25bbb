"""What can be done, beside the tabs of a record: buttons, or one with a menu where the tabs need the room."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from casefile.translation import tr
from ui.icons import put_icon
from ui.widgets.buttons import CommandButton
from ui.widgets.header import bare


class CommandCorner(QWidget):
    """The same commands either way."""

    def __init__(self, commands: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = QWidget(self)
        self.menu_button = QToolButton(self)
        put_icon(self.menu_button, "pencil")
        self.menu_button.setObjectName("corner")
        self.menu_button.setAccessibleName(tr("What can be done here"))
        self.menu_button.setToolTip(tr("What can be done here"))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(self.menu_button)
        menu.addActions(list(commands))
        self.menu_button.setMenu(menu)
        gap = self.fontMetrics().averageCharWidth()
        inner = bare(QHBoxLayout(self.buttons))
        inner.setSpacing(gap)
        for command in commands:
            inner.addWidget(CommandButton(command))
        row = bare(QHBoxLayout(self))
        row.setContentsMargins(0, 2, gap, 2)
        row.addWidget(self.buttons)
        row.addWidget(self.menu_button)
        self.menu_button.hide()

    def fit(self, room: int) -> None:
        """Takes as little as the room, in pixels, allows for."""
        gap = self.fontMetrics().averageCharWidth()
        fits = self.buttons.sizeHint().width() + gap <= room
        if fits is not self.menu_button.isHidden():
            had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
            self.buttons.setVisible(fits)
            self.menu_button.setVisible(not fits)
            if had_focus and not fits:
                self.menu_button.setFocus()
            self.adjustSize()
            self.updateGeometry()
