"""What the world does to a store: full disks, read-only folders, files that vanish, clocks, other programs.

After each of these the store opens, checks clean and holds exactly the steps that were acknowledged.
"""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from casefile.intake import import_files
from casefile.intake.workers import ReaderPool
from casefile.paths import data_folder
from casefile.store import cases, engine, journal
from casefile.store.backup_files import BackupReason, all_backups_folder
from casefile.store.backups import BackupError, back_up, list_backups
from casefile.store.check import check
from casefile.store.errors import StoreError
from casefile.store.schema.evidence import Source
from casefile.store.schema.journal import Step
from casefile.store.schema.record import CaseFile
from casefile.store.store import Store
from tests.store.mounts import read_only_view, small_disk
from tests.store.processes import holding, running

LOCK_OUT = """
import sqlite3, sys
other = sqlite3.connect(sys.argv[1], isolation_level=None)
other.execute("PRAGMA locking_mode = EXCLUSIVE")
other.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
sys.stdin.readline()
other.execute("ROLLBACK")
other.close()
print("free", flush=True)
sys.stdin.readline()
"""
NOBODY = 65534


def add(store: Store, title: str) -> None:
    with store.write("Add a case file", by="ann") as writer:
        cases.add_case(writer, title)


def titles(store: Store) -> list[str]:
    with store.read() as reader:
        assert check(reader) == []
        return list(reader.scalars(select(CaseFile.title).order_by(CaseFile.id)))


def titles_at(path: Path) -> list[str]:
    store = Store.open(path)
    try:
        return titles(store)
    finally:
        store.close()


def articles(folder: Path, count: int) -> list[Path]:
    folder.mkdir()
    made = []
    for number in range(count):
        path = folder / f"{number:04d}.txt"
        # Random words do not shrink when they are kept.
        path.write_text(f"Acme {number} was fined 2 million euros.\n{os.urandom(6000).hex()}", "utf-8")
        made.append(path)
    return made


def fill(path: Path) -> None:
    """Writes to the file until the disk is full."""
    with path.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(4096)):
            pass


def test_a_full_disk_ends_an_import_and_keeps_what_was_acknowledged(
    tmp_path: Path, readers: ReaderPool
) -> None:
    files = articles(tmp_path / "articles", 400)
    with small_disk(tmp_path, 8_000) as disk:
        store = Store.create(disk / "a.casefile")
        add(store, "Before")
        acknowledged: list[str] = []

        def keep() -> None:
            for file in files:
                (line,) = import_files(store, [file], "ann", readers=readers)
                acknowledged.append(line.name)

        with pytest.raises(StoreError, match="There is no free disk space left"):
            keep()
        assert len(acknowledged) > 20
        assert titles(store) == ["Before"]
        store.close()
        again = Store.open(disk / "a.casefile")
        with again.read() as reader:
            assert check(reader) == []
            kept = list(reader.scalars(select(Source.file_name).order_by(Source.id)))
        again.close()
        # The import that failed may have kept its source before its receipt found no room.
        assert kept[: len(acknowledged)] == acknowledged
        assert len(kept) - len(acknowledged) in (0, 1)


def test_a_full_disk_ends_a_backup_and_leaves_nothing_of_it(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch, readers: ReaderPool
) -> None:
    import_files(store, articles(tmp_path / "articles", 50), "ann", readers=readers)
    with small_disk(tmp_path, 800) as disk:
        monkeypatch.setenv("XDG_DATA_HOME", str(disk))
        with pytest.raises(BackupError, match="no free disk space left"):
            back_up(store, BackupReason.CLOSED)
        assert [entry for entry in all_backups_folder().rglob("*") if entry.is_file()] == []
        with pytest.raises(StoreError, match="no free disk space left"):
            store.save_copy(disk / "copy.casefile")
        assert not (disk / "copy.casefile").exists()
        add(store, "Afterwards")
        store.close()
    assert titles_at(store.path) == ["Afterwards"]


def test_a_full_disk_does_not_keep_a_store_from_being_opened(tmp_path: Path) -> None:
    with small_disk(tmp_path, 2_000) as disk:
        store = Store.create(disk / "a.casefile")
        add(store, "One")
        store.close()
        fill(disk / "filler")
        store = Store.open(disk / "a.casefile")
        assert titles(store) == ["One"]
        with pytest.raises(StoreError, match="no free disk space left"):
            add(store, "Lost")
        store.close()
        (disk / "filler").unlink()
        store = Store.open(disk / "a.casefile")
        add(store, "Room again")
        fill(disk / "filler")
        with pytest.raises(StoreError, match="no free disk space left"):
            add(store, "Lost " + "x" * 500_000)
        assert titles(store) == ["One", "Room again"]
        store.close()
        (disk / "filler").unlink()
        assert titles_at(disk / "a.casefile") == ["One", "Room again"]


def test_a_folder_that_became_read_only_is_told_and_read(store: Store, tmp_path: Path) -> None:
    add(store, "One")
    store.close()
    with read_only_view(tmp_path, tmp_path.parent) as view:
        reading = Store.open(view / store.path.name)
        assert titles(reading) == ["One"]
        with pytest.raises(StoreError, match="you may not write to the file"):
            add(reading, "Lost")
        reading.close()
        with pytest.raises(StoreError, match="No store could be made"):
            Store.create(view / "new.casefile")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become another")
