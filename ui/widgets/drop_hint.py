"""What covers the window while something is dragged over it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from casefile.translation import tr


class DropHint(QLabel):
    """Hidden but while it is wanted; covers all of the window, as a drop counts anywhere in it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(tr("Drop to import"), window)
        self._window = window
        self.setObjectName("dropHint")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hide()

    def cover(self) -> None:
        """Covers the window."""
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
