"""Quotes as a wall of cards, of which only those in sight are painted. A view over the quotes' own model."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import (
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPalette,
    QRegion,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

from casefile.translation import tr
from ui.models.ids_model import IdsModel
from ui.models.wall_layout import Sizes, WallLayout
from ui.widgets.dragged_table import drag_records
from ui.widgets.heading_painting import draw_heading
from ui.widgets.quote_card import CardStyle, draw_card
from ui.widgets.selected_rows import selected_rows

_Move = QAbstractItemView.CursorAction
Index = QModelIndex | QPersistentModelIndex


class QuoteWall(QListView):
    """Everything of a list but where its rows lie and how they look."""

    def __init__(self, model: IdsModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._kind = ""
        self._chosen_ids: Callable[[], Sequence[int]] = tuple
        self._layout = WallLayout(0, (), Sizes(1, 1, 1, 1, 0))
        self._latest_style: CardStyle | None = None
        self.setObjectName("wall")
        self.setAccessibleName(tr("Wall of quotes"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        # Only what paints all of itself is moved when it is scrolled, else all of it is painted again.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        model.modelReset.connect(self._reset)

    def let_drag(self, kind: str, ids: Callable[[], Sequence[int]]) -> None:
        """Says what its records are and which of them are selected; from now on they can be dragged."""
        self._kind, self._chosen_ids = kind, ids
        self.setDragEnabled(True)

    def startDrag(self, _: Qt.DropAction) -> None:
        """Qt's own would ask every selected card for its data."""
        drag_records(self, self._kind, self._chosen_ids())

    def _reset(self) -> None:
        """Out of sight nothing is reckoned: coming into sight the wall is."""
        if self.isVisible():
            self.doItemsLayout()

    def showEvent(self, event: QShowEvent) -> None:
        """Reckons what changed out of sight."""
        super().showEvent(event)
        self.doItemsLayout()

    def doItemsLayout(self) -> None:
        """Reckons the places anew."""
        rows = self._rows
        headings = [row for row, id_ in enumerate(rows.ids) if id_ < 0] if rows.has_headings else []
        style = self._style()
        sizes = Sizes(
            self.viewport().width(),
            style.height,
            round(self.fontMetrics().height() * 1.9),
            style.narrowest,
            style.pad,
        )
        self._layout = WallLayout(len(rows.ids), headings, sizes)
        QAbstractItemView.doItemsLayout(self)

    def visualRect(self, index: Index) -> QRect:
        """Where the row lies in the viewport."""
        if not index.isValid() or index.row() >= self._layout.count:
            return QRect()
        return self._room(index.row(), self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row at a point of the viewport."""
        row = self._layout.row_at(point.x(), point.y() + self.verticalOffset())
        return self._rows.index(row, 0) if row is not None else QModelIndex()

    def scrollTo(
        self, index: Index, _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Brings the row into sight, with a bit of what is beside it."""
        if not index.isValid() or index.row() >= self._layout.count:
            return
        box, gap = self._layout.box(index.row()), self._layout.sizes.gap
        bar = self.verticalScrollBar()
        if box.y - gap < bar.value():
            bar.setValue(box.y - gap)
        elif box.y + box.height + gap > bar.value() + self.viewport().height():
            bar.setValue(box.y + box.height + gap - self.viewport().height())

    def verticalOffset(self) -> int:
        """How far the wall is scrolled."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """The wall is never wider than the view."""
        return 0

    def scrollContentsBy(self, _: int, dy: int) -> None:
        """Qt's own moves nothing that it has not laid out itself."""
        self.viewport().scroll(0, dy)

    def isIndexHidden(self, _index: Index) -> bool:
        """Nothing is hidden."""
        return False

    def moveCursor(self, action: _Move, _keys: Qt.KeyboardModifier) -> QModelIndex:
        """Left and right card by card, up and down line by line, pages by what is in sight."""
        last = self._layout.count - 1
        row = self.currentIndex().row()
        if last < 0:
            return QModelIndex()
        if row < 0:
            return self._rows.index(0, 0)
        lines = max(1, self.viewport().height() // (self._layout.sizes.card_height + self._layout.sizes.gap))
        if action in (_Move.MoveUp, _Move.MoveDown):
            row = self._layout.beside(row, 1 if action is _Move.MoveDown else -1)
        elif action in (_Move.MovePageUp, _Move.MovePageDown):
            row = self._layout.beside(row, lines if action is _Move.MovePageDown else -lines)
        elif action in (_Move.MoveHome, _Move.MoveEnd):
            row = 0 if action is _Move.MoveHome else last
        else:
            row += 1 if action in (_Move.MoveRight, _Move.MoveNext) else -1
        return self._rows.index(min(max(row, 0), last), 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Selects the rows that the rectangle touches."""
        offset = self.verticalOffset()
        near = self._layout.rows_between(rect.top() + offset, rect.bottom() + offset)
        selection = QItemSelection()
        for row in near:
            index = self._rows.index(row, 0)
            if self.visualRect(index).intersects(rect):
                selection.select(index, index)
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:
        """All that is in sight: a few cards are painted quickly."""
        return QRegion(self.viewport().rect())

    def updateGeometries(self) -> None:
        """How far can be scrolled."""
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._layout.height - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(max(1, self._layout.sizes.card_height // 3))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width holds another number of cards side by side."""
        super().resizeEvent(event)
        self.doItemsLayout()
        self.scrollTo(self.currentIndex())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cards and headings that the exposed part shows."""
        with QPainter(self.viewport()) as painter:
            style, is_selected = self._style(), selected_rows(self)
            offset, rect = self.verticalOffset(), event.rect()
            painter.fillRect(rect, QGuiApplication.palette().color(QPalette.ColorRole.Window))
            for row in self._layout.rows_between(rect.top() + offset, rect.bottom() + offset):
                room = self._room(row, offset)
                if room.intersects(rect):
                    self._draw(painter, row, room, style, chosen=is_selected(row))

    def _room(self, row: int, offset: int) -> QRect:
        """Where the row lies in the viewport, which is scrolled so far."""
        box = self._layout.box(row)
        return QRect(box.x, box.y - offset, box.width, box.height)

    def _draw(self, painter: QPainter, row: int, room: QRect, style: CardStyle, *, chosen: bool) -> None:
        heading = self._rows.heading_at(row)
        if heading is None:
            draw_card(painter, room, self._rows.wanted_row(row), style, chosen=chosen)
            return
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        if chosen:
            option.state |= QStyle.StateFlag.State_Selected
        draw_heading(painter, room, heading, option)

    def _style(self) -> CardStyle:
        """As long as font, colours and screen are the same, one: it keeps what it has reckoned."""
        style, ratio = self._latest_style, self.devicePixelRatioF()
        font, palette = self.font(), self.palette()
        if style is None or style.font != font or style.palette != palette or style.ratio != ratio:
            style = self._latest_style = CardStyle(font, palette, ratio)
        return style
