"""Parties in the window: merged, split, renamed, described, from the fact that names them."""

import json

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit

from casefile.store.party_rows import PartyRecord, party_record
from casefile.store.store import Store
from tests.ui.made_records import Settle, dialog_of, in_store
from ui.dialogs.form import FormDialog
from ui.dialogs.party_fields import GIVE_UP
from ui.dialogs.split_party import SplitPartyDialog
from ui.main_window import MainWindow
from ui.widgets.suggest_line import SuggestLine

DELTA = 1
"""The party of the first action."""


@pytest.fixture
def opened(
    several_first: None,  # noqa: ARG001  the window's store
    window: MainWindow,
    settle: Settle,
) -> MainWindow:
    """The window on the action against Delta, the cursor on its respondent."""
    window.go("actions")
    settle()
    show_respondent(window, settle)
    return window


def show_respondent(window: MainWindow, settle: Settle, action_id: int = 1) -> None:
    window.actions_pane.show_action(action_id)
    settle()
    assert window.actions_pane.facts.choose_fact("respondent")


def party(window: MainWindow, settle: Settle, party_id: int) -> PartyRecord:
    def work(store: Store) -> PartyRecord:
        with store.read() as reader:
            return party_record(reader, party_id)

    return in_store(window, settle, work)


def ask(window: MainWindow, settle: Settle, command: str) -> FormDialog:
    assert window.commands[command].isEnabled()
    window.commands[command].trigger()
    settle()
    return dialog_of(FormDialog)


def type_slowly(dialog: FormDialog, settle: Settle, name: str, text: str) -> None:
    entry = dialog.inputs[name]
    assert isinstance(entry, QLineEdit)
    entry.setText(text)
    entry.textEdited.emit(text)
    settle()
    entry.textChanged.emit(text)


def respondents(window: MainWindow) -> list[str]:
    table = window.actions_pane.table
    return sorted(str(table.model.index(row, 0).data()) for row in range(len(table.model.ids)))


def test_two_respondents_are_merged_and_split_again(opened: MainWindow, settle: Settle) -> None:
    dialog = ask(opened, settle, "same_as")
    assert not dialog.can_accept
    assert "Choose one of those" in dialog.note("other")
    type_slowly(dialog, settle, "other", "Nobody")
    assert dialog.note("other") == "There is no other one with that in its name."
    type_slowly(dialog, settle, "other", "Alph")
    assert "Choose one of those" in dialog.note("other")
    names = dialog.inputs["name"]
    assert isinstance(names, QComboBox)
    assert names.itemText(names.findData(GIVE_UP)) == "The other one"
    type_slowly(dialog, settle, "other", "Alpha")
    assert names.itemText(names.findData(GIVE_UP)) == "The other one: Alpha"
    assert dialog.can_accept
    dialog.accept()
    settle()
    assert opened.messages.text == "“Alpha” and “Delta” are one party now, “Delta”."
    assert respondents(opened) == ["Bravo", "Charlie", "Delta", "Delta"]
    opened.actions_pane.show_action(2)
    settle()
    assert opened.actions_pane.facts.choose_fact("respondent")
    item = opened.actions_pane.facts.currentItem()
    assert item is not None
    assert item.text(1) == "Alpha · known as Delta"
    show_respondent(opened, settle)
    opened.commands["split_party"].trigger()
    settle()
    split = dialog_of(SplitPartyDialog)
    assert split.what.itemText(0) == "Alpha, which was merged into it"
    assert not split.name.isEnabled()
    split.accept()
    settle()
    assert respondents(opened) == ["Alpha", "Bravo", "Charlie", "Delta"]
    assert opened.commands["undo"].text() == "Undo: Split a merged party"


def test_the_other_name_can_stay(opened: MainWindow, settle: Settle) -> None:
    dialog = ask(opened, settle, "same_as")
    type_slowly(dialog, settle, "other", "Alpha")
    name = dialog.inputs["name"]
    assert isinstance(name, QComboBox)
    name.setCurrentIndex(name.findData(GIVE_UP))
    dialog.accept()
    settle()
    assert respondents(opened) == ["Alpha", "Alpha", "Bravo", "Charlie"]
    opened.commands["undo"].trigger()
    settle()
    assert respondents(opened) == ["Alpha", "Bravo", "Charlie", "Delta"]


def test_the_party_itself_is_not_offered(opened: MainWindow, settle: Settle) -> None:
    dialog = ask(opened, settle, "same_as")
    type_slowly(dialog, settle, "other", "Delta")
    assert not dialog.can_accept
    dialog.reject()


