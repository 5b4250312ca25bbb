"""A choice among things that people named, at whatever length. Knows no store."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QWidget

from ui.plain import plain_tip

LEAST_CHARACTERS = 12


class ChoiceBox(QComboBox):
    """No wider than its place, however long what is chosen: the tool tip says all of it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LEAST_CHARACTERS)

    def event(self, event: QEvent) -> bool:
        """What is chosen is looked at when somebody asks for it."""
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(plain_tip(self.currentText()))
        return super().event(event)
