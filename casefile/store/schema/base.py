"""The declarative base: STRICT tables, named constraints, which tables the journal watches."""

from typing import Any, ClassVar

from sqlalchemy import Index, MetaData, Table, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Every table has an integer key, so that the journal names any row by table and id."""

    metadata = MetaData(naming_convention=NAMING)
    __table_args__: Any = ({"sqlite_strict": True},)
    journalled: ClassVar[bool] = True

    id: Mapped[int] = mapped_column(primary_key=True)


def table_of(model: type[Base]) -> Table:
    """The model's table: rows put into it as a table take a third of the time that mapped ones take."""
    return Base.metadata.tables[model.__tablename__]


def added(column_type: Any, default: str | None = None, *, deferred: bool = False) -> Any:  # noqa: ANN401
    """A column that came after the first format: rows journalled before it take the default."""
    return mapped_column(
        column_type, default=default, server_default=default, nullable=default is None, deferred=deferred
    )


def in_trash(table: str) -> Index:
    """An index of the few rows of a table that lie in the trash."""
    return Index(f"ix_{table}_trashed_at", "trashed_at", sqlite_where=text("trashed_at IS NOT NULL"))


def strict(*constraints: Any) -> tuple[Any, ...]:  # noqa: ANN401
    """Table arguments with constraints or indexes beside STRICT."""
    return (*constraints, {"sqlite_strict": True})
