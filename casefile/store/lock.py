"""Who may write to a store: one process at a time, by a lock of the operating system. Imports errors only.

The lock lies on a small file beside the store, which also says who has it. It ends with its process, however
that ends: what the file says counts only while the lock is held.

POSIX drops a process's locks on a file when the process closes *any* descriptor of that file. So within one
process a lock file is opened once and shared (``_held``). SQLite's own locks are of the same kind: nothing
may open a store's file past SQLite while :func:`is_open` says that this process has it open.
"""

import errno
import json
import os
import platform
import sys
import threading
from collections import Counter
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

LOCK_SUFFIX = ".lock"
_LOCKED_BYTE = 1 << 30
"""Far behind what the file says: Windows lets nobody read a byte that is locked."""
_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
_ATTEMPTS = 20


@dataclass(frozen=True)
class Holder:
    """Who has a store open for writing; every text is empty where the lock file does not tell."""

    person: str = ""
    host: str = ""
    process: int = 0
    since: str = ""
    """When it was opened, ISO 8601 in UTC."""

    def __str__(self) -> str:
        """Who has it, as a clause."""
        who = self.person or "another program"
        if not (self.host and self.process and self.since):
            return f"{who} has it open"
        since = self.since[:16].replace("T", " ")
        return f"{who} on {self.host} (process {self.process}) has it open since {since} UTC"


@dataclass
class StoreLock:
    """The right to write to one store, shared by everything in this process that has it open."""

    path: Path
    """The lock file."""
    descriptor: int
    holder: Holder
    """This process."""
    writing: threading.Lock = field(default_factory=threading.Lock)
    """Taken by each write transaction: writes of one process run one after another."""
    users: int = 1

    def still_stands(self) -> bool:
        """Whether the lock file still is the one that was locked; another one would let others in."""
        return _same_file(self.descriptor, self.path)

    def restore(self) -> bool:
        """Makes the lock file anew where somebody removed it; false where another process was faster."""
        if self.still_stands():
            return True
        try:
            descriptor = _lock_file(self.path)
        except OSError:
            return False
        if descriptor is None:
            return False
        os.close(self.descriptor)
        self.descriptor = descriptor
        self.holder = _say_who(descriptor, self.holder.person)
        return True


FileId = tuple[int, int]
_held: dict[Path, StoreLock] = {}
_open: Counter[FileId] = Counter()
_registry = threading.Lock()


def lock_path(store: Path) -> Path:
    """Where the lock file of the store lies, links followed."""
    real = store.resolve()
    return real.with_name(f"{real.name}{LOCK_SUFFIX}")


def acquire(store: Path, person: str) -> StoreLock | Holder:
    """The lock, or who has it; :class:`OSError` where no lock file can be made."""
    path = lock_path(store)
    with _registry:
        known = _known_here(path)
        if known is not None:
            known.users += 1
            return known
        descriptor = _lock_file(path)
        if descriptor is None:
            return _read_holder(path)
        holder = _say_who(descriptor, person)
        lock = _held[path] = StoreLock(path, descriptor, holder)
        return lock


def release(lock: StoreLock) -> None:
    """Gives the lock back; with the last user in this process the lock file goes."""
    with _registry:
        lock.users -= 1
        if lock.users:
            return
        del _held[lock.path]
        if sys.platform != "win32" and lock.still_stands():
            # Removed while it is locked: nobody else can have taken it meanwhile.
            with suppress(OSError):
                lock.path.unlink()
        os.close(lock.descriptor)
        if sys.platform == "win32":
            with suppress(OSError):
                lock.path.unlink()


def note_open(store: Path) -> FileId:
    """Notes that this process reads the store through SQLite; :func:`note_closed` takes the note back."""
    found = file_id(store)
    with _registry:
        _open[found] += 1
    return found


def note_closed(found: FileId) -> None:
    """Ends what :func:`note_open` began."""
    with _registry:
        _open[found] -= 1
        if not _open[found]:
            del _open[found]


def is_open(store: Path) -> bool:
    """Whether this process has the very file open: then it must not be opened past SQLite."""
    try:
        found = file_id(store)
    except OSError:
        return False
    with _registry:
        return found in _open


def file_id(path: Path) -> FileId:
    """Device and number of the file under the name; :class:`OSError` where there is none."""
    found = path.stat()
    return found.st_dev, found.st_ino


def _known_here(path: Path) -> StoreLock | None:
    """The lock that this process has on the file, under whatever name: case and mounts make several."""
    if path in _held:
        return _held[path]
    return next((held for held in _held.values() if _same_file(held.descriptor, path)), None)


def _read_holder(path: Path) -> Holder:
    """What the lock file says; an empty holder where it says nothing that can be understood."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return Holder(str(found["person"]), str(found["host"]), int(found["process"]), str(found["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Holder()


def _lock_file(path: Path) -> int | None:
    """A descriptor of the locked file, None where another process has it."""
    for _ in range(_ATTEMPTS):
        new = not path.exists()
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            taken = _try_lock(descriptor)
        except OSError:
            os.close(descriptor)
            if new:
                path.unlink(missing_ok=True)
            raise
        if taken and _same_file(descriptor, path):
            return descriptor
        # Where it is no longer the same, its last holder removed it between our opening and our locking.
        os.close(descriptor)
        if not taken:
            return None
    raise OSError(errno.EAGAIN, "the lock file comes and goes", str(path))


def _same_file(descriptor: int, path: Path) -> bool:
    try:
        named = path.stat()
    except OSError:
        return False
    return os.path.samestat(os.fstat(descriptor), named)


def _say_who(descriptor: int, person: str) -> Holder:
    """Writes the holder; the lock holds without it, so a full disk does not matter here."""
    since = datetime.now(UTC).isoformat(timespec="seconds")
    holder = Holder(person, platform.node(), os.getpid(), since)
    with suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, json.dumps(asdict(holder), ensure_ascii=False).encode("utf-8", "replace"))
    return holder


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in _TAKEN:
                return False
            raise
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            # A record lock, not flock(): a forked worker that outlives us must not inherit it.
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, _LOCKED_BYTE)
        except OSError as error:
            if error.errno in _TAKEN:
                return False
            raise
        return True
