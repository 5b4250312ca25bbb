"""Statements in SQL's own words, for what is asked at every step. Imports SQLAlchemy only.

To make and look up a statement of SQLAlchemy's takes several times as long as SQLite takes for the few rows
of a step. Values go in and come out as the database holds them; what the session has pending is written
first, as it is before any other statement.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, cast

from sqlalchemy import BindParameter, CompoundSelect, Select, bindparam
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

IDS: BindParameter[Any] = bindparam("ids", expanding=True)
"""The ids that a statement asks for that is made once, not each time that it is asked."""


_PIECE = 16_000
"""Letters of a long list that are read at one go: a fraction of a millisecond."""


def listed_ids(text: str) -> list[int]:
    """The ids of a list that SQLite's ``json_group_array`` has made.

    Piece by piece: of 100,000 at one go the window would wait for Python for as long as for a picture.
    """
    found: list[int] = []
    start, end = 1, len(text) - 1
    while start < end:
        comma = text.find(",", start + _PIECE)
        stop = comma if comma >= 0 else end
        found += json.loads(f"[{text[start:stop]}]")
        start = stop + 1
    return found


def in_words(query: Select[Any] | CompoundSelect[Any]) -> str:
    """The query as SQLite is told it, with its values in it: only for values that are the program's own."""
    return str(query.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))


def stream(session: Session, statement: str, values: Sequence[object] = ()) -> Iterator[Any]:
    """The rows as SQLite finds them; ``{marks}`` stands for as many question marks as there are values."""
    yield from cast("Iterable[Any]", _cursor(session, statement, values))


def fetch(session: Session, statement: str, values: Sequence[object] = ()) -> list[Any]:
    """All rows at once, as :func:`stream` gives them."""
    return list(_cursor(session, statement, values).fetchall())


def first(session: Session, statement: str, values: Sequence[object] = ()) -> Any:  # noqa: ANN401
    """The first value of the first row, None where there is no row."""
    rows = fetch(session, statement, values)
    return rows[0][0] if rows else None


def _cursor(session: Session, statement: str, values: Sequence[object]) -> Any:  # noqa: ANN401
    """The driver's own, about to give the first row."""
    session.flush()
    if "{marks}" in statement:
        statement = statement.format(marks=", ".join("?" * len(values)))
    return session.connection().exec_driver_sql(statement, tuple(values)).cursor


def run(session: Session, statement: str, rows: Iterable[Sequence[object]] = ((),)) -> None:
    """Runs the statement once for each row of values."""
    session.flush()
    given = [tuple(row) for row in rows]
    if given:
        session.connection().exec_driver_sql(statement, given if len(given) > 1 else given[0])
