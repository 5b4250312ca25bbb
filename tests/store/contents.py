"""What a store holds, to be compared with what it held before."""

from typing import Any

from sqlalchemy import text

from casefile.store.schema.triggers import journalled_tables
from casefile.store.store import Reader
from tests.store.operations import RECORD_TABLES

Content = dict[str, list[tuple[Any, ...]]]
_LISTS = ("action_list", "source_list", "quote_list", "event_list")
_NOT_COMPARED = {"action_list": ("changed_at",)}
"""Of the lists, what tells when something happened: that is of the history, which only grows."""


def content(reader: Reader) -> Content:
    """Everything that undo takes back, and what is derived of it, by table."""
    names = [table.name for table in journalled_tables() if table.name not in RECORD_TABLES]
    indexed = reader.scalars(
        text("SELECT name FROM sqlite_master WHERE name LIKE '%\\_content' ESCAPE '\\' ORDER BY name")
    )
    return {name: rows(reader, name) for name in (*names, *_LISTS, *indexed, "source_search_docsize")}


def rows(reader: Reader, table: str) -> list[tuple[Any, ...]]:
    """The rows of a table as they lie in the file."""
    hidden = _NOT_COMPARED.get(table, ())
    columns = [
        row[1] for row in reader.execute(text(f'PRAGMA table_info("{table}")')) if row[1] not in hidden
    ]
    names = ", ".join(f'"{column}"' for column in columns)
    found = reader.execute(text(f'SELECT {names} FROM "{table}" ORDER BY id'))  # noqa: S608
    return [tuple(row) for row in found]
