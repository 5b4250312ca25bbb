"""Writes what was typed into a cell of a list, in one step. Imports desk."""

from PySide6.QtCore import QObject

from ui.desk import Desk
from ui.models.cells import Value


class CellErrands(QObject):
    """For the list of one kind of record."""

    def __init__(self, desk: Desk, kind: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kind = kind

    def write(self, id_: int, name: str, value: Value) -> None:
        """Gives the field of the record that value."""
        from casefile.store import cells, tags

        person, field = self._desk.person, _NAMES.get(name, name)
        self._desk.write(
            f"Edit {field} of {self._kind}",
            lambda w: cells.set_cell(w, tags.Tagged(self._kind), id_, name, value, person),
        )


_NAMES = {
    "dated": "date",
    "published": "date",
    "about": "words",
    "kind": "kind",
    "decided": "decision date",
}
