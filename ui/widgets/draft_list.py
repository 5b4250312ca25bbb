"""The drafts of briefs: gone on with, named otherwise, deleted. Knows no store."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casefile.translation import N_, tr
from ui.models.columns import DRAFTS
from ui.models.ids_model import Receive, Sorting
from ui.widgets.button_row import ButtonRow
from ui.widgets.buttons import text_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.header import bare
from ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from casefile.store.brief_rows import DraftRow

_EMPTY = (
    N_("No drafts"),
    N_(
        "What you compose is kept here as you go: its parts and your own words, the title page, the facts "
        "that you left out. Compose a brief, and come back to it whenever you like."
    ),
    "composer",
)
_ORDERS: "dict[str, Callable[[DraftRow], Any]]" = {
    "name": lambda row: row.name.casefold(),
    "case": lambda row: row.case_title.casefold(),
    "changed": lambda row: row.changed_at,
}


class DraftList(QWidget):
    """A table of drafts with what can be done with the chosen one."""

    open_wanted = Signal(int)
    """Somebody wants to go on with a draft (its id)."""
    rename_wanted = Signal(object)
    """Somebody wants to call a draft (its :class:`DraftRow`) otherwise."""
    delete_wanted = Signal(object)
    """Somebody wants to do away with a draft (its :class:`DraftRow`)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[int, DraftRow] = {}
        self._may_write = True
        self.table = RecordTable(
            N_("Drafts of briefs"), DRAFTS, self._request, EmptyState("pencil", *_EMPTY),
            sorting=Sorting("changed", descending=True),
        )  # fmt: skip
        self.open_button = text_button(tr("Continue"), self._open, primary=True)
        self.rename_button = text_button(tr("Rename…"), self._rename)
        self.delete_button = text_button(tr("Delete"), self._delete)
        column = bare(QVBoxLayout(self))
        column.addWidget(self.table, 1)
        pad = self.fontMetrics().height() // 2
        self._bar = ButtonRow((self.open_button, self.rename_button, self.delete_button))
        self._bar.setContentsMargins(pad, pad // 2, pad, pad // 2)
        column.addWidget(self._bar)
        self.table.sorted.connect(self._sort)
        self.table.opened.connect(lambda _: self._open())
        self.table.chosen.connect(lambda _: self._show_buttons())
        for keys, act in (("F2", self._rename), ("Del", self._delete)):
            shortcut = QShortcut(QKeySequence(keys), self.table.view)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    def show_rows(self, rows: "Sequence[DraftRow]") -> None:
        """Shows these drafts."""
        self.rows = {row.id: row for row in rows}
        self._sort()
        self._show_buttons()

    def allow_writing(self, may_write: bool) -> None:
        """Whether drafts can be renamed and deleted."""
        self._may_write = may_write
        self._show_buttons()

    def _sort(self) -> None:
        sorting = self.table.sorting
        found = sorted(self.rows.values(), key=_ORDERS[sorting.by], reverse=sorting.descending)
        self.table.show_ids([row.id for row in found])

    def _request(self, ids: Sequence[int], receive: "Receive[DraftRow]") -> None:
        receive([self.rows[id_] for id_ in ids])

    def _chosen(self) -> "DraftRow | None":
        return self.rows.get(self.table.chosen_id() or 0)

    def _show_buttons(self) -> None:
        self._bar.setVisible(bool(self.rows))
        chosen = self._chosen() is not None
        self.open_button.setEnabled(chosen)
        self.rename_button.setEnabled(chosen and self._may_write)
        self.delete_button.setEnabled(chosen and self._may_write)

    def _open(self) -> None:
        if (row := self._chosen()) is not None:
            self.open_wanted.emit(row.id)

    def _rename(self) -> None:
        if (row := self._chosen()) is not None and self._may_write:
            self.rename_wanted.emit(row)

    def _delete(self) -> None:
        if (row := self._chosen()) is not None and self._may_write:
            self.delete_wanted.emit(row)
