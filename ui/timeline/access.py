"""The marks of a timeline for screen readers: a list of which each mark is an item.

Where Qt's own methods may give back nothing the stubs of its binding do not say so.
"""

from functools import cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import isValid

from ui.timeline.picture import NOTHING

if TYPE_CHECKING:
    from ui.timeline.drawing import TimelineDrawing

_LIST, _ITEM = QAccessible.Role.List, QAccessible.Role.ListItem


@cache
def install() -> None:
    """Makes every drawing of a timeline a list to screen readers, from now on."""
    QAccessible.installFactory(_interface_of)


def tell_focus(drawing: "TimelineDrawing", mark: int) -> None:
    """Says which mark has the keyboard."""
    drawing.setAccessibleDescription(drawing.describe(drawing.picture.entry(mark).id))
    if QAccessible.isActive():
        event = QAccessibleEvent(drawing, QAccessible.Event.Focus)
        event.setChild(mark)
        QAccessible.updateAccessibility(event)


class DrawingInterface(QAccessibleWidget):
    """The drawing as a list of its marks, lane after lane, each in order of time."""

    def __init__(self, drawing: "TimelineDrawing") -> None:
        super().__init__(drawing, _LIST, drawing.accessibleName())
        self._drawing = drawing
        self._items: dict[int, MarkInterface] = {}
        self._ids: list[int] = []
        # Qt's register deletes what is in it when the program ends: too late for what Python made.
        drawing.destroyed.connect(partial(_forget, self._ids))
        QCoreApplication.instance().aboutToQuit.connect(partial(_forget, self._ids))  # type: ignore[union-attr]

    def childCount(self) -> int:
        """How many marks there are, in sight or not."""
        return len(self._drawing.picture.layout.marks)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The mark of that number."""
        if not 0 <= index < self.childCount():
            return None
        if index not in self._items:
            item = self._items[index] = MarkInterface(self._drawing, index)
            self._ids.append(QAccessible.registerAccessibleInterface(item))
        return self._items[index]

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The mark at that place of the screen."""
        viewport = self._drawing.viewport()
        place = viewport.mapFromGlobal(QRect(x, y, 1, 1).topLeft())
        return (
            self.child(self._drawing.mark_at(place.toPointF())) if viewport.rect().contains(place) else None
        )

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The number of the mark."""
        return child.number if isinstance(child, MarkInterface) else NOTHING

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The mark with the keyboard."""
        return self.child(self._drawing.picture.focus) if self._drawing.hasFocus() else None


class MarkInterface(QAccessibleInterface):
    """One mark; whichever has the number."""

    def __init__(self, drawing: "TimelineDrawing", number: int) -> None:
        super().__init__()
        self._drawing = drawing
        self.number = number

    def isValid(self) -> bool:
        """Whether there is still a mark of that number."""
        return isValid(self._drawing) and self.number < len(self._drawing.picture.layout.marks)

    def object(self) -> QObject | None:  # type: ignore[override]
        """A mark is no object of its own."""
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        """The window of the drawing."""
        return self._drawing.window().windowHandle() if self.isValid() else None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The list."""
        return QAccessible.queryAccessibleInterface(self._drawing)

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """None."""
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """None."""
        return None

    def childCount(self) -> int:
        """None."""
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """None."""
        return NOTHING

    def text(self, kind: QAccessible.Text) -> str:
        """Date, what happened to whom, by which authority; and the lane."""
        if not self.isValid():
            return ""
        picture = self._drawing.picture
        if kind == QAccessible.Text.Name:
            return self._drawing.describe(picture.entry(self.number).id).replace("\n", ". ")
        if kind == QAccessible.Text.Description and self._drawing.has_names:
            return picture.layout.strips[picture.layout.marks[self.number].lane].name
        return ""

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Nothing can be written here."""

    def rect(self) -> QRect:
        """Where it is on the screen."""
        if not self.isValid():
            return QRect()
        place = self._drawing.place_of(self.number)
        return QRect(self._drawing.viewport().mapToGlobal(place.topLeft()), place.size())

    def role(self) -> QAccessible.Role:
        """An item of a list."""
        return _ITEM

    def state(self) -> QAccessible.State:
        """Whether it is chosen, has the keyboard, and is in sight."""
        state = QAccessible.State()
        state.invalid = not self.isValid()
        if self.isValid():
            chosen = self._drawing.picture.focus == self.number
            state.focusable = state.selectable = True
            state.selected, state.focused = chosen, chosen and self._drawing.hasFocus()
            state.offscreen = (
                not self._drawing.viewport().rect().intersects(self._drawing.place_of(self.number))
            )
        return state


def _forget(ids: list[int], *_: object) -> None:
    for id_ in ids:
        QAccessible.deleteAccessibleInterface(id_)
    ids.clear()


def _interface_of(name: str, thing: QObject | None) -> QAccessibleInterface | None:
    if name != "TimelineDrawing" or thing is None:
        return None
    return DrawingInterface(thing)  # type: ignore[arg-type]  # the name says so
