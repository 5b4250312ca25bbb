"""What a brief is checked against: the texts of an original, and the store's own id."""

from sqlalchemy import select

from casefile.store.schema.evidence import Document, Original
from casefile.store.schema.journal import StoreProperty
from casefile.store.store import Reader


def texts_of(reader: Reader, sha256: str) -> list[str]:
    """Every text that was made of the original with the hash, newest first; none where it is not kept."""
    query = select(Document.text).join(Original, Document.original_id == Original.id)
    return list(reader.scalars(query.where(Original.sha256 == sha256).order_by(Document.version.desc())))


def store_id(reader: Reader) -> str:
    """The store's own id, which its copies share; "" where it has none."""
    return reader.scalar(select(StoreProperty.value).where(StoreProperty.name == "id")) or ""
