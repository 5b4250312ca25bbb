"""The European Commission by other words, and the Union where it acts."""

import pytest

from tests.extraction.test_authority_mentions import mentions

COMMISSION = "EU-EC"


def codes(text: str, language: str) -> set[str]:
    return {mention.code for mention in mentions(text, language)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "EU antitrust regulators fined Google €2.4bn."),
        ("en", "Google lost its fight against a fine levied by EU regulators seven years ago."),
        ("en", "The bloc’s antitrust enforcer is looking at Google."),
        ("en", "The EU executive opened a case against Google."),
        ("en", "The EU fined Google €2.4bn."),
        ("en", "Brussels on Tuesday slapped a €2.4bn penalty on Google."),
        ("en", "Google was fined €2.4bn by the EU."),
        ("en", "Google was hit with a €2.4bn EU antitrust fine."),
        ("de", "Brüssel verhängt Milliardenstrafe gegen Google."),
        ("de", "Die EU-Wettbewerbshüter ermitteln gegen Google."),
        ("de", "Die Brüsseler Behörde prüft die Übernahme."),
        ("de", "Die EU hat gegen Google eine Strafe von 2,4 Milliarden Euro verhängt."),
        ("fr", "Bruxelles inflige une amende de 2,4 milliards d’euros à Google."),
        ("fr", "Google a été condamné par Bruxelles à une amende de 2,4 milliards d’euros."),
        ("fr", "L’exécutif européen a ouvert une enquête."),
        ("nl", "Brussel legt Google een boete van 2,4 miljard euro op."),
        ("nl", "Google krijgt van de EU een boete van 2,4 miljard euro."),
        ("nl", "De Europese mededingingsautoriteit onderzoekt Google."),
        ("it", "Bruxelles multa Google per 2,4 miliardi di euro."),
        ("it", "L’Antitrust Ue ha multato Google."),
        ("it", "L’esecutivo comunitario ha aperto un’indagine."),
        ("es", "Bruselas multa a Google con 2.400 millones de euros."),
        ("es", "El Ejecutivo comunitario ha abierto un expediente."),
    ],
)
def test_the_union_means_the_commission(language: str, text: str) -> None:
    assert codes(text, language) == {COMMISSION}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Lobbyists in Brussels welcomed the EU directive."),
        ("en", "EU ministers met in Brussels to talk about fines."),
        ("de", "Die EU-Staaten trafen sich in Brüssel."),
        ("fr", "Les ministres se réunissent à Bruxelles."),
        ("nl", "De ministers van de EU vergaderen in Brussel."),
        ("it", "I ministri si riuniscono a Bruxelles."),
        ("es", "Los ministros se reúnen en Bruselas."),
    ],
)
def test_a_place_and_a_union_that_impose_nothing_mean_nobody(language: str, text: str) -> None:
    assert codes(text, language) == set()
