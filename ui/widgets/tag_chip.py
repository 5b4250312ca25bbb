"""How a tag looks: its name on its colour, in a list and as a button. Imports rows, icons and tag colours."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from casefile.store.rows import TagMark
from casefile.translation import tr
from ui.icons import icon
from ui.tag_colours import TagInk, tag_ink
from ui.theme import colours_of

LONGEST = 32
"""Characters of a tag's name that are shown; what is longer ends in an ellipsis."""
KEPT = 512
"""As many painted chips are kept."""


def chip_width(words: str, metrics: QFontMetrics) -> int:
    """How wide the chip is with these words."""
    return metrics.horizontalAdvance(words) + 2 * _pad(metrics)


def chip_height(metrics: QFontMetrics) -> int:
    """How high a chip is."""
    return metrics.height() + metrics.height() // 4


def shown_name(name: str) -> str:
    """The name as a chip has room for it."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"


def draw_chip(painter: QPainter, room: QRect, words: str, tag: TagMark, palette: QPalette) -> None:
    """The words on the tag's colour, elided where the room is too narrow."""
    if room.isEmpty():
        return
    ratio, font = painter.device().devicePixelRatio(), painter.font().toString()
    drawn = _chip(words, room.width(), room.height(), tag_ink(tag.colour, palette), font, ratio)
    painter.drawPixmap(room.topLeft(), drawn)


@lru_cache(KEPT)
def _chip(words: str, width: int, height: int, look: TagInk, font: str, ratio: float) -> QPixmap:
    """Painted once: a list shows a few tags many times, and round corners cost more than all of a row."""
    drawn, wanted = QPixmap(QSize(width, height) * ratio), QFont()
    wanted.fromString(font)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    with QPainter(drawn) as painter:
        painter.setFont(wanted)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.ink), 1))
        painter.setBrush(QColor(look.ground))
        radius = height / 4
        painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, height - 1), radius, radius)
        metrics = painter.fontMetrics()
        pad = _pad(metrics)
        text = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width - 2 * pad + 1)
        inner = QRect(pad, 0, width - 2 * pad, height)
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter.value, text)
    return drawn


def chips_width(tags: Sequence[TagMark], metrics: QFontMetrics) -> int:
    """How wide a cell is that shows all of the tags; 0 without any."""
    gap = metrics.averageCharWidth()
    return sum(chip_width(shown_name(tag.name), metrics) + gap for tag in tags)


def draw_chips(painter: QPainter, room: QRect, tags: Sequence[TagMark], palette: QPalette) -> None:
    """The tags side by side; how many more there are where the room ends."""
    metrics = painter.fontMetrics()
    gap, height = metrics.averageCharWidth(), min(chip_height(metrics), room.height())
    top, left = room.top() + (room.height() - height) // 2, room.left()
    for place, tag in enumerate(tags):
        words, rest = shown_name(tag.name), len(tags) - place - 1
        width = chip_width(words, metrics)
        kept = chip_width(f"+{rest}", metrics) + gap if rest else 0
        if place and left + width + kept > room.right() + 1:
            painter.setPen(colours_of(palette).muted)
            painter.drawText(
                QRect(left, top, room.right() - left + 1, height),
                Qt.AlignmentFlag.AlignVCenter.value,
                f"+{rest + 1}",
            )
            return
        fitting = min(width, room.right() + 1 - left - kept)
        draw_chip(painter, QRect(left, top, fitting, height), words, tag, palette)
        left += fitting + gap


class TagChip(QAbstractButton):
    """A tag that goes when it is pressed; ``count`` says how many of several records have it."""

    def __init__(self, tag: TagMark, count: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tag = tag
        self._words = f"{shown_name(tag.name)} {count}".strip()
        said = f"{tag.name} {count}".strip()
        self.setText(said)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Remove tag {tag}").format(tag=said))
        self.setToolTip(tr("Remove tag {tag}").format(tag=said).replace("<", "‹").replace(">", "›"))

    def sizeHint(self) -> QSize:
        """The words, and the cross behind them."""
        metrics = self.fontMetrics()
        width = chip_width(self._words, metrics) + self._cross + _pad(metrics) // 2
        return QSize(width, chip_height(metrics) + 2)

    def minimumSizeHint(self) -> QSize:
        """It is not squeezed."""
        return self.sizeHint()

    @property
    def _cross(self) -> int:
        return self.fontMetrics().height() * 2 // 3

    def paintEvent(self, _: QPaintEvent) -> None:
        """The chip; a thicker line where the keyboard is."""
        with QPainter(self) as painter:
            metrics, look = self.fontMetrics(), tag_ink(self.tag.colour, self.palette())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            near = self.hasFocus() or self.underMouse()
            painter.setPen(QPen(QColor(look.ink), 2 if near else 1))
            painter.setBrush(QColor(look.ground))
            radius = self.height() / 4
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
            pad, cross = _pad(metrics), self._cross
            words = self.rect().adjusted(pad, 0, -pad - cross, 0)
            painter.drawText(
                words, (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value, self._words
            )
            if self.isEnabled():
                left = self.width() - cross - pad // 2
                icon("x").paint(painter, QRect(left, (self.height() - cross) // 2, cross, cross))


def _pad(metrics: QFontMetrics) -> int:
    return max(4, metrics.averageCharWidth())
