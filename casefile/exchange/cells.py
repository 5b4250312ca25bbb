"""Cells of tables: what a value is in CSV and in a workbook, and that no text is ever a formula. Pure."""

import re
from datetime import date
from decimal import Decimal

from casefile.exchange.plain_text import fit
from casefile.values import DatePrecision, PartialDate

Cell = str | int | Decimal | date | bool | None
"""What a cell holds; a partial date that is no whole day is its EDTF text."""
_FORMULA = re.compile(r"[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
"""How a text begins that a spreadsheet may take for a formula, also in full width and after blanks."""


def date_cell(value: PartialDate | None) -> Cell:
    """A whole day as a date; what is less or more as its EDTF text, since no day is invented."""
    if value is None:
        return None
    is_day = value.precision is DatePrecision.DAY and value.edtf[-1:].isdigit()
    return value.earliest if is_day else value.edtf


def csv_cell(value: Cell) -> str:
    """The cell as CSV has it: numbers without separators, dates in ISO 8601, texts that compute nothing."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int():
            return str(value)
        case Decimal():
            return f"{value:f}"
        case date():
            return value.isoformat()
        case _:
            return harmless(fit(value))


def harmless(text: str) -> str:
    """The text, behind an apostrophe where a spreadsheet would take it for a formula (OWASP)."""
    return f"'{text}" if looks_like_formula(text) else text


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet might take the text for a formula."""
    return _FORMULA.match(text) is not None
