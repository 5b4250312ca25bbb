"""A value entered by hand is tied to a passage: from its form, and from the words of a source's text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from casefile.store.check import check
from casefile.store.rows import ClaimRow
from casefile.store.store import Store
from casefile.values import Span
from tests.store.records import TEXT
from tests.ui.made_records import Settle, dialog_of, disputed, in_store
from tests.ui.test_facts_edited import fact, facts, trigger, type_into, undo_text
from ui.dialogs.choose_action import ActionDialog
from ui.dialogs.choose_field import MEASURE, SUM, FieldChooser
from ui.dialogs.choose_passage import PassageDialog
from ui.dialogs.evidence_row import EvidenceRow
from ui.dialogs.form import FormDialog
from ui.main_window import MainWindow
from ui.widgets.text_reader import TextReader

NO_KEY = Qt.KeyboardModifier.NoModifier
SAID = "fined Acme Corp €2.5 million"
OTHER = "Elsewhere 😀 the AP closed the case on 9 May."


@pytest.fixture
def opened(window: MainWindow, settle: Settle) -> MainWindow:
    """The window on an action with two sources; a third one (id 3) is no evidence of anything yet."""

    def make(store: Store) -> None:
        disputed(store)
        keep_other(store)

    in_store(window, settle, make)
    window.go("actions")
    settle()
    return window


def keep_other(store: Store) -> None:
    from casefile.metadata import SourceMetadata
    from casefile.proposals import Proposals
    from casefile.store.keeping import Capture, keep_source

    capture = Capture(b"3", "3.txt", OTHER, SourceMetadata(title="Closing note"), "text/plain", "plain/1", ())
    with store.write("Import", by="ann") as writer:
        keep_source(writer, capture, Proposals())


def evidence_row(dialog: FormDialog) -> EvidenceRow:
    assert dialog.evidence is not None
    return dialog.evidence


def choose_passage(dialog: FormDialog, settle: Settle) -> PassageDialog:
    evidence_row(dialog).choose_button.click()
    settle()
    return dialog_of(PassageDialog)


def select(reader: TextReader, words: str) -> None:
    start = reader.toPlainText().index(words)
    units = len(reader.toPlainText()[:start].encode("utf-16-le")) // 2
    cursor = reader.textCursor()
    cursor.setPosition(units)
    cursor.setPosition(units + len(words.encode("utf-16-le")) // 2, QTextCursor.MoveMode.KeepAnchor)
    reader.setTextCursor(cursor)


def own(claims: tuple[ClaimRow, ...]) -> ClaimRow:
    """The person's one live claim."""
    (found,) = [claim for claim in claims if claim.is_own and claim.method == "person"]
    return found


def spans(claim: ClaimRow) -> list[tuple[int, str, str]]:
    return [(one.source_id, one.exact, one.source_title) for one in claim.evidence]


def edit_decided(window: MainWindow, settle: Settle) -> FormDialog:
    assert window.actions_pane.facts.choose_fact("decided")
    trigger(window, settle, "edit_fact")
    return dialog_of(FormDialog)