def test_a_folder_of_somebody_else_is_told_and_read(store: Store, tmp_path: Path) -> None:
    """Permissions do not bind root, so a process that has become nobody tries."""
    add(store, "One")
    store.close()
    store.path.chmod(0o644)
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == 0 and not folder.stat().st_mode & 0o001:
            folder.chmod(folder.stat().st_mode | 0o055)
    code = f"""
import os, sys
from pathlib import Path
from casefile.store.store import Store
from casefile.store import cases, queries
from casefile.store.errors import StoreError
import casefile.store.backups
os.setgid({NOBODY}); os.setuid({NOBODY})
store = Store.open(Path(sys.argv[1]), person="nobody")
with store.read() as reader:
    print([case.title for case in queries.case_rows(reader)])
try:
    with store.write("Lost", by="nobody") as writer:
        cases.add_case(writer, "Lost")
except StoreError as error:
    print(error.what)
store.close()
"""
    done = subprocess.run(
        [sys.executable, "-c", code, store.path], capture_output=True, text=True, check=True, timeout=60
    )
    said, refused = done.stdout.splitlines()
    assert said == "['One']"
    assert "you may not write to the file" in refused
    assert [entry.name for entry in tmp_path.iterdir()] == [store.path.name]


def remove(path: Path) -> None:
    path.unlink()


def rename(path: Path) -> None:
    path.rename(path.with_name("elsewhere.casefile"))


def replace(path: Path) -> None:
    other = path.with_name("other")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(other)) as target:
        source.backup(target)
    other.replace(path)


@pytest.mark.parametrize(
    ("vanish", "said"),
    [(remove, "is no longer there"), (rename, "is no longer there"), (replace, "was replaced by another")],
)
def test_nothing_is_written_to_a_file_that_lost_its_name(
    store: Store, tmp_path: Path, vanish: Callable[[Path], object], said: str
) -> None:
    add(store, "One")
    vanish(store.path)
    with pytest.raises(StoreError, match=said):
        add(store, "Lost")
    with pytest.raises(StoreError, match=said):
        store.undo("ann")
    store.save_copy(tmp_path / "rescued.casefile")
    store.close()
    assert titles_at(tmp_path / "rescued.casefile") == ["One"]


def test_a_store_that_was_renamed_while_open_holds_everything_afterwards(
    store: Store, tmp_path: Path
) -> None:
    add(store, "One")
    store.path.rename(tmp_path / "elsewhere.casefile")
    store.close()
    assert titles_at(tmp_path / "elsewhere.casefile") == ["One"]


def test_a_store_put_back_can_be_written_again(store: Store, tmp_path: Path) -> None:
    store.path.rename(tmp_path / "elsewhere.casefile")
    with pytest.raises(StoreError, match="no longer there"):
        add(store, "Lost")
    (tmp_path / "elsewhere.casefile").rename(store.path)
    add(store, "One")
    assert titles(store) == ["One"]


def test_a_file_locked_by_another_program_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    add(store, "One")
    store.close()
    monkeypatch.setattr(engine, "_BUSY_TIMEOUT_S", 0)
    with running(LOCK_OUT, store.path) as other:
        assert other.say() == "locked"
        with pytest.raises(StoreError, match="in use by another program"):
            Store.open(store.path)
        other.go_on()
        assert other.say() == "free"
        again = Store.open(store.path)
        add(again, "Two")
        assert titles(again) == ["One", "Two"]
        again.close()


def test_a_program_that_writes_meanwhile_is_told_and_nothing_is_lost(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, "One")
    store.close()
    monkeypatch.setattr(engine, "_BUSY_TIMEOUT_S", 0)
    store = Store.open(store.path)
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="in use by another program"):
            add(store, "Lost")
        assert titles(store) == ["One"]
        other.execute("ROLLBACK")
        add(store, "Two")
    assert titles(store) == ["One", "Two"]
    store.close()


def test_a_clock_that_goes_backwards_changes_no_order(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(datetime):
        present = datetime(2030, 1, 1, tzinfo=UTC)

        @classmethod
        def now(cls, tz: object = None) -> "Clock":
            del tz
            cls.present -= timedelta(days=1)
            return cls.fromtimestamp(cls.present.timestamp(), UTC)

    monkeypatch.setattr(journal, "datetime", Clock)
    for title in ("One", "Two", "Three"):
        add(store, title)
    with store.read() as reader:
        times = [step.at for step in reader.scalars(select(Step).order_by(Step.id))]
    assert times == sorted(times, reverse=True)
    assert len(set(times)) == 3
    assert titles(store) == ["One", "Two", "Three"]
    store.undo("ann")
    assert titles(store) == ["One", "Two"]
    store.undo("ann")
    store.redo("ann")
    assert titles(store) == ["One", "Two"]
    store.redo("ann")
    assert titles(store) == ["One", "Two", "Three"]
    back_up(store, BackupReason.CLOSED)
    (backup,) = list_backups(store.path)
    assert backup.contents is not None
    assert backup.contents.steps == 7
    assert data_folder() in backup.file.path.parents


def test_the_second_of_two_writers_takes_over_when_the_first_is_killed(store: Store) -> None:
    add(store, "One")
    store.close()
    with holding(store.path) as other:
        second = Store.open(store.path)
        with pytest.raises(StoreError, match="Bo on"):
            add(second, "Lost")
        other.go_on()
        assert other.say() == "written"
        assert titles(second) == ["One", "Theirs"]
        other.kill()
        second.close()
        second = Store.open(store.path)
        add(second, "Mine")
        assert titles(second) == ["One", "Theirs", "Mine"]
        second.close()
    assert titles_at(store.path) == ["One", "Theirs", "Mine"]
