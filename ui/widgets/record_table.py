"""A table of records with its empty state: how every list looks and is driven."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QStackedWidget, QTableView, QWidget

from ui.models.ids_model import OWN_ORDER, Column, IdsModel, Request, Sorting
from ui.widgets.empty_state import EmptyState

KEPT_SELECTION = 2_000
"""As many selected rows are found again after the list was read anew."""


class RecordTable(QStackedWidget):
    """Rows of one kind; says which one is chosen and which one is opened."""

    chosen = Signal(object)
    """The row under the cursor, or None."""
    opened = Signal(object)
    """The row that was double-clicked or entered."""
    sorted = Signal()
    """Somebody wants another order: :attr:`sorting`."""

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[Any]],
        request: Request[Any],
        empty: EmptyState,
        parent: QWidget | None = None,
        *,
        sorting: Sorting = OWN_ORDER,
        several: bool = False,
    ) -> None:
        super().__init__(parent)
        self.model = IdsModel[Any](columns, request, self)
        self.view = QTableView(self)
        self.empty = empty
        self.sorting = sorting
        """What the list is sorted by."""
        self._wanted: int | None = None
        self.addWidget(self.view)
        self.addWidget(empty)
        self.setCurrentWidget(empty)
        self._set_up_view(name, several=several)
        self._set_widths(columns)
        self._show_sorting()
        self.model.dataChanged.connect(self._announce)

    def show_ids(self, ids: Sequence[int]) -> None:
        """Shows these records, or the empty state; what was chosen stays chosen where it is still there.

        Where it is gone, the next one after it is chosen.
        """
        before, row = self.model.ids, self.view.currentIndex().row()
        wanted = self._wanted if self._wanted is not None else self.chosen_id()
        several = self.chosen_ids()
        reset = list(ids) != list(before)
        self.model.set_ids(ids)
        self.setCurrentWidget(self.view if ids else self.empty)
        if reset and ids:
            places = {id_: place for place, id_ in enumerate(ids)}
            self.choose(wanted if wanted in places else _heir(before, row, places) or ids[0])
            if 1 < len(several) <= KEPT_SELECTION:
                self._select([places[id_] for id_ in several if id_ in places])
        elif not ids:
            self.chosen.emit(None)

    def choose(self, record_id: int) -> None:
        """Puts the cursor on the record, at once or as soon as it is listed."""
        try:
            row = list(self.model.ids).index(record_id)
        except ValueError:
            self._wanted = record_id
            return
        self._wanted = None
        index = self.model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.view.scrollTo(index)

    def chosen_id(self) -> int | None:
        """The record under the cursor."""
        row = self.view.currentIndex().row()
        return self.model.ids[row] if 0 <= row < len(self.model.ids) else None

    def chosen_ids(self) -> list[int]:
        """Every selected record in the order of the list."""
        selection = self.view.selectionModel().selection()
        parts = [selection.at(place) for place in range(selection.count())]
        rows = {row for part in parts for row in range(part.top(), part.bottom() + 1)}
        return [self.model.ids[row] for row in sorted(rows) if row < len(self.model.ids)]

    def open_chosen(self) -> None:
        """As a double click on the row under the cursor."""
        self._open(self.view.currentIndex())

    def sort_by(self, name: str) -> None:
        """Sorts by the column of that name, upwards; downwards where it is sorted upwards by it already."""
        self.sorting = Sorting(name, descending=self.sorting == Sorting(name))
        self._show_sorting()
        self.sorted.emit()

    def sort_menu(self) -> QMenu:
        """The columns to sort by; the chosen one says which way, and turns round when chosen again."""
        menu = QMenu("Sort by", self)
        for column in self.model.columns:
            if column.sort:
                menu.addAction(self._sort_action(column, menu))
        return menu

    def ask_order(self) -> None:
        """Opens the menu of columns below the header."""
        menu = self.sort_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if not menu.isEmpty():
            menu.popup(self.mapToGlobal(QPoint(0, self.view.horizontalHeader().height())))

    def _sort_action(self, column: Column[Any], menu: QMenu) -> QAction:
        present = self.sorting.by == column.sort
        way = "downwards" if self.sorting.descending else "upwards"
        action = QAction(f"{column.title} ({way})" if present else column.title, menu)
        action.setCheckable(True)
        action.setChecked(present)
        action.triggered.connect(lambda _=False, name=column.sort: self.sort_by(name))
        return action

    def _show_sorting(self) -> None:
        """The arrow; Qt's own would turn round with every click, whatever the column is."""
        header, sorting = self.view.horizontalHeader(), self.sorting
        sections = {column.sort: place for place, column in enumerate(self.model.columns) if column.sort}
        header.setSectionsClickable(bool(sections))
        header.setSortIndicatorShown(bool(sections))
        # Qt's style points down where values ascend; people take an arrow up for upwards.
        points_up, points_down = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        header.setSortIndicator(
            sections.get(sorting.by, -1), points_down if sorting.descending else points_up
        )

    def _header_clicked(self, section: int) -> None:
        name = self.model.columns[section].sort
        if name:
            self.sort_by(name)
        else:
            self._show_sorting()

    def _select(self, rows: Sequence[int]) -> None:
        last = len(self.model.columns) - 1
        selection = QItemSelection()
        for row in rows:
            selection.select(self.model.index(row, 0), self.model.index(row, last))
        self.view.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)

    def _set_up_view(self, name: str, *, several: bool) -> None:
        view = self.view
        modes = QAbstractItemView.SelectionMode
        view.setModel(self.model)
        view.setAccessibleName(name)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(modes.ExtendedSelection if several else modes.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.setWordWrap(False)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(round(view.fontMetrics().height() * 1.9))
        view.horizontalHeader().setHighlightSections(False)
        view.horizontalHeader().sectionClicked.connect(self._header_clicked)
        view.selectionModel().currentRowChanged.connect(self._announce)
        view.activated.connect(self._open)

    def _set_widths(self, columns: Sequence[Column[Any]]) -> None:
        header = self.view.horizontalHeader()
        digit = self.view.fontMetrics().averageCharWidth()
        header.setMinimumSectionSize(digit * 6)
        for position, column in enumerate(columns):
            if column.width:
                self.view.setColumnWidth(position, digit * (column.width + 2))
            else:
                header.setSectionResizeMode(position, QHeaderView.ResizeMode.Stretch)

    def _announce(self) -> None:
        """A row that has not come yet is announced when it does; until then the one before stays."""
        row = self.view.currentIndex().row()
        chosen = self.model.row_at(row) if row >= 0 else None
        if chosen is not None or row < 0:
            self.chosen.emit(chosen)

    def _open(self, index: QModelIndex) -> None:
        row = self.model.row_at(index.row()) if index.isValid() else None
        if row is not None:
            self.opened.emit(row)


def _heir(before: Sequence[int], row: int, places: Mapping[int, int]) -> int | None:
    """Of what was listed the nearest that still is: below the row first, then above it."""
    if not 0 <= row < len(before):
        return None
    below = next((id_ for id_ in before[row:] if id_ in places), None)
    return below or next((id_ for id_ in reversed(before[:row]) if id_ in places), None)
