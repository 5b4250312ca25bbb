"""What a view shows while there is nothing in it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.empty_state import EmptyState

STEPS = {"open_demo": "Open the demonstration's case file", "begin_empty": "Begin with a store that is empty"}


def test_buttons_are_read_whole_beside_few_words(qtbot: QtBot) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    state = EmptyState("inbox", "Welcome", "Begin.", *STEPS, parent=pane)
    state.take_commands({name: QAction(text, state) for name, text in STEPS.items()})
    pane.resize(600, 400)
    state.resize(600, 400)
    pane.show()
    QCoreApplication.sendPostedEvents()  # the layout of the words follows the size of the view
    assert [button.text() for button in state.buttons] == list(STEPS.values())
    assert not [button.text() for button in state.buttons if button.width() < button.sizeHint().width()]
