"""The pool of worker processes that read files: started once, warm before the first drop, replaced when lost.

A worker that dies, takes too long or talks nonsense costs the one file that it was at. May be shared between
threads. See :mod:`casefile.intake.worker` for the limits, :mod:`casefile.intake.frames` for the protocol.
"""

import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Protocol, cast

import casefile
from casefile.errors import CasefileError
from casefile.intake.errors import ReadersClosedError, ReaderStoppedError
from casefile.intake.frames import NonsenseError, read_frame, write_frame
from casefile.intake.limits import LIMITS, MEGABYTE, Limits
from casefile.intake.wire import (
    Breakdown,
    RawItem,
    ReadResult,
    Refusal,
    most_bytes,
    pack_item,
    unpack_answer,
)

MOST_WORKERS = 4
JOB = "casefile.intake.job"
START_S = 120.0
"""How long a worker may take until it is warm; a machine that is busy with others takes its time."""
_ROOT = str(Path(casefile.__file__).parent.parent)


class Readers(Protocol):
    """Whoever reads files for a batch."""

    @property
    def count(self) -> int:
        """How many files are read at the same time."""

    @property
    def limits(self) -> Limits:
        """What one file may take."""

    @property
    def closed(self) -> bool:
        """Whether nothing is read any more."""

    def read(self, item: RawItem) -> ReadResult:
        """What the file holds and proposes; waits until somebody is free.

        Raises:
            ReadersClosedError: closed, or interrupted before the end.
            ReaderStoppedError: the reader was lost over this file.
            CasefileError: the file cannot be read.
        """

    def interrupt(self) -> None:
        """Ends at once what is being read, from any thread; what is asked for later is read again."""

    def close(self) -> None:
        """Ends what is being read; nothing is read any more."""


class ReaderPool:
    """Worker processes, at most one a core; ends them when it is closed."""

    def __init__(self, count: int | None = None, limits: Limits = LIMITS, job: str = JOB) -> None:
        """Starts nothing yet. ``job`` is the module that a worker works with."""
        self.count = count or worker_count()
        self.limits = limits
        self.closed = False
        self._job = job
        self._changed = threading.Condition()
        self._workers: list[_Worker] = []
        self._idle: list[_Worker] = []
        self._interruptions = 0

    def __enter__(self) -> "ReaderPool":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def start(self, count: int | None = None) -> None:
        """Starts the workers, or so many of them, which then warm up by themselves; twice is once."""
        with self._changed:
            while not self.closed and len(self._workers) < min(self.count, count or self.count):
                self._add()

    def wait_until_warm(self) -> None:
        """Waits until every worker has read its first page."""
        self.start()
        for worker in list(self._workers):
            worker.wait_until_warm()

    def read(self, item: RawItem) -> ReadResult:
        """See :meth:`Readers.read`; starts a further worker where all are busy and there may be more."""
        seen = self._interruptions
        worker = self._take(seen)
        try:
            answer = worker.ask(item)
        except (OSError, EOFError, NonsenseError) as error:
            why = worker.end(error)
            if self._ended_since(seen):
                raise ReadersClosedError from error
            raise ReaderStoppedError(item.name, why) from error
        finally:
            self._give_back(worker)
        if isinstance(answer, Refusal):
            raise CasefileError(answer.what, answer.advice)
        if isinstance(answer, Breakdown):
            raise ReaderStoppedError(item.name, answer.why)
        return answer

    def interrupt(self) -> None:
        """See :meth:`Readers.interrupt`."""
        with self._changed:
            self._interruptions += 1
            for worker in self._workers:
                if worker.busy:
                    worker.kill()
            self._changed.notify_all()

    def close(self) -> None:
        """Ends every worker, and with it what is being read."""
        with self._changed:
            self.closed = True
            workers, self._workers = self._workers, []
            self._changed.notify_all()
        for worker in workers:
            worker.kill()
        for worker in workers:
            worker.process.wait()
            if not worker.busy:
                worker.shut()

    def _take(self, seen: int) -> "_Worker":
        """A free worker, the one that was busy last; one more where there may be more."""
        with self._changed:
            while not self._ended_since(seen):
                if not self._idle and len(self._workers) < self.count:
                    self._add()
                if not self._idle:
                    self._changed.wait()
                    continue
                worker = self._idle.pop()
                if worker.process.poll() is None:
                    worker.busy = True
                    return worker
                # It died while it had nothing to do: no file is to blame.
                worker.shut()
                self._workers.remove(worker)
        raise ReadersClosedError

    def _ended_since(self, seen: int) -> bool:
        return self.closed or seen != self._interruptions

    def _give_back(self, worker: "_Worker") -> None:
        """The worker is free, or another has its place."""
        with self._changed:
            self._changed.notify()
            worker.busy = False
            if self.closed:
                worker.shut()
            elif worker.lost:
                self._workers.remove(worker)
                # Where the system refuses one now, whoever waits asks for it again, and is told.
                with suppress(OSError):
                    self._add()
            else:
                self._idle.append(worker)

    def _add(self) -> None:
        worker = _Worker(self._job, self.limits)
        self._workers.append(worker)
        self._idle.append(worker)


