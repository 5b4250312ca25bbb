"""What the keys do in the drawing of a timeline."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from casefile.timeline import walking
from ui.timeline.picture import NOTHING

if TYPE_CHECKING:
    from ui.timeline.drawing import TimelineDrawing

_STEP = 10
"""A key pans by a tenth of the window."""
_WAYS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ENDS = {Qt.Key.Key_Home: False, Qt.Key.Key_End: True}


def press(drawing: "TimelineDrawing", event: QKeyEvent) -> bool:
    """Moves from mark to mark, or the window with Ctrl; whether the key means anything here."""
    key, controlled = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    viewport = drawing.viewport()
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        drawing.open_chosen()
    elif key in _PAGES:
        drawing.pan(0, _PAGES[key] * viewport.height())
    elif key in _WAYS and controlled:
        x, y = _WAYS[key]
        drawing.pan(x * viewport.width() // _STEP, y * viewport.height() // _STEP)
    elif key in _WAYS or key in _ENDS:
        drawing.activate(_goal(drawing, key, controlled=controlled))
    else:
        return False
    return True


def _goal(drawing: "TimelineDrawing", key: Qt.Key, *, controlled: bool) -> int:
    """The mark that the key leads to; the first of all where none has the keyboard."""
    picture = drawing.picture
    layout, entries, focus = picture.layout, picture.entries, picture.focus
    if not layout.marks:
        return NOTHING
    if focus == NOTHING:
        return walking.extreme(layout, entries, last=_ENDS.get(key, False))
    if key in _ENDS:
        if controlled:
            return walking.extreme(layout, entries, last=_ENDS[key])
        return walking.lane_end(layout, focus, last=_ENDS[key])
    along, down = _WAYS[key]
    return walking.beside(layout, focus, along) if along else walking.across(layout, entries, focus, down)
