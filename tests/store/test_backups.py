"""Backups: made when something changed, ten of them, looked at, restored."""

import gzip
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from casefile.store import backups, cases
from casefile.store.backup_files import (
    KEPT,
    BackupReason,
    all_backups_folder,
    backups_in,
    folder_of,
    next_backup,
    remove_oldest,
)
from casefile.store.backups import (
    BackupError,
    back_up,
    back_up_daily,
    back_up_if_changed,
    list_backups,
    restore_beside,
    restore_over,
    store_id,
)
from casefile.store.check import check
from casefile.store.engine import SCHEMA_VERSION
from casefile.store.errors import DamagedStoreError, StoreError
from casefile.store.opening import read_header
from casefile.store.schema.record import CaseFile
from casefile.store.store import Store
from tests.store.processes import holding

SAMPLE = Path(__file__).parent.parent / "data" / "stores" / "format-1.casefile.gz"
CLOSED = BackupReason.CLOSED


def titles(path: Path) -> list[str]:
    store = Store.open(path, read_only=True)
    try:
        with store.read() as reader:
            assert check(reader) == []
            return list(reader.scalars(select(CaseFile.title).order_by(CaseFile.id)))
    finally:
        store.close()


def add(store: Store, title: str) -> None:
    with store.write("Add a case file", by="ann") as writer:
        cases.add_case(writer, title)


def folder(store: Store) -> Path:
    with store.raw() as source:
        return folder_of(store.path, store_id(source))


def test_a_backup_lies_in_the_data_folder_under_the_stores_name_and_id(store: Store) -> None:
    add(store, "One")
    made = back_up(store, CLOSED)
    assert made.path.parent == folder(store)
    assert made.path.parent.parent == all_backups_folder()
    assert made.path.parent.name.startswith("test-")
    assert made.path.name.startswith("test.000001.20")
    assert made.path.name.endswith("Z.closed.casefile")
    assert titles(made.path) == ["One"]
    assert [entry.name for entry in made.path.parent.iterdir()] == [made.path.name]


def test_a_backup_is_made_only_when_something_changed(store: Store) -> None:
    assert back_up_if_changed(store, CLOSED) is None
    add(store, "One")
    assert back_up_if_changed(store, CLOSED) is not None
    assert back_up_if_changed(store, CLOSED) is None
    store.undo("ann")
    assert back_up_if_changed(store, CLOSED) is not None
    assert len(backups_in(folder(store))) == 2


def test_an_unreadable_last_backup_is_no_backup(store: Store) -> None:
    add(store, "One")
    made = back_up(store, CLOSED)
    made.path.write_bytes(b"damaged")
    assert back_up_if_changed(store, CLOSED) is not None


def test_daily_means_a_day_by_whatever_the_clock_says(store: Store) -> None:
    add(store, "One")
    now = datetime.now(UTC)
    first = back_up_daily(store, now)
    assert first is not None
    add(store, "Two")
    assert back_up_daily(store, first.made_at + timedelta(hours=23)) is None
    assert back_up_daily(store, first.made_at + timedelta(hours=25)) is not None
    assert back_up_daily(store, first.made_at + timedelta(hours=99)) is None, "nothing changed since"
    add(store, "Three")
    assert back_up_daily(store, first.made_at - timedelta(days=400)) is not None


def test_the_latest_ten_are_kept_and_nothing_else_is_removed(store: Store) -> None:
    add(store, "One")
    first = back_up(store, CLOSED)
    theirs = {
        "notes.txt": b"mine",
        "test.000000.20200101T000000Z.closed.casefile": b"named like ours, but no store",
        "test.000000.20200101T000000Z.unknown.casefile": first.path.read_bytes(),
        "other.casefile": first.path.read_bytes(),
    }
    for name, content in theirs.items():
        (first.path.parent / name).write_bytes(content)
    for _ in range(KEPT + 2):
        back_up(store, CLOSED)
    found = backups_in(folder(store))
    assert [file.number for file in found[:KEPT]] == list(range(13, 3, -1))
    assert not first.path.exists()
    assert {name: (first.path.parent / name).read_bytes() for name in theirs} == theirs


