"""Going from view to view; side bar, search box and the strip of a case file follow. Imports views."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit

from ui.views import Panes, Views

if TYPE_CHECKING:
    from casefile.store.rows import CaseRow, Hit, SavedSearchRow
    from casefile.store.use_rows import Use
    from casefile.values import Span
    from ui.dashboard_lines import Way
    from ui.side_bar import SideBar
    from ui.widgets.case_bar import CaseBar


_AT_WORK = ("review", "composer")
"""Nobody is taken from there: single keys would do something else all of a sudden."""


_PART_OF = {"composer": "briefs", "receipt": "inbox", "review": "inbox"}
"""Views that have no line of their own in the side bar, and the one that one comes from."""


class Navigation(QObject):
    """Where a person can go, and how what is around the views says where that is."""

    def __init__(
        self,
        views: Views,
        side_bar: "SideBar",
        case_bar: "CaseBar",
        search_box: QLineEdit,
        cases: "Callable[[], Sequence[CaseRow]]",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._views = views
        self._side_bar = side_bar
        self._case_bar = case_bar
        self._search_box = search_box
        self._cases = cases
        self._place_at_import = ""
        side_bar.place_chosen.connect(self.go)
        side_bar.case_chosen.connect(self.go_to_case)
        side_bar.search_chosen.connect(self.run_search)
        case_bar.part_chosen.connect(self._turn_case_to)
        search_box.textChanged.connect(self.search)
        search_box.returnPressed.connect(self._focus_hits)

    def go(self, place: str) -> None:
        """Shows a view of the whole store."""
        self._show(place)
        self._side_bar.show_place(_PART_OF.get(place, place))

    def go_to_list(self, place: str) -> None:
        """Shows a view with the keyboard in its list."""
        self.go(place)
        self._views.at(place).take_focus()

    def turn_quotes(self) -> None:
        """Turns the quotes from a table to a wall, or back; goes there first."""
        if self._views.place == Panes.quotes.name:
            self._views.quotes.turn()
        else:
            self.go_to_list(Panes.quotes.name)

    def go_to_case(self, case_id: int, part: str = "actions") -> None:
        """Shows a part of a case file, its actions at first."""
        self._show(part, case_id)
        self._side_bar.mark_case(case_id)

    def follow(self, way: "Way") -> None:
        """Goes where a line of the overview leads, within the case file in sight."""
        case_id = self._views.case_id
        if case_id is None:
            self.go(way.place)
        else:
            self.go_to_case(case_id, way.place)
        pane = self._views.at(way.place)
        if way.action_id is not None:
            self._views.actions_pane.show_action(way.action_id)
        elif (head := pane.list_head()) is not None:
            head.narrow_to(way.query, way.values)
        pane.take_focus()

    def start_review(self, source_id: int) -> None:
        """Shows the review of a source."""
        review = self._views.review
        review.show_source(source_id)
        self.go("review")
        review.cards.setFocus()

    def go_to_next_source(self, source_id: int) -> None:
        """Reviews the source that stood behind this one in the inbox; without any shows what was accepted."""

        def go_on(found: int | None) -> None:
            if self._views.place != "review" or self._views.review.source_id != source_id:
                return
            if found is None:
                self.go("actions")
            else:
                self.start_review(found)

        self._views.inbox.find_next(source_id, go_on)

    def show_receipt(self, batch_id: int | None = None) -> None:
        """Shows the receipt of an import, or of the last one."""
        self.go("receipt")
        self._views.receipt.show_batch(batch_id)
        self._views.receipt.table.view.setFocus()

    def note_import(self) -> None:
        """An import begins here."""
        self._place_at_import = self._views.place

    def show_imported(self, source_ids: Sequence[int]) -> None:
        """Shows what an import has brought to whoever has not gone on to something else meanwhile."""
        place, began_at = self._views.place, self._place_at_import
        if place in _AT_WORK or began_at not in ("", place) or QApplication.activeModalWidget() is not None:
            return
        self.go("inbox")
        table = self._views.inbox.table
        if source_ids:
            table.choose(source_ids[0])
        table.take_focus()

    def show_passage(self, source_id: int, span: "Span | None" = None) -> None:
        """Shows a source at one of its passages."""
        self.go("sources")
        self._views.sources.show_passage(source_id, span)

    def show_action(self, action_id: int) -> None:
        """Shows an action among all of them."""
        self.go("actions")
        self._views.actions_pane.show_action(action_id)

    def open_hit(self, hit: "Hit") -> None:
        """Shows what a search found."""
        if hit.kind == "source":
            self.show_passage(hit.id)
        else:
            self.show_record(hit.kind, hit.id)

    def show_record(self, kind: str, record_id: int) -> None:
        """Shows an ``action``, a ``quote`` or an ``event`` among all of its kind."""
        if kind == "action":
            self.show_action(record_id)
        elif kind == "quote":
            self.go_to_list("quotes")
            self._views.quotes.show_quote(record_id)
        else:
            self.go_to_list("timeline")
            self._views.timeline.table.choose(record_id)

    def open_draft(self, draft_id: int) -> None:
        """Goes on composing a brief that was begun."""
        self.go("composer")
        self._views.composer.open_draft(draft_id)

    def open_use(self, use: "Use") -> None:
        """Shows what rests on a source: the action at its fact, the quote, the event."""
        from casefile.terms import ProposalKind

        if use.kind in (ProposalKind.QUOTE, ProposalKind.EVENT):
            self.show_record(use.kind.value, use.record_id)
        elif use.action_id is not None:
            self.go_to_list("actions")
            self._views.actions_pane.show_fact(use.action_id, use.field)

    def search(self, words: str) -> None:
        """Searches for the words as they are typed."""
        if words.strip() or self._views.built(Panes.search) is not None:
            self._views.search.search(words)
        if words.strip():
            self._show("search")
            self._side_bar.show_place("")
        else:
            self._views.changed.emit()

    def save_search(self) -> None:
        """Asks for a name for what is searched for."""
        self._views.search.save()

    def run_search(self, search: "SavedSearchRow") -> None:
        """Searches for what was saved."""
        self.find(search.query)
        self._side_bar.show_search(search.id)

    def find(self, query: str) -> None:
        """Puts the query into the search box, and searches for it."""
        self._search_box.setText(query)
        self.search(query)

    def focus_search(self) -> None:
        """Puts the keyboard into the search box."""
        self._search_box.setFocus()
        self._search_box.selectAll()

    def change_query(self, span: "Span") -> None:
        """Selects a place of the query, for it to be changed."""
        from ui.widgets.query_problems import select_place

        select_place(self._search_box, span)

    def follow_cases(self) -> None:
        """The case files have changed: the one in sight may be called otherwise, or be gone."""
        case_id = self._views.case_id
        if case_id is not None and case_id not in {case.id for case in self._cases()}:
            self.go("actions")
        elif case_id is not None:
            self._side_bar.mark_case(case_id)
        self._show_case_bar()

    def _focus_hits(self) -> None:
        self._views.search.table.view.setFocus()

    def _show(self, place: str, case_id: int | None = None) -> None:
        self._views.show(place, case_id)
        self._show_case_bar()
        self._case_bar.show_part(place)

    def _show_case_bar(self) -> None:
        case_id = self._views.case_id
        self._case_bar.show_case(next((case for case in self._cases() if case.id == case_id), None))

    def _turn_case_to(self, part: str) -> None:
        if self._views.case_id is not None:
            self.go_to_case(self._views.case_id, part)
