"""Sources as CSL-JSON, the format of the Citation Style Language 1.0.2."""

import json
from typing import Any, BinaryIO

from casefile.exchange.plain_text import fit_line
from casefile.progress import Task
from casefile.store.export_rows import scope_source_ids
from casefile.store.queries import described_sources
from casefile.store.rows import SourceRecord
from casefile.store.store import Reader
from casefile.terms import SourceKind, label
from casefile.values import OPEN, DatePrecision, PartialDate

_TYPES = {
    SourceKind.PRESS: "article-newspaper",
    SourceKind.RULING: "legal_case",
    SourceKind.DECISION: "regulation",
    SourceKind.STATEMENT: "speech",
}
"""Everything else is a ``document`` whose genre says what it is."""


def write_csl(reader: Reader, case_id: int | None, target: BinaryIO, task: Task) -> int:
    """A list of items; gives back how many there are."""
    records = described_sources(reader, scope_source_ids(reader, case_id))
    task.check()
    items = [csl_item(record) for record in records]
    target.write(json.dumps(items, ensure_ascii=False, indent=1).encode() + b"\n")
    return len(items)


def csl_item(record: SourceRecord) -> dict[str, Any]:
    """The source as an item, without what is not known.

    A name is given as it is printed (``literal``): which part of it is the family's nobody has said.
    """
    row = record.row
    item = {
        "id": f"casefile-{row.id}",
        "type": _TYPES.get(row.kind, "document"),
        "genre": label(row.kind),
        "title": fit_line(row.title or row.file_name),
        "author": [{"literal": fit_line(author)} for author in record.authors],
        "issued": _date(row.published),
        "container-title": fit_line(row.outlet),
        "URL": fit_line(record.url),
        "language": row.language,
        "accessed": _date(record.captured_on or PartialDate.of_day(record.captured_at.date())),
        "note": f"SHA-256 of the original: {record.sha256}",
    }
    return {name: value for name, value in item.items() if value}


def _date(date: PartialDate | None) -> dict[str, Any] | None:
    """A date variable: parts as far as they are known; what has no parts there stands in words."""
    if date is None:
        return None
    ends = date.edtf.split("/")
    if OPEN in ends or date.precision is DatePrecision.QUARTER:
        return {"literal": str(date)}
    if date.precision is DatePrecision.SEASON:
        return {"literal": str(date)}
    found: dict[str, Any] = {
        "date-parts": [[int(part) for part in end.rstrip("?~%").split("-")] for end in ends]
    }
    if any(end[-1:] in "?~%" for end in ends):
        found["circa"] = True
    return found
