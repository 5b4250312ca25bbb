"""PDF: text in reading order with its pages. Imports the ground and reading.

PDFium reads the file; scripts, forms' actions, attachments and links in it are never followed.
"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from casefile.metadata import Found, SourceMetadata
from casefile.reading.cleaning import clean_text, one_line
from casefile.reading.errors import (
    MEGABYTE,
    TEXT_LIMIT,
    DamagedFileError,
    EncryptedFileError,
    TooLargeError,
)
from casefile.reading.html_body import join_pieces
from casefile.reading.model import Block, BlockKind, MediaType, Page, ReadDocument, Reading
from casefile.reading.pdf_blocks import document_blocks
from casefile.reading.pdf_furniture import PrintOut, without_furniture
from casefile.reading.pdf_hyphens import Hyphens
from casefile.reading.pdf_model import PageRuns
from casefile.reading.pdf_order import page_lines
from casefile.reading.pdf_runs import page_runs
from casefile.reading.pdf_scan import has_pictures, recognise_pages
from casefile.reading.properties import (
    PRINTED,
    Properties,
    alike,
    described,
    guess_notes,
    property_instant,
    sound_title,
)
from casefile.reading.readers import RawFile
from casefile.values import Span

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

READER = "pdf/1"
PAGE_LIMIT = 3000
_MOST_BLOCKS = 50_000
_SCAN_NOTE = "The PDF has no text, as a scan has none: it is kept, but nothing in it can be found or quoted."
_PARTLY_NOTE = "Pages that are only pictures: {}. What they say was not read."
_DAMAGED_NOTE = "Pages that could not be read: {}."
_PRINT_NOTE = "This is a page printed from a browser: its own lines at the edges were left out."
_CUT_ADDRESS_NOTE = "Its address is printed only in part: {}"
_MOST_NAMED = 10

_Composed = tuple[str, tuple[Block, ...], tuple[Page, ...]]


def read_pdf_file(raw: RawFile) -> Reading:
    """The text of a PDF.

    :class:`EncryptedFileError` where it opens only with a password, :class:`DamagedFileError` where no page
    of it can be read, :class:`TooLargeError` over :data:`PAGE_LIMIT` pages or 20 million characters.
    """
    document = _opened(raw)
    try:
        return Reading(_read(document, raw.name))
    finally:
        document.close()


def _opened(raw: RawFile) -> "PdfDocument":
    from pypdfium2 import PdfDocument, PdfiumError
    from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

    try:
        return PdfDocument(raw.content)
    except PdfiumError as error:
        if error.err_code in (FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY):
            raise EncryptedFileError(raw.name, "a PDF") from error
        raise DamagedFileError(raw.name, "a PDF") from error


def _read(document: "PdfDocument", name: str) -> ReadDocument:
    count = len(document)
    if count > PAGE_LIMIT:
        raise TooLargeError(name, f"it has {count:,} pages, the limit is {PAGE_LIMIT:,}")
    read = _pages_of(document, name)
    if not read.runs:
        raise DamagedFileError(name, "a PDF")
    if not any(page.runs for page in read.runs):
        return _scan(document)
    pages, print_out = without_furniture(read.runs)
    lines = [page_lines(page) for page in pages if page.runs]
    body, foot = document_blocks(lines)
    hyphens = Hyphens(lines)
    text, structure, places = _joined([(block.pieces(hyphens), block.kind) for block in body + foot])
    properties = _properties(document)
    metadata = _metadata(properties, text, structure, print_out)
    notes = (*_page_notes(read, count), *guess_notes(metadata))
    captured = None
    if print_out is not None:
        cut = (_CUT_ADDRESS_NOTE.format(print_out.cut_address),) if print_out.cut_address else ()
        notes, captured = (_PRINT_NOTE, *cut, *notes), property_instant(properties.created)
    return ReadDocument(text, metadata, MediaType.PDF, READER, notes, structure, places, captured)


@dataclass(frozen=True)
class _Pages:
    """The pages that could be read, and the numbers of those that hold only pictures."""

    runs: list[PageRuns]
    pictures: list[int]


def _pages_of(document: "PdfDocument", name: str) -> _Pages:
    from pypdfium2 import PdfiumError

    pages = _Pages([], [])
    length = 0
    for index in range(len(document)):
        try:
            with closing(document[index]) as page:
                found = page_runs(page, index + 1)
                if not found.runs and has_pictures(page):
                    pages.pictures.append(index + 1)
        except PdfiumError:
            continue
        length += sum(len(run.text) for run in found.runs)
        if length > TEXT_LIMIT:
            raise TooLargeError(name, f"it has more than {TEXT_LIMIT // MEGABYTE} MB of text")
        pages.runs.append(found)
    return pages


def _page_notes(pages: _Pages, count: int) -> Iterator[str]:
    read = {page.number for page in pages.runs}
    if pages.pictures:
        yield _PARTLY_NOTE.format(_numbers(pages.pictures))
    if len(read) < count:
        yield _DAMAGED_NOTE.format(_numbers([number for number in range(1, count + 1) if number not in read]))


def _numbers(pages: list[int]) -> str:
    named = ", ".join(map(str, pages[:_MOST_NAMED]))
    return f"{named} and {len(pages) - _MOST_NAMED} more" if len(pages) > _MOST_NAMED else named


def _joined(blocks: list[tuple[list[tuple[int, str]], BlockKind]]) -> _Composed:
    """The text, its blocks, and the stretches of it by page, of blocks whose text is given by page."""
    cleaned = [(parts, kind) for pieces, kind in blocks if (parts := _cleaned(pieces))]
    text, structure = join_pieces([("".join(part for _, part in parts), kind) for parts, kind in cleaned])
    stretches: list[tuple[int, int, int]] = []
    for (parts, _), block in zip(cleaned, structure, strict=True):
        start = block.span.start
        for number, part in parts:
            stretches.append((number, start, start + len(part)))
            start += len(part)
    pages = []
    for number, group in groupby(stretches, key=lambda stretch: stretch[0]):
        members = list(group)
        pages.append(Page(number, Span(members[0][1], members[-1][2])))
    return text, structure if len(structure) <= _MOST_BLOCKS else (), tuple(pages)


def _cleaned(parts: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """A block's text by pages, cleaned, with no white space around it; empty where nothing is left."""
    cleaned = [(number, clean_text(part).replace("\n", " ").replace("\t", " ")) for number, part in parts]
    while cleaned and not cleaned[-1][1].strip():
        cleaned.pop()
    while cleaned and not cleaned[0][1].strip():
        cleaned.pop(0)
    if not cleaned:
        return []
    cleaned[0] = (cleaned[0][0], cleaned[0][1].lstrip())
    cleaned[-1] = (cleaned[-1][0], cleaned[-1][1].rstrip())
    return [(number, part) for number, part in cleaned if part]


