"""The keys that fold the groups of a list: Enter and Space on a heading, Left and Right anywhere."""

from typing import Any, Protocol, cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from ui.models.ids_model import IdsModel

_TURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Fold(Protocol):
    """What folds or unfolds the group of a key."""

    def __call__(self, key: str, *, folded: bool) -> None:
        """Folds or unfolds."""


class FoldKeys(QObject):
    """To be installed on the views of a list."""

    def __init__(self, model: IdsModel[Any], fold: Fold, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._fold = fold

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the keys that fold, and leaves all others to the view."""
        if event.type() != QEvent.Type.KeyPress or not self._model.has_headings:
            return False
        key = Qt.Key(cast("QKeyEvent", event).key())
        row = cast("QAbstractItemView", watched).currentIndex().row()
        heading = self._model.heading_at(row)
        if heading is not None and (key in _TURN or key == (_way(folded=heading.is_folded))):
            self._fold(heading.key, folded=not heading.is_folded)
            return True
        if heading is None and key == Qt.Key.Key_Left and row >= 0 and _is_table(watched):
            above = (self._model.heading_at(at) for at in range(row, -1, -1))
            found = next((one for one in above if one is not None), None)
            if found is not None:
                self._fold(found.key, folded=True)
            return found is not None
        return False


def _way(*, folded: bool) -> Qt.Key:
    return Qt.Key.Key_Right if folded else Qt.Key.Key_Left


def _is_table(watched: QObject) -> bool:
    """On a wall of cards Left goes to the card before."""
    return watched.inherits("QTableView")
