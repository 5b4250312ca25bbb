"""The facets of sources: kind, outlet, language, year, tag. Reading only."""

from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, text
from sqlalchemy.orm import InstrumentedAttribute

from casefile.store.case_scope import in_case
from casefile.store.facets import UNKNOWN, Facet, FacetValues, Scope, Tests, in_years, narrowing, read_values
from casefile.store.schema.evidence import Source
from casefile.store.schema.listing import SourceListing
from casefile.store.search import matching_ids, parse
from casefile.store.search.fields import Record
from casefile.store.store import Reader
from casefile.store.tag_facet import tag_facet
from casefile.store.tags import Tagged
from casefile.terms import SourceKind, label

NOT_SUPERSEDED = SourceListing.id.not_in(select(SourceListing.id).where(text("is_superseded")))


def source_tests(reader: Reader, scope: Scope, *, but: str = "") -> list[ColumnElement[bool]]:
    """Tests of :class:`SourceListing` for what the scope leaves, the choices of one facet left out.

    Of versions the latest, but in a case file all of those that are there.
    """
    tests: list[ColumnElement[bool]] = [SourceListing.is_trashed.is_(False)]
    if scope.case_id is not None:
        tests.append(in_case(reader, SourceListing.id, scope.case_id))
    else:
        tests.append(NOT_SUPERSEDED)
    asked = parse(scope.words).query
    if not asked.is_empty:
        tests.append(SourceListing.id.in_(matching_ids(reader, asked, Record.SOURCE)))
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
    """By the folded name; the label is one of those that are printed."""

    def counted(tests: Tests) -> Select[*tuple[Any, ...]]:
        printed = func.min(Source.outlet).label("label")
        query = select(key.label("key"), printed, func.count().label("count")).select_from(SourceListing)
        return query.join(Source, Source.id == SourceListing.id).where(*tests).group_by(key)

    return Facet(key.in_, counted, lambda outlet: outlet or UNKNOWN)


SOURCE_FACETS: dict[str, Facet] = {
    "kind": _kinds(),
    "outlet": _outlets(SourceListing.outlet_key),
    "language": _of_column(SourceListing.language.expression),
    "year": replace(
        _of_column(func.substr(SourceListing.published_sort, 1, 4)),
        test=lambda keys: in_years(SourceListing.published_sort.expression, keys),
    ),
    "tag": tag_facet(Tagged.SOURCE),
}
