"""Copies: whole or not there, never over a file unless asked."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import select

from casefile.errors import CancelledError
from casefile.progress import Progress, Task
from casefile.store import cases
from casefile.store.check import check
from casefile.store.copying import last_step
from casefile.store.errors import StoreError
from casefile.store.schema.record import CaseFile
from casefile.store.store import Store
from tests.store.processes import holding


def titles(store: Store) -> list[str]:
    with store.read() as reader:
        return list(reader.scalars(select(CaseFile.title).order_by(CaseFile.id)))


def add(store: Store, title: str) -> None:
    with store.write("Add a case file", by="ann") as writer:
        cases.add_case(writer, title)


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "copies"
    made.mkdir()
    return made


def test_a_copy_is_the_same_record_and_neither_journal_tells_of_it(store: Store, folder: Path) -> None:
    add(store, "One")
    with store.raw() as source:
        before = last_step(source)
    store.save_copy(folder / "copy.casefile")
    assert names(folder) == ["copy.casefile"]
    with store.raw() as source:
        assert last_step(source) == before
    copy = Store.open(folder / "copy.casefile")
    assert titles(copy) == ["One"]
    with copy.raw() as source:
        assert last_step(source) == before
    with copy.read() as reader:
        assert check(reader) == []
    add(copy, "Two")
    copy.close()
    assert titles(store) == ["One"]


def test_what_is_written_while_it_is_copied_is_not_in_the_copy(store: Store, folder: Path) -> None:
    for number in range(300):
        add(store, f"Case {number} " + "x" * 20_000)
    reports: list[Progress] = []

    def report(progress: Progress) -> None:
        if not reports:
            add(store, "Late")
        reports.append(progress)

    store.save_copy(folder / "copy.casefile", Task(report))
    assert len(reports) > 1
    assert reports[-1].done == reports[-1].total
    copy = Store.open(folder / "copy.casefile")
    assert len(titles(copy)) == 300
    copy.close()
    assert len(titles(store)) == 301


def test_a_copy_that_is_stopped_leaves_nothing(store: Store, folder: Path) -> None:
    add(store, "One")
    stop = Event()
    with pytest.raises(CancelledError):
        store.save_copy(folder / "copy.casefile", Task(lambda _: stop.set(), stop))
    assert names(folder) == []
    assert titles(store) == ["One"]


def test_a_file_is_replaced_only_when_that_is_asked(store: Store, folder: Path) -> None:
    add(store, "One")
    path = folder / "copy.casefile"
    path.write_text("somebody's file", "utf-8")
    with pytest.raises(StoreError, match="exists already"):
        store.save_copy(path)
    assert path.read_text("utf-8") == "somebody's file"
    store.save_copy(path, overwrite=True)
    copy = Store.open(path, read_only=True)
    assert titles(copy) == ["One"]
    copy.close()
    assert names(folder) == ["copy.casefile"]


def test_a_store_never_replaces_itself_nor_one_that_is_open(store: Store, folder: Path) -> None:
    add(store, "One")
    with pytest.raises(StoreError, match="is the store itself"):
        store.save_copy(store.path, overwrite=True)
    other = Store.create(folder / "other.casefile")
    with pytest.raises(StoreError, match="is open"):
        store.save_copy(other.path, overwrite=True)
    other.close()
    with holding(other.path), pytest.raises(StoreError, match="in use: Bo on"):
        store.save_copy(other.path, overwrite=True)


def test_the_log_of_another_store_is_never_taken_for_the_copys(store: Store, folder: Path) -> None:
    add(store, "One")
    stale = folder / "copy.casefile-wal"
    stale.write_bytes(b"the log of a store that crashed")
    with pytest.raises(StoreError, match="was not closed properly"):
        store.save_copy(folder / "copy.casefile")
    with pytest.raises(StoreError, match="was not closed properly"):
        Store.create(folder / "copy.casefile")
    assert names(folder) == ["copy.casefile-wal"]


def test_a_copy_needs_no_file_beside_it(store: Store, folder: Path) -> None:
    store.save_copy(folder / "copy.casefile")
    with closing(sqlite3.connect(f"file:{folder}/copy.casefile?mode=ro", uri=True)) as copy:
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert names(folder) == ["copy.casefile"]


def test_a_folder_that_is_not_there_is_named(store: Store, folder: Path) -> None:
    with pytest.raises(StoreError, match="nowhere"):
        store.save_copy(folder / "nowhere" / "copy.casefile")


def test_a_store_open_for_reading_can_be_copied(store: Store, folder: Path) -> None:
    add(store, "One")
    store.close()
    with holding(store.path):
        reading = Store.open(store.path)
        reading.save_copy(folder / "copy.casefile")
        reading.close()
    copy = Store.open(folder / "copy.casefile")
    assert not copy.read_only
    copy.close()


def test_what_a_killed_copy_left_goes_after_a_day_and_nothing_else(store: Store, folder: Path) -> None:
    letters = "abcd"
    drafts = [folder / f".copy.casefile.{letter * 32}.new" for letter in letters]
    left = [drafts[0], Path(f"{drafts[0]}-journal")]
    not_ours = [
        folder / ".copy.casefile.new",
        folder / f".copy.casefile.{'a' * 31}.new",
        folder / f"copy.casefile.{'a' * 32}.new",
        folder / f".copy.casefile.{'a' * 32}.new.bak",
    ]
    drafts[1].touch()  # Somebody else's copy, still being written.
    drafts[2].mkdir()
    drafts[3].symlink_to(store.path)
    for path in (*left, *not_ours):
        path.write_bytes(b"half a store")
    for path in (*left, *not_ours, drafts[2]):
        os.utime(path, (0, 0))
    kept = sorted(path.name for path in (*drafts[1:], *not_ours))
    store.save_copy(folder / "copy.casefile")
    assert names(folder) == sorted((*kept, "copy.casefile"))
