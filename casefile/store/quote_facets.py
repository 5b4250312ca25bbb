"""The facets of quotes: speaker, role, language and year of the source, tag. Reading only."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select

from casefile.store.case_scope import in_case
from casefile.store.facets import (
    UNKNOWN,
    Facet,
    FacetValues,
    Scope,
    Tests,
    by_year,
    in_years,
    narrowing,
    read_values,
)
from casefile.store.schema.listing import QuoteListing, SourceListing
from casefile.store.schema.record import Quote, Speaker
from casefile.store.search import matching_ids, parse
from casefile.store.search.fields import Record
from casefile.store.store import Reader
from casefile.store.tag_facet import tag_facet
from casefile.store.tags import Tagged

NOBODY = "not named"


def quote_tests(reader: Reader, scope: Scope, *, but: str = "") -> list[ColumnElement[bool]]:
    """Tests of :class:`QuoteListing` for what the scope leaves, the choices of one facet left out."""
    tests: list[ColumnElement[bool]] = [QuoteListing.is_trashed.is_(False)]
    if scope.case_id is not None:
        tests.append(in_case(reader, QuoteListing.source_id, scope.case_id))
    asked = parse(scope.words).query
    if not asked.is_empty:
        found = matching_ids(reader, asked, Record.QUOTE, tests_trash=False)
        tests.append(QuoteListing.id.in_(found))
    return [*tests, *narrowing(QUOTE_FACETS, scope.chosen, but=but)]


def quote_facet(reader: Reader, name: str, scope: Scope, typed: str = "") -> FacetValues:
    """The values of one facet with their counts; ``KeyError`` for a facet that there is not."""
    return read_values(reader, QUOTE_FACETS[name], quote_tests(reader, scope, but=name), typed)


def _said_by(keys: frozenset[str]) -> ColumnElement[bool]:
    ids = [int(key) for key in keys if key]
    nobody = Quote.speaker_id.is_(None) if "" in keys else false()
    return QuoteListing.id.in_(select(Quote.id).where(or_(Quote.speaker_id.in_(ids), nobody)))


def _speakers(tests: Tests) -> Select[*tuple[Any, ...]]:
    counted = (
        select(Quote.speaker_id, func.count().label("quotes"))
        .join(QuoteListing, QuoteListing.id == Quote.id)
        .where(*tests)
        .group_by(Quote.speaker_id)
        .subquery()
    )
    return select(
        func.coalesce(counted.c.speaker_id, "").label("key"),
        func.coalesce(Speaker.name, "").label("label"),
        counted.c.quotes,
    ).outerjoin_from(counted, Speaker, Speaker.id == counted.c.speaker_id)


def _in_role(keys: frozenset[str]) -> ColumnElement[bool]:
    return QuoteListing.role_key.in_(keys)


def _roles(tests: Tests) -> Select[*tuple[Any, ...]]:
    """As they stand in the first quote of each: the folded ones are in an index."""
    key, first = QuoteListing.role_key, func.min(QuoteListing.id).label("first")
    roles = select(key.label("key"), first, func.count().label("count")).where(*tests).group_by(key)
    found = roles.subquery().c
    return select(found.key, Quote.role.label("label"), found.count).join(Quote, Quote.id == found.first)


def _of_source(
    column: ColumnElement[str], among: Callable[[frozenset[str]], ColumnElement[bool]] | None = None
) -> Facet:
    """``among`` is the test of the source where there is a quicker one than that of the column's values."""

    def test(keys: frozenset[str]) -> ColumnElement[bool]:
        passes = among(keys) if among is not None else column.in_(keys)
        return QuoteListing.source_id.in_(select(SourceListing.id).where(passes))

    def counted(tests: Tests) -> Select[*tuple[Any, ...]]:
        return (
            select(column.label("key"), column.label("label"), func.count().label("count"))
            .select_from(QuoteListing)
            .join(SourceListing, SourceListing.id == QuoteListing.source_id)
            .where(*tests)
            .group_by(column)
        )

    return Facet(test, counted, lambda value: value or UNKNOWN)


_BY_DAY = _of_source(
    SourceListing.published_sort.expression,
    # Both of what there is, said so that an index which begins with it can be used.
    lambda keys: and_(
        SourceListing.is_trashed.in_((False, True)),
        in_years(SourceListing.published_sort.expression, keys),
    ),
)
QUOTE_FACETS: dict[str, Facet] = {
    "speaker": Facet(_said_by, _speakers, lambda name: name or NOBODY),
    "role": Facet(_in_role, _roles, lambda role: role or UNKNOWN),
    "language": _of_source(SourceListing.language.expression),
    "year": replace(_BY_DAY, counted=lambda tests: by_year(_BY_DAY.counted(tests))),
    "tag": tag_facet(Tagged.QUOTE),
}
