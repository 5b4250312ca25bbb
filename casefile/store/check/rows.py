"""Whether every row of the record is what its last change in the journal says.

Rows are compared as the JSON that the triggers write, a whole table in one statement; only what differs is
looked at key by key. Rows that were journalled before a column came must hold that column's default.
"""

import sqlite3
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Table

from casefile.store.check.findings import Finding, FindingKind, Findings, Meter
from casefile.store.check.naming import Names, Row, parsed
from casefile.store.schema.triggers import journalled_tables

_ABSENT: Any = object()


def check_rows(connection: sqlite3.Connection, names: Names, meter: Meter) -> Findings:
    """Rows that were changed, deleted or added outside the program, and a journal that contradicts itself."""
    for table in journalled_tables():
        meter.advance(f"Rows: {table.name}", 0)
        yield from _check_table(connection, table, names)
        yield from _check_added(connection, table, names)
        yield from _check_sequence(connection, table, names)
        meter.advance(f"Rows: {table.name}", _count(connection, table))


def _check_table(connection: sqlite3.Connection, table: Table, names: Names) -> Findings:
    rows = connection.execute(_latest_sql(table), {"table": table.name})
    for id_, last, present in rows:
        if present is None:
            yield _missing(table, id_, parsed(last), names)
        elif last is None:
            yield _added(table, id_, parsed(present), names)
        else:
            yield from _compare(table, id_, parsed(last), parsed(present), names)


def _check_added(connection: sqlite3.Connection, table: Table, names: Names) -> Findings:
    """Rows of which the journal says nothing at all."""
    rows = connection.execute(
        f'SELECT id, {_json(table)} FROM "{table.name}" AS present WHERE NOT EXISTS'
        " (SELECT 1 FROM change WHERE table_name = :table AND row_id = present.id)",
        {"table": table.name},
    )
    for id_, present in rows:
        yield _added(table, id_, parsed(present), names)


def _check_sequence(connection: sqlite3.Connection, table: Table, names: Names) -> Findings:
    """Changes that do not begin with what the change before them ended with."""
    rows = connection.execute(_SEQUENCE, {"table": table.name})
    for id_, step, earlier, before, previous in rows:
        old, new = parsed(previous), parsed(before)
        if (before is None) is (previous is None) and not any(_differences(table, old, new)):
            continue
        where = f"step {step}" if earlier is None else f"step {earlier} or step {step}"
        yield Finding(
            FindingKind.CHANGE_ALTERED,
            f"What the journal says of {names.record(table.name, id_, old or new)} was altered in {where}:"
            " the one does not begin with what the other ended with.",
            table.name,
            id_,
        )


_SEQUENCE = """
SELECT row_id, step_id, earlier, before, previous FROM (
    SELECT row_id, step_id, before, lag(step_id) OVER rows_of AS earlier, lag(after) OVER rows_of AS previous
    FROM change WHERE table_name = :table WINDOW rows_of AS (PARTITION BY row_id ORDER BY id)
) WHERE before IS NOT previous
"""


def _latest_sql(table: Table) -> str:
    """The rows whose JSON is not that of their last change, as id, journal's JSON and present JSON."""
    present = f"CASE WHEN present.id IS NULL THEN NULL ELSE {_json(table)} END"
    return (
        f"SELECT latest.row_id, change.after, {present} FROM"
        " (SELECT row_id, max(id) AS last FROM change WHERE table_name = :table GROUP BY row_id) AS latest"
        f' JOIN change ON change.id = latest.last LEFT JOIN "{table.name}" AS present'
        f" ON present.id = latest.row_id WHERE change.after IS NOT ({present})"
    )


def _json(table: Table) -> str:
    pairs = ", ".join(f"'{column.name}', present.\"{column.name}\"" for column in table.columns)
    return f"json_object({pairs})"


def _count(connection: sqlite3.Connection, table: Table) -> int:
    return int(connection.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()[0])


def _compare(table: Table, id_: int, last: Row, present: Row, names: Names) -> Findings:
    if not last:
        yield Finding(
            FindingKind.CHANGE_ALTERED,
            f"What the journal says of {names.record(table.name, id_, present)} cannot be read:"
            " it was altered outside the program.",
            table.name,
            id_,
        )
        return
    for field, old, new in _differences(table, last, present):
        known = last if old is not _ABSENT else {**last, field: _default(table, field)}
        before, after = names.values(field, known, present if new is not _ABSENT else {})
        yield Finding(
            FindingKind.ROW_CHANGED,
            f"The {names.field(field)} of {names.record(table.name, id_, last)} was changed outside the"
            f" program from {before} to {after}.",
            table.name,
            id_,
            field,
            before,
            after,
        )


def _differences(table: Table, old: Row, new: Row) -> Iterator[tuple[str, Any, Any]]:
    """The columns that differ with their values, ``_ABSENT`` where one of the rows is older than a column."""
    for column in table.columns:
        one, other = old.get(column.name, _ABSENT), new.get(column.name, _ABSENT)
        if one is _ABSENT and other is not _ABSENT:
            differs = str(other) != str(_default(table, column.name))
        else:
            differs = one is not other and (one != other or type(one) is not type(other))
        if differs:
            yield column.name, one, other


def _default(table: Table, name: str) -> Any:  # noqa: ANN401
    """What rows from before the column hold."""
    default = table.columns[name].server_default
    return getattr(default, "arg", None)


def _missing(table: Table, id_: int, last: Row, names: Names) -> Finding:
    record = names.record(table.name, id_, last)
    sentence = f"{record[0].upper()}{record[1:]} was deleted outside the program."
    return Finding(FindingKind.ROW_MISSING, sentence, table.name, id_)


def _added(table: Table, id_: int, present: Row, names: Names) -> Finding:
    record = names.record(table.name, id_, present)
    sentence = f"{record[0].upper()}{record[1:]} was added outside the program."
    return Finding(FindingKind.ROW_ADDED, sentence, table.name, id_)
