"""Lines of text that are painted often: cut to their room and laid out once. Imports directions."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QStaticText, QTransform

from ui.directions import is_right_to_left

MOST_LINES = 2_000
"""As many are remembered."""


@dataclass(frozen=True)
class DrawnLine:
    """A line of text, as much of it as there is room for; whether it is read from the right."""

    words: QStaticText
    width: int
    from_right: bool


class Lines:
    """Lines in one font, measured once: many cards have the same speaker, day and source."""

    def __init__(self, font: QFont) -> None:
        self._font = font
        self._metrics = QFontMetrics(font)
        self._known: dict[tuple[str, int], DrawnLine] = {}

    def line(self, text: str, room: int) -> DrawnLine:
        """The line with everything measured that is needed to paint it in so much room."""
        found = self._known.get((text, room))
        if found is None:
            if len(self._known) >= MOST_LINES:
                self._known.clear()
            found = self._known[(text, room)] = self._made(text, room)
        return found

    def _made(self, text: str, room: int) -> DrawnLine:
        plain = " ".join(text.split())
        shown = self._metrics.elidedText(plain, Qt.TextElideMode.ElideRight, max(0, room))
        return DrawnLine(
            prepared(shown, self._font), self._metrics.horizontalAdvance(shown), is_right_to_left(shown)
        )


def prepared(text: str, font: QFont) -> QStaticText:
    """The text laid out: it is painted many times."""
    words = QStaticText(text)
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.prepare(QTransform(), font)
    return words
