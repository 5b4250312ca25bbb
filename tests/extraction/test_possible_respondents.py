"""Who may be meant by a sanction at all."""

import pytest

from casefile.extraction.anchors import find_anchors
from casefile.extraction.respondent_features import possible_respondents
from casefile.extraction.surroundings import Spoken, Surroundings
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata
from casefile.values import Span

TEXT = "The FCA fined Kestrel Ltd £3m. Jane Marlow told a hearing that the penalty of £3m was fair."


def _meant(text: str, *saying: str) -> list[set[str]]:
    """The names of the possible respondents of each anchor, in reading order."""
    spans = (Span(text.index(each), text.index(each) + len(each)) for each in saying)
    survey = Survey(Article(text, SourceMetadata(language="en")), saying=tuple(spans))
    near = Surroundings(survey)
    return [
        {party.name for party in possible_respondents(near, anchor, Spoken())}
        for anchor in find_anchors(survey)
    ]


def test_a_person_who_says_it_is_no_respondent_where_a_company_may_be() -> None:
    assert _meant(TEXT, "Jane Marlow")[-1] == {"Kestrel Ltd"}
    assert _meant(TEXT)[-1] == {"Kestrel Ltd", "Jane Marlow"}


@pytest.mark.parametrize("saying", ["Jane Marlow", "Kestrel Ltd"])
def test_a_person_alone_and_a_company_may_be_whatever_they_say(saying: str) -> None:
    text = f"{saying} admits that the FCA imposed a fine of £30,000."
    assert _meant(text, saying)[-1] == {saying}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "FINRA fined Orrin Ltd. Jane Marlow has gone to the SEC after a panel barred her."),
        ("en", "FINRA fined Orrin Ltd. Jane Marlow appealed to the SEC after a panel barred her."),
        ("de", "Die FINRA bestrafte Orrin. Orrin wandte sich an die SEC, die noch nichts entschied."),
        ("fr", "La FINRA a sanctionné Orrin. La société s’est tournée vers la SEC après la sanction."),
        ("nl", "De FINRA beboette Orrin. Orrin ging in beroep bij de SEC."),
        ("it", "La FINRA ha multato Orrin. La società si è rivolta alla SEC dopo la multa."),
        ("es", "La FINRA multó a Orrin. La empresa ha recurrido ante la SEC la multa."),
    ],
)
def test_who_is_turned_to_against_a_decision_did_not_decide(language: str, text: str) -> None:
    survey = Survey(Article(text, SourceMetadata(language=language)))
    assert {each.code for each in survey.authorities} == {"US-FINRA", "US-SEC"}
    assert set(Surroundings(survey).bodies(Span(text.index(". ") + 2, len(text))).counts) == {"US-FINRA"}


def test_who_is_turned_to_and_decides_may_be_meant() -> None:
    text = "FINRA fined Orrin Ltd. Jane Marlow has gone to the SEC. The SEC barred her."
    survey = Survey(Article(text, SourceMetadata(language="en")))
    assert "US-SEC" in Surroundings(survey).bodies(Span(0, len(text))).counts
