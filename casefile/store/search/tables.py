"""The tables that searches look at, as SQLAlchemy sees them. Knows names only."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, bindparam, column, func, literal_column, table
from sqlalchemy.sql.expression import TableClause

from casefile.store.schema.listing import ActionListing, QuoteListing, SourceListing
from casefile.store.search.fields import Record


@dataclass(frozen=True)
class WordIndex:
    """A full-text table; ``weights`` say how much a hit counts in each of its columns."""

    name: str
    weights: tuple[float, ...]
    grams: bool
    """Whether it holds :func:`casefile.store.search.scripts.as_grams` of the texts."""

    @property
    def table(self) -> TableClause:
        """The table for FROM."""
        return table(self.name, column("rowid"))

    @property
    def row_id(self) -> ColumnElement[int]:
        """The record's id."""
        return literal_column(f"{self.name}.rowid")

    @property
    def score(self) -> ColumnElement[float]:
        """BM25: the lower, the better."""
        return func.bm25(literal_column(self.name), *(literal_column(str(weight)) for weight in self.weights))

    def matches(self, expression: str) -> ColumnElement[bool]:
        """Rows that fulfil an FTS5 expression."""
        return literal_column(self.name).op("MATCH", is_comparison=True)(
            bindparam(None, expression, unique=True)
        )


_TITLE, _OUTLET, _BODY = 12.0, 3.0, 1.0
SOURCE_WORDS = WordIndex("source_search", (_TITLE, _OUTLET, _BODY), grams=False)
SOURCE_GRAMS = WordIndex("source_grams", (_TITLE, _OUTLET, _BODY), grams=True)
"""The sources with text in scripts without spaces, whole; every one of them is in the other index too."""
ACTION_WORDS = WordIndex("action_search", (_TITLE, _BODY), grams=True)
QUOTE_WORDS = WordIndex("quote_search", (_OUTLET, _BODY), grams=True)
PARTY_WORDS = WordIndex("party_search", (_BODY,), grams=True)
INDEXES: dict[Record, Sequence[WordIndex]] = {
    Record.ACTION: (ACTION_WORDS,),
    Record.QUOTE: (QUOTE_WORDS,),
    Record.SOURCE: (SOURCE_WORDS, SOURCE_GRAMS),
}
LISTINGS: dict[Record, type[ActionListing] | type[QuoteListing] | type[SourceListing]] = {
    Record.ACTION: ActionListing,
    Record.QUOTE: QuoteListing,
    Record.SOURCE: SourceListing,
}
