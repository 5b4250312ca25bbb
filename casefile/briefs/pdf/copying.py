"""The order in which shaped letters are drawn, so that reader programs copy them in the order of reading.

Pure; imports bidi, pieces and shaping. A page has no order of reading. pdftotext goes by where letters stand.
PDFium, the reader within Chrome and Qt, sorts by place what is drawn at once, cuts a line into stretches of
one kind (letters of either direction, figures and marks, all else), turns letters from right to left around,
and turns the order of the stretches too where those are more. It mirrors brackets that follow such letters.
So within what is drawn at once stretches come in the order of reading, or turned around where the whole line
will be; and marks without width, which copied text may hold, keep apart what must be.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from casefile.briefs.pdf.bidi import visual_order
from casefile.briefs.pdf.pieces import Line, Piece
from casefile.briefs.pdf.shaping import Glyph

_KINDS = {"L": "left", "R": "right", "AL": "right"} | dict.fromkeys(
    ("AN", "EN", "NSM", "CS", "ES", "ET", "BN"), "weak"
)
_LEFT_MARK, _RIGHT_MARK = "\u200e", "\u200f"
"""Marks without width. After the first PDFium takes a bracket as it is, as pdftotext always does; the second
keeps apart what it would take for one stretch."""

_JOINER = "\u2060"
_MARKS = _LEFT_MARK + _RIGHT_MARK + _JOINER
_MOST_MARKS = 24

Drawn = tuple[Glyph, float]
"""A glyph and where it begins, in thousandths of the type size from the left end of the stretch."""


@dataclass(frozen=True)
class Reading:
    """How PDFium takes all that stands on one baseline."""

    from_right: bool = False
    marks: int = 0
    """Marks that are to be among them, so that the stretches of its direction are the most."""


LEFT_TO_RIGHT = Reading()


def reading_of(lines: Sequence[Line]) -> Reading:
    """The reading of lines that share a baseline: from right to left where each of them is."""
    if not any(piece.level for line in lines for piece in line.pieces):
        return LEFT_TO_RIGHT
    from_right = all(line.from_right for line in lines)
    text = " ".join(_shown_text(line) for line in lines)
    kinds = [_KINDS.get(unicodedata.bidirectional(character), "neutral") for character in text]
    counts = Counter(kind for kind, _ in groupby(kinds))
    if from_right:
        ahead = counts["left"] - counts["right"]
    else:
        # What marks about brackets and at ends add.
        turned = sum(piece.level % 2 for line in lines for piece in line.pieces)
        added = sum(map(_is_turned, text)) + 2 * turned
        ahead = counts["right"] - counts["left"] + added
    return Reading(from_right, min(_MOST_MARKS, max(0, ahead + 1)))


def _shown_text(line: Line) -> str:
    """The line's text from left to right, each piece in the order of reading."""
    order = line.order or range(len(line.pieces))
    return "".join(line.pieces[number].text for number in order)


def drawn_together(pieces: Sequence[Piece], reading: Reading) -> Iterator[tuple[Piece, ...]]:
    """Pieces given from left to right, by what is to be drawn at once.

    Amid a line from left to right all that is of one face, whose order is then ours to choose.
    """
    for _, group in groupby(pieces, lambda piece: (piece.face, piece.style, bool(piece.glyphs), piece.link)):
        alike = tuple(group)
        if alike[0].glyphs and not reading.from_right:
            yield alike
        else:
            yield from ((piece,) for piece in alike)


Group = tuple[float, Sequence[Piece]]
"""Where what is drawn at once begins, and its pieces from left to right."""


def in_reading_order(groups: Sequence[Group]) -> list[Group]:
    """The groups of a stretch from right to left, given from the left.

    Where a name or a number that runs the other way goes over from one to the next, each becomes several, all
    in one direction.
    """
    if any(one[1][-1].level % 2 == other[1][0].level % 2 == 0 for one, other in pairwise(groups)):
        groups = [part for group in groups for part in _by_level(group)]
        return [groups[number] for number in visual_order([part[0].level for _, part in groups])]
    return list(groups)[::-1]


