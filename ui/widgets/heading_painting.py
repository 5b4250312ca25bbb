"""Paints the headings of a list over its whole width. Imports icons and models."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui.icons import SIZE, icon
from ui.models.ids_model import Heading
from ui.theme import colours_of


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
