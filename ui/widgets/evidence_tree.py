"""What the trees of a record have in common: plain cells with tool tips, passages that can be opened."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from casefile.store.rows import Evidence
from casefile.translation import tr
from casefile.values import Span
from ui.directions import SidedCells
from ui.models.columns import date_text
from ui.plain import plain_tip
from ui.widgets.column_layout import ColumnPlace
from ui.widgets.header_columns import LAYOUT_NAME, HeaderColumns

EVIDENCE = Qt.ItemDataRole.UserRole
NAMES, WIDER = 30, 2.0
"""Columns from that width on hold names of parties and sources: with room they get wider by that factor."""
NARROWER, LEAST_SECOND = 0.6, 28
"""By that factor they get narrower before what is said in the second column has no more than so many."""


class EvidenceTree(QTreeWidget):
    """Rows of some columns, the second of which takes what is left of the width."""

    passage_opened = Signal(int, object)
    """The source's id and the :class:`Span` in it."""

    def __init__(
        self, name: str, titles: Sequence[str], widths: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("detail")
        self.setAccessibleName(tr(name))
        self.setProperty(LAYOUT_NAME, name)
        self.setColumnCount(len(titles))
        self.setHeaderLabels([tr(title) for title in titles])
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setExpandsOnDoubleClick(False)
        self.setUniformRowHeights(True)
        self.setItemDelegate(SidedCells(self))
        self.columns = HeaderColumns(self, list(map(_place, titles, widths)))
        self.itemActivated.connect(self._open)

    def add_row(
        self, parent: "QTreeWidget | QTreeWidgetItem", cells: Sequence[str], evidence: Evidence | None = None
    ) -> QTreeWidgetItem:
        """One more row, its cells without line breaks."""
        item = QTreeWidgetItem(parent, [" ".join(cell.split()) for cell in cells])
        for column, cell in enumerate(cells):
            item.setToolTip(column, plain_tip(cell))
        item.setData(0, EVIDENCE, evidence)
        return item

    def _open(self, item: QTreeWidgetItem) -> None:
        evidence = item.data(0, EVIDENCE)
        if isinstance(evidence, Evidence):
            span: Span = evidence.span
            self.passage_opened.emit(evidence.source_id, span)


def _place(title: str, width: int) -> ColumnPlace:
    if not width:
        return ColumnPlace(title, least=LEAST_SECOND)
    if width < NAMES:
        return ColumnPlace(title, width)
    return ColumnPlace(title, width, least=width * NARROWER, most=width * WIDER)


def origin(evidence: Evidence) -> str:
    """Where the passage was published and when, and on which page it stands."""
    parts = (evidence.outlet or evidence.source_title, date_text(evidence.published), evidence.page)
    return ", ".join(part for part in parts if part)


def embolden(item: QTreeWidgetItem, columns: Sequence[int] = (0, 1)) -> None:
    """Sets the row off from those below it."""
    font = QFont(item.font(0))
    font.setWeight(QFont.Weight.DemiBold)
    for column in columns:
        item.setFont(column, font)
