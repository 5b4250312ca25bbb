"""Figures of one article that contradict each other. Imports the survey, the sums and the proposals' shapes.

Two sums claim to be the same fact where they stand in different sentences as the only sums of one action and
lie close together, where one is a slip of the other (digits swapped, there a nought lost or another magnitude
too), or where a correction takes one back. Parts and totals, what was cut or raised, conversions that agree,
roundings, ceilings, sums by the day and sums of different years are no conflicts.
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
from casefile.proposals import ActionProposal
from casefile.terms import ActionStatus, AmountRole, AmountScale
from casefile.values import Span

_NEAR = Decimal("1.25")
"""Two figures for one thing lie at most so far apart: one of them is a slip or an older figure."""
_LIKELY, _SURE = 0.3, 0.6
_TELLING = 3
"""So many digits in another order are hardly chance."""
_SCALES = (1, 3, 6)
"""A magnitude mistaken for another, or a nought too many, moves the point so far."""
_REACH, _LABEL = 200, 40
_MOST = 24
"""So many different sums are compared with each other."""
_PAIR = 2
_BESIDE_IT = ("<0", "<1", ">0", ">1")
_OTHER_FACTS = frozenset(("changing", "parts", "asked", "maximum", "harm", "results", "damages"))
"""Classes of words beside a sum that make it another fact than the fine."""

Conflict = tuple[Span, Span, str, Decimal, Decimal]
"""Where the two figures stand, their currency and both values."""


def find_conflicts(survey: Survey, actions: Sequence[ActionProposal]) -> Iterator[Conflict]:
    """The sums that contradict each other, in no order; every two values once, where they meet first.

    What a correction says of two values comes before other places of theirs.
    """
    plain = [mention for mention in survey.money if _is_plain(mention)]
    sanctions = [mention for mention in plain if sanction_probability(survey, mention) >= _LIKELY]
    known: set[tuple[str, frozenset[Decimal]]] = set()
    for conflict in (
        *_taken_back(survey, sanctions),
        *_within_actions(survey, actions, plain),
        *_swapped(survey, plain, {(mention.currency, mention.value) for mention in sanctions}),
    ):
        _, _, currency, one, other = conflict
        if (currency, frozenset((one, other))) not in known:
            known.add((currency, frozenset((one, other))))
            yield conflict


def _is_plain(mention: MoneyMention) -> bool:
    return mention.scale is AmountScale.STATED and mention.low is None and not mention.period


def _within_actions(
    survey: Survey, actions: Sequence[ActionProposal], plain: Sequence[MoneyMention]
) -> Iterator[Conflict]:
    exact = {mention.span: mention for mention in plain if not mention.approximate}
    values = {(mention.currency, mention.value) for mention in plain}
    for action in actions:
        stated = [
            exact[each.span]
            for each in action.amounts
            if each.span in exact and each.role not in _OTHER_ROLES
        ]
        count = Counter(currency for currency, _ in {(each.currency, each.value) for each in stated})
        cut = action.status.value is ActionStatus.REDUCED
        for first, second in combinations(stated[:_MOST], 2):
            alone = count[first.currency] == _PAIR and not cut
            if _claim_the_same(survey, first, second) and (
                are_slips(first.value, second.value) or (alone and _are_near(survey, values, first, second))
            ):
                yield first.span, second.span, first.currency, first.value, second.value


_OTHER_ROLES = (AmountRole.PER_DAY, AmountRole.SUSPENDED)


def _claim_the_same(survey: Survey, first: MoneyMention, second: MoneyMention) -> bool:
    return (
        first.currency == second.currency
        and first.value != second.value
        and not are_rounded(first.value, second.value)
        and _are_apart(survey, first.span, second.span)
    )


def _are_apart(survey: Survey, first: Span, second: Span) -> bool:
    """Whether they stand in sentences of their own, and not as the sums of different years.

    Sums of one sentence are set against each other by it: a part, a reduction, two respondents.
    """
    if survey.article.sentence_of(first) == survey.article.sentence_of(second):
        return False
    one, other = _years_beside(survey, first), _years_beside(survey, second)
    return not one or not other or bool(one & other)


def _years_beside(survey: Survey, span: Span) -> set[int]:
    dates = survey.dates_in(survey.article.sentence_of(span))
    return {mention.date.earliest.year for mention in dates if mention.date is not None}


def _are_near(
    survey: Survey, values: Set[tuple[str, Decimal]], first: MoneyMention, second: MoneyMention
) -> bool:
    """Whether they differ by little, as two figures for the fine do, and a part and its whole do not."""
    low, high = sorted((first.value, second.value))
    rest = {(first.currency, high - low), (first.currency, low + high)}
    return (
        high <= low * _NEAR
        and not _is_round_form(low, high)
        and not rest & values
        and all(_is_surely_the_fine(survey, each) for each in (first, second))
    )


def _is_surely_the_fine(survey: Survey, mention: MoneyMention) -> bool:
    if sanction_probability(survey, mention) < _SURE:
        return False
    beside = {name[:-2] for name in survey.sum_features[mention.span] if name.endswith(_BESIDE_IT)}
    return beside.isdisjoint(_OTHER_FACTS)


def _is_round_form(one: Decimal, other: Decimal) -> bool:
    """Whether one has a single digit that says something and is the other, rounded to it: €5m of €5.2m."""
    short, long = sorted((one, other), key=lambda each: len(significant_digits(each)))
    unit = Decimal(10) ** short.adjusted()
    return len(significant_digits(short)) == 1 and abs(long - short) * 2 <= unit


def _swapped(
    survey: Survey, plain: Sequence[MoneyMention], sanctions: Set[tuple[str, Decimal]]
) -> Iterator[Conflict]:
    """Sums anywhere in the article of which one has two neighbouring digits of the other swapped.

    Both look like sanctions; of figures with many digits one is enough.
    """
    by_value: dict[tuple[str, Decimal], list[MoneyMention]] = {}
    for mention in plain:
        by_value.setdefault((mention.currency, mention.value), []).append(mention)
    for one, other in combinations(list(by_value)[:_MOST], 2):
        known = len({one, other} & sanctions)
        if one[0] != other[0] or not known:
            continue
        if are_swapped(one[1], other[1], _TELLING + 2 - known):
            for first, second in product(by_value[one][:_MOST], by_value[other][:_MOST]):
                if _are_apart(survey, first.span, second.span):
                    yield first.span, second.span, one[0], one[1], other[1]
                    break


def are_slips(one: Decimal, other: Decimal) -> bool:
    """Whether one is the other mistyped: digits swapped, a nought lost, or the point moved."""
    first, second = significant_digits(one).rstrip("0"), significant_digits(other).rstrip("0")
    moved = first == second and len(first) >= _PAIR and abs(one.adjusted() - other.adjusted()) in _SCALES
    return moved or are_swapped(one, other, _PAIR) or have_lost_nought(one, other)


def have_lost_nought(one: Decimal, other: Decimal) -> bool:
    """Whether one is the other without a nought within its digits: 1.8 million and 1.08 million."""
    short, long = sorted(
        (significant_digits(one).rstrip("0"), significant_digits(other).rstrip("0")), key=len
    )
    return (
        one.adjusted() == other.adjusted()
        and len(short) >= _PAIR
        and any(
            digit == "0" and long[:index] + long[index + 1 :] == short for index, digit in enumerate(long)
        )
    )


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
    """A sum in a sentence that corrects, and the one that it should be: the next, else the first told.

    Where only a mistake is told of, which may be the respondent's, the two must look like each other.
    """
    often = Counter((mention.currency, mention.value) for mention in sanctions)
    for index, mention in enumerate(sanctions):
        own, mistaken = _corrects(survey, mention.span)
        if often[mention.currency, mention.value] > 1 or not (own or mistaken):
            continue
        paragraph = survey.article.paragraph_of(mention.span)
        beside = [each for each in sanctions[index + 1 : index + 3] if paragraph.contains(each.span)]
        for right in (*beside, *sanctions[:_MOST]):
            if _may_be_meant(right, mention) and (own or are_slips(right.value, mention.value)):
                yield right.span, mention.span, mention.currency, right.value, mention.value
                break


def _corrects(survey: Survey, span: Span) -> tuple[bool, bool]:
    """Whether its sentence corrects the text itself, and whether it tells of a mistake."""
    article = survey.article
    sentence, paragraph = article.sentence_of(span), article.paragraph_of(span)
    near = max(sentence.start, span.start - _REACH), min(sentence.end, span.end + _REACH)
    mistakes = word_pattern(article.language, "money", "mistakes")
    label = mistakes.search(article.text, paragraph.start, min(paragraph.start + _LABEL, paragraph.end))
    labelled = label is not None and ":" in article.text[label.end() : label.end() + _LABEL]
    told = word_pattern(article.language, "money", "corrections").search(article.text, *near)
    return labelled or told is not None, mistakes.search(article.text, *near) is not None


def _may_be_meant(right: MoneyMention, wrong: MoneyMention) -> bool:
    return right.currency == wrong.currency and right.value != wrong.value
