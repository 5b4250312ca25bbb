"""What many sentences of the press say of an action's standing: ``tests/data/standings``.

There is one file for each language. Each line is a status, "-" for nothing, and a sentence.
"""

from pathlib import Path

import pytest

from casefile.extraction.status_words import status_cues

_FOLDER = Path(__file__).parents[1] / "data" / "standings"
_LINES = [
    (file.stem, *line.split(" | ", 1))
    for file in sorted(_FOLDER.glob("*.txt"))
    for line in file.read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("language", "status", "sentence"), _LINES)
def test_what_a_sentence_says_of_the_standing(language: str, status: str, sentence: str) -> None:
    strongest = next(status_cues(sentence, language), None)
    assert (strongest[0].value if strongest else "-") == status