def test_a_date_rests_on_the_words_that_were_selected(
    opened: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    dialog = edit_decided(opened, settle)
    assert evidence_row(dialog).none.isVisible()
    assert dialog.grounds is None
    asked = choose_passage(dialog, settle)
    assert list(asked.sources.table.model.ids) == [2, 1, 3]
    near = [asked.sources.table.model.index(row, 3).data() for row in range(3)]
    assert near == ["yes", "yes", ""]
    assert not asked.use_selection.isEnabled()
    QTest.keyClicks(asked.sources.search, "closing")
    qtbot.waitUntil(lambda: list(asked.sources.table.model.ids) == [3])
    settle()
    assert asked.reader.toPlainText() == OTHER
    select(asked.reader, " the AP closed the case on 9 May ".rstrip())
    assert asked.selected.text() == "“the AP closed the case on 9 May”"
    asked.use_selection.click()
    assert evidence_row(dialog).source.text() == "Closing note"
    type_into(dialog, value="2025-05-09")
    dialog.accept()
    settle()
    claim = own(fact(opened, "decided").live)
    assert spans(claim) == [(3, "the AP closed the case on 9 May", "Closing note")]
    assert claim.evidence[0].span == Span(12, 43)
    assert in_store(opened, settle, check_all) == []
    trigger(opened, settle, "undo")  # of the look at the store itself
    trigger(opened, settle, "undo")
    assert fact(opened, "decided").value == "3 March 2025"


def check_all(store: Store) -> list[object]:
    with store.read() as reader:
        return list(check(reader))


def test_a_source_is_chosen_as_a_whole_and_taken_away_again(opened: MainWindow, settle: Settle) -> None:
    opened.records.facts.add_field("tag")
    dialog = dialog_of(FormDialog)
    type_into(dialog, value="faces")
    choose_passage(dialog, settle).use_source.click()
    row = evidence_row(dialog)
    assert (row.words.text(), row.source.text()) == ("The source as a whole", "second.txt")
    row.remove_button.click()
    assert (row.none.isVisible(), row.words.isVisible(), dialog.grounds) == (True, False, None)
    choose_passage(dialog, settle).use_source.click()
    dialog.accept()
    settle()
    claim = own(facts(opened, "tag")[0].live)
    assert (claim.source_id, claim.evidence) == (2, ())
    opened.actions_pane.facts.choose_fact("tag")
    trigger(opened, settle, "edit_fact")
    dialog = dialog_of(FormDialog)
    settle()
    assert evidence_row(dialog).source.text() == "second.txt"
    dialog.reject()


def test_other_evidence_takes_the_place_of_ones_own(opened: MainWindow, settle: Settle) -> None:
    for words in (SAID, "Ann Lee"):
        if facts(opened, "tag"):
            opened.actions_pane.facts.choose_fact("tag")
            trigger(opened, settle, "edit_fact")
        else:
            opened.records.facts.add_field("tag")
        dialog = dialog_of(FormDialog)
        type_into(dialog, value="faces")
        asked = choose_passage(dialog, settle)
        assert asked.reader.textCursor().selectedText() == ("" if words == SAID else SAID)
        select(asked.reader, words)
        asked.use_selection.click()
        dialog.accept()
        settle()
    (tag,) = [found for found in facts(opened, "tag") if found.live]
    assert spans(own(tag.live)) == [(2, "Ann Lee", "second.txt")]
    trigger(opened, settle, "undo")
    (tag,) = [found for found in facts(opened, "tag") if found.live]
    assert spans(own(tag.live)) == [(2, SAID, "second.txt")]


def test_evidence_for_a_value_of_others_stands_beside_theirs(opened: MainWindow, settle: Settle) -> None:
    """Also where the field has several values: the same one is not put in its own place."""
    opened.actions_pane.facts.choose_fact("respondent")
    trigger(opened, settle, "edit_fact")
    dialog = dialog_of(FormDialog)
    asked = choose_passage(dialog, settle)
    select(asked.reader, "Acme Corp")
    asked.use_selection.click()
    dialog.accept()
    settle()
    (respondent,) = facts(opened, "respondent")
    assert [claim.is_own for claim in respondent.live] == [False, False, True]
    assert spans(respondent.live[2]) == [(2, "Acme Corp", "second.txt")]


def test_a_sum_is_added_and_corrected_with_its_passage(opened: MainWindow, settle: Settle) -> None:
    trigger(opened, settle, "add_sum")
    dialog = dialog_of(FormDialog)
    type_into(dialog, amount="2,500,000", dated="2025-12-01")
    asked = choose_passage(dialog, settle)
    select(asked.reader, "€2.5 million")
    asked.use_selection.click()
    dialog.accept()
    settle()
    detail = opened.actions_pane.detail
    assert detail is not None
    line = detail.measures[0].entries[1]
    assert spans(own(line.claims)) == [(2, "€2.5 million", "second.txt")]
    opened.records.ledger.correct(line)
    settle()
    dialog = dialog_of(FormDialog)
    assert evidence_row(dialog).words.text() == "“€2.5 million”"
    asked = choose_passage(dialog, settle)
    assert asked.reader.textCursor().selectedText() == "€2.5 million"
    select(asked.reader, SAID)
    asked.use_selection.click()
    dialog.accept()
    settle()
    detail = opened.actions_pane.detail
    assert detail is not None
    assert spans(own(detail.measures[0].entries[1].fact.live)) == [(2, SAID, "second.txt")]


def open_text(window: MainWindow, settle: Settle, source_id: int) -> TextReader:
    window.go("sources")
    settle()
    window.sources.table.choose(source_id)
    settle()
    return window.sources.reader


def test_words_of_a_text_become_the_evidence_of_a_field(opened: MainWindow, settle: Settle) -> None:
    reader = open_text(opened, settle, 3)
    assert not opened.commands["use_as_evidence"].isEnabled()
    select(reader, "😀 the AP")
    trigger(opened, settle, "use_as_evidence")
    asked = dialog_of(ActionDialog)
    assert list(asked.found.table.model.ids) == [1]
    asked.found.table.view.setFocus()
    QTest.keyClick(asked.found.table.view, Qt.Key.Key_Return)
    settle()
    chooser = dialog_of(FieldChooser)
    assert {SUM, MEASURE} <= set(chooser.shown)
    QTest.keyClicks(chooser.search, "sect")
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    QTest.qWait(0)
    dialog = dialog_of(FormDialog)
    assert evidence_row(dialog).words.text() == "“😀 the AP”"
    type_into(dialog, value="the moon")
    dialog.accept()
    settle()
    assert opened.messages.isVisible()
    assert undo_text(opened) == "Undo: Add sector"
    marked = [one.cursor.selectedText() for one in reader.extraSelections()]
    assert marked == ["😀 the AP"]
    opened.go("actions")
    settle()
    assert spans(own(fact(opened, "sector").live)) == [(3, "😀 the AP", "Closing note")]
    assert own(fact(opened, "sector").live).evidence[0].span == Span(10, 18)
    trigger(opened, settle, "undo")
    assert facts(opened, "sector") == []


def test_words_of_a_text_become_the_evidence_of_a_sum(opened: MainWindow, settle: Settle) -> None:
    select(open_text(opened, settle, 1), "€2.5 million")
    trigger(opened, settle, "use_as_evidence")
    dialog_of(ActionDialog).found.table.view.setFocus()
    QTest.keyClick(dialog_of(ActionDialog), Qt.Key.Key_Return)
    settle()
    chooser = dialog_of(FieldChooser)
    QTest.keyClicks(chooser.search, "sum in")
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    QTest.qWait(0)
    dialog = dialog_of(FormDialog)
    type_into(dialog, amount="2,500,000")
    dialog.accept()
    settle()
    opened.go("actions")
    settle()
    detail = opened.actions_pane.detail
    assert detail is not None
    assert spans(own(detail.measures[0].entries[1].claims)) == [(1, "€2.5 million", "first.txt")]


def test_words_of_a_text_become_the_evidence_of_a_measure(opened: MainWindow, settle: Settle) -> None:
    select(open_text(opened, settle, 3), "closed the case")
    trigger(opened, settle, "use_as_evidence")
    dialog_of(ActionDialog).found.table.view.setFocus()
    QTest.keyClick(dialog_of(ActionDialog), Qt.Key.Key_Return)
    settle()
    chooser = dialog_of(FieldChooser)
    QTest.keyClicks(chooser.search, "measure")
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    QTest.qWait(0)
    dialog = dialog_of(FormDialog)
    type_into(dialog, kind="Deletion", deadline="2025-09")
    dialog.accept()
    settle()
    opened.go("actions")
    settle()
    detail = opened.actions_pane.detail
    assert detail is not None
    said = {found.field: spans(own(found.live)) for found in detail.measures[1].facts}
    passage = [(3, "closed the case", "Closing note")]
    assert said == {"kind": passage, "deadline": passage}


def test_what_is_known_of_a_party_and_a_measure_rests_on_passages_too(
    opened: MainWindow, settle: Settle
) -> None:
    opened.actions_pane.facts.choose_fact("respondent")
    trigger(opened, settle, "edit_party")
    dialog = dialog_of(FormDialog)
    type_into(dialog, legal_name="Acme Corporation")
    select(choose_passage(dialog, settle).reader, "Acme Corp")
    dialog_of(PassageDialog).use_selection.click()
    dialog.accept()
    settle()
    detail = opened.actions_pane.detail
    assert detail is not None
    legal = {found.field: found for found in detail.parties[("respondent", "Acme Corp")].facts}["legal_name"]
    assert spans(own(legal.live)) == [(2, "Acme Corp", "second.txt")]
    opened.records.ledger.change_measure(detail.measures[0])
    dialog = dialog_of(FormDialog)
    type_into(dialog, deadline="2025-10")
    select(choose_passage(dialog, settle).reader, SAID)
    dialog_of(PassageDialog).use_selection.click()
    dialog.accept()
    settle()
    detail = opened.actions_pane.detail
    assert detail is not None
    deadline = {found.field: found for found in detail.measures[0].facts}["deadline"]
    assert spans(own(deadline.live)) == [(2, SAID, "second.txt")]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_texts_own_menu_has_the_command(opened: MainWindow, settle: Settle) -> None:
    reader = open_text(opened, settle, 1)
    select(reader, "Acme Corp")
    place = reader.cursorRect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, reader.viewport().mapToGlobal(place))
    QApplication.sendEvent(reader.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0] is opened.commands["use_as_evidence"]
    assert menu.actions()[0].isEnabled()
    menu.close()


