"""The controlled words of the record, each with its stable code. Imports nothing of ours.

The codes are stored, exported and printed by the command line; labels for the screen are made by
:func:`label`. The action kinds and statuses are those of the exchange format of proposals.
"""

from enum import StrEnum


class ActionKind(StrEnum):
    """What an enforcement action imposes, its strictest measure first."""

    FINE = "fine"
    PENALTY_PAYMENT = "penalty-payment"
    ORDER = "order"
    BAN = "ban"
    REPRIMAND = "reprimand"
    WARNING = "warning"
    SETTLEMENT = "settlement"
    INJUNCTION = "injunction"
    INVESTIGATION = "investigation"
    ANNULMENT = "annulment"
    OTHER = "other"


class ActionStatus(StrEnum):
    """Where an enforcement action stands."""

    PROPOSED = "proposed"
    IMPOSED = "imposed"
    APPEALED = "appealed"
    FINAL = "final"
    SETTLED = "settled"
    ANNULLED = "annulled"
    REDUCED = "reduced"
    ONGOING = "ongoing"


class AmountRole(StrEnum):
    """What a sum of money is within its action."""

    FINE = "fine"
    PER_DAY = "per-day"
    CONVERSION = "conversion"
    SETTLEMENT = "settlement"
    SUSPENDED = "suspended"


class AmountScale(StrEnum):
    """Whether the source states the magnitude: "$33.7 million" does, "the $33.7 penalty" does not."""

    STATED = "stated"
    MISSING = "missing"


class QuoteKind(StrEnum):
    """How much of what was said stands between the marks; of a paraphrase nothing does."""

    DIRECT = "direct"
    PARTIAL = "partial"
    PARAPHRASE = "paraphrase"


class WarningKind(StrEnum):
    """What a reader of the source should look at twice."""

    AMOUNT_SCALE_MISSING = "amount-scale-missing"
    AMBIGUOUS_DATE = "ambiguous-date"
    UNRESOLVED_RELATIVE_DATE = "unresolved-relative-date"
    CONFLICTING_FIGURES = "conflicting-figures"
    UNATTRIBUTED_QUOTE = "unattributed-quote"
    UNREAD_CELL = "unread-cell"
    CORRECTION_NOTICE = "correction-notice"
    SATIRE_OR_OPINION = "satire-or-opinion"
    RETRACTED = "retracted"


class SourceKind(StrEnum):
    """What sort of publication a source is."""

    PRESS = "press"
    AUTHORITY_RELEASE = "authority-release"
    DECISION = "decision"
    RULING = "ruling"
    STATEMENT = "statement"
    OTHER = "other"


class PartyKind(StrEnum):
    """What a party is."""

    AUTHORITY = "authority"
    RESPONDENT = "respondent"
    COMPLAINANT = "complainant"


class PartyRole(StrEnum):
    """What a party does in one action."""

    AUTHORITY = "authority"
    LEAD_AUTHORITY = "lead-authority"
    CONCERNED_AUTHORITY = "concerned-authority"
    RESPONDENT = "respondent"
    COMPLAINANT = "complainant"


class LedgerBasis(StrEnum):
    """Why an entry stands in a penalty ledger."""

    PROPOSED = "proposed"
    IMPOSED = "imposed"
    REDUCED = "reduced"
    UPHELD = "upheld"
    ANNULLED = "annulled"
    SETTLED = "settled"
    SUSPENDED = "suspended"
    CEILING = "ceiling"
    PAID = "paid"


class ProvisionFinding(StrEnum):
    """What the action finds about a provision."""

    INFRINGED = "infringed"
    NOT_INFRINGED = "not-infringed"
    CITED = "cited"


class ClaimState(StrEnum):
    """Where a claim stands in its review."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    SUPERSEDED = "superseded"


class ProposalKind(StrEnum):
    """What a proposal suggests to record."""

    ACTION = "action"
    QUOTE = "quote"
    EVENT = "event"
    WARNING = "warning"


class ProposalState(StrEnum):
    """Where a proposal stands in its review."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Outcome(StrEnum):
    """What became of one file of an import."""

    WAITING = "waiting"
    """Nothing yet: the import has not come to it, or was stopped or interrupted before."""
    STORED = "stored"
    DUPLICATE = "duplicate"
    """Nothing was kept: the store has it already."""
    UPDATED = "updated"
    """Kept as a version of a publication that the store has."""
    COPY = "copy"
    """Kept as a source that tells nothing of its own."""
    SKIPPED = "skipped"
    FAILED = "failed"


class Standing(StrEnum):
    """Where the source of a line of a receipt is now."""

    NONE = "none"
    """The line brought none."""
    HERE = "here"
    TRASHED = "trashed"
    UNDONE = "undone"
    GONE = "gone"
    """The trash was emptied."""


class TagColour(StrEnum):
    """What colour a tag is shown in, always beside its name."""

    GREY = "grey"
    RED = "red"
    ORANGE = "orange"
    YELLOW = "yellow"
    GREEN = "green"
    TEAL = "teal"
    BLUE = "blue"
    PURPLE = "purple"
    PINK = "pink"


class TimelineKind(StrEnum):
    """What a mark on the timeline stands for."""

    FINE = "fine"
    """A sum: a fine, a periodic penalty, a settlement."""
    ORDER = "order"
    """Any other measure of an authority."""
    RULING = "ruling"
    """What became of a decision on review or before a court."""
    EVENT = "event"


class StepKind(StrEnum):
    """Whether a step did something, replayed another step, or emptied the trash for good."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    PURGE = "purge"


def label(term: StrEnum) -> str:
    """The term as the screen and the brief print it, in English: "Penalty payment"."""
    return term.value.replace("-", " ").capitalize()
