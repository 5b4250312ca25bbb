"""The events of a case file and of an action: in their order, found without a look at all other events."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, select, text

from casefile.store import cases, lists, queries
from casefile.store.lists import EVENT_SORTS, Order
from casefile.store.schema.evidence import Claim
from casefile.store.store import Reader, Store
from tests.benchmarks.generated_store import SOURCES_AN_ACTION, make_store

SOURCES = 60
FURTHER = (3, 40)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve actions, of which a case file has five; the fourth rests on two further sources."""
    path = tmp_path_factory.mktemp("events") / "made.casefile"
    make_store(path, SOURCES)
    store = Store.open(path)
    with store.write("Case file", by="ann") as writer:
        cases.add_records(writer, cases.add_case(writer, "Some"), "action", [1, 4, 5, 8, 12])
        claim = writer.scalars(select(Claim).where(Claim.record_id == 4, Claim.field == "kind")).first()
        assert claim is not None
        columns = {one.name: getattr(claim, one.name) for one in Claim.__table__.columns if one.name != "id"}
        writer.add_all(Claim(**columns | {"source_id": source}) for source in FURTHER)
    store.close()
    return path


@pytest.fixture
def reader(made: Path) -> Iterator[Reader]:
    store = Store.open(made, read_only=True)
    with store.read() as reader:
        yield reader
    store.close()


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("by", EVENT_SORTS)
def test_a_case_file_s_events_come_in_the_order_of_all(reader: Reader, by: str, *, descending: bool) -> None:
    order = Order(by, descending)
    some = {1 + SOURCES_AN_ACTION * (action - 1) for action in (1, 4, 5, 8, 12)} | set(FURTHER)
    of_source = dict(tuple(row) for row in reader.execute(text("SELECT id, source_id FROM event_list")))
    expected = [id_ for id_ in lists.event_ids(reader, order=order) if of_source[id_] in some]
    assert lists.event_ids(reader, 1, order) == expected
    assert len(expected) == 7


def test_no_question_for_them_goes_through_every_event(reader: Reader) -> None:
    reader.execute(text("SELECT 1"))
    asked: list[tuple[str, tuple[Any, ...]]] = []

    def note(_c: object, _u: object, statement: str, values: tuple[Any, ...], *_: object) -> None:
        if "FROM event_list" in statement:
            asked.append((statement, values))

    event.listen(reader.get_bind(), "before_cursor_execute", note)
    queries.action_record(reader, 4)
    lists.event_ids(reader, 1)
    event.remove(reader.get_bind(), "before_cursor_execute", note)
    assert len(asked) == 2
    for statement, values in asked:
        plan = reader.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
        assert "ix_event_list_dated_sort" not in " ".join(str(row) for row in plan)


def test_an_action_s_events_come_earliest_first(reader: Reader) -> None:
    days = [row.dated.earliest for row in queries.action_record(reader, 4).events]
    assert days == sorted(days)
    assert len(set(days)) == 3
