"""Sources as BibTeX, with the entry types and the EDTF dates of BibLaTeX, UTF-8."""

import re
import unicodedata
from collections.abc import Iterator
from typing import BinaryIO

from casefile.exchange.plain_text import fit_line
from casefile.progress import Task
from casefile.store.export_rows import scope_source_ids
from casefile.store.queries import described_sources
from casefile.store.rows import SourceRecord
from casefile.store.store import Reader
from casefile.terms import SourceKind, label
from casefile.values import DatePrecision

_TYPES = {SourceKind.PRESS: "online", SourceKind.RULING: "jurisdiction", SourceKind.DECISION: "legal"}
_LANGUAGES = {
    "de": "ngerman", "en": "english", "es": "spanish", "fr": "french", "it": "italian", "nl": "dutch",
}  # fmt: skip
"""The names that babel and polyglossia know; for others the code stands."""
_SIGNS = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "{}&%$#_"},
}
_SPECIAL = re.compile(r"[\\{}~^&%$#_]")
_AND = re.compile(r"(?<!\S)and(?!\S)", re.IGNORECASE)
_NOT_IN_KEY = re.compile(r"[^a-z0-9]+")
_NOT_IN_URL = re.compile(r"[\\{}\s]")


def write_bibtex(reader: Reader, case_id: int | None, target: BinaryIO, task: Task) -> int:
    """An entry for each source; gives back how many there are."""
    records = described_sources(reader, scope_source_ids(reader, case_id))
    task.check()
    for record in records:
        fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(record))
        kind = _TYPES.get(record.row.kind, "misc")
        target.write(f"@{kind}{{{_key(record)},\n{fields}}}\n\n".encode())
    return len(records)


def _fields(record: SourceRecord) -> Iterator[tuple[str, str]]:
    row = record.row
    yield "title", f"{{{_escaped(row.title or row.file_name)}}}"
    if record.authors:
        yield "author", " and ".join(_whole_name(author) for author in record.authors)
    if row.outlet:
        yield ("journaltitle" if row.kind is SourceKind.PRESS else "institution"), _escaped(row.outlet)
    if row.published is not None:
        # Quarters are no dates of BibLaTeX: the year, and the rest in words.
        is_quarter = row.published.precision is DatePrecision.QUARTER
        yield "date", f"{row.published.earliest.year:04d}" if is_quarter else row.published.edtf
        if is_quarter:
            yield "note", f"Published {row.published}"
    if record.url:
        yield "url", _NOT_IN_URL.sub(lambda sign: f"%{ord(sign.group()):02X}", fit_line(record.url))
        yield "urldate", record.captured_at.date().isoformat()
    if row.language:
        yield "langid", _LANGUAGES.get(row.language, row.language)
    yield "type", label(row.kind)
    yield "annotation", f"SHA-256 of the original: {record.sha256}"


def _whole_name(author: str) -> str:
    """The name as it is printed, not taken apart: it may be a body's."""
    return f"{{{_AND.sub(lambda found: f'{{{found.group()}}}', _escaped(author))}}}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda sign: _SIGNS[sign.group()], fit_line(text))


def _key(record: SourceRecord) -> str:
    """Outlet, year and the source's number: letters and digits of ASCII, each key once."""
    row = record.row
    name = unicodedata.normalize("NFKD", row.outlet or row.title).encode("ascii", "ignore").decode()
    word = _NOT_IN_KEY.sub("", name.lower())[:20] or "source"
    year = f"{row.published.earliest.year:04d}" if row.published and row.published.earliest.year > 1 else ""
    return f"{word}{year}-{row.id}"
