"""Drafts of briefs: compositions that a person named and goes on with. Inside a write but for reading.

What is chosen is kept as JSON that :mod:`casefile.briefs.drafts` writes and reads.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, select

from casefile.errors import CasefileError
from casefile.store.brief_rows import DraftRow
from casefile.store.schema.record import BriefDraft, CaseFile
from casefile.store.store import Reader, Writer

LONGEST_NAME = 120


class DraftError(CasefileError):
    """A draft cannot be called that."""


class DraftGoneError(CasefileError):
    """There is no such draft."""

    def __init__(self) -> None:
        super().__init__("This draft is no longer in the store.", "Undo brings back what was deleted.")


def draft_rows(reader: Reader, case_id: int | None = None) -> list[DraftRow]:
    """The drafts of a case file, or without one all of them, the one changed last first."""
    query = _rows().order_by(BriefDraft.changed_at.desc(), BriefDraft.id.desc())
    if case_id is not None:
        query = query.where(BriefDraft.case_file_id == case_id)
    return [_row(found) for found in reader.execute(query)]


def draft_row(reader: Reader, draft_id: int) -> DraftRow:
    """One draft; :class:`DraftGoneError` where there is none."""
    found = reader.execute(_rows().where(BriefDraft.id == draft_id)).one_or_none()
    if found is None:
        raise DraftGoneError
    return _row(found)


def add_draft(writer: Writer, name: str, case_id: int | None, composition: str) -> int:
    """Keeps a new draft, with a number behind its name where that is taken; gives back its id."""
    draft = BriefDraft(
        name=_unused_name(writer, _shown_name(name)),
        case_file_id=case_id,
        composition=composition,
        changed_at=datetime.now(UTC),
    )
    writer.add(draft)
    writer.flush()
    return draft.id


def change_draft(writer: Writer, draft_id: int, case_id: int | None, composition: str) -> None:
    """Keeps other choices of the draft; :class:`DraftGoneError` where there is none."""
    draft = _draft(writer, draft_id)
    draft.case_file_id, draft.composition = case_id, composition
    draft.changed_at = datetime.now(UTC)
    writer.flush()


def rename_draft(writer: Writer, draft_id: int, name: str) -> None:
    """Gives the draft another name.

    :class:`DraftError` for a name that is empty, too long or taken, :class:`DraftGoneError` for no draft.
    """
    draft, shown = _draft(writer, draft_id), _shown_name(name)
    if shown.casefold() in _names(writer, but=draft_id):
        raise DraftError(f"There is a draft “{shown}” already.", "Choose another name.")
    draft.name = shown
    writer.flush()


def delete_draft(writer: Writer, draft_id: int) -> None:
    """Takes the draft away; undo brings it back. :class:`DraftGoneError` where there is none."""
    writer.delete(_draft(writer, draft_id))
    writer.flush()


def _rows() -> Any:  # noqa: ANN401  SQLAlchemy's types of a row
    title = func.coalesce(CaseFile.title, "").label("case_title")
    return select(BriefDraft, title).outerjoin(CaseFile, CaseFile.id == BriefDraft.case_file_id)


def _row(found: Any) -> DraftRow:  # noqa: ANN401  SQLAlchemy's types of a row
    draft: BriefDraft = found.BriefDraft
    return DraftRow(
        draft.id,
        draft.name,
        draft.case_file_id,
        found.case_title,
        draft.changed_at,
        draft.composition,
    )


def _draft(writer: Writer, draft_id: int) -> BriefDraft:
    draft = writer.get(BriefDraft, draft_id)
    if draft is None:
        raise DraftGoneError
    return draft


def _shown_name(name: str) -> str:
    bare = " ".join(name.split())
    if not bare:
        raise DraftError("A draft needs a name.", "Write a word or two.")
    if len(bare) > LONGEST_NAME:
        raise DraftError("This name is too long.", f"Use at most {LONGEST_NAME} characters.")
    return bare


def _unused_name(writer: Writer, name: str) -> str:
    """The name, or with the first number from 2 on that makes it one that no draft has."""
    taken = _names(writer)
    numbered = (f"{name} {number}" for number in range(2, len(taken) + 3))
    return next(one for one in (name, *numbered) if one.casefold() not in taken)


def _names(writer: Writer, but: int | None = None) -> set[str]:
    rows = writer.execute(select(BriefDraft.id, BriefDraft.name))
    return {row.name.casefold() for row in rows if row.id != but}
