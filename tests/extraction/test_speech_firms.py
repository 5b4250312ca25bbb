"""Which company "the company" is, where the article's actions tell better than the nearest capital letter."""

import pytest

from casefile.extraction import extract
from casefile.metadata import SourceMetadata

_TEXTS = [
    (
        "en",
        (
            "The Data Protection Commission has fined Quellmark Ltd €2 million for sharing health data.\n\n"
            "“We hope that others read this,” said Dara Moloney, its deputy head, at the Ploughing.\n\n"
            "In a statement, the company called the decision “baffling”."
        ),
        "Quellmark Ltd",
    ),
    (
        "de",
        (
            "Das Bundeskartellamt hat gegen die Quellmark GmbH ein Bußgeld von 2 Millionen Euro verhängt.\n\n"
            "„Das ist ein Signal“, sagte Behördenchefin Ute Brandt am Montag.\n\n"
            "Eine Sprecherin des Unternehmens nannte die Summe „maßlos“."
        ),
        "Quellmark GmbH",
    ),
    (
        "fr",
        (
            "La Cnil a infligé une amende de 2 millions d’euros à la société Quellmark SAS.\n\n"
            "« La règle est claire », a dit Anne Roy, sa présidente, à Nantes.\n\n"
            "L’entreprise a qualifié la sanction de « démesurée »."
        ),
        "Quellmark SAS",
    ),
    (
        "es",
        (
            "La Agencia Española de Protección de Datos multó a Quellmark S.L. con 2 millones de euros.\n\n"
            "«La norma es clara», dijo Lola Prieto, su directora, en Burgos.\n\n"
            "La empresa calificó la multa de «desmedida»."
        ),
        "Quellmark S.L.",
    ),
    (
        "it",
        (
            "Il Garante privacy ha sanzionato Quellmark S.p.A. per 2 milioni di euro.\n\n"
            "«La regola è chiara», ha detto Anna Riva, che ne è componente, a Lecce.\n\n"
            "L’azienda ha definito la multa «smisurata»."
        ),
        "Quellmark S.p.A.",
    ),
    (
        "nl",
        (
            "De Autoriteit Persoonsgegevens heeft Quellmark B.V. een boete van 2 miljoen euro opgelegd.\n\n"
            "‘De regel is duidelijk’, zei bestuurslid Anna de Wit in Zwolle.\n\n"
            "Het bedrijf noemt de boete ‘buitensporig’."
        ),
        "Quellmark B.V.",
    ),
]


@pytest.mark.parametrize(("language", "text", "name"), _TEXTS)
def test_the_company_is_the_one_that_was_fined(language: str, text: str, name: str) -> None:
    quote = extract(text, SourceMetadata(language=language)).quotes[-1]
    assert quote.speaker == name


def test_a_company_of_the_paragraph_is_not_taken_for_the_one_that_was_fined() -> None:
    text = (
        "The Data Protection Commission has fined Quellmark Ltd €2 million for sharing health data.\n\n"
        "Its rival Norvane Ltd had complained. The company said it was “vindicated”."
    )
    assert extract(text, SourceMetadata(language="en")).quotes[-1].speaker == "Norvane Ltd"


def test_the_agency_is_not_taken_for_the_company() -> None:
    text = (
        "The Data Protection Commission has fined Quellmark Ltd €2 million for sharing health data.\n\n"
        "The commission said that it would appeal. A spokesman called the ruling “odd”."
    )
    assert extract(text, SourceMetadata(language="en")).quotes[-1].speaker == "Data Protection Commission"
