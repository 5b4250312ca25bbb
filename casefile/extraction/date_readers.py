"""What the shapes of dates say, read from their matches. Imports values and the words of dates."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache

from casefile.extraction.date_before import (
    first_day_before,
    is_month_label,
    is_numbered,
    phrase_before,
    weekday_before,
)
from casefile.extraction.date_words import FOLLOWING, SAME, DateWords, date_words, fold
from casefile.extraction.small_words import GAP, OF
from casefile.values import Span

_ROMAN = {
    name: number
    for number, name in enumerate(
        ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"), start=1
    )
}


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
    HALF = "a half of a year"
    YEARS = "a year that runs over two"


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
    """-1 last, 0 this, 1 next, FOLLOWING, SAME; days for DAY_WORD; how many units for AGO and LATER."""
    unit: str = ""
    weekday: int | None = None
    """Printed beside the day: 0 (Monday) to 6."""
    first_day: tuple[int, Span] | None = None
    """The first of the days "3 to 5 June", with its own place."""
    month_first: bool = False
    """Written as "April 15, 2025"."""
    label: bool = False
    """A month that heads a part of a chronicle."""


Reader = Callable[[re.Match[str], DateWords], DateShape | None]
"""What makes a shape of a match; None for one that is no date after all."""
Made = list[tuple[str, Reader]]
"""Patterns with their readers."""


def _group(match: re.Match[str], name: str) -> str | None:
    return match.group(name) if name in match.re.groupindex else None


def _shift(match: re.Match[str], words: DateWords) -> int | None:
    printed = _group(match, "shift") or _group(match, "shift2")
    return words.shifts[fold(printed)] if printed else None


def read_point(match: re.Match[str], words: DateWords) -> DateShape | None:
    """A year, month or day by name."""
    year, day = _group(match, "year"), _group(match, "day")
    printed = match.group("month")
    month = int(printed) if printed.isdigit() else _ROMAN.get(printed) or words.months[fold(printed)]
    if not 1 <= month <= 12 or (day and not 1 <= int(day) <= 31):
        return None
    if day and not year and printed.isupper() and _OF_ARTICLES.search(match.string, 0, match.start()):
        return None
    beside = weekday_before(match.string, match.start(), words) if day else None
    return DateShape(
        Form.POINT,
        Span(beside[1] if beside else match.start(), match.end()),
        year=int(year) if year else None,
        month=month,
        day=int(day) if day else None,
        shift=_shift(match, words),
        unit="year" if _names_year(match, words) else "",
        weekday=beside[0] if beside else None,
        first_day=_first_day(match, words) if day else None,
    )


def _first_day(match: re.Match[str], words: DateWords) -> tuple[int, Span] | None:
    """The first of two days, before the second: "3 to 5 June", or behind the month: "June 3-5"."""
    if "first" not in match.re.groupindex:
        return first_day_before(match.string, match.start(), words)
    first = match["first"]
    return (int(first), Span(match.start(), match.end("first"))) if first and 1 <= int(first) <= 31 else None


def read_month(match: re.Match[str], words: DateWords) -> DateShape | None:
    """A month with its year, its part before it: "end of May 2024"."""
    return _with_part(read_point(match, words), match, words)


def _with_part(shape: DateShape | None, match: re.Match[str], words: DateWords) -> DateShape | None:
    start = phrase_before(match.string, match.start(), words, "parts")
    return shape if shape is None or start is None else replace(shape, span=Span(start, shape.span.end))


def both_days(shape: DateShape) -> tuple[DateShape, ...]:
    """The shape; of "3 to 5 June" both days, each in its place."""
    if shape.first_day is None:
        return (shape,)
    day, span = shape.first_day
    first = replace(shape, day=day, span=span, first_day=None, weekday=None)
    return first, replace(
        shape, span=Span(max(span.end + 1, shape.span.start), shape.span.end), first_day=None
    )


def read_first_day(match: re.Match[str], words: DateWords) -> DateShape | None:
    """The first day of a month by its ordinal: "il primo luglio"."""
    shape = read_point(match, words)
    return None if shape is None else replace(shape, day=1)


def _names_year(match: re.Match[str], words: DateWords) -> bool:
    """Whether the shift is of a year ("June last year") and not of the month itself ("last June")."""
    return _year(words).search(match.group()) is not None


@cache
def _year(words: DateWords) -> re.Pattern[str]:
    year = words.any_of("year")
    return re.compile(rf"(?<!\w|’|'){year}(?!\w)|(?<=[’']){year}")


def read_month_first(match: re.Match[str], words: DateWords) -> DateShape | None:
    """A day written as "April 15, 2025", and the second of two days: "April 15 and 17, 2025"."""
    shape = read_point(match, words)
    if shape is None:
        return None
    start = shape.span.start if shape.first_day is None else match.start("day")
    return replace(shape, month_first=True, span=Span(start, shape.span.end))


def read_named_month(match: re.Match[str], words: DateWords) -> DateShape | None:
    """A lone month behind a word that makes it one, "in May", or as one of the labels of a chronicle."""
    month = words.months[fold(match.group("month"))]
    start = phrase_before(match.string, match.start(), words, "month_cues")
    if start is not None:
        return DateShape(Form.POINT, Span(start, match.end()), month=month)
    if is_month_label(match.string, Span(*match.span()), words):
        return DateShape(Form.POINT, Span(*match.span()), month=month, label=True)
    return None


def read_numeric(match: re.Match[str], words: DateWords) -> DateShape | None:
    """Figures such as 03/09/2024; ``number`` is 1 where they can be read two ways."""
    first, second = int(match.group("first")), int(match.group("second"))
    year = int(_group(match, "year") or 0)
    if not (1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12):
        return None
    year += 2000 if 0 < year < 100 else 0
    settled = match.group("mark") == "."
    beside = weekday_before(match.string, match.start(), words)
    return DateShape(
        Form.NUMERIC,
        Span(beside[1] if beside else match.start(), match.end()),
        year or None,
        second,
        first,
        number=0 if settled else 1,
        weekday=beside[0] if beside else None,
    )


_THAT_DAY = re.compile(r"(?<!\w)(?:el|il|lo|pasado|próximo|scorso|prossimo)\s\w{3,6}\s$", re.IGNORECASE)


def read_bare_day(match: re.Match[str], _: DateWords) -> DateShape | None:
    """A day without its month behind an article: "el pasado día 5"."""
    day = int(match["day"])
    told = _THAT_DAY.search(match.string, max(0, match.start() - 24), match.start()) is not None
    return DateShape(Form.POINT, Span(*match.span()), day=day) if told and 1 <= day <= 31 else None


def read_short_numeric(match: re.Match[str], words: DateWords) -> DateShape | None:
    """Day and month in figures behind a word that asks for a day."""
    cued = phrase_before(match.string, match.start(), words, "numeric_cues") is not None
    return read_numeric(match, words) if cued else None


def read_year(match: re.Match[str], words: DateWords) -> DateShape | None:
    """A lone year, none of the number or name of something."""
    fiscal = phrase_before(match.string, match.start(), words, "fiscal") is not None
    if not fiscal and is_numbered(match.string, match.start(), words):
        return None
    shape = DateShape(Form.POINT, Span(*match.span("year")), year=int(match.group("year")))
    return _with_part(shape, match, words)


def read_old_year(match: re.Match[str], words: DateWords) -> DateShape | None:
    """A year of earlier centuries behind a word that makes it one: "since 1908"."""
    cued = phrase_before(match.string, match.start(), words, "month_cues") is not None
    return read_year(match, words) if cued else None


def read_years(match: re.Match[str], _: DateWords) -> DateShape | None:
    """A year of accounts that runs over two: "2024/25"."""
    year = int(match.group("year"))
    return (
        DateShape(Form.YEARS, Span(*match.span()), year) if (year + 1) % 100 == int(match["next"]) else None
    )


def read_half(match: re.Match[str], words: DateWords) -> DateShape | None:
    """A half of a year."""
    year = _group(match, "year")
    if year is None and _NAME_BEHIND.match(match.string, match.end()) and len(match["half"]) <= _LETTERS:
        return None
    return DateShape(
        Form.HALF,
        Span(*match.span()),
        int(year) if year else None,
        number=words.halves[fold(match.group("half"))],
        shift=_shift(match, words),
    )


def read_unit_word(match: re.Match[str], words: DateWords) -> DateShape | None:
    """A unit and its distance in one word."""
    if _OF_SOMETHING.match(match.string, match.end()):
        return None  # jusqu’à la fin du mois de facturation
    unit, shift = words.unit_words[fold(match.group("word"))]
    return DateShape(Form.UNIT, Span(*match.span()), shift=shift, unit=unit)


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


def read_last_quarter(match: re.Match[str], words: DateWords) -> DateShape | None:
    """The fourth quarter as the last of its year."""
    last = words.shifts[fold(match.group("shift"))] == -1
    return DateShape(Form.QUARTER, Span(*match.span()), int(match["year"]), number=4) if last else None


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
    if _is_farewell(match, words):
        return None
    shift, unit = _shift(match, words), words.units[fold(match.group("unit"))]
    if shift == FOLLOWING and unit in ("month", "year"):
        return DateShape(Form.LATER, Span(*match.span()), shift=1, unit=unit)
    if shift == SAME and unit == "year":
        return DateShape(Form.LATER, Span(*match.span()), shift=0, unit=unit)
    if shift not in (-1, 0, 1):
        return None
    return DateShape(Form.UNIT, Span(*match.span()), shift=shift, unit=unit)


def _is_farewell(match: re.Match[str], words: DateWords) -> bool:
    """Whether a newsletter only takes its leave: “See you next week!”."""
    line = match.string[match.string.rfind("\n", 0, match.start()) + 1 : match.start()]
    leaves = _farewell(words).fullmatch(line)
    return leaves is not None and _LINE_END.match(match.string, match.end()) is not None


@cache
def _farewell(words: DateWords) -> re.Pattern[str]:
    return re.compile(rf"\W*{words.any_of('farewells')}\s+", re.IGNORECASE)


def read_weekday(match: re.Match[str], words: DateWords) -> DateShape | None:
    """A weekday."""
    number, shift = words.weekdays[fold(match.group("weekday"))], _shift(match, words)
    blocked = (
        shift is None and phrase_before(match.string, match.start(), words, "weekday_blockers") is not None
    )
    repeated = phrase_before(match.string, match.start(), words, "every") is not None
    if shift in (FOLLOWING, SAME) or blocked or repeated:
        return None
    return DateShape(Form.WEEKDAY, Span(*match.span()), number=number, shift=shift)


def read_week_day(match: re.Match[str], words: DateWords) -> DateShape | None:
    """A weekday of last or next week."""
    shape = read_weekday(match, words)
    return None if shape is None else replace(shape, unit="week")


def read_day_word(match: re.Match[str], words: DateWords) -> DateShape | None:
    """A word such as "yesterday"."""
    if phrase_before(match.string, match.start(), words, "day_word_blockers") is not None:
        return None
    if _month_follows(words.language).match(match.string, match.end()):
        return None  # ce matin de février 2024
    shift = words.day_words[fold(match.group("word"))]
    return DateShape(Form.DAY_WORD, Span(*match.span("word")), shift=shift)


@cache
def _month_follows(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{OF}|in|im)\s?(?:{date_words(language).month_names(short=False)})(?!\w)")


def _distance(match: re.Match[str], words: DateWords, form: Form, sign: int) -> DateShape:
    printed = fold(match.group("count"))
    count = int(printed) if printed.isdigit() else words.counts[printed]
    return DateShape(
        form, Span(*match.span()), shift=sign * count, unit=words.units[fold(match.group("unit"))]
    )


def read_ago(match: re.Match[str], words: DateWords) -> DateShape | None:
    """So long before the publication."""
    return _distance(match, words, Form.AGO, -1)


def read_distance(match: re.Match[str], words: DateWords) -> DateShape | None:
    """So long ago, or so long after or before the date before, by the word behind."""
    if match["ago"]:
        return _distance(match, words, Form.AGO, -1)
    if _OF_SOMETHING.match(match.string, match.end()):
        return None
    if _EVENT_WORD.search(match.group()) and _ARTICLE.match(match.string, match.end()):
        return None
    return _distance(match, words, Form.LATER, 1 if match["later"] else -1)


_OF_ARTICLES = re.compile(r"(?<!\w)(?i:art(?:s|t|icles?|ikels?|icol[oi]|ículos?)?)\.?\s$")
"""Before an article of a regulation that is called as a month is: "Art. 14 MAR"."""
_OF_SOMETHING = re.compile(rf"\s(?:{OF}|que|che){GAP}")
"""What makes the distance one from an event and not from the date before: "tre giorni prima dell’Opa"."""


_EVENT_WORD = re.compile(r"\b(?:avant|après|before|after)$", re.IGNORECASE)
_ARTICLE = re.compile(r"\s(?:l[’']|(?:le|la|les|un|une|son|sa|the|an?|its|his|her|their)\s)")
"""The same in French and English: quatre jours avant l’annonce, four days before the bid."""
_NAME_BEHIND = re.compile(r"\s[A-Z][a-z]+\s[A-Z]")
_LETTERS = 2
"""So short is a half written as H2."""
_LINE_END = re.compile(r"\s?[!.]?\s*(?:\n|$)")


def read_same_day(match: re.Match[str], words: DateWords) -> DateShape | None:
    """The day of the date before; none where a clause tells which day: el mismo día en que."""
    if re.compile(rf"\s(?:{words.any_of('day_clauses')})(?!\w)").match(match.string, match.end()):
        return None
    return DateShape(Form.LATER, Span(*match.span()), shift=0, unit="day")


def read_month_of(match: re.Match[str], words: DateWords) -> DateShape | None:
    """A month that tells when something happened: an April explosion."""
    return DateShape(
        Form.POINT, Span(match.start(), match.end("month")), month=words.months[fold(match.group("month"))]
    )


def read_next_day(match: re.Match[str], _: DateWords) -> DateShape | None:
    """The day after the date before."""
    return DateShape(Form.LATER, Span(*match.span()), shift=1, unit="day")


def read_year_after(match: re.Match[str], _: DateWords) -> DateShape | None:
    """The year after that of the date before."""
    return DateShape(Form.LATER, Span(*match.span()), shift=1, unit="year")


def read_year_before(match: re.Match[str], _: DateWords) -> DateShape | None:
    """The year before that of the date before."""
    return DateShape(Form.LATER, Span(*match.span()), shift=-1, unit="year")


def read_day_before(match: re.Match[str], _: DateWords) -> DateShape | None:
    """The day before the date before."""
    return DateShape(Form.LATER, Span(*match.span()), shift=-1, unit="day")
