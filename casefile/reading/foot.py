"""The foot of a plain article: when it was published, where its head does not say so. Imports the date lines.

Pages, magazines and news agencies print there what others print above: "Published 3 May 2024", "This article
appears in the May 2024 issue", the agency's stamp "031412 MAG 24".
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from casefile.reading.date_lines import dates_by_label, labelled_date, lone_date
from casefile.reading.dates import find_date, find_dates, is_updated, starts_with
from casefile.reading.day_words import date_labels, phrases, telling_words
from casefile.reading.names import is_authority
from casefile.reading.other_days import diary_days
from casefile.reading.words import months
from casefile.values import PartialDate

_FOOT_LINES, _LINE_LENGTH = 14, 240
_MOST_BEHIND = 4
"""Words that may follow a labelled date in a foot: more are a sentence."""
_ISSUE_REACH = 32
_APPEARED_REACH = 56
_PAPER_WORDS, _SMALL_WORD = 8, 4
_PRINTED_BEHIND = 24
"""So many characters may follow the day that an article appeared: its page, its section."""
_PART = re.compile(
    r"(?:(?:(?<=[^\W\d_]{3})|(?<=\d{4}))[.!?]\s+(?=[^\d\s])|(?<=[^\W\d_]{5})[.!?]\s+)|\s{3,}|\s+[|¦·•]\s+"
)
_HEAD, _LAST, _SHORTEST_NAME = 500, 3, 4
"""Characters that a text's head may have, its last lines, the letters of a paper's name."""
_ISSUE_NUMBER = re.compile(
    r"\s?(?:n\s?[°ºo.]|no\.?|nr\.?|núm\.|issue|numero|número|nummer|ausgabe)\s?\d[\d\s./]*", re.IGNORECASE
)
_CUT_BEHIND = re.compile(r"\s?[|·,;–—-]\s")
_YEAR = re.compile(r"(?<=[^\W\d_]\s)(20\d\d)(?![\w/-])")
_STAMP = re.compile(r"(?<!\d)(\d\d)[0-2]\d[0-5]\d\s([^\W\d_]{3,5})\.?\s(\d\d)(?:\s+N{2,4})?$")
_CODED = re.compile(r"[A-Z]{2,4}\d{3,5}\s+(20\d\d-\d\d-\d\d)[/T ]\d\d:\d\d")
_AROUND_DAY = " –—-()[]©*"
"""What may stand around the day below a text."""
_TOWN = re.compile(
    r"(?:(?:Bad|Sankt|St|Saint|San|Santa|Den|Le|La|Las|Los|New|Reggio|The)[\s.-]{1,2})?"
    r"[^\W\d_a-zß-öø-ÿ][\w’'-]{2,20},\s(?:(?:le|den|lì|li|a)\s)?"
)
"""Where a release was written, before its day: "Roma, 20 giugno 2024"."""
_SIGNED = re.compile(r"(?:\([^()\n\d]{2,20}\)\s+)?(?:[a-z]{2,4}(?:/[a-z]{2,4})*\s+)?(?=\d)")


def foot_dates(text: str, language: str) -> tuple[PartialDate | None, PartialDate | None]:
    """When the text was published and last changed, by the lines at its end; None for what they leave out."""
    published = updated = None
    lines = list(_foot_lines(text))
    beside = max((place for place, line in enumerate(lines) if _leads_aside(line, language)), default=-1)
    diary = diary_days(text, language)
    head = text[:_HEAD].casefold() if len(text) > 2 * _HEAD else ""
    for place, line in enumerate(lines):
        published = published or _stamped(line) or (_named(line, head, language) if place < _LAST else None)
        parts = _PART.split(line)
        told = line in diary or any(len(part.split()) > _MOST_BEHIND for part in parts[1:])
        for part in parts:
            first, changed = told_when(part, language, alone=place > beside and not told)
            published, updated = published or first, updated or changed
    return published, updated


def _foot_lines(text: str) -> Iterator[str]:
    """The short lines at the end of a text, the last one first."""
    lines = [line.strip(" \t*_") for line in text.rsplit("\n", 3 * _FOOT_LINES)[1:]]
    printed = [line for line in lines if line]
    return (line for line in reversed(printed[-_FOOT_LINES:]) if len(line) <= _LINE_LENGTH)


def _named(line: str, head: str, language: str) -> PartialDate | None:
    """The day behind the name of the paper, which the head has too: "Midi-Presse, 4 octobre 2023".

    The number of the issue may stand between, and more about the paper behind.
    """
    found = find_date(line, language)
    if found is None or not line[:1].isupper():
        return None
    name = _ISSUE_NUMBER.sub("", line[: found.start]).strip(" ,.|·:–—-")
    rest = line[found.end :]
    written = all(word[0].isupper() or len(word) <= _SMALL_WORD for word in name.split())
    fits = len(name) >= _SHORTEST_NAME and written and len(name.split()) <= _PAPER_WORDS
    known = fits and re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", head) is not None
    return found.date if known and (not rest.strip(" .)") or _CUT_BEHIND.match(rest)) else None


def _stamped(line: str) -> PartialDate | None:
    """The day of an agency's stamp: "ABC0231 2025-03-12/11:07", "081412 LUG 25 NNNN"."""
    coded, stamp = _CODED.match(line), _STAMP.search(line)
    try:
        if coded is not None:
            return PartialDate.of_day(date.fromisoformat(coded[1]))
        if stamp is not None and stamp[2].casefold() in _stamp_months():
            return PartialDate.of(2000 + int(stamp[3]), _stamp_months()[stamp[2].casefold()], int(stamp[1]))
    except ValueError:
        return None
    return None


