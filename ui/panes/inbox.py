"""What waits for review, newest first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casefile.store.rows import Counts, SourceRow
from ui.desk import Desk
from ui.models.columns import INBOX
from ui.models.ids_model import Receive, Sorting
from ui.widgets.empty_state import EmptyState
from ui.widgets.pane import Pane
from ui.widgets.record_table import RecordTable

_BEGIN = (
    "Drop articles, releases or rulings here",
    """Files, a saved page, or a selection dragged from the browser.
Casefile proposes what they say; it becomes a fact when you accept it.""",
)
_DONE = ("Nothing waits for review", "Drop more sources anywhere on the window, or go to All actions.")


class InboxPane(Pane):
    """The list of sources with open proposals; opening one starts its review."""

    review_wanted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Inbox", parent)
        empty = EmptyState("inbox", *_BEGIN)
        self.table = RecordTable(
            "Sources that wait for review", INBOX, self._request, empty,
            sorting=Sorting("added", descending=True), several=True,
        )  # fmt: skip
        self.table.sorted.connect(self.refresh)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.table.opened.connect(lambda row: self.review_wanted.emit(row.id))

    def refresh(self) -> None:
        """Reads what waits."""
        from casefile.store import lists

        sorting = self.table.sorting
        order = lists.Order(sorting.by, sorting.descending)
        self.desk.read("inbox", lambda r: (lists.inbox_ids(r, order), lists.counts(r)), self._take)

    def _take(self, found: tuple[Sequence[int], Counts]) -> None:
        ids, counts = found
        self.table.empty.say(*(_DONE if counts.sources else _BEGIN))
        self.table.show_ids(ids)

    def _request(self, ids: Sequence[int], receive: Receive[SourceRow]) -> None:
        from casefile.store import queries

        self.desk.read(f"inbox rows {ids[0]}", lambda r: queries.source_rows(r, ids), receive)
