"""A table that paints its own rows; they can be dragged to a case file, and edited by keyboard."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QDrag, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QFrame,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.counts import count_of
from ui.dragged import records_mime
from ui.models.ids_model import IdsModel
from ui.widgets.row_painting import RowPainter

_LOOKS = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)


class DraggedTable(QTableView):
    """Nothing can be dragged until :meth:`let_drag`."""

    def __init__(self, model: IdsModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painter = RowPainter(self, model)
        # Only what paints all of itself is moved when it is scrolled, else all of it is painted again.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._kind = ""
        self._ids: Callable[[], Sequence[int]] = tuple

    def let_drag(self, kind: str, ids: Callable[[], Sequence[int]]) -> None:
        """Says what its records are and which of them are selected; from now on they can be dragged."""
        self._kind, self._ids = kind, ids
        self.setDragEnabled(True)

    def startDrag(self, _: Qt.DropAction) -> None:
        """Qt's own would ask every selected cell for its data."""
        drag_records(self, self._kind, self._ids())

    def paint_column_by(self, column: int, delegate: QStyledItemDelegate) -> None:
        """Lets the delegate paint the cells of a column."""
        self._painter.leave_column(column, delegate)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows in sight."""
        self.executeDelayedItemsLayout()
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        with QPainter(self.viewport()) as painter:
            for part in event.region():  # type: ignore[attr-defined]  # missing in the stubs
                self._painter.paint(painter, part, option)

    def changeEvent(self, event: QEvent) -> None:
        """The rows follow palette and font."""
        super().changeEvent(event)
        if event.type() in _LOOKS:
            self._painter.forget_look()

    def event(self, event: QEvent) -> bool:
        """F2 is the cell's where one can be edited, whatever else it is in the window."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2 and self._cells():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 edits the cell under the cursor, or the first of its row that can be edited."""
        cells = self._cells() if event.key() == Qt.Key.Key_F2 else []
        if cells and self.state() == self.State.EditingState:
            event.accept()  # the cell is open already, and passes on what it has no use for
            return
        if cells:
            current = self.currentIndex()
            self._open(current if current in cells else cells[0])
            return
        super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tab goes to the next cell of the row that can be edited."""
        hints = QAbstractItemDelegate.EndEditHint
        steps = {hints.EditNextItem: 1, hints.EditPreviousItem: -1}
        row = self.currentIndex()
        super().closeEditor(editor, hints.NoHint if hint in steps else hint)
        cells = self._cells()
        if hint in steps and row in cells:
            place = cells.index(row) + steps[hint]
            if 0 <= place < len(cells):
                self._open(cells[place])

    def _cells(self) -> list[QModelIndex]:
        """The cells of the row under the cursor that can be edited, from left to right."""
        current, header = self.currentIndex(), self.horizontalHeader()
        if not current.isValid():
            return []
        places = (header.logicalIndex(place) for place in range(header.count()))
        row = [current.siblingAtColumn(place) for place in places if not header.isSectionHidden(place)]
        return [index for index in row if index.flags() & Qt.ItemFlag.ItemIsEditable]

    def _open(self, cell: QModelIndex) -> None:
        self.selectionModel().setCurrentIndex(cell, self.selectionModel().SelectionFlag.NoUpdate)
        self.scrollTo(cell)
        self.edit(cell)


def drag_records(view: QWidget, kind: str, ids: Sequence[int]) -> None:
    """Drags the records out of the view, with a label that says how many they are."""
    if not ids:
        return
    drag = QDrag(view)
    drag.setMimeData(records_mime(kind, ids))
    label = QLabel(count_of(len(ids), kind))
    label.setObjectName("dragged")
    label.setFrameShape(QFrame.Shape.Box)
    label.setMargin(label.fontMetrics().height() // 3)
    label.ensurePolished()
    label.adjustSize()
    drag.setPixmap(label.grab())
    drag.exec(Qt.DropAction.CopyAction)