def _leads_aside(line: str, language: str) -> bool:
    """Whether what others wrote begins below the line: comments, further articles with dates of their own."""
    found = any(phrases(language, key).match(line) for key in ("see_also", "comments"))
    return found and find_date(line, language) is None


def told_when(
    part: str, language: str, *, alone: bool = True
) -> tuple[PartialDate | None, PartialDate | None]:
    """When the text was published and changed, by one part of a line.

    ``alone`` says whether a date without any word for it counts.
    """
    part = part.strip(" .;,")
    labelled = labelled_date(part, language)
    if labelled is not None:
        behind = len(labelled[1].split()) <= _MOST_BEHIND
        return (None, labelled[0]) if is_updated(part) else (labelled[0] if behind else None, None)
    if _starts_article(part, language):
        first, changed = dates_by_label(part, language, sentence=True)
        return first or (None if changed else _appeared(part, language) or _issued(part, language)), changed
    return _issued(part, language) or _in_paper(part, language) or (
        _lone(part, language) if alone else None
    ), None


def _in_paper(part: str, language: str) -> PartialDate | None:
    """The day behind a label and the paper it names: "First published in The Chronicle, 3 June 2025"."""
    found = find_date(part, language)
    if found is None or part[found.end :].strip(" .)"):
        return None
    before = part[: found.start]
    if phrases(language, "gazettes").search(before) or is_authority(before):
        return None
    labelled = any(starts_with(before, label) for label in date_labels(language)) and not is_updated(part)
    rest = telling_words(before, language) if labelled else []
    small = [word for word in rest if word[0].islower()]
    named = len(rest) > len(small) and len(rest) <= _PAPER_WORDS
    return found.date if named and all(len(word) <= _SMALL_WORD for word in small) else None


def _lone(part: str, language: str) -> PartialDate | None:
    """The date of a part that has nothing else but a town or the signs of who wrote and edited."""
    signed = _SIGNED.match(part)
    bare = part[signed.end() :] if signed else part.strip(_AROUND_DAY)
    found = find_date(bare, language)
    opens = found is not None and (found.start == 0 or _TOWN.fullmatch(bare, 0, found.start) is not None)
    return lone_date(bare, language) if opens else None


def _issued(part: str, language: str) -> PartialDate | None:
    """The date of the issue that a text appeared in: "from our March 2025 issue"; None for the next one."""
    found = find_date(part, language)
    if phrases(language, "to_come").search(part):
        return None
    if found is None:
        return _issued_in_year(part, language)
    if phrases(language, "gazettes").search(part):
        return None
    near = part[max(0, found.start - _ISSUE_REACH) : found.start] + "\n" + part[found.end : found.end + 12]
    return found.date if phrases(language, "issues").search(near) else None


def _appeared(part: str, language: str) -> PartialDate | None:
    """The day in a sentence on the article itself: "This article appeared in print on 3 June 2025"."""
    for found in find_dates(part, language):
        said = list(phrases(language, "appeared").finditer(part[: found.start]))
        between = part[said[-1].end() : found.start] if said else ""
        near = (
            said and len(between) <= _APPEARED_REACH and not phrases(language, "other_days").search(between)
        )
        if near or (said and len(part) - found.end <= _PRINTED_BEHIND):
            return found.date
    return None


def _issued_in_year(part: str, language: str) -> PartialDate | None:
    """The year of an issue named by its season: "This piece is from our Spring 2025 issue"."""
    year = _YEAR.search(part)
    if year is None or phrases(language, "this_article").search(part) is None:
        return None
    near = part[max(0, year.start() - _ISSUE_REACH) : year.end() + 12]
    return PartialDate.of(int(year[1])) if phrases(language, "issues").search(near) else None


def _starts_article(part: str, language: str) -> bool:
    return phrases(language, "this_article").match(part) is not None


@cache
def _stamp_months() -> dict[str, int]:
    """Every month by its name and by the three letters of it that agencies print."""
    return {name[:3]: number for name, number in months().items()} | {"mrz": 3} | months()
