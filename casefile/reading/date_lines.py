"""Lines that say when and where a text was published: date lines and datelines. Imports names and dates.

A date counts as the publication's only where nothing beside it needs a sentence: a place, a time, a label,
a name, the minutes that reading takes. "Bank fined on 3 May 2024 for a leak" is no date line.
"""

import re
from functools import cache

from casefile.reading.dates import find_date, find_dates, find_yearless, starts_with
from casefile.reading.day_words import (
    CUT,
    LETTERS,
    MOST_PLACE_WORDS,
    TIME,
    date_labels,
    fillers,
    telling_words,
)
from casefile.reading.names import is_organisation, is_unsigned, people, without_byline
from casefile.reading.other_days import names_other_day
from casefile.reading.words import LANGUAGES, weekdays, words
from casefile.values import PartialDate

_SIGNED = r"\s+(?:by|von|der|par|door|di|da|por)\s+[A-ZÀ-Þ&][^\n.!?|\d]{1,70}"
_SIGNED_BEHIND = re.compile(rf"{_SIGNED}$")
_COUNTED = re.compile(r"[^\d]{0,24}\d{1,4}\.?\s?[^\d]{0,16}")
_DASH = re.compile(r"\s?(?:--|[—–]|(?<=\s)-(?=\s)|(?<=[\w)])-(?=\s)|\.\s?[-–—])\s?(?=\S)")
_OPENING_END = re.compile(r"(?:(?<=[\d)])[.:]|(?<=[^\W\d_]\)))\s+(?=[A-ZÀ-Þ0-9„“\"«‘'¿¡])")
_ENCLOSED = re.compile(r"\(([^()\n]{8,60})\)\s+(?=[A-ZÀ-Þ„“\"«])")
_DIGIT = re.compile(r"\d")
_AGENCY_BEHIND = re.compile(r"\(([^()\n\d]{2,40})\)$")
_BRACKETED = re.compile(r"\(([^()\n]{2,40})\)|/\s?([A-Z][\w .]{1,24}?)\s?/")
_BEHIND_LABEL = " ,.:;–—|-("
_ZONES = frozenset(
    {
        "ET",
        "EST",
        "EDT",
        "CT",
        "PT",
        "PST",
        "PDT",
        "GMT",
        "UTC",
        "BST",
        "CET",
        "CEST",
        "IST",
        "AEST",
        "AEDT",
        "AM",
        "PM",
    }
)
_WIRE = re.compile(r"^[A-Za-z]{2,5}\d{3,4}\s+\d\s+[A-Z]{2,3}\s+\d{3,4}\s+")
"""The number, the rank and the desk of an agency's piece: "pad0127 5 WI 0312"."""
_DATELINE_LENGTH = 110
_TITLE_WORDS = 7
_JOINERS = frozenset(
    (
        "of", "and", "the", "for", "de", "del", "della", "delle", "dello", "degli", "dei", "di", "d’", "l’",
        "la", "le", "les", "du", "des", "et", "der", "die", "das", "den", "dem", "für", "und", "von", "vom",
        "zum", "zur", "van", "het", "voor", "en", "el", "los", "las", "y", "da", "do", "e",
    )
)  # fmt: skip
_PAPER = re.compile(
    r"(?:(?i:le|la|les|il|lo|gli|el|los|las)\s|(?i:l)['’])[A-ZÀ-Þ][\w-]{2,24}(?:\s(?!\d)[^\W\d_][\w’'-]*){0,4}$"
)
"""A name behind the article of a language that writes the other words of titles small."""
_MOST_DASHES = 4
_LEADING_WORDS = 4


def lone_date(line: str, language: str) -> PartialDate | None:
    """The date of a line that is a date line; None for any other."""
    found = find_date(line, language)
    if found is None:
        return None
    before, after = _WIRE.sub("", line[: found.start]), line[found.end :]
    if names_other_day(before, language):
        return None
    return found.date if _is_bare(before, after, language) else None


def yearless_day(line: str, language: str) -> tuple[int, int] | None:
    """Month and day of a date line that leaves out the year: "MUMBAI, Nov 21"; None for any other."""
    found = find_yearless(line, language)
    if found is None:
        return None
    month, day, start, end = found
    if names_other_day(line[:start], language):
        return None
    return (month, day) if _is_bare(line[:start], line[end:], language) else None


def labelled_date(line: str, language: str) -> tuple[PartialDate, str] | None:
    """The date right behind "Posted on" and what follows it: "by Ada Thorne"; None without such a label."""
    found = find_date(line, language)
    if found is None or names_other_day(line[: found.start], language):
        return None
    before = line[: found.start]
    labelled = any(starts_with(before.lstrip(" ,:;-–—|("), label) for label in date_labels(language))
    return (found.date, line[found.end :]) if labelled and not telling_words(before, language) else None


