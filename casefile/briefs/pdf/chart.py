"""The timeline as a drawing of rules and bars: vectors, like all of the page. Imports its layout."""

from collections.abc import Sequence

from casefile.briefs.model import BriefEvent
from casefile.briefs.pdf import styles
from casefile.briefs.pdf.lines import shorten_line, text_width
from casefile.briefs.pdf.setting import WHOLE, Setting
from casefile.briefs.pdf.strips import (
    Box,
    Placed,
    Shape,
    Strip,
    kept_together,
    under_header,
    with_rule_below,
)
from casefile.briefs.pdf.styles import GREY, GRID, HAIR, Colour
from casefile.briefs.pdf.tags import Role, Tag
from casefile.briefs.pdf.text import printable, printable_told
from casefile.terms import TimelineKind
from casefile.timeline.lanes import Entry, lanes_of
from casefile.timeline.layout import Layout, Mark, Metrics, lay_out
from casefile.timeline.scale import Period, period_of
from casefile.timeline.spans import span_of
from casefile.timeline.ticks import Stretch, Tick, step_for, stretches, ticks

_ROW = GRID
_GLYPH = 6.0
_GAP = 4.0
_LEAST_LABEL = 44.0
"""A shorter one tells nothing."""
_REST = "Other events"
_TICK_GAP = 6.0
_MOST_ROWS = 6
WHOLE_ROWS = 12
"""A drawing of no more rows stays on one page; a larger one is parted between lanes, its axis on each."""
_AFTER = 84.0
"""Room for the labels of what happened last."""
_COLOURS: dict[TimelineKind, Colour] = {
    TimelineKind.FINE: styles.ACCENT,
    TimelineKind.ORDER: (0.55, 0.30, 0.06),
    TimelineKind.RULING: (0.36, 0.16, 0.46),
    TimelineKind.EVENT: GREY,
}
_SIGNS = {
    TimelineKind.FINE: "sums",
    TimelineKind.ORDER: "orders",
    TimelineKind.RULING: "rulings",
    TimelineKind.EVENT: "other events",
}
_SHAPES: dict[TimelineKind, Shape] = {
    TimelineKind.FINE: Shape.DIAMOND,
    TimelineKind.ORDER: Shape.BAR,
    TimelineKind.RULING: Shape.TRIANGLE,
    TimelineKind.EVENT: Shape.CIRCLE,
}
"""The same as in the window: colour alone tells nothing to who sees no colours, or prints without."""
_BAR = 2.5
"""The height of what has a length; the sign of its kind stands at its beginning."""
_HOLLOW = 1.3
"""The stroke of a sign whose date is not sure."""
_PAPER: Colour = (1.0, 1.0, 1.0)


def chart(setting: Setting) -> list[Strip]:
    """Lanes by authority over one axis; nothing where fewer than two things have a date."""
    events = [event for event in setting.brief.events if event.date]
    if len(events) <= 1:
        return []
    return [*setting.heading(setting.say("Timeline at a glance"), "chart"), *_drawn(setting, events)]


def _drawn(setting: Setting, events: Sequence[BriefEvent]) -> list[Strip]:
    entries = [_entry(place, event) for place, event in enumerate(events)]
    period = period_of(entries)
    drawing = _Drawing(
        setting, entries, period, setting.within.child(Role.FIGURE, alternate=_words(setting, events))
    )
    axis, *lower = drawing.axis()
    opened = [axis._replace(tags=(drawing.tag,)), *lower]
    lanes = [*drawing.lanes(), *drawing.legend()]
    if len(lanes) <= WHOLE_ROWS:
        return kept_together([*opened, *lanes])
    return under_header(lanes, opened)


def _entry(place: int, event: BriefEvent) -> Entry:
    if event.date is None:
        raise ValueError("an event without a date cannot be drawn")
    return Entry(place, event.kind, span_of(event.date), printable_told(event.what), event.lanes)


def _words(setting: Setting, events: Sequence[BriefEvent]) -> str:
    """What the drawing shows, for who does not see it; the table of the timeline has all of it."""
    dates = [event.date for event in events if event.date]
    first, last = min(dates, key=lambda day: day.earliest), max(dates, key=lambda day: day.latest)
    lanes = list(dict.fromkeys(name for event in events for name in event.lanes))
    put = setting.put
    said = put.count(
        "Timeline of {count} event from {first} to {last}",
        "Timeline of {count} events from {first} to {last}",
        len(events), first=put.date(first), last=put.date(last),
    )  # fmt: skip
    by_whom = put.say(", by {names}", names=", ".join(lanes)) if lanes else ""
    return f"{said}{by_whom}."


