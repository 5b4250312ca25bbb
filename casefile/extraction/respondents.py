"""Who a sanction's sentence is about. Imports the survey, the triggers and the names."""

import re

from casefile.extraction.money import MoneyMention
from casefile.extraction.names import Party
from casefile.extraction.survey import PartyMention, Survey, within
from casefile.extraction.triggers import Side, Trigger, cue
from casefile.terms import ActionKind
from casefile.values import Span

_REFERENCE_REACH = 40
_NEAR_OBJECT, _FAR_OBJECT = 24, 72
"""How far a person may stand behind the trigger, beside an organisation and alone."""

LIST_MARK = re.compile(r"(?:[•▪*–—-]\s*)?")
"""What may stand before the first word of a list\'s entry."""


_SUM_FOR = re.compile(
    r"(?:\s*(?:fine|penalty|d’amende|d'amende|d’euros|de multa)?\s*"
    r"(?:for|on|to|against|à|a|al|alla|au|gegen|für|voor|aan|tegen|contra|para|per|contre)"
    r"|,\s(?:die|der|das|that|which|que|qui|che|dat))"
    r"\s+(?:the\s+|la\s+|le\s+|de\s+|het\s+|die\s+|der\s+|das\s+|l’)?(?:[^\W\d_]+\s+){0,2}"
)
_PARTY_WITH = re.compile(r"[\s,:(]{0,3}(?:[^\W\d_]{1,12}\s){0,6}(?:\w{1,3}\s)?[\s(]{0,2}$")


def pair_sums(survey: Survey, sentence: Span, sums: list[MoneyMention]) -> list[tuple[Party, MoneyMention]]:
    """Sums with the respondent that the sentence sets beside each: "$80 million for T-Mobile"."""
    text, pairs = survey.article.text, []
    names = [mention for mention in within(survey.mentions, sentence) if not mention.party.person]
    if not names or len(sums) < 2:
        return []
    for amount in sums:
        after = next((each for each in names if each.span.start >= amount.span.end), None)
        if after and _SUM_FOR.fullmatch(text[amount.span.end : after.span.start]):
            pairs.append((after.party, amount))
            continue
        before = [each for each in names if each.span.end <= amount.span.start]
        if before and _PARTY_WITH.fullmatch(text[before[-1].span.end : amount.span.start]):
            pairs.append((before[-1].party, amount))
    return pairs


def refers_back(survey: Survey, sentence: Span, trigger: Trigger, names: list[PartyMention]) -> bool:
    """Whether "the company" stands where the respondent would, and no name does."""
    if trigger.side is Side.NOUN:
        return False
    before = trigger.side is Side.BEFORE
    # Words that impose may run over a line end, at which the sentence ends.
    end = max(sentence.end, trigger.span.end)
    stretch = Span(sentence.start, trigger.span.start + 1) if before else Span(trigger.span.end - 1, end)
    text = survey.article.text
    found = cue(survey.article.language, "references").finditer(text, stretch.start, stretch.end)
    reference = next(
        (match for match in found if text[match.end() : match.end() + 2] not in ("’s", "'s")), None
    )
    if reference is None or (not before and reference.start() - trigger.span.end > _REFERENCE_REACH):
        return False
    rivals = [mention for mention in names if stretch.contains(mention.span)]
    return all(mention.span.start > reference.start() for mention in rivals) if not before else not rivals


def is_indefinite(survey: Survey, sentence: Span) -> bool:
    """Whether the sentence is about somebody whom it does not name: "A large retailer must pay ..."."""
    start = LIST_MARK.match(survey.article.text, sentence.start, sentence.end)
    begin = start.end() if start else sentence.start
    return cue(survey.article.language, "indefinite").match(survey.article.text, begin) is not None


def possible_respondents(names: list[PartyMention], trigger: Trigger) -> list[PartyMention]:
    """The organisations of a sentence, and a person who is the trigger's direct object."""
    organisations = [mention for mention in names if not mention.party.person]
    objects = [
        mention
        for mention in names
        if mention.party.person
        and trigger.side is Side.AFTER
        and 0 <= mention.span.start - trigger.span.end < (_NEAR_OBJECT if organisations else _FAR_OBJECT)
        and trigger.kind is not ActionKind.WARNING
    ]
    return sorted([*organisations, *objects], key=lambda each: each.span)


def nearest_respondent(names: list[PartyMention], trigger: Trigger) -> PartyMention:
    """The nearest on the trigger's own side, else the nearest on the other."""
    after = [mention for mention in names if mention.span.start >= trigger.span.end]
    before = [mention for mention in names if mention.span.end <= trigger.span.start]
    first, second = (before, after) if trigger.side is Side.BEFORE else (after, before)
    if first:
        return first[-1] if trigger.side is Side.BEFORE else first[0]
    if second:
        return second[0] if trigger.side is Side.BEFORE else second[-1]
    return names[0]
