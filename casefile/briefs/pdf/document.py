"""A PDF being made: pages, links, bookmarks, fonts, the finished bytes.

The one module that relies on ReportLab's internals, all of them named here and in its test, which says what
broke when ReportLab is upgraded: ``Canvas._doc`` with its bookmarks and outline; ``PDFDocument``'s numbering
of objects (``Reference``, ``numberToId``, ``idToObject``, ``idToObjectNumberAndVersion``, ``objectcounter``),
its ``delayedFonts``, ``Outlines.prepare``, ``thisPageName``, ``addPage`` and catalogue; ``__NoDefault__`` of
``PDFPage`` and ``PDFCatalog``; ``TTFont.state``, ``splitString``, ``getSubsetInternalName``, ``addObjects``
the name ``toUnicodeCMap:`` of the maps that it makes, and the dictionary ``BasicFonts`` that lists fonts.

ReportLab numbers and formats its own objects (pages, fonts, outline); what there is much of (content, links,
structure) is written here as bytes under numbers from the same count.
"""

from collections.abc import Sequence
from functools import partial
from io import BytesIO

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from casefile.briefs.pdf.content import PageContent
from casefile.briefs.pdf.fonts import Face, load_face
from casefile.briefs.pdf.glyphs import FileCodes, to_unicode_map
from casefile.briefs.pdf.metadata import (
    Attachment,
    Metadata,
    embedded_file,
    file_specification,
    information,
    xmp,
)
from casefile.briefs.pdf.script_fonts import ShapedFonts
from casefile.briefs.pdf.structure import Box, StructureTree
from casefile.briefs.pdf.syntax import STREAM_END, PdfFile, is_stream, reference, stream, text_string
from casefile.briefs.pdf.tags import Tag
from casefile.paths import resource

_COLOUR_PROFILE = "colour/sRGB.icc"


