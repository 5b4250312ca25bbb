"""How each exported brief stands today: its file on the disk, and what has changed in the record since."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from casefile.briefs.stale import Change, changes_of
from casefile.store.brief_rows import BriefExport, FileState
from casefile.store.briefs import brief_exports, last_step
from casefile.store.store import Reader


@dataclass(frozen=True)
class ExportStanding:
    """An export with its file and with what the record says otherwise by now."""

    export: BriefExport
    file: FileState
    changes: tuple[Change, ...] = ()
    is_compared: bool = True
    """False where an older version of the program did not keep what the brief states."""


def export_standings(reader: Reader, case_id: int | None = None) -> list[ExportStanding]:
    """The exports of a case file, or without one all of them, newest first. Reads each file."""
    step = last_step(reader)
    return [
        _standing(reader, export, step)
        for export in brief_exports(reader)
        if case_id in (None, export.case_id)
    ]


def _standing(reader: Reader, export: BriefExport, step: int) -> ExportStanding:
    changed = changes_of(reader, export, step)
    return ExportStanding(export, _file_state(export), tuple(changed or ()), changed is not None)


def out_of_date(standings: Sequence[ExportStanding]) -> list[ExportStanding]:
    """Those that say what the record says no more."""
    return [standing for standing in standings if standing.changes]


def _file_state(export: BriefExport) -> FileState:
    try:
        with Path(export.path).open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return FileState.MISSING
    return FileState.THERE if digest == export.sha256 else FileState.ALTERED
