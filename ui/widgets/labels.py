"""Labels for text that may come from a file: always plain, and elided rather than cut off."""

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.directions import direction_of
from ui.plain import plain_tip

LONGEST_WORD = 32
"""Longer words may end a line anywhere: a label is never narrower than its longest word."""
_LONG = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
_MAY_BREAK = "\u200b"
_PIECE = 4
ROUNDED = 1
"""A text that fits by its width in whole pixels may be elided for the part of one that was rounded off."""


def breakable(text: str) -> str:
    """The text with places in its very long words at which a line may end, which nobody sees."""
    return _LONG.sub(_broken, text)


def _broken(word: re.Match[str]) -> str:
    letters = word[0]
    return _MAY_BREAK.join(letters[start : start + _PIECE] for start in range(0, len(letters), _PIECE))


def plain_label(text: str = "", look: str = "", *, wrap: bool = False) -> QLabel:
    """A label that never takes its text for markup; ``look`` names its rule in the style sheet."""
    label = _WrappedLabel() if wrap else QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(look)
    label.setText(text)
    return label


class _WrappedLabel(QLabel):
    """Several lines; however long a word is, it makes no window wider, unless it can be copied."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)

    def setText(self, text: str) -> None:
        """Shows another text."""
        is_copied = self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
        super().setText(text if is_copied else breakable(text))

    def text(self) -> str:
        """The text as it was given."""
        return super().text().replace(_MAY_BREAK, "")


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where there is no room; the whole text is in its tool tip."""

    def __init__(self, text: str = "", look: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName(look)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Shows another text, its line breaks as spaces."""
        self.setText(" ".join(text.split()))
        self._set_tip()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the layout likes."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tool tip is there only when something is hidden."""
        super().resizeEvent(event)
        self._set_tip()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draws what fits."""
        with QPainter(self) as painter:
            area = self.contentsRect()
            painter.setLayoutDirection(direction_of(self.text()))
            room = area.width() + ROUNDED
            text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
            painter.drawText(area, (self.alignment() | Qt.AlignmentFlag.AlignVCenter).value, text)

    def _set_tip(self) -> None:
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= self.contentsRect().width()
        self.setToolTip("" if fits else plain_tip(self.text()))
