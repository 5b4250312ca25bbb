"""Kills a process at random points of its work on a store, and looks at what is left.

``python -m tests.durability.killing 200`` (``make kill``) prints the table. After each kill the store must
open for writing, check clean, hold every acknowledged step with its hash and at most one more: the one that
was kept but not yet reported. Every backup that is there must be whole.
"""

import gzip
import math
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select

from casefile.store import cases
from casefile.store.backup_files import KEPT
from casefile.store.backups import list_backups
from casefile.store.check import check
from casefile.store.engine import SCHEMA_VERSION
from casefile.store.schema.journal import Step
from casefile.store.store import Store
from tests.durability.kill_worker import JOBS, Request
from tests.store.operations import BY, fill

ROOT = Path(__file__).parent.parent.parent
SAMPLE = ROOT / "tests" / "data" / "stores" / "format-1.casefile.gz"
KINDS = tuple(JOBS)
LONGEST_S = {"import": 0.5, "edit": 0.25, "undo": 0.25, "trash": 0.25, "backup": 0.3, "upgrade": 0.5}
"""How long after the beginning the kill may come: some operations of each kind, one upgrade."""
MOST_CALLS = 4000
"""Ways in and out of the system; small numbers are more frequent: the first operation is as good as any."""
Sealed = tuple[int, str]


@dataclass
class Outcome:
    """What was left after one kill."""

    kind: str
    inside: str
    """What was asked of the store and not yet acknowledged, "" where it was between two things."""
    acknowledged: int
    lost: int
    extra: int
    wrong: list[str] = field(default_factory=list)


class Harness:
    """Runs children one after another in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._bases = {"made": _made_store(folder / "made.casefile"), "sample": folder / "sample.casefile"}
        self._bases["sample"].write_bytes(gzip.decompress(SAMPLE.read_bytes()))
        self._worker = subprocess.Popen(
            [sys.executable, "-m", "tests.durability.kill_worker"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip

    def close(self) -> None:
        """Ends the worker."""
        self._worker.communicate()

    def kill_one(self, kind: str, seed: int) -> Outcome:
        """One run: a copy of the base store, a child, a kill, a look."""
        chance = random.Random(seed)  # noqa: S311
        folder = self._folder / f"{kind}-{seed}"
        folder.mkdir()
        store = folder / "killed.casefile"
        shutil.copy(self._bases["sample" if kind == "upgrade" else "made"], store)
        before = sealed_steps(store)
        by_calls = sys.platform == "linux" and chance.random() < 0.5
        request = Request(
            kind, str(store), str(folder / "log"), str(folder / "home"), seed,
            after_s=0 if by_calls else chance.uniform(0, LONGEST_S[kind]),
            after_calls=int(math.exp(chance.uniform(1, math.log(MOST_CALLS)))) if by_calls else 0,
        )  # fmt: skip
        self._ask(request)
        outcome = look_at(request, before)
        if not outcome.wrong:
            shutil.rmtree(folder)
        return outcome

    def _ask(self, request: Request) -> None:
        assert self._worker.stdin is not None
        assert self._worker.stdout is not None
        self._worker.stdin.write(request.line())
        self._worker.stdin.flush()
        answer = self._worker.stdout.readline().strip()
        if answer != "killed":
            raise RuntimeError(f"the child {answer or 'and its parent ended'}: {request.line()}")


@contextmanager
def harness() -> Iterator[Harness]:
    """A harness in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="casefile-kill-") as name:
        made = Harness(Path(name))
        try:
            yield made
        finally:
            made.close()


def look_at(request: Request, before: list[Sealed]) -> Outcome:
    """Opens what is left, compares it with what was acknowledged, and goes on working in it."""
    lines = Path(request.log).read_text("utf-8").splitlines()
    acknowledged = [(int(id_), seal) for what, id_, seal in _words(lines) if what == "step"]
    last = lines[-1] if lines else ""
    outcome = Outcome(request.kind, last.removeprefix("begin ") if last.startswith("begin ") else "",
                      len(acknowledged), 0, 0)  # fmt: skip
    os.environ["XDG_DATA_HOME"] = request.home
    path = Path(request.store)
    with closing(Store.open(path, person=BY)) as store:
        with store.read() as reader:
            outcome.wrong += [str(finding) for finding in check(reader)]
            rows = reader.execute(select(Step.id, Step.hash).order_by(Step.id))
            found = [(row.id, row.hash) for row in rows]
        expected = before + acknowledged
        outcome.lost = len(set(expected) - set(found))
        outcome.extra = len(found) - len(expected) + outcome.lost
        if found[: len(expected)] != expected:
            outcome.wrong.append("the steps are not those that were acknowledged")
        if outcome.extra > 1:
            outcome.wrong.append(f"{outcome.extra} steps are there that nobody was told of")
        outcome.wrong += _goes_on(store)
    outcome.wrong += _backups(path, lines)
    left = {entry.name for entry in path.parent.iterdir()} - {"log", "home", "articles", path.name}
    outcome.wrong += [f"{name} was left beside the store" for name in sorted(left)]
    return outcome


