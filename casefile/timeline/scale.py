"""From days to places and back. Pure; a place is in whatever unit the drawing measures in."""

from collections.abc import Sequence
from dataclasses import dataclass

from casefile.timeline.lanes import Entry

MARGIN = 0.04
"""Room before the first and after the last day, as a share of the time between."""
_LEAST_DAYS = 7


@dataclass(frozen=True, slots=True)
class Period:
    """Days from the first to before the end, as ordinals; at least a week."""

    first: float
    end: float

    @property
    def days(self) -> float:
        """How many."""
        return self.end - self.first


def period_of(entries: Sequence[Entry]) -> Period:
    """The time in which everything happened, with some room at both ends; a week where there is nothing."""
    if not entries:
        return Period(1, 1 + _LEAST_DAYS)
    first, end = min(entry.span.first for entry in entries), max(entry.span.end for entry in entries)
    room = max((end - first) * MARGIN, (_LEAST_DAYS - (end - first)) / 2, 1)
    return Period(first - room, end + room)


@dataclass(frozen=True, slots=True)
class TimeScale:
    """``first`` is the ordinal that stands at 0."""

    first: float
    per_day: float

    def place(self, day: float) -> float:
        """Where the day begins."""
        return (day - self.first) * self.per_day

    def day(self, place: float) -> float:
        """The day at the place, with its fraction."""
        return self.first + place / self.per_day
