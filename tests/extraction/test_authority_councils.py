"""Local councils: authorities of what they prosecute, and none where they only stand in the text."""

import pytest

from casefile.extraction.actions import find_actions
from casefile.extraction.authorities import find_authorities
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata


def councils(text: str) -> list[tuple[str, str]]:
    found = find_authorities(Article(text, SourceMetadata(language="en")))
    return [(each.authority.name, each.authority.jurisdiction) for each in found if "Council" in each.code]


@pytest.mark.parametrize(
    ("text", "name", "land"),
    [
        ("Orrin Ltd was fined £9,000 in a case brought by Marlow District Council.",
         "Marlow District Council", "GB"),
        ("Costs of £900 were awarded to Thornwick Council, which prosecuted.", "Thornwick Council", "GB"),
        ("Thornwick City Council’s trading standards officers found the toys in a shop in England.",
         "Thornwick City Council", "GB"),
        ("Last summer Thornwick Council’s food team served it with a notice. It paid £900.",
         "Thornwick Council", "GB"),
        ("In Ireland, Clonmore County Council served a notice.", "Clonmore County Council", "IE"),
        ("In New Zealand, Wairere Council took Orrin Ltd to court.", "Wairere Council", "NZ"),
    ],
)  # fmt: skip
def test_a_council_that_acts_is_an_authority(text: str, name: str, land: str) -> None:
    assert councils(text) == [(name, land)]


@pytest.mark.parametrize(
    "text",
    [
        "Ofcom fined Thornwick City Council £9,000.",
        "Thornwick Council leader Ada Frost welcomed the £9,000 fine in England.",
        "Springfield City Council took the landlord to court in Ohio for $9,000.",
    ],
)
def test_a_council_that_does_not_act_there_is_none(text: str) -> None:
    assert councils(text) == []


def test_the_fines_of_a_firm_and_of_its_director_are_the_councils() -> None:
    text = (
        "Orrin Catering Ltd and its director, Ada Frost, admitted nine offences at Marlow Crown Court. "
        "The company was fined £15,000 and Ms Frost £4,000; costs of £2,400 were awarded to Marlow Council, "
        "which prosecuted."
    )
    actions = find_actions(Survey(Article(text, SourceMetadata(language="en"))))
    told = [
        (each.authority.name, each.respondents[0].name, [int(sum_.value) for sum_ in each.amounts])
        for each in actions
    ]
    assert told == [
        ("Marlow Council", "Orrin Catering Ltd", [15000]),
        ("Marlow Council", "Ada Frost", [4000]),
    ]
