"""What every view has in common: it reads when it is looked at, and again when the store changes."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from casefile.values import Span
from ui.desk import Desk


class Pane(QWidget):
    """A view of the open store."""

    passage_wanted = Signal(int, object)
    """Somebody wants to see a source (its id) at a :class:`Span`, or from its start (None)."""

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._stale = True
        self.setObjectName(name)
        self.setAccessibleName(name)
        desk.changed.connect(self._store_changed)

    def refresh(self) -> None:
        """Reads again and shows what is there; every view has its own."""
        raise NotImplementedError

    def want_passage(self, source_id: int, span: Span | None = None) -> None:
        """Asks for the source to be shown."""
        self.passage_wanted.emit(source_id, span)

    def showEvent(self, event: QShowEvent) -> None:
        """Catches up with what changed out of sight."""
        super().showEvent(event)
        self._catch_up()

    def _store_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        if self._stale and self.desk.path is not None:
            self._stale = False
            self.refresh()
