"""Drafts in the window: what is composed is kept as one works, opened again, renamed, deleted, undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from casefile.briefs.composition import BriefPart, PageSize, Template
from casefile.store import cases, drafts
from casefile.store.brief_rows import DraftRow
from casefile.store.store import Store
from tests.ui.made_records import Settle, dialog_of, in_store
from ui.dialogs.name_draft import NameDraftDialog
from ui.main_window import MainWindow
from ui.panes.briefs import BriefsPane
from ui.panes.composer import ComposerPane


@pytest.fixture
def composer(
    disputed_first: None,  # noqa: ARG001  the window's store
    window: MainWindow,
    settle: Settle,
    qtbot: QtBot,
) -> ComposerPane:
    window.commands["composer"].trigger()
    settle()
    pane = window.views.composer
    qtbot.waitUntil(lambda: pane.preview.page_count > 0)
    return pane


def kept(window: MainWindow, settle: Settle) -> list[DraftRow]:
    found: list[list[DraftRow]] = []
    window.desk.read("kept drafts", drafts.draft_rows, found.append)
    settle()
    return found[0]


def write_title(pane: ComposerPane, settle: Settle, words: str) -> None:
    pane.fields.lines["title"].clear()
    QTest.keyClicks(pane.fields.lines["title"], words)
    pane.draft.keep_now()
    settle()


def briefs_pane(window: MainWindow, settle: Settle) -> BriefsPane:
    window.go("briefs")
    settle()
    pane = window.views.briefs
    pane.tabs.setCurrentIndex(1)
    return pane


def names(pane: BriefsPane) -> list[str]:
    model = pane.drafts.table.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_opening_the_composer_begins_no_draft_and_the_first_change_does(
    composer: ComposerPane, window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    assert kept(window, settle) == []
    composer.choose_template(Template.QUOTES)
    qtbot.waitUntil(lambda: composer.draft.name == "Enforcement actions")
    assert [row.name for row in kept(window, settle)] == ["Enforcement actions"]


def test_a_draft_is_opened_again_as_it_was_left(
    composer: ComposerPane, window: MainWindow, settle: Settle
) -> None:
    composer.choose_template(Template.QUOTES)
    composer.fields.parts.add_own_words()
    composer.fields.words.setPlainText("Wait for the **court**.")
    box = composer.fields.choices["page_size"]
    box.setCurrentIndex(box.findData(PageSize.LETTER))
    write_title(composer, settle, "For the hearing")
    left = composer.composition()
    composer.begin()
    settle()
    assert composer.composition() != left
    pane = briefs_pane(window, settle)
    assert names(pane) == ["For the hearing"]
    pane.drafts.table.choose(pane.drafts.table.model.ids[0])
    pane.drafts.open_button.click()
    settle()
    assert window.views.place == "composer"
    assert composer.composition() == left
    assert composer.draft.name == "For the hearing"
    assert len(kept(window, settle)) == 1


def test_undo_takes_back_what_was_composed(
    composer: ComposerPane, window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    write_title(composer, settle, "First")
    write_title(composer, settle, "Second")
    window.commands["undo"].trigger()
    settle()
    qtbot.waitUntil(lambda: composer.composition().title == "First")
    window.commands["redo"].trigger()
    settle()
    qtbot.waitUntil(lambda: composer.composition().title == "Second")
    composer.draft.keep_now()
    settle()
    assert [row.name for row in kept(window, settle)] == ["First"]


def test_drafts_are_deleted_and_renamed_by_key_and_deleting_is_undone(
    composer: ComposerPane, window: MainWindow, settle: Settle
) -> None:
    write_title(composer, settle, "Mine")
    pane = briefs_pane(window, settle)
    assert "Drafts 1" in pane.tabs.tabText(1).replace("&", "")
    pane.drafts.table.take_focus()
    QTest.keyClick(pane.drafts.table.view, Qt.Key.Key_Delete)
    settle()
    assert names(pane) == []
    assert pane.drafts.table.currentWidget() is pane.drafts.table.empty
    window.commands["undo"].trigger()
    settle()
    assert names(pane) == ["Mine"]
    pane.drafts.table.take_focus()
    QTest.keyClick(pane.drafts.table.view, Qt.Key.Key_F2)
    dialog = dialog_of(NameDraftDialog)
    entry = dialog.inputs["name"]
    assert isinstance(entry, QLineEdit)
    entry.setText("For the court")
    dialog.accept()
    settle()
    assert names(pane) == ["For the court"]


def test_what_is_changed_after_its_draft_was_deleted_begins_another(
    composer: ComposerPane, window: MainWindow, settle: Settle
) -> None:
    write_title(composer, settle, "Mine")
    (row,) = kept(window, settle)
    window.desk.write("Delete", lambda w: drafts.delete_draft(w, row.id))
    settle()
    assert composer.draft.name == ""
    write_title(composer, settle, "Mine again")
    assert [row.name for row in kept(window, settle)] == ["Mine again"]


def test_a_new_draft_is_about_the_case_file_in_sight_and_one_that_was_begun_stays(
    composer: ComposerPane, window: MainWindow, settle: Settle
) -> None:
    write_title(composer, settle, "All of it")
    in_store(window, settle, _case)
    window.go_to_case(1)
    settle()
    window.commands["composer"].trigger()
    settle()
    assert composer.composition().case_id is None
    composer.new_button.click()
    settle()
    assert composer.composition().case_id == 1
    assert composer.composition().title == ""
    assert composer.fields.scope.currentText() == "Faces"
    assert [row.name for row in kept(window, settle)] == ["All of it"]


def test_what_was_changed_last_is_kept_when_another_store_is_opened(
    composer: ComposerPane, window: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    QTest.keyClicks(composer.fields.lines["title"], "Just typed")
    path = window.desk.path
    assert path is not None
    window.desk.open(tmp_path / "other.casefile")
    settle()
    assert composer.composition().title == ""
    assert kept(window, settle) == []
    store = Store.open(path, read_only=True)
    with store.read() as reader:
        assert [row.name for row in drafts.draft_rows(reader)] == ["Just typed"]
    store.close()


def test_a_draft_marks_the_facts_that_it_leaves_out(
    composer: ComposerPane, window: MainWindow, settle: Settle
) -> None:
    head = composer.fields.told.topLevelItem(0)
    assert head is not None
    fact = head.child(0)
    assert fact is not None
    fact.setCheckState(0, Qt.CheckState.Unchecked)
    composer.draft.keep_now()
    settle()
    left = composer.composition().left_out
    assert len(left) == 1
    composer.begin()
    assert composer.fields.told.left_out() == frozenset()
    (row,) = kept(window, settle)
    composer.open_draft(row.id)
    settle()
    assert composer.fields.told.left_out() == left
    assert BriefPart.SUMMARY in {section.part for section in composer.composition().sections}


def _case(store: Store) -> None:
    with store.write("Case", by="ann") as writer:
        cases.add_action(writer, cases.add_case(writer, "Faces"), 1)
