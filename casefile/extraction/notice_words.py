"""The words in which a publication speaks of itself, as patterns. Imports the lexicon only.

In the lists ``TEXT`` stands for any way in which the text names itself ("this article"), ``…`` for at most
eighty characters of the same line.
"""

import re
from collections.abc import Iterable
from functools import cache

from casefile.extraction.lexicon import alternatives, by_first_letter, lexicon

_TEXT = "TEXT"
_GAP = "…"
_WORD = re.compile(r"\w+")
_GAP_PATTERN = r"\s[^\n]{0,80}?(?<=\s)"
_LAW = r"(?!\s{1,3}(?:[LRD]\.|\d))"
"""After "l’article" a number makes it one of a law."""
_CAPITAL = r"(?-i:[A-ZÀ-ÞŁŚŠŽ])[\w.'-]{0,40}"
_AUTHOR = (
    rf"{_CAPITAL}(?:\s{{1,3}}(?:{_CAPITAL}|(?-i:[a-z]{{1,3}}))){{0,6}}\s{{1,3}}{_CAPITAL}(?:,[^\n]{{0,80}})?"
)
"""A name of two words or more, with its "von", "de la" and "and", maybe with an office behind a comma."""
_DATE = r"(?:,?\s{0,3}\(?[^:\n\d]{0,20}\d[^:\n–—]{0,24})?"


def fold(text: str) -> str:
    """The text with one sort of apostrophe and hyphen, its offsets unchanged."""
    for printed, folded in _FOLDED:
        text = text.replace(printed, folded)
    return text


@cache
def said_pattern(language: str, key: str, texts: str) -> re.Pattern[str]:
    """Any phrase of the list in folded text; ``texts`` names the list of what ``TEXT`` stands for."""
    words = lexicon(language, "notices")
    named = f"{alternatives(map(fold, words.words(texts)))}{_LAW}"
    phrases = sorted(map(fold, words.words(key)), key=lambda phrase: -len(phrase))
    led = [_phrase(phrase.removeprefix(_TEXT), named) for phrase in phrases if phrase.startswith(_TEXT)]
    others = [(phrase, _phrase(phrase, named)) for phrase in phrases if not phrase.startswith(_TEXT)]
    patterns = [
        *([by_first_letter(others)] if others else []),
        *([f"{named}(?:{'|'.join(led)})"] if led else []),
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns) or '(?!)'})(?!\w)", re.IGNORECASE)


@cache
def said_words(language: str, key: str, texts: str) -> frozenset[str]:
    """The words of which every text has one that has a phrase of the list: of each phrase the longest.

    Of a phrase that is nothing but ``TEXT`` and endless words, those that ``TEXT`` stands for.
    """
    words = lexicon(language, "notices")
    named = frozenset(max(_WORD.findall(phrase.lower()), key=len) for phrase in words.words(texts))
    needed: set[str] = set()
    for phrase in words.words(key):
        whole = (word for word in phrase.replace(_TEXT, " ").split() if "*" not in word)
        telling = [word for part in whole for word in _WORD.findall(part.lower())]
        needed |= {max(telling, key=len)} if telling else named
    return frozenset(needed)


@cache
def label_pattern(language: str, key: str) -> re.Pattern[str]:
    """A label of the list at the start of a folded paragraph, with its date, to its colon, dash or end."""
    labels = alternatives(map(fold, lexicon(language, "notices").words(key)))
    return re.compile(
        rf"[\W_]{{0,4}}{labels}(?!\w){_DATE}[\])*_]{{0,3}}(?:\s{{0,3}}:|\s{{1,3}}[-–—|]\s|[.!]?\s*\Z|(?-i:(?<=[A-Z])-))",
        re.IGNORECASE,
    )


@cache
def kicker_pattern(language: str, key: str) -> re.Pattern[str]:
    """A folded part of a heading that is a label of the list, maybe by somebody: "Opinion by Jane Doe"."""
    words = lexicon(language, "notices")
    labels = alternatives(map(fold, words.words(key)))
    openers, by = alternatives(map(fold, words.words("openers"))), alternatives(map(fold, words.words("by")))
    return re.compile(
        rf"[\W_]{{0,3}}(?:{openers}\s{{1,3}})?{labels}(?:\s{{1,3}}{by}\s?{_AUTHOR})?[\W_]{{0,3}}\Z",
        re.IGNORECASE,
    )


@cache
def motto_pattern(language: str, key: str) -> re.Pattern[str]:
    """The start of a folded motto under a paper's name: "Satire, weather", "Satire for the patient"."""
    words = lexicon(language, "notices")
    labels, leading = alternatives(map(fold, words.words(key))), alternatives(words.words("satire_for"))
    return re.compile(rf"[\W_]{{0,3}}{labels}(?:,\s\w|\s{leading}\s)", re.IGNORECASE)


@cache
def kicker_stems(language: str, key: str) -> re.Pattern[str]:
    """Any label of the list wherever it stands: a heading without one needs no closer look."""
    return re.compile(alternatives(map(fold, lexicon(language, "notices").words(key))), re.IGNORECASE)


@cache
def bracket_pattern(language: str, key: str) -> re.Pattern[str]:
    """A label of the list in brackets at the end of a heading: "Watchdog fines itself (Satire)"."""
    labels = alternatives(map(fold, lexicon(language, "notices").words(key)))
    return re.compile(rf"[(\[]\s?{labels}\s?[)\]]\Z", re.IGNORECASE)


@cache
def tool_pattern(language: str) -> re.Pattern[str]:
    """A button or another word of the page beside the article: "Share"."""
    return re.compile(
        rf"\W{{0,3}}\d{{0,4}}\s?{alternatives(lexicon(language, 'notices').words('tools'))}(?!\w)",
        re.IGNORECASE,
    )


@cache
def by_pattern(language: str) -> re.Pattern[str]:
    """The start of a byline: "By "."""
    return re.compile(
        rf"{alternatives(map(fold, lexicon(language, 'notices').words('by')))}\s", re.IGNORECASE
    )


def _phrase(phrase: str, named: str) -> str:
    """The phrase's pattern; what stands before ``TEXT`` and behind it keeps its spaces."""
    parts = [named.join(map(_words, stretch.split(_TEXT))) for stretch in phrase.split(f" {_GAP} ")]
    return _GAP_PATTERN.join(parts)


def _words(stretch: str) -> str:
    return "".join(_pieces(re.split(r"( )", stretch)))


def _pieces(parts: Iterable[str]) -> Iterable[str]:
    for part in parts:
        if part == " ":
            yield r"\s{1,3}"
        elif part.endswith("*"):
            yield re.escape(part[:-1]) + r"\w{0,24}"
        else:
            yield re.escape(part)


_FOLDED = (("’", "'"), ("‘", "'"), ("‑", "-"))
