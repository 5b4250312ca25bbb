"""A timeline in a window: what of a picture is in sight, at which scale, between axis and names.

How it is driven is :mod:`ui.timeline.drawing`'s.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QPointF, QRect
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QStaticText,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from casefile.timeline.layout import Layout
from casefile.timeline.ticks import Step, Tick, step_for, stretches, ticks
from ui.figures import months
from ui.timeline.heads import LaneNames, TimeAxis
from ui.timeline.looks import Looks
from ui.timeline.painting import MarkPainter, Window
from ui.timeline.picture import NOTHING, Picture, Plan

AT_ONCE = 6_000
"""As many entries are laid out while the window waits; more are laid out beside it."""
_LABELS_SHARE = 0.25
"""Of the window, at most."""
_NAMES_SHARE = 0.25
_NAMES_CHARACTERS = 30
"""How wide the names of the lanes may be: of the drawing, and in characters."""
_CHANGES = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)
Beside = Callable[[Callable[[], Layout], Callable[[Layout], None]], None]
"""Does some work, maybe beside the window, and hands over what came of it."""


class TimelineView(QAbstractScrollArea):
    """Shows a picture; wherever it is scrolled to, the axis and the names of the lanes stay in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = Picture((), ())
        self.has_names = True
        """Whether the lanes have names."""
        self.beside: Beside = lambda work, done: done(work())
        self._wanted = 0.0
        """The scale, 0 while all of the time is in the window."""
        self._next: tuple[Plan, Callable[[], None]] | None = None
        self._is_busy = False
        self._expects = False
        self._looks: Looks | None = None
        self._texts: dict[tuple[int, int], QStaticText] = {}
        self._hover = NOTHING
        self._axis = TimeAxis(self)
        self._names = LaneNames(self)

    @property
    def looks(self) -> Looks:
        """The colours and sizes of the present palette and font."""
        if self._looks is None:
            self._looks = Looks(self.palette(), QFontMetricsF(self.font()), self.devicePixelRatioF())
        return self._looks

    @property
    def per_day(self) -> float:
        """The scale, in pixels a day."""
        return self.picture.layout.scale.per_day

    def plan(self) -> Plan:
        """How a picture has to be made to be shown here and now."""
        width, height = self.viewport().width(), self.viewport().height()
        after = min(self.looks.metrics(0).most_label, width * _LABELS_SHARE)
        return Plan(width, height, self.looks.metrics(after), self.looks.widths, self._wanted)

    def expect_picture(self) -> None:
        """Another picture will come: this one is not laid out for another size, which would hold that up."""
        self._expects = True

    def show_picture(self, picture: Picture, *, has_names: bool) -> None:
        """Shows another picture, or the same one made anew: what was in sight and chosen stays so."""
        chosen, day = self.picture.chosen_id(), self.picture.layout.scale.day(self._left)
        self.has_names = has_names
        self._hover = NOTHING
        self._next, self._is_busy, self._expects = None, False, False
        self.picture = picture
        self._place_heads()

        def show() -> None:
            self.horizontalScrollBar().setValue(round(picture.layout.scale.place(day)))

        picture.focus = picture.mark_of(chosen)
        self._take_layout(show)
        self._lay_out(show)

    def pan(self, x: int, y: int) -> None:
        """Moves the window over the drawing."""
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + x)
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + y)

    def mark_at(self, place: QPointF) -> int:
        """The mark at the place in the window."""
        found = self.picture.layout.mark_at(place.x() + self._left, place.y() + self._top)
        return NOTHING if found is None else found

    def place_of(self, mark: int) -> QRect:
        """Where the mark with its label is in the window."""
        shown, layout = self.picture.shown(mark), self.picture.layout
        top = layout.rows[shown.row].top - self._top
        width = round(shown.end - shown.left)
        return QRect(round(shown.left - self._left), round(top), width, round(layout.row_height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws what is in sight and has to be drawn, and nothing else."""
        viewport = self.viewport()
        window = Window(
            self.picture.layout, self.picture.entries, self._left, self._top, viewport.width(),
            viewport.height(), self.picture.focus, self.hasFocus(), self._hover, self._texts,
        )  # fmt: skip
        with QPainter(viewport) as painter:
            painter.setFont(self.font())
            marks, found = MarkPainter(painter, self.looks, window), self._ticks()[1]
            for part in event.region():  # type: ignore[attr-defined]  # missing in the stubs
                marks.draw(part, found)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All of the time stays in the window where it was in it."""
        super().resizeEvent(event)
        self._place_heads()
        self._set_ranges()
        if not self._expects:
            self._lay_out()
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Colours and sizes follow the palette and the font."""
        super().changeEvent(event)
        if event.type() in _CHANGES:
            self._looks = None
            self._texts.clear()
            self._place_heads()
            self._lay_out()
            self._refresh()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Moves what is drawn; what stays at an edge of the window is drawn anew."""
        self.viewport().scroll(dx, dy)
        if dx:
            for part in self._edges(dx):
                self.viewport().update(part)
        self._show_heads()

    @property
    def _left(self) -> int:
        return self.horizontalScrollBar().value()

    @property
    def _top(self) -> int:
        return self.verticalScrollBar().value()

    def _lay_out(self, then: Callable[[], None] = lambda: None) -> None:
        """Lays the picture out where it is not as the plan says; ``then`` moves the window over it."""
        plan = self.plan()
        if self.picture.plan == plan and not self._is_busy:
            then()
        elif len(self.picture.entries) <= AT_ONCE:
            self.picture.lay_out(plan)
            self._take_layout(then)
        else:
            self._next = (plan, then)
            if not self._is_busy:
                self._lay_out_beside()

    def _lay_out_beside(self) -> None:
        """Of what was asked for in the meantime only the last is done."""
        if self._next is None:
            return
        (plan, then), picture = self._next, self.picture
        self._next, self._is_busy = None, True

        def done(layout: Layout) -> None:
            if picture is self.picture:
                self._is_busy = False
                picture.take_layout(plan, layout)
                self._take_layout(then)
                self._lay_out_beside()

        self.beside(lambda: picture.layout_for(plan), done)

    def _take_layout(self, then: Callable[[], None]) -> None:
        self._texts.clear()
        self._set_ranges()
        then()
        self._refresh()

    def _edges(self, dx: int) -> Iterator[QRect]:
        """What of bars that reach beyond the window stays in sight: signs and labels, signs of open ends."""
        layout, window, glyph = self.picture.layout, self.viewport().rect(), round(self.looks.glyph)
        for x in (self._left, self._left + window.width()):
            for number in layout.visible(x, x, self._top, self._top + window.height()):
                mark = layout.marks[number]
                if not mark.is_bar:
                    continue
                top, height = round(layout.rows[mark.row].top - self._top), round(layout.row_height)
                if mark.left <= self._left:
                    yield QRect(0, top, round(mark.room) + 4 * glyph + abs(dx), height)
                if self.picture.entry(number).span.open_end:
                    width = glyph + abs(dx)
                    yield QRect(window.width() - width, top, width, height)

    def _set_ranges(self) -> None:
        for bar, size, window in (
            (self.horizontalScrollBar(), self.picture.layout.width, self.viewport().width()),
            (self.verticalScrollBar(), self.picture.layout.height, self.viewport().height()),
        ):
            bar.setRange(0, max(0, round(size) - window))
            bar.setPageStep(window)
            bar.setSingleStep(max(1, window // 20))

    def _place_heads(self) -> None:
        """The axis above and the names beside the window."""
        height, names = self._axis.wanted_height(), self._names_width() if self.has_names else 0
        self.setViewportMargins(names, height, 0, 0)
        area = self.viewport().geometry()
        self._axis.setGeometry(area.left(), area.top() - height, area.width(), height)
        self._names.setGeometry(area.left() - names, area.top(), names, area.height())
        self._names.setVisible(self.has_names)

    def _names_width(self) -> int:
        metrics = self.fontMetrics()
        wanted = metrics.horizontalAdvance(self.picture.longest_name) + 3 * metrics.averageCharWidth()
        most = min(_NAMES_CHARACTERS * metrics.averageCharWidth(), round(self.width() * _NAMES_SHARE))
        return min(wanted, most)

    def _ticks(self) -> tuple[Step, list[Tick]]:
        scale = self.picture.layout.scale
        first, end = scale.day(self._left), scale.day(self._left + self.viewport().width())
        step = step_for(scale.per_day, self.fontMetrics().horizontalAdvance, self.looks.gap * 2)
        return step, ticks(step, first, end, months())

    def _refresh(self) -> None:
        self._show_heads()
        self.viewport().update()

    def _show_heads(self) -> None:
        scale = self.picture.layout.scale
        step, found = self._ticks()
        first, end = scale.day(self._left), scale.day(self._left + self.viewport().width())
        self._axis.show_ticks(scale, self._left, step, found, stretches(step, first, end, months()))
        self._names.show_strips(self.picture.layout.strips, self._top, self.picture.lane_of_focus())
