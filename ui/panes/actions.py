"""The enforcement actions: a table, and below it the chosen action with the evidence of every fact."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from casefile.store.rows import ActionRow
from casefile.translation import N_, tr
from ui.cell_errands import CellErrands
from ui.commands import FACT_COMMANDS
from ui.desk import Desk
from ui.models.columns import ACTIONS, moment_text, sums_text
from ui.models.ids_model import Receive, Sorting
from ui.models.sections import Section, Sectioned
from ui.selection_panel import SelectionPanel
from ui.widgets.buttons import CommandButton
from ui.widgets.detail_tabs import DetailTabs
from ui.widgets.empty_state import EmptyState
from ui.widgets.facet_bar import FacetTitle
from ui.widgets.fact_tree import FactTree
from ui.widgets.header import HeaderBar, bare
from ui.widgets.list_head import ListHead
from ui.widgets.pane import CasePane
from ui.widgets.record_table import RecordTable
from ui.widgets.tag_field import TagField

if TYPE_CHECKING:
    from casefile.store.detail import ActionDetail
    from casefile.store.facets import FacetValues, Scope
    from casefile.store.notes import NoteRow
    from casefile.store.search.query import Problem
    from casefile.store.store import Reader

FACETS = (
    FacetTitle("case", "Case file"), FacetTitle("authority", "Authority"),
    FacetTitle("respondent", "Respondent"), FacetTitle("year", "Year"), FacetTitle("kind", "Kind"),
    FacetTitle("status", "Status"), FacetTitle("currency", "Currency"),
    FacetTitle("tag", "Tag"),
)  # fmt: skip
GROUPS = (
    FacetTitle("authority", "Authority"), FacetTitle("respondent", "Respondent"), FacetTitle("year", "Year"),
    FacetTitle("case", "Case file"),
)  # fmt: skip
_EMPTY = (
    N_("No actions yet"),
    N_("""Fines, orders and settlements come here when you accept them in the review of a source.
Each value stands with the passages that it rests on."""),
    "inbox",
)
_NO_MATCH = (N_("No action matches"), N_("Clear the filter and what you chose to see them all."))
_NOT_UNDERSTOOD = (N_("No action matches"), N_("Look at what was not understood, above."))
_EMPTY_CASE = (
    N_("This case file is empty"),
    N_("""It gathers the actions, sources and notes of one matter, and its brief is printed from them.
