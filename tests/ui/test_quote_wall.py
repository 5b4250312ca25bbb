"""The wall of quotes while it is scrolled."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casefile.store.rows import QuoteRow
from ui.models.columns import QUOTES
from ui.models.ids_model import IdsModel
from ui.theme import DARK, LIGHT
from ui.widgets.quote_wall import QuoteWall


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        self.count += event.type() == QEvent.Type.Paint
        return False


def thousand_cards(qtbot: QtBot) -> tuple[IdsModel[QuoteRow], QuoteWall]:
    """A wall on the screen, its cards without their words."""
    model = IdsModel[QuoteRow](QUOTES, lambda _ids, _receive: None)
    wall = QuoteWall(model)
    wall.setModel(model)
    qtbot.addWidget(wall)
    wall.resize(700, 500)
    wall.show()
    model.set_ids(range(1, 1_001))
    return model, wall


def test_scrolled_by_its_bar_it_is_painted_where_it_is_now(qtbot: QtBot) -> None:
    _model, wall = thousand_cards(qtbot)
    QApplication.processEvents()
    paints = Paints()
    wall.viewport().installEventFilter(paints)
    for place in (40, 900, 0):
        before = paints.count
        wall.verticalScrollBar().setValue(place)
        QApplication.processEvents()
        assert paints.count > before


def test_cards_follow_the_colours_and_the_font(qtbot: QtBot) -> None:
    model, wall = thousand_cards(qtbot)

    def look() -> tuple[str, str, int]:
        first, other = wall.visualRect(model.index(0, 0)), wall.visualRect(model.index(1, 0))
        picture = wall.viewport().grab().toImage()
        return (
            picture.pixelColor(first.center()).name(),
            picture.pixelColor(other.center()).name(),
            first.height(),
        )

    wall.setCurrentIndex(model.index(1, 0))
    base, chosen, height = look()
    assert (base, chosen) == (LIGHT.base, LIGHT.selected)
    dark = QPalette(wall.palette())
    dark.setColor(QPalette.ColorRole.Window, QColor("black"))
    wall.setPalette(dark)
    assert look() == (DARK.base, DARK.selected, height)
    font = wall.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    wall.setFont(font)
    wall.doItemsLayout()
    assert look()[2] > height
