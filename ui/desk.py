"""The open store as the panes see it: they ask, they tell, and they hear what changed.

Imports jobs, notices and, only when a store is opened, casefile.store. All signals arrive on the main thread.
"""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from casefile.errors import CasefileError
from casefile.progress import Task
from ui.jobs import Jobs, Lane, was_cancelled
from ui.notices import Notice, Tone, error_notice

if TYPE_CHECKING:
    from casefile.store.store import Reader, Store, Writer

Result = TypeVar("Result")
_log = logging.getLogger(__name__)


class Desk(QObject):
    """One store, open or not yet, and everything that is done with it."""

    opened = Signal()
    """A store was opened, or could not be: :attr:`path` tells."""
    changed = Signal()
    """The store holds something else than before: whoever shows it reads again."""
    told = Signal(object)
    """A :class:`Notice` for the message bar."""

    def __init__(self, jobs: Jobs, person: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.person = person
        self._store: Store | None = None
        self._reads: dict[str, int] = {}

    @property
    def path(self) -> Path | None:
        """The open store's file; None before one is open."""
        return self._store.path if self._store else None

    def open(self, path: Path) -> None:
        """Opens the store, makes it where there is none, and lets go of the one before."""

        def work(_: Task) -> "Store":
            # What the panes will need is loaded here, beside the window and not in its way.
            from casefile.store import cases, queries, review, search  # noqa: F401
            from casefile.store.store import Store

            return Store.open_or_create(path)

        self.jobs.start(f"Opening {path.name}", Lane.WRITE, work, self._take, self._not_opened)

    def read(self, key: str, work: "Callable[[Reader], Result]", done: Callable[[Result], None]) -> None:
        """Asks the store something; of several questions with one key only the last is answered."""
        store = self._store
        if store is None:
            return
        turn = self._reads[key] = self._reads.get(key, 0) + 1

        def ask(_: Task) -> Result:
            with store.read() as reader:
                return work(reader)

        def answer(result: Result) -> None:
            if self._store is store and self._reads[key] == turn:
                done(result)

        self.jobs.start(key, Lane.READ, ask, answer, self.fail)

    def write(
        self,
        label: str,
        work: "Callable[[Writer], Result]",
        done: Callable[[Result], None] | None = None,
        failed: Callable[[], None] | None = None,
    ) -> None:
        """Changes the store in one undoable step."""

        def change(store: "Store", _: Task) -> Result:
            with store.write(label, by=self.person) as writer:
                return work(writer)

        self.run(label, change, done, failed)

    def run(
        self,
        name: str,
        work: "Callable[[Store, Task], Result]",
        done: Callable[[Result], None] | None = None,
        failed: Callable[[], None] | None = None,
    ) -> None:
        """Does something longer with the store in the write lane, with progress and cancel."""
        store = self._store
        if store is None:
            self.told.emit(Notice("No store is open. Open one with File > Open store.", Tone.WRONG))
            return

        def end(result: Result) -> None:
            self.changed.emit()
            if done is not None:
                done(result)

        def give_up(error: Exception) -> None:
            self.changed.emit()
            self.fail(error)
            if failed is not None:
                failed()

        self.jobs.start(name, Lane.WRITE, lambda task: work(store, task), end, give_up)

    def undo(self) -> None:
        """Takes back the latest step."""
        self.run("Undo", lambda store, _: store.undo(self.person), self._undone)

    def redo(self) -> None:
        """Does again what was undone last."""
        self.run("Redo", lambda store, _: store.redo(self.person), self._redone)

    def fail(self, error: Exception) -> None:
        """Shows the error; one that nobody foresaw also goes to the log, with its trace."""
        if was_cancelled(error):
            self.told.emit(Notice(str(error), Tone.NOTE))
            return
        if not isinstance(error, CasefileError):
            _log.error("A job failed", exc_info=error)
        self.told.emit(error_notice(error))

    def close(self) -> None:
        """Ends all work and closes the store."""
        self.jobs.close()
        if self._store is not None:
            self._store.close()
            self._store = None

    def _take(self, store: "Store") -> None:
        before, self._store = self._store, store
        if before is not None:
            # Reads of the old store may still run; its connections go when the last of them has ended.
            self.jobs.start("Closing", Lane.READ, lambda _: before.close(), lambda _: None, self.fail)
        self.opened.emit()
        self.changed.emit()

    def _not_opened(self, error: Exception) -> None:
        self.fail(error)
        self.opened.emit()

    def _undone(self, label: str) -> None:
        self.told.emit(Notice(f"Undone: {label}.", button="Redo", press=self.redo))

    def _redone(self, label: str) -> None:
        self.told.emit(Notice(f"Done again: {label}.", button="Undo", press=self.undo))
