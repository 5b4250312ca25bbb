"""The notes of the case file in sight."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casefile.translation import N_, tr
from ui.desk import Desk
from ui.widgets.header import bare
from ui.widgets.note_list import NoteList
from ui.widgets.notes_page import NotesPage
from ui.widgets.pane import Pane

_PURPOSE = N_(
    "What you want to remember about the case file: whom to ask, what is missing, what was agreed. "
    "No brief prints it. Add note or the Insert key begins one."
)


class CaseNotesPane(Pane):
    """One case file's notes."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Notes of the case file"), parent)
        self.case_id: int | None = None
        self._page = NotesPage(tr("Notes of the case file"), _PURPOSE)
        self.notes.chosen.connect(self.state_changed)
        bare(QVBoxLayout(self)).addWidget(self._page)

    @property
    def notes(self) -> NoteList:
        """The list."""
        return self._page.notes

    def take_commands(self, commands: Mapping[str, QAction]) -> None:
        """What can be done with notes."""
        self._page.take_commands(commands)

    def show_case(self, case_id: int | None) -> None:
        """Shows the notes of another case file; of none, nothing."""
        if case_id != self.case_id:
            self.case_id = case_id
            self.notes.show_notes(())
            self._store_changed()

    def refresh(self) -> None:
        """Reads the notes."""
        from casefile.store.notes import NoteOwner, notes_of

        case_id = self.case_id
        if case_id is not None:
            self.desk.read(
                "case notes", lambda r: notes_of(r, NoteOwner.CASE_FILE, case_id), self.notes.show_notes
            )
