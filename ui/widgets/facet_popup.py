"""The values of one facet with their counts, to be chosen; opens below a button. Knows no store."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from casefile.translation import in_sentence, tr
from ui.facet_choice import facet_words
from ui.figures import figure
from ui.plain import plain_tip
from ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from casefile.store.facets import FacetValue, FacetValues

Look = Callable[[str, str, "Callable[[FacetValues], None]"], None]
"""Asks for the values of a facet, by its name, with what was typed in them; they may come later."""
TYPING_PAUSE_MS = 25
SHOWN_LINES = 12
WIDTH_CHARACTERS = 44
_KEY = Qt.ItemDataRole.UserRole


class FacetPopup(QFrame):
    """Stays open while values are chosen, so that several can be; Escape closes it."""

    toggled = Signal(str, str, bool)
    """A value's key, its label, and whether it is chosen now."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("facetPopup")
        self._look = look
        self._name = ""
        self._chosen: Collection[str] = ()
        self._anchor: QWidget | None = None
        self.search = QLineEdit(placeholderText=tr("Type to find"), clearButtonEnabled=True)
        self.values = QTreeWidget()
        self.more = plain_label("", "muted")
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._set_up()
        self._pause.timeout.connect(self.refresh)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.search.returnPressed.connect(self._toggle_first)
        self.values.itemChanged.connect(self._changed)

    def open_for(self, name: str, title: str, chosen: Collection[str], anchor: QWidget) -> None:
        """Opens below the button with the values of a facet."""
        self._name, self._chosen = name, chosen
        self.setAccessibleName(tr("Narrow by {title}").format(title=in_sentence(title)))
        self.search.setAccessibleName(tr("Find: {title}").format(title=in_sentence(title)))
        self.values.setAccessibleName(title)
        self.search.clear()
        self._pause.stop()
        self.values.clear()
        self.more.hide()
        self.values.setMinimumHeight(0)
        self.resize(0, 0)
        self._anchor = anchor
        self._fit(0)
        self.refresh()
        self.show()
        self.search.setFocus()

    def show_chosen(self, chosen: Collection[str]) -> None:
        """What is chosen now, for when the values are shown next."""
        self._chosen = chosen

    def refresh(self) -> None:
        """Asks for the values again."""
        name, typed = self._name, self.search.text()

        def take(found: "FacetValues") -> None:
            if (name, typed) == (self._name, self.search.text()):
                self._show(found)

        self._look(name, typed, take)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the line into the values."""
        first = self.values.topLevelItem(0)
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus() and first is not None:
            self.values.setFocus()
            self.values.setCurrentItem(first)
        else:
            super().keyPressEvent(event)

    def _show(self, found: "FacetValues") -> None:
        current = self.values.currentItem()
        key = current.data(0, _KEY) if current is not None else None
        self.values.blockSignals(True)  # noqa: FBT003  Qt's own signature
        self.values.clear()
        for value in found.values:
            item = self._add(value)
            if value.key == key:
                self.values.setCurrentItem(item)
        self.values.blockSignals(False)  # noqa: FBT003  Qt's own signature
        self.more.setText(self._said(found))
        self.more.setVisible(bool(self.more.text()))
        self._fit(len(found.values))

    def _fit(self, lines: int) -> None:
        """As high as the values need; never less than before, so that typing does not make it jump."""
        row = self.values.sizeHintForRow(0) if lines else self.fontMetrics().height()
        rows = row * min(max(lines, 1), SHOWN_LINES) + 2 * self.values.frameWidth()
        self.values.setMinimumHeight(max(rows, self.values.minimumHeight()))
        wanted = self.minimumSizeHint().height()
        self.resize(self.fontMetrics().averageCharWidth() * WIDTH_CHARACTERS, max(wanted, self.height()))
        if self._anchor is not None:
            self.move(self._place(self._anchor))

    def _said(self, found: "FacetValues") -> str:
        if found.more:
            return tr("{more} more: type to find them").format(more=figure(found.more))
        return "" if found.values else tr("Nothing")

    def _add(self, value: "FacetValue") -> QTreeWidgetItem:
        item = QTreeWidgetItem(
            self.values, [" ".join(facet_words(self._name, value.label).split()), figure(value.count)]
        )
        item.setData(0, _KEY, value.key)
        item.setToolTip(0, plain_tip(facet_words(self._name, value.label)))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        chosen = value.key in self._chosen
        item.setCheckState(0, Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        return item

    def _toggle_first(self) -> None:
        item = self.values.topLevelItem(0)
        if item is not None and not self._pause.isActive():
            checked = item.checkState(0) is Qt.CheckState.Checked
            item.setCheckState(0, Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked)

    def _changed(self, item: QTreeWidgetItem) -> None:
        chosen = item.checkState(0) is Qt.CheckState.Checked
        self.toggled.emit(item.data(0, _KEY), item.text(0), chosen)

    def _place(self, anchor: QWidget) -> QPoint:
        """Below the button, and within the screen."""
        place = anchor.mapToGlobal(QPoint(0, anchor.height()))
        room = anchor.screen().availableGeometry()
        x = max(room.left(), min(place.x(), room.right() - self.width()))
        return QPoint(x, max(room.top(), min(place.y(), room.bottom() - self.height())))

    def _set_up(self) -> None:
        values = self.values
        values.setObjectName("detail")
        values.setColumnCount(2)
        values.setHeaderHidden(True)
        values.setRootIsDecorated(False)
        values.setUniformRowHeights(True)
        values.setTextElideMode(Qt.TextElideMode.ElideRight)
        values.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        values.header().setStretchLastSection(False)
        values.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        values.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        line = self.fontMetrics().height()
        column = QVBoxLayout(self)
        column.setContentsMargins(line // 2, line // 2, line // 2, line // 2)
        column.addWidget(self.search)
        column.addWidget(values, 1)
        column.addWidget(self.more)
        self._fit(0)
