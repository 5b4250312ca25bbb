"""What is drawn on one page, as the operators of a content stream. Imports lines, styles, tags, structure.

Everything stands in marked content: of the tag that it belongs to, or an artifact (ISO 32000-1, 14.6).
"""

from collections.abc import Sequence
from typing import NamedTuple

from casefile.briefs.pdf.copying import (
    LEFT_TO_RIGHT,
    Drawn,
    Reading,
    drawn_together,
    in_copied_order,
    in_reading_order,
    marks_of,
)
from casefile.briefs.pdf.fonts import BOLD_FACES
from casefile.briefs.pdf.glyphs import FileCodes
from casefile.briefs.pdf.pieces import Piece
from casefile.briefs.pdf.script_faces import WITHOUT_BOLD
from casefile.briefs.pdf.script_fonts import ShapedFont, ShapedFonts
from casefile.briefs.pdf.shaping import Glyph
from casefile.briefs.pdf.strips import Shape
from casefile.briefs.pdf.structure import Box, StructureTree
from casefile.briefs.pdf.styles import Colour, TextStyle
from casefile.briefs.pdf.tags import Tag

_ARTIFACT = "/Artifact BMC"
_OUTLINE = 0.024
"""Of the type size: how much an outline adds to letters whose face has no bold."""
_STEP = 0.02
"""Points between the beginnings of what is sorted by them."""
_ONE = Reading(marks=1)
_QUARTER = 0.5523
"""Where the control points of a quarter of a circle lie, in parts of its radius."""


class _Turned(NamedTuple):
    """What is drawn from right to left amid a line that is read from the left."""

    begin: float
    """Where it begins for reader programs."""
    number: int
    """In the order of reading."""