def test_all_of_it_is_done_by_keys(opened: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    def press(key: Qt.Key, times: int = 1, held: Qt.KeyboardModifier = NO_KEY) -> None:
        for _ in range(times):
            present = QApplication.focusWidget()
            assert present is not None
            QTest.keyClick(present, key, held)

    def focus_in(dialog: QWidget) -> None:
        """The part of a window manager, which gives the keyboard to the dialog that is left."""
        dialog.activateWindow()
        qtbot.waitUntil(lambda: dialog.isActiveWindow() and QApplication.focusWidget() is not None)

    opened.actions_pane.facts.choose_fact("decided")
    opened.actions_pane.facts.setFocus()
    press(Qt.Key.Key_F2)
    dialog = dialog_of(FormDialog)
    focus_in(dialog)
    tab_to(evidence_row(dialog).choose_button)
    press(Qt.Key.Key_Space)
    settle()
    asked = dialog_of(PassageDialog)
    focus_in(asked)
    assert QApplication.focusWidget() is asked.sources.search
    press(Qt.Key.Key_Down)
    settle()
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is asked.reader
    press(Qt.Key.Key_Right, 4)
    press(Qt.Key.Key_Right, 2, held=Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Return)
    assert QApplication.activeModalWidget() is dialog
    focus_in(dialog)
    assert evidence_row(dialog).words.text() == "“AP”"
    tab_to(dialog.inputs["reason"])
    QTest.keyClicks(dialog.inputs["reason"], "the article says so")
    press(Qt.Key.Key_Return)
    settle()
    claim = own(fact(opened, "decided").live)
    assert spans(claim) == [(1, TEXT[4:6], "first.txt")]
    assert claim.reason == "the article says so"


def tab_to(wanted: QWidget) -> None:
    seen = []
    for _ in range(30):
        present = QApplication.focusWidget()
        assert present is not None
        if present is wanted:
            return
        seen.append(present.accessibleName())
        QTest.keyClick(present, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {wanted.accessibleName()}: {seen}")


def test_whatever_takes_the_focus_has_a_name(opened: MainWindow, settle: Settle) -> None:
    dialog = edit_decided(opened, settle)
    asked = choose_passage(dialog, settle)
    for holder in (dialog, asked):
        nameless = [
            child
            for child in holder.findChildren(QWidget)
            if child.isVisible()
            and child.focusPolicy() is not Qt.FocusPolicy.NoFocus
            and not child.accessibleName()
            and not getattr(child, "text", lambda: "")()
            and not child.objectName().startswith("qt_")
        ]
        assert nameless == []
    said = evidence_row(dialog).choose_button.accessibleDescription()
    assert said == "Evidence: none yet"
