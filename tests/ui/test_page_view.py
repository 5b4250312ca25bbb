"""Pages one below the other, as large as the room allows and reading needs."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.page_view import LARGEST, PageView

A4 = (595.0, 842.0)


@pytest.mark.parametrize("width", [500, 2_400])
def test_a_page_fills_the_room_but_is_never_larger_than_helps(qtbot: QtBot, width: int) -> None:
    view = PageView("Pages")
    qtbot.addWidget(view)
    asked: list[int] = []
    view.resize(width, 400)
    view.show()
    view.show_pages([A4], lambda _, pixels: asked.append(pixels))
    QApplication.processEvents()
    view.viewport().repaint()
    ratio, gap = view.devicePixelRatioF(), view.fontMetrics().height()
    room = view.viewport().width() - 2 * gap
    largest = round(A4[0] / 72 * view.logicalDpiX() * LARGEST)
    assert asked == [round(min(room, largest) * ratio)]
    seen = view.viewport().grab().toImage()
    paper, middle = QColor("white"), round(200 * seen.devicePixelRatio())
    white = [x for x in range(seen.width()) if seen.pixelColor(x, middle) == paper]
    assert abs(white[0] - (seen.width() - 1 - white[-1])) <= 2 * ratio
