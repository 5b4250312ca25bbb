"""Which sum is whose where a sentence has several names and sums, in six languages."""

import pytest

from casefile.extraction import surroundings
from casefile.extraction.actions import find_actions
from casefile.extraction.names import Party
from casefile.extraction.pairs import paired_parties
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata
from casefile.values import Span

_PAIRED = [
    ("en", "Ofcom fined Orrin Ltd £3m, its subsidiary Norvia Ltd £2m and Kestrel plc £40,000.",
     ("Orrin Ltd", "Norvia Ltd", "Kestrel plc")),
    ("en", "Ofcom ordered Orrin Ltd and its owner Norvia Ltd to pay £400,000 and £750,000 respectively.",
     ("Orrin Ltd", "Norvia Ltd")),
    ("en", "Justice Amelia Frost ordered Orrin Ltd to pay £3m and Norvia Ltd £2m.",
     ("Orrin Ltd", "Norvia Ltd")),
    ("de", "Verhängt wurden 9,4 Millionen Euro gegen die Orrin AG und 400.000 Euro gegen die Norvia GmbH.",
     ("Orrin AG", "Norvia GmbH")),
    ("de", "Die Orrin AG muss 3 Millionen Euro zahlen, die Norvia GmbH 2 Millionen Euro.",
     ("Orrin AG", "Norvia GmbH")),
    ("fr", "La CNIL a infligé 3 millions d’euros à Orrin SA et 2 millions d’euros à Norvia SAS.",
     ("Orrin SA", "Norvia SAS")),
    ("nl", "De AFM beboette Orrin NV voor 300.000 euro en Norvia BV voor 200.000 euro.",
     ("Orrin NV", "Norvia BV")),
    ("it", "Il Garante ha multato Orrin S.p.A. per 3 milioni di euro e Norvia srl per 200.000 euro.",
     ("Orrin S.p.A.", "Norvia srl")),
    ("es", "La CNMC multó a Orrin SA y Norvia SL con 300.000 euros y 200.000 euros.",
     ("Orrin SA", "Norvia SL")),
    ("en", "Ofcom fined Orrin Ltd and Norvia Ltd (£3m for the former, £2m for the latter).",
     ("Orrin Ltd", "Norvia Ltd")),
    ("fr", "La CNIL punit Orrin SA et Norvia SAS: 9 000 euros pour la première, 2 000 euros pour la seconde.",
     ("Orrin SA", "Norvia SAS")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "names"), _PAIRED)
def test_each_name_has_its_sum(language: str, text: str, names: tuple[str, ...]) -> None:
    survey = Survey(Article(text, SourceMetadata(language=language)))
    sentence = survey.article.sentences[0]
    paired = paired_parties(survey, sentence)
    assert tuple(paired[money.span].name for money in survey.money) == names


@pytest.mark.parametrize(
    ("language", "text", "paired"),
    [
        ("en", "Orrin Ltd pays £3m, Norvia Ltd £2m and Kestrel Ltd goes free.", ["Orrin Ltd", "Norvia Ltd"]),
        (
            "nl",
            "Orrin NV betaalt 3 miljoen euro, Norvia BV 2 miljoen en Kestrel NV niets.",
            ["Orrin NV", "Norvia BV"],
        ),
        ("en", "Orrin Ltd paid £3m to Norvia Ltd and £2m to Kestrel Ltd.", []),
    ],
)
def test_the_last_of_a_list_may_have_no_sum(language: str, text: str, paired: list[str]) -> None:
    survey = Survey(Article(text, SourceMetadata(language=language)))
    found = paired_parties(survey, survey.article.sentences[0])
    assert [found[money.span].name for money in survey.money if money.span in found] == paired


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The tribunal affirmed the $220 million which the FCCPC imposed on Norvia Ltd in July."),
        ("fr", "La cour confirme les 50 millions d’euros infligés par la CNIL à Norvia SA."),
        ("it", "Il Tar conferma i 50 milioni di euro inflitti dall’Antitrust alla Norvia S.p.A. nel 2024."),
        ("es", "El Supremo confirma los 50 millones de euros impuestos por la CNMC a Norvia SA."),
    ],
)
def test_a_sum_is_whose_it_was_imposed_on(language: str, text: str) -> None:
    survey = Survey(Article(text, SourceMetadata(language=language)))
    found = paired_parties(survey, survey.article.sentences[0])
    assert [party.name.startswith("Norvia") for party in found.values()] == [True]
    assert [action.respondents[0].name.startswith("Norvia") for action in find_actions(survey)] == [True]


def test_the_company_and_its_director_have_a_sum_each() -> None:
    text = "Orrin Ltd sold the toys with Ada Frost. The company was fined £15,000 and Ada Frost £4,000."
    survey = Survey(Article(text, SourceMetadata(language="en")), frozenset({"Ada Frost"}))
    paired = paired_parties(survey, survey.article.sentences[1])
    assert [paired[money.span].name for money in survey.money] == ["Orrin Ltd", "Ada Frost"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ofcom fined Orrin Ltd and Norvia Ltd £3m."),
        ("en", "Ofcom fined Orrin Ltd £3m, of which £1m is suspended."),
        ("en", "Norvia Ltd, which paid £5m and £3m for Orrin Ltd, was fined."),
        ("de", "Die Orrin AG und die Norvia GmbH müssen 3 Millionen Euro zahlen."),
        ("fr", "Orrin SA, dont le chiffre d’affaires atteint 3 millions d’euros, paiera 2 millions d’euros."),
    ],
)
def test_other_sums_are_paired_with_nobody(language: str, text: str) -> None:
    survey = Survey(Article(text, SourceMetadata(language=language)))
    sentence = survey.article.sentences[0]
    assert paired_parties(survey, sentence) == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ofcom fined Orrin Ltd and Norvia Ltd £3m each."),
        ("de", "Die BaFin verhängte gegen die Orrin AG und die Norvia GmbH jeweils 300.000 Euro Bußgeld."),
        ("fr", "La CNIL a infligé une amende de 3 millions d’euros chacune à Orrin SA et Norvia SAS."),
        ("es", "La AEPD ha multado a Orrin SA y Norvia SL con 3 millones de euros cada una."),
    ],
)  # fmt: skip
def test_what_each_pays_is_an_action_of_each(language: str, text: str) -> None:
    actions = find_actions(Survey(Article(text, SourceMetadata(language=language))))
    assert [len(action.respondents) for action in actions] == [1, 1]
    assert {action.respondents[0].name.split()[0] for action in actions} == {"Orrin", "Norvia"}
    assert all(len(action.amounts) == 1 for action in actions)


def test_a_sentence_is_paired_once_however_many_sums_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[Span] = []

    def counted(survey: Survey, sentence: Span) -> dict[Span, Party]:
        looked_at.append(sentence)
        return paired_parties(survey, sentence)

    monkeypatch.setattr(surroundings, "paired_parties", counted)
    sums = ", ".join(
        f"{name} Ltd £{number}m" for number, name in enumerate(("Orrin", "Norvia", "Kestrel"), 2)
    )
    text = f"Ofcom fined {sums}."
    assert len(find_actions(Survey(Article(text, SourceMetadata(language="en"))))) > 1
    assert len(looked_at) == 1