def test_what_a_killed_backup_left_goes_after_a_day(store: Store) -> None:
    add(store, "One")
    made = back_up(store, CLOSED)
    old, fresh = (made.path.parent / f".{made.path.name}.{letter * 32}.new" for letter in "ab")
    old.touch()
    fresh.touch()
    os.utime(old, (0, 0))
    back_up(store, CLOSED)
    assert not old.exists()
    assert fresh.exists()


def test_the_order_of_backups_does_not_follow_the_clock(store: Store) -> None:
    add(store, "One")
    made = back_up(store, CLOSED)
    earlier = next_backup(made.path.parent, store.path, CLOSED, datetime(1999, 1, 1, tzinfo=UTC))
    shutil.copyfile(made.path, earlier.path)
    assert [file.number for file in backups_in(made.path.parent)] == [2, 1]
    assert remove_oldest(made.path.parent, keep=1) == [made.path]


def test_a_failing_backup_is_told_and_leaves_the_store_as_it_is(store: Store) -> None:
    add(store, "One")
    all_backups_folder().write_text("a file where the folder should be", "utf-8")
    with pytest.raises(BackupError, match=r"could not be made: .* The store is as it was"):
        back_up(store, CLOSED)
    add(store, "Two")
    store.close()
    assert titles(store.path) == ["One", "Two"]


def test_a_data_folder_that_cannot_be_is_told(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, "One")
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    for work in (back_up, back_up_if_changed):
        with pytest.raises(BackupError, match="Check your data folder"):
            work(store, CLOSED)
    with pytest.raises(BackupError, match="Check your data folder"):
        back_up_daily(store, datetime.now(UTC))
    with pytest.raises(StoreError, match="cannot be listed"):
        list_backups(store.path)


def test_the_preview_counts_what_is_in_a_backup(store: Store) -> None:
    add(store, "One")
    back_up(store, CLOSED)
    add(store, "Two")
    back_up(store, BackupReason.ASKED)
    newest, oldest = list_backups(store.path)
    assert newest.contents is not None
    assert oldest.contents is not None
    assert (newest.contents.steps, oldest.contents.steps) == (2, 1)
    assert (newest.file.reason, oldest.file.reason) == (BackupReason.ASKED, CLOSED)
    assert newest.contents.last_person == "ann"
    assert newest.size_bytes == newest.file.path.stat().st_size
    oldest.file.path.write_bytes(b"SQLite format 3\0" + bytes(500))
    assert list_backups(store.path)[1].contents is None
    assert "not a Casefile store" in list_backups(store.path)[1].wrong


@pytest.mark.parametrize("lose", [lambda path: path.unlink(), lambda path: path.write_bytes(b"\0" * 5000)])
def test_backups_are_found_when_the_store_is_not(store: Store, lose: Callable[[Path], object]) -> None:
    add(store, "One")
    back_up(store, CLOSED)
    store.close()
    lose(store.path)
    assert len(list_backups(store.path)) == 1


def test_backups_follow_a_store_that_was_renamed(store: Store, tmp_path: Path) -> None:
    add(store, "One")
    back_up(store, CLOSED)
    store.close()
    renamed = store.path.rename(tmp_path / "another name.casefile")
    assert len(list_backups(renamed)) == 1


def test_a_backup_is_restored_beside(store: Store, tmp_path: Path) -> None:
    add(store, "One")
    made = back_up(store, CLOSED)
    add(store, "Two")
    restore_beside(made.path, tmp_path / "back.casefile")
    assert titles(tmp_path / "back.casefile") == ["One"]
    assert titles(store.path) == ["One", "Two"]
    with pytest.raises(StoreError, match="exists already"):
        restore_beside(made.path, store.path)


def test_what_a_restore_replaces_is_kept_as_a_backup(store: Store) -> None:
    add(store, "One")
    made = back_up(store, CLOSED)
    add(store, "Two")
    with pytest.raises(StoreError, match="is open"):
        restore_over(made.path, store.path, "ann")
    store.close()
    kept = restore_over(made.path, store.path, "ann")
    assert titles(store.path) == ["One"]
    assert kept is not None
    assert titles(kept) == ["One", "Two"]
    assert list_backups(store.path)[0].file.reason is BackupReason.BEFORE_RESTORE
    store = Store.open(store.path)
    add(store, "Three")
    store.close()
    assert titles(store.path) == ["One", "Three"]


