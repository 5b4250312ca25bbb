"""Paints one quote as a card: the words large, a translation beside them, who said it and where it stands."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
    QTextLayout,
    QTextOption,
)

from casefile.store.rows import QuoteRow
from casefile.terms import ProposalKind
from casefile.translation import tr
from ui.directions import alignment_of, direction_of
from ui.icons import icon
from ui.models.columns import date_text
from ui.theme import Colours, colours_of
from ui.wording import in_marks, quote_mark

WORDS_SCALE = 1.25
"""How much larger than other text the words are."""
WORDS_LINES = 5
FOOT_LINES = 2
NARROWEST_CHARACTERS = 46
_LINE_FLAGS = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value


@dataclass(frozen=True)
class CardStyle:
    """What all cards have in common: font, colours and the measures that follow from them."""

    font: QFont
    palette: QPalette
    ratio: float = 1.0
    """Pixels of the screen for each of the program's."""

    @cached_property
    def colours(self) -> Colours:
        """The scheme that the palette belongs to."""
        return colours_of(self.palette)

    @cached_property
    def metrics(self) -> QFontMetrics:
        """The measures of the font."""
        return QFontMetrics(self.font)

    @cached_property
    def bold(self) -> QFont:
        """The font of names."""
        font = QFont(self.font)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    @cached_property
    def words_font(self) -> QFont:
        """The font of the quotes."""
        font = QFont(self.font)
        font.setPointSizeF(self.font.pointSizeF() * WORDS_SCALE)
        return font

    @cached_property
    def pad(self) -> int:
        """The room around and between the parts of a card."""
        return self.metrics.height() // 2

    @cached_property
    def height(self) -> int:
        """As high as every card is."""
        words = QFontMetrics(self.words_font).lineSpacing() * WORDS_LINES
        foot = self.metrics.lineSpacing() * FOOT_LINES
        return words + foot + self.pad * 3

    @cached_property
    def narrowest(self) -> int:
        """As wide as a card is at least."""
        return self.metrics.averageCharWidth() * NARROWEST_CHARACTERS

    @cached_property
    def _grounds(self) -> dict[tuple[int, int, bool], QPixmap]:
        """Empty cards by width and height, as others and as chosen ones look."""
        return {}

    def ground(self, size: QSize, *, chosen: bool) -> QPixmap:
        """An empty card: painted once, its round corners cost more than all its words."""
        key = (size.width(), size.height(), chosen)
        if key not in self._grounds:
            self._grounds[key] = self._paint_ground(size, chosen=chosen)
        return self._grounds[key]

    def _paint_ground(self, size: QSize, *, chosen: bool) -> QPixmap:
        colours = self.colours
        ground = QPixmap(size * self.ratio)
        ground.setDevicePixelRatio(self.ratio)
        ground.fill(Qt.GlobalColor.transparent)
        with QPainter(ground) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colours.accent if chosen else colours.border), 2 if chosen else 1))
            painter.setBrush(QColor(colours.selected if chosen else colours.base))
            room = QRectF(0, 0, size.width(), size.height()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(room, self.pad / 2, self.pad / 2)
        return ground


def draw_card(
    painter: QPainter, room: QRect, row: QuoteRow | None, style: CardStyle, *, chosen: bool
) -> None:
    """The card in its room; without a row, which has not come yet, an empty one."""
    painter.drawPixmap(room.topLeft(), style.ground(room.size(), chosen=chosen))
    if row is None:
        return
    inner = room.adjusted(style.pad, style.pad, -style.pad, -style.pad)
    foot = style.metrics.lineSpacing() * FOOT_LINES
    words = inner.adjusted(0, 0, 0, -foot - style.pad)
    _draw_words(painter, words, row, style)
    _draw_foot(painter, inner.adjusted(0, inner.height() - foot, 0, 0), row, style, chosen=chosen)


def _draw_words(painter: QPainter, room: QRect, row: QuoteRow, style: CardStyle) -> None:
    """The original and, where there is one, its translation beside it with a line between."""
    colours = style.colours
    quoted = in_marks(" ".join(row.text.split()), row.kind)
    if not row.translation:
        _draw_text(painter, room, quoted, style.words_font, colours.text)
        return
    half = (room.width() - style.pad * 2) // 2
    _draw_text(
        painter, QRect(room.left(), room.top(), half, room.height()), quoted, style.words_font, colours.text
    )
    middle = room.left() + half + style.pad
    painter.setPen(QColor(colours.border))
    painter.drawLine(middle, room.top(), middle, room.bottom())
    other = QRect(middle + style.pad, room.top(), half, room.height())
    font = QFont(style.words_font)
    font.setItalic(True)
    _draw_text(painter, other, " ".join(row.translation.split()), font, colours.text)


def _draw_text(painter: QPainter, room: QRect, text: str, font: QFont, ink: str) -> None:
    """As many lines as there is room for, the last one elided; each script from its own side."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(direction_of(text))
    option.setAlignment(alignment_of(text))
    metrics = QFontMetrics(font)
    most = max(1, room.height() // metrics.lineSpacing())
    shown = _layout(text, font, option, room.width())
    if shown.lineCount() > most:
        start = shown.lineAt(most - 1).textStart()
        last = metrics.elidedText(text[start:], Qt.TextElideMode.ElideRight, room.width())
        shown = _layout(f"{text[:start]}{last}", font, option, room.width())
    painter.setPen(QColor(ink))
    painter.save()
    painter.setClipRect(room)
    shown.draw(painter, QPointF(room.left(), room.top()))
    painter.restore()


def _layout(text: str, font: QFont, option: QTextOption, width: int) -> QTextLayout:
    made = QTextLayout(text, font)
    made.setCacheEnabled(True)  # else the letters are looked for again when they are drawn
    made.setTextOption(option)
    made.beginLayout()
    y = 0.0
    while (line := made.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
    made.endLayout()
    return made


def _draw_foot(painter: QPainter, room: QRect, row: QuoteRow, style: CardStyle, *, chosen: bool) -> None:
    """The speaker and the role; below them the source, the date and how sure the words are."""
    colours = style.colours
    line = style.metrics.lineSpacing()
    first = QRect(room.left(), room.top(), room.width(), line)
    speaker = row.speaker or tr("Speaker not named")
    used = _draw_line(painter, first, speaker, style.bold, colours.text)
    muted = colours.text if chosen else colours.muted
    if row.role:
        rest = first.adjusted(used + style.pad // 2, 0, 0, 0)
        _draw_line(painter, rest, f"· {row.role}", style.font, muted)
    second = QRect(room.left(), room.top() + line, room.width(), line)
    width = _draw_mark(painter, second, row, style, muted)
    source = row.evidence.outlet or row.evidence.source_title
    parts = (date_text(row.evidence.published), source, row.evidence.page)
    origin = ", ".join(part for part in parts if part)
    _draw_line(painter, second.adjusted(0, 0, -width, 0), origin, style.font, muted)


def _draw_mark(painter: QPainter, room: QRect, row: QuoteRow, style: CardStyle, muted: str) -> int:
    """How sure the words are, at the end of the line; gives back how wide it is."""
    mark = quote_mark(row)
    warns = mark.icon == "triangle-alert"
    ink = style.colours.tints[ProposalKind.WARNING].ink if warns else muted
    side = room.height()
    advance = style.metrics.size(0, mark.words).width()  # rounded up, unlike horizontalAdvance
    left = max(room.left(), room.right() + 1 - side - advance)
    icon(mark.icon).paint(painter, QRect(left, room.top() + 1, side - 2, side - 2))
    words = QRect(left + side, room.top(), room.right() + 1 - left - side, side)
    _draw_line(painter, words, mark.words, style.font, ink)
    return room.right() + 1 - left + style.pad


def _draw_line(painter: QPainter, room: QRect, text: str, font: QFont, ink: str) -> int:
    """One line, elided; gives back how wide it is."""
    metrics, shown, most = QFontMetrics(font), " ".join(text.split()), max(0, room.width())
    width = metrics.horizontalAdvance(shown)
    if width > most:
        shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, most)
        width = metrics.horizontalAdvance(shown)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(room, _LINE_FLAGS, shown)
    return width
