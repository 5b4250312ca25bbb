"""What can be done with the chosen records: the commands' steps, and which of them are possible now.

Imports the errands; the commands themselves stand in :mod:`ui.commands`.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from casefile.fields import FieldKind, field
from ui.case_errands import CaseErrands
from ui.description_errands import DESCRIBED, DescriptionErrands
from ui.desk import Desk
from ui.dialogs.choose_field import MEASURE, SUM
from ui.errands import Errands
from ui.evidence_errands import EvidenceErrands
from ui.fact_errands import FactErrands, dead_claim, live_claim
from ui.ledger_errands import LedgerErrands
from ui.list_errands import ListErrands
from ui.note_errands import NoteErrands, NotesInSight
from ui.panes.actions import ActionsPane
from ui.panes.notes import CaseNotesPane
from ui.panes.sources import SourcesPane
from ui.panes.trash import TrashPane
from ui.party_errands import PartyErrands
from ui.trash_errands import TrashErrands
from ui.widgets.fact_tree import Place
from ui.widgets.record_table import RecordTable

FACT_COMMANDS = (
    "add_fact", "edit_fact", "settle", "reject_claim", "accept_claim", "remove_value",
    "add_measure", "add_sum", "convert", "edit_party", "same_as", "split_party",
)  # fmt: skip
"""What stands in the facts' own menu, in its order."""
LISTING_SOURCES = ("inbox", "sources")
HOLDING = ("actions", "sources")
"""The views whose records can be put into a case file."""
CASE_NOTES = "case_notes"
"""The view of a case file's notes."""
Lists = Mapping[str, tuple[str, RecordTable]]
"""For each view the kind of its records, as the trash names it, and their table."""


