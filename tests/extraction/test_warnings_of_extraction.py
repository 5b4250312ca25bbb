"""What the extraction warns of."""

from casefile.extraction.actions import find_actions
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.extraction.warnings import find_warnings
from casefile.metadata import SourceMetadata
from casefile.terms import WarningKind


def warned(text: str) -> list[tuple[WarningKind, str]]:
    survey = Survey(Article(text, SourceMetadata(language="en")))
    return [(warning.kind, warning.span.of(text)) for warning in find_warnings(survey, find_actions(survey))]


def test_a_lost_magnitude() -> None:
    assert warned("The $33.7 penalty was steep.") == [(WarningKind.AMOUNT_SCALE_MISSING, "$33.7")]


def test_a_date_that_cannot_be_resolved() -> None:
    assert warned("It was fined last month.") == [(WarningKind.UNRESOLVED_RELATIVE_DATE, "last month")]


def test_a_date_with_two_readings() -> None:
    assert warned("It was sent on 04/05/2023.") == [(WarningKind.AMBIGUOUS_DATE, "04/05/2023")]


def test_figures_of_one_action_that_disagree() -> None:
    text = "CNIL fines Kestrel SA $5.64 million\n\nThe CNIL fined Kestrel SA €5 million ($5.46 million)."
    assert warned(text) == [
        (WarningKind.CONFLICTING_FIGURES, "$5.64 million"),
        (WarningKind.CONFLICTING_FIGURES, "$5.46 million"),
    ]


def test_a_rounded_figure_is_no_conflict() -> None:
    assert (
        warned("CNIL fines Kestrel SA €38.9 million\n\nThe CNIL fined Kestrel SA €38,978,000 for its app.")
        == []
    )
