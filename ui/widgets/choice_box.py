"""A choice among things that people named, at whatever length. Knows no store."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from ui.plain import plain_tip
from ui.widgets.labels import ROUNDED

LEAST_CHARACTERS, MARGIN = 12, 1
"""Of its width; and pixels that the style leaves at each side of the words."""


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

    def paintEvent(self, _: QPaintEvent) -> None:
        """Qt's own would cut the name off without a sign of it."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown_text()
        if self.currentIndex() < 0:
            muted = option.palette.brush(QPalette.ColorRole.PlaceholderText)
            option.palette.setBrush(QPalette.ColorRole.ButtonText, muted)
        painter = QStylePainter(self)
        with painter:
            painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
            painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def shown_text(self) -> str:
        """What is chosen, as far as there is room."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(part, option, field, self).width() - 2 * MARGIN + ROUNDED
        text = self.currentText() or self.placeholderText()
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
