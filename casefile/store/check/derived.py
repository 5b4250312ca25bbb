"""Whether what is derived from the record agrees with it: lists, which step touched what, the index of words.

Lists are made anew in memory, some hundred rows at a time. The index of words is checked on a copy in the
connection's temporary schema, because SQLite's own check of it counts as writing.
"""

import re
import sqlite3
from typing import Any

from sqlalchemy import select, union
from sqlalchemy.orm import Session

from casefile.store import derived
from casefile.store.check.findings import Finding, FindingKind, Findings, Meter
from casefile.store.check.naming import Names
from casefile.store.schema.base import Base
from casefile.store.search import index

_FTS = re.compile(r'CREATE VIRTUAL TABLE "?(?P<name>\w+)"?\s+USING fts5', re.IGNORECASE)
_CONTENT_OF = re.compile(r"content\s*=\s*'(?P<view>\w+)'", re.IGNORECASE)


def check_lists(session: Session, names: Names, meter: Meter) -> Findings:
    """Rows behind the lists that are not what the record gives."""
    for table, record, listing, rows_of in derived.LISTS:
        ids = sorted(session.scalars(union(select(record.id), select(listing.id))))
        for some in derived.chunks(ids):
            meter.advance("Lists", len(some))
            stored = _stored(session, listing, some)
            try:
                wanted = {row["id"]: row for row in rows_of(session, some)}
            except (ValueError, KeyError, TypeError) as error:
                # What was entered from outside need not be a value that the program can read.
                yield Finding(FindingKind.LIST, f"The list of {table} cannot be compared: {error}.", table)
                continue
            for id_ in some:
                yield from _compare(table, id_, stored.get(id_), wanted.get(id_), names)


def check_subjects(connection: sqlite3.Connection, names: Names) -> Findings:
    """Records whose history does not name a step that touched them, or names one that is not there."""
    subjects = ", ".join(f"'{table}'" for table in derived.SUBJECTS)
    rows = connection.execute(
        f"WITH touched(step_id, record_table, record_id) AS ({derived.TOUCHED})"
        f" SELECT record_table, record_id, step_id FROM touched WHERE record_table IN ({subjects})"
        " AND NOT EXISTS (SELECT 1 FROM step_subject WHERE step_subject.record_table = touched.record_table"
        " AND step_subject.record_id = touched.record_id AND step_subject.step_id = touched.step_id)"
    )
    for table, id_, step in rows:
        yield Finding(
            FindingKind.LIST,
            f"The history of {names.record(table, id_)} does not name step {step}.",
            table,
            id_,
        )
    rows = connection.execute(
        "SELECT record_table, record_id, step_id FROM step_subject WHERE step_id NOT IN (SELECT id FROM step)"
    )
    for table, id_, step in rows:
        yield Finding(
            FindingKind.LIST,
            f"The history of {names.record(table, id_)} names step {step}, which is not there.",
            table,
            id_,
        )


def check_search(session: Session, connection: sqlite3.Connection, names: Names) -> Findings:
    """Search tables whose index is not that of their texts, or whose texts are not those of the record."""
    tables = {
        match["name"]: sql
        for (sql,) in connection.execute("SELECT sql FROM main.sqlite_master WHERE type = 'table'").fetchall()
        if (match := _FTS.match(sql or ""))
    }
    for name, sql in tables.items():
        if not _index_holds(connection, name, sql):
            yield Finding(
                FindingKind.SEARCH,
                f"The index of words {name} does not agree with its texts: a search may miss some of them.",
                name,
            )
    yield from _check_texts(session, connection, tables, names)


def _stored(session: Session, listing: type[Base], ids: list[int]) -> dict[int, dict[str, Any]]:
    rows = session.execute(select(*listing.__table__.columns).where(listing.id.in_(ids)))
    return {row["id"]: dict(row) for row in rows.mappings()}


def _compare(
    table: str, id_: int, stored: dict[str, Any] | None, wanted: dict[str, Any] | None, names: Names
) -> Findings:
    if stored == wanted:
        return
    record = names.record(table, id_)
    if stored is None:
        yield Finding(FindingKind.LIST, f"The list leaves out {record}.", table, id_)
    elif wanted is None:
        yield Finding(FindingKind.LIST, f"The list shows {record}, which is not there.", table, id_)
    else:
        for field, value in wanted.items():
            if stored[field] == value:
                continue
            before, after = names.value(field, wanted), names.value(field, stored)
            yield Finding(
                FindingKind.LIST,
                f"The list has {after} as the {names.field(field)} of {record}, the record has {before}.",
                table,
                id_,
                field,
                before,
                after,
            )


def _index_holds(connection: sqlite3.Connection, name: str, sql: str) -> bool:
    """Whether the index is that of its texts, by FTS5's own check of a copy."""
    external = _CONTENT_OF.search(sql)
    if external:
        view = external["view"]
        connection.execute(f'CREATE TEMP VIEW "{view}" AS SELECT * FROM main."{view}"')
    connection.execute(_FTS.sub(f'CREATE VIRTUAL TABLE temp."{name}" USING fts5', sql, count=1))
    try:
        for part in _parts(connection, name):
            connection.execute(f'DELETE FROM temp."{part}"')
            connection.execute(f'INSERT INTO temp."{part}" SELECT * FROM main."{part}"')
        connection.execute(f'INSERT INTO temp."{name}"("{name}", rank) VALUES (\'integrity-check\', 1)')
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        return False
    finally:
        connection.execute(f'DROP TABLE temp."{name}"')
        if external:
            connection.execute(f'DROP VIEW temp."{external["view"]}"')
    return True


def _check_texts(
    session: Session, connection: sqlite3.Connection, tables: dict[str, str], names: Names
) -> Findings:
    """Fills the search tables anew in the temporary schema, which hides the store's own meanwhile."""
    own = [name for name, sql in tables.items() if not _CONTENT_OF.search(sql)]
    for name, sql in tables.items():
        if name in own:
            connection.execute(_FTS.sub(f'CREATE VIRTUAL TABLE temp."{name}" USING fts5', sql, count=1))
        else:
            # It has no texts of its own: this takes the command that would index all sources again.
            connection.execute(f'CREATE TEMP TABLE "{name}" ("{name}")')
    try:
        index.rebuild(session)
        for name in own:
            for (id_,) in connection.execute(_differing(connection, name)):
                table = name.partition("_")[0]
                yield Finding(
                    FindingKind.SEARCH,
                    f"Search does not find {names.record(table, id_)} by its words.",
                    name,
                    id_,
                )
    finally:
        for name in tables:
            connection.execute(f'DROP TABLE temp."{name}"')


def _differing(connection: sqlite3.Connection, name: str) -> str:
    content = f"{name}_content"
    columns = [row[1] for row in connection.execute(f'PRAGMA main.table_info("{content}")')]
    differ = " OR ".join(f'stored."{column}" IS NOT wanted."{column}"' for column in columns)
    stored, wanted = f'main."{content}" AS stored', f'temp."{content}" AS wanted'
    return (
        f"SELECT stored.id FROM {stored} LEFT JOIN {wanted} ON wanted.id = stored.id WHERE {differ}"
        f" UNION SELECT wanted.id FROM {wanted} LEFT JOIN {stored} ON stored.id = wanted.id"
        " WHERE stored.id IS NULL"
    )


def _parts(connection: sqlite3.Connection, name: str) -> list[str]:
    rows = connection.execute(
        "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name IN (?, ?, ?, ?, ?)",
        [f"{name}_{part}" for part in ("data", "idx", "content", "docsize", "config")],
    )
    return [row[0] for row in rows]
