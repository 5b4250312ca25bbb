"""Days in a head that are not the publication's: hearings, deadlines, laws, diaries. Imports date words.

Also the one exception: the session of a market, whose report is of that day.
"""

import itertools
import re
from functools import cache

from casefile.reading.dates import find_date
from casefile.reading.day_words import CUT, LETTERS, MOST_PLACE_WORDS, fillers, phrases, telling_words
from casefile.reading.names import is_organisation
from casefile.reading.words import LANGUAGES, weekdays, words
from casefile.values import PartialDate

_STRONG_CUT = re.compile(r"[|¦•·;]|\s[–—]\s|(?<=[a-zß-ÿ])[.!?]\s")
_PARTED = re.compile(r"[,:(–—-]\s*[^\W\d_]")
_MOST_MARKET_WORDS = 14
_LONGEST_DAY, _LEAST_DIARY = 40, 3
_STOPS = (".", "!", "?", "”", "“", "»")


def names_other_day(before: str, language: str) -> bool:
    """Whether what leads to a date says that it is no date of publication: "Hearing: ", "Urteil vom "."""
    leading = _STRONG_CUT.split(before)[-1]
    return (
        any(
            not _PARTED.search(leading[other.end() :])
            for other in phrases(language, "other_days").finditer(leading)
        )
        or _is_strange_label(leading)
        or _dates_a_thing(leading, language)
    )


def tells_other_day(line: str, language: str) -> bool:
    """Whether the line has nothing but a day that is not the publication's: "Urteil vom 3. Mai 2024"."""
    found = find_date(line, language)
    if found is None or not names_other_day(line[: found.start], language):
        return False
    around = [line[: found.start], *CUT.split(line[found.end :])[:1]]
    return all(len(telling_words(part, language)) <= MOST_PLACE_WORDS for part in around)


def _is_strange_label(leading: str) -> bool:
    """Whether a label with a colon leads to the date that no publication puts before its own."""
    label = leading.rstrip()
    if not label.endswith(":"):
        return False
    label = CUT.split(label[:-1])[-1].strip()
    tokens = [token.casefold() for token in LETTERS.findall(label)]
    known = any(token in _own_words() for token in tokens) or is_organisation(label)
    return bool(tokens) and not known and not label.isupper()


def _dates_a_thing(leading: str, language: str) -> bool:
    """Whether the date is that of the one word before it, no paper or issue: "Satzung vom 3. Mai"."""
    tokens = [token for token in LETTERS.findall(leading) if token.casefold() not in weekdays()]
    if len(tokens) != 2 or tokens[1] not in words(language[:2] or "en", "genitives"):
        return False
    thing = tokens[0].casefold()
    endings = tuple(
        entry.casefold()
        for code in LANGUAGES
        for key in ("outlet_endings", "own_days")
        for entry in words(code, key)
    )
    return not (thing in _own_words() or thing.endswith(endings) or is_organisation(tokens[0]))


@cache
def _own_words() -> frozenset[str]:
    """Every word by which publications lead to their own dates: "Published", "Ausgabe", "Comunicato"."""
    keys = ("published", "updated", "issues", "releases", "labels", "sections", "volumes", "this_article")
    listed = (entry for code in LANGUAGES for key in keys for entry in words(code, key))
    return frozenset(token.casefold() for entry in listed for token in LETTERS.findall(entry)) | frozenset(
        filler for code in LANGUAGES for filler in fillers(code)
    )


def market_day(line: str, beside: str, language: str) -> PartialDate | None:
    """The trading day that a market report names: "Mid caps, close of 3 May 2024"; None for other lines.

    ``beside`` is what stands around the line: a session is a market's only where a market is named.
    """
    found = find_date(line, language)
    if found is None or len(line.split()) > _MOST_MARKET_WORDS:
        return None
    if not phrases(language, "markets").search(beside):
        return None
    before = line[: found.start]
    named = list(phrases(language, "market_days").finditer(before))
    return found.date if named and not telling_words(before[named[-1].end() :], language) else None


def diary_days(text: str, language: str) -> frozenset[str]:
    """The days alone on their line, each right above what happened on it; empty where there are too few."""
    lines = [line.strip(" \t*_#") for line in text.split("\n")]
    found = {
        line
        for line, below in itertools.pairwise(lines)
        if below.endswith(_STOPS) and len(line) <= _LONGEST_DAY and _is_day(line, language)
    }
    return frozenset(found if len(found) >= _LEAST_DIARY else ())


def _is_day(line: str, language: str) -> bool:
    found = find_date(line, language) if any(char.isdigit() for char in line) else None
    return found is not None and found.start == 0 and found.end == len(line)
