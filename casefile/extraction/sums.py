"""What a sum of money is within a sanction, or that it is none of it. Imports the survey and the model."""

from casefile.extraction.money_mentions import MoneyMention
from casefile.extraction.ranking import linear_model
from casefile.extraction.survey import Survey
from casefile.terms import ActionKind, AmountRole


def sanction_probability(survey: Survey, mention: MoneyMention) -> float:
    """How likely the sum is (a part of) a sanction, whoever's it is; by the model ``sums``."""
    return linear_model("sums").probability(survey.sum_features[mention.span])


def role_of(survey: Survey, mention: MoneyMention, kind: ActionKind) -> AmountRole:
    """Fine, settlement, penalty by the day, ceiling, or the same sum in another currency.

    What is paid back to customers counts as of a settlement, as it is no fine.
    """
    if (mention.value, mention.currency) in survey.conversions:
        return AmountRole.CONVERSION
    if mention.period in ("day", "week", "month"):
        return AmountRole.PER_DAY
    features = survey.sum_features[mention.span]
    if any(f"ceilings{place}" in features for place in ("<0", "<1", ">0", ">1")):
        return AmountRole.SUSPENDED
    repaid = any(f"redress{place}" in features for place in ("<0", "<1", ">0"))
    penalty = any(f"penalty{place}" in features for place in ("<0", "<1", ">0"))
    settled = kind is ActionKind.SETTLEMENT or (repaid and not penalty)
    return AmountRole.SETTLEMENT if settled else AmountRole.FINE
