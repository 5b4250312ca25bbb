"""Case files: renamed, filled with actions and sources, emptied again; all of it undone."""

import pytest
from sqlalchemy.dialects import sqlite

from casefile.proposals import Proposals
from casefile.store import cases, lists, queries, trash
from casefile.store.case_scope import case_actions
from casefile.store.history import record_history
from casefile.store.sources import sources_of
from casefile.store.store import Store
from tests.store.records import accept, action, keep, quote


@pytest.fixture
def case_id(store: Store) -> int:
    """A case file with an action whose source is 1; source 2 has a quote and rests on nothing."""
    known = accept(store, keep(store, Proposals(actions=(action(),)))[0])
    accept(store, keep(store, Proposals(quotes=(quote(),)), "b.txt")[0])
    with store.write("New case file", by="ann") as writer:
        made = cases.add_case(writer, "Faces")
        cases.add_action(writer, made, known)
    return made


def sources(store: Store, case_id: int) -> list[int]:
    with store.read() as reader:
        return sorted(lists.source_ids(reader, case_id))


def quotes(store: Store, case_id: int) -> list[int]:
    with store.read() as reader:
        return lists.quote_ids(reader, case_id)


def put_in(store: Store, case_id: int, *source_ids: int) -> None:
    with store.write("Add source to case file", by="ann") as writer:
        for source_id in source_ids:
            cases.add_source(writer, case_id, source_id)


def take_out(store: Store, case_id: int, *source_ids: int) -> int:
    with store.write("Take source out of case file", by="ann") as writer:
        return cases.take_out_sources(writer, case_id, source_ids)


def test_a_case_file_has_its_actions_sources_and_those_that_were_put_in(store: Store, case_id: int) -> None:
    assert (sources(store, case_id), quotes(store, case_id)) == ([1], [])
    put_in(store, case_id, 2, 2)
    assert (sources(store, case_id), quotes(store, case_id)) == ([1, 2], [1])
    store.undo("ann")
    assert (sources(store, case_id), quotes(store, case_id)) == ([1], [])
    store.redo("ann")
    assert take_out(store, case_id, 1, 2) == 1
    assert (sources(store, case_id), quotes(store, case_id)) == ([1], [])
    store.undo("ann")
    assert sources(store, case_id) == [1, 2]


def test_a_source_that_was_put_in_stays_when_its_action_goes(store: Store, case_id: int) -> None:
    put_in(store, case_id, 1)
    with store.write("Take action out of case file", by="ann") as writer:
        assert cases.take_out_actions(writer, case_id, [1, 77]) == 1
    with store.read() as reader:
        assert lists.action_ids(reader, case_id) == []
    assert sources(store, case_id) == [1]
    assert take_out(store, case_id, 1) == 1
    assert sources(store, case_id) == []


def test_a_source_in_the_trash_is_in_no_case_file_and_comes_back(store: Store, case_id: int) -> None:
    put_in(store, case_id, 2)
    with store.write("Move source to the trash", by="ann") as writer:
        trash.put_in_trash(writer, "source", [2])
    assert (sources(store, case_id), quotes(store, case_id)) == ([1], [])
    with store.write("Restore source", by="ann") as writer:
        trash.restore(writer, "source", [2])
    assert sources(store, case_id) == [1, 2]


def test_a_case_file_gets_another_title_and_purpose(store: Store, case_id: int) -> None:
    def row() -> tuple[str, str]:
        with store.read() as reader:
            (found,) = queries.case_rows(reader)
        return found.title, found.purpose

    with store.write("Rename", by="ann") as writer:
        cases.rename_case(writer, case_id, " Voices ", " For the board ")
    assert row() == ("Voices", "For the board")
    with store.write("Rename", by="ann") as writer:
        cases.rename_case(writer, case_id, "Ears")
    assert row() == ("Ears", "For the board")
    store.undo("ann")
    store.undo("ann")
    assert row() == ("Faces", "")
    with pytest.raises(ValueError, match="needs a title"), store.write("Rename", by="ann") as writer:
        cases.rename_case(writer, case_id, " ")


def test_the_history_tells_which_sources_came_and_went(store: Store, case_id: int) -> None:
    put_in(store, case_id, 2)
    take_out(store, case_id, 2)
    with store.read() as reader:
        told = [line.what for line in record_history(reader, "case_file", case_id)]
        of_source = [line.what for line in record_history(reader, "source", 2)]
    assert told[-2:] == ["Source set to source 2", "Source source 2 removed"]
    assert not any("source 2" in what for what in of_source)


def test_the_sources_of_actions_are_found_without_a_look_at_their_claims(store: Store) -> None:
    query = sources_of(case_actions(1)).compile(
        dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}
    )
    with store.read() as reader:
        plan = reader.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {query}").all()
    steps = [row[3] for row in plan if "claim" in row[3]]
    assert steps == ["SEARCH claim USING COVERING INDEX ix_claim_record (record_table=? AND record_id=?)"] * 3
