"""The view of parties: its lists, the details of the chosen one, and what can be done from there."""

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit

from casefile.store.store import Store
from casefile.terms import PartyKind
from tests.ui.made_records import Settle, dialog_of, disputed, in_store, several
from ui.dialogs.form import FormDialog
from ui.dialogs.split_party import SplitPartyDialog
from ui.main_window import MainWindow
from ui.panes.parties import PartiesPane
from ui.widgets.record_table import RecordTable


def shown(table: RecordTable, column: int = 0) -> list[str]:
    return [str(table.model.index(row, column).data()) for row in range(len(table.model.ids))]


@pytest.fixture
def pane(window: MainWindow, settle: Settle) -> PartiesPane:
    """The view on the respondents of several actions."""

    def make(store: Store) -> None:
        several(store)

    in_store(window, settle, make)
    window.commands["parties"].trigger()
    window.parties.show_list(PartyKind.RESPONDENT)
    settle()
    return window.parties


def type_name(settle: Settle, dialog: FormDialog, name: str, text: str) -> None:
    entry = dialog.inputs[name]
    assert isinstance(entry, QLineEdit)
    entry.setText(text)
    entry.textEdited.emit(text)
    settle()
    entry.textChanged.emit(text)


def test_each_kind_has_its_list(window: MainWindow, settle: Settle, pane: PartiesPane) -> None:
    QAbstractItemModelTester(pane.table.model)
    assert shown(pane.table) == ["Alpha", "Bravo", "Charlie", "Delta"]
    assert pane.lists.tabText(1) == "Respondents 4"
    pane.show_list(PartyKind.AUTHORITY)
    settle()
    assert shown(pane.table) == ["Autoriteit Persoonsgegevens"]
    assert pane.listing.count(2) == "2 authorities"
    pane.show_list(PartyKind.COMPLAINANT)
    settle()
    assert pane.table.currentWidget() is pane.table.empty
    assert not window.commands["edit_party"].isEnabled()


def test_the_list_narrows_as_one_types(settle: Settle, pane: PartiesPane) -> None:
    pane.filter.setText("lt")
    pane.refresh()
    settle()
    assert shown(pane.table) == ["Delta"]
    pane.filter.setText("nobody")
    pane.refresh()
    settle()
    assert pane.table.currentWidget() is pane.table.empty
    assert pane.chosen is None


def test_an_action_of_the_chosen_one_is_opened(window: MainWindow, settle: Settle, pane: PartiesPane) -> None:
    pane.table.choose(pane.table.model.ids[3])
    settle()
    assert pane.chosen is not None
    assert pane.chosen.name == "Delta"
    assert shown(pane.tabs.action_table) == ["Delta"]
    pane.tabs.action_table.open_chosen()
    settle()
    detail = window.actions_pane.detail
    assert window.views.place == "actions"
    assert detail is not None
    assert detail.record.row.respondents == ("Delta",)


def test_a_name_that_a_source_prints_opens_its_passage(
    window: MainWindow, settle: Settle, pane: PartiesPane
) -> None:
    names = pane.tabs.names
    item = names.topLevelItem(1)
    assert item is not None
    assert item.text(1) == "Printed in sources of 1 action"
    names.itemActivated.emit(item, 0)
    settle()
    assert window.views.place == "sources"
    assert window.sources.reader.selected_span is not None


def test_a_party_is_edited_merged_and_split_from_here(
    window: MainWindow, settle: Settle, pane: PartiesPane
) -> None:
    window.commands["edit_fact"].trigger()
    settle()
    form = dialog_of(FormDialog)
    assert form.evidence is None
    type_name(settle, form, "name", "Alpha Holding")
    form.accept()
    settle()
    assert shown(pane.table)[0] == "Alpha Holding"
    window.commands["same_as"].trigger()
    settle()
    form = dialog_of(FormDialog)
    type_name(settle, form, "other", "Bravo")
    form.accept()
    settle()
    assert shown(pane.table) == ["Alpha Holding", "Charlie", "Delta"]
    assert shown(pane.table, 1)[0] == "Alpha, Bravo"
    window.commands["split_party"].trigger()
    settle()
    dialog_of(SplitPartyDialog).accept()
    settle()
    assert shown(pane.table) == ["Alpha Holding", "Bravo", "Charlie", "Delta"]


def test_a_speaker_is_renamed_and_cannot_be_split(window: MainWindow, settle: Settle) -> None:
    in_store(window, settle, disputed)
    window.commands["parties"].trigger()
    window.parties.show_list(None)
    settle()
    assert shown(window.parties.table) == ["Ann Lee"]
    assert not window.commands["split_party"].isEnabled()
    assert shown(window.parties.tabs.quote_table) == ["“We disagree,”"]
    window.commands["edit_party"].trigger()
    settle()
    form = dialog_of(FormDialog)
    type_name(settle, form, "name", "Ann B. Lee")
    form.accept()
    settle()
    assert shown(window.parties.table) == ["Ann B. Lee"]
    window.parties.tabs.setCurrentWidget(window.parties.tabs.history)
    settle()
    assert window.parties.tabs.history.topLevelItemCount() > 0
