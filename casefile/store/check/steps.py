"""Whether the chain of steps is whole: each sealed over the one before, none missing, none more.

The store notes the head of the chain, so that the loss of the latest steps is found too.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from casefile.store.check.findings import Finding, FindingKind, Findings, Meter
from casefile.store.journal import HEAD, Seal
from casefile.store.schema.types import MOMENT

_STEPS = "SELECT id, kind, target_id, label, person, at, undoable, hash FROM step ORDER BY id"
_CHANGES = "SELECT step_id, id, table_name, row_id, before, after FROM change ORDER BY step_id, id"
_Change = tuple[int, int, str, int, str | None, str | None]


@dataclass(frozen=True)
class _Step:
    """A step as it lies in the file: nothing in it need make sense."""

    id: int
    kind: str
    target_id: int
    label: str
    person: str
    at: str
    undoable: int
    hash: str

    @property
    def head(self) -> list[Any]:
        """What the seal covers of the step itself."""
        undoable = {0: False, 1: True}.get(self.undoable, self.undoable)
        return [self.id, self.kind, self.target_id, self.label, self.person, self._moment(), undoable]

    def _moment(self) -> str:
        try:
            moment = datetime.strptime(self.at, MOMENT).replace(tzinfo=UTC)
        except ValueError:
            return self.at
        return moment.isoformat() if moment.strftime(MOMENT) == self.at else self.at

    def __str__(self) -> str:
        """The step for a person."""
        return f"Step {self.id} (“{self.label}”, {self.person}, {self.at[:16].replace('T', ' ')} UTC)"


def check_steps(connection: sqlite3.Connection, meter: Meter) -> Findings:
    """Steps that are missing, altered or added, and changes that are missing from a step or were put in."""
    changes = _Changes(connection)
    last: _Step | None = None
    stored, computed = "", ""
    for row in connection.execute(_STEPS):
        step = _Step(*row)
        meter.advance("Journal")
        gap = (last.id if last else 0) + 1
        if step.id > gap:
            yield _missing(gap, step.id - 1, f"They stood before {step}.")
        seals = [Seal(before, step.head) for before in dict.fromkeys((stored, computed))]
        for change in changes.of(step.id):
            meter.advance("Journal")
            for seal in seals:
                seal.add(change[2:])
        yield from changes.findings(step, explained=step.id > gap)
        digests = [seal.digest() for seal in seals]
        if step.id == gap and step.hash not in digests:
            yield Finding(
                FindingKind.STEP_ALTERED,
                f"{step} was altered outside the program: it or its changes are not what was written.",
                "step",
                step.id,
            )
        last, stored, computed = step, step.hash, digests[0]
    yield from _check_head(connection, last, computed)


def _check_head(connection: sqlite3.Connection, last: _Step | None, computed: str) -> Findings:
    noted = connection.execute("SELECT value FROM store_property WHERE name = ?", (HEAD,)).fetchone()
    id_text, _, seal = str(noted[0]).partition(" ") if noted else ("", "", "")
    if not id_text.isdecimal():
        if last is not None or noted:
            yield Finding(
                FindingKind.STEP_MISSING,
                "The store's note of its latest step is gone: steps may have been deleted at the end.",
                "store_property",
            )
        return
    present = last.id if last else 0
    if int(id_text) > present:
        after = f"They stood after {last}." if last else "No step is left."
        yield _missing(present + 1, int(id_text), after)
    elif int(id_text) < present:
        yield Finding(FindingKind.STEP_ADDED, f"{last} was added outside the program.", "step", present)
    elif last is not None and last.hash == computed != seal:
        yield Finding(
            FindingKind.STEP_ALTERED,
            f"{last} or the store's note of it was altered: they do not agree.",
            "step",
            present,
        )


def _missing(first: int, last: int, where: str) -> Finding:
    if first == last:
        sentence = f"Step {first} was deleted outside the program. {where.replace('They', 'It', 1)}"
    else:
        sentence = f"Steps {first:,} to {last:,} were deleted outside the program. {where}"
    return Finding(FindingKind.STEP_MISSING, sentence, "step", first)


class _Changes:
    """The changes step by step, read beside the steps in the same order; their ids have no gaps."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        rows: Iterator[_Change] = connection.execute(_CHANGES)
        self._groups = groupby(rows, key=lambda row: row[0])
        self._waiting: tuple[int, Iterable[_Change]] | None = None
        self._expected = 1
        self._missing: list[tuple[int, int]] = []
        self._strange: list[int] = []

    def of(self, step_id: int) -> Iterator[_Change]:
        """The changes of a step in their order; ask in the order of steps."""
        while self._waiting is None or self._waiting[0] < step_id:
            if self._waiting is not None:
                for change in self._waiting[1]:
                    self._expected = max(self._expected, change[1] + 1)
            key, rows = next(self._groups, (None, iter(())))
            if key is None:
                return
            self._waiting = (key, rows)
        if self._waiting[0] != step_id:
            return
        for change in self._waiting[1]:
            self._look_at(change[1])
            yield change
        self._waiting = (step_id - 1, ())

    def findings(self, step: _Step, *, explained: bool) -> Findings:
        """What was strange with the changes of the step just read; ``explained`` where steps are missing."""
        for first, last in () if explained else self._missing:
            count = last - first + 1
            what = "A change is" if count == 1 else f"{count:,} changes are"
            yield Finding(
                FindingKind.CHANGE_MISSING,
                f"{what} missing from the journal before the end of {step}: deleted outside the program.",
                "change",
                first,
            )
        for id_ in self._strange:
            yield Finding(
                FindingKind.CHANGE_ADDED,
                f"A change was put into {step} outside the program (change {id_}).",
                "change",
                id_,
            )
        self._missing, self._strange = [], []

    def _look_at(self, id_: int) -> None:
        if id_ < self._expected:
            return
        if id_ > self._expected:
            between = self._connection.execute(
                "SELECT count(*) FROM change WHERE id >= ? AND id < ?", (self._expected, id_)
            ).fetchone()[0]
            if between:
                self._strange.append(id_)
                return
            self._missing.append((self._expected, id_ - 1))
        self._expected = id_ + 1
