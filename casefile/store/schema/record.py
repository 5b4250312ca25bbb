"""The enforcement record: parties, actions, measures and ledgers, provisions, quotes, events, cases."""

from datetime import datetime

from sqlalchemy import ColumnElement, ForeignKey, Index, Text, UniqueConstraint, func
from sqlalchemy.orm import Mapped, mapped_column

from casefile.store.schema.base import Base, added, in_trash, strict
from casefile.store.schema.types import Edtf, Flag, OpenTerm, Term, Utc
from casefile.terms import (
    ActionKind,
    ActionStatus,
    AmountScale,
    LedgerBasis,
    PartyKind,
    PartyRole,
    ProvisionFinding,
    QuoteKind,
)
from casefile.values import PartialDate


class Party(Base):
    """An authority, a respondent or a complainant; ``code`` is the registry's ("NL-AP") or empty."""

    __tablename__ = "party"
    __table_args__ = strict(Index("ix_party_kind_name", "kind", "name"), Index("ix_party_code", "code"))

    kind: Mapped[PartyKind] = mapped_column(Term(PartyKind))
    name: Mapped[str] = mapped_column(Text)
    code: Mapped[str] = mapped_column(Text)
    jurisdiction: Mapped[str] = mapped_column(Text)
    match_key: Mapped[str] = mapped_column(Text, index=True)
    """The name folded for comparison: see :func:`casefile.store.matching.party_key`."""
    legal_name: Mapped[str] = added(Text, "")
    english_name: Mapped[str] = added(Text, "")
    abbreviation: Mapped[str] = added(Text, "")
    body: Mapped[str] = added(Text, "")
    """What an authority is, of the list "body-kinds" ("regulator", "court"), or empty."""
    lei: Mapped[str] = added(Text, "")
    """ISO 17442, checked, or empty."""
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"), index=True)
    """The group that it belongs to."""
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"), index=True)
    """The party that this one turned out to be; never one that is merged itself."""


def canonical_id() -> ColumnElement[int]:
    """In a query over :class:`Party`: the id of the party that it is, after merges."""
    return func.coalesce(Party.merged_into_id, Party.id)


