"""The tool bar with the search box. Imports icons and commands' actions only."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QToolBar, QWidget

from casefile.translation import tr

_COMMANDS = ("import", "export_brief", "", "undo", "redo")
SEARCH_CHARACTERS = 40


class ToolBar(QToolBar):
    """The commands that are used most, and :attr:`search_box` at the end."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(tr("Tools"), parent, movable=False)
        self.search_box = QLineEdit(clearButtonEnabled=True, placeholderText=tr("Search everything (Ctrl+K)"))
        self.search_box.setAccessibleName(tr("Search everything"))
        self._fit_box()
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in _COMMANDS:
            if name:
                self.addAction(actions[name])
            else:
                self.addSeparator()
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(gap)
        self.addWidget(self.search_box)

    def changeEvent(self, event: QEvent) -> None:
        """A box as wide as the letters need."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_box()

    def _fit_box(self) -> None:
        self.search_box.setMaximumWidth(self.fontMetrics().averageCharWidth() * SEARCH_CHARACTERS)
