"""Asks for the name of a saved search."""

from collections.abc import Collection

from PySide6.QtWidgets import QWidget

from casefile.translation import tr
from ui.dialogs.form import FormDialog
from ui.dialogs.form_fields import Entries, Field, FieldError


class NameSearchDialog(FormDialog):
    """A name that no other saved search has."""

    def __init__(
        self, title: str, name: str, accept_text: str, taken: Collection[str], parent: QWidget | None = None
    ) -> None:
        self._taken = {other.casefold() for other in taken}
        fields = (Field("name", tr("Name"), name, tr("Such as “Large French fines”")),)
        super().__init__(title, fields, accept_text, self._check_name, parent)

    def _check_name(self, entries: Entries) -> None:
        name = " ".join(entries["name"].split())
        if not name:
            raise FieldError("name", tr("A saved search needs a name."))
        if name.casefold() in self._taken:
            raise FieldError("name", tr("There is a saved search “{name}” already.").format(name=name))
