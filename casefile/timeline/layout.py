"""Lanes, rows, marks and the room for their labels, at one scale. Pure, and linear in the number of marks.

A mark is an entry in one of its lanes. It stands in the first row of its lane where neither it nor its label
touches what is there. When a lane has all the rows that it may have, the label before it is shortened, then
left out; where not even the mark itself has a place, it is hidden behind the one that stands there. At last
a long label takes what is free behind it in its row.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from casefile.timeline.lanes import Entry, Lane
from casefile.timeline.scale import Period, TimeScale
from casefile.timeline.spans import DaySpan

_NOWHERE = float("-inf")
_LONGER = 2.0
"""So many times longer a label gets where nothing stands behind it: more is not read at a glance."""


@dataclass(frozen=True)
class Metrics:
    """The sizes of the parts, in the unit of the drawing."""

    row: float
    glyph: float
    """The width of a point's sign, and the least of a bar."""
    gap: float
    """Between a mark, its label and the next mark."""
    least_label: float
    """Shorter than this a label tells nothing and is left out."""
    most_label: float
    """What a long one asks for."""
    most_rows: int
    """Of a lane."""
    lane_gap: float
    """Added to the height of each lane."""
    after: float = float("inf")
    """The room that labels have beyond the end of the time."""


@dataclass(slots=True)
class Mark:
    """An entry in a lane: its sign or bar from ``left`` to ``right``, its label of width ``room``."""

    entry: int
    lane: int
    left: float
    right: float
    label_left: float
    room: float
    is_bar: bool
    """Whether it has a length, not only a sign."""
    row: int = -1
    hidden_in: int = -1
    """The mark behind which it is hidden, -1 where it is seen."""
    hides: int = 0
    """How many are hidden behind it."""

    @property
    def end(self) -> float:
        """Where the mark and its label end."""
        return max(self.right, self.label_left + self.room) if self.room else self.right


@dataclass(frozen=True)
class Row:
    """A row of marks that do not touch, from left to right; ``lefts`` are where they begin."""

    top: float
    lane: int
    marks: Sequence[int]
    lefts: Sequence[float]


@dataclass(frozen=True)
class Strip:
    """Where a lane lies, and which marks are in it: from ``first`` to before ``end``, in order of time."""

    name: str
    top: float
    height: float
    first: int
    end: int


@dataclass(frozen=True)
class Layout:
    """Everything in its place; lanes, rows and marks from top to bottom."""

    scale: TimeScale
    width: float
    """Of the time, and of what labels have beyond its end."""
    height: float
    strips: Sequence[Strip] = ()
    rows: Sequence[Row] = ()
    marks: Sequence[Mark] = ()
    row_height: float = 0
    tops: Sequence[float] = field(default=(), repr=False)
    """Of the rows."""

    def visible(self, left: float, right: float, top: float, bottom: float) -> Iterator[int]:
        """The marks that are seen in that part of the drawing."""
        first = max(0, bisect_right(self.tops, top - self.row_height))
        for row in self.rows[first : bisect_left(self.tops, bottom)]:
            begin = bisect_left(row.lefts, left)
            if begin and self.marks[row.marks[begin - 1]].end >= left:
                begin -= 1
            yield from row.marks[begin : bisect_right(row.lefts, right)]

    def mark_at(self, x: float, y: float) -> int | None:
        """The mark whose sign, bar or label is there."""
        place = bisect_right(self.tops, y) - 1
        if place < 0 or y >= self.tops[place] + self.row_height:
            return None
        row = self.rows[place]
        before = bisect_right(row.lefts, x) - 1
        found = row.marks[before] if before >= 0 else None
        return found if found is not None and x <= self.marks[found].end else None

    def strip_at(self, y: float) -> int:
        """The lane at that height, the nearest where there is none; -1 without lanes."""
        return min(
            bisect_right(self.strips, y, key=lambda strip: strip.top + strip.height), len(self.strips) - 1
        )

    def shown(self, mark: int) -> Mark:
        """The mark itself, or the one behind which it is hidden."""
        found = self.marks[mark]
        return found if found.hidden_in < 0 else self.marks[found.hidden_in]


def lay_out(
    entries: Sequence[Entry],
    widths: Sequence[float],
    lanes: Sequence[Lane],
    period: Period,
    per_day: float,
    metrics: Metrics,
) -> Layout:
    """The layout at so many units a day; ``widths`` are those of the entries' labels."""
    scale = TimeScale(period.first, per_day)
    made = _Drawing(entries, widths, scale, scale.place(period.end), metrics)
    for place, lane in enumerate(lanes):
        made.add_lane(place, lane)
    return Layout(
        scale, made.width + metrics.after, made.height, made.strips, made.rows, made.marks, metrics.row,
        [row.top for row in made.rows],
    )  # fmt: skip


