"""The first picture of the window: its strips in their colours, before there is anything in them.

It has to be there at once. Imports as little of Qt as it can: even its namespace of constants takes long.
"""

from collections.abc import Iterator
from dataclasses import astuple, dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QWidget

LINE = 1
"""How thick the lines are, in pixels: each part draws its own beside the next part."""


@dataclass(frozen=True)
class Outline:
    """Where the parts of the window ended when it was closed last, in pixels; 0 for those not known."""

    top: int = 0
    """How far the tool bar reaches down."""
    side: int = 0
    """Where the view begins, beside the side bar and the line after it; 0 where there is no side bar."""
    bottom: int = 0
    """How high the status bar is."""

    @classmethod
    def parse(cls, text: str) -> "Outline":
        """What ``str`` wrote; nothing is known where it is something else."""
        numbers = [int(word) for word in text.split() if word.isascii() and word.isdigit()]
        return cls(*numbers) if len(numbers) == len(astuple(cls())) else cls()

    def __str__(self) -> str:
        """As the settings keep it."""
        return " ".join(str(number) for number in astuple(self))

    def paint(self, window: QWidget) -> None:
        """Paints strips, lines and an empty view; to be called while the window is painted."""
        area = window.rect()
        main = area.adjusted(0, self.top, 0, -self.bottom)
        with QPainter(window) as painter:
            for part, colour in self._parts(area, main):
                # Any other call that fills would load all of Qt's constants first.
                painter.setBackground(window.palette().brush(colour))
                painter.eraseRect(part)

    def _parts(self, area: QRect, main: QRect) -> Iterator[tuple[QRect, QPalette.ColorRole]]:
        role = QPalette.ColorRole
        yield area, role.Window
        if self.top and self.bottom:
            yield main.adjusted(0, -LINE, 0, LINE), role.Mid
            yield QRect(0, main.top(), max(0, self.side - 2 * LINE), main.height()), role.Window
            yield main.adjusted(self.side, 0, 0, 0), role.Base
