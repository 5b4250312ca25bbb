"""Rows of a bundle put into a store under fresh numbers, and what each number became. Inside a write."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from casefile.progress import Task
from casefile.store.bundles.content import BundleContent, BundleReceipt, Row
from casefile.store.plain_sql import first, run
from casefile.store.schema import Base
from casefile.store.store import Writer


class Numbers:
    """By table what each number of the bundle is in the store; None for what was not brought."""

    def __init__(self) -> None:
        self._numbers: dict[str, dict[int, int]] = defaultdict(dict)

    def __getitem__(self, table: str) -> dict[int, int]:
        return self._numbers[table]

    def of(self, table: str, id_: int | None) -> int | None:
        """What the row of the bundle is here; None for none, and for one that was not brought."""
        return None if id_ is None else self._numbers[table].get(id_)


@dataclass
class Arrival:
    """One bundle on its way into a store."""

    writer: Writer
    content: BundleContent
    task: Task
    now: str
    """As the database writes moments."""
    numbers: Numbers = field(default_factory=Numbers)
    receipt: BundleReceipt = field(default_factory=BundleReceipt)
    new_actions: set[int] = field(default_factory=set)
    """Numbers in the bundle of the actions that were not here."""
    new_parties: set[int] = field(default_factory=set)
    """The same of the parties."""

    def add(self, table: str, rows: Iterable[Row]) -> None:
        """Puts copies of the rows in under fresh numbers, in their order, and notes those."""
        free, made = next_id(self.writer, table), []
        for place, row in enumerate(rows):
            self.numbers[table][row["id"]] = free + place
            made.append(row | {"id": free + place})
        add_rows(self.writer, table, made)

    def first(self, statement: str, *values: object) -> Any:  # noqa: ANN401
        """The first value of the first row, None where there is no row."""
        return first(self.writer, statement, values)

    def same(self, table: str, row: Row, columns: tuple[str, ...]) -> int | None:
        """The first row here with these columns."""
        test = " AND ".join(f'"{name}" = ?' for name in columns)
        statement = f'SELECT id FROM "{table}" WHERE {test} LIMIT 1'  # noqa: S608  the schema's own names
        found: int | None = self.first(statement, *key_of(row, *columns))
        return found

    def take_out_of_trash(self, table: str, id_: int) -> None:
        """Who brings a record in wants to see it."""
        statement = f'UPDATE "{table}" SET trashed_at = NULL WHERE id = ? AND trashed_at IS NOT NULL'  # noqa: S608
        run(self.writer, statement, [(id_,)])


def next_id(writer: Writer, table: str) -> int:
    """The first free number; there is one writer only, so that it stays free until it is used."""
    return (first(writer, f'SELECT max(id) FROM "{table}"') or 0) + 1  # noqa: S608  the schema's own names


def add_rows(writer: Writer, table: str, rows: Iterable[Row]) -> None:
    """Puts rows in as the database holds them, all with the same columns."""
    found = list(rows)
    if not found:
        return
    names = [column.name for column in Base.metadata.tables[table].columns if column.name in found[0]]
    listed, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
    statement = f'INSERT INTO "{table}" ({listed}) VALUES ({marks})'  # noqa: S608  the schema's own names
    run(writer, statement, [[row[name] for name in names] for row in found])


def key_of(row: Mapping[str, Any], *columns: str) -> tuple[Any, ...]:
    """What tells rows apart."""
    return tuple(row[column] for column in columns)
