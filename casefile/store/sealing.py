"""The seal of a source: a hash over what is known of its captured bytes and text. Imports plain SQL only.

Originals and documents are not journalled; the seal is a column of the source, which is. So the journal's
hash chain covers the captured text too: it cannot be exchanged together with its own hash.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from casefile.store.plain_sql import fetch

SEALED_COLUMNS = (
    "original.sha256, document.text_sha256, document.version, document.media_type, document.reader,"
    " document.notes, document.captured_at, document.structure, document.pages"
)
"""What a seal covers, as the database holds it, in a query over ``document`` and its ``original``."""
_FORMAT_2_COLUMNS = 7
"""How many of them there were at first."""
_OF_DOCUMENTS = (
    f"SELECT document.id, {SEALED_COLUMNS} FROM document JOIN original ON original.id = document.original_id"  # noqa: S608
    " WHERE document.id IN ({marks})"
)


def seal_of(values: Sequence[object]) -> str:
    """The SHA-256 of the values of :data:`SEALED_COLUMNS`.

    What came with format 3 counts as soon as it says something, so that the seals made before still hold.
    """
    if not any(values[_FORMAT_2_COLUMNS:]):
        values = values[:_FORMAT_2_COLUMNS]
    return hashlib.sha256(json.dumps(list(values), ensure_ascii=False).encode()).hexdigest()


def document_seals(session: Session, ids: Iterable[int]) -> dict[int, str]:
    """The seal of each of these documents, by id."""
    rows = fetch(session, _OF_DOCUMENTS, sorted(set(ids)))
    return {row[0]: seal_of(row[1:]) for row in rows}
