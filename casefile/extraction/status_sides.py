"""Whose side a court took: "the judge sided with the regulator". Imports the survey and the words.

Every language says so of either: with the authority a decision stands, with the respondent it is gone.
"""

from casefile.extraction.status_words import standing_words
from casefile.extraction.survey import Survey
from casefile.extraction.trigger_reading import Force
from casefile.terms import ActionStatus
from casefile.values import Span

_AWAY = 40
"""Code points behind the words in which whose side it was is told."""


def told_of_sides(survey: Survey, sentence: Span, status: ActionStatus, cue: Span) -> ActionStatus | None:
    """What words of whose side a court took tell: where it is the authority's, its decision stands.

    Nothing where the court imposed it itself: "was ordered to pay after the tribunal sided with the bureau".
    """
    text, language = survey.article.text, survey.article.language
    if status is not ActionStatus.ANNULLED or not standing_words(language, "sides").search(cue.of(text)):
        return status
    behind = Span(cue.start, min(sentence.end, cue.end + _AWAY))
    bodies = [each.span.start for each in survey.authorities_in(behind) if each.authority.kind != "court"]
    named = [each.span.start for each in survey.mentions_in(behind) if each.span.start < behind.end]
    if not bodies:
        words = standing_words(language, "watchdogs").search(text, behind.start, behind.end)
        bodies = [words.start()] if words else []
    if not bodies or bodies[0] > min(named, default=behind.end):
        return status
    imposed = any(
        each.force is Force.DONE and each.span.end <= cue.start for each in survey.triggers_in(sentence)
    )
    return None if imposed else ActionStatus.FINAL
