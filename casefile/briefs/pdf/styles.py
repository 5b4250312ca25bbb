"""The look of a brief: the grid, the colours and the styles of text. Imports fonts and the model's page size.

All lengths are points. Text stands on lines of :data:`GRID`; what is smaller uses fractions of it and the
next part finds the grid again. Every page has a rail for labels, dates and numbers at the left and the
text to its right; the columns are the same on A4 and Letter, only the margins differ.
"""

from dataclasses import dataclass, replace
from functools import cache

from casefile.briefs.composition import PageSize
from casefile.briefs.pdf.fonts import Face

GRID = 14.0
ROW_AIR = 0.2 * GRID
"""Room between a table's text and the rules above and below it."""
RAIL = 106.0
GUTTER = 16.0
MAIN = 346.0
MAIN_X = RAIL + GUTTER
CONTENT = RAIL + GUTTER + MAIN

Colour = tuple[float, float, float]
INK: Colour = (0.10, 0.11, 0.13)
GREY: Colour = (0.36, 0.40, 0.46)
ACCENT: Colour = (0.09, 0.22, 0.40)
HAIR: Colour = (0.80, 0.83, 0.87)


@dataclass(frozen=True)
class TextStyle:
    """How a stretch of text is set."""

    face: Face
    size: float
    leading: float
    colour: Colour = INK
    rise: float = 0.0
    tracking: float = 0.0
    """Extra space after each character."""

    def raised(self) -> "TextStyle":
        """The style of a note's number beside text of this style."""
        return _raised(self)

    def but(self, face: Face | None = None, colour: Colour | None = None) -> "TextStyle":
        """The same style in another face or colour."""
        return _but(self, face or self.face, colour or self.colour)


@cache
def _raised(style: TextStyle) -> TextStyle:
    size = min(0.62 * style.size, 9.0)
    return replace(style, face=Face.SANS, size=size, colour=ACCENT, rise=0.9 * (style.size - size))


@cache
def _but(style: TextStyle, face: Face, colour: Colour) -> TextStyle:
    return replace(style, face=face, colour=colour)


TITLE = TextStyle(Face.SERIF_BOLD, 25, 2 * GRID, ACCENT)
SUBTITLE = TextStyle(Face.SERIF_ITALIC, 13, 1.25 * GRID, GREY)
HEADING = TextStyle(Face.SERIF_BOLD, 15.5, 1.5 * GRID, ACCENT)
SUBHEADING = TextStyle(Face.SERIF_BOLD, 12, 1.25 * GRID, INK)
BODY = TextStyle(Face.SERIF, 10.5, GRID)
BODY_BOLD = BODY.but(Face.SERIF_BOLD)
BODY_ITALIC = BODY.but(Face.SERIF_ITALIC)
LABEL = TextStyle(Face.SANS, 9, GRID, GREY)
TABLE = TextStyle(Face.SANS, 9.25, GRID)
TABLE_BOLD = TABLE.but(Face.SANS_BOLD)
TABLE_HEAD = TextStyle(Face.SANS_BOLD, 8, GRID, GREY)
SMALL = TextStyle(Face.SANS, 8.25, 0.75 * GRID, GREY)
NOTE = TextStyle(Face.SERIF, 8.75, 0.8125 * GRID, GREY)
PULL_QUOTE = TextStyle(Face.SERIF_ITALIC, 13, 1.25 * GRID, INK)
FIGURE = TextStyle(Face.SERIF_BOLD, 24, 2 * GRID, ACCENT)
MARKING = TextStyle(Face.SANS_BOLD, 8, GRID, ACCENT, tracking=0.7)
RUNNING = TextStyle(Face.SANS, 8, GRID, GREY)


@dataclass(frozen=True)
class PageFrame:
    """The paper and the field that text fills, from the top left corner."""

    width: float
    height: float
    top: float
    """From the paper's upper edge to the first line's."""
    body_height: float
    """A whole number of grid lines."""

    @property
    def left(self) -> float:
        """The left margin; the right one is as wide."""
        return (self.width - CONTENT) / 2


PAGE_FRAMES = {
    PageSize.A4: PageFrame(595.2756, 841.8898, 84.0, 48 * GRID),
    PageSize.LETTER: PageFrame(612.0, 792.0, 80.0, 45 * GRID),
}
