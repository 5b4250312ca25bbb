"""An action's facts with every claim and passage below them, as a tree. Knows no store."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from casefile.store.rows import ActionRecord, ClaimRow, EventRow, Evidence, Fact, QuoteRow
from casefile.terms import ClaimState, label
from casefile.values import Span
from ui.icons import icon
from ui.models.columns import date_text

_EVIDENCE = Qt.ItemDataRole.UserRole
Cells = tuple[str, str, str]


class FactTree(QTreeWidget):
    """Facts, quotes and events of one action; a passage that is opened is asked for."""

    passage_opened = Signal(int, object)
    """The source's id and the :class:`Span` in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail")
        self.setAccessibleName("Facts and evidence of the action")
        self.setHeaderLabels(["Fact", "Value or passage", "Source"])
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setExpandsOnDoubleClick(False)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Interactive)
        digit = self.fontMetrics().averageCharWidth()
        header.resizeSection(0, digit * 28)
        header.resizeSection(2, digit * 34)
        self.itemActivated.connect(self._open)

    def show_record(self, record: ActionRecord | None) -> None:
        """Shows the action, facts unfolded; nothing for None."""
        self.clear()
        if record is None:
            return
        for fact in record.facts:
            self._add_fact(fact)
        self._add_group("Quotes", record.quotes)
        self._add_group("Events", record.events)
        self.expandAll()

    def _add_fact(self, fact: Fact) -> None:
        sources = {evidence.source_id for claim in fact.claims for evidence in claim.evidence}
        words = f"{len(sources)} source" + ("" if len(sources) == 1 else "s")
        item = self._add(self, (fact.label, fact.value, f"{words} · conflict" if fact.in_conflict else words))
        _embolden(item)
        if fact.in_conflict:
            item.setIcon(2, icon("triangle-alert"))
        shown = [claim for claim in fact.claims if claim.state is not ClaimState.REJECTED]
        for claim in shown:
            self._add_claim(item, fact, claim)

    def _add_claim(self, parent: QTreeWidgetItem, fact: Fact, claim: ClaimRow) -> None:
        """A claim that says what the fact says shows only its passages; another is named first."""
        if claim.value != fact.value:
            parent = self._add(parent, (label(claim.state), claim.value, claim.reason or claim.rule))
        for evidence in claim.evidence:
            self._add(parent, ("", f"“{evidence.exact}”", _origin(evidence)), evidence)

    def _add_group(self, title: str, rows: tuple[QuoteRow, ...] | tuple[EventRow, ...]) -> None:
        if not rows:
            return
        group = self._add(self, (title, f"{len(rows)} in its sources", ""))
        _embolden(group)
        for row in rows:
            if isinstance(row, QuoteRow):
                cells = (row.speaker or "not named", f"“{row.text}”", _origin(row.evidence))
            else:
                cells = (str(row.dated), row.about, _origin(row.evidence))
            self._add(group, cells, row.evidence)

    def _add(
        self, parent: "QTreeWidget | QTreeWidgetItem", cells: Cells, evidence: Evidence | None = None
    ) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent, [" ".join(cell.split()) for cell in cells])
        for column, cell in enumerate(cells):
            item.setToolTip(column, cell.replace("<", "‹").replace(">", "›"))
        item.setData(0, _EVIDENCE, evidence)
        return item

    def _open(self, item: QTreeWidgetItem) -> None:
        evidence = item.data(0, _EVIDENCE)
        if isinstance(evidence, Evidence):
            span: Span = evidence.span
            self.passage_opened.emit(evidence.source_id, span)


def _origin(evidence: Evidence) -> str:
    parts = (evidence.outlet or evidence.source_title, date_text(evidence.published))
    return ", ".join(part for part in parts if part)


def _embolden(item: QTreeWidgetItem) -> None:
    font = QFont(item.font(0))
    font.setWeight(QFont.Weight.DemiBold)
    for column in (0, 1):
        item.setFont(column, font)
