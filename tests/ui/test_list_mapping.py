"""The dialog that asks what the columns of a list hold, and what comes of it in the window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from casefile.extraction.action_lists import row_outcomes
from casefile.extraction.list_mapping import DateOrder, ListField, ListMapping
from casefile.tables import text_of
from casefile.terms import ProposalKind
from tests.screens.tour import speaking
from tests.ui.made_records import dialog_of
from tests.ui.test_main_path import drop_file
from ui.dialogs.list_mapping import ListCounts, ListMappingDialog, counts_of
from ui.main_window import MainWindow

Settle = Callable[[], None]
ROWS = [
    ["Company", "Date", "Type", "Amount", "Note"],
    ["Alpha Sample Ltd", "03/04/2024", "Monetary penalty", "£120,000", "calls"],
    ["Beta Sample Ltd", "05/06/2024", "Reprimand", "", "letters"],
    ["", "", "", "£120,000", ""],
]
TEXT = text_of(ROWS)


def never(_: ListMapping, __: Callable[[ListCounts], None]) -> None:
    raise AssertionError("all rows are in sight")


@pytest.fixture
def dialog(qtbot: QtBot) -> ListMappingDialog:
    """The dialog on a short list."""
    made = ListMappingDialog("fines.csv", TEXT, "en", never)
    qtbot.addWidget(made)
    return made


def choose(dialog: ListMappingDialog, place: int, code: str) -> None:
    chooser = dialog.choosers[place]
    chooser.setCurrentIndex(chooser.findData(code))


def name(dialog: ListMappingDialog, place: int) -> str:
    item = dialog.table.horizontalHeaderItem(place)
    return item.text() if item else ""


def action(dialog: ListMappingDialog, column: int) -> str:
    """What the preview says of the first action."""
    item = dialog.preview.topLevelItem(0)
    return item.text(column) if item else ""


@pytest.mark.usefixtures("qapp")
def test_fields_and_complaints_are_in_the_language_of_the_window(qtbot: QtBot) -> None:
    with speaking("de"):
        made = ListMappingDialog("fines.csv", text_of([ROWS[0], ROWS[3]]), "en", never)
        qtbot.addWidget(made)
        assert [chooser.currentText() for chooser in made.choosers][:2] == ["Adressat", "Entschieden"]
        assert "Hier ist weder ein Adressat" in made.said.text()


def test_the_columns_are_guessed_at_first(dialog: ListMappingDialog) -> None:
    assert [chooser.currentData() for chooser in dialog.choosers] == [
        "respondent", "decided", "kind", "amount", "-",
    ]  # fmt: skip
    assert [name(dialog, place) for place in range(5)] == ROWS[0]
    item = dialog.table.item(1, 0)
    assert item is not None
    assert item.text() == "Alpha Sample Ltd"


def test_the_first_actions_and_the_problems_are_shown(dialog: ListMappingDialog) -> None:
    assert dialog.preview.topLevelItemCount() == 2
    assert "Fine, £120,000" in action(dialog, 0)
    assert "2 proposals, 1 row without one, 2 cells left out." in dialog.said.text()
    assert dialog.make.isEnabled()


def test_another_choice_is_shown_at_once(dialog: ListMappingDialog, qtbot: QtBot) -> None:
    choose(dialog, 3, "-")
    qtbot.waitUntil(lambda: "£" not in action(dialog, 0))
    assert ListField.AMOUNT not in {column.field for column in dialog.mapping.columns}


def test_a_field_that_is_there_once_moves_to_the_column_chosen_last(dialog: ListMappingDialog) -> None:
    choose(dialog, 4, "kind")
    assert [chooser.currentData() for chooser in dialog.choosers][2:] == ["-", "amount", "kind"]


def test_the_order_of_dates_settles_them(dialog: ListMappingDialog) -> None:
    settings = dialog.settings
    dialog.show_mapping(ListMapping(dialog.mapping.columns, date_order=DateOrder.DAY_FIRST, currency="GBP"))
    assert settings.currency.text() == "GBP"
    assert "3 April 2024" in action(dialog, 1)
    assert "2 proposals, 1 row without one." in dialog.said.text()


def test_a_currency_that_is_none_is_told(dialog: ListMappingDialog, qtbot: QtBot) -> None:
    dialog.settings.currency.setText("euro")
    qtbot.waitUntil(lambda: not dialog.make.isEnabled())
    assert "three letters" in dialog.said.text()


def test_without_any_column_nothing_can_be_made(dialog: ListMappingDialog, qtbot: QtBot) -> None:
    for place in range(5):
        choose(dialog, place, "-")
    qtbot.waitUntil(lambda: not dialog.make.isEnabled())
    assert "Choose above" in dialog.said.text()


def test_another_row_names_the_columns(dialog: ListMappingDialog, qtbot: QtBot) -> None:
    spin = dialog.settings._header
    spin.setValue(0)
    qtbot.waitUntil(lambda: name(dialog, 0) == "Column 1")
    assert all(isinstance(column.column, int) for column in dialog.mapping.columns)


def test_a_mapping_is_saved_and_loaded(dialog: ListMappingDialog, tmp_path: Path) -> None:
    path = tmp_path / "mapping.json"
    choose(dialog, 4, "summary")
    dialog.save_to(path)
    assert "Mapping saved" in dialog.said.text()
    choose(dialog, 4, "-")
    dialog.load_from(path)
    assert dialog.choosers[4].currentData() == "summary"
    path.write_text("{}", "utf-8")
    dialog.load_from(path)
    assert "cannot be understood" in dialog.said.text()


def test_a_long_list_is_counted_beside_the_window(qtbot: QtBot) -> None:
    text = text_of([ROWS[0], *(ROWS[1] for _ in range(1000))])

    def count(mapping: ListMapping, take: Callable[[ListCounts], None]) -> None:
        take(counts_of(list(row_outcomes(text, mapping))))

    dialog = ListMappingDialog("fines.csv", text, "en", count)
    qtbot.addWidget(dialog)
    assert dialog.said.text().startswith("1,000 proposals, 1,000 cells left out.")


def test_from_a_dropped_list_to_reviewed_actions(window: MainWindow, settle: Settle, tmp_path: Path) -> None:
    path = tmp_path / "fines.csv"
    path.write_text(TEXT.replace("\t", ";"), "utf-8")
    drop_file(window, path)
    settle()
    dialog = dialog_of(ListMappingDialog)
    choose(dialog, 4, "summary")
    dialog.accept()
    settle()
    assert window.messages.text.startswith("2 proposals made from the list. 1 row could not be read")
    assert window.commands["undo"].text() == "Undo: Actions from fines.csv"
    window.inbox.table.open_chosen()
    settle()
    assert [row.kind for row in window.review.cards.waiting()] == [ProposalKind.ACTION] * 2
    window.review.accept_all()
    settle()
    window.go("actions")
    settle()
    assert len(window.actions_pane.table.model.ids) == 2


def test_the_command_asks_again_and_says_where_a_source_is_no_list(
    window: MainWindow, settle: Settle, tmp_path: Path, article: Path
) -> None:
    path = tmp_path / "fines.csv"
    path.write_text(TEXT.replace("\t", ";"), "utf-8")
    drop_file(window, path)
    settle()
    dialog_of(ListMappingDialog).reject()
    window.commands["list_actions"].trigger()
    settle()
    dialog_of(ListMappingDialog).reject()
    drop_file(window, article)
    settle()
    window.commands["list_actions"].trigger()
    settle()
    assert "is no list" in window.messages.text
