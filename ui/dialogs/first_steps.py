"""The first steps beside the window: each says how it is done and has a button that begins it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from casefile.translation import tr
from ui.dialogs.sheet import close_buttons, sheet_area, size_to
from ui.first_steps import FIRST_STEPS
from ui.widgets.buttons import text_button
from ui.widgets.labels import plain_label

WIDTH_CHARACTERS, HEIGHT_LINES = 112, 42


class FirstStepsDialog(QDialog):
    """Stays open while the steps are taken; the window comes forward for each."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("First steps"))
        self._actions = actions
        self.steps = QWidget()
        grid = QGridLayout(self.steps)
        grid.setHorizontalSpacing(self.fontMetrics().height())
        grid.setColumnStretch(0, 1)
        for number, step in enumerate(FIRST_STEPS):
            grid.addWidget(plain_label(f"{number + 1}. {tr(step.title)}", "heading"), number * 3, 0)
            grid.addWidget(plain_label(tr(step.text), wrap=True), number * 3 + 1, 0)
            grid.addWidget(self._button(step.command), number * 3, 1, 2, 1, Qt.AlignmentFlag.AlignTop)
            grid.setRowMinimumHeight(number * 3 + 2, self.fontMetrics().height() // 2)
        grid.setRowStretch(len(FIRST_STEPS) * 3, 1)
        self._lay_out()

    def _button(self, name: str) -> QWidget:
        action = self._actions[name]
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        text = f"{action.text()} ({keys})" if keys else action.text()
        button = text_button(text, lambda: self._take(action))
        button.setAutoDefault(False)
        button.setToolTip(action.statusTip())
        return button

    def _take(self, action: QAction) -> None:
        window = self.parentWidget()
        if window is not None:
            window.activateWindow()
        QTimer.singleShot(0, action.trigger)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(sheet_area(tr("First steps"), self.steps), 1)
        column.addWidget(close_buttons(self))
        size_to(self, WIDTH_CHARACTERS, HEIGHT_LINES)
