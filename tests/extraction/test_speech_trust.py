"""The confidence of a quote follows how its speaker was found."""

from casefile.extraction.quotes import find_quotes
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata


def _confidence(text: str) -> float:
    (quote,) = find_quotes(Article(text, SourceMetadata(language="en")))
    return quote.because.confidence


def test_a_name_beside_the_verb_is_surer_than_what_has_to_be_guessed() -> None:
    named = _confidence("“We will pay,” said Tom Baker.")
    before = _confidence("Tom Baker said the firm would “pay every penny”.")
    pronoun = _confidence("Tom Baker runs the firm. “We will pay,” he said.")
    role = _confidence("Tom Baker arrived late. “We will pay,” the chairman said.")
    nobody = _confidence("“We will pay for all of it.”")
    assert named > before > role > nobody
    assert named > pronoun > nobody


def test_an_unknown_word_for_a_name_is_less_sure() -> None:
    known = _confidence("“We will pay,” said Tom Baker.")
    unknown = _confidence("“We will pay,” said Zorblat.")
    assert known > unknown
