"""Keeps how lists and divided views are laid out, from one time to the next. Imports preferences."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from ui.models.ids_model import Sorting
from ui.preferences import Preferences
from ui.widgets.column_layout import layout_of, layout_text
from ui.widgets.header_columns import HeaderColumns, layout_name
from ui.widgets.record_table import RecordTable, tables_in

PAUSE_MS = 400
"""A border that is dragged is kept when it rests."""
_SORTED, _DOWN = " sorted", "down "


class Layouts(QObject):
    """Takes every list and divided view that it is shown, puts it as it was, and keeps what is changed."""

    choice_wanted = Signal(object)
    """Somebody wants to choose the columns of a :class:`HeaderColumns` in a dialog."""

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._changed: dict[str, str] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.save)

    def keep(self, root: QWidget) -> None:
        """Everything below the widget, which has a name; to be called once, before it is shown."""
        for columns in root.findChildren(HeaderColumns):
            self._keep_columns(layout_name(columns.view), columns)
        for table in tables_in(root):
            self._keep_sorting(layout_name(table.view) + _SORTED, table)
        splitters = root.findChildren(QSplitter)
        if isinstance(root, QSplitter):
            self.keep_splitter(root.objectName(), root)
        for number, splitter in enumerate(splitters, 1):
            self.keep_splitter(f"{root.objectName()} {number}", splitter)

    def keep_splitter(self, name: str, splitter: QSplitter) -> None:
        """How a view is divided."""
        sizes = _sizes_of(self._preferences.settings.layouts.get(name, ""))
        if len(sizes) == splitter.count() and all(sizes):
            splitter.setSizes(sizes)

        def note() -> None:
            # What is hidden now has no size, and the others have its room.
            if all(splitter.sizes()):
                self._note(name, " ".join(map(str, splitter.sizes())))

        splitter.splitterMoved.connect(lambda *_: note())

    def save(self) -> None:
        """Keeps what was changed, at once."""
        self._pause.stop()
        if self._changed:
            changed, self._changed = self._changed, {}
            self._preferences.remember_layouts(changed)

    def _keep_columns(self, name: str, columns: HeaderColumns) -> None:
        kept = layout_of(self._preferences.settings.layouts.get(name, ""))
        if kept:
            columns.lay_out(kept)
        columns.changed.connect(lambda: self._note(name, layout_text(columns.layout)))
        columns.has_dialog = True
        columns.choice_wanted.connect(lambda: self.choice_wanted.emit(columns))

    def _keep_sorting(self, name: str, table: RecordTable) -> None:
        kept = self._preferences.settings.layouts.get(name, "")
        if kept:
            table.take_sorting(Sorting(kept.removeprefix(_DOWN), descending=kept.startswith(_DOWN)))
        table.sorted.connect(lambda: self._note(name, _sorting_text(table.sorting)))

    def _note(self, name: str, text: str) -> None:
        self._changed[name] = text
        self._pause.start()


def _sorting_text(sorting: Sorting) -> str:
    return f"{_DOWN if sorting.descending else ''}{sorting.by}"


def _sizes_of(text: str) -> Sequence[int]:
    words = text.split()
    return [int(word) for word in words] if all(word.isdecimal() for word in words) else []
