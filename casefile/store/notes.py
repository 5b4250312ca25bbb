"""A person's notes on an action, a source or a case file: plain text, no evidence.

Inside a write but for reading.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import Text, func, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute

from casefile.store.schema.details import ActionNote, SourceNote
from casefile.store.schema.journal import Change, Step
from casefile.store.schema.record import CaseNote
from casefile.store.store import Reader, Writer
from casefile.terms import StepKind


class NoteOwner(StrEnum):
    """What a note can be on; the value is the record's table."""

    ACTION = "action"
    SOURCE = "source"
    CASE_FILE = "case_file"


AnyNote = ActionNote | SourceNote | CaseNote


@dataclass(frozen=True)
class NoteRow:
    """A note and who wrote it when."""

    id: int
    text: str
    person: str
    added_at: datetime


def add_note(writer: Writer, owner: NoteOwner, owner_id: int, text: str, by: str) -> int:
    """A new note's id; ``ValueError`` for an empty text."""
    words, now = _words(text), datetime.now(UTC)
    note: AnyNote
    match owner:
        case NoteOwner.ACTION:
            note = ActionNote(action_id=owner_id, text=words, person=by, added_at=now)
        case NoteOwner.SOURCE:
            note = SourceNote(source_id=owner_id, text=words, person=by, added_at=now)
        case NoteOwner.CASE_FILE:
            note = CaseNote(case_file_id=owner_id, text=words, added_at=now)
    writer.add(note)
    writer.flush()
    return note.id


def change_note(writer: Writer, owner: NoteOwner, note_id: int, text: str) -> None:
    """Gives the note another text; ``ValueError`` for an empty one."""
    _note(writer, owner, note_id).text = _words(text)
    writer.flush()


def remove_note(writer: Writer, owner: NoteOwner, note_id: int) -> None:
    """Takes the note away; undo brings it back."""
    writer.delete(_note(writer, owner, note_id))
    writer.flush()


def notes_of(reader: Reader, owner: NoteOwner, owner_id: int) -> list[NoteRow]:
    """The record's notes, oldest first."""
    if owner is NoteOwner.CASE_FILE:
        return _case_notes(reader, owner_id)
    model, of = _SIGNED[owner]
    rows = reader.execute(
        select(model.id, model.text, model.person, model.added_at).where(of == owner_id).order_by(model.id)
    )
    return [NoteRow(*row) for row in rows]


def _case_notes(reader: Reader, case_id: int) -> list[NoteRow]:
    """The journal knows who wrote them; their table does not."""
    added = func.json_extract(Change.after, "$.added_at") == type_coerce(CaseNote.added_at, Text)
    person = (
        select(Step.person)
        .join(Change, Change.step_id == Step.id)
        .where(Change.table_name == CaseNote.__tablename__, Change.row_id == CaseNote.id, added)
        .where(Change.before.is_(None), Step.kind == StepKind.DO)
        .order_by(Step.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    rows = reader.execute(
        select(CaseNote.id, CaseNote.text, func.coalesce(person, ""), CaseNote.added_at)
        .where(CaseNote.case_file_id == case_id)
        .order_by(CaseNote.id)
    )
    return [NoteRow(*row) for row in rows]


def _note(writer: Writer, owner: NoteOwner, note_id: int) -> AnyNote:
    match owner:
        case NoteOwner.ACTION:
            return writer.get_one(ActionNote, note_id)
        case NoteOwner.SOURCE:
            return writer.get_one(SourceNote, note_id)
        case NoteOwner.CASE_FILE:
            return writer.get_one(CaseNote, note_id)


def _words(text: str) -> str:
    if not text.strip():
        raise ValueError("a note needs words")
    return text.strip()


_SIGNED: dict[NoteOwner, tuple[type[ActionNote] | type[SourceNote], InstrumentedAttribute[int]]] = {
    NoteOwner.ACTION: (ActionNote, ActionNote.action_id),
    NoteOwner.SOURCE: (SourceNote, SourceNote.source_id),
}
"""The notes that name who wrote them, and the column of what they are on."""
