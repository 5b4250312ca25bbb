"""Lists under headings: actions by authority, respondent, year or case file, quotes by speaker. Reading only.

A record stands under each of its values: an action against two respondents under both.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import aliased

from casefile.store.action_facets import YEAR, action_tests
from casefile.store.derived import chunks
from casefile.store.facets import UNKNOWN, Scope
from casefile.store.listing_rows import present_amounts
from casefile.store.lists import ACTION_SORTS, QUOTE_SORTS, Ids, Order, directed
from casefile.store.quote_facets import NOBODY, quote_tests
from casefile.store.schema.listing import ActionListing, QuoteListing
from casefile.store.schema.record import (
    ActionParty,
    CaseFile,
    CaseFileAction,
    LedgerEntry,
    Measure,
    Party,
    Quote,
    Speaker,
    canonical_id,
)
from casefile.store.store import Reader
from casefile.terms import AmountScale, PartyRole
from casefile.values import Money, minor_digits

ACTION_GROUPS = ("authority", "respondent", "year", "case")
"""What actions can be grouped by."""


@dataclass(frozen=True)
class Group:
    """A heading: how many records stand below it and, of actions, what their present amounts add up to."""

    key: str
    title: str
    count: int
    sums: tuple[Money, ...] = ()
    """One for each currency, the currency with the most records first."""
    left_out: int = 0
    """Amounts that are no part of the sums: owed for each day, or without their magnitude."""


@dataclass(frozen=True)
class Grouped:
    """The ids group after group, and the groups in that order; their counts add up to the ids."""

    ids: Ids
    groups: tuple[Group, ...]


def grouped_actions(reader: Reader, by: str, scope: Scope, order: Order) -> Grouped:
    """The actions of the scope under headings; within each in the order."""
    rows = _fetch(reader, _action_rows(reader, by, scope, order))
    unsummed = _unsummed(reader)
    ids: Ids = []
    groups = []
    for key, title, some in _runs(rows):
        ids += [row[2] for row in some]
        sums, left_out = _add_up(some, unsummed)
        groups.append(Group(key, title or _UNTITLED[by], len(some), sums, left_out))
    return Grouped(ids, tuple(groups))


def grouped_quotes(reader: Reader, scope: Scope, order: Order) -> Grouped:
    """The quotes of the scope under their speakers, who come by name; within each in the order."""
    query = (
        select(Quote.speaker_id, Speaker.name, QuoteListing.id)
        .select_from(QuoteListing)
        .join(Quote, Quote.id == QuoteListing.id)
        .outerjoin(Speaker, Speaker.id == Quote.speaker_id)
        .where(*quote_tests(reader, scope))
        .order_by(
            Speaker.match_key.is_(None), Speaker.match_key, Speaker.id,
            *directed(QUOTE_SORTS[order.by], QuoteListing.id, order),
        )
    )  # fmt: skip
    ids: Ids = []
    groups = []
    for key, title, some in _runs(_fetch(reader, query)):
        ids += [row[2] for row in some]
        groups.append(Group(key, title or NOBODY, len(some)))
    return Grouped(ids, tuple(groups))


_UNTITLED = {
    "authority": "No authority named",
    "respondent": "No respondent named",
    "year": f"Year {UNKNOWN}",
    "case": "In no case file",
}


def _action_rows(reader: Reader, by: str, scope: Scope, order: Order) -> Select[*tuple[Any, ...]]:
    """Key, title, id, currency and amount, ordered by group; what has no value comes last."""
    columns = (ActionListing.id, ActionListing.currency, ActionListing.amount)
    within = directed(ACTION_SORTS[order.by], ActionListing.id, order)
    tests = action_tests(reader, scope)
    if by == "year":
        return select(YEAR, YEAR, *columns).where(*tests).order_by(YEAR.desc(), *within)
    if by == "case":
        in_case = (
            select(CaseFileAction.action_id, CaseFile.id, CaseFile.title)
            .join(CaseFile, CaseFile.id == CaseFileAction.case_file_id)
            .where(CaseFile.trashed_at.is_(None))
            .subquery()
        )
        return (
            select(in_case.c.id, in_case.c.title, *columns)
            .select_from(ActionListing)
            .outerjoin(in_case, in_case.c.action_id == ActionListing.id)
            .where(*tests)
            .order_by(in_case.c.title.is_(None), in_case.c.title, in_case.c.id, *within)
        )
    return _rows_by_party(PartyRole(by), columns, tests, within)


def _rows_by_party(
    role: PartyRole, columns: Sequence[Any], tests: Sequence[ColumnElement[bool]], within: Sequence[Any]
) -> Select[*tuple[Any, ...]]:
    canonical = aliased(Party)
    linked = (
        select(ActionParty.action_id, canonical_id().label("party_id"))
        .join(Party, Party.id == ActionParty.party_id)
        .where(ActionParty.role == role)
        .distinct()
        .subquery()
    )
    return (
        select(canonical.id, canonical.name, *columns)
        .select_from(ActionListing)
        .outerjoin(linked, linked.c.action_id == ActionListing.id)
        .outerjoin(canonical, canonical.id == linked.c.party_id)
        .where(*tests)
        .order_by(canonical.match_key.is_(None), canonical.match_key, canonical.id, *within)
    )


def _fetch(reader: Reader, query: Select[*tuple[Any, ...]]) -> list[Any]:
    """Straight from the cursor: see :mod:`casefile.store.lists`."""
    return list(reader.connection().execute(query).cursor.fetchall())


def _runs(rows: Iterable[Any]) -> Iterator[tuple[str, str, list[Any]]]:
    """The rows that follow each other with one key: that key, its title, the rows."""
    run: list[Any] = []
    for row in rows:
        if run and run[0][0] != row[0]:
            yield _text(run[0][0]), run[0][1] or "", run
            run = []
        run.append(row)
    if run:
        yield _text(run[0][0]), run[0][1] or "", run


def _text(key: object) -> str:
    return "" if key is None else str(key)


def _add_up(rows: Sequence[Any], unsummed: set[int]) -> tuple[tuple[Money, ...], int]:
    """The listing keeps amounts as real numbers: each is made whole minor units before it is added."""
    amounts: dict[str, list[float]] = {}
    left_out = 0
    for _, _, id_, currency, amount in rows:
        if amount is None:
            continue
        if id_ in unsummed or not currency:
            left_out += 1
        else:
            amounts.setdefault(currency, []).append(amount)
    ordered = sorted(amounts, key=lambda currency: (-len(amounts[currency]), currency))
    return tuple(_sum(amounts[currency], currency) for currency in ordered), left_out


def _sum(amounts: Sequence[float], currency: str) -> Money:
    units: int = 10 ** minor_digits(currency)
    return Money(sum(round(amount * units) for amount in amounts), currency)


def _unsummed(reader: Reader) -> set[int]:
    """The actions whose present amount is owed for each day, or lacks its magnitude."""
    suspects = reader.scalars(
        select(Measure.action_id)
        .join(LedgerEntry, LedgerEntry.measure_id == Measure.id)
        .where(LedgerEntry.is_live, or_(LedgerEntry.per != "", LedgerEntry.scale == AmountScale.MISSING))
    )
    return {
        id_
        for ids in chunks(set(suspects))
        for id_, entry in present_amounts(reader, ids).items()
        if entry.per or entry.scale is AmountScale.MISSING
    }
