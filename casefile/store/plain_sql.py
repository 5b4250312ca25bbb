"""Statements in SQL's own words, for what is asked at every step. Imports SQLAlchemy only.

To make and look up a statement of SQLAlchemy's takes several times as long as SQLite takes for the few rows
of a step. Values go in and come out as the database holds them; what the session has pending is written
first, as it is before any other statement.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, cast

from sqlalchemy import CompoundSelect, Select
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session


def in_words(query: Select[Any] | CompoundSelect[Any]) -> str:
    """The query as SQLite is told it, with its values in it: only for values that are the program's own."""
    return str(query.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))


def stream(session: Session, statement: str, values: Sequence[object] = ()) -> Iterator[Any]:
    """The rows as SQLite finds them; ``{marks}`` stands for as many question marks as there are values."""
    session.flush()
    if "{marks}" in statement:
        statement = statement.format(marks=", ".join("?" * len(values)))
    cursor = session.connection().exec_driver_sql(statement, tuple(values)).cursor
    yield from cast("Iterable[Any]", cursor)


def fetch(session: Session, statement: str, values: Sequence[object] = ()) -> list[Any]:
    """All rows at once, as :func:`stream` gives them."""
    return list(stream(session, statement, values))


def first(session: Session, statement: str, values: Sequence[object] = ()) -> Any:  # noqa: ANN401
    """The first value of the first row, None where there is no row."""
    rows = fetch(session, statement, values)
    return rows[0][0] if rows else None


def run(session: Session, statement: str, rows: Iterable[Sequence[object]] = ((),)) -> None:
    """Runs the statement once for each row of values."""
    session.flush()
    given = [tuple(row) for row in rows]
    if given:
        session.connection().exec_driver_sql(statement, given if len(given) > 1 else given[0])
