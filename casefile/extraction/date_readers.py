"""What the shapes of dates say, read from their matches. Imports values and the words of dates."""

import re
from dataclasses import dataclass, replace
from enum import Enum

from casefile.extraction.date_words import DateWords, fold
from casefile.values import Span


class Form(Enum):
    """How a date is told."""

    POINT = "a year, month or day by name"
    NUMERIC = "figures with two readings"
    WEEKDAY = "a weekday"
    DAY_WORD = "a word such as yesterday"
    UNIT = "last week, this year"
    AGO = "so long ago"
    LATER = "so long after the date before"
    QUARTER = "a quarter"
    SEASON = "a season"


@dataclass(frozen=True)
class DateShape:
    """One date as written; what it does not say is None."""

    form: Form
    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    number: int | None = None
    """Of a quarter, season or weekday."""
    shift: int | None = None
    """-1 last, 0 this, 1 next, FOLLOWING; days for DAY_WORD; how many units for AGO and LATER."""
    unit: str = ""
    month_first: bool = False
    """Written as "April 15, 2025"."""


def _group(match: re.Match[str], name: str) -> str | None:
    return match.group(name) if name in match.re.groupindex else None


def _shift(match: re.Match[str], words: DateWords) -> int | None:
    printed = _group(match, "shift") or _group(match, "shift2")
    return words.shifts[fold(printed)] if printed else None


def read_point(match: re.Match[str], words: DateWords) -> DateShape | None:
    """A year, month or day by name."""
    year, day = _group(match, "year"), _group(match, "day")
    printed = match.group("month")
    month = int(printed) if printed.isdigit() else words.months[fold(printed)]
    if not 1 <= month <= 12 or (day and not 1 <= int(day) <= 31):
        return None
    return DateShape(
        Form.POINT,
        Span(*match.span()),
        year=int(year) if year else None,
        month=month,
        day=int(day) if day else None,
        shift=_shift(match, words),
        unit="year" if _names_year(match, words) else "",
    )


def _names_year(match: re.Match[str], words: DateWords) -> bool:
    """Whether the shift is of a year ("June last year") and not of the month itself ("last June")."""
    return (
        re.search(rf"(?<!\w|’|'){words.any_of('year')}(?!\w)|(?<=[’']){words.any_of('year')}", match.group())
        is not None
    )


def read_month_first(match: re.Match[str], words: DateWords) -> DateShape | None:
    """A day written as "April 15, 2025"."""
    shape = read_point(match, words)
    return None if shape is None else replace(shape, month_first=True)


def read_named_month(match: re.Match[str], words: DateWords) -> DateShape | None:
    """A lone month."""
    return DateShape(Form.POINT, Span(*match.span()), month=words.months[fold(match.group("month"))])


def read_numeric(match: re.Match[str], _: DateWords) -> DateShape | None:
    """Figures such as 03/09/2024; ``number`` is 1 where they can be read two ways."""
    first, second, year = int(match.group("first")), int(match.group("second")), int(match.group("year"))
    if not (1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12):
        return None
    year += 2000 if year < 100 else 0
    settled = match.group("mark") == "."
    return DateShape(Form.NUMERIC, Span(*match.span()), year, second, first, number=0 if settled else 1)


def read_year(match: re.Match[str], _: DateWords) -> DateShape | None:
    """A lone year, none behind the name of a law."""
    if match.group("blocked"):
        return None
    return DateShape(Form.POINT, Span(*match.span()), year=int(match.group("year")))


def read_quarter(match: re.Match[str], words: DateWords) -> DateShape | None:
    """A quarter."""
    ordinal, year = _group(match, "ordinal"), _group(match, "year")
    number = words.ordinals[fold(ordinal)] if ordinal else int(match.group("number"))
    return DateShape(
        Form.QUARTER,
        Span(*match.span()),
        int(year) if year else None,
        number=number,
        shift=_shift(match, words),
    )


def read_season(match: re.Match[str], words: DateWords) -> DateShape | None:
    """A season."""
    year = _group(match, "year")
    number = words.seasons[fold(match.group("season"))]
    return DateShape(
        Form.SEASON,
        Span(*match.span()),
        int(year) if year else None,
        number=number,
        shift=_shift(match, words),
    )


def read_unit(match: re.Match[str], words: DateWords) -> DateShape | None:
    """A week, month, quarter or year by its distance."""
    shift = _shift(match, words)
    if shift not in (-1, 0, 1):
        return None
    return DateShape(Form.UNIT, Span(*match.span()), shift=shift, unit=words.units[fold(match.group("unit"))])


def read_weekday(match: re.Match[str], words: DateWords) -> DateShape | None:
    """A weekday."""
    number = words.weekdays[fold(match.group("weekday"))]
    return DateShape(Form.WEEKDAY, Span(*match.span()), number=number, shift=_shift(match, words))


def read_week_day(match: re.Match[str], words: DateWords) -> DateShape | None:
    """A weekday of last or next week."""
    shape = read_weekday(match, words)
    return None if shape is None else replace(shape, unit="week")


def read_day_word(match: re.Match[str], words: DateWords) -> DateShape | None:
    """A word such as "yesterday"."""
    return DateShape(Form.DAY_WORD, Span(*match.span()), shift=words.day_words[fold(match.group("word"))])


def _distance(match: re.Match[str], words: DateWords, form: Form, sign: int) -> DateShape:
    printed = fold(match.group("count"))
    count = int(printed) if printed.isdigit() else words.counts[printed]
    return DateShape(
        form, Span(*match.span()), shift=sign * count, unit=words.units[fold(match.group("unit"))]
    )


def read_ago(match: re.Match[str], words: DateWords) -> DateShape | None:
    """So long before the publication."""
    return _distance(match, words, Form.AGO, -1)


def read_later(match: re.Match[str], words: DateWords) -> DateShape | None:
    """So long after the date before."""
    return _distance(match, words, Form.LATER, 1)


def read_earlier(match: re.Match[str], words: DateWords) -> DateShape | None:
    """So long before the date before."""
    return _distance(match, words, Form.LATER, -1)


def read_next_day(match: re.Match[str], _: DateWords) -> DateShape | None:
    """The day after the date before."""
    return DateShape(Form.LATER, Span(*match.span()), shift=1, unit="day")


def read_day_before(match: re.Match[str], _: DateWords) -> DateShape | None:
    """The day before the date before."""
    return DateShape(Form.LATER, Span(*match.span()), shift=-1, unit="day")
