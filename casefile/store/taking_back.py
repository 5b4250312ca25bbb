"""Taking back what an import brought: by undo where it is the latest step, else by way of the trash.

Undo goes in order, latest step first: what was done since may rest on what the import brought. A source from
the middle goes into the trash instead, as a step of its own that undo brings back, and only where no accepted
fact, quote or event rests on it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import select

from casefile.errors import CasefileError
from casefile.store import trash
from casefile.store.derived import chunks
from casefile.store.journal import StepGroup, undo_candidate
from casefile.store.receipts import receipt_lines
from casefile.store.rows import LineRow
from casefile.store.schema.evidence import ReceiptLine
from casefile.store.schema.record import Quote, TimelineEvent
from casefile.store.store import Reader, Store
from casefile.terms import Standing


class NothingToTakeBackError(CasefileError):
    """Nothing that the import brought can be taken back."""


@dataclass(frozen=True)
class TakenBack:
    """How an import, or a line of it, was taken back."""

    undone: bool
    """By undo, as if it had never been; else its sources are in the trash."""
    sources: int
    kept: int = 0
    """Sources that stay because accepted facts, quotes or events rest on them."""
    step: int = field(default=0, compare=False)
    """The first of the steps that were undone, or the step that put the sources in the trash."""


def take_back_batch(store: Store, batch_id: int, by: str) -> TakenBack:
    """Takes back a whole import; :class:`NothingToTakeBackError` where nothing of it can go.

    Between reading and writing nobody else may write: run it where the writes run one after another.
    """
    with store.read() as reader:
        lines = _standing(receipt_lines(reader, batch_id))
        latest = undo_candidate(reader)
    groups = {line.group for line in lines}
    if latest is not None and groups == {latest.target_id}:
        store.undo(by, latest.target_id)
        return TakenBack(True, len(lines), step=latest.target_id)  # noqa: FBT003  the field's name says it
    return _put_in_trash(store, lines, "Take back an import", by)


def take_back_line(store: Store, line_id: int, by: str) -> TakenBack:
    """Takes back what one file of an import brought, the files within it too; raises as for the whole."""
    with store.read() as reader:
        place = reader.execute(
            select(ReceiptLine.batch_id, ReceiptLine.position, ReceiptLine.part, ReceiptLine.name)
            .where(ReceiptLine.id == line_id)
        ).one()  # fmt: skip
        within = select(ReceiptLine.id).where(
            ReceiptLine.batch_id == place.batch_id, ReceiptLine.position == place.position
        )
        wanted = {line_id} if place.part else set(reader.scalars(within))
        lines = [line for line in receipt_lines(reader, place.batch_id) if line.id in wanted]
    return _put_in_trash(store, _standing(lines), f"Take back the import of {place.name}", by)


def _standing(lines: Iterable[LineRow]) -> list[LineRow]:
    """The lines that brought a source which is still there."""
    return [line for line in lines if line.standing is Standing.HERE and line.row.is_new]


def _put_in_trash(store: Store, lines: Iterable[LineRow], label: str, by: str) -> TakenBack:
    ids = [line.row.source_id for line in lines if line.row.source_id is not None]
    if not ids:
        raise NothingToTakeBackError("Nothing that was imported is left here.", "It was taken back before.")
    group = StepGroup()
    with store.write(label, by=by, group=group) as writer:
        needed = _needed(writer, ids)
        going = [id_ for id_ in ids if id_ not in needed]
        if not going:
            raise NothingToTakeBackError(
                "Accepted facts, quotes or events rest on what was imported, so it stays.",
                "Undo their acceptance first, or move the source to the trash in the list of sources.",
            )
        trash.put_in_trash(writer, "source", going)
    return TakenBack(False, len(going), len(needed), group.first)  # noqa: FBT003  the field's name says it


def _needed(reader: Reader, ids: Iterable[int]) -> set[int]:
    """Those of the sources that something accepted outside of the trash rests on."""
    rests = set(reader.scalars(trash.needed_sources())).intersection(ids)
    for some in chunks(ids):
        for model in (Quote, TimelineEvent):
            own = select(model.source_id).where(model.source_id.in_(some), model.trashed_at.is_(None))
            rests |= set(reader.scalars(own))
    return rests
