"""What rests on a source, as a table: a click or Enter opens the fact, the quote or the event."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casefile.store.use_rows import Use
from casefile.terms import ProposalKind
from casefile.translation import N_
from ui.models.ids_model import Column, Receive
from ui.widgets.empty_state import EmptyState
from ui.widgets.header import bare
from ui.widgets.record_table import RecordTable

_ICONS = {ProposalKind.ACTION: "gavel", ProposalKind.QUOTE: "quote", ProposalKind.EVENT: "calendar-clock"}
USES = (
    Column[Use]("Used as", lambda use: use.label, 24, icon=lambda use: _ICONS.get(use.kind, "")),
    Column[Use]("Value", lambda use: " ".join(use.value.split())),
    Column[Use]("Of", lambda use: use.owner, 36),
)
_EMPTY = (
    N_("Nothing rests on this source"),
    N_("Accept proposals in its review, or select words and use them as evidence."),
)


class UsesTable(QWidget):
    """The uses in the order of the text."""

    use_opened = Signal(object)
    """The :class:`Use`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.uses: Sequence[Use] = ()
        self.table = RecordTable(N_("Used in"), USES, self._give, EmptyState("file-text", *_EMPTY))
        self.table.opened.connect(self.use_opened)
        self.table.view.clicked.connect(self._clicked)
        self.table.view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        bare(QVBoxLayout(self)).addWidget(self.table)

    def show_uses(self, uses: Sequence[Use]) -> None:
        """Shows these."""
        self.uses = uses
        self.table.show_ids([use.id for use in uses])
        # Tab would turn back before a list that is out of sight. Qt takes None; its declaration does not.
        self.setFocusProxy(self.table.view if uses else None)  # type: ignore[arg-type]

    def _give(self, ids: Sequence[int], receive: Receive[Use]) -> None:
        receive([self.uses[id_] for id_ in ids])

    def _clicked(self, index: QModelIndex) -> None:
        self.use_opened.emit(self.uses[index.row()])
