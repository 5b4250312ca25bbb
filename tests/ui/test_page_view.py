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


def test_of_many_pages_those_in_sight_are_asked_for_and_counted(qtbot: QtBot) -> None:
    view = PageView("Pages")
    qtbot.addWidget(view)
    asked: list[int] = []
    turned: list[int] = []
    view.page_changed.connect(turned.append)
    view.resize(500, 400)
    view.show()
    sizes = [A4, (842.0, 595.0)] * 3_000
    view.show_pages(sizes, lambda page, _: asked.append(page))
    view.viewport().grab()
    assert asked == [0]
    gap, width = view.fontMetrics().height(), min(view._width, view.viewport().width())
    tall, flat = round(width * 842.0 / 595.0), round(width * 595.0 / 842.0)
    pair = tall + flat + 2 * gap
    view.verticalScrollBar().setValue(2_000 * pair + tall + gap + 1)
    view.viewport().grab()
    assert turned == [4_001]
    assert set(asked[1:]) >= {4_001}
    assert max(asked[1:]) - min(asked[1:]) <= 2
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.viewport().grab()
    assert asked[-1] == len(sizes) - 1
