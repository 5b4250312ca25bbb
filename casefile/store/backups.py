"""Making, looking at and restoring backups. A backup is whole or not there; restoring destroys nothing."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from casefile.progress import SILENT, Task
from casefile.store.backup_files import (
    BackupFile,
    BackupReason,
    backups_in,
    folder_of,
    folders_of,
    next_backup,
    remove_oldest,
)
from casefile.store.copying import copy_store, draft_of, last_step, publish
from casefile.store.engine import Access, companions, connect_to_read
from casefile.store.errors import DamagedStoreError, NewerStoreError, NotAStoreError, StoreError, store_errors
from casefile.store.lock import is_open
from casefile.store.opening import ask_to_write, read_header
from casefile.store.store import Store

DAILY = timedelta(hours=24)
_COUNTED = ("step", "action", "source", "quote")


class BackupError(StoreError):
    """A backup could not be made; the store itself is as it was."""

    def __init__(self, store: Path, because: str, advice: str) -> None:
        super().__init__(
            f"The backup of {store} could not be made: {because}", f"The store is as it was. {advice}"
        )


@dataclass(frozen=True)
class Contents:
    """What a store holds, counted; what lies in the trash is left out. The last step's are "" before one."""

    version: int
    steps: int
    actions: int
    sources: int
    quotes: int
    last_label: str
    last_person: str
    last_at: str
    """ISO 8601, UTC."""


@dataclass(frozen=True)
class Backup:
    """A backup with its preview; ``contents`` is None where it cannot be read, and ``wrong`` says why."""

    file: BackupFile
    size_bytes: int
    contents: Contents | None
    wrong: str = ""


def back_up(store: Store, reason: BackupReason, task: Task = SILENT) -> BackupFile:
    """Makes a backup of the store as it is now and removes the oldest ones.

    :class:`BackupError` where that is not possible, :class:`CancelledError` where the task was stopped.
    """
    with store.raw() as source:
        return make_backup(source, store.path, reason, task)


def back_up_if_changed(store: Store, reason: BackupReason, task: Task = SILENT) -> BackupFile | None:
    """As :func:`back_up` where the store holds a step that its last backup does not; None where not so."""
    with store.raw() as source:
        latest = _latest(source, store.path)
        unchanged = last_step(source) == (_last_step_in(latest.path) if latest else (0, ""))
        return None if unchanged else make_backup(source, store.path, reason, task)


def back_up_daily(store: Store, now: datetime, task: Task = SILENT) -> BackupFile | None:
    """As :func:`back_up_if_changed` where the last backup was not made within a day of ``now`` (UTC)."""
    with store.raw() as source:
        latest = _latest(source, store.path)
    # A clock that was put back makes a backup of tomorrow: that is as good as an old one.
    if latest is not None and abs(now - latest.made_at) < DAILY:
        return None
    return back_up_if_changed(store, BackupReason.DAILY, task)


def make_backup(source: sqlite3.Connection, store: Path, reason: BackupReason, task: Task) -> BackupFile:
    """As :func:`back_up`, from a connection that reads the store."""
    with _backup_errors(store):
        folder = folder_of(store, store_id(source))
        folder.mkdir(parents=True, exist_ok=True)
        now = datetime.now(UTC)
        made = next_backup(folder, store, reason, now)
        copy_store(source, made.path, task)
        remove_oldest(folder)
        return made


def list_backups(store: Path) -> list[Backup]:
    """Every backup of the store, and of others with its name, the latest first, each with its preview.

    :class:`StoreError` where the folder of the backups cannot be read.
    """
    try:
        files = [file for folder in folders_of(store, _id_at(store)) for file in backups_in(folder)]
        files.sort(key=lambda file: (file.made_at, file.number), reverse=True)
        return [preview(file) for file in files]
    except OSError as error:
        raise StoreError(
            f"The backups of {store} cannot be listed: {error.strerror} ({error.filename}).",
            "Check your data folder.",
        ) from error


def preview(file: BackupFile) -> Backup:
    """What a backup holds."""
    size = file.path.stat().st_size
    try:
        with _reading(file.path) as connection:
            return Backup(file, size, contents(connection))
    except StoreError as error:
        return Backup(file, size, None, error.what.replace(str(file.path), "It"))


