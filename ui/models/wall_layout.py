"""Where the cards and headings of a wall lie: as many cards side by side as there is room for. Pure.

Every card has one size and so has every heading, so places are reckoned, never looked for: a wall of 100,000
cards costs no more than its headings.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """A rectangle on the wall, counted from its top left."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Sizes:
    """What the wall is made of, in pixels."""

    width: int
    card_height: int
    heading_height: int
    narrowest: int
    gap: int


class WallLayout:
    """The places of ``count`` rows, those in ``headings`` (ascending) as wide as the wall."""

    def __init__(self, count: int, headings: Sequence[int], sizes: Sizes) -> None:
        self.count = count
        self.sizes = sizes
        usable = max(1, sizes.width - sizes.gap)
        self.columns = max(1, usable // (sizes.narrowest + sizes.gap))
        self.card_width = max(1, usable // self.columns - sizes.gap)
        self._starts: list[int] = []
        self._tops: list[int] = []
        self._firsts: list[int] = []
        self.height = self._stack(headings)

    def box(self, row: int) -> Box:
        """Where the row lies."""
        sizes = self.sizes
        block = bisect_right(self._starts, row) - 1
        start, top = self._starts[block], self._tops[block]
        if row < self._firsts[block]:
            return Box(0, top, sizes.width, sizes.heading_height)
        place = row - self._firsts[block]
        head = sizes.heading_height if self._firsts[block] > start else 0
        line, column = divmod(place, self.columns)
        x = sizes.gap + column * (self.card_width + sizes.gap)
        return Box(x, top + head + sizes.gap + line * self._step, self.card_width, sizes.card_height)

    def row_at(self, x: int, y: int) -> int | None:
        """The row at a point, None between the cards."""
        if not self._tops:
            return None
        for row in self.rows_between(y, y):
            box = self.box(row)
            if box.x <= x < box.x + box.width and box.y <= y < box.y + box.height:
                return row
        return None

    def rows_between(self, top: int, bottom: int) -> range:
        """The rows that a stretch of the wall may show."""
        if not self._tops or bottom < 0:
            return range(0)
        return range(self._row_near(top), min(self.count, self._row_near(bottom) + self.columns))

    def beside(self, row: int, lines: int) -> int:
        """The row that many lines below, or above for negative numbers, in the same column."""
        box = self.box(row)
        x = box.x + min(box.width // 2, self.card_width // 2)
        step = 1 if lines > 0 else -1
        for _ in range(abs(lines)):
            row = self._next_line(row, x, step)
        return row

    def _next_line(self, row: int, x: int, step: int) -> int:
        y, found = self.box(row).y, row
        other = row + step
        while 0 <= other < self.count and self.box(other).y == y:
            other += step
        if not 0 <= other < self.count:
            return row
        line_y = self.box(other).y
        nearest = None
        while 0 <= other < self.count and self.box(other).y == line_y:
            box = self.box(other)
            distance = abs(box.x + min(box.width, self.card_width) // 2 - x)
            if nearest is None or distance < nearest:
                nearest, found = distance, other
            other += step
        return found

    @property
    def _step(self) -> int:
        return self.sizes.card_height + self.sizes.gap

    def _row_near(self, y: int) -> int:
        """The first row of the line that lies at that height, or of the one above it."""
        block = max(0, bisect_right(self._tops, y) - 1)
        first = self._firsts[block]
        start = self._starts[block]
        head = self.sizes.heading_height if first > start else 0
        inside = y - self._tops[block] - head
        if inside < 0:
            return start
        last = self._starts[block + 1] if block + 1 < len(self._starts) else self.count
        return max(start, min(first + max(0, inside // self._step) * self.columns, last - 1))

    def _stack(self, headings: Sequence[int]) -> int:
        sizes, top = self.sizes, 0
        starts = [*headings] if headings and headings[0] == 0 else [0, *headings]
        marked = set(headings)
        for place, start in enumerate(starts if self.count else ()):
            end = starts[place + 1] if place + 1 < len(starts) else self.count
            first = start + (start in marked)
            self._starts.append(start)
            self._tops.append(top)
            self._firsts.append(first)
            lines = -(-(end - first) // self.columns)
            top += (first - start) * sizes.heading_height
            top += lines * self._step + sizes.gap if lines else 0
        return top
