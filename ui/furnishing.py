"""Makes the window's parts and joins them, in steps so short that the window never stands still.

Every module is imported in the step that needs it. No store may be open yet: work beside the window would
draw the steps out.
"""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from casefile.settings import Settings
from casefile.translation import tr
from ui.main_window import MainWindow, Steps

if TYPE_CHECKING:
    from ui.readers import WindowReaders
    from ui.views import Views

LOADED = (
    "casefile.values", "casefile.metadata", "casefile.proposals", "casefile.store.matches",
    "casefile.store.rows", "ui.jobs", "ui.desk", "ui.icons", "ui.commands", "ui.side_bar",
    "ui.widgets.message_bar", "ui.errands", "ui.models.columns", "ui.panes.inbox",
    "ui.window_commands",
)  # fmt: skip
"""What takes longest to import, each after what it rests on: a step for each."""
LOADED_LATER = (
    "ui.selection_panel", "ui.timeline.drawing", "ui.panes.timeline", "ui.widgets.detail_tabs",
    "ui.panes.actions", "ui.widgets.text_reader", "ui.panes.sources", "ui.panes.quotes", "ui.panes.parties",
    "ui.panes.review", "ui.panes.search", "ui.panes.trash", "ui.panes.receipt", "ui.panes.notes",
    "ui.fact_errands", "ui.evidence_errands", "ui.party_errands", "ui.widgets.command_palette",
    "casefile.store.detail", "casefile.store.notes", "casefile.store.versions", "casefile.store.lookups",
    "casefile.store.history", "casefile.store.groups", "casefile.store.party_detail",
    "casefile.store.timeline", "casefile.store.uses", "ui.original_copies", "ui.panes.dashboard",
    "casefile.store.dashboard", "ui.panes.briefs", "ui.panes.tags",
)  # fmt: skip
"""What the other views and the commands need: loaded before somebody goes there, after the first list."""
MADE_AHEAD = (
    "actions", "sources", "review", "search", "quotes", "timeline", "parties", "tags", "briefs", "trash",
    "dashboard",
)  # fmt: skip
FIRST = "inbox"
"""The view that a new window shows."""
SIDE_CHARACTERS = 34


ICONS_AT_ONCE = 12


def load(names: tuple[str, ...]) -> Steps:
    """Imports the modules, a step for each."""
    for name in names:
        import_module(name)
        yield


def draw_icons() -> Steps:
    """Draws the icons of the commands, a few in a step: together they take longer than all commands."""
    from ui.commands import COMMANDS
    from ui.icons import icon

    names = sorted({command.icon for command in COMMANDS if command.icon})
    for start in range(0, len(names), ICONS_AT_ONCE):
        for name in names[start : start + ICONS_AT_ONCE]:
            icon(name)
        yield


def make_ahead(window: MainWindow) -> Steps:
    """Makes the views that most people go to, and reads what they show: whoever goes there need not wait.

    To be taken while nothing works beside the window: what a step has begun to read is painted in the next.
    """
    for name in MADE_AHEAD:
        window.views.begin(name)
        yield
        window.views.at(name)
        yield
        yield from _rehearse(window.views, name)


def _rehearse(views: "Views", name: str) -> Steps:
    """Lays the view out and paints it where nobody sees it, without its rows and with them."""
    pane = views.at(name)
    for act in (pane.grab, pane.catch_up, pane.grab):
        if name == views.place:
            return
        pane.resize(views.stack.size())
        act()
        yield