def sealed_steps(path: Path) -> list[Sealed]:
    """Every step with its hash, in a store of any format."""
    with closing(sqlite3.connect(path)) as file:
        return file.execute("SELECT id, hash FROM step ORDER BY id").fetchall()


def table(outcomes: list[Outcome]) -> str:
    """What came of all runs, a line for each kind."""
    lines = [
        f"{'kind':10}{'runs':>6}{'killed inside':>15}{'acknowledged':>14}{'lost':>6}{'extra':>7}{'wrong':>7}"
    ]
    for kind in (*KINDS, "all"):
        of_kind = [outcome for outcome in outcomes if kind in (outcome.kind, "all")]
        inside = sum(bool(outcome.inside) for outcome in of_kind)
        acknowledged = sum(outcome.acknowledged for outcome in of_kind)
        lost, extra = sum(one.lost for one in of_kind), sum(one.extra for one in of_kind)
        damaged = sum(bool(one.wrong) for one in of_kind)
        lines.append(
            f"{kind:10}{len(of_kind):>6}{inside:>15}{acknowledged:>14}{lost:>6}{extra:>7}{damaged:>7}"
        )
    places = Counter(outcome.inside for outcome in outcomes if outcome.inside).most_common()
    return "\n".join([*lines, "killed inside of: " + ", ".join(f"{what} {count}" for what, count in places)])


def _words(lines: list[str]) -> Iterator[tuple[str, str, str]]:
    for line in lines:
        words = [*line.split(" "), "", ""]
        yield words[0], words[1], words[2]


def _goes_on(store: Store) -> list[str]:
    """Whether it can be worked in as before."""
    if store.read_only:
        return [f"it cannot be written to: {store.refusal}"]
    with store.write("After the kill", by=BY) as writer:
        cases.add_case(writer, "After")
    store.undo(BY)
    with store.read() as reader:
        return [f"after going on: {finding}" for finding in check(reader)]


def _backups(path: Path, lines: list[str]) -> list[str]:
    """What is wrong with the backups: each that was told of is there, each that is there is whole."""
    there = list_backups(path)
    wrong = [f"the backup {one.file.path.name}: {one.wrong}" for one in there if one.wrong]
    names = {one.file.path.name for one in there}
    told = {name for what, name, _ in _words(lines) if what == "backup"}
    # One more may have been made than was told of: then the oldest has made room for it.
    oldest = min(names, default="") if len(names) >= KEPT else ""
    wrong += [f"the backup {name} is gone" for name in sorted(told - names) if name > oldest]
    for one in there:
        with closing(sqlite3.connect(f"{one.file.path.as_uri()}?mode=ro&immutable=1", uri=True)) as file:
            if file.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                wrong.append(f"the backup {one.file.path.name} is damaged")
            if file.execute("PRAGMA user_version").fetchone()[0] not in range(1, SCHEMA_VERSION + 1):
                wrong.append(f"the backup {one.file.path.name} is of no known format")
    return wrong


def _made_store(path: Path) -> Path:
    """A small store in which everything is that a person can make, some of it undone."""
    with closing(Store.create(path)) as store:
        fill(store)
        store.undo(BY)
    return path


def main(runs: int, seed: int = 1) -> int:
    """Runs so many kills of every kind in turn, prints the table; 1 where anything was wrong."""
    outcomes = []
    with harness() as made:
        for number in range(runs):
            outcome = made.kill_one(KINDS[number % len(KINDS)], seed * 100_000 + number)
            outcomes.append(outcome)
            for wrong in outcome.wrong:
                print(f"{outcome.kind} {seed * 100_000 + number}: {wrong}", flush=True)
    print(table(outcomes))
    return int(any(outcome.wrong or outcome.lost for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
