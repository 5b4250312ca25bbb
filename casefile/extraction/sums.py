"""What a sum of money is within a sanction, or that it is none of it. Imports the survey and the lexicons."""

from casefile.extraction.money import MoneyMention
from casefile.extraction.survey import Survey
from casefile.extraction.triggers import cue
from casefile.terms import ActionKind, AmountRole, AmountScale
from casefile.values import Span

_BEFORE, _AFTER = 56, 44
_LEAST_WEEKLY = 1000
"""Less a week is a subscription."""


def is_sanction_sum(survey: Survey, mention: MoneyMention, sentence: Span) -> bool:
    """Whether a sum beside a sanction can be part of it: not revenue, damages, a price or a total."""
    weekly = mention.period == "week" and mention.value < _LEAST_WEEKLY
    if weekly or mention.period in ("year", "piece") or mention.low is not None:
        return False
    if mention.value < 100 and mention.scale is AmountScale.STATED:
        return False
    text, language = survey.article.text, survey.article.language
    start = max(sentence.start, mention.span.start - _BEFORE, _clause_start(survey, mention, sentence))
    end = min(sentence.end, mention.span.end + _AFTER, _next_sum(survey, mention))
    if (mention.value, mention.currency) in survey.totals:
        return False
    around = text[start:end]
    return cue(language, "other_money").search(around) is None


def _clause_start(survey: Survey, mention: MoneyMention, sentence: Span) -> int:
    """Where the clause of a sum begins: behind the sum before it."""
    before = survey.money_before(mention.span)
    return max(sentence.start, before.span.end) if before else sentence.start


def _next_sum(survey: Survey, mention: MoneyMention) -> int:
    after = survey.money_after(mention.span)
    return after.span.start if after else len(survey.article.text)


def role_of(survey: Survey, mention: MoneyMention, sentence: Span, kind: ActionKind) -> AmountRole:
    """Fine, settlement, penalty by the day, ceiling, or the same sum in another currency."""
    if (mention.value, mention.currency) in survey.conversions:
        return AmountRole.CONVERSION
    if mention.period in ("day", "week", "month"):
        return AmountRole.PER_DAY
    text = survey.article.text
    start = max(sentence.start, mention.span.start - _BEFORE, _clause_start(survey, mention, sentence))
    if cue(survey.article.language, "ceilings").search(
        text[start : min(sentence.end, mention.span.end + 24)]
    ):
        return AmountRole.SUSPENDED
    return AmountRole.SETTLEMENT if kind is ActionKind.SETTLEMENT else AmountRole.FINE
