"""The company that "the company" is, once the article's actions are known. Imports the survey and the quotes.

Where only a noun stands for who speaks, a respondent that the text just spoke of is likelier than a name that
nothing but its capital makes one.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from casefile.extraction.names import Party
from casefile.extraction.quotes import Speech
from casefile.extraction.speech_trust import firm_confidence
from casefile.extraction.surroundings import any_within
from casefile.extraction.survey import Survey
from casefile.proposals import ActionProposal, QuoteProposal
from casefile.values import Span

_HEADING = 80
"""Code points: a line so short stands above what it is about."""
_UNSURE = 0.5
"""Below this confidence the name of a company was only the one that the text has most."""
_start = attrgetter("span.start")


def with_firms(
    survey: Survey, actions: Sequence[ActionProposal], speech: Speech
) -> tuple[QuoteProposal, ...]:
    """The quotations, with the respondent as the speaker where "the company" means it."""
    if not speech.firms or not actions:
        return speech.quotes
    names = {each.name for action in actions for each in action.respondents}
    respondents = {party for party in survey.parties if party.name in names and not party.person}
    return tuple(
        _settled(survey, respondents, quote) if quote.span in speech.firms else quote
        for quote in speech.quotes
    )


def _settled(survey: Survey, respondents: set[Party], quote: QuoteProposal) -> QuoteProposal:
    named, near = _party_named(survey, quote.speaker), _organisations_near(survey, quote)
    if named in near or (named is None and _is_named_beside(survey, quote)):
        return quote
    unsure = quote.because.confidence < _UNSURE
    start = survey.article.paragraph_of(quote.span).start
    above = Span(max(0, start - 2 * _HEADING), start)
    beside = [party for party in near if party in respondents or (unsure and any_within(party.spans, above))]
    if near and not beside:
        return quote
    meant = beside[-1] if beside else _respondent_before(survey, respondents, quote, named)
    if meant is None and named is None and unsure:
        return replace(quote, speaker="")  # a name that nothing else makes a company's
    if meant is None or meant is named:
        return quote
    because = replace(quote.because, confidence=firm_confidence(quote.because.confidence))
    return replace(quote, speaker=meant.name, because=because)


def _is_named_beside(survey: Survey, quote: QuoteProposal) -> bool:
    """Whether the speaker has a name of two words and more that the paragraph has before the quotation."""
    start = survey.article.paragraph_of(quote.span).start
    return " " in quote.speaker and quote.speaker in survey.article.text[start : quote.span.start]


def _organisations_near(survey: Survey, quote: QuoteProposal) -> list[Party]:
    """Those that the paragraph or the heading above it has before the quotation, in reading order."""
    paragraphs = survey.article.paragraphs
    number = bisect_right(paragraphs, quote.span.start, key=attrgetter("start")) - 1
    above = paragraphs[number - 1] if number > 0 else paragraphs[number]
    start = above.start if above.end - above.start <= _HEADING else paragraphs[number].start
    found = survey.mentions_in(Span(start, max(start + 1, quote.span.start)))
    return [each.party for each in found if not (each.party.person or survey.is_quoted(each.span))]


def _respondent_before(
    survey: Survey, respondents: set[Party], quote: QuoteProposal, named: Party | None
) -> Party | None:
    """The respondent that the section spoke of last; the one ``named``, where its paragraph has both."""
    section = survey.section_of(quote.span)
    index = bisect_left(survey.mentions, quote.span.start, key=_start)
    for mention in reversed(survey.mentions[:index]):
        if mention.span.start < section.start:
            break
        if mention.party in respondents and not survey.is_quoted(mention.span):
            told = survey.article.paragraph_of(mention.span)
            both = named in respondents and any_within(named.spans, told) if named else False
            return named if both else mention.party
    later = {each.party for each in survey.mentions_in(section) if each.party in respondents}
    return next(iter(later)) if len(later) == 1 else None  # a standfirst, before any name


def _party_named(survey: Survey, name: str) -> Party | None:
    """The organisation of that name, or of which it is a form."""
    if not name:
        return None
    organisations = [party for party in survey.parties if not party.person]
    exact = (party for party in organisations if name == party.name or name in party.forms)
    return next(exact, None)
