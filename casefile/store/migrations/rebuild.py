"""Brings a store to a dumped schema, keeping every row. Inside a migration; imports SQLAlchemy only.

A dump is the whole schema of one format, a statement to a blank-line paragraph, in the order in which the
statements must run. ``python -m casefile.store.migrations.dump`` prints that of the present format.
"""

import re

from sqlalchemy import Connection

_NAME = re.compile(r'CREATE (?:UNIQUE )?(?:VIRTUAL )?(TABLE|INDEX|TRIGGER|VIEW) "?(\w+)"?')


def rebuild(connection: Connection, dump: str) -> None:
    """Makes the schema that of the dump; foreign keys have to be off.

    Tables that differ are made anew and take over the columns that both have; tables and columns that the
    dump does not name are dropped. What is derived (search tables, triggers, views) is empty afterwards.
    """
    _drop_derived(connection)
    connection.exec_driver_sql("PRAGMA legacy_alter_table = ON")
    known = _statements(connection)
    statements = dump.strip().split("\n\n")
    for statement in statements:
        kind, name = described(statement)
        if kind == "TABLE" and name in known:
            _renew_table(connection, name, known[name], statement)
        elif kind == "INDEX" and name in _statements(connection):
            continue
        else:
            connection.exec_driver_sql(statement)
    for name in known.keys() - {described(statement)[1] for statement in statements} - {"alembic_version"}:
        kind, _ = described(known[name])
        connection.exec_driver_sql(f'DROP {kind} IF EXISTS "{name}"')
    connection.exec_driver_sql("PRAGMA legacy_alter_table = OFF")


def described(statement: str) -> tuple[str, str]:
    """What the statement makes, and its name; ``ValueError`` for one that makes nothing known."""
    match = _NAME.match(statement)
    if match is None:
        raise ValueError(f"no statement of a schema: {statement[:60]!r}")
    return match[1], match[2]


def normalised(statement: str) -> str:
    """The statement with single spaces, for comparing."""
    return " ".join(statement.split())


def _statements(connection: Connection) -> dict[str, str]:
    rows = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
    )
    return {row[0]: row[1] for row in rows}


def _drop_derived(connection: Connection) -> None:
    for kind, like in (
        ("trigger", "CREATE TRIGGER%"),
        ("table", "CREATE VIRTUAL%"),
        ("view", "CREATE VIEW%"),
    ):
        names = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = ? AND sql LIKE ?", (kind, like)
        )
        for (name,) in names.all():
            connection.exec_driver_sql(f'DROP {kind} "{name}"')


def _renew_table(connection: Connection, name: str, old: str, new: str) -> None:
    if normalised(old) == normalised(new):
        return
    indexes = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL", (name,)
    )
    for (index,) in indexes.all():
        connection.exec_driver_sql(f'DROP INDEX "{index}"')
    connection.exec_driver_sql(f'ALTER TABLE "{name}" RENAME TO "old_{name}"')
    connection.exec_driver_sql(new)
    both = ", ".join(f'"{column}"' for column in _columns(connection, f"old_{name}") if column in
                     _columns(connection, name))  # fmt: skip
    connection.exec_driver_sql(f'INSERT INTO "{name}" ({both}) SELECT {both} FROM "old_{name}"')  # noqa: S608
    connection.exec_driver_sql(f'DROP TABLE "old_{name}"')


def _columns(connection: Connection, table: str) -> list[str]:
    return [row[1] for row in connection.exec_driver_sql(f'PRAGMA table_info("{table}")')]
