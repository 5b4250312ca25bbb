"""A proposal and an action of the store field by field: shapes only, free of SQLAlchemy."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from casefile.values import Span


class Fit(StrEnum):
    """How what the proposal says of a field fits what the store has."""

    AGREES = "agrees"
    """But for rounding, conversion, precision or spelling."""
    DIFFERS = "differs"
    """Other words or another moment: no contradiction."""
    CONFLICTS = "conflicts"
    ONLY_HERE = "only here"
    """The store does not have it."""
    ONLY_STORE = "only in the store"


@dataclass(frozen=True)
class Place:
    """Words of a source that say so."""

    source_id: int
    source: str
    """Its title."""
    span: Span


@dataclass(frozen=True)
class Side:
    """What one of the two says of a field: "" where that is nothing."""

    value: str = ""
    places: tuple[Place, ...] = ()
    """In reading order, source by source."""


NOTHING = Side()


@dataclass(frozen=True)
class BesideRow:
    """One field of both."""

    field: str
    label: str
    here: Side
    """The proposal."""
    store: Side
    """The action."""
    fit: Fit
    words: str = ""
    """Why they count as the same, or how far they are apart, where the values do not show it."""


@dataclass(frozen=True)
class Beside:
    """Both, field by field, in the order in which people read a record."""

    action_id: int
    title: str
    rows: tuple[BesideRow, ...]

    def count(self, fit: Fit) -> int:
        """How many fields fit so."""
        return sum(row.fit is fit for row in self.rows)

    def with_fit(self, *fits: Fit) -> Sequence[BesideRow]:
        """The fields that fit in one of these ways."""
        return [row for row in self.rows if row.fit in fits]
