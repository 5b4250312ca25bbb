"""How a question is put: window-modal, gone when answered, never blocking the program."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton


def make_default(buttons: QDialogButtonBox, wanted: QPushButton) -> None:
    """Enter presses this button or, while it cannot be pressed, none: Qt would press Cancel then.

    The buttons have to be in the dialog already: it keeps no default that came from elsewhere.
    """
    for button in buttons.buttons():
        if isinstance(button, QPushButton):
            button.setAutoDefault(False)
    wanted.setDefault(True)


def ask(dialog: QDialog) -> None:
    """Shows the dialog; its signals tell what became of it."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