class RecordCommands(QObject):
    """Joins the commands with the action that is shown and with the selection of the list in sight."""

    def __init__(
        self,
        desk: Desk,
        window: QWidget,
        actions_pane: ActionsPane,
        sources: SourcesPane,
        trash: TrashPane,
        case_notes: CaseNotesPane,
        lists: Lists,
        errands: Errands,
    ) -> None:
        super().__init__(window)
        self._pane = actions_pane
        self._sources = sources
        self._trash = trash
        self._case_notes = case_notes
        self._lists = lists
        self.place = ""
        """The view in sight."""
        self.trashed = 0
        """How many records lie in the trash."""
        self.case_id: int | None = None
        """The case file in sight."""
        self.facts = FactErrands(desk, window, lambda: actions_pane.detail, actions_pane.facts)
        self.ledger = LedgerErrands(desk, window, lambda: actions_pane.detail)
        self.parties = PartyErrands(desk, window, lambda: actions_pane.detail)
        self.bin = TrashErrands(desk, window)
        self.descriptions = DescriptionErrands(desk, window)
        self.evidence = EvidenceErrands(desk, window, self.facts, self.ledger)
        self.notes = NoteErrands(desk, window)
        self.action_lists = ListErrands(desk, window)
        self.cases = CaseErrands(desk, window, lambda: errands.cases, errands.new_case)
        self.facts.add_elsewhere = {MEASURE: self.ledger.add_measure, SUM: self.ledger.add_sum}
        actions_pane.facts.edit_wanted.connect(self.edit)

    def steps(self) -> dict[str, Callable[[], object]]:
        """What each command does."""

        def at_place(act: Callable[[Place], None]) -> Callable[[], None]:
            return lambda: act(self._pane.facts.place)

        def with_notes(act: Callable[[NotesInSight], None]) -> Callable[[], None]:
            return lambda: self._do_with_notes(act)

        facts, parties = self.facts, self.parties
        return {
            "add_fact": facts.add, "edit_fact": self.edit, "settle": at_place(facts.settle),
            "reject_claim": at_place(facts.reject), "accept_claim": at_place(facts.accept),
            "remove_value": at_place(facts.remove), "verify": facts.verify,
            "add_measure": self.ledger.add_measure, "add_sum": self.ledger.add_sum,
            "convert": at_place(self.ledger.convert), "edit_party": at_place(parties.edit),
            "same_as": at_place(parties.same_as), "split_party": at_place(parties.split),
            "trash": self.put_in_trash, "restore": self.restore, "empty_trash": self.bin.empty,
            "trash_case": self.put_case_in_trash, "sort": self.ask_order, "describe": self.describe,
            "use_as_evidence": self.use_as_evidence, "list_actions": self.map_list,
            "assign": self.assign, "take_out": self.take_out, "rename_case": self.rename_case,
            "add_note": with_notes(self.notes.add), "edit_note": with_notes(self.notes.edit),
            "remove_note": with_notes(self.notes.remove),
        }  # fmt: skip

    def possible(self) -> dict[str, bool]:
        """Which of the commands make sense where the person is now."""
        place = self._pane.facts.place
        shown = self.place == "actions" and self._pane.detail is not None
        is_party = place.party is not None or (
            place.fact is not None and field(place.fact.field).kind is FieldKind.PARTY
        )
        in_facts = {
            "add_fact": True, "verify": True, "add_measure": True, "add_sum": True,
            "edit_fact": place.fact is not None or place.measure is not None,
            "settle": place.fact is not None and place.fact.in_conflict,
            "reject_claim": live_claim(place) is not None,
            "accept_claim": dead_claim(place) is not None,
            "remove_value": place.fact is not None and bool(place.fact.live),
            "convert": place.line is not None and place.line.is_live,
            "edit_party": is_party, "same_as": is_party, "split_party": is_party,
        }  # fmt: skip
        table = self._table()
        chosen = table is not None and table.chosen_id() is not None
        held = chosen and self.place in HOLDING
        note = self._note_in_sight()
        return {name: shown and able for name, able in in_facts.items()} | {
            "trash": chosen,
            "assign": held,
            "take_out": held and self.case_id is not None,
            "rename_case": self.case_id is not None,
            "add_note": shown or self.place == CASE_NOTES, "edit_note": note, "remove_note": note,
            "restore": self.place == "trash" and self._trash.table.chosen_id() is not None,
            "empty_trash": self.trashed > 0,
            "trash_case": self.case_id is not None,
            "sort": self._in_sight() is not None,
            "use_as_evidence": self.place == "sources" and self._sources.selection is not None,
            "describe": self.place in DESCRIBED and chosen,
            "list_actions": self.place in LISTING_SOURCES and chosen,
        }  # fmt: skip

    def take_shortcuts(self, commands: Mapping[str, QAction], side_bar: QWidget) -> None:
        """Delete counts in the lists and, for a case file, in the side bar: elsewhere it deletes letters."""
        for _, table in self._lists.values():
            table.view.addAction(commands["trash"])
        of_case = QShortcut(QKeySequence.StandardKey.Delete, side_bar)
        of_case.setContext(Qt.ShortcutContext.WidgetShortcut)
        of_case.activated.connect(commands["trash_case"].trigger)
        # Saved searches use the same key in the side bar: of two that are enabled Qt would press none.
        of_case.setEnabled(False)
        commands["trash_case"].changed.connect(lambda: of_case.setEnabled(commands["trash_case"].isEnabled()))

    def describe(self) -> None:
        """Asks how the chosen source or quote is to be described."""
        table = self._table()
        chosen = table.chosen_id() if table is not None else None
        if chosen is not None and self.place in DESCRIBED:
            self.descriptions.ask(self.place, chosen)

    def map_list(self) -> None:
        """Asks what the columns of the chosen source hold."""
        table = self._table()
        chosen = table.chosen_id() if table is not None else None
        if chosen is not None and self.place in LISTING_SOURCES:
            self.action_lists.ask(chosen)

    def use_as_evidence(self) -> None:
        """Asks what the words that are selected in the source's text are evidence for."""
        chosen = self._sources.selection
        if chosen is not None:
            self.evidence.use(chosen)

    def assign(self) -> None:
        """Asks for a case file for what is selected."""
        kind, table = self._lists[self.place]
        self.cases.assign(kind, table.chosen_ids())

    def take_out(self) -> None:
        """Takes what is selected out of the case file in sight."""
        kind, table = self._lists[self.place]
        if self.case_id is not None:
            self.cases.take_out(kind, table.chosen_ids(), self.case_id)

    def rename_case(self) -> None:
        """Asks for another title of the case file in sight."""
        if self.case_id is not None:
            self.cases.rename(self.case_id)

    def edit(self) -> None:
        """Changes what is under the cursor: a sum, a measure or another fact."""
        place = self._pane.facts.place
        if place.line is not None:
            self.ledger.correct(place.line)
        elif place.measure is not None:
            self.ledger.change_measure(place.measure)
        elif place.party is not None:
            self.parties.edit(place)
        else:
            self.facts.edit(place)

    def put_in_trash(self) -> None:
        """Moves what is selected in the list in sight."""
        kind, table = self._lists.get(self.place, ("", None))
        if table is not None:
            self.bin.put(kind, table.chosen_ids())

    def put_case_in_trash(self) -> None:
        """Moves the case file in sight; its actions stay."""
        if self.case_id is not None:
            self.bin.put("case_file", [self.case_id])

    def restore(self) -> None:
        """Brings back what is selected in the trash."""
        self.bin.restore(self._trash.chosen_rows())

    def ask_order(self) -> None:
        """Opens the menu of columns of the list in sight."""
        table = self._in_sight()
        if table is not None:
            table.ask_order()

    def _note_in_sight(self) -> bool:
        """Whether a note can be seen under the cursor."""
        if self.place == CASE_NOTES:
            return self._case_notes.notes.note() is not None
        tabs = self._pane.tabs
        in_action = self.place == "actions" and self._pane.detail is not None and tabs.shows_notes
        return in_action and tabs.notes.note() is not None

    def _do_with_notes(self, act: Callable[[NotesInSight], None]) -> None:
        from casefile.store.notes import NoteOwner

        detail, tabs, notes = self._pane.detail, self._pane.tabs, self._case_notes.notes
        if self.place == CASE_NOTES and self.case_id is not None:
            act(NotesInSight(NoteOwner.CASE_FILE, self.case_id, notes, notes.take_focus))
        elif self.place == "actions" and detail is not None:
            act(NotesInSight(NoteOwner.ACTION, detail.record.row.id, tabs.notes, tabs.turn_to_notes))

    def _in_sight(self) -> RecordTable | None:
        return self._trash.table if self.place == "trash" else self._table()

    def _table(self) -> RecordTable | None:
        return self._lists[self.place][1] if self.place in self._lists else None
