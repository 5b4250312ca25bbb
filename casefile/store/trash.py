"""The trash: putting records in, bringing them back, emptying it for good. Inside a write.

Emptying is the one thing that undo does not take back. What is gone then: the trashed records, and the
captured bytes and texts that no source needs any more, those of undone imports among them. The journal keeps
what it says of the rows (titles, quotes), never the bytes.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Integer, Select, cast, delete, func, select, update
from sqlalchemy.orm import Session

from casefile.errors import CasefileError
from casefile.store.copies import forget_documents
from casefile.store.derived import chunks
from casefile.store.folding import sort_text
from casefile.store.lists import Order
from casefile.store.schema.evidence import (
    Claim,
    ClaimPassage,
    Document,
    Original,
    Passage,
    Proposal,
    ReceiptLine,
    Source,
)
from casefile.store.schema.journal import OpenStep, Step
from casefile.store.schema.record import (
    Action,
    CaseFile,
    LedgerEntry,
    Measure,
    Quote,
    TimelineEvent,
)
from casefile.store.store import Reader, Writer
from casefile.terms import ClaimState, StepKind

_MODELS: dict[str, Any] = {
    "action": Action,
    "source": Source,
    "quote": Quote,
    "event": TimelineEvent,
    "case_file": CaseFile,
}
KINDS = tuple(_MODELS)
"""What can be put into the trash."""


class TrashError(CasefileError):
    """What is to go into the trash, or out of it, is not there."""


@dataclass(frozen=True)
class TrashRow:
    """One record in the trash, newest first in lists."""

    kind: str
    id: int
    title: str
    trashed_at: datetime

    @property
    def number(self) -> int:
        """A number that no record of another kind has."""
        return self.id * len(KINDS) + KINDS.index(self.kind)


@dataclass(frozen=True)
class TrashContent:
    """What emptying the trash would remove, and what it would have to keep."""

    rows: int
    kept_sources: int
    """Trashed sources that accepted facts outside of the trash rest on."""
    original_bytes: int
    """Captured bytes, compressed, that no source needs any more."""


TRASH_SORTS: Mapping[str, Callable[[TrashRow], str]] = {
    "kind": lambda row: row.kind,
    "title": lambda row: sort_text(row.title),
    "moved": lambda row: row.trashed_at.isoformat(),
}
_LATEST = Order("moved", descending=True)


def put_in_trash(writer: Writer, kind: str, ids: Sequence[int]) -> None:
    """Takes the records out of every list, search and brief; nothing of them is lost."""
    _mark(writer, kind, ids, datetime.now(UTC))


def restore(writer: Writer, kind: str, ids: Sequence[int]) -> None:
    """Brings the records back."""
    _mark(writer, kind, ids, None)


def trash_rows(reader: Reader, order: Order = _LATEST) -> list[TrashRow]:
    """What lies in the trash, latest first; ``order`` names one of :data:`TRASH_SORTS`."""
    key = TRASH_SORTS[order.by]
    titles = {
        "action": Action.title,
        "source": func.coalesce(func.nullif(Source.title, ""), Source.file_name),
        "quote": Quote.text,
        "event": TimelineEvent.about,
        "case_file": CaseFile.title,
    }
    rows = [
        TrashRow(kind, id_, title, trashed_at)
        for kind, model in _MODELS.items()
        for id_, title, trashed_at in reader.execute(
            select(model.id, titles[kind], model.trashed_at).where(model.trashed_at.is_not(None))
        )
    ]
    return sorted(rows, key=lambda row: (key(row), row.trashed_at, row.id), reverse=order.descending)


def trash_count(reader: Reader) -> int:
    """How many records lie in the trash."""
    return sum(
        reader.scalar(select(func.count()).where(model.trashed_at.is_not(None))) or 0
        for model in _MODELS.values()
    )


def trash_content(reader: Reader) -> TrashContent:
    """What :func:`empty_trash` would do."""
    trashed = trash_count(reader)
    kept = _count(
        reader, select(Source.id).where(Source.trashed_at.is_not(None), Source.id.in_(needed_sources()))
    )
    leaving = select(Source.id).where(Source.trashed_at.is_not(None), Source.id.not_in(needed_sources()))
    staying = select(Source.document_id).where(Source.id.not_in(leaving))
    originals = select(Document.original_id).where(Document.id.in_(staying))
    size = reader.scalar(select(func.sum(func.length(Original.content))).where(Original.id.not_in(originals)))
    return TrashContent(trashed - kept, kept, size or 0)


def empty_trash(writer: Writer) -> TrashContent:
    """Removes for good what lies in the trash; gives back what was removed. Undo ends here, if anything was.

    Ask before: this is the one thing that cannot be taken back. Sources on which something outside of the
    trash rests stay in it.
    """
    content = trash_content(writer)
    if not content.rows and not content.original_bytes:
        return content
    step = writer.get_one(Step, writer.scalars(select(OpenStep.step_id)).one())
    step.kind, step.undoable = StepKind.PURGE, False
    writer.execute(update(OpenStep).values(purging=True))
    _delete_actions(writer)
    for model in (Quote, TimelineEvent, CaseFile):
        writer.execute(delete(model).where(model.trashed_at.is_not(None)))
    _delete_sources(writer)
    _forget_records(writer)
    _delete_orphans(writer)
    writer.execute(update(OpenStep).values(purging=False))
    writer.expire_all()
    return content


def _mark(writer: Writer, kind: str, ids: Sequence[int], at: datetime | None) -> None:
    model = _MODELS[kind]
    found = [
        record
        for some in chunks(set(ids))
        for record in writer.scalars(select(model).where(model.id.in_(some)))
    ]
    missing = sorted(set(ids) - {record.id for record in found})
    if missing:
        name = kind.replace("_", " ")
        raise TrashError(f"There is no {name} {', '.join(map(str, missing))}.", "Nothing was moved.")
    for record in found:
        record.trashed_at = at
    writer.flush()


def needed_sources() -> Select[Any]:
    """The sources that facts outside of the trash rest on; quotes and events go with their source."""
    live = Claim.state.in_((ClaimState.ACCEPTED, ClaimState.SUPERSEDED))
    of_actions = (
        select(Claim.source_id)
        .join(Action, Action.id == Claim.record_id)
        .where(Claim.record_table == "action", live, Action.trashed_at.is_(None))
    )
    of_sums = (
        select(Claim.source_id)
        .join(LedgerEntry, LedgerEntry.id == Claim.record_id)
        .join(Measure, Measure.id == LedgerEntry.measure_id)
        .join(Action, Action.id == Measure.action_id)
        .where(Claim.record_table == "ledger_entry", live, Action.trashed_at.is_(None))
    )
    of_measures = (
        select(Claim.source_id)
        .join(Measure, Measure.id == Claim.record_id)
        .join(Action, Action.id == Measure.action_id)
        .where(Claim.record_table == "measure", live, Action.trashed_at.is_(None))
    )
    of_parties = select(Claim.source_id).where(Claim.record_table == "party", live)
    found = of_actions.union_all(of_sums, of_measures, of_parties).subquery()
    return select(found.c[0]).where(found.c[0].is_not(None))


def _count(session: Session, rows: Select[Any]) -> int:
    return session.scalar(select(func.count()).select_from(rows.subquery())) or 0


def _delete_actions(writer: Writer) -> None:
    """Trashed actions with everything that hangs on them, and what others say of being related to them."""
    gone = select(Action.id).where(Action.trashed_at.is_not(None))
    entries = (
        select(LedgerEntry.id)
        .join(Measure, Measure.id == LedgerEntry.measure_id)
        .where(Measure.action_id.in_(gone))
    )
    measures = select(Measure.id).where(Measure.action_id.in_(gone))
    writer.execute(delete(Claim).where(Claim.record_table == "ledger_entry", Claim.record_id.in_(entries)))
    writer.execute(delete(Claim).where(Claim.record_table == "measure", Claim.record_id.in_(measures)))
    writer.execute(delete(Claim).where(Claim.record_table == "action", Claim.record_id.in_(gone)))
    # Their id may be another action's one day, and none may be found under it until then.
    related_id = cast(func.json_extract(Claim.value, "$.action_id"), Integer)
    writer.execute(delete(Claim).where(Claim.field == "related_action", related_id.in_(gone)))
    writer.execute(delete(Action).where(Action.trashed_at.is_not(None)))


def _delete_sources(writer: Writer) -> None:
    """Trashed sources that nothing rests on any more, with their proposals and rejected claims."""
    gone = list(
        writer.scalars(
            select(Source.id).where(Source.trashed_at.is_not(None), Source.id.not_in(needed_sources()))
        )
    )
    for id_ in gone:
        claims = select(Claim.id).where(Claim.source_id == id_)
        writer.execute(delete(ClaimPassage).where(ClaimPassage.claim_id.in_(claims)))
        writer.execute(delete(Claim).where(Claim.source_id == id_))
        writer.execute(delete(Quote).where(Quote.source_id == id_))
        writer.execute(delete(TimelineEvent).where(TimelineEvent.source_id == id_))
        writer.execute(delete(Proposal).where(Proposal.source_id == id_))
        _forget_version(writer, id_)
        writer.execute(update(ReceiptLine).where(ReceiptLine.source_id == id_).values(source_id=None))
        writer.execute(update(Source).where(Source.part_of_id == id_).values(part_of_id=None))
        writer.execute(delete(Source).where(Source.id == id_))


def _forget_version(writer: Writer, source_id: int) -> None:
    """The versions that name this one as the first name the next one instead."""
    later = list(writer.scalars(select(Source).where(Source.version_of_id == source_id).order_by(Source.id)))
    for source in later:
        source.version_of_id = later[0].id if source is not later[0] else None
    writer.flush()


def _forget_records(writer: Writer) -> None:
    """What proposals had become and is gone: its id may be another record's one day."""
    for model in (Action, Quote, TimelineEvent):
        made = Proposal.record_table == model.__tablename__
        gone = made & Proposal.record_id.not_in(select(model.id))
        writer.execute(update(Proposal).where(gone).values(record_id=None, record_table=""))


def _delete_orphans(writer: Writer) -> None:
    """Passages, documents and originals that no source, claim or quote needs any more."""
    documents = select(Document.id).where(Document.id.not_in(select(Source.document_id)))
    forget_documents(writer, writer.scalars(documents).all())
    writer.execute(delete(Passage).where(Passage.document_id.in_(documents)))
    writer.execute(delete(Document).where(Document.id.not_in(select(Source.document_id))))
    writer.execute(delete(Original).where(Original.id.not_in(select(Document.original_id))))
