"""Paints one quote as a card: the words large, a translation beside them, who said it and where it stands."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
    QStaticText,
    QTextLayout,
    QTextOption,
)

from casefile.store.rows import QuoteRow
from casefile.terms import ProposalKind
from casefile.translation import tr
from ui.directions import alignment_of, direction_of
from ui.icons import icon
from ui.models.columns import date_text
from ui.offsets import Offsets
from ui.theme import Colours, colours_of
from ui.widgets.drawn_lines import Lines, prepared
from ui.wording import QuoteMark, in_marks, quote_mark

WORDS_SCALE = 1.25
"""How much larger than other text the words are."""
WORDS_LINES = 5
FOOT_LINES = 2
NARROWEST_CHARACTERS = 47


@dataclass(frozen=True)
class DrawnMark:
    """How sure the words of a quote are: a sign and words behind it, as wide as ``width`` together."""

    sign: QPixmap
    words: QStaticText
    width: int


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
    def words_metrics(self) -> QFontMetrics:
        """The measures of the font of the quotes, upright or not."""
        return QFontMetrics(self.words_font)

    @cached_property
    def lines(self) -> Lines:
        """Lines in the font."""
        return Lines(self.font)

    @cached_property
    def lines_of_names(self) -> Lines:
        """Lines in the font of names."""
        return Lines(self.bold)

    @cached_property
    def translation_font(self) -> QFont:
        """The font of the quotes in another language."""
        font = QFont(self.words_font)
        font.setItalic(True)
        return font

    @cached_property
    def pad(self) -> int:
        """The room around and between the parts of a card."""
        return self.metrics.height() // 2

    @cached_property
    def height(self) -> int:
        """As high as every card is."""
        words = self.words_metrics.lineSpacing() * WORDS_LINES
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

    @cached_property
    def _marks(self) -> dict[QuoteMark, DrawnMark]:
        """Said at the foot of every card, in a few words that are always the same."""
        return {}

    def mark(self, mark: QuoteMark) -> DrawnMark:
        """The mark with everything measured that is needed to paint it."""
        if mark not in self._marks:
            side = self.metrics.lineSpacing() - 2
            words = prepared(mark.words, self.font)
            # The width is rounded up, unlike horizontalAdvance.
            width = side + 2 + self.metrics.size(0, mark.words).width()
            drawn = icon(mark.icon).pixmap(QSize(side, side), self.ratio)
            self._marks[mark] = DrawnMark(drawn, words, width)
        return self._marks[mark]

    def _paint_ground(self, size: QSize, *, chosen: bool) -> QPixmap:
        colours = self.colours
        ground = QPixmap(size * self.ratio)
        ground.setDevicePixelRatio(self.ratio)
        # Without a hole at its corners it is copied as it is, many times faster than one that is laid over.
        ground.fill(QGuiApplication.palette().color(QPalette.ColorRole.Window))
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
    quoted = in_marks(" ".join(row.text.split()), row.kind)
    if not row.translation:
        _draw_text(painter, room, quoted, style.words_font, style)
        return
    half = (room.width() - style.pad * 2) // 2
    _draw_text(painter, QRect(room.left(), room.top(), half, room.height()), quoted, style.words_font, style)
    middle = room.left() + half + style.pad
    painter.setPen(QColor(style.colours.border))
    painter.drawLine(middle, room.top(), middle, room.bottom())
    other = QRect(middle + style.pad, room.top(), half, room.height())
    _draw_text(painter, other, " ".join(row.translation.split()), style.translation_font, style)


def _draw_text(painter: QPainter, room: QRect, text: str, font: QFont, style: CardStyle) -> None:
    """As many lines as there is room for, the last one elided; each script from its own side."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(direction_of(text))
    option.setAlignment(alignment_of(text))
    metrics, place = style.words_metrics, QPointF(room.topLeft())
    most = max(1, room.height() // metrics.lineSpacing())
    painter.setPen(QColor(style.colours.text))
    shown = _layout(text, font, option, room.width(), most)
    last = shown.lineAt(shown.lineCount() - 1)
    units = Offsets(text)
    if units.to_core(last.textStart() + last.textLength()) >= len(text):
        shown.draw(painter, place)
        return
    for number in range(shown.lineCount() - 1):
        shown.lineAt(number).draw(painter, place)
    # No line holds more characters than pixels: to measure all of a long quote would take long.
    start = units.to_core(last.textStart())
    words = text[start : start + room.width()]
    elided = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    _layout(elided, font, option, room.width(), 1).draw(painter, place + QPointF(0, last.y()))


def _layout(text: str, font: QFont, option: QTextOption, width: int, most: int) -> QTextLayout:
    """The first lines of the text, no more of them than are seen."""
    made = QTextLayout(text, font)
    made.setCacheEnabled(True)  # else the letters are looked for again when they are drawn
    made.setTextOption(option)
    made.beginLayout()
    y = 0.0
    while made.lineCount() < most and (line := made.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
    made.endLayout()
    return made


def _draw_foot(painter: QPainter, room: QRect, row: QuoteRow, style: CardStyle, *, chosen: bool) -> None:
    """The speaker and the role; below them the source, the date and how sure the words are."""
    colours, line = style.colours, style.metrics.lineSpacing()
    muted = QColor(colours.text if chosen else colours.muted)
    first = QRect(room.left(), room.top(), room.width(), line)
    second = first.translated(0, line)
    painter.setFont(style.bold)
    painter.setPen(QColor(colours.text))
    used = _draw_line(painter, first, style.lines_of_names, row.speaker or tr("Speaker not named"))
    painter.setFont(style.font)
    mark = _draw_mark(painter, second, row, style, muted)
    painter.setPen(muted)
    if row.role:
        _draw_line(painter, first.adjusted(used + style.pad // 2, 0, 0, 0), style.lines, f"· {row.role}")
    source = row.evidence.outlet or row.evidence.source_title
    parts = (date_text(row.evidence.published), source, row.evidence.page)
    origin = ", ".join(part for part in parts if part)
    _draw_line(painter, second.adjusted(0, 0, -mark - style.pad, 0), style.lines, origin)


def _draw_mark(painter: QPainter, room: QRect, row: QuoteRow, style: CardStyle, muted: QColor) -> int:
    """How sure the words are, at the end of the line; gives back how wide it is."""
    said = quote_mark(row)
    mark, warns = style.mark(said), said.icon == "triangle-alert"
    left = max(room.left(), room.right() + 1 - mark.width)
    painter.drawPixmap(QPoint(left, room.top() + 1), mark.sign)
    painter.setPen(QColor(style.colours.tints[ProposalKind.WARNING].ink) if warns else muted)
    painter.drawStaticText(QPoint(left + room.height(), room.top()), mark.words)
    return mark.width


def _draw_line(painter: QPainter, room: QRect, lines: Lines, text: str) -> int:
    """One line in the painter's font, from the side at which it is read; gives back how wide it is."""
    line = lines.line(text, room.width())
    left = room.right() + 1 - line.width if line.from_right else room.left()
    painter.drawStaticText(QPoint(left, room.top()), line.words)
    return line.width
