"""A heading with a chart below it, or a sentence where there is nothing to draw."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from casefile.translation import N_, tr
from ui.dashboard_lines import Line, period_lines
from ui.widgets.chart_list import ChartList, Drawing
from ui.widgets.labels import ElidedLabel, plain_label

if TYPE_CHECKING:
    from casefile.store.dashboard_rows import Period

_LEGEND = N_("outline: as imposed · filled: as it stands")


class ChartPanel(QFrame):
    """One chart or list of the overview."""

    def __init__(
        self, title: str, drawing: Drawing, nothing: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.title = title
        self.chart = ChartList(title, drawing)
        self._note = ElidedLabel("", "muted")
        self._nothing = plain_label(nothing, "muted", wrap=True)
        self.head = QHBoxLayout()
        self.head.setSpacing(self.fontMetrics().height())
        self.heading = plain_label(title, "heading")
        self.head.addWidget(self.heading)
        self.head.addWidget(self._note, 1)
        pad = self.fontMetrics().height() // 2
        self._nothing.setContentsMargins(self.fontMetrics().height() // 3, 0, 0, pad // 2)
        side = self.fontMetrics().height() // 3
        self.head.setContentsMargins(side, 0, side, pad // 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(pad, pad, pad, pad // 2)
        column.setSpacing(0)
        column.addLayout(self.head)
        column.addWidget(self.chart)
        column.addWidget(self._nothing)

    def show_lines(self, lines: Sequence[Line], note: str = "") -> None:
        """Shows these lines, and the note beside the heading."""
        self.chart.show_lines(lines)
        self.chart.setVisible(bool(lines))
        self._nothing.setVisible(not lines)
        self._note.show_text(note)


class PeriodsPanel(ChartPanel):
    """Amounts over time, of one currency at a time: they are never added to each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Amounts over time"), Drawing.COLUMNS, tr("No dated sum is recorded."), parent)
        self._periods: Mapping[str, Sequence[Period]] = {}
        self._rest = ""
        self.currencies = QTabBar(drawBase=False, expanding=False, documentMode=True)
        self.currencies.setAccessibleName(tr("Currency of the amounts over time"))
        self.currencies.currentChanged.connect(lambda _: self._draw())
        self.head.addWidget(self.currencies)

    def show_periods(self, periods: "Mapping[str, Sequence[Period]]", rest: str) -> None:
        """The currency in sight stays; ``rest`` says what is not drawn."""
        codes = sorted(periods, key=lambda code: (-sum(one.tally.actions for one in periods[code]), code))
        chosen = self.currency()
        self._periods, self._rest = periods, rest
        with QSignalBlocker(self.currencies):
            while self.currencies.count():
                self.currencies.removeTab(0)
            for code in codes:
                self.currencies.setTabData(self.currencies.addTab(code or tr("No currency")), code)
            self.currencies.setCurrentIndex(codes.index(chosen) if chosen in codes else 0)
        self.currencies.setVisible(len(codes) > 1)
        self._draw()

    def currency(self) -> str | None:
        """The currency in sight."""
        data = self.currencies.tabData(self.currencies.currentIndex())
        return data if isinstance(data, str) else None

    def _draw(self) -> None:
        code = self.currency()
        periods = self._periods.get(code, ()) if code is not None else ()
        self.show_lines(period_lines(periods), f"{tr(_LEGEND)} · {self._rest}" if self._rest else tr(_LEGEND))
        title = f"{self.title}, {code}" if code else self.title
        self.heading.setText(title if self.currencies.count() == 1 else self.title)
        self.chart.setAccessibleName(title)
