"""How a question is put: window-modal, gone when answered, never blocking the program."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog


def ask(dialog: QDialog) -> None:
    """Shows the dialog; its signals tell what became of it."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
