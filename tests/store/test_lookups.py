"""What evidence is chosen from: what belongs together first, found by any part of the title."""

import pytest

from casefile.metadata import SourceMetadata
from casefile.proposals import Proposals
from casefile.store import lookups, sums, trash
from casefile.store.editing import Grounds
from casefile.store.keeping import Capture, keep_source
from casefile.store.lookups import Found
from casefile.store.store import Store
from casefile.terms import LedgerBasis
from casefile.values import Money
from tests.store.records import TEXT, accept, action, keep


@pytest.fixture
def known(store: Store) -> Store:
    """Two actions, each from a source of its own (1, 2), and a source that nothing rests on (3)."""
    for name in ("Acme", "Bolt"):
        accept(store, keep(store, Proposals(actions=(action(respondent=name),)), f"{name} fined")[0])
    keep(store, Proposals(), "Décision de la CNIL")
    return store


def find_sources(store: Store, action_id: int, typed: str = "") -> Found:
    with store.read() as reader:
        return lookups.find_sources(reader, action_id, typed)


def find_actions(store: Store, source_id: int, typed: str = "") -> Found:
    with store.read() as reader:
        return lookups.find_actions(reader, source_id, typed)


def test_what_belongs_together_comes_first_then_the_newest(known: Store) -> None:
    assert find_sources(known, 1) == Found((1,), (3, 2))
    assert find_sources(known, 2) == Found((2,), (3, 1))
    assert find_actions(known, 1) == Found((1,), (2,))
    assert find_actions(known, 3) == Found((), (2, 1))


def test_every_word_is_a_part_of_the_title_whatever_its_accents(known: Store) -> None:
    assert find_sources(known, 1, "FIN bol") == Found((), (2,))
    assert find_sources(known, 1, "decis") == Found((), (3,))
    assert find_sources(known, 1, "fined") == Found((1,), (2,))
    assert find_sources(known, 1, "bolt acme") == Found((), ())


def test_the_end_of_a_long_title_is_found(known: Store) -> None:
    title = f"{'A very long headline ' * 6}about Zebra"
    capture = Capture(b"z", "z.txt", TEXT, SourceMetadata(title=title), "text/plain", "plain/1", ())
    with known.write("Import", by="ann") as writer:
        source_id = keep_source(writer, capture, Proposals())
    assert find_sources(known, 1, "headline zebra") == Found((), (source_id,))


def test_what_lies_in_the_trash_is_not_offered(known: Store) -> None:
    with known.write("Trash", by="bob") as writer:
        trash.put_in_trash(writer, "source", [3])
    assert find_sources(known, 1) == Found((1,), (2,))


def test_a_sum_entered_by_hand_binds_its_action_to_the_source(known: Store) -> None:
    with known.write("Add a sum", by="bob") as writer:
        line = sums.LedgerSum(LedgerBasis.REDUCED, Money(100, "EUR"))
        sums.enter_sum(writer, 1, line, "bob", grounds=Grounds(3))
    assert find_sources(known, 1) == Found((3, 1), (2,))
    assert find_actions(known, 3) == Found((1,), (2,))
    known.undo("bob")
    assert find_actions(known, 3).near == ()