def test_names_lei_and_group_are_written(opened: MainWindow, settle: Settle) -> None:
    dialog = ask(opened, settle, "edit_party")
    for name, text in (("name", "Delta Holdings"), ("legal_name", "Delta Holdings N.V."), ("lei", "123")):
        entry = dialog.inputs[name]
        assert isinstance(entry, QLineEdit)
        entry.setText(text)
    assert dialog.note("lei") == "An LEI has 20 characters, this one 3."
    lei = dialog.inputs["lei"]
    assert isinstance(lei, QLineEdit)
    lei.setText("529900t8bm49aurs do55")
    type_slowly(dialog, settle, "parent", "Bravo")
    aliases = dialog.inputs["aliases"]
    assert isinstance(aliases, QPlainTextEdit)
    aliases.setPlainText("Delta Group\n\n DLT \nDLT")
    assert "body" not in dialog.inputs
    assert dialog.can_accept, dialog.problem
    dialog.accept()
    settle()
    found = party(opened, settle, DELTA)
    assert found.row.name == "Delta Holdings"
    assert found.details.legal_name == "Delta Holdings N.V."
    assert found.details.lei == "529900T8BM49AURSDO55"
    assert found.parent == "Bravo"
    assert found.aliases == ("DLT", "Delta", "Delta Group")
    assert "Delta Holdings" in respondents(opened)


def test_an_alias_is_taken_away_and_the_group_too(opened: MainWindow, settle: Settle) -> None:
    dialog = ask(opened, settle, "edit_party")
    type_slowly(dialog, settle, "parent", "Bravo")
    aliases = dialog.inputs["aliases"]
    assert isinstance(aliases, QPlainTextEdit)
    aliases.setPlainText("DLT\nDelta Group")
    dialog.accept()
    settle()
    show_respondent(opened, settle)
    dialog = ask(opened, settle, "edit_party")
    aliases = dialog.inputs["aliases"]
    assert isinstance(aliases, QPlainTextEdit)
    assert aliases.toPlainText() == "DLT\nDelta Group"
    aliases.setPlainText("DLT")
    type_slowly(dialog, settle, "parent", "")
    dialog.accept()
    settle()
    found = party(opened, settle, DELTA)
    assert (found.aliases, found.parent) == (("DLT",), "")


def test_an_authority_has_a_kind_of_body(opened: MainWindow, settle: Settle) -> None:
    assert opened.actions_pane.facts.choose_fact("authority")
    dialog = ask(opened, settle, "edit_party")
    assert dialog.entries()["body"] == "Regulator"
    dialog.reject()


def test_a_party_that_is_two_is_split_off(opened: MainWindow, settle: Settle) -> None:
    opened.commands["split_party"].trigger()
    settle()
    dialog = dialog_of(SplitPartyDialog)
    assert not dialog.can_accept
    dialog.name.setText("Delta Austria")
    assert dialog.can_accept
    dialog.accept()
    settle()
    assert respondents(opened) == ["Alpha", "Bravo", "Charlie", "Delta Austria"]
    assert opened.commands["undo"].text() == "Undo: Split off Delta Austria"


def test_a_long_action_is_read_whole_where_a_party_is_split(opened: MainWindow, settle: Settle) -> None:
    opened.commands["split_party"].trigger()
    settle()
    dialog = dialog_of(SplitPartyDialog)
    item = dialog.action_list.item(0)
    assert item is not None
    line = dialog.action_list.visualItemRect(item).height()
    item.setText("An authority with a name: a respondent with another long name " * 2 + ", 18 March 2025")
    QApplication.processEvents()
    assert dialog.action_list.visualItemRect(item).height() >= 2 * dialog.fontMetrics().lineSpacing() > line
    assert not dialog.action_list.horizontalScrollBar().isVisible()
    dialog.reject()


def test_party_commands_belong_to_parties(opened: MainWindow) -> None:
    assert opened.actions_pane.facts.choose_fact("decided")
    for name in ("edit_party", "same_as", "split_party"):
        assert not opened.commands[name].isEnabled()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_registry_and_store_complete_an_authority(opened: MainWindow, settle: Settle) -> None:
    opened.records.facts.add_field("lead_authority")
    settle()
    dialog = dialog_of(FormDialog)
    line = dialog.inputs["name"]
    assert isinstance(line, SuggestLine)
    type_slowly(dialog, settle, "name", "CNIL")
    assert dialog.entries()["name/key"] == ""
    line.setText(line.offered[0])
    assert dialog.entries()["name/key"] == "FR-CNIL"
    dialog.accept()
    settle()
    detail = opened.actions_pane.detail
    assert detail is not None
    (claim,) = next(fact for fact in detail.facts if fact.field == "lead_authority").claims
    assert json.loads(claim.raw)["code"] == "FR-CNIL"
