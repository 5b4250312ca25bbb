"""The way of a decision through the courts."""

from pathlib import Path

import pytest

from casefile.proposals import Proposals
from casefile.store import editing, party_edits
from casefile.store.appeal_chain import Stage, appeal_chain
from casefile.store.detail import action_detail
from casefile.store.editing import Grounds
from casefile.store.party_edits import PartyDetails
from casefile.store.store import Store
from casefile.values import Span
from tests.store.records import accept, action, keep

AP = "Autoriteit Persoonsgegevens"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An action of one source."""
    made = Store.open_or_create(tmp_path / "a.casefile", person="ann")
    accept(made, keep(made, Proposals(actions=(action(),)))[0])
    return made


def appeal(store: Store, from_body: str, to_body: str, dated: str = "", status: str = "pending") -> None:
    value = {"from_body": from_body, "from_number": "", "to_body": to_body, "to_number": "A 1"}
    with store.write("Appeal", by="bob") as writer:
        grounds = Grounds(1, (Span(0, 6),))
        value |= {"status": status, "dated": dated}
        editing.set_value(writer, 1, "appeal", value, "bob", grounds=grounds)


def chain(store: Store) -> tuple[Stage, ...]:
    with store.read() as reader:
        return appeal_chain(action_detail(reader, 1))


def told(store: Store) -> list[tuple[str, str]]:
    return [(stage.role, stage.body) for stage in chain(store)]


def test_without_an_appeal_there_is_none(store: Store) -> None:
    assert chain(store) == ()


def test_the_stations_follow_from_one_another(store: Store) -> None:
    appeal(store, "Rechtbank", "Raad van State", "2025-10")
    appeal(store, AP, "Rechtbank", "2025-06-01", "reduced")
    with store.write("Final", by="bob") as writer:
        editing.set_value(writer, 1, "final", "2025-12-24", "bob")
    assert told(store) == [
        ("Authority", AP), ("First instance", "Rechtbank"), ("Appeal", "Raad van State"),
        ("Final", "No further appeal"),
    ]  # fmt: skip
    first, court, *_, final = chain(store)
    assert (str(first.dated), str(final.dated)) == ("3 March 2025", "24 December 2025")
    assert (court.number, court.status) == ("A 1", "Sanction reduced")
    assert [passage.exact for passage in court.passages] == ["The AP"]


def test_a_station_that_is_only_appealed_from_stands_there_too(store: Store) -> None:
    appeal(store, "Rechtbank", "Raad van State")
    assert told(store) == [("Authority", AP), ("First instance", "Rechtbank"), ("Appeal", "Raad van State")]


def test_a_court_that_decided_first_is_the_first_instance(store: Store) -> None:
    with store.write("Describe", by="bob") as writer:
        with store.read() as reader:
            parties = action_detail(reader, 1).parties
        authority = next(party for (name, _), party in parties.items() if name == "authority")
        party_edits.describe_party(writer, authority.id, PartyDetails(body="court"), "bob")
    appeal(store, AP, "Gerechtshof")
    assert told(store) == [("First instance", AP), ("Appeal", "Gerechtshof")]