def restore_beside(backup: Path, target: Path, task: Task = SILENT) -> None:
    """Makes a new store of the backup; :class:`StoreError` where the name is taken or the backup damaged."""
    with _reading(backup) as source:
        copy_store(source, target, task)


def restore_over(backup: Path, store: Path, person: str, task: Task = SILENT) -> Path | None:
    """Puts the backup in the store's place; gives back what is kept of the store, None where it was gone.

    What can be opened is kept as a backup; what cannot is renamed beside, with whatever belongs to it.
    :class:`StoreError` where it is open here or elsewhere, or anything fails: the store is then as it was.
    """
    with draft_of(store) as draft:
        restore_beside(backup, draft, task)
        if is_open(store):
            raise StoreError(f"{store} is open.", "Close it first.")
        opening = ask_to_write(store, person, wanted=True)
        try:
            if opening.refusal is not None:
                raise opening.refusal
            kept = _keep(store, person, task) if store.exists() else None
            publish(draft, store, overwrite=True)
        finally:
            opening.end()
    return kept


def contents(connection: sqlite3.Connection) -> Contents:
    """Counts what a store of any format holds."""
    steps, actions, sources, quotes = (_count(connection, table) for table in _COUNTED)
    last = ("", "", "")
    if steps:
        last = connection.execute("SELECT label, person, at FROM step ORDER BY id DESC LIMIT 1").fetchone()
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    return Contents(version, steps, actions, sources, quotes, *map(str, last))


def store_id(connection: sqlite3.Connection) -> str:
    """The store's own id, "" where it has none yet."""
    if not _columns(connection, "store_property"):
        return ""
    found = connection.execute("SELECT value FROM store_property WHERE name = 'id'").fetchone()
    return str(found[0]) if found else ""


@contextmanager
def _backup_errors(store: Path) -> Iterator[None]:
    try:
        yield
    except StoreError as error:
        raise BackupError(store, error.what, error.advice) from error
    except OSError as error:
        raise BackupError(
            store, f"{error.strerror} ({error.filename}).", "Check your data folder."
        ) from error


def _latest(source: sqlite3.Connection, store: Path) -> BackupFile | None:
    with _backup_errors(store):
        return next(iter(backups_in(folder_of(store, store_id(source)))), None)


def _last_step_in(backup: Path) -> tuple[int, str] | None:
    """The last step of a backup, None where it cannot be read."""
    try:
        with _reading(backup) as connection:
            return last_step(connection)
    except StoreError:
        return None


def _keep(store: Path, person: str, task: Task) -> Path:
    """A backup of what is there, or, where it is no store that can be opened, another name for it."""
    try:
        present = Store.open(store, person=person)
    except (DamagedStoreError, NotAStoreError, NewerStoreError):
        return _set_aside(store)
    try:
        return back_up(present, BackupReason.BEFORE_RESTORE, task).path
    finally:
        present.close()


def _set_aside(store: Path) -> Path:
    at = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    aside = store.with_name(f"{store.stem}.before-restore-{at}{store.suffix}")
    for present, other in zip(companions(store), companions(aside), strict=True):
        if present.exists():
            present.rename(other)
    return store.rename(aside)


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a store at rest."""
    read_header(path)
    with store_errors(path), closing(connect_to_read(Access(path, immutable=True))) as connection:
        yield connection


def _id_at(store: Path) -> str:
    """The id of the store at a path, "" where nothing can be read there."""
    try:
        if is_open(store):
            with closing(connect_to_read(Access(store))) as connection:
                return store_id(connection)
        with _reading(store) as connection:
            return store_id(connection)
    except (StoreError, sqlite3.Error):
        return ""


def _count(connection: sqlite3.Connection, table: str) -> int:
    columns = _columns(connection, table)
    if not columns:
        return 0
    live = " WHERE trashed_at IS NULL" if "trashed_at" in columns else ""
    return int(connection.execute(f"SELECT count(*) FROM {table}{live}").fetchone()[0])  # noqa: S608  our names


def _columns(connection: sqlite3.Connection, table: str) -> set[str]:
    return {str(name) for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))}
