"""What a reader of the article should look at twice. Imports the survey and the proposals' shapes."""

from collections.abc import Iterator, Sequence

from casefile.extraction.figure_conflicts import find_conflicts
from casefile.extraction.survey import Survey
from casefile.proposals import ActionProposal, WarningProposal
from casefile.terms import AmountScale, WarningKind
from casefile.values import Span


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
                f"“{printed}” states no scale; nothing was filled in.",
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
    """Both figures of every conflict, each place once."""
    warned: dict[Span, str] = {}
    for first, second, currency, one, other in find_conflicts(survey, actions):
        message = f"{currency} {one:,f} and {other:,f} are given for the same thing."
        warned |= dict.fromkeys((first, second), message)
    for span, message in warned.items():
        yield WarningProposal(WarningKind.CONFLICTING_FIGURES, span, message)
