"""Quotations and speakers in Italian: how each begins, and who said it; all invented."""

import pytest

from casefile.extraction.quotes import find_quotes
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata

Expected = list[tuple[str, str]]

CASES: list[tuple[str, Expected]] = [
    (
        "«Faremo ricorso», ha detto Paolo Neri, portavoce di Lumia.",
        [("Faremo", "Paolo Neri")],
    ),
    (
        "“È una vittoria”, commenta l’avvocata Laura Bianchi. “Finalmente”.",
        [("È una", "Laura Bianchi"), ("Finalmente", "Laura Bianchi")],
    ),
    (
        "Secondo il presidente Paolo Neri la multa è «ingiusta».",
        [("ingiusta", "Paolo Neri")],
    ),
    (
        "Laura Bianchi guida l’associazione. «Non basta», avverte. «Serve altro».",
        [("Non basta", "Laura Bianchi"), ("Serve", "Laura Bianchi")],
    ),
    (
        "L’azienda parla di «errore umano».",
        [("errore", "")],
    ),
    (
        "Il cosiddetto «diritto all’oblio» e il film intitolato «La rete» restano.",
        [],
    ),
    (
        "Paolo Neri, amministratore delegato di Lumia: «Siamo tranquilli».",
        [("Siamo", "Paolo Neri")],
    ),
    (
        "Il presidente del Garante, Pasquale Ferrini, ha definito la pratica «inaccettabile».",
        [("inacc", "Pasquale Ferrini")],
    ),
    (
        "«La decisione ci sorprende», fa sapere un portavoce di TLX.",
        [("La decis", "TLX")],
    ),
    (
        "Per l’avvocato Marco Greco è «una svolta». «Era ora», aggiunge.",
        [("una svolta", "Marco Greco"), ("Era ora", "Marco Greco")],
    ),
    (
        "– Non lo sapevo – disse Anna Conti. – Nessuno me lo ha detto.",
        [("Non lo", "Anna Conti"), ("Nessuno", "Anna Conti")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_quotations_have_their_speakers(text: str, expected: Expected) -> None:
    quotes = find_quotes(Article(text, SourceMetadata(language="it")))
    starts = [start for start, _ in expected]
    found = [(quote.text[: len(start)], quote.speaker) for quote, start in zip(quotes, starts, strict=False)]
    assert (found, len(quotes)) == (expected, len(expected))
