"""The enforcement actions: a table, and below it the chosen action with the evidence of every fact."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from casefile.store.rows import ActionRecord, ActionRow
from ui.desk import Desk
from ui.models.columns import ACTIONS
from ui.models.ids_model import Receive
from ui.notices import count_of
from ui.widgets.buttons import text_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.fact_tree import FactTree
from ui.widgets.header import HeaderBar, bare
from ui.widgets.labels import plain_label
from ui.widgets.pane import Pane
from ui.widgets.record_table import RecordTable

TYPING_PAUSE_MS = 120
_EMPTY = ("No actions yet", "Actions come here when you accept them in the review of a source.")
_NO_MATCH = ("No action matches", "Clear the filter to see them all.")
_EMPTY_CASE = (
    "This case file is empty",
    "Choose an action under All actions, then Case > Add action to case file.",
)


class ActionsPane(Pane):
    """Actions of the whole store or of one case file."""

    assign_wanted = Signal(int)
    """Somebody wants to put the action (its id) into a case file."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Actions", parent)
        self._case_id: int | None = None
        self._shown: int | None = None
        self.filter = QLineEdit(placeholderText="Filter actions", clearButtonEnabled=True)
        self.filter.setAccessibleName("Filter actions")
        self._count = plain_label("", "muted")
        self.table = RecordTable("Actions", ACTIONS, self._request, EmptyState("gavel", *_EMPTY))
        self._head = HeaderBar()
        self.facts = FactTree()
        self._detail = self._make_detail()
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._lay_out()
        self._pause.timeout.connect(self.refresh)
        self.filter.textChanged.connect(lambda _: self._pause.start())
        self.table.chosen.connect(self._show_action)
        self.facts.passage_opened.connect(self.want_passage)

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

        case_id, words = self._case_id, self.filter.text().strip()
        self._say_empty(words)
        self.desk.read("actions", lambda r: lists.action_ids(r, case_id, words), self._take_ids)

    def _take_ids(self, ids: Sequence[int]) -> None:
        self._count.setText(count_of(len(ids), "action"))
        self.table.show_ids(ids)

    def _say_empty(self, words: str) -> None:
        if words:
            self.table.empty.say(*_NO_MATCH)
        else:
            self.table.empty.say(*(_EMPTY if self._case_id is None else _EMPTY_CASE))

    def _request(self, ids: Sequence[int], receive: Receive[ActionRow]) -> None:
        from casefile.store import queries

        self.desk.read(f"actions rows {ids[0]}", lambda r: queries.action_rows(r, ids), receive)

    def _show_action(self, row: ActionRow | None) -> None:
        from casefile.store import queries

        self._shown = row.id if row else None
        self._detail.setVisible(row is not None)
        if row is not None:
            self.desk.read("action", lambda r: queries.action_record(r, row.id), self._take_record)

    def _take_record(self, record: ActionRecord) -> None:
        if record.row.id != self._shown:
            return
        self._head.show_words(record.row.title)
        self.facts.show_record(record)

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
        split.addWidget(self._detail)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        column = bare(QVBoxLayout(self))
        column.addLayout(row)
        column.addWidget(split, 1)

    def _make_detail(self) -> QWidget:
        detail = QWidget(self)
        self._head.add(text_button("Add to case file…", self.assign_chosen))
        column = bare(QVBoxLayout(detail))
        column.addWidget(self._head)
        column.addWidget(self.facts, 1)
        detail.hide()
        return detail

    def assign_chosen(self) -> None:
        """Asks for the chosen action to be put into a case file."""
        if self._shown is not None:
            self.assign_wanted.emit(self._shown)
