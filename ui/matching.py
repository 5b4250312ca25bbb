"""How well what somebody types fits a name: letters in their order, those that begin words first.

Pure; knows neither Qt nor the window.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_BEGINS_ALL, _BEGINS_WORD, _FOLLOWS, _SOMEWHERE = 10, 8, 5, 1
_GAP = 1
"""What a word costs for each of the letters that it passes over, up to as many as this."""
_MOST_GAPS = 6


@dataclass(frozen=True)
class Match:
    """How well it fits (more is better), and which letters of the name were meant (rising, from 0)."""

    score: int
    places: tuple[int, ...]


_ANYTHING = Match(0, ())


def match(typed: str, name: str) -> Match | None:
    """The fit of every word that was typed, in any order; None where one does not fit at all.

    Case and accents do not matter. Nothing typed fits everything.
    """
    words = folded(typed).split()
    if not words:
        return _ANYTHING
    letters = folded(name)
    score, places = 0, set[int]()
    for word in words:
        found = _word(word, letters)
        if found is None:
            return None
        score += found.score
        places.update(found.places)
    return Match(score, tuple(sorted(places)))


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """The text in small letters without accents, as long as before."""
    return "".join(_plain(letter) for letter in text)


def _plain(letter: str) -> str:
    base = unicodedata.normalize("NFKD", letter)[:1].lower()
    return base if len(base) == 1 else letter


def _word(word: str, letters: str) -> Match | None:
    """The best of the ways to find it: whole at a word's start, else from there on, else whole inside.

    Letters that lie scattered over the name do not count: nobody means them.
    """
    whole = 0 if letters.startswith(word) else letters.find(f" {word}") + 1
    if whole or letters.startswith(word):
        return _whole(word, letters, whole)
    ways = [_from(word, letters, start) for start in _starts(word[0], letters)]
    inside = letters.find(word)
    if inside >= 0:
        ways.append(_whole(word, letters, inside))
    found = [way for way in ways if way is not None and way.score > len(word)]
    return max(found, key=lambda way: way.score, default=None)


def _whole(word: str, letters: str, start: int) -> Match:
    places = range(start, start + len(word))
    return Match(_worth(places, letters), tuple(places))


def _starts(letter: str, letters: str) -> Iterator[int]:
    """Where words begin with the letter."""
    start = letters.find(letter)
    while start >= 0:
        if start == 0 or not letters[start - 1].isalnum():
            yield start
        start = letters.find(letter, start + 1)


def _from(word: str, letters: str, start: int) -> Match | None:
    """The letters one after the other: right behind the last one, else at a word's start, else anywhere."""
    places = [start]
    for letter in word[1:]:
        place = _next(letter, letters, places[-1])
        if place < 0:
            return None
        places.append(place)
    return Match(_worth(places, letters), tuple(places))


def _next(letter: str, letters: str, last: int) -> int:
    if letters[last + 1 : last + 2] == letter:
        return last + 1
    start = letters.find(f" {letter}", last + 1)
    return start + 1 if start >= 0 else letters.find(letter, last + 1)


def _worth(places: Sequence[int], letters: str) -> int:
    worth = 0
    last = -1
    for place in places:
        if place == 0:
            worth += _BEGINS_ALL
        elif not letters[place - 1].isalnum():
            worth += _BEGINS_WORD
        elif place == last + 1:
            worth += _FOLLOWS
        else:
            worth += _SOMEWHERE
        passed = place - last - 1 if last >= 0 else 0
        worth -= min(passed, _MOST_GAPS) * _GAP
        last = place
    return worth
