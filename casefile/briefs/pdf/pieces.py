"""What lines are made of. Imports fonts, shaping and styles; no ReportLab, no model.

Named tuples: a large brief makes a million of them, and they take a quarter of a frozen dataclass's time.
"""

from typing import NamedTuple

from casefile.briefs.pdf.fonts import Face
from casefile.briefs.pdf.shaping import Glyph
from casefile.briefs.pdf.styles import TextStyle


class TextSpan(NamedTuple):
    """Printable text in one style, maybe with a link: an address, or ``#`` and an anchor of the brief."""

    text: str
    style: TextStyle
    link: str = ""


class Piece(NamedTuple):
    """A stretch of a line in one face, style, link and direction."""

    text: str
    """In the order of reading."""
    face: Face
    style: TextStyle
    link: str
    width: float
    glyphs: tuple[Glyph, ...] = ()
    """From left to right, where the text was shaped; without them each character is the face's own glyph."""
    level: int = 0
    """Of UAX 9: odd from right to left; above 0 also numbers and words within what runs so."""


class Line(NamedTuple):
    """A line of text."""

    pieces: tuple[Piece, ...]
    """In the order of reading."""
    width: float
    ends_paragraph: bool = False
    order: tuple[int, ...] = ()
    """The places of the pieces from left to right where that is not their own order."""
    is_shaped: bool = False
    """Whether the space at which it was broken, if any, is its last piece and beyond its width."""
    from_right: bool = False
    """Whether its paragraph runs from right to left and so begins at the column's right edge."""
