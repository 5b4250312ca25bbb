"""Many thousand names found in a text in one pass over its words. Imports values only."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Generic, TypeVar

from casefile.values import Span

_WORD = re.compile(r"\w+")
_LINE_END = re.compile("\n")
_FIRST = re.compile(r"\w+\*?")
_LONGEST_GAP = 3
_SHORTENED = re.compile(r"(?: etc|(?<!\w)St|(?<!\w)[A-Z]\.[A-Z])\Z")
"""What a full stop ends that ends no sentence: "St. Gallen", "U.S. Attorney"."""
_ALONE = ""
"""In the place of the second word of a phrase that has none."""

_KEPT = 16
"""So many texts are kept in words: an article among the sentences that are asked between."""

Value = TypeVar("Value")


@dataclass(frozen=True)
class Entry(Generic[Value]):
    """One phrase, its words folded, and what it stands for."""

    phrase: str
    words: tuple[str, ...]
    value: Value
    exact: bool
    """Only in this very spelling: "AVG"."""


class PhraseIndex(Generic[Value]):
    """Phrases by their first two words; punctuation and the sort of apostrophe do not matter."""

    def __init__(self, phrases: Iterable[tuple[str, Value, bool]]) -> None:
        self._entries: dict[str, dict[str, list[Entry[Value]]]] = {}
        """By the first word and the second, the longest first; behind them those of the first word alone."""
        for phrase, value, exact in phrases:
            words = tuple(_WORD.findall(phrase.lower()))
            if words:
                second = words[1] if len(words) > 1 else _ALONE
                entries = self._entries.setdefault(words[0], {}).setdefault(second, [])
                entries.append(Entry(phrase, words, value, exact))
        for by_second in self._entries.values():
            alone = by_second.pop(_ALONE, [])
            for entries in by_second.values():
                entries.sort(key=lambda entry: -len(entry.words))
                entries.extend(alone)
            by_second[_ALONE] = alone
        self._first = frozenset(self._entries)

    def find(self, text: str) -> Iterator[tuple[Span, list[Entry[Value]]]]:
        """The longest phrases in reading order, with all entries that are spelled so."""
        words, free = words_of(text), 0
        for index, listed in sorted(self._begun(text), key=itemgetter(0)):
            entries = self._at(text, words, index, listed) if index >= free else None
            if entries:
                free = index + len(entries[0].words)
                yield Span(words[index][1], words[free - 1][2]), entries

    def _begun(self, text: str) -> "Iterator[tuple[int, list[Entry[Value]]]]":
        """Where two words stand that phrases begin with, or one that is a phrase; with these phrases."""
        words, places = words_of(text), places_of(text)
        for word in distinct_words(text) & self._first:
            by_second = self._entries[word]
            alone = by_second[_ALONE]
            for index in places[word]:
                listed = by_second.get(words[index + 1][0], alone) if index + 1 < len(words) else alone
                if listed:
                    yield index, listed

    def _at(
        self, text: str, words: "tuple[Word, ...]", index: int, listed: list[Entry[Value]]
    ) -> list[Entry[Value]]:
        found: list[Entry[Value]] = []
        for entry in listed:
            if found and len(entry.words) < len(found[0].words):
                break
            if self._matches(text, words, index, entry):
                found.append(entry)
        return found

    @staticmethod
    def _matches(text: str, words: "tuple[Word, ...]", index: int, entry: Entry[Value]) -> bool:
        last = index + len(entry.words) - 1
        if last >= len(words):
            return False
        for offset, word in enumerate(entry.words):
            if words[index + offset][0] != word:
                return False
            if offset and not adjoining(text, words[index + offset - 1][2], words[index + offset][1]):
                return False
        printed = text[words[index][1] : words[last][2]]
        return not entry.exact or printed == entry.phrase


Word = tuple[str, int, int]
"""A word in small letters, its start and its end."""


@lru_cache(maxsize=_KEPT)
def words_of(text: str) -> "tuple[Word, ...]":
    """The text's words in reading order: folded, start, end."""
    return tuple([(match.group().lower(), match.start(), match.end()) for match in _WORD.finditer(text)])


@lru_cache(maxsize=_KEPT)
def places_of(text: str) -> dict[str, list[int]]:
    """Which of the text's words are which: the numbers of each, in reading order."""
    places: dict[str, list[int]] = {}
    for number, (word, _, _) in enumerate(words_of(text)):
        places.setdefault(word, []).append(number)
    return places


@lru_cache(maxsize=_KEPT)
def distinct_words(text: str) -> frozenset[str]:
    """The text's words, each once."""
    return frozenset(places_of(text))


def _words_with(text: str, stem: str) -> set[str]:
    """The text's words that begin with the stem."""
    words = _sorted_words(text)
    first = last = bisect_left(words, stem)
    while last < len(words) and words[last].startswith(stem):
        last += 1
    return set(words[first:last])


@lru_cache(maxsize=_KEPT)
def _sorted_words(text: str) -> list[str]:
    return sorted(places_of(text))


class OpenedPattern:
    """A pattern whose matches begin with one of few words, so that it is tried only where one stands.

    ``phrases`` are all that a match can begin with; a ``*`` in their first word stands for any ending. With
    ``lines`` it may begin with anything where a line does.
    """

    def __init__(self, pattern: re.Pattern[str], phrases: Iterable[str], *, lines: bool = False) -> None:
        self.pattern, self._lines = pattern, lines
        first = {match.group() for phrase in phrases if (match := _FIRST.match(phrase.lower()))}
        self._words = frozenset(word for word in first if not word.endswith("*"))
        self._stems = tuple(word[:-1] for word in first if word.endswith("*"))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches in reading order, none overlapping another."""
        free = 0
        for start in sorted(self._starts(text)):
            match = self.pattern.match(text, start) if start >= free else None
            if match is not None:
                free = match.end()
                yield match

    def _starts(self, text: str) -> set[int]:
        words, places = words_of(text), places_of(text)
        opening = self._words & distinct_words(text)
        for stem in self._stems:
            opening |= _words_with(text, stem)
        starts = {words[place][1] for word in opening for place in places[word]}
        if self._lines:
            starts.update((0, *(match.end() for match in _LINE_END.finditer(text))))
        return starts


def adjoining(text: str, end: int, start: int) -> bool:
    """Whether only a space, a comma or the like stands between two words, and no end of a sentence."""
    gap = text[end:start]
    if gap == ". ":
        return _SHORTENED.search(text, max(0, end - 4), end) is not None
    return len(gap) <= _LONGEST_GAP and "\n" not in gap and gap not in ("? ", "! ", "; ", ": ")
