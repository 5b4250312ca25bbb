"""The main window: it makes the parts and joins them, and decides nothing else."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import (
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from casefile.store.rows import CaseRow, Counts, Hit, NextStep, SavedSearchRow
from casefile.values import Span
from ui import commands
from ui.desk import Desk
from ui.dropped import takes
from ui.errands import Errands
from ui.icons import recolour
from ui.notices import Notice
from ui.panes.actions import ActionsPane
from ui.panes.inbox import InboxPane
from ui.panes.listing import ListingPane, quote_listing, timeline_listing
from ui.panes.notes import CaseNotesPane
from ui.panes.receipt import ReceiptPane
from ui.panes.review import ReviewPane
from ui.panes.search import SearchPane
from ui.panes.sources import SourcesPane
from ui.panes.trash import TrashPane
from ui.preferences import Preferences
from ui.receipt_errands import ReceiptErrands
from ui.recent_menu import RecentMenu
from ui.record_commands import FACT_COMMANDS, Lists, RecordCommands
from ui.side_bar import SideBar
from ui.tool_bar import ToolBar
from ui.widgets.case_bar import CaseBar
from ui.widgets.drop_hint import DropHint
from ui.widgets.header import bare
from ui.widgets.interrupted_bar import InterruptedBar
from ui.widgets.labels import ElidedLabel
from ui.widgets.message_bar import MessageBar
from ui.widgets.pane import Pane
from ui.widgets.progress_strip import ProgressStrip
from ui.widgets.query_problems import select_place
from ui.widgets.read_only_bar import ReadOnlyBar

Overview = tuple[Counts, list[CaseRow], NextStep | None, NextStep | None, list[SavedSearchRow], int]
SIDE_CHARACTERS = 34


class MainWindow(QMainWindow):
    """One store's window."""

    finished = Signal()
    """The window was closed, the last backup made and the store closed."""

    def __init__(self, desk: Desk, preferences: Preferences) -> None:
        super().__init__()
        self.desk = desk
        self.preferences = preferences
        self.case_id: int | None = None
        self.ended = False
        """Whether nothing is left to be done after the window was closed."""
        self._closing = False
        self.side_bar = SideBar()
        self.messages = MessageBar()
        self.read_only = ReadOnlyBar()
        self.interrupted = InterruptedBar()
        self.inbox = InboxPane(desk)
        self.receipt = ReceiptPane(desk)
        self.review = ReviewPane(desk)
        self.actions_pane = ActionsPane(desk)
        self.sources = SourcesPane(desk)
        self.search = SearchPane(desk)
        self.quotes = ListingPane(desk, quote_listing())
        self.timeline = ListingPane(desk, timeline_listing())
        self.trash = TrashPane(desk)
        self.case_notes = CaseNotesPane(desk)
        self.case_bar = CaseBar()
        self.places: Mapping[str, Pane] = {
            "inbox": self.inbox, "review": self.review, "actions": self.actions_pane,
            "sources": self.sources, "search": self.search, "quotes": self.quotes, "timeline": self.timeline,
            "trash": self.trash, "case_notes": self.case_notes, "receipt": self.receipt,
        }  # fmt: skip
        self._stack = QStackedWidget()
        self._hint = DropHint(self)
        self.errands = Errands(desk, self, preferences.settings.page_size)
        self.records = RecordCommands(
            desk,
            self,
            self.actions_pane,
            self.sources,
            self.trash,
            self.case_notes,
            self._lists(),
            self.errands,
        )
        self.imports = ReceiptErrands(desk, self, self.receipt)
        self.commands = commands.make_actions(self, self.review)
        self._possible = {"undo": False, "redo": False, "export_brief": False}
        self._build()
        self._join()
        self.setAcceptDrops(True)
        self.go("inbox")

    def go(self, place: str) -> None:
        """Shows a view of the whole store."""
        self._show(place, None)
        self.side_bar.show_place(place)

    def go_to_case(self, case_id: int, part: str = "actions") -> None:
        """Shows a part of a case file, its actions at first."""
        self._show(part, case_id)

    def start_review(self, source_id: int) -> None:
        """Shows the review of a source."""
        self.go("inbox")
        self.review.show_source(source_id)
        self._stack.setCurrentWidget(self.review)
        self.records.place = "review"
        self.review.cards.setFocus()
        self._update_commands()

    def show_receipt(self, batch_id: int | None = None) -> None:
        """Shows the receipt of an import, or of the last one."""
        self._show("receipt", None)
        self.side_bar.show_place("inbox")
        self.receipt.show_batch(batch_id)
        self.receipt.table.view.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files, pages and text may be dropped anywhere."""
        if takes(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._hint.cover()

    def dragLeaveEvent(self, _: QDragLeaveEvent) -> None:
        """Nothing was dropped."""
        self._hint.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Imports what was dropped."""
        self._hint.hide()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.activateWindow()
        self.errands.import_mime(event.mimeData())

    def changeEvent(self, event: QEvent) -> None:
        """The icons follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            recolour(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window goes at once; the last backup and the closing of the store follow beside it."""
        super().closeEvent(event)
        if not self._closing:
            self._closing = True
            self.desk.finish()

    def _finished(self) -> None:
        self.ended = True
        self.preferences.remember_problem(self.desk.problem)
        self.finished.emit()

    def _show(self, place: str, case_id: int | None) -> None:
        self.case_id = self.records.case_id = case_id
        self.records.place = place
        for pane in (self.actions_pane, self.sources, self.quotes, self.timeline, self.case_notes):
            pane.show_case(case_id)
        self._show_case_bar()
        self.case_bar.show_part(place)
        self._stack.setCurrentWidget(self.places[place])
        self._update_commands()

    def _show_case_bar(self) -> None:
        self.case_bar.show_case(next((case for case in self.errands.cases if case.id == self.case_id), None))

    def _turn_case_to(self, part: str) -> None:
        if self.case_id is not None:
            self.go_to_case(self.case_id, part)

    def _open_hit(self, hit: Hit) -> None:
        if hit.kind == "action":
            self.go("actions")
            self.actions_pane.show_action(hit.id)
        elif hit.kind == "quote":
            self.go("quotes")
            self.quotes.table.choose(hit.id)
        else:
            self.show_passage(hit.id, None)

    def show_passage(self, source_id: int, span: Span | None) -> None:
        """Shows a source at one of its passages."""
        self.go("sources")
        self.sources.show_passage(source_id, span)

    def _next_source(self, source_id: int) -> None:
        ids = [found for found in self.inbox.table.model.ids if found != source_id]
        if ids:
            self.start_review(ids[0])
        else:
            self.go("actions")

    def _search(self, words: str) -> None:
        self.search.search(words)
        self._update_commands()
        if words.strip():
            self._show("search", None)
            self.side_bar.show_place("")

    def run_search(self, search: SavedSearchRow) -> None:
        """Searches for what was saved."""
        self.search_box.setText(search.query)
        self._search(search.query)
        self.side_bar.show_search(search.id)

    def _read_overview(self) -> None:
        from casefile.store import lists, queries, saved_searches, trash

        self.desk.read(
            "overview",
            lambda r: (
                lists.counts(r), queries.case_rows(r), queries.undo_step(r), queries.redo_step(r),
                saved_searches.saved_searches(r),
                trash.trash_count(r),
            ),
            self._show_overview,
        )  # fmt: skip

    def _show_overview(self, found: Overview) -> None:
        counts, cases, undo, redo, searches, trashed = found
        self.side_bar.show_searches(searches)
        self.errands.searches = searches
        self.side_bar.show_counts(counts)
        self.side_bar.show_trashed(trashed)
        self.records.trashed = trashed
        self.side_bar.show_cases(cases)
        self.errands.cases = cases
        if self.case_id is not None and self.case_id not in {case.id for case in cases}:
            self.go("actions")
        self._show_case_bar()
        for name, verb, step in (("undo", "Undo", undo), ("redo", "Redo", redo)):
            action = self.commands[name]
            action.setText(f"{verb}: {step.label}" if step else verb)
            action.setIconText(verb)
            self._possible[name] = step is not None
        self.messages.allow_steps([step.group for step in (undo, redo) if step is not None])
        self._possible["export_brief"] = counts.actions > 0
        self._update_commands()

    def _update_commands(self) -> None:
        """What can be done depends on the view, on what there is, and on who may write."""
        shown = self._stack.currentWidget()
        may_write = not self.desk.refusal
        of_records = self.records.possible() | self.receipt.possible()
        for command in commands.COMMANDS:
            possible = self._possible.get(command.name, True)
            if command.in_review:
                possible = shown is self.review
            elif command.name == "save_search":
                possible = bool(self.search.query)
            elif command.name in of_records:
                possible = of_records[command.name]
            self.commands[command.name].setEnabled(possible and (may_write or not command.writes))
        self.search.allow_saving(may_write)

    def _opened(self) -> None:
        path, refusal = self.desk.path, self.desk.refusal
        if path is not None:
            self.preferences.remember_store(path)
            self.setWindowTitle(f"{path.stem}{' (read only)' if refusal else ''} - Casefile")
            self._store_name.show_text(f"{path.name} · {'read only' if refusal else 'saved'}")
            self._store_name.setToolTip(str(path))
        else:
            self._store_name.show_text("No store is open")
        because = f"Read only: {refusal.because}." if refusal is not None else ""
        self.read_only.show_refusal(because, str(refusal or ""))
        self._update_commands()

    def _name_person(self, person: str) -> None:
        self.desk.person = person
        self.preferences.set_person(person)
        self.messages.show_notice(Notice(f"The journal now names {person}."))

    def _open_again(self) -> None:
        if self.desk.path is not None:
            self.desk.open(self.desk.path, create=False)

    def _join(self) -> None:
        desk, review = self.desk, self.review
        desk.opened.connect(self._opened)
        desk.changed.connect(self._read_overview)
        desk.told.connect(self.messages.show_notice)
        desk.restore_wanted.connect(self.errands.restore_backup)
        desk.finished.connect(self._finished)
        self.read_only.again_wanted.connect(self._open_again)
        self.read_only.copy_wanted.connect(self.errands.save_copy)
        self.errands.person_named.connect(self._name_person)
        self.side_bar.place_chosen.connect(self.go)
        self.side_bar.case_chosen.connect(self.go_to_case)
        self.inbox.review_wanted.connect(self.start_review)
        self._join_imports()
        self.sources.review_wanted.connect(self.start_review)
        review.back_wanted.connect(lambda: self.go("inbox"))
        review.next_wanted.connect(self._next_source)
        review.edit_wanted.connect(self.errands.edit_proposal)
        self.errands.proposal_edited.connect(review.accept_edited)
        self.errands.imported.connect(self._show_imported)
        self.errands.imported.connect(self.records.action_lists.offer)
        self.actions_pane.place_changed.connect(self._update_commands)
        self.sources.selection_changed.connect(self._update_commands)
        for _, table in self._lists().values():
            table.chosen.connect(self._update_commands)
        self.trash.table.chosen.connect(self._update_commands)
        self.case_notes.notes.chosen.connect(self._update_commands)
        self.case_bar.part_chosen.connect(self._turn_case_to)
        self.case_bar.take_command(self.commands["rename_case"])
        self.side_bar.case_renamed.connect(self.commands["rename_case"].trigger)
        self.side_bar.take_case_commands([self.commands[name] for name in ("rename_case", "trash_case")])
        self.search.hit_opened.connect(self._open_hit)
        self.search.save_wanted.connect(self.errands.save_search)
        self.search.place_wanted.connect(lambda span: select_place(self.search_box, span))
        self.side_bar.search_chosen.connect(self.run_search)
        self.side_bar.search_renamed.connect(self.errands.rename_search)
        self.side_bar.search_deleted.connect(self.errands.delete_search)
        self.search_box.textChanged.connect(self._search)
        self.search_box.returnPressed.connect(self.search.table.view.setFocus)
        for pane in self.places.values():
            pane.passage_wanted.connect(self.show_passage)
        self.actions_pane.take_commands(self.commands, FACT_COMMANDS)
        self.sources.take_commands(self.commands)
        self.trash.take_commands(self.commands)
        self.case_notes.take_commands(self.commands)
        self.records.take_shortcuts(self.commands, self.side_bar)
        commands.connect(self.commands, self._steps() | self.records.steps() | self.imports.steps())

    def _join_imports(self) -> None:
        self.inbox.receipt_wanted.connect(self.show_receipt)
        self.errands.receipt_wanted.connect(self.show_receipt)
        self.receipt.back_wanted.connect(lambda: self.go("inbox"))
        self.receipt.read.connect(self._update_commands)
        self.receipt.table.chosen.connect(self._update_commands)
        self.imports.interrupted.connect(self.interrupted.show_batch)
        self.imports.resumed.connect(self.errands.receive)
        self.interrupted.continue_wanted.connect(self.imports.resume)
        self.interrupted.dismiss_wanted.connect(self.imports.dismiss)
        self.receipt.take_commands(self.commands)

    def _steps(self) -> dict[str, Callable[[], object]]:
        errands, review, desk = self.errands, self.review, self.desk
        places = ("inbox", "actions", "sources", "quotes", "timeline")
        return {place: lambda place=place: self._go_to_list(place) for place in places} | {
            "new_store": errands.new_store, "open_store": errands.open_store, "import": errands.import_chosen,
            "export_brief": lambda: errands.export_brief(self.case_id), "quit": self.close,
            "undo": desk.undo, "redo": desk.redo, "new_case": errands.new_case,
            "save_copy": errands.save_copy, "restore_backup": errands.restore_backup,
            "your_name": errands.your_name,
            "paste": lambda: errands.import_mime(QGuiApplication.clipboard().mimeData()),
            "search": self._focus_search, "save_search": self.search.save,
            "next_card": lambda: review.step(1), "previous_card": lambda: review.step(-1),
            "accept": review.accept_chosen, "edit": review.edit_chosen, "reject": review.reject_chosen,
            "join": review.join_chosen, "keep_apart": review.keep_chosen_apart,
            "first_reading": lambda: review.pick_reading(0), "second_reading": lambda: review.pick_reading(1),
            "third_reading": lambda: review.pick_reading(2),
            "accept_all": review.accept_all, "back": lambda: self.go("inbox"),
            "receipt": self.show_receipt,
            "trash_place": lambda: self._go_to_list("trash"),
        }  # fmt: skip

    def _lists(self) -> Lists:
        return {
            "inbox": ("source", self.inbox.table), "actions": ("action", self.actions_pane.table),
            "sources": ("source", self.sources.table), "quotes": ("quote", self.quotes.table),
            "timeline": ("event", self.timeline.table),
        }  # fmt: skip

    def _go_to_list(self, place: str) -> None:
        """Shows a view with the keyboard in its list."""
        self.go(place)
        table = self.trash.table if place == "trash" else self._lists()[place][1]
        table.view.setFocus()

    def _focus_search(self) -> None:
        self.search_box.setFocus()
        self.search_box.selectAll()

    def _show_imported(self, source_ids: list[int]) -> None:
        self.go("inbox")
        if source_ids:
            self.inbox.table.choose(source_ids[0])
        self.inbox.table.view.setFocus()

    def _build(self) -> None:
        self.setWindowTitle("Casefile")
        for pane in self.places.values():
            self._stack.addWidget(pane)
        main = QWidget()
        column = bare(QVBoxLayout(main))
        column.addWidget(self.read_only)
        column.addWidget(self.case_bar)
        column.addWidget(self.interrupted)
        column.addWidget(self._stack, 1)
        column.addWidget(self.messages)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.side_bar)
        split.addWidget(main)
        split.setStretchFactor(1, 1)
        side = self.fontMetrics().averageCharWidth() * SIDE_CHARACTERS
        split.setSizes([side, side * 4])
        split.setCollapsible(1, False)  # noqa: FBT003  Qt's own signature
        self.setCentralWidget(split)
        menus = commands.fill_menus(self.menuBar(), self.commands)
        self.recent = RecentMenu(self.desk, self.preferences, self)
        menus["File"].insertMenu(self.commands["save_copy"], self.recent)
        self._tool_bar = ToolBar(self.commands)
        self.search_box = self._tool_bar.search_box
        self.addToolBar(self._tool_bar)
        self._store_name = ElidedLabel("Opening…")
        self._store_name.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.statusBar().addWidget(ProgressStrip(self.desk.jobs), 3)
        self.statusBar().addPermanentWidget(self._store_name, 1)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setContentsMargins(0, 0, self.fontMetrics().height() // 2, 0)
