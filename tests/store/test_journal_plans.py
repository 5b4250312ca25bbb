"""How undo finds its way: never by looking at every step, or at every row that might point to another."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from sqlalchemy import Engine, event

from casefile.proposals import Proposals
from casefile.store import journal, trash
from casefile.store.store import Store
from tests.store.records import accept, action, keep, quote

Plans = dict[str, list[str]]


@contextmanager
def plans() -> Iterator[Plans]:
    """SQLite's plan for each statement that is run meanwhile."""
    found: Plans = {}

    def note(connection: Any, cursor: Any, statement: str, parameters: Any, *_: Any) -> None:  # noqa: ANN401
        assert cursor is not None
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        one = parameters[0] if isinstance(parameters, list) else parameters
        if statement.startswith(("SELECT", "UPDATE", "DELETE", "INSERT")):
            rows = raw.execute(f"EXPLAIN QUERY PLAN {statement}", one).fetchall()
            found.setdefault(statement, [row[3] for row in rows])

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def scanned(found: Plans) -> set[str]:
    """The store's tables that were looked through from end to end; the one row of open_step is none."""
    lines = (line.split() for plan in found.values() for line in plan)
    return {
        words[1]
        for words in lines
        if words[0] == "SCAN" and "VIRTUAL" not in words and words[1] not in ("open_step", "CONSTANT")
    } - {"(subquery-1)", "(subquery-2)", "json_each"}


def undone(store: Store, work: Callable[[], object]) -> set[str]:
    work()
    with plans() as found:
        store.undo("ann")
        store.redo("ann")
        store.undo("ann")
    assert found
    return scanned(found)


def test_what_can_be_undone_or_redone_is_found_without_looking_at_every_step(store: Store) -> None:
    keep(store, Proposals())
    with store.read() as reader, plans() as found:
        assert journal.undo_candidate(reader) is not None
        assert journal.redo_candidate(reader) is None
    assert found
    assert scanned(found) == set()


def test_undo_of_an_import_looks_no_table_through(store: Store) -> None:
    assert undone(store, lambda: keep(store, Proposals(actions=(action(),)))) == set()


def test_undo_of_an_acceptance_looks_no_table_through(store: Store) -> None:
    ids = keep(store, Proposals(actions=(action(),), quotes=(quote(),)))
    for id_ in ids:
        assert undone(store, partial(accept, store, id_)) == set()
        store.redo("ann")


def test_undo_of_a_change_looks_no_table_through(store: Store) -> None:
    keep(store, Proposals())

    def put_in_trash() -> None:
        with store.write("Trash", by="ann") as writer:
            trash.put_in_trash(writer, "source", [1])

    assert undone(store, put_in_trash) == set()
