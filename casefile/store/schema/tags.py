"""Tags: a person's own words on records. A record's tag is its name; what colour that has stands beside.

Those of actions are claims, as all that is said of an action, and stand in ``action_tag``.
"""

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casefile.store.schema.base import Base, strict
from casefile.store.schema.types import Term
from casefile.terms import TagColour


class Tag(Base):
    """How a tag is spelled and which colour it has; one that a record has and that is not here is grey."""

    __tablename__ = "tag"
    __table_args__ = strict(UniqueConstraint("match_key"))

    name: Mapped[str] = mapped_column(Text)
    match_key: Mapped[str] = mapped_column(Text)
    """The name folded: see :func:`casefile.store.folding.fold`."""
    colour: Mapped[TagColour] = mapped_column(Term(TagColour))


class SourceTag(Base):
    """A tag of a source."""

    __tablename__ = "source_tag"
    __table_args__ = strict(UniqueConstraint("source_id", "tag"))

    source_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"))
    tag: Mapped[str] = mapped_column(Text, index=True)


class QuoteTag(Base):
    """A tag of a quote."""

    __tablename__ = "quote_tag"
    __table_args__ = strict(UniqueConstraint("quote_id", "tag"))

    quote_id: Mapped[int] = mapped_column(ForeignKey("quote.id", ondelete="CASCADE"))
    tag: Mapped[str] = mapped_column(Text, index=True)


class EventTag(Base):
    """A tag of a timeline event."""

    __tablename__ = "event_tag"
    __table_args__ = strict(UniqueConstraint("event_id", "tag"))

    event_id: Mapped[int] = mapped_column(ForeignKey("timeline_event.id", ondelete="CASCADE"))
    tag: Mapped[str] = mapped_column(Text, index=True)
