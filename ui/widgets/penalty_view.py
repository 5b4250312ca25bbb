"""What became of an action's penalties: its ledgers as charts, and its way through the courts."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from casefile.store.appeal_chain import appeal_chain
from casefile.translation import N_, tr
from ui.widgets.appeal_row import AppealRow
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import plain_label
from ui.widgets.ledger_chart import LedgerChart
from ui.widgets.ledger_plot import Series, passages_of, series_of, spoken
from ui.widgets.lines_button import Line, LinesButton, entry_pad

if TYPE_CHECKING:
    from casefile.store.detail import ActionDetail

_EMPTY_IS = N_(
    "Sums that were proposed, imposed, reduced or paid stand here as a chart, and appeals as a chain."
)


class PenaltyView(QWidget):
    """The charts and the chain of one action; built when it is looked at."""

    passage_opened = Signal(int, object)
    """The source's id and the :class:`Span` in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.charts: list[LedgerChart] = []
        self.chain: AppealRow | None = None
        self._detail: ActionDetail | None = None
        self._built: ActionDetail | None = None
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setObjectName("cards")
        self._area.setAccessibleName(tr("Penalties and appeals"))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(EmptyState("gavel", tr("No sums and no appeals"), _EMPTY_IS))
        self._stack.addWidget(self._area)

    def show_detail(self, detail: "ActionDetail") -> None:
        """Shows an action's."""
        self._detail = detail
        if self.isVisible():
            self._build()

    def showEvent(self, event: QShowEvent) -> None:
        """Builds what changed out of sight."""
        super().showEvent(event)
        self._build()

    def _build(self) -> None:
        detail = self._detail
        if detail is None or detail is self._built:
            return
        self._built = detail
        content = QWidget()
        content.setObjectName("ledgers")
        column = QVBoxLayout(content)
        series, stages = series_of(detail.measures), appeal_chain(detail)
        self.charts = []
        for one in series:
            self._add_series(column, one)
        self.chain = AppealRow(stages) if stages else None
        column.addWidget(self._heading(tr("Appeals")))
        if self.chain is not None:
            self.chain.passage_opened.connect(self.passage_opened)
            column.addWidget(self.chain)
        else:
            column.addWidget(self._heading(tr("No step of an appeal is recorded."), "muted"))
        column.addStretch()
        self._area.setWidget(content)
        self._stack.setCurrentIndex(int(bool(series or stages)))

    def _heading(self, text: str, look: str = "heading") -> QLabel:
        """It begins where the words of the entries do."""
        label = plain_label(text, look, wrap=True)
        label.setIndent(entry_pad(self))
        return label

    def _add_series(self, column: QVBoxLayout, series: Series) -> None:
        column.addWidget(self._heading(series.title))
        if series.has_course:
            chart = LedgerChart(series)
            chart.passage_opened.connect(self.passage_opened)
            self.charts.append(chart)
            column.addWidget(chart)
        for line in (*(() if series.has_course else series.lines), *series.unscaled):
            look = Line(spoken(line), is_muted=line in series.unscaled)
            entry = LinesButton((look,), passages_of(line), framed=False)
            entry.passage_opened.connect(self.passage_opened)
            column.addWidget(entry)
