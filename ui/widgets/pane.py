"""What every view has in common: it reads when it is looked at, and again when the store changes."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QWidget

from casefile.values import Span
from ui.desk import Desk

if TYPE_CHECKING:
    from ui.widgets.find_bar import FindBar
    from ui.widgets.list_head import ListHead
    from ui.widgets.record_table import RecordTable
    from ui.widgets.tag_field import TagField


class Pane(QWidget):
    """A view of the open store."""

    passage_wanted = Signal(int, object)
    """Somebody wants to see a source (its id) at a :class:`Span`, or from its start (None)."""
    state_changed = Signal()
    """Something else can be done now; choosing another record of the list says so itself."""
    part_made = Signal(object)
    """A list (its :class:`RecordTable`) that was not there when the view was made."""
    reads_rows: ClassVar[bool] = False
    """Whether its list asks the store for its rows by their ids, whatever else it reads."""

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._stale = True
        self._was_changed = False
        """Whether the store was, since it was read: not only what is wanted of it."""
        self.setObjectName(name)
        self.setAccessibleName(name)
        desk.changed.connect(self._store_changed)

    def refresh(self) -> None:
        """Reads again and shows what is there; every view has its own."""
        raise NotImplementedError

    def main_table(self) -> "RecordTable | None":
        """The list that sorting, the trash and the rest of the commands go by; None where it has none."""
        return None

    def list_head(self) -> "ListHead | None":
        """What narrows and groups its list; None where nothing does."""
        return None

    def tag_field(self) -> "TagField | None":
        """The tags of what is chosen; None where its records have none."""
        return None

    def take_focus(self) -> None:
        """Puts the keyboard into the list, or where the view takes it without one."""
        table = self.main_table()
        if table is not None:
            table.take_focus()
        else:
            self.setFocus()

    def finder(self) -> "FindBar | None":
        """What finds in the text in sight; None where there is no text."""
        return None

    def take_commands(self, commands: Mapping[str, QAction]) -> None:
        """The commands to choose buttons and menus from."""

    def show_case(self, case_id: int | None) -> None:
        """Narrows what is shown to a case file, or to nothing; a view that no case file has stays."""

    def come(self, case_id: int | None) -> None:
        """Is about to be brought into sight."""
        self.show_case(case_id)

    def allow_writing(self, may_write: bool) -> None:
        """Whether the store can be changed; commands rest by themselves."""

    def possible(self) -> dict[str, bool]:
        """Of commands that only this view knows about, which make sense now."""
        return {}

    def want_passage(self, source_id: int, span: Span | None = None) -> None:
        """Asks for the source to be shown."""
        self.passage_wanted.emit(source_id, span)

    def showEvent(self, event: QShowEvent) -> None:
        """Catches up with what changed out of sight."""
        super().showEvent(event)
        self.catch_up()

    def catch_up(self) -> None:
        """Reads what it will show, also out of sight; nothing where it has read that already."""
        if self._stale and self.desk.path is not None:
            self._stale = False
            table = self.main_table() if self.reads_rows and self._was_changed else None
            self._was_changed = False
            if table is not None and self._shows_wanted():
                table.model.read_ahead()
            self.refresh()

    def _shows_wanted(self) -> bool:
        """Whether what is shown was read for what is wanted now."""
        return True

    def _store_changed(self) -> None:
        self._stale = self._was_changed = True
        if self.isVisible():
            self.catch_up()


class CasePane(Pane):
    """A view of the whole store or of one case file."""

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, name, parent)
        self._case_id: int | None = None
        self._case_read: int | None = None
        """What was read last: whoever comes back to it before anything changes finds it there."""

    def show_case(self, case_id: int | None) -> None:
        """Narrows what is shown to a case file, or to nothing; what else narrows it goes."""
        if case_id == self._case_id:
            return
        self._case_id = case_id
        head = self.list_head()
        if head is not None and head.facets.chosen:
            with QSignalBlocker(head):
                head.facets.clear()
            self._stale = True
        if self.isVisible():
            self.catch_up()

    def come(self, case_id: int | None) -> None:
        """Is about to be brought into sight: reading begins before the first picture, and beside it."""
        self.show_case(case_id)
        self.catch_up()

    def catch_up(self) -> None:
        """Reads what it will show, also out of sight; nothing where it has read that already."""
        self._stale = self._stale or not self._shows_wanted()
        super().catch_up()
        if self.desk.path is not None:
            self._case_read = self._case_id

    def _shows_wanted(self) -> bool:
        return self._case_id == self._case_read
