"""What the shapes of dates stand for: counted from the publication, or from the date before.

Rules of resolution, which hold for every language: a weekday is the last such day on or before the
publication, or the next where the sentence is about what is to come; a day or month without a year is the
last one before the publication, or the next likewise; without a publication date what is relative stays
open (None). Nothing is made more precise than the text is. Imports values and the shapes.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from casefile.extraction.date_context import tense_of
from casefile.extraction.date_readers import DateShape, Form
from casefile.extraction.date_tense import Tense
from casefile.extraction.date_words import FOLLOWING, SAME
from casefile.extraction.text import Article
from casefile.values import DatePrecision, PartialDate

_NEAR_FUTURE_DAYS = 75
_MONTHS, _WINTER = 12, 4


@dataclass(frozen=True)
class Frame:
    """What a date is resolved against."""

    published: date | None
    month_first: bool
    before: PartialDate | None
    article: Article
    shape: DateShape
    issued: PartialDate | None = None
    """When it was published, be it to the month or year: enough for what lacks only its year."""

    @cached_property
    def tense(self) -> Tense:
        """What the words around it tell; asked for only where the date leaves it open."""
        return tense_of(self.article, self.shape)

    @property
    def past(self) -> bool:
        """The words around it tell of what has been."""
        return self.tense is Tense.PAST

    @property
    def future(self) -> bool:
        """The words around it tell of what is to come."""
        return self.tense is Tense.FUTURE


def numeric_readings(shape: DateShape, frame: Frame) -> tuple[PartialDate, ...]:
    """The days that figures such as 03/09/2024 may stand for, the likelier first; a weekday settles them."""
    first, second = shape.day or 0, shape.month or 0
    ways = [(second, first), (first, second)] if not frame.month_first else [(first, second), (second, first)]
    if shape.number == 0:
        ways = [(second, first)]
    readings = tuple(dict.fromkeys(_of_ways(shape, frame, ways)))
    if shape.weekday is None:
        return readings
    return tuple(each for each in readings if each.earliest.weekday() == shape.weekday) or readings


def _of_ways(shape: DateShape, frame: Frame, ways: list[tuple[int, int]]) -> Iterator[PartialDate]:
    """The dates that the ways to read two figures give; the year is the nearest where none is printed."""
    for month, day in ways:
        try:
            if shape.year is not None:
                yield PartialDate.of_day(date(shape.year, month, day))
            elif frame.published is not None and month <= _MONTHS:
                yield _nearest(replace(shape, month=month, day=day), frame, frame.published, month)
        except ValueError:
            continue


def resolved(shape: DateShape, frame: Frame) -> PartialDate | None:
    """The date of any other shape; None where the frame lacks what it counts from.

    :class:`ValueError` or :class:`OverflowError` for a day that there is not.
    """
    return _RESOLVERS[shape.form](shape, frame)


def _point(shape: DateShape, frame: Frame) -> PartialDate | None:
    if shape.year is not None:
        return PartialDate.of(shape.year, shape.month, shape.day)
    if shape.month is None and shape.day is not None:
        return _day_of_month(shape.day, frame)
    month = shape.month or 1
    if shape.shift in (FOLLOWING, SAME) and frame.before is not None:
        return PartialDate.of(_year_of(shape, frame.before), month, shape.day)
    known = frame.published or (frame.issued.latest if frame.issued is not None else None)
    told_on = _year_told_on(frame, month)
    if told_on is not None:
        return PartialDate.of(told_on, month, shape.day)
    return None if known is None else _nearest(shape, frame, known, month)


def _day_of_month(day: int, frame: Frame) -> PartialDate | None:
    """The last such day up to the publication, or the next one where the words tell of what is to come.

    Behind a month it is that month's: "November. On the 4th".
    """
    before = frame.before
    if before is not None and before.precision is DatePrecision.MONTH:
        return PartialDate.of(before.earliest.year, before.earliest.month, day)
    if frame.published is None:
        return None
    start = frame.published.year * _MONTHS + frame.published.month - 1
    months = (0, 1) if frame.future else (0, -1)
    for month in (start + step for step in months):
        found = date(month // _MONTHS, month % _MONTHS + 1, day)
        if (found >= frame.published) if frame.future else (found <= frame.published):
            return PartialDate.of_day(found)
    return None


def _year_told_on(frame: Frame, month: int) -> int | None:
    """The year of the date before: the last before the year of publication, where no more is known of it.

    A month after it goes on from there: the year of publication has no more claim to it.
    """
    issued, before = frame.issued, frame.before
    if frame.published is not None or issued is None or before is None:
        return None
    year, start = issued.earliest.year, before.earliest
    goes_on = start.year == year - 1 and month >= start.month
    return start.year if goes_on and issued.precision is DatePrecision.YEAR else None


def _year_of(shape: DateShape, before: PartialDate) -> int:
    """The year of "the following March" or "March that year", counted from the date before."""
    start = before.earliest
    if shape.shift == SAME:
        return start.year
    later = shape.unit == "year" or (shape.month or 1) <= start.month
    return start.year + (1 if later else 0)


def _nearest(shape: DateShape, frame: Frame, published: date, month: int) -> PartialDate:
    """The last such day or month up to the publication, or the next; "this year" and the like are exact."""
    candidates = []
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            candidates.append(PartialDate.of(year, month, shape.day))
        except ValueError:
            continue
    if shape.weekday is not None and shape.day:
        candidates = [each for each in candidates if each.earliest.weekday() == shape.weekday] or candidates
    past = [each for each in candidates if each.earliest <= published]
    if shape.label and past:
        return past[-1]
    to_come = [each for each in candidates if each.latest >= published]
    if frame.future and to_come:
        return to_come[0]
    soon = frame.tense is Tense.OPEN and to_come
    if not past or (soon and _rather_soon(past[-1], to_come[0], published)):
        return to_come[0]
    return past[-1]


def _rather_soon(past: PartialDate, to_come: PartialDate, published: date) -> bool:
    """A day that lies just ahead, its last occurrence most of a year back."""
    return (to_come.earliest - published).days <= _NEAR_FUTURE_DAYS < 200 < (published - past.earliest).days


def _shifted_point(shape: DateShape, frame: Frame) -> PartialDate | None:
    """A month with "last", "this year", "of last year": counted in years from the publication."""
    if shape.shift in (None, FOLLOWING, SAME) or shape.year is not None:
        return _point(shape, frame)
    if frame.published is None:
        if shape.unit == "year" and frame.issued is not None:
            return PartialDate.of(
                frame.issued.earliest.year + (shape.shift or 0), shape.month or 1, shape.day
            )
        return _point(shape, frame)
    published, month = frame.published, shape.month or 1
    if shape.unit == "year":
        return PartialDate.of(published.year + (shape.shift or 0), month, shape.day)
    if shape.shift == 0:
        return PartialDate.of(published.year, month, shape.day)
    if shape.day:
        return _nearest(shape, frame, published, month)
    if shape.shift == 1:
        return PartialDate.of(published.year + (0 if month > published.month else 1), month)
    return PartialDate.of(published.year - (0 if month < published.month else 1), month)


def _weekday(shape: DateShape, frame: Frame) -> PartialDate | None:
    if frame.published is None:
        return None
    published, number = frame.published, shape.number or 0
    if shape.unit == "week":
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=shape.shift or 0)
        return PartialDate.of_day(monday + timedelta(days=number))
    back = (published.weekday() - number) % 7
    if shape.shift == 1 or (frame.future and shape.shift is None and back != 0):
        return PartialDate.of_day(published + timedelta(days=(number - published.weekday()) % 7 or 7))
    if shape.shift == -1 and (back == 0 or (back == 1 and frame.article.language == "en")):
        back += 7  # nobody calls yesterday last Thursday
    return PartialDate.of_day(published - timedelta(days=back))


def _day_word(shape: DateShape, frame: Frame) -> PartialDate | None:
    if frame.published is None:
        return None
    return PartialDate.of_day(frame.published + timedelta(days=shape.shift or 0))


def _unit(shape: DateShape, frame: Frame) -> PartialDate | None:
    start = frame.published
    if (
        start is None
        and frame.issued is not None
        and frame.issued.precision in _EXACT_FOR.get(shape.unit, ())
    ):
        start = frame.issued.earliest
    closing = shape.unit == "quarter" and _CLOSING.match(frame.article.text, shape.span.start) is not None
    if start is not None and closing and frame.future:
        return PartialDate.quarter(start.year, 4)  # presentará en el último trimestre un proyecto
    return None if start is None else _counted(start, shape.unit, shape.shift or 0)


_CLOSING = re.compile(r"(?:últim|ultim|derni|letzte|laatste)", re.IGNORECASE)
"""Begin words that also close a row: the last quarter of a year to come."""
_EXACT_FOR = {
    "year": (DatePrecision.YEAR, DatePrecision.MONTH),
    "month": (DatePrecision.MONTH,),
    "quarter": (DatePrecision.MONTH,),
}
"""How well the publication must be known to count from it."""


def _counted(start: date, unit: str, count: int) -> PartialDate:
    """The day, week, month, quarter or year so many units away from the one of the start."""
    if unit == "day":
        return PartialDate.of_day(start + timedelta(days=count))
    if unit == "week":
        monday = start - timedelta(days=start.weekday()) + timedelta(weeks=count)
        return PartialDate(f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}")
    if unit == "year":
        return PartialDate.of(start.year + count)
    months = start.year * 12 + start.month - 1 + count * (3 if unit == "quarter" else 1)
    if unit == "quarter":
        return PartialDate.quarter(months // 12, months % 12 // 3 + 1)
    return PartialDate.of(months // 12, months % 12 + 1)


def _later(shape: DateShape, frame: Frame) -> PartialDate | None:
    if frame.before is None:
        return None
    exact = frame.before.precision is DatePrecision.DAY
    if shape.unit in ("day", "week") and not exact:
        return None
    if shape.unit == "week":
        return PartialDate.of_day(frame.before.earliest + timedelta(weeks=shape.shift or 0))
    return _counted(frame.before.earliest, shape.unit, shape.shift or 0)


def _quarter(shape: DateShape, frame: Frame) -> PartialDate | None:
    number = shape.number or 1
    if shape.year is not None:
        return PartialDate.quarter(shape.year, number)
    return _part_of_year(shape, frame, lambda year: PartialDate.quarter(year, number))


def _season(shape: DateShape, frame: Frame) -> PartialDate | None:
    number = shape.number or 1
    if shape.year is not None:
        return PartialDate.season(shape.year, number)
    return _part_of_year(shape, frame, lambda year: PartialDate.season(year, number))


def _half(shape: DateShape, frame: Frame) -> PartialDate | None:
    first = "01/{0}-06" if shape.number == 1 else "07/{0}-12"

    def of_year(year: int) -> PartialDate:
        return PartialDate(f"{year}-{first.format(year)}")

    return of_year(shape.year) if shape.year is not None else _part_of_year(shape, frame, of_year)


def _years(shape: DateShape, _: Frame) -> PartialDate | None:
    year = shape.year or 0
    return PartialDate(f"{year}/{year + 1}")


def _part_of_year(
    shape: DateShape, frame: Frame, of_year: Callable[[int], PartialDate]
) -> PartialDate | None:
    """The last such part that had begun at the publication, or the next that has not."""
    if frame.published is None:
        return None
    published = frame.published
    if shape.shift in (FOLLOWING, SAME):
        return of_year(_year_of(shape, frame.before)) if frame.before else None
    if shape.form is Form.SEASON and shape.shift == 0 and shape.number != _WINTER and not frame.past:
        return of_year(published.year)
    parts = [of_year(published.year + step) for step in (-2, -1, 0, 1)]
    if (frame.future and shape.shift != -1) or shape.shift == 1:
        return next(part for part in parts if part.earliest > published)
    begun = [part for part in parts if part.earliest <= published]
    over = [part for part in begun if part.latest < published]
    return over[-1] if shape.shift == -1 and over else begun[-1]


_RESOLVERS: dict[Form, Callable[[DateShape, Frame], PartialDate | None]] = {
    Form.POINT: _shifted_point,
    Form.WEEKDAY: _weekday,
    Form.DAY_WORD: _day_word,
    Form.UNIT: _unit,
    Form.AGO: _unit,
    Form.LATER: _later,
    Form.QUARTER: _quarter,
    Form.SEASON: _season,
    Form.HALF: _half,
    Form.YEARS: _years,
}
