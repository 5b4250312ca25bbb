"""The side bar: the views with their counts, and the case files. Imports rows and icons."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from casefile.store.rows import CaseRow, Counts
from ui.icons import icon

_PLACE = Qt.ItemDataRole.UserRole
_ICON = Qt.ItemDataRole.UserRole + 1
PLACES = (
    ("inbox", "Inbox", "inbox"),
    ("actions", "All actions", "gavel"),
    ("sources", "Sources", "file-text"),
    ("quotes", "Quotes", "quote"),
    ("timeline", "Timeline", "calendar-clock"),
)


class SideBar(QTreeWidget):
    """Where a person can go."""

    place_chosen = Signal(str)
    case_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sideBar")
        self.setAccessibleName("Views and case files")
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(self.fontMetrics().averageCharWidth())
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setMinimumSectionSize(self.fontMetrics().averageCharWidth() * 2)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._places = {name: self._add(text, icon_name, name) for name, text, icon_name in PLACES}
        self._heading = QTreeWidgetItem(self, ["Case files"])
        self._heading.setFlags(Qt.ItemFlag.NoItemFlags)
        self._cases: dict[int, QTreeWidgetItem] = {}
        self.currentItemChanged.connect(self._chosen)

    def show_counts(self, counts: Counts) -> None:
        """How much is in each view."""
        for name, number in (
            ("inbox", counts.waiting), ("actions", counts.actions), ("sources", counts.sources),
            ("quotes", counts.quotes), ("timeline", counts.events),
        ):  # fmt: skip
            self._count(self._places[name], number)

    def show_cases(self, cases: Sequence[CaseRow]) -> None:
        """The case files, in the order given."""
        current = self.currentItem()
        chosen = current.data(0, _PLACE) if current is not None else None
        self.blockSignals(True)  # noqa: FBT003  Qt's own signature
        for item in self._cases.values():
            self.takeTopLevelItem(self.indexOfTopLevelItem(item))
        self._cases = {case.id: self._add(case.title, "folder", case.id) for case in cases}
        for case in cases:
            self._cases[case.id].setToolTip(0, case.title.replace("<", "‹").replace(">", "›"))
            self._count(self._cases[case.id], case.action_count)
        if isinstance(chosen, int) and chosen in self._cases:
            self.setCurrentItem(self._cases[chosen])
        self._heading.setHidden(not cases)
        self.blockSignals(False)  # noqa: FBT003  Qt's own signature

    def show_place(self, name: str) -> None:
        """Marks the view as the present one without choosing it again; "" marks none."""
        self.blockSignals(True)  # noqa: FBT003  Qt's own signature
        if name in self._places:
            self.setCurrentItem(self._places[name])
        else:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        self.blockSignals(False)  # noqa: FBT003  Qt's own signature

    def changeEvent(self, event: QEvent) -> None:
        """The icons follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for row in range(self.topLevelItemCount()):
                item = self.topLevelItem(row)
                if item is not None and item.data(0, _ICON):
                    item.setIcon(0, icon(item.data(0, _ICON)))

    def _add(self, text: str, icon_name: str, place: str | int) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self, [text, ""])
        item.setData(0, _PLACE, place)
        item.setData(0, _ICON, icon_name)
        item.setIcon(0, icon(icon_name))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item

    def _count(self, item: QTreeWidgetItem, number: int) -> None:
        item.setText(1, f"{number:,}" if number else "")

    def _chosen(self, item: QTreeWidgetItem | None) -> None:
        place = item.data(0, _PLACE) if item is not None else None
        if isinstance(place, str):
            self.place_chosen.emit(place)
        elif isinstance(place, int):
            self.case_chosen.emit(place)
