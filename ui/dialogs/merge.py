"""Asks which other party or speaker is the same one, and by whose name both are known from then on."""

from PySide6.QtWidgets import QComboBox, QWidget

from casefile.translation import tr
from ui.dialogs.form import FormDialog
from ui.dialogs.form_fields import Lookup
from ui.dialogs.party_fields import GIVE_UP, merge_entered, merge_form
from ui.widgets.suggest_line import SuggestLine


class MergeDialog(FormDialog):
    """The other one is chosen of what the store offers while somebody types."""

    def __init__(
        self, kept: int, name: str, others: Lookup, parent: QWidget | None = None, *, lead: str = ""
    ) -> None:
        super().__init__(
            tr("{name} is the same as…").format(name=name),
            merge_form(name, others),
            tr("Merge"),
            lambda entries: merge_entered(entries, kept),
            parent,
            lead=lead,
        )
        self._kept = kept
        other = self.inputs["other"]
        if isinstance(other, SuggestLine):
            other.textChanged.connect(lambda _: self._show_other())

    def merged(self) -> tuple[int, int]:
        """The ids of the one that stays and of the one that goes into it."""
        return merge_entered(self.entries(), self._kept)

    def _show_other(self) -> None:
        """The choice of names tells the other one's as soon as it is known."""
        other, names = self.inputs["other"], self.inputs["name"]
        if isinstance(other, SuggestLine) and isinstance(names, QComboBox):
            known = tr("The other one: {name}").format(name=other.text().strip())
            names.setItemText(names.findData(GIVE_UP), known if other.key else tr("The other one"))
