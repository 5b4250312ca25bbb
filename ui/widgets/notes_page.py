"""A record's notes with what can be done with them above. Knows no store."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import CommandButton
from ui.widgets.header import bare
from ui.widgets.note_list import COMMANDS, NoteList


class NotesPage(QWidget):
    """The list and its buttons."""

    def __init__(self, name: str, purpose: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notes = NoteList(name, purpose)
        self._row = QHBoxLayout()
        pad = self.fontMetrics().height() // 2
        self._row.setSpacing(pad)
        self._row.setContentsMargins(pad, pad // 2, pad, pad // 2)
        self._row.addStretch(1)
        column = bare(QVBoxLayout(self))
        column.addLayout(self._row)
        column.addWidget(self.notes, 1)

    def take_commands(self, commands: Mapping[str, QAction]) -> None:
        """What can be done with notes."""
        self.notes.take_commands(commands)
        for name in COMMANDS:
            self._row.addWidget(CommandButton(commands[name]))
