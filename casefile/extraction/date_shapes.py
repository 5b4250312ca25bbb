"""The shapes in which a text writes dates, before any is resolved. Imports values and the lexicons.

Each shape is one pattern; where two overlap the longer one counts. Nothing is decided here: what year a
"3 September" lies in, or which way round "03/09/2024" goes, is for :mod:`casefile.extraction.dates`.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from casefile.extraction.date_readers import (
    DateShape,
    read_ago,
    read_day_before,
    read_day_word,
    read_earlier,
    read_later,
    read_month_first,
    read_named_month,
    read_next_day,
    read_numeric,
    read_point,
    read_quarter,
    read_season,
    read_unit,
    read_week_day,
    read_weekday,
    read_year,
)
from casefile.extraction.date_words import DateWords, date_words
from casefile.extraction.lexicon import alternatives
from casefile.values import Span

Reader = Callable[[re.Match[str], DateWords], DateShape | None]


def find_shapes(text: str, language: str) -> list[DateShape]:
    """Every dated expression in reading order, none overlapping another."""
    words = date_words(language)
    here = frozenset(_WORD.findall(text.lower()))
    found = [
        shape
        for pattern, read, needed in _patterns(language)
        if not needed or not needed.isdisjoint(here)
        for shape in _read_all(text, pattern, read, words)
    ]
    kept: list[DateShape] = []
    for shape in sorted(found, key=lambda each: (each.span.start, -each.span.end)):
        if kept and shape.span.start < kept[-1].span.end:
            if _length(shape.span) > _length(kept[-1].span):
                kept[-1] = shape
            continue
        kept.append(shape)
    return kept


def _length(span: Span) -> int:
    return span.end - span.start


def _read_all(text: str, pattern: re.Pattern[str], read: Reader, words: DateWords) -> Iterator[DateShape]:
    for match in pattern.finditer(text):
        shape = read(match, words)
        if shape is not None:
            yield shape


_WORD = re.compile(r"\w+")
_NEEDED: dict[Reader, tuple[str, ...]] = {
    read_season: ("seasons",),
    read_week_day: ("week",),
    read_weekday: ("weekdays",),
    read_day_word: ("day_words",),
    read_later: ("later",),
    read_earlier: ("earlier",),
    read_ago: ("ago_after", "ago_before"),
    read_next_day: ("next_day",),
    read_day_before: ("day_before",),
}
"""The lists of words without any of which a shape cannot be there."""


@cache
def _needed(read: Reader, language: str) -> frozenset[str]:
    """One of these words is in every text that has the shape: of each phrase the longest; empty for any text.

    To look for a shape in vain takes as long as to find it, and most texts have few of them.
    """
    phrases = date_words(language).phrases(*_NEEDED.get(read, ()))
    if any("*" in phrase for phrase in phrases):
        return frozenset()
    return frozenset(max(_WORD.findall(phrase.lower()), key=len) for phrase in phrases)


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], Reader, frozenset[str]], ...]:
    words = date_words(language)
    makers = (_iso, _numeric, _day_month, _month_day, _month_year, _lone_month, _years, _quarters, _seasons,
              _units, _weekdays, _day_words, _distances)  # fmt: skip
    return tuple(
        (re.compile(pattern), read, _needed(read, language))
        for make in makers
        for pattern, read in make(words)
    )


Made = list[tuple[str, Reader]]

_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"


def _iso(_: DateWords) -> Made:
    return [(rf"(?<![\w/-])(?P<year>{_YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w/-])", read_point)]


def _numeric(_: DateWords) -> Made:
    return [
        (r"(?<![\w/.-])(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year>20\d\d|19\d\d)(?![\w/])",
         read_numeric),
        (r"(?<![\w/.-])(?P<first>\d{1,2})(?P<mark>\.)\s?(?P<second>\d{1,2})\.\s?(?P<year>\d\d)(?![\w/.])",
         read_numeric),
    ]  # fmt: skip


def _of_year(words: DateWords) -> str:
    """The year after a month: "2024", "last year", "of this year"."""
    shift = alternatives(words.shifts)
    year = words.any_of("year")
    joiner = rf"(?:{words.any_of('of_words')}\s{{0,2}})?"
    return (
        rf"(?:,?\s{{1,3}}(?:(?:de|del|di|van|of|d’|d')\s{{1,2}})?(?P<year>{_YEAR})(?![\d/])"
        rf"|,?\s{{1,3}}{joiner}(?:(?:the|l’|l'|la|le|el|lo)\s{{0,2}})??"
        rf"(?:(?P<shift>(?i:{shift}))\s{{0,3}}{year}|{year}\s{{1,3}}(?P<shift2>(?i:{shift})))(?!\w))"
    )


def _weekday_prefix(words: DateWords) -> str:
    return rf"(?:{words.names_of('weekdays')},?\s{{1,3}}(?:(?:den|dem|the|le|el|il|de)\s{{1,2}})?)?"


def _day_month(words: DateWords) -> Made:
    suffixes = alternatives(words.words.words("day_suffixes"))
    joiners = alternatives(words.words.words("day_joiners"))
    return [
        (
            (
                rf"(?<![\w.,/]){_weekday_prefix(words)}(?P<day>\d{{1,2}}){suffixes}?\s{{0,3}}(?:{joiners}\s{{1,2}})?"
                rf"(?P<month>{words.month_names()})(?!\w){_of_year(words)}?"
            ),
            read_point,
        )
    ]


def _month_day(words: DateWords) -> Made:
    if words.language != "en":
        return []
    return [
        (
            (
                rf"(?<!\w){_weekday_prefix(words)}(?P<month>{words.month_names()})\s{{1,3}}(?P<day>\d{{1,2}})"
                rf"(?:st|nd|rd|th)?(?![\w%]|[.,]\d|-\w){_of_year(words)}?"
            ),
            read_month_first,
        )
    ]


def _month_year(words: DateWords) -> Made:
    part = rf"(?:{words.any_of('parts')}[\s-]{{0,2}})?"
    shift = rf"(?i:{alternatives(words.shifts)})"
    month = words.month_names()
    full = words.month_names(short=False)
    return [
        (rf"(?<!\w){part}(?P<month>{month})(?!\w){_of_year(words)}", read_point),
        (rf"(?<!\w)(?P<shift>{shift})\s{{1,3}}(?P<month>{full})(?!\w)", read_point),
        (rf"(?<!\w)(?P<month>{full})\s{{1,3}}(?P<shift>{shift})(?!\w)", read_point),
    ]


def _lone_month(words: DateWords) -> Made:
    cues = words.any_of("month_cues")
    return [(rf"(?<!\w){cues}\s{{0,3}}(?P<month>{words.month_names(short=False)})(?!\w|’|'\w|,?\s{{1,3}}\d)",
             read_named_month)]  # fmt: skip


def _years(words: DateWords) -> Made:
    part = rf"(?:{words.any_of('parts')}[\s-]{{0,2}})?"
    blockers = words.any_of("year_blockers")
    after = words.any_of("not_after_year")
    return [
        (
            (
                rf"(?P<blocked>(?<!\w){blockers}\s{{1,2}})?(?<![\w$€£₹/.,:#’'-])(?<![€$£]\s){part}(?P<year>{_YEAR})"
                rf"(?![\w%€/]|[.,:]\d|-\d|\s{after})"
            ),
            read_year,
        )
    ]


def _quarters(words: DateWords) -> Made:
    letters = alternatives(words.words.words("quarter_letters"))
    ordinal = rf"(?i:{alternatives(words.ordinals)})"
    noun = words.any_of("quarter_words")
    return [
        (rf"(?<!\w){letters}(?P<number>[1-4])(?!\w|[.,]\d)(?:\s{{0,2}}[-/]?\s{{0,2}}(?P<year>{_YEAR})(?!\w))?",
         read_quarter),
        (rf"(?<!\w)(?P<year>{_YEAR})\s?-?{letters}(?P<number>[1-4])(?!\w)", read_quarter),
        ((rf"(?<!\w)(?P<ordinal>{ordinal})[\s-]{{1,2}}{noun}(?!\w)(?:\s{{1,2}}(?:des\s{{1,2}}Jahres))?"
         rf"(?:{_of_year(words)})?"), read_quarter),
    ]  # fmt: skip


def _seasons(words: DateWords) -> Made:
    shift = rf"(?i:{alternatives(words.shifts)})"
    season = rf"(?P<season>(?i:{words.names_of('seasons')}))"
    cues = words.any_of("season_cues")
    return [
        (rf"(?<!\w){season}(?!\w){_of_year(words)}", read_season),
        (rf"(?<!\w)(?P<shift>{shift})\s{{0,3}}{season}(?!\w)", read_season),
        (rf"(?<!\w){season}\s{{1,3}}(?P<shift>{shift})(?!\w)", read_season),
        (rf"(?<!\w){cues}\s{{0,3}}{season}(?!\w)", read_season),
    ]


def _units(words: DateWords) -> Made:
    shift = rf"(?P<shift>(?i:{alternatives(words.shifts)}))"
    unit = rf"(?P<unit>{words.any_of('week', 'month', 'quarter', 'year')})"
    weekday = rf"(?P<weekday>{words.names_of('weekdays')})"
    week = words.any_of("week")
    return [
        (rf"(?<!\w){shift}\s{{0,3}}{unit}(?!\w|-)", read_unit),
        (rf"(?<!\w){unit}\s{{1,3}}{shift}(?!\w)", read_unit),
        (rf"(?<!\w){shift}\s{{1,3}}{week},?\s{{1,3}}{weekday}(?!\w)", read_week_day),
        ((rf"(?<!\w){weekday},?\s{{1,3}}(?:(?:of|de|la|van|della)\s{{1,2}}){{0,2}}"
         rf"(?:{shift}\s{{1,3}}{week}|{week}\s{{1,3}}(?P<shift2>(?i:{alternatives(words.shifts)})))(?!\w)"),
         read_week_day),
    ]  # fmt: skip


def _weekdays(words: DateWords) -> Made:
    shift = rf"(?i:{alternatives(words.shifts)})"
    weekday = rf"(?P<weekday>{words.names_of('weekdays')})"
    return [
        (
            rf"(?<!\w)(?:(?P<shift>{shift})\s{{1,3}})?{weekday}(?!\w)(?:\s{{1,3}}(?P<shift2>{shift})(?!\w))?",
            read_weekday,
        )
    ]


def _day_words(words: DateWords) -> Made:
    return [(rf"(?<![\w-])(?P<word>(?i:{alternatives(words.day_words)}))(?![\w-])", read_day_word)]


def _distances(words: DateWords) -> Made:
    count = rf"(?P<count>\d{{1,2}}|(?i:{alternatives(words.counts)}))"
    unit = rf"(?P<unit>(?i:{alternatives(words.units)}))"
    made: Made = [
        (rf"(?<!\w){count}\s{{1,3}}{unit}\s{{1,3}}{words.any_of('later')}(?!\w)", read_later),
        (rf"(?<!\w){count}\s{{1,3}}{unit}\s{{1,3}}{words.any_of('earlier')}(?!\w)", read_earlier),
        (rf"(?<!\w){words.any_of('next_day')}(?!\w)", read_next_day),
        (rf"(?<!\w){words.any_of('day_before')}(?!\w)", read_day_before),
    ]
    if words.words.words("ago_after"):
        made.append((rf"(?<!\w){count}\s{{1,3}}{unit}\s{{1,3}}{words.any_of('ago_after')}(?!\w)", read_ago))
    if words.words.words("ago_before"):
        made.append((rf"(?<!\w){words.any_of('ago_before')}\s{{1,3}}{count}\s{{1,3}}{unit}(?!\w)", read_ago))
    return made
