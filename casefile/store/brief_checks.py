"""What a brief is checked against: the texts of an original, and the store's own id."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import select

from casefile.store.derived import CHUNK
from casefile.store.schema.evidence import Document, Original
from casefile.store.schema.journal import StoreProperty
from casefile.store.store import Reader


def texts_by_hash(reader: Reader, hashes: Iterable[str]) -> dict[str, list[str]]:
    """For each original (by its SHA-256) every text that was made of it, newest first.

    What is not kept is not in it.
    """
    found: dict[str, list[str]] = defaultdict(list)
    wanted = sorted(set(hashes))
    for start in range(0, len(wanted), CHUNK):
        query = (
            select(Original.sha256, Document.text)
            .join(Original, Document.original_id == Original.id)
            .where(Original.sha256.in_(wanted[start : start + CHUNK]))
            .order_by(Document.version.desc())
        )
        for sha256, text in reader.execute(query):
            found[sha256].append(text)
    return found


def texts_of(reader: Reader, sha256: str) -> list[str]:
    """Every text that was made of the original with the hash, newest first; none where it is not kept."""
    return texts_by_hash(reader, [sha256]).get(sha256, [])


def store_id(reader: Reader) -> str:
    """The store's own id, which its copies share; "" where it has none."""
    return reader.scalar(select(StoreProperty.value).where(StoreProperty.name == "id")) or ""
