"""What the lists hold: the ids in their order, sorted and filtered by the tables behind them. Reading only.

A list is asked for as a whole, as ids; the rows that are on screen are asked for page by page
(:mod:`casefile.store.queries`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, and_, func, select
from sqlalchemy.orm import InstrumentedAttribute

from casefile.store.action_facets import action_tests
from casefile.store.case_scope import in_case
from casefile.store.facets import Chosen, Scope, Tests
from casefile.store.plain_sql import listed_ids
from casefile.store.quote_facets import quote_tests
from casefile.store.rows import Counts
from casefile.store.schema.listing import ActionListing, EventListing, QuoteListing, SourceListing
from casefile.store.source_facets import not_superseded, source_tests
from casefile.store.store import Reader
from casefile.store.timeline_dates import count_dates

Ids = list[int]


@dataclass(frozen=True)
class Order:
    """What a list is sorted by: one of the names in its table of sorts."""

    by: str
    descending: bool = False


Sorts = Mapping[str, InstrumentedAttribute[Any]]
ACTION_SORTS: Sorts = {
    "title": ActionListing.title_key,
    "respondent": ActionListing.respondent_key,
    "authority": ActionListing.authority_key,
    "kind": ActionListing.kind,
    "amount": ActionListing.amount_eur,
    "status": ActionListing.status,
    "decided": ActionListing.decided_sort,
    "jurisdiction": ActionListing.jurisdiction,
    "sources": ActionListing.source_count,
    "conflict": ActionListing.has_conflict,
    "changed": ActionListing.changed_at,
}
SOURCE_SORTS: Sorts = {
    "title": SourceListing.title_key,
    "outlet": SourceListing.outlet_key,
    "published": SourceListing.published_sort,
    "kind": SourceListing.kind,
    "language": SourceListing.language,
    "added": SourceListing.added_at,
    "waiting": SourceListing.waiting,
    "copies": SourceListing.copies,
}
QUOTE_SORTS: Sorts = {
    "accepted": QuoteListing.source_id,
    "text": QuoteListing.text_key,
    "speaker": QuoteListing.speaker_key,
    "role": QuoteListing.role_key,
    "source": QuoteListing.source_key,
}
EVENT_SORTS: Sorts = {
    "date": EventListing.dated_sort,
    "about": EventListing.about_key,
    "source": EventListing.source_key,
}
_NEWEST_DECISION = Order("decided", descending=True)
_NEWEST = Order("added", descending=True)
_BY_SOURCE = Order("accepted")
_BY_DATE = Order("date")
_NOTHING_CHOSEN: Chosen = MappingProxyType({})


def counts(reader: Reader) -> Counts:
    """How much the store holds, the trash left out."""

    def count(listing: Any, *where: ColumnElement[bool]) -> int:  # noqa: ANN401
        return reader.scalar(select(func.count()).where(listing.is_trashed.is_(False), *where)) or 0

    return Counts(
        waiting=count(SourceListing, SourceListing.waiting > 0),
        actions=count(ActionListing),
        sources=count(SourceListing, *not_superseded(reader)),
        quotes=count(QuoteListing),
        dates=count_dates(reader),
    )


def has_sources(reader: Reader) -> bool:
    """Whether there is any source outside the trash."""
    found = select(SourceListing.id).where(SourceListing.is_trashed.is_(False), *not_superseded(reader))
    return reader.scalar(found.limit(1)) is not None


def inbox_ids(reader: Reader, order: Order = _NEWEST) -> Ids:
    """The sources with something to review, newest first."""
    return read_ids(reader, _listed(SourceListing, SOURCE_SORTS, order).where(SourceListing.waiting > 0))


def source_ids(
    reader: Reader,
    case_id: int | None = None,
    order: Order = _NEWEST,
    words: str = "",
    chosen: Chosen = _NOTHING_CHOSEN,
) -> Ids:
    """The sources, newest first; of versions the latest.

    Of a case file all of those that were put in it or that its actions rest on. ``chosen`` are values of
    :data:`casefile.store.source_facets.SOURCE_FACETS`.
    """
    scope = Scope(case_id, words, chosen)
    tests = source_tests(reader, scope)
    apart = order.by != _NEWEST.by and _is_part(scope)
    return read_ids(reader, _narrowed(SourceListing, SOURCE_SORTS, order, tests, apart=apart))


def action_ids(
    reader: Reader,
    case_id: int | None = None,
    words: str = "",
    order: Order = _NEWEST_DECISION,
    chosen: Chosen = _NOTHING_CHOSEN,
) -> Ids:
    """The actions, newest decision first, undated ones last; of a case file, or those that a query finds.

    ``chosen`` are values of :data:`casefile.store.action_facets.ACTION_FACETS`.
    """
    scope = Scope(case_id, words, chosen)
    tests = action_tests(reader, scope)
    apart = order.by != _NEWEST_DECISION.by and _is_part(scope)
    return read_ids(reader, _narrowed(ActionListing, ACTION_SORTS, order, tests, apart=apart))


def quote_ids(
    reader: Reader,
    case_id: int | None = None,
    order: Order = _BY_SOURCE,
    words: str = "",
    chosen: Chosen = _NOTHING_CHOSEN,
) -> Ids:
    """The quotes source by source, in the order in which they were accepted.

    ``chosen`` are values of :data:`casefile.store.quote_facets.QUOTE_FACETS`.
    """
    scope = Scope(case_id, words, chosen)
    tests = quote_tests(reader, scope)
    apart = order.by != _BY_SOURCE.by and _is_part(scope)
    return read_ids(reader, _narrowed(QuoteListing, QUOTE_SORTS, order, tests, apart=apart))


def event_ids(reader: Reader, case_id: int | None = None, order: Order = _BY_DATE) -> Ids:
    """The timeline's events, earliest first."""
    if case_id is None:
        return read_ids(reader, _listed(EventListing, EVENT_SORTS, order))
    # Sorted here: asked for the order, SQLite goes through every event of the store by its key.
    query = select(EVENT_SORTS[order.by], EventListing.id).where(
        EventListing.is_trashed.is_(False), in_case(reader, EventListing.source_id, case_id)
    )
    found = reader.connection().execute(query).cursor.fetchall()
    return [row[1] for row in sorted(found, reverse=order.descending)]


