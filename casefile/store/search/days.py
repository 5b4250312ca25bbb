"""Dates as people type them in a query: ``2024``, ``2024-Q2``, ``>=2024-06``, ``2023..2024``. Pure."""

import re
from datetime import date, timedelta

from casefile.store.search.query import DayRange
from casefile.values import PartialDate

_QUARTER = re.compile(r"(\d{4})-?[qQ]([1-4])")
_SIGNED = re.compile(r"(>=|<=|>|<|≥|≤|=)(.*)")


class ReversedDaysError(ValueError):
    """The range runs backwards; ``args`` hold it put right."""


def day_range(typed: str) -> DayRange:
    """The days that the typed dates mean; ``ValueError`` where they mean none.

    The ends of a range are the first day that the earlier and the last that the later may mean; ``>2024-06``
    begins with July. :class:`ReversedDaysError` where the range runs backwards.
    """
    typed = typed.replace("…", "..").replace("–", "..")
    signed = _SIGNED.fullmatch(typed)
    if signed:
        return _one_sided(signed[1], signed[2])
    if ".." not in typed:
        return DayRange(*_bounds(typed))
    low, _, high = typed.partition("..")
    if not low and not high:
        raise ValueError("no date")
    first = _bounds(low) if low else (None, None)
    last = _bounds(high) if high else (None, None)
    if first[0] is not None and last[1] is not None and first[0] > last[1]:
        raise ReversedDaysError(DayRange(last[0], first[1]))
    return DayRange(first[0], last[1])


def _one_sided(sign: str, typed: str) -> DayRange:
    first, last = _bounds(typed)
    try:
        if sign == ">":
            return DayRange(last + timedelta(days=1), None)
        if sign == "<":
            return DayRange(None, first - timedelta(days=1))
    except OverflowError as error:
        raise ValueError("no day beyond it") from error
    if sign in (">=", "≥"):
        return DayRange(first, None)
    return DayRange(None, last) if sign in ("<=", "≤") else DayRange(first, last)


def _bounds(typed: str) -> tuple[date, date]:
    quarter = _QUARTER.fullmatch(typed)
    value = PartialDate.quarter(int(quarter[1]), int(quarter[2])) if quarter else PartialDate(typed)
    first, last = value.earliest, value.latest
    if first > last:
        raise ValueError("an interval that runs backwards")
    return first, last
