"""A date as a person writes it: EDTF, or plain words. Pure.

What could be two days is not guessed: 03/06/2024 is refused, 13/06/2024 is not.
"""

import re
from collections.abc import Callable
from functools import cache

from casefile.translation import N_, tr
from casefile.values import PartialDate
from ui.figures import date_words

EXAMPLES = N_("3 June 2024, June 2024, Q2 2024, 2024, about 2023, 2021 to 2023, since 2023; or 2024-06-03")
_LANGUAGES = ("en", "de", "fr", "nl", "es", "it")
_ABOUT = re.compile(
    r"(?:about|around|circa|ca\.?|c\.|approx\.?|approximately|roughly|etwa|um)\s+(.+)|~\s*(.+)"
)
_PERHAPS = re.compile(r"(?:perhaps|possibly|probably|maybe|vielleicht)\s+(.+)")
_SINCE = re.compile(r"(?:since|from|as of|seit|ab)\s+(.+)")
_UNTIL = re.compile(r"(?:until|till|up to|bis)\s+(.+)")
_BETWEEN = re.compile(r"(?:(?:from|von)\s+)?(.+?)(?:\s+(?:to|until|till|bis|-|–|—)\s+|\s*[–—]\s*)(.+)")
_BOTH = re.compile(r"(?:between|zwischen)\s+(.+?)\s+(?:and|und)\s+(.+)")
_YEARS = re.compile(r"(\d{4})\s*-\s*(\d{4})")
_QUARTER = re.compile(r"(\d{4})[- /]?q([1-4])|q([1-4])[- /]?(\d{4})")
_NAMED_QUARTER = re.compile(r"(\w+)\.?\s+(?:quarter|quartal)(?:\s+of)?\s+(\d{4})")
_HALF = re.compile(r"(?:h([12])\s*|(first|second|1st|2nd|1\.|2\.)\s+(?:half|halbjahr)(?:\s+of)?\s+)(\d{4})")
_SEASON = re.compile(r"(\w+)(?:\s+of)?\s+(\d{4})")
_DECADE = re.compile(r"(\d{3})0s")
_MONTH = re.compile(r"(\w+)\.?,?(?:\s+of)?\s+(\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.|er)?(?:\s+of|\s+de)?\s+(\w+)\.?,?(?:\s+de)?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"(\w+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_FIGURES = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4})")
_MONTH_FIGURES = re.compile(r"(\d{1,2})[./](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})/(\d{1,2})(?:/(\d{1,2}))?")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4} | {
    f"{number}{end}": number for number in range(1, 5) for end in ("", "st", "nd", "rd", "th")
}
_SEASONS = {
    "spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4,
    "frühling": 1, "frühjahr": 1, "sommer": 2, "herbst": 3,
}  # fmt: skip


def read_entered_date(entry: str) -> PartialDate | None:
    """The date, None for an empty entry; ``ValueError`` says what is wrong with any other."""
    text = " ".join(entry.casefold().split())
    if not text:
        return None
    try:
        date = PartialDate(_span(text))
    except _NoDateError as error:
        raise ValueError(str(error)) from error
    except ValueError as error:
        raise ValueError(tr("No such date. Write it as {examples}.").format(examples=tr(EXAMPLES))) from error
    if date.earliest > date.latest:
        raise ValueError(tr("This period ends before it begins."))
    return date


class _NoDateError(ValueError):
    """What is to be said of an entry that is no date."""


def _span(text: str) -> str:
    """EDTF of a date or a period."""
    if _is_edtf(text):
        return text.upper() if "/" not in text else text
    years = _YEARS.fullmatch(text)
    if years is not None:
        return f"{years[1]}/{years[2]}"
    decade = _DECADE.fullmatch(text)
    if decade is not None:
        return f"{decade[1]}0/{decade[1]}9"
    half = _HALF.fullmatch(text)
    if half is not None:
        first = (half[1] or half[2])[0] in "1f"
        return f"{half[3]}-01/{half[3]}-06" if first else f"{half[3]}-07/{half[3]}-12"
    for pattern in (_BOTH, _BETWEEN):
        both = pattern.fullmatch(text)
        if both is not None:
            return f"{_one(both[1])}/{_one(both[2])}"
    since, until = _SINCE.fullmatch(text), _UNTIL.fullmatch(text)
    if since is not None:
        return f"{_one(since[1])}/.."
    return f"../{_one(until[1])}" if until is not None else _one(text)


