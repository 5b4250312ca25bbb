"""Capitals that a text spells out as a thing are nobody's name, nor are pages and other single things."""

import pytest

from casefile.extraction.name_abbreviations import short_for_things
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Its target market determination (TMD) was wrong.", {"TMD"}),
        ("Two personal management licences (“PMLs”) were handed in.", {"PML"}),
        ("L’analyse d’impact relative à la protection des données (AIPD) manquait.", {"AIPD"}),
        ("La valutazione d’impatto sui consumi (VIC) mancava.", {"VIC"}),
        ("Een datagestuurde risicoanalyse (DRA) ontbrak.", set()),
        ("Een data gestuurde risico analyse (DGRA) ontbrak.", {"DGRA"}),
        ("Norvia payments kit (NPK) was fined.", set()),
        ("The regulator fined the maker (KPM) twice.", set()),
        ("Kestrel Pay Ltd (KPL) was fined.", set()),
    ],
)
def test_which_capitals_are_short_for_things(text: str, found: set[str]) -> None:
    assert short_for_things(text) == found


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Its target market determination (TMD) was wrong. TMD matters against Norvia Pay Ltd go on.", "TMD"),
        ("Norvia Pay Ltd must print the order, which appears on page B9 today.", "B9"),
        ("Norvia Pay Ltd was fined. I have sent an FOI. It will tell.", "FOI"),
    ],
)
def test_what_is_no_party(text: str, left: str) -> None:
    names = [party.name for party in Survey(Article(text, SourceMetadata(language="en"))).parties]
    assert left not in names
    assert "Norvia Pay Ltd" in names


def test_a_name_may_be_shortened_to_what_ends_as_a_place_does() -> None:
    text = "Tarn Valley Industries and Orla Ltd met often. Orla was fined £3m and Tarn Valley £2m."
    party = Survey(Article(text, SourceMetadata(language="en"))).parties[0]
    assert (party.name, len(party.spans)) == ("Tarn Valley Industries", 2)


def test_the_brackets_of_a_laws_title_hold_no_names() -> None:
    text = (
        "Orders under the European Union (Official Controls in Relation to Food Legislation) Regulations "
        "2020 were served on Norvia Foods Ltd."
    )
    names = [party.name for party in Survey(Article(text, SourceMetadata(language="en"))).parties]
    assert names == ["Norvia Foods Ltd"]


def test_a_town_before_what_a_company_is_tells_only_whence_it_is() -> None:
    text = "Commission descends on Ikeja supermarket chain\n\nIt fined Norvia Mart Ltd, a supermarket chain."
    names = [party.name for party in Survey(Article(text, SourceMetadata(language="en"))).parties]
    assert names == ["Norvia Mart Ltd"]
