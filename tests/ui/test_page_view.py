"""Pages one below the other, as large as the room allows and reading needs."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.page_view import LARGEST, MOST_OUT_OF_SIGHT, PageView

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


def test_of_the_pictures_out_of_sight_few_are_kept_and_the_others_are_asked_for_again(qtbot: QtBot) -> None:
    view = PageView("Pages")
    qtbot.addWidget(view)
    asked: list[int] = []
    view.resize(500, 400)
    view.show()
    view.show_pages([A4] * 40, lambda page, _: asked.append(page))
    for page in (*range(39), 0):
        asked.clear()
        view.verticalScrollBar().setValue(view._tops[page])
        view.viewport().grab()
        for wanted in asked:
            view.take_picture(wanted, QImage(40, 60, QImage.Format.Format_RGB32))
        assert page in view._pictures
        assert len(view._pictures) <= len(view._pages_between(0, view.height())) + MOST_OUT_OF_SIGHT
    assert asked[0] == 0


def test_what_is_seen_of_a_page_stays_until_its_new_picture_is_there(qtbot: QtBot) -> None:
    view = PageView("Pages")
    qtbot.addWidget(view)
    asked: list[int] = []
    view.resize(500, 400)
    view.show()
    view.show_pages([A4], lambda page, _: asked.append(page))
    assert middle(view) == QColor("white")
    assert asked == [0]
    black = QImage(40, 60, QImage.Format.Format_RGB32)
    black.fill(QColor("black"))
    view.take_picture(0, black)
    view.show_pages([A4], lambda page, _: asked.append(page))
    assert middle(view) == QColor("black")
    assert asked == [0, 0]
    view.resize(400, 400)
    assert middle(view) == QColor("black")
    assert asked == [0, 0, 0]
    view.forget_pictures()
    assert middle(view) == QColor("white")
    assert asked == [0, 0, 0, 0]


def middle(view: PageView) -> QColor:
    """What is painted there."""
    seen = view.viewport().grab().toImage()
    return seen.pixelColor(seen.width() // 2, seen.height() // 2)
