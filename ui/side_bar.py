"""The side bar: the views with their counts, saved searches, case files. Imports rows, icons and views."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
)
from PySide6.QtWidgets import (
    QHeaderView,
    QMenu,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from casefile.store.rows import CaseRow, Counts, SavedSearchRow
from casefile.translation import tr
from ui.dragged import dragged_records
from ui.figures import figure
from ui.icons import icon
from ui.plain import plain_tip
from ui.theme import colours_of
from ui.views import IN_SIDE_BAR
from ui.widgets.drop_target import DropTarget

_PLACE = Qt.ItemDataRole.UserRole
_ICON = Qt.ItemDataRole.UserRole + 1
_SEARCH = Qt.ItemDataRole.UserRole + 2


class SideBar(QTreeWidget):
    """Where a person can go."""

    place_chosen = Signal(str)
    case_chosen = Signal(int)
    case_renamed = Signal()
    """Somebody wants to name the case file in sight otherwise."""
    search_chosen = Signal(object)
    """A :class:`SavedSearchRow` that somebody wants to run."""
    search_renamed = Signal(object)
    """A :class:`SavedSearchRow` that somebody wants to name otherwise."""
    search_deleted = Signal(object)
    records_dropped = Signal(object, int)
    """Records (:class:`Dragged`) that somebody has dropped on a case file (its id)."""
    takes_records = True
    """Whether a case file takes what is dropped on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sideBar")
        self.setAccessibleName(tr("Views, saved searches and case files"))
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
        self._places = {view.name: self._add(tr(view.title), view.icon, view.name) for view in IN_SIDE_BAR}
        self._searches_heading = self._add_heading(tr("Saved searches"))
        self._heading = self._add_heading(tr("Case files"))
        self._line = self._add_line()
        for heading in (self._searches_heading, self._heading, self._line):
            heading.setHidden(True)
        self._put_trash_last()
        self._cases: dict[int, QTreeWidgetItem] = {}
        self._searches: dict[int, QTreeWidgetItem] = {}
        self.search_actions = self._make_search_actions()
        self._case_actions: Sequence[QAction] = ()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer)
        self._target = DropTarget(self, lambda item: isinstance(item.data(0, _PLACE), int))
        self.setAcceptDrops(True)
        self.currentItemChanged.connect(self._chosen)

    def take_case_commands(self, commands: Sequence[QAction]) -> None:
        """What stands in the menu of a case file."""
        self._case_actions = commands

    def show_counts(self, counts: Counts) -> None:
        """How much is in each view."""
        for view in IN_SIDE_BAR:
            if view.count is not None:
                self._count(self._places[view.name], view.count(counts))

    def show_trashed(self, count: int) -> None:
        """How many records lie in the trash."""
        self._count(self._places["trash"], count)

    def show_cases(self, cases: Sequence[CaseRow]) -> None:
        """The case files, in the order given."""
        current = self.currentItem()
        chosen = current.data(0, _PLACE) if current is not None else None
        self.blockSignals(True)  # noqa: FBT003  Qt's own signature
        self._target.leave()
        for item in self._cases.values():
            self.takeTopLevelItem(self.indexOfTopLevelItem(item))
        self._cases = {case.id: self._add(case.title, "folder", case.id) for case in cases}
        for case in cases:
            about = f"{case.title}\n{case.purpose}" if case.purpose else case.title
            self._cases[case.id].setToolTip(0, plain_tip(about))
            self._count(self._cases[case.id], case.action_count)
        if isinstance(chosen, int) and chosen in self._cases:
            self.setCurrentItem(self._cases[chosen])
        self._heading.setHidden(not cases)
        self._put_trash_last()
        self.blockSignals(False)  # noqa: FBT003  Qt's own signature

    def mark_case(self, case_id: int) -> None:
        """Marks the case file as the present one without choosing it again, where it is listed."""
        self.blockSignals(True)  # noqa: FBT003  Qt's own signature
        if case_id in self._cases:
            self.setCurrentItem(self._cases[case_id])
        self.blockSignals(False)  # noqa: FBT003  Qt's own signature
        self._update_search_actions()

    def show_searches(self, searches: Sequence[SavedSearchRow]) -> None:
        """The saved searches, in the order given, above the case files."""
        current = self.chosen_search()
        self.blockSignals(True)  # noqa: FBT003  Qt's own signature
        for item in self._searches.values():
            self.takeTopLevelItem(self.indexOfTopLevelItem(item))
        below = self.indexOfTopLevelItem(self._heading)
        self._searches = {}
        for place, search in enumerate(searches):
            item = self._searches[search.id] = self._make(search.name, "search")
            item.setData(0, _SEARCH, search)
            item.setToolTip(0, plain_tip(search.query))
            self.insertTopLevelItem(below + place, item)
        if current is not None and current.id in self._searches:
            self.setCurrentItem(self._searches[current.id])
        self._searches_heading.setHidden(not searches)
        self._part_trash()
        self.blockSignals(False)  # noqa: FBT003  Qt's own signature
        self._update_search_actions()

    def show_search(self, search_id: int) -> None:
        """Marks the saved search as the present one without choosing it again."""
        self.blockSignals(True)  # noqa: FBT003  Qt's own signature
        if search_id in self._searches:
            self.setCurrentItem(self._searches[search_id])
        self.blockSignals(False)  # noqa: FBT003  Qt's own signature
        self._update_search_actions()

    def chosen_search(self) -> SavedSearchRow | None:
        """The saved search under the cursor."""
        item = self.currentItem()
        found = item.data(0, _SEARCH) if item is not None else None
        return found if isinstance(found, SavedSearchRow) else None

    def show_place(self, name: str) -> None:
        """Marks the view as the present one without choosing it again; "" marks none."""
        self.blockSignals(True)  # noqa: FBT003  Qt's own signature
        if name in self._places:
            self.setCurrentItem(self._places[name])
        else:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        self.blockSignals(False)  # noqa: FBT003  Qt's own signature
        self._update_search_actions()

    def event(self, event: QEvent) -> bool:
        """On a case file F2 renames it, whatever it is for elsewhere in the window."""
        if event.type() == QEvent.Type.ShortcutOverride and self._renames(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Renames the case file."""
        if self._renames(event):
            self.case_renamed.emit()
        else:
            super().keyPressEvent(event)

    def _renames(self, event: QEvent) -> bool:
        item = self.currentItem()
        on_case = item is not None and isinstance(item.data(0, _PLACE), int)
        return on_case and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Records are taken by the case files only; anything else is the window's, to be imported."""
        if self.takes_records and dragged_records(event.mimeData()) is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Marks the case file that would take them."""
        self._target.follow(event)

    def dragLeaveEvent(self, _: QDragLeaveEvent) -> None:
        """Nothing was dropped."""
        self._target.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        """Says what was dropped on which case file."""
        item, records = self._target.item, dragged_records(event.mimeData())
        self._target.leave()
        if item is None or records is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.records_dropped.emit(records, item.data(0, _PLACE))

    def drawRow(
        self, painter: QPainter, options: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The row, with a frame while something is dragged over it that it takes; or a line between rows."""
        if self.itemFromIndex(index) is self._line:
            room = options.rect
            painter.setPen(colours_of(self.palette()).border)
            painter.drawLine(room.left(), room.center().y(), room.right(), room.center().y())
            return
        super().drawRow(painter, options, index)
        if self._target.item is not None and self.itemFromIndex(index) is self._target.item:
            self._target.paint(painter, options.rect)

    def changeEvent(self, event: QEvent) -> None:
        """The icons follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for row in range(self.topLevelItemCount()):
                item = self.topLevelItem(row)
                if item is not None and item.data(0, _ICON):
                    item.setIcon(0, icon(item.data(0, _ICON)))

    def _make_search_actions(self) -> tuple[QAction, QAction]:
        """Rename and delete, for the keyboard and for the menu of a saved search."""
        rename = QAction(tr("Rename saved search…"), self)
        rename.setShortcut(QKeySequence(Qt.Key.Key_F2))
        delete = QAction(tr("Delete saved search"), self)
        delete.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        for action, signal in ((rename, self.search_renamed), (delete, self.search_deleted)):
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _=False, signal=signal: signal.emit(self.chosen_search()))
            action.setEnabled(False)
            self.addAction(action)
        return rename, delete

    def _update_search_actions(self) -> None:
        for action in self.search_actions:
            action.setEnabled(self.chosen_search() is not None)

    def _offer(self, point: QPoint) -> None:
        """The menu of the saved search or case file under the pointer; other places have none."""
        item = self.itemAt(point)
        if item is None:
            return
        if isinstance(item.data(0, _SEARCH), SavedSearchRow):
            actions: Sequence[QAction] = self.search_actions
        elif isinstance(item.data(0, _PLACE), int):
            actions = self._case_actions
        else:
            return
        self.setCurrentItem(item)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(list(actions))
        menu.popup(self.viewport().mapToGlobal(point))

    def _add_heading(self, text: str) -> QTreeWidgetItem:
        heading = QTreeWidgetItem(self, [text])
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        return heading

    def _add_line(self) -> QTreeWidgetItem:
        """What parts the trash from the case files above it, where there is anything under a heading."""
        line = self._add_heading("")
        line.setData(0, Qt.ItemDataRole.AccessibleTextRole, tr("Line"))
        line.setSizeHint(0, QSize(0, self.fontMetrics().height() // 2))
        return line

    def _add(self, text: str, icon_name: str, place: str | int) -> QTreeWidgetItem:
        item = self._make(text, icon_name)
        item.setData(0, _PLACE, place)
        self.addTopLevelItem(item)
        return item

    def _make(self, text: str, icon_name: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([text, ""])
        item.setData(0, _ICON, icon_name)
        item.setIcon(0, icon(icon_name))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item

    def _put_trash_last(self) -> None:
        trash = self._places["trash"]
        was_current = self.currentItem() is trash
        for item in (self._line, trash):
            self.takeTopLevelItem(self.indexOfTopLevelItem(item))
            self.addTopLevelItem(item)
        self._part_trash()
        if was_current:
            self.setCurrentItem(trash)

    def _part_trash(self) -> None:
        self._line.setHidden(self._heading.isHidden() and self._searches_heading.isHidden())

    def _count(self, item: QTreeWidgetItem, number: int) -> None:
        item.setText(1, figure(number) if number else "")

    def _chosen(self, item: QTreeWidgetItem | None) -> None:
        place = item.data(0, _PLACE) if item is not None else None
        self._update_search_actions()
        search = item.data(0, _SEARCH) if item is not None else None
        if isinstance(search, SavedSearchRow):
            self.search_chosen.emit(search)
        elif isinstance(place, str):
            self.place_chosen.emit(place)
        elif isinstance(place, int):
            self.case_chosen.emit(place)
