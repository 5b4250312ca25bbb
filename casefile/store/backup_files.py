"""The backups of a store as files: where they lie, how they are named, which of them go. No SQL.

``backups/NAME-ID/NAME.000012.20261127T161209Z.closed.casefile`` in the person's data folder. The number
orders them, not the time: a clock may go backwards.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from casefile.paths import STORE_SUFFIX, data_folder
from casefile.store.engine import APPLICATION_ID

KEPT = 10
"""Backups of one store; older ones are removed."""
_NAME = re.compile(
    r"(?P<name>.+)\.(?P<number>\d{6,})\.(?P<at>\d{8}T\d{6}Z)\.(?P<reason>[a-z-]+)" + re.escape(STORE_SUFFIX)
)
_AT = "%Y%m%dT%H%M%SZ"
_NAME_CHARACTERS = 40
_ID_CHARACTERS = 8


class BackupReason(StrEnum):
    """Why a backup was made."""

    CLOSED = "closed"
    DAILY = "daily"
    ASKED = "asked"
    BEFORE_UPGRADE = "before-upgrade"
    BEFORE_RESTORE = "before-restore"


@dataclass(frozen=True)
class BackupFile:
    """A backup, as its name tells; ``made_at`` is UTC by the clock of that moment."""

    path: Path
    number: int
    made_at: datetime
    reason: BackupReason


def all_backups_folder() -> Path:
    """Where the backups of all stores lie; not made."""
    return data_folder() / "backups"


def folder_of(store: Path, store_id: str) -> Path:
    """Where the backups of one store lie; not made."""
    return all_backups_folder() / f"{plain_name(store)}-{store_id[:_ID_CHARACTERS] or 'unnamed'}"


def folders_of(store: Path, store_id: str) -> list[Path]:
    """Every folder with backups of the store under whatever name, and of stores with its name."""
    top = all_backups_folder()
    if not top.is_dir():
        return []
    id_end, name = store_id[:_ID_CHARACTERS], plain_name(store)
    found = []
    for folder in sorted(top.iterdir()):
        start, _, end = folder.name.rpartition("-")
        if folder.is_dir() and (start == name or (id_end and end == id_end)):
            found.append(folder)
    return found


def plain_name(store: Path) -> str:
    """The store's name without what some file systems refuse."""
    return re.sub(r"[^\w .-]", "_", store.stem)[:_NAME_CHARACTERS].strip(" .") or "store"


def backups_in(folder: Path) -> list[BackupFile]:
    """The backups in a folder, the latest first; what else lies there is passed over."""
    if not folder.is_dir():
        return []
    found = (_parsed(path) for path in folder.iterdir())
    return sorted((one for one in found if one is not None), key=lambda one: one.number, reverse=True)


def next_backup(folder: Path, store: Path, reason: BackupReason, now: datetime) -> BackupFile:
    """The name of the next backup; ``now`` is UTC."""
    number = max((found.number for found in backups_in(folder)), default=0) + 1
    at = now.astimezone(UTC).replace(microsecond=0)
    name = f"{plain_name(store)}.{number:06d}.{at.strftime(_AT)}.{reason}{STORE_SUFFIX}"
    return BackupFile(folder / name, number, at, reason)


def remove_oldest(folder: Path, keep: int = KEPT) -> list[Path]:
    """Removes all but the latest backups, and nothing that is not one; gives back what went.

    :class:`OSError` where a backup cannot be removed.
    """
    gone = [found.path for found in backups_in(folder)[keep:] if _is_ours(found.path)]
    for path in gone:
        path.unlink()
    return gone


def _parsed(path: Path) -> BackupFile | None:
    match = _NAME.fullmatch(path.name)
    if match is None or match["reason"] not in set(BackupReason) or path.is_symlink() or not path.is_file():
        return None
    try:
        at = datetime.strptime(match["at"], _AT).replace(tzinfo=UTC)
    except ValueError:
        return None
    return BackupFile(path, int(match["number"]), at, BackupReason(match["reason"]))


def _is_ours(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(72)[68:72] == APPLICATION_ID.to_bytes(4, "big")
