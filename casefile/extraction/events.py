"""Dates made into events. Imports the survey and the proposals' shapes."""

from casefile.extraction.dates import DateMention
from casefile.extraction.survey import Survey
from casefile.proposals import Because, EventProposal

_ABOUT_LENGTH = 140


def find_events(survey: Survey) -> tuple[EventProposal, ...]:
    """One event for each date that the text mentions, in reading order."""
    return tuple(_event(survey, mention) for mention in survey.dates)


def _event(survey: Survey, mention: DateMention) -> EventProposal:
    about = " ".join(survey.article.sentence_of(mention.span).of(survey.article.text).split())
    if len(about) > _ABOUT_LENGTH:
        about = about[: _ABOUT_LENGTH - 1].rsplit(" ", 1)[0] + "…"
    return EventProposal(mention.date, mention.span, about, Because((mention.span,), *_rule(mention)))


def _rule(mention: DateMention) -> tuple[str, float]:
    if mention.date is None:
        return "counted from a publication date that is not known", 0.4
    if mention.ambiguous:
        return "figures that can be read two ways", 0.5
    return ("counted from the publication", 0.8) if mention.relative else ("as written", 0.95)
