"""What is drawn on one page, as the operators of a content stream. Imports lines, styles, tags, structure.

Everything stands in marked content: of the tag that it belongs to, or an artifact (ISO 32000-1, 14.6).
"""

from collections.abc import Iterator, Sequence

from casefile.briefs.pdf.fonts import BOLD_FACES
from casefile.briefs.pdf.glyphs import FileCodes
from casefile.briefs.pdf.pieces import Piece
from casefile.briefs.pdf.script_faces import WITHOUT_BOLD
from casefile.briefs.pdf.script_fonts import ShapedFont, ShapedFonts
from casefile.briefs.pdf.structure import Box, StructureTree
from casefile.briefs.pdf.styles import Colour, TextStyle
from casefile.briefs.pdf.tags import Tag

_ARTIFACT = "/Artifact BMC"
_OUTLINE = 0.03
"""Of the type size: how much an outline adds to letters whose face has no bold."""


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

    def show(self, pieces: Sequence[Piece], x: float, y: float, tag: Tag | None, *, spaced: bool) -> None:
        """Set a stretch of a line from ``x`` on, as part of the tag or as an artifact.

        ``spaced`` ends it in a space, so that a reader program does not join the words of two lines.
        """
        self._mark(tag)
        code = self._code
        code.append(f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm")
        last = pieces[-1] if spaced else None
        for piece in pieces:
            style = piece.style
            if style is not self._style:
                self._set_style(style)
            if piece.glyphs:
                self._show_glyphs(piece)
                continue
            text = f"{piece.text} " if piece is last else piece.text
            for font, glyphs in self._codes.encode(text, piece.face):
                if font != self._font or style.size != self._font_size:
                    self._font, self._font_size = font, style.size
                    code.append(f"{font} {style.size:g} Tf")
                code.append(f"<{glyphs}> Tj")
        code.append("ET")

    def fill(self, box: Box, colour: Colour, tag: Tag | None) -> None:
        """Fill a rectangle, as part of a figure's tag or as an artifact."""
        self._mark(tag)
        if tag:
            self._tree.enclose(tag, box)
        self._set_colour(colour)
        self._style = None
        left, bottom, right, top = box
        self._code.append(f"{left:.2f} {bottom:.2f} {right - left:.2f} {top - bottom:.2f} re f")

    def finish(self) -> bytes:
        """The content stream; nothing can be drawn any more."""
        self._close_mark()
        return "\n".join(self._code).encode("ascii")

    def _show_glyphs(self, piece: Piece) -> None:
        """Set shaped text: each glyph from where the one before it ends, moved as its font says."""
        font, style = self._shaped.of(piece.face), piece.style
        if font.resource_name != self._font or style.size != self._font_size:
            self._font, self._font_size = font.resource_name, style.size
            self._code.append(f"{font.resource_name} {style.size:g} Tf")
        bold = piece.face in WITHOUT_BOLD and style.face in BOLD_FACES
        if bold:
            red, green, blue = style.colour
            self._code.append(f"2 Tr {style.size * _OUTLINE:.2f} w {red:g} {green:g} {blue:g} RG")
        self._code += _shifted(piece, font)
        if any(glyph.y for glyph in piece.glyphs):
            self._code.append(f"{style.rise:.2f} Ts")
        if bold:
            self._code.append("0 Tr")

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


def _shifted(piece: Piece, font: ShapedFont) -> Iterator[str]:
    """The operators that set the glyphs of a piece."""
    shown: list[str] = []
    gap, height = 0.0, 0.0
    for glyph in piece.glyphs:
        if glyph.y != height:
            if shown:
                yield f"[{''.join(shown)}] TJ"
                shown = []
            height = glyph.y
            yield f"{piece.style.rise + height * piece.style.size / 1000:.2f} Ts"
        move = round(gap + glyph.x)
        shown.append(f"{-move}<{font.code(glyph)}>" if move else f"<{font.code(glyph)}>")
        gap += glyph.advance - font.width(glyph) - move
    if round(gap):
        shown.append(f"{-round(gap)}")
    yield f"[{''.join(shown)}] TJ"