class PartyAlias(Base):
    """Another name of a party."""

    __tablename__ = "party_alias"
    __table_args__ = strict(UniqueConstraint("party_id", "name"))

    party_id: Mapped[int] = mapped_column(ForeignKey("party.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(Text)
    match_key: Mapped[str] = mapped_column(Text, index=True)


class Action(Base):
    """One formal act by an authority. ``title`` is a person's, else its parties'; facts rest on claims."""

    __tablename__ = "action"
    __table_args__ = strict(Index("ix_action_decided_sort", "decided_sort"), in_trash("action"))

    title: Mapped[str] = mapped_column(Text)
    kind: Mapped[ActionKind] = mapped_column(Term(ActionKind))
    status: Mapped[str] = mapped_column(OpenTerm(ActionStatus))
    jurisdiction: Mapped[str] = mapped_column(Text)
    decided: Mapped[PartialDate | None] = mapped_column(Edtf)
    decided_sort: Mapped[str] = mapped_column(Text)
    summary: Mapped[str] = mapped_column(Text)
    added_at: Mapped[datetime] = mapped_column(Utc)
    trashed_at: Mapped[datetime | None] = mapped_column(Utc)
    trigger: Mapped[str] = added(Text, "")
    forum: Mapped[str] = added(Text, "")
    people_affected: Mapped[int | None]
    violation: Mapped[str] = added(Text, "")
    sector: Mapped[str] = added(Text, "")
    confidence: Mapped[str] = added(Text, "")
    verified_by: Mapped[str] = added(Text, "")
    verified_at: Mapped[datetime | None] = mapped_column(Utc)
    conduct: Mapped[PartialDate | None] = mapped_column(Edtf)
    opened: Mapped[PartialDate | None] = mapped_column(Edtf)
    notified: Mapped[PartialDate | None] = mapped_column(Edtf)
    announced: Mapped[PartialDate | None] = mapped_column(Edtf)
    published: Mapped[PartialDate | None] = mapped_column(Edtf)
    effective: Mapped[PartialDate | None] = mapped_column(Edtf)
    final: Mapped[PartialDate | None] = mapped_column(Edtf)
    checked: Mapped[PartialDate | None] = mapped_column(Edtf)


class ActionParty(Base):
    """A party's role in an action; ``capacity`` is a respondent's ("controller") or empty."""

    __tablename__ = "action_party"
    __table_args__ = strict(UniqueConstraint("action_id", "party_id", "role"))

    action_id: Mapped[int] = mapped_column(ForeignKey("action.id", ondelete="CASCADE"))
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"), index=True)
    role: Mapped[PartyRole] = mapped_column(Term(PartyRole))
    position: Mapped[int]
    capacity: Mapped[str] = added(Text, "")
    as_published: Mapped[str] = added(Text, "")
    """The name as the source prints it."""


class Measure(Base):
    """One thing that an action imposes; its amounts stand in the penalty ledger.

    ``kind`` is a code of the list "measure-kinds" or a person's own word.
    """

    __tablename__ = "measure"

    action_id: Mapped[int] = mapped_column(ForeignKey("action.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(Text)
    position: Mapped[int]
    deadline: Mapped[PartialDate | None] = mapped_column(Edtf)
    note: Mapped[str] = added(Text, "")


class LedgerEntry(Base):
    """One dated amount of a measure. Nothing is overwritten: the present amount is derived."""

    __tablename__ = "ledger_entry"

    measure_id: Mapped[int] = mapped_column(ForeignKey("measure.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    basis: Mapped[str] = mapped_column(OpenTerm(LedgerBasis))
    amount_minor: Mapped[int]
    currency: Mapped[str] = mapped_column(Text)
    scale: Mapped[AmountScale] = mapped_column(Term(AmountScale))
    per: Mapped[str] = mapped_column(Text)
    """``day`` for a periodic penalty, else empty."""
    dated: Mapped[PartialDate | None] = mapped_column(Edtf)
    converted_minor: Mapped[int | None]
    converted_currency: Mapped[str] = added(Text, "")
    rate: Mapped[str] = added(Text, "")
    """Units of the converted currency for one of the stated, as a decimal."""
    rate_date: Mapped[PartialDate | None] = mapped_column(Edtf)
    note: Mapped[str] = added(Text, "")
    is_live: Mapped[bool] = added(Flag, "1")
    """Whether a live claim says so; an entry that lost its last one stays as history and does not count."""


class Provision(Base):
    """A law, and its article where one is named, that an action cites."""

    __tablename__ = "provision"
    __table_args__ = strict(UniqueConstraint("action_id", "instrument", "article"))

    action_id: Mapped[int] = mapped_column(ForeignKey("action.id", ondelete="CASCADE"))
    instrument: Mapped[str] = mapped_column(Text)
    article: Mapped[str] = mapped_column(Text)
    finding: Mapped[str] = mapped_column(OpenTerm(ProvisionFinding))
    national_law: Mapped[str] = added(Text, "")
    """The national provision beside it, as the source names it."""


class Speaker(Base):
    """Who said something."""

    __tablename__ = "speaker"

    name: Mapped[str] = mapped_column(Text)
    match_key: Mapped[str] = mapped_column(Text, index=True)
    party_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"), index=True)


class Quote(Base):
    """A passage that somebody said; ``role`` as the source puts it."""

    __tablename__ = "quote"
    __table_args__ = strict(in_trash("quote"))

    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"), index=True)
    passage_id: Mapped[int] = mapped_column(ForeignKey("passage.id"), index=True)
    text: Mapped[str] = mapped_column(Text)
    kind: Mapped[QuoteKind] = mapped_column(Term(QuoteKind))
    speaker_id: Mapped[int | None] = mapped_column(ForeignKey("speaker.id"), index=True)
    role: Mapped[str] = mapped_column(Text)
    translation: Mapped[str] = mapped_column(Text)
    trashed_at: Mapped[datetime | None] = mapped_column(Utc)


class TimelineEvent(Base):
    """Something that happened, with the passage that dates it."""

    __tablename__ = "timeline_event"
    __table_args__ = strict(Index("ix_timeline_event_dated_sort", "dated_sort"), in_trash("timeline_event"))

    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"), index=True)
    passage_id: Mapped[int] = mapped_column(ForeignKey("passage.id"), index=True)
    dated: Mapped[PartialDate] = mapped_column(Edtf)
    dated_sort: Mapped[str] = mapped_column(Text)
    about: Mapped[str] = mapped_column(Text)
    trashed_at: Mapped[datetime | None] = mapped_column(Utc)


class CaseFile(Base):
    """A dossier."""

    __tablename__ = "case_file"
    __table_args__ = strict(in_trash("case_file"))

    title: Mapped[str] = mapped_column(Text)
    purpose: Mapped[str] = mapped_column(Text)
    added_at: Mapped[datetime] = mapped_column(Utc)
    trashed_at: Mapped[datetime | None] = mapped_column(Utc)


class CaseFileAction(Base):
    """An action in a case file; an action may be in several."""

    __tablename__ = "case_file_action"
    __table_args__ = strict(UniqueConstraint("case_file_id", "action_id"))

    case_file_id: Mapped[int] = mapped_column(ForeignKey("case_file.id", ondelete="CASCADE"))
    action_id: Mapped[int] = mapped_column(ForeignKey("action.id", ondelete="CASCADE"), index=True)


class CaseFileSource(Base):
    """A source in a case file."""

    __tablename__ = "case_file_source"
    __table_args__ = strict(UniqueConstraint("case_file_id", "source_id"))

    case_file_id: Mapped[int] = mapped_column(ForeignKey("case_file.id", ondelete="CASCADE"))
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"), index=True)


class CaseNote(Base):
    """A note in a case file, plain text."""

    __tablename__ = "case_note"

    case_file_id: Mapped[int] = mapped_column(ForeignKey("case_file.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(Text)
    added_at: Mapped[datetime] = mapped_column(Utc)


class ExportedBrief(Base):
    """The record of one export: what it cited, as of when."""

    __tablename__ = "brief"

    case_file_id: Mapped[int | None] = mapped_column(ForeignKey("case_file.id", ondelete="SET NULL"))
    title: Mapped[str] = mapped_column(Text)
    path: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(Text)
    pages: Mapped[int]
    as_of: Mapped[datetime] = mapped_column(Utc)
    as_of_step: Mapped[int]
    """The last step whose changes the brief shows."""
    cited: Mapped[str] = mapped_column(Text)
    """The JSON that its file carries: statements, passages, sources."""


class BriefDraft(Base):
    """A brief that a person composed and goes on with: what is chosen, not what it would say."""

    __tablename__ = "brief_draft"

    name: Mapped[str] = mapped_column(Text)
    case_file_id: Mapped[int | None] = mapped_column(ForeignKey("case_file.id", ondelete="SET NULL"))
    composition: Mapped[str] = mapped_column(Text)
    """The choices as JSON."""
    changed_at: Mapped[datetime] = mapped_column(Utc)


class SavedSearch(Base):
    """A query that a person named."""

    __tablename__ = "saved_search"
    __table_args__ = strict(UniqueConstraint("name"))

    name: Mapped[str] = mapped_column(Text)
    query: Mapped[str] = mapped_column(Text)
    added_at: Mapped[datetime] = mapped_column(Utc)