class PageContent:
    """The page being drawn; lengths are points from the lower left corner. What is set stays set."""

    def __init__(self, tree: StructureTree, codes: FileCodes, shaped: ShapedFonts) -> None:
        self._tree = tree
        self._codes = codes
        self._shaped = shaped
        self._code: list[str] = []
        self._open = False
        self._tag: Tag | None = None
        self._colour: Colour | None = None
        self._font = ""
        self._font_size = self._rise = self._tracking = 0.0
        self._style: TextStyle | None = None

    def show(
        self,
        pieces: Sequence[Piece],
        x: float,
        y: float,
        tag: Tag | None,
        *,
        spaced: bool,
        reading: Reading = LEFT_TO_RIGHT,
    ) -> None:
        """Set a stretch of a line from ``x`` on, as part of the tag or as an artifact.

        ``spaced`` ends it in a space, so that a reader program does not join the words of two lines;
        ``reading`` is how reader programs take all that stands on this baseline.
        """
        self._mark(tag)
        code = self._code
        code.append(f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm")
        last = pieces[-1] if spaced else None
        shaped = [piece for piece in pieces if piece.glyphs]
        if shaped:
            self._show_shaped(pieces, (x, y), last, reading)
        else:
            for piece in pieces:
                self._show_plain(piece, spaced=piece is last)
        code.append("ET")

    def fill(self, box: Box, colour: Colour, tag: Tag | None, shape: Shape = Shape.BAR) -> None:
        """Fill a rectangle or the sign in it, as part of a figure's tag or as an artifact."""
        self._mark(tag)
        if tag:
            self._tree.enclose(tag, box)
        self._set_colour(colour)
        self._style = None
        self._code.append(f"{_path(box, shape)} f")

    def finish(self) -> bytes:
        """The content stream; nothing can be drawn any more."""
        self._close_mark()
        return "\n".join(self._code).encode("ascii")

    def _show_shaped(
        self, pieces: Sequence[Piece], place: tuple[float, float], last: Piece | None, reading: Reading
    ) -> None:
        """Set pieces of which some are shaped, from the place on; ``last`` ends in a space."""
        x, y = place
        groups = []
        for together in drawn_together(pieces, reading):
            groups.append((x, together))
            x += sum(piece.width for piece in together)
        if len(groups) > 1 and not reading.from_right and all(piece.level for piece in pieces):
            self._show_turned(groups, y, reading)
            return
        for left, together in groups:
            if together[0].glyphs:
                self._show_glyphs(together, (left, y), reading)
                width = sum(piece.width for piece in together)
                self._code.append(f"1 0 0 1 {left + width:.2f} {y:.2f} Tm")
            else:
                self._show_plain(together[0], spaced=together[0] is last)

    def _show_turned(
        self, groups: Sequence[tuple[float, Sequence[Piece]]], y: float, reading: Reading
    ) -> None:
        """Set groups from right to left amid a line that is read from the left.

        PDFium sorts them by where they begin: each begins a little further right than the one read before it.
        And with one blank more, lest two of the same codes of two fonts be taken for one drawn twice.
        """
        left = groups[0][0]
        for number, (x, together) in enumerate(in_reading_order(groups)):
            self._show_glyphs(together, (x, y), reading, _Turned(left + number * _STEP, number))

    def _show_plain(self, piece: Piece, *, spaced: bool) -> None:
        """Set text in which each character is a glyph, from where the last text ends."""
        style = piece.style
        if style is not self._style:
            self._set_style(style)
        text = f"{piece.text} " if spaced else piece.text
        code = self._code
        for font, glyphs in self._codes.encode(text, piece.face):
            if font != self._font or style.size != self._font_size:
                self._set_font(font, style.size)
            code.append(f"<{glyphs}> Tj")

    def _show_glyphs(
        self,
        pieces: Sequence[Piece],
        place: tuple[float, float],
        reading: Reading,
        turned: _Turned | None = None,
    ) -> None:
        """Set shaped text of one face from the place on."""
        face, style = pieces[0].face, pieces[0].style
        font = self._shaped.of(face)
        if style is not self._style:
            self._set_style(style)
        self._set_font(font.resource_name, style.size)
        bold = face in WITHOUT_BOLD and style.face in BOLD_FACES
        if bold:
            red, green, blue = style.colour
            self._code.append(f"2 Tr {style.size * _OUTLINE:.2f} w {red:g} {green:g} {blue:g} RG")
        drawn = in_copied_order(pieces, reading)
        if turned is not None:
            x = (turned.begin - place[0]) * 1000 / style.size
            drawn[:0] = [(font.blank(marks_of(reading) or marks_of(_ONE)), x)] * (turned.number + 1)
        elif reading.marks and pieces[0].level:
            end = 0.0 if reading.from_right else sum(piece.width for piece in pieces) * 1000 / style.size
            drawn.insert(0, (font.blank(marks_of(reading)), end))
        if drawn[0][1]:
            left = place[0] + drawn[0][1] * style.size / 1000
            self._code.append(f"1 0 0 1 {left:.2f} {place[1]:.2f} Tm")
        self._code.append(f"[{_shown(drawn, font)}] TJ")
        if bold:
            self._code.append("0 Tr")

    def _set_font(self, font: str, size: float) -> None:
        if font != self._font or size != self._font_size:
            self._font, self._font_size = font, size
            self._code.append(f"{font} {size:g} Tf")

    def _mark(self, tag: Tag | None) -> None:
        """What is drawn from here on belongs to the tag, or is an artifact."""
        if self._open and tag is self._tag:
            return
        self._close_mark()
        self._open = True
        self._tag = tag
        if tag is None:
            self._code.append(_ARTIFACT)
        else:
            self._code.append(f"/{tag.role} <</MCID {self._tree.add_content(tag)}>> BDC")

    def _close_mark(self) -> None:
        if self._open:
            self._code.append("EMC")
            self._open = False

    def _set_colour(self, colour: Colour) -> None:
        if colour != self._colour:
            self._colour = colour
            red, green, blue = colour
            self._code.append(f"{red:g} {green:g} {blue:g} rg")

    def _set_style(self, style: TextStyle) -> None:
        self._set_colour(style.colour)
        if style.rise != self._rise:
            self._rise = style.rise
            self._code.append(f"{style.rise:.2f} Ts")
        if style.tracking != self._tracking:
            self._tracking = style.tracking
            self._code.append(f"{style.tracking:.2f} Tc")
        self._style = style


def _shown(drawn: Sequence[Drawn], font: ShapedFont) -> str:
    """The glyphs' codes, with a move before each that does not stand where the one before it ends."""
    parts: list[str] = []
    codes: list[Glyph] = []
    end = drawn[0][1]
    for glyph, x in drawn:
        if abs(x - end) >= 1:
            parts.append(f"<{font.encode(codes)}>{end - x:.0f}" if codes else f"{end - x:.0f}")
            codes = []
        codes.append(glyph)
        end = x + font.advance(glyph)
    return "".join([*parts, f"<{font.encode(codes)}>"])


def _path(box: Box, shape: Shape) -> str:
    """The outline as path operators (8.5.2)."""
    left, bottom, right, top = box
    if shape is Shape.BAR:
        return f"{left:.2f} {bottom:.2f} {right - left:.2f} {top - bottom:.2f} re"
    x, y = (left + right) / 2, (bottom + top) / 2
    if shape is Shape.CIRCLE:
        return _ellipse(x, y, (right - left) / 2, (top - bottom) / 2)
    corners = [(left, bottom), (x, top), (right, bottom)]
    if shape is Shape.DIAMOND:
        corners = [(left, y), (x, top), (right, y), (x, bottom)]
    first, *others = (f"{across:.2f} {up:.2f}" for across, up in corners)
    return " ".join((f"{first} m", *(f"{corner} l" for corner in others), "h"))


def _ellipse(x: float, y: float, across: float, up: float) -> str:
    """Four curves, each a quarter."""
    a, b = _QUARTER * across, _QUARTER * up
    quarters = (
        (x + across, y + b, x + a, y + up, x, y + up),
        (x - a, y + up, x - across, y + b, x - across, y),
        (x - across, y - b, x - a, y - up, x, y - up),
        (x + a, y - up, x + across, y - b, x + across, y),
    )
    curves = (" ".join(f"{point:.2f}" for point in points) + " c" for points in quarters)
    return " ".join((f"{x + across:.2f} {y:.2f} m", *curves, "h"))
