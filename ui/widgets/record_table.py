"""A table of records with its empty state: how every list looks and is driven."""

from collections.abc import Collection, Sequence
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QStackedWidget, QWidget
from shiboken6 import isValid

from casefile.translation import tr
from ui.models.ids_model import OWN_ORDER, PAGE_ROWS, Column, IdsModel, Request, Sorting
from ui.models.sections import NO_ROWS, LaidOut, Sectioned
from ui.widgets.cell_delegate import CellDelegate
from ui.widgets.column_layout import ColumnPlace
from ui.widgets.content_widths import content_widths
from ui.widgets.dragged_table import DraggedTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.fold_keys import FoldKeys
from ui.widgets.header_columns import LAYOUT_NAME, HeaderColumns

KEPT_SELECTION = 2_000
"""As many selected rows are found again after the list was read anew."""
ROW_LINES = 1.9
MEASURED_ROWS = 40
"""So many above and below the cursor say how wide the columns have to be."""
LEAST_ROWS = 2
"""In the smallest window."""
PADDING_CHARACTERS = 2


class RecordTable(QStackedWidget):
    """Rows of one kind; says which one is chosen and which one is opened."""

    chosen = Signal(object)
    """The row under the cursor, or None."""
    opened = Signal(object)
    """The row that was double-clicked or entered."""
    edited = Signal(int, str, object)
    """Somebody typed another value for a record (its id) into the cell of a field (its name)."""
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
        page_rows: int = PAGE_ROWS,
    ) -> None:
        """``page_rows`` as for the model."""
        super().__init__(parent)
        self.model = IdsModel[Any](columns, request, self, page_rows)
        self.view = DraggedTable(self.model, self)
        self.empty = empty
        self.sorting = sorting
        """What the list is sorted by."""
        self._wanted: int | None = None
        self._waits_for_focus: QWidget | None = None
        """What took the keyboard until the rows are there for it."""
        self._rows = NO_ROWS
        self.folded: set[str] = set()
        """The keys of the groups whose rows are out of sight."""
        self._sight: QAbstractItemView = self.view
        self._fold_keys = FoldKeys(self.model, self.fold, self)
        self._watch_folding(self.view)
        self.addWidget(self.view)
        self.addWidget(empty)
        self.setCurrentWidget(empty)
        self._set_up_view(name, several=several)
        for place, column in enumerate(columns):
            if column.edit is not None:
                cell = CellDelegate(self.view, self.model)
                cell.entered.connect(self.edited)
                self.view.setItemDelegateForColumn(place, cell)
        self.columns = HeaderColumns(self.view, [_place(column) for column in columns])
        self._show_sorting()
        self.model.dataChanged.connect(self._rows_came)
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        """As low as the heads and some rows; the words for an empty list need room only while they stand."""
        wanted = super().minimumSizeHint()
        if self.currentWidget() is self.empty:
            return wanted
        rows = self.view.verticalHeader().defaultSectionSize() * LEAST_ROWS
        return QSize(wanted.width(), self.view.horizontalHeader().sizeHint().height() + rows)

    @property
    def sortable(self) -> bool:
        """Whether any column sorts the list."""
        return any(column.sort for column in self.model.columns)

    def show_ids(self, ids: Sequence[int]) -> None:
        """Shows these records, or the empty state; what was chosen stays chosen where it is still there.

        Where it is gone, the next one after it is chosen.
        """
        self.show_grouped(Sectioned.of(ids, (), ()))

    def show_grouped(self, rows: Sectioned) -> None:
        """The same for records that stand under headings."""
        self._rows = rows
        self._show(rows.laid_out)

    def fold(self, key: str, *, folded: bool) -> None:
        """Puts the rows of a group out of sight, or back into it; the cursor goes to its heading."""
        if folded:
            self.folded.add(key)
        else:
            self.folded.discard(key)
        laid_out = self._rows.folded_as(self.folded)
        self._show(laid_out)
        place = next((at for at, heading in enumerate(laid_out.headings) if heading.key == key), None)
        if place is not None:
            self.choose(-1 - place)

    def fold_all(self, *, folded: bool) -> None:
        """The same for every group."""
        self.folded = {section.key for section in self._rows.sections} if folded else set()
        self._show(self._rows.folded_as(self.folded))

    def add_view(self, view: QAbstractItemView) -> None:
        """Another view of the same rows with the same selection, to be shown by :meth:`show_view`."""
        view.setModel(self.model)
        view.setSelectionModel(self.view.selectionModel())
        view.activated.connect(self._open)
        self._watch_folding(view)
        self.addWidget(view)

    @property
    def views(self) -> Sequence[QAbstractItemView]:
        """The table, and what was added to it."""
        widgets = (self.widget(place) for place in range(self.count()))
        return [widget for widget in widgets if isinstance(widget, QAbstractItemView)]

    @property
    def sight(self) -> QAbstractItemView:
        """The view that is shown where there is anything to show."""
        return self._sight

    def show_view(self, view: QAbstractItemView) -> None:
        """Turns to one of the views."""
        focused = self._sight.hasFocus()
        self._sight = view
        if self.model.ids:
            self.setCurrentWidget(view)
            view.scrollTo(self.view.currentIndex())
        if focused:
            view.setFocus()

    def take_focus(self) -> None:
        """Puts the keyboard into the rows or, where there are none, on the next step that is offered.

        What has not been read yet takes it when it is there, unless the person has gone elsewhere.
        """
        self._waits_for_focus = self._focus_first()

    def _focus_first(self) -> QWidget:
        first = self._sight if self.model.ids else next(iter(self.empty.buttons), self._sight)
        first.setFocus()
        return first

    def _settle_focus(self) -> None:
        """What took the keyboard may be gone by now: then Qt has given it to whatever comes next."""
        first, self._waits_for_focus = self._waits_for_focus, None
        was_left = first is not None and isValid(first) and first.isVisible() and not first.hasFocus()
        if self.isVisible() and not was_left:
            self._focus_first()

    def _show(self, laid_out: LaidOut) -> None:
        ids = laid_out.ids
        before, row = self.model.ids, self.view.currentIndex().row()
        wanted = self._wanted if self._wanted is not None else self.chosen_id()
        several = self.chosen_ids()
        chosen = 0

        def sight() -> int:
            nonlocal chosen
            chosen = _row_to_choose(laid_out, wanted, before, row)
            return chosen

        reset = self.model.set_ids(ids, laid_out.headings, sight)
        self.setCurrentWidget(self._sight if ids else self.empty)
        if reset and ids:
            self._put_cursor(chosen)
            self._measure()
            if 1 < len(several) <= KEPT_SELECTION:
                kept = set(several)
                self._select([place for place, id_ in enumerate(ids) if id_ in kept])
        elif not ids:
            self.chosen.emit(None)
        if self._waits_for_focus is not None:
            self._settle_focus()

    def _watch_folding(self, view: QAbstractItemView) -> None:
        view.installEventFilter(self._fold_keys)
        view.clicked.connect(self._clicked)

    def _clicked(self, index: QModelIndex) -> None:
        heading = self.model.heading_at(index.row())
        if heading is not None:
            self.fold(heading.key, folded=not heading.is_folded)

    def choose(self, record_id: int) -> None:
        """Puts the cursor on the record, at once or as soon as it is listed."""
        try:
            row = self.model.ids.index(record_id)
        except ValueError:
            self._wanted = record_id
            return
        self._put_cursor(row)

    def _put_cursor(self, row: int) -> None:
        self._wanted = None
        index = self.model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._sight.scrollTo(index)

    def chosen_id(self) -> int | None:
        """The record under the cursor."""
        row = self.view.currentIndex().row()
        id_ = self.model.ids[row] if 0 <= row < len(self.model.ids) else None
        return id_ if id_ is not None and self.model.is_record(id_) else None

    def chosen_ids(self) -> list[int]:
        """Every selected record once, in the order of the list."""
        selection = self.view.selectionModel().selection()
        parts = (selection.at(place) for place in range(selection.count()))
        found: list[int] = []
        end = -1
        for top, bottom in sorted((part.top(), part.bottom()) for part in parts):
            found += self.model.ids[max(top, end + 1) : bottom + 1]
            end = max(end, bottom)
        if not self.model.has_headings:
            return found
        return list(dict.fromkeys(id_ for id_ in found if self.model.is_record(id_)))

    def let_drag(self, kind: str) -> None:
        """Its selected rows, which are of that kind, can be dragged to a case file."""
        self.model.lets_drag = True
        self.view.let_drag(kind, self.chosen_ids)

    def let_edit(self, *, may_edit: bool, by_double_click: bool) -> None:
        """Whether cells can be edited in place: by F2, and by a double click where that opens nothing."""
        self.model.lets_edit = may_edit
        triggers = QAbstractItemView.EditTrigger
        by_mouse = may_edit and by_double_click
        self.view.setEditTriggers(triggers.DoubleClicked if by_mouse else triggers.NoEditTriggers)

    def open_chosen(self) -> None:
        """As a double click on the row under the cursor."""
        self._open(self.view.currentIndex())

    def sort_by(self, name: str) -> None:
        """Sorts by the column of that name, upwards; downwards where it is sorted upwards by it already."""
        self.sorting = Sorting(name, descending=self.sorting == Sorting(name))
        self._show_sorting()
        self.sorted.emit()

    def take_sorting(self, sorting: Sorting) -> None:
        """Sorts so from the next reading on, where there is such a column."""
        if sorting.by in {column.sort for column in self.model.columns if column.sort}:
            self.sorting = sorting
            self._show_sorting()

    def changeEvent(self, event: QEvent) -> None:
        """Rows as high as the letters need."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()

    def fix_order(self) -> None:
        """Leaves the rows in the order in which they come: the header sorts no more."""
        self.view.horizontalHeader().setSectionsClickable(False)
        self.view.horizontalHeader().setSortIndicatorShown(False)

    def sort_menu(self) -> QMenu:
        """The columns to sort by; the chosen one says which way, and turns round when chosen again."""
        menu = QMenu(tr("Sort by"), self)
        one_of_them = QActionGroup(menu)
        for column in self.model.columns:
            if column.sort:
                menu.addAction(one_of_them.addAction(self._sort_action(column, menu)))
        return menu

    def ask_order(self) -> None:
        """Opens the menu of columns below the header."""
        menu = self.sort_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if not menu.isEmpty():
            menu.popup(self.mapToGlobal(QPoint(0, self.view.horizontalHeader().height())))

    def _sort_action(self, column: Column[Any], menu: QMenu) -> QAction:
        present, title = self.sorting.by == column.sort, tr(column.title)
        way = tr("descending") if self.sorting.descending else tr("ascending")
        action = QAction(f"{title} ({way})" if present else title, menu)
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
        view.setAccessibleName(tr(name))
        view.setProperty(LAYOUT_NAME, name)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(modes.ExtendedSelection if several else modes.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.setWordWrap(False)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_rows()
        view.horizontalHeader().setHighlightSections(False)
        # It would ask every cell of a column whether it is selected, at each selection anew.
        view.horizontalHeader().setSelectionModel(QItemSelectionModel(self.model, view.horizontalHeader()))
        view.horizontalHeader().sectionClicked.connect(self._header_clicked)
        view.selectionModel().currentRowChanged.connect(self._follow_cursor)
        view.activated.connect(self._open)

    def _fit_rows(self) -> None:
        height = round(self.view.fontMetrics().height() * ROW_LINES)
        self.view.verticalHeader().setDefaultSectionSize(height)

    def _follow_cursor(self, current: QModelIndex) -> None:
        self.model.cursor_row = current.row()
        self._announce()

    def _rows_came(self, first: QModelIndex, last: QModelIndex) -> None:
        """Those that somebody scrolls past change nothing of the one under the cursor."""
        if first.row() <= self.view.currentIndex().row() <= last.row():
            self._measure()
            self._announce()

    def _measure(self) -> None:
        """Fits the columns to the rows around the cursor, as far as they have come."""
        row = self.view.currentIndex().row()
        rows = range(max(0, row - MEASURED_ROWS), min(row + MEASURED_ROWS, self.model.rowCount()))
        self.columns.take_content(content_widths(self.view, self.model, rows))

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


def tables_in(root: QWidget) -> list[RecordTable]:
    """Every table below the widget, and the widget itself where it is one."""
    return [*([root] if isinstance(root, RecordTable) else ()), *root.findChildren(RecordTable)]


def _place(column: Column[Any]) -> ColumnPlace:
    if not column.width:
        return ColumnPlace(column.title, least=column.least)
    least, most = (chars + PADDING_CHARACTERS if chars else 0 for chars in (column.least, column.most))
    width = column.width + PADDING_CHARACTERS
    return ColumnPlace(
        column.title, width, least=least, yields=column.yields, most=most, is_whole=column.number
    )


def _row_to_choose(laid_out: LaidOut, wanted: int | None, before: Sequence[int], row: int) -> int:
    """Where what is wanted is; where that is gone what stood nearest to the row, else the first."""
    ids, headings = laid_out.ids, laid_out.headings
    if wanted is not None and (wanted >= 0 or not headings):
        with suppress(ValueError):
            return ids.index(wanted)
    # At 100,000 ids a test of each takes longer than all the rest.
    there = {id_ for id_ in ids if id_ >= 0} if headings else set(ids)
    heir = _heir(before, row, there)
    if heir is not None:
        return ids.index(heir)
    return next((place for place, id_ in enumerate(ids) if id_ >= 0 or not headings), 0)


def _heir(before: Sequence[int], row: int, there: Collection[int]) -> int | None:
    """Of what was listed the nearest that still is: below the row first, then above it."""
    if not 0 <= row < len(before):
        return None
    below = next((id_ for id_ in before[row:] if id_ in there), None)
    return below or next((id_ for id_ in reversed(before[:row]) if id_ in there), None)
