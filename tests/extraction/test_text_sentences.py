"""Paragraphs and sentences as spans."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata
from casefile.values import Span


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in Article(text, SourceMetadata()).sentences]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("He paid $1.5 million. She left.", ["He paid $1.5 million.", "She left."]),
        ("Mr. Smith left. Dr. Jones stayed.", ["Mr. Smith left.", "Dr. Jones stayed."]),
        ("Gegen Art. 15 Abs. 1 DSGVO. Das kostet.", ["Gegen Art. 15 Abs. 1 DSGVO.", "Das kostet."]),
        ("Am 7. Dezember kam es. Dann nicht.", ["Am 7. Dezember kam es.", "Dann nicht."]),
        ("“Stop.” He left.", ["“Stop.”", "He left."]),
        ("First line\nSecond line", ["First line", "Second line"]),
        ("A line that is broken\nin two. Then more.", ["A line that is broken\nin two.", "Then more."]),
    ],
)
def test_where_sentences_end(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("nl", "De boete trof Kestrel B.V. Oprichter Joris Kuiper betaalt.", 2),
        ("es", "La multa recae en Norvia S.A. Su dueño calla.", 2),
        ("fr", "L’amende vise Norvia S.A. Le groupe se tait.", 2),
        ("it", "La multa colpisce Norvia S.p.A. La società tace.", 2),
        ("it", "Sanzioni a Norvia S.p.A. (3,1 milioni di euro) e a Merlo srl (1,2 milioni).", 1),
        ("en", "The firm left. (Its owner stayed.) Nobody was fined.", 3),
        ("en", "Ofcom fined Kestrel Inc. The firm will appeal.", 2),
        ("de", "Die Buße trifft die Kestrel Inc. Die Firma schweigt.", 2),
        ("en", "Ofcom fined Kestrel Inc. Chairman Jane Roe shrugged.", 1),
        ("nl", "De N.V. Nederlandse Kestrel betaalt.", 1),
        ("fr", "L’amende vise Norvia S.A. et sa filiale.", 1),
    ],
)
def test_a_legal_form_may_end_a_sentence(language: str, text: str, count: int) -> None:
    assert len(Article(text, SourceMetadata(language=language)).sentences) == count


@given(st.text(max_size=200))
def test_sentences_cover_every_word_once(text: str) -> None:
    article = Article(text, SourceMetadata())
    joined = "".join(span.of(text) for span in article.sentences)
    assert "".join(joined.split()) == "".join(text.split())


def test_the_sentence_of_a_span() -> None:
    article = Article("One. Two three.", SourceMetadata())
    assert article.sentence_of(Span(9, 14)) == Span(5, 15)


@pytest.mark.parametrize("sum_", ["Rs. 45 lakh", "Fr. 12'500", "250 Tsd. Euro", "2,3 Mia. Franken"])
def test_a_short_form_within_a_sum_ends_no_sentence(sum_: str) -> None:
    text = f"It must pay {sum_} by May."
    assert [span.of(text) for span in Article(text, SourceMetadata(language="en")).sentences] == [text]
