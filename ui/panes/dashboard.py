"""The overview of a case file or of the whole store: figures, charts and lists that lead to the records."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from casefile.translation import N_, tr
from ui import dashboard_lines as lines
from ui.desk import Desk
from ui.figures import figure
from ui.models.columns import moment_text
from ui.widgets.chart_list import Drawing
from ui.widgets.chart_panel import ChartPanel, PeriodsPanel
from ui.widgets.empty_state import EmptyState
from ui.widgets.header import bare
from ui.widgets.pane import CasePane

if TYPE_CHECKING:
    from casefile.store.dashboard_rows import Dashboard

_NARROW, _WIDE = 96, 210
"""In characters: below the one all stands in one column, above the other in three."""
_EMPTY = N_("Nothing to add up yet")
_IMPORT = (
    N_("Sums, appeals and deadlines are added up here. Import an article, then accept its actions."),
    "import",
)
_REVIEW = (N_("Proposals wait in the inbox: accept an action there, and it is counted here."), "inbox")
_FILL = (N_("Choose actions under All actions, then Case > Add to case file."), "actions")


class DashboardPane(CasePane):
    """Reads everything at once, beside the window."""

    way_chosen = Signal(object)
    """A :class:`ui.dashboard_lines.Way` that somebody wants to go."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Overview"), parent)
        self._columns = 0
        self.figures = ChartPanel(tr("Key figures"), Drawing.TILES)
        self.periods = PeriodsPanel()
        self.authorities = ChartPanel(tr("By authority"), Drawing.BARS, tr("No authority is recorded."))
        self.respondents = ChartPanel(tr("By respondent"), Drawing.BARS, tr("No respondent is recorded."))
        self.appeals = ChartPanel(tr("Open appeals"), Drawing.BARS, tr("No appeal is open."))
        self.deadlines = ChartPanel(tr("Deadlines ahead"), Drawing.BARS, tr("No deadline lies ahead."))
        self.news = ChartPanel(
            tr("What changed"), Drawing.BARS, tr("No action came or went, no sum or status changed.")
        )
        self.panels = (
            self.figures, self.periods, self.authorities, self.respondents, self.appeals, self.deadlines,
            self.news,
        )  # fmt: skip
        self.empty = EmptyState("chart-column", _EMPTY, *_IMPORT)
        self._page = QWidget()
        self._page.setObjectName("cardList")
        self._grid = QGridLayout(self._page)
        self.area = QScrollArea(widgetResizable=True)
        self.area.setObjectName("cards")
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self._page)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.area)
        self._stack.addWidget(self.empty)
        bare(QVBoxLayout(self)).addWidget(self._stack)
        self.setFocusProxy(self.figures.chart)
        for panel in self.panels:
            panel.chart.chosen.connect(self.way_chosen)
            panel.chart.moved.connect(lambda at, panel=panel: self._follow_cursor(panel, at))
        self._lay_out(1)

    def take_commands(self, commands: Mapping[str, QAction]) -> None:
        """The next step where there is nothing."""
        self.empty.take_commands(commands)

    def refresh(self) -> None:
        """Reads what there is."""
        from casefile.store.dashboard import dashboard

        case_id, today = self._case_id, date.today()  # noqa: DTZ011  deadlines are days of this place
        self.desk.read(
            "dashboard",
            lambda r: dashboard(r, case_id, today),
            lambda board: self._take(board, case_id, today),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as there is room for."""
        super().resizeEvent(event)
        characters = event.size().width() // self.fontMetrics().averageCharWidth()
        self._lay_out(1 if characters < _NARROW else 2 if characters < _WIDE else 3)

    def _take(self, board: "Dashboard", case_id: int | None, today: date) -> None:
        self._stack.setCurrentWidget(self.area if board.actions else self.empty)
        if not board.actions:
            self.empty.say(_EMPTY, *(_REVIEW if board.waiting else _IMPORT if case_id is None else _FILL))
        self.figures.show_lines(lines.figures(board, case_id))
        undated = tr("{count} without a year, not drawn").format(count=board.undated) if board.undated else ""
        self.periods.show_periods(board.periods, undated)
        self.authorities.show_lines(lines.party_lines(board.authorities, "authority"))
        self.respondents.show_lines(lines.party_lines(board.respondents, "respondent"))
        self.appeals.show_lines(lines.appeal_lines(board), _number(board.appeal_count))
        self.deadlines.show_lines(lines.deadline_lines(board, today), _number(board.deadline_count))
        since = board.news.since
        self.news.show_lines(
            lines.news_lines(board, case_id),
            tr("since the brief of {moment}").format(moment=moment_text(since))
            if since
            else tr("no brief was exported yet"),
        )

    def _lay_out(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        pad = self.fontMetrics().height() // 2
        self._grid.setContentsMargins(pad, pad, pad, pad)
        self._grid.setSpacing(pad)
        for panel in self.panels:
            self._grid.removeWidget(panel)
        for panel, place in zip(self.panels, _PLACES[columns], strict=True):
            self._grid.addWidget(panel, *place, Qt.AlignmentFlag.AlignTop)
        for row in range(len(self.panels) + 1):
            self._grid.setRowStretch(row, 1 if row == _TAKES_THE_REST[columns] else 0)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _follow_cursor(self, panel: ChartPanel, at: QRect) -> None:
        place = panel.chart.viewport().mapTo(self._page, at.center())
        self.area.ensureVisible(place.x(), place.y(), 0, at.height())


def _number(count: int) -> str:
    return figure(count) if count else ""


_PLACES = {
    1: tuple((row, 0, 1, 1) for row in range(7)),
    2: ((0, 0, 1, 2), (1, 0, 1, 2), (2, 0, 1, 1), (2, 1, 1, 1), (3, 0, 1, 1), (3, 1, 1, 1), (4, 0, 1, 2)),
    3: ((0, 0, 1, 3), (1, 0, 1, 2), (2, 0, 1, 1), (2, 1, 1, 1), (3, 0, 1, 1), (3, 1, 1, 1), (1, 2, 4, 1)),
}
"""Row, column, rows and columns of each panel, by how many columns there are."""
_TAKES_THE_REST = {1: 7, 2: 5, 3: 4}
"""The row below the panels; what changed may be higher than all that stands beside it."""
