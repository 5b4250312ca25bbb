"""Asks for a case file: what it is called and for, or one of those that are there."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from casefile.store.rows import CaseRow
from casefile.translation import tr
from ui.dialogs.form import FormDialog
from ui.dialogs.form_fields import Entries, Field, FieldError
from ui.widgets.choice_box import ChoiceBox


class CaseDialog(FormDialog):
    """Title and purpose of a case file."""

    def __init__(
        self,
        heading: str,
        accept_text: str,
        parent: QWidget | None = None,
        title: str = "",
        purpose: str = "",
    ) -> None:
        fields = (
            Field("title", tr("Title"), title, tr("Such as “Facial recognition in Europe”")),
            Field("purpose", tr("Purpose"), purpose, tr("What the case file is to answer")),
        )
        super().__init__(heading, fields, accept_text, _check_title, parent)


class AssignDialog(FormDialog):
    """Which case file the chosen records go into."""

    def __init__(self, cases: Sequence[CaseRow], parent: QWidget | None = None) -> None:
        super().__init__(tr("Add to a case file"), (), tr("Add"), lambda _: None, parent)
        self._case = ChoiceBox(tr("Case file"))
        for case in cases:
            self._case.addItem(case.title, case.id)
        self.form.addRow(tr("Case file"), self._case)

    def case_id(self) -> int:
        """The chosen case file."""
        return int(self._case.currentData())


def _check_title(entries: Entries) -> None:
    if not entries["title"].strip():
        raise FieldError("title", tr("A case file needs a title."))
