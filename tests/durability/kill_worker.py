"""What gets killed: a process that works on a store and writes down what it has been told is done.

``python -m tests.durability.kill_worker`` imports everything once and then forks a child for each run that it
is asked for, so that a run costs no start. A request is a line of JSON; see :class:`Request`.

Each child writes to its log, with one ``write`` a line, which outlives the process: ``begin WHAT`` before it
asks the store for something, and ``step ID HASH`` for each step once the store has said that it is kept.
"""

import ctypes
import json
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import select

from casefile.intake import import_files
from casefile.progress import Progress, Task
from casefile.store import trash
from casefile.store.backup_files import BackupReason
from casefile.store.backups import back_up
from casefile.store.journal import NothingToUndoError
from casefile.store.schema.journal import Step
from casefile.store.store import Store
from tests.conftest import ARTICLE
from tests.intake.inline import InlineReaders
from tests.store.operations import BY, OPERATIONS, add_case, put_in_trash, run

LONGEST_S = 20
"""A child that nobody kills ends then."""
_TRACEME, _SYSCALL = 0, 24


@dataclass(frozen=True)
class Request:
    """One run: what to do to which store, and when to kill it, by time or by system calls."""

    kind: str
    store: str
    log: str
    home: str
    seed: int
    after_s: float = 0.0
    after_calls: int = 0

    def line(self) -> str:
        """The request as a line of JSON."""
        return json.dumps(asdict(self)) + "\n"


class Log:
    """What the child has reached, in a file that outlives it."""

    def __init__(self, path: str) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._last = 0

    def begin(self, what: str) -> None:
        """Something is asked of the store."""
        os.write(self._file, f"begin {what}\n".encode())

    def note(self, what: str) -> None:
        """Something else was acknowledged."""
        os.write(self._file, f"{what}\n".encode())

    def acknowledge(self, store: Store) -> None:
        """The steps that were kept since the last time are acknowledged."""
        with store.read() as reader:
            rows = reader.execute(select(Step.id, Step.hash).where(Step.id > self._last).order_by(Step.id))
            for id_, seal in rows:
                os.write(self._file, f"step {id_} {seal}\n".encode())
                self._last = id_

    def pass_over(self, store: Store) -> None:
        """The steps that are there already are not this child's."""
        with store.read() as reader:
            self._last = max(reader.scalars(select(Step.id)), default=0)


Job = Callable[[Store, Log, random.Random], None]


def imports(store: Store, log: Log, chance: random.Random) -> None:
    """Files, each a step, then the receipt, one more."""
    folder = store.path.parent / "articles"
    folder.mkdir(exist_ok=True)
    paths = []
    for _ in range(3):
        path = folder / f"{chance.randrange(10**9)}.txt"
        path.write_text(ARTICLE.replace("2.5", str(chance.randrange(2, 900))) + path.name, "utf-8")
        paths.append(path)

    def acknowledge(_: Progress) -> None:
        log.acknowledge(store)
        log.begin("import")

    import_files(store, paths, BY, Task(acknowledge), InlineReaders())


def edits(store: Store, log: Log, chance: random.Random) -> None:
    """Anything that a person can do."""
    log.begin("edit")
    run(store, chance.choice(OPERATIONS), chance.randrange(10**6))


def undos(store: Store, log: Log, chance: random.Random) -> None:
    """Undo and redo."""
    step = chance.choice((store.undo, store.undo, store.redo))
    log.begin(step.__name__)
    try:
        step(BY)
    except NothingToUndoError:
        run(store, chance.choice(OPERATIONS), chance.randrange(10**6))


def purges(store: Store, log: Log, chance: random.Random) -> None:
    """The trash, filled and emptied."""
    log.begin("trash")
    run(store, put_in_trash, chance.randrange(10**6))
    log.acknowledge(store)
    log.begin("empty the trash")
    with store.write("Empty the trash", by=BY) as writer:
        trash.empty_trash(writer)


def backups(store: Store, log: Log, chance: random.Random) -> None:
    """A change, and a backup of it."""
    log.begin("edit")
    run(store, add_case, chance.randrange(10**6))
    log.acknowledge(store)
    log.begin("backup")
    made = back_up(store, BackupReason.DAILY)
    log.note(f"backup {made.path.name}")


JOBS: dict[str, Job] = {
    "import": imports, "edit": edits, "undo": undos, "trash": purges, "backup": backups, "upgrade": edits,
}  # fmt: skip
"""What is done over and over; an upgrade is done once, by opening."""


def work(request: Request) -> None:
    """Works until it is killed."""
    log, chance = Log(request.log), random.Random(request.seed)  # noqa: S311
    if request.kind == "upgrade":
        log.note("ready")
        _wait_to_be_traced(request)
        log.begin("upgrade")
    store = Store.open(Path(request.store), person=BY)
    log.pass_over(store)
    if request.kind != "upgrade":
        log.note("ready")
        _wait_to_be_traced(request)
    end = time.monotonic() + LONGEST_S
    while time.monotonic() < end:
        JOBS[request.kind](store, log, chance)
        log.acknowledge(store)


def _wait_to_be_traced(request: Request) -> None:
    if request.after_calls:
        _trace(_TRACEME, 0)
        os.kill(os.getpid(), signal.SIGSTOP)


def _trace(what: int, process: int) -> None:
    library = ctypes.CDLL(None, use_errno=True)
    library.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
    if library.ptrace(what, process, None, None) == -1:
        raise OSError(ctypes.get_errno(), "this system lets nobody watch its own child")


def kill_after_calls(process: int, calls: int) -> int:
    """Lets the stopped child go so often in or out of the system, and kills it there; how it ended."""
    os.waitpid(process, os.WUNTRACED)
    for _ in range(calls):
        _trace(_SYSCALL, process)
        _, status = os.waitpid(process, 0)
        if os.WIFEXITED(status) or os.WIFSIGNALED(status):
            return status
    os.kill(process, signal.SIGKILL)
    return os.waitpid(process, 0)[1]


def kill_after_time(process: int, log: Path, seconds: float) -> int:
    """Kills the child so long after it said that it is ready; how it ended."""
    while not (log.exists() and log.read_bytes()):
        time.sleep(0.001)
    time.sleep(seconds)
    os.kill(process, signal.SIGKILL)
    return os.waitpid(process, 0)[1]


def main() -> None:
    """Serves requests until the input ends; answers each with a line once its child is dead."""
    _warm_up()
    for line in sys.stdin:
        request = Request(**json.loads(line))
        os.environ["XDG_DATA_HOME"] = request.home
        process = os.fork()
        if process == 0:
            try:
                work(request)
            finally:
                traceback.print_exc()
                os._exit(1)
        if request.after_calls:
            status = kill_after_calls(process, request.after_calls)
        else:
            status = kill_after_time(process, Path(request.log), request.after_s)
        print("killed" if os.WIFSIGNALED(status) else "ended by itself", flush=True)


def _warm_up() -> None:
    """Does each job once, so that no child spends its life on reading modules."""
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_DATA_HOME"] = name
        log, chance = Log(f"{name}/log"), random.Random(1)  # noqa: S311
        with closing(Store.create(Path(name) / "warm.casefile")) as store:
            for job in JOBS.values():
                job(store, log, chance)


if __name__ == "__main__":
    main()
