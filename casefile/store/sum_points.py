"""How much sums of money tell of whether a proposal is about an action of the store: pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from casefile import rates
from casefile.proposals import ActionProposal, ProposedAmount
from casefile.store.comparing import MOVED, KnownAction, KnownSum, Origin, Weighed
from casefile.store.matches import Aspect, Point
from casefile.store.matching import numbers_agree
from casefile.terms import AmountRole, AmountScale, LedgerBasis
from casefile.values import Money, PartialDate

SCALES = tuple(Decimal(10) ** power for power in (3, 6, 9))
"""What a magnitude may be that was left out: thousand, million, billion."""
INDIAN_SCALES = tuple(Decimal(10) ** power for power in (5, 7))
"""Lakh and crore."""
_EQUAL = (2.0, 2.5, 3.5)
"""What equal sums tell that have one, two, more digits: round sums repeat themselves."""
_ROUNDED = 2.0
_CONVERTED = 2.5
_WITHOUT_SCALE = 2.0
_CONVERTED_WITHOUT_SCALE = 1.5
_OTHER_CURRENCY = 1.5
_NEAR = 0.5
_FAR = -3.0
_FAR_MOVED = -0.5
_EACH_FURTHER = 0.5
_MOST_FURTHER = 1.0
_NEAR_RATIO = Decimal("1.25")
_MISSING, _STATED = AmountScale.MISSING, AmountScale.STATED
_BESIDE = "{here} here, {there} in the store"
_DUE = (AmountRole.FINE, AmountRole.SETTLEMENT, AmountRole.CONVERSION)


@dataclass(frozen=True)
class SumPair:
    """A sum of the proposal beside one of the action, and what it tells that they are so alike."""

    said: ProposedAmount
    known: KnownSum
    weight: float
    pattern: str
    """Of the words for a person, with ``{here}`` and ``{there}`` for the two sums."""
    contradicts: bool = False
    """The figures are the same, and something else is not."""

    @property
    def words(self) -> str:
        """What agrees, for a person."""
        return self.pattern.format(here=said_money(self.said), there=known_money(self.known))


def weigh_sums(proposal: ActionProposal, origin: Origin, known: KnownAction) -> Weighed:
    """The sums that agree; where none does, how far they lie apart."""
    if not proposal.amounts or not known.sums:
        return Weighed()
    when = known.decided or (proposal.date.value if proposal.date else None) or origin.published
    pairs = [
        pair
        for said, other in product(proposal.amounts, known.sums)
        if (pair := pair_sums(said, other, when)) is not None
    ]
    conflicts = _conflicts(proposal, known, pairs, when)
    if not pairs:
        return Weighed(_distance(proposal, known), conflicts=conflicts)
    agreeing = _distinct([pair for pair in pairs if not pair.contradicts])
    best = max(pair.weight for pair in pairs)
    weight = best + min(_MOST_FURTHER, _EACH_FURTHER * max(0, len(agreeing) - 1))
    points = tuple(Point(Aspect.AMOUNT, pair.words, (pair.said.span,)) for pair in agreeing)
    return Weighed(weight, points, conflicts)


def scaled(amount: ProposedAmount) -> list[Money]:
    """What the figure comes to with each magnitude that may have been left out."""
    scales = (*SCALES, *INDIAN_SCALES) if amount.currency == "INR" else SCALES
    return [Money.of(amount.value * scale, amount.currency) for scale in scales]


def said_money(amount: ProposedAmount) -> str:
    """The sum as a person reads it, marked where its magnitude is missing."""
    money = Money.of(amount.value, amount.currency)
    return f"{money.bare} (scale missing)" if amount.scale is _MISSING else str(money)


def known_money(known: KnownSum) -> str:
    """The sum of the store as a person reads it, marked where its magnitude is missing."""
    return f"{known.money.bare} (scale missing)" if known.scale is _MISSING else str(known.money)


def pair_sums(said: ProposedAmount, known: KnownSum, when: PartialDate | None) -> SumPair | None:
    """What the two tell; None where they are not alike. ``when`` is about when the action was decided."""
    if bool(known.per) != (said.role is AmountRole.PER_DAY):
        return None
    if said.scale is not known.scale:
        return _pair_without_scale(said, known, when)
    money, other = Money.of(said.value, said.currency), known.money
    if money == other:
        digits = len(money.amount.normalize().as_tuple().digits)
        return SumPair(said, known, _EQUAL[min(digits, len(_EQUAL)) - 1], "same sum ({here})")
    if said.scale is _MISSING:
        return None
    if money.currency == other.currency:
        agree = numbers_agree(money.amount, other.amount)
        return SumPair(said, known, _ROUNDED, _BESIDE) if agree else None
    if money.amount == other.amount:
        return SumPair(said, known, _OTHER_CURRENCY, _BESIDE, contradicts=bool(money.currency))
    if rates.agree(money, other, when):
        return SumPair(said, known, _CONVERTED, "{here} is {there} at the rate of that time")
    return None


def _pair_without_scale(said: ProposedAmount, known: KnownSum, when: PartialDate | None) -> SumPair | None:
    """One states its magnitude, the other does not."""
    if said.scale is _MISSING:
        readings, whole = scaled(said), known.money
    else:
        bare = ProposedAmount(
            known.money.amount, known.money.currency, _MISSING, said.role, said.span, said.because
        )
        readings, whole = scaled(bare), Money.of(said.value, said.currency)
    words = "{here} here fits {there} in the store"
    for reading in readings:
        if reading.currency == whole.currency and numbers_agree(reading.amount, whole.amount):
            return SumPair(said, known, _WITHOUT_SCALE, words)
        if reading.currency and whole.currency and rates.agree(reading, whole, when):
            return SumPair(said, known, _CONVERTED_WITHOUT_SCALE, words)
    return None


def _distinct(pairs: Sequence[SumPair]) -> list[SumPair]:
    """The best pair of each sum in the store, the weightiest first."""
    best: dict[KnownSum, SumPair] = {}
    for pair in sorted(pairs, key=lambda pair: -pair.weight):
        best.setdefault(pair.known, pair)
    return list(best.values())


def _conflicts(
    proposal: ActionProposal, known: KnownAction, pairs: Sequence[SumPair], when: PartialDate | None
) -> tuple[Point, ...]:
    """Sums of one sort of which none agrees with any of the other side, as long as both can be one sum.

    A sum that was cut or only proposed is another than the one that was imposed.
    """
    found = [_conflict(pair.said, pair.known) for pair in pairs if pair.contradicts][:1]
    if found or proposal.status.value in MOVED or known.status in MOVED:
        return tuple(found)
    for roles in ((AmountRole.FINE, AmountRole.SETTLEMENT), (AmountRole.PER_DAY,), (AmountRole.SUSPENDED,)):
        said = [amount for amount in proposal.amounts if amount.role in roles and amount.scale is _STATED]
        others = [other for other in known.sums if _stands_for(other, roles) and other.scale is _STATED]
        agree = any(pair.said in said and pair.known in others for pair in pairs)
        rivals = [both for both in product(said, others) if _comparable(*both, when)]
        if agree or not rivals:
            continue
        nearest = min(rivals, key=lambda both: _ratio(*both))
        if len({amount.value for amount in said}) == 1 or _ratio(*nearest) <= _NEAR_RATIO:
            found.append(_conflict(*nearest))
    return tuple(found)


def _conflict(said: ProposedAmount, known: KnownSum) -> Point:
    words = _BESIDE.format(here=said_money(said), there=known_money(known))
    return Point(Aspect.AMOUNT, words, (said.span,))


def _comparable(said: ProposedAmount, known: KnownSum, when: PartialDate | None) -> bool:
    """Whether it could be told that the two are one sum: in one currency, or with a rate between them."""
    one, other = said.currency, known.money.currency
    return one == other or (when is not None and rates.rate(one, other, when.earliest) is not None)


def _stands_for(known: KnownSum, roles: Sequence[AmountRole]) -> bool:
    if known.per:
        return AmountRole.PER_DAY in roles
    is_part = known.basis in (LedgerBasis.SUSPENDED, LedgerBasis.CEILING)
    return (AmountRole.SUSPENDED in roles) if is_part else (AmountRole.FINE in roles)


def _distance(proposal: ActionProposal, known: KnownAction) -> float:
    """What it tells that no sums agree."""
    said = [amount for amount in proposal.amounts if amount.role in _DUE and amount.scale is _STATED]
    others = [other for other in known.sums if not other.per and other.scale is _STATED]
    comparable = [pair for pair in product(said, others) if pair[0].currency == pair[1].money.currency]
    if not said or not others:
        return 0.0
    if any(_ratio(*pair) <= _NEAR_RATIO for pair in comparable):
        return _NEAR
    return _FAR_MOVED if proposal.status.value in MOVED or known.status in MOVED else _FAR


def _ratio(said: ProposedAmount, known: KnownSum) -> Decimal:
    """How many times the larger is the smaller; without an end where one is nothing."""
    low, high = sorted((said.value, known.money.amount))
    return high / low if low > 0 else Decimal("Infinity")
