"""Work off the main thread: one write lane, a read pool of two, progress, cancel.

Imports the ground, collecting and giving_back.

Whatever a job gives back, or the error that ended it, arrives on the main thread. Jobs are started from
the main thread only.
"""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import partial
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from casefile.errors import CancelledError
from casefile.progress import Progress, Task
from ui.collecting import MainThreadCollector
from ui.giving_back import give_back

Result = TypeVar("Result")
LONG_S = 0.5
"""Work that takes longer may have needed much memory, which goes back at its end."""
PROGRESS_INTERVAL_S = 0.05
"""Reports that follow each other faster are left out, so that they cannot crowd the event loop."""


class Lane(Enum):
    """Where a job runs: writes one after another, reads two at a time beside them."""

    WRITE = auto()
    READ = auto()


@dataclass
class Job:
    """A piece of work under way."""

    name: str
    lane: Lane
    stop: Event = field(default_factory=Event)
    leaves_much: bool = False

    def cancel(self) -> None:
        """Asks the work to stop at its next step."""
        self.stop.set()


@dataclass(frozen=True)
class _Arrival:
    """A call that the main thread has to make, and the job that it ends (None: it goes on)."""

    call: Callable[[], None]
    ends: Job | None


class Jobs(QObject):
    """The program's workers. One of these is made per window and handed down."""

    busy_changed = Signal()
    progressed = Signal(object)
    """A :class:`Progress` of the write lane's present job."""
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {
            Lane.WRITE: ThreadPoolExecutor(1, "write"),
            Lane.READ: ThreadPoolExecutor(2, "read"),
        }
        self.collector = MainThreadCollector(self)
        self._running: list[Job] = []
        self._closed = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self.busy_changed.connect(self._pace_collector)

    @property
    def writing(self) -> Job | None:
        """The write job that runs, or None."""
        return next((job for job in self._running if job.lane is Lane.WRITE), None)

    @property
    def idle(self) -> bool:
        """Whether nothing runs and nothing waits for delivery."""
        return not self._running

    def start(
        self,
        name: str,
        lane: Lane,
        work: Callable[[Task], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
        *,
        leaves_much: bool = False,
    ) -> Job:
        """Queues the work; exactly one of ``done`` and ``failed`` is called later, on the main thread.

        What gives back tens of thousands of objects without rings among them (``leaves_much``) is spared by
        the collector, which would hold the window up to look through them again and again.
        """
        job = Job(name, lane, leaves_much=leaves_much)
        task = Task(self._reporter(job), job.stop)

        def run() -> None:
            start = time.monotonic()
            # No name of this function may keep an error: that leads to all that the work had in its hands,
            # and on to this function again, a ring that would be kept until a search for cycles.
            try:
                task.check()
                call = partial(done, work(task))
            except CancelledError:
                # What was worked on goes here, beside the window, with the error that leads to it.
                call = partial(failed, CancelledError())
            except Exception as error:  # noqa: BLE001  a job is one of the three borders: the error is shown
                self._arrived.emit(_Arrival(partial(failed, error), job))
                return
            self._arrived.emit(_Arrival(call, job))
            if time.monotonic() - start > LONG_S:
                give_back()

        self._running.append(job)
        self._lanes[lane].submit(run)
        self.busy_changed.emit()
        return job

    def cancel_all(self) -> None:
        """Asks everything that runs or waits to stop at its next step."""
        for job in self._running:
            job.cancel()

    def close(self) -> None:
        """Stops what runs and waits for it; nothing is delivered any more."""
        self._closed = True
        self.cancel_all()
        for lane in self._lanes.values():
            lane.shutdown(wait=True, cancel_futures=True)
        self.collector.stop()

    def _pace_collector(self) -> None:
        self.collector.follow(is_busy=not self.idle, spares=any(job.leaves_much for job in self._running))

    def _reporter(self, job: Job) -> Callable[[Progress], None]:
        last = 0.0

        def report(progress: Progress) -> None:
            nonlocal last
            now = time.monotonic()
            # The first thing that is done is never left out: it is what somebody waits for.
            if now - last >= PROGRESS_INTERVAL_S or progress.done in (1, progress.total):
                last = now
                self._arrived.emit(_Arrival(lambda: self._report(job, progress), None))

        return report

    def _report(self, job: Job, progress: Progress) -> None:
        if job is self.writing:
            self.progressed.emit(progress)

    @Slot(object)
    def _deliver(self, arrival: _Arrival) -> None:
        if self._closed:
            return
        if arrival.ends is not None:
            self._running.remove(arrival.ends)
            self.busy_changed.emit()
        arrival.call()


def was_cancelled(error: Exception) -> bool:
    """Whether the error says no more than that a person stopped the work."""
    return isinstance(error, CancelledError)
