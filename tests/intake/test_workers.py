"""Workers that die, hang, eat or lie cost one file each, and another takes their place."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from casefile.errors import CasefileError
from casefile.intake import job
from casefile.intake.errors import ReadersClosedError, ReaderStoppedError
from casefile.intake.limits import MEGABYTE, Limits
from casefile.intake.wire import RawItem, ReadResult
from casefile.intake.workers import ReaderPool, worker_count

HOSTILE = "tests.intake.hostile_job"
DOCUMENTS = Path(__file__).parent.parent / "data" / "reading"
LIMITS = Limits(wall_s=60, cpu_s=60, memory_bytes=256 * MEGABYTE)


def order(deed: str, name: str = "bad.bin") -> RawItem:
    return RawItem(name, json.dumps({"do": deed}).encode())


@pytest.fixture(scope="module")
def pool() -> Iterator[ReaderPool]:
    with ReaderPool(1, LIMITS, HOSTILE) as made:
        yield made


def works(pool: ReaderPool) -> bool:
    result = pool.read(RawItem("good.txt", b'{"text": "Fined."}'))
    return result.reading.document is not None and result.reading.document.text == "Fined."


def processes(pool: ReaderPool) -> list[int]:
    return [worker.process.pid for worker in pool._workers]


@pytest.mark.parametrize(
    ("deed", "why"),
    [
        ("die", "its process ended"),
        ("leave", "its process ended"),
        ("false_span", "what no reader gives"),
        ("wrong_type", "what no reader gives"),
        ("much_text_unsaid", "what no reader gives"),
    ],
)
def test_a_worker_that_is_lost_is_told_and_replaced(pool: ReaderPool, deed: str, why: str) -> None:
    assert works(pool)
    before = processes(pool)
    with pytest.raises(ReaderStoppedError, match=r"The reader stopped working on “bad\.bin”") as told:
        pool.read(order(deed))
    assert why in str(told.value)
    assert works(pool)
    assert len(processes(pool)) == len(before)
    assert processes(pool) != before


def test_a_worker_that_died_while_it_was_free_costs_no_file(pool: ReaderPool) -> None:
    assert works(pool)
    (worker,) = pool._workers
    os.kill(worker.process.pid, signal.SIGKILL)
    worker.process.wait()
    assert works(pool)


def test_a_worker_that_is_killed_over_a_file_is_replaced(pool: ReaderPool) -> None:
    assert works(pool)
    with ThreadPoolExecutor(1) as threads:
        reading = threads.submit(pool.read, order("sleep"))
        while not any(worker.busy for worker in pool._workers):
            time.sleep(0.01)
        os.kill(processes(pool)[0], signal.SIGKILL)
        with pytest.raises(ReaderStoppedError, match="its process ended"):
            reading.result(timeout=30)
    assert works(pool)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have no such limits")
@pytest.mark.parametrize("limit", ["-v 1100000", "-t 25"])
def test_files_are_read_where_the_system_allows_less_than_we_do(limit: str) -> None:
    """A limit that the program was started under cannot be raised, and asking for more is an error."""
    code = (
        "from casefile.intake.wire import RawItem\nfrom casefile.intake.workers import ReaderPool\n"
        "with ReaderPool(1) as pool:\n"
        "    print(pool.read(RawItem('a.txt', b'The regulator fined Acme.')).reading.document.text)\n"
    )
    shell = f'ulimit {limit}; exec "$0" -c "$1"'
    # Whoever may do everything could raise it all the same.
    plain = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []
    order = [*plain, "bash", "-c", shell, sys.executable, code]
    done = subprocess.run(order, capture_output=True, text=True, check=True)
    assert done.stdout == "The regulator fined Acme.\n"


def test_nobody_waits_for_ever_where_the_system_refuses_another_process(
    pool: ReaderPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(11, "Resource temporarily unavailable")

    pool.wait_until_warm()
    with ThreadPoolExecutor(len(pool._workers) + 1) as threads:
        reads = [threads.submit(pool.read, RawItem("a", b'{"do": "sleep"}')) for _ in pool._workers]
        while not all(worker.busy for worker in pool._workers):
            time.sleep(0.01)
        waiting = threads.submit(pool.read, RawItem("b", b'{"text": "b"}'))
        monkeypatch.setattr(subprocess, "Popen", refuse)
        try:
            for worker in list(pool._workers):
                worker.kill()
            for read in reads:
                with pytest.raises(ReaderStoppedError):
                    read.result(timeout=30)
            with pytest.raises(OSError, match="unavailable"):
                waiting.result(timeout=30)
        finally:
            pool.interrupt()


def test_a_worker_that_cannot_start_says_so() -> None:
    with (
        ReaderPool(1, LIMITS, "tests.intake.no_such_job") as pool,
        pytest.raises(ReaderStoppedError, match="could not be started"),
    ):
        works(pool)


@pytest.mark.parametrize("deed", ["loop", "sleep"])
def test_what_takes_too_long_is_ended(deed: str) -> None:
    with ReaderPool(1, Limits(wall_s=0.5), HOSTILE) as pool:
        with pytest.raises(ReaderStoppedError, match=r"longer than 0\.5 seconds"):
            pool.read(order(deed))
        assert works(pool)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of computing time")
def test_what_computes_too_long_is_ended() -> None:
    with ReaderPool(1, Limits(wall_s=120, cpu_s=1), HOSTILE) as pool:
        with pytest.raises(ReaderStoppedError, match="more than 1 seconds of computing"):
            pool.read(order("loop"))
        assert works(pool)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the address space")
def test_what_eats_memory_is_ended(pool: ReaderPool) -> None:
    with pytest.raises(ReaderStoppedError, match="more than 256 MB of memory"):
        pool.read(order("eat"))
    assert works(pool)


def test_too_much_text_is_refused_by_the_worker_already(pool: ReaderPool) -> None:
    assert works(pool)
    before = processes(pool)
    with pytest.raises(CasefileError, match="24 MB of text, the limit is 20 MB") as told:
        pool.read(order("much_text"))
    assert not isinstance(told.value, ReaderStoppedError)
    assert processes(pool) == before


@pytest.mark.parametrize("deed", ["connect", "resolve"])
def test_no_connection_is_opened(pool: ReaderPool, deed: str) -> None:
    with pytest.raises(ReaderStoppedError, match="readers open no connection"):
        pool.read(order(deed))


def test_what_cannot_be_sent_is_an_error_of_that_file(pool: ReaderPool) -> None:
    assert works(pool)
    before = processes(pool)
    with pytest.raises(ReaderStoppedError, match="an error inside Casefile"):
        pool.read(order("unsayable"))
    assert processes(pool) == before


def test_what_a_library_prints_does_not_disturb(pool: ReaderPool) -> None:
    result = pool.read(order("chatter"))
    assert result.reading.document is not None
    assert result.reading.document.text == "Said."


def test_a_worker_loads_neither_qt_nor_the_database() -> None:
    # The real job is loaded too: it is what a worker works with.
    code = (
        "import sys\nfrom casefile.intake import job, worker\njob.warm_up()\n"
        "print([name for name in ('PySide6', 'shiboken6', 'ui', 'sqlalchemy', 'sqlite3', 'alembic')"
        " if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_worker_takes_no_module_from_where_the_program_was_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('taken over')", "utf-8")
    monkeypatch.chdir(tmp_path)
    with ReaderPool(1, LIMITS, HOSTILE) as pool:
        assert works(pool)


def test_interrupting_ends_what_is_read_and_later_files_are_read(pool: ReaderPool) -> None:
    assert works(pool)
    with ThreadPoolExecutor(1) as threads:
        reading = threads.submit(pool.read, order("sleep"))
        while not any(worker.busy for worker in pool._workers):
            time.sleep(0.01)
        pool.interrupt()
        with pytest.raises(ReadersClosedError):
            reading.result(timeout=30)
    assert works(pool)


def test_closing_ends_what_is_read_and_every_process() -> None:
    pool = ReaderPool(2, LIMITS, HOSTILE)
    pool.wait_until_warm()
    ended = [worker.process for worker in pool._workers]
    with ThreadPoolExecutor(1) as threads:
        reading = threads.submit(pool.read, order("sleep"))
        while not any(worker.busy for worker in pool._workers):
            time.sleep(0.01)
        pool.close()
        with pytest.raises(ReadersClosedError):
            reading.result(timeout=30)
    assert [process.poll() is not None for process in ended] == [True, True]
    with pytest.raises(ReadersClosedError):
        pool.read(order("chatter"))


def test_several_workers_read_at_the_same_time() -> None:
    with ReaderPool(2, LIMITS, HOSTILE) as pool, ThreadPoolExecutor(4) as threads:
        results: list[ReadResult] = list(threads.map(pool.read, [order("chatter")] * 8))
        assert len(results) == 8
        assert len(processes(pool)) == 2


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks at the system's processes")
@pytest.mark.parametrize("deed", ["", "sleep", "loop"])
def test_workers_end_with_a_program_that_is_killed(deed: str) -> None:
    code = (
        "import threading, time\nfrom casefile.intake.workers import ReaderPool\n"
        "from casefile.intake.wire import RawItem\n"
        f"pool = ReaderPool(2, job={HOSTILE!r})\npool.wait_until_warm()\n"
        "print(*(worker.process.pid for worker in pool._workers), flush=True)\n"
        f"item = RawItem('a', b'{{\"do\": \"{deed}\"}}')\n"
        f"if {deed!r}: threading.Thread(target=pool.read, args=(item,)).start()\n"
        "time.sleep(0.3)\nprint('busy', flush=True)\ntime.sleep(600)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        pids = [int(word) for word in program.stdout.readline().split()]
        assert program.stdout.readline() == "busy\n"
        program.kill()
        program.wait()
    assert len(pids) == 2
    end = time.monotonic() + 30
    while any(is_alive(pid) for pid in pids):
        assert time.monotonic() < end, "a worker outlives the program"
        time.sleep(0.05)


def is_alive(pid: int) -> bool:
    try:
        return " Z " not in Path(f"/proc/{pid}/stat").read_text("utf-8")
    except OSError:
        return False


def test_there_is_a_worker_for_each_core_within_bounds() -> None:
    assert 1 <= worker_count() <= 4


@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("*.*")), ids=lambda path: path.name)
def test_a_worker_gives_what_the_reader_gives(path: Path, readers: ReaderPool) -> None:
    item = RawItem(path.name, path.read_bytes())

    def result(read: Callable[[RawItem], ReadResult]) -> ReadResult | str:
        try:
            return read(item)
        except CasefileError as error:
            return str(error)

    assert result(readers.read) == result(job.read)
