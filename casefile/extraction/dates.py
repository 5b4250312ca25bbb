"""Dates of a text as partial dates, with their places. Imports values, the shapes and what they stand for.

What a shape stands for is said in :mod:`casefile.extraction.date_values`; here the dates of one text settle
each other: the year of two days joined, the order of figures.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from casefile.extraction.date_context import is_month_first, proven_order, publication_day, tense_of
from casefile.extraction.date_readers import DateShape, Form
from casefile.extraction.date_shapes import find_shapes
from casefile.extraction.date_tense import Tense
from casefile.extraction.date_values import Frame, numeric_readings, resolved
from casefile.extraction.date_words import FOLLOWING, SAME, date_words, fold
from casefile.extraction.small_words import AND
from casefile.extraction.speech_lexicon import speech_lexicon
from casefile.extraction.speech_name_words import is_role
from casefile.extraction.text import Article
from casefile.values import DatePrecision, PartialDate, Span


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
    label: bool = False
    """A month that heads a part of a chronicle."""

    @property
    def ambiguous(self) -> bool:
        """Whether the figures can be read two ways."""
        return len(self.readings) > 1


def find_dates(article: Article) -> tuple[DateMention, ...]:
    """Every dated expression in reading order; spans do not overlap."""
    shapes = _with_shared_years(article.text, find_shapes(article.text, article.language))
    published = publication_day(article)
    proven = proven_order(shapes)
    month_first = is_month_first(article, shapes) if proven is None else proven
    mentions: list[DateMention] = []
    before: PartialDate | None = None
    day_before: PartialDate | None = None
    done_before: PartialDate | None = None
    year_before: PartialDate | None = None
    label: PartialDate | None = None
    for shape in shapes:
        if label is not None and shape.day and shape.year is None and shape.month == label.earliest.month:
            shape = replace(shape, year=label.earliest.year)  # noqa: PLW2901
        if article.published is None and mentions:
            shape = _with_year_before(article, shape, mentions[-1])  # noqa: PLW2901
        told = before
        if shape.form is Form.LATER:
            told = day_before if shape.unit in ("day", "week") else before
            told = (year_before or before) if shape.unit == "year" else told
            if told and published and told.earliest > published and tense_of(article, shape) is Tense.PAST:
                told = done_before or told
        mention = _resolve(shape, Frame(published, month_first, told, article, shape, article.published))
        if mention is not None:
            mentions.append(mention)
            label = mention.date if shape.label else label
            before = mention.date or before
            year_before = mention.date or year_before if shape.year is not None else year_before
            day_before = before if before and before.precision is DatePrecision.DAY else day_before
            done = published is None or (day_before is not None and day_before.earliest <= published)
            done_before = day_before if done else done_before
    if proven is not None:
        mentions = [replace(each, readings=()) for each in mentions]
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


def _with_year_before(article: Article, shape: DateShape, last: DateMention) -> DateShape:
    """A later month with the year that its sentence has told: "in February 2022, and reported in July"."""
    dated = last.date is not None and last.date.precision in (DatePrecision.MONTH, DatePrecision.DAY)
    if (
        last.date is None
        or not dated
        or shape.form is not Form.POINT
        or shape.year
        or shape.shift is not None
    ):
        return shape
    later = last.date.earliest.month < (shape.month or 0)
    same = later and article.sentence_of(shape.span).contains(last.span)
    return replace(shape, year=last.date.earliest.year) if same else shape


def _joins(gap: str) -> bool:
    return (
        len(gap) <= 12
        and re.fullmatch(r"\s*(?:[-–—,&/]|[^\W\d_]{1,7}(?:\s[^\W\d_]{1,4})?)\s*", gap) is not None
    )


def _resolve(shape: DateShape, frame: Frame) -> DateMention | None:
    if shape.form is Form.NUMERIC:
        return _numeric(shape, frame)
    relative = _is_relative(shape)
    if frame.before is None and (shape.form is Form.LATER or shape.shift in (SAME, FOLLOWING)):
        return None
    if _is_nowadays(shape, frame) or _recurs(shape, frame.article):
        return None
    try:
        found = resolved(shape, frame)
    except (ValueError, OverflowError):
        return None
    ahead = not shape.label and (_lies_ahead(found, frame) or _is_of_cause(shape, frame))
    return DateMention(found, shape.span, relative, future=ahead, label=shape.label)


def _numeric(shape: DateShape, frame: Frame) -> DateMention | None:
    readings = numeric_readings(shape, frame)
    relative = shape.year is None
    if not readings:
        return DateMention(None, shape.span, relative) if relative and frame.published is None else None
    return DateMention(readings[0], shape.span, relative, readings if len(readings) > 1 else ())


_OF_THE_MONTH = re.compile(
    r"\s(?:of\s(?:the|each|every)\smonth|du\smois|de\schaque\smois|des\sMonats|eines\sjeden\sMonats|im\sMonat"
    r"|van\s(?:de|elke|iedere)\smaand|del\smese|di\sogni\smese|del\smes|de\scada\smes)(?!\w)"
)
"""What makes a weekday one that comes again: "the first Thursday of the month"."""


def _recurs(shape: DateShape, article: Article) -> bool:
    """Whether a weekday is that of every month, which dates nothing."""
    return shape.form is Form.WEEKDAY and _OF_THE_MONTH.match(article.text, shape.span.end) is not None


def _is_nowadays(shape: DateShape, frame: Frame) -> bool:
    """Whether "today" dates nothing that happened: "join today"; known days of publication do no harm.

    "This morning" always does; what somebody is today dates nothing.
    """
    if shape.form is not Form.DAY_WORD or shape.shift or not _says_nowadays(shape, frame.article):
        return False
    if _is_what_somebody_is(shape, frame.article):
        return True
    return frame.published is None and frame.tense is Tense.OPEN


_APPOSED = re.compile(rf"(?:[,(–—]\s?|\s{AND}\s)$")
_BECOME = re.compile(r"\s(?:(?:an?|the|une?|een|eine?|un|una)\s)?([^\W\d_]{4,30})")


def _is_what_somebody_is(shape: DateShape, article: Article) -> bool:
    """Whether it tells what somebody has become: "once of the FTC and today a partner at Orrin"."""
    text, span = article.text, shape.span
    become = _BECOME.match(text, span.end)
    return (
        become is not None
        and _APPOSED.search(text, max(0, span.start - 6), span.start) is not None
        and is_role(become.group(1).lower(), speech_lexicon(article.language))
    )


def _says_nowadays(shape: DateShape, article: Article) -> bool:
    words = date_words(article.language)
    return fold(shape.span.of(article.text)) in {fold(word) for word in words.words.words("nowadays")}


def _lies_ahead(found: PartialDate | None, frame: Frame) -> bool:
    if found is None or frame.published is None:
        return frame.future and found is None
    return found.latest > frame.published and frame.future


def _is_of_cause(shape: DateShape, frame: Frame) -> bool:
    """Whether a season gone by only tells of what led to something: "left cold last winter is to pay"."""
    return shape.form is Form.SEASON and shape.shift == -1 and frame.future


def _is_relative(shape: DateShape) -> bool:
    if shape.form in (Form.POINT, Form.QUARTER, Form.SEASON, Form.HALF, Form.YEARS):
        return shape.year is None
    return True


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
