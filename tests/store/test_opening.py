"""What is opened and what is refused; nothing refused is touched."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from casefile.store import cases
from casefile.store.check import check
from casefile.store.engine import SCHEMA_VERSION
from casefile.store.errors import DamagedStoreError, NewerStoreError, NotAStoreError, ReadOnlyStoreError
from casefile.store.schema.record import CaseFile
from casefile.store.store import Store
from tests.store.mounts import read_only_view
from tests.store.processes import holding

Spoil = Callable[[bytearray], object]


def titles(store: Store) -> list[str]:
    with store.read() as reader:
        return list(reader.scalars(select(CaseFile.title).order_by(CaseFile.id)))


def add(store: Store, title: str) -> None:
    with store.write("Add a case file", by="ann") as writer:
        cases.add_case(writer, title)


def everything(folder: Path) -> dict[str, bytes]:
    return {entry.name: entry.read_bytes() for entry in folder.iterdir() if entry.is_file()}


@pytest.fixture
def path(store: Store) -> Path:
    add(store, "Mine")
    store.close()
    return store.path


@pytest.fixture
def crashed(tmp_path: Path) -> Path:
    """A store whose last step is only in its log, as a killed process leaves it."""
    store = Store.create(tmp_path / "live.casefile")
    add(store, "Mine")
    path = tmp_path / "crashed" / "a.casefile"
    path.parent.mkdir()
    for end in ("", "-wal"):
        shutil.copyfile(f"{store.path}{end}", f"{path}{end}")
    store.close()
    return path


def fill(start: int, end: int, value: int) -> Spoil:
    def spoil(content: bytearray) -> None:
        content[start:end] = bytes([value]) * (end - start)

    return spoil


def cut(content: bytearray) -> None:
    del content[len(content) // 2 :]


def cut_in_the_first_page(content: bytearray) -> None:
    del content[2000:]


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    "spoil",
    [fill(100, 4096, 0xFF), fill(100, 110, 0), fill(16, 18, 7), fill(4096, 40960, 0x5A), cut,
     cut_in_the_first_page],
)  # fmt: skip
def test_a_damaged_store_is_told_on_opening_and_stays_as_it_is(
    path: Path,
    spoil: Spoil,
    read_only: bool,
) -> None:
    content = bytearray(path.read_bytes())
    spoil(content)
    path.write_bytes(content)
    with pytest.raises(DamagedStoreError, match=r"is damaged: .*restore your latest backup"):
        Store.open(path, read_only=read_only)
    assert everything(path.parent) == {path.name: bytes(content)}


def test_a_damaged_store_with_the_log_of_a_crash_stays_as_it_is(crashed: Path) -> None:
    content = bytearray(crashed.read_bytes())
    fill(4096, len(content), 0x5A)(content)
    crashed.write_bytes(content)
    log = Path(f"{crashed}-wal")
    log.write_bytes(log.read_bytes()[:100])
    before = everything(crashed.parent)
    with pytest.raises(DamagedStoreError):
        Store.open(crashed)
    assert everything(crashed.parent) == before


def test_a_missing_table_is_damage_and_is_named(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("DROP TABLE receipt_line")
        other.execute("PRAGMA journal_mode = DELETE")
    before = everything(path.parent)
    with pytest.raises(DamagedStoreError, match="the table receipt_line is missing"):
        Store.open(path)
    assert everything(path.parent) == before


def test_an_empty_file_says_that_it_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.casefile"
    path.touch()
    with pytest.raises(NotAStoreError, match="the file is empty"):
        Store.open(path)
    assert everything(tmp_path) == {"a.casefile": b""}


def test_a_newer_store_stays_as_it_is(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = everything(path.parent)
    with pytest.raises(NewerStoreError, match="newer Casefile"):
        Store.open(path)
    assert everything(path.parent) == before


@pytest.mark.parametrize("read_only", [False, True])
def test_the_log_of_a_crash_is_taken_over(crashed: Path, read_only: bool) -> None:
    store = Store.open(crashed, read_only=read_only)
    assert titles(store) == ["Mine"]
    with store.read() as reader:
        assert check(reader) == []
    store.close()
    assert list(everything(crashed.parent)) == ["a.casefile"]


def test_a_transaction_cut_short_on_a_share_is_taken_back(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("PRAGMA cache_spill = 1")
        other.execute("PRAGMA cache_size = 1")
        other.execute("BEGIN")
        other.execute("UPDATE store_property SET value = value || zeroblob(0) || 'x'")
        other.execute("CREATE TABLE made (a)")
        other.execute(
            "INSERT INTO made SELECT zeroblob(3000) FROM step, (SELECT 1 UNION SELECT 2 UNION SELECT 3)"
        )
        torn = path.with_name("torn.casefile")
        for end in ("", "-journal"):
            shutil.copyfile(f"{path}{end}", f"{torn}{end}")
    assert Path(f"{torn}-journal").stat().st_size > 0
    store = Store.open(torn)
    assert titles(store) == ["Mine"]
    store.close()
    with closing(sqlite3.connect(torn)) as other:
        assert other.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'made'").fetchone() == (0,)


def test_a_store_in_a_folder_that_may_not_be_written_is_read(path: Path, tmp_path: Path) -> None:
    with read_only_view(path.parent, tmp_path.parent) as view:
        store = Store.open(view / path.name)
        assert store.read_only
        assert store.holder is None
        assert titles(store) == ["Mine"]
        with pytest.raises(ReadOnlyStoreError, match="you may not write to the file"):
            add(store, "Lost")
        store.close()
    assert list(everything(path.parent)) == [path.name]


def test_the_log_of_a_crash_where_nobody_may_write_is_read_in_a_copy(crashed: Path, tmp_path: Path) -> None:
    before = everything(crashed.parent)
    with read_only_view(crashed.parent, tmp_path.parent) as view:
        store = Store.open(view / crashed.name)
        assert store.read_only
        assert titles(store) == ["Mine"]
        store.close()
    assert everything(crashed.parent) == before


def test_a_file_read_without_locks_that_changes_is_told(path: Path, tmp_path: Path) -> None:
    with read_only_view(path.parent, tmp_path.parent) as view:
        store = Store.open(view / path.name)
        assert titles(store) == ["Mine"]
        writer = Store.open(path)
        add(writer, "Second")
        writer.close()
        with pytest.raises(Exception, match="was changed by another program"):
            titles(store)
        store.close()
        again = Store.open(view / path.name)
        assert titles(again) == ["Mine", "Second"]
        again.close()


def test_a_store_written_to_elsewhere_is_read_where_nobody_may_write(path: Path, tmp_path: Path) -> None:
    with holding(path) as other, read_only_view(path.parent, tmp_path.parent) as view:
        store = Store.open(view / path.name)
        assert titles(store) == ["Mine"]
        other.go_on()
        assert other.say() == "written"
        assert titles(store) == ["Mine", "Theirs"]
        store.close()


def test_a_file_that_may_not_be_written_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may write to anything, so the system's answer is replaced; the folder's tests ask the system."""
    path.chmod(0o444)
    monkeypatch.setattr(os, "access", lambda asked, mode: not (asked == path and mode == os.W_OK))
    store = Store.open(path)
    assert store.read_only
    assert titles(store) == ["Mine"]
    store.close()
    assert list(everything(path.parent)) == [path.name]


def test_an_older_store_that_may_not_be_written_says_so(path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("PRAGMA user_version = 1")
    before = everything(path.parent)
    with (
        read_only_view(path.parent, tmp_path.parent) as view,
        pytest.raises(Exception, match=r"older Casefile .* cannot be written to"),
    ):
        Store.open(view / path.name, read_only=True)
    assert everything(path.parent) == before
