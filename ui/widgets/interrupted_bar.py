"""The quiet strip that says that an import was interrupted, until somebody continues or dismisses it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from casefile.store.rows import BatchRow
from casefile.translation import tr
from ui.icons import SIZE, pixmap
from ui.notices import interrupted_words
from ui.widgets.buttons import text_button
from ui.widgets.labels import plain_label


class InterruptedBar(QFrame):
    """Hidden while no import waits to be continued."""

    continue_wanted = Signal(object)
    """The :class:`BatchRow` that is shown."""
    dismiss_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("interruptedBar")
        self.setAccessibleName(tr("Interrupted import"))
        self._batch: BatchRow | None = None
        self._picture = QLabel()
        self._text = plain_label("", wrap=True)
        row = QHBoxLayout(self)
        pad = self.fontMetrics().height() // 2
        row.setContentsMargins(pad, pad // 2, pad, pad // 2)
        row.addWidget(self._picture)
        row.addWidget(self._text, 1)
        row.addWidget(text_button(tr("Continue"), lambda: self.continue_wanted.emit(self._batch)))
        row.addWidget(text_button(tr("Leave the rest"), lambda: self.dismiss_wanted.emit(self._batch)))
        self.hide()

    @property
    def text(self) -> str:
        """What the strip says."""
        return self._text.text()

    def show_batch(self, batch: BatchRow | None) -> None:
        """Says how much of the import is left, or goes (None)."""
        self._batch = batch
        words = interrupted_words(batch) if batch is not None else ""
        self._text.setText(words)
        self._text.setAccessibleName(words)
        self._picture.setPixmap(pixmap("info", SIZE, self.devicePixelRatioF()))
        self.setVisible(batch is not None)
