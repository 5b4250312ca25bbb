"""A source's text, read-only and plain, with passages marked in it. Imports offsets and theme."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMargins, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QMouseEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from casefile.terms import ProposalKind
from casefile.values import Span
from ui.offsets import Offsets, shown
from ui.theme import colours_of, mark_format

LINE_CHARACTERS = 92
"""Longer lines are hard to read: what is wider becomes margin."""


@dataclass(frozen=True)
class Mark:
    """The passages of one thing; a click on any of them chooses its key."""

    key: int
    kind: ProposalKind
    spans: tuple[Span, ...]


class TextReader(QPlainTextEdit):
    """The text in a comfortable column."""

    mark_clicked = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._offsets = Offsets("")
        self._commands: Sequence[QAction] = ()
        self._marks: Sequence[Mark] = ()
        self._chosen: int | None = None
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
        self.setPlainText(shown(text))
        self.show_marks(marks)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Marks other passages in the same text."""
        self._marks = tuple(marks)
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
        point = self._offsets.to_core(self.cursorForPosition(event.position().toPoint()).position())
        hits = [
            (span.end - span.start, mark.key)
            for mark in self._marks
            for span in mark.spans
            if span.start <= point < span.end
        ]
        if hits:
            self.mark_clicked.emit(min(hits)[1])

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

    def _well_inside(self) -> bool:
        height = self.viewport().height()
        return height * 0.1 < self.cursorRect().top() < height * 0.8

    def _paint_marks(self) -> None:
        colours = colours_of(self.palette())
        ordered = sorted(self._marks, key=lambda mark: mark.key == self._chosen)
        selections = []
        for mark in ordered:
            form = mark_format(mark.kind, colours, chosen=mark.key == self._chosen)
            for span in mark.spans:
                selection = QTextEdit.ExtraSelection()
                selection.format = form
                selection.cursor = self._cursor(span)
                selections.append(selection)
        self.setExtraSelections(selections)

    def _cursor(self, span: Span) -> QTextCursor:
        start, end = self._offsets.span_to_qt(span)
        last = self.document().characterCount() - 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        return cursor
