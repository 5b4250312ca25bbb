"""What a brief says, before anybody decides how it looks. Imports values, terms and compositions.

Frozen, complete and self-contained: every fact, quote and event carries its citations, and a citation
carries the very words of the passage, so that a reader who has nothing but the brief can check it.
Building one that cites a source it does not list raises ``ValueError``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from casefile.briefs.composition import (
    ALL_PARTS,
    BriefPart,
    BriefSection,
    CitationStyle,
    NotePlace,
    PageSize,
)
from casefile.terms import AmountScale, QuoteKind, SourceKind, TimelineKind, label
from casefile.values import Anchor, Money, PartialDate


class FactField(StrEnum):
    """Which field of an action a fact fills, in the order in which people read them."""

    RESPONDENT = "respondent"
    AUTHORITY = "authority"
    JURISDICTION = "jurisdiction"
    KIND = "measure"
    STATUS = "status"
    DECIDED = "decided"
    AMOUNT = "amount"
    PROVISION = "provision"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum as a source states it; with the scale missing it is printed so, never filled in."""

    money: Money
    scale: AmountScale = AmountScale.STATED


FactValue = str | Amount | PartialDate
"""What a fact may hold; anything else is put into words by the one who builds the brief."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a statement comes from: a source of this brief and the passage in it."""

    source: int
    """:attr:`BriefSource.number`."""
    passage: Anchor | None = None
    """None where the source as a whole is meant."""
    page: str = ""
    """Where the passage stands, as a citation has it: "p. 3"; "" where the source has no pages."""


Citations = tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of the brief's own with what it rests on."""

    text: str
    citations: Citations = ()


@dataclass(frozen=True)
class KeyFigure:
    """A figure that stands large in the summary: ``3`` "enforcement actions"."""

    value: FactValue
    caption: str
    citations: Citations = ()


@dataclass(frozen=True, slots=True)
class BriefFact:
    """One accepted value of an action with its passages, and what else there is to say about it."""

    field: FactField
    value: FactValue
    citations: Citations = ()
    remarks: tuple[Statement, ...] = ()
    """What other sources say instead: "Another source: $33.7, scale missing"."""
    corroboration: str = ""
    """How many say so: "4 sources, 1 independent"; "" where one does."""
    name: str = ""
    """The label to print where the field's own is too general: "Periodic penalty, per day"."""
    reviewed: bool = True
    """False where a machine's proposal was taken over without a person's review; printed with a mark."""
    key: str = ""
    """Which value of which record of the store it is, "" for none: "action/12/amount/Fine, imposed"."""

    @property
    def label(self) -> str:
        """The label that is printed: the name, or the field's own."""
        return self.name or label(self.field)


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One step in the life of an amount: imposed, reduced, upheld."""

    date: PartialDate | None
    basis: str
    """As the brief prints it: "Imposed"."""
    amount: Amount | None
    citations: Citations = ()
    reviewed: bool = True
    key: str = ""
    """As of a fact."""
    conversion: str = ""
    """The sum in another currency, with the rate and its date."""
    name: str = ""
    """The label to print where the basis alone is too general: "Penalty payment, imposed, per day"."""

    @property
    def label(self) -> str:
        """The label that is printed."""
        return self.name or self.basis


@dataclass(frozen=True)
class BriefAction:
    """One enforcement action: its title, and its facts in the order in which they are printed."""

    title: str
    facts: tuple[BriefFact, ...] = ()
    """The same field may come more than once (two respondents, three provisions)."""
    ledger: tuple[LedgerEntry, ...] = ()
    """The amounts in order of time; worth printing where there is more than one."""
    remarks: tuple[Statement, ...] = ()

    @property
    def listed(self) -> tuple[BriefFact, ...]:
        """The facts that stand below the title: without one that rests on no source and only repeats it."""
        return tuple(fact for fact in self.facts if fact.citations or fact.value != self.title)

    def of(self, field: FactField) -> tuple[BriefFact, ...]:
        """The facts that fill the field, in order, maybe none."""
        return tuple(fact for fact in self.facts if fact.field == field)


@dataclass(frozen=True)
class BriefPosition:
    """What one side of a conflict says."""

    value: FactValue
    citations: Citations = ()
    chosen: bool = False
    """Whether the brief follows this one."""
    corroboration: str = ""
    """As of a fact."""


@dataclass(frozen=True)
class BriefConflict:
    """Values of one field that do not agree."""

    subject: str
    """The action's title."""
    label: str
    """The field: "Amount"."""
    positions: tuple[BriefPosition, ...]
    settlement: str = ""
    """How and why it was settled; "" while it is open."""


@dataclass(frozen=True)
class BriefQuote:
    """What somebody said, in the source's own words and without its marks."""

    text: str
    citations: Citations
    speaker: str = ""
    """"" where the source does not tell."""
    role: str = ""
    kind: QuoteKind = QuoteKind.DIRECT
    language: str = ""
    """ISO 639-1 of the text, "" where unknown."""
    translation: str = ""
    reviewed: bool = True
    key: str = ""
    """As of a fact: "quote/3"."""

    @property
    def is_verbatim(self) -> bool:
        """Whether the words are the speaker's own, and have to stand so in the source."""
        return self.kind is not QuoteKind.PARAPHRASE


@dataclass(frozen=True)
class BriefEvent:
    """Something that happened, as far as its date is known."""

    date: PartialDate | None
    what: str
    citations: Citations = ()
    reviewed: bool = True
    key: str = ""
    """As of a fact: "event/8"."""
    kind: TimelineKind = TimelineKind.EVENT
    lanes: tuple[str, ...] = ()
    """Where it stands in the drawing: the names of authorities."""


