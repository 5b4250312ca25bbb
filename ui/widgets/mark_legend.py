"""What the marks in a text mean: for each kind its colour and its line."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casefile.terms import ProposalKind
from casefile.translation import N_, tr
from ui.counts import count_of
from ui.theme import colours_of

_NAMES = {
    ProposalKind.ACTION: N_("Facts"),
    ProposalKind.QUOTE: N_("Quotes"),
    ProposalKind.EVENT: N_("Events"),
}
_LINES = {
    ProposalKind.ACTION: Qt.PenStyle.SolidLine,
    ProposalKind.QUOTE: Qt.PenStyle.DashLine,
    ProposalKind.EVENT: Qt.PenStyle.DotLine,
}


class MarkLegend(QWidget):
    """One line; out of sight where nothing is marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setAccessibleName(tr("Marks in the text"))
        self._samples = {kind: _Sample(kind) for kind in _NAMES}
        pad = self.fontMetrics().height() // 2
        row = QHBoxLayout(self)
        row.setContentsMargins(pad, pad // 2, pad, pad // 2)
        row.setSpacing(pad)
        for sample in self._samples.values():
            row.addWidget(sample)
        row.addStretch()
        self.hide()

    def show_counts(self, counts: Mapping[ProposalKind, int]) -> None:
        """Shows how many passages of each kind there are."""
        for kind, sample in self._samples.items():
            sample.show_count(counts.get(kind, 0))
        told = [
            f"{name}: {count_of(counts[kind], 'passage')}"
            for kind, name in _NAMES.items()
            if counts.get(kind)
        ]
        self.setAccessibleDescription(", ".join(told))
        self.setVisible(bool(told))


class _Sample(QWidget):
    """Words that are marked as such passages are."""

    def __init__(self, kind: ProposalKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._words = tr(_NAMES[kind])

    def show_count(self, count: int) -> None:
        self.setToolTip(count_of(count, "passage"))
        self.setVisible(count > 0)

    def sizeHint(self) -> QSize:
        """As large as the words."""
        metrics = self.fontMetrics()
        return QSize(
            metrics.horizontalAdvance(self._words) + metrics.averageCharWidth(), metrics.height() + 3
        )

    def paintEvent(self, _: QPaintEvent) -> None:
        """The words on the kind's ground, above its line."""
        with QPainter(self) as painter:
            colours = colours_of(self.palette())
            tint = colours.tints[self._kind]
            painter.fillRect(self.rect(), QColor(tint.ground))
            painter.setPen(QColor(colours.text))
            painter.drawText(
                self.rect().adjusted(0, 0, 0, -3), Qt.AlignmentFlag.AlignCenter.value, self._words
            )
            painter.setPen(QPen(QColor(tint.ink), 1.5, _LINES[self._kind]))
            bottom = self.height() - 2
            painter.drawLine(QPointF(0, bottom), QPointF(self.width(), bottom))