class _Drawing:
    """One drawing: its layout in points, right of the rail in which the lanes are named."""

    def __init__(self, setting: Setting, entries: Sequence[Entry], period: Period, tag: Tag) -> None:
        self.tag = tag
        self._setting = setting
        self._entries = entries
        self._period = period
        self._left = styles.MAIN_X
        self._per_day = (styles.MAIN - _AFTER) / period.days
        self._layout = self._lay_out()

    def _lay_out(self) -> Layout:
        fonts = self._setting.fonts
        widths = [text_width(entry.label, styles.SMALL, fonts) for entry in self._entries]
        metrics = Metrics(_ROW, _GLYPH, _GAP, _LEAST_LABEL, 150.0, _MOST_ROWS, 6.0, _AFTER)
        lanes = lanes_of(self._entries, self._setting.say(_REST))
        return lay_out(self._entries, widths, lanes, self._period, self._per_day, metrics)

    def axis(self) -> list[Strip]:
        """The longer periods above the ticks."""
        fonts, style = self._setting.fonts, styles.SMALL

        def measure(text: str) -> float:
            return fonts.width(text, style.face, style.size)

        step = step_for(self._per_day, measure, _TICK_GAP)
        end = self._period.end
        strong = [self._stretch(one) for one in stretches(step, self._period.first, end)]
        weak = [self._tick(tick) for tick in ticks(step, self._period.first, end)]
        line = Box(self._left, _ROW - 0.5, styles.MAIN, 0.5, GREY, self.tag)
        lower = Strip(_ROW, tuple(label for label, _ in weak if label), _ROW * 0.7)
        lower = lower._replace(boxes=(*(box for _, box in weak if box), line))
        upper = Strip(_ROW, tuple(label for label in strong if label), _ROW * 0.7)
        return kept_together([upper, lower] if upper.placed else [lower], with_next=True)

    def _stretch(self, stretch: Stretch) -> Placed | None:
        begin = max(0.0, self._layout.scale.place(stretch.first))
        room = min(styles.MAIN - _AFTER, self._layout.scale.place(stretch.end)) - begin - 2
        return self._label(stretch.label, begin, room) or self._label(stretch.short, begin, room)

    def _tick(self, tick: Tick) -> tuple[Placed | None, Box | None]:
        x = self._layout.scale.place(tick.day)
        if not 0 <= x <= styles.MAIN - _AFTER:
            return None, None
        top = 0 if tick.strong else _ROW / 2
        box = Box(self._left + x, top, 0.5, _ROW - top, HAIR, self.tag)
        return self._label(tick.label, x + 2, styles.MAIN - x), box

    def _label(self, text: str, x: float, room: float) -> Placed | None:
        fonts, style = self._setting.fonts, styles.SMALL
        text = self._setting.put.axis(text)
        if not text or fonts.width(text, style.face, style.size) > room:
            return None
        return Placed(self._left + x, shorten_line(text, style, room, fonts), 0, self.tag)

    def lanes(self) -> list[Strip]:
        """A strip for each row of marks; a lane's name stands at its first, and a lane stays whole."""
        strips: list[Strip] = []
        for lane in self._layout.strips:
            rows = [row for row in self._layout.rows if lane.top <= row.top < lane.top + lane.height]
            drawn: list[Strip] = []
            for number, row in enumerate(rows):
                placed, boxes = self._row([self._layout.marks[mark] for mark in row.marks])
                if not number:
                    name = shorten_line(printable(lane.name), styles.SMALL, styles.RAIL, self._setting.fonts)
                    placed = [Placed(0.0, name, 0, self.tag), *placed]
                drawn.append(Strip(_ROW, tuple(placed), _ROW * 0.7, boxes=tuple(boxes)))
            ruled = with_rule_below(drawn, WHOLE, weight=0.25)
            strips += kept_together(ruled, with_next=lane is self._layout.strips[-1])
        return strips

    def _row(self, marks: Sequence[Mark]) -> tuple[list[Placed], list[Box]]:
        placed, boxes, free = [], [], 0.0
        for mark in marks:
            entry = self._entries[mark.entry]
            soft = entry.span.soft_first or entry.span.soft_end
            left = max(0.0, mark.left)
            width = max(min(mark.right, styles.MAIN - _AFTER) - left, 2.0)
            if mark.is_bar:
                y = (_ROW - _BAR) / 2
                colour = _COLOURS[entry.kind]
                boxes.append(Box(self._left + left, y, width, _BAR, colour, self.tag))
            boxes += self._sign(entry.kind, self._left + left, hollow=soft)
            label = self._label_of(mark, free)
            placed += [label] if label else []
            free = max(mark.right, label.x - self._left + label.line.width if label else 0.0) + _GAP
        return placed, boxes

    def _label_of(self, mark: Mark, free: float) -> Placed | None:
        """What stands beside the mark: at its right, or at its left from ``free`` on if more fits there."""
        entry, fonts = self._entries[mark.entry], self._setting.fonts
        words = entry.label if not mark.hides else f"{entry.label} (+{mark.hides})"
        if mark.is_bar and mark.label_left < mark.right:
            return None
        before = mark.left - _GAP - free
        wanted = text_width(words, styles.SMALL, fonts)
        if wanted > mark.room and before > max(mark.room, _LEAST_LABEL):
            line = shorten_line(words, styles.SMALL, before, fonts)
            return Placed(self._left + mark.left - _GAP - line.width, line, 0, self.tag)
        if not mark.room:
            return None
        line = shorten_line(words, styles.SMALL, mark.room, fonts)
        return Placed(self._left + mark.label_left, line, 0, self.tag)

    def _sign(self, kind: TimelineKind, x: float, *, hollow: bool = False) -> list[Box]:
        """The sign of a kind from ``x`` on, empty where its date is about there."""
        y = (_ROW - _GLYPH) / 2
        outer = Box(x, y, _GLYPH, _GLYPH, _COLOURS[kind], self.tag, _SHAPES[kind])
        if not hollow:
            return [outer]
        rest = _GLYPH - 2 * _HOLLOW
        inner = Box(x + _HOLLOW, y + _HOLLOW, rest, rest, _PAPER, self.tag, _SHAPES[kind])
        return [outer, inner]

    def legend(self) -> list[Strip]:
        """Which sign is what: of the kinds that are there."""
        kinds = [kind for kind in TimelineKind if any(entry.kind is kind for entry in self._entries)]
        x, placed, boxes = 0.0, [], []
        for kind in kinds:
            boxes += self._sign(kind, self._left + x)
            line = shorten_line(self._setting.say(_SIGNS[kind]), styles.SMALL, 100, self._setting.fonts)
            placed.append(Placed(self._left + x + _GLYPH + 4, line, 0, self.tag))
            x += line.width + _GLYPH + 18
        return [Strip(_ROW, tuple(placed), _ROW * 0.7, before=0.25 * GRID, boxes=tuple(boxes))]