def _metadata(
    properties: Properties, text: str, structure: tuple[Block, ...], print_out: PrintOut | None
) -> SourceMetadata:
    pieces = [(block.span.of(text), block.kind) for block in structure[:40]]
    if print_out is None:
        return described(text, pieces, properties)
    title = print_out.title or properties.title
    found = described(text, pieces, Properties(title=title), dated=False)
    outlet = found.outlet or _outlet_in(title, found.title)
    entries = [entry for entry in found.found if entry.field not in ("url", "outlet")]
    if print_out.address:
        entries.append(Found("url", "printed by the browser"))
    if outlet:
        where = PRINTED if found.outlet else "page title printed by the browser"
        entries.append(Found("outlet", where, guessed=not found.outlet))
    return replace(found, url=print_out.address or found.url, outlet=outlet, found=tuple(entries))


def _outlet_in(page_title: str, title: str) -> str:
    """The site's name behind the article's title in that of the page; "" where there is none."""
    for mark in (" | ", " – ", " — ", " - "):
        head, found, tail = page_title.rpartition(mark)
        if found and alike(head, title) and len(tail.split()) <= 6:
            return one_line(tail)
    return ""


def _properties(document: "PdfDocument") -> Properties:
    from pypdfium2 import PdfiumError

    try:
        stated = document.get_metadata_dict()
    except (PdfiumError, UnicodeError):
        return Properties()
    return Properties(
        title=stated.get("Title", ""), author=stated.get("Author", ""), created=stated.get("CreationDate", "")
    )


def _scan(document: "PdfDocument") -> ReadDocument:
    """The document of pictures: its text by OCR where the computer can, else none."""
    properties = replace(_properties(document), created="")
    recognised = recognise_pages(document)
    if not recognised.paragraphs:
        title = sound_title(properties.title)
        found = (Found("title", "file properties, title", guessed=True),) if title else ()
        notes = (_SCAN_NOTE, *recognised.notes)
        return ReadDocument("", SourceMetadata(title=title, found=found), MediaType.PDF, READER, notes)
    parts = [[(number, text)] for number, text in recognised.paragraphs]
    text, structure, pages = _joined([(part, BlockKind.PARAGRAPH) for part in parts])
    metadata = described(text, [], properties)
    return ReadDocument(text, metadata, MediaType.PDF, READER, recognised.notes, structure, pages)