class _Drawing:
    """A layout in the making, lane after lane."""

    def __init__(
        self,
        entries: Sequence[Entry],
        widths: Sequence[float],
        scale: TimeScale,
        width: float,
        metrics: Metrics,
    ) -> None:
        self.entries = entries
        self.widths = widths
        self.scale = scale
        self.width = width
        self.metrics = metrics
        self.height = 0.0
        self.strips: list[Strip] = []
        self.rows: list[Row] = []
        self.marks: list[Mark] = []

    def add_lane(self, place: int, lane: Lane) -> None:
        """Puts the lane below those that are there."""
        metrics, first = self.metrics, len(self.marks)
        stack = _Stack(metrics, self.marks, len(self.rows))
        for entry in lane.entries:
            self.marks.append(self._mark(entry, place))
            stack.put(len(self.marks) - 1)
        top = self.height + metrics.lane_gap / 2
        for number, members in enumerate(stack.members):
            self._lengthen(members)
            lefts = [self.marks[mark].left for mark in members]
            self.rows.append(Row(top + number * metrics.row, place, members, lefts))
        height = len(stack.members) * metrics.row + metrics.lane_gap
        self.strips.append(Strip(lane.name, self.height, height, first, len(self.marks)))
        self.height += height

    def _lengthen(self, row: Sequence[int]) -> None:
        """Labels take what is free behind them, up to the next mark or the end."""
        most, end = _LONGER * self.metrics.most_label, self.width + self.metrics.after
        for number, after in zip_longest(row, row[1:]):
            mark = self.marks[number]
            limit = end if after is None else self.marks[after].left - self.metrics.gap
            if mark.room and mark.end > mark.right:
                mark.room = max(mark.room, min(self.widths[mark.entry], most, limit - mark.label_left))

    def _mark(self, entry: int, lane: int) -> Mark:
        """The mark with as much room for its label as it would like."""
        metrics, span = self.metrics, self.entries[entry].span
        left, right = self._extent(span)
        is_bar = right - left >= metrics.glyph and not span.is_point
        if not is_bar:
            half = metrics.glyph if span.soft_first or span.soft_end else metrics.glyph / 2
            middle = (left + right) / 2
            left, right = middle - half, middle + half
        wanted = min(self.widths[entry], metrics.most_label)
        inside = left + metrics.glyph + metrics.gap
        if inside + wanted + metrics.gap <= right:
            return Mark(entry, lane, left, right, inside, wanted, is_bar)
        beside = right + metrics.gap / 2
        room = min(wanted, self.width + metrics.after - beside)
        fits = room == wanted or room >= metrics.least_label
        return Mark(entry, lane, left, right, beside, room if fits else 0.0, is_bar)

    def _extent(self, span: DaySpan) -> tuple[float, float]:
        """From its first day to its end; an open side lies at the beginning or the end of all of the time."""
        first, per_day = self.scale.first, self.scale.per_day
        left = 0.0 if span.open_first else (span.first - first) * per_day
        return left, self.width if span.open_end else (span.end - first) * per_day


class _Stack:
    """The rows of one lane while marks are put into them from left to right."""

    def __init__(self, metrics: Metrics, marks: list[Mark], first_row: int) -> None:
        self.members: list[list[int]] = []
        self._metrics = metrics
        self._marks = marks
        self._first_row = first_row
        self._ends: list[float] = []
        """Where the row's last mark ends with its label."""
        self._bare_ends: list[float] = []
        """Where it ends without."""
        self._bare_end = _NOWHERE
        """The first of those."""

    def put(self, number: int) -> None:
        """Finds a row for the mark, or one that hides it."""
        mark = self._marks[number]
        limit = mark.left - self._metrics.gap
        for row, end in enumerate(self._ends):
            if end <= limit:
                self._add(row, number, mark)
                return
        if len(self.members) < self._metrics.most_rows:
            self.members.append([])
            self._ends.append(_NOWHERE)
            self._bare_ends.append(_NOWHERE)
            self._add(len(self.members) - 1, number, mark)
        elif self._bare_end > limit:
            self._hide(mark)
        else:
            row = self._bare_ends.index(self._bare_end)
            self._shorten(self._marks[self.members[row][-1]], limit)
            self._add(row, number, mark)

    def _shorten(self, last: Mark, limit: float) -> None:
        room = limit - last.label_left
        last.room = room if room >= self._metrics.least_label else 0.0

    def _hide(self, mark: Mark) -> None:
        row = self._bare_ends.index(self._bare_end)
        mark.hidden_in = self.members[row][-1]
        mark.row = self._first_row + row
        mark.room = 0.0
        self._marks[mark.hidden_in].hides += 1

    def _add(self, row: int, number: int, mark: Mark) -> None:
        self.members[row].append(number)
        mark.row = self._first_row + row
        self._ends[row] = mark.end
        self._bare_ends[row] = mark.right
        self._bare_end = min(self._bare_ends)
