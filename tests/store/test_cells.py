"""Cells of lists written: one plain field at a time, with the evidence that stands behind it kept."""

import pytest

from casefile.proposals import EventProposal, Proposals
from casefile.store import queries
from casefile.store.cells import CellError, Value, set_cell
from casefile.store.check import check
from casefile.store.editing import Grounds, set_value
from casefile.store.field_values import FieldValueError
from casefile.store.rows import ActionRow, Fact
from casefile.store.store import Store
from casefile.store.tags import Tagged
from casefile.terms import ClaimState
from casefile.values import Money, PartialDate, Span
from tests.store.records import accept, action, because, keep, quote


@pytest.fixture
def made(store: Store) -> dict[Tagged, int]:
    """One record of every kind."""
    said = because("fined")
    event = EventProposal(PartialDate("2024-06"), said.spans[0], "AP fined Acme", said)
    ids = keep(store, Proposals((action(),), (quote(),), (event,)))
    with store.read() as reader:
        kinds = [Tagged(row.kind.value) for row in queries.proposals(reader, 1)]
    records = {kind: accept(store, id_) for kind, id_ in zip(kinds, ids, strict=True)}
    return records | {Tagged.SOURCE: 1}


def put(store: Store, kind: Tagged, id_: int, name: str, value: Value) -> None:
    with store.write("Edit", by="ann") as writer:
        set_cell(writer, kind, id_, name, value, "ann")


def row(store: Store, id_: int) -> ActionRow:
    with store.read() as reader:
        return queries.action_rows(reader, [id_])[0]


def facts(store: Store, id_: int, name: str) -> list[Fact]:
    with store.read() as reader:
        return [fact for fact in queries.action_record(reader, id_).facts if fact.field == name]


def shown(store: Store, kind: Tagged, id_: int) -> object:
    with store.read() as reader:
        match kind:
            case Tagged.ACTION:
                return queries.action_rows(reader, [id_])[0]
            case Tagged.SOURCE:
                return queries.source_rows(reader, [id_])[0]
            case Tagged.QUOTE:
                return queries.quote_rows(reader, [id_])[0]
            case Tagged.EVENT:
                return queries.event_rows(reader, [id_])[0]


@pytest.mark.parametrize(
    ("kind", "name", "value", "column"),
    [
        (Tagged.ACTION, "status", "annulled", "status"),
        (Tagged.ACTION, "decided", PartialDate("2025-04"), "decided"),
        (Tagged.ACTION, "kind", "order", "kind"),
        (Tagged.ACTION, "amount", Money(99_00, "EUR"), "amount"),
        (Tagged.SOURCE, "title", "Another title", "title"),
        (Tagged.SOURCE, "outlet", "Reuters", "outlet"),
        (Tagged.SOURCE, "published", PartialDate("2024"), "published"),
        (Tagged.SOURCE, "kind", "ruling", "kind"),
        (Tagged.SOURCE, "language", "nl", "language"),
        (Tagged.QUOTE, "speaker", "Bob Roe", "speaker"),
        (Tagged.QUOTE, "role", "spokesman", "role"),
        (Tagged.EVENT, "dated", PartialDate("2023"), "dated"),
        (Tagged.EVENT, "about", "Something else", "about"),
    ],
)
def test_a_cell_is_written_and_taken_back(
    store: Store, made: dict[Tagged, int], kind: Tagged, name: str, value: Value, column: str
) -> None:
    id_ = made[kind]
    before = shown(store, kind, id_)
    put(store, kind, id_, name, value)
    assert getattr(shown(store, kind, id_), column) == value
    with store.read() as reader:
        assert check(reader) == []
    store.undo("ann")
    assert shown(store, kind, id_) == before
    store.redo("ann")
    assert getattr(shown(store, kind, id_), column) == value


def test_a_date_can_be_taken_away_from_a_source(store: Store, made: dict[Tagged, int]) -> None:
    for value in (PartialDate("2024"), None):
        put(store, Tagged.SOURCE, made[Tagged.SOURCE], "published", value)
        with store.read() as reader:
            assert queries.source_rows(reader, [1])[0].published == value


def test_what_a_source_said_stays_with_its_passages(store: Store, made: dict[Tagged, int]) -> None:
    put(store, Tagged.ACTION, made[Tagged.ACTION], "decided", PartialDate("2020"))
    (fact,) = facts(store, made[Tagged.ACTION], "decided")
    old = next(claim for claim in fact.claims if claim.method != "person")
    assert old.state is ClaimState.SUPERSEDED
    assert [passage.exact for passage in old.evidence] == ["fined"]


def test_a_persons_own_value_keeps_all_that_it_rested_on(store: Store, made: dict[Tagged, int]) -> None:
    id_, spans = made[Tagged.ACTION], (Span(0, 6), Span(7, 12))
    with store.write("Set", by="ann") as writer:
        set_value(writer, id_, "decided", "2021", "ann", grounds=Grounds(1, spans))
    put(store, Tagged.ACTION, id_, "decided", PartialDate("2022"))
    (fact,) = facts(store, id_, "decided")
    (own,) = [claim for claim in fact.live if claim.value == fact.value]
    assert fact.value == "2022"
    assert sorted(passage.span for passage in own.evidence) == sorted(spans)


def test_the_sum_that_the_list_shows_is_corrected_in_its_ledger(
    store: Store, made: dict[Tagged, int]
) -> None:
    put(store, Tagged.ACTION, made[Tagged.ACTION], "amount", Money(2_600_000_00, "EUR"))
    (fact,) = [fact for fact in facts(store, made[Tagged.ACTION], "amount") if fact.live]
    states = {(claim.value, claim.state) for claim in fact.claims}
    assert states == {("€2,500,000", ClaimState.SUPERSEDED), ("€2,600,000", ClaimState.ACCEPTED)}


def test_without_a_sum_there_is_nothing_to_correct(store: Store) -> None:
    (proposal,) = keep(store, Proposals((action(""),)))
    id_ = accept(store, proposal)
    with pytest.raises(CellError, match="no sum"):
        put(store, Tagged.ACTION, id_, "amount", Money(1_00, "EUR"))


def test_what_does_not_fit_changes_nothing(store: Store, made: dict[Tagged, int]) -> None:
    before = row(store, made[Tagged.ACTION])
    with pytest.raises(FieldValueError):
        put(store, Tagged.ACTION, made[Tagged.ACTION], "status", "")
    assert row(store, made[Tagged.ACTION]) == before
