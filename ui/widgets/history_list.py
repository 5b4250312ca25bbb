"""What became of a record: every change with its moment and its person, newest first. Knows no store."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.models.columns import MOMENT_WIDTH, moment_text
from ui.widgets.evidence_tree import EvidenceTree

if TYPE_CHECKING:
    from casefile.store.history import HistoryLine


class HistoryList(EvidenceTree):
    """One row for each change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        titles = ("When", "What", "Who", "Step")
        super().__init__("History", titles, (MOMENT_WIDTH, 0, 16, 26), parent)
        self.setRootIsDecorated(False)

    def show_lines(self, lines: "Sequence[HistoryLine]") -> None:
        """Shows the changes, which come oldest first."""
        self.clear()
        for line in reversed(lines):
            self.add_row(self, (moment_text(line.at), line.what, line.person, line.label))
