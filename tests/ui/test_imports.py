"""Imports in the window: shown while they go on, their receipts, taking back, going on after a crash."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from casefile.intake.workers import ReaderPool
from casefile.reading.errors import EmptyFileError
from casefile.store import receipts
from casefile.store.rows import BatchRow, LineRow, ReceiptRow
from casefile.store.store import Store
from casefile.terms import Outcome, Standing
from tests.intake.short_articles import short_article
from tests.store.processes import holding
from tests.ui.made_records import in_store
from ui.directions import is_right_to_left
from ui.main_window import MainWindow
from ui.models.columns import why_text
from ui.notices import batch_words, interrupted_words
from ui.readers import WindowReaders

Settle = Callable[[], None]


@pytest.fixture
def files(article: Path, tmp_path: Path) -> list[Path]:
    """Two articles, the first of them twice, and a file that cannot be read."""
    other, copy, empty = tmp_path / "other.txt", tmp_path / "copy.txt", tmp_path / "empty.html"
    other.write_text(short_article("Lumivara"), "utf-8")
    copy.write_bytes(article.read_bytes())
    empty.write_bytes(b"")
    return [article, other, copy, empty]


def shown(window: MainWindow) -> list[tuple[str, str]]:
    """Outcome and file of each line of the receipt in sight."""
    model = window.receipt.table.model
    rows = range(model.rowCount())
    return [(str(model.index(row, 0).data()), str(model.index(row, 1).data())) for row in rows]


def test_the_receipt_of_an_import(window: MainWindow, settle: Settle, files: list[Path]) -> None:
    window.errands.import_paths(files)
    settle()
    assert window.inbox.imports.isVisible()
    assert list(window.inbox.imports.model.ids) == [1]
    row = window.inbox.imports.model.row_at(0)
    assert isinstance(row, BatchRow)
    assert batch_words(row) == "2 stored, 1 duplicate, 1 failed"
    window.inbox.imports.open_chosen()
    settle()
    assert window.receipt.isVisible()
    QAbstractItemModelTester(window.receipt.table.model)
    assert shown(window) == [
        ("Failed", "empty.html"), ("Stored", "uber.txt"), ("Stored", "other.txt"), ("Duplicate", "copy.txt"),
    ]  # fmt: skip
    why = str(window.receipt.table.model.index(0, 2).data())
    assert "empty" in why
    assert window.receipt.why.isVisible()
    assert window.receipt.why.text() == why
    window.receipt.table.choose(window.receipt.table.model.ids[1])
    assert not window.receipt.why.isVisible()


def test_a_name_from_the_right_does_not_turn_the_sentence_round() -> None:
    def why(name: str) -> str:
        row = ReceiptRow(name, Outcome.FAILED, str(EmptyFileError(name)), None)
        return why_text(LineRow(1, row, Standing.NONE, None))

    assert why("a.html") == str(EmptyFileError("a.html"))
    arabic = why("قرار.html")
    assert not is_right_to_left(arabic)
    assert arabic.translate({0x2068: None, 0x2069: None}) == str(EmptyFileError("قرار.html"))


def test_a_line_opens_its_source_and_escape_leads_back(
    window: MainWindow, settle: Settle, files: list[Path]
) -> None:
    window.errands.import_paths(files)
    settle()
    window.messages.press()
    settle()
    assert window.receipt.isVisible()
    QTest.keyClick(window.receipt.table.view, Qt.Key.Key_Escape)
    assert window.inbox.isVisible()
    window.commands["receipt"].trigger()
    settle()
    window.receipt.table.choose(window.receipt.table.model.ids[2])
    window.receipt.table.open_chosen()
    settle()
    assert window.sources.isVisible()
    assert "Lumivara" in window.sources.reader.toPlainText()


def test_an_import_is_taken_back_by_undo_and_redone(
    window: MainWindow, settle: Settle, files: list[Path]
) -> None:
    window.errands.import_paths(files)
    settle()
    window.commands["receipt"].trigger()
    settle()
    assert window.commands["take_back_import"].isEnabled()
    window.commands["take_back_import"].trigger()
    settle()
    assert window.messages.text == "The import is undone."
    assert "It was undone." in str(window.receipt.table.model.index(1, 2).data())
    assert not window.commands["take_back_import"].isEnabled()
    window.messages.press()
    settle()
    assert str(window.receipt.table.model.index(1, 2).data()) == ""
    assert window.commands["take_back_import"].isEnabled()


def test_one_file_is_taken_back_although_later_steps_exist(
    window: MainWindow, settle: Settle, files: list[Path]
) -> None:
    window.errands.import_paths(files)
    settle()
    window.commands["receipt"].trigger()
    settle()
    window.receipt.table.choose(window.receipt.table.model.ids[0])
    assert not window.commands["take_back_file"].isEnabled()
    window.receipt.table.choose(window.receipt.table.model.ids[1])
    window.commands["take_back_file"].trigger()
    settle()
    assert window.messages.text == "1 source moved to the trash."
    assert "in the trash" in str(window.receipt.table.model.index(1, 2).data())
    window.messages.press()
    settle()
    assert str(window.receipt.table.model.index(1, 2).data()) == ""


def interrupt(store: Store, files: list[Path]) -> None:
    """What a crash in the middle of a batch leaves."""
    with store.write("Begin", by="Tester", undoable=False) as writer:
        batch_id = receipts.begin_batch(writer, "Tester", [(path.name, path) for path in files])
        failed = ReceiptRow(files[0].name, Outcome.FAILED, "It is empty.", None)
        receipts.keep_lines(writer, batch_id, 1, [failed])


def reopen(window: MainWindow, settle: Settle) -> None:
    path = window.desk.path
    assert path is not None
    window.desk.open(path)
    settle()


def test_an_interrupted_import_is_offered_at_the_next_start_and_continued(
    window: MainWindow, settle: Settle, files: list[Path]
) -> None:
    in_store(window, settle, lambda store: interrupt(store, files))
    assert not window.interrupted.isVisible()
    reopen(window, settle)
    assert window.interrupted.text == "An import was interrupted: 3 of 4 files are left."
    assert window.interrupted.isVisible()
    window.interrupted.continue_wanted.emit(window.interrupted._batch)
    settle()
    assert not window.interrupted.isVisible()
    assert window.messages.text.startswith("2 sources imported.")
    reopen(window, settle)
    assert not window.interrupted.isVisible()


def test_an_interrupted_import_that_is_dismissed_can_still_go_on_from_its_receipt(
    window: MainWindow, settle: Settle, files: list[Path]
) -> None:
    in_store(window, settle, lambda store: interrupt(store, files))
    reopen(window, settle)
    window.interrupted.dismiss_wanted.emit(window.interrupted._batch)
    settle()
    reopen(window, settle)
    assert not window.interrupted.isVisible()
    window.commands["receipt"].trigger()
    settle()
    assert ("Not read yet", "other.txt") in shown(window)
    button = window.receipt.buttons["resume_import"]
    assert button.isVisible()
    assert not window.receipt.buttons["take_back_file"].isVisible()
    window.commands["resume_import"].trigger()
    settle()
    window.commands["receipt"].trigger()
    settle()
    assert not window.commands["resume_import"].isEnabled()
    assert not button.isVisible()
    assert window.receipt.buttons["take_back_file"].isVisible()
    assert ("Stored", "other.txt") in shown(window)


def test_what_is_kept_is_shown_while_the_import_goes_on_and_cancel_ends_it(
    window: MainWindow, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    quick, hanging = tmp_path / "a.txt", tmp_path / "b.txt"
    quick.write_text(json.dumps({"text": "The regulator fined Acme."}), "utf-8")
    hanging.write_text(json.dumps({"do": "sleep"}), "utf-8")
    # Two: of two files that are begun together either may come to the only worker first.
    with ReaderPool(2, job="tests.intake.hostile_job") as pool:
        window.desk.readers = WindowReaders(pool)
        window.errands.import_paths([quick, hanging])
        window.go("sources")
        qtbot.waitUntil(lambda: len(window.sources.table.model.ids) == 1, timeout=20_000)
        job = window.desk.jobs.writing
        assert job is not None
        job.cancel()
        settle()
    assert "1 source imported." in window.messages.text
    assert "What was finished before is kept." in window.messages.text
    window.commands["receipt"].trigger()
    settle()
    assert shown(window) == [("Stored", "a.txt"), ("Not read yet", "b.txt")]


def test_closing_the_window_ends_an_import_that_the_next_start_offers(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    hanging = tmp_path / "b.txt"
    hanging.write_text(json.dumps({"do": "sleep"}), "utf-8")
    window.desk.readers = WindowReaders()
    window.desk.readers._own = pool = ReaderPool(1, job="tests.intake.hostile_job")
    path = window.desk.path
    assert path is not None
    window.errands.import_paths([hanging])
    qtbot.waitUntil(lambda: any(worker.busy for worker in pool._workers), timeout=20_000)
    window.close()
    qtbot.waitUntil(lambda: window.ended, timeout=20_000)
    assert pool.closed
    store = Store.open(path)
    with store.read() as reader:
        (batch,) = receipts.pending_batches(reader)
    store.close()
    assert interrupted_words(batch) == "An import was interrupted: 1 of 1 file is left."


def test_a_store_that_is_only_read_offers_nothing(
    window: MainWindow, settle: Settle, files: list[Path], tmp_path: Path
) -> None:
    path = tmp_path / "other.casefile"
    store = Store.create(path)
    interrupt(store, files)
    store.close()
    with holding(path, "Bo Berg"):
        window.desk.open(path)
        settle()
        assert window.desk.refusal is not None
        assert not window.interrupted.isVisible()
    window.desk.open(path)
    settle()
    assert window.interrupted.isVisible()


def test_the_readers_of_a_window_are_made_once_and_closed_with_it() -> None:
    readers = WindowReaders()
    readers.warm()
    made = readers.get()
    assert readers.get() is made
    assert not made.closed
    readers.close()
    assert made.closed
    late = WindowReaders()
    late.close()
    assert late.get().closed


def test_readers_that_are_given_are_not_closed(readers: ReaderPool) -> None:
    given = WindowReaders(readers)
    given.close()
    assert given.get() is readers
    assert not readers.closed


def test_an_import_that_ends_takes_nobody_out_of_a_review(
    window: MainWindow, settle: Settle, files: list[Path]
) -> None:
    window.errands.import_paths(files[:1])
    settle()
    assert window.views.place == "inbox"
    window.start_review(window.inbox.table.model.ids[0])
    settle()
    window.errands.import_paths(files[1:2])
    settle()
    assert window.views.place == "review"
    assert window.messages.text == "1 source imported."


@pytest.mark.parametrize(("went_to", "is_at"), [("quotes", "quotes"), ("", "inbox")])
def test_an_import_that_ends_is_shown_to_whoever_stayed(
    window: MainWindow, settle: Settle, files: list[Path], went_to: str, is_at: str
) -> None:
    window.go("timeline")
    settle()
    window.errands.import_paths(files[:1])
    if went_to:
        window.go(went_to)
    settle()
    assert window.views.place == is_at
