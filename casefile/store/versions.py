"""The versions of a publication, and what changed from one to the next. Reading only."""

from sqlalchemy import select

from casefile.store.clusters import versions_of
from casefile.store.differences import Piece, differences
from casefile.store.errors import RecordGoneError
from casefile.store.rows import VersionRow
from casefile.store.schema.evidence import Document, Source
from casefile.store.store import Reader
from casefile.values import PartialDate


def version_rows(reader: Reader, source_id: int) -> tuple[VersionRow, ...]:
    """Every version of the source, itself among them, the earliest first; the trash left out."""
    ids = versions_of(reader, source_id)
    sources = {row.id: row for row in reader.scalars(select(Source).where(Source.id.in_(ids)))}
    return tuple(VersionRow(id_, number, _saved(sources[id_])) for number, id_ in enumerate(ids, start=1))


def changes_between(reader: Reader, earlier_id: int, later_id: int) -> tuple[Piece, ...]:
    """What changed from the text of one source to that of another; ``RecordGoneError`` where one is gone."""
    return differences(_text(reader, earlier_id), _text(reader, later_id))


def _saved(source: Source) -> PartialDate:
    return source.captured_on or PartialDate(source.added_at.date().isoformat())


def _text(reader: Reader, source_id: int) -> str:
    query = select(Document.text).join(Source, Source.document_id == Document.id)
    found = reader.scalar(query.where(Source.id == source_id))
    if found is None:
        raise RecordGoneError
    return found
