"""The enforcement actions: a table, and below it the chosen action with the evidence of every fact."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from casefile.store.rows import ActionRow
from ui.desk import Desk
from ui.models.columns import ACTIONS, moment_text
from ui.models.ids_model import Receive, Sorting
from ui.notices import count_of
from ui.widgets.buttons import command_button
from ui.widgets.detail_tabs import DetailTabs
from ui.widgets.empty_state import EmptyState
from ui.widgets.fact_tree import FactTree
from ui.widgets.header import HeaderBar, bare
from ui.widgets.labels import plain_label
from ui.widgets.pane import Pane
from ui.widgets.query_problems import QueryProblems, select_place
from ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from casefile.store.detail import ActionDetail
    from casefile.store.notes import NoteRow
    from casefile.store.search.query import Problem

TYPING_PAUSE_MS = 120
_EMPTY = ("No actions yet", "Actions come here when you accept them in the review of a source.")
_NO_MATCH = ("No action matches", "Clear the filter to see them all.")
_NOT_UNDERSTOOD = ("No action matches", "Look at what was not understood, above.")
_EMPTY_CASE = (
    "This case file is empty",
    "Choose an action under All actions, then Case > Add to case file.",
)


class ActionsPane(Pane):
    """Actions of the whole store or of one case file."""

    place_changed = Signal()
    """Another action or another part of it is shown, or the cursor is elsewhere in it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Actions", parent)
        self._case_id: int | None = None
        self._shown: int | None = None
        self.detail: ActionDetail | None = None
        """The action that is shown."""
        self.filter = QLineEdit(placeholderText="Filter actions", clearButtonEnabled=True)
        self.filter.setAccessibleName("Filter actions")
        self.problems = QueryProblems("filter")
        self._count = plain_label("", "muted")
        self.table = RecordTable(
            "Actions", ACTIONS, self._request, EmptyState("gavel", *_EMPTY),
            sorting=Sorting("decided", descending=True), several=True,
        )  # fmt: skip
        self._head = HeaderBar()
        self.tabs = DetailTabs()
        self._below = self._make_detail()
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._lay_out()
        self._pause.timeout.connect(self.refresh)
        self.filter.textChanged.connect(lambda _: self._pause.start())
        self.problems.place_chosen.connect(lambda span: select_place(self.filter, span))
        self.table.sorted.connect(self.refresh)
        self.table.chosen.connect(self._show_action)
        self.tabs.passage_opened.connect(self.want_passage)
        self.tabs.history_wanted.connect(self._read_history)
        self.tabs.facts.place_changed.connect(self.place_changed)
        self.tabs.notes.chosen.connect(self.place_changed)
        self.tabs.currentChanged.connect(lambda _: self.place_changed.emit())

    @property
    def facts(self) -> FactTree:
        """The facts of the chosen action."""
        return self.tabs.facts

    def take_commands(self, commands: Mapping[str, QAction], in_menu: Sequence[str]) -> None:
        """The commands that stand beside the action, and those of the facts' own menu."""
        for name in ("verify", "assign"):
            self._head.add(command_button(commands[name]))
        self.tabs.take_commands(commands, in_menu)

    def show_case(self, case_id: int | None) -> None:
        """Narrows the list to a case file, or to nothing."""
        if case_id != self._case_id:
            self._case_id = case_id
            self._store_changed()

    def show_action(self, action_id: int) -> None:
        """Puts the cursor on the action, whatever was filtered before."""
        self.filter.clear()
        self.table.choose(action_id)

    def refresh(self) -> None:
        """Reads the list and the chosen action."""
        from casefile.store import lists
        from casefile.store.search import parse

        case_id, typed, sorting = self._case_id, self.filter.text(), self.table.sorting
        order = lists.Order(sorting.by, sorting.descending)

        def take(found: "tuple[Sequence[int], Sequence[Problem]]") -> None:
            ids, problems = found
            self.problems.show_problems(typed, problems)
            self._say_empty(typed.strip())
            self._take_ids(ids)

        self.desk.read(
            "actions", lambda r: (lists.action_ids(r, case_id, typed, order), parse(typed).problems), take
        )

    def _take_ids(self, ids: Sequence[int]) -> None:
        self._count.setText(count_of(len(ids), "action"))
        self.table.show_ids(ids)

    def _say_empty(self, words: str) -> None:
        if words:
            self.table.empty.say(*(_NOT_UNDERSTOOD if self.problems.sentences else _NO_MATCH))
        else:
            self.table.empty.say(*(_EMPTY if self._case_id is None else _EMPTY_CASE))

    def _request(self, ids: Sequence[int], receive: Receive[ActionRow]) -> None:
        from casefile.store import queries

        self.desk.read(f"actions rows {ids[0]}", lambda r: queries.action_rows(r, ids), receive)

    def _show_action(self, row: ActionRow | None) -> None:
        from casefile.store.detail import action_detail
        from casefile.store.notes import NoteOwner, notes_of

        self._shown = row.id if row else None
        self._below.setVisible(row is not None)
        if row is not None:
            self.desk.read(
                "action",
                lambda r: (action_detail(r, row.id), notes_of(r, NoteOwner.ACTION, row.id)),
                self._take_detail,
            )
        elif self.detail is not None:
            self.detail = None
            self.tabs.facts.show_detail(None)
            self.tabs.show_notes(())

    def _take_detail(self, found: "tuple[ActionDetail, Sequence[NoteRow]]") -> None:
        detail, notes = found
        if detail.record.row.id != self._shown:
            return
        same = self.detail is not None and self.detail.record.row.id == self._shown
        self.detail = detail
        verified = f"Verified by {detail.verified_by}, {moment_text(detail.verified_at)}"
        self._head.show_words(detail.record.row.title, verified if detail.verified_by else "Not verified yet")
        self.tabs.show_detail(detail, same=same)
        self.tabs.show_notes(notes)

    def _read_history(self) -> None:
        from casefile.store.history import record_history

        shown = self._shown
        if shown is not None:
            self.desk.read(
                "action history", lambda r: record_history(r, "action", shown), self.tabs.show_history
            )

    def _lay_out(self) -> None:
        pad = self.fontMetrics().height() // 2
        row = QHBoxLayout()
        row.setSpacing(pad)
        row.setContentsMargins(pad, pad // 2, pad, pad // 2)
        row.addWidget(self.filter, 1)
        row.addWidget(self._count)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self._below)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        column = bare(QVBoxLayout(self))
        column.addLayout(row)
        column.addWidget(self.problems)
        column.addWidget(split, 1)

    def _make_detail(self) -> QWidget:
        below = QWidget(self)
        column = bare(QVBoxLayout(below))
        column.addWidget(self._head)
        column.addWidget(self.tabs, 1)
        below.hide()
        return below
