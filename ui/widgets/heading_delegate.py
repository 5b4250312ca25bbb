"""Paints the headings of a table over its whole width. Imports icons and models."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from ui.directions import SidedCells
from ui.icons import SIZE, icon
from ui.models.ids_model import Heading, IdsModel
from ui.theme import colours_of


class HeadingDelegate(SidedCells):
    """Each cell of a heading paints its own part of one text, so that columns may move and hide."""

    def __init__(self, view: QTableView, model: IdsModel[object]) -> None:
        super().__init__(view)
        self._view = view
        self._model = model

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A heading, or the cell as it always is."""
        heading = self._model.heading_at(index.row())
        if heading is None:
            super().paint(painter, option, index)
            return
        cell = QRect(option.rect)
        whole = QRect(0, cell.top(), self._view.viewport().width(), cell.height())
        painter.save()
        painter.setClipRect(cell)
        draw_heading(painter, whole, heading, option)
        painter.restore()


def draw_heading(painter: QPainter, room: QRect, heading: Heading, option: QStyleOptionViewItem) -> None:
    """The fold mark, the title in bold, the note muted; elided where there is no room."""
    palette, metrics = option.palette, option.fontMetrics
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    ground = QPalette.ColorRole.Highlight if selected else QPalette.ColorRole.AlternateBase
    painter.fillRect(room, palette.color(ground))
    pad = metrics.averageCharWidth()
    size = min(SIZE, metrics.height())
    mark = icon("chevron-right" if heading.is_folded else "chevron-down")
    mark.paint(painter, QRect(room.left() + pad, room.top() + (room.height() - size) // 2, size, size))
    text = room.adjusted(pad * 2 + size, 0, -pad, 0)
    font = QFont(option.font)
    font.setWeight(QFont.Weight.DemiBold)
    bold = QFontMetrics(font)
    title = bold.elidedText(heading.title, Qt.TextElideMode.ElideRight, text.width() * 2 // 3)
    align = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    painter.setFont(font)
    painter.drawText(text, align, title)
    rest = text.adjusted(bold.horizontalAdvance(title) + 2 * pad, 0, 0, 0)
    painter.setFont(option.font)
    ink = palette.color(QPalette.ColorRole.Text).name() if selected else colours_of(palette).muted
    painter.setPen(ink)
    note = metrics.elidedText(heading.note, Qt.TextElideMode.ElideRight, max(0, rest.width()))
    painter.drawText(rest, align, note)
