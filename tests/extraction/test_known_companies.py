"""Companies that the press knows by name: where only the list tells that a word is one."""

from collections import Counter

import pytest

from casefile import registry
from casefile.extraction.lexicon import SHARED, lexicon
from casefile.extraction.name_known import firm_of, is_known_company, known_companies
from casefile.extraction.names import find_parties
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata


def names(text: str, language: str) -> list[str]:
    return [party.name for party in find_parties(Article(text, SourceMetadata(language=language)), ())]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "Die Strabag hatte 2021 45 Millionen Euro zahlen müssen.", "Strabag"),
        ("de", "Auch gegen Vodafone wurde ein Bußgeld verhängt.", "Vodafone"),
        ("nl", "Vorig jaar moest Ziggo 200.000 euro betalen.", "Ziggo"),
        ("en", "In 2019 Spark was fined $675,000 for misleading letters.", "Spark"),
    ],
)
def test_a_known_company_is_a_party_by_its_name_alone(language: str, text: str, name: str) -> None:
    assert name in names(text, language)


def test_a_country_within_a_known_name_is_a_part_of_it() -> None:
    text = "In 2022 it took £107.8m off Santander UK."
    survey = Survey(Article(text, SourceMetadata(language="en")))
    assert [party.name for party in survey.parties] == ["Santander UK"]


def test_two_names_of_one_company_are_one_party() -> None:
    text = "SKT was slapped with a fine. SK Telecom said on Thursday that SKT would study it."
    (party,) = find_parties(Article(text, SourceMetadata(language="en")), ())
    assert party.forms == {"SK Telecom", "SKT"}


def test_a_product_is_called_by_its_firm() -> None:
    text = "The ban on ChatGPT was lifted. OpenAI had changed ChatGPT by then."
    (party,) = find_parties(Article(text, SourceMetadata(language="en")), ())
    assert party.name == "OpenAI"


def test_a_longer_name_keeps_its_words() -> None:
    assert "Vodafone Hallbach GmbH" in names("Die Vodafone Hallbach GmbH muss zahlen.", "de")


def test_only_the_spelling_of_the_press_is_known() -> None:
    assert is_known_company("eBay")
    assert not is_known_company("ebay")
    assert firm_of("SKT") == "SK Telecom"
    assert known_companies("Nobody is named here.") == ()
    assert known_companies("Die Vodafone-Tochter zahlt.") == ()


def test_no_name_is_listed_twice_or_is_an_authority() -> None:
    lines = [line for listed in lexicon(SHARED, "companies").lists("companies").values() for line in listed]
    forms = Counter(form for line in lines for form in line.split(" | "))
    assert [form for form, count in forms.items() if count > 1] == []
    bodies = {name for record in registry.authorities() for name in record.all_names}
    assert sorted(bodies & forms.keys()) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The watchdog opened an inquiry into X over its Grok model.", ["X"]),
        ("de", "Die Behörde hat gegen X, früher Twitter, ein Verfahren eröffnet.", ["X"]),
        ("en", "Ring will pay. The maker of cameras is a part of Amazon.", ["Ring", "Amazon"]),
        ("en", "The agency opened an inquiry into X, as the papers call him.", []),
        ("en", "Ring the bell twice, the notice said.", []),
    ],
)
def test_a_letter_or_a_common_word_is_a_firm_where_another_word_tells_it(
    language: str, text: str, expected: list[str]
) -> None:
    assert [name for name in names(text, language) if name in ("X", "Twitter", "Ring", "Amazon")] == expected
