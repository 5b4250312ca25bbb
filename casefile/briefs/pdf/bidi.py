"""The Unicode bidirectional algorithm (UAX 9): which way each character runs. Imports its rules.

Levels are those of the standard: even ones run from left to right, odd ones from right to left. What only
steers the algorithm and is not printed has the level of what stands before it, so that levels and characters
count alike.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from casefile.briefs.pdf.bidi_rules import (
    raised,
    resolve_brackets,
    resolve_neutral,
    resolve_weak,
)

_DEEPEST = 125
_REMOVED = frozenset({"RLE", "LRE", "RLO", "LRO", "PDF", "BN"})
"""Types that rule X9 takes out."""
_OPENS_ISOLATE = frozenset({"LRI", "RLI", "FSI"})
_FROM_RIGHT = re.compile(
    r"[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_UNASSIGNED = re.compile(
    r"[\u0590-\u05ff\u07c0-\u085f\ufb1d-\ufb4f\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


@dataclass(frozen=True)
class Directions:
    """A paragraph's base level (0 or 1) and the level of each of its characters."""

    base: int
    levels: Sequence[int]


def has_right_to_left(text: str) -> bool:
    """Whether anything in the text can run from right to left."""
    return _FROM_RIGHT.search(text) is not None


def directions(text: str, base: int | None = None) -> Directions:
    """The levels before any line is broken; without ``base`` the first strong character decides (P2, P3)."""
    if not has_right_to_left(text) and not base:
        return Directions(0, bytes(len(text)))
    known = {character: _type(character) for character in set(text)}
    types = [known[character] for character in text]
    isolates = _matches(types)
    if base is None:
        base = _first_strong(types, isolates, 0, len(types)) or 0
    explicit, kinds = _Explicit(types, isolates, base).resolve()
    levels = list(explicit)
    for run in _sequences(types, explicit, isolates):
        for index, level in zip(run, _resolve(run, text, types, kinds, explicit, base), strict=True):
            levels[index] = level
    _give_removed_a_level(types, levels, base)
    return Directions(base, levels)


def line_levels(text: str, found: Directions, start: int, end: int) -> list[int]:
    """The levels of a line: tabs and white space at its end run as the paragraph does (L1)."""
    levels = list(found.levels[start:end])
    trailing = True
    for index in range(end - 1, start - 1, -1):
        kind = _type(text[index])
        if kind in ("B", "S"):
            trailing = True
        elif kind not in ("WS", "PDI") and kind not in _OPENS_ISOLATE and kind not in _REMOVED:
            trailing = False
        if trailing:
            levels[index - start] = found.base
    return levels


