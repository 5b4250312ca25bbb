"""A worker process: reads one file after another for the program, within limits. Neither Qt nor SQLAlchemy.

Started by :mod:`casefile.intake.workers` as ``python -P -m casefile.intake.worker JOB LIMITS``; frames come
on standard input and go to standard output, which nothing else can write to.

Limits that the worker sets on itself, beside the clock that the program watches: computing time and memory
(address space, on top of what it takes when it is warm) where the system has ``setrlimit``; macOS takes the
memory limit without keeping to it, and Windows has neither, so that there the clock and the size of the
answer are the bounds. No connection can be opened: an audit hook, which cannot be taken out again, refuses
everything that Python's sockets are asked for. C libraries are not covered by it; none that a reader uses is
asked for anything that lies elsewhere.

The worker ends when its input does, even in the middle of a file: so it does not outlive the program, however
that ended.
"""

import json
import os
import queue
import signal
import sys
import threading
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from casefile.errors import CasefileError
from casefile.intake.frames import Head, read_frame, write_frame
from casefile.intake.limits import MEGABYTE, Limits
from casefile.intake.wire import Answer, Breakdown, RawItem, ReadResult, Refusal, pack_answer, unpack_item
from casefile.reading.errors import SIZE_LIMIT, TooLargeError

NICENESS = 5
"""Reading stands back behind the window."""
Frame = tuple[Head, list[bytes]]


class JobModule(Protocol):
    """What a worker works with: see :mod:`casefile.intake.job`."""

    def read(self, item: RawItem) -> ReadResult:
        """What the file holds and proposes."""

    def warm_up(self) -> None:
        """Loads what the common file needs."""


def main() -> None:
    """Serves until the input ends."""
    name, packed = sys.argv[1:3]
    limits = Limits(**json.loads(packed))
    if sys.platform != "win32":
        os.nice(NICENESS)
    answers = _own_output()
    frames: queue.SimpleQueue[Frame] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(sys.stdin.buffer, frames), daemon=True).start()
    sys.addaudithook(_refuse_network)
    job = cast("JobModule", import_module(name))
    job.warm_up()
    _bound_memory(limits.memory_bytes)
    write_frame(answers, {"answer": "ready"})
    while True:
        head, blobs = frames.get()
        _bound_computing(limits.cpu_s)
        answer = packed_answer(job, unpack_item(head, blobs), limits)
        del head, blobs
        write_frame(answers, *answer)


def packed_answer(job: JobModule, item: RawItem, limits: Limits) -> Frame:
    """What became of the file, whatever happens in the reader."""
    try:
        result = job.read(item)
        return pack_answer(_within(result, item.name, limits))
    except CasefileError as error:
        answer: Answer = Refusal(error.what, error.advice)
    except MemoryError:
        answer = Breakdown(f"it needs more than {limits.memory_bytes // MEGABYTE} MB of memory")
    except RecursionError:
        answer = Breakdown("it is nested too deeply")
    except Exception as error:  # noqa: BLE001  the one file of a batch is one of the three borders
        answer = Breakdown(f"an error inside Casefile ({type(error).__name__}: {error})"[:500])
    return pack_answer(answer)


def _within(result: ReadResult, name: str, limits: Limits) -> ReadResult:
    """The result without more parts than may be; :class:`TooLargeError` where there is too much text."""
    reading = result.reading
    size = len(reading.document.text.encode("utf-8", "surrogatepass")) if reading.document else 0
    if size > limits.text_bytes:
        most = limits.text_bytes // MEGABYTE
        raise TooLargeError(name, f"it holds {size // MEGABYTE} MB of text, the limit is {most} MB")
    parts = reading.parts[: limits.parts]
    if len(parts) < len(reading.parts) or sum(len(part.content) for part in parts) > limits.part_bytes:
        most = limits.part_bytes // MEGABYTE
        raise TooLargeError(name, f"the limit for files within it is {limits.parts:,} and {most} MB in all")
    return result


def _receive(stream: BinaryIO, frames: "queue.SimpleQueue[Frame]") -> None:
    """Hands on what the program sends; when that ends, so does the process, with whatever it has started."""
    try:
        while True:
            frames.put(read_frame(stream, SIZE_LIMIT))
    finally:
        if sys.platform != "win32" and os.getpgrp() == os.getpid():
            os.killpg(os.getpgrp(), signal.SIGKILL)
        os._exit(0)


def _own_output() -> BinaryIO:
    """Standard output for the frames alone; what a library prints goes nowhere."""
    own = os.fdopen(os.dup(1), "wb")
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    return own


def _refuse_network(event: str, _: object) -> None:
    if event.startswith("socket."):
        raise PermissionError("readers open no connection")


def _bound_memory(most_bytes: int) -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        statm = Path("/proc/self/statm")
        if statm.exists():
            most = int(statm.read_text().split()[0]) * resource.getpagesize() + most_bytes
            _bound(resource.RLIMIT_AS, most, for_good=True)


def _bound_computing(most_s: int) -> None:
    """So many seconds more from here on; past them the system ends the process."""
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        _bound(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + most_s + 1, for_good=False)


def _bound(what: int, most: int, *, for_good: bool) -> None:
    """Sets the limit, or what the system allows where that is less; ``for_good`` it cannot be raised."""
    if sys.platform != "win32":
        import resource

        hard = resource.getrlimit(what)[1]
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (least, least if for_good else hard))


if __name__ == "__main__":
    main()
