"""How often each of many words stands in a long text, in one walk over it. Pure; imports nothing of ours.

A number is a whole one: ``12,400`` does not stand in ``12,400,000`` nor in ``112,400``.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Set
from itertools import pairwise

_BEGINNINGS = (1, 4, 8, 16)
"""Code points by which words are looked for: each by the longest of these that it has."""
_GOES_ON = re.compile(r"[.,]?[0-9]")
_WENT_BEFORE = re.compile(r"[0-9][.,]?$")
Marks = Mapping[str, Collection[str]]
"""By a word what may follow its number at once: the raised numbers of its notes."""


def occurrences(text: str, sought: Iterable[str], marks: Marks | None = None) -> Counter[str]:
    """How often each of the words stands in the text; the time does not grow with their number."""
    words = set(filter(None, sought))
    found: Counter[str] = Counter()
    for size, next_size in pairwise((*_BEGINNINGS, len(text) + 1)):
        alike = {word for word in words if size <= len(word) < next_size}
        if alike:
            found += _count(text, alike, size, marks or {})
    return found


def _count(text: str, words: Set[str], size: int, marks: Marks) -> Counter[str]:
    """For words that have so many code points at least."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for word in words:
        lengths[word[:size]].add(len(word))
    found: Counter[str] = Counter()
    ends: dict[str, int] = {}
    for place in range(len(text) - size + 1):
        beginning = text[place : place + size]
        if beginning not in lengths:
            continue
        for length in lengths[beginning]:
            word = text[place : place + length]
            if word in words and ends.get(word, 0) <= place and _is_whole(text, place, word, marks):
                found[word] += 1
                ends[word] = place + length
    return found


def _is_whole(text: str, place: int, word: str, marks: Marks) -> bool:
    """Whether no number goes on beyond the word's beginning or its end."""
    if _is_digit(word[0]) and _WENT_BEFORE.search(text[max(0, place - 2) : place]):
        return False
    end = place + len(word)
    if not _is_digit(word[-1]) or not _GOES_ON.match(text, end):
        return True
    return any(
        text.startswith(mark, end) and not _GOES_ON.match(text, end + len(mark))
        for mark in marks.get(word, ())
    )


def _is_digit(character: str) -> bool:
    return character in "0123456789"
