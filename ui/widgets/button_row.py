"""Buttons side by side, or one below the other where there is no room."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QWidget

from ui.widgets.header import bare


class ButtonRow(QWidget):
    """As narrow as its widest button."""

    def __init__(self, buttons: Sequence[QAbstractButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = buttons
        self._box = bare(QBoxLayout(QBoxLayout.Direction.TopToBottom, self))
        self._box.setSpacing(self.fontMetrics().height() // 4)
        for button in buttons:
            self._box.addWidget(button)
        self._box.addStretch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One row where all fit beside each other."""
        super().resizeEvent(event)
        gaps = self._box.spacing() * (len(self._buttons) - 1)
        wanted = sum(button.sizeHint().width() for button in self._buttons) + gaps
        beside = wanted <= self.width()
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._box.direction() != way:
            self._box.setDirection(way)
            # Side by side they would ask for the width of all: then the row could never be narrower again.
            self._box.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
            self.setMinimumWidth(max(button.sizeHint().width() for button in self._buttons))
            self.updateGeometry()
