"""Copies of a store that are whole or not there: draft, check, rename. Imports the ground and the engine."""

import os
import re
import sqlite3
import stat
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from casefile.errors import CancelledError
from casefile.progress import Task
from casefile.store.engine import Access, companions, connect_to_read
from casefile.store.errors import DamagedStoreError, StoreError, store_errors
from casefile.store.lock import Holder, acquire, is_open, release

_PAGES_AT_ONCE = 512
_DRAFT = re.compile(r"\..+\.[0-9a-f]{32}\.new(?:-journal|-wal|-shm)?")
_DRAFT_AGE = timedelta(days=1)
_LOOK_EVERY = 200_000
"""Steps of SQLite's machine between two looks at whether to stop: some milliseconds."""


def copy_store(source: sqlite3.Connection, target: Path, task: Task, *, overwrite: bool = False) -> None:
    """Writes one state of the store to the target, checked and on the disk before it has its name.

    What is written to the source meanwhile is not in the copy. The copy needs no files beside it.

    Raises:
        StoreError: the target is taken, in use, or cannot be written; nothing is left of it then.
        CancelledError: the task was stopped; nothing is left.
    """
    if target.exists() and not overwrite:
        raise taken(target)
    with draft_of(target) as draft:
        with store_errors(target):
            last = _copy(source, draft, task)
            check_whole(draft, task)
            with closing(connect_to_read(Access(draft, immutable=True))) as copy:
                if last_step(copy) != last:
                    raise DamagedStoreError(target, "the copy does not end with the store's last step")
        task.check()
        publish(draft, target, overwrite=overwrite)


@contextmanager
def draft_of(target: Path) -> Iterator[Path]:
    """A name beside the target for what is not finished; whatever has it at the end is removed.

    Old drafts of others that were killed go first: see :func:`_remove_drafts`.
    """
    _remove_drafts(target.parent, datetime.now(UTC))
    draft = target.with_name(f".{target.name}.{uuid.uuid4().hex}.new")
    try:
        yield draft
    except OSError as error:
        raise StoreError(
            f"{target} could not be written: {error.strerror}.", "Choose a folder that you may write to."
        ) from error
    finally:
        for leftover in (draft, *companions(draft)):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)


def _remove_drafts(folder: Path, now: datetime) -> None:
    """Removes what a copy that was killed left in the folder; what nobody touched for a day is nobody's work.

    Only files with a name as :func:`draft_of` gives it, and what SQLite keeps beside them; one that cannot
    be removed stays.
    """
    with suppress(OSError):
        for path in folder.iterdir():
            if _DRAFT.fullmatch(path.name):
                _remove_old(path, now)


def publish(draft: Path, target: Path, *, overwrite: bool = False) -> None:
    """Gives the finished draft its name, durably.

    :class:`StoreError` where the name is taken, or by what a store that was there before has left: SQLite
    would take its log for that of the new one.
    """
    _to_disk(draft)
    if overwrite and target.exists():
        with _nobody_using(target):
            _check_nothing_left(target)
            draft.replace(target)
    else:
        _check_nothing_left(target)
        _name(draft, target)
    with suppress(OSError):
        _to_disk(target.parent)


def check_whole(path: Path, task: Task) -> None:
    """Reads the whole file at rest; :class:`DamagedStoreError` where it is not as SQLite left it."""
    with closing(connect_to_read(Access(path, immutable=True))) as connection:
        connection.set_progress_handler(lambda: int(_stops(task)), _LOOK_EVERY)
        try:
            found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                raise CancelledError from error
            raise
        if found != "ok":
            raise DamagedStoreError(path, str(found))


def taken(path: Path) -> StoreError:
    """The error for a name that is in use."""
    return StoreError(f"{path} exists already.", "Choose another name; nothing was changed.")


def last_step(connection: sqlite3.Connection) -> tuple[int, str]:
    """The id and the hash of the last step: the state of the store. (0, "") before the first."""
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'step'").fetchone():
        return 0, ""
    found = connection.execute("SELECT id, hash FROM step ORDER BY id DESC LIMIT 1").fetchone()
    return (int(found[0]), str(found[1])) if found else (0, "")


def _copy(source: sqlite3.Connection, draft: Path, task: Task) -> tuple[int, str]:
    """Copies one state; gives back its last step."""

    def report(_: int, remaining: int, total: int) -> None:
        task.step(total - remaining, total, "Copying the store")

    source.execute("BEGIN")
    try:
        # The first read fixes the state that is copied, however long that takes.
        last = last_step(source)
        with closing(sqlite3.connect(draft, isolation_level=None)) as copy:
            copy.execute("PRAGMA synchronous = OFF")
            source.backup(copy, pages=_PAGES_AT_ONCE, progress=report)
            copy.execute("PRAGMA journal_mode = DELETE")
        return last
    finally:
        source.execute("ROLLBACK")


def _remove_old(path: Path, now: datetime) -> None:
    with suppress(OSError):
        found = path.lstat()
        # A clock may have gone back since.
        age = abs(now - datetime.fromtimestamp(found.st_mtime, UTC))
        if stat.S_ISREG(found.st_mode) and age > _DRAFT_AGE:
            path.unlink(missing_ok=True)


@contextmanager
def _nobody_using(target: Path) -> Iterator[None]:
    if is_open(target):
        raise StoreError(f"{target} is open.", "Close it first, or choose another name.")
    lock = acquire(target, "")
    if isinstance(lock, Holder):
        raise StoreError(f"{target} is in use: {lock}.", "Choose another name.")
    try:
        yield
    finally:
        release(lock)


def _check_nothing_left(target: Path) -> None:
    log, _, journal = companions(target)
    for left in (log, journal):
        if left.exists() and left.stat().st_size:
            raise StoreError(
                f"{left} belongs to a store that was not closed properly.",
                f"Open and close {target.name} once, or move that file away. Nothing was changed.",
            )


def _name(draft: Path, target: Path) -> None:
    """A link fails where the name was taken, a rename would replace what has it."""
    try:
        os.link(draft, target)
    except FileExistsError as error:
        raise taken(target) from error
    except OSError:
        # Some file systems (exFAT, many network shares) have no links.
        if target.exists():
            raise taken(target) from None
        draft.rename(target)
    else:
        draft.unlink()


def _to_disk(path: Path) -> None:
    """Waits for the disk; a folder can only be opened for reading, and on Windows not at all."""
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _stops(task: Task) -> bool:
    return task.stop is not None and task.stop.is_set()
