"""Whose a sum is, and who imposed it, in sentences of two clauses with names of their own.

``tests/data/clauses`` has them: a language, a sentence, and each respondent with its sum, 0 for none;
``spared.txt`` those with a sum that somebody need not pay, beside a fine of five million.
"""

from pathlib import Path

import pytest

from casefile.extraction import extract
from casefile.metadata import SourceMetadata

_FOLDER = Path(__file__).parents[1] / "data" / "clauses"


def _lines(name: str) -> list[list[str]]:
    return [line.split(" | ") for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("language", "text", "expected"), _lines("sums.txt"))
def test_each_has_the_sum_of_its_clause(language: str, text: str, expected: str) -> None:
    actions = extract(text, SourceMetadata(language=language)).actions
    told = {
        f"{party.name}: {int(sum((amount.value for amount in action.amounts), start=0))}"
        for action in actions
        for party in action.respondents
    }
    assert told == set(expected.split("; "))


@pytest.mark.parametrize(
    "text",
    [
        "Tesco was fined €2 million by the AEPD and €3 million by the CNIL.",
        "The AEPD fined Tesco €2 million, the CNIL €3 million.",
        "In 2023 the AEPD fined Tesco €2 million; the CNIL followed with €3 million.",
        "The AEPD fined Tesco €2 million, a week after the CNIL had fined Vodafone €3 million.",
    ],
)
def test_each_authority_has_its_sum(text: str) -> None:
    actions = extract(text, SourceMetadata(language="en")).actions
    assert {
        (action.authority.code, int(amount.value)) for action in actions for amount in action.amounts
    } == {("ES-AEPD", 2_000_000), ("FR-CNIL", 3_000_000)}


@pytest.mark.parametrize(("language", "text"), _lines("spared.txt"))
def test_what_somebody_is_spared_is_no_fine(language: str, text: str) -> None:
    actions = extract(text, SourceMetadata(language=language)).actions
    assert [[int(amount.value) for amount in action.amounts] for action in actions] == [[5_000_000]]
