"""Draws the marks of a timeline that are in sight. Imports looks and casefile.timeline."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPalette, QPen, QPolygonF, QStaticText

from casefile.terms import TimelineKind
from casefile.timeline.lanes import Entry
from casefile.timeline.layout import Layout, Mark
from casefile.timeline.ticks import Tick
from ui.figures import figure
from ui.timeline.looks import Looks

_BAR = 0.62
"""The height of a bar, as a share of its row's."""
_ROUND = 3.0
_HALO = 2.0
"""Half the height of what stands on both sides of a day that is only about right."""
_FADE = 2.5
"""How long a soft edge is, in signs."""


@dataclass
class Window:
    """What is looked at: the layout, moved by so much, and which of it stands out."""

    layout: Layout
    entries: Sequence[Entry]
    left: float
    top: float
    width: float
    height: float
    focus: int = -1
    """The mark with the keyboard."""
    has_keyboard: bool = False
    hover: int = -1
    texts: dict[tuple[int, int], QStaticText] = field(default_factory=dict)
    """Labels that were drawn before, by entry and room."""


class MarkPainter:
    """Draws into a widget; made anew for each painting."""

    def __init__(self, painter: QPainter, looks: Looks, window: Window) -> None:
        self._painter = painter
        self._looks = looks
        self._window = window
        self._sign_half = looks.sign_size / 2
        self._text = QPen(looks.colour(QPalette.ColorRole.Text))
        self._tints: Mapping[TimelineKind, tuple[QColor, QColor]] = {
            kind: (QColor(looks.tint(kind).ground), QColor(looks.tint(kind).ink)) for kind in TimelineKind
        }

    def draw(self, part: QRect, ticks: Sequence[Tick]) -> None:
        """Everything in that part of the window."""
        window, pad = self._window, self._looks.glyph
        self._painter.setClipRect(part)
        self._draw_lanes()
        self._draw_ticks(ticks)
        left, top = part.left() + window.left, part.top() + window.top
        seen = list(window.layout.visible(left - pad, left + part.width() + pad, top, top + part.height()))
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_chosen()
        self._draw_marks([window.layout.marks[number] for number in seen])
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _draw_lanes(self) -> None:
        window, painter = self._window, self._painter
        painter.setPen(self._looks.colour(QPalette.ColorRole.Mid))
        strips = window.layout.strips
        first = window.layout.strip_at(window.top)
        for strip in strips[max(0, first) :]:
            bottom = round(strip.top + strip.height - window.top) - 1
            if bottom > window.height + strip.height:
                break
            painter.drawLine(0, bottom, int(window.width), bottom)

    def _draw_ticks(self, ticks: Sequence[Tick]) -> None:
        window, painter = self._window, self._painter
        faint, strong = (
            self._looks.colour(QPalette.ColorRole.Window),
            self._looks.colour(QPalette.ColorRole.Mid),
        )
        for tick in ticks:
            x = round(window.layout.scale.place(tick.day) - window.left)
            painter.setPen(strong if tick.strong else faint)
            painter.drawLine(x, 0, x, int(window.height))

    def _draw_chosen(self) -> None:
        """Behind the marks, so that neither sign nor label is covered."""
        window, painter = self._window, self._painter
        for number, role in (
            (window.hover, QPalette.ColorRole.AlternateBase),
            (window.focus, QPalette.ColorRole.Highlight),
        ):
            if not 0 <= number < len(window.layout.marks):
                continue
            ringed = number == window.focus and window.has_keyboard
            edge = QPalette.ColorRole.Accent if ringed else QPalette.ColorRole.Mid
            painter.setBrush(self._looks.colour(role))
            painter.setPen(QPen(self._looks.colour(edge), 2 if ringed else 1))
            painter.drawRoundedRect(self._place_of(window.layout.shown(number)), _ROUND, _ROUND)

    def _place_of(self, mark: Mark) -> QRectF:
        """The mark with its label."""
        window, pad = self._window, self._looks.gap / 2
        top = window.layout.rows[mark.row].top - window.top
        left = max(mark.left - window.left - pad, -2 * pad)
        right = min(mark.end - window.left + pad, window.width + 2 * pad)
        return QRectF(left, top + 1, right - left, window.layout.row_height - 2)

    def _draw_marks(self, marks: Sequence[Mark]) -> None:
        window, signs, painter = self._window, self._looks.signs, self._painter
        entries, half = window.entries, window.layout.row_height / 2
        tops = [top - window.top for top in window.layout.tops]
        for mark in marks:
            entry, middle = entries[mark.entry], tops[mark.row] + half
            span, x = entry.span, (mark.left + mark.right) / 2 - window.left
            is_about = span.soft_first or span.open_first
            if mark.is_bar:
                x = self._draw_bar(mark, entry, middle)
            elif is_about:
                self._draw_halo(mark, entry, middle)
            picture = signs[(entry.kind, is_about, mark.hides > 0)]
            painter.drawPixmap(QPointF(x - self._sign_half, middle - self._sign_half), picture)
        painter.setPen(self._text)
        for mark in marks:
            if mark.room:
                self._draw_label(mark, tops[mark.row])

    def _draw_bar(self, mark: Mark, entry: Entry, middle: float) -> float:
        """Draws a bar; gives back where its sign belongs: where it begins, of a short one in the middle."""
        window, looks = self._window, self._looks
        left, right = mark.left - window.left, mark.right - window.left
        height = window.layout.row_height * _BAR
        self._fill_bar(QRectF(left, middle - height / 2, right - left, height), entry)
        if right - left < 2 * looks.glyph:
            return (left + right) / 2
        return min(max(left, 0) + looks.glyph / 2 + 2, right - looks.glyph / 2)

    def _fill_bar(self, bar: QRectF, entry: Entry) -> None:
        """Fades where the edge is soft or there is none; an open end points onwards."""
        painter, span = self._painter, entry.span
        ground, ink = self._tints[entry.kind]
        seen = bar.intersected(QRectF(-40, bar.top(), self._window.width + 80, bar.height()))
        fades_first, fades_end = span.soft_first or span.open_first, span.soft_end or span.open_end
        if not (fades_first or fades_end):
            painter.setBrush(ground)
            painter.setPen(QPen(ink, 1))
            painter.drawRoundedRect(seen, _ROUND, _ROUND)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._faded(bar, ground, first=fades_first, end=fades_end))
        painter.drawRoundedRect(seen, _ROUND, _ROUND)
        edge = QPen(self._faded(bar, ink, first=fades_first, end=fades_end), 1, Qt.PenStyle.DashLine)
        # The dashes begin where the bar does, wherever the window does: what is moved goes on as it was.
        edge.setDashOffset(seen.left() - bar.left())
        painter.setPen(edge)
        painter.drawLine(seen.topLeft(), seen.topRight())
        painter.drawLine(seen.bottomLeft(), seen.bottomRight())
        painter.setPen(QPen(ink, 1.5))
        if span.open_end:
            self._draw_chevron(min(bar.right(), self._window.width) - 3, bar, 1)
        if span.open_first:
            self._draw_chevron(max(bar.left(), 0) + 3, bar, -1)

    def _faded(self, bar: QRectF, colour: QColor, *, first: bool, end: bool) -> QBrush:
        clear = QColor(colour)
        clear.setAlpha(0)
        share = min(0.5, _FADE * self._looks.glyph / bar.width())
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        gradient.setColorAt(0, clear if first else colour)
        gradient.setColorAt(share, colour)
        gradient.setColorAt(1 - share, colour)
        gradient.setColorAt(1, clear if end else colour)
        return QBrush(gradient)

    def _draw_halo(self, mark: Mark, entry: Entry, middle: float) -> None:
        place = QRectF(mark.left - self._window.left, middle - _HALO, mark.right - mark.left, 2 * _HALO)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._faded(place, self._tints[entry.kind][1], first=True, end=True))
        self._painter.drawRect(place)

    def _draw_chevron(self, x: float, bar: QRectF, way: int) -> None:
        middle, size = bar.center().y(), bar.height() / 4
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPolyline(
            QPolygonF(
                [
                    QPointF(x - way * size, middle - size),
                    QPointF(x, middle),
                    QPointF(x - way * size, middle + size),
                ]
            )
        )

    def _draw_label(self, mark: Mark, top: float) -> None:
        """A label inside a bar stays in sight as long as the bar does."""
        window, looks = self._window, self._looks
        x, room = mark.label_left - window.left, mark.room
        if mark.end == mark.right and x < looks.glyph + looks.gap:
            shift = min(
                looks.glyph + looks.gap - x, max(0.0, mark.right - looks.gap - mark.label_left - room)
            )
            x += shift
        key = (mark.entry, int(room))
        text = window.texts.get(key)
        if text is None:
            text = window.texts[key] = self._text_of(mark)
        self._painter.drawStaticText(
            QPointF(x, top + (window.layout.row_height - text.size().height()) / 2), text
        )

    def _text_of(self, mark: Mark) -> QStaticText:
        words = self._window.entries[mark.entry].label
        if mark.hides:
            words = f"+{figure(mark.hides)} · {words}"
        if self._looks.widths(words) > mark.room:
            words = self._looks.font.elidedText(words, Qt.TextElideMode.ElideRight, mark.room)
        shown = QStaticText(words)
        shown.setTextFormat(Qt.TextFormat.PlainText)
        shown.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        shown.prepare(font=self._painter.font())
        return shown
