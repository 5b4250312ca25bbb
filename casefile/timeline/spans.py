"""Partial dates as stretches of days. Pure."""

from dataclasses import dataclass
from functools import lru_cache

from casefile.values import OPEN, PartialDate

_MARKS = "~?%"
"""EDTF's signs for approximate, uncertain, and both."""


@dataclass(frozen=True, slots=True)
class DaySpan:
    """Days as proleptic ordinals (:meth:`datetime.date.toordinal`), from the first to before the end.

    A soft edge lies somewhere about there. An open side has no edge: its day is that of the other side.
    """

    first: int
    end: int
    soft_first: bool = False
    soft_end: bool = False
    open_first: bool = False
    open_end: bool = False

    @property
    def is_point(self) -> bool:
        """Whether it is a single day."""
        return self.end - self.first == 1 and not self.open_first and not self.open_end


@lru_cache(maxsize=65_536)
def span_of(date: PartialDate) -> DaySpan:
    """The days that the date may mean; a range that runs backwards is turned round."""
    first, last = date.edtf.split("/")[0], date.edtf.split("/")[-1]
    low, high = date.earliest.toordinal(), date.latest.toordinal()
    if first == OPEN:
        low = high
    if last == OPEN:
        high = low
    return DaySpan(
        min(low, high),
        max(low, high) + 1,
        first[-1] in _MARKS,
        last[-1] in _MARKS,
        first == OPEN,
        last == OPEN,
    )
