"""Asks for the name of a draft of a brief."""

from collections.abc import Collection

from PySide6.QtWidgets import QWidget

from casefile.store.drafts import LONGEST_NAME
from casefile.translation import tr
from ui.dialogs.form import FormDialog
from ui.dialogs.form_fields import Entries, Field, FieldError


class NameDraftDialog(FormDialog):
    """A name that no other draft has."""

    def __init__(self, name: str, taken: Collection[str], parent: QWidget | None = None) -> None:
        self._taken = {other.casefold() for other in taken}
        fields = (Field("name", tr("Name"), name, tr("Such as “For the hearing in May”")),)
        super().__init__(tr("Rename draft"), fields, tr("Rename"), self._check_name, parent)

    def _check_name(self, entries: Entries) -> None:
        name = " ".join(entries["name"].split())
        if not name:
            raise FieldError("name", tr("A draft needs a name."))
        if len(name) > LONGEST_NAME:
            raise FieldError(
                "name", tr("Use at most {longest_name} characters.").format(longest_name=LONGEST_NAME)
            )
        if name.casefold() in self._taken:
            raise FieldError("name", tr("There is a draft “{name}” already.").format(name=name))
