"""The list of the command palette: entries that fit what is typed. Imports icons and the entries."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from casefile.translation import tr
from ui.icons import icon
from ui.palette_entries import Entry
from ui.plain import plain_tip

ENTRY = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


class PaletteModel(QAbstractListModel):
    """Entries in the order given; those that cannot be done can be chosen all the same, to read why."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()

    @property
    def entries(self) -> Sequence[Entry]:
        """What is shown."""
        return self._entries

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Shows others."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """As many as there are entries."""
        return 0 if parent.isValid() else len(self._entries)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What an entry is called, and all that is said of it to those who listen."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(entry.about)
        if role == Qt.ItemDataRole.DecorationRole:
            return icon(entry.icon) if entry.icon else None
        return entry if role == ENTRY else None


def spoken(entry: Entry) -> str:
    """The entry in one sentence."""
    parts = [entry.text, entry.group, entry.keys]
    if not entry.possible:
        parts.append(
            tr("not now: {why_not}").format(why_not=entry.why_not) if entry.why_not else tr("not now")
        )
    return ", ".join(part for part in parts if part)
