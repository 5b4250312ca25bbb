"""Sets one field of many records in one step, beside the window. Imports desk and notices."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from ui.desk import Desk
from ui.notices import Notice, Tone, count_of


class SeveralErrands(QObject):
    """What is set for all that is chosen."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def set(self, kind: str, ids: Sequence[int], name: str, value: str, words: str) -> None:
        """Gives the field of every record that value; ``words`` is the value as a person reads it."""
        from casefile.store import several, tags

        person, field = self._desk.person, name.replace("_", " ")

        def told(changed: int) -> None:
            if changed:
                self._desk.tell_done(f"The {field} of {count_of(changed, kind)} is now “{words}”.")
            else:
                self._desk.told.emit(Notice(f"They all have the {field} “{words}” already.", Tone.NOTE))

        self._desk.write_many(
            f"Set the {field} of {count_of(len(ids), kind)}",
            lambda writer, task: several.set_for_all(
                writer, tags.Tagged(kind), ids, name, value, person, task
            ),
            told,
        )
