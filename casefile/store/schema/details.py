"""What an action has many of beside parties, measures and laws: identifiers, tags, appeals, relations."""

from datetime import datetime

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casefile.store.schema.base import Base, strict
from casefile.store.schema.types import Edtf, Utc
from casefile.values import PartialDate


class ActionIdentifier(Base):
    """A number that others know the action by; ``scheme`` is of the list "identifier-schemes"."""

    __tablename__ = "action_identifier"
    __table_args__ = strict(UniqueConstraint("action_id", "scheme", "value"))

    action_id: Mapped[int] = mapped_column(ForeignKey("action.id", ondelete="CASCADE"))
    scheme: Mapped[str] = mapped_column(Text)
    value: Mapped[str] = mapped_column(Text, index=True)
    url: Mapped[str] = mapped_column(Text)


class ActionCategory(Base):
    """A category of data that the action is about, of the list "data-categories" or a person's own word."""

    __tablename__ = "action_category"
    __table_args__ = strict(UniqueConstraint("action_id", "code"))

    action_id: Mapped[int] = mapped_column(ForeignKey("action.id", ondelete="CASCADE"))
    code: Mapped[str] = mapped_column(Text)


class ActionTag(Base):
    """A person's own word for finding actions again."""

    __tablename__ = "action_tag"
    __table_args__ = strict(UniqueConstraint("action_id", "tag"))

    action_id: Mapped[int] = mapped_column(ForeignKey("action.id", ondelete="CASCADE"))
    tag: Mapped[str] = mapped_column(Text, index=True)


class ActionNote(Base):
    """A person's note on an action, plain text."""

    __tablename__ = "action_note"

    action_id: Mapped[int] = mapped_column(ForeignKey("action.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(Text)
    person: Mapped[str] = mapped_column(Text)
    added_at: Mapped[datetime] = mapped_column(Utc)


class SourceNote(Base):
    """A person's note on a source, plain text."""

    __tablename__ = "source_note"

    source_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(Text)
    person: Mapped[str] = mapped_column(Text)
    added_at: Mapped[datetime] = mapped_column(Utc)


class Appeal(Base):
    """One link of an appeal chain: from which body to which, and what became of it."""

    __tablename__ = "appeal"

    action_id: Mapped[int] = mapped_column(ForeignKey("action.id", ondelete="CASCADE"), index=True)
    from_body: Mapped[str] = mapped_column(Text)
    from_number: Mapped[str] = mapped_column(Text)
    to_body: Mapped[str] = mapped_column(Text)
    to_number: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(Text)
    url: Mapped[str] = mapped_column(Text)
    dated: Mapped[PartialDate | None] = mapped_column(Edtf)


class RelatedAction(Base):
    """Another action that this one belongs with; ``relation`` is of the list "relations"."""

    __tablename__ = "related_action"
    __table_args__ = strict(UniqueConstraint("action_id", "other_id", "relation"))

    action_id: Mapped[int] = mapped_column(ForeignKey("action.id", ondelete="CASCADE"))
    other_id: Mapped[int] = mapped_column(ForeignKey("action.id", ondelete="CASCADE"), index=True)
    relation: Mapped[str] = mapped_column(Text)
