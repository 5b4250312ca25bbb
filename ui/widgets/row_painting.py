"""Paints the rows of a list. Imports models, icons, directions, tag chips and the painting of headings.

Qt asks a model of ours eight times for each cell, and waits each time for whatever else the program does.
Here all the cells of a picture are painted in one go: a tenth of the time, also beside an import.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.directions import is_right_to_left
from ui.icons import icon
from ui.models.ids_model import IdsModel
from ui.widgets.heading_painting import draw_heading
from ui.widgets.selected_rows import selected_rows
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
    height: int
    ascent: int
    pad: int
    icon: int
    ratio: float
    widths: "_Widths"
    signs: dict[str, QPixmap] = field(default_factory=dict)
    """The icons that were painted, by name."""

    def sign(self, name: str) -> QPixmap:
        """The icon, drawn once: a list shows one many times."""
        if name not in self.signs:
            self.signs[name] = icon(name).pixmap(QSize(self.icon, self.icon), self.ratio)
        return self.signs[name]

    @classmethod
    def of(cls, view: QTableView) -> "_Look":
        palette, role = view.palette(), QPalette.ColorRole
        metrics = QFontMetrics(view.font())
        return cls(
            palette.color(role.Base), palette.color(role.Highlight),
            QGuiApplication.palette().color(role.Window),  # the view's own is its ground
            palette.color(role.Text), palette.color(role.Link), metrics,
            metrics.height(), metrics.ascent(), text_pad(metrics),
            view.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize),
            view.devicePixelRatioF(), _Widths(view.font()),
        )  # fmt: skip


class _Widths(dict[str, float]):
    """How wide each letter is."""

    def __init__(self, font: QFont) -> None:
        super().__init__()
        self._metrics = QFontMetricsF(font)

    def __missing__(self, letter: str) -> float:
        found = self[letter] = self._metrics.horizontalAdvance(letter)
        return found

    def holds(self, text: str, room: int) -> bool:
        """Whether the text has room, where that is plain from its letters: much sooner than Qt knows."""
        return text.isascii() and sum(map(self.__getitem__, text)) + 1 <= room


@dataclass(frozen=True)
class _Fitting:
    """What of a text fits; how wide that is, where it has to be known; whether it is read from the right."""

    text: str
    width: int
    from_right: bool


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
        self._fitting: dict[tuple[str, int, bool], _Fitting] = {}
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
        if self._look is None or self._look.ratio != view.devicePixelRatioF():
            self._look = _Look.of(view)
        is_selected = selected_rows(view)
        columns = list(self._columns(exposed))
        row, top = view.rowAt(exposed.top()), exposed.bottom() + 1
        if row >= 0:
            top = view.rowViewportPosition(row)
        height = view.verticalHeader().defaultSectionSize()
        painter.setFont(view.font())
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        while 0 <= row < self._model.rowCount() and top <= exposed.bottom():
            room = QRect(0, top, view.viewport().width(), height)
            self._paint_row(painter, row, room, columns, option, selected=is_selected(row))
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
        self,
        painter: QPainter,
        row: int,
        room: QRect,
        columns: list[_Place],
        option: QStyleOptionViewItem,
        *,
        selected: bool,
    ) -> None:
        look, view = self._present, self._view
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
                self._leave(painter, self._model.index(row, place.number), selected, option)
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
        name = column.icon(shown) if column.icon is not None else ""
        taken = look.icon + 2 * TEXT_MARGIN if name else 0
        fits = self._fit(words, right - left - taken, column.number)
        if name:
            top = room.top() + (room.height() - 1 - look.icon) // 2
            # Where a number ends at the right its sign stands beside it, not at the other side of the column.
            begin = right - fits.width - taken if column.number else left
            painter.drawPixmap(right - look.icon if fits.from_right else begin, top, look.sign(name))
            left, right = (left, right - taken) if fits.from_right else (left + taken, right)
        if not fits.text:
            return
        if fits.width:
            left = right - fits.width
        base = room.top() + (room.height() - 1 - look.height) // 2 + look.ascent
        if fits.from_right:
            painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        painter.drawText(left, base, fits.text)
        if fits.from_right:
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

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

    def _fit(self, text: str, room: int, at_right: bool) -> _Fitting:
        """What of the text fits, which may stand ``at_right`` also where it is read from the left."""
        found = self._fitting.get((text, room, at_right))
        if found is None:
            if len(self._fitting) >= MOST_TEXTS:
                self._fitting.clear()
            look, from_right, shown = self._present, is_right_to_left(text), text
            if not look.widths.holds(text, room):
                shown = look.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            width = look.metrics.horizontalAdvance(shown) if at_right or from_right else 0
            found = self._fitting[(text, room, at_right)] = _Fitting(shown, width, from_right)
        return found

    @property
    def _present(self) -> _Look:
        if self._look is None:
            raise RuntimeError("the look is known once something is painted")
        return self._look
