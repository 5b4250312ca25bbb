"""The settings beside the window: found by their words, set at once, and true wherever else they are set."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from casefile.settings import Settings, shown_options
from tests.screens.tour import speaking
from tests.ui.made_records import Settle, dialog_of
from ui.dialogs.export_brief import ExportBriefDialog
from ui.dialogs.settings import SettingsDialog
from ui.main_window import MainWindow
from ui.matching import folded
from ui.palette_entries import ranked, setting_entries
from ui.preferences import Preferences


def settings_of(window: MainWindow) -> SettingsDialog:
    dialog = window.around.help["settings"]
    assert isinstance(dialog, SettingsDialog)
    return dialog


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> SettingsDialog:
    """The settings as Ctrl+, opens them."""
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    made = settings_of(window)
    qtbot.waitUntil(made.search.hasFocus)
    return made


def choose(dialog: SettingsDialog, name: str, value: object) -> None:
    box = dialog.inputs[name]
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_what_is_chosen_counts_at_once(window: MainWindow, dialog: SettingsDialog) -> None:
    choose(dialog, "theme", "dark")
    choose(dialog, "text_size", 125)
    assert window.commands["theme_dark"].isChecked()
    side_bar = dialog.inputs["shows_side_bar"]
    assert isinstance(side_bar, QCheckBox)
    side_bar.click()
    assert window.side_bar.isHidden()
    settings = window.preferences.settings
    assert (settings.theme, settings.text_size, settings.shows_side_bar) == ("dark", 125, False)


def test_what_is_set_elsewhere_is_shown(window: MainWindow, dialog: SettingsDialog) -> None:
    window.commands["larger_text"].trigger()
    window.commands["side_bar"].trigger()
    size, side_bar = dialog.inputs["text_size"], dialog.inputs["shows_side_bar"]
    assert isinstance(size, QComboBox)
    assert isinstance(side_bar, QCheckBox)
    assert size.currentData() == 110
    assert not side_bar.isChecked()
    window.preferences.set_text_size(103)
    assert (size.currentIndex(), size.placeholderText()) == (-1, "103")


def test_a_name_that_the_journal_cannot_take_is_not_set(window: MainWindow, dialog: SettingsDialog) -> None:
    line = dialog.inputs["person"]
    assert isinstance(line, QLineEdit)
    dialog.go_to("person")
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert dialog.about("person") == "The journal needs a name."
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert window.desk.person == "Tester"
    QTest.keyClicks(line, "Åsa Lind")
    assert window.desk.person == "Tester"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert window.desk.person == window.preferences.settings.person == "Åsa Lind"
    assert dialog.about("person") == shown_options()["person"].about


def test_the_next_brief_has_the_paper_that_is_set(
    window: MainWindow, dialog: SettingsDialog, settle: Settle
) -> None:
    choose(dialog, "page_size", "letter")
    window.errands.export_brief(None)
    assert dialog_of(ExportBriefDialog).entries()["page_size"] == "letter"
    dialog_of(ExportBriefDialog).reject()
    settle()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("dark", "theme"),
        ("NIGHT", "theme"),
        ("font", "text_size"),
        ("us pap", "page_size"),
        ("side", "shows_side_bar"),
    ],
)
def test_a_setting_is_found_by_any_of_its_words(dialog: SettingsDialog, typed: str, found: str) -> None:
    dialog.search.setText(typed)
    assert dialog.shown == [found]
    dialog.search.setText("zebra")
    assert dialog.shown == []
    dialog.search.clear()
    assert dialog.shown == list(shown_options())


@pytest.mark.parametrize(
    ("typed", "found"), [("nacht", "theme"), ("schriftgr", "text_size"), ("drucken", "page_size")]
)
def test_in_german_a_setting_is_found_by_german_words(qtbot: QtBot, typed: str, found: str) -> None:
    with speaking("de"):
        dialog = SettingsDialog(Preferences(Settings()))
        qtbot.addWidget(dialog)
        dialog.search.setText(typed)
        assert dialog.shown == [found]
        best = ranked(list(setting_entries(lambda _: None)), typed, ())[0]
        assert (best.key, best.group) == (f"setting {found}", "Einstellungen")


def test_the_palette_finds_each_and_goes_to_it(window: MainWindow, qtbot: QtBot) -> None:
    entries = list(setting_entries(window.around.show_settings))
    best = ranked(entries, "font", ())[0]
    assert folded(best.text) == "size of the text"
    window.activateWindow()
    best.run()
    qtbot.waitUntil(settings_of(window).inputs["text_size"].hasFocus)
    assert QApplication.activeModalWidget() is None


def test_every_shown_option_is_one_that_is_kept() -> None:
    assert set(shown_options()) <= set(vars(Settings()))
