"""What the store gives to those who show, print or export: frozen, and free of SQLAlchemy."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from casefile import vocabulary
from casefile.metadata import Found
from casefile.proposals import ActionProposal, EventProposal, QuoteProposal, WarningProposal
from casefile.store.matches import ActionMatch, ScaleReading
from casefile.structure import Block, Page
from casefile.terms import (
    ActionKind,
    AmountScale,
    ClaimState,
    Outcome,
    ProposalKind,
    ProposalState,
    QuoteKind,
    SourceKind,
    Standing,
    StepKind,
    TagColour,
    TimelineKind,
)
from casefile.values import Money, PartialDate, Span

_NEW = (Outcome.STORED, Outcome.UPDATED, Outcome.COPY)
AnyProposal = ActionProposal | QuoteProposal | EventProposal | WarningProposal


@dataclass(frozen=True)
class TagMark:
    """A tag as it stands beside a record."""

    name: str
    colour: TagColour = TagColour.GREY


@dataclass(frozen=True)
class TagRow:
    """A tag, and how many records of each kind have it, the trash left out."""

    name: str
    colour: TagColour
    actions: int = 0
    sources: int = 0
    quotes: int = 0
    events: int = 0

    @property
    def count(self) -> int:
        """How many records have it."""
        return self.actions + self.sources + self.quotes + self.events


@dataclass(frozen=True)
class SourceRow:
    """A source as a list shows it; ``open_proposals`` counts what waits for review, warnings left out."""

    id: int
    title: str
    outlet: str
    published: PartialDate | None
    language: str
    kind: SourceKind
    file_name: str
    added_at: datetime
    open_proposals: int
    cluster_id: int
    """The same for sources that are copies or versions of one text: they are one voice."""
    copies: int
    """How many other publications, each counted once whatever its versions, are copies of it."""
    is_superseded: bool
    """Whether there is a newer version."""
    tags: tuple[TagMark, ...] = ()


@dataclass(frozen=True)
class SourceRecord:
    """A source with its text; offsets of everything that rests on it count in ``text``."""

    row: SourceRow
    document_id: int
    text: str
    authors: tuple[str, ...]
    url: str
    is_primary: bool
    sha256: str
    byte_size: int
    media_type: str
    reader: str
    notes: tuple[str, ...]
    captured_at: datetime
    part_of_id: int | None = None
    """The source that it came in: a mail, for its attachment."""
    part_of: str = ""
    """The title of that source, or the name of its file."""
    modified: PartialDate | None = None
    licence: str = ""
    captured_on: PartialDate | None = None
    """The day on which it was saved, where the file tells."""
    found: tuple[Found, ...] = ()
    """Where each value of the description was found, and what was guessed."""
    structure: tuple[Block, ...] = ()
    pages: tuple[Page, ...] = ()


@dataclass(frozen=True)
class VersionRow:
    """One version of a publication."""

    source_id: int
    number: int
    """1 for the earliest, counting on."""
    saved: PartialDate
    """The day on which it was saved, or kept where that is not known."""


@dataclass(frozen=True)
class ProposalRow:
    """A proposal in review."""

    id: int
    source_id: int
    kind: ProposalKind
    state: ProposalState
    proposal: AnyProposal
    matches: tuple[ActionMatch, ...] = ()
    """The actions in the store that it may be about, the most probable first; empty once it is decided."""
    readings: tuple[ScaleReading, ...] = ()
    """What its sums without a magnitude may mean; empty once it is decided."""

    @property
    def match(self) -> ActionMatch | None:
        """The action that it becomes more evidence of, unless a person says otherwise."""
        return next((match for match in self.matches if match.is_likely), None)


@dataclass(frozen=True)
class ActionRow:
    """An action as a list shows it; ``amount`` is the present amount of its first measure.

    A periodic penalty is it only where there is nothing else.
    """

    id: int
    title: str
    authority: str
    respondents: tuple[str, ...]
    kind: ActionKind
    status: str
    """An :class:`ActionStatus`, or a person's own words."""
    jurisdiction: str
    amount: Money | None
    scale: AmountScale | None
    decided: PartialDate | None
    source_count: int
    has_conflict: bool
    unreviewed: bool
    per: str = ""
    """``day`` where the amount is a periodic penalty, else empty."""
    tags: tuple[TagMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage, and the source that it stands in."""

    passage_id: int
    source_id: int
    source_title: str
    outlet: str
    published: PartialDate | None
    span: Span
    exact: str
    prefix: str
    suffix: str
    page: str = ""
    """``p. 3`` or ``pp. 3–4``, "" where the source has no pages."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A value for a field: as shown, where it stands, who or what said so, and its passages."""

    id: int
    value: str
    state: ClaimState
    method: str
    rule: str
    confidence: float
    reviewer: str
    decided_at: datetime | None
    unreviewed: bool
    reason: str
    evidence: tuple[Evidence, ...]
    source_id: int | None
    """The source that says so; of a claim without a passage all that is known of where it comes from."""
    is_own: bool = False
    """Whether it is a person's word on the record, rather than what one source says."""
    raw: str = ""
    """The value as canonical JSON: see :class:`casefile.fields.FieldKind`."""
    source: str = ""
    """That source's title, "" without one."""
    voice: int | None = None
    """The cluster of its source: sources of one cluster are one voice."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One field's value with every claim on it; ``in_conflict`` where live claims do not agree."""

    field: str
    label: str
    value: str
    claims: tuple[ClaimRow, ...]
    in_conflict: bool

    @property
    def live(self) -> tuple[ClaimRow, ...]:
        """The claims that count, oldest first; empty where all were rejected or superseded."""
        return tuple(claim for claim in self.claims if claim.state is ClaimState.ACCEPTED)

    @property
    def source_count(self) -> int:
        """How many sources say so."""
        return len({claim.source_id for claim in self.live if claim.source_id is not None})

    @property
    def independent_count(self) -> int:
        """How many of them are no copies or versions of one another."""
        return len({claim.voice for claim in self.live if claim.voice is not None})


@dataclass(frozen=True)
class QuoteRow:
    """A quote with who said it (``""`` where nobody is named) and where it stands."""

    id: int
    text: str
    kind: QuoteKind
    speaker: str
    role: str
    language: str
    evidence: Evidence
    translation: str = ""
    unreviewed: bool = False
    """Accepted without a person having looked."""
    tags: tuple[TagMark, ...] = ()

    @property
    def is_verbatim(self) -> bool:
        """Whether the words stand in the stored original as they are quoted; white space does not count."""
        return " ".join(self.text.split()) in " ".join(self.evidence.exact.split())


@dataclass(frozen=True)
class EventRow:
    """A dated happening and the passage that dates it."""

    id: int
    dated: PartialDate
    about: str
    evidence: Evidence
    tags: tuple[TagMark, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """Something dated: a timeline event (``id`` above zero), or a date of an action, its sums or appeals.

    Ids below zero are explained in :mod:`casefile.store.timeline_dates`.
    """

    id: int
    kind: TimelineKind
    dated: PartialDate | None
    about: str
    respondents: tuple[str, ...]
    """Of the action; of an event those of all the actions that its source speaks of."""
    authorities: tuple[str, ...]
    action_id: int | None
    """None for a timeline event."""
    source_title: str = ""
    """Of a row that was asked for by its id."""
    tags: tuple[TagMark, ...] = ()
    """Of an event that was asked for by its id."""

    @property
    def words(self) -> str:
        """What happened to whom; an event says so itself."""
        if self.action_id is None or not self.respondents:
            return self.about
        return f"{', '.join(self.respondents)}: {self.about}"


@dataclass(frozen=True)
class ActionRecord:
    """An action with its facts, and the quotes and events of the sources that it rests on."""

    row: ActionRow
    facts: tuple[Fact, ...]
    quotes: tuple[QuoteRow, ...]
    events: tuple[EventRow, ...]


@dataclass(frozen=True)
class CaseRow:
    """A case file as the side bar shows it."""

    id: int
    title: str
    purpose: str
    action_count: int


@dataclass(frozen=True)
class Hit:
    """What a search found: a ``source``, ``action`` or ``quote``; ``marks`` are spans of the snippet."""

    kind: str
    id: int
    title: str
    snippet: str
    marks: tuple[Span, ...]


@dataclass(frozen=True)
class SavedSearchRow:
    """A query that a person named."""

    id: int
    name: str
    query: str


@dataclass(frozen=True)
class ReceiptRow:
    """What became of one file: the outcome, why, and the source that it is, or is the same as."""

    name: str
    outcome: Outcome
    message: str
    source_id: int | None
    warnings: tuple[str, ...] = ()
    """What a person should know of a source that was kept."""

    @property
    def is_new(self) -> bool:
        """Whether a source came of it."""
        return self.outcome in _NEW


@dataclass(frozen=True)
class BatchRow:
    """An import as a list shows it; the counts are of its lines, those of files within files among them."""

    id: int
    started_at: datetime
    finished_at: datetime | None
    """None while it runs and where it was interrupted."""
    person: str
    stopped: bool
    """A person stopped it before its end."""
    counts: Mapping[Outcome, int]
    """Only outcomes that there are."""

    @property
    def waiting(self) -> int:
        """How many files are left."""
        return self.counts.get(Outcome.WAITING, 0)

    @property
    def total(self) -> int:
        """How many lines the receipt has."""
        return sum(self.counts.values())


@dataclass(frozen=True)
class LineRow:
    """A line of a kept receipt, and where its source is now."""

    id: int
    row: ReceiptRow
    standing: Standing
    group: int | None
    """The first of the steps that are undone together with the one that kept its source."""


@dataclass(frozen=True)
class WaitingFile:
    """A file that an import has not come to: its place in the batch, from 1, its name there, its path."""

    position: int
    name: str
    path: Path


@dataclass(frozen=True)
class StepRow:
    """A step of the journal."""

    id: int
    kind: StepKind
    label: str
    person: str
    at: datetime


@dataclass(frozen=True)
class NextStep:
    """What undo or redo would replay: the first step of its group, which stands for it, and the label."""

    group: int
    label: str


@dataclass(frozen=True)
class Counts:
    """How much there is, for the side bar."""

    waiting: int
    actions: int
    sources: int
    quotes: int
    dates: int
    """Those on the timeline."""


def status_label(status: str) -> str:
    """An action's status as a person reads it."""
    return vocabulary.label("action-statuses", status)


def basis_label(basis: str) -> str:
    """Why a sum stands in a ledger, as a person reads it."""
    return vocabulary.label("ledger-bases", basis)
