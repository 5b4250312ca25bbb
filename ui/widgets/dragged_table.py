"""A table whose selected rows can be dragged to a case file."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QFrame, QLabel, QTableView, QWidget

from ui.dragged import records_mime
from ui.notices import count_of


class DraggedTable(QTableView):
    """As any table until :meth:`let_drag`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = ""
        self._ids: Callable[[], Sequence[int]] = tuple

    def let_drag(self, kind: str, ids: Callable[[], Sequence[int]]) -> None:
        """Says what its records are and which of them are selected; from now on they can be dragged."""
        self._kind, self._ids = kind, ids
        self.setDragEnabled(True)

    def startDrag(self, _: Qt.DropAction) -> None:
        """Qt's own would ask every selected cell for its data."""
        drag_records(self, self._kind, self._ids())


def drag_records(view: QWidget, kind: str, ids: Sequence[int]) -> None:
    """Drags the records out of the view, with a label that says how many they are."""
    if not ids:
        return
    drag = QDrag(view)
    drag.setMimeData(records_mime(kind, ids))
    label = QLabel(count_of(len(ids), kind))
    label.setObjectName("dragged")
    label.setFrameShape(QFrame.Shape.Box)
    label.setMargin(label.fontMetrics().height() // 3)
    label.ensurePolished()
    label.adjustSize()
    drag.setPixmap(label.grab())
    drag.exec(Qt.DropAction.CopyAction)
