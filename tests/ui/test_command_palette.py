from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from casefile.store.rows import SavedSearchRow
from ui.main_window import MainWindow
from ui.models.palette_model import PaletteModel, spoken
from ui.palette_entries import SHOWN_ENTRIES, Entry, ranked
from ui.widgets.command_palette import CommandPalette

Settle = Callable[[], None]


def entry(key: str, text: str = "", **more: object) -> Entry:
    return Entry(key, text or key.capitalize(), "Edit", lambda: None, **more)  # type: ignore[arg-type]


def keys_of(entries: list[Entry]) -> list[str]:
    return [one.key for one in entries]


def test_with_nothing_typed_the_recent_ones_come_first_and_the_impossible_ones_last() -> None:
    entries = [entry("undo", possible=False), entry("redo"), entry("paste"), entry("quit")]
    assert keys_of(ranked(entries, "", ("quit", "undo"))) == ["quit", "redo", "paste", "undo"]


def test_the_best_fit_comes_first_whatever_was_recent() -> None:
    entries = [entry("a", "Move to trash"), entry("b", "Trash"), entry("c", "Undo")]
    assert keys_of(ranked(entries, "trash", ("a",))) == ["b", "a"]


def test_what_a_command_is_about_is_found_too_but_later() -> None:
    entries = [entry("undo", about="Take back the latest step"), entry("receipt", "Take back import")]
    assert keys_of(ranked(entries, "take back", ())) == ["receipt", "undo"]


def test_a_menu_narrows() -> None:
    entries = [entry("a", "Quotes"), Entry("b", "Quotes", "View", lambda: None)]
    assert keys_of(ranked(entries, "view quo", ())) == ["b"]


def test_a_word_is_not_split_between_the_text_and_the_menu() -> None:
    entries = [Entry("a", "Receipt", "View", lambda: None), entry("b", "Remove value")]
    assert keys_of(ranked(entries, "rev", ())) == ["b"]


def test_no_more_is_shown_than_somebody_reads() -> None:
    assert len(ranked([entry(f"e{number}") for number in range(1000)], "e", ())) == SHOWN_ENTRIES


def test_the_model_keeps_the_rules_of_models() -> None:
    model = PaletteModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_entries([entry("undo", icon="undo-2", keys="Ctrl+Z"), entry("redo", possible=False)])
    model.show_entries([entry("quit")])
    model.show_entries([])


def test_a_screen_reader_hears_menu_keys_and_why_not() -> None:
    assert spoken(entry("undo", keys="Ctrl+Z")) == "Undo, Edit, Ctrl+Z"
    assert "not now: nothing to undo" in spoken(entry("undo", possible=False, why_not="nothing to undo"))


@pytest.fixture
def palette(window: MainWindow, qtbot: QtBot) -> CommandPalette:
    window.activateWindow()
    window.inbox.setFocus()
    window.commands["palette"].trigger()
    palette = window.around.palette
    qtbot.waitUntil(palette.line.hasFocus)
    return palette


def test_it_lies_within_the_window_however_small(palette: CommandPalette, window: MainWindow) -> None:
    for width, height in ((1100, 720), (800, 600)):
        window.resize(width, height)
        assert window.rect().contains(palette.geometry())
        centre = palette.geometry().center().x() - window.rect().center().x()
        assert abs(centre) <= 1


def test_enter_does_what_is_under_the_cursor_and_is_remembered(
    palette: CommandPalette, window: MainWindow, qtbot: QtBot
) -> None:
    QTest.keyClicks(palette.line, "quot")
    assert palette.current() is not None
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    qtbot.waitUntil(window.quotes.isVisible)
    assert palette.isHidden()
    assert window.preferences.settings.recent_commands == ("quotes",)
    window.commands["palette"].trigger()
    assert palette.model.entries[0].key == "quotes"


def test_the_arrows_go_round(palette: CommandPalette) -> None:
    QTest.keyClick(palette.line, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == palette.model.rowCount() - 1
    QTest.keyClick(palette.line, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 0
    QTest.keyClick(palette.line, Qt.Key.Key_PageDown)
    assert palette.list.currentIndex().row() > 1


def test_what_cannot_be_done_says_why_and_is_not_done(palette: CommandPalette) -> None:
    QTest.keyClicks(palette.line, "accept all remaining")
    found = palette.current()
    assert found is not None
    assert not found.possible
    assert found.why_not in palette.about.text()
    assert found.why_not in palette.line.accessibleDescription()
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert not palette.isHidden()


def test_escape_gives_the_focus_back(palette: CommandPalette, window: MainWindow) -> None:
    QTest.keyClick(palette.line, Qt.Key.Key_Escape)
    assert palette.isHidden()
    window.search_box.setFocus()
    window.commands["palette"].trigger()
    QTest.keyClick(palette.line, Qt.Key.Key_Escape)
    assert window.search_box.hasFocus()


def test_it_goes_when_the_focus_goes(palette: CommandPalette, window: MainWindow, qtbot: QtBot) -> None:
    window.search_box.setFocus()
    qtbot.waitUntil(palette.isHidden)
    assert window.search_box.hasFocus()


def test_nothing_that_fits_is_said(palette: CommandPalette) -> None:
    QTest.keyClicks(palette.line, "zzzz")
    assert palette.model.rowCount() == 0
    assert palette.about.text()
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert not palette.isHidden()


def test_case_files_and_saved_searches_are_places_to_go(
    window: MainWindow, qtbot: QtBot, settle: Settle
) -> None:
    window.errands.add_case({"title": "Transfers to the US", "purpose": ""})
    window.errands.add_search("Big fines", "amount:>10m")
    settle()
    qtbot.waitUntil(lambda: bool(window.errands.cases and window.errands.searches))
    window.commands["palette"].trigger()
    palette = window.around.palette
    QTest.keyClicks(palette.line, "transf us")
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.case_id == window.errands.cases[0].id)
    window.commands["palette"].trigger()
    QTest.keyClicks(palette.line, "big fin")
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.search_box.text() == "amount:>10m")
    assert isinstance(window.side_bar.chosen_search(), SavedSearchRow)
