"""How a store is recognised and opened: what it is, whether it is whole, who may write to it, and where.

Nothing here writes to a file that is foreign, newer or damaged, nor leaves a file beside it.
"""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from casefile.store.engine import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    Access,
    companions,
    connect_to_read,
    leave_wal,
    tidy,
)
from casefile.store.errors import (
    DamagedStoreError,
    NewerStoreError,
    NotAStoreError,
    ReadOnlyStoreError,
    StoreError,
    store_errors,
)
from casefile.store.lock import Holder, StoreLock, acquire, is_open, release
from casefile.store.schema import Base
from casefile.store.share import Place, locate

_HEADER_LENGTH = 100
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_FORMAT}
_NO_FILES_BESIDE = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR}
_ROOM_BYTES = 256 * 1024
"""With less SQLite cannot even lay out the index of its log."""
_COPY_ADVICE = "To work in it, save a copy elsewhere (File > Save a copy, or casefile copy)."


@dataclass(frozen=True)
class Header:
    """What the first hundred bytes of a store say."""

    version: int
    uses_wal: bool


@dataclass(frozen=True)
class Opening:
    """How a store may be used: by whom it is locked, and how its file is opened."""

    path: Path
    access: Access
    lock: StoreLock | None = None
    holder: Holder | None = None
    """Who else has it open for writing."""
    refusal: ReadOnlyStoreError | None = None
    """Why it cannot be written to; None where it can."""
    inspected: bool = False
    """It may be damaged, and is not to be tidied."""
    snapshot: "tempfile.TemporaryDirectory[str] | None" = None
    """Where the copy lies that is read instead of the store."""

    def end(self) -> None:
        """Gives the lock back and removes the copy."""
        if self.lock is not None:
            release(self.lock)
        if self.snapshot is not None:
            self.snapshot.cleanup()


Upgrade = Callable[[Opening], object]


def read_header(path: Path) -> Header:
    """What the file says of itself; not to be called while this process has it open.

    Raises:
        StoreError: no such file, or it cannot be read.
        NotAStoreError: the file is something else.
        NewerStoreError: a newer Casefile wrote it.
    """
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_LENGTH)
    except FileNotFoundError as error:
        raise StoreError(f"There is no store at {path}.", "Check the name, or make a new store.") from error
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {error.strerror}.", "Check its permissions.") from error
    if not header:
        raise NotAStoreError(path, ": the file is empty")
    marked = int.from_bytes(header[68:72], "big") == APPLICATION_ID
    if not header.startswith(b"SQLite format 3\0") or not marked:
        raise NotAStoreError(path)
    version = int.from_bytes(header[60:64], "big")
    if version > SCHEMA_VERSION:
        raise NewerStoreError(path, version, SCHEMA_VERSION)
    return Header(version, uses_wal=2 in header[18:20])


def prepare(path: Path, person: str, upgrade: Upgrade, *, read_only: bool, inspect: bool = False) -> Opening:
    """Everything that has to be true before the store at the path is used.

    Asked to read only, it takes no lock, so that it stands in nobody's way; asked to ``inspect`` as well, it
    does not mind damage, and leaves the file as it is. An older store is brought to the present format by
    ``upgrade``, for which it has to be lockable and whole.

    Raises:
        StoreError: as :func:`read_header`; it is damaged, or too old to be read without writing.
    """
    # What this process has open was looked at then, and must not be opened past SQLite.
    known = is_open(path)
    header = Header(SCHEMA_VERSION, uses_wal=False) if known else read_header(path)
    old = header.version < SCHEMA_VERSION
    opening = ask_to_write(path, person, wanted=not read_only or old)
    try:
        if known:
            return opening
        opening = _reached(replace(opening, inspected=inspect), header)
        if old or not inspect:
            _look(opening, header.version)
        if old and opening.lock is not None and _leftovers(path):
            # A process that died may have upgraded it: that stands in the log until it is brought home.
            with store_errors(path):
                tidy(path)
            header = read_header(path)
        if header.version < SCHEMA_VERSION:
            _bring_up(opening, header, upgrade)
    except BaseException:
        opening.end()
        raise
    if old and read_only:
        opening.end()
        return prepare(path, person, upgrade, read_only=True, inspect=inspect)
    if opening.lock is not None and opening.access.shared and header.uses_wal:
        _leave_wal(opening)
    return opening


def ask_to_write(path: Path, person: str, *, wanted: bool) -> Opening:
    """The store with its lock, or with the reason why it cannot be written to."""
    location = locate(path)
    access = Access(path, shared=location.place is not Place.LOCAL)

    def refused(because: str, advice: str, holder: Holder | None = None) -> Opening:
        return Opening(path, access, holder=holder, refusal=ReadOnlyStoreError(path, because, advice))

    if not wanted:
        return refused("nothing else was asked for", "Open it again to write to it.")
    if location.place is Place.SHARE_WITHOUT_LOCKS:
        because = f"its share ({location.file_system}) does not keep two computers from writing at once"
        return refused(because, "Save a copy on this computer and work there.")
    if path.exists() and not os.access(path, os.W_OK):
        return refused("you may not write to the file", _COPY_ADVICE)
    if _is_full(path.parent):
        return refused("there is no free disk space left", "Free some space and open it again.")
    try:
        lock = acquire(path, person)
    except OSError as error:
        return refused(f"nothing can be written beside it ({error.strerror})", _COPY_ADVICE)
    if isinstance(lock, Holder):
        return refused(str(lock), "Ask for it to be closed there, then open it again. " + _COPY_ADVICE, lock)
    return Opening(path, access, lock=lock)


