"""The journal's own tables, and what the store knows of itself. None of them is journalled."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from casefile.store.schema.base import Base, added, strict
from casefile.store.schema.types import Flag, Term, Utc
from casefile.terms import StepKind


class StoreProperty(Base):
    """A property of the store: its own id, when it was made."""

    __tablename__ = "store_property"
    journalled: ClassVar[bool] = False

    name: Mapped[str] = mapped_column(Text, unique=True)
    value: Mapped[str] = mapped_column(Text)


class Step(Base):
    """One thing that a person or an import did; ``hash`` covers its changes and the step before."""

    __tablename__ = "step"
    __table_args__ = strict(
        Index("ix_step_target_id", "target_id"),
        Index("ix_step_replays", "kind", "id", sqlite_where=text("kind <> 'do'")),
    )
    journalled: ClassVar[bool] = False

    kind: Mapped[StepKind] = mapped_column(Term(StepKind))
    target_id: Mapped[int] = mapped_column()
    """The first step of the group that this one belongs to or replays; a lone ``do`` has its own id."""
    label: Mapped[str] = mapped_column(Text)
    person: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Utc)
    undoable: Mapped[bool] = mapped_column(Flag)
    hash: Mapped[str] = mapped_column(Text)


class Change(Base):
    """One row before and after, as JSON; written by triggers only."""

    __tablename__ = "change"
    __table_args__ = strict(
        Index("ix_change_step_id", "step_id"), Index("ix_change_table_name_row_id", "table_name", "row_id")
    )
    journalled: ClassVar[bool] = False

    step_id: Mapped[int] = mapped_column(ForeignKey("step.id"))
    table_name: Mapped[str] = mapped_column(Text)
    row_id: Mapped[int]
    before: Mapped[str | None] = mapped_column(Text)
    after: Mapped[str | None] = mapped_column(Text)


class OpenStep(Base):
    """One row: the step that is being written, NULL outside of one, when the triggers refuse every change."""

    __tablename__ = "open_step"
    journalled: ClassVar[bool] = False

    step_id: Mapped[int | None]
    purging: Mapped[bool] = added(Flag, "0")
    """Whether the trash is being emptied: only then may originals and documents go."""
