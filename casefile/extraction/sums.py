"""What a sum of money is within a sanction, or that it is none of it. Imports the survey and the model."""

from casefile.extraction.money_mentions import MoneyMention
from casefile.extraction.money_words import money_words
from casefile.extraction.ranking import shipped_models
from casefile.extraction.survey import Survey
from casefile.terms import ActionKind, AmountRole

_REACH = 80
"""Code points behind a sum in which it is told that it is suspended."""


def sanction_probability(survey: Survey, mention: MoneyMention) -> float:
    """How likely the sum is (a part of) a sanction, whoever's it is; by the model ``sums``."""
    return shipped_models().sums.probability(survey.sum_features[mention.span])


def role_of(survey: Survey, mention: MoneyMention, kind: ActionKind) -> AmountRole:
    """Fine, settlement, penalty by the day, ceiling, or the same sum in another currency.

    What is paid back to customers counts as of a settlement, as it is no fine; a penalty that a settlement
    names is one.
    """
    if (mention.value, mention.currency) in survey.conversions:
        return AmountRole.CONVERSION
    repeated = kind is ActionKind.PENALTY_PAYMENT and mention.period == "piece"
    if repeated or mention.period in ("day", "week", "month"):
        return AmountRole.PER_DAY
    if is_held_back(survey, mention):
        return AmountRole.SUSPENDED
    repaid = _stands(survey, mention, "redress", ("<0", "<1", ">0"))
    beside = _stands(survey, mention, "penalty", ("<0", ">0"))
    penalty = beside or _stands(survey, mention, "penalty", ("<1",))
    settled = (kind is ActionKind.SETTLEMENT and not beside) or (repaid and not penalty)
    return AmountRole.SETTLEMENT if settled else AmountRole.FINE


def is_held_back(survey: Survey, mention: MoneyMention) -> bool:
    """Whether the sum is suspended, or the most that a penalty by the day comes to."""
    article = survey.article
    words = money_words(article.language)
    if words.is_suspended(article.text, mention.span, _REACH):
        return True
    return _stands(survey, mention, "ceilings", ("<0", "<1", ">0")) or _stands(
        survey, mention, "suspended", ("<0",)
    )


def _stands(survey: Survey, mention: MoneyMention, name: str, places: tuple[str, ...]) -> bool:
    features = survey.sum_features[mention.span]
    return any(f"{name}{place}" in features for place in places)
