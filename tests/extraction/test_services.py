"""Decisions that are told by a service of the respondent, and ones against the service itself."""

import pytest

from casefile.extraction.actions import find_actions
from casefile.extraction.lexicon import SHARED, lexicon
from casefile.extraction.name_known import owners_of
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata
from casefile.values import PartialDate

_FINED = (
    "The Competition Commission of India has fined Meta Rs 213 crore over WhatsApp’s privacy policy, "
    "it said on Tuesday.\n\n"
)


def respondents(text: str) -> list[str]:
    metadata = SourceMetadata(language="en", published=PartialDate("2025-03-12"))
    return [each.respondents[0].name for each in find_actions(Survey(Article(text, metadata)))]


@pytest.mark.parametrize(
    "text",
    [
        f"{_FINED}It also ordered WhatsApp to let users choose.",
        f"{_FINED}The Commission banned WhatsApp from sharing data with its parent.",
        "The Data Protection Commission fined Meta €20 million for letting Instagram show numbers.",
        "The Data Protection Commission has fined Meta €20 million over Instagram’s defaults. Both changed.",
    ],
)
def test_what_is_told_of_a_service_is_no_second_action(text: str) -> None:
    assert respondents(text) == ["Meta"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{_FINED}In 2021 the Irish Data Protection Commission fined WhatsApp €225 million.",
            ["Meta", "WhatsApp"],
        ),
        ("The Data Protection Commission fined Meta’s WhatsApp €225 million.", ["WhatsApp"]),
        ("The European Commission fined Alphabet’s Google €2.95 billion on Friday.", ["Google"]),
        ("Ireland’s DPC fined WhatsApp €225 million. Meta will appeal.", ["WhatsApp"]),
    ],
)
def test_a_service_with_a_fine_of_its_own_is_a_respondent(text: str, expected: list[str]) -> None:
    assert respondents(text) == expected


def test_a_service_without_its_owner_is_a_respondent() -> None:
    text = "The Competition Commission of India ordered WhatsApp to let users choose, it said on Tuesday."
    assert respondents(text) == ["WhatsApp"]


def test_owners_are_known_by_their_services() -> None:
    assert owners_of("YouTube") == {"Google", "Alphabet"}
    assert owners_of("Orrin") == frozenset()
    assert all(lexicon(SHARED, "companies").lists("services").values())


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The CNIL fined Alphabet unit Google €50 million.", "Google"),
        ("en", "The FCA fined Santander subsidiary Openbank £5 million.", "Openbank"),
        ("en", "The FTC fined Walmart-owned Flipkart $5 million.", "Flipkart"),
        ("fr", "La CNIL a condamné la filiale d’Alphabet, Google, à 50 millions d’euros d’amende.", "Google"),
        ("it", "L’AGCM ha multato la controllata di Enel, Hera, per 5 milioni di euro.", "Hera"),
        ("es", "La AEPD ha multado a la filial de Alphabet, Google, con 5 millones de euros.", "Google"),
    ],
)
def test_what_belongs_to_another_is_the_respondent_beside_it(language: str, text: str, expected: str) -> None:
    found = find_actions(Survey(Article(text, SourceMetadata(language=language))))
    assert [[each.name for each in action.respondents] for action in found] == [[expected]]
