"""Pictures: kept, with their words where this computer can recognise words. Imports the ground and reading.

A picture is never decoded here: only its head is read, for its size and the time when it was taken.
"""

import io
import re
import struct
import warnings
from dataclasses import dataclass
from datetime import datetime

from casefile.metadata import SourceMetadata
from casefile.reading.cleaning import clean_text
from casefile.reading.composing import Piece, composed
from casefile.reading.errors import DamagedFileError
from casefile.reading.model import BlockKind, MediaType, ReadDocument, Reading
from casefile.reading.ocr import (
    MISSING_NOTE,
    NOTHING_NOTE,
    RECOGNISED_NOTE,
    TOO_LONG_NOTE,
    paragraphs_of,
    recogniser,
)
from casefile.reading.properties import Properties, property_instant
from casefile.reading.readers import RawFile

READER = "image/1"
PIXEL_LIMIT = 40_000_000
"""Of a picture that is given to the recogniser of words."""
_FORMATS = {
    MediaType.PNG: "PNG",
    MediaType.JPEG: "JPEG",
    MediaType.GIF: "GIF",
    MediaType.WEBP: "WEBP",
    MediaType.TIFF: "TIFF",
    MediaType.BMP: "BMP",
}
"""Those whose heads can be read, as Pillow calls them."""
_EXIF_DIRECTORY = 0x8769
_TAKEN, _OFFSET = 0x9003, 0x9011
"""DateTimeOriginal and OffsetTimeOriginal (Exif 2.32, 4.6.5)."""
_TIME = re.compile(r"[0-9]{4}:[0-9]{2}:[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}")

_PICTURE_NOTE = "This is a picture: it is kept, but nothing in it can be found or quoted."
_TOO_LARGE_NOTE = "The picture has too many pixels to recognise words in it."
_FORMAT_NOTE = "Words cannot be recognised in pictures of this format: save it as PNG or JPEG for that."
_TAKEN_NOTE = "The picture says that it was taken on {}, by the camera's own clock."


@dataclass(frozen=True)
class _Head:
    """What the head of a picture says."""

    pixels: int
    taken: str
    offset: str

    @property
    def moment(self) -> datetime | None:
        """When it was taken, in UTC; None where it does not say by which clock."""
        return property_instant(self.taken.replace(":", "-", 2).replace(" ", "T") + self.offset)


def read_image_file(raw: RawFile) -> Reading:
    """The picture with the words recognised in it; its text is "" where there are none.

    :class:`DamagedFileError` where not even its head can be read.
    """
    head = _head(raw)
    pieces, notes = _recognised(raw, head)
    if head and head.taken:
        notes = (*notes, _TAKEN_NOTE.format(head.taken.replace(":", "-", 2)))
    captured = head.moment if head else None
    if not pieces:
        notes = (_PICTURE_NOTE, *notes)
        return Reading(ReadDocument("", SourceMetadata(), raw.media_type, READER, notes, captured=captured))
    return Reading(composed(pieces, Properties(), raw, READER, notes, captured))


def _recognised(raw: RawFile, head: _Head | None) -> tuple[list[Piece], tuple[str, ...]]:
    """The paragraphs in the picture and what is to be said of them."""
    program = recogniser()
    if head is None:
        return [], (_FORMAT_NOTE,)
    if head.pixels > PIXEL_LIMIT:
        return [], (_TOO_LARGE_NOTE,)
    if program is None:
        return [], (MISSING_NOTE,)
    try:
        found = paragraphs_of(clean_text(program.text_of(raw.content)))
    except TimeoutError:
        return [], (TOO_LONG_NOTE,)
    if not found:
        return [], (NOTHING_NOTE,)
    told = RECOGNISED_NOTE.format(program.languages.replace("+", ", "))
    return [(text, BlockKind.PARAGRAPH) for text in found], (told,)


def _head(raw: RawFile) -> _Head | None:
    """The picture's head; None for formats whose heads are not read."""
    from PIL import Image, UnidentifiedImageError

    name = _FORMATS.get(raw.media_type)
    if name is None:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(raw.content), formats=[name]) as picture:
                width, height = picture.size
                taken, offset = _time_taken(picture.info.get("exif"))
    except Image.DecompressionBombError:
        return _Head(PIXEL_LIMIT + 1, "", "")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, ArithmeticError, LookupError) as error:
        raise DamagedFileError(raw.name, "a picture") from error
    return _Head(width * height, taken, offset)


def _time_taken(stated: object) -> tuple[str, str]:
    """The time and its offset as the camera wrote them, "" for what it did not."""
    from PIL import Image

    if not isinstance(stated, bytes):
        return "", ""
    exif = Image.Exif()
    try:
        exif.load(stated)
        directory = exif.get_ifd(_EXIF_DIRECTORY)
    except (OSError, SyntaxError, ValueError, LookupError, TypeError, struct.error):
        return "", ""
    taken, offset = (directory.get(tag) for tag in (_TAKEN, _OFFSET))
    if not isinstance(taken, str) or not _TIME.fullmatch(taken.strip("\0 ")):
        return "", ""
    return taken.strip("\0 "), offset.strip("\0 ") if isinstance(offset, str) else ""
