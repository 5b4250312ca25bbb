"""One process at a time: who may write, who is told what, and what a dead process leaves."""

import errno
import json
import os
import platform
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import select

from casefile.store import cases, lock
from casefile.store.errors import ReadOnlyStoreError, StoreError
from casefile.store.lock import lock_path
from casefile.store.schema.record import CaseFile
from casefile.store.store import Store
from tests.store.mounts import bound
from tests.store.processes import HOLD, holding, running


def titles(store: Store) -> list[str]:
    with store.read() as reader:
        return list(reader.scalars(select(CaseFile.title).order_by(CaseFile.id)))


def add(store: Store, title: str) -> None:
    with store.write("Add a case file", by="ann") as writer:
        cases.add_case(writer, title)


@pytest.fixture
def path(store: Store) -> Path:
    add(store, "Mine")
    store.close()
    return store.path


def test_the_lock_file_says_who_has_it_and_goes_with_a_clean_close(path: Path) -> None:
    store = Store.open(path, person="Åsa")
    said = json.loads(lock_path(path).read_text("utf-8"))
    assert (said["person"], said["host"], said["process"]) == ("Åsa", platform.node(), os.getpid())
    assert said["since"].endswith("+00:00")
    store.close()
    store.close()
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_second_process_reads_and_is_told_who_writes(path: Path) -> None:
    with holding(path) as other:
        store = Store.open(path)
        assert store.read_only
        assert store.holder is not None
        assert (store.holder.person, store.holder.process) == ("Bo", other.process.pid)
        assert titles(store) == ["Mine"]
        with pytest.raises(
            ReadOnlyStoreError, match=rf"Bo on .* \(process {other.process.pid}\) has it open since 20"
        ):
            add(store, "Lost")
        with pytest.raises(ReadOnlyStoreError, match="save a copy elsewhere"):
            store.undo("ann")
        other.go_on()
        assert other.say() == "written"
        assert titles(store) == ["Mine", "Theirs"]
        store.close()
        other.go_on()
        assert other.process.wait() == 0
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    again = Store.open(path)
    assert not again.read_only
    assert titles(again) == ["Mine", "Theirs"]
    again.close()


def test_a_killed_writer_stands_in_nobodys_way_and_what_it_wrote_is_there(path: Path) -> None:
    with holding(path) as other:
        waiting = Store.open(path)
        assert waiting.read_only
        other.go_on()
        assert other.say() == "written"
        other.kill()
        assert lock_path(path).exists()
        waiting.close()
        store = Store.open(path)
        assert not store.read_only
        add(store, "Afterwards")
        assert titles(store) == ["Mine", "Theirs", "Afterwards"]
        store.close()
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_reading_alone_stands_in_nobodys_way(path: Path) -> None:
    reader = Store.open(path, read_only=True)
    with running(HOLD, path, "Bo") as other:
        assert other.say() == "writing"
        assert titles(reader) == ["Mine"]
        other.go_on()
        assert other.say() == "written"
        assert titles(reader) == ["Mine", "Theirs"]
        with pytest.raises(ReadOnlyStoreError, match="nothing else was asked for"):
            add(reader, "Lost")
        other.go_on()
        assert other.process.wait() == 0
    reader.close()
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_two_stores_of_one_process_write_in_turn_and_the_lock_stays_until_the_last(path: Path) -> None:
    first, second = Store.open(path), Store.open(path)
    assert not second.read_only
    add(first, "First")
    add(second, "Second")
    first.close()
    with running(HOLD, path, "Bo") as other:
        assert other.say() == "read only"
    add(second, "Third")
    assert titles(second) == ["Mine", "First", "Second", "Third"]
    second.close()
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_linked_name_is_the_same_store(path: Path) -> None:
    link = path.with_name("link.casefile")
    link.symlink_to(path)
    with holding(path):
        store = Store.open(link)
        assert store.read_only
        store.close()


