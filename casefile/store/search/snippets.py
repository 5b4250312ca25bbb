"""The stretch of a text that shows what was found, with every hit in it marked. Pure."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from casefile.store.search.query import Word
from casefile.store.search.scripts import SPACELESS, is_spaceless
from casefile.values import Span

LENGTH = 180
"""Code points that a snippet has room for."""
_LEAD = 40
_MOST_HITS = 400
"""Hits looked at in one text."""
_LETTER = rf"[^\W_{SPACELESS}]"
_ANY_LETTER = re.compile(_LETTER)
_MARK = "[\u0300-\u036f]*"
_HAS_MARK = re.compile("[\u0300-\u036f]")
_PIECE = re.compile(rf"[{SPACELESS}]+|{_LETTER}+")
_SPARE = re.compile(r"(?:\A|(?<=[ …])) ")
"""Spaces at the start and after others."""
_KEPT = "\u200c\u200d"
"""Joiners, which Persian and emoji need, are all that is kept of what cannot be printed."""


@dataclass(frozen=True)
class Snippet:
    """A stretch of a text on one line; ``marks`` are spans of it, in order, apart from one another."""

    text: str
    marks: tuple[Span, ...]


class Finder:
    """Finds the words of a query in texts: in any case, with or without accents."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = list(dict.fromkeys((word.text, word.is_prefix) for word in words))
        self._plain = self._compile("")
        self._marked = self._compile(_MARK)

    @property
    def word_count(self) -> int:
        """How many different words it looks for."""
        return len(self._words)

    def hits(self, text: str) -> list[tuple[Span, int]]:
        """Where the words stand, in order, each with the number of its word; at most some hundreds."""
        if not self._words:
            return []
        folded = _folded(text)
        pattern = self._marked if _HAS_MARK.search(folded) else self._plain
        found: list[tuple[Span, int]] = []
        for match in pattern.finditer(folded):
            if match.end() > match.start():
                found.append((Span(match.start(), match.end()), (match.lastindex or 1) - 1))
            if len(found) == _MOST_HITS:
                break
        return found

    def _compile(self, mark: str) -> re.Pattern[str]:
        """One group for each word; the longest first, so that what begins alike is marked whole."""
        patterns = [f"({_pattern(text, mark, goes_on=goes_on)})" for text, goes_on in self._words]
        return re.compile("|".join(patterns))


def snippet(text: str, finder: Finder) -> Snippet:
    """The stretch with the most of the words, the earliest of the best; the text's start without any."""
    hits = finder.hits(text)
    anchor = _best(hits) if hits else 0
    start = max(0, anchor - _LEAD) if hits else 0
    end = min(len(text), start + LENGTH)
    start = max(0, min(start, end - LENGTH))
    first = hits[0][0] if hits else Span(0, 1)
    for span, _ in hits:
        if span.start == anchor:
            first = span
    start = _word_start(text, start, first.start)
    end = max(_word_end(text, end, start), min(first.end, len(text)))
    marks = [span for span, _ in finder.hits(text[start:end])]
    return _shown(text[start:end], marks, cut_before=start > 0, cut_after=end < len(text))


def one_line(text: str) -> str:
    """The text on one line, without anything that cannot be printed."""
    return " ".join(_clean(text).split())


def _pattern(text: str, mark: str, *, goes_on: bool) -> str:
    """The word as a pattern of a folded text; between the words of a phrase may stand any marks."""
    typed = unicodedata.normalize("NFC", text)
    pieces = _PIECE.findall(_folded(unicodedata.normalize("NFKC", typed) if is_spaceless(typed) else typed))
    if not pieces:
        return "(?!)"
    spelled = [_spelled(piece, mark) for piece in pieces]
    gap = r"[\W_]*" if is_spaceless(text) else r"[\W_]+"
    pattern = gap.join(spelled)
    before = "" if is_spaceless(pieces[0]) else f"(?<!{_LETTER})"
    rest = f"(?:{_LETTER}|{mark[:-1]})*" if goes_on and mark else f"{_LETTER}*" if goes_on else ""
    after = "" if is_spaceless(pieces[-1]) else f"{rest}{mark}(?!{_LETTER})"
    return f"{before}{pattern}{after}"


def _spelled(piece: str, mark: str) -> str:
    return mark.join(re.escape(char) for char in piece)


def _best(hits: Sequence[tuple[Span, int]]) -> int:
    """Where the stretch begins that holds most different words, then most hits."""
    best, best_worth, last = hits[0][0].start, (0, 0), 0
    counts: dict[int, int] = {}
    for place, (span, word) in enumerate(hits):
        while last < len(hits) and hits[last][0].end <= span.start + LENGTH - _LEAD:
            counts[hits[last][1]] = counts.get(hits[last][1], 0) + 1
            last += 1
        worth = (len(counts), last - place)
        if worth > best_worth:
            best, best_worth = span.start, worth
        if last > place:
            counts[word] -= 1
            if not counts[word]:
                del counts[word]
        else:
            last = place + 1
    return best


def _word_start(text: str, at: int, latest: int) -> int:
    """The next place at which no word is cut, the given one where there is none before the latest."""
    place = at
    while 0 < place < latest and _inside_word(text, place):
        place += 1
    while place < latest and text[place].isspace():
        place += 1
    return place


def _word_end(text: str, at: int, earliest: int) -> int:
    place = at
    while earliest < place < len(text) and _inside_word(text, place):
        place -= 1
    return place if place > earliest else at


def _inside_word(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    return bool(
        (_ANY_LETTER.match(before) or unicodedata.combining(before))
        and (_ANY_LETTER.match(after) or unicodedata.combining(after))
    ) or bool(unicodedata.combining(after))


def _shown(text: str, marks: Sequence[Span], *, cut_before: bool, cut_after: bool) -> Snippet:
    """One line, single spaces, nothing unprintable; the marks follow."""
    clean, lead = _clean(text), "…" if cut_before else ""
    spare = [match.start() for match in _SPARE.finditer(clean)]

    def place(at: int) -> int:
        return len(lead) + at - bisect_left(spare, at)

    shown = f"{lead}{_SPARE.sub('', clean)}".rstrip()
    spans = [(place(mark.start), place(mark.end)) for mark in marks]
    kept = tuple(Span(start, min(end, len(shown))) for start, end in spans if start < min(end, len(shown)))
    return Snippet(f"{shown}…" if cut_after else shown, kept)


def _clean(text: str) -> str:
    """A space for each code point that cannot be printed: mostly there is none but the ends of lines."""
    if text.isprintable():
        return text
    plain = text.replace("\n", " ").replace("\r", " ").replace("\t", " ")
    if plain.isprintable():
        return plain
    return "".join(char if char.isprintable() or char in _KEPT else " " for char in plain)


class _Folds(dict[int, str]):
    """For each code point one that stands for it: small, without accents, of ordinary width."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        wide = unicodedata.normalize("NFKC", char)
        base = unicodedata.normalize("NFD", wide if len(wide) == 1 else char)[0]
        small = base.lower()
        folded = small if len(small) == 1 else base
        self[code] = folded
        return folded


_FOLDS = _Folds()


def _folded(text: str) -> str:
    """The text folded, code point for code point."""
    return text.lower() if text.isascii() else text.translate(_FOLDS)
