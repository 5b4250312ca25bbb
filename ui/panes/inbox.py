"""What waits for review, newest first, and below it the last imports."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from casefile.paths import default_store_path
from casefile.store.rows import BatchRow, SourceRow
from casefile.translation import N_, tr, tr_c, tr_n
from ui.desk import Desk
from ui.figures import figure
from ui.models.columns import BATCHES, INBOX
from ui.models.ids_model import Receive, Sorting
from ui.widgets.buttons import text_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.header import bare
from ui.widgets.labels import plain_label
from ui.widgets.pane import Pane
from ui.widgets.record_table import RecordTable

_BEGIN = (
    N_("Drop articles, releases or rulings here"),
    N_("""Files, a saved page, or a selection dragged from the browser.
Casefile proposes what they say; it becomes a fact when you accept it."""),
)
_FIRST = (
    N_("Welcome to Casefile"),
    N_("""It finds fines, orders, quotes and dates in articles, and keeps each with the words it rests on.
Look around in the demo case, or begin with your own."""),
    "open_demo", "begin_empty",
)  # fmt: skip
_DONE = (
    N_("Nothing waits for review"),
    N_("What you accepted is under All actions. Drop more sources anywhere."),
)
_ROWS_ABOVE, _ROWS_BELOW = 60, 16
"""How the view is first divided, in half lines of text."""


class InboxPane(Pane):
    """The list of sources with open proposals; opening one starts its review."""

    reads_rows = True

    review_wanted = Signal(int)
    receipt_wanted = Signal(int)
    """Somebody wants to see what became of the files of an import (its id)."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Inbox"), parent)
        empty = EmptyState("inbox", *_BEGIN)
        self.table = RecordTable(
            N_("Sources that wait for review"), INBOX, self._request, empty,
            sorting=Sorting("added", descending=True), several=True,
        )  # fmt: skip
        self.table.sorted.connect(self.refresh)
        self.imports = RecordTable(
            N_("Last imports"), BATCHES, self._request_batches, EmptyState("upload", *_BEGIN)
        )
        self._count = plain_label("", "muted")
        self.review_button = text_button(tr_c("button", "Review"), self.table.open_chosen, primary=True)
        self.review_button.setToolTip(tr("Review the chosen source (Enter)"))
        self._above = QWidget()
        self._below = QWidget()
        self._begun = False
        """Whether somebody said to begin with an empty store."""
        self._begin = QAction(tr("Begin with an empty store"), self)
        self._begin.triggered.connect(self._begin_empty)
        empty.wait()
        desk.opened.connect(self._store_opened)
        self.table.opened.connect(lambda row: self.review_wanted.emit(row.id))
        self.imports.opened.connect(lambda row: self.receipt_wanted.emit(row.id))
        self._lay_out()

    def main_table(self) -> RecordTable:
        """The list."""
        return self.table

    def take_commands(self, commands: Mapping[str, QAction]) -> None:
        """Beginning with the store as it is, is a step of this view alone."""
        self.table.empty.take_commands({**commands, "begin_empty": self._begin})

    def refresh(self) -> None:
        """Reads what waits."""
        from casefile.store import lists, receipts

        sorting = self.table.sorting
        order = lists.Order(sorting.by, sorting.descending)
        self.desk.read("inbox", lambda r: (lists.inbox_ids(r, order), lists.has_sources(r)), self._take)
        self.desk.read("imports", receipts.latest_batches, self._take_batches)

    def find_next(self, source_id: int, receive: Callable[[int | None], None]) -> None:
        """Reads which source is to be reviewed after this one; None where no other waits.

        What is shown is no answer: out of sight the list is not read again, and has sources that are done.
        """
        from casefile.store import lists

        queue, sorting = tuple(self.table.model.ids), self.table.sorting
        order = lists.Order(sorting.by, sorting.descending)
        self.desk.read("next source", lambda r: next_of(queue, source_id, lists.inbox_ids(r, order)), receive)

    def _store_opened(self) -> None:
        """Nothing will be read where no store could be opened."""
        if self.desk.path is None:
            self.table.empty.say(*_BEGIN)

    def _begin_empty(self) -> None:
        self._begun = True
        self.table.empty.say(*_BEGIN, "import")
        for button in self.table.empty.buttons:
            button.setFocus()

    def _is_first_start(self) -> bool:
        """Asked where the store is empty: nobody has chosen another one yet, nor said what to begin with."""
        return not self._begun and self.desk.path == default_store_path()

    def _take_batches(self, ids: Sequence[int]) -> None:
        self.imports.show_ids(ids)
        self._below.setVisible(bool(ids))

    def _request_batches(self, ids: Sequence[int], receive: Receive[BatchRow]) -> None:
        from casefile.store import receipts

        self.desk.read("import rows", lambda r: receipts.batch_rows(r, ids), receive)

    def _take(self, found: tuple[Sequence[int], bool]) -> None:
        ids, has_sources = found
        if has_sources:
            self.table.empty.say(*_DONE, "actions")
        elif self._is_first_start():
            self.table.empty.say(*_FIRST)
        else:
            self.table.empty.say(*_BEGIN, "import")
        self._count.setText(
            tr_n("{count} source waits for review", "{count} sources wait for review", len(ids)).format(
                count=figure(len(ids))
            )
        )
        self._above.setVisible(bool(ids))
        self.table.show_ids(ids)

    def _request(self, ids: Sequence[int], receive: Receive[SourceRow]) -> None:
        from casefile.store import queries

        self.desk.read(f"inbox rows {ids[0]}", lambda r: queries.source_rows(r, ids), receive)

    def _lay_out(self) -> None:
        pad = self.fontMetrics().height() // 2
        heading = plain_label(tr("Last imports"), "muted")
        heading.setContentsMargins(pad, pad // 2, pad, pad // 2)
        below = bare(QVBoxLayout(self._below))
        below.addWidget(heading)
        below.addWidget(self.imports)
        above = QHBoxLayout(self._above)
        above.setContentsMargins(pad, pad // 2, pad, pad // 2)
        above.addWidget(self._count, 1)
        above.addWidget(self.review_button)
        waiting = QWidget()
        column = bare(QVBoxLayout(waiting))
        column.addWidget(self._above)
        column.addWidget(self.table, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(waiting)
        split.addWidget(self._below)
        split.setStretchFactor(0, 1)
        split.setSizes([_ROWS_ABOVE * pad, _ROWS_BELOW * pad])
        bare(QVBoxLayout(self)).addWidget(split)
        self._above.hide()
        self._below.hide()


def next_of(queue: Sequence[int], done: int, waiting: Sequence[int]) -> int | None:
    """The first that stands behind this one in the queue and still waits; else the first other that waits."""
    place = queue.index(done) + 1 if done in queue else 0
    left = [found for found in waiting if found != done]
    behind = (found for found in queue[place:] if found in left)
    return next(behind, left[0] if left else None)
