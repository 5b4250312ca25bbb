"""Text to proposals: pure functions, no store, no files but the shipped lexicons.

May import the ground (values, terms, metadata, proposals, paths, registry) and nothing else of ours.
:func:`extract` is the way in; the modules behind it are loaded when it is first called.
"""

from casefile.metadata import SourceMetadata
from casefile.proposals import Proposals
from casefile.values import Span


def extract(text: str, metadata: SourceMetadata, passed_over: tuple[Span, ...] = ()) -> Proposals:
    """Everything that the text suggests; spans are code points of ``text`` exactly.

    ``passed_over`` are stretches that are no sentences of it: captions, pull-quotes, links to other articles.
    They do not overlap and are in reading order. Of a sentence longer than
    :data:`casefile.extraction.text.LONGEST_SENTENCE` the rest is passed over too.
    A text that calls itself satire suggests no actions.
    """
    from casefile.extraction.actions import find_actions
    from casefile.extraction.authorities import find_authorities
    from casefile.extraction.events import find_events
    from casefile.extraction.notices import find_notices
    from casefile.extraction.quotes import find_speech
    from casefile.extraction.speech_firms import with_firms
    from casefile.extraction.survey import Survey
    from casefile.extraction.text import Article, unread_stretches
    from casefile.extraction.unsigned import unsigned_warnings
    from casefile.extraction.warnings import find_warnings

    text = _without(text, passed_over)
    if not text.strip():
        return Proposals()
    article = Article(text, metadata)
    unread = unread_stretches(article)
    if unread:
        article = Article(_without(text, unread).rstrip(), metadata)
    authorities = find_authorities(article)
    speech = find_speech(article, authorities)
    quotes, paraphrases = speech.quotes, speech.paraphrases
    speakers = frozenset(quote.speaker for quote in quotes if quote.speaker)
    quoted = tuple(sorted(quote.span for quote in quotes))
    saying = tuple(sorted({span for each in (*quotes, *paraphrases) for span in each.because.spans}))
    survey = Survey(article, speakers, authorities, quoted, saying)
    actions = find_actions(survey)
    quotes = with_firms(survey, actions, speech)
    notices = find_notices(survey.article, survey.quoted)
    warnings = [
        *find_warnings(survey, actions),
        *unsigned_warnings(survey.article, quotes),
        *notices.warnings,
    ]
    return Proposals(
        () if notices.satire else actions,
        quotes,
        find_events(survey),
        tuple(sorted(warnings, key=lambda warning: warning.span)),
        paraphrases,
    )


def _without(text: str, passed_over: tuple[Span, ...]) -> str:
    """The text with white space in the place of the stretches, so that every other span stays the same."""
    kept: list[str] = []
    start = 0
    for span in passed_over:
        kept += (text[start : span.start], " " * (span.end - span.start))
        start = span.end
    return "".join((*kept, text[start:])) if kept else text
