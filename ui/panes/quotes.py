"""The quotes: a table or a wall of cards over the same list, narrowed and grouped. Each opens its passage."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from casefile.store.rows import QuoteRow
from casefile.translation import N_, tr
from ui.cell_errands import CellErrands
from ui.counts import count_of
from ui.desk import Desk
from ui.icons import put_icon
from ui.models.columns import QUOTES
from ui.models.ids_model import OWN_ORDER, Receive
from ui.models.sections import Section, Sectioned
from ui.selection_panel import SelectionPanel
from ui.widgets.empty_state import EmptyState
from ui.widgets.facet_bar import FacetTitle
from ui.widgets.header import bare
from ui.widgets.list_head import ListHead
from ui.widgets.pane import CasePane
from ui.widgets.quote_wall import QuoteWall
from ui.widgets.record_table import RecordTable
from ui.widgets.tag_field import TagField

if TYPE_CHECKING:
    from casefile.store.facets import FacetValues, Scope
    from casefile.store.search.query import Problem
    from casefile.store.store import Reader

FACETS = (
    FacetTitle("speaker", "Speaker"), FacetTitle("role", "Role"), FacetTitle("language", "Language"),
    FacetTitle("year", "Year"), FacetTitle("tag", "Tag"),
)  # fmt: skip
_EMPTY = (
    N_("No quotes yet"),
    N_("""What people said comes here, word for word, when you accept it in the review of a source.
Each quote is compared again with the original before a brief prints it."""),
    "inbox",
)
_NO_MATCH = (N_("No quote matches"), N_("Clear the filter and what you chose to see them all."))
_NOT_UNDERSTOOD = (N_("No quote matches"), N_("Look at what was not understood, above."))


class QuotesPane(CasePane):
    """Quotes of the whole store or of one case file."""

    reads_rows = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Quotes"), parent)
        self.head = ListHead("quotes", FACETS, (FacetTitle("speaker", "Speaker"),), self._look)
        self.table = RecordTable(
            N_("Quotes"), QUOTES, self._request, EmptyState("quote", *_EMPTY), sorting=OWN_ORDER, several=True
        )
        self.wall = QuoteWall(self.table.model)
        self.table.add_view(self.wall)
        self.as_wall = QPushButton(tr("Wall"))
        self.as_wall.setObjectName("facet")
        self.as_wall.setCheckable(True)
        self.as_wall.setToolTip(tr("Show the quotes as a wall of cards (Ctrl+Shift+W)"))
        put_icon(self.as_wall, "layout-grid")
        self.head.add(self.as_wall)
        column = bare(QVBoxLayout(self))
        column.addWidget(self.head)
        column.addWidget(self.table, 1)
        self.selection = SelectionPanel(desk, "quote", self.table)
        self.table.edited.connect(CellErrands(desk, "quote", self).write)
        self.selection.setProperty("below", "true")
        column.addWidget(self.selection)
        self.as_wall.toggled.connect(self._show_view)
        self.head.changed.connect(self.refresh)
        self.head.fold_wanted.connect(lambda folded: self.table.fold_all(folded=folded))
        self.table.sorted.connect(self.refresh)
        self.table.opened.connect(self._open)

    def main_table(self) -> RecordTable:
        """The list, whether as a table or a wall."""
        return self.table

    def list_head(self) -> ListHead:
        """What narrows and groups the list."""
        return self.head

    def tag_field(self) -> TagField:
        """The tags of what is chosen."""
        return self.selection.tags

    def take_commands(self, commands: Mapping[str, QAction]) -> None:
        """What can be done with several quotes."""
        self.selection.take_commands(commands, ("trash",))

    def allow_writing(self, may_write: bool) -> None:
        """Whether tags can be given and cells edited; commands rest by themselves."""
        self.selection.allow_writing(may_write)
        self.table.let_edit(may_edit=may_write, by_double_click=False)

    def show_quote(self, quote_id: int) -> None:
        """Puts the cursor on the quote, whatever was filtered before."""
        if self.head.narrows:
            self.head.clear()
        self.table.choose(quote_id)

    def turn(self) -> None:
        """Turns from the table to the wall, or back."""
        self.as_wall.toggle()
        self.table.take_focus()

    def refresh(self) -> None:
        """Reads what there is."""
        from casefile.store import groups, lists
        from casefile.store.search import parse

        scope, grouped_by, sorting = self._scope(), self.head.grouped_by, self.table.sorting
        order = lists.Order(sorting.by or "accepted", sorting.descending)

        folded = frozenset(self.table.folded)

        def read(reader: "Reader") -> "tuple[Sectioned, Sequence[Problem]]":
            problems = parse(scope.words).problems
            if not grouped_by:
                ids = lists.quote_ids(reader, scope.case_id, order, scope.words, scope.chosen)
                return Sectioned.of(ids, (), ()), problems
            grouped = groups.grouped_quotes(reader, scope, order)
            sections = [
                Section(group.key, group.title, count_of(group.count, "quote"), group.count)
                for group in grouped.groups
            ]
            return Sectioned.of(grouped.ids, sections, folded), problems

        def take(found: "tuple[Sectioned, Sequence[Problem]]") -> None:
            rows, problems = found
            self.head.problems.show_problems(scope.words, problems)
            self._say_empty()
            self.head.show_count(len(rows.ids), "quote")
            self.table.show_grouped(rows)
            self.head.facets.refresh()

        self.desk.read("quotes", read, take)

    def _scope(self) -> "Scope":
        from casefile.store.facets import Scope

        return Scope(self._case_id, self.head.words, self.head.facets.chosen)

    def _look(self, name: str, typed: str, take: "Callable[[FacetValues], None]") -> None:
        from casefile.store.quote_facets import quote_facet

        scope = self._scope()
        self.desk.read("quotes facet", lambda r: quote_facet(r, name, scope, typed), take)

    def _say_empty(self) -> None:
        narrowed = _NOT_UNDERSTOOD if self.head.problems.sentences else _NO_MATCH
        self.table.empty.say(*(narrowed if self.head.narrows else _EMPTY))

    def _show_view(self, as_wall: bool) -> None:
        self.table.show_view(self.wall if as_wall else self.table.view)

    def _request(self, ids: Sequence[int], receive: Receive[QuoteRow]) -> None:
        from casefile.store import queries

        self.desk.read(f"quotes rows {ids[0]}", lambda r: queries.quote_rows(r, ids), receive)

    def _open(self, row: QuoteRow) -> None:
        self.want_passage(row.evidence.source_id, row.evidence.span)
