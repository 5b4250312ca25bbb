"""A button of some lines of text, each elided, that opens passages: one at once, of several a menu asks."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from casefile.store.rows import Evidence
from casefile.translation import tr
from ui.directions import direction_of
from ui.figures import quoted
from ui.plain import plain_tip
from ui.widgets.evidence_tree import origin

_MENU_CHARACTERS = 60


@dataclass(frozen=True)
class Line:
    """One line; at most one of the two looks."""

    text: str
    is_strong: bool = False
    is_muted: bool = False


class LinesButton(QAbstractButton):
    """Framed as a box, or bare as a label."""

    passage_opened = Signal(int, object)
    """The source's id and the :class:`Span` in it."""

    def __init__(
        self,
        lines: Sequence[Line],
        passages: Sequence[Evidence],
        *,
        framed: bool,
        spoken: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``spoken`` is the accessible name where that is not the lines one after the other."""
        super().__init__(parent)
        self._lines = [line for line in lines if line.text]
        self._passages = passages
        self._framed = framed
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        words = spoken or ", ".join(line.text for line in self._lines)
        advice = (
            tr("Opens {origin}").format(origin=origin(passages[0]))
            if len(passages) == 1
            else tr("Opens one of its passages")
        )
        self.setAccessibleName(words)
        self.setAccessibleDescription(advice if passages else tr("Rests on no passage"))
        shown = f"{words}\n{self.accessibleDescription()}"
        self.setToolTip(plain_tip(shown))
        if passages:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)

    @property
    def pad(self) -> int:
        """What is left free around the words."""
        return self.fontMetrics().height() // 2 if self._framed else entry_pad(self)

    def sizeHint(self) -> QSize:
        """As wide as the longest line."""
        widths = [QFontMetrics(self._font(line)).horizontalAdvance(line.text) for line in self._lines]
        height = self.fontMetrics().height() * len(self._lines)
        # A pixel for the rounding of the glyphs' widths.
        return QSize(
            max(widths, default=0) + 2 * self.pad + 1, height + (2 * self.pad if self._framed else 0)
        )

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draws the lines, and a frame where it has one or the keyboard is."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            role, palette = QPalette.ColorRole, self.palette()
            lit = self.isDown() or self.underMouse()
            if self._framed or lit:
                painter.setBrush(palette.color(role.Highlight if lit else role.Base))
            if self._framed or self.hasFocus():
                painter.setPen(palette.color(role.Link if self.hasFocus() else role.PlaceholderText))
            else:
                painter.setPen(Qt.PenStyle.NoPen)
            radius = self.fontMetrics().height() / 5
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), radius, radius)
            height, top = self.fontMetrics().height(), self.pad if self._framed else 0
            for place, line in enumerate(self._lines):
                area = QRect(self.pad, top + place * height, self.width() - 2 * self.pad, height)
                painter.setFont(self._font(line))
                painter.setPen(palette.color(role.PlaceholderText if line.is_muted else role.WindowText))
                words = painter.fontMetrics().elidedText(line.text, Qt.TextElideMode.ElideRight, area.width())
                painter.setLayoutDirection(direction_of(words))
                painter.drawText(area, Qt.AlignmentFlag.AlignVCenter.value, words)

    def _font(self, line: Line) -> QFont:
        font = QFont(self.font())
        if line.is_strong:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _open(self) -> None:
        if len(self._passages) == 1:
            self._emit(self._passages[0])
        elif self._passages:
            menu = self.passage_menu()
            menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def passage_menu(self) -> QMenu:
        """One entry for each passage."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for passage in self._passages:
            words = " ".join(passage.exact.split())
            shown = words if len(words) <= _MENU_CHARACTERS else f"{words[:_MENU_CHARACTERS]}…"
            entry = menu.addAction(f"{quoted(shown)} · {origin(passage)}".replace("&", "&&"))
            entry.triggered.connect(lambda _=False, passage=passage: self._emit(passage))
        return menu

    def _emit(self, passage: Evidence) -> None:
        self.passage_opened.emit(passage.source_id, passage.span)


def entry_pad(widget: QWidget) -> int:
    """What a bare one leaves free around its words."""
    return widget.fontMetrics().height() // 4
