"""What mouse, wheel, touch pad and touch screen do in the drawing of a timeline."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QToolTip

from ui.timeline.picture import NOTHING

if TYPE_CHECKING:
    from ui.timeline.drawing import TimelineDrawing

ZOOM = 1.25
"""By how much one turn of the wheel magnifies."""
_TURN = 120
"""A turn of the wheel, in eighths of a degree."""


class Pointer:
    """Drags, turns, pinches, and what is pointed at."""

    def __init__(self, drawing: "TimelineDrawing") -> None:
        self._drawing = drawing
        self._held: QPoint | None = None
        self._mark = NOTHING
        """What is held, where that is a mark that can be dragged out."""
        self._is_dragging = False

    def press(self, event: QMouseEvent) -> None:
        """Takes hold."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = event.position().toPoint()
            self._is_dragging = False
            self._mark = self._drawing.mark_at(event.position()) if self._drawing.lets_drag else NOTHING

    def move(self, event: QMouseEvent) -> None:
        """Drags out or pans what is held once it was moved far enough, else shows what is there."""
        if self._held is None:
            self._drawing.set_hover(self._drawing.mark_at(event.position()))
            return
        way = event.position().toPoint() - self._held
        if self._is_dragging or way.manhattanLength() >= QApplication.startDragDistance():
            if self._mark != NOTHING:
                self._let_go()  # whatever takes the mark also takes the release of the button
                self._drawing.drag_out(self._mark)
                return
            self._is_dragging = True
            self._held = event.position().toPoint()
            self._drawing.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._drawing.pan(-way.x(), -way.y())

    def release(self, event: QMouseEvent) -> None:
        """Lets go; what was not dragged was pointed at."""
        if self._held is not None and not self._is_dragging:
            self._drawing.activate(self._drawing.mark_at(event.position()))
        self._let_go()

    def _let_go(self) -> None:
        self._held = None
        self._is_dragging = False
        self._drawing.set_hover(NOTHING)
        self._drawing.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    def turn_wheel(self, event: QWheelEvent) -> None:
        """Without lanes to scroll through, or with Shift, the wheel pans through time."""
        turned, modifiers = event.angleDelta(), event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self._drawing.zoom(ZOOM ** (turned.y() / _TURN), event.position().x())
        elif modifiers & Qt.KeyboardModifier.ShiftModifier or not self._drawing.verticalScrollBar().maximum():
            self._drawing.pan(-(turned.x() or turned.y()), 0)
        else:
            self._drawing.pan(-turned.x(), -turned.y())
        event.accept()

    def handle(self, event: QEvent) -> bool:
        """Whether the event was a tool tip or a pinch."""
        if isinstance(event, QHelpEvent):
            return self._show_tip(event)
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
        ):
            self._drawing.zoom(1 + event.value(), event.position().x())
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                middle = self._drawing.viewport().mapFromGlobal(pinch.centerPoint().toPoint())
                self._drawing.zoom(pinch.scaleFactor(), middle.x())
                return True
        return False

    def _show_tip(self, event: QHelpEvent) -> bool:
        mark = self._drawing.mark_at(event.pos().toPointF())
        if mark == NOTHING:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPos(), self._drawing.tip_of(mark), self._drawing.viewport())
        return True
