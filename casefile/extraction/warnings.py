"""What a reader of the article should look at twice. Imports the survey and the proposals' shapes."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from casefile.extraction.figures import are_rounded, significant_digits
from casefile.extraction.survey import Survey
from casefile.proposals import ActionProposal, ProposedAmount, WarningProposal
from casefile.terms import AmountRole, AmountScale, WarningKind
from casefile.values import Span

_NEAR = Decimal("1.25")
"""Two figures for one thing lie at most so far apart: one of them is a slip or an older figure."""


def find_warnings(survey: Survey, actions: Sequence[ActionProposal]) -> tuple[WarningProposal, ...]:
    """The warnings about sums and dates in reading order."""
    found = [*_lost_magnitudes(survey), *_dates(survey), *_conflicts(survey, actions)]
    return tuple(sorted(found, key=lambda warning: warning.span))


def _lost_magnitudes(survey: Survey) -> Iterator[WarningProposal]:
    for mention in survey.money:
        if mention.scale is AmountScale.MISSING:
            printed = mention.span.of(survey.article.text)
            yield WarningProposal(
                WarningKind.AMOUNT_SCALE_MISSING,
                mention.span,
                f"“{printed}” states no magnitude; nothing was filled in.",
            )


def _dates(survey: Survey) -> Iterator[WarningProposal]:
    for mention in survey.dates:
        printed = mention.span.of(survey.article.text)
        if mention.ambiguous:
            first, second = mention.readings
            yield WarningProposal(
                WarningKind.AMBIGUOUS_DATE, mention.span, f"“{printed}” may mean {first} or {second}."
            )
        elif mention.date is None and mention.relative:
            yield WarningProposal(
                WarningKind.UNRESOLVED_RELATIVE_DATE,
                mention.span,
                f"“{printed}” counts from a publication date that is not known.",
            )


def _conflicts(survey: Survey, actions: Sequence[ActionProposal]) -> Iterator[WarningProposal]:
    """Figures of one action that do not agree, and conversions of it that do not."""
    about = {mention.span for mention in survey.money if mention.approximate}
    warned: dict[Span, str] = {}
    for action in actions:
        stated = [
            each for each in action.amounts if each.scale is AmountScale.STATED and each.span not in about
        ]
        for first, second in combinations(stated, 2):
            if _contradict(first, second) and not are_rounded(first.value, second.value):
                figures = f"{first.currency} {first.value:,f} and {second.value:,f}"
                warned |= dict.fromkeys((first.span, second.span), f"{figures} are given for the same thing.")
    for span, message in warned.items():
        yield WarningProposal(WarningKind.CONFLICTING_FIGURES, span, message)


def _contradict(first: ProposedAmount, second: ProposedAmount) -> bool:
    """Whether two sums are meant to be one and are not: near each other or with swapped digits."""
    if first.currency != second.currency or first.value == second.value:
        return False
    if {first.role, second.role} & {AmountRole.PER_DAY, AmountRole.SUSPENDED}:
        return False
    low, high = sorted((first.value, second.value))
    return high <= low * _NEAR or _is_swapped(low, high)


def _is_swapped(low: Decimal, high: Decimal) -> bool:
    """Whether both have the same digits in another order."""
    return len(significant_digits(low)) > 2 and sorted(significant_digits(low)) == sorted(
        significant_digits(high)
    )
