"""A source's text, read-only and plain, with passages marked in it. Imports directions, offsets and theme."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMargins, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextDocumentLayout, QPlainTextEdit, QTextEdit, QToolTip, QWidget

from casefile.terms import ProposalKind
from casefile.values import Span
from ui.directions import SidedLayout, has_right_to_left
from ui.offsets import Offsets, shown
from ui.plain import plain_tip
from ui.theme import colours_of, hit_format, mark_format

LINE_CHARACTERS = 92
"""Longer lines are hard to read: what is wider becomes margin."""
MOST_PAINTED = 400
"""Of more passages and hits only those near what is seen are painted."""


@dataclass(frozen=True)
class Mark:
    """The passages of one thing; a click on any of them chooses its key."""

    key: int
    kind: ProposalKind
    spans: tuple[Span, ...]
    about: str = ""
    """What the tool tip over them says."""


class TextReader(QPlainTextEdit):
    """The text in a comfortable column."""

    mark_clicked = Signal(int)
    text_shown = Signal()
    """Another text is there."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._offsets = Offsets("")
        self._commands: Sequence[QAction] = ()
        self._marks: Sequence[Mark] = ()
        self._hits: Sequence[Span] = ()
        self._chosen: int | None = None
        self._painted: Span | None = None
        self.setObjectName("reader")
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() + 1)
        self.setFont(font)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._scrolled())

    @property
    def text(self) -> str:
        """What is shown, as the core has it."""
        return self._text

    @property
    def first_seen(self) -> int:
        """Where the part of the text that is in sight begins."""
        return self._offsets.to_core(self.cursorForPosition(QPoint(0, 0)).position())

    @property
    def selected_span(self) -> Span | None:
        """What is selected, without the blanks around it; None where that is nothing."""
        cursor = self.textCursor()
        start, end = (
            self._offsets.to_core(unit) for unit in (cursor.selectionStart(), cursor.selectionEnd())
        )
        words = self._text[start:end]
        start += len(words) - len(words.lstrip())
        end = start + len(words.strip())
        return Span(start, end) if start < end else None

    def words(self, span: Span) -> str:
        """The text of the span."""
        return self._text[span.start : span.end]

    def take_commands(self, commands: Sequence[QAction]) -> None:
        """What can be done with the selected words, at the head of the reader's own menu."""
        self._commands = tuple(commands)

    def show_text(self, text: str, marks: Sequence[Mark] = ()) -> None:
        """Shows another text from its start."""
        self._text = text
        self._offsets = Offsets(text)
        self._chosen = None
        self._hits = ()
        self._marks = ()
        self._take_layout(sided=has_right_to_left(text))
        self.setPlainText(shown(text))
        self.show_marks(marks)
        self.text_shown.emit()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Marks other passages in the same text."""
        self._marks = tuple(marks)
        self._paint_marks()

    def show_hits(self, hits: Sequence[Span]) -> None:
        """Marks what was found, above the passages."""
        self._hits = hits
        self._paint_marks()

    def choose(self, key: int) -> None:
        """Sets the key's passages off from the others and brings the first into sight."""
        self._chosen = key
        self._paint_marks()
        mark = next((mark for mark in self._marks if mark.key == key), None)
        if mark is not None and mark.spans:
            self.scroll_to(mark.spans[0])

    def scroll_to(self, span: Span) -> None:
        """Puts the cursor at the passage and the passage into the middle."""
        cursor = self.textCursor()
        cursor.setPosition(self._offsets.to_qt(span.start))
        self.setTextCursor(cursor)
        if not self.viewport().rect().contains(self.cursorRect()) or not self._well_inside():
            self.centerCursor()

    def select(self, span: Span) -> None:
        """Selects the passage and brings it into sight."""
        self.scroll_to(span)
        self.setTextCursor(self._cursor(span))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the column from growing too wide; the margins first, so that the text wraps within them."""
        line = self.fontMetrics().averageCharWidth() * LINE_CHARACTERS
        pad = self.fontMetrics().height()
        side = max(pad, (self.width() - line) // 2)
        margins = QMargins(side, pad // 2, side, 0)
        if self.viewportMargins() != margins:
            self.setViewportMargins(margins)
        super().resizeEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click that selects nothing chooses the passage under it."""
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        hit = self._mark_at(event.position().toPoint())
        if hit is not None:
            self.mark_clicked.emit(hit.key)

    def viewportEvent(self, event: QEvent) -> bool:
        """The tool tip says what the passage under the pointer is evidence of."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            hit = self._mark_at(event.pos())
            words = hit.about if hit is not None else ""
            QToolTip.showText(event.globalPos(), plain_tip(words), self)
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Copying and selecting, after what can be done with the selected words."""
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first = next(iter(menu.actions()), None)
        if self._commands and first is not None:
            menu.insertActions(first, self._commands)
            menu.insertSeparator(first)
        menu.popup(event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        """The marks follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_marks()

    def _take_layout(self, *, sided: bool) -> None:
        document = self.document()
        if sided == isinstance(document.documentLayout(), SidedLayout):
            return
        self.clear()
        document.setDocumentLayout((SidedLayout if sided else QPlainTextDocumentLayout)(document))
        for mode in (QPlainTextEdit.LineWrapMode.NoWrap, QPlainTextEdit.LineWrapMode.WidgetWidth):
            self.setLineWrapMode(mode)  # which tells the new one how wide the text is

    def _well_inside(self) -> bool:
        height = self.viewport().height()
        return height * 0.1 < self.cursorRect().top() < height * 0.8

    def _mark_at(self, place: QPoint) -> Mark | None:
        """The shortest passage under the place belongs to this."""
        point = self._offsets.to_core(self.cursorForPosition(place).position())
        found = [
            (span.end - span.start, number)
            for number, mark in enumerate(self._marks)
            for span in mark.spans
            if span.start <= point < span.end
        ]
        return self._marks[min(found)[1]] if found else None

    def _scrolled(self) -> None:
        seen = self._seen()
        if self._painted is not None and not self._painted.contains(seen):
            self._paint_marks()

    def _seen(self) -> Span:
        """What is in sight; at least one code point."""
        start = self.first_seen
        corner = self.viewport().rect().bottomRight()
        end = self._offsets.to_core(self.cursorForPosition(corner).position())
        return Span(start, max(end, start + 1))

    def _paint_marks(self) -> None:
        colours = colours_of(self.palette())
        near = self._painted = self._near()
        forms = {
            (kind, chosen): mark_format(kind, colours, chosen=chosen)
            for kind in ProposalKind
            for chosen in (False, True)
        }
        ordered = sorted(self._marks, key=lambda mark: mark.key == self._chosen)
        painted = [
            (span, forms[mark.kind, mark.key == self._chosen])
            for mark in ordered
            for span in mark.spans
            if near is None or span.overlaps(near)
        ]
        found = hit_format(colours)
        painted += [(span, found) for span in self._hits if near is None or span.overlaps(near)]
        self.setExtraSelections([self._selection(span, form) for span, form in painted])

    def _near(self) -> Span | None:
        """What is seen and as much before and after it; None where all can be painted."""
        if sum(len(mark.spans) for mark in self._marks) + len(self._hits) <= MOST_PAINTED:
            return None
        seen = self._seen()
        around = seen.end - seen.start
        return Span(max(0, seen.start - around), seen.end + around)

    def _selection(self, span: Span, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.format = form
        selection.cursor = self._cursor(span)
        return selection

    def _cursor(self, span: Span) -> QTextCursor:
        start, end = self._offsets.span_to_qt(span)
        last = self.document().characterCount() - 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        return cursor
