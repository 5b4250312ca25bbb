"""Paints the rows of a list. Imports models, icons, directions, tag chips and the painting of headings.

Qt asks a model of ours eight times for each cell, and waits each time for whatever else the program does.
Here all the cells of a picture are painted in one go: a tenth of the time, also beside an import.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.directions import direction_of, is_right_to_left
from ui.icons import icon
from ui.models.ids_model import IdsModel
from ui.widgets.heading_painting import draw_heading
from ui.widgets.tag_chip import draw_chips

MOST_TEXTS = 4_000
"""As many cells are remembered with what of their texts fits."""
TEXT_MARGIN, PADS_A_LINE = 3, 3
"""Between a cell's padding and its text, as Qt's own style has it; and how many paddings are a line."""


def text_pad(metrics: QFontMetrics) -> int:
    """The room between the edge of a cell and its text."""
    return metrics.height() // PADS_A_LINE + TEXT_MARGIN


@dataclass(frozen=True)
class _Look:
    """The colours and sizes of the present palette and font."""

    base: QColor
    selected: QColor
    line: QColor
    ink: QColor
    cursor: QColor
    metrics: QFontMetrics
    pad: int
    icon: int

    @classmethod
    def of(cls, view: QTableView) -> "_Look":
        palette, role = view.palette(), QPalette.ColorRole
        metrics = QFontMetrics(view.font())
        return cls(
            palette.color(role.Base), palette.color(role.Highlight),
            QGuiApplication.palette().color(role.Window),  # the view's own is its ground
            palette.color(role.Text), palette.color(role.Link), metrics,
            text_pad(metrics),
            view.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize),
        )  # fmt: skip


@dataclass(frozen=True)
class _Place:
    """A column in the window."""

    number: int
    left: int
    width: int


class RowPainter:
    """What of a list is in sight: rows, headings, what is selected and where the cursor is."""

    def __init__(self, view: QTableView, model: IdsModel[Any]) -> None:
        self._view = view
        self._model = model
        self._look: _Look | None = None
        self._fitting: dict[tuple[str, int], str] = {}
        self._painters: dict[int, QStyledItemDelegate] = {}

    def leave_column(self, number: int, delegate: QStyledItemDelegate) -> None:
        """The cells of the column are painted by the delegate."""
        self._painters[number] = delegate

    def forget_look(self) -> None:
        """The palette or the font is another."""
        self._look = None
        self._fitting.clear()

    def paint(self, painter: QPainter, exposed: QRect, option: QStyleOptionViewItem) -> None:
        """All that lies in the exposed part of the window; ``option`` is as the view makes it."""
        view = self._view
        self._look = self._look or _Look.of(view)
        columns = list(self._columns(exposed))
        row, top = view.rowAt(exposed.top()), exposed.bottom() + 1
        if row >= 0:
            top = view.rowViewportPosition(row)
        height = view.verticalHeader().defaultSectionSize()
        painter.setFont(view.font())
        while 0 <= row < self._model.rowCount() and top <= exposed.bottom():
            self._paint_row(painter, row, QRect(0, top, view.viewport().width(), height), columns, option)
            row, top = row + 1, top + height
        if row < 0 or row >= self._model.rowCount():
            top = exposed.top() if row < 0 else top
            painter.fillRect(QRect(exposed.left(), top, exposed.width(), exposed.bottom() + 1 - top),
                             self._look.base)  # fmt: skip

    def _columns(self, exposed: QRect) -> Iterator[_Place]:
        header = self._view.horizontalHeader()
        for number in range(len(self._model.columns)):
            left, width = header.sectionViewportPosition(number), header.sectionSize(number)
            hidden = header.isSectionHidden(number)
            if not hidden and left <= exposed.right() and left + width > exposed.left():
                yield _Place(number, left, width)

    def _paint_row(
        self, painter: QPainter, row: int, room: QRect, columns: list[_Place], option: QStyleOptionViewItem
    ) -> None:
        look, view = self._present, self._view
        index = self._model.index(row, 0)
        selected = view.selectionModel().isSelected(index)
        heading = self._model.heading_at(row)
        if heading is not None:
            option.state &= ~QStyle.StateFlag.State_Selected
            if selected:
                option.state |= QStyle.StateFlag.State_Selected
            draw_heading(painter, room, heading, option)
            painter.setFont(view.font())
            return
        painter.fillRect(room, look.selected if selected else look.base)
        painter.fillRect(room.left(), room.bottom(), room.width(), 1, look.line)
        shown = self._model.wanted_row(row)
        painter.setPen(look.ink)
        for place in columns:
            if place.number in self._painters:
                self._leave(painter, index.siblingAtColumn(place.number), selected, option)
            elif shown is not None:
                self._paint_cell(painter, row, shown, place, room)
        current = view.currentIndex()
        if current.row() == row and view.hasFocus() and current.flags() & Qt.ItemFlag.ItemIsEditable:
            painter.setPen(look.cursor)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(view.visualRect(current).adjusted(0, 0, -1, -2))

    def _paint_cell(self, painter: QPainter, row: int, shown: object, place: _Place, room: QRect) -> None:
        """Tags, or an icon and a text of one line, from the side at which it is read."""
        look, column = self._present, self._model.columns[place.number]
        tags = column.tags(shown) if column.tags is not None else ()
        left, right = place.left + look.pad, place.left + place.width - look.pad
        if tags:
            pad = look.metrics.averageCharWidth() // 2
            cell = QRect(place.left + pad, room.top() + 1, place.width - 2 * pad, room.height() - 2)
            painter.save()
            painter.setClipRect(cell, Qt.ClipOperation.IntersectClip)
            draw_chips(painter, cell, tags, self._view.palette())
            painter.restore()
            return
        words = self._model.text_at(row, place.number)
        from_right = is_right_to_left(words)
        name = column.icon(shown) if column.icon is not None else ""
        if name:
            top = room.top() + (room.height() - 1 - look.icon) // 2
            begin = right - look.icon if from_right else left
            icon(name).paint(painter, QRect(begin, top, look.icon, look.icon))
            taken = look.icon + 2 * TEXT_MARGIN
            left, right = (left, right - taken) if from_right else (left + taken, right)
        text = self._fit(words, right - left)
        if text:
            if column.number or from_right:
                left = right - look.metrics.horizontalAdvance(text)
            rest = room.height() - 1 - look.metrics.height()
            painter.setLayoutDirection(direction_of(words))
            painter.drawText(left, room.top() + rest // 2 + look.metrics.ascent(), text)

    def _leave(
        self, painter: QPainter, index: QModelIndex, selected: bool, option: QStyleOptionViewItem
    ) -> None:
        cell = QStyleOptionViewItem(option)
        cell.rect = self._view.visualRect(index)
        if selected:
            cell.state |= QStyle.StateFlag.State_Selected
        painter.save()
        self._painters[index.column()].paint(painter, cell, index)
        painter.restore()
        painter.setFont(QFont(self._view.font()))
        painter.setPen(self._present.ink)

    def _fit(self, text: str, room: int) -> str:
        """What of the text fits."""
        found = self._fitting.get((text, room))
        if found is None:
            if len(self._fitting) >= MOST_TEXTS:
                self._fitting.clear()
            found = self._present.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            self._fitting[(text, room)] = found
        return found

    @property
    def _present(self) -> _Look:
        if self._look is None:
            raise RuntimeError("the look is known once something is painted")
        return self._look
