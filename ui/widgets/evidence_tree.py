"""What the trees of a record have in common: plain cells with tool tips, passages that can be opened."""

from collections.abc import Iterator, Sequence
from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
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
MEASURED = 60
"""So many rows say how wide the columns have to be."""
NARROWER, LEAST_SECOND = 0.6, 34
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
        self._empty = ""
        self.itemActivated.connect(self._open)

    def say_empty(self, words: str) -> None:
        """What is to be read while there are no rows."""
        self._empty = words
        self.setAccessibleDescription("" if self.topLevelItemCount() else words)
        self.viewport().update()

    def add_row(
        self, parent: "QTreeWidget | QTreeWidgetItem", cells: Sequence[str], evidence: Evidence | None = None
    ) -> QTreeWidgetItem:
        """One more row, its cells without line breaks."""
        item = QTreeWidgetItem(parent, [" ".join(cell.split()) for cell in cells])
        for column, cell in enumerate(cells):
            item.setToolTip(column, plain_tip(cell))
        item.setData(0, EVIDENCE, evidence)
        if self._empty and self.topLevelItemCount() == 1:
            self.setAccessibleDescription("")
        return item

    def clear(self) -> None:
        """Without rows."""
        super().clear()
        if self._empty:
            self.setAccessibleDescription(self._empty)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, or why there are none."""
        super().paintEvent(event)
        if self._empty and not self.topLevelItemCount():
            pad = self.fontMetrics().height()
            with QPainter(self.viewport()) as painter:
                painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
                room = self.viewport().rect().adjusted(pad, pad, -pad, -pad)
                flags = Qt.AlignmentFlag.AlignHCenter.value | Qt.TextFlag.TextWordWrap.value
                painter.drawText(room, flags, self._empty)

    def doItemsLayout(self) -> None:
        """The columns follow what the rows say."""
        super().doItemsLayout()
        rows = list(islice(self._unfolded_rows(), MEASURED))
        if rows:
            strong = QFont(self.font())
            strong.setWeight(QFont.Weight.DemiBold)
            metrics = self.fontMetrics(), QFontMetrics(strong)
            columns = range(self.columnCount())
            self.columns.take_content(
                [max(self._needed(row, one, *metrics) for row in rows) for one in columns]
            )

    def _unfolded_rows(self) -> Iterator[QTreeWidgetItem]:
        row = self.topLevelItem(0)
        while row is not None:
            yield row
            row = self.itemBelow(row)

    def _needed(self, row: QTreeWidgetItem, column: int, plain: QFontMetrics, strong: QFontMetrics) -> int:
        """All of the cell with what is free around it, in pixels; 0 where nothing stands in it."""
        text = row.text(column)
        if not text or row.isFirstColumnSpanned():
            return 0
        indent = 0 if column else self.visualRect(self.indexFromItem(row)).left()
        metrics = strong if row.font(column).weight() > QFont.Weight.Normal else plain
        return indent + metrics.horizontalAdvance(text) + plain.height()

    def _open(self, item: QTreeWidgetItem) -> None:
        evidence = item.data(0, EVIDENCE)
        if isinstance(evidence, Evidence):
            span: Span = evidence.span
            self.passage_opened.emit(evidence.source_id, span)


def _place(title: str, width: int) -> ColumnPlace:
    if not width:
        return ColumnPlace(title, least=LEAST_SECOND)
    if width < NAMES:
        return ColumnPlace(title, width, most=width * WIDER)
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
