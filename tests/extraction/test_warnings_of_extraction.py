"""What the extraction warns of."""

import pytest

from casefile.extraction.actions import find_actions
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.extraction.warnings import find_warnings
from casefile.metadata import SourceMetadata
from casefile.terms import WarningKind


def warned(text: str, language: str = "en") -> list[tuple[WarningKind, str]]:
    survey = Survey(Article(text, SourceMetadata(language=language)))
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


def conflicting(text: str, language: str = "en") -> list[str]:
    return [words for kind, words in warned(text, language) if kind is WarningKind.CONFLICTING_FIGURES]


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        ("en", "It was fined £681,000. The £618,000 fine is due.", ["£681,000", "£618,000"]),
        ("de", "Das Bußgeld: 174.000 Euro. Die Buße: 147.000 Euro.", ["174.000 Euro", "147.000 Euro"]),
        ("fr", "Une amende de 2,35 M€. L’amende de 2,53 M€ sera payée.", ["2,35 M€", "2,53 M€"]),
        ("nl", "Een boete van 361.000 euro. De boete: 316.000 euro.", ["361.000 euro", "316.000 euro"]),
        ("it", "Una multa da 782.000 euro. La multa di 728.000 euro.", ["782.000 euro", "728.000 euro"]),
        ("es", "Una multa de 945.000 euros. La multa: 954.000 euros.", ["945.000 euros", "954.000 euros"]),
    ],
)
def test_swapped_digits(language: str, text: str, figures: list[str]) -> None:
    assert conflicting(text, language) == figures


@pytest.mark.parametrize(
    ("language", "fine", "correction", "wrong"),
    [
        ("en", "It was fined €84m.", "Correction: an earlier version put the fine at €62m.", "€62m"),
        ("de", "Die Strafe: 84 Mio. Euro.", "Frühere Version: Strafe von 62 Mio. Euro.", "62 Mio. Euro"),
        ("fr", "L’amende est de 84 M€.", "Rectificatif : l’amende n’est pas de 62 M€.", "62 M€"),
        ("nl", "De boete is € 84.000.", "Correctie: eerst stond hier een boete van € 62.000.", "€ 62.000"),
        ("it", "La multa è di € 84.000.", "Rettifica: la multa non è di € 62.000.", "€ 62.000"),
        ("es", "La multa es de 84.000 €.", "Fe de errores: la multa no es de 62.000 €.", "62.000 €"),
    ],
)
def test_a_figure_that_a_correction_takes_back(language: str, fine: str, correction: str, wrong: str) -> None:
    text = f"{fine}\n\n{correction}"
    assert wrong in conflicting(text, language)
    assert len(conflicting(text, language)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The mill was fined £681,000 in May. It was fined £240,000 last year.",
        "The mill was fined £618,000. It had sales of £6.81m.",
        "The fine is €54 million. An earlier fine was €45 million.",
        "The fine is €1.2 million, of which €700,000 is for the delay.",
        "It pays €5,000 a day, or €50,000.",
        "The price rose from €1,230 to €1,320.",
    ],
)
def test_what_is_no_conflict(text: str) -> None:
    assert conflicting(text) == []
