"""How a row of the command palette is drawn: icon, text with the letters meant, menu, keys or why not."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPalette, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.icons import icon
from ui.models.palette_model import ENTRY
from ui.offsets import Offsets
from ui.palette_entries import Entry

ROW_LINES = 1.7
KEY_CHARACTERS = 20
"""The room for the keys, so that the menus before them stand in a column."""
GROUP_CHARACTERS = 12


class PaletteDelegate(QStyledItemDelegate):
    """Draws an :class:`Entry`; in an impossible one everything is muted and the reason stands at its end."""

    def sizeHint(self, option: QStyleOptionViewItem, _: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as the list likes."""
        return QSize(0, round(QFontMetrics(option.font).height() * ROW_LINES))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draws the row within its rectangle."""
        entry = index.data(ENTRY)
        if not isinstance(entry, Entry):
            return
        painter.save()
        area, palette, font = QRect(option.rect), QPalette(option.palette), QFont(option.font)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, palette.highlight())
            # Muted ink keeps its contrast on bare ground only.
            palette.setColor(QPalette.ColorRole.PlaceholderText, palette.text().color())
        _Row(painter, area, palette, font).draw(entry)
        painter.restore()


class _Row:
    """One row while it is drawn: what is taken from its left and right end is gone from its middle."""

    def __init__(self, painter: QPainter, area: QRect, palette: QPalette, font: QFont) -> None:
        self._painter = painter
        self._palette = palette
        self._font = font
        self._metrics = QFontMetrics(font)
        self._pad = self._metrics.height() // 2
        self._area = area.adjusted(self._pad, 0, -self._pad, 0)

    def draw(self, entry: Entry) -> None:
        ink = self._palette.text().color()
        muted = self._palette.placeholderText().color()
        self._draw_icon(entry)
        if entry.possible:
            self._draw_end(entry.keys, KEY_CHARACTERS, muted)
            self._draw_end(entry.group, GROUP_CHARACTERS, muted)
            self._draw_text(entry, ink)
        else:
            self._draw_end(entry.group, GROUP_CHARACTERS, muted, why=entry.why_not)
            self._draw_text(entry, muted)

    def _draw_icon(self, entry: Entry) -> None:
        side = self._metrics.height()
        place = QRect(self._area.left(), self._area.center().y() - side // 2, side, side)
        if entry.icon:
            mode = QIcon.Mode.Normal if entry.possible else QIcon.Mode.Disabled
            icon(entry.icon).paint(self._painter, place, mode=mode)
        self._area.setLeft(place.right() + self._pad)

    def _draw_end(self, text: str, characters: int, colour: QColor, why: str = "") -> None:
        """Text in a column at the right end, or for the reason as wide as it is."""
        width = self._metrics.averageCharWidth() * characters
        if why:
            text = f"{text}: {why}"
            width = min(self._metrics.horizontalAdvance(text), self._area.width() * 2 // 3)
        place = QRect(self._area.right() - width, self._area.top(), width, self._area.height())
        self._write(text, place, colour, Qt.AlignmentFlag.AlignRight)
        self._area.setRight(place.left() - self._pad)

    def _draw_text(self, entry: Entry, colour: QColor) -> None:
        """Left to right or right to left, as its words want it."""
        shown = self._metrics.elidedText(entry.text, Qt.TextElideMode.ElideRight, self._area.width())
        layout = QTextLayout(shown, self._font)
        layout.setFormats(_bold(entry, len(shown)))
        layout.beginLayout()
        line = layout.createLine()
        line.setNumColumns(len(shown))
        layout.endLayout()
        top = self._area.top() + (self._area.height() - line.height()) / 2
        self._painter.setPen(colour)
        self._painter.setClipRect(self._area)
        layout.draw(self._painter, QPointF(self._area.left(), top))

    def _write(self, text: str, place: QRect, colour: QColor, side: Qt.AlignmentFlag) -> None:
        self._painter.setFont(self._font)
        self._painter.setPen(colour)
        shown = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        self._painter.drawText(place, int(side | Qt.AlignmentFlag.AlignVCenter), shown)


def _bold(entry: Entry, length: int) -> list[QTextLayout.FormatRange]:
    """The letters that were meant, where they are in sight."""
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold)
    offsets = Offsets(entry.text)
    ranges = []
    for place in entry.marked:
        start, end = offsets.to_qt(place), offsets.to_qt(place + 1)
        if end <= length:
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = start, end - start, form
            ranges.append(part)
    return ranges
