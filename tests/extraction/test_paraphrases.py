"""Indirect speech in six languages: the clause, who said it, and what is none."""

import json

import pytest

from casefile.exchange.proposals_json import proposals_as_json
from casefile.extraction import extract
from casefile.metadata import SourceMetadata
from casefile.proposals import QuoteProposal
from casefile.terms import QuoteKind

CASES = [
    (
        "en",
        "Mara Quist, who chairs the board, said that the fine was long overdue.",
        "the fine was long overdue",
        "Mara Quist",
    ),
    (
        "en",
        "The order came too late for most customers, Tom Baker said on Monday.",
        "The order came too late for most customers",
        "Tom Baker",
    ),
    (
        "en",
        "According to Ruth Adler, the firm had ignored three warnings.",
        "the firm had ignored three warnings",
        "Ruth Adler",
    ),
    (
        "en",
        "Ruth Adler said the firm had ignored three warnings.",
        "the firm had ignored three warnings",
        "Ruth Adler",
    ),
    (
        "de",
        "Anna Berg sagte am Montag, die Frist sei viel zu kurz gewesen.",
        "die Frist sei viel zu kurz gewesen",
        "Anna Berg",
    ),
    (
        "de",
        "Die Frist sei viel zu kurz gewesen, sagte Anna Berg am Montag.",
        "Die Frist sei viel zu kurz gewesen",
        "Anna Berg",
    ),
    (
        "de",
        "Anna Berg erklärte, dass niemand mit dem Urteil gerechnet habe.",
        "niemand mit dem Urteil gerechnet habe",
        "Anna Berg",
    ),
    (
        "fr",
        "Sophie Morel a déclaré lundi que la sanction arrivait trop tard.",
        "la sanction arrivait trop tard",
        "Sophie Morel",
    ),
    (
        "fr",
        "Selon Sophie Morel, la société a ignoré trois mises en garde.",
        "la société a ignoré trois mises en garde",
        "Sophie Morel",
    ),
    (
        "nl",
        "Eva Visser zegt dat de boete veel te laag is uitgevallen.",
        "de boete veel te laag is uitgevallen",
        "Eva Visser",
    ),
    (
        "it",
        "Laura Bianchi ha detto che la sanzione arriva troppo tardi.",
        "la sanzione arriva troppo tardi",
        "Laura Bianchi",
    ),
    (
        "es",
        "Carmen Ruiz aseguró que la multa llegaba demasiado tarde.",
        "la multa llegaba demasiado tarde",
        "Carmen Ruiz",
    ),
    (
        "es",
        "Según Carmen Ruiz, la empresa había ignorado tres avisos.",
        "la empresa había ignorado tres avisos",
        "Carmen Ruiz",
    ),
]
NONE = [
    ("en", "Tom Baker declined to say that the firm would pay the fine."),
    ("en", "Tom Baker did not say that the firm would pay the fine."),
    ("en", "Critics said that the fine was much too low for anybody to care."),
    ("en", "Tom Baker reported a loss of three million pounds in the spring."),
    ("en", "Did Tom Baker say that the firm would pay the fine in time?"),
    ("de", "Anna Berg sagte nicht, dass die Firma das Bußgeld zahlen werde."),
    ("de", "Die Strafe sei zu hoch, so nach Angaben des Unternehmens die Anwälte."),
    ("de", "In Bremen setzt nach Auskunft des Betreibers niemand die Kameras ein."),
    ("fr", "Sophie Morel n’a pas déclaré que la sanction arrivait trop tard."),
    ("nl", "Eva Visser zegt niet dat de boete te laag is uitgevallen."),
    ("es", "Carmen Ruiz no dijo que la multa llegaba demasiado tarde."),
    ("it", "Laura Bianchi non ha detto che la sanzione arriva troppo tardi."),
]


def _paraphrases(language: str, text: str) -> tuple[QuoteProposal, ...]:
    return extract(text, SourceMetadata(language=language)).paraphrases


@pytest.mark.parametrize(
    ("language", "text", "words", "speaker"), CASES, ids=[case[1][:40] for case in CASES]
)
def test_indirect_speech_is_found(language: str, text: str, words: str, speaker: str) -> None:
    (found,) = _paraphrases(language, text)
    assert (found.text, found.speaker, found.kind) == (words, speaker, QuoteKind.PARAPHRASE)
    assert found.span.of(text) == words


@pytest.mark.parametrize(("language", "text"), NONE, ids=[text[:40] for _, text in NONE])
def test_what_nobody_is_said_to_have_said_is_none(language: str, text: str) -> None:
    assert _paraphrases(language, text) == ()


def test_a_sentence_with_a_quotation_is_a_quote_only() -> None:
    text = "Ruth Adler said that the firm had shown “contempt for the law”."
    found = extract(text, SourceMetadata(language="en"))
    assert [quote.text for quote in found.quotes] == ["contempt for the law"]
    assert found.paraphrases == ()


def test_paraphrases_stand_apart_from_the_quotes_in_json() -> None:
    text = "Ruth Adler said the firm had ignored three warnings. “It will pay,” she said."
    metadata = SourceMetadata(language="en")
    plain = json.loads(json.dumps(proposals_as_json(text, metadata, extract(text, metadata))))
    (reported,) = plain["paraphrases"]
    (quote,) = plain["quotes"]
    assert (reported["kind"], reported["speaker"]) == ("paraphrase", "Ruth Adler")
    assert (quote["kind"], quote["speaker"]) == ("direct", "Ruth Adler")
