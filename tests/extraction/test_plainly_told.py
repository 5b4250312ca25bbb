"""Measures and older sums that their sentences tell plainly, in six languages."""

import pytest

from casefile.extraction.actions import find_actions
from casefile.extraction.findings import find_findings
from casefile.extraction.ranking import shipped_models
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata
from casefile.proposals import ActionProposal
from casefile.values import PartialDate

_FIRST = {
    "en": "The Financial Conduct Authority (FCA) has fined Kestrel Bank £3 million over its controls.",
    "de": "Die Bafin hat gegen die Kestrel Bank ein Bußgeld von 3 Millionen Euro verhängt.",
    "fr": "L’ACPR a infligé une amende de 3 millions d’euros à Kestrel Banque.",
    "nl": "De AFM heeft Kestrel Bank een boete van 3 miljoen euro opgelegd.",
    "it": "La Banca d’Italia ha inflitto a Kestrel Banca una sanzione di 3 milioni di euro.",
    "es": "El Banco de España ha impuesto a Kestrel Bank una multa de 3 millones de euros.",
}


def actions(language: str, text: str) -> tuple[ActionProposal, ...]:
    metadata = SourceMetadata(language=language, published=PartialDate("2025-03-12"))
    return find_actions(Survey(Article(text, metadata)))


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "It is the second time: in 2021 the bank paid £400,000 for the same."),
        ("de", "Es ist nicht das erste Mal: 2021 zahlte das Institut bereits 400.000 Euro."),
        ("fr", "Ce n’est pas la première : en 2021, la banque avait déjà payé 400 000 euros d’amende."),
        ("nl", "Eerder, in 2021, betaalde de bank al een boete van 400.000 euro."),
        ("it", "Non è la prima: nel 2021 la banca aveva già pagato una multa di 400.000 euro."),
        ("es", "Es la segunda: en 2021 la entidad ya fue multada con 400.000 euros."),
    ],
)
def test_a_sum_of_before_is_an_action_of_its_own(language: str, told: str) -> None:
    sums = [
        [int(amount.value) for amount in each.amounts]
        for each in actions(language, f"{_FIRST[language]}\n\n{told}")
    ]
    assert sums == [[3_000_000], [400_000]]


@pytest.mark.parametrize(
    "told",
    [
        "The law allows a fine of £400,000.",
        "Last year the regulator imposed fines of £400,000 in all.",
    ],
)
def test_other_sums_are_none_of_the_same_pair(told: str) -> None:
    (action,) = actions("en", f"{_FIRST['en']}\n\n{told}")
    assert [int(amount.value) for amount in action.amounts] == [3_000_000]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "In March the Prudential Regulation Authority (PRA) suspended its licence for 90 days."),
        ("de", "Im März entzog ihr die Bundesnetzagentur die Erlaubnis."),
        ("fr", "En mars, la CNIL a suspendu son agrément pour 90 jours."),
        ("nl", "In maart trok De Nederlandsche Bank haar vergunning in."),
        ("it", "A marzo la Consob ha sospeso la sua licenza per 90 giorni."),
        ("es", "En marzo la CNMV suspendió su licencia durante 90 días."),
    ],
)
def test_what_is_taken_from_it_is_told_of_who_was_named(language: str, told: str) -> None:
    metadata = SourceMetadata(language=language, published=PartialDate("2025-03-12"))
    survey = Survey(Article(f"{_FIRST[language]}\n\n{told}", metadata))
    last = find_findings(survey, shipped_models())[-1]
    assert (last.kind.value, last.parties[0].name[:7]) == ("ban", "Kestrel")


def test_a_headline_may_mean_only_who_is_named_far_below() -> None:
    text = (
        "Timber firm fined £420,000 over worker’s death\n\nA timber firm has been fined £420,000 after a man "
        "was crushed by a falling stack.\n\nStourbridge Crown Court heard that the stack had leaned for "
        "weeks.\n\nThornwick Timber Ltd pleaded guilty to breaching the Health and Safety at Work etc. Act "
        "1974.\n\nInspector Ada Frost of the Health and Safety Executive (HSE) said it was avoidable."
    )
    (action,) = actions("en", text)
    assert [party.name for party in action.respondents] == ["Thornwick Timber Ltd"]