def _listed(listing: Any, sorts: Sorts, order: Order) -> Select[int]:  # noqa: ANN401
    """What is not in the trash, in the order; an index holds both."""
    by = directed(sorts[order.by], listing.id, order)
    return select(listing.id).where(listing.is_trashed.is_(False)).order_by(*by)


def _is_part(scope: Scope) -> bool:
    """Whether it is a part of the list by what stands in the records, not by words."""
    return scope.case_id is not None or any(scope.chosen.values())


def _narrowed(
    listing: Any,  # noqa: ANN401  one of several classes
    sorts: Sorts,
    order: Order,
    tests: Tests,
    *,
    apart: bool,
) -> Select[int]:
    """The records that pass the tests, in the order.

    Where the two have nothing to do with each other (``apart``) it is found first which those are, by
    whatever index finds them: else SQLite goes by the index of the order, and looks up each record of the
    store for what the tests ask of it.
    """
    query = _listed(listing, sorts, order)
    return query.where(listing.id.in_(select(listing.id).where(*tests)) if apart else and_(*tests))


def directed(
    column: InstrumentedAttribute[Any], id_: InstrumentedAttribute[int], order: Order
) -> tuple[ColumnElement[Any], ColumnElement[int]]:
    """What to order by: the column, then the id, both the same way."""
    return (column.desc(), id_.desc()) if order.descending else (column.expression, id_.expression)


def read_ids(reader: Reader, query: Select[int] | CompoundSelect[int]) -> Ids:
    """The ids that a query finds, in its order, all in one value.

    For each row SQLite's driver lets other threads have Python and waits until it gets it back: with a window
    at work 100,000 rows take several times as long. An aggregate of this kind takes the rows in the order of
    the query in it (https://sqlite.org/optoverview.html#the_omit_order_by_optimization).
    """
    ids = query.subquery().c[0]
    return listed_ids(reader.scalar(select(func.json_group_array(ids))) or "[]")
