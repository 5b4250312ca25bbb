"""Case files: making, renaming, filling. Inside a write."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from sqlalchemy import select

from casefile.store.schema.record import CaseFile, CaseFileAction, CaseFileSource, Quote, TimelineEvent
from casefile.store.store import Writer
from casefile.store.timeline import timeline_rows


def add_case(writer: Writer, title: str, purpose: str = "") -> int:
    """A new case file's id; ``ValueError`` for an empty title."""
    case = CaseFile(title=_title(title), purpose=purpose.strip(), added_at=datetime.now(UTC))
    writer.add(case)
    writer.flush()
    return case.id


def rename_case(writer: Writer, case_id: int, title: str, purpose: str | None = None) -> None:
    """Gives the case file another title and, where one is named, purpose.

    ``ValueError`` for an empty title.
    """
    case = writer.get_one(CaseFile, case_id)
    case.title = _title(title)
    if purpose is not None:
        case.purpose = purpose.strip()
    writer.flush()


def add_action(writer: Writer, case_id: int, action_id: int) -> None:
    """Puts the action in the case file; nothing happens where it is in it already."""
    present = writer.scalar(
        select(CaseFileAction.id).where(
            CaseFileAction.case_file_id == case_id, CaseFileAction.action_id == action_id
        )
    )
    if present is None:
        writer.add(CaseFileAction(case_file_id=case_id, action_id=action_id))
        writer.flush()


def add_source(writer: Writer, case_id: int, source_id: int) -> None:
    """Puts the source itself in the case file; nothing happens where it was put there already."""
    present = writer.scalar(
        select(CaseFileSource.id).where(
            CaseFileSource.case_file_id == case_id, CaseFileSource.source_id == source_id
        )
    )
    if present is None:
        writer.add(CaseFileSource(case_file_id=case_id, source_id=source_id))
        writer.flush()


def add_records(writer: Writer, case_id: int, kind: str, ids: Sequence[int]) -> None:
    """Puts actions or sources in the case file; of a quote its source, of a date its source or action.

    ``kind`` is ``action``, ``source``, ``quote`` or ``date``; dates have the ids of the timeline.
    """
    actions: Iterable[int] = ids if kind == "action" else ()
    sources: Iterable[int] = ids if kind == "source" else ()
    if kind == "quote":
        sources = writer.scalars(select(Quote.source_id).where(Quote.id.in_(ids))).all()
    elif kind == "date":
        events = [id_ for id_ in ids if id_ > 0]
        sources = writer.scalars(select(TimelineEvent.source_id).where(TimelineEvent.id.in_(events))).all()
        rows = timeline_rows(writer, [id_ for id_ in ids if id_ < 0])
        actions = [row.action_id for row in rows if row.action_id is not None]
    for id_ in dict.fromkeys(actions):
        add_action(writer, case_id, id_)
    for id_ in dict.fromkeys(sources):
        add_source(writer, case_id, id_)


def take_out_actions(writer: Writer, case_id: int, action_ids: Sequence[int]) -> int:
    """Takes the actions out of the case file; gives back how many were in it."""
    rows = writer.scalars(
        select(CaseFileAction).where(
            CaseFileAction.case_file_id == case_id, CaseFileAction.action_id.in_(action_ids)
        )
    ).all()
    return _delete(writer, rows)


def take_out_sources(writer: Writer, case_id: int, source_ids: Sequence[int]) -> int:
    """Takes out the sources that were put in themselves; gives back how many that were.

    A source on which an action of the case file rests belongs to it as long as the action does.
    """
    rows = writer.scalars(
        select(CaseFileSource).where(
            CaseFileSource.case_file_id == case_id, CaseFileSource.source_id.in_(source_ids)
        )
    ).all()
    return _delete(writer, rows)


def _delete(writer: Writer, rows: Sequence[CaseFileAction | CaseFileSource]) -> int:
    for row in rows:
        writer.delete(row)
    writer.flush()
    return len(rows)


def _title(title: str) -> str:
    if not title.strip():
        raise ValueError("a case file needs a title")
    return title.strip()
