"""Strips: the horizontal slices that pages are filled with. Imports lines, fonts and styles; no ReportLab.

Everything in a brief - a heading, a line of a paragraph, a line of a table's row - becomes strips. A page
break may fall between two strips unless the upper one keeps the next; a strip may bring a header that is
set again at the top of a page. Nothing else is needed to break pages. What there is most of are named tuples,
which take a quarter of a frozen dataclass's time to make and to change.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import takewhile
from typing import NamedTuple

from casefile.briefs.pdf.fonts import FontBook
from casefile.briefs.pdf.lines import Line, TextSpan, balanced_width, break_lines
from casefile.briefs.pdf.styles import ACCENT, GRID, HAIR, Colour, TextStyle
from casefile.briefs.pdf.tags import Role, Tag

_BASELINE = 0.72
"""Where in its leading a line's baseline lies, from above."""


class Placed(NamedTuple):
    """A line at its distance from the left margin."""

    x: float
    line: Line
    cell: int = 0
    """Which cell of its row it belongs to: a row is drawn cell by cell, the order in which it is copied."""
    tag: Tag | None = None
    """What it is part of; without one it is seen, but not read aloud."""


class Shape(Enum):
    """What a box is filled with: all of it, or a sign that reaches its edges."""

    BAR = auto()
    DIAMOND = auto()
    TRIANGLE = auto()
    CIRCLE = auto()


class Box(NamedTuple):
    """A filled rectangle (a rule, a bar) or sign, its upper left corner relative to the strip's."""

    x: float
    y: float
    width: float
    height: float
    colour: Colour = HAIR
    tag: Tag | None = None
    """The figure that it is part of; without one it is decoration."""
    shape: Shape = Shape.BAR


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A line of the document's outline, shown by reader programs beside the pages."""

    title: str
    level: int


class Strip(NamedTuple):
    """A slice of a page as high as ``height``, drawn at once."""

    height: float
    placed: tuple[Placed, ...] = ()
    baseline: float = 0.0
    """From the strip's upper edge."""
    before: float = 0.0
    """White space above, dropped at the top of a page."""
    keep_with_next: bool = False
    snaps: bool = False
    """Whether it starts on a line of the grid."""
    boxes: tuple[Box, ...] = ()
    anchors: tuple[str, ...] = ()
    outline: OutlineEntry | None = None
    header: "tuple[Strip, ...]" = ()
    """Set again above this strip where it comes first on a page."""
    continues: bool = False
    """Whether it goes on the row or paragraph of the strip above."""
    tags: tuple[Tag, ...] = ()
    """What begins here, in the order of reading, so that an empty cell has its place too."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    x: float
    width: float
    right_aligned: bool = False
    hang: float = 0.0
    """Room beyond the right edge for the raised marks of what is right-aligned, so that figures align."""


Paragraph = Sequence[TextSpan]
Cell = Sequence[Paragraph]


def paragraph(
    spans: Paragraph, column: Column, fonts: FontBook, before: float = 0.0, tag: Tag | None = None
) -> list[Strip]:
    """A strip for each line, the first two and the last two together; the style of the first span leads."""
    if not spans:
        return []
    tags = [tag] if tag else []
    return with_space(row([(column, [spans])], spans[0].style, fonts, whole_lines=3, tags=tags), before)


def begins_at_right(strip: Strip) -> bool:
    """Whether the strip's text runs from right to left."""
    return any(placed.line.from_right for placed in strip.placed)


def balanced(spans: Paragraph, column: Column, fonts: FontBook) -> Column:
    """The part of the column in which the lines of a title are about equally long: where they begin."""
    width = balanced_width(spans, column.width, fonts)
    from_right = runs_from_right(spans, width, fonts)
    return Column(column.x + column.width - width if from_right else column.x, width)


def runs_from_right(spans: Paragraph, width: float, fonts: FontBook) -> bool:
    """Whether the paragraph begins at the right, set in lines of this width."""
    return any(line.from_right for line in break_lines(spans, width, fonts)[:1])


def row(
    cells: Iterable[tuple[Column, Cell]],
    style: TextStyle,
    fonts: FontBook,
    whole_lines: int = 8,
    tags: Sequence[Tag] = (),
) -> list[Strip]:
    """A table's row, its cells' lines on shared baselines; broken over pages only past ``whole_lines``.

    ``tags`` say what each cell is; without them nothing of the row is read aloud.
    """
    stacks = [
        _stack(cell, column, number, fonts, tags[number] if tags else None)
        for number, (column, cell) in enumerate(cells)
    ]
    count = max((len(stack) for stack in stacks), default=0)
    return [
        Strip(
            height=style.leading,
            baseline=style.leading * _BASELINE,
            placed=tuple(stack[index] for stack in stacks if index < len(stack)),
            keep_with_next=_keeps(index, count, whole_lines),
            continues=index > 0,
            tags=() if index else tuple(tags),
        )
        for index in range(count)
    ]


