"""Files to text: what a person drops becomes clean text with what is known of its publication.

May import the ground (errors, values, terms, metadata, progress, paths) and nothing else of ours.
Readers are pure: bytes in, :class:`ReadDocument` out. They open no other file and no connection.
"""

import stat
from dataclasses import replace
from datetime import date
from pathlib import Path

from casefile.reading.decoding import Decoded, decode
from casefile.reading.errors import (
    MEGABYTE,
    SIZE_LIMIT,
    DamagedFileError,
    EmptyFileError,
    NoAddressError,
    NoArticleError,
    NotTextError,
    ReadingError,
    TooDeepError,
    TooLargeError,
    UnreadableFileError,
    UnsupportedTypeError,
)
from casefile.reading.model import Block, BlockKind, MediaType, Page, Part, ReadDocument, Reading
from casefile.reading.readers import RawFile, reader_for
from casefile.reading.sniffing import binary_type, text_type

__all__ = [
    "SIZE_LIMIT",
    "Block",
    "BlockKind",
    "DamagedFileError",
    "EmptyFileError",
    "MediaType",
    "NoAddressError",
    "NoArticleError",
    "NotTextError",
    "Page",
    "Part",
    "ReadDocument",
    "Reading",
    "ReadingError",
    "TooDeepError",
    "TooLargeError",
    "UnreadableFileError",
    "UnsupportedTypeError",
    "file_content",
    "read_bytes",
    "read_contents",
    "read_file",
]


def read_file(path: Path, captured: date | None = None) -> ReadDocument:
    """The document in a file; :class:`ReadingError` where there is none to be had."""
    return read_bytes(file_content(path), path.name, captured)


def file_content(path: Path) -> bytes:
    """The bytes of a file within the limit; :class:`ReadingError` where they are not to be had."""
    try:
        found = path.stat()
        if not (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)):
            # Of a pipe nobody ever comes to the end.
            raise UnreadableFileError(path.name, "it is no ordinary file")
        if found.st_size > SIZE_LIMIT:
            raise _too_large(path.name, found.st_size)
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(path.name, (error.strerror or "the system refuses it").lower()) from error


def read_contents(content: bytes, name: str, captured: date | None = None) -> Reading:
    """What the bytes of a file called ``name`` hold; the name only serves messages.

    ``captured`` is the day the file was saved: a publication date after it is not believed.
    :class:`ReadingError` where the bytes hold nothing to be kept, saying why.
    """
    if len(content) > SIZE_LIMIT:
        raise _too_large(name, len(content))
    if not content.strip(b"\0 \t\r\n"):
        raise EmptyFileError(name)
    media_type, decoded = binary_type(content, name), Decoded("")
    if media_type is None:
        decoded = decode(content)
        media_type = text_type(decoded.text, name)
    reading = reader_for(media_type, name)(RawFile(name, content, media_type, decoded))
    if reading.document is None:
        return reading
    return replace(reading, document=_without_future_date(reading.document, captured))


def read_bytes(content: bytes, name: str, captured: date | None = None) -> ReadDocument:
    """The document in the bytes of a file, as :func:`read_contents` reads it, without its parts.

    :class:`NoArticleError` for a file that only holds others.
    """
    document = read_contents(content, name, captured).document
    if document is None:
        raise NoArticleError(name)
    return document


def _too_large(name: str, size: int) -> TooLargeError:
    return TooLargeError(name, f"it has {size // MEGABYTE} MB, the limit is {SIZE_LIMIT // MEGABYTE} MB")


def _without_future_date(document: ReadDocument, captured: date | None) -> ReadDocument:
    published = document.metadata.published
    days = [day for day in (captured, document.captured and document.captured.date()) if day is not None]
    if not days or published is None or (published.earliest - min(days)).days <= 1:
        return document
    note = f"The date {published} is not taken as the publication date: the file was saved before it."
    found = tuple(entry for entry in document.metadata.found if entry.field != "published")
    metadata = replace(document.metadata, published=None, found=found)
    return replace(document, metadata=metadata, notes=(*document.notes, note))
