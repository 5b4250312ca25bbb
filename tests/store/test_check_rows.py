"""A check finds a change in any column of any journalled table, and a row less or more in any of them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Table

from casefile.progress import SILENT
from casefile.store.check.findings import Finding, FindingKind, Meter
from casefile.store.check.naming import Names
from casefile.store.check.rows import check_rows
from casefile.store.schema.triggers import journalled_tables
from casefile.store.store import Store
from tests.store.operations import fill

TABLES = journalled_tables()


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """A store in which everything is, without its triggers."""
    path: Path = tmp_path_factory.mktemp("rows") / "full.casefile"
    with closing(Store.create(path)) as store:
        fill(store)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        for (name,) in other.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            other.execute(f'DROP TRIGGER "{name}"')
        yield other


@contextmanager
def taken_back(connection: sqlite3.Connection) -> Iterator[None]:
    """What is changed inside is as it was afterwards."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")


def found(connection: sqlite3.Connection) -> list[Finding]:
    """What a check of the rows finds."""
    return list(check_rows(connection, Names(connection), Meter(SILENT, 1)))


def test_the_store_is_whole_to_begin_with(connection: sqlite3.Connection) -> None:
    assert found(connection) == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_change_in_any_column_is_found(connection: sqlite3.Connection, table: Table) -> None:
    name = table.name
    (id_,) = connection.execute(f'SELECT min(id) FROM "{name}"').fetchone()  # noqa: S608
    assert id_ is not None, "the store has no row to change"
    for column in table.columns:
        if column.primary_key:
            continue
        changed = {"INTEGER": f'coalesce("{column.name}", 0) + 1000', "REAL": f'"{column.name}" + 0.25'}.get(
            column.type.compile(), f"coalesce(\"{column.name}\", '') || 'x'"
        )
        with taken_back(connection):
            connection.execute(f'UPDATE "{name}" SET "{column.name}" = {changed} WHERE id = {id_}')  # noqa: S608
            (finding,) = found(connection)
        assert finding.kind is FindingKind.ROW_CHANGED
        assert (finding.table, finding.record_id, finding.field) == (name, id_, column.name)
        assert finding.before != finding.after
        assert " was changed outside the program from " in finding.sentence


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_row_less_or_more_is_found(connection: sqlite3.Connection, table: Table) -> None:
    name = table.name
    with taken_back(connection):
        (id_,) = connection.execute(f'SELECT max(id) FROM "{name}"').fetchone()  # noqa: S608
        connection.execute(f'DELETE FROM "{name}" WHERE id = {id_}')  # noqa: S608
        missing = [one for one in found(connection) if one.kind is FindingKind.ROW_MISSING]
    assert [(one.table, one.record_id) for one in missing] == [(name, id_)]
    with taken_back(connection):
        # The same row under another id: no name in it is new, and it still has to be found.
        connection.execute(f'UPDATE "{name}" SET id = 4711 WHERE id = {id_}')  # noqa: S608
        kinds = {(one.kind, one.record_id) for one in found(connection)}
    assert kinds == {(FindingKind.ROW_MISSING, id_), (FindingKind.ROW_ADDED, 4711)}
