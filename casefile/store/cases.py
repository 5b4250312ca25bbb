"""Case files: making, renaming, filling. Inside a write."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import select

from casefile.store.schema.record import CaseFile, CaseFileAction, CaseFileSource
from casefile.store.store import Writer


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
