"""Widgets side by side, line after line: the layout is as high as they are, whatever changes."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.flow_layout import FlowLayout


def test_its_height_follows_what_changes_in_it(qtbot: QtBot) -> None:
    outer, box = QWidget(), QWidget()
    qtbot.addWidget(outer)
    flow = FlowLayout(box, 4)
    column = QVBoxLayout(outer)
    column.addWidget(box)
    column.addStretch()
    buttons = [QPushButton(f"Button {number}") for number in range(8)]
    for button in buttons:
        flow.addWidget(button)
    outer.resize(300, 600)
    outer.show()

    def height_after(change: Callable[[], object]) -> int:
        change()
        for _ in range(3):
            QApplication.processEvents()
        seen = [button for button in buttons if button.isVisible()]
        assert flow.heightForWidth(box.width()) == max(button.geometry().bottom() + 1 for button in seen)
        return flow.heightForWidth(box.width())

    def show(*, shown: bool) -> None:
        for button in buttons[:4]:
            button.setVisible(shown)

    at_first = height_after(box.update)
    assert height_after(lambda: show(shown=False)) < at_first
    assert height_after(lambda: show(shown=True)) == at_first
    assert height_after(lambda: buttons[1].setText("A text that takes a line for itself")) > at_first
    assert height_after(lambda: buttons[1].setText("Button 1")) == at_first
    assert height_after(lambda: outer.setStyleSheet("QPushButton { padding: 20px; }")) > at_first * 2
    assert height_after(lambda: outer.resize(2_000, 600)) < at_first * 2
    before = flow.heightForWidth(100)

    def take_out() -> None:
        flow.takeAt(7)
        buttons.pop().hide()

    height_after(take_out)
    assert flow.heightForWidth(100) < before
