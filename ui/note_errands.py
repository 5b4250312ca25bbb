"""Writing notes on an action, a source or a case file: asks, writes, offers to take it back.

Imports desk and dialogs; casefile.store only when something is done.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from casefile.translation import tr
from ui.asking import ask
from ui.desk import Desk
from ui.dialogs.note import NoteDialog
from ui.widgets.note_list import NoteList

if TYPE_CHECKING:
    from casefile.store.notes import NoteOwner


@dataclass(frozen=True)
class NotesInSight:
    """The record whose notes can be written now, and the list that shows them."""

    owner: "NoteOwner"
    owner_id: int
    notes: NoteList
    turn_to: Callable[[], None]
    """Brings the list into sight, with the keyboard in it."""


class NoteErrands(QObject):
    """Adds, edits, deletes; only the words are asked for."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window

    def add(self, here: NotesInSight) -> None:
        """Asks for a note and writes it."""
        dialog = NoteDialog(tr("Add note"), "", self._window)
        dialog.accepted.connect(lambda: self.write(here, dialog.text()))
        ask(dialog)

    def edit(self, here: NotesInSight) -> None:
        """Asks for other words of the note under the cursor."""
        note = here.notes.note()
        if note is None:
            return
        dialog = NoteDialog(tr("Edit note"), note.text, self._window)
        dialog.accepted.connect(lambda: self.rewrite(here, note.id, note.text, dialog.text()))
        ask(dialog)

    def remove(self, here: NotesInSight) -> None:
        """Deletes the note under the cursor, and offers to bring it back."""
        from casefile.store import notes

        note = here.notes.note()
        if note is not None:
            self._desk.write(
                f"Delete note: {_brief(note.text)}",
                lambda w: notes.remove_note(w, here.owner, note.id),
                lambda _: self._desk.tell_done(tr("Note deleted.")),
            )

    def write(self, here: NotesInSight, text: str) -> None:
        """Writes a note and shows it."""
        from casefile.store import notes

        person = self._desk.person

        def done(note_id: int) -> None:
            here.notes.choose(note_id)
            here.turn_to()

        self._desk.write(
            f"Add note: {_brief(text)}",
            lambda w: notes.add_note(w, here.owner, here.owner_id, text, person),
            done,
        )

    def rewrite(self, here: NotesInSight, note_id: int, before: str, text: str) -> None:
        """Gives a note other words."""
        from casefile.store import notes

        if text != before:
            self._desk.write(
                f"Edit note: {_brief(text)}", lambda w: notes.change_note(w, here.owner, note_id, text)
            )


LONGEST = 40


def _brief(text: str) -> str:
    """The beginning of the note, for a step's label."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rstrip()}…"
