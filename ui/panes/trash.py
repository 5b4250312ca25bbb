"""The trash: what lies in it, of every kind."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casefile.translation import N_, tr
from ui.counts import count_of
from ui.desk import Desk
from ui.models.columns import TRASH
from ui.models.ids_model import Receive, Sorting
from ui.widgets.buttons import CommandButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.header import bare
from ui.widgets.labels import plain_label
from ui.widgets.pane import Pane
from ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from casefile.store.trash import TrashRow

_EMPTY = (
    N_("The trash is empty"),
    N_("What you move to the trash waits here until you restore it or empty the trash."),
)


class TrashPane(Pane):
    """Records of every kind; the table's ids are numbers that tell records of different kinds apart."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Trash"), parent)
        self._rows: Mapping[int, TrashRow] = {}
        self._count = plain_label("", "muted")
        self.table = RecordTable(
            N_("Trash"), TRASH, self._request, EmptyState("trash-2", *_EMPTY),
            sorting=Sorting("moved", descending=True), several=True,
        )  # fmt: skip
        self.table.sorted.connect(self.refresh)
        self._lay_out()

    def main_table(self) -> RecordTable:
        """The list."""
        return self.table

    def take_commands(self, commands: Mapping[str, QAction]) -> None:
        """The commands that stand above the list."""
        for name in ("restore", "empty_trash"):
            self._row.addWidget(CommandButton(commands[name]))

    def chosen_rows(self) -> "list[TrashRow]":
        """What is selected."""
        return [self._rows[number] for number in self.table.chosen_ids()]

    def refresh(self) -> None:
        """Reads what lies in the trash."""
        from casefile.store import lists, trash

        sorting = self.table.sorting
        order = lists.Order(sorting.by, sorting.descending)
        self.desk.read("trash", lambda r: trash.trash_rows(r, order), self._take)

    def _take(self, rows: "Sequence[TrashRow]") -> None:
        self._rows = {row.number: row for row in rows}
        self._count.setText(count_of(len(rows), "record"))
        self.table.show_ids(list(self._rows))

    def _request(self, ids: Sequence[int], receive: "Receive[TrashRow]") -> None:
        receive([self._rows[number] for number in ids])

    def _lay_out(self) -> None:
        pad = self.fontMetrics().height() // 2
        row = self._row = QHBoxLayout()
        row.setSpacing(pad)
        row.setContentsMargins(pad, pad // 2, pad, pad // 2)
        row.addWidget(self._count, 1)
        column = bare(QVBoxLayout(self))
        column.addLayout(row)
        column.addWidget(self.table, 1)
