"""Charts that are lists: each figure or bar is an item that keys, pointer and screen reader come to."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from ui.dashboard_lines import Line
from ui.models.ids_model import Index
from ui.plain import plain_tip
from ui.widgets.chart_delegates import LINE, BarDelegate, ColumnDelegate, TileDelegate

_NOWHERE = QModelIndex()
TILE_CHARACTERS = 25
COLUMN_CHARACTERS = 4
_MOST_COLUMN_CHARACTERS = 14
_COLUMN_LINES = 9
_SPARE = 4
"""Pixels of a row that Qt keeps free before it begins the next."""


class Drawing(Enum):
    """How the lines of a chart are drawn."""

    TILES = "tiles"
    COLUMNS = "columns"
    BARS = "bars"


class ChartModel(QAbstractListModel):
    """The lines of one chart."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Other lines."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line's name, its words for a screen reader and the tool tip, and the line itself."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return line.words
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(line.words)
            case _ if role == LINE:
                return line
        return None


class ChartList(QListView):
    """As high as its lines, in a page that scrolls."""

    chosen = Signal(object)
    """The :class:`Way` of the line that was clicked or entered."""
    moved = Signal(QRect)
    """Another line is under the cursor: where, in this widget."""

    def __init__(self, name: str, drawing: Drawing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chart")
        self.setAccessibleName(name)
        self._drawing = drawing
        self.lines = ChartModel(self)
        self.setModel(self.lines)
        made = {Drawing.TILES: TileDelegate, Drawing.COLUMNS: ColumnDelegate, Drawing.BARS: BarDelegate}
        self.setItemDelegate(made[drawing](self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if drawing is not Drawing.COLUMNS:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if drawing is not Drawing.BARS:
            self.setFlow(QListView.Flow.LeftToRight)
            self.setWrapping(drawing is Drawing.TILES)
            self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(self._follow)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Shows these; the cursor stays at its place."""
        if list(lines) == list(self.lines.lines):
            return
        row = self.currentIndex().row()
        self.lines.show_lines(lines)
        if lines:
            self.selectionModel().setCurrentIndex(
                self.lines.index(min(max(row, 0), len(lines) - 1)),
                self.selectionModel().SelectionFlag.NoUpdate,
            )
        self._fit()

    def sizeHint(self) -> QSize:
        """Everything without scrolling."""
        return QSize(super().sizeHint().width(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Items share the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Sizes follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes where the line leads."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._follow(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over lines that lead somewhere."""
        super().mouseMoveEvent(event)
        line = self.indexAt(event.position().toPoint()).data(LINE)
        leads = isinstance(line, Line) and line.way is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the chart in it."""
        event.ignore()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Says where the cursor is, for the page to follow it."""
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.moved.emit(self.visualRect(current))

    def _follow(self, index: Index) -> None:
        line = index.data(LINE)
        if isinstance(line, Line) and line.way is not None:
            self.chosen.emit(line.way)

    def _fit(self) -> None:
        """Gives the items their size and the list its height."""
        count, character, width = len(self.lines.lines), self.fontMetrics().averageCharWidth(), self.width()
        delegate, height = self.itemDelegate(), self.fontMetrics().height()
        rows = count
        match self._drawing:
            case Drawing.TILES:
                across = max(1, width // (TILE_CHARACTERS * character))
                rows = -(-count // across)
                across = max(1, -(-count // max(1, rows)))  # As even as can be.
                item = QSize((width - _SPARE) // across, height * 17 // 4)
            case Drawing.COLUMNS:
                wide = min(width // max(1, count), _MOST_COLUMN_CHARACTERS * character)
                item, rows = QSize(max(wide, COLUMN_CHARACTERS * character), height * _COLUMN_LINES), 1
            case Drawing.BARS:
                item = QSize(0, height * 27 // 10)
        if isinstance(delegate, TileDelegate | ColumnDelegate | BarDelegate):
            delegate.size = item
        bar = self.horizontalScrollBar().sizeHint().height()
        scrolls = self._drawing is Drawing.COLUMNS and item.width() * count > width
        self.setFixedHeight(rows * item.height() + (bar if scrolls else 0))
        self.scheduleDelayedItemsLayout()
