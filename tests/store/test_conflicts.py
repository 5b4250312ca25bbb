"""Rival values with everyone who says them, while they contend and after somebody chose."""

from pathlib import Path

import pytest

from casefile.metadata import SourceMetadata
from casefile.proposals import Proposals
from casefile.store import editing, queries
from casefile.store.conflict_rows import Conflict
from casefile.store.detail import action_detail
from casefile.store.keeping import Capture, keep_source
from casefile.store.store import Store
from tests.store.records import TEXT, accept, action

WIRE = " ".join(
    f"The wire reports under number {place} what the court of a town said." for place in range(60)
)
OWN = " ".join(
    f"Our own people asked {place} others, who told of a wholly different day." for place in range(60)
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An action of three sources, the first two of which are copies; the third gives another sum."""
    made = Store.open_or_create(tmp_path / "a.casefile", person="ann")
    for name, amount, rest in (
        ("first.txt", "2500000", WIRE), ("copy.txt", "2500000", WIRE), ("other.txt", "5200000", OWN),
    ):  # fmt: skip
        into = None if name == "first.txt" else 1
        accept(made, keep_long(made, name, amount, rest), into=into)
    return made


def keep_long(store: Store, name: str, amount: str, rest: str) -> int:
    """Keeps a source whose text is long enough to be known as a copy; gives back the proposal's id."""
    capture = Capture(
        name.encode(), name, TEXT + rest, SourceMetadata(title=name), "text/plain", "plain/1", ()
    )
    with store.write(f"Import {name}", by="ann") as writer:
        source_id = keep_source(writer, capture, Proposals(actions=(action(amount),)))
    with store.read() as reader:
        return queries.proposals(reader, source_id)[0].id


def conflicts(store: Store) -> tuple[Conflict, ...]:
    with store.read() as reader:
        return action_detail(reader, 1).conflicts


def settle(store: Store, claim_id: int, reason: str = "the decision says so") -> None:
    with store.write("Settle", by="bob") as writer:
        editing.settle(writer, claim_id, "bob", reason)


def test_an_open_conflict_names_all_who_say_each_value(store: Store) -> None:
    (found,) = conflicts(store)
    assert (found.subject, found.settlement) == ("Fine, imposed", None)
    assert [(rival.value, rival.is_present) for rival in found.rivals] == [
        ("€2,500,000", True), ("€5,200,000", False),
    ]  # fmt: skip
    sayers = [witness.source.title for witness in found.rivals[0].witnesses if witness.source]
    assert sayers == ["first.txt", "copy.txt"]
    assert [passage.exact for passage in found.rivals[1].witnesses[0].passages] == ["€2.5 million"]


def test_copies_of_one_text_count_once(store: Store) -> None:
    first, second = conflicts(store)[0].rivals
    assert (first.source_count, first.independent_count) == (2, 1)
    assert [witness.same_text_as for witness in first.witnesses] == ["", "first.txt"]
    assert [witness.same_text_as for witness in second.witnesses] == [""]
    assert first.primary_count == 0


def test_a_settled_conflict_keeps_its_rivals_with_who_and_why(store: Store) -> None:
    settle(store, conflicts(store)[0].rivals[1].claim_id)
    (found,) = conflicts(store)
    assert found.settlement is not None
    assert (found.settlement.person, found.settlement.reason) == ("bob", "the decision says so")
    assert found.settlement.at is not None
    assert [(rival.value, rival.is_present) for rival in found.rivals] == [
        ("€2,500,000", False), ("€5,200,000", True),
    ]  # fmt: skip


def test_it_can_be_settled_otherwise_and_undone(store: Store) -> None:
    before = conflicts(store)
    settle(store, before[0].rivals[1].claim_id)
    settle(store, before[0].rivals[0].claim_id, "a misprint")
    (found,) = conflicts(store)
    assert found.settlement is not None
    assert found.settlement.reason == "a misprint"
    assert found.rivals[0].is_present
    store.undo("bob")
    store.undo("bob")
    assert conflicts(store) == before


def test_a_value_of_ones_own_settles_too_and_an_edit_without_rivals_does_not(store: Store) -> None:
    with store.write("Edit", by="bob") as writer:
        editing.set_value(writer, 1, "decided", "2025-03-10", "bob")
    assert [found.subject for found in conflicts(store)] == ["Fine, imposed"]
    with store.write("Edit", by="bob") as writer:
        editing.set_value(writer, 1, "decided", "2025-03-11", "bob", reason="the register says so")
    assert [found.subject for found in conflicts(store)] == ["Fine, imposed"]


def test_a_rejected_claim_contends_no_more(store: Store) -> None:
    with store.write("Reject", by="bob") as writer:
        editing.reject_claim(writer, conflicts(store)[0].rivals[1].claim_id, "bob")
    assert conflicts(store) == ()
