"""Find in a text: a line that comes with Ctrl+F, counts the hits and steps through them. Knows no store."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from casefile.translation import tr
from casefile.values import Span
from ui.figures import figure
from ui.finding import MOST, find_spans, first_from
from ui.widgets.buttons import icon_button, text_button
from ui.widgets.header import bare
from ui.widgets.labels import plain_label
from ui.widgets.text_reader import TextReader

TYPING_PAUSE_MS = 120
_LINE_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QWidget):
    """Finds in one reader; out of sight until it is asked for."""

    def __init__(self, reader: TextReader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._spans: list[Span] = []
        self._current = -1
        self._begin = 0
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.line = QLineEdit(placeholderText=tr("Find in the text"), clearButtonEnabled=True)
        self.line.setAccessibleName(tr("Find in the text"))
        self.count = plain_label("", "muted")
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._lay_out()
        self._pause.timeout.connect(self._look)
        self.line.textChanged.connect(lambda _: self._pause.start())
        self.line.installEventFilter(self)
        reader.installEventFilter(self)
        reader.text_shown.connect(self._look_again)
        self.hide()

    def open(self) -> None:
        """Comes into sight with what is selected in the text, ready to be typed over."""
        selected = self._reader.selected_span
        if selected is not None and selected != self._hit():
            words = self._reader.words(selected)
            if "\n" not in words:
                self.line.setText(words)
        self._begin = selected.start if selected is not None else self._reader.first_seen
        self.show()
        self.line.setFocus()
        self.line.selectAll()
        self._look()

    def step(self, steps: int) -> None:
        """Goes to the next hit (1) or the one before (-1); without words asks for them."""
        if not self.line.text().strip():
            self.open()
            return
        if not self.isVisible():
            self.show()
        if self._pause.isActive() or not self._spans:
            self._pause.stop()
            self._look()
        elif self._spans:
            self._go_to((self._current + steps) % len(self._spans))

    def close_bar(self) -> None:
        """Goes out of sight; the hit stays selected, with the keyboard in the text."""
        self._pause.stop()
        self.hide()
        self._spans, self._current = [], -1
        self._reader.show_hits(())
        self._reader.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the line Enter and Escape are its own, whatever they mean in the view around; so is Escape in
        the text while the bar is in sight.
        """  # noqa: D205
        if isinstance(event, QKeyEvent) and self.isVisible():
            keys = _LINE_KEYS if watched is self.line else _LINE_KEYS[:1]
            if event.key() in keys and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.key() in keys and event.type() == QEvent.Type.KeyPress:
                self._press(event)
                return True
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)

    def _look(self) -> None:
        self._spans = find_spans(self._reader.text, self.line.text())
        self._current = -1
        if self._spans:
            self._go_to(first_from(self._spans, self._begin))
        else:
            self._reader.show_hits(())
            self._say()

    def _look_again(self) -> None:
        """Another text is shown: the words are looked for in it, and the text stays at its start."""
        self._begin = 0
        self._spans, self._current = [], -1
        if self.isVisible():
            self._spans = find_spans(self._reader.text, self.line.text())
            self._reader.show_hits(self._spans)
            self._say()

    def _go_to(self, place: int) -> None:
        self._current = place
        span = self._spans[place]
        self._begin = span.start
        self._reader.show_hits(self._spans)
        self._reader.select(span)
        self._say()

    def _say(self) -> None:
        """``3 of 12``, also to a screen reader."""
        found, words = len(self._spans), self.line.text().strip()
        many = f"{figure(found)}{'+' if found == MOST else ''}"
        said = (
            tr("{current} of {many}").format(current=figure(self._current + 1), many=many)
            if found
            else tr("not found")
            if words
            else ""
        )
        self.count.setText(said)
        self.count.setObjectName("wrong" if words and not found else "muted")
        self.count.style().polish(self.count)
        self.line.setAccessibleDescription(said)

    def _hit(self) -> Span | None:
        return self._spans[self._current] if 0 <= self._current < len(self._spans) else None

    def _lay_out(self) -> None:
        pad = self.fontMetrics().height() // 2
        row = QHBoxLayout(self)
        row.setContentsMargins(pad, pad // 2, pad, pad // 2)
        row.addWidget(self.line, 1)
        row.addWidget(self.count)
        row.addWidget(text_button(tr("Previous"), lambda: self.step(-1)))
        row.addWidget(text_button(tr("Next"), lambda: self.step(1)))
        row.addWidget(icon_button(tr("Close (Esc)"), "x", self.close_bar))


class FindableReader(QWidget):
    """A reader with its find bar above it, and room below."""

    def __init__(self, reader: TextReader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reader = reader
        self.finder = FindBar(reader)
        self._column = bare(QVBoxLayout(self))
        self._column.addWidget(self.finder)
        self._column.addWidget(reader, 1)
        self.setFocusProxy(reader)

    def add_below(self, widget: QWidget) -> None:
        """Puts a widget below the text."""
        self._column.addWidget(widget)
