"""Changes a proposal before it is accepted."""

from PySide6.QtWidgets import QWidget

from casefile.store.rows import AnyProposal, ProposalRow
from casefile.translation import tr
from ui.dialogs.form import FormDialog
from ui.dialogs.proposal_fields import edited, form_of


class EditProposalDialog(FormDialog):
    """The proposal's fields; :meth:`outcome` is the changed proposal."""

    def __init__(self, row: ProposalRow, parent: QWidget | None = None) -> None:
        self.row = row
        super().__init__(
            tr("Edit the proposed {what}").format(what=tr(row.kind.value)),
            form_of(row.proposal),
            tr("Accept as edited"),
            lambda entries: edited(row.proposal, entries),
            parent,
        )

    def outcome(self) -> AnyProposal:
        """The proposal as entered."""
        return edited(self.row.proposal, self.entries())
