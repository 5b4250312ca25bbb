"""What dialogs that are read rather than filled in have in common: size, scrolled sheet, Close."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QScrollArea, QWidget

MOST_OF_SCREEN = 0.9


def size_to(dialog: QDialog, characters: int, lines: int) -> None:
    """Makes room for so many characters and lines, as far as the screen has it."""
    metrics = dialog.fontMetrics()
    wanted = QSize(metrics.averageCharWidth() * characters, metrics.lineSpacing() * lines)
    dialog.resize(wanted.boundedTo(dialog.screen().availableSize() * MOST_OF_SCREEN))


def sheet_area(name: str, content: QWidget) -> QScrollArea:
    """The content as wide as there is room, scrolled up and down; ``name`` is for a screen reader."""
    area = QScrollArea()
    area.setObjectName("sheet")
    area.setAccessibleName(name)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    return area


def close_buttons(dialog: QDialog) -> QDialogButtonBox:
    """A row with Close, to which more may be added."""
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
    buttons.rejected.connect(dialog.reject)
    return buttons
