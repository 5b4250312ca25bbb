"""What a search of everything found."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casefile.store.rows import Hit
from ui.desk import Desk
from ui.models.columns import HITS
from ui.models.ids_model import Receive
from ui.widgets.empty_state import EmptyState
from ui.widgets.pane import Pane
from ui.widgets.record_table import RecordTable

SHOWN_HITS = 200


class SearchPane(Pane):
    """Hits of every kind, best first; the table's ids are their places in the list."""

    hit_opened = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Search", parent)
        self._words = ""
        self._hits: Sequence[Hit] = ()
        empty = EmptyState("search", "Search everything", "Type words in the box above.")
        self.table = RecordTable("Search results", HITS, self._request, empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.table.opened.connect(self.hit_opened)

    def search(self, words: str) -> None:
        """Looks for other words."""
        self._words = words
        self.refresh()

    def refresh(self) -> None:
        """Looks again."""
        from casefile.store.search import search

        words = self._words.strip()
        if words:
            self.desk.read("search", lambda r: search(r, words, limit=SHOWN_HITS), self._take)
        else:
            self._take(())

    def _take(self, hits: Sequence[Hit]) -> None:
        self._hits = hits
        if self._words.strip():
            self.table.empty.say("Nothing found", "Try fewer words, or the beginning of a word.")
        else:
            self.table.empty.say("Search everything", "Type words in the box above.")
        self.table.show_ids(())
        self.table.show_ids(range(len(hits)))

    def _request(self, ids: Sequence[int], receive: Receive[Hit]) -> None:
        receive([self._hits[place] for place in ids])
