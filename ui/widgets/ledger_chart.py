"""A penalty ledger as a step line with a label for each entry. Where all of it stands, ledger_plot says."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from casefile.store.rows import basis_label
from casefile.translation import tr
from ui.models.columns import date_text
from ui.told import told, told_value
from ui.widgets.ledger_plot import Plot, Series, passages_of, plot
from ui.widgets.lines_button import Line, LinesButton

PLOT_LINES = 5
"""The height of the plot below its labels, in lines of text."""


class LedgerChart(QWidget):
    """One series; each label is a button that opens what the entry rests on."""

    passage_opened = Signal(int, object)
    """The source's id and the :class:`Span` in it."""

    def __init__(self, series: Series, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series = series
        self.setAccessibleName(tr("Penalty ledger: {title}").format(title=series.title))
        self.setAccessibleDescription(series.summary)
        self.labels = [
            LinesButton(
                (
                    Line(told(basis_label(line.basis)), is_strong=True),
                    Line(told_value(line.fact.value) + (f" · {tr('conflict')}" if line.in_conflict else "")),
                    Line(date_text(line.dated) or tr("no date"), is_muted=True),
                ),
                passages_of(line),
                framed=False,
                parent=self,
            )
            for line in series.lines
        ]
        for label in self.labels:
            label.passage_opened.connect(self.passage_opened)
        self._plot = self._plot_in(self.sizeHint().width())
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The narrower it is, the more lines its labels need."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Enough for the labels' lines and the plot."""
        return self._labels_height(self._plot_in(width)) + self._plot_height + 2 * self._pad

    def sizeHint(self) -> QSize:
        """Comfortable for some labels."""
        width = self.fontMetrics().averageCharWidth() * 80
        return QSize(width, self.fontMetrics().height() * (PLOT_LINES + 4))

    def minimumSizeHint(self) -> QSize:
        """Enough for the widest label."""
        width = max((label.sizeHint().width() for label in self.labels), default=0)
        return QSize(width + 4 * self._pad, self.fontMetrics().height() * PLOT_LINES)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Places the labels, in their lines from below."""
        super().resizeEvent(event)
        found = self._plot = self._plot_in(event.size().width())
        bottom = self._labels_height(found)
        for label, x, lane in zip(self.labels, found.xs, found.lanes, strict=True):
            size = label.sizeHint()
            top = bottom - (lane + 1) * size.height()
            label.setGeometry(self._pad + int(x) + self._gap, top, size.width(), size.height())

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draws base line, leaders, step line and points."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            role, palette = QPalette.ColorRole, self.palette()
            ink, faint = palette.color(role.Link), palette.color(role.Mid)
            painter.setPen(QPen(faint, 1))
            base = self._y(0)
            painter.drawLine(QPointF(self._pad, base), QPointF(self.width() - self._pad, base))
            self._draw_undated(painter, palette.color(role.PlaceholderText))
            for label, x, height in zip(self.labels, self._plot.xs, self._plot.heights, strict=True):
                painter.setPen(QPen(faint, 1))
                at = self._pad + x
                painter.drawLine(QPointF(at, label.y() + self._gap), QPointF(at, self._y(height)))
            self._draw_steps(painter, ink)
            self._draw_points(painter, ink, palette.color(role.Base))

    def _draw_steps(self, painter: QPainter, ink: QColor) -> None:
        """What was due as a line, what was proposed as dashes; each step ends where the next begins."""
        before = None
        for segment in self._plot.segments:
            left, right, y = self._pad + segment.left, self._pad + segment.right, self._y(segment.height)
            right = min(right, self.width() - self._pad)
            style = Qt.PenStyle.SolidLine if segment.is_due else Qt.PenStyle.DashLine
            painter.setPen(QPen(ink, 2, style))
            if before is not None:
                painter.drawLine(QPointF(left, before), QPointF(left, y))
            painter.drawLine(QPointF(left, y), QPointF(right, y))
            before = y

    def _draw_points(self, painter: QPainter, ink: QColor, ground: QColor) -> None:
        """Filled where the day is known, hollow elsewhere, with a bar over the time that may be meant."""
        radius = self.fontMetrics().height() / 5
        for line, x, end, height in zip(
            self._series.lines, self._plot.xs, self._plot.ends, self._plot.heights, strict=True
        ):
            at = QPointF(self._pad + x, self._y(height))
            if end > x:
                soft = QColor(ink)
                soft.setAlphaF(0.25)
                painter.fillRect(QRectF(at.x(), at.y() - radius, end - x, 2 * radius), soft)
            is_day = line.dated is not None and line.dated.earliest == line.dated.latest
            painter.setPen(QPen(ink, 2))
            painter.setBrush(ink if is_day else ground)
            painter.drawEllipse(at, radius, radius)

    def _draw_undated(self, painter: QPainter, ink: QColor) -> None:
        if self._plot.undated_from is None:
            return
        at = self._pad + self._plot.undated_from
        painter.setPen(QPen(ink, 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(at, self._y(1)), QPointF(at, self._y(0)))

    def _plot_in(self, width: int) -> Plot:
        widths = [label.sizeHint().width() + 2 * self._gap for label in self.labels]
        return plot(self._series.lines, max(1, width - 2 * self._pad), widths)

    def _labels_height(self, found: Plot) -> int:
        tallest = max((label.sizeHint().height() for label in self.labels), default=0)
        return self._pad + found.lane_count * tallest

    def _y(self, height: float) -> float:
        """The place of a share of the highest sum."""
        room = self._plot_height - 2 * self._pad
        return self.height() - self._pad - height * room

    @property
    def _plot_height(self) -> int:
        return self.fontMetrics().height() * PLOT_LINES

    @property
    def _pad(self) -> int:
        return self.fontMetrics().height() // 2

    @property
    def _gap(self) -> int:
        return self.fontMetrics().height() // 5
