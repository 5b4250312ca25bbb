"""The store: one file, one write path, read-only reading. The only place that commits."""

import sqlite3
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.orm import Session

from casefile.paths import STORE_SUFFIX
from casefile.progress import SILENT, Task
from casefile.settings import login_name
from casefile.store import journal
from casefile.store.copying import copy_store, draft_of, publish, taken
from casefile.store.engine import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    Access,
    companions,
    read_engine,
    stoppable,
    tidy,
    write_engine,
)
from casefile.store.errors import ReadOnlyStoreError, StoreError, store_errors
from casefile.store.lock import Holder, StoreLock, file_id, note_closed, note_open, release
from casefile.store.opening import Opening, ask_to_write, prepare, stamp
from casefile.store.remembered import Remembered
from casefile.store.schema import Base
from casefile.store.schema.journal import OpenStep, StoreProperty
from casefile.store.schema.triggers import ddl

Reader = Session
"""A read-only view of one state of the store; made by :meth:`Store.read`."""
Writer = Session
"""A write transaction under an open step; made by :meth:`Store.write`."""


class Store:
    """An open store. Safe to share between threads: writes run one after another, reads beside them.

    One process at a time may write to a store; in any other, :attr:`read_only` is true and
    :attr:`holder` says who has it.
    """

    def __init__(self, opening: Opening) -> None:
        """Takes over a prepared store; use :meth:`open` or :meth:`create`."""
        self.path = opening.path
        self._opening = opening
        self._writing = write_engine(opening.access)
        self._reading = read_engine(opening.access, self._check_in_place)
        self._remembered = Remembered()
        self._closed = False
        self._readers = 0
        self._reading_ended = threading.Condition()
        self._file = note_open(opening.path)
        self._stamp = stamp(opening.path)
        try:
            if opening.lock is not None:
                self._recover()
        except BaseException:
            self.close()
            raise

    @classmethod
    def create(cls, path: Path, *, person: str = "") -> "Store":
        """A new, empty store; :class:`StoreError` where the path is taken or cannot be written."""
        if path.exists():
            raise taken(path)
        if not path.parent.is_dir():
            raise StoreError(f"{path} cannot be opened.", "Check that its folder exists.")
        opening = ask_to_write(path, person or login_name(), wanted=True)
        try:
            if opening.refusal is not None:
                raise StoreError(f"No store could be made at {path}: {opening.refusal.because}.", _ELSEWHERE)
            with draft_of(path) as draft:
                with store_errors(path):
                    _build(Access(draft, shared=opening.access.shared))
                publish(draft, path)
            return cls(opening)
        except BaseException:
            opening.end()
            raise

    @classmethod
    def open(cls, path: Path, *, person: str = "", read_only: bool = False) -> "Store":
        """An existing store, for writing where that is possible and nobody else does.

        ``person`` is shown to others while this process has it (the login name where empty). Asked for
        reading only, it stands in nobody's way.

        Raises:
            StoreError: it cannot be read, is damaged, or was written by a newer Casefile.
            NotAStoreError: the file is something else.
        """
        opening = prepare(path, person or login_name(), _upgrade, read_only=read_only)
        try:
            return cls(opening)
        except BaseException:
            opening.end()
            raise

    @classmethod
    def inspect(cls, path: Path) -> "Store":
        """An existing store for reading only, damaged or not, to find out what is wrong with it.

        :class:`StoreError` where even that cannot be done.
        """
        opening = prepare(path, login_name(), _upgrade, read_only=True, inspect=True)
        try:
            return cls(opening)
        except BaseException:
            opening.end()
            raise

    @classmethod
    def open_or_create(cls, path: Path, *, person: str = "") -> "Store":
        """The store at the path, made where there is none."""
        return cls.open(path, person=person) if path.exists() else cls.create(path, person=person)

    @property
    def read_only(self) -> bool:
        """Whether writing raises :class:`ReadOnlyStoreError`."""
        return self._opening.refusal is not None

    @property
    def refusal(self) -> ReadOnlyStoreError | None:
        """Why it cannot be written to, in words for a person; None where it can."""
        return self._opening.refusal

    @property
    def holder(self) -> Holder | None:
        """The other process that has it open for writing, as far as that is why this one may not."""
        return self._opening.holder

    def close(self) -> None:
        """Ends every connection and lets others write; the file then holds everything. Twice is once."""
        if self._closed:
            return
        with self._reading_ended:
            self._closed = True
            # A connection that is still in use would keep the log beside the file.
            self._reading_ended.wait_for(lambda: self._readers == 0, timeout=_LAST_READS_S)
        self._reading.dispose()
        if not self._in_place():
            self._bring_home()
        self._writing.dispose()
        note_closed(self._file)
        self._tidy()
        self._opening.end()

    def hand_over(self) -> None:
        """Lets others write from now on; reading goes on, as for the backup after the last edit."""
        lock = self._opening.lock
        if lock is None or self._closed or not self._in_place():
            return
        with lock.writing:
            self._writing.dispose()
            refusal = ReadOnlyStoreError(self.path, "it is being closed", "Open it again to write to it.")
            self._opening = replace(self._opening, lock=None, refusal=refusal)
        release(lock)

    def save_copy(self, path: Path, task: Task = SILENT, *, overwrite: bool = False) -> None:
        """Writes the store as it is now to another file, checked; the journal does not tell of it.

        Raises:
            StoreError: the path is taken (and ``overwrite`` is not asked for), in use, or not writable.
            CancelledError: the task was stopped. Nothing is left of the copy then.
        """
        if path.exists() and file_id(path) == self._file:
            raise StoreError(f"{path} is the store itself.", "Choose another name for the copy.")
        with self.raw() as source:
            copy_store(source, path, task, overwrite=overwrite)

    @contextmanager
    def raw(self) -> Iterator[sqlite3.Connection]:
        """A reading connection without SQLAlchemy, for copying."""
        # Of a file that lost its name the writing connection still is one, and there can be no new ones.
        engine = self._reading if self._in_place() or self._opening.lock is None else self._writing
        with self._one_reader(), store_errors(self.path):
            pooled = engine.raw_connection()
            try:
                connection = pooled.driver_connection
                assert isinstance(connection, sqlite3.Connection)  # noqa: S101  the engine makes no other
                yield connection
            finally:
                pooled.close()

    @contextmanager
    def read(self, stop: threading.Event | None = None) -> Iterator[Reader]:
        """One consistent, read-only view.

        Raises:
            CancelledError: ``stop`` was set, before a query or in the midst of it.
            StoreError: the file cannot be read, or is not what it was.
        """
        if self._opening.access.immutable and not (self._in_place() and stamp(self.path) == self._stamp):
            raise StoreError(
                f"{self.path} was changed by another program since it was opened here.",
                "Open it again to see its present state.",
            )
        with (
            self._one_reader(),
            store_errors(self.path),
            Session(self._reading, info=self._remembered.info()) as session,
        ):
            try:
                with self._until(session, stop):
                    yield session
            except BaseException:
                # Whoever holds the error may hold a query that was not read to its end: as long as it is
                # there, SQLite shows its connection the store as it was, whoever asks next.
                session.invalidate()
                raise

    @contextmanager
    def _until(self, session: Session, stop: threading.Event | None) -> Iterator[None]:
        if stop is None:
            yield
            return
        task = Task(stop=stop)
        event.listen(session, "do_orm_execute", lambda _: task.check())
        with stoppable(session.connection(), stop):
            yield

    @contextmanager
    def write(
        self, label: str, by: str, *, undoable: bool = True, group: journal.StepGroup | None = None
    ) -> Iterator[Writer]:
        """One transaction under one step: all of it is kept, or, on any error, nothing.

        The steps of a group are transactions of their own, but undone and redone together.
        """
        with self._transaction() as session:
            step = journal.begin_step(session, label, by, undoable=undoable, group=group)
            yield session
            kept = journal.end_step(session, step)
        if kept is not None and group is not None:
            group.join(kept)

    def undo(self, by: str, only: int | None = None) -> str:
        """Takes back the latest step; gives back its label.

        With ``only``, the first step of a group, :class:`casefile.store.journal.NothingToUndoError` where
        the latest is of another one.
        """
        with self._transaction() as session:
            return journal.undo(session, by, only)

    def redo(self, by: str, only: int | None = None) -> str:
        """Does again what was undone last; gives back its label. ``only`` as for :meth:`undo`."""
        with self._transaction() as session:
            return journal.redo(session, by, only)

    @contextmanager
    def _transaction(self) -> Iterator[Session]:
        self._check_open()
        refusal, lock = self._opening.refusal, self._opening.lock
        if refusal is not None:
            raise ReadOnlyStoreError(self.path, refusal.because, refusal.advice)
        if lock is None:
            raise RuntimeError(f"{self.path} is neither locked nor refused")
        with lock.writing:
            self._check_in_place()
            self._check_lock(lock)
            with store_errors(self.path), Session(self._writing) as session, session.begin():
                yield session

    @contextmanager
    def _one_reader(self) -> Iterator[None]:
        with self._reading_ended:
            self._check_open()
            self._readers += 1
        try:
            yield
        finally:
            with self._reading_ended:
                self._readers -= 1
                self._reading_ended.notify_all()

    def _check_open(self) -> None:
        if self._closed:
            raise StoreError(f"{self.path} is closed.", "Open it again.")

    def _in_place(self) -> bool:
        """Whether the file that is open still has its name."""
        try:
            return file_id(self.path) == self._file
        except OSError:
            return False

    def _check_in_place(self) -> None:
        """What has no name any more must not be written to: nobody would ever find it."""
        if self._in_place():
            return
        self._bring_home()
        if self.path.exists():
            what = f"{self.path} was replaced by another file while it was open."
        else:
            what = f"{self.path} is no longer there: it was moved, renamed or deleted while it was open."
        raise StoreError(
            what, "Nothing more is kept in it. Save a copy of what is open here, then open that."
        )

    def _check_lock(self, lock: StoreLock) -> None:
        if not lock.restore():
            raise StoreError(
                f"The lock file {lock.path.name} beside {self.path} is gone, and another program may write.",
                "Nothing of this step was kept. Close the store and open it again.",
            )

    def _bring_home(self) -> None:
        """Puts the log of a file that was renamed into the file itself: it lies under the old name.

        SQLite would leave it there. Where another file has taken the name, nothing of that is touched.
        """
        if self._opening.lock is None or self._opening.access.shared:
            return
        with suppress(sqlite3.Error):
            pooled = self._writing.raw_connection()
            pooled.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            pooled.close()

    def _recover(self) -> None:
        """Connects for writing once: what a process that died has left is put right now, not at an edit."""
        with store_errors(self.path):
            self._writing.raw_connection().close()

    def _tidy(self) -> None:
        """A reader may leave files beside the store that only a writer could remove."""
        access = self._opening.access
        if self._opening.lock is not None and not self.path.exists():
            log, index, _ = companions(self.path)
            if log.exists() and not log.stat().st_size:
                log.unlink()
                index.unlink(missing_ok=True)
        ours = self._opening.lock is not None or self._opening.inspected
        if ours or access.immutable or access.file != self.path:
            return
        if any(file.exists() for file in companions(self.path)) and self.path.exists():
            with suppress(sqlite3.Error):
                tidy(self.path)


_LAST_READS_S = 10
"""How long closing waits for reads that are under way."""
_ELSEWHERE = "Choose a folder that you may write to."


def store_path(path: Path) -> Path:
    """The path with the suffix of stores where it has none."""
    return path if path.suffix else path.with_suffix(STORE_SUFFIX)


def _upgrade(opening: Opening) -> None:
    from casefile.store.migrations.upgrade import upgrade

    upgrade(opening)


def _build(access: Access) -> None:
    engine = write_engine(access, new=True)
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
            Base.metadata.create_all(connection, checkfirst=False)
            for statement in ddl():
                connection.exec_driver_sql(statement)
        with Session(engine) as session, session.begin():
            session.add(OpenStep(step_id=None))
            session.add(StoreProperty(name="id", value=uuid.uuid4().hex))
            session.add(StoreProperty(name="created_at", value=datetime.now(UTC).isoformat()))
    finally:
        engine.dispose()
