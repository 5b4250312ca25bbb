"""Which sums of an article add up others: "fined 23.75 million", then 12, 8.5 and 3.25. Imports the sums.

Only sums that are told one after another are added, so that chance makes no total.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from casefile.extraction.figures import are_rounded
from casefile.extraction.money_mentions import MoneyMention
from casefile.extraction.names import Party
from casefile.values import Span

_MOST_PARTS = 8
_MOST_SUMS = 60
"""Of so many different sums of a section the first are added up: a longer list is a table."""


@dataclass(frozen=True)
class Totals:
    """The sums that are totals and those that they add up, by place."""

    totals: frozenset[Span]
    of_several: frozenset[Span]
    """The totals of sums that stand beside different names."""
    parts: frozenset[Span]
    wholes: Mapping[Span, frozenset[Decimal]] = field(default_factory=dict)
    """The totals, not of several names, that each part belongs to, as they are printed."""


NO_TOTALS = Totals(frozenset(), frozenset(), frozenset())


def find_totals(
    sections: Iterable[Sequence[MoneyMention]], name_beside: Callable[[MoneyMention], Party | None]
) -> Totals:
    """The totals among the sums of every section; ``name_beside`` is whom a sum stands beside."""
    totals: set[Span] = set()
    several: set[Span] = set()
    parts: set[Span] = set()
    wholes: dict[Span, frozenset[Decimal]] = {}
    for mentions in sections:
        for currency in sorted({mention.currency for mention in mentions}):
            own = [mention for mention in mentions if mention.currency == currency]
            for whole, run in _runs(own):
                printed = [mention for mention in own if _is_sum_of(mention.value, whole)]
                spans = {mention.span for mention in printed}
                totals |= spans
                parts |= {mention.span for mention in run}
                if len({name_beside(mention) for mention in run} - {None}) > 1:
                    several |= spans
                    continue
                values = frozenset(mention.value for mention in printed)
                wholes |= {mention.span: values | wholes.get(mention.span, frozenset()) for mention in run}
    return Totals(frozenset(totals), frozenset(several), frozenset(parts), wholes)


def _runs(mentions: Sequence[MoneyMention]) -> Iterator[tuple[Decimal, list[MoneyMention]]]:
    """Every stretch of different sums that together are another one."""
    first: dict[Decimal, MoneyMention] = {}
    for mention in mentions:
        if mention.value > 0 and mention.low is None:
            first.setdefault(mention.value, mention)
    different = list(first.values())[:_MOST_SUMS]
    values = sorted(first)
    for start in range(len(different)):
        whole = different[start].value
        for end in range(start + 1, min(start + _MOST_PARTS, len(different))):
            whole += different[end].value
            run = different[start : end + 1]
            if any(_is_sum_of(value, whole) and first[value] not in run for value in values):
                yield whole, run


def _is_sum_of(value: Decimal, whole: Decimal) -> bool:
    return value == whole or are_rounded(value, whole)
