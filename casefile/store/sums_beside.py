"""The sums of a proposal beside those of an action's ledgers: pure."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from casefile.fields import field
from casefile.proposals import ActionProposal, ProposedAmount
from casefile.store.beside import NOTHING, BesideRow, Fit, Place, Side
from casefile.store.claims import amount_value
from casefile.store.comparing import KnownSum
from casefile.store.facts import LedgerLine, shown
from casefile.store.ledger import basis_of
from casefile.store.matches import ActionMatch, Aspect
from casefile.store.rows import Evidence
from casefile.store.sum_points import pair_sums
from casefile.terms import AmountRole
from casefile.values import PartialDate, Span

Places = Callable[[Iterable[Span]], tuple[Place, ...]]
"""Makes places of spans of the proposal's source."""
PLAIN = "same "
"""How the match begins what the two values say themselves."""


def sum_rows(
    match: ActionMatch,
    proposal: ActionProposal,
    places: Places,
    lines: Sequence[LedgerLine],
    decided: PartialDate | None,
) -> Iterator[BesideRow]:
    """The sums of the ledgers: those that are alike, then rivals, then what only one of the two has."""
    when = decided or (proposal.date.value if proposal.date else None)
    left, here = list(lines), list(_distinct(proposal.amounts))
    for amount, spans in list(here):
        best = max(left, key=lambda line: _weight(amount, line, when), default=None)
        if best is not None and _weight(amount, best, when) > 0:
            here.remove((amount, spans))
            left.remove(best)
            yield _sum_row(amount, places(spans), best, when)
    contested = {span for point in match.conflicts if point.aspect is Aspect.AMOUNT for span in point.spans}
    for amount, spans in list(here):
        basis = basis_of(proposal, amount, first=amount is proposal.amounts[0])
        rivals = [line for line in left if bool(line.per) == (amount.role is AmountRole.PER_DAY)]
        if not contested & set(spans):
            rivals = [line for line in rivals if line.basis == basis]
        if rivals:
            rival = min(rivals, key=lambda line: abs(line.money.amount - amount.value))
            here.remove((amount, spans))
            left.remove(rival)
            yield _sum_row(amount, places(spans), rival, when)
    for amount, spans in here:
        yield BesideRow("amount", _label(None), _sum_side(amount, places(spans)), NOTHING, Fit.ONLY_HERE)
    for line in left:
        yield BesideRow("amount", _label(line), NOTHING, _line_side(line), Fit.ONLY_STORE)


def _distinct(amounts: Iterable[ProposedAmount]) -> Iterator[tuple[ProposedAmount, tuple[Span, ...]]]:
    """Each sum once, with every span that states it; conversions stand elsewhere."""
    found: dict[tuple[object, ...], tuple[ProposedAmount, tuple[Span, ...]]] = {}
    for amount in amounts:
        if amount.role is not AmountRole.CONVERSION:
            key = (amount.value, amount.currency, amount.scale, amount.role)
            first, spans = found.get(key, (amount, ()))
            found[key] = (first, (*spans, amount.span))
    yield from found.values()


def _known_sum(line: LedgerLine) -> KnownSum:
    return KnownSum(line.money, line.scale, line.basis, line.per)


def _weight(amount: ProposedAmount, line: LedgerLine, when: PartialDate | None) -> float:
    pair = pair_sums(amount, _known_sum(line), when)
    return pair.weight if pair is not None else 0.0


def _sum_row(
    amount: ProposedAmount, places: tuple[Place, ...], line: LedgerLine, when: PartialDate | None
) -> BesideRow:
    pair = pair_sums(amount, _known_sum(line), when)
    fits = pair is not None and not pair.contradicts
    here, store = _sum_side(amount, places), _line_side(line)
    words = "" if pair is None or not fits or pair.words.startswith(PLAIN) else pair.words
    return BesideRow("amount", _label(line), here, store, Fit.AGREES if fits else Fit.CONFLICTS, words)


def _sum_side(amount: ProposedAmount, places: tuple[Place, ...]) -> Side:
    return Side(shown("amount", amount_value(amount)), places)


def _line_side(line: LedgerLine) -> Side:
    found = [evidence for claim in line.fact.live for evidence in claim.evidence]
    return Side(line.fact.value, places_of(found))


def _label(line: LedgerLine | None) -> str:
    return line.fact.label if line is not None else field("amount").label


def places_of(found: Iterable[Evidence]) -> tuple[Place, ...]:
    """Each passage once."""
    return tuple(dict.fromkeys(Place(one.source_id, one.source_title, one.span) for one in found))
