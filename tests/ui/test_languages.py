"""The language is a choice that is remembered, and what is declared in English follows it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from casefile.settings import Settings, load_settings, save_settings
from casefile.translation import ENGLISH, language
from tests.screens.tour import speaking
from ui.dialogs.sum_fields import sum_form
from ui.layouts import Layouts
from ui.main_window import MainWindow
from ui.models.columns import ACTIONS
from ui.preferences import Preferences
from ui.widgets.empty_state import EmptyState
from ui.widgets.header_columns import HeaderColumns, layout_name
from ui.widgets.record_table import RecordTable


def test_what_is_declared_before_the_language_is_known_follows_it(qapp: QApplication) -> None:
    assert language() == ENGLISH
    assert [field.label for field in sum_form(())][:2] == ["Measure", "Basis"]
    with speaking("de"):
        assert [field.label for field in sum_form(())][:2] == ["Rechtsfolge", "Art des Betrags"]
        table = RecordTable(
            "Actions", ACTIONS, lambda _ids, _receive: None, EmptyState("gavel", "No actions yet", "")
        )
        assert table.model.headerData(0, Qt.Orientation.Horizontal) == "Adressat"
        assert table.view.accessibleName() == "Maßnahmen"
        table.deleteLater()
    assert language() == ENGLISH
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_a_list_keeps_its_layout_in_another_language(qapp: QApplication) -> None:  # noqa: ARG001
    preferences = Preferences(Settings())
    table = RecordTable(
        "Actions", ACTIONS, lambda _ids, _receive: None, EmptyState("gavel", "No actions yet", "")
    )
    layouts = Layouts(preferences)
    layouts.keep(table)
    (columns,) = table.findChildren(HeaderColumns)
    columns.show_column("Authority", shown=False)
    layouts.save()
    with speaking("de"):
        german = RecordTable(
            "Actions", ACTIONS, lambda _ids, _receive: None, EmptyState("gavel", "No actions yet", "")
        )
        assert layout_name(german.view) == "Actions"
        Layouts(preferences).keep(german)
        (columns,) = german.findChildren(HeaderColumns)
        assert [place.title for place in columns.layout if place.hidden] == ["Authority"]
        german.deleteLater()
    table.deleteLater()


def test_the_language_is_chosen_by_command_and_remembered(window: MainWindow, tmp_path: Path) -> None:
    assert window.commands["language_system"].isChecked()
    said = []
    window.desk.told.connect(lambda notice: said.append(notice.text))
    window.commands["language_de"].trigger()
    assert window.preferences.settings.language == "de"
    assert [name for name in ("system", "en", "de") if window.commands[f"language_{name}"].isChecked()] == [
        "de"
    ]
    assert said == ["The window speaks Deutsch from its next start on."]
    save_settings(window.preferences.settings, tmp_path / "settings.json")
    assert load_settings(tmp_path / "settings.json").language == "de"
