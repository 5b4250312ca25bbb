"""The bytes of a source as they were captured. Reading only."""

import hashlib
import zlib
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import undefer

from casefile.store.errors import StoreError
from casefile.store.schema.evidence import Document, Original, Source
from casefile.store.store import Reader


@dataclass(frozen=True)
class OriginalFile:
    """A file as it was saved."""

    source_id: int
    name: str
    media_type: str
    """What its content is, whatever its name says."""
    content: bytes


def original_file(reader: Reader, source_id: int) -> OriginalFile:
    """The source's original; ``RecordGoneError`` where the source is gone.

    Raises:
        StoreError: the bytes are not those that were captured.
    """
    source = reader.get_one(Source, source_id)
    document = reader.get_one(Document, source.document_id)
    original = reader.scalars(
        select(Original).where(Original.id == document.original_id).options(undefer(Original.content))
    ).one()
    content = _unpacked(original.content)
    if content is None or hashlib.sha256(content).hexdigest() != original.sha256:
        raise StoreError(
            f"The original of {source.file_name} is damaged.",
            "Run casefile check on the store, and restore a backup that is whole.",
        )
    return OriginalFile(source_id, source.file_name, document.media_type, content)


def _unpacked(content: bytes) -> bytes | None:
    try:
        return zlib.decompress(content)
    except zlib.error:
        return None
