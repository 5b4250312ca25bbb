"""Fills pages with strips. Imports strips and styles; no ReportLab, no model."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from casefile.briefs.pdf.strips import Strip
from casefile.briefs.pdf.styles import GRID


@dataclass(frozen=True, slots=True)
class OnPage:
    """A strip at its distance from the top of the page's body."""

    y: float
    strip: Strip
    repeated: bool = False
    """Whether it is a header set again; such a one means nothing new."""


@dataclass
class _Filler:
    body_height: float
    pages: list[list[OnPage]] = field(default_factory=lambda: [[]])
    y: float = 0.0

    def add(self, group: Sequence[Strip]) -> None:
        """Put strips that belong together on the page, or a new one; broken where none holds them."""
        if self.pages[-1] and self._end(group) > self.body_height:
            self._start_page(group[0])
        for strip in group:
            if self.pages[-1] and self._top(self.y, strip) + strip.height > self.body_height:
                self._start_page(strip)
            self._put(strip)

    def _end(self, group: Sequence[Strip]) -> float:
        y = self.y
        for strip in group:
            y = self._top(y, strip) + strip.height
        return y

    def _top(self, y: float, strip: Strip) -> float:
        if not self.pages[-1]:
            return y
        top = y + strip.before
        return -(-round(top, 3) // GRID) * GRID if strip.snaps else top

    def _put(self, strip: Strip, repeated: bool = False) -> None:
        top = self._top(self.y, strip)
        self.pages[-1].append(OnPage(top, strip, repeated))
        self.y = top + strip.height

    def _start_page(self, strip: Strip) -> None:
        self.pages.append([])
        self.y = 0.0
        if sum(part.height for part in strip.header) + strip.height <= self.body_height:
            for part in strip.header:
                self._put(part, repeated=True)


def fill_pages(strips: Iterable[Strip], body_height: float) -> list[list[OnPage]]:
    """The pages in order, at least one; a strip higher than the body stands alone and runs over."""
    filler = _Filler(body_height)
    for group in _groups(strips):
        filler.add(group)
    return filler.pages


def _groups(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.keep_with_next:
            yield group
            group = []
    if group:
        yield group
