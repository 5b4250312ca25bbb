"""Sentences in which an authority is named and does nothing to anybody, in six languages.

With each class of them stands a sentence in which it does.
"""

import csv
from pathlib import Path

import pytest

from casefile.extraction import extract
from casefile.extraction.anchors import find_anchors
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata

_SENTENCES = Path(__file__).parents[1] / "data" / "no_action" / "looking_on.tsv"


def _rows() -> list[dict[str, str]]:
    with _SENTENCES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _respondents(text: str, language: str) -> list[str]:
    actions = extract(text, SourceMetadata(language=language)).actions
    return [party.name for action in actions for party in action.respondents]


@pytest.mark.parametrize(
    "row", _rows(), ids=lambda row: f"{row['language']} {row['class']}: {row['text'][:40]}"
)
def test_an_authority_that_only_looks_on_has_no_action(row: dict[str, str]) -> None:
    assert _respondents(row["text"], row["language"]) == []


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "en",
            "Kestrel Air, which had asked the CAA for more time, was fined £15 million by it.",
            "Kestrel Air",
        ),
        ("en", "The FTC has sued Norvia Market after complaints from shoppers.", "Norvia Market"),
        ("en", "OFAC fined Norvia Bank $4 million for breaching sanctions against Belarus.", "Norvia Bank"),
        ("en", "The FCA has banned its former supervisor, Piers Adeane, from the City.", "Piers Adeane"),
        ("en", "The Independent Football Regulator has fined Norvia Rovers £80,000.", "Norvia Rovers"),
        (
            "fr",
            "Le tribunal correctionnel de Grasse a condamné Kestrel SAS à 9 000 euros d’amende.",
            "Kestrel SAS",
        ),
        (
            "de",
            "Das Bundeskartellamt ermittelt gegen die Norvia GmbH, nicht aber gegen Orrin.",
            "Norvia GmbH",
        ),
        (
            "de",
            "Die Bafin bestraft die Norvia Bank nicht nur mit einem Bußgeld von 2 Millionen.",
            "Norvia Bank",
        ),
        ("nl", "De ACM beboet Norvia BV met 2 miljoen euro, niet met 3 miljoen.", "Norvia BV"),
        ("es", "La CNMV registró la sede de Norvia SL.", "Norvia SL"),
    ],
)
def test_an_authority_that_acts_has_its_action(language: str, text: str, name: str) -> None:
    assert _respondents(text, language) == [name]


def test_what_a_private_suit_comes_to_is_no_sanction_where_it_is_told_again() -> None:
    text = (
        "Norvia Homes pays $35 million. It ends a class action for $35 million. A fine of $2 million stands."
    )
    survey = Survey(Article(text, SourceMetadata(language="en")))
    sums = [anchor.money.value for anchor in find_anchors(survey) if anchor.money is not None]
    assert sums == [2_000_000]
