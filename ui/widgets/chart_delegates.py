"""How figures and bars are drawn: colours by the palette, sizes by the font. Imports lines, no store."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from casefile.terms import ProposalKind
from ui.dashboard_lines import Line
from ui.icons import icon
from ui.theme import colours_of
from ui.widgets.labels import ROUNDED

LINE = Qt.ItemDataRole.UserRole
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter
_LARGE = 1.35


class ChartDelegate(QStyledItemDelegate):
    """What all drawings have in common: ground, focus, text that ends in an ellipsis where it has no room."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.size = QSize()
        """Of every item."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As the list gave it."""
        return self.size

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draws the line; a frame shows the cursor of the list that has the keyboard."""
        line = index.data(LINE)
        if not isinstance(line, Line):
            return
        area, pad = QRect(option.rect), option.fontMetrics.height() // 3
        painter.save()
        painter.setFont(option.font)
        if line.way is not None and option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, option.palette.color(QPalette.ColorRole.AlternateBase))
        self.draw(painter, option, line, area.adjusted(pad, pad // 2, -pad, -pad // 2))
        view = option.widget
        if isinstance(view, QAbstractItemView) and view.hasFocus() and view.currentIndex() == index:
            painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Link), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -2, -2))
        painter.restore()

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, line: Line, area: QRect) -> None:
        """Draws the line into the area."""
        raise NotImplementedError


class TileDelegate(ChartDelegate):
    """A key figure: what it is, the figure, what belongs to it."""

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, line: Line, area: QRect) -> None:
        """Three lines of text."""
        height = option.fontMetrics.height()
        large = QFont(option.font)
        large.setPointSizeF(option.font.pointSizeF() * _LARGE)
        large.setWeight(QFont.Weight.DemiBold)
        figures = QFontMetrics(large)
        spare = max(0, area.height() - 2 * height - figures.height())
        name = QRect(area.left(), area.top() + spare // 2, area.width(), height)
        _write(painter, name, line.name, _muted(option))
        figure = QRect(area.left(), name.bottom(), area.width(), figures.height())
        if line.is_alert:
            side = height
            icon("triangle-alert").paint(
                painter, QRect(figure.left(), figure.center().y() - side // 2, side, side)
            )
            figure.setLeft(figure.left() + side + side // 3)
        fits = figures.horizontalAdvance(line.value) <= figure.width()
        painter.setFont(large)
        ink = _warning(option) if line.is_alert else _text(option)
        _write(painter, figure, line.value if fits else line.short or line.value, ink)
        painter.setFont(option.font)
        note = QRect(area.left(), figure.bottom(), area.width(), height)
        fits = option.fontMetrics.horizontalAdvance(line.note) <= note.width()
        _write(painter, note, line.note if fits else line.short_note or line.note, _muted(option))


class ColumnDelegate(ChartDelegate):
    """A period: a frame as high as what was imposed, filled as high as what stands."""

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, line: Line, area: QRect) -> None:
        """The bar with its value above and its period below."""
        height = option.fontMetrics.height()
        label = QRect(area.left(), area.bottom() - height, area.width(), height)
        room = area.adjusted(0, height, 0, -height - height // 4)
        base = room.bottom()
        painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Mid), 1))
        painter.drawLine(option.rect.left(), base + 1, option.rect.right(), base + 1)
        wide = min(room.width(), 3 * height)
        left = room.center().x() - wide // 2
        top = base
        if line.imposed or line.standing:
            tall, solid = (
                max(2, round(room.height() * part)) if part else 0 for part in (line.imposed, line.standing)
            )
            frame = QRect(left, base - tall + 1, wide, tall)
            painter.fillRect(frame, option.palette.color(QPalette.ColorRole.Highlight))
            painter.fillRect(
                QRect(left, base - solid + 1, wide, solid), option.palette.color(QPalette.ColorRole.Link)
            )
            if tall:
                painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Link), 1))
                painter.drawRect(frame.adjusted(0, 0, -1, -1))
            top = base - max(tall, solid)
        if option.fontMetrics.horizontalAdvance(line.value) <= area.width():
            value = QRect(area.left(), top - height, area.width(), height)
            _write(painter, value, line.value, _text(option), _CENTRE)
        _write(painter, label, _label(line.name, option, area.width()), _muted(option), _CENTRE)


class BarDelegate(ChartDelegate):
    """An entry of two lines: name and value, below a bar and a note."""

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, line: Line, area: QRect) -> None:
        """The name takes what the value leaves, the bar what the note leaves."""
        height, metrics = option.fontMetrics.height(), option.fontMetrics
        top = area.top() + max(
            0, (area.height() - (2 * height if line.note or line.standing else height)) // 2
        )
        upper = QRect(area.left(), top, area.width(), height)
        lower = upper.translated(0, height)
        used = min(metrics.horizontalAdvance(line.value), area.width() // 2)
        value = QRect(upper.right() - used, upper.top(), used + 1, height)
        leads_on = line.way is not None and not line.value and not line.note
        _write(painter, upper.adjusted(0, 0, -used - height // 2, 0), line.name,
               option.palette.color(QPalette.ColorRole.Link) if leads_on else
               _text(option) if line.way or line.value else _muted(option))  # fmt: skip
        _write(painter, value, line.value, _muted(option), _RIGHT)
        if not line.standing:
            _write(painter, lower, line.note, _muted(option))
            return
        taken = min(metrics.horizontalAdvance(line.note), lower.width() * 2 // 3)
        _write(
            painter,
            QRect(lower.right() - taken, lower.top(), taken + 1, height),
            line.note,
            _muted(option),
            _RIGHT,
        )
        room = (
            lower.width() * 3 // 5
            if taken <= lower.width() * 2 // 5 - height
            else lower.width() - taken - height
        )
        bar = QRect(
            lower.left(), lower.top() + height // 3, max(3, round(room * line.standing)), height * 2 // 5
        )
        painter.fillRect(bar, option.palette.color(QPalette.ColorRole.Link))


def _label(name: str, option: QStyleOptionViewItem, width: int) -> str:
    """The period as long as there is room for it: ``Q2 2024``, ``Q2``; ``2024``, ``’24``."""
    shorter = name.split(" ", maxsplit=1)[0] if " " in name else f"’{name[2:]}"
    return name if option.fontMetrics.horizontalAdvance(name) <= width else shorter


def _write(painter: QPainter, area: QRect, text: str, ink: QColor, where: Qt.AlignmentFlag = _LEFT) -> None:
    painter.setPen(ink)
    shown = painter.fontMetrics().elidedText(
        " ".join(text.split()), Qt.TextElideMode.ElideRight, area.width() + ROUNDED
    )
    painter.drawText(area, where.value | Qt.TextFlag.TextSingleLine.value, shown)


def _text(option: QStyleOptionViewItem) -> QColor:
    return option.palette.color(QPalette.ColorRole.Text)


def _muted(option: QStyleOptionViewItem) -> QColor:
    return option.palette.color(QPalette.ColorRole.PlaceholderText)


def _warning(option: QStyleOptionViewItem) -> QColor:
    return QColor(colours_of(option.palette).tints[ProposalKind.WARNING].ink)
