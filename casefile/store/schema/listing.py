"""Derived tables behind the lists: sort keys, filters and totals, kept by :mod:`casefile.store.derived`.

None is journalled: every row can be made anew from the record. Keys are folded (no accents, no case) and
cut; ``*_sort`` and ``*_end`` are the first and the last day that a date may mean, "" where there is none.
"""

from typing import ClassVar

from sqlalchemy import REAL, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from casefile.store.schema.base import Base, strict
from casefile.store.schema.types import Flag


def _sorts(table: str, *columns: str) -> tuple[Index, ...]:
    """An index for each column that a list can be sorted by: it holds all that the order needs."""
    return tuple(Index(f"ix_{table}_{column}", "is_trashed", column, "id") for column in columns)


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
            "waiting",
        )
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


class StepSubject(Base):
    """Which step touched which action, source, quote, event, case file or party."""

    __tablename__ = "step_subject"
    __table_args__ = strict(Index("ix_step_subject_record", "record_table", "record_id", "step_id"))
    journalled: ClassVar[bool] = False

    step_id: Mapped[int] = mapped_column(index=True)
    record_table: Mapped[str] = mapped_column(Text)
    record_id: Mapped[int]
