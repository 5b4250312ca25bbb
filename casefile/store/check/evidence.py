"""Whether the captured bytes, their texts and the passages in them are what was kept."""

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator
from itertools import groupby

from casefile.store.check.findings import Finding, FindingKind, Findings, Meter
from casefile.store.check.naming import Names
from casefile.store.sealing import SEALED_COLUMNS, seal_of

_PASSAGES = "SELECT document_id, id, start, end, exact, prefix, suffix FROM passage ORDER BY document_id, id"
_Passage = tuple[int, int, int, int, str, str, str]


def check_originals(connection: sqlite3.Connection, names: Names, meter: Meter) -> Findings:
    """Originals whose bytes are not those that their name stands for."""
    for id_, sha256, size, content in connection.execute(
        "SELECT id, sha256, byte_size, content FROM original ORDER BY id"
    ):
        meter.advance("Originals")
        if not _intact(content, sha256, size):
            yield Finding(
                FindingKind.ORIGINAL,
                f"The original bytes of {names.of_original(id_)} were changed outside the program:"
                " they are not those that were imported.",
                "original",
                id_,
                "content",
            )


def check_documents(connection: sqlite3.Connection, names: Names, meter: Meter) -> Findings:
    """Texts that were changed, and passages that do not stand in their text; one text in memory at a time."""
    passages = _Passages(connection)
    rows = connection.execute("SELECT id, CAST(text AS BLOB), text_sha256 FROM document ORDER BY id")
    for id_, text, sha256 in rows:
        meter.advance("Texts and passages")
        if hashlib.sha256(text).hexdigest() != sha256:
            yield Finding(
                FindingKind.DOCUMENT,
                f"The text of {names.of_document(id_)} was changed outside the program:"
                " it is not the text that was kept.",
                "document",
                id_,
                "text",
            )
        found = passages.of(id_)
        if found:
            yield from _check_passages(text.decode("utf-8", "replace"), found, names)


def check_seals(connection: sqlite3.Connection, names: Names) -> Findings:
    """Sources whose bytes, text or description of them are not those that they were kept with."""
    rows = connection.execute(
        f"SELECT source.id, document.id, source.seal, {SEALED_COLUMNS} FROM source"
        " JOIN document ON document.id = source.document_id"
        " JOIN original ON original.id = document.original_id WHERE source.seal <> '' ORDER BY source.id"
    )
    for source_id, document_id, seal, *values in rows:
        if seal_of(values) != seal:
            yield Finding(
                FindingKind.DOCUMENT,
                f"The document of {names.of_document(document_id)} was exchanged outside the program:"
                " it is not the one that was imported.",
                "source",
                source_id,
                "seal",
            )


class _Passages:
    """The passages document by document, read beside the documents in the same order."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        rows: Iterator[_Passage] = connection.execute(_PASSAGES)
        self._groups = groupby(rows, key=lambda row: row[0])
        self._waiting: tuple[int, list[_Passage]] | None = None

    def of(self, document_id: int) -> list[_Passage]:
        """The passages of a document; ask in the order of ids, those of other documents are passed over."""
        while self._waiting is None or self._waiting[0] < document_id:
            key, rows = next(self._groups, (None, iter(())))
            if key is None:
                return []
            self._waiting = (key, list(rows))
        return self._waiting[1] if self._waiting[0] == document_id else []


def _check_passages(text: str, passages: list[_Passage], names: Names) -> Findings:
    for document_id, id_, start, end, exact, prefix, suffix in passages:
        stands = text[start:end] == exact and text.endswith(prefix, 0, start) and text.startswith(suffix, end)
        if not stands:
            yield Finding(
                FindingKind.PASSAGE,
                f"The passage “{names.short(exact)}” (passage {id_}) no longer stands at its place in"
                f" {names.of_document(document_id)}.",
                "passage",
                id_,
            )


def _intact(content: bytes, sha256: str, size: int) -> bool:
    """Whether the bytes are whole; no more is unpacked than there should be."""
    unpacking = zlib.decompressobj()
    try:
        unpacked = unpacking.decompress(content, size + 1)
    except zlib.error:
        return False
    return len(unpacked) == size and unpacking.eof and hashlib.sha256(unpacked).hexdigest() == sha256
