"""Many thousand names found in a text in one pass over its words. Imports values only."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from casefile.values import Span

_WORD = re.compile(r"\w+")
_LONGEST_GAP = 3

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
    """Phrases by their first word; punctuation and the sort of apostrophe do not matter."""

    def __init__(self, phrases: Iterable[tuple[str, Value, bool]]) -> None:
        self._entries: dict[str, list[Entry[Value]]] = {}
        for phrase, value, exact in phrases:
            words = tuple(_WORD.findall(phrase.lower()))
            if words:
                self._entries.setdefault(words[0], []).append(Entry(phrase, words, value, exact))
        for entries in self._entries.values():
            entries.sort(key=lambda entry: -len(entry.words))

    def find(self, text: str) -> Iterator[tuple[Span, list[Entry[Value]]]]:
        """The longest phrases in reading order, with all entries that are spelled so."""
        words = _words(text)
        index = 0
        while index < len(words):
            listed = self._entries.get(words[index][0])
            entries = self._at(text, words, index, listed) if listed else None
            length = len(entries[0].words) if entries else 1
            if entries:
                yield Span(words[index][1], words[index + length - 1][2]), entries
            index += length

    def _at(
        self, text: str, words: "tuple[_Word, ...]", index: int, listed: list[Entry[Value]]
    ) -> list[Entry[Value]]:
        found: list[Entry[Value]] = []
        for entry in listed:
            if found and len(entry.words) < len(found[0].words):
                break
            if self._matches(text, words, index, entry):
                found.append(entry)
        return found

    @staticmethod
    def _matches(text: str, words: "tuple[_Word, ...]", index: int, entry: Entry[Value]) -> bool:
        last = index + len(entry.words) - 1
        if last >= len(words):
            return False
        for offset, word in enumerate(entry.words):
            if words[index + offset][0] != word:
                return False
            if offset and not _adjoining(text, words[index + offset - 1][2], words[index + offset][1]):
                return False
        printed = text[words[index][1] : words[last][2]]
        return not entry.exact or printed == entry.phrase


_Word = tuple[str, int, int]


@lru_cache(maxsize=4)
def _words(text: str) -> tuple[_Word, ...]:
    return tuple((match.group().lower(), match.start(), match.end()) for match in _WORD.finditer(text))


def _adjoining(text: str, end: int, start: int) -> bool:
    gap = text[end:start]
    return len(gap) <= _LONGEST_GAP and "\n" not in gap and gap not in (". ", "? ", "! ", "; ", ": ")
