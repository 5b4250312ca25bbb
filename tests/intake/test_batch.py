"""A batch: each file is one line on the receipt, whatever it is."""

import json
import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from sqlalchemy import select

from casefile.errors import CasefileError
from casefile.intake import PastedText, accept_unreviewed, import_files, import_texts, resume_import
from casefile.intake.errors import ReadersClosedError
from casefile.intake.limits import Limits
from casefile.intake.wire import RawItem, ReadResult
from casefile.intake.workers import ReaderPool
from casefile.progress import Progress, Task
from casefile.store import lists, queries, receipts, trash
from casefile.store.check import check
from casefile.store.rows import ReceiptRow, SourceRecord
from casefile.store.schema.evidence import Source
from casefile.store.store import Store
from casefile.terms import Outcome, Standing
from tests.intake.inline import InlineReaders
from tests.intake.short_articles import short_article

HOSTILE = "tests.intake.hostile_job"


def several(folder: Path, count: int) -> list[Path]:
    """Articles that differ, in files."""
    paths = [folder / f"article-{number}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(short_article(f"Acme{number}"), "utf-8")
    return paths


def made(folder: Path, name: str, order: dict[str, Any]) -> Path:
    """A file for the hostile job."""
    path = folder / name
    path.write_text(json.dumps(order), "utf-8")
    return path


def kept_lines(store: Store, batch_id: int = 1) -> tuple[list[ReceiptRow], list[Standing]]:
    with store.read() as reader:
        lines = receipts.receipt_lines(reader, batch_id)
    return [line.row for line in lines], [line.standing for line in lines]


def outcomes(store: Store, readers: ReaderPool, *paths: Path) -> list[Outcome]:
    return [line.outcome for line in import_files(store, paths, "ann", readers=readers)]


def test_an_article_becomes_a_source_with_proposals(store: Store, article: Path, readers: ReaderPool) -> None:
    (line,) = import_files(store, [article], "ann", readers=readers)
    assert line.outcome == "stored"
    assert line.source_id is not None
    with store.read() as reader:
        record = queries.source_record(reader, line.source_id)
        found = queries.proposals(reader, line.source_id)
    assert record.row.title == "Regulator fines Acme Corp €2.5 million over leaked files"
    assert record.text == article.read_text("utf-8")
    assert record.byte_size == article.stat().st_size
    assert {row.kind.value for row in found} >= {"action", "quote", "event"}


def test_the_same_bytes_are_kept_once(
    store: Store, article: Path, tmp_path: Path, readers: ReaderPool
) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(article.read_bytes())
    assert outcomes(store, readers, article, copy) == ["stored", "duplicate"]


def test_bad_files_are_lines_and_the_good_one_is_kept(
    store: Store, article: Path, tmp_path: Path, readers: ReaderPool
) -> None:
    empty, binary = tmp_path / "empty.html", tmp_path / "tool.exe"
    empty.write_bytes(b"")
    binary.write_bytes(b"MZ" + bytes(range(256)) * 40)
    lines = import_files(store, [empty, binary, tmp_path / "gone.txt", article], "ann", readers=readers)
    assert [line.outcome for line in lines] == ["failed", "failed", "failed", "stored"]
    assert "empty" in lines[0].message
    assert all(line.message for line in lines[:3])
    with store.read() as reader:
        assert lists.counts(reader).sources == 1


def test_a_folder_stands_for_its_files(store: Store, article: Path, readers: ReaderPool) -> None:
    folder = article.parent / "saved"
    folder.mkdir()
    article.rename(folder / "a.txt")
    assert outcomes(store, readers, folder) == ["stored"]


def test_undoing_an_import_removes_exactly_what_it_brought(
    store: Store, article: Path, readers: ReaderPool
) -> None:
    import_files(store, [article], "ann", readers=readers)
    assert store.undo("ann") == "Import acme.txt"
    with store.read() as reader:
        assert lists.counts(reader).sources == 0
        assert lists.inbox_ids(reader) == []
    assert outcomes(store, readers, article) == ["stored"]


def test_stopping_keeps_what_was_finished_and_the_rest_can_be_resumed(
    store: Store, tmp_path: Path, readers: ReaderPool
) -> None:
    paths = several(tmp_path, 4)
    stop = Event()

    def stop_at_the_second(progress: Progress) -> None:
        if progress.done == 1:
            stop.set()

    lines = import_files(store, paths, "ann", Task(stop_at_the_second, stop), readers)
    assert [line.outcome for line in lines] == ["stored", "failed"]
    assert "Stopped" in lines[1].message
    with store.read() as reader:
        (batch,) = receipts.batch_rows(reader, receipts.latest_batches(reader))
        assert receipts.pending_batches(reader) == []
        assert lists.counts(reader).sources == 1
    assert batch.stopped
    assert batch.counts == {Outcome.STORED: 1, Outcome.WAITING: 3}
    rest = resume_import(store, batch.id, "ann", readers=readers)
    assert [(line.name, line.outcome) for line in rest] == [(path.name, "stored") for path in paths[1:]]
    with store.read() as reader:
        (batch,) = receipts.batch_rows(reader, [batch.id])
    assert (batch.stopped, batch.waiting, batch.finished_at is None) == (False, 0, False)
    store.undo("ann")
    with store.read() as reader:
        assert lists.counts(reader).sources == 0


def test_a_file_that_takes_long_does_not_keep_a_person_from_stopping(store: Store, tmp_path: Path) -> None:
    hanging = tmp_path / "hanging.txt"
    hanging.write_text('{"do": "sleep"}', "utf-8")
    stop = Event()
    with ReaderPool(1, job=HOSTILE) as pool, ThreadPoolExecutor(1) as threads:
        pool.wait_until_warm()
        task = Task(stop=stop)
        importing = threads.submit(import_files, store, [hanging], "ann", task, pool)
        while not any(worker.busy for worker in pool._workers):
            time.sleep(0.01)
        stop.set()
        (line,) = importing.result(timeout=30)
    assert "Stopped" in line.message


class StubbornReaders(InlineReaders):
    """Read until they are interrupted, which waits a while for whoever begins anew."""

    def __init__(self) -> None:
        self.reading, self.interrupted, self.late = Event(), Event(), Event()

    def read(self, item: RawItem) -> ReadResult:
        assert item.content
        if self.interrupted.is_set():
            self.late.set()
        self.reading.set()
        self.interrupted.wait(timeout=30)
        raise ReadersClosedError

    def interrupt(self) -> None:
        self.interrupted.set()
        self.late.wait(timeout=0.5)


def test_nothing_is_begun_after_a_person_stopped(store: Store, tmp_path: Path) -> None:
    readers, stop = StubbornReaders(), Event()
    with ThreadPoolExecutor(1) as threads:
        task = Task(stop=stop)
        importing = threads.submit(import_files, store, several(tmp_path, 8), "ann", task, readers)
        assert readers.reading.wait(timeout=30)
        stop.set()
        (line,) = importing.result(timeout=30)
    assert "Stopped" in line.message
    assert not readers.late.is_set()


def test_the_end_of_the_program_leaves_the_rest_for_the_next_start(
    store: Store, tmp_path: Path, readers: ReaderPool
) -> None:
    paths = several(tmp_path, 3)
    stop = Event()
    pool = ReaderPool(1)

    def end_the_program(progress: Progress) -> None:
        if progress.done == 1:
            pool.close()
            stop.set()

    with pytest.raises(CasefileError):
        import_files(store, paths, "ann", Task(end_the_program, stop), pool)
    with store.read() as reader:
        (batch,) = receipts.pending_batches(reader)
        assert [waiting.path for waiting in receipts.waiting_files(reader, batch.id)] == paths[1:]
    assert [line.outcome for line in resume_import(store, batch.id, "ann", readers=readers)] == ["stored"] * 2


def test_what_was_done_in_between_is_not_undone_with_an_import_that_was_resumed(
    store: Store, tmp_path: Path, readers: ReaderPool
) -> None:
    paths = several(tmp_path, 2)
    stop = Event()

    def stop_at_the_second(progress: Progress) -> None:
        if progress.done == 1:
            stop.set()

    (first, _) = import_files(store, paths, "ann", Task(stop_at_the_second, stop), readers)
    assert first.source_id is not None
    accept_unreviewed(store, first.source_id, "ann")
    resume_import(store, 1, "ann", readers=readers)
    assert store.undo("ann") == f"Import {paths[1].name}"
    assert store.undo("ann") == "Accept all without review"
    assert store.undo("ann") == f"Import {paths[0].name}"
    with store.read() as reader:
        assert check(reader) == []


def test_pasted_text_is_a_source(store: Store, article: Path, readers: ReaderPool) -> None:
    (line,) = import_texts(store, [PastedText(article.read_bytes(), "Pasted text")], "ann", readers=readers)
    assert line.outcome == "stored"
    with store.read() as reader:
        (kept,) = receipts.receipt_lines(reader, 1)
    assert kept.row == line


def test_a_receipt_stays_and_follows_what_becomes_of_its_sources(
    store: Store, article: Path, tmp_path: Path, readers: ReaderPool
) -> None:
    empty = tmp_path / "empty.html"
    empty.write_bytes(b"")
    lines = import_files(store, [article, empty, article], "ann", readers=readers)
    assert [line.outcome for line in lines] == ["stored", "failed", "duplicate"]
    assert kept_lines(store) == (lines, [Standing.HERE, Standing.NONE, Standing.HERE])
    store.undo("ann")
    assert kept_lines(store)[1] == [Standing.UNDONE, Standing.NONE, Standing.UNDONE]
    store.redo("ann")
    assert kept_lines(store) == (lines, [Standing.HERE, Standing.NONE, Standing.HERE])
    with store.write("Trash", by="ann") as writer:
        trash.put_in_trash(writer, "source", [1])
    assert kept_lines(store)[1][0] is Standing.TRASHED
    with store.write("Empty", by="ann") as writer:
        trash.empty_trash(writer)
    assert kept_lines(store)[1][0] is Standing.GONE
    with store.read() as reader:
        assert check(reader) == []


def test_the_files_within_a_file_are_sources_of_their_own(store: Store, tmp_path: Path) -> None:
    mail = {
        "text": "The mail.",
        "parts": {"note.txt": {"text": "The note."}, "copy.txt": {"text": "The note."}},
    }
    path = made(tmp_path, "mail.eml", mail)
    with ReaderPool(2, job=HOSTILE) as pool:
        lines = import_files(store, [path], "ann", readers=pool)
        again = import_files(store, [path], "ann", readers=pool)
    assert [(line.name, line.outcome) for line in lines] == [
        ("mail.eml", "stored"), ("mail.eml › note.txt", "stored"), ("mail.eml › copy.txt", "duplicate"),
    ]  # fmt: skip
    assert [line.outcome for line in again] == ["duplicate"]
    with store.read() as reader:
        rows = reader.execute(
            select(Source.id, Source.part_of_id, Source.file_name).order_by(Source.id)
        ).all()
        assert check(reader) == []
        note = queries.source_record(reader, 2)
    assert [tuple(row) for row in rows] == [(1, None, "mail.eml"), (2, 1, "note.txt")]
    assert (note.part_of_id, note.part_of) == (1, "The mail.")
    assert store.undo("ann") == "Import mail.eml"
    with store.read() as reader:
        assert lists.counts(reader).sources == 0


def test_a_part_outlives_the_mail_that_the_trash_was_emptied_of(store: Store, tmp_path: Path) -> None:
    path = made(tmp_path, "mail.eml", {"text": "The mail.", "parts": {"note.txt": {"text": "The note."}}})
    with ReaderPool(1, job=HOSTILE) as pool:
        import_files(store, [path], "ann", readers=pool)
    with store.write("Empty", by="ann") as writer:
        trash.put_in_trash(writer, "source", [1])
        trash.empty_trash(writer)
    with store.read() as reader:
        rows = reader.execute(select(Source.id, Source.part_of_id)).all()
        assert check(reader) == []
    assert [tuple(row) for row in rows] == [(2, None)]


def test_an_archive_that_is_none_of_its_files_is_a_line_without_a_source(
    store: Store, tmp_path: Path
) -> None:
    path = made(tmp_path, "pages.zip", {"parts": {"a.txt": {"text": "A."}, "b.txt": {"do": "die"}}})
    with ReaderPool(1, job=HOSTILE) as pool:
        lines = import_files(store, [path], "ann", readers=pool)
    assert [line.outcome for line in lines] == ["skipped", "stored", "failed"]
    assert "“b.txt”" in lines[2].message


def test_files_within_files_end_at_a_depth(store: Store, tmp_path: Path) -> None:
    nested: dict[str, Any] = {"text": "The core."}
    for level in range(7, 0, -1):
        nested = {"text": f"Shell {level}.", "parts": {f"{level}.zip": nested}}
    with ReaderPool(1, job=HOSTILE) as pool:
        lines = import_files(store, [made(tmp_path, "0.zip", nested)], "ann", readers=pool)
    assert [line.outcome for line in lines] == ["stored"] * 6 + ["skipped"]
    assert lines[-1].name.endswith("5.zip › 6.zip")
    assert "more than 5 files deep" in lines[-1].message


def test_files_within_a_file_end_at_a_number(store: Store, tmp_path: Path) -> None:
    many = {
        f"{number}": {"parts": {f"{part}": {"text": f"{number} {part}"} for part in range(4)}}
        for number in range(4)
    }
    with ReaderPool(1, Limits(parts=6), HOSTILE) as pool:
        lines = import_files(store, [made(tmp_path, "many.zip", {"parts": many})], "ann", readers=pool)
    assert sum(line.outcome == "stored" for line in lines) == 2
    assert any("left out: the limit is 6" in line.message for line in lines)


def test_a_name_that_is_no_utf_8_is_imported_and_resumed(
    store: Store, article: Path, tmp_path: Path, readers: ReaderPool
) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    article.rename(path)
    (line,) = import_files(store, [path], "ann", readers=readers)
    assert line.outcome == "stored"
    with store.write("Wait", by="ann", undoable=False) as writer:
        batch_id = receipts.begin_batch(writer, "ann", [(path.name, path)])
    assert [line.outcome for line in resume_import(store, batch_id, "ann", readers=readers)] == ["duplicate"]


def test_what_was_passed_over_is_passed_over_when_the_rest_is_resumed(
    store: Store, article: Path, readers: ReaderPool
) -> None:
    folder = article.parent / "saved"
    (folder / "page_files").mkdir(parents=True)
    (folder / "page.html").write_text("<p>The page beside the folder.</p>", "utf-8")
    (folder / "outside.txt").symlink_to(article)
    closed = ReaderPool(1)
    closed.close()
    with pytest.raises(ReadersClosedError):
        import_files(store, [folder], "ann", readers=closed)
    left = resume_import(store, 1, "ann", readers=readers)
    assert [line.name for line in left] == ["saved/page.html"]
    assert [row.outcome for row in kept_lines(store)[0]] == ["skipped", "stored", "skipped"]


def test_known_bytes_are_told_before_they_are_read(store: Store, article: Path, readers: ReaderPool) -> None:
    import_files(store, [article], "ann", readers=readers)

    class NoReaders(InlineReaders):
        def read(self, item: RawItem) -> ReadResult:
            raise AssertionError(item)

    assert [line.outcome for line in import_files(store, [article], "ann", readers=NoReaders())] == [
        "duplicate"
    ]


def test_the_rate_is_told(store: Store, tmp_path: Path) -> None:
    told: list[Progress] = []
    import_files(store, several(tmp_path, 3), "ann", Task(told.append), InlineReaders())
    assert [(step.done, step.total) for step in told] == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert told[0].rate == 0
    assert told[2].rate > 0


def pasted(store: Store, words: bytes, readers: ReaderPool, url: str = "") -> tuple[ReceiptRow, SourceRecord]:
    """The line and the source of words that were pasted."""
    (line,) = import_texts(store, [PastedText(words, "Pasted text", url)], "ann", readers=readers)
    with store.read() as reader:
        return line, queries.source_record(reader, line.source_id or 0)


def test_pasted_text_has_the_address_that_came_with_it(
    store: Store, article: Path, readers: ReaderPool
) -> None:
    _, record = pasted(store, article.read_bytes(), readers, "https://courier.example/a")
    assert (record.url, record.row.outlet) == ("https://courier.example/a", "Example News")


def test_a_site_alone_is_no_pages_address(store: Store, readers: ReaderPool) -> None:
    words = b"The regulator fined Lumen 2.4 million euros on Monday, it said."
    _, record = pasted(store, words, readers, "http://courier.example/")
    assert (record.url, record.row.outlet) == ("", "courier.example")


def test_a_link_is_a_source_without_text(store: Store, readers: ReaderPool) -> None:
    line, record = pasted(store, b"https://courier.example/a", readers)
    assert (line.outcome, "Nothing was fetched" in line.message) == ("stored", True)
    assert (record.text, record.url) == ("", "https://courier.example/a")


def test_what_is_pasted_at_once_is_one_import(store: Store, article: Path, readers: ReaderPool) -> None:
    texts = [PastedText(path.read_bytes(), path.name) for path in several(article.parent, 2)]
    assert [line.outcome for line in import_texts(store, texts, "ann", readers=readers)] == ["stored"] * 2
    store.undo("ann")
    with store.read() as reader:
        assert lists.counts(reader).sources == 0


def test_accepting_unreviewed_fills_the_record(store: Store, article: Path, readers: ReaderPool) -> None:
    (line,) = import_files(store, [article], "ann", readers=readers)
    assert line.source_id is not None
    assert accept_unreviewed(store, line.source_id, "ann") > 2
    with store.read() as reader:
        (row,) = queries.action_rows(reader, lists.action_ids(reader))
    assert str(row.amount) == "€2,500,000"
    assert row.unreviewed


def test_a_page_of_50_megabytes_is_read_or_refused_with_a_word(
    store: Store, tmp_path: Path, readers: ReaderPool
) -> None:
    paragraphs = "".join(f"<p>The regulator fined Acme Corp €2.5 million in part {n}.</p>" for n in range(6))
    script = "<script>" + "var a = '<p>no</p>';" * 2_600_000 + "</script>"
    page, links = tmp_path / "scripts.html", tmp_path / "links.html"
    page.write_text(f"<html><body><article>{paragraphs}</article>{script}</body></html>", "utf-8")
    links.write_text("<html><body>" + "<a href='x'>y</a>" * 3_000_000 + "</body></html>", "utf-8")
    assert min(page.stat().st_size, links.stat().st_size) > 50_000_000
    kept, refused = import_files(store, [page, links], "ann", readers=readers)
    assert (kept.outcome, refused.outcome) == ("stored", "failed")
    assert "“links.html”" in refused.message
    with store.read() as reader:
        assert "var a" not in queries.source_record(reader, 1).text


def test_names_that_would_deceive_are_shown_as_what_they_are(store: Store, tmp_path: Path) -> None:
    mail = {"text": "The mail.", "parts": {"bill\u202efdp.txt\nnext": {"text": "The note."}}}
    path = made(tmp_path, "a\u202eb\x07.eml", mail)
    with ReaderPool(1, job=HOSTILE) as pool:
        lines = import_files(store, [path], "ann", readers=pool)
    assert [line.name for line in lines] == ["a�b�.eml", "a�b�.eml › bill�fdp.txt�next"]


def test_a_file_whose_name_is_no_utf8_is_kept_under_a_name_that_can_be_shown(
    store: Store, tmp_path: Path, readers: ReaderPool
) -> None:
    folder = tmp_path / "dropped"
    folder.mkdir()
    (folder / os.fsdecode(b"caf\xe9.txt")).write_text(short_article("Acme"), "utf-8")
    (line,) = import_files(store, [folder], "ann", readers=readers)
    assert line.outcome is Outcome.STORED
    with store.read() as reader:
        row = queries.source_rows(reader, [line.source_id or 0])[0]
        (batch,) = receipts.batch_rows(reader, receipts.latest_batches(reader))
        (kept,) = receipts.receipt_lines(reader, batch.id)
    assert row.file_name == "caf?.txt"
    assert kept.row.name == "dropped/caf?.txt"
