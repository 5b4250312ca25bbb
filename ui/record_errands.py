"""What is asked and written about records: made, and its forms imported, when it is first wanted."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.party_commands import PartyCommands
from ui.views import Panes, Views

if TYPE_CHECKING:
    from casefile.store.detail import ActionDetail
    from ui.case_errands import CaseErrands
    from ui.description_errands import DescriptionErrands
    from ui.errands import Errands
    from ui.evidence_errands import EvidenceErrands
    from ui.fact_errands import FactErrands
    from ui.ledger_errands import LedgerErrands
    from ui.list_errands import ListErrands
    from ui.note_errands import NoteErrands
    from ui.trash_errands import TrashErrands


class RecordErrands(QObject):
    """One errand for each kind of thing that is done to records."""

    def __init__(self, desk: Desk, window: QWidget, views: Views, errands: "Errands") -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._views = views
        self._errands = errands

    @cached_property
    def facts(self) -> "FactErrands":
        """What is done to facts."""
        from ui.dialogs.choose_field import MEASURE, SUM
        from ui.fact_errands import FactErrands

        made = FactErrands(self._desk, self._window, self.detail, self._expect)
        made.passage_opened.connect(self._views.actions_pane.want_passage)
        made.conflicts_wanted.connect(self._views.actions_pane.tabs.turn_to_conflicts)
        made.add_elsewhere = {MEASURE: self.ledger.add_measure, SUM: self.ledger.add_sum}
        return made

    @cached_property
    def ledger(self) -> "LedgerErrands":
        """What is done to measures and sums."""
        from ui.ledger_errands import LedgerErrands

        return LedgerErrands(self._desk, self._window, self.detail)

    @cached_property
    def parties(self) -> PartyCommands:
        """What is done to parties and speakers."""
        return PartyCommands(self._desk, self._window, self._views)

    @cached_property
    def bin(self) -> "TrashErrands":
        """What is done with the trash."""
        from ui.trash_errands import TrashErrands

        return TrashErrands(self._desk, self._window)

    @cached_property
    def descriptions(self) -> "DescriptionErrands":
        """What corrects how sources and quotes are described."""
        from ui.description_errands import DescriptionErrands

        return DescriptionErrands(self._desk, self._window)

    @cached_property
    def evidence(self) -> "EvidenceErrands":
        """What makes evidence of selected words."""
        from ui.evidence_errands import EvidenceErrands

        return EvidenceErrands(self._desk, self._window, self.facts, self.ledger)

    @cached_property
    def notes(self) -> "NoteErrands":
        """What is done to notes."""
        from ui.note_errands import NoteErrands

        return NoteErrands(self._desk, self._window)

    @cached_property
    def action_lists(self) -> "ListErrands":
        """What makes proposals of a list's rows."""
        from ui.list_errands import ListErrands

        return ListErrands(self._desk, self._window)

    @cached_property
    def cases(self) -> "CaseErrands":
        """What is done to case files."""
        from ui.case_errands import CaseErrands

        return CaseErrands(self._desk, self._window, lambda: self._errands.cases, self._errands.new_case)

    def detail(self) -> "ActionDetail | None":
        """The action that is shown, or was when another view came into sight."""
        pane = self._views.built(Panes.actions_pane)
        return pane.detail if pane is not None else None

    def _expect(self, name: str) -> None:
        pane = self._views.built(Panes.actions_pane)
        if pane is not None:
            pane.facts.expect(name)
