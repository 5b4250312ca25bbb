"""One field of many records at once, in one step."""

from threading import Event

import pytest

from casefile.errors import CancelledError
from casefile.progress import Progress, Task
from casefile.proposals import Proposals
from casefile.store import queries
from casefile.store.check import check
from casefile.store.field_values import FieldValueError
from casefile.store.several import VARIOUS, common_values, fields_of, set_for_all
from casefile.store.store import Store
from casefile.store.tags import Tagged
from casefile.terms import ActionStatus
from tests.store.records import accept, action, keep, quote


@pytest.fixture
def made(store: Store) -> dict[Tagged, list[int]]:
    """Three actions, of which one is appealed, in three sources, each with a quote."""
    ids: dict[Tagged, list[int]] = {Tagged.ACTION: [], Tagged.SOURCE: [1, 2, 3], Tagged.QUOTE: []}
    for number, status in enumerate((ActionStatus.IMPOSED, ActionStatus.APPEALED, ActionStatus.IMPOSED)):
        proposed = action(status=status, respondent=f"Acme {number}")
        first, second = keep(store, Proposals((proposed,), (quote(),)), f"{number}.txt")
        ids[Tagged.ACTION].append(accept(store, first))
        ids[Tagged.QUOTE].append(accept(store, second))
    return ids


def put(store: Store, kind: Tagged, ids: list[int], name: str, value: str, task: Task = Task()) -> int:  # noqa: B008
    with store.write("Set for all", by="ann") as writer:
        return set_for_all(writer, kind, ids, name, value, "ann", task)


def common(store: Store, kind: Tagged, ids: list[int]) -> dict[str, str | None]:
    with store.read() as reader:
        return common_values(reader, kind, ids)


def test_fields_that_differ_are_various(store: Store, made: dict[Tagged, list[int]]) -> None:
    ids = made[Tagged.ACTION]
    values = common(store, Tagged.ACTION, ids)
    assert (values["status"], values["jurisdiction"]) == (VARIOUS, "NL")
    assert common(store, Tagged.ACTION, ids[:1])["status"] == "imposed"


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        (Tagged.ACTION, "status", "final"),
        (Tagged.ACTION, "jurisdiction", "BE"),
        (Tagged.ACTION, "sector", "my own sector"),
        (Tagged.SOURCE, "kind", "ruling"),
        (Tagged.SOURCE, "outlet", "Reuters"),
        (Tagged.SOURCE, "language", "nl"),
        (Tagged.QUOTE, "speaker", "Bob Roe"),
        (Tagged.QUOTE, "role", "spokesman"),
    ],
)
def test_a_value_is_set_for_all_in_one_step_and_taken_back(
    store: Store, made: dict[Tagged, list[int]], kind: Tagged, name: str, value: str
) -> None:
    before = common(store, kind, made[kind])
    assert name in fields_of(kind)
    assert put(store, kind, made[kind], name, value) == 3
    assert common(store, kind, made[kind])[name] == value
    with store.read() as reader:
        assert check(reader) == []
    assert store.undo("ann") == "Set for all"
    assert common(store, kind, made[kind]) == before


def test_only_those_with_another_value_are_changed(store: Store, made: dict[Tagged, list[int]]) -> None:
    assert put(store, Tagged.ACTION, made[Tagged.ACTION], "status", "Imposed") == 1


def test_what_sources_said_stays_as_evidence(store: Store, made: dict[Tagged, list[int]]) -> None:
    put(store, Tagged.ACTION, made[Tagged.ACTION], "status", "final")
    with store.read() as reader:
        facts = queries.action_record(reader, made[Tagged.ACTION][0]).facts
    (status,) = (fact for fact in facts if fact.field == "status")
    told = {(claim.raw, claim.state.value, bool(claim.evidence)) for claim in status.claims}
    assert told == {('"final"', "accepted", False), ('"imposed"', "accepted", True)}


@pytest.mark.parametrize(
    ("kind", "name", "value"), [(Tagged.ACTION, "status", " "), (Tagged.SOURCE, "kind", "novel")]
)
def test_a_value_that_does_not_fit_changes_nothing(
    store: Store, made: dict[Tagged, list[int]], kind: Tagged, name: str, value: str
) -> None:
    before = common(store, kind, made[kind])
    with pytest.raises(FieldValueError):
        put(store, kind, made[kind], name, value)
    assert common(store, kind, made[kind]) == before


def test_it_tells_how_far_it_is_and_stopped_keeps_nothing(
    store: Store, made: dict[Tagged, list[int]]
) -> None:
    stop, told = Event(), list[tuple[int, int]]()

    def report(progress: Progress) -> None:
        told.append((progress.done, progress.total))
        if progress.done == 1:
            stop.set()

    with pytest.raises(CancelledError):
        put(store, Tagged.ACTION, made[Tagged.ACTION], "jurisdiction", "BE", Task(report, stop))
    assert told == [(0, 3), (1, 3)]
    assert common(store, Tagged.ACTION, made[Tagged.ACTION])["jurisdiction"] == "NL"
