import re

import pytest

from casefile.extraction.small_words import AND, OF_THE


@pytest.mark.parametrize(
    "words",
    [
        "of ",
        "of the ",
        "von der ",
        "des ",
        "de la ",
        "de l’",
        "d’",
        "d'",
        "du ",
        "van het ",
        "della ",
        "dell’",
    ],
)
def test_what_leads_to_an_owner_takes_its_article_and_its_space(words: str) -> None:
    assert re.fullmatch(OF_THE, words)


@pytest.mark.parametrize("words", ["of", "of  the ", "off ", "der die das ", "in the "])
def test_nothing_else_leads_to_an_owner(words: str) -> None:
    assert not re.fullmatch(OF_THE, words)


@pytest.mark.parametrize("word", ["and", "und", "et", "en", "e", "ed", "y", "sowie"])
def test_every_language_has_its_and(word: str) -> None:
    assert re.fullmatch(AND, word)
    assert not re.fullmatch(AND, word + "x")
