"""What can go wrong with a store, in words that say what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, NoResultFound

from casefile.errors import CancelledError, CasefileError


class StoreError(CasefileError):
    """The store cannot be opened, read or written."""


class NotAStoreError(StoreError):
    """The file is something else; it is never written to."""

    def __init__(self, path: Path, because: str = "") -> None:
        super().__init__(
            f"{path} is not a Casefile store{because}.",
            "Nothing in it was changed. Choose another file, or make a new store.",
        )


class DamagedStoreError(StoreError):
    """The store cannot be read as a whole; it is never written to."""

    def __init__(self, path: Path, because: str) -> None:
        super().__init__(
            f"{path} is damaged: {because}.",
            "Nothing was written to it. Keep the file and restore your latest backup"
            " (File > Restore a backup, or casefile backups).",
        )


class ReadOnlyStoreError(StoreError):
    """The store is open for reading only; ``because`` says why in a clause, for where its name is known."""

    def __init__(self, path: Path, because: str, advice: str) -> None:
        super().__init__(f"{path} is open for reading only: {because}.", advice)
        self.path = path
        self.because = because


class NewerStoreError(StoreError):
    """The store was written by a newer Casefile."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            f"{path} was written by a newer Casefile (format {found}, this one knows {known}).",
            "Nothing in it was changed. Install the newer version to open it.",
        )


class RecordGoneError(StoreError):
    """What was asked for is not in the store any more."""

    def __init__(self) -> None:
        super().__init__(
            "What you chose is not in the store any more.",
            "It was taken back or removed meanwhile. Edit > Redo brings back what was undone.",
        )


_ADVICE = (
    (sqlite3.SQLITE_FULL, "There is no free disk space left for {path}.",
     "Nothing of this step was kept. Free some space and try again."),
    (sqlite3.SQLITE_READONLY, "{path} cannot be written to.",
     "Check the permissions of the file and its folder, or save a copy elsewhere."),
    (sqlite3.SQLITE_CANTOPEN, "{path} cannot be opened.",
     "Check that the folder exists and that you may write to it."),
    (sqlite3.SQLITE_BUSY, "{path} is in use by another program.",
     "Close the other program or wait a moment, then try again."),
    (sqlite3.SQLITE_CORRUPT, "{path} is damaged.",
     "Nothing was written to it. Keep the file and restore your latest backup."),
    (sqlite3.SQLITE_NOTADB, "{path} is not a Casefile store.",
     "Nothing in it was changed. Choose another file."),
    (sqlite3.SQLITE_IOERR, "The disk reported an error with {path}.",
     "Nothing of this step was kept. Check the disk or the network drive, then try again."),
)  # fmt: skip


@contextmanager
def store_errors(path: Path) -> Iterator[None]:
    """Turns the database's environment errors into :class:`StoreError`; everything else passes as it is.

    A record that is not there is no error of the program's: what a person looks at may have been taken back.
    A query that was stopped raises :class:`CancelledError`.
    """
    try:
        yield
    except NoResultFound as error:
        raise RecordGoneError from error
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_INTERRUPT:
            raise CancelledError from error
        for known, what, advice in _ADVICE:
            if code == known:
                raise StoreError(what.format(path=path), advice) from error
        raise
