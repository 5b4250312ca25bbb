"""What is done with a whole store beside the window: the backup at the end, the daily one, restoring.

Everything here runs off the main thread. Imports casefile.store only when it runs.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from casefile.errors import CasefileError
from casefile.progress import Task

if TYPE_CHECKING:
    from casefile.store.store import Store


@dataclass(frozen=True)
class Restored:
    """What became of restoring: the store that is open now, what is kept, and the error where it failed."""

    store: "Store"
    kept: Path | None
    error: CasefileError | None


def close_with_backup(store: "Store") -> str:
    """Closes the store; gives back what went wrong with its backup, "" where nothing did.

    Others may write to it from the beginning: the backup is of the state at that moment.
    """
    from casefile.store.backup_files import BackupReason
    from casefile.store.backups import back_up_if_changed

    wrote = not store.read_only
    try:
        store.hand_over()
        if wrote:
            back_up_if_changed(store, BackupReason.CLOSED)
    except CasefileError as error:
        return str(error)
    finally:
        store.close()
    return ""


def back_up_daily(store: "Store", task: Task) -> None:
    """The daily backup where it is due."""
    from casefile.store import backups

    backups.back_up_daily(store, datetime.now(UTC), task)


def restore(store: "Store | None", path: Path, backup: Path, person: str, task: Task) -> Restored:
    """Puts the backup in the place of the store at the path and opens that again, whatever happened.

    :class:`CasefileError` where it failed and nothing can be opened either.
    """
    from casefile.store.backups import restore_over
    from casefile.store.store import Store

    kept, failure = None, None
    if store is not None:
        store.close()
    try:
        kept = restore_over(backup, path, person, task)
    except CasefileError as error:
        failure = error
    try:
        return Restored(Store.open(path, person=person), kept, failure)
    except CasefileError as error:
        raise failure or error from error


def needs_backup(error: Exception) -> bool:
    """Whether the error says that the store itself is spoilt or gone."""
    from casefile.store.errors import DamagedStoreError, NotAStoreError

    return isinstance(error, DamagedStoreError | NotAStoreError)
