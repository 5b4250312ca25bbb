"""What a check found, and how far a check is: values only."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from casefile.progress import Task


class FindingKind(StrEnum):
    """What sort of thing is wrong."""

    FILE = "file"
    SCHEMA = "schema"
    REFERENCE = "reference"
    ORIGINAL = "original"
    DOCUMENT = "document"
    PASSAGE = "passage"
    ROW_CHANGED = "row-changed"
    ROW_MISSING = "row-missing"
    ROW_ADDED = "row-added"
    STEP_MISSING = "step-missing"
    STEP_ALTERED = "step-altered"
    STEP_ADDED = "step-added"
    CHANGE_MISSING = "change-missing"
    CHANGE_ALTERED = "change-altered"
    CHANGE_ADDED = "change-added"
    LIST = "list"
    SEARCH = "search"


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: where, and as a sentence; ``before`` is what the journal says."""

    kind: FindingKind
    sentence: str
    table: str = ""
    record_id: int | None = None
    field: str = ""
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        """The sentence."""
        return self.sentence


Findings = Iterator[Finding]

_EVERY = 500
"""Rows between two reports."""


class Meter:
    """Counts what was looked at, reports it now and then, and stops when asked to."""

    def __init__(self, task: Task, total: int) -> None:
        self._task = task
        self._total = total
        self._done = 0
        self._reported = 0

    def advance(self, what: str, rows: int = 1) -> None:
        """Notes that so many more rows were looked at; ``what`` is shown."""
        self._done = min(self._done + rows, self._total)
        if self._done - self._reported >= _EVERY or rows == 0:
            self._reported = self._done
            self._task.step(self._done, self._total, what)

    def finish(self) -> None:
        """Notes the end."""
        self._task.step(self._total, self._total, "Checked")
