"""The facets of sources: kind, outlet, language, year, tag. Reading only."""

from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, text
from sqlalchemy.orm import InstrumentedAttribute

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
from casefile.store.schema.evidence import Source
from casefile.store.schema.listing import SourceListing
from casefile.store.search import matching_ids, parse
from casefile.store.search.fields import Record
from casefile.store.store import Reader
from casefile.store.tag_facet import tag_facet
from casefile.store.tags import Tagged
from casefile.terms import SourceKind, label

_SUPERSEDED = select(SourceListing.id).where(text("is_superseded"))
"""Said in the words of a partial index: there are few that are."""


def not_superseded(reader: Reader) -> list[ColumnElement[bool]]:
    """The test of :class:`SourceListing` for the latest versions; none where no source has an earlier one.

    To test each of 100,000 sources takes as long as to go through them.
    """
    return [SourceListing.id.not_in(_SUPERSEDED)] if reader.scalar(_SUPERSEDED.limit(1)) is not None else []


def source_tests(reader: Reader, scope: Scope, *, but: str = "") -> list[ColumnElement[bool]]:
    """Tests of :class:`SourceListing` for what the scope leaves, the choices of one facet left out.

    Of versions the latest, but in a case file all of those that are there.
    """
    tests: list[ColumnElement[bool]] = [SourceListing.is_trashed.is_(False)]
    if scope.case_id is not None:
        tests.append(in_case(reader, SourceListing.id, scope.case_id))
    else:
        tests += not_superseded(reader)
    asked = parse(scope.words).query
    if not asked.is_empty:
        found = matching_ids(reader, asked, Record.SOURCE, tests_trash=False)
        tests.append(SourceListing.id.in_(found))
    return [*tests, *narrowing(SOURCE_FACETS, scope.chosen, but=but)]


def source_facet(reader: Reader, name: str, scope: Scope, typed: str = "") -> FacetValues:
    """The values of one facet with their counts; ``KeyError`` for a facet that there is not."""
    return read_values(reader, SOURCE_FACETS[name], source_tests(reader, scope, but=name), typed)


def _of_column(column: ColumnElement[str]) -> Facet:
    def counted(tests: Tests) -> Select[*tuple[Any, ...]]:
        query = select(column.label("key"), column.label("label"), func.count().label("count"))
        return query.where(*tests).group_by(column)

    return Facet(column.in_, counted, lambda value: value or UNKNOWN)


def _kinds() -> Facet:
    plain = _of_column(SourceListing.kind.expression)
    return Facet(plain.test, plain.counted, lambda code: label(SourceKind(code)))


def _outlets(key: InstrumentedAttribute[str]) -> Facet:
    """By the folded name; the label is the printed one of the first source.

    The names are in an index: only of one source for each it is looked up how it prints its own.
    """

    def counted(tests: Tests) -> Select[*tuple[Any, ...]]:
        first = func.min(SourceListing.id).label("first")
        keys = select(key.label("key"), first, func.count().label("count")).where(*tests).group_by(key)
        found = keys.subquery().c
        return select(found.key, Source.outlet.label("label"), found.count).join(
            Source, Source.id == found.first
        )

    return Facet(key.in_, counted, lambda outlet: outlet or UNKNOWN)


_BY_DAY = _of_column(SourceListing.published_sort.expression)
SOURCE_FACETS: dict[str, Facet] = {
    "kind": _kinds(),
    "outlet": _outlets(SourceListing.outlet_key),
    "language": _of_column(SourceListing.language.expression),
    "year": Facet(
        lambda keys: in_years(SourceListing.published_sort.expression, keys),
        lambda tests: by_year(_BY_DAY.counted(tests)),
        lambda year: year or UNKNOWN,
    ),
    "tag": tag_facet(Tagged.SOURCE),
}
