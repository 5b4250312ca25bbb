"""Brings a person back to where they were in a store. Imports preferences and the names of the views."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.last_place import LastPlace, place_of, place_text
from ui.preferences import Preferences
from ui.views import IN_SIDE_BAR, OF_CASE
from ui.widgets.header_columns import layout_name
from ui.widgets.record_table import RecordTable, tables_in

PAUSE_MS = 800
"""Where somebody passes through is not kept."""
RETURNED_TO = frozenset(view.name for view in IN_SIDE_BAR)
CASE_VIEWS = frozenset(view.name for view in OF_CASE)


class Places(QObject):
    """Keeps the view in sight and the chosen record of each list, for each store."""

    def __init__(
        self,
        desk: Desk,
        preferences: Preferences,
        to_view: Callable[[str], object],
        to_case: Callable[[int, str], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._preferences = preferences
        self._to_view = to_view
        self._to_case = to_case
        self._store: Path | None = None
        self._view = ""
        self._case_id: int | None = None
        self._tables: dict[str, RecordTable] = {}
        self._wanted: dict[str, int] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.save)
        desk.opened.connect(self._opened)

    def keep(self, root: QWidget) -> None:
        """The lists below the widget; to be called once, before it is shown."""
        for table in tables_in(root):
            name = layout_name(table.view)
            self._tables[name] = table
            if name in self._wanted:
                table.choose(self._wanted.pop(name))
            table.view.selectionModel().currentRowChanged.connect(lambda *_: self._pause.start())

    def show_place(self, view: str, case_id: int | None) -> None:
        """Another view is in sight; one that is no place to come back to is passed over."""
        if view in (RETURNED_TO if case_id is None else CASE_VIEWS):
            self._view, self._case_id = view, case_id
            self._pause.start()

    def save(self) -> None:
        """Keeps where the person is, at once."""
        self._pause.stop()
        if self._store is not None and self._view:
            place = LastPlace(self._view, self._case_id, self._chosen())
            self._preferences.remember_place(self._store, place_text(place))

    def _chosen(self) -> dict[str, int]:
        chosen = dict(self._wanted)
        for name, table in self._tables.items():
            record = table.chosen_id()
            if record is not None:
                chosen[name] = record
        return chosen

    def _opened(self) -> None:
        path = self._desk.path
        if path is None or path == self._store:
            return
        self.save()
        self._store = path
        kept = self._preferences.place_in(path)
        if kept:
            self._return_to(place_of(kept))

    def _return_to(self, place: LastPlace) -> None:
        self._wanted = {name: id_ for name, id_ in place.chosen.items() if name not in self._tables}
        for name, table in self._tables.items():
            if name in place.chosen:
                table.choose(place.chosen[name])
        if place.case_id is not None and place.view in CASE_VIEWS:
            self._to_case(place.case_id, place.view)
        elif place.view in RETURNED_TO:
            self._to_view(place.view)
