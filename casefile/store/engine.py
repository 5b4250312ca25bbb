"""Connections to the one file: how it is opened for writing and for reading. Knows SQLite, not the record."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Event
from typing import Any

from sqlalchemy import Connection, Dialect, Engine, create_engine, event, make_url
from sqlalchemy.pool import QueuePool
from sqlalchemy.util import LRUCache

APPLICATION_ID = 0x43534631
"""``CSF1`` in the SQLite header, bytes 68 to 71."""
SCHEMA_VERSION = 7
"""``user_version`` in the SQLite header, bytes 60 to 63; one for each migration."""

_BUSY_TIMEOUT_S = 10
_STEPS_A_LOOK = 20_000
"""Of SQLite's machine, between two looks whether a query is still wanted: about a thousandth of a second."""
_WRITER_CACHE, _READER_CACHE = "PRAGMA cache_size = -32000", "PRAGMA cache_size = -2000"
"""In KiB. What readers look at is in the system's own cache: with four times as much each of them was no
faster at 100,000 sources, and the program larger by all that."""
_LOCAL = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL")
_SHARED = ("PRAGMA journal_mode = DELETE", "PRAGMA synchronous = EXTRA")
"""EXTRA also waits for the folder after a transaction's journal is removed from it."""
_URL = make_url("sqlite://")
_COMPILED: LRUCache[Any, Any] = LRUCache(1000)
"""Every statement as SQL, once for all stores: to compile one takes longer than to run it."""


@dataclass(frozen=True)
class Access:
    """How SQLite is to open a store's file."""

    file: Path
    shared: bool = False
    """It lies on a network share: no write-ahead log."""
    immutable: bool = False
    """Nobody writes to it: no locks and no files beside it."""


def write_engine(access: Access, *, new: bool = False) -> Engine:
    """One connection that may write; its transactions take the write lock when they begin."""
    return _engine(lambda: connect_to_write(access, new=new), "BEGIN IMMEDIATE", at_once=1, more=0)


def read_engine(access: Access, check: Callable[[], object]) -> Engine:
    """Connections that cannot write; each transaction sees one state of the store.

    ``check`` runs before each new connection and raises where the file is not the one it was.
    """

    def connect() -> sqlite3.Connection:
        check()
        return connect_to_read(access)

    return _engine(connect, "BEGIN", at_once=4, more=10)


def connect_to_read(access: Access) -> sqlite3.Connection:
    """A connection that cannot write; whoever asked for it closes it."""
    mode = "ro&immutable=1" if access.immutable else "ro"
    return _connect(access.file, mode, ("PRAGMA query_only = ON", _READER_CACHE))


def connect_to_write(access: Access, *, new: bool = False) -> sqlite3.Connection:
    """A connection that may write, in the journal mode that the place of the file allows.

    Only asked for a new file does it make one.
    """
    journal = _SHARED if access.shared else _LOCAL
    return _connect(access.file, "rwc" if new else "rw", (*journal, "PRAGMA recursive_triggers = ON"))


@contextmanager
def stoppable(connection: Connection, stop: Event) -> Iterator[None]:
    """Within it, queries on the connection break off soon after the stop is asked for."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)  # noqa: S101  the engine makes no other
    driver.set_progress_handler(stop.is_set, _STEPS_A_LOOK)
    try:
        yield
    finally:
        driver.set_progress_handler(None, 0)


def leave_wal(file: Path) -> None:
    """Ends the write-ahead log of a file that came to a network share, without memory shared with others.

    In exclusive mode SQLite keeps the log's index in the process (https://sqlite.org/wal.html#noshm).
    """
    connection = _connect(file, "rw", ("PRAGMA locking_mode = EXCLUSIVE", "PRAGMA journal_mode = DELETE"))
    connection.close()


def tidy(file: Path) -> None:
    """Lets SQLite remove the files beside a store that its last reader, who may not write, had to leave."""
    connection = _connect(file, "rw", ("SELECT 1 FROM sqlite_schema LIMIT 1",))
    connection.close()


def companions(file: Path) -> tuple[Path, Path, Path]:
    """The files that SQLite keeps beside a database while it is in use: log, its index, rollback journal."""
    return Path(f"{file}-wal"), Path(f"{file}-shm"), Path(f"{file}-journal")


def _connect(file: Path, mode: str, statements: tuple[str, ...]) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{file.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=_BUSY_TIMEOUT_S,
        check_same_thread=False,
        isolation_level=None,
    )
    try:
        for statement in ("PRAGMA foreign_keys = ON", _WRITER_CACHE, *statements):
            connection.execute(statement).fetchall()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _engine(connect: Callable[[], Any], begin: str, *, at_once: int, more: int) -> Engine:
    """So many connections are kept, the one that was used last first; more are closed after their use."""
    dialect = _dialect()
    pool = QueuePool(connect, pool_size=at_once, max_overflow=more, use_lifo=True, dialect=dialect)
    engine = Engine(pool, dialect, _URL, execution_options={"compiled_cache": _COMPILED})
    _begin_with(engine, begin)
    return engine


@cache
def _dialect() -> Dialect:
    """How SQLite is spoken to. One for all engines: what a statement was compiled to holds for a dialect."""
    engine = create_engine(_URL)
    with engine.connect():  # it asks SQLite about itself
        pass
    engine.dispose()
    return engine.dialect


def _begin_with(engine: Engine, statement: str) -> None:
    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:  # noqa: ANN401
        connection.exec_driver_sql(statement)
