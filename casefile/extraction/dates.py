"""Dates of a text as partial dates, relative ones counted from the publication. Imports values and shapes.

Rules of resolution, which hold for every language: a weekday is the last such day on or before the
publication, or the next where the sentence is about what is to come; a day or month without a year is the
last one before the publication, or the next likewise; without a publication date what is relative stays
open (None). Nothing is made more precise than the text is.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from casefile.extraction.date_context import is_future, is_month_first, publication_day
from casefile.extraction.date_readers import DateShape, Form
from casefile.extraction.date_shapes import find_shapes
from casefile.extraction.date_words import FOLLOWING
from casefile.extraction.text import Article
from casefile.values import DatePrecision, PartialDate, Span

_NEAR_FUTURE_DAYS = 75


@dataclass(frozen=True)
class DateMention:
    """One date as it stands in the text."""

    date: PartialDate | None
    """None where a relative expression could not be resolved."""
    span: Span
    relative: bool = False
    """Counted from the publication or from the date before."""
    readings: tuple[PartialDate, ...] = ()
    """Both readings of figures such as 03/09/2024 that the text does not settle, the likelier first."""
    future: bool = False
    """The sentence tells of what is to come."""

    @property
    def ambiguous(self) -> bool:
        """Whether the figures can be read two ways."""
        return len(self.readings) > 1


@dataclass(frozen=True)
class _Frame:
    """What a date is resolved against."""

    published: date | None
    month_first: bool
    before: PartialDate | None
    future: bool


def find_dates(article: Article) -> tuple[DateMention, ...]:
    """Every dated expression in reading order; spans do not overlap."""
    shapes = _with_shared_years(article.text, find_shapes(article.text, article.language))
    published = publication_day(article)
    month_first = is_month_first(article, shapes)
    mentions: list[DateMention] = []
    before: PartialDate | None = None
    for shape in shapes:
        frame = _Frame(published, month_first, before, is_future(article, shape))
        mention = _resolve(shape, frame)
        if mention is not None:
            mentions.append(mention)
            before = mention.date or before
    return tuple(_settled(article, mentions))


def _with_shared_years(text: str, shapes: list[DateShape]) -> list[DateShape]:
    """The first of "November 29 and December 1, 2024" given the year of the second."""
    shared = list(shapes)
    for index in range(len(shared) - 2, -1, -1):
        first, second = shared[index], shared[index + 1]
        if first.form is not Form.POINT or first.year or first.shift is not None or second.year is None:
            continue
        gap = text[first.span.end : second.span.start]
        if second.form is Form.POINT and second.month and first.month and _joins(gap):
            year = second.year - (
                1 if (first.month, first.day or 0) > (second.month, second.day or 31) else 0
            )
            shared[index] = replace(first, year=year)
    return shared


def _joins(gap: str) -> bool:
    return (
        len(gap) <= 12
        and re.fullmatch(r"\s*(?:[-–—,&/]|[^\W\d_]{1,7}(?:\s[^\W\d_]{1,4})?)\s*", gap) is not None
    )


def _resolve(shape: DateShape, frame: _Frame) -> DateMention | None:
    if shape.form is Form.NUMERIC:
        return _numeric(shape, frame)
    relative = _is_relative(shape)
    if shape.form is Form.LATER and frame.before is None:
        return None
    try:
        found = _RESOLVERS[shape.form](shape, frame)
    except (ValueError, OverflowError):
        return None
    return DateMention(found, shape.span, relative, future=_lies_ahead(found, frame))


def _lies_ahead(found: PartialDate | None, frame: _Frame) -> bool:
    if found is None or frame.published is None:
        return frame.future and found is None
    return found.latest > frame.published and frame.future


def _is_relative(shape: DateShape) -> bool:
    if shape.form in (Form.POINT, Form.QUARTER, Form.SEASON):
        return shape.year is None
    return True


def _numeric(shape: DateShape, frame: _Frame) -> DateMention | None:
    year, first, second = shape.year or 0, shape.day or 0, shape.month or 0
    ways = [(second, first), (first, second)] if not frame.month_first else [(first, second), (second, first)]
    if shape.number == 0:
        ways = [(second, first)]
    readings = []
    for month, day in ways:
        try:
            reading = PartialDate.of_day(date(year, month, day))
        except ValueError:
            continue
        if reading not in readings:
            readings.append(reading)
    if not readings:
        return None
    return DateMention(readings[0], shape.span, readings=tuple(readings) if len(readings) > 1 else ())


def _point(shape: DateShape, frame: _Frame) -> PartialDate | None:
    if shape.year is not None:
        return PartialDate.of(shape.year, shape.month, shape.day)
    month = shape.month or 1
    if shape.shift == FOLLOWING:
        return PartialDate.of(frame.before.earliest.year + 1, month, shape.day) if frame.before else None
    if frame.published is None:
        return None
    return _nearest(shape, frame, frame.published, month)


def _nearest(shape: DateShape, frame: _Frame, published: date, month: int) -> PartialDate:
    """The last such day or month up to the publication, or the next; "this year" and the like are exact."""
    candidates = []
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            candidates.append(PartialDate.of(year, month, shape.day))
        except ValueError:
            continue
    past = [each for each in candidates if each.earliest <= published]
    to_come = [each for each in candidates if each.latest >= published]
    if frame.future and to_come:
        return to_come[0]
    if not past or (shape.day and to_come and _rather_soon(past[-1], to_come[0], published)):
        return to_come[0]
    return past[-1]


def _rather_soon(past: PartialDate, to_come: PartialDate, published: date) -> bool:
    """A day that lies just ahead, its last occurrence most of a year back."""
    return (to_come.earliest - published).days <= _NEAR_FUTURE_DAYS < 200 < (published - past.earliest).days


def _shifted_point(shape: DateShape, frame: _Frame) -> PartialDate | None:
    """A month with "last", "this year", "of last year": counted in years from the publication."""
    if shape.shift in (None, FOLLOWING) or shape.year is not None or frame.published is None:
        return _point(shape, frame)
    published, month = frame.published, shape.month or 1
    if shape.unit == "year":
        return PartialDate.of(published.year + (shape.shift or 0), month, shape.day)
    if shape.shift == 0:
        return PartialDate.of(published.year, month, shape.day)
    if shape.shift == 1:
        return PartialDate.of(published.year + (0 if month > published.month else 1), month)
    return PartialDate.of(published.year - (0 if month < published.month else 1), month)


def _weekday(shape: DateShape, frame: _Frame) -> PartialDate | None:
    if frame.published is None:
        return None
    published, number = frame.published, shape.number or 0
    if shape.unit == "week":
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=shape.shift or 0)
        return PartialDate.of_day(monday + timedelta(days=number))
    back = (published.weekday() - number) % 7
    if shape.shift == 1 or (frame.future and shape.shift is None and back != 0):
        return PartialDate.of_day(published + timedelta(days=(number - published.weekday()) % 7 or 7))
    if shape.shift == -1 and back == 0:
        back = 7
    return PartialDate.of_day(published - timedelta(days=back))


def _day_word(shape: DateShape, frame: _Frame) -> PartialDate | None:
    if frame.published is None:
        return None
    return PartialDate.of_day(frame.published + timedelta(days=shape.shift or 0))


def _unit(shape: DateShape, frame: _Frame) -> PartialDate | None:
    return None if frame.published is None else _counted(frame.published, shape.unit, shape.shift or 0)


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


def _later(shape: DateShape, frame: _Frame) -> PartialDate | None:
    if frame.before is None:
        return None
    exact = frame.before.precision is DatePrecision.DAY
    if shape.unit in ("day", "week") and not exact:
        return None
    if shape.unit == "week":
        return PartialDate.of_day(frame.before.earliest + timedelta(weeks=shape.shift or 0))
    return _counted(frame.before.earliest, shape.unit, shape.shift or 0)


def _quarter(shape: DateShape, frame: _Frame) -> PartialDate | None:
    number = shape.number or 1
    if shape.year is not None:
        return PartialDate.quarter(shape.year, number)
    return _part_of_year(shape, frame, lambda year: PartialDate.quarter(year, number))


def _season(shape: DateShape, frame: _Frame) -> PartialDate | None:
    number = shape.number or 1
    if shape.year is not None:
        return PartialDate.season(shape.year, number)
    return _part_of_year(shape, frame, lambda year: PartialDate.season(year, number))


def _part_of_year(
    shape: DateShape, frame: _Frame, of_year: Callable[[int], PartialDate]
) -> PartialDate | None:
    """The last such part that had begun at the publication, or the next that has not."""
    if frame.published is None:
        return None
    published = frame.published
    parts = [of_year(published.year + step) for step in (-1, 0, 1)]
    if frame.future or shape.shift == 1:
        return next(part for part in parts if part.earliest > published)
    return [part for part in parts if part.earliest <= published][-1]


_RESOLVERS: dict[Form, Callable[[DateShape, _Frame], PartialDate | None]] = {
    Form.POINT: _shifted_point,
    Form.WEEKDAY: _weekday,
    Form.DAY_WORD: _day_word,
    Form.UNIT: _unit,
    Form.AGO: _unit,
    Form.LATER: _later,
    Form.QUARTER: _quarter,
    Form.SEASON: _season,
}


def _settled(article: Article, mentions: list[DateMention]) -> list[DateMention]:
    """Figures with two readings, settled where the text does it: see :func:`_proven`."""
    known = {each.date for each in mentions if not each.ambiguous and not each.relative} | {article.published}
    published = publication_day(article)
    settled = []
    for mention in mentions:
        proven = _proven(mention, known, published) if mention.ambiguous else None
        settled.append(replace(mention, date=proven, readings=()) if proven else mention)
    return settled


def _proven(
    mention: DateMention, known: set[PartialDate | None], published: date | None
) -> PartialDate | None:
    """The one reading that the text allows.

    The one that is spelled out elsewhere or is the day of publication, or the only one that lies before it.
    """
    matching = [reading for reading in mention.readings if reading in known]
    if len(matching) == 1:
        return matching[0]
    if published is None or mention.future:
        return None
    past = [reading for reading in mention.readings if reading.earliest <= published]
    return past[0] if len(past) == 1 else None
