"""What a proposal is compared with, and what a comparison finds: shapes only, free of SQLAlchemy."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from casefile.store.matches import Point
from casefile.store.matching import FOLLOW_UPS
from casefile.terms import ActionKind, ActionStatus, AmountScale
from casefile.values import Money, PartialDate

LATER = FOLLOW_UPS | {ActionStatus.APPEALED, ActionStatus.FINAL}
"""Statuses after the decision: a report of these may give the date of either."""
MOVED = FOLLOW_UPS | {ActionStatus.PROPOSED}
"""Statuses with a sum of their own, which is not that of the decision."""


@dataclass(frozen=True)
class Origin:
    """The source that a proposal was found in."""

    source_id: int | None = None
    """None where the store does not have it."""
    published: PartialDate | None = None


@dataclass(frozen=True)
class KnownParty:
    """A party of an action, after merges."""

    name: str
    keys: frozenset[str]
    """All that it is known by, folded: see :func:`casefile.store.matching.party_key`."""
    codes: frozenset[str] = frozenset()
    is_court: bool = False
    group: str = ""
    """The name of the group that the store has it in, "" without one."""


@dataclass(frozen=True)
class KnownSum:
    """A sum of an action's ledgers that counts."""

    money: Money
    scale: AmountScale
    basis: str
    per: str = ""
    """``day`` of a periodic penalty, else empty."""


@dataclass(frozen=True)
class KnownAction:
    """What the store knows of an action, as far as it tells the action from others."""

    id: int
    title: str
    kind: ActionKind
    status: str
    jurisdiction: str = ""
    authorities: tuple[KnownParty, ...] = ()
    respondents: tuple[KnownParty, ...] = ()
    measures: frozenset[str] = frozenset()
    """Kinds of all that it imposes."""
    sums: tuple[KnownSum, ...] = ()
    decided: PartialDate | None = None
    dates: tuple[PartialDate, ...] = ()
    """Every date of the action and its sums, the decision's among them."""
    provisions: frozenset[tuple[str, str]] = frozenset()
    """Instrument and article."""
    numbers: Mapping[str, str] = field(default_factory=dict)
    """By scheme, the numbers that others know it by."""
    source_ids: frozenset[int] = frozenset()
    """Sources whose proposals have gone into it."""
    first_report: PartialDate | None = None
    """When the first of its sources appeared."""


@dataclass(frozen=True)
class Weighed:
    """What one comparison finds: see :mod:`casefile.store.same_action` for the weights."""

    weight: float = 0.0
    agreements: tuple[Point, ...] = ()
    conflicts: tuple[Point, ...] = ()
