"""Quotations and speakers in Spanish: how each begins, and who said it; all invented."""

import pytest

from casefile.extraction.quotes import find_quotes
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata

Expected = list[tuple[str, str]]

CASES: list[tuple[str, Expected]] = [
    (
        "«Vamos a recurrir», afirma Luis Ortega, portavoz de Luzverde.",
        [("Vamos", "Luis Ortega")],
    ),
    (
        "“No es justo”, dijo la abogada Carmen Ruiz. “Apelaremos”.",
        [("No es", "Carmen Ruiz"), ("Apelaremos", "Carmen Ruiz")],
    ),
    (
        "—No lo sabía —dijo Marta Gil—. Nadie nos avisó.",
        [("No lo", "Marta Gil"), ("Nadie", "Marta Gil")],
    ),
    (
        "Según el director, Pablo Soto, la multa es «desproporcionada».",
        [("despro", "Pablo Soto")],
    ),
    (
        "Carmen Ruiz dirige el despacho. «Es un error», asegura. «Y grave».",
        [("Es un", "Carmen Ruiz"), ("Y grave", "Carmen Ruiz")],
    ),
    (
        "La empresa tacha de «arbitraria» la sanción. Antes, Telonia guardó silencio.",
        [("arbitraria", "")],
    ),
    (
        "El llamado «derecho al olvido» y el libro titulado «La red» siguen ahí.",
        [],
    ),
    (
        "La AEPD considera que hubo «falta de diligencia».",
        [("falta", "Agencia Española de Protección de Datos")],
    ),
    (
        "La directora de la agencia, Mar Robledo, subrayó que la multa es “ejemplar”.",
        [("ejemplar", "Mar Robledo")],
    ),
    (
        "«Es una buena noticia», señaló el abogado de los afectados, Jorge Vidal.",
        [("Es una", "Jorge Vidal")],
    ),
    (
        "Fuentes de la compañía hablan de «un error puntual». Movilia ha recurrido.",
        [("un error", "")],
    ),
    (
        "El juez Andrés Lara escribió: “La ley es clara”. Y añadió: “No hay excusa”.",
        [("La ley", "Andrés Lara"), ("No hay", "Andrés Lara")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_quotations_have_their_speakers(text: str, expected: Expected) -> None:
    quotes = find_quotes(Article(text, SourceMetadata(language="es")))
    starts = [start for start, _ in expected]
    found = [(quote.text[: len(start)], quote.speaker) for quote, start in zip(quotes, starts, strict=False)]
    assert (found, len(quotes)) == (expected, len(expected))
