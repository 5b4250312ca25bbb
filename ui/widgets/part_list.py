"""The parts of a brief in their order: taken in by a check mark, moved by drag or by key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from casefile.briefs.composition import BriefPart, BriefSection
from casefile.translation import N_, tr

TITLES = {
    BriefPart.SUMMARY: N_("Summary and key figures"),
    BriefPart.TEXT: N_("Own words"),
    BriefPart.COMPARISON: N_("Authorities compared"),
    BriefPart.ACTIONS: N_("Actions with their facts"),
    BriefPart.APPEALS: N_("Not final yet"),
    BriefPart.CONFLICTS: N_("Where sources disagree"),
    BriefPart.QUOTES: N_("Quotes"),
    BriefPart.CHART: N_("Timeline, drawn"),
    BriefPart.TIMELINE: N_("Timeline, as a table"),
    BriefPart.SOURCES: N_("Sources"),
    BriefPart.NOTES: N_("Notes with the passages"),
}
OFFERED = tuple(part for part in TITLES if part is not BriefPart.TEXT)
"""What is offered though it is not taken in; own words are added by themselves."""
SECTION = Qt.ItemDataRole.UserRole


class PartList(QListWidget):
    """Sections of a composition; those that are not checked are offered, and not printed."""

    sections_changed = Signal()
    """Another order, another choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail")
        self.setAccessibleName(tr("Parts of the brief"))
        self.setSpacing(self.fontMetrics().height() // 8)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.itemChanged.connect(lambda _: self.sections_changed.emit())
        self.model().rowsMoved.connect(lambda *_: self.sections_changed.emit())
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda step=step: self.move_chosen(step))

    def show_sections(self, sections: Sequence[BriefSection]) -> None:
        """Shows these as taken in, and below them the parts that could be."""
        self.blockSignals(True)  # noqa: FBT003  Qt's own signature
        self.clear()
        for section in sections:
            if section.part in TITLES:
                self._add(section, checked=True)
        taken = {section.part for section in sections}
        for part in OFFERED:
            if part not in taken:
                self._add(BriefSection(part), checked=False)
        self.setCurrentRow(0)
        self.blockSignals(False)  # noqa: FBT003  Qt's own signature
        self.sections_changed.emit()
        self.currentItemChanged.emit(self.currentItem(), None)

    def sections(self) -> tuple[BriefSection, ...]:
        """What is taken in, in its order."""
        items = [self.item(row) for row in range(self.count())]
        return tuple(item.data(SECTION) for item in items if item.checkState() is Qt.CheckState.Checked)

    def chosen(self) -> BriefSection | None:
        """The section under the cursor."""
        item: QListWidgetItem | None = self.currentItem()
        section: BriefSection | None = item.data(SECTION) if item is not None else None
        return section

    def change_chosen(self, section: BriefSection) -> None:
        """Puts another section in the place of that under the cursor."""
        item: QListWidgetItem | None = self.currentItem()
        if item is not None and item.data(SECTION) != section:
            item.setData(SECTION, section)
            item.setText(_title(section))

    def add_own_words(self) -> None:
        """Puts a section of own words after the one under the cursor."""
        row = self.currentRow() + 1
        self._add(BriefSection(BriefPart.TEXT), checked=True, row=row)
        self.setCurrentRow(row)
        self.sections_changed.emit()

    def remove_own_words(self) -> None:
        """Takes the section of own words under the cursor out of the list."""
        section = self.chosen()
        if section is not None and section.part is BriefPart.TEXT:
            self.takeItem(self.currentRow())
            self.sections_changed.emit()

    def move_chosen(self, step: int) -> None:
        """Moves the section under the cursor up (-1) or down (1)."""
        row = self.currentRow()
        target = row + step
        if row >= 0 and 0 <= target < self.count():
            self.insertItem(target, self.takeItem(row))
            self.setCurrentRow(target)
            self.sections_changed.emit()

    def _add(self, section: BriefSection, *, checked: bool, row: int | None = None) -> None:
        item = QListWidgetItem(_title(section))
        item.setData(SECTION, section)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)
        self.insertItem(self.count() if row is None else row, item)


def _title(section: BriefSection) -> str:
    own = " ".join(section.heading.split())
    return f"{tr(TITLES[section.part])}: {own}" if own else tr(TITLES[section.part])
