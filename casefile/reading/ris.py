"""References in RIS (Research Information Systems, 2001 and 2011). Imports reading only."""

import re
from collections.abc import Iterator

from casefile.reading.model import MediaType, Reading
from casefile.reading.readers import RawFile
from casefile.reading.references import (
    Reference,
    check_length,
    language_code,
    natural_name,
    reference_date,
    reference_reading,
)
from casefile.terms import SourceKind

READER = "ris/1"
_LINE = re.compile(r"([A-Z][A-Z0-9]) {1,2}-(?: (.*))?")
_TITLES = ("TI", "T1", "CT", "BT", "ST")
_AUTHORS = ("AU", "A1", "A2")
_OUTLETS = ("JO", "JF", "T2", "JA", "PB")
_DATES = ("DA", "PY", "Y1")
_ADDRESSES = ("UR", "L2", "L1", "LK")
_KINDS = {
    "NEWS": SourceKind.PRESS,
    "MGZN": SourceKind.PRESS,
    "BLOG": SourceKind.PRESS,
    "CASE": SourceKind.RULING,
    "LEGAL": SourceKind.DECISION,
    "GOVDOC": SourceKind.AUTHORITY_RELEASE,
}
_Fields = dict[str, list[str]]


def read_ris_file(raw: RawFile) -> Reading:
    """Each reference of the file."""
    check_length(raw.decoded.text, raw.name)
    references = [_reference(entry) for entry in _entries(raw.decoded.text)]
    return reference_reading(references, raw.name, MediaType.RIS, READER, raw.decoded.notes)


def _entries(text: str) -> Iterator[list[str]]:
    """The lines of each entry, from TY to ER or to the next TY."""
    lines: list[str] = []
    for line in text.lstrip("\ufeff").splitlines():
        if line.startswith("TY  -") and lines:
            yield lines
            lines = []
        if lines or line.startswith("TY  -"):
            lines.append(line)
        if line.startswith("ER  -") and lines:
            yield lines
            lines = []
    if lines:
        yield lines


def _reference(lines: list[str]) -> Reference:
    fields = _fields(lines)
    dates = [date for date in map(reference_date, _all(fields, _DATES)) if date is not None]
    return Reference(
        title=_first(fields, _TITLES),
        authors=tuple(natural_name(author) for author in _all(fields, _AUTHORS)),
        # A whole day says more than the year that is stated beside it.
        published=max(dates, key=lambda date: len(date.edtf), default=None),
        url=_first(fields, _ADDRESSES),
        doi=_first(fields, ("DO",)),
        outlet=_first(fields, _OUTLETS),
        language=language_code(_first(fields, ("LA",))),
        kind=_KINDS.get(_first(fields, ("TY",)), SourceKind.OTHER),
        content="\n".join([*lines, *(() if lines[-1].startswith("ER  -") else ("ER  - ",)), ""]).encode(
            "utf-8", "replace"
        ),
    )


def _fields(lines: list[str]) -> _Fields:
    """The values by tag; a line without tag goes on where the one before ended."""
    fields: _Fields = {}
    values: list[str] = []
    for line in lines:
        found = _LINE.fullmatch(line.rstrip())
        if found:
            values = fields.setdefault(found.group(1), [])
            values.append((found.group(2) or "").strip())
        elif values and line.strip():
            values[-1] = f"{values[-1]} {line.strip()}"
    return fields


def _all(fields: _Fields, tags: tuple[str, ...]) -> list[str]:
    return [value for tag in tags for value in fields.get(tag, ()) if value]


def _first(fields: _Fields, tags: tuple[str, ...]) -> str:
    return next(iter(_all(fields, tags)), "")
