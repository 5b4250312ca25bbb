"""What one place of a text says of a sanction: who did what to whom. Imports the triggers, names and sums."""

from dataclasses import dataclass

from casefile.extraction.money_mentions import MoneyMention
from casefile.extraction.names import Party
from casefile.extraction.triggers import Side
from casefile.terms import ActionKind
from casefile.values import Span

MONEY_KINDS = (ActionKind.FINE, ActionKind.SETTLEMENT, ActionKind.PENALTY_PAYMENT)


@dataclass(frozen=True)
class Finding:
    """One anchor's part in an action."""

    authority: str
    parties: tuple[Party, ...]
    kind: ActionKind
    sums: tuple[MoneyMention, ...]
    trigger: Span
    """The words that tell of it; the sum where there are none."""
    sentence: Span
    named: bool
    """The sentence itself names the respondent."""
    likely: float
    """How likely it tells of a sanction at all, by the model."""
    party_shares: tuple[tuple[Party, float], ...] = ()
    """Who may be meant, the likeliest first; the shares add up to 1."""
    authority_shares: tuple[tuple[str, float], ...] = ()
    """Which authority may be meant, by its code, the likeliest first."""
    side: Side | None = None
    """Where the trigger has its respondent; None of a sum without a trigger."""
    weak: bool = False
    """No trigger tells which kind of sum it is."""
    points: bool = False
    """Words in its respondent's place point back at it: "It was fined"."""
    focus: Span | None = None
    """What its date stands beside, where that is not the trigger."""
    another: bool = False
    """It is told as another fine of the one spoken of: "the €2bn Shopping fine of 2017"."""

    @property
    def is_imposed(self) -> bool:
        """Whether a verb imposes it, on who stands before or behind."""
        return self.side in (Side.AFTER, Side.BEFORE) and not self.weak
