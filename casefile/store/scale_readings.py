"""What a sum without its magnitude may mean, each reading with its reasons: pure.

A person chooses; it is never filled in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casefile import rates
from casefile.proposals import ActionProposal, ProposedAmount
from casefile.store.comparing import KnownAction, Origin
from casefile.store.matches import ScaleReading
from casefile.store.matching import numbers_agree
from casefile.store.sum_points import scaled
from casefile.terms import AmountRole, AmountScale
from casefile.values import Money, PartialDate, Span

_MOST = 3
_SENTENCE_ENDS = (". ", "? ", "! ", "\n")


@dataclass(frozen=True)
class _Ground:
    """A whole sum that tells what another without its magnitude means."""

    money: Money
    words: str
    """What it is, to begin a reason with: "action 12 in the store has"."""
    weight: int
    converted_too: bool = True
    """Whether the other may be this sum in another currency."""


def scale_readings(
    proposal: ActionProposal,
    others: Sequence[ProposedAmount],
    origin: Origin,
    known: KnownAction | None,
    text: str,
) -> tuple[ScaleReading, ...]:
    """The readings of each of the proposal's sums without a magnitude, the best founded first.

    They rest on the sums of the same action in the store (``known``) and on the ``others`` of the same
    source, whose ``text`` tells which stand in one sentence; none where neither tells.
    """
    decided = known.decided if known else None
    when = decided or (proposal.date.value if proposal.date else None) or origin.published
    missing = {
        (amount.value, amount.currency, amount.role): amount
        for amount in reversed(proposal.amounts)
        if amount.scale is AmountScale.MISSING
    }
    return tuple(
        reading
        for amount in reversed(missing.values())
        for reading in _readings(amount, list(_grounds(amount, proposal, others, known, text)), when)
    )


def _readings(
    amount: ProposedAmount, grounds: Sequence[_Ground], when: PartialDate | None
) -> list[ScaleReading]:
    found: dict[Money, list[tuple[int, str]]] = {}
    for money in scaled(amount):
        for ground in grounds:
            if money.currency == ground.money.currency or not money.currency:
                if numbers_agree(money.amount, ground.money.amount):
                    found.setdefault(money, []).append((ground.weight, f"{ground.words} {ground.money}"))
            elif ground.converted_too and rates.agree(money, ground.money, when):
                reason = f"{ground.words} {ground.money}, which is about as much at the rate of {when}"
                found.setdefault(money, []).append((ground.weight - 1, reason))
    ranked = sorted(found.items(), key=lambda entry: -max(weight for weight, _ in entry[1]))
    return [
        ScaleReading(amount, money, tuple(dict.fromkeys(words for _, words in sorted(reasons, reverse=True))))
        for money, reasons in ranked[:_MOST]
    ]


def _grounds(
    amount: ProposedAmount,
    proposal: ActionProposal,
    others: Sequence[ProposedAmount],
    known: KnownAction | None,
    text: str,
) -> Iterator[_Ground]:
    """The whole sums of the same sort that may be the same: those in the store, then those of the source."""
    by_day = amount.role is AmountRole.PER_DAY
    for other in known.sums if known else ():
        if other.scale is AmountScale.STATED and bool(other.per) == by_day:
            yield _Ground(other.money, f"action {known.id if known else 0} in the store has", 6)
    for said in others:
        if said.scale is AmountScale.MISSING or (said.role is AmountRole.PER_DAY) != by_day:
            continue
        money = Money.of(said.value, said.currency)
        if _is_one_sentence(text, said.span, amount.span):
            yield _Ground(money, "the same sentence has", 5)
        elif said in proposal.amounts:
            yield _Ground(money, "the same source has", 4)
        else:
            yield _Ground(money, "of another action the same source has", 2, converted_too=False)


def _is_one_sentence(text: str, one: Span, other: Span) -> bool:
    first, second = sorted((one, other))
    between = text[first.end : second.start]
    return not any(end in between for end in _SENTENCE_ENDS)
