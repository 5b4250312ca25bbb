"""Words in a respondent's place that point back at one. Imports the anchors, the survey and the lexicons.

"fined it", "sent the company a warning letter", "imposed a fine on them", "it must pay", "lui a infligé": the
sentence speaks of the respondent as surely as if it named it. Languages without the lists tell nothing.
"""

import re
from dataclasses import dataclass
from functools import cache

from casefile.extraction.anchors import Anchor
from casefile.extraction.lexicon import alternatives, lexicon
from casefile.extraction.survey import Survey
from casefile.extraction.triggers import Force, Side, Trigger

_IT_OPENS = re.compile(r"It (?:was|has been|had been)(?!\w)")
_OPENING = 32
"""Code points in which a sentence comes to the verb of its subject: "It was also fined"."""
_REACH, _SMALL_WORDS = 64, 4


@dataclass(frozen=True)
class _Words:
    """What stands right behind a trigger, a little further on, before one, and as an object before one."""

    object: re.Pattern[str]
    target: re.Pattern[str]
    subject: re.Pattern[str]
    clitic: re.Pattern[str]
    opening: re.Pattern[str]
    """Such an object with which a phrase of the lexicon begins: "le cuesta"."""
    firm_before: re.Pattern[str]
    firm_behind: re.Pattern[str]
    """The same of words that mean a firm and no person."""


@cache
def _words(language: str) -> _Words:
    listed = lexicon(language, "linking")
    told = listed.words("pointing_subjects")
    firms = (listed.words("pointing_firms") or listed.words("references")) if told else ()
    objects = alternatives((*listed.words("pointing_objects"), *firms))
    subjects = alternatives((*told, *firms))
    firm = alternatives(listed.words("pointing_to_firms"))
    small = rf"(?:[a-zà-ÿ\d][\w’'.,-]{{0,15}}\s+){{0,{_SMALL_WORDS}}}"
    return _Words(
        object=re.compile(rf"\s+{objects}(?![\w’'-])", re.IGNORECASE),
        target=re.compile(rf"\s{alternatives(listed.words('pointing_targets'))}\s{objects}(?![\w’'-])"),
        opening=re.compile(rf"{alternatives(listed.words('pointing_clitics'))}\s", re.IGNORECASE),
        clitic=re.compile(rf"(?<!\w){alternatives(listed.words('pointing_clitics'))}\s$", re.IGNORECASE),
        subject=re.compile(rf"(?<![\w’'-])(?i:{subjects})\s+{small}$"),
        firm_before=re.compile(rf"(?<![\w’'-])(?i:{firm})\s+{small}$"),
        firm_behind=re.compile(rf"\s+{firm}(?![\w’'-])"),
    )


def points_back(survey: Survey, anchor: Anchor) -> bool:
    """Whether such words stand where the trigger's respondent would be named.

    Of a measure that a verb of its sentence imposes, the verb's respondent is meant: "it paid a fine of £3m".
    """
    if anchor.trigger is None:
        return False
    if _points_at(survey, anchor, anchor.trigger):
        return True
    return anchor.trigger.side is Side.NOUN and any(
        each.force is Force.DONE and each.side is not Side.AFTER and _points_at(survey, anchor, each)
        for each in anchor.triggers
    )


def _points_at(survey: Survey, anchor: Anchor, trigger: Trigger) -> bool:
    text, words = survey.article.text, _words(survey.article.language)
    if words.opening.match(text, trigger.span.start, trigger.span.end):
        return True
    end = min(anchor.sentence.end, trigger.span.end + _REACH)
    if trigger.side is Side.AFTER and (
        words.object.match(text, trigger.span.end, end)
        or words.clitic.search(text, max(anchor.sentence.start, trigger.span.start - 16), trigger.span.start)
    ):
        return True
    if trigger.side is not Side.BEFORE:
        return words.target.search(text, trigger.span.end, end) is not None
    start = max(anchor.sentence.start, trigger.span.start - _REACH)
    return words.subject.search(text, start, trigger.span.start) is not None


def means_firm(survey: Survey, anchor: Anchor) -> bool:
    """Whether words in the respondent's place mean a firm: "The company itself was reprimanded"."""
    text, trigger, words = survey.article.text, anchor.trigger, _words(survey.article.language)
    if trigger is None or trigger.side is Side.NOUN:
        return False
    if survey.article.language == "en" and _IT_OPENS.match(text, anchor.sentence.start):
        return trigger.side is Side.BEFORE and trigger.span.start - anchor.sentence.start < _OPENING
    if trigger.side is Side.AFTER:
        return words.firm_behind.match(text, trigger.span.end, anchor.sentence.end) is not None
    start = max(anchor.sentence.start, trigger.span.start - _REACH)
    return words.firm_before.search(text, start, trigger.span.start) is not None
