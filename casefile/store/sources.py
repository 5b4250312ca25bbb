"""Passages, and finding what was kept before. Inside a write but for finding."""

from sqlalchemy import CompoundSelect, Select, Text, literal_column, select, union

from casefile.store.plain_sql import first
from casefile.store.schema.evidence import (
    Claim,
    Passage,
)
from casefile.store.schema.record import LedgerEntry, Measure
from casefile.store.store import Reader, Writer
from casefile.values import Anchor, PartialDate, Span

_OF_BYTES = """
SELECT source.id FROM source JOIN document ON document.id = source.document_id
JOIN original ON original.id = document.original_id
WHERE original.sha256 = ? AND source.trashed_at IS NULL LIMIT 1
"""


def source_of_bytes(reader: Reader, sha256: str) -> int | None:
    """The source of the bytes with that SHA-256 (hexadecimal), None where there is none outside the trash."""
    found: int | None = first(reader, _OF_BYTES, (sha256,))
    return found


def sources_of(actions: Select[int]) -> CompoundSelect[int | None]:
    """In a query: the sources of the claims on these actions, their measures and sums; NULL among them."""
    entries = (
        select(LedgerEntry.id)
        .join(Measure, Measure.id == LedgerEntry.measure_id)
        .where(Measure.action_id.in_(actions))
    )
    measures = select(Measure.id).where(Measure.action_id.in_(actions))
    return union(
        select(Claim.source_id).where(Claim.record_table == "action", Claim.record_id.in_(actions)),
        select(Claim.source_id).where(Claim.record_table == "measure", Claim.record_id.in_(measures)),
        select(Claim.source_id).where(Claim.record_table == "ledger_entry", Claim.record_id.in_(entries)),
    )


def actions_of(source_id: int) -> CompoundSelect[int]:
    """In a query: the actions that claims from this source are about: on them, their measures or sums.

    The plus keeps SQLite from the index that begins with the table: by source there are far fewer.
    """
    table = literal_column(f"+{Claim.__tablename__}.record_table", Text)
    return union(
        select(Claim.record_id).where(Claim.source_id == source_id, table == "action"),
        select(Measure.action_id)
        .join(Claim, Claim.record_id == Measure.id)
        .where(Claim.source_id == source_id, table == "measure"),
        select(Measure.action_id)
        .join(LedgerEntry, LedgerEntry.measure_id == Measure.id)
        .join(Claim, Claim.record_id == LedgerEntry.id)
        .where(Claim.source_id == source_id, table == "ledger_entry"),
    )


def keep_passage(writer: Writer, document_id: int, text: str, span: Span) -> int:
    """The passage of a span, made where it is missing; ``ValueError`` where the span leaves the text."""
    found = writer.scalar(
        select(Passage.id).where(
            Passage.document_id == document_id, Passage.start == span.start, Passage.end == span.end
        )
    )
    if found is not None:
        return found
    anchor = Anchor.at(text, span)
    passage = Passage(
        document_id=document_id,
        start=span.start,
        end=span.end,
        exact=anchor.exact,
        prefix=anchor.prefix,
        suffix=anchor.suffix,
    )
    writer.add(passage)
    writer.flush()
    return passage.id


def sort_key(value: PartialDate | None) -> str:
    """The first day that the date may mean, as a text that sorts; "" where there is no date."""
    return value.earliest.isoformat() if value else ""