def dates_by_label(
    line: str, language: str, *, sentence: bool = False
) -> tuple[PartialDate | None, PartialDate | None]:
    """The day of publication and of the last change, each with its label before it on one line.

    ``sentence`` says whether a label counts within a sentence: "This text was first published on ...".
    """
    published = updated = bare = None
    start = 0
    for found in find_dates(line, language):
        gap = line[start : found.start]
        if names_other_day(gap, language):
            pass
        elif _ends_with_label(gap, "updated", language, sentence):
            updated = updated or found.date
        elif _ends_with_label(gap, "published", language, sentence):
            published = published or found.date
        elif start == 0 and len(telling_words(gap, language)) <= MOST_PLACE_WORDS:
            bare = found.date
        start = found.end
    return published or (bare if updated else None), updated


def _ends_with_label(gap: str, key: str, language: str, sentence: bool) -> bool:
    """Whether the words before a date end with the label, or with the label and who published it."""

    def labelled(bare: str) -> bool:
        found = _label_at_end(key, language).search(bare)
        return found is not None and (sentence or _is_before_label(bare[: found.start()], found[1], language))

    said = " ".join(TIME.sub(" ", gap).split())
    bare = said.rstrip(_BEHIND_LABEL)
    while bare and _is_small(bare.split()[-1], language):
        if labelled(bare):
            return True
        bare = bare.rsplit(maxsplit=1)[0].rstrip(_BEHIND_LABEL) if " " in bare else ""
    return labelled(bare)


def _is_before_label(lead: str, label: str, language: str) -> bool:
    """Whether what leads to a label is no part of a sentence: "The Courier | Ada Thorne, published"."""
    if without_byline(lead, language):
        return True
    leading = 0 if lead.rstrip().endswith(".") else len(LETTERS.findall(CUT.split(lead)[-1]))
    return leading <= (0 if label.casefold() in fillers(language) else _LEADING_WORDS)


def _is_small(token: str, language: str) -> bool:
    """Whether a word may stand between a label and its date: a weekday, a zone of time, "on"."""
    bare = token.strip(_BEHIND_LABEL).casefold()
    return not bare or bare in weekdays() or bare in fillers(language) or token.strip(_BEHIND_LABEL) in _ZONES


@cache
def _label_at_end(key: str, language: str) -> re.Pattern[str]:
    codes = {language or "en", "en"}
    labels = {label for code in codes for label in words(code, key)}
    listed = "|".join(re.escape(label) for label in sorted(labels, key=lambda each: (-len(each), each)))
    return re.compile(rf"(?<!\w)((?i:{listed}))(?:{_SIGNED})?$")


def is_time_line(line: str, language: str) -> bool:
    """Whether the line tells only the hour of a change: "updated at 11:42 CET | 37 comments"."""
    labelled = any(starts_with(line, label) for label in date_labels(language))
    first = next((part for part in CUT.split(line) if part.strip()), "")
    return labelled and TIME.search(line) is not None and len(telling_words(first, language)) <= 1


def dateline(paragraph: str, language: str) -> tuple[PartialDate | tuple[int, int] | None, str]:
    """The date and the agency of a dateline: ``THE HAGUE, 3 September 2024 (AN) --``.

    Month and day alone where no year is told; None and "" for what the paragraph does not begin with.
    """
    start = paragraph[:_DATELINE_LENGTH]
    agency, told = "", False
    for dash in list(_DASH.finditer(start))[:_MOST_DASHES]:
        opening = start[: dash.start()]
        bracketed = [each for each in _BRACKETED.finditer(opening) if not _DIGIT.search(each.group())]
        place = _unbracketed(opening)
        date = (
            lone_date(place, language)
            or _date_before_place(place, language, bool(bracketed))
            or yearless_day(place, language)
        )
        if bracketed:
            agency = (bracketed[0].group(1) or bracketed[0].group(2)).strip()
        if date is not None:
            return date, agency
        told = told or (bool(bracketed) and _is_place(place))
    date, mark = _dated_opening(start, language)
    return date, mark or (agency if told else "")


def _date_before_place(opening: str, language: str, signed: bool) -> PartialDate | None:
    """The date with which a dateline begins, before its place: ``Jan. 16, 2025, LONDON (AN) --``.

    A place that is not in capitals counts where an agency is ``signed``.
    """
    found = find_date(opening, language)
    if found is None or telling_words(opening[: found.start], language):
        return None
    parts = [part.strip() for part in CUT.split(opening[found.end :]) if telling_words(part, language)]
    placed = len(parts) == 1 and _is_place(parts[0]) and (signed or parts[0].isupper())
    return found.date if placed else None


