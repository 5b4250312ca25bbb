"""Blocks put together to a document, for formats without pages. Imports the ground and reading."""

from collections.abc import Iterator
from datetime import datetime

from casefile.reading.cleaning import clean_text
from casefile.reading.errors import MEGABYTE, TEXT_LIMIT, EmptyFileError, TooLargeError
from casefile.reading.html_body import join_pieces
from casefile.reading.model import BlockKind, ReadDocument
from casefile.reading.properties import Properties, described, guess_notes
from casefile.reading.readers import RawFile

_MOST_BLOCKS = 50_000
_LONG_CELL = 600

Piece = tuple[str, BlockKind]


def composed(
    pieces: list[Piece],
    properties: Properties,
    raw: RawFile,
    reader: str,
    notes: tuple[str, ...] = (),
    captured: datetime | None = None,
) -> ReadDocument:
    """The document of these blocks, a box being an aside only where the text is not all in boxes.

    :class:`EmptyFileError` where there are none, :class:`TooLargeError` over 20 million characters.
    """
    if not pieces:
        raise EmptyFileError(raw.name)
    boxed = sum(len(text) for text, kind in pieces if kind is BlockKind.ASIDE)
    if 2 * boxed > sum(len(text) for text, _ in pieces):
        pieces = [(text, BlockKind.PARAGRAPH if kind is BlockKind.ASIDE else kind) for text, kind in pieces]
    text, structure = join_pieces(pieces)
    if len(text) > TEXT_LIMIT:
        raise TooLargeError(raw.name, f"it has more than {TEXT_LIMIT // MEGABYTE} MB of text")
    metadata = described(text, pieces, properties)
    structure = structure if len(structure) <= _MOST_BLOCKS else ()
    notes = (*notes, *guess_notes(metadata))
    return ReadDocument(text, metadata, raw.media_type, reader, notes, structure, captured=captured)


def row_pieces(cells: list[list[Piece]]) -> Iterator[Piece]:
    """The row as one block, or the blocks of its cells where the table only places them on the page."""
    filled = [kept for cell in cells if (kept := [piece for piece in cell if piece[0].strip()])]
    if len(filled) == 1 or any(_is_running_text(cell) for cell in filled):
        yield from (piece for cell in filled for piece in cell)
    elif filled:
        words = (" ".join(" ".join(text.split()) for text, _ in cell) for cell in filled)
        yield " | ".join(words), BlockKind.TABLE_ROW


def _is_running_text(cell: list[Piece]) -> bool:
    """Whether a table only places paragraphs beside each other, as letters do."""
    return len(cell) > 1 and sum(len(text) for text, _ in cell) > _LONG_CELL


def block_text(text: str) -> str:
    """The block cleaned, with its own line breaks and single spaces."""
    lines = (" ".join(line.split()) for line in clean_text(text).split("\n"))
    return "\n".join(line for line in lines if line)
