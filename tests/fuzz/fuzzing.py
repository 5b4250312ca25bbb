"""Feeds every reader with changed files until the time is up, and keeps what breaks one.

``python -m tests.fuzz.fuzzing [READER...]`` (``make fuzz``) takes ``CASEFILE_FUZZ_SECONDS`` for each reader,
two at a time, with ``CASEFILE_FUZZ_SEED`` or another seed at every run. Each file goes to a worker process as
an import sends it, but with :data:`LIMITS`. What was found lies, cut down, in ``tests/data/fuzz/READER`` and
is a test from then on.
"""

import hashlib
import os
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from casefile.errors import CasefileError
from casefile.intake.errors import ReaderStoppedError
from casefile.intake.limits import Limits
from casefile.intake.wire import RawItem
from casefile.intake.workers import ReaderPool
from casefile.reading.readers import reader_modules
from tests.fuzz.changes import changed
from tests.fuzz.seeds import seeds

if sys.platform == "linux":
    import resource

CORPUS = Path(__file__).parent.parent / "data" / "fuzz"
JOB = "tests.fuzz.fuzz_job"
LIMITS = Limits(wall_s=30, cpu_s=5)
"""Five seconds of computing over a small file are a hang; by the clock there is more, for a busy machine."""
NAME = "fuzzed.bin"
AT_A_TIME = 2
_SHRINK_S = 30.0
_MEMORY_BYTES = 4 * 1024**3
"""Of the process that changes files."""


@dataclass
class Outcome:
    """What came of fuzzing one reader."""

    reader: str
    read: int = 0
    refused: int = 0
    seconds: float = 0
    slowest_s: float = 0
    """By the clock."""
    finds: dict[str, bytes] = field(default_factory=dict)
    """The smallest file that does it, by what went wrong."""

    @property
    def tried(self) -> int:
        """How many files were given to the reader."""
        return self.read + self.refused


class Target:
    """A worker process that reads changed files."""

    def __init__(self, pool: ReaderPool) -> None:
        self._pool = pool

    def fault(self, content: bytes) -> str | None:
        """What went wrong over the file, None where it was read, "" where it was refused in words."""
        try:
            self._pool.read(RawItem(NAME, content))
        except ReaderStoppedError as error:
            return _kind_of(error.what)
        except CasefileError:
            return ""
        return None


def fuzz(reader: str, target: Target, chance: random.Random, goes_on: Callable[[Outcome], bool]) -> Outcome:
    """Changed files of one reader's kind, one after the other, as long as ``goes_on``."""
    outcome, files, started = Outcome(reader), seeds()[reader], time.monotonic()
    while goes_on(outcome):
        content = changed(reader, files, chance)
        begun = time.monotonic()
        fault = target.fault(content)
        outcome.slowest_s = max(outcome.slowest_s, time.monotonic() - begun)
        outcome.read += fault is None
        outcome.refused += fault is not None
        # What happens once only, on a machine that is busy, is no find.
        if fault and fault not in outcome.finds and _does(target, fault, content):
            outcome.finds[fault] = smaller(content, partial(_does, target, fault))
    outcome.seconds = time.monotonic() - started
    return outcome


def smaller(content: bytes, is_it: Callable[[bytes], bool], seconds: float = _SHRINK_S) -> bytes:
    """The content with everything left out without which ``is_it`` still holds, as far as the time goes."""
    ends, size = time.monotonic() + seconds, max(1, len(content) // 2)
    while time.monotonic() < ends:
        place, before = 0, len(content)
        while place < len(content) and time.monotonic() < ends:
            made = content[:place] + content[place + size :]
            if is_it(made):
                content = made
            else:
                place += size
        if size == 1 and len(content) == before:
            break
        size = max(1, size // 2) if len(content) == before else size
    return content


def _does(target: Target, fault: str, content: bytes) -> bool:
    return target.fault(content) == fault


def keep(outcome: Outcome, corpus: Path = CORPUS) -> list[Path]:
    """Writes what was found beside what earlier runs have found; gives back the files."""
    written = []
    for content in outcome.finds.values():
        path = corpus / outcome.reader / f"{hashlib.sha256(content).hexdigest()[:12]}.bin"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        written.append(path)
    return written


def run(reader: str, seconds: float, seed: int) -> Outcome:
    """Fuzzes one reader in a process of its own; words in pictures are not recognised, for their time."""
    os.environ["PATH"] = tempfile.gettempdir()
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
    with ReaderPool(1, LIMITS, JOB) as pool:
        pool.wait_until_warm()
        ends = time.monotonic() + seconds
        chance = random.Random(f"{seed} {reader}")  # noqa: S311
        return fuzz(reader, Target(pool), chance, lambda _: time.monotonic() < ends)


def table(outcomes: Sequence[Outcome]) -> str:
    """A line for each reader."""
    lines = [
        f"{'reader':14}{'files':>8}{'a second':>10}{'read':>8}{'refused':>9}{'slowest s':>11}{'found':>7}"
    ]
    for one in outcomes:
        rate = one.tried / one.seconds if one.seconds else 0
        lines.append(
            f"{one.reader:14}{one.tried:>8}{rate:>10.0f}{one.read:>8}{one.refused:>9}{one.slowest_s:>11.2f}"
            f"{len(one.finds):>7}"
        )
    return "\n".join(lines)


def _kind_of(told: str) -> str:
    """What the message says without the numbers and words of the one file."""
    return re.sub(r"\d+|'[^']*'|\"[^\"]*\"|b'.*?'|U\+\w+", "…", told)[:400]


def main(readers: Sequence[str]) -> int:
    """Fuzzes these readers, or all; 1 where anything was found."""
    seconds = float(os.environ.get("CASEFILE_FUZZ_SECONDS", "600"))
    seed = int(os.environ.get("CASEFILE_FUZZ_SEED", time.time_ns() % 10**9))
    print(f"Seed {seed}, {seconds:g} seconds for each reader.", flush=True)
    outcomes = []
    with ProcessPoolExecutor(AT_A_TIME) as processes:
        running = [processes.submit(run, reader, seconds, seed) for reader in readers or reader_modules()]
        for outcome in (done.result() for done in as_completed(running)):
            outcomes.append(outcome)
            print(table([outcome]).splitlines()[1], flush=True)
            for path, fault in zip(keep(outcome), outcome.finds, strict=True):
                print(f"  {path.relative_to(CORPUS.parent.parent)}: {fault}", flush=True)
    print(table(outcomes))
    return int(any(outcome.finds for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
