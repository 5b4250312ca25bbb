"""Lines that say when and where a text was published: date lines and datelines. Imports names and dates.

A date counts as the publication's only where nothing beside it needs a sentence: a place, a time, a label,
a name, the minutes that reading takes. "Bank fined on 3 May 2024 for a leak" is no date line.
"""

import re
from functools import cache

from casefile.reading.dates import find_date, find_dates, find_yearless, starts_with
from casefile.reading.names import is_organisation, people, without_byline
from casefile.reading.words import LANGUAGES, weekdays, words
from casefile.values import PartialDate

_TIME = re.compile(
    r"\d{1,2}\s?[:.h]\s?\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:[A-Z]{2,4}|Uhr|uur)\b)?|\d{1,2}\s?[ap]m\b"
    r"|\d{1,2}\s?(?:h|Uhr|uur)\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_][\w'’-]*")
_CUT = re.compile(r"[|•·,;()\[\]/–—‖<>›»]|\s-{1,2}\s|\s{2,}|(?<!\d):(?!\d)")
_COUNTED = re.compile(r"[^\d]{0,24}\d{1,4}\.?\s?[^\d]{0,16}")
_DASH = re.compile(r"\s?(?:--|[—–]|(?<=\s)-(?=\s)|(?<=[\w)])-(?=\s)|\.\s?[-–—])\s?(?=\S)")
_BRACKETED = re.compile(r"\(([^()\n]{2,40})\)|/\s?([A-Z][\w .]{1,24}?)\s?/")
_PLACE_WORDS = 4
_DATELINE_LENGTH = 110
_MOST_DASHES = 4


def lone_date(line: str, language: str) -> PartialDate | None:
    """The date of a line that is a date line; None for any other."""
    found = find_date(line, language)
    if found is None:
        return None
    return found.date if _is_bare(line[: found.start], line[found.end :], language) else None


def yearless_day(line: str, language: str) -> tuple[int, int] | None:
    """Month and day of a date line that leaves out the year: "MUMBAI, Nov 21"; None for any other."""
    found = find_yearless(line, language)
    if found is None:
        return None
    month, day, start, end = found
    return (month, day) if _is_bare(line[:start], line[end:], language) else None


def labelled_date(line: str, language: str) -> tuple[PartialDate, str] | None:
    """The date right behind "Posted on" and what follows it: "by Ada Thorne"; None without such a label."""
    found = find_date(line, language)
    if found is None:
        return None
    before = line[: found.start]
    labelled = any(starts_with(before.lstrip(" ,:;-–—|("), label) for label in _labels(language))
    return (found.date, line[found.end :]) if labelled and not _rest(before, language) else None


def dates_by_label(line: str, language: str) -> tuple[PartialDate | None, PartialDate | None]:
    """The day of publication and of the last change, each with its label before it on one line."""
    published = updated = None
    start = 0
    for found in find_dates(line, language):
        gap = line[start : found.start]
        if _ends_with_label(gap, "updated", language):
            updated = updated or found.date
        elif _ends_with_label(gap, "published", language):
            published = published or found.date
        start = found.end
    return published, updated


def _ends_with_label(gap: str, key: str, language: str) -> bool:
    said = " ".join(_TIME.sub(" ", gap).split()).casefold().rstrip(" :–—-")
    said = said.removesuffix(" on").removesuffix(" at")
    return any(
        said.endswith(label.casefold()) for code in {language or "en", "en"} for label in words(code, key)
    )


def is_time_line(line: str, language: str) -> bool:
    """Whether the line tells only the hour of a change: "updated at 11:42 CET | 37 comments"."""
    labelled = any(starts_with(line, label) for label in _labels(language))
    first = next((part for part in _CUT.split(line) if part.strip()), "")
    return labelled and _TIME.search(line) is not None and len(_rest(first, language)) <= 1


def dateline(paragraph: str, language: str) -> tuple[PartialDate | tuple[int, int] | None, str]:
    """The date and the agency of a dateline: ``THE HAGUE, 3 September 2024 (AN) --``.

    Month and day alone where no year is told; None and "" for what the paragraph does not begin with.
    """
    start = paragraph[:_DATELINE_LENGTH]
    agency, told = "", False
    for dash in list(_DASH.finditer(start))[:_MOST_DASHES]:
        opening = start[: dash.start()]
        bracketed = _BRACKETED.search(opening)
        place = _DASH.sub(", ", _BRACKETED.sub(" , ", opening))
        date = lone_date(place, language) or yearless_day(place, language)
        if bracketed is not None:
            agency = (bracketed.group(1) or bracketed.group(2)).strip()
        if date is not None:
            return date, agency
        told = told or (bracketed is not None and _is_place(place))
    return None, agency if told else ""


def _is_place(text: str) -> bool:
    tokens = _LETTERS.findall(text)
    return len(tokens) <= _PLACE_WORDS and all(token[0].isupper() for token in tokens)


def _is_bare(before: str, after: str, language: str) -> bool:
    """Whether what stands before and behind a date belongs to a date line."""
    return all(_is_beside(part, language, first=True) for part in _CUT.split(_untimed(before))) and (
        not after[:1].isalpha() and _follows(after, language)
    )


def _follows(after: str, language: str) -> bool:
    parts = _CUT.split(_untimed(after))
    return not _rest(parts[0], language) and all(
        _is_beside(part, language, first=False) for part in parts[1:]
    )


def _untimed(text: str) -> str:
    return _TIME.sub(" ", text)


def _is_beside(part: str, language: str, first: bool) -> bool:
    """Whether a part of a date line is furniture, a place, a name or an outlet."""
    part = part.strip(" .*_#")
    rest = _rest(part, language)
    if not rest or _COUNTED.fullmatch(part) or _is_label(part):
        return True
    if first:
        return len(rest) <= _PLACE_WORDS and all(token[0].isupper() for token in rest)
    named = people(without_byline(part, language) or part, language)
    return bool(named) or (is_organisation(part) and len(part.split()) <= _PLACE_WORDS + 2)


def _is_label(part: str) -> bool:
    return part.casefold() in _furniture()


@cache
def _furniture() -> frozenset[str]:
    keys = ("labels", "adverts", "sections", "reading_times")
    return frozenset(entry.casefold() for code in LANGUAGES for key in keys for entry in words(code, key))


def _rest(text: str, language: str) -> list[str]:
    """The words that are no time, weekday, label or filler."""
    text = _TIME.sub(" ", text)
    for label in _labels(language):
        if starts_with(text.lstrip(" ,:;-–—|("), label):
            text = text.lstrip(" ,:;-–—|(")[len(label) :]
            break
    fillers = _fillers(language)
    return [
        token
        for token in _LETTERS.findall(text)
        if token.casefold() not in fillers and token.casefold() not in weekdays()
    ]


@cache
def _fillers(language: str) -> frozenset[str]:
    return frozenset(
        filler.casefold() for code in {language or "en", "en"} for filler in words(code, "date_fillers")
    )


@cache
def _labels(language: str) -> tuple[str, ...]:
    codes = {language or "en", "en"}
    found = {label for code in codes for key in ("published", "updated") for label in words(code, key)}
    return tuple(sorted(found, key=lambda label: (-len(label), label)))
