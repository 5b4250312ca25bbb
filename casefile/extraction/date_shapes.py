"""The shapes in which a text writes dates, before any is resolved. Imports values and the patterns.

Each shape is one pattern; where two overlap the longer one counts. Nothing is decided here: what year a
"3 September" lies in, or which way round "03/09/2024" goes, is for :mod:`casefile.extraction.dates`.
"""

import re
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from casefile.extraction.date_patterns import ABSOLUTE
from casefile.extraction.date_patterns_relative import RELATIVE
from casefile.extraction.date_readers import (
    DateShape,
    Reader,
    both_days,
    read_ago,
    read_day_before,
    read_day_word,
    read_distance,
    read_first_day,
    read_half,
    read_month_of,
    read_next_day,
    read_same_day,
    read_season,
    read_unit_word,
    read_week_day,
    read_weekday,
    read_year_after,
    read_year_before,
)
from casefile.extraction.date_words import DateWords, date_words
from casefile.extraction.phrases import places_of, words_of
from casefile.values import Span


def find_shapes(text: str, language: str) -> list[DateShape]:
    """Every dated expression in reading order, none overlapping another."""
    kept: list[DateShape] = []
    for _, shape in sorted(_read_all(text, language), key=_place):
        if kept and shape.span.start < kept[-1].span.end:
            if _length(shape.span) > _length(kept[-1].span):
                kept[-1] = shape
            continue
        kept.append(shape)
    return [part for shape in kept for part in both_days(shape)]


def _place(numbered: tuple[int, DateShape]) -> tuple[int, int, int]:
    number, shape = numbered
    return shape.span.start, -shape.span.end, number


def _length(span: Span) -> int:
    return span.end - span.start


def _read_all(text: str, language: str) -> list[tuple[int, DateShape]]:
    """Every shape with the number of its pattern, those of one pattern in reading order.

    Most patterns begin with one of few words, or with two, and are tried only there.
    """
    words, patterns = date_words(language), _patterns(language)
    printed, here = words_of(text), places_of(text)
    open_to = [not each.needed or not each.needed.isdisjoint(here) for each in patterns.made]
    begun = [
        (place, by_second)
        for word, places in here.items()
        if (by_second := patterns.begun.get(_figures(word) if word[0] in _DIGITS else word))
        for place in places
    ]
    found: list[tuple[int, DateShape]] = []
    free = [0] * len(patterns.made)
    for place, by_second in sorted(begun, key=itemgetter(0)):
        start = printed[place][1]
        second = printed[place + 1][0] if place + 1 < len(printed) else _ANY
        for number in by_second.get(second, by_second[_ANY]):
            if start < free[number] or not open_to[number]:
                continue
            match = patterns.made[number].pattern.match(text, start)
            if match is not None:
                free[number] = match.end()
                _add(found, number, patterns.made[number].read(match, words))
    for number in patterns.anywhere:
        if open_to[number]:
            made = patterns.made[number]
            for match in made.pattern.finditer(text):
                _add(found, number, made.read(match, words))
    return found


def _figures(word: str) -> str:
    """How many figures the word begins with, as it stands for all such words; "" of a word without."""
    count = len(word) - len(word.lstrip(_DIGITS))
    return (_FEW if count <= 2 else _YEAR if count == 4 else _OTHER) if count else ""


def _add(found: list[tuple[int, DateShape]], number: int, shape: DateShape | None) -> None:
    if shape is not None:
        found.append((number, shape))


_WORD = re.compile(r"\w+")
_NEEDED: dict[Reader, tuple[str, ...]] = {
    read_season: ("seasons",),
    read_week_day: ("week",),
    read_weekday: ("weekdays",),
    read_day_word: ("day_words",),
    read_first_day: ("months",),
    read_month_of: ("months",),
    read_same_day: ("same_day",),
    read_distance: ("later", "earlier", "ago_after"),
    read_ago: ("ago_before",),
    read_next_day: ("next_day",),
    read_day_before: ("day_before",),
    read_year_after: ("year_after",),
    read_year_before: ("year_before",),
    read_half: ("halves",),
    read_unit_word: ("unit_words",),
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


@dataclass(frozen=True)
class _Pattern:
    """One way of writing dates."""

    pattern: re.Pattern[str]
    read: Reader
    needed: frozenset[str]


@dataclass(frozen=True)
class _Patterns:
    """The patterns of a language by the words that they begin with; noughts stand for any figures."""

    made: tuple[_Pattern, ...]
    begun: dict[str, dict[str, list[int]]]
    """By the first word and the second; under :data:`_ANY` those that any second word may follow."""
    anywhere: tuple[int, ...]
    """Those that may begin with anything."""


_DIGITS = "0123456789"
_FEW, _YEAR, _OTHER = "00", "0000", "000"
_ANY = ""
"""In the place of a second word that may be any."""
_NOT_BEHIND = r"(?:\(\?<[!=](?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))+"
_LEADING = re.compile(rf"{_NOT_BEHIND}\(\?P<(?P<group>\w+)>")
"""The group that a pattern begins with, behind what must not, or must, stand before it."""
_FIGURES = {"day": _FEW, "first": _FEW, "year": _YEAR}


@cache
def _patterns(language: str) -> _Patterns:
    words = date_words(language)
    listed = [each for make in (*ABSOLUTE, *RELATIVE) for each in make(words)]
    made = tuple(_Pattern(re.compile(pattern), read, _needed(read, language)) for pattern, read in listed)
    begun: dict[str, dict[str, list[int]]] = {}
    anywhere: list[int] = []
    for number, (pattern, _) in enumerate(listed):
        beginnings = _beginnings(pattern, words)
        for first, second in beginnings:
            begun.setdefault(first, {_ANY: []}).setdefault(second, []).append(number)
        if not beginnings:
            anywhere.append(number)
    for by_second in begun.values():
        for numbers in by_second.values():
            numbers[:] = sorted({*numbers, *by_second[_ANY]})
    return _Patterns(made, begun, tuple(anywhere))


def _beginnings(pattern: str, words: DateWords) -> frozenset[tuple[str, str]]:
    """The two folded words with which a match of the pattern may begin; none where it may be any.

    The second is :data:`_ANY` where one word is enough.
    """
    leading = _LEADING.match(pattern)
    group = leading["group"] if leading else ""
    if group in _FIGURES:
        return frozenset(((_FIGURES[group], _ANY),))
    named = {
        "month": words.months,
        "weekday": words.weekdays,
        "season": words.seasons,
        "shift": (*words.shifts, *(shift + unit for shift in words.shifts for unit in _joined_to(words))),
        "unit": words.units,
        "half": words.halves,
        "ordinal": words.ordinals,
        "count": (*words.counts, _FEW),
        "word": (*words.day_words, *words.unit_words),
    }
    phrases = tuple(named.get(group, ()))
    if not all(phrase[0].isalnum() and "*" not in phrase for phrase in phrases):
        return frozenset()
    split = [(*_WORD.findall(phrase), _ANY) for phrase in phrases]
    return frozenset((_figures(first) or first, second) for first, second, *_ in split)


def _joined_to(words: DateWords) -> tuple[str, ...]:
    """What may follow "last" without a space."""
    return (*words.units, *words.seasons)
