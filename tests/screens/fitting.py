"""Whether what is visible of a window fits: no text cut off, nothing on top of its neighbour.

A text that is elided counts as fitting where a tool tip has all of it.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitterHandle,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QToolTip,
    QWidget,
)

SLACK = 1
"""Pixels that rounding may take."""
_ONE_LINE = Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextSingleLine


def problems(root: QWidget) -> list[str]:
    """What is cut off and what overlaps below the widget, each in a line; empty where all is well."""
    shown = [root, *(child for child in root.findChildren(QWidget) if _is_seen(child))]
    found = [f"{_name(widget)}: {problem}" for widget in shown for problem in _cut_off(widget)]
    found += [problem for widget in shown for problem in _overlaps(widget)]
    return found


def _is_seen(widget: QWidget) -> bool:
    return widget.isVisible() and not widget.visibleRegion().isEmpty()


def _cut_off(widget: QWidget) -> Iterable[str]:
    match widget:
        case QLabel():
            return _label(widget)
        case QTabBar():
            return _tabs(widget)
        case QHeaderView():
            return _sections(widget)
        case QAbstractButton():
            return _button(widget)
        case QComboBox():
            return _choice(widget)
        case QLineEdit():
            return _line(widget)
        case _:
            return ()


def _label(label: QLabel) -> Iterator[str]:
    if not label.text() or not label.pixmap().isNull():
        return
    room = label.contentsRect().adjusted(label.margin(), label.margin(), -label.margin(), -label.margin())
    text = label.text()
    if label.textFormat() is Qt.TextFormat.RichText:
        document = QTextDocument()
        document.setDefaultFont(label.font())
        document.setHtml(text)
        text = document.toPlainText()
    # A label that names another widget shows the letter after an ampersand underlined.
    mnemonic = Qt.TextFlag.TextShowMnemonic if label.buddy() is not None else Qt.TextFlag(0)
    if label.wordWrap():
        flags = Qt.TextFlag.TextWordWrap | mnemonic
        needed = label.fontMetrics().boundingRect(QRect(0, 0, room.width(), 10_000), flags, text)
    else:
        needed = label.fontMetrics().boundingRect(QRect(0, 0, 10_000, 10_000), mnemonic, text)
    if not _fits(needed.width(), room.width()) and label.text() not in _plain(label.toolTip()):
        yield f"{text!r} needs {needed.width()} of {room.width()} pixels"
    if not _fits(needed.height(), room.height()):
        yield f"{text!r} needs {needed.height()} pixels of height and has {room.height()}"


def _button(button: QAbstractButton) -> Iterator[str]:
    if not button.text() or (
        isinstance(button, QToolButton)
        and button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
        and not button.icon().isNull()
    ):
        return
    metrics = button.fontMetrics()
    needed, room = metrics.size(_ONE_LINE, button.text()), button.contentsRect().size()
    if isinstance(button, QPushButton):
        option = QStyleOptionButton()
        button.initStyleOption(option)
        part = QStyle.SubElement.SE_PushButtonContents
        room = button.style().subElementRect(part, option, button).size()
    wide = needed.width() + (0 if button.icon().isNull() else button.iconSize().width())
    if not _fits(wide, room.width()) and button.text() not in _plain(button.toolTip()):
        yield f"{button.text()!r} needs {wide} of {room.width()} pixels"
    if not _fits(needed.height(), button.contentsRect().height()):
        yield f"{button.text()!r} needs {needed.height()} pixels of height and has {room.height()}"


def _tabs(bar: QTabBar) -> Iterator[str]:
    for place in range(bar.count()):
        rect, text = bar.tabRect(place), bar.tabText(place)
        if not bar.isTabVisible(place):
            continue
        needed = bar.fontMetrics().size(_ONE_LINE, text).width()
        # Tabs that do not all have room are scrolled, with arrows; the current one is always in sight.
        scrolled = any(arrow.isVisible() for arrow in bar.findChildren(QToolButton))
        if scrolled and place != bar.currentIndex():
            continue
        if not bar.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(rect):
            yield f"the tab {text!r} is out of sight"
        elif not _fits(needed, rect.width()) and text not in bar.tabToolTip(place):
            yield f"the tab {text!r} needs {needed} of {rect.width()} pixels"


def _sections(header: QHeaderView) -> Iterator[str]:
    if header.orientation() is not Qt.Orientation.Horizontal or header.model() is None:
        return
    for section in range(header.count()):
        text = str(header.model().headerData(section, header.orientation()) or "")
        # The header's own measure of what a section needs has its padding and the arrow of sorting in it.
        needed, room = header.sectionSizeHint(section), header.sectionSize(section)
        if header.isSectionHidden(section) or not text or _fits(needed, room):
            continue
        bare = header.fontMetrics().horizontalAdvance(text)
        padding = needed - bare
        if _fits(bare, room - padding // 2) or text in _header_tip(header, section):
            continue
        yield f"the heading {text!r} needs {needed} of {room} pixels"


def _header_tip(header: QHeaderView, section: int) -> str:
    """The heading's tool tip: the model's, or what the header itself shows when the pointer rests on it."""
    said = str(header.model().headerData(section, header.orientation(), Qt.ItemDataRole.ToolTipRole) or "")
    if said:
        return said
    spot = QPoint(header.sectionViewportPosition(section) + 2, header.height() // 2)
    QToolTip.hideText()
    event = QHelpEvent(QEvent.Type.ToolTip, spot, header.viewport().mapToGlobal(spot))
    QApplication.sendEvent(header.viewport(), event)
    shown = QToolTip.text() if QToolTip.isVisible() else ""
    QToolTip.hideText()
    return shown


def _choice(choice: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    field = choice.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, choice)
    needed = choice.fontMetrics().horizontalAdvance(choice.currentText())
    if not _fits(needed, field.width()) and choice.currentText() not in _plain(choice.toolTip()):
        yield f"{choice.currentText()!r} needs {needed} of {field.width()} pixels"


def _line(line: QLineEdit) -> Iterator[str]:
    if line.text():
        return  # A line is moved along with the cursor.
    needed, room = line.fontMetrics().horizontalAdvance(line.placeholderText()), line.contentsRect().width()
    if not _fits(needed, room) and line.placeholderText() not in _plain(line.toolTip()):
        yield f"{line.placeholderText()!r} needs {needed} of {room} pixels"
    if not _fits(QFontMetrics(line.font()).height(), line.contentsRect().height()):
        yield f"is {line.contentsRect().height()} pixels high"


def _overlaps(parent: QWidget) -> Iterator[str]:
    """Children that lie on one another, or that stick out of their parent and are cut off there."""
    # What scrolls has its bars and corner on top of it by its own rules.
    scrolls = isinstance(parent, QAbstractScrollArea)
    children = [
        child
        for child in parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if child.isVisible() and not child.isWindow() and not isinstance(child, QSplitterHandle)
    ]
    if not scrolls and not isinstance(parent, QTabBar | QLineEdit | QComboBox):
        for one, other in combinations(children, 2):
            common = one.geometry().intersected(other.geometry())
            if common.width() > SLACK and common.height() > SLACK:
                yield f"{_name(one)} and {_name(other)} overlap by {common.width()} x {common.height()}"
    if not scrolls and not isinstance(parent.parentWidget(), QAbstractScrollArea):
        frame = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
        yield from (
            f"{_name(child)} sticks out of {_name(parent)}"
            for child in children
            if not frame.contains(child.geometry()) and not child.geometry().isEmpty()
        )


def _fits(needed: int, room: int) -> bool:
    return needed <= room + SLACK


def _plain(tip: str) -> str:
    return " ".join(tip.replace("‹", "<").replace("›", ">").split())


def _name(widget: QWidget) -> str:
    """How a person finds the widget: its class, its name, and where it is."""
    own = widget.accessibleName() or widget.objectName()
    text = getattr(widget, "text", None)
    if not own and callable(text):
        own = str(text())[:30]
    parent = widget.parentWidget()
    while not own and parent is not None:
        own = f"in {parent.accessibleName()}" if parent.accessibleName() else ""
        parent = parent.parentWidget()
    return f"{type(widget).__name__} {own!r}"
