"""A sum as it stands in a text. Imports terms and values."""

from dataclasses import dataclass
from decimal import Decimal

from casefile.terms import AmountScale
from casefile.values import Span


@dataclass(frozen=True)
class MoneyMention:
    """One sum as it stands in the text."""

    value: Decimal
    """In major units; of a range its upper end."""
    currency: str
    """ISO 4217, "" where neither the words nor the text tell it."""
    scale: AmountScale
    span: Span
    low: Decimal | None = None
    """The lower end of a range."""
    approximate: bool = False
    """"nearly", "rund", "more than" stands before it."""
    period: str = ""
    """day, week, month, year or piece: "a day", "per share"."""
    inferred_currency: bool = False
    """The sum itself names no currency."""
