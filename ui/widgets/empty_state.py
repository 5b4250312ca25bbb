"""What a view shows while there is nothing in it: what it is for, and how to begin."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.icons import pixmap
from ui.widgets.labels import plain_label

_ICON_SIZE = 40
_LINE_CHARACTERS = 58


class EmptyState(QWidget):
    """An icon, a heading and a sentence in the middle of the view."""

    def __init__(self, icon_name: str, heading: str, advice: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("emptyState")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon_name = icon_name
        self._picture = QLabel()
        self._heading = plain_label(heading, "heading", wrap=True)
        self._advice = plain_label(advice, "muted", wrap=True)
        column = self._column = QVBoxLayout(self)
        column.addStretch(2)
        for label in (self._picture, self._heading, self._advice):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch(3)
        self._draw()

    def say(self, heading: str, advice: str) -> None:
        """Other words, for instance when a filter leaves nothing."""
        self._heading.setText(heading)
        self._advice.setText(advice)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the lines short enough to be read at a glance."""
        super().resizeEvent(event)
        pad = self.fontMetrics().height()
        line = self.fontMetrics().averageCharWidth() * _LINE_CHARACTERS
        side = max(pad, (self.width() - line) // 2)
        self._column.setContentsMargins(side, pad, side, pad)

    def changeEvent(self, event: QEvent) -> None:
        """The icon follows the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        self._picture.setPixmap(pixmap(self._icon_name, _ICON_SIZE, self.devicePixelRatioF()))
