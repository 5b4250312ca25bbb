"""Excel workbooks (XLSX, XLSM): the sheet with the most rows, as a list. Imports the ground and reading.

Only what cells hold is handed to openpyxl, in memory and within the limits of every package: no macro, no
link, no drawing. Formulas give the result that the program which saved the file kept.
"""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any

from casefile.reading.errors import UnsupportedTypeError, shown
from casefile.reading.model import Reading
from casefile.reading.packages import Package, local
from casefile.reading.readers import RawFile
from casefile.reading.table_text import table_document

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

READER = "xlsx/1"
KIND = "an Excel workbook"
_WANTED = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/(?:_rels/)?workbook\.xml(?:\.rels)?|xl/worksheets/[^/]+\.xml"
    r"|xl/(?:sharedStrings|styles)\.xml"
)
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_DOCTYPES = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
_UNCOUNTED = re.compile(rb"(?:</f>|<f[^<>]*/>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")
_CURRENCY = re.compile(r"\[\$([^\]\-]{1,4})|([€£¥₹])|(?<!\[)(\$)")
_BROKEN = (
    ValueError, LookupError, TypeError, AttributeError, OSError, SyntaxError, ArithmeticError,
    EOFError, RuntimeError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
"""What openpyxl and its XML parsers raise at files that are not whole."""


def read_workbook_file(raw: RawFile) -> Reading:
    """The workbook's longest visible sheet as a document; the notes name what else it holds."""
    package = Package(raw.content, raw.name, KIND)
    names = package.names()
    if "xl/workbook.bin" in names:
        advice = "Open it in Excel or LibreOffice and save it as XLSX or CSV."
        raise UnsupportedTypeError(raw.name, "a binary Excel workbook (XLSB)", advice)
    parts = _parts(package)
    notes = []
    if any(name.startswith("xl/vbaProject") for name in names):
        notes.append("The workbook has macros: they are kept in the original, and never read or run.")
    if any(_SHEET.fullmatch(name) and _UNCOUNTED.search(content) for name, content in parts.items()):
        notes.append(
            "Some formulas have no result in the file: their cells are empty. Save it in Excel first."
        )
    sheets = dict(_read(parts, package))
    if not sheets:
        raise package.damaged()
    chosen = max(sheets, key=lambda name: len(sheets[name]))
    others = [f"“{shown(name)}”" for name, rows in sheets.items() if name != chosen and rows]
    if others:
        notes.append(
            f"Only the sheet “{shown(chosen)}”, which has the most rows, is read; "
            f"save {', '.join(others)} as files of their own to import them too."
        )
    return Reading(table_document(sheets[chosen], raw, READER, tuple(notes), _title(package)))


def _parts(package: Package) -> dict[str, bytes]:
    parts = {}
    for name in sorted(package.names()):
        content = package.bytes_of(name) if _WANTED.fullmatch(name) else None
        if content is not None:
            if any(mark in content for mark in _DOCTYPES):
                raise package.damaged()
            parts[name] = content
    return parts


def _read(parts: dict[str, bytes], package: Package) -> Iterator[tuple[str, list[list[str]]]]:
    """The visible sheets by name, each with its rows."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about what is left out: charts, validation, styles
            book = load_workbook(packed, read_only=True, data_only=True, keep_links=False)
            yield from _sheets(book)
    except (*_BROKEN, InvalidFileException) as error:
        raise package.damaged() from error


def _sheets(book: "Workbook") -> Iterator[tuple[str, list[list[str]]]]:
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            # The stated size may be a million empty rows.
            sheet.reset_dimensions()
            yield sheet.title, list(_rows(sheet))


def _rows(sheet: Any) -> Iterator[list[str]]:  # noqa: ANN401
    cells = 0
    for row in islice(sheet.iter_rows(), _MOST_ROWS):
        found = [_words(cell) for cell in row]
        cells += len(found)
        if any(found):
            yield found
        if cells > _MOST_CELLS:
            return


_MOST_ROWS = 1_048_576
"""Of a sheet in Excel: what calls itself a later row would have all those before it made, empty."""
_MOST_CELLS = 6_000_000
"""More than a list may have: enough to be told so."""


def _words(cell: Any) -> str:  # noqa: ANN401
    """The cell as a person reads it, but figures without thousands and days as ISO 8601."""
    value = cell.value
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case int() | float() | Decimal():
            return _figure(value, cell.number_format)
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
        case date() | time():
            return value.isoformat()
        case timedelta():
            return str(value)
        case _:
            return str(value)


def _figure(value: float | Decimal, number_format: str) -> str:
    plain = f"{Decimal(str(value)):f}"
    figure = plain.rstrip("0").rstrip(".") if "." in plain else plain
    sign = _CURRENCY.search(number_format or "")
    return f"{next(part for part in sign.groups() if part)} {figure}" if sign else figure


def _title(package: Package) -> str:
    root = package.xml_of("docProps/core.xml")
    found = (element for element in root if local(element) == "title") if root is not None else ()
    return next((element.text or "" for element in found), "")