class Furnishing:
    """One window's parts while they are made."""

    def __init__(
        self,
        window: MainWindow,
        settings: Settings,
        place: Path | None = None,
        readers: "WindowReaders | None" = None,
    ) -> None:
        """Without a ``place`` no setting is kept."""
        self._window = window
        self._settings = settings
        self._place = place
        self._readers = readers

    def steps(self) -> Steps:
        """Everything that is to be done; whoever stops in between closes the window."""
        yield from load(LOADED)
        yield from draw_icons()
        self._make_desk()
        parts = (
            self._make_commands, self._make_menus, self._make_side_bar, self._make_bars, self._make_views,
            self._make_window_commands, self._join, self._load_for_lists, self._begin_first_view,
            self._make_first_view, self._show_first_view, self._make_middle, self._lay_out,
        )  # fmt: skip
        try:
            for make in parts:
                yield
                make()
        except GeneratorExit:
            self._window.desk.close()
            raise
        self._window.furnished.emit()

    def _make_desk(self) -> None:
        from ui.desk import Desk
        from ui.jobs import Jobs
        from ui.preferences import Preferences

        window = self._window
        window.desk = Desk(Jobs(window), self._settings.person, window, readers=self._readers)
        window.preferences = Preferences(self._settings, self._place, window)

    def _make_commands(self) -> None:
        from ui.commands import make_actions

        self._window.commands = make_actions(self._window)

    def _make_menus(self) -> None:
        from PySide6.QtWidgets import QMenuBar

        from ui.commands import fill_menus
        from ui.recent_menu import RecentMenu
        from ui.tool_bar import ToolBar

        window = self._window
        self._menu_bar = QMenuBar()
        menus = fill_menus(self._menu_bar, window.commands)
        window.recent = RecentMenu(window.desk, window.preferences, window)
        menus["File"].insertMenu(window.commands["save_copy"], window.recent)
        self._tool_bar = ToolBar(window.commands)
        window.search_box = self._tool_bar.search_box

    def _make_side_bar(self) -> None:
        from ui.side_bar import SideBar

        self._window.side_bar = SideBar()

    def _make_bars(self) -> None:
        from ui.widgets.case_bar import CaseBar
        from ui.widgets.interrupted_bar import InterruptedBar
        from ui.widgets.labels import ElidedLabel
        from ui.widgets.message_bar import MessageBar
        from ui.widgets.read_only_bar import ReadOnlyBar

        window = self._window
        window.messages, window.read_only = MessageBar(), ReadOnlyBar()
        window.interrupted, window.case_bar = InterruptedBar(), CaseBar()
        self._store_name = ElidedLabel(tr("Opening…"))

    def _make_views(self) -> None:
        from ui.errands import Errands
        from ui.navigation import Navigation
        from ui.receipt_errands import ReceiptErrands
        from ui.record_commands import RecordCommands
        from ui.views import Views

        window, desk = self._window, self._window.desk
        views = window.views = Views(window)
        errands = window.errands = Errands(desk, window, lambda: window.preferences.settings.page_size)
        window.records = RecordCommands(desk, window, views, errands)
        window.imports = ReceiptErrands(desk, window, lambda: views.receipt)
        window.navigation = Navigation(
            views, window.side_bar, window.case_bar, window.search_box, lambda: errands.cases, window
        )

    def _make_window_commands(self) -> None:
        from ui.making import Surroundings
        from ui.window_commands import Ways, WindowCommands

        window = self._window
        window.around = WindowCommands(
            window, window.desk, window.preferences, window.errands, window.commands, window.side_bar,
            Ways(window.go, window.go_to_case, window.run_search),
        )  # fmt: skip
        window.views.shown.connect(window.around.places.show_place)
        window.views.surround(
            Surroundings(
                window.desk, window.commands, window.errands, window.records, window.navigation, window.around
            )
        )

    def _join(self) -> None:
        from ui.command_states import CommandStates
        from ui.joints import join_store, join_window
        from ui.overview import OverviewReader

        window = self._window
        states = CommandStates(window.desk, window.commands, window.views, window.records, window)
        join_window(window)
        join_store(window, OverviewReader(window.desk, window), states, self._store_name)

    def _load_for_lists(self) -> None:
        """With the first list PySide6 makes fifty kinds of constants, which takes longer than the list."""
        from PySide6.QtWidgets import QTableView

        QTableView().viewport()

    def _begin_first_view(self) -> None:
        self._window.views.begin(FIRST)

    def _make_first_view(self) -> None:
        self._window.views.at(FIRST)

    def _show_first_view(self) -> None:
        self._window.go(FIRST)

    def _lay_out(self) -> None:
        """Puts everything in its place at once: nobody sees a window that is half there."""
        from PySide6.QtCore import Qt

        window = self._window
        window.is_furnished = True
        window.setMenuBar(self._menu_bar)
        window.addToolBar(self._tool_bar)
        window.setCentralWidget(self._middle)
        status = window.statusBar()
        self._store_name.setAlignment(Qt.AlignmentFlag.AlignRight)
        status.addWidget(self._progress, 3)
        status.addPermanentWidget(self._store_name, 1)
        status.setSizeGripEnabled(False)
        status.setContentsMargins(0, 0, window.fontMetrics().height() // 2, 0)

    def _make_middle(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

        from ui.widgets.header import bare
        from ui.widgets.progress_strip import ProgressStrip

        window = self._window
        main = QWidget()
        column = bare(QVBoxLayout(main))
        for bar in (window.read_only, window.case_bar, window.interrupted):
            column.addWidget(bar)
        column.addWidget(window.views.stack, 1)
        column.addWidget(window.messages)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(window.side_bar)
        split.addWidget(main)
        split.setStretchFactor(1, 1)
        side = window.fontMetrics().averageCharWidth() * SIDE_CHARACTERS
        split.setSizes([side, side * 4])
        split.setCollapsible(1, False)  # noqa: FBT003  Qt's own signature
        window.around.layouts.keep_splitter("Window", split)
        self._middle, self._progress = split, ProgressStrip(window.desk.jobs)
