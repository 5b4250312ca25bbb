"""The sources: a table, and below it the reader with the chosen source's text."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from casefile.store.rows import SourceRecord, SourceRow, VersionRow
from casefile.store.use_rows import Use
from casefile.translation import N_, tr, tr_c
from casefile.values import Span
from ui.cell_errands import CellErrands
from ui.desk import Desk
from ui.evidence import ChosenPassage
from ui.figures import figure
from ui.marks import marks_of
from ui.models.columns import SOURCES, date_text
from ui.models.ids_model import Receive, Sorting, packed
from ui.selection_panel import SelectionPanel
from ui.widgets.buttons import CommandButton, text_button
from ui.widgets.changes_view import ChangesView
from ui.widgets.details_list import DetailsList
from ui.widgets.empty_state import EmptyState
from ui.widgets.facet_bar import FacetTitle
from ui.widgets.find_bar import FindableReader, FindBar
from ui.widgets.header import HeaderBar, bare
from ui.widgets.history_list import HistoryList
from ui.widgets.list_head import ListHead
from ui.widgets.mark_legend import MarkLegend
from ui.widgets.notes_page import NotesPage
from ui.widgets.original_view import OriginalView
from ui.widgets.pane import CasePane
from ui.widgets.record_table import RecordTable
from ui.widgets.tag_field import TagField
from ui.widgets.text_reader import Mark, TextReader
from ui.widgets.uses_table import UsesTable
from ui.widgets.version_box import VersionBox

if TYPE_CHECKING:
    from casefile.store.facets import FacetValues, Scope
    from casefile.store.notes import NoteRow
    from casefile.store.search.query import Problem
    from casefile.store.store import Reader

FACETS = (
    FacetTitle("kind", "Kind"), FacetTitle("outlet", "Outlet"), FacetTitle("language", "Language"),
    FacetTitle("year", "Year"), FacetTitle("tag", "Tag"),
)  # fmt: skip
_NO_MATCH = (N_("No source matches"), N_("Clear the filter and what you chose to see them all."))
_NOT_UNDERSTOOD = (N_("No source matches"), N_("Look at what was not understood, above."))
_USED, _NOTES = N_("&Used in"), N_("&Notes")
_NOTES_ARE = N_(
    "What you want to remember about the source: who sent it, how far it can be trusted, what it leaves out. "
    "The search finds notes, no brief prints them. Add note or the Insert key begins one."
)
_EMPTY = (
    N_("No sources yet"),
    N_("""Articles, releases and rulings come here as you import them: drop files anywhere on the window.
The original is kept, and what you accepted is marked in its text."""),
    "import",
)
_EMPTY_CASE = (
    N_("No sources in this case file"),
    N_("""Its actions bring theirs.
