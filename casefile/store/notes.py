"""A person's notes on an action: plain text, no evidence. Inside a write but for reading."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select

from casefile.store.schema.details import ActionNote
from casefile.store.store import Reader, Writer


@dataclass(frozen=True)
class NoteRow:
    """A note and who wrote it when."""

    id: int
    text: str
    person: str
    added_at: datetime


def add_note(writer: Writer, action_id: int, text: str, by: str) -> int:
    """A new note's id; ``ValueError`` for an empty text."""
    note = ActionNote(action_id=action_id, text=_words(text), person=by, added_at=datetime.now(UTC))
    writer.add(note)
    writer.flush()
    return note.id


def change_note(writer: Writer, note_id: int, text: str) -> None:
    """Gives the note another text; ``ValueError`` for an empty one."""
    writer.get_one(ActionNote, note_id).text = _words(text)
    writer.flush()


def remove_note(writer: Writer, note_id: int) -> None:
    """Takes the note away; undo brings it back."""
    writer.delete(writer.get_one(ActionNote, note_id))
    writer.flush()


def action_notes(reader: Reader, action_id: int) -> list[NoteRow]:
    """The action's notes, oldest first."""
    rows = reader.scalars(select(ActionNote).where(ActionNote.action_id == action_id).order_by(ActionNote.id))
    return [NoteRow(row.id, row.text, row.person, row.added_at) for row in rows]


def _words(text: str) -> str:
    if not text.strip():
        raise ValueError("a note needs words")
    return text.strip()
