"""Keeps what is composed as a draft while somebody works on it. Imports desk."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from casefile.briefs.composition import Composition
from ui.desk import Desk

if TYPE_CHECKING:
    from casefile.briefs.drafts import Draft
    from casefile.store.store import Writer

SAVE_DELAY_MS = 700
"""So long after the last change the draft is kept: a pause, not a letter, is a step that can be undone."""


@dataclass
class _Place:
    """Where the draft is kept, known once it was kept first; only the write lane and a reading fill it."""

    draft_id: int | None = None


class DraftKeeping(QObject):
    """The draft that is open in the composer: made at the first change, then kept after each pause."""

    replaced = Signal(object)
    """The store has other choices (a :class:`Composition`) than were kept here: a step was undone."""
    renamed = Signal(str)
    """The draft's name, "" for none."""

    def __init__(self, desk: Desk, compose: Callable[[], Composition], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._compose = compose
        self.name = ""
        self._place = _Place()
        self._kept = compose()
        self._writes = 0
        self._timer = QTimer(self, singleShot=True, interval=SAVE_DELAY_MS)
        self._timer.timeout.connect(self.keep_now)
        desk.ending.connect(self.keep_now)

    @property
    def draft_id(self) -> int | None:
        """The draft's id; None before it was kept first."""
        return self._place.draft_id

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was chosen that could be kept."""
        return not self.draft_id and not self._is_busy and self._compose() == self._kept

    @property
    def _is_busy(self) -> bool:
        return self._writes > 0 or self._timer.isActive()

    def begin(self) -> None:
        """Lets go of the draft; what is composed now is where somebody begins, and not kept yet."""
        self._go_on(_Place(), "", self._compose())

    def take(self, draft: "Draft") -> None:
        """Goes on with a draft, which is composed now."""
        self._go_on(_Place(draft.id), draft.name, self._compose())

    def note_change(self) -> None:
        """Something may have been chosen otherwise."""
        self._timer.start()

    def keep_now(self) -> None:
        """Keeps what is composed, where that differs from what was kept; a read-only store keeps nothing."""
        self._timer.stop()
        composition = self._compose()
        if composition != self._kept and self._desk.path is not None and not self._desk.refusal:
            self._write(composition)

    def compare(self, draft_id: int | None, draft: "Draft | None") -> None:
        """Takes over what the store says of the draft that was asked for; None where it is gone."""
        if self._is_busy or draft_id != self.draft_id:
            return
        if draft is None:
            self._go_on(_Place(), "", self._kept)
            return
        self._name(draft.name)
        if draft.composition != self._kept:
            self._kept = draft.composition
            self.replaced.emit(draft.composition)

    def _write(self, composition: Composition) -> None:
        place = self._place
        self._kept = composition
        self._writes += 1

        def work(writer: "Writer") -> "Draft":
            from casefile.briefs.drafts import keep_draft, open_draft

            place.draft_id = keep_draft(writer, composition, place.draft_id)
            return open_draft(writer, place.draft_id)

        def done(draft: "Draft") -> None:
            self._writes -= 1
            if place is self._place:
                self._name(draft.name)

        def failed() -> None:
            self._writes -= 1
            if place is self._place:
                # Deleted meanwhile: the next change begins another draft, so that nothing is lost.
                self._go_on(_Place(), "", self._kept)

        label = f"Change the draft “{self.name}”" if place.draft_id else "Begin a draft of a brief"
        self._desk.write(label, work, done, failed)

    def _go_on(self, place: _Place, name: str, kept: Composition) -> None:
        self._timer.stop()
        self._place, self._kept = place, kept
        self._name(name)

    def _name(self, name: str) -> None:
        if name != self.name:
            self.name = name
            self.renamed.emit(name)
