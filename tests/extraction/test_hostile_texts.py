"""Texts made to keep the extraction busy: a megabyte of one piece behind a report, which is found."""

import pytest

from casefile.extraction import extract
from casefile.extraction.text import LONGEST_SENTENCE, Article, unread_stretches
from casefile.metadata import SourceMetadata
from casefile.values import Span

MEGABYTE = 1_000_000
REPORTS = {
    "en": "The CNIL fined Acme Ltd €5 million on 3 May 2024.\n",
    "de": "Die CNIL verhängte gegen die Acme GmbH am 3. Mai 2024 ein Bußgeld von 5 Millionen Euro.\n",
}
PIECES = (
    *('"', "“", "„", "« ", "(", "[({", "'", "''", "A", "Abc ", "A.B.", "A-", "a-", "1", "1 ", "1.", "1/2/"),
    *("$1 ", "€", ".", "!?", ". ", ", ", "… ", "– ", "\t", "\u00a0", " ", "é", '"A" ', "Art. 5 ", "5% "),
    "Mr Smith, ",
)


@pytest.mark.parametrize("language", sorted(REPORTS))
@pytest.mark.parametrize("piece", PIECES, ids=ascii)
def test_a_megabyte_of_one_piece_hides_nothing_of_the_report(piece: str, language: str) -> None:
    report = REPORTS[language]
    text = report + (piece * (MEGABYTE // len(piece) + 1))[:MEGABYTE]
    proposals = extract(text, SourceMetadata(language=language))
    first = proposals.actions[0]
    assert first.authority.code == "FR-CNIL"
    assert first.respondents[0].name.startswith("Acme")
    assert first.amounts[0].value == 5_000_000
    assert first.amounts[0].currency == "EUR"
    assert all(span.end <= len(text) for action in proposals.actions for span in action.because.spans)


def test_a_sentence_of_ordinary_length_is_read_to_its_end() -> None:
    text = "The clause runs on, " * (LONGEST_SENTENCE // 20 - 5) + "and the CNIL fined Acme Ltd €5 million."
    assert unread_stretches(Article(text, SourceMetadata(language="en"))) == ()


def test_what_is_left_of_an_endless_sentence_is_told() -> None:
    text = "Short.\n" + "word, " * LONGEST_SENTENCE + "\nShort again."
    article = Article(text, SourceMetadata(language="en"))
    (unread,) = unread_stretches(article)
    assert unread == Span(7 + LONGEST_SENTENCE, article.paragraphs[1].end)


def test_a_report_behind_an_endless_sentence_is_found() -> None:
    text = "9, " * LONGEST_SENTENCE + "\n" + REPORTS["en"]
    (action,) = extract(text, SourceMetadata(language="en")).actions
    assert action.amounts[0].span.of(text) == "€5 million"
