"""The facets of actions: case file, parties, year, kind, status, currency, tag. Reading only."""

from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from casefile.store.case_scope import case_actions
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
from casefile.store.parties import family
from casefile.store.rows import status_label
from casefile.store.schema.listing import ActionListing
from casefile.store.schema.record import ActionParty, CaseFile, CaseFileAction, Party, canonical_id
from casefile.store.search import matching_ids, parse
from casefile.store.search.fields import Record
from casefile.store.store import Reader
from casefile.store.tag_facet import tag_facet
from casefile.store.tags import Tagged
from casefile.terms import ActionKind, PartyRole, label


def action_tests(reader: Reader, scope: Scope, *, but: str = "") -> list[ColumnElement[bool]]:
    """Tests of :class:`ActionListing` for what the scope leaves, the choices of one facet left out."""
    tests: list[ColumnElement[bool]] = [ActionListing.is_trashed.is_(False)]
    if scope.case_id is not None:
        tests.append(ActionListing.id.in_(case_actions(scope.case_id)))
    asked = parse(scope.words).query
    if not asked.is_empty:
        found = matching_ids(reader, asked, Record.ACTION, tests_trash=False)
        tests.append(ActionListing.id.in_(found))
    return [*tests, *narrowing(ACTION_FACETS, scope.chosen, but=but)]


def action_facet(reader: Reader, name: str, scope: Scope, typed: str = "") -> FacetValues:
    """The values of one facet with their counts; ``KeyError`` for a facet that there is not."""
    return read_values(reader, ACTION_FACETS[name], action_tests(reader, scope, but=name), typed)


def _of_column(column: ColumnElement[Any]) -> Facet:
    def counted(tests: Tests) -> Select[*tuple[Any, ...]]:
        return (
            select(column.label("key"), column.label("label"), func.count().label("count"))
            .where(*tests)
            .group_by(column)
        )

    return Facet(column.in_, counted)


def _with_labels(column: InstrumentedAttribute[str], words: Any) -> Facet:  # noqa: ANN401  a function
    plain = _of_column(column.expression)
    return Facet(plain.test, plain.counted, lambda code: words(code) if code else UNKNOWN)


def _of_roles(*roles: PartyRole) -> Facet:
    """By the party after merges; actions that name none in the roles have no value."""
    canonical = aliased(Party)

    def test(keys: frozenset[str]) -> ColumnElement[bool]:
        members = family(select(Party.id).where(Party.id.in_([int(key) for key in keys])))
        return ActionListing.id.in_(
            select(ActionParty.action_id).where(
                ActionParty.role.in_(roles), ActionParty.party_id.in_(members)
            )
        )

    def counted(tests: Tests) -> Select[*tuple[Any, ...]]:
        linked = (
            select(canonical_id().label("party_id"), ActionParty.action_id)
            .select_from(ActionListing)
            .join(ActionParty, ActionParty.action_id == ActionListing.id)
            .join(Party, Party.id == ActionParty.party_id)
            .where(ActionParty.role.in_(roles), *tests)
            .subquery()
        )
        return (
            select(canonical.id, canonical.name, func.count(linked.c.action_id.distinct()).label("count"))
            .join(linked, linked.c.party_id == canonical.id)
            .group_by(canonical.id)
        )

    return Facet(test, counted)


def _cases(tests: Tests) -> Select[*tuple[Any, ...]]:
    return (
        select(CaseFile.id, CaseFile.title, func.count().label("count"))
        .join(CaseFileAction, CaseFileAction.case_file_id == CaseFile.id)
        .join(ActionListing, ActionListing.id == CaseFileAction.action_id)
        .where(CaseFile.trashed_at.is_(None), *tests)
        .group_by(CaseFile.id)
    )


YEAR = func.substr(ActionListing.decided_sort, 1, 4)
_BY_DAY = _of_column(ActionListing.decided_sort.expression)
ACTION_FACETS: dict[str, Facet] = {
    "case": Facet(lambda keys: ActionListing.id.in_(case_actions(*map(int, keys))), _cases),
    "authority": _of_roles(PartyRole.AUTHORITY, PartyRole.LEAD_AUTHORITY),
    "respondent": _of_roles(PartyRole.RESPONDENT),
    "year": Facet(
        lambda keys: in_years(ActionListing.decided_sort.expression, keys),
        lambda tests: by_year(_BY_DAY.counted(tests)),
        lambda year: year or UNKNOWN,
    ),
    "kind": _with_labels(ActionListing.kind, lambda code: label(ActionKind(code))),
    "status": _with_labels(ActionListing.status, status_label),
    "currency": _with_labels(ActionListing.currency, str),
    "tag": tag_facet(Tagged.ACTION),
}
