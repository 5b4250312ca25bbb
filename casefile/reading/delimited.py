"""Lists as text (CSV): told from prose by their columns, read whatever parts them. Imports reading.

Format: RFC 4180, with any of four delimiters and the line ``sep=;`` that Excel writes and honours.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from casefile.reading.errors import SIZE_LIMIT
from casefile.reading.model import Reading
from casefile.reading.readers import RawFile
from casefile.reading.table_text import table_document
from casefile.tables import header_row

READER = "csv/1"
DELIMITERS = ("\t", ";", ",", "|")
ENDINGS = (".csv", ".tsv", ".tab")
_HEAD_LENGTH = 32 * 1024
_HEAD_ROWS = 30
_SHARE = 0.6
"""Of the first rows, that have the commonest number of cells."""
_FEWEST_ROWS = 2
_FEWEST_ROWS_UNNAMED = _FEWEST_COLUMNS_UNNAMED = 3
_LONGEST_QUOTED_LINES = 300
"""A cell over more lines comes of a quotation mark that nobody closed."""
_NAMED = re.compile(r"\ufeff?sep=([,;|\t])\r?\n", re.IGNORECASE)
_RULE = re.compile(r"[-:=+ ]*")


def is_list_name(name: str) -> bool:
    """Whether the name's ending says that it is a list."""
    return name.lower().endswith(ENDINGS)


def find_delimiter(text: str, name: str) -> str:
    """What parts the cells; "" where the text is no list.

    Most of the first rows have as many cells as each other. Without an ending that says so, it takes all of
    them, three columns and three rows, one that names the columns, and no sign of prose.
    """
    named = _NAMED.match(text)
    if named is not None:
        return named[1]
    if is_list_name(name):
        return max(DELIMITERS, key=lambda mark: _fit(text, mark)) if _best(text) else ""
    return next((mark for mark in DELIMITERS if _is_surely_list(text, mark)), "")


def read_csv_file(raw: RawFile) -> Reading:
    """The list as a document, cells parted by tabs."""
    text = raw.decoded.text
    delimiter = find_delimiter(text, raw.name) or ","
    named = _NAMED.match(text)
    body = text[named.end() :] if named else text
    rows, notes = _rows(body, delimiter)
    return Reading(table_document(rows, raw, READER, (*raw.decoded.notes, *notes)))


def _rows(text: str, delimiter: str) -> tuple[list[list[str]], tuple[str, ...]]:
    rows = list(_parsed(text, delimiter))
    for number, row in enumerate(rows, start=1):
        if any(cell.count("\n") > _LONGEST_QUOTED_LINES for cell in row):
            note = f"A quotation mark in row {number} is never closed: all are kept as they stand."
            return list(_parsed(text, delimiter, quoted=False)), (note,)
    return rows, ()


def _parsed(text: str, delimiter: str, *, quoted: bool = True) -> Iterator[list[str]]:
    csv.field_size_limit(SIZE_LIMIT)
    lines = iter(re.sub(r"\r\n?", "\n", text).replace("\0", "").splitlines(keepends=True))
    if quoted:
        yield from csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    else:
        yield from csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)


def _head(text: str, delimiter: str) -> list[list[str]]:
    """The first whole rows with something in them."""
    head = text[:_HEAD_LENGTH]
    rows = _first_rows(head, delimiter, quoted=True)
    if any(cell.count("\n") > _HEAD_ROWS for row in rows for cell in row):
        rows = _first_rows(head, delimiter, quoted=False)
    return rows[:-1] if len(text) > len(head) and len(rows) <= _HEAD_ROWS else rows[:_HEAD_ROWS]


def _first_rows(head: str, delimiter: str, *, quoted: bool) -> list[list[str]]:
    rows = islice(_parsed(head, delimiter, quoted=quoted), _HEAD_ROWS + 1)
    return [row for row in rows if any(cell.strip() for cell in row)]


def _fit(text: str, delimiter: str) -> tuple[float, int]:
    """The share of the rows that have the commonest number of cells, and that number; (0, 0) for no list."""
    rows = _head(text, delimiter)
    counts = Counter(len(row) for row in rows)
    if len(rows) < _FEWEST_ROWS:
        return 0, 0
    width, times = counts.most_common(1)[0]
    share = times / len(rows)
    return (share, width) if width > 1 and share >= _SHARE else (0, 0)


def _best(text: str) -> bool:
    return any(_fit(text, mark)[1] for mark in DELIMITERS)


def _is_surely_list(text: str, delimiter: str) -> bool:
    if delimiter not in text[:_HEAD_LENGTH]:
        return False
    rows = _head(text, delimiter)
    if len(rows) < _FEWEST_ROWS_UNNAMED or len({len(row) for row in rows}) > 1:
        return False
    if len(rows[0]) < _FEWEST_COLUMNS_UNNAMED or header_row(rows) != 1:
        return False
    return not _reads_as_prose(text, delimiter) and not any(_is_rule(row) for row in rows)


def _reads_as_prose(text: str, delimiter: str) -> bool:
    """Whether a blank follows most of the marks, as after commas in a sentence."""
    head = text[:_HEAD_LENGTH]
    return delimiter != "\t" and 2 * head.count(f"{delimiter} ") > head.count(delimiter)


def _is_rule(row: list[str]) -> bool:
    """Whether it is the line below the names of a Markdown table."""
    return all(_RULE.fullmatch(cell) for cell in row)
