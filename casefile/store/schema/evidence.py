"""What the record rests on: originals, documents, sources, passages, proposals, claims, imports."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import REAL, ForeignKey, Index, Integer, LargeBinary, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from casefile.store.schema.base import Base, added, in_trash, strict
from casefile.store.schema.types import Edtf, Flag, Term, Utc, Words
from casefile.terms import ClaimState, Outcome, ProposalKind, ProposalState, SourceKind
from casefile.values import PartialDate


class Original(Base):
    """The captured bytes, compressed, named by their SHA-256; insert-only, so the journal leaves them out."""

    __tablename__ = "original"
    __table_args__ = strict(UniqueConstraint("sha256"))
    journalled: ClassVar[bool] = False

    sha256: Mapped[str] = mapped_column(Text)
    byte_size: Mapped[int]
    compression: Mapped[str] = mapped_column(Text)
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


class Document(Base):
    """The text that a reader made of an original; insert-only. Better text is a further version."""

    __tablename__ = "document"
    __table_args__ = strict(UniqueConstraint("original_id", "version"))
    journalled: ClassVar[bool] = False

    original_id: Mapped[int] = mapped_column(ForeignKey("original.id"))
    version: Mapped[int]
    media_type: Mapped[str] = mapped_column(Text)
    reader: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text, deferred=True)
    text_sha256: Mapped[str] = mapped_column(Text)
    notes: Mapped[tuple[str, ...]] = mapped_column(Words)
    captured_at: Mapped[datetime] = mapped_column(Utc)
    structure: Mapped[str] = added(Text, "", deferred=True)
    """The text's blocks as :func:`casefile.store.layout.blocks_json` writes them."""
    pages: Mapped[str] = added(Text, "", deferred=True)
    """The pages as :func:`casefile.store.layout.pages_json` writes them."""


