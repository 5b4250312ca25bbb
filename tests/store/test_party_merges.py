"""Merges and splits at random: a split brings back exactly what was there before its merge."""

import shutil
import tempfile
from contextlib import closing
from functools import cache
from itertools import permutations
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import select

from casefile.proposals import Proposals
from casefile.store import party_edits
from casefile.store.check import check
from casefile.store.schema.record import Party
from casefile.store.store import Store
from casefile.terms import PartyKind
from tests.store.records import accept, action, keep, record

NAMES = ("Acme", "Boreal", "Cygnus", "Dorado")
PLACES = st.integers(0, 11)
Merged = dict[int, int]
"""For each party that was merged the one that it was merged into, which may have been merged since."""


@cache
def begun() -> tuple[bytes, tuple[int, ...]]:
    """A store with an action against each of them, as every walk begins with it; and the actions."""
    with tempfile.TemporaryDirectory(prefix="casefile-merges-") as folder:
        path = Path(folder, "begun.casefile")
        with closing(Store.create(path)) as store:
            actions = tuple(
                accept(store, keep(store, Proposals(actions=(action(respondent=name),)), name)[0])
                for name in NAMES
            )
        return path.read_bytes(), actions


class MergeMachine(RuleBasedStateMachine):
    """Parties with an action each, beside the tree of their merges: a split cuts a branch with all on it."""

    def __init__(self) -> None:
        super().__init__()
        in_memory = Path("/dev/shm")  # noqa: S108  What is shown here does not need a real disk.
        self.folder = Path(
            tempfile.mkdtemp(prefix="casefile-merges-", dir=in_memory if in_memory.is_dir() else None)
        )
        content, actions = begun()
        path = self.folder / "machine.casefile"
        path.write_bytes(content)
        self.store, self.actions = Store.open(path), list(actions)
        with self.store.read() as reader:
            parties = select(Party.id).where(Party.kind == PartyKind.RESPONDENT).order_by(Party.id)
            self.parties = list(reader.scalars(parties))
        self.past: list[Merged] = []
        self.merged: Merged = {}
        self.future: list[Merged] = []

    def now(self, party_id: int) -> int:
        """The party that it is, after merges."""
        while party_id in self.merged:
            party_id = self.merged[party_id]
        return party_id

    def become(self, merged: Merged) -> None:
        self.past.append(self.merged)
        self.merged = merged
        self.future.clear()

    def two(self, place: int) -> tuple[int, int]:
        """Two parties that are not one."""
        apart = [id_ for id_ in self.parties if id_ not in self.merged]
        pairs = list(permutations(apart, 2))
        return pairs[place % len(pairs)]

    @initialize(places=st.tuples(PLACES, PLACES, PLACES))
    def begin(self, places: tuple[int, int, int]) -> None:
        """All become one: then there is much to split."""
        for place in places:
            self.merge(place, by_member=False)

    @precondition(lambda self: len(self.merged) < len(NAMES) - 1)
    @rule(place=PLACES, by_member=st.booleans())
    def merge(self, place: int, by_member: bool) -> None:
        kept, gone = self.two(place)
        # One that is merged already stands for the party that it is.
        named = max(id_ for id_ in self.parties if self.now(id_) == gone) if by_member else gone
        with self.store.write("Merge", by="bob") as writer:
            party_edits.merge_parties(writer, kept, named)
        self.become(self.merged | {gone: kept})

    @precondition(lambda self: self.merged)
    @rule(place=PLACES)
    def split(self, place: int) -> None:
        party_id = sorted(self.merged)[place % len(self.merged)]
        with self.store.write("Split", by="bob") as writer:
            party_edits.split_party(writer, party_id)
        self.become({id_: into for id_, into in self.merged.items() if id_ != party_id})

    @precondition(lambda self: len(self.merged) < len(NAMES) - 1)
    @rule(place=PLACES)
    def merge_and_split(self, place: int) -> None:
        """Both in one step: the journal keeps it, though nothing comes of it."""
        kept, gone = self.two(place)
        with self.store.write("Try", by="bob") as writer:
            party_edits.merge_parties(writer, kept, gone)
            party_edits.split_party(writer, gone)
        self.become(dict(self.merged))

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.store.undo("bob")
        self.future.append(self.merged)
        self.merged = self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.store.redo("bob")
        self.past.append(self.merged)
        self.merged = self.future.pop()

    @invariant()
    def every_party_is_what_its_merges_make_it(self) -> None:
        with self.store.read() as reader:
            found = {
                row.id: row.merged_into_id for row in reader.execute(select(Party.id, Party.merged_into_id))
            }
        assert {id_: found[id_] or id_ for id_ in self.parties} == {
            id_: self.now(id_) for id_ in self.parties
        }

    def teardown(self) -> None:
        try:
            for place, action_id in enumerate(self.actions):
                name = NAMES[self.parties.index(self.now(self.parties[place]))]
                assert record(self.store, action_id).row.respondents == (name,)
            with self.store.read() as reader:
                assert check(reader) == []
        finally:
            self.store.close()
            shutil.rmtree(self.folder)


TestMerges = MergeMachine.TestCase
TestMerges.settings = settings(
    max_examples=25, stateful_step_count=8, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
