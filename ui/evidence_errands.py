"""From selected words of a source to a value that rests on them. Imports desk, dialogs, other errands."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from casefile.translation import tr
from ui.asking import ask
from ui.desk import Desk
from ui.dialogs.choose_action import ActionDialog
from ui.dialogs.choose_field import MEASURE, SUM, FieldChooser
from ui.evidence import ChosenPassage
from ui.evidence_lookups import EvidenceLookups
from ui.fact_errands import FactErrands
from ui.ledger_errands import LedgerErrands

if TYPE_CHECKING:
    from casefile.store.detail import ActionDetail


class EvidenceErrands(QObject):
    """Asks for the action, then for the field, then for the value."""

    def __init__(self, desk: Desk, window: QWidget, facts: FactErrands, ledger: LedgerErrands) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._facts = facts
        self._ledger = ledger
        self._lookups = EvidenceLookups(desk)

    def use(self, chosen: ChosenPassage) -> None:
        """Asks for the action that the passage says something of."""
        dialog = ActionDialog(chosen.words, self._lookups.actions(chosen.source_id), self._window)
        dialog.action_chosen.connect(lambda action_id: self._read(action_id, chosen))
        ask(dialog)

    def _read(self, action_id: int, chosen: ChosenPassage) -> None:
        from casefile.store.detail import action_detail

        self._desk.read(
            "action of the evidence",
            lambda r: action_detail(r, action_id),
            lambda detail: self._ask_field(detail, chosen),
        )

    def _ask_field(self, detail: "ActionDetail", chosen: ChosenPassage) -> None:
        filled = {fact.field for fact in detail.facts if fact.live}
        dialog = FieldChooser(filled, self._window, title=tr("For which fact?"))
        # As with FactErrands.add: one window-modal dialog after the other.
        dialog.field_chosen.connect(
            lambda name: QTimer.singleShot(0, lambda: self._ask_value(detail, name, chosen))
        )
        ask(dialog)

    def _ask_value(self, detail: "ActionDetail", name: str, chosen: ChosenPassage) -> None:
        if name == SUM:
            self._ledger.add_sum_to(detail, chosen)
        elif name == MEASURE:
            self._ledger.add_measure_to(detail, chosen)
        else:
            self._facts.add_to(detail, name, chosen)
