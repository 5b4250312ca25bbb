"""The way of a decision through the courts as linked boxes, which wrap where there is no room beside."""

from collections.abc import Sequence
from textwrap import wrap

from PySide6.QtCore import QPoint, QPointF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from casefile.store.appeal_chain import Stage
from casefile.translation import tr
from ui.models.columns import date_text
from ui.told import told
from ui.widgets.lines_button import Line, LinesButton

BOX_CHARACTERS = 26
BODY_CHARACTERS = 21
"""Of the body's name in a line; bold letters are wider."""


class AppealRow(QWidget):
    """A box for each station; pressing it opens what it rests on."""

    passage_opened = Signal(int, object)
    """The source's id and the :class:`Span` in it."""

    def __init__(self, stages: Sequence[Stage], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Course of the appeals"))
        self.setAccessibleDescription("; ".join(_spoken(stage) for stage in stages))
        self.boxes = [
            LinesButton(_lines(stage), stage.passages, framed=True, spoken=_spoken(stage), parent=self)
            for stage in stages
        ]
        for box in self.boxes:
            box.passage_opened.connect(self.passage_opened)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The boxes wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many rows as the boxes need."""
        rows = -(-len(self.boxes) // self._beside(width))
        return rows * (self._box.height() + self._gap)

    def sizeHint(self) -> QSize:
        """All boxes beside one another."""
        width = len(self.boxes) * (self._box.width() + self._gap)
        return QSize(width, self._box.height() + self._gap)

    def minimumSizeHint(self) -> QSize:
        """One box."""
        return QSize(self._box.width() + self._gap, self._box.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Places the boxes."""
        super().resizeEvent(event)
        beside, size = self._beside(event.size().width()), self._box
        for place, box in enumerate(self.boxes):
            column, row = place % beside, place // beside
            left = self._gap + column * (size.width() + self._gap)
            box.setGeometry(left, row * (size.height() + self._gap), size.width(), size.height())

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draws an arrow to each box but the first, from the left edge where it begins a row."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ink = self.palette().color(QPalette.ColorRole.PlaceholderText)
            painter.setBrush(ink)
            head = self.fontMetrics().height() / 4
            for box in self.boxes[1:]:
                tip = QPointF(box.geometry().topLeft() + QPoint(-2, box.height() // 2))
                painter.setPen(QPen(ink, 1.5))
                painter.drawLine(tip - QPointF(self._gap - 4, 0), tip)
                painter.drawPolygon(QPolygonF([tip, tip + QPointF(-head, -head), tip + QPointF(-head, head)]))

    def _beside(self, width: int) -> int:
        return max(1, min(len(self.boxes), (width - self._gap) // (self._box.width() + self._gap)))

    @property
    def _gap(self) -> int:
        return int(self.fontMetrics().height() * 1.5)

    @property
    def _box(self) -> QSize:
        """The size of every box."""
        tallest = max((box.sizeHint().height() for box in self.boxes), default=0)
        return QSize(self.fontMetrics().averageCharWidth() * BOX_CHARACTERS, tallest)


def _lines(stage: Stage) -> tuple[Line, ...]:
    body = wrap(stage.body or tr("Court not named"), BODY_CHARACTERS, max_lines=2, placeholder="…")
    return (
        Line(told(stage.role), is_muted=True),
        *(Line(part, is_strong=True) for part in body),
        Line(stage.number),
        Line(told(stage.status) or tr("Outcome not known")),
        Line(date_text(stage.dated) or tr("no date"), is_muted=True),
    )


def _spoken(stage: Stage) -> str:
    parts = (told(stage.role), stage.body, stage.number, told(stage.status), date_text(stage.dated))
    return ", ".join(part for part in parts if part)
