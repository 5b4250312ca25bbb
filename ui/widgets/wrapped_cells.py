"""Cells whose words wrap, in rows as high as they need."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView, QTreeView

from ui.directions import SidedCells
from ui.widgets.labels import breakable


class WrappedCells(SidedCells):
    """Cells as high as their words: Qt's own forgets the margins that the style sheet puts around them."""

    def __init__(self, view: QTableView | QTreeView) -> None:
        super().__init__(view)
        self._view = view

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A word that is longer than any line ends in several, rather than in an ellipsis."""
        super().initStyleOption(option, index)
        option.text = breakable(option.text)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """For the width that the column has."""
        metrics = self._view.fontMetrics()
        edge = metrics.height()
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        taken = option.decorationSize.width() + edge // 2 if icon else 0
        room = self._view.columnWidth(index.column()) - edge - taken
        text = breakable(str(index.data(Qt.ItemDataRole.DisplayRole) or ""))
        box = metrics.boundingRect(QRect(0, 0, max(1, room), 0), Qt.TextFlag.TextWordWrap, text)
        return QSize(room, box.height() + round(edge * 0.7))
