"""Sources as RIS (Research Information Systems, 2001; the tags of 2011), UTF-8."""

from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

from casefile.exchange.plain_text import fit_line
from casefile.progress import Task
from casefile.store.export_rows import scope_source_ids
from casefile.store.queries import described_sources
from casefile.store.rows import SourceRecord
from casefile.store.store import Reader
from casefile.terms import SourceKind, label
from casefile.values import DatePrecision, PartialDate

_TYPES = {
    SourceKind.PRESS: "NEWS",
    SourceKind.RULING: "CASE",
    SourceKind.DECISION: "LEGAL",
    SourceKind.AUTHORITY_RELEASE: "GOVDOC",
}
_WITH_PARTS = (DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR)


def write_ris(reader: Reader, case_id: int | None, target: BinaryIO, task: Task) -> int:
    """An entry for each source; gives back how many there are."""
    records = described_sources(reader, scope_source_ids(reader, case_id))
    task.check()
    for record in records:
        lines = [*(f"{tag}  - {value}" for tag, value in _fields(record)), "ER  - ", ""]
        target.write("".join(f"{line}\r\n" for line in lines).encode())
    return len(records)


def _fields(record: SourceRecord) -> Iterator[tuple[str, str]]:
    row = record.row
    yield "TY", _TYPES.get(row.kind, "GEN")
    yield "ID", f"casefile-{row.id}"
    yield "TI", fit_line(row.title or row.file_name)
    for author in record.authors:
        yield "AU", fit_line(author)
    if row.outlet:
        yield ("T2" if row.kind is SourceKind.PRESS else "PB"), fit_line(row.outlet)
    if row.published is not None:
        yield from _dates(row.published)
    if record.url:
        yield "UR", fit_line(record.url)
    if row.language:
        yield "LA", row.language
    yield "Y2", f"{record.captured_at:%Y/%m/%d}/"
    yield "M3", label(row.kind)
    yield "N1", f"SHA-256 of the original: {record.sha256}"


def _dates(published: PartialDate) -> Iterator[tuple[str, str]]:
    """``PY`` and ``DA``: year, month, day, and in words what these do not say."""
    first, last = published.earliest, published.latest
    year = f"{first.year:04d}" if first.year == last.year and date.min < first else ""
    words = "" if published.precision in _WITH_PARTS and published.edtf[-1].isdigit() else str(published)
    parts = published.edtf.rstrip("?~%").split("-") if published.precision in _WITH_PARTS else [year]
    if year:
        yield "PY", year
    yield "DA", "/".join([*parts, "", ""][:3]) + f"/{words}"