def _stack(cell: Cell, column: Column, number: int, fonts: FontBook, tag: Tag | None) -> list[Placed]:
    """The cell's lines; of several paragraphs each is one of its own within the cell's tag."""
    placed: list[Placed] = []
    for part in cell:
        own = tag.child(Role.PARAGRAPH) if tag and len(cell) > 1 else tag
        lines = break_lines(part, column.width + column.hang, fonts)
        placed += [_place(line, column, number, own) for line in lines]
    return placed


def _place(line: Line, column: Column, cell: int, tag: Tag | None) -> Placed:
    at_right = column.right_aligned or line.from_right
    width = line.width - min(column.hang, _marks_width(line)) if column.hang else line.width
    x = column.x + (max(0.0, column.width - width) if at_right else 0.0)
    return Placed(x, line, cell, tag)


def _marks_width(line: Line) -> float:
    """The width of the raised marks at the line's end."""
    raised = takewhile(lambda piece: piece.style.rise > 0, reversed(line.pieces))
    return sum(piece.width for piece in raised)


def _keeps(index: int, count: int, whole_lines: int) -> bool:
    """Whether a line stays with the next one: all of a short stack, else the first two and the last two."""
    last = index == count - 1
    return not last and (count <= whole_lines or index in (0, count - 2))


def with_space(strips: list[Strip], before: float) -> list[Strip]:
    """The same strips with white space above the first."""
    return with_first(strips, before=before) if before else strips


def with_first(
    strips: list[Strip],
    before: float | None = None,
    anchors: tuple[str, ...] = (),
    outline: OutlineEntry | None = None,
    snaps: bool = False,
) -> list[Strip]:
    """The same strips, the first one with more said about it."""
    if not strips:
        return []
    first = strips[0]
    changed = first._replace(
        before=first.before if before is None else before,
        anchors=first.anchors + anchors,
        outline=outline or first.outline,
        snaps=snaps or first.snaps,
    )
    return [changed, *strips[1:]]


def padded(strips: list[Strip], air: float) -> list[Strip]:
    """The same strips with room above the first line and below the last, inside their rules."""
    if not strips:
        return []
    first = strips[0]
    opened = [first._replace(height=first.height + air, baseline=first.baseline + air), *strips[1:]]
    return [*opened[:-1], opened[-1]._replace(height=opened[-1].height + air)]


def kept_together(strips: Iterable[Strip], with_next: bool = False) -> list[Strip]:
    """The same strips without a page break between them, or after them where ``with_next``."""
    found = list(strips)
    last = len(found) - 1
    for index, strip in enumerate(found):
        keeps = with_next or index < last
        if strip.keep_with_next != keeps:
            found[index] = strip._replace(keep_with_next=keeps)
    return found


def under_header(strips: Iterable[Strip], header: list[Strip]) -> list[Strip]:
    """The header, then the strips, which carry it to each page that they reach."""
    running = tuple(strip._replace(anchors=(), outline=None, tags=()) for strip in header)
    return [*kept_together(header, with_next=True), *(strip._replace(header=running) for strip in strips)]


def with_rule_above(
    strips: list[Strip], column: Column, colour: Colour = HAIR, weight: float = 0.5
) -> list[Strip]:
    """The same strips with a rule along the upper edge of the first."""
    return _boxed(strips, 0, Box(column.x, 0.0, column.width, weight, colour))


def with_rule_below(
    strips: list[Strip], column: Column, colour: Colour = HAIR, weight: float = 0.5
) -> list[Strip]:
    """The same strips with a rule along the lower edge of the last."""
    return (
        _boxed(strips, -1, Box(column.x, strips[-1].height - weight, column.width, weight, colour))
        if strips
        else []
    )


def _boxed(strips: list[Strip], index: int, box: Box) -> list[Strip]:
    found = list(strips)
    if found:
        found[index] = found[index]._replace(boxes=(*found[index].boxes, box))
    return found


def with_bar(strips: Iterable[Strip], x: float, colour: Colour = ACCENT, width: float = 1.5) -> list[Strip]:
    """The same strips with a bar at their side, closed over the white space between them."""
    found = []
    for number, strip in enumerate(strips):
        gap = strip.before if number else 0.0
        box = Box(x, 0.0, width, strip.height + gap, colour)
        found.append(strip._replace(before=strip.before - gap, height=strip.height + gap,
                             baseline=strip.baseline + gap, boxes=(*strip.boxes, box)))  # fmt: skip
    return found


def space(height: float = GRID) -> Strip:
    """White space that vanishes at the top of a page."""
    return Strip(height=0.0, before=height)
