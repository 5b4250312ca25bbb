"""The open store as the panes see it: they ask, they tell, and they hear what changed.

Imports jobs, notices, keeping and, only when a store is opened, casefile.store. All signals arrive on the
main thread.
"""

import logging
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from casefile.errors import CasefileError
from casefile.progress import Progress, Task
from casefile.translation import tr
from ui import keeping
from ui.jobs import Job, Jobs, Lane, was_cancelled
from ui.notices import Notice, Tone, error_notice, restored_notice
from ui.readers import WindowReaders
from ui.told import told

if TYPE_CHECKING:
    from casefile.store.errors import ReadOnlyStoreError
    from casefile.store.rows import NextStep
    from casefile.store.store import Reader, Store, Writer

Result = TypeVar("Result")
GROWTH_S = 2.0
"""How often what an import has kept is shown while it goes on."""
DAILY_LOOK_MS = 10 * 60 * 1000
"""How often it is looked whether the daily backup is due."""
_log = logging.getLogger(__name__)


class Desk(QObject):
    """One store, open or not yet, and everything that is done with it."""

    opened = Signal()
    """A store was opened, or could not be: :attr:`path` tells."""
    changed = Signal()
    """The store holds something else than before: whoever shows it reads again."""
    told = Signal(object)
    """A :class:`Notice` for the message bar."""
    restore_wanted = Signal(object)
    """A store (its :class:`Path`) cannot be opened, and somebody wants to see its backups."""
    ending = Signal()
    """The store is about to be closed: whoever has something to keep keeps it now."""
    finished = Signal()
    """All work has ended and the store is closed, after :meth:`finish`."""

    def __init__(
        self,
        jobs: Jobs,
        person: str,
        parent: QObject | None = None,
        readers: WindowReaders | None = None,
    ) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.readers = readers or WindowReaders()
        self.person = person
        self.wanted: Path | None = None
        """The store that was to be opened last, whether it could be or not."""
        self._opening = False
        self.problem = ""
        """What went wrong with the backup at the end, "" where nothing did."""
        self._store: Store | None = None
        self._reads: dict[str, tuple[int, Job]] = {}
        """For each question the turn of the last time that it was asked, and the job that answers it."""
        self._written = 0
        self._daily = QTimer(self, interval=DAILY_LOOK_MS)
        self._daily.timeout.connect(self.back_up_daily)
        self._daily_failed = False
        self._growing: Job | None = None
        self._shown_at = 0.0
        jobs.progressed.connect(self._show_growth)

    @property
    def path(self) -> Path | None:
        """The open store's file; None before one is open."""
        return self._store.path if self._store else None

    @property
    def refusal(self) -> "ReadOnlyStoreError | None":
        """Why the open store cannot be written to; None where it can, or none is open."""
        return self._store.refusal if self._store else None

    def open(self, path: Path, *, create: bool = True) -> None:
        """Opens the store and lets go of the one before; may make one where there is none."""
        person = self.person
        self.ending.emit()
        self.wanted = path
        self._opening = True

        def work(_: Task) -> "Store":
            # What the panes will need is loaded here, beside the window and not in its way.
            from casefile.store import (  # noqa: F401
                cases,
                lists,
                queries,
                receipts,
                review,
                saved_searches,
                search,
                trash,
            )
            from casefile.store.store import Store

            return (Store.open_or_create if create else Store.open)(path, person=person)

        self.jobs.start(
            tr("Opening {name}").format(name=path.name), Lane.WRITE, work, self._take, self._not_opened
        )

    def when_open(self, act: Callable[[], None]) -> None:
        """Does it now; while a store is being opened, right after that has ended."""
        if self._opening:
            self.opened.connect(act, Qt.ConnectionType.SingleShotConnection)
        else:
            act()

    def read(
        self,
        key: str,
        work: "Callable[[Reader], Result]",
        done: Callable[[Result], None],
        *,
        leaves_much: bool = False,
    ) -> None:
        """Asks the store something; of several questions with one key only the last is answered.

        The others are broken off, so that they are in nobody's way. ``leaves_much`` as in :meth:`Jobs.start`.
        """
        self.read_long(key, lambda reader, _: work(reader), done, leaves_much=leaves_much)

    def read_long(
        self,
        key: str,
        work: "Callable[[Reader, Task], Result]",
        done: Callable[[Result], None],
        *,
        leaves_much: bool = False,
    ) -> None:
        """As :meth:`read`, for what does more than to ask the store, and looks whether it is to stop."""
        store = self._store
        if store is None:
            return
        turn = 0
        if key in self._reads:
            before, job = self._reads[key]
            job.cancel()
            turn = before + 1

        def ask(task: Task) -> Result:
            with store.read(task.stop) as reader:
                return work(reader, task)

        def answer(result: Result) -> None:
            if self._store is store and self._reads[key][0] == turn:
                done(result)

        def give_up(error: Exception) -> None:
            if self._store is store and not was_cancelled(error):
                self.fail(error)

        job = self.jobs.start(key, Lane.READ, ask, answer, give_up, leaves_much=leaves_much)
        self._reads[key] = (turn, job)

    def stop_reading(self, key: str) -> None:
        """The question needs no answer any more."""
        if key in self._reads:
            self._reads[key][1].cancel()

    def write(
        self,
        label: str,
        work: "Callable[[Writer], Result]",
        done: Callable[[Result], None] | None = None,
        failed: Callable[[], None] | None = None,
    ) -> None:
        """Changes the store in one undoable step."""
        self.write_many(label, lambda writer, _: work(writer), done, failed)

    def write_many(
        self,
        label: str,
        work: "Callable[[Writer, Task], Result]",
        done: Callable[[Result], None] | None = None,
        failed: Callable[[], None] | None = None,
    ) -> None:
        """As :meth:`write`, for what takes long: it tells how far it is, and stopped it keeps nothing."""

        def change(store: "Store", task: Task) -> tuple[Result, int]:
            from casefile.store.journal import StepGroup

            step = StepGroup()
            with store.write(label, by=self.person, group=step) as writer:
                result = work(writer, task)
            return result, step.first

        def end(outcome: tuple[Result, int]) -> None:
            result, self._written = outcome
            if done is not None:
                done(result)

        self.run(label, change, end, failed)

    def run(
        self,
        name: str,
        work: "Callable[[Store, Task], Result]",
        done: Callable[[Result], None] | None = None,
        failed: Callable[[], None] | None = None,
        *,
        writes: bool = True,
        grows: bool = False,
    ) -> None:
        """Does something longer with the store in the write lane, with progress and cancel.

        What does not change the store (``writes`` is false) is also done with one that is only read. Work
        that keeps one thing after another (``grows``) is shown while it goes on.
        """
        store = self._store
        if store is None or (writes and store.read_only):
            said = str(self.refusal or tr("No store is open. Open one with File > Open store."))
            self.told.emit(Notice(said, Tone.NOTE if store else Tone.WRONG))
            # Whoever has shown the outcome already reads again what is there.
            self.changed.emit()
            if failed is not None:
                failed()
            return

        def end(result: Result) -> None:
            self._growing = None
            self.changed.emit()
            if done is not None:
                done(result)

        def give_up(error: Exception) -> None:
            self._growing = None
            self.changed.emit()
            self.fail(error)
            if failed is not None:
                failed()

        job = self.jobs.start(name, Lane.WRITE, lambda task: work(store, task), end, give_up)
        if grows:
            self._growing = job
            self._shown_at = 0.0

    def _show_growth(self, progress: Progress) -> None:
        """The first thing that is kept is shown at once, the rest from time to time."""
        now = time.monotonic()
        is_due = not self._shown_at or now - self._shown_at >= GROWTH_S
        if self._growing is not None and self._growing is self.jobs.writing and progress.done and is_due:
            self._shown_at = now
            self.changed.emit()

    def tell_done(self, words: str) -> None:
        """Says what the write did that ends now; the button takes back that, and never anything else.

        To be called where :meth:`write` says that it is done.
        """
        self.tell_step(words, tr("Undo"), self._written, self.undo)

    def tell_step(self, words: str, button: str, step: int, press: Callable[[int], None]) -> None:
        """Says something of a step, with a button for what can be done about it; without one (0) no more."""
        told = Notice(words, button=button, press=partial(press, step), step=step) if step else Notice(words)
        self.told.emit(told)

    def undo(self, only: int | None = None) -> None:
        """Takes back the latest step; with ``only``, the first step of a group, no other one."""

        def work(store: "Store", _: Task) -> "tuple[str, NextStep | None]":
            from casefile.store import queries

            label = store.undo(self.person, only)
            with store.read() as reader:
                return label, queries.redo_step(reader)

        self.run(tr("Undo"), work, self._undone)

    def redo(self, only: int | None = None) -> None:
        """Does again what was undone last; with ``only``, the first step of a group, no other one."""

        def work(store: "Store", _: Task) -> "tuple[str, NextStep | None]":
            from casefile.store import queries

            label = store.redo(self.person, only)
            with store.read() as reader:
                return label, queries.undo_step(reader)

        self.run(tr("Redo"), work, self._redone)

    def fail(self, error: Exception) -> None:
        """Shows the error; one that nobody foresaw also goes to the log, with its trace."""
        if was_cancelled(error):
            self.told.emit(Notice(error_notice(error).text, Tone.NOTE))
            return
        if not isinstance(error, CasefileError):
            _log.error("A job failed", exc_info=error)
        self.told.emit(error_notice(error))

    def restore(self, backup: Path, path: Path) -> None:
        """Puts the backup in the place of the store at the path, which may be open here, and opens it."""
        store, person = self._store, self.person
        if store is not None and store.path != path:
            store = None
        elif store is not None:
            self._store = None

        def work(task: Task) -> keeping.Restored:
            return keeping.restore(store, path, backup, person, task)

        self.jobs.start(tr("Restoring the backup"), Lane.WRITE, work, self._restored, self._not_opened)

    def back_up_daily(self) -> None:
        """Makes a backup where the last one is a day old; says once that it cannot be made."""
        store = self._store
        if store is not None and not store.read_only:
            self.jobs.start(
                tr("Daily backup"), Lane.READ, lambda task: keeping.back_up_daily(store, task),
                lambda _: None, self._daily_not_made,
            )  # fmt: skip

    def warm_readers(self) -> None:
        """Starts the processes that read files, beside the main thread."""
        self.jobs.start(tr("Readers"), Lane.READ, lambda _: self.readers.warm(), lambda _: None, self.fail)

    def make_statements(self) -> None:
        """Makes what a case file's timeline asks, beside the main thread: it takes longer than to ask it."""

        def work(_: Task) -> None:
            from casefile.store.timeline_dates import make_statements

            make_statements()

        self.jobs.start("statements", Lane.READ, work, lambda _: None, self.fail)

    def finish(self) -> None:
        """Stops all work, makes the last backup and closes the store, beside the main thread.

        An import that is under way waits in the store for the next start.
        """
        self._daily.stop()
        self.readers.close()
        self.jobs.cancel_all()
        self.ending.emit()
        store, self._store = self._store, None

        def work(_: Task) -> str:
            return keeping.close_with_backup(store) if store is not None else ""

        self.jobs.start(tr("Closing"), Lane.WRITE, work, self._end, self._end_badly)

    def close(self) -> None:
        """Ends all work and closes the store, without a backup and waiting for it."""
        self._daily.stop()
        self.readers.close()
        self.jobs.close()
        if self._store is not None:
            self._store.close()
            self._store = None

    def _take(self, store: "Store") -> None:
        before, self._store = self._store, store
        if before is not None:
            # Reads of the old store may still run; its connections go when the last of them has ended.
            self.jobs.start(
                tr("Closing"), Lane.READ, lambda _: keeping.close_with_backup(before), self._closed, self.fail
            )
        self._daily.start()
        self._opening = False
        self.opened.emit()
        self.changed.emit()

    def _closed(self, problem: str) -> None:
        if problem:
            self.told.emit(Notice(problem, Tone.WRONG))

    def _restored(self, restored: "keeping.Restored") -> None:
        self._take(restored.store)
        self.told.emit(restored_notice(restored.error, restored.kept))

    def _not_opened(self, error: Exception) -> None:
        self.fail(error)
        path = self.wanted
        if path is not None and keeping.needs_backup(error):
            restore = partial(self.restore_wanted.emit, path)
            self.told.emit(Notice(error_notice(error).text, Tone.WRONG, tr("Restore a backup…"), restore))
        self._opening = False
        self.opened.emit()

    def _daily_not_made(self, error: Exception) -> None:
        if not self._daily_failed:
            self._daily_failed = True
            self.fail(error)

    def _end(self, problem: str) -> None:
        self.problem = self.problem or problem
        if self._store is not None:
            # It was still being opened when the end began.
            self.finish()
            return
        self.jobs.close()
        self.finished.emit()

    def _end_badly(self, error: Exception) -> None:
        _log.error("The store could not be closed", exc_info=error)
        self._end(str(error))

    def _undone(self, outcome: "tuple[str, NextStep | None]") -> None:
        label, step = outcome
        self.tell_step(
            tr("Undone: {step}.").format(step=told(label)), tr("Redo"), step.group if step else 0, self.redo
        )

    def _redone(self, outcome: "tuple[str, NextStep | None]") -> None:
        label, step = outcome
        self.tell_step(
            tr("Done again: {step}.").format(step=told(label)),
            tr("Undo"),
            step.group if step else 0,
            self.undo,
        )
