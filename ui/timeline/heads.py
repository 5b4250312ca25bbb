"""What stays in sight while a timeline is panned: the axis above it, the names of the lanes beside it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QToolTip, QWidget

from casefile.timeline.layout import Strip
from casefile.timeline.scale import TimeScale
from casefile.timeline.ticks import Step, Stretch, Tick, Unit
from ui.figures import figure
from ui.plain import plain_tip

_AXIS_LINES = 2.6
_FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TimeAxis(QWidget):
    """Ticks with their labels, and above them the longer periods that these belong to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._scale = TimeScale(0, 1)
        self._left = 0.0
        self._ticks: Sequence[Tick] = ()
        self._stretches: Sequence[Stretch] = ()
        self._fills = False

    def wanted_height(self) -> int:
        """Two lines of text."""
        return round(self.fontMetrics().height() * _AXIS_LINES)

    def show_ticks(
        self, scale: TimeScale, left: float, step: Step, ticks: Sequence[Tick], above: Sequence[Stretch]
    ) -> None:
        """Shows these; ``left`` is how far the drawing is scrolled."""
        self._scale, self._left, self._ticks, self._stretches = scale, left, ticks, above
        self._fills = step.count == 1 and step.unit is not Unit.WEEK
        self.update()

    def labels(self) -> Iterator[tuple[float, str]]:
        """The labels that have room, each with its left edge.

        Where each tick stands for all of the time to the next, the one that begins out of sight is named at
        the left edge.
        """
        pad = self.fontMetrics().averageCharWidth() // 2 + 1
        edges = [self._scale.place(tick.day) - self._left for tick in self._ticks]
        for tick, edge, end in zip(self._ticks, edges, [*edges[1:], float(self.width())], strict=True):
            left = (max(edge, 0.0) if self._fills else edge) + pad
            if left >= 0 and left + self.fontMetrics().horizontalAdvance(tick.label) <= min(
                end, self.width()
            ):
                yield left, tick.label

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draws what fits; the period that begins out of sight is named at the left edge."""
        palette, metrics = self.palette(), self.fontMetrics()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.AlternateBase))
            pad, line = metrics.averageCharWidth() // 2 + 1, self.height() // 2
            mid = palette.color(QPalette.ColorRole.Mid)
            painter.setPen(mid)
            for tick in self._ticks:
                x = round(self._scale.place(tick.day) - self._left)
                painter.drawLine(x, 0 if tick.strong else line, x, self.height())
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            for left, label in self.labels():
                painter.drawText(QRect(round(left), line, self.width(), line), _FLAGS, label)
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            for stretch in self._stretches:
                begin = self._scale.place(stretch.first) - self._left
                room = self._scale.place(stretch.end) - self._left - max(begin, 0) - 2 * pad
                texts = (
                    text for text in (stretch.label, stretch.short) if metrics.horizontalAdvance(text) <= room
                )
                painter.drawText(
                    QRect(round(max(begin, 0)) + pad, 0, self.width(), line), _FLAGS, next(texts, "")
                )
            painter.setPen(mid)
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


class LaneNames(QWidget):
    """The lanes' names; each as far up as its lane can be seen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._strips: Sequence[Strip] = ()
        self._top = 0.0
        self._chosen = -1

    def show_strips(self, strips: Sequence[Strip], top: float, chosen: int) -> None:
        """Shows these; ``top`` is how far the drawing is scrolled, ``chosen`` the lane in use."""
        self._strips, self._top, self._chosen = strips, top, chosen
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draws the names in sight, and below them how much a lane holds where there is room."""
        palette, metrics = self.palette(), self.fontMetrics()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.AlternateBase))
            pad, line = metrics.averageCharWidth(), metrics.height()
            mid = palette.color(QPalette.ColorRole.Mid)
            for place, strip in self._in_sight():
                bottom = round(strip.top + strip.height - self._top) - 1
                top = min(max(round(strip.top - self._top), 0), bottom - line - 2)
                if place == self._chosen:
                    edge = QRect(0, round(strip.top - self._top), max(3, pad // 2), round(strip.height))
                    painter.fillRect(edge, palette.color(QPalette.ColorRole.Accent))
                painter.setPen(palette.color(QPalette.ColorRole.Text))
                room = self.width() - 2 * pad
                name = metrics.elidedText(" ".join(strip.name.split()), Qt.TextElideMode.ElideRight, room)
                painter.drawText(QRect(pad, top + line // 4, room, line), _FLAGS, name)
                if bottom - top > line * 2.4:
                    painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
                    painter.drawText(
                        QRect(pad, top + line // 4 + line, room, line),
                        _FLAGS,
                        figure(strip.end - strip.first),
                    )
                painter.setPen(mid)
                painter.drawLine(0, bottom, self.width(), bottom)
            painter.setPen(mid)
            painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())

    def event(self, event: QEvent) -> bool:
        """The tool tip is the whole name."""
        if isinstance(event, QHelpEvent):
            name = self.name_at(event.pos().y())
            QToolTip.showText(event.globalPos(), plain_tip(name), self)
            return True
        return super().event(event)

    def name_at(self, y: float) -> str:
        """The whole name of the lane at that height, "" where there is none."""
        return next(
            (strip.name for _, strip in self._in_sight() if y < strip.top + strip.height - self._top), ""
        )

    def _in_sight(self) -> Sequence[tuple[int, Strip]]:
        strips = self._strips
        first = bisect_right(strips, self._top, key=lambda strip: strip.top + strip.height)
        found = []
        for place in range(first, len(strips)):
            if strips[place].top - self._top > self.height():
                break
            found.append((place, strips[place]))
        return found
