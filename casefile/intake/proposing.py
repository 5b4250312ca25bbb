"""What a document proposes: prose by its sentences, a list of actions by its columns."""

from casefile.extraction import extract
from casefile.proposals import Proposals
from casefile.reading import MediaType, ReadDocument
from casefile.tables import LONG_LIST_ROWS, ROW_MARK

LISTS = frozenset((MediaType.CSV, MediaType.XLSX))


def propose(document: ReadDocument) -> Proposals:
    """The document's proposals; of a list those of the guessed mapping.

    None where it tells of no actions, or is longer than :data:`casefile.tables.LONG_LIST_ROWS`.
    """
    if document.media_type not in LISTS:
        return extract(document.text, document.metadata, document.passed_over)
    if document.text.count(ROW_MARK) > LONG_LIST_ROWS:
        return Proposals()
    from casefile.extraction.action_lists import proposals_of, row_outcomes
    from casefile.extraction.list_guess import guess_mapping, is_plausible

    mapping = guess_mapping(document.text)
    if not is_plausible(mapping):
        return Proposals()
    outcomes = list(row_outcomes(document.text, mapping, document.metadata.language))
    return proposals_of(outcomes, document.text)