Choose any other one under Sources, and drag it onto the case file or press Add to case."""),
    "sources",
)
_Found = tuple[SourceRecord, Sequence[Use], Sequence[Mark], Sequence[VersionRow], "Sequence[NoteRow]"]


class SourcesPane(CasePane):
    """Every source, or those of a case file; what rests on its passages is marked in its text."""

    reads_rows = True

    review_wanted = Signal(int)
    use_opened = Signal(object)
    """Somebody wants to see what rests on the source: a :class:`Use`."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Sources"), parent)
        self.head = ListHead("sources", FACETS, (), self._look)
        self.head.changed.connect(self.refresh)
        empty = EmptyState("file-text", *_EMPTY)
        self.table = RecordTable(
            N_("Sources"), SOURCES, self._request, empty,
            sorting=Sorting("added", descending=True), several=True,
        )  # fmt: skip
        self.table.sorted.connect(self.refresh)
        self.reader = TextReader(tr("Text of the source"))
        self.page = FindableReader(self.reader)
        self.legend = MarkLegend()
        self.uses = UsesTable()
        self.notes = NotesPage(tr("Notes on the source"), _NOTES_ARE)
        self.original = OriginalView()
        self.history = HistoryList()
        self.tabs = QTabWidget()
        self.selection_panel = SelectionPanel(desk, "source", self.table)
        self.table.edited.connect(CellErrands(desk, "source", self).write)
        self._head = HeaderBar()
        self.details = DetailsList()
        self.changes = ChangesView()
        self.versions = VersionBox()
        self._shown: int | None = None
        self._title = ""
        self._has_selection = False
        self._goal: tuple[int, Span | None] | None = None
        self._lay_out()
        self.table.chosen.connect(self._choose)
        self.versions.version_chosen.connect(self._show)
        self.reader.selectionChanged.connect(self._selected)
        self.uses.use_opened.connect(self.use_opened)
        self.original.copy_wanted.connect(self._copy_original)
        self.notes.notes.chosen.connect(self.state_changed)

    @property
    def shown_id(self) -> int | None:
        """The source in sight below the list; None where none is, or several are chosen."""
        return self._shown if self.tabs.isVisible() else None

    @property
    def shows_notes(self) -> bool:
        """Whether the notes are in sight."""
        return self.shown_id is not None and self.tabs.currentWidget() is self.notes

    def turn_to_notes(self) -> None:
        """Brings the notes into sight, with the keyboard in them."""
        self.tabs.setCurrentWidget(self.notes)
        self.notes.notes.take_focus()

    @property
    def selection(self) -> ChosenPassage | None:
        """The words that are selected in the text; None where none are, or the text is not in sight."""
        span = self.reader.selected_span if self._shown is not None else None
        if span is None or self._shown is None or self.tabs.currentWidget() is not self.page:
            return None
        return ChosenPassage(self._shown, self._title, span, self.reader.words(span))

    def main_table(self) -> RecordTable:
        """The list."""
        return self.table

    def list_head(self) -> ListHead:
        """What narrows the list."""
        return self.head

    def finder(self) -> FindBar | None:
        """What finds in the text, where that is in sight."""
        in_sight = self._shown is not None and self.tabs.currentWidget() is self.page
        return self.page.finder if in_sight else None

    def take_commands(self, commands: Mapping[str, QAction]) -> None:
        """What can be done with the source and its selected words: beside it, and in the text's own menu."""
        evidence = commands["use_as_evidence"]
        for command in (evidence, commands["assign"]):
            self._head.add(CommandButton(command))
        self.reader.take_commands([evidence])
        self.notes.take_commands(commands)
        self.selection_panel.take_commands(commands, ("assign", "trash"))

    def allow_writing(self, may_write: bool) -> None:
        """Whether tags can be given and cells edited; commands rest by themselves."""
        self.selection_panel.allow_writing(may_write)
        self.table.let_edit(may_edit=may_write, by_double_click=True)

    def tag_field(self) -> TagField:
        """The tags of what is chosen."""
        return self.selection_panel.tags

    def show_passage(self, source_id: int, span: Span | None) -> None:
        """Opens the source at the passage, which is then selected; also an earlier version."""
        from casefile.store.versions import version_rows

        if self.head.narrows and not self._lists(source_id):
            self.head.clear()
        self._goal = (source_id, span)
        is_version = self.versions.has_both(source_id, self._shown)
        if self._lists(source_id) or not is_version:
            self.table.choose(source_id)
        if self._shown == source_id:
            self._reach_goal()
        elif is_version:
            self._show(source_id)
        elif not self._lists(source_id):
            self.desk.read("source versions", lambda r: version_rows(r, source_id), self._go_to_version)

    def refresh(self) -> None:
        """Reads the list."""
        from casefile.store import lists
        from casefile.store.search import parse

        scope, sorting = self._scope(), self.table.sorting
        order = lists.Order(sorting.by, sorting.descending)

        def read(reader: "Reader") -> "tuple[Sequence[int], Sequence[Problem]]":
            ids = lists.source_ids(reader, scope.case_id, order, scope.words, scope.chosen)
            return packed(ids), parse(scope.words).problems

        def take(found: "tuple[Sequence[int], Sequence[Problem]]") -> None:
            ids, problems = found
            self.head.problems.show_problems(scope.words, problems)
            self._say_empty(scope)
            self.head.show_count(len(ids), "source")
            self.table.show_ids(ids)
            self.head.facets.refresh()

        self.desk.read("sources", read, take)

    def _scope(self) -> "Scope":
        from casefile.store.facets import Scope

        return Scope(self._case_id, self.head.words, self.head.facets.chosen)

    def _look(self, name: str, typed: str, take: "Callable[[FacetValues], None]") -> None:
        from casefile.store.source_facets import source_facet

        scope = self._scope()
        self.desk.read("sources facet", lambda r: source_facet(r, name, scope, typed), take)

    def _say_empty(self, scope: "Scope") -> None:
        if self.head.narrows:
            self.table.empty.say(*(_NOT_UNDERSTOOD if self.head.problems.sentences else _NO_MATCH))
        else:
            self.table.empty.say(*(_EMPTY if scope.case_id is None else _EMPTY_CASE))

    def _request(self, ids: Sequence[int], receive: Receive[SourceRow]) -> None:
        from casefile.store import queries

        self.desk.read(f"sources rows {ids[0]}", lambda r: queries.source_rows(r, ids), receive)

    def _choose(self, row: SourceRow | None) -> None:
        self._below.setVisible(row is not None)
        if row is None:
            self._shown = None
            self.state_changed.emit()
            self._selected()
            return
        wanted = self._goal[0] if self._goal is not None else self._shown
        # An earlier version stays in sight when its publication is read anew.
        is_version = wanted is not None and self.versions.has_both(wanted, row.id)
        self._show(wanted if wanted is not None and is_version and not self._lists(wanted) else row.id)

    def _lists(self, source_id: int) -> bool:
        return source_id in self.table.model.ids

    def _go_to_version(self, versions: Sequence[VersionRow]) -> None:
        """The table lists the latest version only: that is chosen, and the wanted one shown."""
        goal = self._goal[0] if self._goal is not None else None
        if goal is None or len(versions) < 2 or goal not in {row.source_id for row in versions}:
            return
        self.versions.show_versions(versions, goal)
        self.table.choose(versions[-1].source_id)
        self._show(goal)

    def _show(self, source_id: int) -> None:
        from casefile.store import queries, uses
        from casefile.store.notes import NoteOwner, notes_of
        from casefile.store.versions import version_rows

        def read(reader: "Reader") -> _Found:
            found = uses.uses_of(reader, source_id)
            record = queries.source_record(reader, source_id)
            notes = notes_of(reader, NoteOwner.SOURCE, source_id)
            return record, found, marks_of(found), version_rows(reader, source_id), notes

        self.desk.read("source", read, self._take)

    def _take(self, found: _Found) -> None:
        record, uses, marks, versions, notes = found
        came_in = tr("came in “{part_of}”").format(part_of=record.part_of) if record.part_of else ""
        published = date_text(record.row.published)
        parts = (record.row.outlet, published, ", ".join(record.authors), record.url, came_in)
        origin = " · ".join(part for part in parts if part)
        self._title = record.row.title or record.row.file_name
        self._head.show_words(self._title, origin)
        if record.row.id == self._shown:
            self.reader.show_marks(marks)
        else:
            self._shown = record.row.id
            self.state_changed.emit()
            self.reader.show_text(record.text, marks)
            self.original.show_record(record)
        self.details.show_source(record)
        self._show_uses(uses, marks)
        self.notes.notes.show_notes(notes)
        self._count(self.notes, tr(_NOTES), len(notes))
        self.versions.show_versions(versions, record.row.id)
        self.tabs.setTabVisible(self.tabs.indexOf(self.changes), self.versions.earlier_id is not None)
        self._reach_goal()
        self._read_tab()
        self._selected()

    def _show_uses(self, uses: Sequence[Use], marks: Sequence[Mark]) -> None:
        self.uses.show_uses(uses)
        self._count(self.uses, tr(_USED), len(uses))
        self.legend.show_counts(Counter(mark.kind for mark in marks))

    def _count(self, part: QWidget, name: str, count: int) -> None:
        self.tabs.setTabText(self.tabs.indexOf(part), f"{name} {figure(count)}" if count else name)

    def _read_tab(self) -> None:
        """Reads what the tab in sight shows, and only that."""
        self._read_history()
        self._read_changes()
        self._read_original()

    def _read_original(self) -> None:
        from ui.original_copies import original_text

        shown = self._shown
        if shown is None or self.tabs.currentWidget() is not self.original or self.original.shown == shown:
            return
        self.desk.read("original", lambda r: original_text(r, shown), self.original.show_original)

    def _copy_original(self) -> None:
        from ui.original_copies import copy_original

        shown = self._shown
        if shown is not None:
            self.desk.read("original copy", lambda r: copy_original(r, shown), self.original.open_copy)

    def _read_changes(self) -> None:
        from casefile.store.versions import changes_between

        shown, earlier = self._shown, self.versions.earlier_id
        if shown is not None and earlier is not None and self.tabs.currentWidget() is self.changes:
            self.desk.read(
                "source changes", lambda r: changes_between(r, earlier, shown), self.changes.show_pieces
            )

    def _read_history(self) -> None:
        from casefile.store.history import record_history

        shown = self._shown
        if shown is not None and self.tabs.currentWidget() is self.history:
            self.desk.read(
                "source history", lambda r: record_history(r, "source", shown), self.history.show_lines
            )

    def _reach_goal(self) -> None:
        if self._goal is None or self._goal[0] != self._shown:
            return
        span, self._goal = self._goal[1], None
        self.tabs.setCurrentWidget(self.page)
        if span is not None:
            self.reader.select(span)

    def _lay_out(self) -> None:
        self._head.add(self.versions)
        self._head.add(text_button(tr_c("button", "Review"), self._review))
        below = self._below = QWidget(self)
        column = bare(QVBoxLayout(below))
        column.addWidget(self._head)
        column.addWidget(self.selection_panel)
        column.addWidget(self.tabs, 1)
        column.addStretch(0)
        self.selection_panel.several_changed.connect(self._head.setHidden)
        self.selection_panel.several_changed.connect(self.tabs.setHidden)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(tr("The chosen source"))
        self.tabs.tabBar().setAccessibleName(tr("Parts of the source"))
        self.page.add_below(self.legend)
        self.tabs.addTab(self.page, tr("&Text"))
        self.tabs.addTab(self.uses, tr(_USED))
        self.tabs.addTab(self.details, tr("&Details"))
        self.tabs.addTab(self.notes, tr(_NOTES))
        self.tabs.addTab(self.changes, tr("Chan&ges since the earlier version"))
        self.tabs.addTab(self.original, tr("&Original"))
        self.tabs.addTab(self.history, tr("H&istory"))
        self.tabs.setTabVisible(self.tabs.indexOf(self.changes), self.versions.earlier_id is not None)
        self.tabs.currentChanged.connect(lambda _: self._turned())
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(below)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 2)
        split.setSizes([1_000, 2_000])
        around = bare(QVBoxLayout(self))
        around.addWidget(self.head)
        around.addWidget(split, 1)
        below.hide()

    def _turned(self) -> None:
        self._read_tab()
        self._selected()
        self.state_changed.emit()

    def _selected(self) -> None:
        has_selection = self.selection is not None
        if has_selection != self._has_selection:
            self._has_selection = has_selection
            self.state_changed.emit()

    def _review(self) -> None:
        if self._shown is not None:
            self.review_wanted.emit(self._shown)
