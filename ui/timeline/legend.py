"""Which sign and colour of a timeline means what."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from casefile.terms import TimelineKind
from casefile.translation import tr
from ui.timeline.looks import NAMES, Looks, draw_sign


class Legend(QWidget):
    """One line; what has no room is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Signs of the timeline"))
        self.setAccessibleDescription(
            tr("Diamond: fine or sum. Square: order. Triangle: review or ruling. Circle: event.")
        )
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as all of it."""
        return QSize(sum(self._widths()), round(self.fontMetrics().height() * 1.5))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the layout likes."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draws each sign and its name."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            looks = Looks(self.palette(), QFontMetricsF(self.font()), self.devicePixelRatioF())
            middle, x = self.height() / 2, 0.0
            base = middle + self.fontMetrics().ascent() / 2 - 1
            for kind, width in zip(TimelineKind, self._widths(), strict=True):
                if x + width > self.width() + looks.gap * 2:
                    break
                draw_sign(painter, looks, kind, QPointF(x + looks.glyph / 2, middle), hollow=False)
                painter.setPen(self.palette().color(QPalette.ColorRole.Text))
                painter.drawText(QPointF(x + looks.glyph + looks.gap, base), tr(NAMES[kind]))
                x += width

    def _widths(self) -> list[int]:
        metrics = self.fontMetrics()
        sign = metrics.height() + metrics.averageCharWidth() * 4
        return [metrics.horizontalAdvance(tr(NAMES[kind])) + sign for kind in TimelineKind]
