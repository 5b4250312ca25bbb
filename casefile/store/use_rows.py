"""What rests on a source, as the store gives it to those who show it: free of SQLAlchemy."""

from dataclasses import dataclass

from casefile.terms import ProposalKind
from casefile.values import Span


@dataclass(frozen=True)
class Use:
    """One thing that rests on the source."""

    id: int
    """Its place among all, from 0."""
    kind: ProposalKind
    """``ACTION`` for a fact, ``QUOTE`` or ``EVENT``."""
    label: str
    """``Decided``, ``Amount, imposed``, ``Quote``, ``Event``."""
    value: str
    spans: tuple[Span, ...]
    record_id: int
    """The quote or event; of a fact its claim."""
    field: str
    """The fact's, "" for others."""
    action_id: int | None
    """The fact's; of quotes and events that of the only action that rests on the source, None of several."""
    owner: str
    """The title of that action, the name of the fact's party, or how many actions there are."""
