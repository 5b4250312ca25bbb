"""Moving records to the trash, bringing them back, emptying it. Imports desk, dialogs and notices."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.asking import ask
from ui.desk import Desk
from ui.notices import Notice, Tone, count_of

if TYPE_CHECKING:
    from casefile.store.store import Writer
    from casefile.store.trash import TrashContent, TrashRow

NOUNS = {
    "action": "action",
    "source": "source",
    "quote": "quote",
    "event": "event",
    "case_file": "case file",
}
"""What the screen calls each kind of record that can lie in the trash."""


class TrashErrands(QObject):
    """Only emptying asks first: all else can be undone."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window

    def put(self, kind: str, ids: Sequence[int]) -> None:
        """Moves the records out of every list, search and brief."""
        from casefile.store import trash

        if ids:
            what = _what(kind, len(ids))
            label = f"Move {what} to the trash"
            self._desk.write(
                label,
                lambda w: trash.put_in_trash(w, kind, ids),
                lambda _: self._desk.tell_done(f"{what[:1].upper()}{what[1:]} moved to the trash."),
            )

    def restore(self, rows: "Sequence[TrashRow]") -> None:
        """Brings the records back, in one step."""
        from casefile.store import trash

        if not rows:
            return

        def work(writer: "Writer") -> None:
            for kind in NOUNS:
                ids = [row.id for row in rows if row.kind == kind]
                if ids:
                    trash.restore(writer, kind, ids)

        kinds = {row.kind for row in rows}
        what = _what(kinds.pop(), len(rows)) if len(kinds) == 1 else count_of(len(rows), "record")
        self._desk.write(
            f"Restore {what}",
            work,
            lambda _: self._desk.tell_done(f"{what[:1].upper()}{what[1:]} restored."),
        )

    def empty(self) -> None:
        """Says what would go for good, and asks."""
        from casefile.store import trash

        self._desk.read("trash content", trash.trash_content, self._confirm)

    def empty_now(self) -> None:
        """Removes for good what lies in the trash."""
        from casefile.store import trash

        self._desk.write("Empty the trash", trash.empty_trash, self._emptied)

    def _confirm(self, content: "TrashContent") -> None:
        from ui.dialogs.empty_trash import EmptyTrashDialog

        if not content.rows and not content.kept_sources:
            self._desk.told.emit(Notice("The trash is empty.", Tone.NOTE))
            return
        dialog = EmptyTrashDialog(content, self._window)
        dialog.accepted.connect(self.empty_now)
        ask(dialog)

    def _emptied(self, content: "TrashContent") -> None:
        stay = f" {count_of(content.kept_sources, 'source')} stayed." if content.kept_sources else ""
        self._desk.told.emit(Notice(f"{count_of(content.rows, 'record')} removed for good.{stay}"))


def _what(kind: str, count: int) -> str:
    """``action``, ``2 actions``: as it reads in a step's label."""
    return NOUNS[kind] if count == 1 else count_of(count, NOUNS[kind])
