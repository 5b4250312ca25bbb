"""Do, undo, redo equals do: over random sequences of everything that a person can do, and over restarts.

``make fuzz`` runs many more and longer sequences than the ordinary tests.
"""

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import text

from casefile.store import trash
from casefile.store.check import check
from casefile.store.journal import NothingToUndoError, StepGroup
from casefile.store.store import Store
from tests.store.contents import Content, content, rows
from tests.store.operations import BY, OPERATIONS, RECORDS, accept_all, import_sources, run

NUMBERS = st.integers(0, 10**6)
GROUPS = st.one_of(
    st.lists(st.sampled_from(OPERATIONS), min_size=2, max_size=4),
    # One thing done again and again changes one row more than once.
    st.builds(lambda operation, times: [operation] * times, st.sampled_from(OPERATIONS), st.integers(2, 4)),
)
MEMORY = Path("/dev/shm")  # noqa: S108
"""A disk in memory, where there is one: what is shown here does not need a real one."""


class UndoMachine(RuleBasedStateMachine):
    """A store beside a model of it: the contents that undo goes back to, and those that redo comes to."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="casefile-undo-", dir=MEMORY if MEMORY.is_dir() else None))
        self.store = Store.create(self.folder / "machine.casefile")
        self.past: list[Content] = []
        self.present = self.read()
        self.future: list[Content] = []
        self.told: dict[str, list[tuple[Any, ...]]] = {"step": [], "change": []}
        assert not any(self.present.values()), "a fresh store is empty"

    def read(self) -> Content:
        """The content as it is now."""
        with self.store.read() as reader:
            return content(reader)

    def step_ids(self) -> list[int]:
        """The steps that were committed."""
        with self.store.read() as reader:
            return list(reader.scalars(text("SELECT id FROM step ORDER BY id")))

    def done(self, *, before: int) -> None:
        """Notes what was just done, unless it left no step."""
        if len(self.step_ids()) == before:
            assert self.read() == self.present
            return
        self.past.append(self.present)
        self.present = self.read()
        self.future.clear()

    @initialize(number=NUMBERS)
    def begin(self, number: int) -> None:
        self.do(import_sources, number)
        self.do(accept_all, number)

    @rule(operation=st.sampled_from(OPERATIONS), number=NUMBERS)
    def do(self, operation: Any, number: int) -> None:  # noqa: ANN401
        before = len(self.step_ids())
        if not run(self.store, operation, number):
            assert len(self.step_ids()) == before
        self.done(before=before)

    @rule(operations=GROUPS, number=NUMBERS)
    def do_as_one(self, operations: list[Any], number: int) -> None:
        before, group = len(self.step_ids()), StepGroup()
        for place, operation in enumerate(operations):
            run(self.store, operation, number + place, group=group)
        self.done(before=before)

    @rule(operation=st.sampled_from(RECORDS), number=NUMBERS)
    def note(self, operation: Any, number: int) -> None:  # noqa: ANN401
        run(self.store, operation, number, undoable=False)
        assert self.read() == self.present

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.store.undo(BY)
        self.future.append(self.present)
        self.present = self.past.pop()
        assert self.read() == self.present

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.store.redo(BY)
        self.past.append(self.present)
        self.present = self.future.pop()
        assert self.read() == self.present

    @precondition(lambda self: not self.future)
    @rule()
    def redo_is_refused(self) -> None:
        with pytest.raises(NothingToUndoError):
            self.store.redo(BY)

    @precondition(lambda self: not self.past)
    @rule()
    def undo_is_refused(self) -> None:
        with pytest.raises(NothingToUndoError):
            self.store.undo(BY)

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = Store.open(self.store.path)
        assert self.read() == self.present

    @rule()
    def empty_the_trash(self) -> None:
        before = len(self.step_ids())
        with self.store.write("Empty the trash", by=BY) as writer:
            trash.empty_trash(writer)
        if len(self.step_ids()) == before:
            assert self.read() == self.present
            return
        self.past.clear()
        self.future.clear()
        self.present = self.read()

    @invariant()
    def history_only_grows(self) -> None:
        with self.store.read() as reader:
            for table, before in self.told.items():
                self.told[table] = rows(reader, table)
                assert self.told[table][: len(before)] == before

    def teardown(self) -> None:
        try:
            self.whole()
            last, first, count = self.present, self.past[0] if self.past else self.present, len(self.past)
            for _ in range(count):
                self.store.undo(BY)
            assert self.read() == first
            with pytest.raises(NothingToUndoError):
                self.store.undo(BY)
            self.whole()
            for _ in range(count):
                self.store.redo(BY)
            assert self.read() == last
            self.whole()
        finally:
            self.store.close()
            shutil.rmtree(self.folder)

    def whole(self) -> None:
        """Nothing contradicts the journal."""
        with self.store.read() as reader:
            assert check(reader) == []


QUICK = settings(
    max_examples=5,
    stateful_step_count=16,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
UndoMachine.TestCase.settings = QUICK if settings.get_current_profile_name() == "default" else settings()
TestUndo = UndoMachine.TestCase
