"""Authorities and named parties."""

import pytest

from casefile.extraction.authorities import find_authorities
from casefile.extraction.names import find_parties
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata


def codes(text: str, language: str = "en") -> list[str]:
    return [mention.code for mention in find_authorities(Article(text, SourceMetadata(language=language)))]


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("The Federal Trade Commission sued.", "en", "US-FTC"),
        ("La CNIL a annoncé", "fr", "FR-CNIL"),
        ("the Dutch Data Protection Authority said", "en", "NL-AP"),
        ("the Irish watchdog ordered the firm to stop over privacy", "en", "IE-DPC"),
        ("Italy’s privacy regulator said", "en", "IT-GARANTE"),
        ("die irische Datenschutzbehörde", "de", "IE-DPC"),
    ],
)
def test_an_authority_is_found_by_name_and_nickname(text: str, language: str, code: str) -> None:
    assert code in codes(text, language)


def test_an_ambiguous_abbreviation_needs_an_anchor() -> None:
    assert codes("AP reported on Tuesday that shares rose.") == []
    assert "NL-AP" in codes("De AP legt een boete op.", "nl")


def test_an_abbreviation_in_brackets_is_learned() -> None:
    found = codes("The Netherlands Data Protection Agency (DPA) spoke. Later the DPA warned.")
    assert set(found) == {"NL-AP"}


def test_words_that_point_back_mean_the_authority_before() -> None:
    assert codes("The CNIL fined Orange. The watchdog said more would follow.") == ["FR-CNIL", "FR-CNIL"]


def parties(text: str, language: str = "en", outlet: str = "") -> dict[str, bool]:
    survey = Survey(Article(text, SourceMetadata(language=language, outlet=outlet)))
    return {party.name: party.person for party in survey.parties}


def test_short_forms_belong_to_the_full_name() -> None:
    text = "Orbital Freight Ltd was fined. Critics of Orbital were pleased."
    (party,) = find_parties(Article(text, SourceMetadata()), ())
    assert party.name == "Orbital Freight Ltd"
    assert party.forms == {"Orbital Freight Ltd", "Orbital"}


def test_a_company_and_its_brand_are_one() -> None:
    assert list(parties("It fined Luminar Inc., which runs Chatterly. Users of Chatterly left.")) == [
        "Luminar Inc."
    ]


def test_a_title_makes_a_person() -> None:
    assert parties("It named the chief executive Anna Vermeer and fined Zolando AG.") == {
        "Anna Vermeer": True,
        "Zolando AG": False,
    }


@pytest.mark.parametrize(
    "text", ["It fell in Paris on Monday.", "The Daily Planet wrote.", "Officials of Germany left."]
)
def test_places_days_and_the_outlet_are_no_parties(text: str) -> None:
    assert parties(text, outlet="The Daily Planet") == {}


def test_german_nouns_are_no_names() -> None:
    text = (
        "Das Amt hat gegen die Quantor Bank AG ein Bußgeld verhängt, weil die Kunden keine Auskunft bekamen."
    )
    assert list(parties(text, "de")) == ["Quantor Bank AG"]
