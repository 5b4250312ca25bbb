"""What of a query was not understood: the query with the places underlined, and a sentence for each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from casefile.translation import N_, tr
from casefile.values import Span
from ui.icons import SIZE, pixmap
from ui.offsets import Offsets
from ui.theme import colours_of
from ui.told import told
from ui.widgets.buttons import icon_button
from ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from casefile.store.search.query import Problem

SHOWN_PROBLEMS = 4


class QueryProblems(QFrame):
    """Hidden while there is nothing to say."""

    place_chosen = Signal(object)
    """The :class:`Span` of the query that somebody wants to change."""

    def __init__(self, box: str = N_("search box"), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = tr(box)
        self.setObjectName("messageBar")
        self.setAccessibleName(tr("What was not understood"))
        self._picture = QLabel()
        self._picture.setAccessibleName(tr("Problem"))
        self.query = MarkedLine()
        self._lines = QVBoxLayout()
        self._rows: list[QWidget] = []
        pad = self.fontMetrics().height() // 2
        self._lines.setSpacing(pad // 2)
        self._lines.addWidget(self.query)
        row = QHBoxLayout(self)
        row.setContentsMargins(pad, pad // 2, pad, pad // 2)
        row.setSpacing(pad)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._lines, 1)
        self._draw()
        self.hide()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What it says."""
        return tuple(row.accessibleName() for row in self._rows)

    def show_problems(self, typed: str, problems: "Sequence[Problem]") -> None:
        """Explains the first few of the problems."""
        for row in self._rows:
            self._lines.removeWidget(row)
            row.deleteLater()
        shown = problems[:SHOWN_PROBLEMS]
        self.query.show_line(typed, [problem.span for problem in shown])
        self._rows = [self._row(problem) for problem in shown]
        for row in self._rows:
            self._lines.addWidget(row)
            row.show()
        self.setVisible(bool(shown))

    def changeEvent(self, event: QEvent) -> None:
        """The icon follows the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _row(self, problem: "Problem") -> QWidget:
        row, sentence = QWidget(), told(problem.sentence)
        row.setAccessibleName(sentence)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        span = problem.span
        line.addWidget(plain_label(sentence, wrap=True), 1)
        line.addWidget(
            icon_button(
                tr("Go to it in the {box}").format(box=self._box),
                "pencil",
                lambda: self.place_chosen.emit(span),
            )
        )
        return row

    def _draw(self) -> None:
        self._picture.setPixmap(pixmap("triangle-alert", SIZE, self.devicePixelRatioF()))


def select_place(box: QLineEdit, span: Span) -> None:
    """Puts the cursor of the box in which the query stands where it was not understood."""
    box.setFocus()
    # Another query may have been typed since: its place is not that of the problem.
    if span.end <= len(box.text()):
        start, end = Offsets(box.text()).span_to_qt(span)
        box.setSelection(start, end - start)


class MarkedLine(QWidget):
    """One line of plain text with some places underlined as a misspelling is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.spans: Sequence[Span] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_line(self, text: str, spans: Sequence[Span]) -> None:
        """Shows another text; what cannot be printed is a space."""
        self._text = "".join(char if char.isprintable() else " " for char in text)
        self.spans = tuple(spans)
        self.setAccessibleName(self._text)
        self.update()

    def sizeHint(self) -> QSize:
        """One line, with room for the waves below it."""
        return QSize(0, round(self.fontMetrics().height() * 1.3))

    def paintEvent(self, _: QPaintEvent) -> None:
        """The start of the text, or the part of it with the first problem."""
        layout = QTextLayout(self._text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(1_000_000)
        layout.endLayout()
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            layout.draw(painter, QPointF(-self._scrolled(line.naturalTextWidth(), layout), 0))

    def _scrolled(self, width: float, layout: QTextLayout) -> float:
        """How far the line is pushed to the left so that the first problem is in sight."""
        if width <= self.width() or not self.spans:
            return 0
        start = Offsets(self._text).to_qt(self.spans[0].start)
        where = layout.lineAt(0).cursorToX(start)
        left = float(cast("tuple[float, int]", where)[0])
        return max(0.0, min(left - self.width() / 4, width - self.width()))

    def _formats(self) -> list[QTextLayout.FormatRange]:
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(QColor(colours_of(self.palette()).wrong))
        form.setForeground(QColor(colours_of(self.palette()).wrong))
        offsets = Offsets(self._text)
        ranges = []
        for span in self.spans:
            start, end = offsets.span_to_qt(span)
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = start, end - start, form
            ranges.append(part)
        return ranges
