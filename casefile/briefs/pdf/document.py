"""A PDF being made: marked text and rectangles on pages, links, bookmarks, fonts, the finished bytes.

The one module that relies on ReportLab's internals, all of them named here and in its test, which says what
broke when ReportLab is upgraded: ``Canvas._doc`` with its bookmarks and outline; ``PDFDocument``'s numbering
of objects (``Reference``, ``numberToId``, ``idToObject``, ``idToObjectNumberAndVersion``, ``objectcounter``),
its ``delayedFonts``, ``Outlines.prepare``, ``thisPageName``, ``addPage`` and catalogue; ``__NoDefault__`` of
``PDFPage`` and ``PDFCatalog``; ``TTFont.state``, ``splitString``, ``getSubsetInternalName``, ``addObjects``
and the name ``toUnicodeCMap:`` of the maps that it makes.

ReportLab numbers and formats its own objects (pages, fonts, outline); what there is much of (content, links,
structure) is written here as bytes under numbers from the same count.
"""

from collections.abc import Sequence
from functools import partial
from io import BytesIO

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from casefile.briefs.pdf.fonts import Face
from casefile.briefs.pdf.glyphs import FaceCodes, to_unicode_map
from casefile.briefs.pdf.lines import Piece
from casefile.briefs.pdf.metadata import (
    Attachment,
    Metadata,
    embedded_file,
    file_specification,
    information,
    xmp,
)
from casefile.briefs.pdf.structure import Box, StructureTree
from casefile.briefs.pdf.styles import Colour, TextStyle
from casefile.briefs.pdf.syntax import STREAM_END, is_stream, pdf_file, reference, stream, text_string
from casefile.briefs.pdf.tags import Tag
from casefile.paths import resource

_COLOUR_PROFILE = "colour/sRGB.icc"
_ARTIFACT = "/Artifact BMC"


