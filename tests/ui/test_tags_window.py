"""Tags in the window: given and taken beside every record, shown in the lists, managed in their view."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from casefile.store import tags
from casefile.store.rows import TagRow
from casefile.store.store import Store
from casefile.terms import TagColour
from tests.ui.made_records import Settle, disputed, in_store, several
from ui.main_window import MainWindow
from ui.selection_panel import SelectionPanel
from ui.tag_colours import DARK_TAGS, LIGHT_TAGS, TagInk, tag_ink
from ui.theme import DARK, LIGHT
from ui.widgets.record_table import RecordTable
from ui.widgets.tag_field import TagField

KINDS = {"actions": "action", "sources": "source", "quotes": "quote", "timeline": "event"}
LIGHTER, BRIGHT, DIM = 0.05, 4.5, 0.03928


def at(window: MainWindow, settle: Settle, qtbot: QtBot, place: str) -> tuple[RecordTable, TagField]:
    """The list of a view with its first record of its own chosen, and the tags of that."""
    window.activateWindow()
    window.go(place)
    settle()
    pane = window.views.at(place)
    table, field = pane.main_table(), pane.tag_field()
    assert table is not None
    assert field is not None
    table.choose(next(id_ for id_ in table.model.ids if id_ > 0))
    settle()
    qtbot.waitUntil(field.isVisible)
    return table, field


def known(window: MainWindow, settle: Settle) -> list[TagRow]:
    found: list[list[TagRow]] = []
    window.desk.read("known tags", tags.all_tags, found.append)
    settle()
    return found[0]


def enter(field: TagField, settle: Settle, words: str) -> None:
    field.take_focus()
    QTest.keyClicks(field.line, words)
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    settle()


def names(field: TagField) -> list[str]:
    return [chip.text() for chip in field.chips]


def cell(table: RecordTable, title: str) -> str:
    columns = [column.title for column in table.model.columns]
    index = table.model.index(table.view.currentIndex().row(), columns.index(title))
    return str(index.data())


@pytest.mark.parametrize("place", KINDS)
def test_a_word_and_enter_tag_the_chosen_record(
    window: MainWindow, settle: Settle, qtbot: QtBot, place: str
) -> None:
    in_store(window, settle, disputed)
    table, field = at(window, settle, qtbot, place)
    enter(field, settle, "To check")
    qtbot.waitUntil(lambda: names(field) == ["To check"])
    assert field.line.text() == ""
    assert cell(table, "Tags") == "To check"
    assert window.commands["undo"].text() == f"Undo: Add tag “To check” to {KINDS[place]}"
    window.commands["undo"].trigger()
    settle()
    qtbot.waitUntil(lambda: names(field) == [])
    window.commands["redo"].trigger()
    settle()
    qtbot.waitUntil(lambda: names(field) == ["To check"])


@pytest.mark.parametrize("place", KINDS)
def test_a_chip_goes_when_it_is_pressed(window: MainWindow, settle: Settle, qtbot: QtBot, place: str) -> None:
    in_store(window, settle, disputed)
    _, field = at(window, settle, qtbot, place)
    for words in ("One", "Two"):
        enter(field, settle, words)
    qtbot.waitUntil(lambda: names(field) == ["One", "Two"])
    first = field.chips[0]
    assert first.accessibleName() == "Remove tag One"
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    settle()
    qtbot.waitUntil(lambda: names(field) == ["Two"])
    assert field.chips[0].hasFocus()


def test_known_tags_are_offered_while_one_types(window: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    in_store(window, settle, disputed)
    _, field = at(window, settle, qtbot, "actions")
    for words in ("Biometrics", "To check"):
        enter(field, settle, words)
    field.take_focus()
    QTest.keyClicks(field.line, "bio")
    qtbot.waitUntil(lambda: list(field.line.offered) == ["Biometrics"])


def test_the_command_goes_where_tags_are_added(window: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    assert not window.commands["tag"].isEnabled()
    in_store(window, settle, disputed)
    _, field = at(window, settle, qtbot, "sources")
    window.commands["tag"].trigger()
    assert field.line.hasFocus()


def test_of_several_records_each_tag_says_how_many_have_it(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    in_store(window, settle, several)
    table, field = at(window, settle, qtbot, "actions")
    enter(field, settle, "One")
    table.view.selectAll()
    qtbot.waitUntil(lambda: names(field) == ["One 1 of 4"])
    enter(field, settle, "All")
    qtbot.waitUntil(lambda: names(field) == ["All", "One 1 of 4"])
    assert known(window, settle)[0].actions == 4
    window.commands["undo"].trigger()
    settle()
    qtbot.waitUntil(lambda: names(field) == ["One 1 of 4"])


def test_a_list_is_narrowed_to_a_tag(window: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    in_store(window, settle, several)
    table, field = at(window, settle, qtbot, "actions")
    chosen = table.chosen_id()
    enter(field, settle, "One")
    window.actions_pane.head.facets.choose("tag", "One", "One")
    settle()
    assert list(table.model.ids) == [chosen]


def tagged(store: Store) -> None:
    """Four actions, two tags: one has both, all have the second."""
    ids = several(store)
    with store.write("Tag", by="ann") as writer:
        tags.add_tag(writer, tags.Tagged.ACTION, ids[:1], "Faces", "ann")
        tags.add_tag(writer, tags.Tagged.ACTION, ids, "To read", "ann")


def in_tags(window: MainWindow, settle: Settle, name: str) -> None:
    """Goes to the tags and chooses one."""
    window.go("tags")
    settle()
    pane = window.tags
    found = [pane.table.model.row_at(row) for row in range(len(pane.table.model.ids))]
    place = next(place for place, row in enumerate(found) if row is not None and row.name == name)
    flags = QItemSelectionModel.SelectionFlag
    index = pane.table.model.index(place, 0)
    pane.table.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
    assert pane.shown is not None
    assert pane.shown.name == name


def told(rows: list[TagRow]) -> list[tuple[str, int]]:
    return [(row.name, row.count) for row in rows]


def test_a_tag_is_renamed_recoloured_merged_and_deleted_in_its_view(
    window: MainWindow, settle: Settle
) -> None:
    in_store(window, settle, tagged)
    in_tags(window, settle, "Faces")
    pane = window.tags
    pane.name.setText("Biometrics")
    QTest.keyClick(pane.name, Qt.Key.Key_Return)
    settle()
    assert told(known(window, settle)) == [("Biometrics", 1), ("To read", 4)]
    assert pane.shown is not None
    assert pane.shown.name == "Biometrics"
    pane.colour.setCurrentIndex(pane.colour.findData(TagColour.TEAL))
    pane.colour.activated.emit(pane.colour.currentIndex())
    settle()
    assert known(window, settle)[0].colour is TagColour.TEAL
    assert pane.shown.colour is TagColour.TEAL
    pane.into.activated.emit(pane.into.findData("To read"))
    settle()
    assert told(known(window, settle)) == [("To read", 4)]
    assert window.commands["undo"].text() == "Undo: Merge tag “Biometrics” into “To read”"
    pane.delete.click()
    settle()
    assert known(window, settle) == []
    for _ in range(4):
        window.commands["undo"].trigger()
        settle()
    assert told(known(window, settle)) == [("Faces", 1), ("To read", 4)]


def test_its_records_are_found_from_its_view(window: MainWindow, settle: Settle) -> None:
    in_store(window, settle, tagged)
    in_tags(window, settle, "Faces")
    window.tags.show_records.click()
    settle()
    assert window.search_box.text() == 'tag:"Faces"'
    assert len(window.search.table.model.ids) == 1


def test_a_view_without_tags_says_what_they_are(window: MainWindow, settle: Settle) -> None:
    window.go("tags")
    settle()
    assert window.tags.table.currentWidget() is window.tags.table.empty
    assert not window.tags.bar.isVisible()


def test_nothing_can_be_tagged_where_nothing_may_be_written(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    in_store(window, settle, disputed)
    _, field = at(window, settle, qtbot, "actions")
    enter(field, settle, "One")
    qtbot.waitUntil(lambda: names(field) == ["One"])
    panel = field.parentWidget()
    assert isinstance(panel, SelectionPanel)
    panel.allow_writing(may_write=False)
    assert not field.line.isVisible()
    assert not field.chips[0].isEnabled()


def lightness(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    read = QColor(colour)
    red, green, blue = (_linear(part) for part in (read.redF(), read.greenF(), read.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= DIM else float(((part + 0.055) / 1.055) ** 2.4)


@pytest.mark.parametrize("look", [*LIGHT_TAGS.values(), *DARK_TAGS.values()])
def test_every_colour_can_be_read(look: TagInk) -> None:
    light, dark = sorted((lightness(look.ink), lightness(look.ground)), reverse=True)
    assert (light + LIGHTER) / (dark + LIGHTER) >= BRIGHT


@pytest.mark.parametrize(("window_colour", "looks"), [(LIGHT.window, LIGHT_TAGS), (DARK.window, DARK_TAGS)])
def test_every_colour_is_there_in_light_and_dark(window_colour: str, looks: dict[TagColour, TagInk]) -> None:
    palette = QPalette(QColor(window_colour))
    assert {colour: tag_ink(colour, palette) for colour in TagColour} == looks