def _unbracketed(opening: str) -> str:
    """A dateline without its brackets, but for one that holds its date."""
    said = _BRACKETED.sub(
        lambda each: f", {each[1]} , " if each[1] and _DIGIT.search(each[1]) else " , ", opening
    )
    return _DASH.sub(", ", said)


def _dated_opening(start: str, language: str) -> tuple[PartialDate | tuple[int, int] | None, str]:
    """The date and agency of a dateline that ends with a full stop, colon or bracket.

    "Halle, 02.10.2025. The ...", "Abuja, Sept. 4 (AN) The ...".
    """
    enclosed = _ENCLOSED.match(start)
    if enclosed is not None:
        return lone_date(enclosed.group(1), language), ""
    for stop in list(_OPENING_END.finditer(start))[:_MOST_DASHES]:
        opening = start[: stop.start()]
        place = _unbracketed(opening)
        signed = _AGENCY_BEHIND.search(opening)
        date = lone_date(place, language) or (yearless_day(place, language) if signed else None)
        if date is not None:
            found = _begins_with_place(opening, language)
            return (date, signed[1] if signed else "") if found else (None, "")
    return None, ""


def _begins_with_place(opening: str, language: str) -> bool:
    """Whether an opening begins with the name of a place and not with "In Brussels, on ..."."""
    full, day = find_date(opening, language), find_yearless(opening, language)
    place = telling_words(opening[: full.start if full else day[2] if day else 0], language)
    return bool(place) and place[0][0].isupper() and place[0].casefold() not in _prepositions(language[:2])


def _prepositions(language: str) -> tuple[str, ...]:
    return words(language or "en", "byline_places")


def _is_place(text: str) -> bool:
    tokens = LETTERS.findall(text)
    return len(tokens) <= MOST_PLACE_WORDS and all(token[0].isupper() for token in tokens)


def _is_bare(before: str, after: str, language: str) -> bool:
    """Whether what stands before and behind a date belongs to a date line."""
    if after[:1].isalpha() or not _follows(after, language):
        return False
    parts = [part for part in CUT.split(_untimed(before)) if part.strip()]
    return all(
        _is_beside(part, language, first=True)
        or (_opens_as_paper(parts[0]) and (part is parts[0] or _is_region(part)))
        for part in parts
    )


def _follows(after: str, language: str) -> bool:
    if after.startswith(". "):
        after = after[2:].lstrip()
        if without_byline(after, language):
            return True
    parts = CUT.split(_untimed(after))
    signed = _SIGNED_BEHIND.match(parts[0])
    return (signed is not None or not telling_words(parts[0], language)) and all(
        _is_beside(part, language, first=False) for part in parts[1:]
    )


def _untimed(text: str) -> str:
    return TIME.sub(" ", text)


def _is_beside(part: str, language: str, first: bool) -> bool:
    """Whether a part of a date line is furniture, a place, a name or an outlet."""
    part = part.strip(" .*_#")
    rest = telling_words(part, language)
    if not rest or _COUNTED.fullmatch(part) or _is_label(part) or _is_issue(rest, language):
        return True
    if first:
        return _is_place(" ".join(rest)) or _is_title(part) or is_unsigned(part, language)
    named = people(without_byline(part, language) or part, language)
    return bool(named) or (is_organisation(part) and len(part.split()) <= MOST_PLACE_WORDS + 2)


def _is_title(part: str) -> bool:
    """Whether it reads as a paper's name with small words in it: Il Corriere dello Stretto."""
    tokens = LETTERS.findall(part)
    large = [token for token in tokens if token[0].isupper()]
    inside = all(token[0].isupper() or token in _JOINERS for token in tokens)
    return len(large) >= 2 and len(tokens) <= _TITLE_WORDS and inside and tokens[-1][0].isupper()


def _opens_as_paper(part: str) -> bool:
    """Whether it is short and opens like the name of a paper: "Le Courrier picard", "IL FARO"."""
    tokens = LETTERS.findall(part)
    return 0 < len(tokens) <= _TITLE_WORDS - 2 and (_PAPER.match(part.strip()) is not None or _is_title(part))


def _is_region(part: str) -> bool:
    """Whether it may say which part of the land a paper's pages are on: "Foligno e dintorni"."""
    tokens = LETTERS.findall(part)
    return len(tokens) <= MOST_PLACE_WORDS and any(token[0].isupper() for token in tokens)


def _is_issue(telling: list[str], language: str) -> bool:
    """Whether the words only say that an issue is meant: "édition du"."""
    return " ".join(telling).casefold() in words(language or "en", "issues")


def _is_label(part: str) -> bool:
    return part.casefold() in _furniture()


@cache
def _furniture() -> frozenset[str]:
    keys = ("labels", "adverts", "sections", "reading_times")
    return frozenset(entry.casefold() for code in LANGUAGES for key in keys for entry in words(code, key))
