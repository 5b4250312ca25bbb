"""Case files: making, renaming, filling. Inside a write."""

from datetime import UTC, datetime

from sqlalchemy import select

from casefile.store.schema.record import CaseFile, CaseFileAction
from casefile.store.store import Writer


def add_case(writer: Writer, title: str, purpose: str = "") -> int:
    """A new case file's id; ``ValueError`` for an empty title."""
    if not title.strip():
        raise ValueError("a case file needs a title")
    case = CaseFile(title=title.strip(), purpose=purpose.strip(), added_at=datetime.now(UTC))
    writer.add(case)
    writer.flush()
    return case.id


def rename_case(writer: Writer, case_id: int, title: str) -> None:
    """Gives the case file another title; ``ValueError`` for an empty one."""
    if not title.strip():
        raise ValueError("a case file needs a title")
    writer.get_one(CaseFile, case_id).title = title.strip()
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
