"""Exports and drafts of briefs as they are shown: shapes only, free of SQLAlchemy."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class FileState(StrEnum):
    """What became of the file that was written."""

    THERE = "there"
    MISSING = "missing"
    ALTERED = "altered"
    """It is another file now, or somebody changed it."""


@dataclass(frozen=True)
class BriefExport:
    """What was exported, where to, and the state of the record that it shows."""

    case_id: int | None
    title: str
    path: str
    sha256: str
    pages: int
    as_of: datetime
    as_of_step: int
    id: int = 0
    """0 for one that is not kept yet."""


@dataclass(frozen=True)
class DraftRow:
    """A draft as a list shows it."""

    id: int
    name: str
    case_id: int | None
    """None for all actions, and where the case file is gone for good."""
    case_title: str
    changed_at: datetime
    """UTC."""
    composition: str
