"""The places of an article that may tell of a sanction: its sums, and its words of sanctions.

Imports the survey, the triggers and the sums.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from casefile.extraction.lexicon import word_pattern
from casefile.extraction.money_apart import is_apart
from casefile.extraction.money_mentions import MoneyMention
from casefile.extraction.small_words import AND
from casefile.extraction.survey import Survey
from casefile.extraction.triggers import Force, Side, Trigger
from casefile.terms import ActionKind
from casefile.values import Span

_LEAST_SUM, _LEAST_BY_HEAD = 100, 1_000
"""Stated sums below it are prices."""
_FINED_WITH = 16
"""Code points between a verb and the sum of each breach: " with "."""
_AND_VERB = re.compile(rf"(?<!\w){AND}\s(?:[^\W\d_]{{1,12}}\s){{0,2}}$")
"""Between a sum and the verb of the next clause: "fined Orrin €3m and reprimanded Norvia"."""
_CONSIDERED = 12
"""Triggers before and behind a sum of which one may be its own."""
_TELLING = (Force.DONE, Force.PROPOSED)
_OTHER_PERIODS = ("year", "piece")


@dataclass(frozen=True)
class Anchor:
    """A sum with the trigger nearest it, or a trigger that stands without a sum."""

    sentence: Span
    span: Span
    """Of the sum, else of the trigger."""
    trigger: Trigger | None
    money: MoneyMention | None
    triggers: tuple[Trigger, ...]
    """All of its sentence."""


def find_anchors(survey: Survey) -> Iterator[Anchor]:
    """Every anchor in reading order of the sentences; none in what is told of private suits."""
    text, suits = survey.article.text, word_pattern(survey.article.language, "linking", "private_suits")
    suing = suits.search(text) is not None
    for sentence in survey.article.sentences:
        if suing and suits.search(text, sentence.start, sentence.end):
            continue
        here = tuple(survey.triggers_in(sentence))
        sums = [
            mention
            for mention in survey.money_in(sentence)
            if _may_be_imposed(survey, sentence, mention)
            and not is_apart(text, survey.article.language, sentence, mention.span)
            and not _is_only_said(survey, mention, here)
        ]
        for mention in sums:
            yield Anchor(sentence, mention.span, _nearest(survey, mention.span, here), mention, here)
        for trigger in here:
            if trigger.force in _TELLING and not (sums and trigger.weak):
                yield Anchor(sentence, trigger.span, trigger, None, here)


def _may_be_imposed(survey: Survey, sentence: Span, mention: MoneyMention) -> bool:
    several = mention.period == "piece" and mention.value >= _LEAST_BY_HEAD
    by_head = several and (_are_several(survey, sentence) or is_for_each_breach(survey, sentence, mention))
    if (mention.period in _OTHER_PERIODS and not by_head) or mention.low is not None:
        return False
    return mention.value >= _LEAST_SUM or mention.scale.value != "stated"


def _is_only_said(survey: Survey, mention: MoneyMention, triggers: tuple[Trigger, ...]) -> bool:
    """Whether somebody is quoted with the sum and with no word of a sanction: "Two million for the state"."""
    if not survey.is_quoted(mention.span):
        return False
    before = survey.article.sentence_before(survey.article.sentence_of(mention.span))
    spoken = (*triggers, *(survey.triggers_in(before) if before is not None else ()))
    return not any(survey.is_quoted(each.span) for each in spoken)


def _nearest(survey: Survey, span: Span, triggers: tuple[Trigger, ...]) -> Trigger | None:
    """The trigger of the sum's own clause, else the nearest of the sentence; a ban has its sum behind."""
    text = survey.article.text
    if len(triggers) > 2 * _CONSIDERED:
        place = bisect_left(triggers, span, key=lambda each: each.span)
        triggers = triggers[max(0, place - _CONSIDERED) : place + _CONSIDERED]

    def distance(trigger: Trigger) -> tuple[int, bool, bool, bool, int]:
        first, second = sorted((trigger.span, span))
        between = text[first.end : second.start]
        breaks = sum(between.count(mark) for mark in (";", ":", ", ", " – ", " — ", "("))
        breaks += first is span and _opens_clause(trigger, between)
        forbids = trigger.kind is ActionKind.BAN and trigger.side is Side.BEFORE and span < trigger.span
        return breaks, trigger.force not in _TELLING, forbids, trigger.weak, len(between)

    return min(triggers, key=distance, default=None)


def _opens_clause(trigger: Trigger, between: str) -> bool:
    """Whether the trigger is a verb with another object than the sum before it."""
    return trigger.side is Side.AFTER and _AND_VERB.search(between) is not None


def clause_end(survey: Survey, anchor: Anchor) -> int:
    """Where the next verb after the sum begins another clause: "fined Orrin €3m and | reprimanded Norvia"."""
    text, span = survey.article.text, anchor.span
    verbs = (each for each in anchor.triggers if each.span.start >= span.end)
    starts = (each.span.start for each in verbs if _opens_clause(each, text[span.end : each.span.start]))
    return min(starts, default=anchor.sentence.end)


def _are_several(survey: Survey, sentence: Span) -> bool:
    """Whether the sentence names two who may each have the sum: "Orrin and Norvia, €3m each"."""
    named = {mention.party for mention in survey.mentions_in(sentence)}
    return sum(party.name not in survey.bystanders for party in named) > 1


def is_for_each_breach(survey: Survey, sentence: Span, mention: MoneyMention) -> bool:
    """Whether a verb that fines stands before the sum: "two abuses, punished with €206m each"."""
    return any(
        trigger.kind is ActionKind.FINE
        and trigger.force is Force.DONE
        and not trigger.weak
        and 0 <= mention.span.start - trigger.span.end <= _FINED_WITH
        for trigger in survey.triggers_in(sentence)
    )
