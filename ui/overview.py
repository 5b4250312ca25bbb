"""What the whole window shows of the store: read again whenever it changes. Imports the desk."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.desk import Desk

if TYPE_CHECKING:
    from casefile.store.rows import CaseRow, Counts, NextStep, SavedSearchRow
    from casefile.store.store import Reader


@dataclass(frozen=True)
class Overview:
    """What there is in the store, in numbers and names."""

    counts: "Counts"
    cases: "Sequence[CaseRow]"
    undo: "NextStep | None"
    redo: "NextStep | None"
    searches: "Sequence[SavedSearchRow]"
    trashed: int
    """How many records lie in the trash."""


class OverviewReader(QObject):
    """Reads beside the window."""

    read = Signal(object)
    """An :class:`Overview`."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        desk.changed.connect(self.look)

    def look(self) -> None:
        """Reads it again."""
        self._desk.read("overview", _overview, self.read.emit)


def _overview(reader: "Reader") -> Overview:
    from casefile.store import lists, queries, saved_searches, trash

    return Overview(
        lists.counts(reader),
        queries.case_rows(reader),
        queries.undo_step(reader),
        queries.redo_step(reader),
        saved_searches.saved_searches(reader),
        trash.trash_count(reader),
    )
