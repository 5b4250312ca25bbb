"""Text to proposals: pure functions, no store, no files but the shipped lexicons.

May import the ground (values, terms, metadata, proposals, paths, registry) and nothing else of ours.
:func:`extract` is the way in; the modules behind it are loaded when it is first called.
"""

from casefile.metadata import SourceMetadata
from casefile.proposals import Proposals


def extract(text: str, metadata: SourceMetadata) -> Proposals:
    """Everything that the text suggests; spans are code points of ``text`` exactly."""
    from casefile.extraction.actions import find_actions
    from casefile.extraction.events import find_events
    from casefile.extraction.quotes import find_quotes, quote_warnings
    from casefile.extraction.survey import Survey
    from casefile.extraction.text import Article
    from casefile.extraction.warnings import find_warnings

    if not text.strip():
        return Proposals()
    article = Article(text, metadata)
    quotes = find_quotes(article)
    survey = Survey(article, frozenset(quote.speaker for quote in quotes if quote.speaker))
    actions = find_actions(survey)
    warnings = [*find_warnings(survey, actions), *quote_warnings(survey.article, quotes)]
    return Proposals(
        actions, quotes, find_events(survey), tuple(sorted(warnings, key=lambda warning: warning.span))
    )
