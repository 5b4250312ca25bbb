"""Scanned PDFs: their pages drawn and given to the recogniser of words. Imports ocr and reading's model."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casefile.reading.ocr import (
    CUT_NOTE,
    MISSING_NOTE,
    NOTHING_NOTE,
    RECOGNISED_NOTE,
    Deadline,
    paragraphs_of,
    recogniser,
)

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_DOTS_PER_POINT = 200 / 72
_MOST_PIXELS = 12_000_000


@dataclass(frozen=True)
class RecognisedPages:
    """The paragraphs by page number, from 1, of the pages that have words, and sentences for the person."""

    paragraphs: tuple[tuple[int, str], ...]
    notes: tuple[str, ...]


def recognise_pages(document: "PdfDocument") -> RecognisedPages:
    """The words of the pages' pictures; none where no recogniser is installed."""
    from pypdfium2 import PdfiumError

    program = recogniser()
    if program is None:
        return RecognisedPages((), (MISSING_NOTE,))
    deadline = Deadline.start()
    found: list[tuple[int, str]] = []
    count = len(document)
    notes: list[str] = []
    for index in range(count):
        try:
            picture = _picture(document[index])
            found += [
                (index + 1, line) for line in paragraphs_of(program.text_of(picture, deadline.for_picture()))
            ]
        except TimeoutError:
            notes = [CUT_NOTE.format(index, count)]
            break
        except PdfiumError:
            continue
    told = RECOGNISED_NOTE.format(program.languages.replace("+", ", ")) if found else NOTHING_NOTE
    return RecognisedPages(tuple(found), (told, *notes))


def has_pictures(page: "PdfPage") -> bool:
    """Whether a picture is placed on the page."""
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    return any(True for _ in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _picture(page: "PdfPage") -> bytes:
    """The page as a grey picture (PGM), of at most twelve million pixels."""
    width, height = page.get_size()
    area = max(width * height, 1.0)
    scale = min(_DOTS_PER_POINT, (_MOST_PIXELS / area) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    try:
        pixels = memoryview(bitmap.buffer).cast("B")
        rows = (
            bytes(pixels[row * bitmap.stride : row * bitmap.stride + bitmap.width])
            for row in range(bitmap.height)
        )
        return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(rows)
    finally:
        bitmap.close()
        page.close()
