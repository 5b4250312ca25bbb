"""Publication dates as publications print them, each with its own precision. Imports values and word lists.

Only a date that stands as one is taken: a line that says nothing else but a place, a time, a label. A numeric
date counts where its language or its figures leave one reading.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from casefile.reading.words import LANGUAGES, months, weekdays, word, words
from casefile.values import PartialDate

_ISO = re.compile(r"(?<![\w-])(\d{4})-(\d{2})(?:-(\d{2}))?(?![\d-])(?:T[\d:.+\-Z]*)?")
_YEAR_FIRST = re.compile(
    r"(?<![\w./-])(\d{4})\s?[./年년]\s?(\d{1,2})\s?(?:[./月]|월)\s?(\d{1,2})(?:日|일|(?![\w/-]))"
)
_NUMERIC = re.compile(r"(?<![\w./-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})(?![\w/-])")
_DAY_FIRST = re.compile(
    r"(?<![\w.,])(\d{1,2})(?:\.|er|st|nd|rd|th|º)?\s{1,3}(?:de\s|of\s)?([^\W\d_]{3,12})\.?,?\s(?:de\s|del\s)?(\d{4})(?!\w)"
)
_MONTH_FIRST = re.compile(r"(?<!\w)([^\W\d_]{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?!\w)")
_MONTH = re.compile(r"(?<!\w)([^\W\d_]{3,12})\.?,?\s(?:de\s|del\s)?(\d{4})(?!\w)")
_AFTER_DAY = re.compile(r"\d(?:\.|er|st|nd|rd|th|º)?\s{1,3}(?:de\s|of\s)?$")
_TIME = re.compile(
    r"\d{1,2}\s?[:.h]\s?\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:[A-Z]{2,4}|Uhr|uur)\b)?|\d{1,2}\s?[ap]m\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_][\w'’-]*")
_DATELINE = re.compile(r"([^\n]{2,90}?)\s?(?:\(([A-Za-z]{2,10})\)\s?)?(?:--|—|–|-)\s?(?=\S)")
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_PLACE_WORDS = 4


@dataclass(frozen=True)
class FoundDate:
    """A date and where it stands in the line: ``line[start:end]``."""

    date: PartialDate
    start: int
    end: int


def find_date(line: str, language: str) -> FoundDate | None:
    """The first full or month date of the line; None where there is none with one reading."""
    return next(_candidates(line, language), None)


def lone_date(line: str, language: str) -> PartialDate | None:
    """The date of a line that is a date line: beside it only a place, a time, a weekday or a label stand."""
    found = find_date(line, language)
    if found is None:
        return None
    before = _rest(line[: found.start], language)
    after = _rest(line[found.end :], language)
    placed = len(before) <= _PLACE_WORDS and all(token[0].isupper() for token in before)
    return found.date if placed and not after else None


def dateline(paragraph: str, language: str) -> tuple[PartialDate | None, str]:
    """The date and the agency's mark of a dateline such as ``THE HAGUE, 3 September 2024 (AN) --``.

    None and "" for what the paragraph does not begin with.
    """
    match = _DATELINE.match(paragraph)
    if match is None:
        return None, ""
    place, agency = match.group(1), match.group(2) or ""
    return lone_date(place, language), agency


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


def _rest(text: str, language: str) -> list[str]:
    """The words that are no time, weekday, label or filler."""
    text = _TIME.sub(" ", text)
    for label in _labels(language):
        if starts_with(text.lstrip(" ,:;-–—|("), label):
            text = text.lstrip(" ,:;-–—|(")[len(label) :]
            break
    fillers = {
        filler.casefold() for code in {language or "en", "en"} for filler in words(code, "date_fillers")
    }
    return [
        token
        for token in _LETTERS.findall(text)
        if token.casefold() not in fillers and token.casefold() not in weekdays()
    ]


def _labels(language: str) -> list[str]:
    codes = {language or "en", "en"}
    found = [label for code in codes for key in ("published", "updated") for label in words(code, key)]
    return sorted(found, key=len, reverse=True)


def _candidates(line: str, language: str) -> Iterator[FoundDate]:
    for pattern, groups in ((_ISO, "ymd"), (_YEAR_FIRST, "ymd"), (_DAY_FIRST, "dmy"), (_MONTH_FIRST, "mdy")):
        for match in pattern.finditer(line):
            yield from _found(match, dict(zip(groups, match.groups(), strict=True)))
    for match in _NUMERIC.finditer(line):
        first, _, second, year = match.groups()
        order = _order(int(first), int(second), language)
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
    return word(language, "numeric_order")[:2] if language in LANGUAGES else ""


def _found(match: re.Match[str], parts: dict[str, str | None]) -> Iterator[FoundDate]:
    month_text, day_text = parts.get("m") or "", parts.get("d")
    month = int(month_text) if month_text.isdecimal() else months().get(month_text.casefold(), 0)
    year = int(parts["y"] or 0)
    if not month or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return
    try:
        date = PartialDate.of(year, month, int(day_text) if day_text else None)
    except ValueError:
        return
    yield FoundDate(date, match.start(), match.end())