def _is_edtf(text: str) -> bool:
    try:
        PartialDate(text.upper())
    except ValueError:
        return False
    return True


def _one(text: str) -> str:
    """EDTF of one date, which may be approximate or uncertain."""
    about, perhaps = _ABOUT.fullmatch(text), _PERHAPS.fullmatch(text)
    if about is not None:
        return f"{_plain(about[1] or about[2])}~"
    if perhaps is not None:
        return f"{_plain(perhaps[1])}?"
    return f"{_plain(text[:-1])}?" if text.endswith("?") and not _is_edtf(text) else _plain(text)


def _plain(text: str) -> str:
    """EDTF of one date without doubts."""
    if _is_edtf(text) and "/" not in text:
        return text.upper()
    for read in _WAYS:
        found = read(text)
        if found is not None:
            return found
    raise _NoDateError(tr("Not understood as a date. Write {examples}.").format(examples=tr(EXAMPLES)))


def _quarter(text: str) -> str | None:
    found = _QUARTER.fullmatch(text)
    if found is not None:
        return PartialDate.quarter(int(found[1] or found[4]), int(found[2] or found[3])).edtf
    named = _NAMED_QUARTER.fullmatch(text)
    if named is None or named[1] not in _ORDINALS:
        return None
    return PartialDate.quarter(int(named[2]), _ORDINALS[named[1]]).edtf


def _season(text: str) -> str | None:
    found = _SEASON.fullmatch(text)
    if found is None or found[1] not in _SEASONS:
        return None
    return PartialDate.season(int(found[2]), _SEASONS[found[1]]).edtf


def _named(text: str) -> str | None:
    """A month in words, with or without a day."""
    for pattern, day, month in ((_DAY_FIRST, 1, 2), (_MONTH_FIRST, 2, 1)):
        found = pattern.fullmatch(text)
        if found is not None and found[month] in _months():
            return PartialDate.of(int(found[3]), _months()[found[month]], int(found[day])).edtf
    found = _MONTH.fullmatch(text)
    if found is None or found[1] not in _months():
        return None
    return PartialDate.of(int(found[2]), _months()[found[1]]).edtf


def _in_figures(text: str) -> str | None:
    year_first = _YEAR_FIRST.fullmatch(text)
    if year_first is not None:
        return PartialDate.of(*(int(part) for part in year_first.groups() if part)).edtf
    month = _MONTH_FIGURES.fullmatch(text)
    if month is not None:
        return PartialDate.of(int(month[2]), int(month[1])).edtf
    found = _FIGURES.fullmatch(text)
    if found is None:
        return None
    one, other, year = int(found[1]), int(found[3]), int(found[4])
    if found[2] == ".":
        return PartialDate.of(year, other, one).edtf
    if one <= 12 and other <= 12 and one != other:
        first, second = PartialDate.of(year, other, one), PartialDate.of(year, one, other)
        raise _NoDateError(
            tr("This may be {first} or {second}. Write the month as a word, or {edtf}.").format(
                first=date_words(first), second=date_words(second), edtf=first.edtf
            )
        )
    day, number = (one, other) if one > 12 or one == other else (other, one)
    return PartialDate.of(year, number, day).edtf


@cache
def _months() -> dict[str, int]:
    """Names and abbreviations without their full stop, of every language that the program reads dates in."""
    from casefile.extraction.date_words import DateWords

    found: dict[str, int] = {}
    for language in reversed(_LANGUAGES):
        found |= {name.rstrip("."): number for name, number in DateWords(language).months.items()}
    return found


_WAYS: tuple[Callable[[str], str | None], ...] = (_quarter, _named, _season, _in_figures)
