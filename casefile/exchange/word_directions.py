"""Which stretches of a text run from right to left, for a word processor that has to be told so. Pure.

A word processor asks of each run whether it runs from right to left, and of each paragraph at which side it
begins. Fences (:mod:`casefile.briefs.fences`) are not known to all of them: a stretch that they kept apart is
followed by a mark of its surroundings' direction, which all know.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from casefile.briefs.fences import CLOSE, OPEN, unfenced
from casefile.briefs.pdf.bidi import directions, has_right_to_left
from casefile.exchange.blocks import Run, Runs

_LEFT_MARK, _RIGHT_MARK = "\u200e", "\u200f"


@dataclass(frozen=True)
class Turned:
    """A paragraph's runs, each with whether it runs from right to left, and where the paragraph begins."""

    runs: tuple[tuple[Run, bool], ...]
    from_right: bool = False


def turned(runs: Runs) -> Turned:
    """The runs parted where the direction changes; their first letter tells where the paragraph begins."""
    text = "".join(run.text for run in runs)
    if not has_right_to_left(text):
        return Turned(tuple((run, False) for run in runs))
    found = directions(text)
    mark = _RIGHT_MARK if found.base else _LEFT_MARK
    parted: list[tuple[Run, bool]] = []
    start = 0
    for run in runs:
        end = start + len(run.text)
        if run.text:
            parted += _parted(run, found.levels[start:end], mark)
        else:
            parted.append((run, False))
        start = end
    return Turned(tuple(parted), found.base == 1)


def _parted(run: Run, levels: Sequence[int], mark: str) -> Iterator[tuple[Run, bool]]:
    turns = list(_turns(run.text, levels))
    for from_right, group in groupby(zip(run.text, turns, strict=True), key=lambda sign: sign[1]):
        text = "".join(character for character, _ in group)
        shown = unfenced(text if from_right else text.replace(CLOSE, mark))
        if shown:
            yield replace(run, text=shown), from_right


def _turns(text: str, levels: Sequence[int]) -> Iterator[bool]:
    """For each sign whether its run is from right to left: letters that are so, with figures among them."""
    start = 0
    for level, group in groupby(levels):
        end = start + len(list(group))
        stretch = text[start:end]
        letters = any(unicodedata.bidirectional(sign) == "L" for sign in stretch)
        from_right = level % 2 == 1 or (level > 0 and not letters)
        yield from (from_right and sign not in (OPEN, CLOSE) for sign in stretch)
        start = end
