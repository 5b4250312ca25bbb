"""Fills pages with strips, the notes at their foot. Imports strips and styles; no ReportLab, no model."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile
from typing import NamedTuple

from casefile.briefs.pdf.strips import Box, Strip
from casefile.briefs.pdf.styles import GREY, GRID, RAIL

Notes = Mapping[int, Sequence[Strip]]
"""What stands at the foot of the page that a note's mark is on, by the note's number."""
FOOT_GAP = 0.75 * GRID
"""Between the text and the notes at the foot."""
_RULE_ABOVE = 0.4 * GRID
_MARK = "#note-"
_LEAST_LINES = 2
"""Lines of a note that stand together, first of all on the page of its mark; the others may go overleaf."""
_LARGEST_START = 0.6
"""How much of a page what is left of the notes before may take."""
_LARGEST_HOLE = 0.12
"""How much of a page may stay empty for the sake of notes that would have to go overleaf."""


class OnPage(NamedTuple):
    """A strip at its distance from the top of the page's body."""

    y: float
    strip: Strip
    repeated: bool = False
    """Whether it is a header set again; such a one means nothing new."""
    in_foot: bool = False
    """Whether it is part of a note at the page's foot."""


@dataclass
class _Filler:
    body_height: float
    notes: Notes
    pages: list[list[OnPage]] = field(default_factory=lambda: [[]])
    y: float = 0.0
    foot: list[Strip] = field(default_factory=list)
    foot_height: float = 0.0
    waiting: deque[Strip] = field(default_factory=deque)
    """What is left of the notes that were marked so far."""
    marked: set[int] = field(default_factory=set)

    def add(self, group: Sequence[Strip]) -> None:
        """Put strips that belong together on the page, or a new one; broken where none holds them."""
        if self._has_room(group):
            self._put_all(group)
            return
        for part in [group] if self._fits_alone(group) else list(self._parts(group)):
            if self._has_room(part):
                self._put_all(part)
            else:
                if self.pages[-1]:
                    self._start_page(part[0])
                self._place(part)

    def finish(self) -> list[list[OnPage]]:
        """The pages; what is left of the notes comes on pages of its own."""
        for number in self.notes:
            self._mark(number)
        self._drain(self.body_height)
        while self.waiting:
            self._start_page(None)
            self._drain(self.body_height)
        self._set_foot()
        return self.pages

    def _has_room(self, group: Sequence[Strip]) -> bool:
        """Whether the page holds the group with its notes; with the first where much would stay empty."""
        if self.waiting and self.pages[-1]:
            return False
        room = self.body_height - self.foot_height
        end, new = self._end(group), self._new(group)
        if end + self._needed(new, opened=bool(self.foot)) <= room:
            return True
        empty = room - self.y
        opened = end + self._needed(new[:1], opened=bool(self.foot))
        return opened <= room and empty > _LARGEST_HOLE * self.body_height

    def _put_all(self, group: Sequence[Strip]) -> None:
        for strip in group:
            self._put(strip)
        self._take_notes(group)

    def _fits_alone(self, group: Sequence[Strip]) -> bool:
        """Whether a page of its own would hold the group with its notes."""
        if not self.notes:
            return True
        text = sum(strip.before + strip.height for strip in group)
        return text + self._needed(self._new(group)) <= self.body_height

    def _parts(self, group: Sequence[Strip]) -> Iterator[Sequence[Strip]]:
        """Each part ends where notes are marked: a heading stays with the first of them."""
        part: list[Strip] = []
        for strip in group:
            part.append(strip)
            if self._new([strip]):
                yield part
                part = []
        if part:
            yield part

    def _place(self, group: Sequence[Strip]) -> None:
        """Notes stand on the page of their marks, also where a group runs over several pages."""
        here: list[Strip] = []
        for strip in group:
            end = self._end([strip])
            if self.pages[-1] and end + self._foot_with([*here, strip]) > self.body_height:
                self._take_notes(here)
                self._start_page(strip)
                here = []
            self._put(strip)
            here.append(strip)
        self._take_notes(here)

    def _take_notes(self, strips: Sequence[Strip]) -> None:
        for number in self._new(strips):
            self._mark(number)
        self._drain(self.body_height)

    def _end(self, group: Sequence[Strip]) -> float:
        y, begun = self.y, bool(self.pages[-1])
        for strip in group:
            y = _top(y, strip, begun=begun) + strip.height
            begun = True
        return y

    def _put(self, strip: Strip, repeated: bool = False) -> None:
        top = _top(self.y, strip, begun=bool(self.pages[-1]))
        self.pages[-1].append(OnPage(top, strip, repeated))
        self.y = top + strip.height

    def _start_page(self, strip: Strip | None) -> None:
        self._set_foot()
        self.pages.append([])
        self.y = 0.0
        if strip and sum(part.height for part in strip.header) + strip.height <= self.body_height:
            for part in strip.header:
                self._put(part, repeated=True)
        self._drain(self.body_height * _LARGEST_START)

    # The foot

    def _new(self, group: Sequence[Strip]) -> list[int]:
        """The notes that the group marks first, in the order of their numbers."""
        if not self.notes:
            return []
        return sorted({number for strip in group for number in marks_of(strip)} - self.marked)

    def _foot_with(self, group: Sequence[Strip]) -> float:
        return self.foot_height + self._needed(self._new(group), opened=bool(self.foot))

    def _needed(self, numbers: Sequence[int], *, opened: bool = False) -> float:
        """The room that notes ask for: all of each, but of the last one no more than its first lines."""
        strips = [list(self.notes.get(number, ())) for number in numbers]
        if not strips:
            return 0.0
        last = strips[-1]
        strips[-1] = last if len(last) == _LEAST_LINES + 1 else last[:_LEAST_LINES]
        height = sum(strip.before + strip.height for note in strips for strip in note)
        return height + (0.0 if opened else FOOT_GAP)

    def _mark(self, number: int) -> None:
        if number not in self.marked:
            self.marked.add(number)
            self.waiting.extend(self.notes.get(number, ()))

    def _drain(self, limit: float) -> None:
        """Puts notes at the foot as long as there is room down to ``limit``."""
        while self.waiting:
            strips = self._undivided()
            above = strips[0].before if self.foot else FOOT_GAP
            height = above + sum(strip.height for strip in strips)
            if self.y + self.foot_height + height > limit and (self.foot or self.pages[-1]):
                return
            for _ in strips:
                self.foot.append(self.waiting.popleft())
            self.foot_height += height

    def _undivided(self) -> list[Strip]:
        """The next lines of a note that are not parted: its first two, and its last two."""
        ahead = list(islice(self.waiting, _LEAST_LINES + 2))
        more = len(list(takewhile(lambda strip: strip.continues, ahead[1:])))
        taken = 1 if ahead[0].continues else min(_LEAST_LINES, more + 1)
        return ahead[: taken + (more + 1 - taken == 1)]

    def _set_foot(self) -> None:
        """Puts what stands at the foot on the page that ends here, under a short rule."""
        y = self.body_height - self.foot_height
        for place, strip in enumerate(self.foot):
            y += strip.before if place else FOOT_GAP
            self.pages[-1].append(OnPage(y, strip if place else _opened(strip), in_foot=True))
            y += strip.height
        self.foot, self.foot_height = [], 0.0


