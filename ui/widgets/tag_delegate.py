"""Paints the tags of a row in a table's cell. Imports models, tag chips and the heading delegate."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from ui.models.ids_model import IdsModel
from ui.widgets.heading_delegate import HeadingDelegate
from ui.widgets.tag_chip import draw_chips


class TagDelegate(HeadingDelegate):
    """The cell as the style paints it, chips in the place of its text."""

    def __init__(self, view: QTableView, model: IdsModel[Any]) -> None:
        super().__init__(view, model)
        self._rows = model

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A heading, or the row's tags."""
        row, tags = self._rows.row_at(index.row()), self._rows.columns[index.column()].tags
        if row is None or tags is None or not tags(row):
            super().paint(painter, option, index)
            return
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        cell.text = ""
        style = cell.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, cell.widget)
        pad = cell.fontMetrics.averageCharWidth() // 2
        painter.save()
        painter.setClipRect(option.rect)
        painter.setFont(cell.font)
        draw_chips(painter, option.rect.adjusted(pad, 1, -pad, -1), tags(row), cell.palette)
        painter.restore()