class PdfDocument:
    """Draws page after page, then gives the file; lengths are points from the lower left corner."""

    def __init__(self, width: float, height: float, metadata: Metadata, first: Face) -> None:
        self._metadata = metadata
        self._canvas = Canvas(
            BytesIO(), (width, height), invariant=1, lang=metadata.language, initialFontName=first.value
        )
        self._file = self._canvas._doc
        self._objects: dict[int, bytes] = {}
        # Not a method of this object: a ring of references would keep all of a document until a search.
        self._tree = StructureTree(partial(_reserve, self._file))
        self._faces: dict[Face, FaceCodes] = {}
        self._resources = self._reserve()
        self._size = (width, height)

    def start_page(self) -> None:
        """Open a page; everything is drawn between this and :meth:`end_page`."""
        self._page = pdfdoc.PDFPage()
        self._file.Reference(self._page, self._file.thisPageName())
        self._key = self._tree.start_page(self._number(self._file.thisPageName()))
        self._code: list[str] = []
        self._links: list[str] = []
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
            text = f"{piece.text} " if piece is last else piece.text
            for font, glyphs in self._codes(piece.face).encode(text):
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

    def begin(self, tag: Tag) -> None:
        """Give the tag its place in the reading order, also where it will hold nothing (an empty cell)."""
        self._tree.element(tag)

    def link(self, target: str, box: Box, words: str, tag: Tag) -> None:
        """A link of the tag: to an address, or to ``#`` and an anchor; the words say where it leads."""
        number = self._reserve()
        key = self._tree.add_annotation(tag, number)
        edges = " ".join(f"{edge:.2f}" for edge in box)
        self._objects[number] = (
            f"<</Type/Annot/Subtype/Link/Rect[{edges}]/Border[0 0 0]/F 4/StructParent {key}"
            f"/Contents {text_string(words)}{self._action(target)}>>"
        ).encode("ascii")
        self._links.append(reference(number))

    def anchor(self, name: str, y: float) -> None:
        """Let links to ``name`` lead to this height of the page."""
        self._canvas.bookmarkHorizontalAbsolute(name, y)

    def bookmark(self, title: str, name: str, level: int) -> None:
        """An entry of the outline that leads to the anchor."""
        self._canvas.addOutlineEntry(title, name, level)

    def end_page(self) -> None:
        """Close the page."""
        self._close_mark()
        content = self._reserve()
        self._objects[content] = stream("\n".join(self._code).encode("ascii"))
        page = self._page
        page.MediaBox = "[{:.4f} {:.4f} {:.4f} {:.4f}]".format(0, 0, *self._size)
        page.Contents = reference(content)
        page.Resources = reference(self._resources)
        page.Annots = self._links
        page.StructParents = self._key
        page.Tabs = "/S"
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        self._file.addPage(page)

    def finish(self, attachments: Sequence[Attachment] = ()) -> bytes:
        """The file; nothing can be drawn any more."""
        self._add_fonts()
        catalogue = self._catalogue(attachments)
        described = self._reserve_with(information(self._metadata))
        formatted = self._format()
        for number, body in self._tree.objects():
            self._objects[number] = body.encode("ascii")
        self._objects |= formatted
        ordered = [self._objects[number] for number in range(1, self._file.objectcounter + 1)]
        return pdf_file(ordered, catalogue, described)

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

    def _codes(self, face: Face) -> FaceCodes:
        found = self._faces.get(face)
        if found is None:
            found = self._faces[face] = FaceCodes(face, self._file)
        return found

    def _action(self, target: str) -> str:
        if target.startswith("#"):
            destination = self._canvas._bookmarkReference(target[1:])
            return f"/Dest {self._file.Reference(destination).format(self._file).decode('ascii')}"
        return f"/A<</S/URI/URI {text_string(target)}>>"

    # The file

    def _reserve(self) -> int:
        return _reserve(self._file)

    def _reserve_with(self, body: str | bytes) -> int:
        number = self._reserve()
        self._objects[number] = body if isinstance(body, bytes) else body.encode("ascii")
        return number

    def _number(self, identifier: str) -> int:
        return int(self._file.idToObjectNumberAndVersion[identifier][0])

    def _add_fonts(self) -> None:
        for font in self._file.delayedFonts:
            subsets = font.state[self._file].subsets
            before = len(self._file.idToObject)
            font.addObjects(self._file)
            added = list(self._file.idToObject)[before:]
            maps = [identifier for identifier in added if identifier.startswith("toUnicodeCMap:")]
            for identifier, subset in zip(maps, subsets, strict=True):
                self._file.idToObject[identifier].content = to_unicode_map(subset)
        self._file.delayedFonts = []
        fonts = self._number(pdfdoc.BasicFonts)
        self._objects[self._resources] = f"<</Font {reference(fonts)}>>".encode("ascii")

    def _catalogue(self, attachments: Sequence[Attachment]) -> int:
        catalogue = self._file.Catalog
        catalogue.MarkInfo = "<</Marked true>>"
        catalogue.ViewerPreferences = "<</DisplayDocTitle true>>"
        catalogue.StructTreeRoot = reference(self._tree.root)
        catalogue.Metadata = reference(self._reserve_with(xmp(self._metadata)))
        catalogue.OutputIntents = self._output_intent()
        if attachments:
            catalogue.AF, catalogue.Names = self._attached(attachments)
        catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents", "AF"]
        self._file.Outlines.prepare(self._file, self._canvas)
        if self._file.Outlines.ready < 0:
            catalogue.Outlines = None
        return self._number(self._file.Reference(catalogue).name)

    def _output_intent(self) -> str:
        profile = self._reserve_with(stream(resource(_COLOUR_PROFILE).read_bytes(), "/N 3"))
        return (
            "[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
            f"/Info(sRGB IEC61966-2.1)/DestOutputProfile {reference(profile)}>>]"
        )

    def _attached(self, attachments: Sequence[Attachment]) -> tuple[str, str]:
        """The catalogue's entries for attached files."""
        named: dict[str, str] = {}
        for attachment in attachments:
            held = self._reserve_with(embedded_file(attachment, self._metadata.created))
            named[text_string(attachment.name)] = reference(
                self._reserve_with(file_specification(attachment, held))
            )
        if len(named) < len(attachments):
            raise ValueError("two attachments have the same name")
        pairs = " ".join(f"{key} {value}" for key, value in sorted(named.items()))
        return f"[{' '.join(named.values())}]", f"<</EmbeddedFiles<</Names[{pairs}]>>>>"

    def _format(self) -> dict[int, bytes]:
        """ReportLab's own objects by number; formatting one may make more of them."""
        found: dict[int, bytes] = {}
        number = 0
        while number < self._file.objectcounter:
            number += 1
            identifier = self._file.numberToId.get(number)
            if identifier is not None and number not in self._objects:
                found[number] = _body(self._file.idToObject[identifier], self._file)
        return found


def _reserve(file: pdfdoc.PDFDocument) -> int:
    """The next number of an object."""
    file.objectcounter += 1
    return int(file.objectcounter)


def _body(content: pdfdoc.PDFObject, file: pdfdoc.PDFDocument) -> bytes:
    """The object's bytes; a stream's end gets the end of line before it that ReportLab leaves out."""
    body: bytes = pdfdoc.format(content, file, toplevel=1).rstrip(b"\n")
    return body.removesuffix(b"endstream") + STREAM_END if is_stream(body) else body
