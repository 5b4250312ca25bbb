"""Moving records to the trash, bringing them back, emptying it. Imports desk, dialogs and notices."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from casefile.translation import at_start, tr
from ui.asking import ask
from ui.counts import count_of, english_what_of, what_of
from ui.desk import Desk
from ui.notices import Notice, Tone

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
            what = at_start(what_of(len(ids), NOUNS[kind]))
            self._desk.write(
                f"Move {english_what_of(len(ids), NOUNS[kind])} to the trash",
                lambda w: trash.put_in_trash(w, kind, ids),
                lambda _: self._desk.tell_done(tr("{what} moved to the trash.").format(what=what)),
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
        noun = NOUNS[kinds.pop()] if len(kinds) == 1 else "record"
        what = at_start(what_of(len(rows), noun))
        self._desk.write(
            f"Restore {english_what_of(len(rows), noun)}",
            work,
            lambda _: self._desk.tell_done(tr("{what} restored.").format(what=what)),
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
            self._desk.told.emit(Notice(tr("The trash is empty."), Tone.NOTE))
            return
        dialog = EmptyTrashDialog(content, self._window)
        dialog.accepted.connect(self.empty_now)
        ask(dialog)

    def _emptied(self, content: "TrashContent") -> None:
        stay = (
            " " + tr("{sources} stayed.").format(sources=count_of(content.kept_sources, "source"))
            if content.kept_sources
            else ""
        )
        self._desk.told.emit(
            Notice(tr("{records} removed for good.").format(records=count_of(content.rows, "record")) + stay)
        )
