"""What is found where a proposal meets the actions of the store: shapes only, free of SQLAlchemy."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from casefile.proposals import ActionProposal, ProposedAmount, WarningProposal
from casefile.terms import AmountScale, WarningKind
from casefile.values import Money, Span

OWN_RULE = "entered in review"
"""The rule of a value that a person entered in a proposal's place."""


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

    def is_of(self, amount: ProposedAmount) -> bool:
        """Whether the sum is the one that is read, here or where the source repeats it."""
        return _stated(amount) == _stated(self.amount)


def figure_warnings(met: Iterable[Met]) -> tuple[WarningProposal, ...]:
    """A warning for each figure that contradicts the action that its proposal seems to be about."""
    return tuple(
        WarningProposal(
            WarningKind.CONFLICTING_FIGURES, point.spans[0], f"{point.words} (action {match.action_id})."
        )
        for each in met
        for match in each.matches
        if match.is_likely
        for point in match.conflicts
        if point.aspect is Aspect.AMOUNT and point.spans
    )


def with_readings(action: ActionProposal, chosen: Iterable[ScaleReading]) -> ActionProposal:
    """The proposal as a person reads its sums: those of the chosen readings with a magnitude."""
    readings = list(chosen)
    return replace(action, amounts=tuple(_read(amount, readings) for amount in action.amounts))


def _read(amount: ProposedAmount, readings: Iterable[ScaleReading]) -> ProposedAmount:
    reading = next((reading for reading in readings if reading.is_of(amount)), None)
    if reading is None:
        return amount
    because = replace(amount.because, rule=f"magnitude chosen in review: {reading.reasons[0]}")
    return replace(amount, value=reading.money.amount, scale=AmountScale.STATED, because=because)


def _stated(amount: ProposedAmount) -> tuple[object, ...]:
    return amount.value, amount.currency, amount.scale, amount.role
