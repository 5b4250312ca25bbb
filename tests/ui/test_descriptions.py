"""Describing a source and a quote otherwise in the window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from casefile.store import corrections
from casefile.store.store import Store
from tests.ui.made_records import Settle, dialog_of, disputed, in_store
from ui.dialogs.form import FormDialog
from ui.main_window import MainWindow


def describe(window: MainWindow, settle: Settle, place: str) -> FormDialog:
    in_store(window, settle, disputed)
    window.commands[place].trigger()
    settle()
    assert window.commands["describe"].isEnabled()
    window.commands["describe"].trigger()
    settle()
    return dialog_of(FormDialog)


def fill(form: FormDialog, name: str, text: str) -> None:
    entry = form.inputs[name]
    assert isinstance(entry, QLineEdit)
    entry.setText(text)


def test_the_code_of_a_language_is_said_in_words(window: MainWindow, settle: Settle) -> None:
    form = describe(window, settle, "sources")
    fill(form, "language", "nl")
    assert form.note("language") == "Dutch"
    fill(form, "language", "")
    assert form.note("language") == "ISO 639: en, fr, nl"
    fill(form, "language", "xx")
    assert "Not a code" in form.note("language")


def test_a_source_is_described_otherwise_and_taken_back(window: MainWindow, settle: Settle) -> None:
    form = describe(window, settle, "sources")
    chosen = window.sources.table.chosen_id()
    assert chosen is not None
    fill(form, "title", "Another title")
    fill(form, "published", "last week")
    assert not form.can_accept
    fill(form, "published", "2024-06")
    form.accept()
    settle()

    def read(store: Store) -> corrections.SourceDetails:
        with store.read() as reader:
            return corrections.source_details(reader, chosen)

    found = in_store(window, settle, read)
    assert (found.title, str(found.published)) == ("Another title", "June 2024")
    assert window.commands["undo"].text() == "Undo: Describe source"
    window.commands["undo"].trigger()
    settle()
    assert in_store(window, settle, read).title != "Another title"


def test_a_quote_gets_its_speaker(window: MainWindow, settle: Settle) -> None:
    form = describe(window, settle, "quotes")
    fill(form, "speaker", "Zoe Adams")
    form.accept()
    settle()
    row = window.quotes.table.model.row_at(0)
    assert row is not None
    assert row.speaker == "Zoe Adams"


def test_a_form_begins_at_its_first_field_and_tab_goes_down(window: MainWindow, settle: Settle) -> None:
    form = describe(window, settle, "sources")
    names = []
    for _ in form.inputs:
        names += [name for name, entry in form.inputs.items() if entry is form.focusWidget()]
        QTest.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
    assert names == list(form.inputs)
    form.reject()


def test_what_was_not_changed_is_no_step(window: MainWindow, settle: Settle) -> None:
    form = describe(window, settle, "quotes")
    before = window.commands["undo"].text()
    form.accept()
    settle()
    assert window.commands["undo"].text() == before


def test_actions_are_not_described(window: MainWindow, settle: Settle) -> None:
    in_store(window, settle, disputed)
    window.commands["actions"].trigger()
    settle()
    assert not window.commands["describe"].isEnabled()
