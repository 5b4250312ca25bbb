"""What is found where a proposal meets the actions of the store: shapes only, free of SQLAlchemy."""

from dataclasses import dataclass
from enum import StrEnum

from casefile.proposals import ProposedAmount
from casefile.values import Money, Span


class Aspect(StrEnum):
    """In what a proposal and an action were compared."""

    IDENTIFIER = "identifier"
    AUTHORITY = "authority"
    RESPONDENT = "respondent"
    AMOUNT = "amount"
    DATE = "date"
    KIND = "kind"
    PROVISION = "provision"


@dataclass(frozen=True)
class Point:
    """One thing in which a proposal agrees with an action, or contradicts it."""

    aspect: Aspect
    words: str
    """For a person: "same authority", "€390,000,000 here, €395,000,000 in the store"."""
    spans: tuple[Span, ...] = ()
    """Where the source says so."""


@dataclass(frozen=True)
class ActionMatch:
    """An action in the store that a proposal may be about."""

    action_id: int
    title: str
    score: float
    """How probable it is that both are one action, 0 to 1; all matches of a proposal together at most 1."""
    is_likely: bool
    """Whether it is what to choose unless a person says otherwise; at most one match of a proposal is."""
    agreements: tuple[Point, ...]
    """Authority, respondents, sums, date, what else."""
    conflicts: tuple[Point, ...]


@dataclass(frozen=True)
class Met:
    """What the store, and the rest of its source, tell of a proposal."""

    matches: tuple[ActionMatch, ...] = ()
    """The actions that it may be about, the most probable first."""
    readings: tuple["ScaleReading", ...] = ()
    """What its sums without a magnitude may mean, sum by sum, the best founded first."""


@dataclass(frozen=True)
class ScaleReading:
    """What a sum without its magnitude may mean; a choice for a person, never taken by itself."""

    amount: ProposedAmount
    """The sum as the source states it."""
    money: Money
    reasons: tuple[str, ...]
    """Why, each a sentence without its stop; the weightiest first, at least one."""