class _Worker:
    """One worker process, and the clock that watches it."""

    def __init__(self, job: str, limits: Limits) -> None:
        self.busy = False
        self.lost = False
        self._limits = limits
        self._warm = False
        self._overdue = False
        self._turn = threading.Lock()
        # -P: no module is taken from whatever folder the program was started in.
        paths = [_ROOT, *filter(None, [os.environ.get("PYTHONPATH")])]
        self.process = subprocess.Popen(  # noqa: S603  our own interpreter and module
            [sys.executable, "-P", "-m", "casefile.intake.worker", job, json.dumps(asdict(limits))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._orders = cast("BinaryIO", self.process.stdin)
        self._answers = cast("BinaryIO", self.process.stdout)

    def wait_until_warm(self) -> None:
        """Waits for the worker's word that it is ready, once; errors of :func:`read_frame`."""
        with self._turn:
            if self._warm:
                return
            with _Clock(self, START_S):
                head, _ = read_frame(self._answers, 0)
            if head.get("answer") != "ready":
                raise NonsenseError("a worker that is not ready")
            self._warm = True

    def ask(self, item: RawItem) -> ReadResult | Refusal | Breakdown:
        """The answer to one file; ``OSError``, ``EOFError`` or :class:`NonsenseError` where it is lost."""
        self.wait_until_warm()
        with _Clock(self, self._limits.wall_s):
            write_frame(self._orders, *pack_item(item))
            head, blobs = read_frame(self._answers, most_bytes(self._limits))
        return unpack_answer(head, blobs, self._limits)

    def kill(self) -> None:
        """Ends the process and what it has started; whoever waits for its answer gets ``EOFError``."""
        with suppress(ProcessLookupError, PermissionError):
            if sys.platform == "win32":
                self.process.kill()
            elif self.process.returncode is None:
                os.killpg(self.process.pid, signal.SIGKILL)

    def end(self, error: Exception) -> str:
        """Ends a worker that was lost over a file, and says why it was."""
        self.lost = True
        died_by_itself = isinstance(error, EOFError | OSError) and not self._overdue
        if died_by_itself:
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(timeout=1)
        status = self.process.poll()
        self.kill()
        self.process.wait()
        self.shut()
        if not self._warm:
            return "it could not be started"
        if self._overdue:
            return f"it took longer than {self._limits.wall_s:g} seconds"
        if isinstance(error, NonsenseError):
            return "it gave back what no reader gives"
        if status is not None and sys.platform != "win32" and status == -signal.SIGXCPU:
            return f"it took more than {self._limits.cpu_s} seconds of computing"
        most = self._limits.memory_bytes // MEGABYTE
        return f"its process ended, maybe because the file needs more than {most} MB of memory"

    def shut(self) -> None:
        """Closes our ends of the pipes."""
        for stream in (self._orders, self._answers):
            with suppress(OSError):
                stream.close()

    def run_out(self) -> None:
        """The time is up."""
        self._overdue = True
        self.kill()


class _Clock:
    """Ends the worker where the work inside takes longer: on Windows no read of a pipe ends by itself."""

    def __init__(self, worker: _Worker, seconds: float) -> None:
        self._timer = threading.Timer(seconds, worker.run_out)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()


def worker_count() -> int:
    """One a core that this process may use, at most :data:`MOST_WORKERS`."""
    affinity = getattr(os, "sched_getaffinity", None)
    cores = len(affinity(0)) if affinity is not None else os.cpu_count() or 1
    return max(1, min(MOST_WORKERS, cores))
