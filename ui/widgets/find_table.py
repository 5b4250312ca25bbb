"""A table of records that narrows while somebody types a part of a title. Knows no store."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from casefile.translation import tr
from ui.evidence import RecordLookup
from ui.models.ids_model import Column, Receive
from ui.widgets.empty_state import EmptyState
from ui.widgets.header import bare
from ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from casefile.store.lookups import Found

TYPING_PAUSE_MS = 120
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class FindTable(QWidget):
    """What belongs together already comes first and says so in the last column, ``near``: title and words."""

    chosen = Signal(object)
    """The row under the cursor, or None."""

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[Any]],
        near: tuple[str, str],
        lookup: RecordLookup[Any],
        empty: EmptyState,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lookup = lookup
        self._near: frozenset[int] = frozenset()
        self._asked = ""
        self.search = QLineEdit(placeholderText=tr("Type a part of the title"), clearButtonEnabled=True)
        self.search.setAccessibleName(tr("{name}: part of the title").format(name=tr(name)))
        title, words = near
        mark = Column[Any](title, lambda row: tr(words) if row.id in self._near else "", len(tr(title)) + 5)
        self.table = RecordTable(name, (*columns, mark), self._request, empty)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        column = bare(QVBoxLayout(self))
        column.setSpacing(self.fontMetrics().height() // 3)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self._pause.timeout.connect(self.look_up)
        self.table.chosen.connect(self.chosen)
        self.look_up()

    def look_up(self) -> None:
        """Looks for what stands in the line."""
        asked = self._asked = self.search.text()

        def take(found: "Found") -> None:
            if isValid(self) and asked == self._asked:
                self._near = frozenset(found.near)
                self.table.show_ids([*found.near, *found.others])

        self._lookup.find(asked, take)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows move in the table while the cursor stays in the line."""
        steps = _STEPS.get(Qt.Key(event.key()), 0)
        ids = self.table.model.ids
        if not steps or not ids:
            super().keyPressEvent(event)
            return
        row = self.table.view.currentIndex().row() + steps
        self.table.view.selectRow(min(max(row, 0), len(ids) - 1))

    def _request(self, ids: Sequence[int], receive: Receive[Any]) -> None:
        def take(rows: Sequence[Any]) -> None:
            if isValid(self):
                receive(rows)

        self._lookup.rows(ids, take)
