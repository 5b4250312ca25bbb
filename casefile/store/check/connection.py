"""The connection that a check reads through: scratch tables beside the store, damaged text, an open ear.

The store is opened read-only by SQLite itself; what a check makes lies in the temporary schema of the
connection and ends with it.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from sqlalchemy.exc import DBAPIError

from casefile.errors import CancelledError
from casefile.progress import Task
from casefile.store.store import Reader

_INSTRUCTIONS = 20_000
"""Instructions of SQLite's machine between two looks at the task: some milliseconds."""


@contextmanager
def checking(reader: Reader, task: Task) -> Iterator[sqlite3.Connection]:
    """The reader's own connection: text that is no UTF-8 is read with replacement characters, long statements
    end with :class:`CancelledError` when the task is stopped, and temporary tables can be made.
    """  # noqa: D205
    connection = reader.connection().connection.driver_connection
    if not isinstance(connection, sqlite3.Connection):
        raise TypeError("the store is read through SQLite's own driver")
    connection.text_factory = partial(str, encoding="utf-8", errors="replace")
    connection.set_progress_handler(lambda: int(task.stop is not None and task.stop.is_set()), _INSTRUCTIONS)
    connection.execute("PRAGMA query_only = OFF")
    try:
        yield connection
    except (sqlite3.OperationalError, DBAPIError) as error:
        if sqlite_code(error) == sqlite3.SQLITE_INTERRUPT:
            raise CancelledError from error
        raise
    finally:
        connection.set_progress_handler(None, 0)
        connection.text_factory = str
        connection.execute("PRAGMA query_only = ON")


def sqlite_code(error: sqlite3.Error | DBAPIError) -> int:
    """SQLite's primary result code, 0 where there is none."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    return getattr(cause, "sqlite_errorcode", 0) & 0xFF
