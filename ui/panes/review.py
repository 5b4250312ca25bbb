"""The review of one source: its text with every proposal marked, and the cards that a person decides on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QStackedLayout, QVBoxLayout, QWidget

from casefile.proposals import ActionProposal
from casefile.store.matches import ScaleReading, with_readings
from casefile.store.rows import AnyProposal, CaseRow, ProposalRow, SourceRecord
from casefile.terms import ProposalKind, ProposalState
from casefile.translation import N_, tr
from ui.commands import COMMANDS
from ui.comparing import Comparing
from ui.decisions import Decision, decidable, decide, decision_label
from ui.desk import Desk
from ui.models.columns import date_text
from ui.widgets.beside_view import BesideView
from ui.widgets.buttons import icon_button
from ui.widgets.card_list import CardList
from ui.widgets.card_side import CardSide
from ui.widgets.empty_state import EmptyState
from ui.widgets.find_bar import FindableReader, FindBar
from ui.widgets.header import HeaderBar, bare
from ui.widgets.pane import Pane
from ui.widgets.text_reader import Mark, TextReader
from ui.wording import is_undated, passages

_NOTHING = (
    N_("No source is under review"),
    N_("Open one in the inbox: its text stands beside what it proposes."),
    "inbox",
)
Review = tuple[SourceRecord, Sequence[ProposalRow], Sequence[CaseRow]]


class ReviewPane(Pane):
    """Text left, cards right; choosing in one chooses in the other."""

    back_wanted = Signal()
    next_wanted = Signal(int)
    """The source (its id) is done with; somebody wants the next one."""
    edit_wanted = Signal(object)
    """A :class:`ProposalRow` to be edited; :meth:`accept_edited` takes the outcome."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Review"), parent)
        self.source_id: int | None = None
        self._shown: int | None = None
        self._rows: dict[int, ProposalRow] = {}
        self._pending: dict[int, ProposalState] = {}
        self._picked: dict[int, tuple[ScaleReading, ...]] = {}
        self.reader = TextReader(tr("Text of the source under review"))
        self._page = FindableReader(self.reader)
        self.cards = CardList()
        self._side = CardSide(self.cards)
        self.beside = BesideView()
        self._comparing = Comparing(desk, self.beside, self._as_read, self)
        self._nothing = EmptyState("inbox", *_NOTHING)
        self._head = HeaderBar()
        self._head.lead(icon_button(tr("Back to the inbox (Esc)"), "arrow-left", self.back_wanted.emit))
        self._lay_out()
        self._connect()

    def take_commands(self, commands: Mapping[str, QAction]) -> None:
        """Those whose shortcuts count here only, and the way to a source."""
        self._nothing.take_commands(commands)
        self.addActions([commands[command.name] for command in COMMANDS if command.in_review])

    def finder(self) -> FindBar:
        """What finds in the text."""
        return self._page.finder

    def show_source(self, source_id: int) -> None:
        """Starts the review of a source."""
        self.source_id = source_id
        self._show_cards()
        self._pages.setCurrentIndex(0)
        self._stale = True
        if self.isVisible():
            self.catch_up()

    def refresh(self) -> None:
        """Reads the source and its proposals."""
        from casefile.store import queries

        source_id = self.source_id
        if source_id is None:
            return
        self.desk.read(
            "review",
            lambda r: (
                queries.source_record(r, source_id),
                queries.proposals(r, source_id),
                queries.case_rows(r),
            ),
            self._take,
        )

    def step(self, steps: int) -> None:
        """Chooses a card further down (1) or up (-1); in the comparison another action to compare with."""
        if self._comparing.key is None:
            self.cards.step(steps)
        else:
            self._comparing.step(steps)

    def go_back(self) -> None:
        """From the comparison to the cards, from the cards to the inbox."""
        if self._comparing.key is None:
            self.back_wanted.emit()
        else:
            self._show_cards()

    def compare_chosen(self) -> None:
        """Shows the chosen card beside the most probable action in the store."""
        self._on_chosen(lambda key: self._compare(key, None))

    def accept_chosen(self) -> None:
        """Accepts the chosen card; in the comparison as the choice that stands out there."""
        if self._comparing.key is None:
            self._on_chosen(self._accept)
        else:
            self.beside.press_primary()

    def reject_chosen(self) -> None:
        """Rejects the chosen card."""
        self._on_chosen(self._reject)

    def keep_chosen_apart(self) -> None:
        """Accepts the chosen card as a new action, whatever the store has."""
        self._on_chosen(self._keep_apart)

    def join_chosen(self) -> None:
        """Accepts the chosen card as more evidence of the action beside it, else of the most probable one."""
        row = self.cards.chosen_row()
        if row is not None and row.matches:
            compared = self._comparing.action_id
            into = row.matches[0].action_id if compared is None else compared
            self._on_chosen(lambda key: self._join(key, into))

    def pick_reading(self, place: int) -> None:
        """Takes one of the chosen card's readings (from 0) of a sum without its magnitude, or leaves it."""
        self._on_chosen(lambda key: self._pick(key, place))

    def edit_chosen(self) -> None:
        """Asks for the chosen card to be edited."""
        self._on_chosen(self._edit)

    def accept_all(self) -> None:
        """Accepts every card that still waits, in one step."""
        waiting = self.cards.waiting()
        if waiting:
            self._decide([self._acceptance(row.id, _match(row)) for row in waiting])

    def accept_edited(self, row: ProposalRow, edited: AnyProposal) -> None:
        """Accepts the proposal as a person has changed it."""
        self._decide([Decision(row, ProposalState.ACCEPTED, edited=edited, into=_match(row))])

    def _accept(self, key: int) -> None:
        row = self._rows[key]
        if is_undated(row.proposal):
            self.edit_wanted.emit(row)
            return
        self._decide([self._acceptance(key, _match(row))])

    def _keep_apart(self, key: int) -> None:
        if is_undated(self._rows[key].proposal):
            self.edit_wanted.emit(self._rows[key])
            return
        self._decide([self._acceptance(key, None)])

    def _join(self, key: int, action_id: int) -> None:
        self._decide([self._acceptance(key, action_id)])

    def _compare(self, key: int, action_id: int | None) -> None:
        self.cards.choose(key)
        if self._comparing.begin(self._as_read(key), action_id):
            self._pages.setCurrentWidget(self.beside)
            self.beside.take_focus()

    def _show_cards(self) -> None:
        self._comparing.end()
        if self._pages.currentWidget() is self.beside:
            self._pages.setCurrentIndex(0)
            self.cards.setFocus()

    def _acceptance(self, key: int, into: int | None) -> Decision:
        """The decision on the proposal, with the readings that were taken."""
        row, read = self._rows[key], self._as_read(key)
        edited = read.proposal if read.proposal != row.proposal else None
        return Decision(row, ProposalState.ACCEPTED, edited=edited, into=into)

    def _edit(self, key: int) -> None:
        self._show_cards()
        self.edit_wanted.emit(self._as_read(key))

    def _as_read(self, key: int) -> ProposalRow:
        """The proposal with the readings that a person took of its sums."""
        row = self._rows[key]
        if not isinstance(row.proposal, ActionProposal):
            return row
        return replace(row, proposal=with_readings(row.proposal, self._picked.get(key, ())))

    def _pick(self, key: int, place: int) -> None:
        """Takes the reading and leaves others of the same sum; a reading that was taken is left again."""
        readings = self._rows[key].readings
        if place >= len(readings):
            return
        wanted, picked = readings[place], self._picked.get(key, ())
        others = tuple(reading for reading in picked if not reading.is_of(wanted.amount))
        self._picked[key] = others if wanted in picked else (*others, wanted)
        self.cards.show_picked(key, self._picked[key])

    def _reject(self, key: int) -> None:
        self._decide([Decision(self._rows[key], ProposalState.REJECTED)])

    def _on_chosen(self, act: Callable[[int], None]) -> None:
        row = self.cards.chosen_row()
        if row is not None and decidable(row):
            act(row.id)

    def _decide(self, decisions: Sequence[Decision]) -> None:
        """Shows the outcome at once and writes it; if that fails, the store's state comes back."""
        self._show_cards()
        person, case_id = self.desk.person, self._side.case_id
        for decision in decisions:
            self._pending[decision.row.id] = decision.state
            self.cards.show_edited(decision.row.id, decision.edited)
            self.cards.show_state(decision.row.id, decision.state)
        self._count()
        self.cards.choose_waiting()

        def settle(_: object = None) -> None:
            for decision in decisions:
                self._pending.pop(decision.row.id, None)

        self.desk.write(
            decision_label(decisions), lambda w: decide(w, decisions, person, case_id), settle, settle
        )

    def _take(self, found: Review) -> None:
        record, read, cases = found
        if record.row.id != self.source_id:
            return
        rows = [replace(row, state=self._pending.get(row.id, row.state)) for row in read]
        self._rows = {row.id: row for row in rows}
        marks = [
            Mark(row.id, row.kind, passages(row.proposal))
            for row in rows
            if row.state is not ProposalState.REJECTED
        ]
        self._side.show_cases(cases)
        if self._shown == self.source_id:
            self.reader.show_marks(marks)
            self.cards.show_rows(rows)
        else:
            self._shown = self.source_id
            self._show_head(record)
            self.reader.show_text(record.text, marks)
            self.cards.show_rows(rows)
            self.cards.choose_waiting()
        self._count()
        if not self._comparing.follow(self._rows):
            self._show_cards()

    def _show_head(self, record: SourceRecord) -> None:
        parts = (record.row.outlet, date_text(record.row.published), ", ".join(record.authors))
        origin = " · ".join(part for part in parts if part) or record.row.file_name
        self._head.show_words(record.row.title or record.row.file_name, origin)

    def _count(self) -> None:
        self._side.show_waiting(len(self.cards.waiting()), len(self.cards.undated()))

    def go_on(self) -> None:
        """Leaves the source as it is and asks for the next one."""
        if self.source_id is not None:
            self.next_wanted.emit(self.source_id)

    def _connect(self) -> None:
        self.reader.mark_clicked.connect(self.cards.choose)
        self.cards.chosen.connect(self.reader.choose)
        self.cards.accepted.connect(self._accept)
        self.cards.kept_apart.connect(self._keep_apart)
        self.cards.rejected.connect(self._reject)
        self.cards.joined.connect(self._join)
        self._side.all_wanted.connect(self.accept_all)
        self._side.next_wanted.connect(self.go_on)
        self.cards.compared.connect(self._compare)
        self.beside.same.connect(self.join_chosen)
        self.beside.another.connect(self.keep_chosen_apart)
        self.beside.closed.connect(self._show_cards)
        self.cards.reading_chosen.connect(self._pick)
        self.cards.edited.connect(self._edit)

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self._page)
        split.addWidget(self._side)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        page = QWidget(self)
        column = bare(QVBoxLayout(page))
        column.addWidget(self._head)
        column.addWidget(split, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(page)
        self._pages.addWidget(self.beside)
        self._pages.addWidget(self._nothing)
        self._pages.setCurrentWidget(self._nothing)


def _match(row: ProposalRow) -> int | None:
    is_action = row.kind is ProposalKind.ACTION and isinstance(row.proposal, ActionProposal)
    return row.match.action_id if is_action and row.match is not None else None
