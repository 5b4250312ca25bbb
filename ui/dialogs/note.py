"""Asks for the words of a note."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from casefile.translation import tr
from ui.dialogs.form import FormDialog
from ui.dialogs.form_fields import Entries, Field, FieldError

LINES = 7
SAVE_KEYS = ("Ctrl+Return", "Ctrl+Enter")


class NoteDialog(FormDialog):
    """A new note, or another text of one; Enter begins a new line, Ctrl+Enter saves."""

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        field = Field("text", tr("Note"), text, tr("Plain text; Ctrl+Enter saves"), lines=LINES)
        super().__init__(title, (field,), tr("Save"), _check, parent)
        for keys in SAVE_KEYS:
            QShortcut(QKeySequence(keys), self).activated.connect(self._save)

    def text(self) -> str:
        """What was written."""
        return self.entries()["text"].strip()

    def _save(self) -> None:
        if self.can_accept:
            self.accept()


def _check(entries: Entries) -> None:
    if not entries["text"].strip():
        raise FieldError("text", tr("A note needs words."))