def test_another_name_of_the_folder_is_the_same_lock_within_one_process(path: Path, tmp_path: Path) -> None:
    """As on file systems that take a and A for one: a second descriptor, closed, would drop the lock."""
    first = Store.open(path)
    with bound(tmp_path, tmp_path.parent) as view:
        second = Store.open(view / path.name)
        assert not second.read_only
        second.close()
    with running(HOLD, path, "Bo") as other:
        assert other.say() == "read only"
    add(first, "Second")
    first.close()


def test_a_lock_file_that_says_nothing_useful_is_no_error(path: Path) -> None:
    with holding(path):
        lock_path(path).write_bytes(b"\xff no json")
        store = Store.open(path)
        assert store.read_only
        with pytest.raises(StoreError, match="another program has it open"):
            add(store, "Lost")
        store.close()


def test_a_lock_file_that_was_removed_is_made_again_before_the_next_write(path: Path) -> None:
    store = Store.open(path)
    lock_path(path).unlink()
    add(store, "Second")
    assert lock_path(path).exists()
    with running(HOLD, path, "Bo") as other:
        assert other.say() == "read only"
    lock_path(path).unlink()
    with holding(path), pytest.raises(StoreError, match="another program may write"):
        add(store, "Lost")
    assert titles(store) == ["Mine", "Second"]
    store.close()


def test_a_store_that_is_handed_over_is_still_read_and_can_be_copied(path: Path, tmp_path: Path) -> None:
    store = Store.open(path)
    add(store, "Second")
    store.hand_over()
    with running(HOLD, path, "Bo") as other:
        assert other.say() == "writing"
        with pytest.raises(ReadOnlyStoreError, match="is being closed"):
            add(store, "Lost")
        assert titles(store) == ["Mine", "Second"]
        store.save_copy(tmp_path / "copy.casefile")
        store.close()
        other.go_on()
        assert other.say() == "written"
        other.go_on()
        assert other.process.wait() == 0
    assert sorted(entry.name for entry in path.parent.iterdir()) == ["copy.casefile", path.name]


def test_a_closed_store_is_neither_read_nor_written(path: Path) -> None:
    store = Store.open(path)
    store.close()
    with pytest.raises(StoreError, match="is closed"):
        add(store, "Lost")
    with pytest.raises(StoreError, match="is closed"):
        titles(store)
    with pytest.raises(StoreError, match="is closed"):
        store.save_copy(path.with_name("copy.casefile"))
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_lock_file_removed_at_the_last_moment_is_not_taken_for_the_lock(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between another process's removing the file and our locking it, we lock what has no name any more."""
    real = lock._try_lock
    seen: list[int] = []

    def late(descriptor: int) -> bool:
        if not seen:
            lock_path(path).unlink()
        seen.append(descriptor)
        return real(descriptor)

    monkeypatch.setattr(lock, "_try_lock", late)
    store = Store.open(path)
    assert len(seen) == 2
    assert not store.read_only
    with running(HOLD, path, "Bo") as other:
        assert other.say() == "read only"
    store.close()


def test_a_share_that_refuses_locks_is_only_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> bool:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(lock, "_try_lock", refuse)
    store = Store.open(path)
    assert titles(store) == ["Mine"]
    with pytest.raises(ReadOnlyStoreError, match="No locks available"):
        add(store, "Lost")
    store.close()
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_closing_waits_for_a_read_under_way_and_then_leaves_one_file(path: Path) -> None:
    store = Store.open(path)
    add(store, "Second")
    reading, ending = threading.Event(), threading.Event()

    def read() -> None:
        with store.read() as reader:
            reader.scalars(select(CaseFile.title)).all()
            reading.set()
            assert ending.wait(20)

    with ThreadPoolExecutor(2) as threads:
        slow = threads.submit(read)
        assert reading.wait(20)
        closing = threads.submit(store.close)
        while not store._closed:
            pass
        assert not closing.done()
        ending.set()
        slow.result()
        closing.result()
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