def stamp(path: Path) -> tuple[int, ...]:
    """Changes when the store's file does: for files that are read without locks."""
    found = path.stat()
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, *map(_size, companions(path))


def _reached(opening: Opening, header: Header) -> Opening:
    """The opening with a way to read it: as it is, as a file at rest, or as a copy of it."""
    path, access = opening.path, opening.access
    if opening.lock is not None:
        return opening
    wal_on_share = access.shared and header.uses_wal
    if not any(file.exists() for file in companions(path)):
        quiet = wal_on_share or opening.inspected
        quiet = quiet or not os.access(path.parent, os.W_OK) or _is_full(path.parent)
        return replace(opening, access=replace(access, immutable=quiet))
    if not wal_on_share and _can_be_read(access):
        return opening
    if not _leftovers(path):
        return replace(opening, access=replace(access, immutable=True))
    return _copied(opening)


def _can_be_read(access: Access) -> bool:
    """Whether SQLite finds or makes the files that it needs beside a store in use."""
    try:
        with closing(connect_to_read(access)) as connection:
            connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchall()
    except sqlite3.OperationalError as error:
        return error.sqlite_errorcode & 0xFF not in _NO_FILES_BESIDE
    except sqlite3.DatabaseError:
        return True
    return True


def _copied(opening: Opening) -> Opening:
    """A copy of the file and what was left beside it: a crash where nobody may write is put right there."""
    folder = tempfile.TemporaryDirectory(prefix="casefile-")
    copy = Path(folder.name) / opening.path.name
    try:
        shutil.copyfile(opening.path, copy)
        for left in _leftovers(opening.path):
            shutil.copyfile(left, Path(f"{copy}{left.name.removeprefix(opening.path.name)}"))
        with store_errors(opening.path):
            tidy(copy)
    except OSError as error:
        folder.cleanup()
        raise StoreError(
            f"{opening.path} was not closed properly, and no copy can be made to put it right: "
            f"{error.strerror}.",
            "Open it where you may write to its folder.",
        ) from error
    except BaseException:
        folder.cleanup()
        raise
    return replace(opening, access=Access(copy), snapshot=folder)


def _look(opening: Opening, version: int) -> None:
    """Reads a little of every table; :class:`DamagedStoreError` where that cannot be done.

    A file at rest is read without locks, as locks would make files beside it; one that a process left when
    it died, or that somebody writes to, is read as SQLite means it to be read.
    """
    file = opening.access.file
    beside = [left for left in companions(file) if left.exists()]
    if opening.lock is not None and _size(companions(file)[2]):
        # A transaction was cut short: only a connection that may write takes it back.
        with store_errors(opening.path):
            tidy(file)
    at_rest = not (_leftovers(file) if opening.lock is not None else beside)
    access = replace(opening.access, immutable=opening.access.immutable or at_rest)
    before = stamp(file)
    try:
        _read_a_little(access, version, opening.path)
    except (sqlite3.Error, DamagedStoreError, NewerStoreError) as error:
        if access.immutable and not opening.access.immutable and stamp(file) != before:
            # Somebody began to write meanwhile.
            with store_errors(opening.path):
                _read_a_little(opening.access, version, opening.path)
            return
        _clear(opening, beside)
        if not isinstance(error, sqlite3.Error):
            raise
        if error.sqlite_errorcode & 0xFF in _DAMAGE:
            raise DamagedStoreError(opening.path, str(error)) from error
        with store_errors(opening.path):
            raise


def _read_a_little(access: Access, version: int, path: Path) -> None:
    with closing(connect_to_read(access)) as connection:
        rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")
        names = {str(name) for (name,) in rows.fetchall()}
        found = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if found > SCHEMA_VERSION:
            raise NewerStoreError(path, found, SCHEMA_VERSION)
        missing = sorted(Base.metadata.tables.keys() - names) if version == SCHEMA_VERSION else []
        if missing:
            raise DamagedStoreError(path, f"the table {missing[0]} is missing")
        for name in sorted(names):
            quoted = name.replace('"', '""')
            connection.execute(f'SELECT 1 FROM "{quoted}" LIMIT 1').fetchall()  # noqa: S608  from its schema


def _clear(opening: Opening, beside: Sequence[Path]) -> None:
    """Removes what looking at a damaged store has left beside it, where nobody else can be using that."""
    if opening.lock is not None:
        for left in companions(opening.path):
            if left not in beside:
                left.unlink(missing_ok=True)


def _bring_up(opening: Opening, header: Header, upgrade: Upgrade) -> None:
    if opening.refusal is not None:
        raise StoreError(
            f"{opening.path} was written by an older Casefile and has to be brought to the present format, "
            f"but it cannot be written to. {opening.refusal.what}",
            "Open it where you may write to it, or copy it there.",
        )
    if opening.access.shared and header.uses_wal:
        _leave_wal(opening)
    upgrade(opening)


def _leave_wal(opening: Opening) -> None:
    with store_errors(opening.path):
        leave_wal(opening.path)


def _leftovers(path: Path) -> list[Path]:
    """What a process that died has left beside a store, or a living one keeps there: log and journal."""
    log, _, journal = companions(path)
    return [file for file in (log, journal) if _size(file)]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _ROOM_BYTES
    except OSError:
        return False
