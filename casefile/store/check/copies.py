"""Whether texts are found by their words, and copies by each other: the signatures are made anew."""

import hashlib
import sqlite3
import struct

from casefile.store.check.findings import Finding, FindingKind, Findings, Meter
from casefile.store.check.naming import Names
from casefile.store.signatures import TextSignature, sign

_TEXTS = """
SELECT document.id, CAST(document.text AS BLOB), text_sha256, text_key, shingles, minima FROM document
LEFT JOIN text_signature ON text_signature.id = document.id ORDER BY document.id
"""
_STRAY_COPIES = """
SELECT count(*) FROM text_copy WHERE document_id NOT IN (SELECT id FROM document)
OR NOT EXISTS (SELECT 1 FROM text_copy AS back
    WHERE back.document_id = text_copy.id AND back.id = text_copy.document_id)
"""


def check_copies(connection: sqlite3.Connection, names: Names, meter: Meter) -> Findings:
    """Texts whose signature is not theirs; bands and copies of what is not there. Of texts that were changed
    another part tells.
    """  # noqa: D205
    bands = signatures = 0
    for id_, text, sha256, *stored in connection.execute(_TEXTS):
        meter.advance("Signatures of texts")
        signatures += stored[0] is not None
        kept = _bands_of(connection, id_, stored[2])
        bands += len(kept)
        if hashlib.sha256(text).hexdigest() != sha256:
            continue
        wanted = sign(text.decode("utf-8", "surrogatepass"))
        if stored != [wanted.text_key, wanted.shingles, wanted.minima] or kept != set(wanted.bands):
            yield Finding(
                FindingKind.SEARCH,
                f"Copies of {names.of_document(id_)} may not be found: its text has another signature.",
                "text_signature",
                id_,
            )
    for table, wanted_rows in (("text_band", bands), ("text_signature", signatures)):
        if connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] != wanted_rows:
            yield Finding(FindingKind.SEARCH, f"{table} has rows of texts that are not there.", table)
    if connection.execute(_STRAY_COPIES).fetchone()[0]:
        sentence = "The list of texts that are copies of each other is not whole."
        yield Finding(FindingKind.SEARCH, sentence, "text_copy")


def _bands_of(connection: sqlite3.Connection, document_id: int, minima: bytes | None) -> set[int]:
    """Those bands of the stored signature by which the index finds the document."""
    try:
        bands = TextSignature("", 0, minima or b"").bands
    except struct.error:
        return set()
    if not bands:
        return set()
    marks = ", ".join("?" * len(bands))
    rows = connection.execute(
        f"SELECT band FROM text_band WHERE id = ? AND band IN ({marks})",
        (document_id, *bands),
    )
    return {row[0] for row in rows}
