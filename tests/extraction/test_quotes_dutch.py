"""Quotations and speakers in Dutch: how each begins, and who said it; all invented."""

import pytest

from casefile.extraction.quotes import find_quotes
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata

Expected = list[tuple[str, str]]

CASES: list[tuple[str, Expected]] = [
    (
        "„Wij gaan in beroep”, zegt woordvoerder Piet Smit van Telvia.",
        [("Wij gaan", "Piet Smit")],
    ),
    (
        '"Dit is onacceptabel", aldus minister Eva Jansen. "Punt."',
        [("Dit is", "Eva Jansen"), ("Punt", "Eva Jansen")],
    ),
    (
        "‘Het is een doorbraak’, vindt advocaat Karin de Boer. ‘Eindelijk.’",
        [("Het is", "Karin de Boer"), ("Eindelijk", "Karin de Boer")],
    ),
    (
        "Volgens voorzitter Bram Oosterveld is de boete „op zijn plaats”.",
        [("op zijn", "Bram Oosterveld")],
    ),
    (
        "Karin de Boer noemt het vonnis ‘teleurstellend’.",
        [("teleur", "Karin de Boer")],
    ),
    (
        "Het bedrijf noemt de boete „buitenproportioneel”. Eerder kreeg Vidzaar al een boete.",
        [("buiten", "")],
    ),
    (
        "Vidzaar kreeg een boete. Het bedrijf noemt die „buitenproportioneel”.",
        [("buiten", "Vidzaar")],
    ),
    (
        "De zogenoemde ‘toeslagenaffaire’ duurt voort. Het boek getiteld ‘Alleen’ ook.",
        [],
    ),
    (
        "Karin de Boer is advocaat. ‘Wij hopen op meer’, zegt ze. ‘Veel meer.’",
        [("Wij hopen", "Karin de Boer"), ("Veel", "Karin de Boer")],
    ),
    (
        "De topvrouw van de toezichthouder, Monique Haver, sprak van „een ernstige overtreding”.",
        [("een ern", "Monique Haver")],
    ),
    (
        "‘We bestuderen het besluit’, laat een woordvoerder van Ridely weten.",
        [("We best", "Ridely")],
    ),
    (
        "Hoogleraar Bart Jagers vindt de boete ‘begrijpelijk’, maar ‘wel erg laat’.",
        [("begrijp", "Bart Jagers"), ("wel erg", "Bart Jagers")],
    ),
    (
        '"Dat kan niet", zei rechter Jan Vos. Volgens hem had het bedrijf "lak aan de regels".',
        [("Dat kan", "Jan Vos"), ("lak aan", "Jan Vos")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_quotations_have_their_speakers(text: str, expected: Expected) -> None:
    quotes = find_quotes(Article(text, SourceMetadata(language="nl")))
    starts = [start for start, _ in expected]
    found = [(quote.text[: len(start)], quote.speaker) for quote, start in zip(quotes, starts, strict=False)]
    assert (found, len(quotes)) == (expected, len(expected))
