"""When two names, amounts or dates mean the same: pure decisions, no database."""

import re
from decimal import ROUND_HALF_UP, Context, Decimal

from casefile import rates
from casefile.store.folding import fold
from casefile.terms import ActionStatus, AmountScale
from casefile.values import Money, PartialDate

_LEGAL_FORMS = frozenset(
    (
        *("ab", "ag", "as", "asa", "bv", "co", "corp", "corporation", "company", "dac", "gmbh", "inc"),
        *("incorporated", "kg", "kgaa", "limited", "llc", "llp", "lp", "ltd", "nv", "oy", "oyj", "plc"),
        *("pty", "sa", "sarl", "sas", "sau", "se", "sl", "spa", "srl", "the"),
    )
)
_PROCEDURE = (
    ActionStatus.PROPOSED,
    ActionStatus.ONGOING,
    ActionStatus.IMPOSED,
    ActionStatus.SETTLED,
    ActionStatus.APPEALED,
    ActionStatus.REDUCED,
    ActionStatus.FINAL,
    ActionStatus.ANNULLED,
)
"""A cut penalty becomes final, a final one is cut no more; of an annulled one nothing stands to become so."""
_STATED_DIGITS = 2
"""A round figure is trusted to this many digits, as where it is converted: see :mod:`casefile.rates`."""
_THOUSANDS = 3
"""Figures are told in thousands, millions, billions: "390 million" has a round number, "1.2 billion" not."""
FOLLOW_UPS = frozenset((ActionStatus.REDUCED, ActionStatus.ANNULLED))
"""Statuses that a later act gives to an earlier decision: their date is not the date of that decision."""
SHORTEST_PREFIX = 4
"""A name of fewer letters is no short form of another."""
_APOSTROPHE = re.compile(r"['’`´.]")
_OTHER = re.compile(r"[^\w]+")


def party_key(name: str) -> str:
    """The name folded for comparison: no case, accents, punctuation or legal form; never empty."""
    words = _OTHER.sub(" ", _APOSTROPHE.sub("", fold(name))).split()
    kept = [word for word in words if word not in _LEGAL_FORMS]
    return " ".join(kept or words) or name


def beginnings(key: str) -> list[str]:
    """The folded names that the key is a longer form of: see :func:`same_party`."""
    words = key.split(" ")
    shorter = (" ".join(words[:count]) for count in range(1, len(words)))
    return [beginning for beginning in shorter if len(beginning) >= SHORTEST_PREFIX]


def same_party(one: str, other: str) -> bool:
    """Whether two folded names agree, or one begins with the other's words ("clearview", "clearview ai")."""
    short, long = sorted((one, other), key=len)
    return long == short or (len(short) >= SHORTEST_PREFIX and long.startswith(f"{short} "))


def amounts_agree(
    one: Money,
    other: Money,
    one_scale: AmountScale,
    other_scale: AmountScale,
    when: PartialDate | None = None,
) -> bool:
    """Whether two sums differ by rounding, or by conversion at about that time, at most.

    A sum without its magnitude agrees only with itself; sums in two currencies only with a date.
    """
    if one_scale is not other_scale:
        return False
    if one.currency != other.currency:
        return one_scale is AmountScale.STATED and rates.agree(one, other, when)
    return numbers_agree(one.amount, other.amount)


def numbers_agree(one: Decimal, other: Decimal) -> bool:
    """Whether two figures are the same, or one is the other rounded."""
    coarse, fine = sorted((one, other), key=_significant_digits)
    return coarse == fine or _rounds_to(fine, coarse)


def dates_agree(one: PartialDate, other: PartialDate) -> bool:
    """Whether one date lies within the other, so that they differ by precision at most."""
    return (one.earliest <= other.earliest and other.latest <= one.latest) or (
        other.earliest <= one.earliest and one.latest <= other.latest
    )


def later_status(one: ActionStatus, other: ActionStatus) -> ActionStatus:
    """Of two statuses of one action the one further on its way, whatever the order of their reports."""
    return max((one, other), key=_PROCEDURE.index)


def _significant_digits(amount: Decimal) -> int:
    return len(amount.normalize().as_tuple().digits)


def _rounds_to(fine: Decimal, coarse: Decimal) -> bool:
    """Whether the coarse figure is the fine one rounded, or cut to the coarse one's own last digit.

    A round figure ("20 million", "390 million") counts as stated to two digits, but only as rounded.
    """
    exponent = coarse.normalize().as_tuple().exponent
    if not coarse or not isinstance(exponent, int):
        return False
    digits = _significant_digits(coarse)
    if digits < _STATED_DIGITS or exponent > coarse.adjusted() // _THOUSANDS * _THOUSANDS:
        rounding = Context(prec=max(digits, _STATED_DIGITS), rounding=ROUND_HALF_UP)
        return rounding.plus(fine) == coarse
    unit = Decimal(1).scaleb(exponent)
    return 0 <= fine - coarse < unit or 0 <= coarse - fine <= unit / 2
