"""Connections to the one file: how a store is recognised, made and opened. Knows SQLite, not the record."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from casefile.store.errors import NewerStoreError, NotAStoreError, StoreError

APPLICATION_ID = 0x43534631
"""``CSF1`` in the SQLite header, bytes 68 to 71."""
SCHEMA_VERSION = 2
"""``user_version`` in the SQLite header, bytes 60 to 63; one for each migration."""

_HEADER_LENGTH = 100
_BUSY_TIMEOUT_S = 10


def stored_version(path: Path) -> int:
    """The store's schema version, read from its header without opening it.

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
    marked = int.from_bytes(header[68:72], "big") == APPLICATION_ID
    if not header.startswith(b"SQLite format 3\0") or not marked:
        raise NotAStoreError(path)
    version = int.from_bytes(header[60:64], "big")
    if version > SCHEMA_VERSION:
        raise NewerStoreError(path, version, SCHEMA_VERSION)
    return version


def write_engine(path: Path) -> Engine:
    """One connection that may write; its transactions take the write lock when they begin."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: _connect(path, read_only=False),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
    )
    _begin_with(engine, "BEGIN IMMEDIATE")
    return engine


def read_engine(path: Path) -> Engine:
    """Connections that cannot write; each transaction sees one state of the store."""
    engine = create_engine(
        "sqlite://", creator=lambda: _connect(path, read_only=True), poolclass=QueuePool, pool_size=4
    )
    _begin_with(engine, "BEGIN")
    return engine


def _connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    mode = "ro" if read_only else "rwc"
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(
        uri, uri=True, timeout=_BUSY_TIMEOUT_S, check_same_thread=False, isolation_level=None
    )
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cache_size = -32000")
        if read_only:
            connection.execute("PRAGMA query_only = ON")
        else:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA recursive_triggers = ON")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _begin_with(engine: Engine, statement: str) -> None:
    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:  # noqa: ANN401
        connection.exec_driver_sql(statement)
