"""What was imposed on somebody whom the text does not name is nobody else's, in six languages."""

import pytest

from casefile.extraction.actions import find_actions
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata
from casefile.terms import ActionKind
from casefile.values import PartialDate

LEADS = {
    "en": "Ofcom has fined Kestrel Ltd £2 million for hidden charges.",
    "de": "Die BaFin hat gegen die Kestrel GmbH ein Bußgeld von 2 Millionen Euro verhängt.",
    "fr": "La CNIL a infligé une amende de 2 millions d’euros à Kestrel SAS.",
    "es": "La AEPD ha multado a Kestrel, S.L. con 2 millones de euros.",
    "it": "Il Garante privacy ha multato Kestrel S.r.l. per 2 milioni di euro.",
    "nl": "De AFM heeft Kestrel B.V. een boete van 2 miljoen euro opgelegd.",
}
OTHERS = {
    "en": (
        "In 2015 Ofcom sanctioned fourteen call centres.",
        "In 2023 it fined another operator £300,000.",
        "It fined a rival £300,000 in 2023.",
        "In 2023 Ofcom imposed a £300,000 fine in the same sector.",
    ),
    "de": (
        "2015 verhängte die BaFin Bußgelder gegen vier Händler.",
        "Im Jahr 2023 bestrafte sie einen anderen Anbieter mit 300.000 Euro.",
        "2023 verhängte die Behörde in der gleichen Branche ein Bußgeld von 300.000 Euro.",
    ),
    "fr": (
        "En 2015, la CNIL avait sanctionné quatre fabricants de jouets.",
        "En 2023, elle avait sanctionné un concurrent à hauteur de 300 000 euros.",
        "En 2023, l’autorité avait infligé 300 000 euros d’amende dans le même secteur.",
        "Fin 2023, neuf opérateurs avaient transigé pour 300 000 euros.",
    ),
    "es": (
        "En octubre de 2015 la AEPD sancionó a catorce ingenios azucareros.",
        "En 2023 sancionó a otra empresa con 300.000 euros.",
        "En 2023 la Agencia impuso una multa de 300.000 euros en el mismo sector.",
    ),
    "it": (
        "Nel 2015 il Garante aveva sanzionato quattro compagnie telefoniche.",
        "Nel 2023 aveva multato un’altra società per 300.000 euro.",
        "Nel 2023 il Garante ha inflitto una sanzione di 300.000 euro nello stesso settore.",
    ),
    "nl": (
        "In 2015 beboette de AFM vier zilveruienverwerkers.",
        "In 2023 beboette de AFM een ander bedrijf voor 300.000 euro.",
        "In 2023 deelde de AFM in dezelfde branche een boete uit van 300.000 euro.",
    ),
}
OWN = {
    "en": "In 2019 Ofcom fined it £300,000 for paying a rival to stay away.",
    "fr": "En 2019, la CNIL l’avait condamnée à payer 300 000 euros pour avoir gêné un concurrent.",
}


def sums_of(language: str, text: str) -> set[int]:
    metadata = SourceMetadata(language=language, published=PartialDate("2025-03-12"))
    actions = find_actions(Survey(Article(text, metadata)))
    return {int(amount.value) for action in actions for amount in action.amounts}


@pytest.mark.parametrize(
    ("language", "other"), [(language, other) for language, others in OTHERS.items() for other in others]
)
def test_the_fine_of_somebody_else_is_not_the_respondents(language: str, other: str) -> None:
    assert sums_of(language, f"{LEADS[language]} {other}") == {2_000_000}


def test_an_end_of_somebody_elses_case_is_none_of_the_respondents() -> None:
    text = f"{LEADS['es']} En 2023 multó a otra empresa, decisión que la Audiencia confirmó en enero."
    metadata = SourceMetadata(language="es", published=PartialDate("2025-03-12"))
    actions = find_actions(Survey(Article(text, metadata)))
    assert [action.status.value.value for action in actions] == ["imposed"]


@pytest.mark.parametrize("language", OWN)
def test_the_respondents_own_older_fine_is_kept(language: str) -> None:
    assert sums_of(language, f"{LEADS[language]} {OWN[language]}") == {2_000_000, 300_000}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ICO had, after a 38-month inquiry, held that the policy of Norvia Ltd was unlawful."),
        ("en", "Following a long investigation Ofcom held that the tariff of Norvia Ltd misled people."),
        ("de", "Nach zweijährigen Ermittlungen befand die BaFin, dass der Tarif der Norvia GmbH täuschte."),
        ("fr", "À l’issue de l’enquête, la CNIL a estimé que la politique de Norvia SAS était illégale."),
        ("nl", "Na een onderzoek van drie jaar oordeelde de AFM dat het beleid van Norvia B.V. niet deugde."),
        (
            "it",
            "Al termine di un’istruttoria il Garante ha ritenuto illecita la condotta di Norvia S.r.l.",
        ),
        ("es", "Tras la investigación, la AEPD consideró que la política de Norvia, S.L. era ilícita."),
    ],
)
def test_an_inquiry_that_led_to_something_goes_on_no_more(language: str, text: str) -> None:
    metadata = SourceMetadata(language=language, published=PartialDate("2025-03-12"))
    kinds = {action.kind.value for action in find_actions(Survey(Article(text, metadata)))}
    assert ActionKind.INVESTIGATION not in kinds
