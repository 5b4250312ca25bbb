"""A table of records with its empty state: how every list looks and is driven."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedWidget, QTableView, QWidget

from ui.models.ids_model import Column, IdsModel, Request
from ui.widgets.empty_state import EmptyState


class RecordTable(QStackedWidget):
    """Rows of one kind; says which one is chosen and which one is opened."""

    chosen = Signal(object)
    """The row under the cursor, or None."""
    opened = Signal(object)
    """The row that was double-clicked or entered."""

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[Any]],
        request: Request[Any],
        empty: EmptyState,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.model = IdsModel[Any](columns, request, self)
        self.view = QTableView(self)
        self.empty = empty
        self._wanted: int | None = None
        self.addWidget(self.view)
        self.addWidget(empty)
        self.setCurrentWidget(empty)
        self._set_up_view(name)
        self._set_widths(columns)
        self.model.dataChanged.connect(self._announce)

    def show_ids(self, ids: Sequence[int]) -> None:
        """Shows these records, or the empty state; the chosen one stays chosen where it is still there."""
        wanted = self._wanted if self._wanted is not None else self.chosen_id()
        reset = list(ids) != list(self.model.ids)
        self.model.set_ids(ids)
        self.setCurrentWidget(self.view if ids else self.empty)
        if reset and ids:
            self.choose(wanted if wanted in set(ids) else ids[0])
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

    def open_chosen(self) -> None:
        """As a double click on the row under the cursor."""
        self._open(self.view.currentIndex())

    def _set_up_view(self, name: str) -> None:
        view = self.view
        view.setModel(self.model)
        view.setAccessibleName(name)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.setWordWrap(False)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(round(view.fontMetrics().height() * 1.9))
        view.horizontalHeader().setHighlightSections(False)
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
        row = self.view.currentIndex().row()
        self.chosen.emit(self.model.row_at(row) if row >= 0 else None)

    def _open(self, index: QModelIndex) -> None:
        row = self.model.row_at(index.row()) if index.isValid() else None
        if row is not None:
            self.opened.emit(row)
