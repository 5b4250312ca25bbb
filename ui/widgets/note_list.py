"""Notes, each with who wrote it and when, driven by keyboard. Knows no store."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from casefile.translation import tr
from ui.models.columns import MOMENT_WIDTH, moment_text
from ui.widgets.column_layout import ColumnPlace
from ui.widgets.empty_state import EmptyState
from ui.widgets.header_columns import HeaderColumns
from ui.widgets.wrapped_cells import WrappedCells

if TYPE_CHECKING:
    from casefile.store.notes import NoteRow

COMMANDS = ("add_note", "edit_note", "remove_note")
"""What can be done with notes: the commands' names."""
KEYS = {
    Qt.Key.Key_Insert: "add_note",
    Qt.Key.Key_F2: "edit_note",
    Qt.Key.Key_Return: "edit_note",
    Qt.Key.Key_Enter: "edit_note",
    Qt.Key.Key_Delete: "remove_note",
}
"""Here these keys are about notes, whatever they do elsewhere in the window."""
_NOTE = Qt.ItemDataRole.UserRole
_WHO, _WHEN = 18, MOMENT_WIDTH


class NoteList(QStackedWidget):
    """Oldest first, as they were written; or what notes are for."""

    chosen = Signal()
    """Another note is under the cursor."""

    def __init__(self, name: str, purpose: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.tree = _NoteTree(name)
        self._empty = EmptyState("pencil", tr("No notes yet"), tr(purpose))
        self._commands: Mapping[str, QAction] = {}
        self._wanted: int | None = None
        self.addWidget(self.tree)
        self.addWidget(self._empty)
        self.tree.currentItemChanged.connect(self.chosen)
        self.tree.itemDoubleClicked.connect(lambda *_: self._do("edit_note"))
        self.show_notes(())

    def take_commands(self, commands: Mapping[str, QAction]) -> None:
        """The commands of the keys and of the menu."""
        self._commands = commands
        for part in (self.tree, self._empty):
            part.addActions([commands[name] for name in COMMANDS])
            part.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_notes(self, notes: "Sequence[NoteRow]") -> None:
        """Shows these; the chosen one stays chosen, or the one that comes after it."""
        note, row = self.note(), self.tree.currentIndex().row()
        wanted = self._wanted if self._wanted is not None else (note.id if note is not None else None)
        had_focus = self.hasFocus() or self.tree.hasFocus()
        self.tree.clear()
        for shown in notes:
            item = QTreeWidgetItem(self.tree, [shown.text, shown.person, moment_text(shown.added_at)])
            item.setData(0, _NOTE, shown)
            for column in range(3):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        if any(shown.id == wanted for shown in notes):
            self._wanted = None
        places = [place for place, shown in enumerate(notes) if shown.id == wanted]
        place = places[0] if places else min(max(row, 0), len(notes) - 1)
        self.tree.setCurrentIndex(self.tree.model().index(place, 0))
        self.setCurrentWidget(self.tree if notes else self._empty)
        # What is empty takes the keys itself: otherwise Insert would be about something out of sight.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if notes else Qt.FocusPolicy.StrongFocus)
        if had_focus:
            self.take_focus()
        self.chosen.emit()

    def take_focus(self) -> None:
        """Brings the keyboard to the notes, or to where there are none."""
        (self.tree if self.currentWidget() is self.tree else self).setFocus()

    def choose(self, note_id: int) -> None:
        """Puts the cursor on the note as soon as it is shown."""
        self._wanted = note_id

    def note(self) -> "NoteRow | None":
        """The note under the cursor."""
        item = self.tree.currentItem()
        return item.data(0, _NOTE) if item is not None else None

    def event(self, event: QEvent) -> bool:
        """Takes the keys before the window's commands do."""
        if event.type() == QEvent.Type.ShortcutOverride and _command(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Adds, edits, deletes."""
        name = _command(event)
        if name:
            self._do(name)
        else:
            super().keyPressEvent(event)

    def _do(self, name: str) -> None:
        if name in self._commands:
            self._commands[name].trigger()


class _NoteTree(QTreeWidget):
    """Rows as high as their words need."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail")
        self.setAccessibleName(name)
        self.setColumnCount(3)
        self.setHeaderLabels([tr("Note"), tr("Who"), tr("When")])
        self.setRootIsDecorated(False)
        self.setWordWrap(True)
        self.setItemDelegate(WrappedCells(self))
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        places = (ColumnPlace(tr("Note")), ColumnPlace(tr("Who"), _WHO), ColumnPlace(tr("When"), _WHEN))
        self.columns = HeaderColumns(self, places)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other widths break the lines elsewhere."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves the keys of the notes to the list around it."""
        if _command(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


def _command(event: QEvent) -> str:
    """What the key is for here, "" for nothing."""
    if not isinstance(event, QKeyEvent):
        return ""
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return KEYS.get(Qt.Key(event.key()), "") if plain else ""
