"""Sets one field of many records in one step, beside the window. Imports desk and notices."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from casefile.translation import tr
from ui.counts import count_of, english_count_of
from ui.desk import Desk
from ui.notices import Notice, Tone
from ui.told import told


class SeveralErrands(QObject):
    """What is set for all that is chosen."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def set(self, kind: str, ids: Sequence[int], name: str, value: str, words: str) -> None:
        """Gives the field of every record that value; ``words`` is the value as a person reads it."""
        from casefile.store import several, tags

        person, field = self._desk.person, name.replace("_", " ")

        def say(changed: int) -> None:
            if changed:
                self._desk.tell_done(
                    tr("The {field} of {records} is now “{value}”.").format(
                        field=told(field), records=count_of(changed, kind), value=words
                    )
                )
            else:
                self._desk.told.emit(
                    Notice(
                        tr("They all have the {field} “{value}” already.").format(
                            field=told(field), value=words
                        ),
                        Tone.NOTE,
                    )
                )

        self._desk.write_many(
            f"Set the {field} of {english_count_of(len(ids), kind)}",
            lambda writer, task: several.set_for_all(
                writer, tags.Tagged(kind), ids, name, value, person, task
            ),
            say,
        )
