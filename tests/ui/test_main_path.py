"""The whole path by hand and by keyboard: drop, inbox, review, actions, brief."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from casefile.briefs.composition import PageSize
from casefile.proposals import QuoteProposal
from casefile.store.rows import ActionRow
from casefile.terms import ProposalKind
from tests.ui.made_records import dialog_of, in_store, several
from ui.dialogs.case_file import AssignDialog
from ui.dialogs.export_brief import ExportBriefDialog
from ui.main_window import MainWindow

Settle = Callable[[], None]
COPY = Qt.DropAction.CopyAction
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drop(window: MainWindow, mime: QMimeData) -> None:
    enter = QDragEnterEvent(QPoint(300, 300), COPY, mime, LEFT, NO_KEY)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), COPY, mime, LEFT, NO_KEY))


def drop_file(window: MainWindow, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    drop(window, mime)


def review_first(window: MainWindow, settle: Settle) -> None:
    settle()
    window.inbox.table.open_chosen()
    settle()


def test_from_a_dropped_file_to_a_brief(
    window: MainWindow, settle: Settle, article: Path, tmp_path: Path
) -> None:
    drop_file(window, article)
    settle()
    assert window.messages.text == "1 source imported."
    assert len(window.inbox.table.model.ids) == 1
    QTest.mouseClick(window.inbox.review_button, Qt.MouseButton.LeftButton)
    settle()
    waiting = window.review.cards.waiting()
    assert {row.kind for row in waiting} >= {ProposalKind.ACTION, ProposalKind.QUOTE}
    QTest.keyClick(window.review.cards, Qt.Key.Key_A)
    settle()
    assert window.review.cards.waiting() == []
    window.go("actions")
    settle()
    row = window.actions_pane.table.model.row_at(0)
    assert isinstance(row, ActionRow)
    assert "Uber" in row.title
    assert str(row.amount) == "€290,000,000"
    window.commands["export_brief"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportBriefDialog)
    path = tmp_path / "brief.pdf"
    entry = dialog.inputs["path"]
    assert isinstance(entry, QLineEdit)
    entry.setText(str(path))
    dialog.revise()
    dialog.accept()
    settle()
    assert f"Brief written: {path}" in window.messages.text
    pages = pypdfium2.PdfDocument(path)
    text = "".join(page.get_textpage().get_text_range() for page in pages)
    assert "290" in text
    assert "Wolfsen" in text
    pages.close()


def test_the_keys_of_the_review(window: MainWindow, settle: Settle, article: Path) -> None:
    drop_file(window, article)
    review_first(window, settle)
    cards = window.review.cards
    first = cards.chosen_row()
    assert first is not None
    QTest.keyClick(cards, Qt.Key.Key_J)
    assert cards.chosen_row() != first
    QTest.keyClick(cards, Qt.Key.Key_K)
    assert cards.chosen_row() == first
    count = len(cards.waiting())
    QTest.keyClick(cards, Qt.Key.Key_Return)
    assert first not in cards.waiting()
    QTest.keyClick(cards, Qt.Key.Key_X)
    settle()
    assert len(cards.waiting()) == count - 2
    window.commands["undo"].trigger()
    settle()
    assert len(cards.waiting()) == count - 1
    window.commands["undo"].trigger()
    settle()
    assert len(cards.waiting()) == count


def test_a_click_on_a_passage_chooses_its_card(window: MainWindow, settle: Settle, article: Path) -> None:
    drop_file(window, article)
    review_first(window, settle)
    cards, reader = window.review.cards, window.review.reader
    quote = next(row for row in cards.waiting() if row.kind is ProposalKind.QUOTE)
    cards.choose(quote.id)
    action = next(row for row in cards.waiting() if row.kind is ProposalKind.ACTION)
    cards.choose(action.id)
    assert isinstance(quote.proposal, QuoteProposal)
    reader.scroll_to(quote.proposal.span)
    QTest.mouseClick(reader.viewport(), LEFT, pos=reader.cursorRect().center() + QPoint(12, 0))
    assert cards.chosen_row() is quote


def test_a_dropped_selection_is_a_source(window: MainWindow, settle: Settle) -> None:
    mime = QMimeData()
    mime.setHtml("<h1>CNIL fines Example SA</h1><p>The CNIL has fined Example SA 3 million euros today.</p>")
    drop(window, mime)
    settle()
    assert window.messages.text == "1 source imported."


def test_a_dropped_link_is_a_source_to_be_filled(window: MainWindow, settle: Settle) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/article")])
    drop(window, mime)
    settle()
    assert window.messages.text == "1 source imported."


def test_a_dropped_mail_says_what_to_do(window: MainWindow, settle: Settle) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("mailbox:///home/me/Mail/Inbox?number=12")])
    drop(window, mime)
    settle()
    assert "Save the mail" in window.messages.text


def test_a_file_that_cannot_be_read_is_named(window: MainWindow, settle: Settle, tmp_path: Path) -> None:
    broken = tmp_path / "broken.html"
    broken.write_bytes(b"")
    drop_file(window, broken)
    settle()
    assert "broken.html" in window.messages.text


def test_a_store_that_is_none_is_refused_with_a_word(
    window: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    other = tmp_path / "other.casefile"
    other.write_text("no store", encoding="utf-8")
    before = window.desk.path
    window.desk.open(other)
    settle()
    assert "is not a Casefile store" in window.messages.text
    assert window.desk.path == before


def test_a_search_finds_the_source_and_opens_it(window: MainWindow, settle: Settle, article: Path) -> None:
    drop_file(window, article)
    settle()
    window.search_box.setText("drivers")
    settle()
    assert len(window.search.table.model.ids) == 1
    window.search.table.open_chosen()
    settle()
    assert "drivers' data" in window.sources.reader.toPlainText()


def test_an_action_goes_into_a_case_file_and_only_there(
    window: MainWindow, settle: Settle, article: Path
) -> None:
    drop_file(window, article)
    review_first(window, settle)
    window.review.accept_all()
    settle()
    window.errands.add_case({"title": "Transfers", "purpose": ""})
    window.errands.add_case({"title": "Other", "purpose": ""})
    settle()
    transfers = next(case for case in window.errands.cases if case.title == "Transfers")
    window.go("actions")
    settle()
    window.records.cases.put_in("action", [window.actions_pane.table.model.ids[0]], transfers.id)
    settle()
    counts = {case.title: case.action_count for case in window.errands.cases}
    assert counts == {"Transfers": 1, "Other": 0}
    window.go_to_case(transfers.id)
    settle()
    assert len(window.actions_pane.table.model.ids) == 1


def test_several_actions_go_into_a_case_file_in_one_step(window: MainWindow, settle: Settle) -> None:
    in_store(window, settle, several)
    window.errands.add_case({"title": "Transfers", "purpose": ""})
    settle()
    window.go("actions")
    settle()
    window.actions_pane.table.view.selectAll()
    window.commands["assign"].trigger()
    dialog_of(AssignDialog).accept()
    settle()
    assert [case.action_count for case in window.errands.cases] == [4]
    assert window.commands["undo"].text() == "Undo: Add 4 actions to case file"


def test_enter_exports_although_another_button_stands_before(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    dialog = ExportBriefDialog((), None, PageSize.A4.value, tmp_path, window)
    with qtbot.waitExposed(dialog):
        dialog.show()
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.inputs["title"], Qt.Key.Key_Return)


def test_the_paper_of_the_settings_is_the_first_choice(window: MainWindow) -> None:
    dialog = ExportBriefDialog((), None, PageSize.LETTER.value, Path("/"), window)

    assert dialog.order().composition.page_size is PageSize.LETTER
