"""A list's rows as a document: a block for each row, tabs between cells. Imports the ground and reading."""

from collections.abc import Iterable, Sequence

from casefile.metadata import Found, SourceMetadata
from casefile.reading.cleaning import clean_text, one_line
from casefile.reading.errors import MEGABYTE, TEXT_LIMIT, EmptyFileError, TooLargeError
from casefile.reading.language import tell_language
from casefile.reading.model import Block, BlockKind, ReadDocument
from casefile.reading.readers import RawFile
from casefile.tables import LONG_LIST_ROWS, header_row, rows_of, text_of
from casefile.terms import SourceKind

ROW_LIMIT = 200_000
CELL_LIMIT = 5_000_000
_MOST_BLOCKS = 50_000
_LANGUAGE_SAMPLE = 100_000


def table_document(
    rows: Iterable[Sequence[str]],
    raw: RawFile,
    reader: str,
    notes: tuple[str, ...] = (),
    title: str = "",
) -> ReadDocument:
    """The document of these rows of cells; empty rows are left out.

    :class:`EmptyFileError` where there are none, :class:`TooLargeError` over the limits.
    """
    kept = list(_kept(rows, raw.name))
    if not kept:
        raise EmptyFileError(raw.name)
    text = text_of(kept)
    header = header_row(kept)
    if len(kept) > LONG_LIST_ROWS + 1:
        notes = (*notes, "The list is long: make its proposals with Edit > Actions from list.")
    note = f"Row {header} is taken for the names of the columns." if header else "No row names the columns."
    structure = [
        Block(row.span, BlockKind.HEADING if row.number == header else BlockKind.TABLE_ROW)
        for row in (rows_of(text) if len(kept) <= _MOST_BLOCKS else ())
        if row.span is not None
    ]
    found = (Found("title", "the workbook's properties"),) if title else ()
    metadata = SourceMetadata(
        title=one_line(title),
        language=tell_language(text[:_LANGUAGE_SAMPLE]),
        kind=SourceKind.OTHER,
        found=(*found, Found("kind", "a list", guessed=True)),
    )
    return ReadDocument(text, metadata, raw.media_type, reader, (*notes, note), tuple(structure))


def _kept(rows: Iterable[Sequence[str]], name: str) -> Iterable[list[str]]:
    """The rows with something in them, cleaned, without the empty cells at their ends."""
    length = cells = count = 0
    for row in rows:
        cells += len(row)
        cleaned = [" ".join(clean_text(cell).split()) for cell in row]
        while cleaned and not cleaned[-1]:
            cleaned.pop()
        length += sum(map(len, cleaned)) + len(cleaned)
        count += bool(cleaned)
        if length > TEXT_LIMIT:
            raise TooLargeError(name, f"it has more than {TEXT_LIMIT // MEGABYTE} MB of text")
        if count > ROW_LIMIT or cells > CELL_LIMIT:
            raise TooLargeError(name, f"a list may have {ROW_LIMIT:,} rows and {CELL_LIMIT:,} cells")
        if cleaned:
            yield cleaned
