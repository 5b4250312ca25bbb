"""How a timeline looks: colours and signs of the kinds, and the sizes that follow the font. Imports theme."""

import math
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPalette, QPen, QPixmap, QPolygonF

from casefile.terms import ProposalKind, TimelineKind
from casefile.timeline.layout import Metrics
from casefile.translation import N_
from ui.theme import Tint, colours_of

_TINTS = {
    TimelineKind.FINE: ProposalKind.WARNING,
    TimelineKind.ORDER: ProposalKind.ACTION,
    TimelineKind.RULING: ProposalKind.QUOTE,
    TimelineKind.EVENT: ProposalKind.EVENT,
}
"""Whose colours each kind has: those of the proposals are told apart on every ground."""
NAMES = {
    TimelineKind.FINE: N_("Fine or sum"),
    TimelineKind.ORDER: N_("Order"),
    TimelineKind.RULING: N_("Review or ruling"),
    TimelineKind.EVENT: N_("Event"),
}
_ROW = 1.5
_LANE_GAP = 0.5
_MOST_LABEL_CHARACTERS = 42
_LEAST_LABEL_CHARACTERS = 6
"""All in lines or characters of the font."""


class TextWidths:
    """The width of a text as the sum of its characters': never less than it is drawn with, kerning aside."""

    def __init__(self, metrics: QFontMetricsF) -> None:
        self._metrics = metrics
        self._known: dict[str, float] = {}

    def __call__(self, text: str) -> float:
        """In logical pixels."""
        known = self._known
        for character in set(text).difference(known):
            known[character] = self._metrics.horizontalAdvance(character)
        return sum(map(known.__getitem__, text))


@dataclass(frozen=True)
class Looks:
    """The colours of a palette and the sizes of a font."""

    palette: QPalette
    font: QFontMetricsF
    ratio: float
    """Device pixels to a logical one."""

    @cached_property
    def widths(self) -> TextWidths:
        """How wide texts are."""
        return TextWidths(self.font)

    @cached_property
    def glyph(self) -> float:
        """The size of a sign."""
        return round(self.font.height() * 0.8)

    @cached_property
    def gap(self) -> float:
        """The room between things side by side."""
        return self.font.averageCharWidth()

    def metrics(self, after: float) -> Metrics:
        """What the layout needs to know; how many rows a lane may have depends on the window."""
        character = self.font.averageCharWidth()
        return Metrics(
            row=round(self.font.height() * _ROW),
            glyph=self.glyph,
            gap=self.gap,
            least_label=character * _LEAST_LABEL_CHARACTERS,
            most_label=character * _MOST_LABEL_CHARACTERS,
            most_rows=1,
            lane_gap=round(self.font.height() * _LANE_GAP),
            after=after,
        )

    def tint(self, kind: TimelineKind) -> Tint:
        """The colours of a kind."""
        return colours_of(self.palette).tints[_TINTS[kind]]

    def colour(self, role: QPalette.ColorRole) -> QColor:
        """A colour of the palette."""
        return self.palette.color(role)

    @cached_property
    def signs(self) -> "dict[tuple[TimelineKind, bool, bool], QPixmap]":
        """The sign of a kind, full or hollow (about there), alone or with others behind it."""
        return {
            (kind, hollow, several): self._draw_sign(kind, hollow=hollow, several=several)
            for kind in TimelineKind
            for hollow in (False, True)
            for several in (False, True)
        }

    @property
    def sign_size(self) -> int:
        """The height and width of a sign's picture."""
        return math.ceil(self.glyph) + 2 * SIGN_MARGIN

    def _draw_sign(self, kind: TimelineKind, *, hollow: bool, several: bool) -> QPixmap:
        size, ratio = self.sign_size, math.ceil(self.ratio)
        drawn = QPixmap(size * ratio, size * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        with QPainter(drawn) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle = QPointF(size / 2, size / 2)
            if several:
                painter.setPen(QPen(QColor(self.tint(kind).ink), 1))
                painter.setBrush(self.colour(QPalette.ColorRole.Base))
                painter.drawPath(sign(kind, middle + QPointF(SIGN_MARGIN, -SIGN_MARGIN), self.glyph))
            draw_sign(painter, self, kind, middle, hollow=hollow)
        return drawn


SIGN_MARGIN = 3
"""Round a sign's picture, for the ones behind it."""


def sign(kind: TimelineKind, middle: QPointF, size: float) -> QPainterPath:
    """A diamond, square, triangle or circle about the middle."""
    half = size / 2
    path = QPainterPath()
    if kind is TimelineKind.EVENT:
        path.addEllipse(middle, half * 0.8, half * 0.8)
    elif kind is TimelineKind.ORDER:
        path.addRect(QRectF(middle.x() - half * 0.72, middle.y() - half * 0.72, half * 1.44, half * 1.44))
    else:
        corners: tuple[tuple[float, float], ...] = ((0, -1), (1, 0), (0, 1), (-1, 0))
        if kind is TimelineKind.RULING:
            corners = ((0, -0.9), (0.95, 0.75), (-0.95, 0.75))
        path.addPolygon(QPolygonF([middle + QPointF(x * half, y * half) for x, y in corners]))
        path.closeSubpath()
    return path


def draw_sign(painter: QPainter, looks: Looks, kind: TimelineKind, middle: QPointF, *, hollow: bool) -> None:
    """Draws the sign of a kind; hollow where it stands for a day that is only about right."""
    tint = looks.tint(kind)
    painter.setPen(QPen(QColor(tint.ink), 1.5))
    painter.setBrush(QColor(tint.ground if hollow else tint.ink))
    painter.drawPath(sign(kind, middle, looks.glyph - 2))
