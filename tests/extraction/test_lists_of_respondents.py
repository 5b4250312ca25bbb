"""Several organisations in a row share the measure that a sentence tells, in six languages."""

import pytest

from casefile.extraction.actions import find_actions
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata

_LISTS = [
    ("en", "The FCC fined AT&T, Sprint, T-Mobile and Verizon nearly $200 million for sharing location data.",
     ["AT&T", "Sprint", "T-Mobile", "Verizon"]),
    ("en", "Barclays, Tesco, Vodafone, and Shell must pay £60 million after a ruling by Ofcom.",
     ["Barclays", "Tesco", "Vodafone", "Shell"]),
    ("en", "Ofcom opened an investigation into Barclays, Tesco, Vodafone and Shell.",
     ["Barclays", "Tesco", "Vodafone", "Shell"]),
    ("de", "Edeka, Rewe, Lidl und Henkel müssen 60 Millionen Euro Bußgeld an das Bundeskartellamt zahlen.",
     ["Edeka", "Rewe", "Lidl", "Henkel"]),
    ("de", "Das Bundeskartellamt hat gegen Edeka, Rewe und Henkel Bußgelder von 60 Millionen Euro verhängt.",
     ["Edeka", "Rewe", "Henkel"]),
    ("fr", "L’Autorité de la concurrence a sanctionné SFR, Carrefour et Danone pour 60 millions d’euros.",
     ["SFR", "Carrefour", "Danone"]),
    ("nl", "De ACM legde een boete van 60 miljoen euro op aan KPN, Odido en Ziggo.",
     ["KPN", "Odido", "Ziggo"]),
    ("nl", "De ACM legde een boete van 60 miljoen euro op aan KPN en Odido.",
     ["KPN", "Odido"]),
    ("it", "L’AGCM ha inflitto una sanzione di 228 milioni di euro a Vodafone, a Wind Tre e a Fastweb.",
     ["Vodafone", "Wind Tre", "Fastweb"]),
    ("es", "La CNMC ha multado a Telefónica, Orange, Vodafone y MásMóvil con 60 millones de euros en total.",
     ["Telefónica", "Orange", "Vodafone", "MásMóvil"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "names"), _LISTS)
def test_all_who_are_listed_share_the_measure(language: str, text: str, names: list[str]) -> None:
    actions = find_actions(Survey(Article(text, SourceMetadata(language=language))))
    assert [sorted(each.name for each in action.respondents) for action in actions] == [sorted(names)]
    assert len(actions[0].amounts) == ("investigation" not in text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ofcom fined Barclays £3m, Tesco £2m and Vodafone £1m."),
        (
            "fr",
            "La CNIL a infligé 3 millions d’euros à SFR, 2 millions d’euros à Carrefour et 90 000 à Danone.",
        ),
    ],
)
def test_who_has_a_sum_of_its_own_shares_none(language: str, text: str) -> None:
    actions = find_actions(Survey(Article(text, SourceMetadata(language=language))))
    assert [len(action.respondents) for action in actions] == [1, 1, 1]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The FCA has fined Barclays and Tesco.\n\nBarclays must pay £5 million. Tesco pays £3 million.",
        ),
        (
            "fr",
            "La CRE a puni Engie et Vattenfall.\n\nEngie paie 3 millions d’euros. Vattenfall 2 millions.",
        ),
    ],
)
def test_a_fine_told_of_several_is_that_of_each_whose_sum_follows(language: str, text: str) -> None:
    actions = find_actions(Survey(Article(text, SourceMetadata(language=language))))
    assert [(len(action.respondents), len(action.amounts)) for action in actions] == [(1, 1), (1, 1)]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "The US Environmental Protection Agency fined 3M $5 million over PFAS.", "3M"),
        ("en", "The Dutch regulator ACM fined 7-Eleven €200,000.", "7-Eleven"),
        (
            "nl",
            "Basic-Fit aanvaardde in juni een minnelijke schikking van 96.000 euro met de ACM.",
            "Basic-Fit",
        ),
        ("es", "Basic-Fit aceptó en junio un acuerdo de 96.000 euros con la CNMC.", "Basic-Fit"),
        ("de", "Das Bundeskartellamt hat gegen Edeka Bußgelder von 60 Millionen Euro verhängt.", "Edeka"),
    ],
)
def test_a_name_is_found_beside_its_sum(language: str, text: str, name: str) -> None:
    actions = find_actions(Survey(Article(text, SourceMetadata(language=language))))
    assert [(each.respondents[0].name, len(each.amounts)) for each in actions] == [(name, 1)]