class Source(Base):
    """The publication of a document. ``published_sort`` is the first day that ``published`` may mean.

    Versions of one publication all name the one that was kept first.
    """

    __tablename__ = "source"
    __table_args__ = strict(
        Index("ix_source_added_at", "added_at"),
        Index("ix_source_published_sort", "published_sort"),
        in_trash("source"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"), index=True)
    title: Mapped[str] = mapped_column(Text)
    outlet: Mapped[str] = mapped_column(Text)
    authors: Mapped[tuple[str, ...]] = mapped_column(Words)
    published: Mapped[PartialDate | None] = mapped_column(Edtf)
    published_sort: Mapped[str] = mapped_column(Text)
    url: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(Text)
    kind: Mapped[SourceKind] = mapped_column(Term(SourceKind))
    is_primary: Mapped[bool] = mapped_column(Flag)
    file_name: Mapped[str] = mapped_column(Text)
    added_at: Mapped[datetime] = mapped_column(Utc)
    trashed_at: Mapped[datetime | None] = mapped_column(Utc)
    part_of_id: Mapped[int | None] = mapped_column(ForeignKey("source.id"), index=True)
    """The source that it came in: a mail, for its attachment."""
    seal: Mapped[str] = added(Text, "")
    """Of its document: see :mod:`casefile.store.sealing`; empty for sources of the first format."""
    modified: Mapped[PartialDate | None] = added(Edtf)
    licence: Mapped[str] = added(Text, "")
    found: Mapped[str] = added(Text, "")
    """Where each value was found, as JSON of :class:`casefile.metadata.Found`."""
    captured_on: Mapped[PartialDate | None] = added(Edtf)
    """The day on which the publication was saved, where the file tells."""
    version_of_id: Mapped[int | None] = mapped_column(ForeignKey("source.id"), index=True)
    """The first version that was kept, None for that itself."""


class Passage(Base):
    """A span of a document in code points, with its words and their surroundings."""

    __tablename__ = "passage"
    __table_args__ = strict(UniqueConstraint("document_id", "start", "end"))

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"))
    start: Mapped[int]
    end: Mapped[int]
    exact: Mapped[str] = mapped_column(Text)
    prefix: Mapped[str] = mapped_column(Text)
    suffix: Mapped[str] = mapped_column(Text)


class Proposal(Base):
    """One thing that extraction suggests of a source, as JSON, and what a person made of it."""

    __tablename__ = "proposal"
    __table_args__ = strict(
        Index("ix_proposal_source_id_position", "source_id", "position"),
        Index("ix_proposal_state_source_id", "state", "source_id"),
    )

    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"))
    kind: Mapped[ProposalKind] = mapped_column(Term(ProposalKind))
    position: Mapped[int]
    payload: Mapped[str] = mapped_column(Text)
    state: Mapped[ProposalState] = mapped_column(Term(ProposalState))
    reviewer: Mapped[str] = mapped_column(Text)
    decided_at: Mapped[datetime | None] = mapped_column(Utc)
    unreviewed: Mapped[bool] = mapped_column(Flag)
    """Accepted without a person having looked."""
    record_table: Mapped[str] = mapped_column(Text)
    record_id: Mapped[int | None]


class Claim(Base):
    """A value for one field of one record, who or what said so, and where it stands."""

    __tablename__ = "claim"
    __table_args__ = strict(
        # The source is in it so that the sources of thousands of records are found without their claims.
        Index("ix_claim_record", "record_table", "record_id", "field", "source_id")
    )

    record_table: Mapped[str] = mapped_column(Text)
    record_id: Mapped[int]
    field: Mapped[str] = mapped_column(Text)
    value: Mapped[str] = mapped_column(Text)
    """Canonical JSON, so that equal values are equal texts."""
    state: Mapped[ClaimState] = mapped_column(Term(ClaimState))
    method: Mapped[str] = mapped_column(Text)
    """``extraction`` or ``person``."""
    rule: Mapped[str] = mapped_column(Text)
    confidence: Mapped[float] = mapped_column(REAL)
    reviewer: Mapped[str] = mapped_column(Text)
    decided_at: Mapped[datetime | None] = mapped_column(Utc)
    unreviewed: Mapped[bool] = mapped_column(Flag)
    """Accepted without a person having looked (``import --accept``)."""
    reason: Mapped[str] = mapped_column(Text)
    """Why a conflict was settled this way."""
    source_id: Mapped[int | None] = mapped_column(ForeignKey("source.id"), index=True)
    proposal_id: Mapped[int | None] = mapped_column(ForeignKey("proposal.id"), index=True)


class ClaimPassage(Base):
    """A passage that a claim rests on."""

    __tablename__ = "claim_passage"
    __table_args__ = strict(UniqueConstraint("claim_id", "passage_id"))

    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id", ondelete="CASCADE"))
    passage_id: Mapped[int] = mapped_column(ForeignKey("passage.id"), index=True)


class ImportBatch(Base):
    """One drop or one command's import. Its receipt is not journalled: it outlives the import's undoing."""

    __tablename__ = "import_batch"
    journalled: ClassVar[bool] = False

    started_at: Mapped[datetime] = mapped_column(Utc)
    finished_at: Mapped[datetime | None] = mapped_column(Utc)
    """None while it runs and where it was interrupted."""
    person: Mapped[str] = added(Text, "")
    group_id: Mapped[int | None] = added(Integer)
    """The first of the steps that are undone together; None before one is kept."""
    stopped: Mapped[bool] = added(Flag, "0")
    """A person stopped it before its end."""


class ReceiptLine(Base):
    """What became of one file of a batch, or of a file within it; written as waiting before it is read."""

    __tablename__ = "receipt_line"
    __table_args__ = strict(
        Index("ix_receipt_line_batch_id_position", "batch_id", "position", "part"),
        Index("ix_receipt_line_waiting", "batch_id", sqlite_where=text("outcome = 'waiting'")),
    )
    journalled: ClassVar[bool] = False

    batch_id: Mapped[int] = mapped_column(ForeignKey("import_batch.id"))
    position: Mapped[int] = added(Integer, "0")
    """The file's place in the batch, from 1; 0 in receipts of earlier formats."""
    part: Mapped[int] = added(Integer, "0")
    """0 for the file itself; the files within it are counted from 1."""
    name: Mapped[str] = mapped_column(Text)
    path: Mapped[bytes | None] = added(LargeBinary)
    """Where a file that waits lies, as the system names it; None for what came without a file."""
    outcome: Mapped[Outcome] = mapped_column(Term(Outcome))
    message: Mapped[str] = mapped_column(Text)
    warnings: Mapped[tuple[str, ...]] = mapped_column(Words, server_default="[]")
    source_id: Mapped[int | None] = mapped_column(Integer, index=True)
    """No foreign key: redo brings an undone source back under its id, and the line must still know it."""
    step_id: Mapped[int | None] = added(Integer)
    """The step that kept the source: as long as it is undone, ``source_id`` may be another's."""
