"""The axis has ticks that fit, whatever the scale."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.timeline.ticks import STEPS, Step, Unit, step_for, stretches, ticks

GAP = 2.0


def width(text: str) -> float:
    return float(len(text))


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def step(unit: Unit, count: int = 1) -> Step:
    return next(one for one in STEPS if (one.unit, one.count) == (unit, count))


@given(st.floats(0.0005, 60), st.integers(day("0001-01-01"), day("9990-01-01")), st.floats(0, 300))
def test_the_labels_never_touch(per_day: float, first: int, screen: float) -> None:
    found = ticks(step_for(per_day, width, GAP), first, first + screen / per_day)
    for one, other in pairwise(found):
        assert one.day * per_day + width(one.label) < other.day * per_day


@pytest.mark.parametrize(
    ("per_day", "unit", "count"),
    [
        (20, Unit.DAY, 1), (1, Unit.WEEK, 1), (0.2, Unit.MONTH, 1), (0.05, Unit.QUARTER, 1),
        (0.02, Unit.YEAR, 1), (0.002, Unit.YEAR, 10), (0.0002, Unit.YEAR, 100),
    ],
)  # fmt: skip
def test_the_step_follows_the_zoom(per_day: float, unit: Unit, count: int) -> None:
    found = step_for(per_day, width, GAP)
    assert (found.unit, found.count) == (unit, count)


def test_ticks_stand_where_their_periods_begin() -> None:
    months = ticks(step(Unit.MONTH), day("2023-11-15"), day("2024-02-10"))
    assert [(date.fromordinal(one.day).isoformat(), one.label, one.strong) for one in months] == [
        ("2023-11-01", "Nov", False), ("2023-12-01", "Dec", False), ("2024-01-01", "Jan", True),
        ("2024-02-01", "Feb", False),
    ]  # fmt: skip
    quarters = ticks(step(Unit.QUARTER), day("2023-11-15"), day("2024-02-10"))
    assert [one.label for one in quarters] == ["Q4", "Q1"]
    weeks = ticks(step(Unit.WEEK), day("2024-01-03"), day("2024-01-12"))
    assert [date.fromordinal(one.day).weekday() for one in weeks] == [0, 0]
    decades = ticks(step(Unit.YEAR, 10), day("1987-01-01"), day("2012-01-01"))
    assert [one.label for one in decades] == ["1980", "1990", "2000", "2010"]
    days = ticks(step(Unit.DAY), day("2024-02-28"), day("2024-03-01"))
    assert [(one.label, one.strong) for one in days] == [("28", False), ("29", False), ("1", True)]


def test_longer_periods_stand_above_the_ticks() -> None:
    above = stretches(step(Unit.MONTH), day("2023-11-15"), day("2024-02-10"))
    assert [(one.label, date.fromordinal(one.first).isoformat()) for one in above] == [
        ("2023", "2023-01-01"), ("2024", "2024-01-01"),
    ]  # fmt: skip
    above = stretches(step(Unit.DAY), day("2024-01-30"), day("2024-02-02"))
    assert [(one.label, one.short) for one in above] == [("January 2024", "Jan"), ("February 2024", "Feb")]
    assert list(stretches(step(Unit.YEAR), day("2001-01-01"), day("2020-01-01"))) == []


def test_months_are_called_as_the_reader_calls_them() -> None:
    names = [f"{letter}enember" for letter in "ABCDEFGHIJKL"]
    found = ticks(step(Unit.MONTH), day("2024-02-10"), day("2024-03-10"), names)
    assert [one.label for one in found] == ["Ben", "Cen"]
    above = stretches(step(Unit.DAY), day("2024-01-30"), day("2024-02-02"), names)
    assert [(one.label, one.short) for one in above] == [("Aenember 2024", "Aen"), ("Benember 2024", "Ben")]


def test_the_axis_ends_where_the_calendar_does() -> None:
    assert ticks(step(Unit.YEAR), -5_000, 800)[0].day == 1
    assert ticks(step(Unit.DAY), -3, 2)[0].day == 1
    last = ticks(step(Unit.YEAR), day("9998-05-01"), day("9999-12-31") + 4_000)
    assert [one.label for one in last] == ["9998", "9999"]
    assert stretches(step(Unit.MONTH), day("9999-11-01"), day("9999-12-31") + 90)[-1].label == "9999"
