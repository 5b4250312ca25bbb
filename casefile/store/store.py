"""The store: one file, one write path, read-only reading. The only place that commits."""

import os
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from casefile.paths import STORE_SUFFIX
from casefile.store import journal
from casefile.store.engine import APPLICATION_ID, SCHEMA_VERSION, read_engine, stored_version, write_engine
from casefile.store.errors import StoreError, store_errors
from casefile.store.schema import Base
from casefile.store.schema.journal import OpenStep, StoreProperty
from casefile.store.schema.triggers import ddl

Reader = Session
"""A read-only view of one state of the store; made by :meth:`Store.read`."""
Writer = Session
"""A write transaction under an open step; made by :meth:`Store.write`."""


class Store:
    """An open store. Safe to share between threads: writes run one after another, reads beside them."""

    def __init__(self, path: Path) -> None:
        """Opens the store at the path; use :meth:`open` or :meth:`create`."""
        self.path = path
        self._write_lock = threading.Lock()
        self._writing = write_engine(path)
        self._reading = read_engine(path)

    @classmethod
    def create(cls, path: Path) -> "Store":
        """A new, empty store; :class:`StoreError` where the path is taken or cannot be written."""
        if path.exists():
            raise StoreError(f"{path} exists already.", "Choose another name; nothing was changed.")
        draft = path.with_name(f".{path.name}.{uuid.uuid4().hex}.new")
        try:
            with store_errors(path):
                _build(draft)
            _publish(draft, path)
        except OSError as error:
            raise StoreError(
                f"No store could be made at {path}: {error.strerror}.",
                "Choose a folder that you may write to.",
            ) from error
        finally:
            for leftover in (draft, Path(f"{draft}-wal"), Path(f"{draft}-shm")):
                _remove(leftover)
        return cls(path)

    @classmethod
    def open(cls, path: Path) -> "Store":
        """An existing store.

        Raises:
            StoreError: it cannot be read, is damaged, or was written by a newer Casefile.
            NotAStoreError: the file is something else.
        """
        if stored_version(path) < SCHEMA_VERSION:
            from casefile.store.migrations.upgrade import upgrade

            upgrade(path)
        store = cls(path)
        with store.read():
            return store

    @classmethod
    def open_or_create(cls, path: Path) -> "Store":
        """The store at the path, made where there is none."""
        return cls.open(path) if path.exists() else cls.create(path)

    def close(self) -> None:
        """Ends every connection; the file then holds everything."""
        self._reading.dispose()
        self._writing.dispose()

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """One consistent, read-only view."""
        with store_errors(self.path), Session(self._reading) as session:
            yield session

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

    def undo(self, by: str) -> str:
        """Takes back the latest step; gives back its label."""
        with self._transaction() as session:
            return journal.undo(session, by)

    def redo(self, by: str) -> str:
        """Does again what was undone last; gives back its label."""
        with self._transaction() as session:
            return journal.redo(session, by)

    @contextmanager
    def _transaction(self) -> Iterator[Session]:
        with self._write_lock, store_errors(self.path), Session(self._writing) as session, session.begin():
            yield session


def store_path(path: Path) -> Path:
    """The path with the suffix of stores where it has none."""
    return path if path.suffix else path.with_suffix(STORE_SUFFIX)


def _build(path: Path) -> None:
    engine = write_engine(path)
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
            Base.metadata.create_all(connection)
            for statement in ddl():
                connection.exec_driver_sql(statement)
        with Session(engine) as session, session.begin():
            session.add(OpenStep(step_id=None))
            session.add(StoreProperty(name="id", value=uuid.uuid4().hex))
            session.add(StoreProperty(name="created_at", value=datetime.now(UTC).isoformat()))
    finally:
        engine.dispose()


def _publish(draft: Path, path: Path) -> None:
    """Gives the draft its name; a link fails where the name was taken, a rename would replace it."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:
        # Some file systems (exFAT, many network shares) have no links.
        draft.rename(path)


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
