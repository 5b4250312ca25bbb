"""The parties: authorities, respondents, complainants and speakers, a list of each, the chosen one below."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from casefile.store.rows import ActionRow, QuoteRow
from casefile.terms import PartyKind
from casefile.translation import N_, in_sentence, tr
from ui.desk import Desk
from ui.figures import figure
from ui.models.columns import AUTHORITIES, RESPONDENTS, SPEAKERS
from ui.models.ids_model import Column, Receive, Sorting, packed
from ui.widgets.buttons import CommandButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.header import HeaderBar, bare
from ui.widgets.labels import plain_label
from ui.widgets.pane import Pane
from ui.widgets.party_tabs import PartyTabs
from ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from casefile.store.party_detail import PartyDetail, SpeakerDetail
    from casefile.store.party_lists import PartyCounts
    from casefile.store.store import Reader

TYPING_PAUSE_MS = 25
COMMANDS = ("edit_party", "same_as", "split_party")
"""What can be done with the chosen one; a speaker cannot be split."""
NEXT_STEP = "inbox"
"""What an empty list offers."""
_NO_MATCH = (N_("Nobody of that name"), N_("Clear the filter to see them all."))


@dataclass(frozen=True)
class PartyListing:
    """One of the lists; without a kind it is that of the speakers."""

    name: str
    one: str
    kind: PartyKind | None
    columns: Sequence[Column[Any]]
    advice: str

    def count(self, number: int) -> str:
        """``1 authority``, ``6 authorities``."""
        what = tr(self.one) if number == 1 else in_sentence(tr(self.name))
        return f"{figure(number)} {what}"


LISTINGS = (
    PartyListing("Authorities", "authority", PartyKind.AUTHORITY, AUTHORITIES,
                 "They are listed here when you accept actions in the review of a source."),
    PartyListing("Respondents", "respondent", PartyKind.RESPONDENT, RESPONDENTS,
                 "They are listed here when you accept actions in the review of a source."),
    PartyListing("Complainants", "complainant", PartyKind.COMPLAINANT, RESPONDENTS,
                 "They are listed here when an action that you accept names who complained."),
    PartyListing("Speakers", "speaker", None, SPEAKERS,
                 "They are listed here when you accept quotes in the review of a source."),
)  # fmt: skip


@dataclass(frozen=True)
class ChosenParty:
    """Who is under the cursor."""

    id: int
    name: str
    is_speaker: bool


class PartiesPane(Pane):
    """Who does and says what is in the store."""

    reads_rows = True

    action_wanted = Signal(int)
    """Somebody wants to see an action (its id)."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Parties"), parent)
        self.chosen: ChosenParty | None = None
        """Who is under the cursor."""
        self._detail_of: ChosenParty | None = None
        self.lists = QTabBar(drawBase=False, expanding=False, documentMode=True)
        self.lists.setAccessibleName(tr("Kinds of parties"))
        for listing in LISTINGS:
            self.lists.addTab(tr(listing.name))
        self.filter = QLineEdit(placeholderText=tr("Filter by name"), clearButtonEnabled=True)
        self.filter.setAccessibleName(tr("Filter by name"))
        self._count = plain_label("", "muted")
        self._tables: dict[int, RecordTable] = {}
        self._commands: Mapping[str, QAction] = {}
        self._stack = QStackedWidget()
        self._head = HeaderBar()
        self.tabs = PartyTabs(self._request_actions, self._request_quotes)
        self._below = QWidget(self)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._lay_out()
        self._pause.timeout.connect(self._read_list)
        self.filter.textChanged.connect(lambda _: self._pause.start())
        self.lists.currentChanged.connect(lambda _: self._turn())
        self.tabs.passage_opened.connect(self.want_passage)
        self.tabs.action_opened.connect(self.action_wanted)
        self.tabs.history_wanted.connect(self._read_history)

    @property
    def listing(self) -> PartyListing:
        """The list in sight."""
        return LISTINGS[self.lists.currentIndex()]

    @property
    def table(self) -> RecordTable:
        """The table in sight; made when it is looked at first."""
        place = self.lists.currentIndex()
        if place not in self._tables:
            table = self._tables[place] = self._make_table(LISTINGS[place])
            self._stack.addWidget(table)
            self.part_made.emit(table)
        return self._tables[place]

    def main_table(self) -> RecordTable:
        """The list in sight."""
        return self.table

    def take_commands(self, commands: Mapping[str, QAction]) -> None:
        """The commands that stand beside the chosen one, and the next step of an empty list."""
        self._commands = commands
        for name in COMMANDS:
            self._head.add(CommandButton(commands[name]))

    def show_list(self, kind: PartyKind | None) -> None:
        """Turns to the list of a kind of parties, or to the speakers."""
        self.lists.setCurrentIndex([listing.kind for listing in LISTINGS].index(kind))

    def refresh(self) -> None:
        """Reads the list in sight and how long each of them is."""
        from casefile.store.party_lists import party_counts

        self.desk.read("party counts", party_counts, self._show_counts)
        self._read_list()

    def _read_list(self) -> None:
        from casefile.store import lists, party_lists

        place, table, typed = self.lists.currentIndex(), self.table, self.filter.text()
        kind, order = self.listing.kind, lists.Order(table.sorting.by, table.sorting.descending)

        def read(reader: "Reader") -> Sequence[int]:
            if kind is None:
                return packed(party_lists.speaker_ids(reader, typed, order))
            return packed(party_lists.party_ids(reader, kind, typed, order))

        def take(ids: Sequence[int]) -> None:
            if place == self.lists.currentIndex():
                self._say_empty(bool(typed.strip()))
                self._count.setText(self.listing.count(len(ids)))
                table.show_ids(ids)

        self.desk.read("parties", read, take)

    def _make_table(self, listing: PartyListing) -> RecordTable:
        empty = EmptyState(
            "users", tr("No {parties} yet").format(parties=in_sentence(tr(listing.name))), listing.advice,
            NEXT_STEP,
        )  # fmt: skip
        empty.take_commands(self._commands)
        table = RecordTable(
            listing.name, listing.columns, partial(self._request, listing), empty, sorting=Sorting("name")
        )
        table.sorted.connect(self._read_list)
        table.chosen.connect(lambda row: self._choose(listing, row))
        table.opened.connect(lambda _: self.tabs.setFocus())
        return table

    def _turn(self) -> None:
        table = self.table
        self._stack.setCurrentWidget(table)
        row = table.model.row_at(table.view.currentIndex().row()) if table.chosen_id() is not None else None
        self._choose(self.listing, row)
        self._store_changed()

    def _show_counts(self, counts: "PartyCounts") -> None:
        for place, listing in enumerate(LISTINGS):
            number = counts.speakers if listing.kind is None else counts.of_kind.get(listing.kind, 0)
            self.lists.setTabText(
                place, f"{tr(listing.name)} {figure(number)}" if number else tr(listing.name)
            )

    def _say_empty(self, narrowed: bool) -> None:
        said = (
            tr("No {parties} yet").format(parties=in_sentence(tr(self.listing.name))),
            self.listing.advice,
            NEXT_STEP,
        )
        self.table.empty.say(*(_NO_MATCH if narrowed else said))

    def _request(self, listing: PartyListing, ids: Sequence[int], receive: Receive[Any]) -> None:
        from casefile.store import party_lists

        rows: Callable[[Reader, Sequence[int]], Sequence[Any]] = (
            party_lists.speaker_rows if listing.kind is None else party_lists.party_rows
        )
        self.desk.read(f"{listing.name} rows {ids[0]}", lambda r: rows(r, ids), receive)

    def _request_actions(self, ids: Sequence[int], receive: Receive[ActionRow]) -> None:
        from casefile.store import queries

        self.desk.read(f"party actions {ids[0]}", lambda r: queries.action_rows(r, ids), receive)

    def _request_quotes(self, ids: Sequence[int], receive: Receive[QuoteRow]) -> None:
        from casefile.store import queries

        self.desk.read(f"party quotes {ids[0]}", lambda r: queries.quote_rows(r, ids), receive)

    def _choose(self, listing: PartyListing, row: Any | None) -> None:  # noqa: ANN401  of either list
        if listing is not self.listing:
            return
        chosen = ChosenParty(row.id, row.name, listing.kind is None) if row is not None else None
        self.chosen = chosen
        self._below.setVisible(chosen is not None)
        if chosen is None:
            self._detail_of = None
        elif chosen.is_speaker:
            self._read_speaker(chosen)
        else:
            self._read_party(chosen)
        self.state_changed.emit()

    def _read_party(self, chosen: ChosenParty) -> None:
        from casefile.store.party_detail import party_detail

        def take(detail: "PartyDetail") -> None:
            if self.chosen == chosen:
                self.tabs.show_party(detail, same=self._begin_detail(chosen))

        self.desk.read("party detail", lambda r: party_detail(r, chosen.id), take)

    def _read_speaker(self, chosen: ChosenParty) -> None:
        from casefile.store.party_detail import speaker_detail

        def take(detail: "SpeakerDetail") -> None:
            if self.chosen == chosen:
                self.tabs.show_speaker(detail, same=self._begin_detail(chosen))

        self.desk.read("party detail", lambda r: speaker_detail(r, chosen.id), take)

    def _begin_detail(self, chosen: ChosenParty) -> bool:
        """Shows the heading; whether the details of the same one are in sight already."""
        self._head.show_words(chosen.name)
        same = self._detail_of is not None and self._detail_of.id == chosen.id
        self._detail_of = chosen
        return same

    def _read_history(self) -> None:
        from casefile.store.history import record_history

        chosen = self.chosen
        if chosen is not None:
            table = "speaker" if chosen.is_speaker else "party"
            self.desk.read(
                "party history", lambda r: record_history(r, table, chosen.id), self.tabs.show_history
            )

    def _lay_out(self) -> None:
        pad = self.fontMetrics().height() // 2
        row = QHBoxLayout()
        row.setSpacing(pad)
        row.setContentsMargins(pad, pad // 2, pad, pad // 2)
        row.addWidget(self.filter, 1)
        row.addWidget(self._count)
        below = bare(QVBoxLayout(self._below))
        below.addWidget(self._head)
        below.addWidget(self.tabs, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self._stack)
        split.addWidget(self._below)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        column = bare(QVBoxLayout(self))
        column.addWidget(self.lists)
        column.addLayout(row)
        column.addWidget(split, 1)
        self._stack.setCurrentWidget(self.table)
        self._below.hide()
