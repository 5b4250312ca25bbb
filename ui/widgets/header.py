"""The strip above a view: a title, where it comes from, and what can be done with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.labels import ElidedLabel


class HeaderBar(QWidget):
    """One line or two of text, and widgets after it (or before, with ``lead``)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = ElidedLabel("", "heading")
        self._origin = ElidedLabel("", "muted")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._origin)
        pad = self.fontMetrics().height() // 2
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(pad, pad // 2, pad, pad // 2)
        self._row.addLayout(words, 1)
        self._origin.hide()

    def show_words(self, title: str, origin: str = "") -> None:
        """Shows another title, and below it where it comes from."""
        self._title.show_text(title)
        self._origin.show_text(origin)
        self._origin.setVisible(bool(origin))

    def lead(self, widget: QWidget) -> None:
        """Puts a widget before the words."""
        self._row.insertWidget(0, widget)

    def add(self, widget: QWidget) -> None:
        """Puts a widget after the words."""
        self._row.addWidget(widget)


def bare(layout: QBoxLayout) -> QBoxLayout:
    """The layout without margins and gaps."""
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
