"""The wall of quotes while it is scrolled."""

import pytest
from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QObject, QRect
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casefile.store.rows import Evidence, QuoteRow
from casefile.terms import QuoteKind
from casefile.values import Span
from ui.models.columns import QUOTES
from ui.models.ids_model import IdsModel
from ui.theme import DARK, LIGHT
from ui.widgets.drawn_lines import MOST_LINES, Lines
from ui.widgets.quote_card import CardStyle, draw_card
from ui.widgets.quote_wall import QuoteWall
from ui.widgets.selected_rows import MOST_PARTS


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


def card(words: str) -> QImage:
    """A card, not wide, with these words in it."""
    evidence = Evidence(1, 1, "Title", "", None, Span(0, 1), words, "", "")
    style = CardStyle(QApplication.font(), QApplication.palette())
    image = QImage(300, style.height, QImage.Format.Format_RGB32)
    image.fill(0)
    with QPainter(image) as painter:
        row = QuoteRow(1, words, QuoteKind.DIRECT, "Ann", "chair", "", evidence)
        draw_card(painter, QRect(0, 0, 300, style.height), row, style, chosen=False)
    return image


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "words", ["We are not amused at all. ", "𝔚e are not 😀 amused. ", "לא נסכים לכך. ", "unbroken"]
)
def test_of_a_long_quote_as_much_is_painted_as_there_is_room_for(words: str) -> None:
    whole, more = card(words * 40), card(words * 400)
    assert whole == more
    assert whole != card(words * 2)
    other = card(words * 40 + "until the end")
    assert other == whole


@pytest.mark.usefixtures("qapp")
def test_a_quote_that_just_fits_is_not_cut() -> None:
    assert card("one two three four") != card("one two three four five")


@pytest.mark.usefixtures("qapp")
def test_a_line_is_measured_once_for_each_room() -> None:
    lines = Lines(QApplication.font())
    whole = lines.line("The  speaker\nwas not named", 1_000)
    assert (whole.words.text(), whole.from_right) == ("The speaker was not named", False)
    cut = lines.line("The  speaker\nwas not named", whole.width // 2)
    assert cut.words.text().endswith("…")
    assert cut.width <= whole.width // 2
    assert lines.line("The  speaker\nwas not named", 1_000) is whole
    assert lines.line("דוברת", 1_000).from_right


@pytest.mark.usefixtures("qapp")
def test_of_very_many_lines_some_are_measured_again() -> None:
    lines = Lines(QApplication.font())
    first = lines.line("line 0", 100)
    for number in range(MOST_LINES):
        lines.line(f"line {number}", 100)
    assert lines.line("line 0", 100) is first
    lines.line("one more", 100)
    assert lines.line("line 0", 100) is not first


@pytest.mark.parametrize("step", [1, 2])
def test_selected_cards_look_so_however_many_parts_the_selection_has(qtbot: QtBot, step: int) -> None:
    model, wall = thousand_cards(qtbot)
    rows = range(0, 2 * MOST_PARTS + 4, step)
    selection = QItemSelection()
    for row in rows:
        selection.select(model.index(row, 0), model.index(row, 0))
    wall.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)
    picture = wall.viewport().grab().toImage()
    grounds = [picture.pixelColor(wall.visualRect(model.index(row, 0)).center()).name() for row in range(4)]
    assert grounds == [LIGHT.selected if row in rows else LIGHT.base for row in range(4)]