def fill_pages(strips: Iterable[Strip], body_height: float, notes: Notes | None = None) -> list[list[OnPage]]:
    """The pages in order, at least one; a strip higher than the body stands alone and runs over.

    Each of the notes stands at the foot of the page that has its first mark, or goes over to the next.
    """
    filler = _Filler(body_height, notes or {})
    for group in _groups(strips):
        filler.add(group)
    return filler.finish()


def _top(y: float, strip: Strip, *, begun: bool) -> float:
    """Where the strip begins below ``y``; white space vanishes on a page that has not begun."""
    if not begun:
        return y
    top = y + strip.before
    return -(-round(top, 3) // GRID) * GRID if strip.snaps else top


def marks_of(strip: Strip) -> list[int]:
    """The numbers of the notes that are marked in the strip, in their order."""
    return [
        int(piece.link.removeprefix(_MARK))
        for placed in strip.placed
        for piece in placed.line.pieces
        if piece.link.startswith(_MARK)
    ]


def foot_tops(pages: Iterable[Sequence[OnPage]]) -> list[float | None]:
    """For each page how far below the body's top its text ends and its notes begin; None without notes."""
    firsts = (next((on_page for on_page in page if on_page.in_foot), None) for page in pages)
    return [first.y - FOOT_GAP / 2 if first else None for first in firsts]


def _opened(strip: Strip) -> Strip:
    """The first strip of a foot: under a rule, and no part of the text above it."""
    rule = Box(0.0, -_RULE_ABOVE, RAIL, 0.5, GREY)
    return strip._replace(continues=False, boxes=(*strip.boxes, rule))


def _groups(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.keep_with_next:
            yield group
            group = []
    if group:
        yield group
