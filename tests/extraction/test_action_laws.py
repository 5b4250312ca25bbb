"""Which laws an action is proposed with."""

import pytest

from casefile.extraction.action_laws import ToldAction, share_provisions
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata
from casefile.values import Span


def _shares(text: str, *actions: tuple[str, str, str, bool], language: str = "en") -> list[list[str]]:
    """The provisions of actions, each given by authority, respondent, words of its sentence, and main."""
    survey = Survey(Article(text, SourceMetadata(language=language)))
    told = [
        ToldAction(
            authority,
            tuple(party for party in survey.parties if party.name == respondent),
            (survey.article.sentence_of(Span(text.index(words), text.index(words) + len(words))),),
            main,
        )
        for authority, respondent, words, main in actions
    ]
    return [[str(law) for law in laws] for laws in share_provisions(survey, told)]


DPC = ("IE-DPC", "Tellaro Ltd", "fined Tellaro Ltd", True)


def test_the_laws_of_the_sanction_and_of_what_is_told_about_it_are_the_action_s() -> None:
    text = (
        "The Data Protection Commission fined Tellaro Ltd €5m under Article 83 GDPR.\n"
        "It had infringed Articles 5 and 32 of the regulation, the decision says."
    )
    assert _shares(text, DPC) == [["GDPR Art. 83", "GDPR Art. 5", "GDPR Art. 32"]]


@pytest.mark.parametrize(
    "aside",
    [
        "Under the Digital Services Act, companies can be fined up to 6% of turnover.",
        "Lawmakers debate a bill that would change the Data Act.",
        "In America the FTC Act has no such rule.",
    ],
)
def test_what_laws_allow_and_laws_of_elsewhere_are_not_the_action_s(aside: str) -> None:
    text = f"The Data Protection Commission fined Tellaro Ltd €5m for breaching the GDPR.\n{aside}"
    assert _shares(text, DPC) == [["GDPR"]]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("de", "Die Behörde verhängte 5 Millionen Euro.\nDer DSA sieht bis zu 6 % vor.", "verhängte"),
        ("fr", "La CNIL a infligé 5 M€.\nLe DSA permet des amendes allant jusqu’à 6 %.", "infligé"),
        ("nl", "De AP legde 5 miljoen euro op.\nDe DSA kent boetes van maximaal 6 %.", "legde"),
        ("it", "Il Garante ha multato Tellaro.\nIl DSA prevede sanzioni fino al 6 %.", "multato"),
        ("es", "La AEPD impuso 5 millones.\nEl DSA permite multas de hasta el 6 %.", "impuso"),
    ],
)  # fmt: skip
def test_powers_are_no_breach_in_any_language(language: str, text: str, words: str) -> None:
    assert _shares(text, ("NL-AP", "", words, True), language=language) == [[]]


def test_a_law_belongs_to_the_respondent_whom_its_sentence_names() -> None:
    text = (
        "The Data Protection Commission fined Tellaro Ltd €5m.\n"
        "It also fined Ordenza Ltd €2m.\n"
        "Tellaro Ltd had breached Article 32 GDPR, Ordenza Ltd had breached nothing but Article 33 GDPR."
    ).replace("GDPR, Ordenza", "GDPR. Ordenza")
    shares = _shares(text, DPC, ("IE-DPC", "Ordenza Ltd", "fined Ordenza Ltd", True))
    assert shares == [["GDPR Art. 32"], ["GDPR Art. 33"]]


def test_an_action_in_passing_has_no_law_of_the_main_one() -> None:
    text = (
        "The Data Protection Commission fined Tellaro Ltd €5m.\n"
        "In 2022 it fined Ordenza Ltd €2m.\n"
        "The decision rests on Article 32 GDPR."
    )
    shares = _shares(text, DPC, ("IE-DPC", "Ordenza Ltd", "fined Ordenza Ltd", False))
    assert shares == [["GDPR Art. 32"], []]
