"""What extraction suggests before review: shapes only, no rules. Imports values, terms and metadata.

A proposal never stands for a fact. Every value carries the spans of the text that it rests on, the rule
that made it (for the person, and for the one who mends it) and a confidence between 0 and 1.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from casefile.terms import ActionKind, ActionStatus, AmountRole, AmountScale, QuoteKind, WarningKind
from casefile.values import PartialDate, Span


@dataclass(frozen=True)
class Because:
    """Why something is proposed: the spans it rests on, in reading order and maybe none, and the rule."""

    spans: tuple[Span, ...]
    rule: str
    """In words that a person understands: ``"imposed a fine of" + amount``."""
    confidence: float = 0.5


@dataclass(frozen=True)
class ProposedParty:
    """An authority or a respondent: the canonical name, the registry's code where it has one ("NL-AP")."""

    name: str
    because: Because
    code: str = ""


@dataclass(frozen=True)
class ProposedKind:
    """What the action imposes."""

    value: ActionKind
    because: Because


@dataclass(frozen=True)
class ProposedStatus:
    """Where the action stands."""

    value: ActionStatus
    because: Because


@dataclass(frozen=True)
class ProposedAmount:
    """A sum in major units, as stated; a magnitude that the text does not state is never filled in."""

    value: Decimal
    currency: str
    """ISO 4217, "" where it could not be told."""
    scale: AmountScale
    role: AmountRole
    span: Span
    because: Because


@dataclass(frozen=True)
class ProposedProvision:
    """A law and, where the text names one, its article: ("GDPR", "5(1)(a)")."""

    instrument: str
    article: str
    because: Because
    named: str = ""
    """What the text calls the law, in its dictionary form; "" where that is its registered name."""

    def __str__(self) -> str:
        return self._cited(self.instrument)

    @property
    def as_named(self) -> str:
        """The provision with the name that the text uses: "Geldwäschegesetz Art. 6" for "GwG Art. 6"."""
        return self._cited(self.named or self.instrument)

    def _cited(self, law: str) -> str:
        return f"{law} Art. {self.article}" if self.article else law


@dataclass(frozen=True)
class ProposedDate:
    """When the action was decided or announced."""

    value: PartialDate
    because: Because


@dataclass(frozen=True)
class ProposedValue:
    """A value for any other field of the record, as a list of actions has them.

    It goes before what the proposal says of that field elsewhere.
    """

    field: str
    """One of :data:`casefile.fields.FIELDS`; a sum, a provision or a relation has another shape."""
    value: str
    because: Because
    scheme: str = ""
    """Of an identifier: its kind."""
    url: str = ""
    """Of an identifier: where it is to be found."""


@dataclass(frozen=True)
class ActionProposal:
    """One formal act by an authority against one or more respondents."""

    authority: ProposedParty
    respondents: tuple[ProposedParty, ...]
    kind: ProposedKind
    status: ProposedStatus
    because: Because
    jurisdiction: str = ""
    """ISO 3166 (``NL``, ``US-IL``) or ``EU``."""
    amounts: tuple[ProposedAmount, ...] = ()
    provisions: tuple[ProposedProvision, ...] = ()
    date: ProposedDate | None = None
    main: bool = True
    """False where the article only mentions the action in passing."""
    more: tuple[ProposedValue, ...] = ()


@dataclass(frozen=True)
class QuoteProposal:
    """Words that somebody said, without their marks, or a paraphrase; ``text`` is the span's text exactly."""

    text: str
    span: Span
    kind: QuoteKind
    because: Because
    speaker: str = ""
    """The resolved name; "" where the text does not tell who said it."""
    role: str = ""
    """As the text puts it: "chief legal officer"."""


@dataclass(frozen=True)
class EventProposal:
    """A dated happening; ``date`` is None where a relative expression could not be resolved."""

    date: PartialDate | None
    span: Span
    about: str
    """The sentence around the date, shortened."""
    because: Because


@dataclass(frozen=True)
class WarningProposal:
    """Something that a person should look at."""

    kind: WarningKind
    span: Span
    message: str


@dataclass(frozen=True)
class Proposals:
    """Everything that one text suggests; each sequence in reading order."""

    actions: tuple[ActionProposal, ...] = field(default=())
    quotes: tuple[QuoteProposal, ...] = field(default=())
    events: tuple[EventProposal, ...] = field(default=())
    warnings: tuple[WarningProposal, ...] = field(default=())
    paraphrases: tuple[QuoteProposal, ...] = field(default=())
    """Indirect speech, apart from the quotes: the article's words for what somebody said."""
