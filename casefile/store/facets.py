"""Facets: what a list can be narrowed by, value by value, with how many records each value would leave.

Within a facet the chosen values are alternatives, several facets hold together. The counts of a facet follow
what was typed and the choices of all other facets, not its own: so one more value can be chosen. Reading
only; :mod:`casefile.store.action_facets` and :mod:`casefile.store.quote_facets` say which there are.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Select, false, func, or_, select

from casefile.store.folding import fold
from casefile.store.store import Reader

MOST_VALUES = 200
"""As many values of a facet are told, those that leave most first."""
Chosen = Mapping[str, frozenset[str]]
"""For each facet by its name the keys of the values that were chosen; empty ones do not narrow."""
Tests = Sequence[ColumnElement[bool]]
"""What records have to pass, all of it."""
UNKNOWN = "not known"
"""The label of records without a value."""


@dataclass(frozen=True)
class Scope:
    """What a list is narrowed to: a case file, a query, values of facets."""

    case_id: int | None = None
    words: str = ""
    chosen: Chosen = field(default_factory=dict)


EVERYTHING = Scope()


@dataclass(frozen=True)
class FacetValue:
    """A value of a facet; ``key`` is what a choice names it by."""

    key: str
    label: str
    count: int


@dataclass(frozen=True)
class FacetValues:
    """The values that leave something, the most frequent first; ``more`` counts those left out."""

    values: tuple[FacetValue, ...]
    more: int


@dataclass(frozen=True)
class Facet:
    """How one facet is tested and counted."""

    test: Callable[[frozenset[str]], ColumnElement[bool]]
    """Whether a record of the list has one of the values, by their keys."""
    counted: Callable[[Tests], Select[*tuple[Any, ...]]]
    """Key, label or the key again, and count of every value among the records that pass the tests."""
    label: Callable[[str], str] = str
    """What a person reads for a label of the statement."""


def narrowing(facets: Mapping[str, Facet], chosen: Chosen, *, but: str = "") -> list[ColumnElement[bool]]:
    """Tests for what was chosen of each facet but one; ``KeyError`` for a facet that there is not."""
    return [facets[name].test(keys) for name, keys in chosen.items() if keys and name != but]


def in_years(day: ColumnElement[str], keys: frozenset[str]) -> ColumnElement[bool]:
    """Whether a day (``2024-05-01``, "" where there is none) is in one of the years, as an index tells."""
    return or_(false(), *(day.between(key, f"{key}~") if key else day == "" for key in keys))


def by_year(days: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """The values of a facet of days by their years.

    An index holds the days in their order; asked for years, SQLite would sort every record.
    """
    counted = days.subquery()
    year = func.substr(counted.c.key, 1, 4)
    count = func.sum(counted.c.count)
    return select(year.label("key"), year.label("label"), count.label("count")).group_by(year)


def read_values(reader: Reader, facet: Facet, tests: Tests, typed: str) -> FacetValues:
    """The values whose label has every word that was typed."""
    counted = facet.counted(tests).subquery()
    key, label, count = counted.c
    words = fold(typed).split()
    query = select(key, label, count, func.count().over()).order_by(count.desc(), label)
    if words:
        rows = [row for row in reader.execute(query) if _has(facet.label(str(row[1])), words)]
    else:
        rows = list(reader.execute(query.limit(MOST_VALUES)))
    found = len(rows) if words or not rows else rows[0][3]
    values = (FacetValue(str(row[0]), facet.label(str(row[1])), int(row[2])) for row in rows[:MOST_VALUES])
    return FacetValues(tuple(values), max(0, found - MOST_VALUES))


def _has(label: str, words: Sequence[str]) -> bool:
    folded = fold(label)
    return all(word in folded for word in words)
