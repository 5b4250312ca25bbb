"""Publication dates as publications print them, each with its own precision. Imports values and word lists.

A numeric date counts where its language or its figures leave one reading.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from casefile.reading.words import LANGUAGES, months, word, words
from casefile.values import PartialDate

_ISO = re.compile(r"(?<![\w-])(\d{4})-(\d{2})(?:-(\d{2}))?(?![\d-])(?:T[\d:.+\-Z]*)?")
_YEAR_FIRST = re.compile(
    r"(?<![\w./-])(\d{4})\s?[./年년]\s?(\d{1,2})\s?(?:[./月]|월)\s?(\d{1,2})(?:日|일|(?![\w/-]))"
)
_NUMERIC = re.compile(r"(?<![\w./-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|(?<=[./])\d\d)(?![\w/-]|\.\d)")
_DAY_FIRST = re.compile(
    r"(?<![\w.,])(\d{1,2})(?:\.\s{0,3}|(?:er|st|nd|rd|th|º)?\s{1,3})(?:de\s|of\s)?([^\W\d_]{3,12})\.?,?\s(?:de\s|del\s)?(\d{4})(?!\w)",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?<![\w./-])(\d{1,2})([-/.])([^\W\d_]{3,9})\2(\d{4}|\d\d)(?![\w/-])")
_UNJOINED = re.compile(r"(?<![\w./-])(20\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?![\w./-])")
_MONTH_FIRST = re.compile(
    r"(?<!\w)([^\W\d_]{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(?:de\s|del\s)?(\d{4})(?!\w)"
)
_WRITTEN = (
    (_ISO, "ymd"),
    (_UNJOINED, "ymd"),
    (_YEAR_FIRST, "ymd"),
    (_DAY_FIRST, "dmy"),
    (_JOINED, "d-my"),
    (_MONTH_FIRST, "mdy"),
)
_MONTH = re.compile(r"(?<!\w)([^\W\d_]{3,12})\.?,?\s(?:de\s|del\s)?(\d{4})(?!\w)", re.IGNORECASE)
_AFTER_DAY = re.compile(r"\d(?:\.|er|st|nd|rd|th|º)?\s{1,3}(?:de\s|of\s)?$", re.IGNORECASE)
_DAY_AND_MONTH = re.compile(
    r"(?<![\w.,])(\d{1,2})(?:\.|er|st|nd|rd|th|º)?\s{1,3}(?:de\s|of\s)?([^\W\d_]{3,12})(?![\w])\.?",
    re.IGNORECASE,
)
_MONTH_AND_DAY = re.compile(r"(?<!\w)([^\W\d_]{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?(?![\w])")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_REGION_SAMPLE = 20_000
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


@dataclass(frozen=True)
class FoundDate:
    """A date and where it stands in the line: ``line[start:end]``."""

    date: PartialDate
    start: int
    end: int


_DAY_FIRST_MONEY = re.compile(r"[₹₦]|(?<!\w)(?:Rs\.?\s?|N|R|KSh\s?|GH[₵¢S]\s?|Tk\s?)(?=\d)")
"""Sums of lands that write "June 3" and yet put the day first in figures: Nigeria, India, South Africa."""


def find_date(line: str, language: str) -> FoundDate | None:
    """The first full or month date of the line; None where there is none with one reading."""
    return next(_candidates(line, language), None)


def find_dates(line: str, language: str) -> list[FoundDate]:
    """Every full or month date of the line in reading order, none overlapping another."""
    kept: list[FoundDate] = []
    for found in sorted(_candidates(line, language), key=lambda each: (each.start, -each.end)):
        if not kept or found.start >= kept[-1].end:
            kept.append(found)
    return kept


def regional(text: str, language: str) -> str:
    """The language tag with the region where English text shows how it orders figures: "en-GB" or "en-US"."""
    if language != "en":
        return language
    sample = text[:_REGION_SAMPLE]
    british = sum(1 for match in _DAY_AND_MONTH.finditer(sample) if match[2].casefold() in months())
    american = sum(1 for match in _MONTH_AND_DAY.finditer(sample) if match[1].casefold() in months())
    if american and len(_DAY_FIRST_MONEY.findall(sample)) > sample.count("$"):
        return "en-GB"
    if british != american and min(british, american) * 3 <= max(british, american):
        return "en-GB" if british > american else "en-US"
    pounds = sample.count("£")
    return "en-GB" if pounds > 1 and pounds > sample.count("$") and british >= american else "en"


def find_yearless(line: str, language: str) -> tuple[int, int, int, int] | None:
    """Month, day, start and end of the first day without a year in the line; None where there is none."""
    for pattern, order in ((_DAY_AND_MONTH, "dm"), (_MONTH_AND_DAY, "md")):
        if order == "md" and language and not language.startswith("en"):
            continue
        for match in pattern.finditer(line):
            parts = dict(zip(order, match.groups(), strict=True))
            month, day = months().get(parts["m"].casefold(), 0), int(parts["d"])
            if month and 1 <= day <= _DAYS[month - 1]:
                return month, day, match.start(), match.end()
    return None


def is_updated(line: str) -> bool:
    """Whether the line dates a change and not the publication."""
    return _updated().match(line) is not None


@cache
def _updated() -> re.Pattern[str]:
    labels = {label for language in LANGUAGES for label in words(language, "updated")}
    return re.compile(
        rf"(?:{'|'.join(map(re.escape, sorted(labels, key=len, reverse=True)))})(?!\w)", re.IGNORECASE
    )


def starts_with(line: str, label: str) -> bool:
    """Whether the line begins with the words of the label, in any case."""
    return (
        line[: len(label)].casefold() == label.casefold() and not line[len(label) : len(label) + 1].isalnum()
    )


def _candidates(line: str, language: str) -> Iterator[FoundDate]:
    for pattern, groups in _WRITTEN:
        for match in pattern.finditer(line):
            yield from _found(match, dict(zip(groups, match.groups(), strict=True)))
    for match in _NUMERIC.finditer(line):
        first, mark, second, year = match.groups()
        order = "dm" if mark == "." and int(second) <= 12 else _order(int(first), int(second), language)
        if order:
            yield from _found(match, {**dict(zip(order, (first, second), strict=True)), "y": year})
    for match in _MONTH.finditer(line):
        if _AFTER_DAY.search(line[max(0, match.start() - 10) : match.start()]):
            continue  # a day that the month does not have
        yield from _found(match, dict(zip("my", match.groups(), strict=True)))


def _order(first: int, second: int, language: str) -> str:
    """Which of two numbers is the day; "" where both may be and the language does not settle it."""
    if first == second or first > 12:
        return "dm"
    if second > 12:
        return "md"
    if language.startswith("en-"):
        return "md" if language == "en-US" else "dm"
    return word(language, "numeric_order")[:2] if language in LANGUAGES else ""


def _found(match: re.Match[str], parts: dict[str, str | None]) -> Iterator[FoundDate]:
    month_text, day_text = parts.get("m") or "", parts.get("d")
    month = int(month_text) if month_text.isdecimal() else months().get(month_text.casefold(), 0)
    year = int(parts["y"] or 0)
    year += 2000 if 0 < year < 100 else 0
    if not month or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return
    try:
        date = PartialDate.of(year, month, int(day_text) if day_text else None)
    except ValueError:
        return
    yield FoundDate(date, match.start(), match.end())