def visual_order(levels: Sequence[int]) -> list[int]:
    """The places of a line's parts from left to right (L2), given the level of each."""
    order = list(range(len(levels)))
    odd = [level for level in levels if level % 2]
    for level in range(max(levels, default=0), min(odd, default=1) - 1, -1):
        start = 0
        while start < len(order):
            if levels[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end
    return order


def _type(character: str) -> str:
    return unicodedata.bidirectional(character) or ("R" if _UNASSIGNED.match(character) else "L")


def _matches(types: Sequence[str]) -> dict[int, int]:
    """The end of each isolate by its beginning (BD9); one that nothing ends is left out."""
    found: dict[int, int] = {}
    open_ones: list[int] = []
    for index, kind in enumerate(types):
        if kind in _OPENS_ISOLATE:
            open_ones.append(index)
        elif kind == "PDI" and open_ones:
            found[open_ones.pop()] = index
        elif kind == "B":
            open_ones.clear()
    return found


def _first_strong(types: Sequence[str], isolates: dict[int, int], start: int, end: int) -> int | None:
    """The level that the first strong character gives, isolates passed over; none where there is none."""
    index = start
    while index < end:
        kind = types[index]
        if kind in ("L", "R", "AL"):
            return int(kind != "L")
        if kind in _OPENS_ISOLATE:
            index = isolates.get(index, end)
        if kind == "B":
            return None
        index += 1
    return None


@dataclass
class _Explicit:
    """X1 to X8: levels by embeddings, overrides and isolates."""

    types: Sequence[str]
    isolates: dict[int, int]
    base: int
    stack: list[tuple[int, str, bool]] = field(default_factory=list)
    """Level, override ("" for none), whether it is an isolate."""
    too_many_isolates: int = 0
    too_many_embeddings: int = 0
    open_isolates: int = 0

    def resolve(self) -> tuple[list[int], list[str]]:
        """The level and the type, as overrides change it, of each character."""
        self._restart()
        levels, kinds = [self.base] * len(self.types), list(self.types)
        for index, kind in enumerate(self.types):
            if kind in ("RLE", "LRE", "RLO", "LRO"):
                self._embed(kind)
            elif kind == "PDF":
                self._end_embedding()
            elif kind == "B":
                self._restart()
            else:
                levels[index], kinds[index] = self._other(index, kind)
        return levels, kinds

    def _restart(self) -> None:
        self.stack = [(self.base, "", False)]
        self.too_many_isolates = self.too_many_embeddings = self.open_isolates = 0

    def _other(self, index: int, kind: str) -> tuple[int, str]:
        if kind == "PDI":
            self._end_isolate()
        level, override, _ = self.stack[-1]
        shown = override if override and kind != "BN" else kind
        if kind in _OPENS_ISOLATE:
            self._isolate(index, kind)
        return level, shown

    def _next_level(self, *, odd: bool) -> int:
        level = self.stack[-1][0] + 1
        return level if level % 2 == odd else level + 1

    def _embed(self, kind: str) -> None:
        level = self._next_level(odd=kind[0] == "R")
        if level <= _DEEPEST and not self.too_many_isolates and not self.too_many_embeddings:
            self.stack.append((level, kind[0] if kind[2] == "O" else "", False))
        elif not self.too_many_isolates:
            self.too_many_embeddings += 1

    def _isolate(self, index: int, kind: str) -> None:
        if kind == "FSI":
            end = self.isolates.get(index, len(self.types))
            odd = bool(_first_strong(self.types, self.isolates, index + 1, end))
        else:
            odd = kind == "RLI"
        level = self._next_level(odd=odd)
        if level <= _DEEPEST and not self.too_many_isolates and not self.too_many_embeddings:
            self.open_isolates += 1
            self.stack.append((level, "", True))
        else:
            self.too_many_isolates += 1

    def _end_isolate(self) -> None:
        if self.too_many_isolates:
            self.too_many_isolates -= 1
        elif self.open_isolates:
            self.too_many_embeddings = 0
            while not self.stack[-1][2]:
                self.stack.pop()
            self.stack.pop()
            self.open_isolates -= 1

    def _end_embedding(self) -> None:
        if self.too_many_isolates:
            return
        if self.too_many_embeddings:
            self.too_many_embeddings -= 1
        elif not self.stack[-1][2] and len(self.stack) > 1:
            self.stack.pop()


def _sequences(types: Sequence[str], levels: Sequence[int], isolates: dict[int, int]) -> list[list[int]]:
    """The isolating run sequences (X10), each as the places of its characters."""
    runs: list[list[int]] = []
    for index, kind in enumerate(types):
        if kind in _REMOVED:
            continue
        if runs and levels[runs[-1][-1]] == levels[index]:
            runs[-1].append(index)
        else:
            runs.append([index])
    begins = {run[0]: run for run in runs}
    ends = {end: start for start, end in isolates.items()}
    found: list[list[int]] = []
    for run in runs:
        if types[run[0]] == "PDI" and run[0] in ends:
            continue
        whole = list(run)
        while types[whole[-1]] in _OPENS_ISOLATE and isolates.get(whole[-1]) in begins:
            whole += begins[isolates[whole[-1]]]
        found.append(whole)
    return found


def _resolve(
    run: list[int], text: str, types: Sequence[str], kinds: Sequence[str], levels: Sequence[int], base: int
) -> Iterator[int]:
    """The final level of each character of the sequence."""
    level = levels[run[0]]
    before = _direction(max(level, _level_beside(run[0], -1, types, levels, base)))
    open_end = types[run[-1]] in _OPENS_ISOLATE
    beyond = base if open_end else _level_beside(run[-1], 1, types, levels, base)
    original = [kinds[index] for index in run]
    found = list(original)
    resolve_weak(found, before)
    resolve_brackets(found, [text[index] for index in run], original, _direction(level), before)
    resolve_neutral(found, _direction(level), before, _direction(max(level, beyond)))
    return (raised(level, kind) for kind in found)


def _level_beside(index: int, step: int, types: Sequence[str], levels: Sequence[int], base: int) -> int:
    index += step
    while 0 <= index < len(types):
        if types[index] not in _REMOVED:
            return levels[index]
        index += step
    return base


def _direction(level: int) -> str:
    return "R" if level % 2 else "L"


def _give_removed_a_level(types: Sequence[str], levels: list[int], base: int) -> None:
    level = base
    for index, kind in enumerate(types):
        if kind in _REMOVED:
            levels[index] = level
        level = levels[index]
