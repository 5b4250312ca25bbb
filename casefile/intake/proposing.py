"""What a document proposes: prose by its sentences, a list of actions by its columns."""

from dataclasses import replace

from casefile.extraction import extract
from casefile.extraction.text import LONGEST_SENTENCE, Article, unread_stretches
from casefile.proposals import Proposals
from casefile.reading import MediaType, ReadDocument
from casefile.tables import LONG_LIST_ROWS, ROW_MARK

SEARCHED = 500_000
"""Characters of a text that are looked through for proposals, some 170 pages: the work grows with them."""
_BY_HAND = "Add what the rest says by hand: select the words, then use them as evidence."
LISTS = frozenset((MediaType.CSV, MediaType.XLSX))


def propose(document: ReadDocument) -> Proposals:
    """The document's proposals; of a list those of the guessed mapping. See :func:`with_limit_told`.

    None where it tells of no actions, or is longer than :data:`casefile.tables.LONG_LIST_ROWS`.
    """
    if document.media_type not in LISTS:
        passed_over = tuple(span for span in document.passed_over if span.end <= SEARCHED)
        return extract(document.text[:SEARCHED], document.metadata, passed_over)
    if document.text.count(ROW_MARK) > LONG_LIST_ROWS:
        return Proposals()
    from casefile.extraction.action_lists import proposals_of, row_outcomes
    from casefile.extraction.list_guess import guess_mapping, is_plausible

    mapping = guess_mapping(document.text)
    if not is_plausible(mapping):
        return Proposals()
    outcomes = list(row_outcomes(document.text, mapping, document.metadata.language))
    return proposals_of(outcomes, document.text)


def with_limit_told(document: ReadDocument) -> ReadDocument:
    """The document with a note for the person where only a part of it was looked through."""
    if document.media_type in LISTS:
        return document
    notes = []
    if len(document.text) > SEARCHED:
        notes.append(
            f"Only the first {SEARCHED:,} of its {len(document.text):,} characters were looked through for"
            f" proposals. {_BY_HAND}"
        )
    unread = unread_stretches(Article(document.text[:SEARCHED], document.metadata))
    if unread:
        count = sum(span.end - span.start for span in unread)
        notes.append(
            f"{count:,} characters were not looked through for proposals, as no sentence ends for more than"
            f" {LONGEST_SENTENCE:,} before them. {_BY_HAND}"
        )
    return replace(document, notes=(*document.notes, *notes)) if notes else document
