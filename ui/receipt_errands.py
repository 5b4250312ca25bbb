"""What can be done with an import that was made: go on with it, or take it back. Imports desk and notices."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from casefile.progress import Task
from casefile.translation import tr, tr_n
from ui.counts import count_of
from ui.desk import Desk

if TYPE_CHECKING:
    from casefile.store.rows import BatchRow, ReceiptRow
    from casefile.store.store import Reader, Store
    from casefile.store.taking_back import TakenBack
    from ui.panes.receipt import ReceiptPane


class ReceiptErrands(QObject):
    """Does it in a job, and says what became of it."""

    interrupted = Signal(object)
    """The latest :class:`BatchRow` that waits to be continued, None where there is none."""
    resumed = Signal(object)
    """The id of an import that ran again to its end, and what became of the rest: a pair."""

    def __init__(self, desk: Desk, parent: QObject, pane: "Callable[[], ReceiptPane]") -> None:
        super().__init__(parent)
        self._desk = desk
        self._pane = pane
        desk.opened.connect(self.look)

    def steps(self) -> dict[str, Callable[[], object]]:
        """What each command does."""
        return {
            "resume_import": lambda: self.resume(self._pane().batch),
            "take_back_import": self.take_back_import,
            "take_back_file": self.take_back_file,
        }

    def look(self) -> None:
        """Looks for an import that was interrupted, right after the store was opened: none runs then."""
        from casefile.store.receipts import pending_batches

        def first(reader: "Reader") -> "BatchRow | None":
            return next(iter(pending_batches(reader)), None)

        if self._desk.path is not None and self._desk.refusal is None:
            self._desk.read("interrupted", first, self.interrupted.emit)
        else:
            self.interrupted.emit(None)

    def resume(self, batch: "BatchRow | None") -> None:
        """Goes on with an import."""
        if batch is None:
            return
        person, readers = self._desk.person, self._desk.readers

        def work(store: "Store", task: Task) -> "tuple[int, list[ReceiptRow]]":
            from casefile.intake import resume_import

            return batch.id, resume_import(store, batch.id, person, task, readers.get())

        self.interrupted.emit(None)
        self._desk.run(tr("Importing"), work, self.resumed.emit, grows=True)

    def dismiss(self, batch: "BatchRow | None") -> None:
        """Leaves the rest of an import; its receipt can still go on with it."""
        from casefile.store.receipts import finish_batch

        if batch is None:
            return
        person = self._desk.person

        def work(store: "Store", _: Task) -> None:
            with store.write("Dismiss an import", by=person, undoable=False) as writer:
                finish_batch(writer, batch.id, stopped=True)

        self._desk.run(tr("Dismissing"), work, lambda _: self.look())

    def take_back_import(self) -> None:
        """Takes back what the import in sight brought."""
        batch = self._pane().batch
        person = self._desk.person

        def work(store: "Store", _: Task) -> "TakenBack":
            from casefile.store.taking_back import take_back_batch

            assert batch is not None  # noqa: S101  asked below
            return take_back_batch(store, batch.id, person)

        if batch is not None:
            self._desk.run(tr("Taking the import back"), work, self._taken_back)

    def take_back_file(self) -> None:
        """Takes back what the file under the cursor brought."""
        line = self._pane().chosen_line()
        person = self._desk.person

        def work(store: "Store", _: Task) -> "TakenBack":
            from casefile.store.taking_back import take_back_line

            assert line is not None  # noqa: S101  asked below
            return take_back_line(store, line.id, person)

        if line is not None:
            self._desk.run(tr("Taking the file back"), work, self._taken_back)

    def _taken_back(self, taken: "TakenBack") -> None:
        if taken.undone:
            self._desk.tell_step(tr("The import is undone."), tr("Redo"), taken.step, self._desk.redo)
            return
        words = tr("{sources} moved to the trash.").format(sources=count_of(taken.sources, "source"))
        if taken.kept:
            stays = tr_n(
                "{sources} stays: accepted facts, quotes or events rest on it.",
                "{sources} stay: accepted facts, quotes or events rest on it.",
                taken.kept,
            )
            words += " " + stays.format(sources=count_of(taken.kept, "source"))
        self._desk.tell_step(words, tr("Undo"), taken.step, self._desk.undo)
