"""Where the keyboard goes from a mark: to the next in time, to the lane beside it, to an end. Pure."""

from bisect import bisect_left
from collections.abc import Sequence

from casefile.timeline.lanes import Entry
from casefile.timeline.layout import Layout


def beside(layout: Layout, mark: int, step: int) -> int:
    """The mark so many steps later (or earlier) in its lane; the lane's last (or first) beyond that."""
    strip = layout.strips[layout.marks[mark].lane]
    return min(max(mark + step, strip.first), strip.end - 1)


def across(layout: Layout, entries: Sequence[Entry], mark: int, step: int) -> int:
    """The nearest mark in time, so many lanes below (or above); itself where there is no such lane."""
    lane = layout.marks[mark].lane + step
    if not 0 <= lane < len(layout.strips):
        return mark
    strip, day = layout.strips[lane], _day(layout, entries, mark)
    after = bisect_left(range(strip.first, strip.end), day, key=lambda one: _day(layout, entries, one))
    near = [one for one in (strip.first + after - 1, strip.first + after) if strip.first <= one < strip.end]
    return min(near, key=lambda one: abs(_day(layout, entries, one) - day))


def lane_end(layout: Layout, mark: int, *, last: bool) -> int:
    """The first or the last mark of its lane."""
    strip = layout.strips[layout.marks[mark].lane]
    return strip.end - 1 if last else strip.first


def extreme(layout: Layout, entries: Sequence[Entry], *, last: bool) -> int:
    """The first or the last mark of all."""
    ends = [strip.end - 1 if last else strip.first for strip in layout.strips]
    choose = max if last else min
    return choose(ends, key=lambda one: _day(layout, entries, one))


def _day(layout: Layout, entries: Sequence[Entry], mark: int) -> int:
    return entries[layout.marks[mark].entry].span.first
