"""Derived tables behind the lists: sort keys, filters and totals, kept by :mod:`casefile.store.derived`.

None is journalled: every row can be made anew from the record. Keys are folded (no accents, no case) and
cut; ``*_sort`` and ``*_end`` are the first and the last day that a date may mean, "" where there is none.
"""

from typing import ClassVar

from sqlalchemy import REAL, Index, LargeBinary, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from casefile.store.schema.base import Base, strict
from casefile.store.schema.types import Flag


def _sorts(table: str, *columns: str) -> tuple[Index, ...]:
    """An index for each column that a list can be sorted by: it holds all that the order needs."""
    return tuple(Index(f"ix_{table}_{column}", "is_trashed", column, "id") for column in columns)


_KEYS_ONLY = ({"sqlite_strict": True, "sqlite_with_rowid": False},)
"""Arguments of a table that is its own index: it is looked up by the first column of its key."""


class ActionListing(Base):
    """An action as lists sort and filter it; ``amount`` is the present one in major units as stated."""

    __tablename__ = "action_list"
    __table_args__ = strict(
        *_sorts(
            "action_list", "title_key", "authority_key", "respondent_key", "kind", "status", "jurisdiction",
            "amount_eur", "decided_sort", "source_count", "has_conflict", "changed_at",
        )
    )  # fmt: skip
    journalled: ClassVar[bool] = False

    is_trashed: Mapped[bool] = mapped_column(Flag)
    title_key: Mapped[str] = mapped_column(Text)
    authority_key: Mapped[str] = mapped_column(Text)
    respondent_key: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(Text)
    jurisdiction: Mapped[str] = mapped_column(Text)
    currency: Mapped[str] = mapped_column(Text)
    amount: Mapped[float | None] = mapped_column(REAL)
    amount_eur: Mapped[float | None] = mapped_column(REAL)
    """For sorting only: at the day's reference rate, or as stated where there is none."""
    decided_sort: Mapped[str] = mapped_column(Text)
    decided_end: Mapped[str] = mapped_column(Text)
    source_count: Mapped[int]
    has_conflict: Mapped[bool] = mapped_column(Flag)
    unreviewed: Mapped[bool] = mapped_column(Flag)
    changed_at: Mapped[str] = mapped_column(Text)


class SourceListing(Base):
    """A source as lists sort and filter it; ``waiting`` counts its open proposals without warnings."""

    __tablename__ = "source_list"
    __table_args__ = strict(
        *_sorts(
            "source_list", "title_key", "outlet_key", "language", "kind", "published_sort", "added_at",
            "waiting", "copies",
        ),
        Index("ix_source_list_cluster_id", "cluster_id"),
        Index("ix_source_list_address_key", "address_key", sqlite_where=text("address_key <> ''")),
        Index("ix_source_list_superseded", "is_superseded", sqlite_where=text("is_superseded")),
    )  # fmt: skip
    journalled: ClassVar[bool] = False

    is_trashed: Mapped[bool] = mapped_column(Flag)
    title_key: Mapped[str] = mapped_column(Text)
    outlet_key: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    published_sort: Mapped[str] = mapped_column(Text)
    published_end: Mapped[str] = mapped_column(Text)
    added_at: Mapped[str] = mapped_column(Text)
    waiting: Mapped[int]
    address_key: Mapped[str] = mapped_column(Text)
    """As :func:`casefile.store.addresses.address_key` makes it."""
    cluster_id: Mapped[int]
    """The first of the sources that are copies or versions of one text; the source's own where it is alone.

    Each cluster is one voice. What lies in the trash is alone.
    """
    copies: Mapped[int]
    """How many other publications are in the cluster, each counted once whatever its versions."""
    is_superseded: Mapped[bool] = mapped_column(Flag)
    """Whether there is a newer version."""


class QuoteListing(Base):
    """A quote as lists sort it."""

    __tablename__ = "quote_list"
    __table_args__ = strict(
        *_sorts("quote_list", "text_key", "speaker_key", "role_key", "source_key", "source_id")
    )
    journalled: ClassVar[bool] = False

    is_trashed: Mapped[bool] = mapped_column(Flag)
    text_key: Mapped[str] = mapped_column(Text)
    speaker_key: Mapped[str] = mapped_column(Text)
    role_key: Mapped[str] = mapped_column(Text)
    source_key: Mapped[str] = mapped_column(Text)
    source_id: Mapped[int]


class EventListing(Base):
    """A dated event as lists sort it."""

    __tablename__ = "event_list"
    __table_args__ = strict(*_sorts("event_list", "dated_sort", "about_key", "source_key", "source_id"))
    journalled: ClassVar[bool] = False

    is_trashed: Mapped[bool] = mapped_column(Flag)
    dated_sort: Mapped[str] = mapped_column(Text)
    about_key: Mapped[str] = mapped_column(Text)
    source_key: Mapped[str] = mapped_column(Text)
    source_id: Mapped[int]


class TextSignature(Base):
    """What a document's text is found by, of :class:`casefile.store.signatures.TextSignature`.

    ``id`` is the document's. Made when the document is kept, and as lasting as that.
    """

    __tablename__ = "text_signature"
    __table_args__ = strict(Index("ix_text_signature_text_key", "text_key"))
    journalled: ClassVar[bool] = False

    text_key: Mapped[str] = mapped_column(Text)
    shingles: Mapped[int]
    minima: Mapped[bytes] = mapped_column(LargeBinary)


class TextBand(Base):
    """The index of the signatures: a band, and the document that has it (``id``)."""

    __tablename__ = "text_band"
    __table_args__ = _KEYS_ONLY
    journalled: ClassVar[bool] = False

    band: Mapped[int] = mapped_column(primary_key=True)


class TextCopy(Base):
    """Two documents whose texts are copies of each other, once in each direction; ``id`` is the other.

    ``share_permille`` is how much of the text of ``document_id`` stands in that of the other, rounded down.
    """

    __tablename__ = "text_copy"
    __table_args__ = _KEYS_ONLY
    journalled: ClassVar[bool] = False

    document_id: Mapped[int] = mapped_column(primary_key=True)
    share_permille: Mapped[int] = mapped_column(sort_order=1)
    """After the key: SQLite 3.40 checks a table without row ids wrongly that has its columns otherwise."""


class StepSubject(Base):
    """Which step touched which action, source, quote, event, case file or party."""

    __tablename__ = "step_subject"
    __table_args__ = strict(Index("ix_step_subject_record", "record_table", "record_id", "step_id"))
    journalled: ClassVar[bool] = False

    step_id: Mapped[int] = mapped_column(index=True)
    record_table: Mapped[str] = mapped_column(Text)
    record_id: Mapped[int]
