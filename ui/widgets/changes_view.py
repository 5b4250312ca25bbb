"""What changed between two versions of a text, told by colours and by lines. Knows no store."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from casefile.store.differences import Change, Piece
from casefile.translation import N_, tr
from ui.offsets import shown
from ui.theme import Colours, colours_of
from ui.widgets.header import bare
from ui.widgets.text_reader import TextReader

_WORDS = N_("Underlined: new in this version. Struck through: no longer in it.")
_UNCHANGED = N_("Nothing but blanks or the order of bytes changed.")


class ChangesView(QWidget):
    """One text of both versions: what is new is underlined, what is gone is struck through."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Changes since the earlier version"))
        self.text = TextReader(tr("Changes since the earlier version"))
        self.explanation = QLabel(tr(_WORDS))
        self.explanation.setTextFormat(Qt.TextFormat.PlainText)
        self.explanation.setObjectName("muted")
        pad = self.fontMetrics().height() // 2
        self.explanation.setContentsMargins(pad, pad // 2, pad, pad // 2)
        self._pieces: Sequence[Piece] = ()
        column = bare(QVBoxLayout(self))
        column.addWidget(self.explanation)
        column.addWidget(self.text, 1)
        self.setFocusProxy(self.text)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Shows both texts as one, from the first change on."""
        self._pieces = pieces
        first = self._write()
        self.explanation.setText(tr(_UNCHANGED if first is None else _WORDS))
        cursor = self.text.textCursor()
        cursor.setPosition(first or 0)
        self.text.setTextCursor(cursor)
        self.text.centerCursor()

    def changeEvent(self, event: QEvent) -> None:
        """The colours follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._pieces:
            place = self.text.verticalScrollBar().value()
            self._write()
            self.text.verticalScrollBar().setValue(place)

    def _write(self) -> int | None:
        """Writes the text; gives back where its first change begins."""
        colours, first = colours_of(self.palette()), None
        self.text.clear()
        cursor = QTextCursor(self.text.document())
        cursor.beginEditBlock()
        for piece in self._pieces:
            if first is None and piece.change is not Change.SAME:
                first = cursor.position()
            cursor.insertText(shown(piece.text), change_format(piece.change, colours))
        cursor.endEditBlock()
        return first


def change_format(change: Change, colours: Colours) -> QTextCharFormat:
    """How a stretch is shown: by its colours and by a line."""
    form = QTextCharFormat()
    if change is Change.SAME:
        return form
    tint = colours.inserted if change is Change.INSERTED else colours.removed
    form.setBackground(QColor(tint.ground))
    form.setForeground(QColor(tint.ink))
    form.setFontUnderline(change is Change.INSERTED)
    form.setFontStrikeOut(change is Change.REMOVED)
    return form