@dataclass(frozen=True)
class ComparedAuthority:
    """What one authority did, for the comparison with others."""

    name: str
    actions: int
    measures: tuple[str, ...]
    """In words, the most frequent first: "Fine (3)"."""
    sums: tuple[Amount, ...]
    """Of what stands today, a sum for each currency."""
    latest: PartialDate | None
    """The date of its last decision."""
    citations: Citations = ()
    """What the sums rest on."""


@dataclass(frozen=True)
class BriefSource:
    """A publication that the brief rests on, described so that it can be found again."""

    number: int
    """1 for the first of the brief's sources, counting on."""
    title: str
    outlet: str = ""
    authors: tuple[str, ...] = ()
    published: PartialDate | None = None
    url: str = ""
    kind: SourceKind = SourceKind.PRESS
    primary: bool = False
    captured: datetime | None = None
    """UTC."""
    sha256: str = ""
    """Of the original bytes, 64 hexadecimal digits."""
    file_name: str = ""
    """The file that was imported."""
    language: str = ""
    same_text_as: tuple[int, ...] = ()
    """Numbers of sources that carry the same text or most of it: copies do not count as confirmation."""


@dataclass(frozen=True)
class BriefNote:
    """A numbered note: the citation that every mark of this number points to."""

    number: int
    citation: Citation


@dataclass(frozen=True)
class Brief:
    """A whole brief, in the order in which it is printed."""

    title: str
    as_of: datetime
    """The state of the record that is printed, UTC."""
    subtitle: str = ""
    organisation: str = ""
    author: str = ""
    recipient: str = ""
    marking: str = ""
    """On every page: "CONFIDENTIAL"."""
    language: str = "en"
    """BCP 47, of the brief's own words."""
    page_size: PageSize = PageSize.A4
    citation_style: CitationStyle = CitationStyle.HOUSE
    note_place: NotePlace = NotePlace.END
    figures: tuple[KeyFigure, ...] = ()
    summary: tuple[Statement, ...] = ()
    actions: tuple[BriefAction, ...] = ()
    conflicts: tuple[BriefConflict, ...] = ()
    appeals: tuple[Statement, ...] = ()
    """What is not final yet."""
    authorities: tuple[ComparedAuthority, ...] = ()
    quotes: tuple[BriefQuote, ...] = ()
    events: tuple[BriefEvent, ...] = ()
    """In order of time; undated ones last."""
    remarks: tuple[Statement, ...] = ()
    """What the reader should know of the brief itself: open points, warnings."""
    sources: tuple[BriefSource, ...] = ()
    sections: tuple[BriefSection, ...] = ALL_PARTS
    """What is printed, in this order."""

    def __post_init__(self) -> None:
        if self.as_of.utcoffset() != UTC.utcoffset(None):
            raise ValueError("as_of is not UTC")
        numbers = [source.number for source in self.sources]
        if numbers != list(range(1, len(numbers) + 1)):
            raise ValueError(f"the sources are not numbered 1 to {len(numbers)}: {numbers}")
        strangers = {citation.source for citation in self.citations()} - set(numbers)
        if strangers:
            raise ValueError(f"no such sources: {sorted(strangers)}")

    def citations(self) -> Iterator[Citation]:
        """Every citation in the order in which its mark is printed, repeated as often as it is used."""
        for section in self.sections:
            yield from self._cited_in(section.part)

    def _cited_in(self, part: BriefPart) -> Iterator[Citation]:
        if part is BriefPart.SUMMARY:
            yield from _of((*self.figures, *self.summary))
        elif part is BriefPart.ACTIONS:
            for action in self.actions:
                yield from _of_action(action)
        elif part is BriefPart.CONFLICTS:
            for conflict in self.conflicts:
                yield from _of(conflict.positions)
        else:
            yield from _of(self._cited.get(part, ()))

    @property
    def _cited(self) -> "dict[BriefPart, tuple[_Cited, ...]]":
        return {
            BriefPart.APPEALS: self.appeals,
            BriefPart.COMPARISON: self.authorities,
            BriefPart.QUOTES: self.quotes,
            BriefPart.TIMELINE: self.events,
            BriefPart.REMARKS: self.remarks,
        }

    def notes(self) -> tuple[BriefNote, ...]:
        """One note for each different citation, numbered from 1 in the order of first use."""
        distinct = dict.fromkeys(self.citations())
        return tuple(BriefNote(number, citation) for number, citation in enumerate(distinct, start=1))

    def unreviewed_count(self) -> int:
        """How many of the printed facts, ledger entries, quotes and events no person has reviewed."""
        printed = {section.part for section in self.sections}
        return sum(self._reviewed_in(part).count(False) for part in printed)

    def _reviewed_in(self, part: BriefPart) -> list[bool]:
        """Of what the part prints, which of it a person has reviewed."""
        if part is BriefPart.ACTIONS:
            told = [said.reviewed for action in self.actions for said in action.facts]
            return told + [said.reviewed for action in self.actions for said in action.ledger]
        if part is BriefPart.QUOTES:
            return [quote.reviewed for quote in self.quotes]
        return [event.reviewed for event in self.events] if part is BriefPart.TIMELINE else []


_Cited = Statement | KeyFigure | BriefPosition | BriefQuote | BriefEvent | LedgerEntry | ComparedAuthority


def _of(parts: Iterable[_Cited]) -> Iterator[Citation]:
    for part in parts:
        yield from part.citations


def _of_action(action: BriefAction) -> Iterator[Citation]:
    for fact in action.facts:
        yield from fact.citations
        yield from _of(fact.remarks)
    yield from _of(action.ledger)
    yield from _of(action.remarks)