def _by_level(group: Group) -> Iterator[Group]:
    x, pieces = group
    for _, alike in groupby(pieces, lambda piece: piece.level):
        part = tuple(alike)
        yield x, part
        x += sum(piece.width for piece in part)


def in_copied_order(pieces: Sequence[Piece], reading: Reading) -> list[Drawn]:
    """The glyphs of shaped pieces, given from left to right and of one size, in the order of drawing."""
    read: list[Drawn] = []
    x = sum(piece.width for piece in pieces) * 1000 / pieces[0].style.size
    for piece in reversed(pieces):
        x -= piece.width * 1000 / piece.style.size
        placed = _placed(piece.glyphs, x)
        if piece.level % 2:
            read += _marked(placed[::-1], from_right=reading.from_right)
        else:
            read += placed
    stretches = [list(group) for _, group in groupby(read, _kind)]
    drawn = list(_as_they_are_taken(stretches, after_right=pieces[-1].level % 2 == 1))
    return [entry for stretch in (drawn[::-1] if reading.from_right else drawn) for entry in stretch]


def marks_of(reading: Reading) -> str:
    """What a reading wants among the letters of its line."""
    return f"{_JOINER}{_RIGHT_MARK if reading.from_right else _LEFT_MARK}" * reading.marks


def _placed(glyphs: Sequence[Glyph], x: float) -> list[Drawn]:
    """Each glyph where it stands; what a letter is moved by for its neighbour is no trait of the letter."""
    placed: list[Drawn] = []
    for glyph in glyphs:
        if glyph.x and glyph.advance:
            placed.append((glyph._replace(x=0.0), x + glyph.x))
        else:
            placed.append((glyph, x))
        x += glyph.advance
    return placed


def _marked(read: Sequence[Drawn], *, from_right: bool) -> list[Drawn]:
    """Letters from right to left in the order of reading, with marks about brackets and signs at the ends."""
    found: list[Drawn] = []
    for place, entry in enumerate(read):
        glyph, x = entry
        kind = _kind(entry)
        if kind == "bracket" and from_right:
            text = f"{_RIGHT_MARK}{glyph.text}{_LEFT_MARK}{_RIGHT_MARK}"
        elif kind == "bracket":
            text = f"{_LEFT_MARK}{glyph.text}{_RIGHT_MARK}"
        elif (
            kind == "right" or place not in (0, len(read) - 1) or unicodedata.combining(glyph.text[:1] or "x")
        ):
            text = glyph.text
        else:
            text = f"{_RIGHT_MARK}{glyph.text}{_RIGHT_MARK}"
        found.append((glyph._replace(text=text), x))
    return found


def _as_they_are_taken(stretches: Sequence[list[Drawn]], *, after_right: bool) -> Iterator[list[Drawn]]:
    """The stretches in the order of reading, each as it is drawn: letters from the right as they stand."""
    for stretch in stretches:
        kind = _kind(stretch[0])
        if kind == "bracket":
            yield from ([entry] for entry in stretch)
            after_right = True
        elif kind == "right" or (kind == "neutral" and after_right):
            after_right = True
            yield stretch[::-1]
        else:
            after_right = False
            yield stretch


def _is_turned(character: str) -> bool:
    """Whether PDFium mirrors it: brackets, and also quotation marks."""
    return bool(unicodedata.mirrored(character)) or character in "“”‘’"


def _is_mark(entry: Drawn) -> bool:
    """Whether the glyph stands on another."""
    text = entry[0].text
    return not text or unicodedata.combining(text[0]) > 0


def _kind(entry: Drawn) -> str:
    """What PDFium takes the glyph for."""
    text = entry[0].text.strip(_MARKS)
    if not text:
        return "weak"
    kind = _KINDS.get(unicodedata.bidirectional(text[0]), "neutral")
    return "bracket" if kind == "neutral" and _is_turned(text[0]) else kind
