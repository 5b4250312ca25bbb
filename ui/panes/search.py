"""What a search of everything found, and what of the query was not understood."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casefile.store.rows import Hit
from casefile.translation import N_, tr
from ui.counts import count_of
from ui.desk import Desk
from ui.models.columns import HITS
from ui.models.ids_model import Receive
from ui.widgets.buttons import text_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.header import bare
from ui.widgets.hit_delegate import HitDelegate
from ui.widgets.labels import plain_label
from ui.widgets.pane import Pane
from ui.widgets.query_problems import QueryProblems
from ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from casefile.store.search import Results

SHOWN_HITS, PAGE_HITS = 200, 25
"""So many hits are listed, so many get their snippets at a time."""
FIRST_SNIPPETS = 2 * PAGE_HITS
"""As many hits as are in sight have theirs from the start."""
_START = (
    N_("Search everything"),
    N_("Type words, “a phrase”, -without, or fields such as authority:cnil amount:>10m decided:2024."),
)
_NOTHING = (N_("Nothing found"), N_("Try fewer words, or the beginning of a word."))
_NOT_UNDERSTOOD = (N_("Nothing found"), N_("Look at what was not understood, above."))
_SNIPPET_COLUMN = len(HITS) - 1


class SearchPane(Pane):
    """Hits of every kind, best first; the table's ids are their places in the list."""

    hit_opened = Signal(object)
    save_wanted = Signal(str)
    """Somebody wants to keep the query under a name."""
    place_wanted = Signal(object)
    """Somebody wants to change the query at a :class:`Span`."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Search"), parent)
        self._words = ""
        self._hits: list[Hit] = []
        self._may_save = True
        self.table = RecordTable(
            N_("Search results"), HITS, self._request, EmptyState("search", *_START), page_rows=PAGE_HITS
        )
        view = self.table.view
        view.paint_column_by(_SNIPPET_COLUMN, HitDelegate(self.table.model.row_at, view))
        self.count = plain_label("", "muted")
        self.note = plain_label("", "muted", wrap=True)
        self.problems = QueryProblems()
        self.save_button = text_button(tr("Save search…"), self.save)
        self._lay_out()
        self.table.opened.connect(self.hit_opened)
        self.problems.place_chosen.connect(self.place_wanted)
        self._say()

    @property
    def query(self) -> str:
        """What is searched for, "" for nothing."""
        return self._words.strip()

    def search(self, words: str) -> None:
        """Looks for other words."""
        self._words = words
        self.refresh()

    def save(self) -> None:
        """Asks for a name for the query."""
        if self._may_save and self.query:
            self.save_wanted.emit(self.query)

    def allow_writing(self, may_write: bool) -> None:
        """Searches cannot be kept in a store that is only read."""
        self._may_save = may_write
        self._say()

    def possible(self) -> dict[str, bool]:
        """Which of the commands make sense for what is searched for."""
        return {"save_search": bool(self.query)}

    def refresh(self) -> None:
        """Looks again."""
        from casefile.store.search import Results, search

        words = self._words
        if self.query:
            self.desk.read("search", lambda r: search(r, words, SHOWN_HITS, FIRST_SNIPPETS), self._take)
        else:
            self._take(Results())

    def _take(self, results: "Results") -> None:
        self._hits = list(results.hits)
        self.problems.show_problems(self._words, results.problems)
        self.note.setText(" ".join(results.notes))
        self._say()
        self.table.show_ids(())
        self.table.show_ids(range(len(results.hits)))

    def _say(self) -> None:
        wrong = _NOT_UNDERSTOOD if self.problems.sentences else _NOTHING
        self.table.empty.say(*(wrong if self.query else _START))
        self.note.setVisible(bool(self.note.text()))
        self.save_button.setEnabled(self._may_save and bool(self.query))
        found = count_of(len(self._hits), "hit")
        self.count.setText(
            tr("The best {found}").format(found=found) if len(self._hits) == SHOWN_HITS else found
        )
        self.count.setVisible(bool(self.query))

    def _request(self, ids: Sequence[int], receive: Receive[Hit]) -> None:
        from casefile.store.search import add_snippets

        hits, words = self._hits, self._words
        some = [hits[place] for place in ids]

        def take(shown: Sequence[Hit]) -> None:
            for place, hit in zip(ids, shown, strict=True):
                hits[place] = hit
            receive(shown)

        if ids[-1] < FIRST_SNIPPETS:
            receive(some)
        else:
            self.desk.read(f"search rows {ids[0]}", lambda r: add_snippets(r, words, some), take)

    def _lay_out(self) -> None:
        pad = self.fontMetrics().height() // 2
        row = QHBoxLayout()
        row.setSpacing(pad)
        row.setContentsMargins(pad, pad // 2, pad, pad // 2)
        row.addWidget(self.count)
        row.addWidget(self.note, 1)
        row.addStretch(0)
        row.addWidget(self.save_button)
        column = bare(QVBoxLayout(self))
        column.addLayout(row)
        column.addWidget(self.problems)
        column.addWidget(self.table, 1)
