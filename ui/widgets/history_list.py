"""What became of a record: every change with its moment and its person, newest first. Knows no store."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from casefile.terms import StepKind
from casefile.translation import N_, tr
from ui.models.columns import MOMENT_WIDTH, moment_text
from ui.told import told, told_value
from ui.widgets.evidence_tree import EvidenceTree

if TYPE_CHECKING:
    from casefile.store.history import HistoryLine


STATES = (N_("proposed"), N_("accepted"), N_("rejected"), N_("superseded"))
"""Of evidence, as they stand behind its value."""


class HistoryList(EvidenceTree):
    """One row for each change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        titles = (tr("When"), tr("What"), tr("Who"), tr("Step"))
        super().__init__(tr("History"), titles, (MOMENT_WIDTH, 0, 16, 30), parent)
        self.setRootIsDecorated(False)

    def show_lines(self, lines: "Sequence[HistoryLine]") -> None:
        """Shows the changes, which come oldest first."""
        self.clear()
        for line in reversed(lines):
            self.add_row(self, (moment_text(line.at), _what(line), line.person, told(line.label)))


def _what(line: "HistoryLine") -> str:
    """``Amount: €40 → €30 (undone)``."""
    field, before, after = told(line.field), told_value(line.before), told_value(line.after)
    values = " → ".join(value for value in (before, after) if value)
    how = {StepKind.UNDO: tr("undone"), StepKind.REDO: tr("redone")}.get(line.kind, "")
    marks = ", ".join(mark for mark in (tr("removed") if before and not after else "", how) if mark)
    what = f"{field}: {values}" if values else field
    return f"{what} ({marks})" if marks else what
