"""Figures of one article that contradict each other. Imports the survey, the sums and the proposals' shapes.

Three kinds: sums of one action that lie close together, sums of which one has the other's digits swapped, and
a sum that a correction takes back. Parts and totals, conversions that agree, roundings, ceilings and sums by
the day are no conflicts.
"""

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from itertools import combinations, product

from casefile.extraction.figures import are_rounded, significant_digits
from casefile.extraction.lexicon import word_pattern
from casefile.extraction.money_mentions import MoneyMention
from casefile.extraction.sums import sanction_probability
from casefile.extraction.survey import Survey
from casefile.proposals import ActionProposal, ProposedAmount
from casefile.terms import AmountRole, AmountScale
from casefile.values import Span

_NEAR = Decimal("1.25")
"""Two figures for one thing lie at most so far apart: one of them is a slip or an older figure."""
_LIKELY = 0.3
_TELLING = 3
"""So many digits in another order are hardly chance."""
_REACH = 200
_MOST = 24
"""So many different sums are compared with each other."""

Conflict = tuple[Span, Span, str, Decimal, Decimal]
"""Where the two figures stand, their currency and both values."""


def find_conflicts(survey: Survey, actions: Sequence[ActionProposal]) -> Iterator[Conflict]:
    """Every pair of sums that contradict each other, each pair once, in no order."""
    yield from _within_actions(survey, actions)
    plain = [mention for mention in survey.money if _is_plain(mention)]
    sanctions = [mention for mention in plain if sanction_probability(survey, mention) >= _LIKELY]
    yield from _swapped(plain, {(mention.currency, mention.value) for mention in sanctions})
    yield from _taken_back(survey, sanctions)


def _is_plain(mention: MoneyMention) -> bool:
    return mention.scale is AmountScale.STATED and mention.low is None and not mention.period


def _within_actions(survey: Survey, actions: Sequence[ActionProposal]) -> Iterator[Conflict]:
    about = {mention.span for mention in survey.money if mention.approximate}
    for action in actions:
        stated = [
            each for each in action.amounts if each.scale is AmountScale.STATED and each.span not in about
        ]
        for first, second in combinations(stated, 2):
            if _contradict(first, second) and not are_rounded(first.value, second.value):
                yield first.span, second.span, first.currency, first.value, second.value


def _contradict(first: ProposedAmount, second: ProposedAmount) -> bool:
    """Whether two sums are meant to be one and are not: near each other or with swapped digits."""
    if first.currency != second.currency or first.value == second.value:
        return False
    if {first.role, second.role} & {AmountRole.PER_DAY, AmountRole.SUSPENDED}:
        return False
    low, high = sorted((first.value, second.value))
    return high <= low * _NEAR or are_swapped(low, high)


def _swapped(plain: Sequence[MoneyMention], sanctions: Set[tuple[str, Decimal]]) -> Iterator[Conflict]:
    """Sums anywhere in the article of which one has two neighbouring digits of the other swapped.

    Both look like sanctions; of figures with many digits one is enough.
    """
    by_value: dict[tuple[str, Decimal], list[MoneyMention]] = {}
    for mention in plain:
        by_value.setdefault((mention.currency, mention.value), []).append(mention)
    for one, other in combinations(list(by_value)[:_MOST], 2):
        known = len({one, other} & sanctions)
        if one[0] == other[0] and known and are_swapped(one[1], other[1], _TELLING + 2 - known):
            for first, second in product(by_value[one], by_value[other]):
                yield first.span, second.span, one[0], one[1], other[1]


def are_swapped(one: Decimal, other: Decimal, telling: int = _TELLING) -> bool:
    """Whether they differ by two neighbouring digits in the other order: 481,000 and 418,000."""
    first, second = significant_digits(one).rstrip("0"), significant_digits(other).rstrip("0")
    if one.adjusted() != other.adjusted() or len(first) != len(second) or len(first) < telling:
        return False
    wrong = [index for index in range(len(first)) if first[index] != second[index]]
    return (
        len(wrong) == 2
        and wrong[1] == wrong[0] + 1
        and first[wrong[0]] == second[wrong[1]]
        and first[wrong[1]] == second[wrong[0]]
    )


def _taken_back(survey: Survey, sanctions: Sequence[MoneyMention]) -> Iterator[Conflict]:
    """A sum in a sentence that corrects, and the one that it should be: the next, else the first told."""
    corrects = word_pattern(survey.article.language, "money", "corrections")
    often = Counter((mention.currency, mention.value) for mention in sanctions)
    for index, mention in enumerate(sanctions):
        sentence = survey.article.sentence_of(mention.span)
        start, end = (
            max(sentence.start, mention.span.start - _REACH),
            min(sentence.end, mention.span.end + _REACH),
        )
        once = often[mention.currency, mention.value] == 1
        if not once or corrects.search(survey.article.text, start, end) is None:
            continue
        paragraph = survey.article.paragraph_of(sentence)
        beside = [each for each in sanctions[index + 1 : index + 3] if paragraph.contains(each.span)]
        right = next((each for each in (*beside, *sanctions[:_MOST]) if _may_be_meant(each, mention)), None)
        if right is not None:
            yield right.span, mention.span, mention.currency, right.value, mention.value


def _may_be_meant(right: MoneyMention, wrong: MoneyMention) -> bool:
    return right.currency == wrong.currency and right.value != wrong.value
