"""The table of a comparison: a proposal beside an action of the store. Imports icons and theme."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QGuiApplication

from casefile.store.beside import Beside, BesideRow, Fit, Place
from casefile.translation import N_, tr
from ui.icons import icon
from ui.theme import colours_of
from ui.told import told, told_value

FIELD, HERE, STORE, FIT = range(4)
FITS = {
    Fit.AGREES: (N_("Agrees"), "circle-check"),
    Fit.DIFFERS: (N_("Differs, no contradiction"), "info"),
    Fit.CONFLICTS: (N_("In conflict"), "triangle-alert"),
    Fit.ONLY_HERE: (N_("Only in this source"), ""),
    Fit.ONLY_STORE: (N_("Only in the store"), ""),
}
_NOTHING = "–"
_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class BesideModel(QAbstractTableModel):
    """One row for each field of the two."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._beside: Beside | None = None

    def show(self, beside: Beside | None) -> None:
        """Shows another comparison, or none."""
        self.beginResetModel()
        self._beside = beside
        self.endResetModel()

    def row_at(self, row: int) -> BesideRow | None:
        """The field in that row."""
        rows = self._beside.rows if self._beside is not None else ()
        return rows[row] if 0 <= row < len(rows) else None

    def places_at(self, index: _Index) -> tuple[Place, ...]:
        """The passages behind a cell: those of its side, or of both where it belongs to neither."""
        row = self.row_at(index.row())
        if row is None:
            return ()
        here = row.here.places if index.column() != STORE else ()
        store = row.store.places if index.column() != HERE else ()
        return (*here, *store)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """As many as there are fields."""
        return 0 if parent.isValid() or self._beside is None else len(self._beside.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """The field, both sides and how they fit."""
        return 0 if parent.isValid() else FIT + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Whose column it is."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        number = self._beside.action_id if self._beside is not None else 0
        return (
            tr("Field"),
            tr("This source"),
            tr("Action {number} in the store").format(number=number),
            tr("Comparison"),
        )[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The values, and how they fit in words, with an icon and in colour."""
        row = self.row_at(index.row())
        if row is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _shown(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _shown(row, column).replace("<", "‹").replace(">", "›")
        if role == Qt.ItemDataRole.DecorationRole and column == FIT and FITS[row.fit][1]:
            return icon(FITS[row.fit][1])
        if role == Qt.ItemDataRole.ForegroundRole:
            return _ink(row, column)
        return None


def _shown(row: BesideRow, column: int) -> str:
    if column == FIT:
        words = tr(FITS[row.fit][0])
        return f"{words}: {told(row.words)}" if row.words else words
    return (told(row.label), told_value(row.here.value) or _NOTHING, told_value(row.store.value) or _NOTHING)[
        column
    ]


def _spoken(row: BesideRow, column: int) -> str:
    """A cell says what a look along its row would tell."""
    if column in (HERE, STORE):
        value = (row.here if column == HERE else row.store).value
        return f"{told(row.label)}: {told_value(value) or tr('nothing')}. {_shown(row, FIT)}"
    return _shown(row, column)


def _ink(row: BesideRow, column: int) -> QColor | None:
    colours = colours_of(QGuiApplication.palette())
    if row.fit is Fit.CONFLICTS and column != FIELD:
        return QColor(colours.wrong)
    empty = (column == HERE and not row.here.value) or (column == STORE and not row.store.value)
    is_quiet = column == FIELD or empty or (column == FIT and row.fit in (Fit.ONLY_HERE, Fit.ONLY_STORE))
    return QColor(colours.muted) if is_quiet else None
