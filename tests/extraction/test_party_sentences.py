"""Sentences with all the parties that they name; a person's name has a star."""

import csv
from pathlib import Path

import pytest

from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata

_SENTENCES = Path(__file__).parents[1] / "data" / "names" / "sentences.tsv"


def _rows() -> list[dict[str, str]]:
    with _SENTENCES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row['language']}: {row['text'][:60]}")
def test_a_sentence_names_its_parties(row: dict[str, str]) -> None:
    text = row["text"].replace("\\n", "\n")
    parties = Survey(Article(text, SourceMetadata(language=row["language"]))).parties
    wanted = [name for name in row["names"].split(" | ") if name]
    assert sorted(party.name for party in parties) == sorted(name.rstrip("*") for name in wanted)
    people = {name.rstrip("*") for name in wanted if name.endswith("*")}
    assert people <= {party.name for party in parties if party.person}
