"""Asks for a field of the action to be filled: a list by groups that narrows while somebody types."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from casefile.fields import FIELDS, Field, FieldGroup, FieldKind
from casefile.terms import label
from casefile.translation import tr
from ui.told import told

WIDTH_CHARACTERS = 44
SHOWN_ROWS = 18
MEASURE, SUM = "measure", "sum"
"""What can be added beside the fields: a measure, and a sum in its ledger."""
_NAME = Qt.ItemDataRole.UserRole


class FieldChooser(QDialog):
    """Gives the name of a field, :data:`MEASURE` or :data:`SUM`; Enter takes the one under the cursor."""

    field_chosen = Signal(str)

    def __init__(
        self,
        filled: Collection[str],
        parent: QWidget | None = None,
        *,
        title: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title or tr("Add a fact"))
        self.setModal(True)
        self.search = QLineEdit(placeholderText=tr("Type a part of its name"), clearButtonEnabled=True)
        self.search.setAccessibleName(tr("Field to add"))
        self.list = QTreeWidget()
        self.list.setAccessibleName(tr("Fields"))
        self.list.setObjectName("detail")
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setItemsExpandable(False)
        self._fill(filled)
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.list)
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self._take_current)
        self.list.itemActivated.connect(lambda _item: self._take_current())
        digit = self.fontMetrics().averageCharWidth()
        self.resize(digit * WIDTH_CHARACTERS, round(self.fontMetrics().height() * SHOWN_ROWS * 1.3))
        self._narrow("")

    @property
    def shown(self) -> list[str]:
        """The names that are in sight, in their order."""
        return [str(item.data(0, _NAME)) for item in self._items() if not item.isHidden()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows move in the list while the cursor stays in the line."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if not steps:
            super().keyPressEvent(event)
            return
        items = [item for item in self._items() if not item.isHidden()]
        if items:
            current = self.list.currentItem()
            place = items.index(current) + steps if current in items else 0
            self.list.setCurrentItem(items[min(max(place, 0), len(items) - 1)])

    def _fill(self, filled: Collection[str]) -> None:
        for group in FieldGroup:
            heading = QTreeWidgetItem(self.list, [told(label(group))])
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            heading.setForeground(0, self.palette().placeholderText())
            if group is FieldGroup.MEASURES:
                self._add(heading, MEASURE, tr("Measure"))
                self._add(heading, SUM, tr("Sum in a ledger"))
            for field in FIELDS:
                if field.group is group and field.kind is not FieldKind.SUM and field.name != "kind":
                    self._add(heading, field.name, _caption(field, filled))
            heading.setExpanded(True)

    def _add(self, parent: QTreeWidgetItem, name: str, caption: str) -> None:
        item = QTreeWidgetItem(parent, [caption])
        item.setData(0, _NAME, name)

    def _narrow(self, words: str) -> None:
        wanted = words.strip().casefold()
        for item in self._items():
            item.setHidden(wanted not in f"{item.text(0)} {item.data(0, _NAME)}".casefold())
        for row in range(self.list.topLevelItemCount()):
            heading = self.list.topLevelItem(row)
            if heading is not None:
                children = (heading.child(place) for place in range(heading.childCount()))
                heading.setHidden(all(child is None or child.isHidden() for child in children))
        current = self.list.currentItem()
        if current is None or current.isHidden() or not current.data(0, _NAME):
            first = next((item for item in self._items() if not item.isHidden()), None)
            self.list.setCurrentItem(first) if first is not None else self.list.clearSelection()

    def _items(self) -> list[QTreeWidgetItem]:
        headings = [self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount())]
        return [
            child
            for heading in headings
            if heading is not None
            for child in (heading.child(place) for place in range(heading.childCount()))
            if child is not None
        ]

    def _take_current(self) -> None:
        item = self.list.currentItem()
        if item is not None and not item.isHidden() and item.data(0, _NAME):
            name = str(item.data(0, _NAME))
            self.accept()
            self.field_chosen.emit(name)


def _caption(field: Field, filled: Collection[str]) -> str:
    """What is there already is changed, or gets one more value."""
    if field.name not in filled:
        return told(field.label)
    return (
        tr("{label} (one more)").format(label=told(field.label))
        if field.many
        else tr("{label} (change)").format(label=told(field.label))
    )
