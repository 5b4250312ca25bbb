"""Asks for the name under which a person's steps stand in the journal."""

from PySide6.QtWidgets import QWidget

from casefile.translation import tr
from ui.dialogs.form import FormDialog
from ui.dialogs.form_fields import Entries, Field, FieldError

LONGEST = 80


class YourNameDialog(FormDialog):
    """The person's name."""

    def __init__(self, person: str, parent: QWidget | None = None) -> None:
        field = Field("person", tr("Your name"), person, tr("The journal names you with every step"))
        super().__init__(tr("Your name"), (field,), tr("Save"), _check, parent)

    def person(self) -> str:
        """The name as entered."""
        return self.entries()["person"].strip()


def _check(entries: Entries) -> None:
    name = entries["person"].strip()
    if not name:
        raise FieldError("person", tr("The journal needs a name."))
    if len(name) > LONGEST or not name.isprintable():
        raise FieldError(
            "person", tr("Write a name of at most {longest} letters in one line.").format(longest=LONGEST)
        )


def read_name(text: str) -> str:
    """The name as entered; :class:`FieldError` where the journal cannot take it."""
    _check({"person": text})
    return text.strip()