def test_the_oldest_of_ten_can_be_restored_though_a_new_backup_drives_it_out(store: Store) -> None:
    add(store, "One")
    oldest = back_up(store, CLOSED)
    add(store, "Two")
    for _ in range(KEPT - 1):
        back_up(store, CLOSED)
    store.close()
    restore_over(oldest.path, store.path, "ann")
    assert titles(store.path) == ["One"]


def test_a_restore_over_a_damaged_store_renames_it(store: Store) -> None:
    add(store, "One")
    made = back_up(store, CLOSED)
    store.close()
    content = store.path.read_bytes()[:5000]
    store.path.write_bytes(content)
    kept = restore_over(made.path, store.path, "ann")
    assert kept is not None
    assert kept.parent == store.path.parent
    assert kept.read_bytes() == content
    assert titles(store.path) == ["One"]


def test_a_restore_where_the_store_was_lost(store: Store) -> None:
    add(store, "One")
    made = back_up(store, CLOSED)
    store.close()
    store.path.unlink()
    assert restore_over(made.path, store.path, "ann") is None
    assert titles(store.path) == ["One"]


def test_a_store_in_use_elsewhere_is_not_replaced(store: Store) -> None:
    add(store, "One")
    made = back_up(store, CLOSED)
    store.close()
    with holding(store.path), pytest.raises(StoreError, match="Bo on"):
        restore_over(made.path, store.path, "ann")
    assert titles(store.path) == ["One"]


def test_a_damaged_backup_replaces_nothing(store: Store) -> None:
    add(store, "One")
    made = back_up(store, CLOSED)
    content = bytearray(made.path.read_bytes())
    content[4096:40960] = b"\x5a" * (40960 - 4096)
    made.path.write_bytes(content)
    add(store, "Two")
    store.close()
    with pytest.raises(StoreError, match="damaged"):
        restore_over(made.path, store.path, "ann")
    assert titles(store.path) == ["One", "Two"]


def test_an_upgrade_keeps_a_backup_and_leaves_the_persons_folder_alone(tmp_path: Path) -> None:
    path = tmp_path / "mine" / "old.casefile"
    path.parent.mkdir()
    path.write_bytes(gzip.decompress(SAMPLE.read_bytes()))
    store = Store.open(path)
    store.close()
    assert [entry.name for entry in path.parent.iterdir()] == ["old.casefile"]
    (backup,) = list_backups(path)
    assert backup.file.reason is BackupReason.BEFORE_UPGRADE
    assert backup.contents is not None
    assert backup.contents.version == 1
    assert backup.contents.actions > 0
    restore_beside(backup.file.path, path.parent / "again.casefile")
    titles(path.parent / "again.casefile")


def test_an_upgrade_that_stands_in_the_log_of_a_crash_is_not_done_again(tmp_path: Path) -> None:
    path, crashed = tmp_path / "old.casefile", tmp_path / "crashed.casefile"
    path.write_bytes(gzip.decompress(SAMPLE.read_bytes()))
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        # Its view of the state before keeps the upgrade in the log.
        reader.execute("PRAGMA journal_mode = WAL")
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM step").fetchone()
        Store.open(path).close()
        for end in ("", "-wal"):
            shutil.copyfile(f"{path}{end}", f"{crashed}{end}")
    assert read_header(crashed).version < SCHEMA_VERSION
    assert titles(crashed) == titles(path)
    assert read_header(crashed).version == SCHEMA_VERSION
    assert len(list_backups(crashed)) == 1


def test_without_a_backup_there_is_no_upgrade(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.casefile"
    path.write_bytes(gzip.decompress(SAMPLE.read_bytes()))
    before = path.read_bytes()

    def fail(*_: object, **__: object) -> None:
        raise DamagedStoreError(path, "a made error")

    monkeypatch.setattr(backups, "copy_store", fail)
    with pytest.raises(BackupError, match="could not be made"):
        Store.open(path)
    assert path.read_bytes() == before
