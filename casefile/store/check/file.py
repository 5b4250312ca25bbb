"""Whether the file is sound: pages and indexes, what rows point to, and the schema that keeps watch."""

import sqlite3
from contextlib import closing
from functools import cache

from sqlalchemy import create_engine

from casefile.store.check.findings import Finding, FindingKind, Findings
from casefile.store.check.naming import Names
from casefile.store.schema import Base
from casefile.store.schema.triggers import ddl

_SCHEMA = "SELECT name, type, sql FROM main.sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
Schema = dict[str, tuple[str, str]]


def check_pages(connection: sqlite3.Connection) -> Findings:
    """What SQLite itself finds wrong."""
    for (line,) in connection.execute("PRAGMA main.integrity_check"):
        if line != "ok":
            yield Finding(FindingKind.FILE, f"The file is damaged: {line}.")


def check_references(connection: sqlite3.Connection, names: Names) -> Findings:
    """Rows that point to what is not there; of changes without their step the journal's part tells."""
    for table, row_id, parent, _ in connection.execute("PRAGMA main.foreign_key_check"):
        if table != "change":
            record = _first_capital(names.record(table, row_id))
            sentence = f"{record} points to a row of {parent} that is not there."
            yield Finding(FindingKind.REFERENCE, sentence, table, row_id)


def check_schema(connection: sqlite3.Connection) -> Findings:
    """Tables, views and triggers that are missing, changed or none of the program's; an open step."""
    wanted, present = program_schema(), schema_of(connection)
    for name, (kind, sql) in sorted(wanted.items()):
        if name not in present:
            yield Finding(FindingKind.SCHEMA, f"The {kind} {name} is missing{_use(name)}.", name)
        elif present[name][1] != sql:
            yield Finding(FindingKind.SCHEMA, f"The {kind} {name} was changed{_use(name)}.", name)
    for name in sorted(present.keys() - wanted.keys()):
        yield Finding(FindingKind.SCHEMA, f"The {present[name][0]} {name} is none of Casefile's.", name)
    rows = connection.execute("SELECT step_id, purging FROM open_step").fetchall()
    if rows != [(None, 0)]:
        yield Finding(
            FindingKind.SCHEMA,
            "The store stands as if a step were being written: changes from outside would not be refused.",
            "open_step",
        )


def schema_of(connection: sqlite3.Connection) -> Schema:
    """Everything in the file by name: what it is, and its SQL with single blanks."""
    return {name: (kind, " ".join((sql or "").split())) for name, kind, sql in connection.execute(_SCHEMA)}


@cache
def program_schema() -> Schema:
    """What a new store has."""
    engine = create_engine("sqlite://")
    try:
        with engine.begin() as made:
            Base.metadata.create_all(made)
            for statement in ddl():
                made.exec_driver_sql(statement)
            connection = made.connection.driver_connection
            if not isinstance(connection, sqlite3.Connection):
                raise TypeError("the schema is made by SQLite's own driver")
            with closing(connection.cursor()):
                return schema_of(connection)
    finally:
        engine.dispose()


def _use(name: str) -> str:
    if name.startswith("journal_"):
        return ": changes to the table can go unnoticed"
    if name.startswith("keep_"):
        return ": what must never change can be changed"
    return ""


def _first_capital(text: str) -> str:
    return text[0].upper() + text[1:]