class _Written(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object in PDF's notation, for ReportLab to pass on."""

    def __init__(self, text: str) -> None:
        self._text = text

    def format(self, _: pdfdoc.PDFDocument) -> bytes:
        return self._text.encode("ascii")


class PdfDocument:
    """Draws page after page, then gives the file; lengths are points from the lower left corner.

    ``content`` is the open page, on which text and rectangles are drawn.
    """

    def __init__(self, width: float, height: float, metadata: Metadata, first: Face) -> None:
        load_face(first)
        self._metadata = metadata
        self._canvas = Canvas(
            BytesIO(), (width, height), invariant=1, lang=metadata.language, initialFontName=first.value
        )
        self._file = self._canvas._doc
        self._written = PdfFile()
        # Nothing that this object holds leads back to it: a ring would be kept until a search for cycles.
        self._tree = StructureTree(partial(_reserve, self._file))
        self._codes = FileCodes(self._file)
        self._shaped = ShapedFonts(partial(_reserve, self._file))
        self._places: dict[str, int] = {}
        self._bookmarks = 0
        self._resources = self._reserve()
        self._size = (width, height)

    def start_page(self) -> None:
        """Open a page; everything is drawn between this and :meth:`end_page`."""
        self._page = pdfdoc.PDFPage()
        self._file.Reference(self._page, self._file.thisPageName())
        self._page_number = self._number(self._file.thisPageName())
        self._key = self._tree.start_page(self._page_number)
        self._links: list[str] = []
        self.content = PageContent(self._tree, self._codes, self._shaped)

    def begin(self, tag: Tag) -> None:
        """Give the tag its place in the reading order, also where it will hold nothing (an empty cell)."""
        self._tree.element(tag)

    def link(self, target: str, box: Box, words: str, tag: Tag) -> None:
        """A link of the tag: to an address, or to ``#`` and an anchor; the words say where it leads."""
        number = self._reserve()
        key = self._tree.add_annotation(tag, number)
        left, bottom, right, top = box
        place = f"{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}"
        self._write(
            number,
            f"<</Type/Annot/Subtype/Link/Rect[{place}]/Border[0 0 0]/F 4/StructParent {key}"
            f"/Contents {text_string(words)}{self._action(target)}>>",
        )
        self._links.append(reference(number))

    def anchor(self, name: str, y: float) -> None:
        """Let links to ``name`` lead to this height of the page; of two places the first counts."""
        number = self._place(name)
        if number not in self._written:
            self._write(number, f"[{reference(self._page_number)}/XYZ 0 {y:.2f} 0]")

    def bookmark(self, title: str, y: float, level: int) -> None:
        """An entry of the outline that leads to this height of the page."""
        self._bookmarks += 1
        name = f"bookmark {self._bookmarks}"
        self._canvas.bookmarkHorizontalAbsolute(name, y)
        self._canvas.addOutlineEntry(title, name, level)

    def end_page(self) -> None:
        """Close the page."""
        content = self._reserve_with(stream(self.content.finish()))
        page = self._page
        page.MediaBox = "[{:.4f} {:.4f} {:.4f} {:.4f}]".format(0, 0, *self._size)
        page.Contents = reference(content)
        page.Resources = reference(self._resources)
        page.Annots = _Written(f"[{' '.join(self._links)}]") if self._links else None
        page.StructParents = self._key
        page.Tabs = "/S"
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        self._file.addPage(page)

    def finish(self, attachments: Sequence[Attachment] = (), *, is_whole: bool = True) -> bytes:
        """The file; nothing can be drawn any more.

        Raises ``ValueError`` where a link leads to an anchor that was never set, unless pages are missing.
        """
        lost = {name: number for name, number in self._places.items() if number not in self._written}
        if not is_whole:
            for number in lost.values():
                self._write(number, "null")
        elif lost:
            raise ValueError(f"links lead to what is not there: {', '.join(lost)}")
        self._add_fonts()
        catalogue = self._catalogue(attachments)
        described = self._reserve_with(information(self._metadata))
        self._format()
        for number, body in self._tree.objects():
            self._write(number, body)
        return self._written.finish(catalogue, described)

    def _action(self, target: str) -> str:
        if target.startswith("#"):
            return f"/Dest {reference(self._place(target[1:]))}"
        return f"/A<</S/URI/URI {text_string(target)}>>"

    def _place(self, name: str) -> int:
        """The object of the place of this name, which may be met before it is known."""
        found = self._places.get(name)
        if found is None:
            found = self._places[name] = self._reserve()
        return found

    # The file

    def _reserve(self) -> int:
        return _reserve(self._file)

    def _reserve_with(self, body: str | bytes) -> int:
        number = self._reserve()
        self._write(number, body)
        return number

    def _write(self, number: int, body: str | bytes) -> None:
        self._written.add(number, body if isinstance(body, bytes) else body.encode("ascii"))

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
        listed = self._file.idToObject[pdfdoc.BasicFonts].dict
        for shaped in self._shaped.all():
            listed[shaped.resource_name[1:]] = _Written(reference(shaped.number))
            for number, body in shaped.objects(self._reserve):
                self._write(number, body)
        self._write(self._resources, f"<</Font {reference(fonts)}>>")

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

    def _format(self) -> None:
        """Write ReportLab's own objects; formatting one may make more of them."""
        number = 0
        while number < self._file.objectcounter:
            number += 1
            identifier = self._file.numberToId.get(number)
            if identifier is not None and number not in self._written:
                self._write(number, _body(self._file.idToObject[identifier], self._file))


def _reserve(file: pdfdoc.PDFDocument) -> int:
    """The next number of an object."""
    file.objectcounter += 1
    return int(file.objectcounter)


def _body(content: pdfdoc.PDFObject, file: pdfdoc.PDFDocument) -> bytes:
    """The object's bytes; a stream's end gets the end of line before it that ReportLab leaves out."""
    body: bytes = pdfdoc.format(content, file, toplevel=1).rstrip(b"\n")
    return body.removesuffix(b"endstream") + STREAM_END if is_stream(body) else body
