"""What is done with drafts of briefs, each time in a step of its own. Imports desk and dialogs."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from casefile.translation import tr
from ui.asking import ask
from ui.desk import Desk

if TYPE_CHECKING:
    from casefile.store.brief_rows import DraftRow


class DraftErrands:
    """Renames and deletes; ``window`` is where questions are asked."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        self._desk = desk
        self._window = window

    def ask_name(self, row: "DraftRow", taken: Collection[str]) -> None:
        """Asks for another name; ``taken`` are those of the other drafts."""
        from ui.dialogs.name_draft import NameDraftDialog

        dialog = NameDraftDialog(row.name, taken, self._window.window())
        dialog.accepted.connect(lambda: self.rename(row, dialog.entries()["name"]))
        ask(dialog)

    def rename(self, row: "DraftRow", name: str) -> None:
        """Gives the draft another name."""
        from casefile.store import drafts

        self._desk.write(f"Rename the draft “{row.name}”", lambda w: drafts.rename_draft(w, row.id, name))

    def delete(self, row: "DraftRow") -> None:
        """Takes the draft away, and offers to bring it back."""
        from casefile.store import drafts

        self._desk.write(
            f"Delete the draft “{row.name}”",
            lambda w: drafts.delete_draft(w, row.id),
            lambda _: self._desk.tell_done(tr("Draft deleted: {name}.").format(name=row.name)),
        )
