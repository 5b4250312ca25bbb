"""What stands right before a date: its weekday, the first of two days, the words that make or unmake it.

Looked at backwards from the few dates of a text rather than sought at every place of it. Imports the words
of dates.
"""

import re
from functools import cache

from casefile.extraction.date_words import DateWords, date_words, fold
from casefile.extraction.lexicon import alternatives
from casefile.extraction.small_words import OF, THE
from casefile.values import Span

_REACH = 40
_NUMBERED = rf"(?<![\w./-])\d[\w./-]{{0,12}},?\s{OF}\s"
_NAME = re.compile(r"[^\W\d_.!?:][”’\w]*,?\s(?-i:[A-ZÀ-Þ])[\w-]*[a-zà-ÿ]\s$")


def phrase_before(text: str, start: int, words: DateWords, key: str) -> int | None:
    """Where a phrase of the list begins that ends right before ``start``; None where none does."""
    found = _phrase(words.language, key).search(text, max(0, start - _REACH), start)
    return found.start() if found else None


def weekday_before(text: str, start: int, words: DateWords) -> tuple[int, int] | None:
    """The weekday right before ``start``, 0 (Monday) to 6, and where it begins; None without one."""
    found = _weekday(words.language).search(text, max(0, start - _REACH), start)
    return (words.weekdays[fold(found.group("weekday"))], found.start()) if found else None


def first_day_before(text: str, start: int, words: DateWords) -> tuple[int, Span] | None:
    """The first day of "3 to 5 June", 1 to 31, with its place; ``start`` is that of the second."""
    found = _first_day(words.language).search(text, max(0, start - _REACH), start)
    if found is None or not 1 <= int(found.group("first")) <= 31:
        return None
    return int(found.group("first")), Span(*found.span("first"))


def is_numbered(text: str, start: int, words: DateWords) -> bool:
    """Whether a year belongs to the number or the name of something: "Ley 1581 de 2012", "Agenda 2030"."""
    low = max(0, start - _REACH)
    if _NUMBER.search(text, low, start) or phrase_before(text, start, words, "year_blockers") is not None:
        return True
    return words.language != "de" and _NAME.search(text, low, start) is not None


def is_month_label(text: str, month: Span, words: DateWords) -> bool:
    """Whether the month opens a paragraph as its label, as another does: "Mai. Le conseil ..."."""
    before, behind = text[max(0, month.start - _MARKS) : month.start], _LABEL_END.match(text, month.end)
    if behind is None or not text[month.start].isupper() or _LABEL_START.search(before) is None:
        return False
    labels = _month_label(words.language)
    return labels.search(text, month.end) is not None or labels.search(text, 0, month.start) is not None


_MARKS = 6
_LABEL_START = re.compile(r"(?:^|\n)[^\w\n]{0,5}$")
_LABEL_END = re.compile(r"\*{0,2}[ \t]?(?:[.:–—-]|\n|$)")
_NUMBER = re.compile(_NUMBERED + "$")


@cache
def _phrase(language: str, key: str) -> re.Pattern[str]:
    of = rf"(?:\s{OF}\s)?" if key == "year_blockers" else ""
    comma = ",?" if key == "year_blockers" else ""
    return re.compile(rf"(?<!\w){date_words(language).any_of(key)}{comma}{of}[\s-]{{0,3}}$")


@cache
def _month_label(language: str) -> re.Pattern[str]:
    names = date_words(language).month_names(short=False)
    return re.compile(rf"(?:^|\n)[^\w\n]{{0,5}}(?=[A-Z])(?:{names}){_LABEL_END.pattern}")


@cache
def _weekday(language: str) -> re.Pattern[str]:
    names = date_words(language).names_of("weekdays")
    return re.compile(rf"(?<!\w)(?P<weekday>{names}),?\s{{1,3}}(?:{THE}\s{{1,2}})?$")


@cache
def _first_day(language: str) -> re.Pattern[str]:
    words = date_words(language)
    suffixes = alternatives(words.words.words("day_suffixes"))
    return re.compile(
        rf"(?<![\w.,/])(?P<first>\d{{1,2}}){suffixes}?"
        rf"(?:\s?[-–]\s?|\s{{1,2}}{words.any_of('range_words')}\s{{1,2}}(?:(?:el|il|le|den|dem|the)\s)?)$"
    )
