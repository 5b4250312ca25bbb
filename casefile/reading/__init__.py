"""Files to text: what a person drops becomes clean text with what is known of its publication.

May import the ground (errors, values, terms, metadata, progress, paths) and nothing else of ours.
Readers are pure: bytes in, :class:`ReadDocument` out. They open no other file and no connection.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

from casefile.reading.decoding import decode
from casefile.reading.errors import (
    MEGABYTE,
    SIZE_LIMIT,
    EmptyFileError,
    NoArticleError,
    NotTextError,
    ReadingError,
    TooLargeError,
    UnreadableFileError,
    UnsupportedTypeError,
)
from casefile.reading.model import Block, BlockKind, MediaType, ReadDocument
from casefile.reading.sniffing import refuse_binary, tell_media_type

__all__ = [
    "SIZE_LIMIT",
    "Block",
    "BlockKind",
    "EmptyFileError",
    "MediaType",
    "NoArticleError",
    "NotTextError",
    "ReadDocument",
    "ReadingError",
    "TooLargeError",
    "UnreadableFileError",
    "UnsupportedTypeError",
    "file_content",
    "read_bytes",
    "read_file",
]


def read_file(path: Path, captured: date | None = None) -> ReadDocument:
    """The document in a file; :class:`ReadingError` where there is none to be had."""
    return read_bytes(file_content(path), path.name, captured)


def file_content(path: Path) -> bytes:
    """The bytes of a file within the limit; :class:`ReadingError` where they are not to be had."""
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise _too_large(path.name, path.stat().st_size)
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(path.name, (error.strerror or "the system refuses it").lower()) from error


def read_bytes(content: bytes, name: str, captured: date | None = None) -> ReadDocument:
    """The document in the bytes of a file called ``name``, which only serves messages.

    ``captured`` is the day the file was saved: a publication date after it is not believed.
    :class:`ReadingError` where the bytes hold no document, saying why.
    """
    if len(content) > SIZE_LIMIT:
        raise _too_large(name, len(content))
    if not content.strip(b"\0 \t\r\n"):
        raise EmptyFileError(name)
    refuse_binary(content, name)
    decoded = decode(content)
    if tell_media_type(decoded.text, name) is MediaType.HTML:
        from casefile.reading.html import read_html

        document = read_html(decoded.text, name, decoded.notes)
    else:
        from casefile.reading.plain import read_plain

        document = read_plain(decoded.text, name, decoded.notes)
    return _without_future_date(document, captured)


def _too_large(name: str, size: int) -> TooLargeError:
    return TooLargeError(name, f"it has {size // MEGABYTE} MB, the limit is {SIZE_LIMIT // MEGABYTE} MB")


def _without_future_date(document: ReadDocument, captured: date | None) -> ReadDocument:
    published = document.metadata.published
    if captured is None or published is None or (published.earliest - captured).days <= 1:
        return document
    note = f"The date {published} is not taken as the publication date: the file was saved before it."
    return replace(
        document, metadata=replace(document.metadata, published=None), notes=(*document.notes, note)
    )
