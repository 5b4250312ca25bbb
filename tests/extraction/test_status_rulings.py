"""What courts made of a measure that the text is about, told without a name or by whose side they took."""

import pytest

from casefile.extraction.actions import find_actions
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata
from casefile.values import PartialDate

OPENINGS = {
    "en": "The ICO fined Lumora Ltd £2 million in May. The matter dragged on. ",
    "de": "Die BaFin büßte die Lumora GmbH mit 2 Millionen Euro. Es blieb nicht dabei. ",
    "fr": "La CNIL a sanctionné Lumora SAS de 2 millions d’euros. Puis tout a changé. ",
    "nl": "De AFM legde Lumora BV een boete van 2 miljoen euro op. Lang bleef het stil. ",
    "it": "L’Agcm ha multato Lumora S.p.A. per 2 milioni di euro. Poi la svolta. ",
    "es": "La AEPD multó a Lumora S.A. con 2 millones de euros. Pasó un año. ",
}
SENTENCES = {
    "en": """
annulled | In November the tribunal quashed the fine.
reduced | A judge has since cut the penalty to £1 million.
imposed | The tribunal has quashed an earlier fine.
imposed | The tribunal cut the fine on a rival.
final | A judge has now sided with the ICO against Lumora.
annulled | A judge has now sided with Lumora.
""",
    "de": """
annulled | Das Gericht hob den Bescheid auf.
reduced | Das Landgericht setzte die Geldbuße auf die Hälfte herab.
imposed | Das Gericht kippte eine ältere Buße.
imposed | Das Gericht kippte die Buße gegen einen Konkurrenten.
final | Das Gericht gab der BaFin gegen Lumora recht.
annulled | Das Gericht gab Lumora recht.
""",
    "fr": """
annulled | La cour a annulé la décision.
reduced | Le Conseil d’État a ramené la sanction à un million.
imposed | La cour a annulé une autre sanction.
final | Le juge a donné raison à la CNIL contre Lumora.
annulled | Le juge a donné raison à Lumora.
""",
    "nl": """
annulled | De rechtbank vernietigde het besluit.
reduced | De rechter verlaagde de boete.
imposed | De rechter vernietigde een eerdere boete.
final | De rechter gaf de AFM gelijk tegen Lumora.
annulled | De rechter stelde Lumora in het gelijk.
""",
    "it": """
annulled | Il Tar ha annullato il provvedimento.
reduced | Il Consiglio di Stato ha dimezzato la sanzione.
imposed | Il Tar ha annullato un’altra sanzione.
final | Il Tar ha dato ragione all’Agcm contro Lumora.
annulled | Il Tar ha dato ragione a Lumora.
""",
    "es": """
annulled | La Audiencia Nacional anuló la resolución.
reduced | El tribunal rebajó la sanción.
imposed | El tribunal anuló otra multa.
final | El juez dio la razón a la AEPD frente a Lumora.
annulled | El juez dio la razón a Lumora.
""",
}
_LINES = [
    (language, *line.split(" | ", 1))
    for language, block in SENTENCES.items()
    for line in block.strip().splitlines()
]


@pytest.mark.parametrize(("language", "status", "sentence"), _LINES)
def test_a_ruling_is_of_the_measure_that_the_text_is_about(language: str, status: str, sentence: str) -> None:
    metadata = SourceMetadata(language=language, published=PartialDate("2025-03-12"))
    actions = find_actions(Survey(Article(OPENINGS[language] + sentence, metadata)))
    assert [(each.respondents[0].name.split()[0], each.status.value.value) for each in actions] == [
        ("Lumora", status)
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", ("The Court of Appeal has overturned the ruling in which the tribunal had annulled it, and cut"
         " the fine from £2 million to £1 million.")),
        ("it", ("Il Consiglio di Stato ha riformato la sentenza con cui il Tar aveva annullato la sanzione."
         " L’importo scende da 2 a 1 milione di euro.")),
        ("fr", "La cour a réformé l’arrêt qui avait annulé la sanction et l’a réduite à 1 million."),
        ("es", ("El Supremo revoca la sentencia que la había anulado y reduce la multa a 1 millón.")),
    ],
)  # fmt: skip
def test_an_annulment_that_a_higher_court_took_back_is_none(language: str, text: str) -> None:
    metadata = SourceMetadata(language=language, published=PartialDate("2025-11-12"))
    (action,) = find_actions(Survey(Article(OPENINGS[language] + text, metadata)))
    assert action.status.value.value == "reduced"


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("en", "Ofcom has closed its investigation into Halden Bank without taking action.", "final"),
        ("en", "Ofcom has opened an investigation into Halden Bank. Its shop closed.", "ongoing"),
        ("de", "Das Bundeskartellamt stellt das Verfahren gegen Vodafone ein.", "final"),
        ("de", "Das Bundeskartellamt hat ein Verfahren gegen Vodafone eingeleitet.", "ongoing"),
        ("fr", "L’Autorité de la concurrence a clos l’enquête visant Halden SA.", "final"),
        ("nl", "De ACM heeft het onderzoek naar Halden BV gestaakt.", "final"),
        ("it", "L’Antitrust ha archiviato il procedimento nei confronti di Halden S.p.A.", "final"),
        ("es", "La CNMC cerró la investigación a Halden S.A. sin sanción.", "final"),
    ],
)
def test_an_inquiry_that_was_closed_is_not_ongoing(language: str, text: str, status: str) -> None:
    (action,) = find_actions(Survey(Article(text, SourceMetadata(language=language))))
    assert action.status.value.value == status
