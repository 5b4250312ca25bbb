"""Paints a snippet with what was found set off. Imports rows, offsets, the theme and the painting of rows."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from casefile.store.rows import Hit
from casefile.values import Span
from ui.directions import SidedCells, alignment_of, direction_of
from ui.offsets import Offsets
from ui.theme import colours_of
from ui.widgets.row_painting import text_pad

_CUT = "…"
_IN_SIGHT = 0.8
"""The part of the room within which the first mark has to end."""
RowAt = Callable[[int], Hit | None]


class HitDelegate(SidedCells):
    """Text on one line, elided, with the hits in bold on a ground of their own.

    For a column of a list whose rows paint their ground themselves.
    """

    def __init__(self, row_at: RowAt, parent: QWidget) -> None:
        super().__init__(parent)
        self._row_at = row_at
        self._forms: dict[tuple[str, bool], QTextCharFormat] = {}
        self._bold: dict[str, QFontMetrics] = {}

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The marked text; a cell without marks as any other."""
        hit = self._row_at(index.row())
        if hit is None or not hit.marks:
            super().paint(painter, option, index)
        else:
            self._draw(painter, option, hit)

    def _draw(self, painter: QPainter, cell: QStyleOptionViewItem, hit: Hit) -> None:
        pad = text_pad(cell.fontMetrics)
        room = cell.rect.adjusted(pad, 0, -pad, 0)
        width = room.width() - self._extra_width(hit, cell)
        hit = from_first_mark(hit, cell.fontMetrics, width)
        shown = cell.fontMetrics.elidedText(hit.snippet, Qt.TextElideMode.ElideRight, width)
        layout = QTextLayout(shown, cell.font)
        layout.setCacheEnabled(True)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setTextDirection(direction_of(hit.snippet))
        option.setAlignment(alignment_of(hit.snippet))
        layout.setTextOption(option)
        layout.setFormats(_formats(hit, shown, self._form(cell)))
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(room.width())
        layout.endLayout()
        painter.setClipRect(room)
        painter.setPen(colours_of(cell.palette).text)
        # As the other cells of the row, above the line below it.
        layout.draw(painter, QPointF(room.left(), room.top() + (room.height() - 1 - line.height()) // 2))

    def _extra_width(self, hit: Hit, cell: QStyleOptionViewItem) -> int:
        """How much wider the marks are for being bold."""
        key = cell.font.key()
        if key not in self._bold:
            font = QFont(cell.font)
            font.setBold(True)
            self._bold[key] = QFontMetrics(font)
        bold, usual = self._bold[key], cell.fontMetrics
        words = [mark.of(hit.snippet) for mark in hit.marks]
        return sum(bold.horizontalAdvance(word) - usual.horizontalAdvance(word) for word in words)

    def _form(self, cell: QStyleOptionViewItem) -> QTextCharFormat:
        """How marks look: bold, for those who do not see the ground."""
        colours, selected = colours_of(cell.palette), bool(cell.state & QStyle.StateFlag.State_Selected)
        form = self._forms.get((colours.text, selected))
        if form is None:
            form = self._forms[(colours.text, selected)] = QTextCharFormat()
            form.setFontWeight(QFont.Weight.Bold)
            form.setForeground(QColor(colours.text))
            if not selected:
                form.setBackground(QColor(colours.selected))
        return form


def from_first_mark(hit: Hit, metrics: QFontMetrics, width: int) -> Hit:
    """The hit without the first words of its snippet where its first mark would else be out of sight."""
    text, first = hit.snippet, hit.marks[0]
    if metrics.horizontalAdvance(text[: first.end]) <= width * _IN_SIGHT:
        return hit
    starts = [at for at in range(1, first.start + 1) if text[at - 1] == " "] or [first.start]
    fitting = (at for at in starts if metrics.horizontalAdvance(text[at : first.end]) <= width * _IN_SIGHT)
    start = next(fitting, starts[-1])
    shift = start - len(_CUT)
    marks = tuple(Span(mark.start - shift, mark.end - shift) for mark in hit.marks)
    return replace(hit, snippet=_CUT + text[start:], marks=marks)


def _formats(hit: Hit, shown: str, form: QTextCharFormat) -> list[QTextLayout.FormatRange]:
    """The marks that are in sight."""
    offsets = Offsets(hit.snippet)
    ranges = []
    for mark in hit.marks:
        start, end = offsets.span_to_qt(mark)
        if start < len(shown) - 1 or shown == hit.snippet:
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = start, end - start, form
            ranges.append(part)
    return ranges
