"""How often each of many words stands in a long text, in one walk over it. Pure; imports nothing of ours."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Set
from itertools import pairwise

_BEGINNINGS = (1, 4, 8, 16)
"""Code points by which words are looked for: each by the longest of these that it has."""


def occurrences(text: str, sought: Iterable[str]) -> Counter[str]:
    """For each of the words what ``text.count`` says; the time does not grow with their number."""
    words = set(filter(None, sought))
    found: Counter[str] = Counter()
    for size, next_size in pairwise((*_BEGINNINGS, len(text) + 1)):
        alike = {word for word in words if size <= len(word) < next_size}
        if alike:
            found += _count(text, alike, size)
    return found


def _count(text: str, words: Set[str], size: int) -> Counter[str]:
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
            if word in words and ends.get(word, 0) <= place:
                found[word] += 1
                ends[word] = place + length
    return found
