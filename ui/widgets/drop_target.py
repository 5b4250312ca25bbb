"""The row of a tree that takes what is dragged over it: which one it is, and how it shows."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QDragMoveEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

_LINE = 2
_FILLED = 20
"""How much of the letters' colour lies over the row, of 255."""


class DropTarget:
    """Follows one drag over the tree at a time."""

    def __init__(self, tree: QTreeWidget, takes: Callable[[QTreeWidgetItem], bool]) -> None:
        """``takes`` says of a row whether anything can be dropped on it."""
        self._tree = tree
        self._takes = takes
        self.item: QTreeWidgetItem | None = None
        """The row that would take it; None where nothing would."""

    def follow(self, event: QDragMoveEvent) -> None:
        """Accepts where the row below the pointer takes it; what lies beyond the edge comes into sight."""
        found = self._tree.itemAt(event.position().toPoint())
        self._show(found if found is not None and self._takes(found) else None)
        if self.item is None:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        if found is not None:
            for near in (self._tree.itemAbove(found), self._tree.itemBelow(found)):
                if near is not None:
                    self._tree.scrollToItem(near)

    def leave(self) -> None:
        """Nothing is dragged any more."""
        self._show(None)

    def paint(self, painter: QPainter, row: QRect) -> None:
        """Marks the row; the frame tells it apart without its colour."""
        line = self._tree.palette().color(QPalette.ColorRole.Text)
        fill = QColor(line)
        fill.setAlpha(_FILLED)
        painter.save()
        painter.fillRect(row, fill)
        painter.setPen(QPen(line, _LINE))
        painter.drawRect(row.adjusted(_LINE // 2, _LINE // 2, -_LINE, -_LINE))
        painter.restore()

    def _show(self, item: QTreeWidgetItem | None) -> None:
        if item is not self.item:
            self.item = item
            self._tree.viewport().update()
