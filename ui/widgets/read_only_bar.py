"""The quiet strip that says that the store is only read, and why. It stays as long as that is so."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from casefile.translation import tr
from ui.icons import SIZE, pixmap
from ui.plain import plain_tip
from ui.widgets.buttons import text_button
from ui.widgets.labels import plain_label


class ReadOnlyBar(QFrame):
    """Hidden while the store can be written to."""

    again_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readOnlyBar")
        self.setAccessibleName(tr("Read only"))
        self._picture = QLabel()
        self._text = plain_label("", wrap=True)
        row = QHBoxLayout(self)
        pad = self.fontMetrics().height() // 2
        row.setContentsMargins(pad, pad // 2, pad, pad // 2)
        row.addWidget(self._picture)
        row.addWidget(self._text, 1)
        row.addWidget(text_button(tr("Try again"), self.again_wanted.emit))
        row.addWidget(text_button(tr("Save a copy…"), self.copy_wanted.emit))
        self.hide()

    @property
    def text(self) -> str:
        """What the strip says."""
        return self._text.text()

    def show_refusal(self, refusal: str, advice: str) -> None:
        """Says why the store cannot be written to, or goes where it can (``""``)."""
        self._text.setText(refusal)
        self._text.setAccessibleName(refusal)
        self._text.setAccessibleDescription(advice)
        self._text.setToolTip(plain_tip(advice))
        self._picture.setPixmap(pixmap("info", SIZE, self.devicePixelRatioF()))
        self.setVisible(bool(refusal))
