"""A timeline that is zoomed and panned, by pointer and by keyboard. Knows no store."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPalette,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QWidget

from casefile.translation import tr
from ui.figures import figure
from ui.plain import plain_tip
from ui.timeline import access, keys, pointing
from ui.timeline.picture import NOTHING
from ui.timeline.view import TimelineView
from ui.widgets.dragged_table import drag_records


class TimelineDrawing(TimelineView):
    """Marks in lanes; says which one is chosen and which one is opened, by the ids of their entries."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, describe: Callable[[int], str], parent: QWidget | None = None) -> None:
        """``describe`` says all that is known of the entry of an id, for tool tips and screen readers."""
        super().__init__(parent)
        access.install()
        self.describe = describe
        self._pointer = pointing.Pointer(self)
        self._kind = ""
        self._ids: Callable[[int], Sequence[int]] = lambda id_: (id_,)
        self.setAccessibleName(tr("Timeline drawing"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.viewport().setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)

    @property
    def lets_drag(self) -> bool:
        """Whether marks can be dragged out of the drawing."""
        return bool(self._kind)

    def let_drag(self, kind: str, ids: Callable[[int], Sequence[int]]) -> None:
        """Says what the marks are and which go with the one that is dragged; from now on they can be."""
        self._kind, self._ids = kind, ids

    def drag_out(self, mark: int) -> None:
        """Drags the mark's entry, with all that goes with it, out of the drawing."""
        ids = self._ids(self.picture.entry(mark).id)
        if len(ids) == 1:
            self.activate(mark)
        drag_records(self, self._kind, ids)

    def choose(self, entry_id: int | None) -> None:
        """Puts the keyboard on the entry; nobody is told. The window moves to it from another only."""
        if entry_id == self.picture.chosen_id():
            return
        mark, was_chosen = self.picture.mark_of(entry_id), self.picture.focus != NOTHING
        if was_chosen or mark != NOTHING:  # of what is not drawn nothing has to be drawn anew
            self._move_focus(mark, show=was_chosen)

    def activate(self, mark: int) -> None:
        """Puts the keyboard on the mark and tells."""
        if mark not in (NOTHING, self.picture.focus):
            self._move_focus(mark, show=True)
            self.chosen.emit(self.picture.entry(mark).id)

    def open_chosen(self) -> None:
        """Opens what is under the keyboard."""
        found = self.picture.chosen_id()
        if found is not None:
            self.opened.emit(found)

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Magnifies about a place in the window, or about the chosen mark, or about the middle."""
        at = self._middle_of_interest() if at is None else at
        day = self.picture.layout.scale.day(self._left + at)
        self._scale_to((self._wanted or self.per_day) * factor, day, at)

    def fit(self) -> None:
        """Brings all of the time into the window."""
        self._scale_to(0, self.picture.period.first, 0)

    def fit_to(self, ids: Sequence[int]) -> None:
        """Brings the time of these entries into the window."""
        period = self.picture.period_of_ids(ids)
        if period is not None:
            middle = (period.first + period.end) / 2
            self._scale_to(self.plan().fitting(period), middle, self.viewport().width() / 2)

    def set_hover(self, mark: int) -> None:
        """Shows that the pointer is on the mark."""
        if mark != self._hover:
            self._hover = mark
            self.viewport().setCursor(
                Qt.CursorShape.OpenHandCursor if mark == NOTHING else Qt.CursorShape.PointingHandCursor
            )
            self.viewport().update()

    def tip_of(self, mark: int) -> str:
        """All about the mark, and how many are hidden behind it; Qt cannot take it for rich text."""
        words, hides = self.describe(self.picture.entry(mark).id), self.picture.layout.marks[mark].hides
        words += (
            tr("\nand {hides} more here: zoom in to see them").format(hides=figure(hides)) if hides else ""
        )
        return plain_tip(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From mark to mark; with Ctrl the window moves instead."""
        if not keys.press(self, event):
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tool tips and the gestures of touch pads and screens."""
        return self._pointer.handle(event) or super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Magnifies with Ctrl, else pans."""
        self._pointer.turn_wheel(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The left button takes hold of the drawing."""
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pans what is held, else shows what is under the pointer."""
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What was pressed and not dragged is chosen."""
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens what is under the pointer."""
        if self.mark_at(event.position()) != NOTHING:
            self.activate(self.mark_at(event.position()))
            self.open_chosen()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self.set_hover(NOTHING)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows where the keyboard is."""
        super().focusInEvent(event)
        self._refresh()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard is elsewhere."""
        super().focusOutEvent(event)
        self._refresh()

    def _middle_of_interest(self) -> float:
        """In the window the middle of the chosen mark where that is in sight, else of the window."""
        window = self.viewport().width()
        if self.picture.focus != NOTHING:
            mark = self.picture.shown(self.picture.focus)
            middle = (mark.left + mark.right) / 2 - self._left
            if 0 <= middle <= window:
                return middle
        return window / 2

    def _move_focus(self, mark: int, *, show: bool) -> None:
        self.picture.focus = mark
        if mark != NOTHING:
            if show:
                self._bring_into_sight(self.place_of(mark))
            access.tell_focus(self, mark)
        self._refresh()

    def _bring_into_sight(self, place: QRect) -> None:
        """Moves no more than is needed; of what is wider than the window the beginning counts."""
        window, pad = self.viewport().rect(), round(self.looks.glyph)
        x = min(place.left() - pad, 0) or max(
            min(place.right() + pad - window.width(), place.left() - pad), 0
        )
        y = min(place.top() - pad // 2, 0) or max(place.bottom() + pad // 2 - window.height(), 0)
        self.pan(x, y)

    def _scale_to(self, per_day: float, day: float, at: float) -> None:
        """Puts the day at its place in the window; what is in its middle stays at its height.

        A scale of 0 brings all of the time into the window.
        """
        plan, period = replace(self.plan(), per_day=per_day), self.picture.period
        wanted = plan.scale(period)
        self._wanted = 0.0 if wanted == plan.fitting(period) else wanted
        layout, half = self.picture.layout, self.viewport().height() / 2
        lane = layout.strip_at(self._top + half)
        before = layout.strips[lane].top if layout.strips else 0.0

        def move() -> None:
            layout = self.picture.layout
            self.horizontalScrollBar().setValue(round(layout.scale.place(day) - at))
            if layout.strips:
                self.pan(0, round(layout.strips[lane].top - before))

        self._lay_out(move)
