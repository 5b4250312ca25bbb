"""The axis: which ticks fit, from centuries to days, and what stands at them. Pure."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from enum import StrEnum

from casefile.values import MONTHS

Measure = Callable[[str], float]
_YEAR_DAYS = 365
_SHORT = 3
"""So many letters of a month's name stand where there is no room for it."""
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


class Unit(StrEnum):
    """What a step of the axis is counted in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True)
class Step:
    """The distance between two ticks; ``days`` is the least that it may be."""

    unit: Unit
    count: int
    days: int
    sample: str
    """As wide a label as any."""


STEPS = (
    Step(Unit.DAY, 1, 1, "30"),
    Step(Unit.WEEK, 1, 7, "30"),
    Step(Unit.MONTH, 1, 28, "May"),
    Step(Unit.QUARTER, 1, 90, "Q4"),
    *(Step(Unit.YEAR, count, count * _YEAR_DAYS, "2000") for count in (1, 2, 5, 10, 20, 50, 100, 200, 500)),
)


@dataclass(frozen=True, slots=True)
class Tick:
    """A line at the beginning of a day (its ordinal), with a label; the strong ones begin a longer period."""

    day: int
    label: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """A longer period above the ticks: a year above months, a month above days."""

    first: int
    end: int
    label: str
    short: str
    """Where there is no room for the label."""


def step_for(per_day: float, measure: Measure, gap: float) -> Step:
    """The smallest step whose labels stand at least ``gap`` apart."""
    fitting = (step for step in STEPS if step.days * per_day >= measure(step.sample) + gap)
    return next(fitting, STEPS[-1])


def ticks(step: Step, first: float, end: float, months: Sequence[str] = MONTHS) -> list[Tick]:
    """The ticks from the first ordinal to before the end; ``months`` are the twelve names."""
    low, high = max(_FIRST, int(first)), min(_LAST, int(end) + 1)
    if step.unit is Unit.DAY:
        return [_day_tick(day) for day in range(low, high)]
    if step.unit is Unit.WEEK:
        monday = low - date.fromordinal(low).weekday()
        return [_day_tick(day) for day in range(max(_FIRST, monday), high, 7)]
    if step.unit is Unit.YEAR:
        return [
            Tick(day.toordinal(), f"{day.year}", _is_round(day.year, step))
            for day in _years(low, high, step.count)
        ]
    every = 1 if step.unit is Unit.MONTH else 3
    return [_month_tick(day, step.unit, months) for day in _months(low, high, every)]


def stretches(step: Step, first: float, end: float, months: Sequence[str] = MONTHS) -> Sequence[Stretch]:
    """The longer periods that touch the time; none above years. ``months`` are the twelve names."""
    low, high = max(_FIRST, int(first)), min(_LAST, int(end) + 1)
    if step.unit is Unit.YEAR:
        return ()
    if step.unit in (Unit.MONTH, Unit.QUARTER):
        days = list(_years(low, high, 1))
        names = [(f"{day.year}", f"{day.year}") for day in days]
    else:
        days = list(_months(low, high, 1))
        names = [(f"{months[day.month - 1]} {day.year}", months[day.month - 1][:_SHORT]) for day in days]
    ends = [*(day.toordinal() for day in days[1:]), high]
    return [
        Stretch(day.toordinal(), max(end_, day.toordinal() + 1), *name)
        for day, end_, name in zip(days, ends, names, strict=True)
    ]


def _day_tick(day: int) -> Tick:
    found = date.fromordinal(day)
    return Tick(day, f"{found.day}", found.day == 1)


def _month_tick(day: date, unit: Unit, months: Sequence[str]) -> Tick:
    label = months[day.month - 1][:_SHORT] if unit is Unit.MONTH else f"Q{(day.month + 2) // 3}"
    return Tick(day.toordinal(), label, day.month == 1)


def _is_round(year: int, step: Step) -> bool:
    """Every tenth year is strong, above decades every tenth step."""
    return year % (10 if step.count < 10 else step.count * 5) == 0


def _years(low: int, high: int, count: int) -> Iterator[date]:
    """The first days of the years from that of the low ordinal."""
    year = date.fromordinal(low).year // count * count
    last = date.fromordinal(high).year
    return (date(found, 1, 1) for found in range(max(MINYEAR, year), min(MAXYEAR, last) + 1, count))


def _months(low: int, high: int, every: int) -> Iterator[date]:
    start, last = date.fromordinal(low), date.fromordinal(high)
    month = (start.year * 12 + start.month - 1) // every * every
    for found in range(month, last.year * 12 + last.month, every):
        yield date(found // 12, found % 12 + 1, 1)