Choose actions under All actions, and drag them onto it or press Add to case."""),
    "actions",
)


class ActionsPane(CasePane):
    """Actions of the whole store or of one case file."""

    reads_rows = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Actions"), parent)
        self._shown: int | None = None
        self.detail: ActionDetail | None = None
        """The action that is shown."""
        self.head = ListHead("actions", FACETS, GROUPS, self._look)
        self.filter = self.head.filter
        self.problems = self.head.problems
        self.table = RecordTable(
            N_("Actions"), ACTIONS, self._request, EmptyState("gavel", *_EMPTY),
            sorting=Sorting("decided", descending=True), several=True,
        )  # fmt: skip
        self._title = HeaderBar()
        self.tabs = DetailTabs()
        self.selection = SelectionPanel(desk, "action", self.table)
        self.table.edited.connect(CellErrands(desk, "action", self).write)
        self._below = self._make_detail()
        self._lay_out()
        self.head.changed.connect(self.refresh)
        self.head.fold_wanted.connect(lambda folded: self.table.fold_all(folded=folded))
        self.table.sorted.connect(self.refresh)
        self.table.chosen.connect(self._show_action)
        self.tabs.passage_opened.connect(self.want_passage)
        self.tabs.history_wanted.connect(self._read_history)
        self.tabs.facts.place_changed.connect(self.state_changed)
        self.tabs.notes.chosen.connect(self.state_changed)
        self.tabs.currentChanged.connect(lambda _: self.state_changed.emit())

    @property
    def facts(self) -> FactTree:
        """The facts of the chosen action."""
        return self.tabs.facts

    def main_table(self) -> RecordTable:
        """The list."""
        return self.table

    def list_head(self) -> ListHead:
        """What narrows and groups the list."""
        return self.head

    def tag_field(self) -> TagField:
        """The tags of what is chosen."""
        return self.selection.tags

    def take_commands(self, commands: Mapping[str, QAction]) -> None:
        """The commands that stand beside the action, and those of the facts' own menu."""
        for name in ("verify", "assign"):
            self._title.add(CommandButton(commands[name]))
        self.selection.take_commands(commands, ("assign", "trash"))
        self.tabs.take_commands(commands, FACT_COMMANDS)

    def allow_writing(self, may_write: bool) -> None:
        """Whether conflicts can be settled; commands rest by themselves."""
        self.tabs.conflicts.allow_writing(may_write)
        self.selection.allow_writing(may_write)
        self.table.let_edit(may_edit=may_write, by_double_click=True)

    def show_action(self, action_id: int) -> None:
        """Puts the cursor on the action, whatever was filtered before."""
        if self.head.narrows:
            self.head.clear()
        self.table.choose(action_id)

    def show_fact(self, action_id: int, name: str) -> None:
        """Puts the cursors on the action and on its fact of that field."""
        self.tabs.setCurrentWidget(self.facts)
        if self.detail is not None and self.detail.record.row.id == action_id:
            self.facts.choose_fact(name)
        else:
            self.facts.expect(name)
        self.show_action(action_id)

    def refresh(self) -> None:
        """Reads the list and the chosen action."""
        from casefile.store import groups, lists
        from casefile.store.search import parse

        scope, grouped_by, sorting = self._scope(), self.head.grouped_by, self.table.sorting
        order = lists.Order(sorting.by, sorting.descending)

        folded = frozenset(self.table.folded)

        def read(reader: "Reader") -> "tuple[Sectioned, int, Sequence[Problem]]":
            problems = parse(scope.words).problems
            if not grouped_by:
                ids = lists.action_ids(reader, scope.case_id, scope.words, order, scope.chosen)
                return Sectioned.of(ids, (), ()), len(ids), problems
            grouped = groups.grouped_actions(reader, grouped_by, scope, order)
            sections = [
                Section(group.key, group.title, sums_text(group), group.count) for group in grouped.groups
            ]
            return Sectioned.of(grouped.ids, sections, folded), len(set(grouped.ids)), problems

        def take(found: "tuple[Sectioned, int, Sequence[Problem]]") -> None:
            rows, count, problems = found
            self.problems.show_problems(scope.words, problems)
            self._say_empty(scope)
            self.head.show_count(count, "action")
            self.table.show_grouped(rows)
            self.head.facets.refresh()

        self.desk.read("actions", read, take)

    def _scope(self) -> "Scope":
        from casefile.store.facets import Scope

        return Scope(self._case_id, self.head.words, self.head.facets.chosen)

    def _look(self, name: str, typed: str, take: "Callable[[FacetValues], None]") -> None:
        from casefile.store.action_facets import action_facet

        scope = self._scope()
        self.desk.read("actions facet", lambda r: action_facet(r, name, scope, typed), take)

    def _say_empty(self, scope: "Scope") -> None:
        if self.head.narrows:
            self.table.empty.say(*(_NOT_UNDERSTOOD if self.problems.sentences else _NO_MATCH))
        else:
            self.table.empty.say(*(_EMPTY if scope.case_id is None else _EMPTY_CASE))

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
        verified = tr("Verified by {person}, {moment}").format(
            person=detail.verified_by, moment=moment_text(detail.verified_at)
        )
        self._title.show_words(
            detail.record.row.title, verified if detail.verified_by else tr("Not verified yet")
        )
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
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self._below)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        split.setSizes([1_000, 1_200])
        column = bare(QVBoxLayout(self))
        column.addWidget(self.head)
        column.addWidget(split, 1)

    def _make_detail(self) -> QWidget:
        below = QWidget(self)
        column = bare(QVBoxLayout(below))
        column.addWidget(self._title)
        column.addWidget(self.selection)
        column.addWidget(self.tabs, 1)
        column.addStretch(0)
        self.selection.several_changed.connect(self._title.setHidden)
        self.selection.several_changed.connect(self.tabs.setHidden)
        below.hide()
        return below
