"""The timeline of a store: events, decisions, sums and appeals by date, with whom they concern."""

from pathlib import Path

import pytest
from sqlalchemy import literal, select

from casefile.proposals import EventProposal, Proposals
from casefile.store import cases, timeline, timeline_dates, trash
from casefile.store.lists import Order
from casefile.store.rows import TimelineRow
from casefile.store.schema.details import Appeal
from casefile.store.schema.record import Action, LedgerEntry
from casefile.store.sources import sort_key
from casefile.store.store import Store
from casefile.store.timeline_dates import Scope, dated_row, first_day, id_of, ids_in_order, statement_in_order
from casefile.terms import AmountScale, LedgerBasis, TimelineKind
from casefile.values import PartialDate, Span
from tests.store.records import accept, action, because, keep, quote


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An action of March 2025, later reduced, and an event of its source."""
    made = Store.create(tmp_path / "a.casefile")
    said = because("fined")
    event = EventProposal(PartialDate("2024-06"), said.spans[0], "The AP looked", said)
    proposals = Proposals(actions=(action(),), quotes=(quote(),), events=(event,))
    for proposal_id in keep(made, proposals, "first.txt"):
        accept(made, proposal_id)
    with made.write("Reduce", by="ann") as writer:
        writer.add(
            LedgerEntry(
                measure_id=1, position=1, basis=LedgerBasis.REDUCED, amount_minor=100_000_000, currency="EUR",
                scale=AmountScale.STATED, per="", dated=PartialDate("2026-01"),
            )
        )  # fmt: skip
    return made


BY_DATE = Order("date")


def rows(store: Store, case_id: int | None = None, order: Order = BY_DATE) -> list[TimelineRow]:
    with store.read() as reader:
        return timeline.timeline_rows(reader, timeline.timeline_ids(reader, case_id, order))


def test_it_holds_events_decisions_and_sums_in_order_of_time(store: Store) -> None:
    assert [(str(row.dated), row.kind, row.words) for row in rows(store)] == [
        ("June 2024", TimelineKind.EVENT, "The AP looked"),
        ("3 March 2025", TimelineKind.FINE, "Acme Corp: Fine, €2,500,000"),
        ("January 2026", TimelineKind.RULING, "Acme Corp: Reduced: €1,000,000"),
    ]
    assert [row.words for row in rows(store, order=Order("date", descending=True))][-1] == "The AP looked"


@pytest.mark.parametrize("by", timeline.SORTS)
def test_every_order_holds_the_same(store: Store, by: str) -> None:
    assert {row.id for row in rows(store, order=Order(by))} == {row.id for row in rows(store)}


def test_an_event_concerns_whom_its_source_speaks_of(store: Store) -> None:
    event = rows(store)[0]
    assert (event.respondents, event.action_id) == (("Acme Corp",), None)
    assert event.authorities == ("Autoriteit Persoonsgegevens",)
    assert {row.source_title for row in rows(store)} == {"first.txt"}


def test_rows_about_the_same_parties_share_their_names(store: Store) -> None:
    with store.read() as reader:
        drawn = [row for row in timeline.newest(reader).rows if row.action_id is not None]
    assert len(drawn) == 2
    assert drawn[0].respondents is drawn[1].respondents
    assert drawn[0].authorities is drawn[1].authorities


def test_every_row_leads_to_its_passage(store: Store) -> None:
    with store.read() as reader:
        event, decision, reduced = timeline.timeline_ids(reader)
        assert timeline.passage_of(reader, event) == (1, Span(7, 12))
        assert timeline.passage_of(reader, decision) == (1, Span(7, 12))
        assert timeline.passage_of(reader, reduced) is None
        assert timeline.passage_of(reader, 999) is None


def test_further_dates_of_an_action_and_its_appeals_belong_to_it(store: Store) -> None:
    with store.write("More dates", by="ann") as writer:
        found = writer.get_one(Action, 1)
        found.opened = PartialDate("2023~")
        found.conduct = PartialDate("2020/2022")
        found.announced = found.decided
        writer.add(
            Appeal(
                action_id=1, from_body="", from_number="", to_body="Rechtbank Den Haag", to_number="",
                status="pending", url="", dated=PartialDate("2025-05"),
            )
        )  # fmt: skip
    assert [row.words for row in rows(store)] == [
        "Acme Corp: Conduct period",
        "Acme Corp: Opened",
        "The AP looked",
        "Acme Corp: Fine, €2,500,000",
        "Acme Corp: Appeal to Rechtbank Den Haag: pending",
        "Acme Corp: Reduced: €1,000,000",
    ]


def test_what_lies_in_the_trash_is_not_there(store: Store) -> None:
    with store.write("Trash", by="ann") as writer:
        trash.put_in_trash(writer, "action", [1])
    assert [(row.words, row.respondents) for row in rows(store)] == [("The AP looked", ())]
    with store.write("Trash", by="ann") as writer:
        trash.put_in_trash(writer, "source", [1])
    assert rows(store) == []


def test_what_a_case_file_is_asked_can_be_made_ahead(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for kept in (statement_in_order, timeline_dates._counts, timeline_dates._count_of_events):
        kept.cache_clear()
    timeline_dates.make_statements()
    monkeypatch.setattr(timeline_dates, "in_words", lambda _: pytest.fail("a statement is made"))
    with store.read() as reader:
        for descending in (False, True):
            timeline.timeline_ids(reader, 1, Order("date", descending))
        timeline.newest(reader, 1, limit=0)


def test_a_case_file_has_its_own(store: Store) -> None:
    accept(store, keep(store, Proposals(actions=(action(day="2022-02-02"),)), "second.txt")[0])
    with store.write("Case", by="ann") as writer:
        case_id = cases.add_case(writer, "Second")
        cases.add_action(writer, case_id, 2)
    assert [row.words for row in rows(store, case_id)] == ["Acme Corp: Fine, €2,500,000"]
    assert len(rows(store)) == 4
    with store.read() as reader:
        assert timeline.newest(reader, case_id).total == 1


def test_of_too_many_the_newest_are_drawn_and_all_are_counted(store: Store) -> None:
    with store.read() as reader:
        whole, some = timeline.newest(reader), timeline.newest(reader, limit=2)
    assert (len(whole.rows), whole.total, whole.undated) == (3, 3, 0)
    assert [row.id for row in some.rows] == [row.id for row in whole.rows[1:]]
    assert some.total == 3


@pytest.mark.parametrize("by", ["date", "about"])
def test_what_stands_on_one_day_is_in_the_order_of_the_ids_the_other_way_round_too(
    store: Store, by: str
) -> None:
    for number in range(3):
        accept(store, keep(store, Proposals(actions=(action(),)), f"again {number}.txt")[0])
    with store.write("Case", by="ann") as writer:
        case_id = cases.add_case(writer, "All")
        for action_id in range(1, 5):
            cases.add_action(writer, case_id, action_id)
    with store.read() as reader:
        for case in (None, case_id):
            ids = timeline.timeline_ids(reader, case, Order(by))
            assert ids[::-1] == timeline.timeline_ids(reader, case, Order(by, descending=True))
            assert ids[::-1] == ids_in_order(reader, case, by, descending=True)
            same_day = [id_ for id_ in ids if id_ < 0 and dated_row(id_).what == "decided"]
            assert same_day == sorted(same_day)
            assert len(same_day) == 4


def test_a_case_file_that_changes_has_another_timeline(store: Store) -> None:
    with store.write("Case", by="ann") as writer:
        case_id = cases.add_case(writer, "First")
    assert rows(store, case_id) == []
    with store.write("Add", by="ann") as writer:
        cases.add_action(writer, case_id, 1)
    assert len(rows(store, case_id)) == 3
    store.undo("ann")
    assert rows(store, case_id) == []


def test_the_actions_of_a_case_file_are_looked_up_once_and_its_sums_by_them(store: Store) -> None:
    with store.read() as reader:
        statement = statement_in_order(Scope(of_case=True), "date", descending=False)
        plan = reader.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", (1, "[]", -1)).all()
    assert len([row[3] for row in plan if "case_file_action" in row[3]]) == 1
    assert [row[3] for row in plan if "ledger_entry" in row[3]] == [
        "SEARCH ledger_entry USING INDEX ix_ledger_entry_measure_id (measure_id=?)"
    ]


def test_of_too_many_in_a_case_file_all_are_counted(store: Store) -> None:
    with store.write("Case", by="ann") as writer:
        case_id = cases.add_case(writer, "First")
        cases.add_action(writer, case_id, 1)
    with store.read() as reader:
        whole, some = timeline.newest(reader, case_id), timeline.newest(reader, case_id, limit=1)
    assert (whole.total, some.total) == (3, 3)
    assert [row.id for row in some.rows] == [whole.rows[-1].id]


def test_what_has_no_date_is_counted_and_can_be_asked_for(store: Store) -> None:
    accept(store, keep(store, Proposals(actions=(action(day=None),)), "second.txt")[0])
    with store.read() as reader:
        assert timeline.newest(reader).undated == 1
        (row,) = timeline.undated_rows(reader)
    assert (row.words, row.dated, dated_row(row.id)) == ("Acme Corp: Fine, €2,500,000", None, ("decided", 2))
    assert len(rows(store)) == 3


def test_an_id_tells_what_it_stands_for() -> None:
    for what in ("decided", "final", "ledger_entry", "appeal"):
        for row_id in (1, 77, 123_456):
            assert dated_row(id_of(what, row_id)) == (what, row_id)
            assert id_of(what, row_id) < 0


@pytest.mark.parametrize(
    "edtf",
    [
        "2024", "2024~", "2024-06", "2024-06?", "2024-06-03", "2024-06-03%", "2024-21", "2024-24", "2024-33",
        "2024-34~", "2024-36", "2023/2024", "2023-05/..", "../2024", "2024-35/2025", "0900-12",
    ],
)  # fmt: skip
def test_the_store_sorts_a_date_by_the_first_day_that_it_may_mean(store: Store, edtf: str) -> None:
    with store.read() as reader:
        assert reader.scalar(select(first_day(literal(edtf)))) == sort_key(PartialDate(edtf))
