"""What is written large and is no party: courts, files, states, offices, towns and regions."""

import pytest

from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Das Landgericht Rabenau hat das Bußgeld aufgehoben."),
        ("de", "Aktenzeichen: BK6-25-417 (Aufsichtsverfahren)."),
        ("nl", "De Rechtbank Weerdam vernietigde de boete."),
        ("nl", "De ACM heeft de Amerikanen een boete opgelegd."),
        ("nl", "De Chinezen kregen een boete van de ACM."),
        ("nl", "Daartegen loopt op Europees niveau een onderzoek, en op Vlaams niveau ook."),
        ("es", "La Cámara Contencioso Administrativo Federal dejó sin efecto la multa."),
        ("es", "La multa bajó a 1.870 Unidades Tributarias Anuales."),
        ("es", "Con las Resoluciones 21407 y 21408 se impuso la multa en Aysén."),
        ("it", "La Cassazione ha respinto il ricorso, e il Pnrr paga."),
        ("en", "The maker of a test rig in Spartanburg, S.C., was told of the order in Charlotte, N.C."),
        ("en", "The panel was told so by counsel, SAN, of the tribunal."),
        ("en", "The firm spends millions on “Project Heather”, and Operation Lantern goes on."),
        ("de", "Das nennt sich „Projekt Leuchtturm“ und kostet viel."),
        ("it", "La società ha avviato il “Progetto Faro” da mesi."),
        ("fr", "Les contrôles ont eu lieu à Berne et en Auvergne-Rhône-Alpes."),
        ("fr", "L’amende vise les promotions de Pâques et celles de Noël."),
        ("it", "La multa riguarda i regali di Natale e le offerte di Ferragosto."),
        ("es", "La multa afecta a las ofertas de Navidad y de Semana Santa."),
        ("nl", "De boete gaat over acties rond Kerst en Pasen."),
        ("en", "The fine was for the sale of Halloween and Easter hampers."),
        ("es", "En un hecho relevante enviado a la Bolsa se lee que la multa es baja."),
        ("es", "La Tercera Sala de la Corte Suprema le bajó la multa."),
    ],
)
def test_it_is_no_party(language: str, text: str) -> None:
    survey = Survey(Article(text, SourceMetadata(language=language)))
    assert [each.name for each in survey.parties] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El organismo que preside Elvira Santos ha multado a Orrin SA."),
        ("it", "L’autorità guidata da Elvira Santi ha multato Orrin srl."),
        ("fr", "L’autorité présidée par Elvire Santeuil a sanctionné Orrin SA."),
        ("de", "Die Behörde unter der Leitung von Elvira Sander hat die Orrin AG gebüßt."),
        ("nl", "De toezichthouder onder leiding van Elvira Sanders beboette Orrin NV."),
        ("en", "The agency headed by Elvira Sands fined Orrin Ltd."),
    ],
)
def test_who_leads_the_authority_is_no_respondent(language: str, text: str) -> None:
    survey = Survey(Article(text, SourceMetadata(language=language)))
    leads = [each.name for each in survey.parties if each.name.startswith("Elvir")]
    assert set(leads) <= survey.bystanders
    assert leads


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "de",
            "Wer „MeinOstrala“ nutzte, sah fremde Daten. Gegen die Ostrala GmbH läuft etwas.",
            "Ostrala GmbH",
        ),
        ("en", "Users of MyVelmar saw it all, and Velmar, Inc. knew.", "Velmar, Inc."),
        ("nl", "Klanten van Mijn Kelmora zagen alles. Kelmora B.V. kreeg een boete.", "Kelmora B.V."),
        ("en", "The regulator fined Project Heather Ltd.", "Project Heather Ltd"),
        ("en", "The regulator fined MyBank. No Bank was named besides.", "MyBank"),
        ("en", "The regulator fined Mia Farlow. She denied it, and Farlow’s lawyer too.", "Mia Farlow"),
    ],
)
def test_the_page_of_a_firms_customers_is_no_party(language: str, text: str, name: str) -> None:
    survey = Survey(Article(text, SourceMetadata(language=language)))
    assert [each.name for each in survey.parties] == [name]
