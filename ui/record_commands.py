"""What can be done with the chosen records: the commands' steps, and which of them are possible now.

The commands themselves stand in :mod:`ui.commands`. Imports views and record_errands.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.commands import OF_FACTS
from ui.record_errands import RecordErrands
from ui.views import Panes

if TYPE_CHECKING:
    from ui.dragged import Dragged
    from ui.fact_errands import FactErrands
    from ui.ledger_errands import LedgerErrands
    from ui.note_errands import NoteErrands, NotesInSight
    from ui.widgets.fact_tree import Place
    from ui.widgets.find_bar import FindBar
    from ui.widgets.list_head import ListHead

DESCRIBED = ("sources", "quotes")
"""The views whose records can be described."""
LISTING_SOURCES = ("inbox", "sources")
HOLDING = ("actions", "sources")
"""The views whose records can be put into a case file."""
CASE_NOTES = "case_notes"
"""The view of a case file's notes."""


class RecordCommands(RecordErrands):
    """Joins the commands with the action that is shown and with the selection of the list in sight."""

    trashed = 0
    """How many records lie in the trash."""

    def steps(self) -> dict[str, Callable[[], object]]:
        """What each command does."""

        def facts(act: "Callable[[FactErrands, Place], None]") -> Callable[[], None]:
            return lambda: act(self.facts, self._place())

        def ledger(act: "Callable[[LedgerErrands, Place], None]") -> Callable[[], None]:
            return lambda: act(self.ledger, self._place())

        def head(act: "Callable[[ListHead], None]") -> Callable[[], None]:
            return lambda: self._do_with_head(act)

        def notes(act: "Callable[[NoteErrands, NotesInSight], None]") -> Callable[[], None]:
            return lambda: self._do_with_notes(act)

        def find(act: "Callable[[FindBar], None]") -> Callable[[], None]:
            return lambda: act(finder) if (finder := self._views.finder()) is not None else None

        return {
            "find": find(lambda bar: bar.open()), "find_next": find(lambda bar: bar.step(1)),
            "find_previous": find(lambda bar: bar.step(-1)),
            "add_fact": facts(lambda facts, _: facts.add()), "edit_fact": self.edit,
            "settle": facts(lambda facts, place: facts.settle(place)),
            "conflicts": facts(lambda facts, _: facts.conflicts_wanted.emit()),
            "reject_claim": facts(lambda facts, place: facts.reject(place)),
            "accept_claim": facts(lambda facts, place: facts.accept(place)),
            "remove_value": facts(lambda facts, place: facts.remove(place)),
            "verify": facts(lambda facts, _: facts.verify()),
            "add_measure": ledger(lambda ledger, _: ledger.add_measure()),
            "add_sum": ledger(lambda ledger, _: ledger.add_sum()),
            "convert": ledger(lambda ledger, place: ledger.convert(place)),
            "edit_party": self.parties.edit, "same_as": self.parties.same_as,
            "split_party": self.parties.split,
            "narrow": head(lambda head: head.open_facets()), "group": head(lambda head: head.open_groups()),
            "trash": self.put_in_trash, "restore": self.restore, "empty_trash": self.empty_trash,
            "trash_case": self.put_case_in_trash, "sort": self.ask_order, "describe": self.describe,
            "use_as_evidence": self.use_as_evidence, "list_actions": self.map_list,
            "assign": self.assign, "take_out": self.take_out, "rename_case": self.rename_case,
            "tag": self.tag,
            "add_note": notes(lambda notes, here: notes.add(here)),
            "edit_note": notes(lambda notes, here: notes.edit(here)),
            "remove_note": notes(lambda notes, here: notes.remove(here)),
        }  # fmt: skip

    def possible(self) -> dict[str, bool]:
        """Which of the commands make sense where the person is now."""
        place, case_id = self._views.place, self._views.case_id
        shown = place == "actions" and self.detail() is not None
        table = self._views.table()
        selected = table is not None and table.chosen_id() is not None
        # Below zero are dates of actions on the timeline, which are no records of their own.
        chosen = selected and bool(self._views.kind()) and (self._chosen_id() or 0) > 0
        sources = self._views.built(Panes.sources)
        note = self._note_in_sight()
        narrows = self._views.head() is not None
        finds = dict.fromkeys(("find", "find_next", "find_previous"), self._views.finder() is not None)
        return self._possible_in_facts(shown=shown) | self.parties.possible() | finds | {
            "narrow": narrows, "group": narrows,
            "trash": chosen,
            "assign": chosen and place in HOLDING,
            "take_out": chosen and place in HOLDING and case_id is not None,
            "rename_case": case_id is not None,
            "tag": chosen and self._views.tag_field() is not None,
            "add_note": shown or place == CASE_NOTES or self._source_in_sight() is not None,
            "edit_note": note, "remove_note": note,
            "restore": place == "trash" and selected,
            "empty_trash": self.trashed > 0,
            "trash_case": case_id is not None,
            "sort": table is not None and table.sortable,
            "use_as_evidence": place == "sources" and sources is not None and sources.selection is not None,
            "describe": chosen and place in DESCRIBED,
            "list_actions": chosen and place in LISTING_SOURCES,
        }  # fmt: skip

    def take_shortcut(self, commands: Mapping[str, QAction], side_bar: QWidget) -> None:
        """Delete counts in the side bar for a case file, as in the lists: elsewhere it deletes letters."""
        of_case = QShortcut(QKeySequence.StandardKey.Delete, side_bar)
        of_case.setContext(Qt.ShortcutContext.WidgetShortcut)
        of_case.activated.connect(commands["trash_case"].trigger)
        # Saved searches use the same key in the side bar: of two that are enabled Qt would press none.
        of_case.setEnabled(False)
        commands["trash_case"].changed.connect(lambda: of_case.setEnabled(commands["trash_case"].isEnabled()))

    def describe(self) -> None:
        """Asks how the chosen source or quote is to be described."""
        chosen = self._chosen_id()
        if chosen is not None and self._views.place in DESCRIBED:
            self.descriptions.ask(self._views.place, chosen)

    def tag(self) -> None:
        """Puts the keyboard where tags are added."""
        field = self._views.tag_field()
        if field is not None and field.isVisible():
            field.take_focus()

    def map_list(self) -> None:
        """Asks what the columns of the chosen source hold."""
        chosen = self._chosen_id()
        if chosen is not None and self._views.place in LISTING_SOURCES:
            self.action_lists.ask(chosen)

    def offer_lists(self, source_ids: list[int]) -> None:
        """Asks for the mapping of what was just imported, where that is one list."""
        self.action_lists.offer(source_ids)

    def use_as_evidence(self) -> None:
        """Asks what the words that are selected in the source's text are evidence for."""
        chosen = self._views.sources.selection
        if chosen is not None:
            self.evidence.use(chosen)

    def assign(self) -> None:
        """Asks for a case file for what is selected."""
        self.cases.assign(self._views.kind(), self._chosen_ids())

    def put_in_case(self, records: "Dragged", case_id: int) -> None:
        """Puts what was dropped on a case file into it."""
        self.cases.put_in(records.kind, records.ids, case_id)

    def take_out(self) -> None:
        """Takes what is selected out of the case file in sight."""
        if self._views.case_id is not None:
            self.cases.take_out(self._views.kind(), self._chosen_ids(), self._views.case_id)

    def rename_case(self) -> None:
        """Asks for another title of the case file in sight."""
        if self._views.case_id is not None:
            self.cases.rename(self._views.case_id)

    def edit(self) -> None:
        """Changes what is under the cursor: a party, a sum, a measure or another fact."""
        if self.parties.in_own_view:
            self.parties.edit()
            return
        place = self._place()
        if place.line is not None:
            self.ledger.correct(place.line)
        elif place.measure is not None:
            self.ledger.change_measure(place.measure)
        elif place.party is not None:
            self.parties.edit()
        else:
            self.facts.edit(place)

    def put_in_trash(self) -> None:
        """Moves what is selected in the list in sight."""
        if self._views.kind():
            self.bin.put(self._views.kind(), [id_ for id_ in self._chosen_ids() if id_ > 0])

    def put_case_in_trash(self) -> None:
        """Moves the case file in sight; its actions stay."""
        if self._views.case_id is not None:
            self.bin.put("case_file", [self._views.case_id])

    def restore(self) -> None:
        """Brings back what is selected in the trash."""
        self.bin.restore(self._views.trash.chosen_rows())

    def empty_trash(self) -> None:
        """Asks, and removes for good what lies in the trash."""
        self.bin.empty()

    def ask_order(self) -> None:
        """Opens the menu of columns of the list in sight."""
        table = self._views.table()
        if table is not None:
            table.ask_order()

    def _possible_in_facts(self, *, shown: bool) -> dict[str, bool]:
        pane = self._views.built(Panes.actions_pane)
        if pane is None:
            return dict.fromkeys(OF_FACTS, False)
        from ui.fact_commands import possible_at

        return {name: shown and able for name, able in possible_at(pane.facts.place).items()}

    def _do_with_head(self, act: "Callable[[ListHead], None]") -> None:
        head = self._views.head()
        if head is not None:
            act(head)

    def _place(self) -> "Place":
        """What is under the cursor in the facts."""
        return self._views.actions_pane.facts.place

    def _source_in_sight(self) -> int | None:
        """The source that is shown, in the list of sources."""
        pane = self._views.built(Panes.sources) if self._views.place == "sources" else None
        return pane.shown_id if pane is not None else None

    def _note_in_sight(self) -> bool:
        """Whether a note can be seen under the cursor."""
        if self._views.place == CASE_NOTES:
            return self._views.case_notes.notes.note() is not None
        if self._views.place == "sources":
            pane = self._views.built(Panes.sources)
            return pane is not None and pane.shows_notes and pane.notes.notes.note() is not None
        if self._views.place != "actions" or self.detail() is None:
            return False
        tabs = self._views.actions_pane.tabs
        return tabs.shows_notes and tabs.notes.note() is not None

    def _do_with_notes(self, act: "Callable[[NoteErrands, NotesInSight], None]") -> None:
        from casefile.store.notes import NoteOwner
        from ui.note_errands import NotesInSight

        detail, case_id, source_id = self.detail(), self._views.case_id, self._source_in_sight()
        if self._views.place == CASE_NOTES and case_id is not None:
            notes = self._views.case_notes.notes
            act(self.notes, NotesInSight(NoteOwner.CASE_FILE, case_id, notes, notes.take_focus))
        elif source_id is not None:
            pane = self._views.sources
            act(self.notes, NotesInSight(NoteOwner.SOURCE, source_id, pane.notes.notes, pane.turn_to_notes))
        elif self._views.place == "actions" and detail is not None:
            tabs = self._views.actions_pane.tabs
            act(
                self.notes,
                NotesInSight(NoteOwner.ACTION, detail.record.row.id, tabs.notes, tabs.turn_to_notes),
            )

    def _chosen_id(self) -> int | None:
        table = self._views.table()
        return table.chosen_id() if table is not None else None

    def _chosen_ids(self) -> Sequence[int]:
        table = self._views.table()
        return table.chosen_ids() if table is not None else ()
