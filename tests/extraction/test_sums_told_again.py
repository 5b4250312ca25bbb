"""Sums of a decision that are told again: in parts, without their magnitude, rounded in the headline.

And what two bodies took from one respondent in a single sentence, which is two decisions.
"""

import pytest

from casefile.extraction.actions import find_actions
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.extraction.triggers import find_triggers
from casefile.metadata import SourceMetadata
from casefile.proposals import ActionProposal
from casefile.values import PartialDate


def find(text: str, language: str = "en") -> tuple[ActionProposal, ...]:
    metadata = SourceMetadata(language=language, published=PartialDate("2025-06-12"))
    return find_actions(Survey(Article(text, metadata)))


def values(action: ActionProposal) -> set[str]:
    return {f"{amount.value:f}" for amount in action.amounts}


@pytest.mark.parametrize(
    ("language", "told", "again"),
    [
        (
            "en",
            "The Information Commissioner’s Office has fined Kestrel Ltd £530 million over a breach.",
            "Whether the £530 will ever reach the Treasury is another matter.",
        ),
        (
            "de",
            "Die BfDI hat gegen die Kestrel GmbH eine Geldbuße von 530 Millionen Euro verhängt.",
            "Ob die 530 Euro je in der Kasse ankommen, ist offen.",
        ),
        (
            "fr",
            "La CNIL a infligé une amende de 530 millions d’euros à Kestrel SAS.",
            "Reste à savoir si les 530 euros arriveront un jour.",
        ),
        (
            "es",
            "La AEPD ha impuesto a Kestrel S.L. una multa de 530 millones de euros.",
            "Falta saber si los 530 euros llegarán algún día.",
        ),
    ],
)
def test_a_sum_without_its_magnitude_is_of_the_same_decision(language: str, told: str, again: str) -> None:
    (action,) = find(f"{told}\n\n{again}", language)
    assert values(action) == {"530000000", "530"}


def test_the_parts_of_a_fine_are_of_its_decision() -> None:
    (action,) = find(
        "The Information Commissioner’s Office has fined Kestrel Ltd £53 million over a breach.\n\n"
        "Most of the sum, £48.5 million, is for the transfers themselves. The other £4.5 million punishes a "
        "privacy policy that named nobody."
    )
    assert values(action) == {"53000000", "48500000", "4500000"}


def test_costs_are_no_part_of_a_fine() -> None:
    (action,) = find(
        "The Environment Agency prosecuted Kestrel Water Ltd, which was fined £3,150,000 by the court.\n\n"
        "It must also pay costs of £74,512 and a surcharge of £181."
    )
    assert values(action) == {"3150000"}


def test_the_headline_may_round_the_sum() -> None:
    (action,) = find(
        "Kestrel to pay Texas $1.375 billion over tracking\n\n"
        "Kestrel Inc. will write the state of Texas a check for nearly $1.4 billion to end two lawsuits.\n\n"
        "Texas Attorney General Jane Roe announced the settlement on Friday."
    )
    assert values(action) == {"1375000000", "1400000000"}


def test_two_bodies_in_one_sentence_took_two_sums() -> None:
    found = find(
        "Ireland’s Data Protection Commission has fined Kestrel Ltd €530 million.\n\n"
        "The same office fined the company €345 million in 2023, and Britain’s Information Commissioner’s "
        "Office took £12.7 million off it in April of that year."
    )
    told = {(action.authority.code, max(values(action), key=float)) for action in found}
    assert told == {("IE-DPC", "530000000"), ("IE-DPC", "345000000"), ("GB-ICO", "12700000")}
    assert {action.status.value.value for action in found} == {"imposed"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kestrel Ltd must pay $100m after the ACCC took it to court for selling phones.", "imposed"),
        ("The ACCC fined Kestrel Ltd $100m. The company took the regulator to court.", "appealed"),
    ],
)
def test_an_authority_that_goes_to_court_appeals_nothing(text: str, status: str) -> None:
    (action,) = find(text)
    assert action.status.value.value == status


@pytest.mark.parametrize(
    "text",
    [
        "Norvia will pay the state nearly $14 million to settle two lawsuits.",
        "Norvia will write the state a check for $14 million to resolve a lawsuit.",
    ],
)
def test_what_ends_a_suit_of_a_state_is_a_settlement(text: str) -> None:
    (action,) = find(f"Texas Attorney General Jane Roe announced on Friday that {text}")
    assert (action.kind.value.value, values(action)) == ("settlement", {"14000000"})


def test_what_somebody_looks_at_is_investigated() -> None:
    text = "She has also been looking since August of last year at whether Kestrel sold data."
    assert [each.kind.value for each in find_triggers(text, "en")] == ["investigation"]


def test_forfeited_penalties_by_the_day_are_imposed() -> None:
    (action,) = find("De ACM treedt op: Kestrel BV verbeurde in 2022 dwangsommen van 50 miljoen euro.", "nl")
    assert values(action) == {"50000000"}


def test_an_earlier_fine_dates_no_later_one() -> None:
    found = find(
        "The Dutch Data Protection Authority has fined Kestrel BV 290 million euros for its transfers.\n\n"
        "It had already been fined €10 million in January and €600,000 in 2018."
    )
    dates = {max(values(each), key=float): each.date.value.edtf if each.date else "" for each in found}
    assert dates == {"290000000": "", "10000000": "2025-01", "600000": "2018"}


def test_a_sum_that_is_told_again_is_of_the_decision_that_has_it() -> None:
    found = find(
        "Kestrel Ltd will pay £3,150,000 after a review by the Gambling Commission.\n\n"
        "In 2021 it was fined £480,000 for similar failings.\n\n"
        "The Commission agreed to conclude its review by settlement.\n\n"
        "The £3.15m includes £74,000 for customers."
    )
    assert sorted("3150000" in values(each) for each in found) == [False, True]
