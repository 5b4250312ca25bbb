"""Everything dated that belongs on a timeline, as queries of ids: events, actions' dates, ledgers, appeals.

An id above zero is a timeline event's own. Dates that belong to an action have no record of their own: their
ids are below zero and hold the row that has the date (:class:`DatedRow`). Imports the schema; reading only.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    FromClause,
    Integer,
    Select,
    String,
    Text,
    and_,
    case,
    func,
    literal,
    literal_column,
    or_,
    select,
    union_all,
)

from casefile.store.case_scope import case_sources
from casefile.store.plain_sql import fetch, first, in_words, listed_ids
from casefile.store.schema.details import Appeal
from casefile.store.schema.evidence import Claim
from casefile.store.schema.listing import ActionListing, EventListing, SourceListing
from casefile.store.schema.record import Action, CaseFileAction, LedgerEntry, Measure
from casefile.store.store import Reader
from casefile.terms import ClaimState, LedgerBasis

DECIDED = "decided"
ACTION_DATES = (
    DECIDED, "conduct", "opened", "notified", "announced", "published", "effective", "final",
)  # fmt: skip
"""The fields of an action that are dates in the course of it."""
_FURTHER = ACTION_DATES[1:]
LEDGER, APPEAL = "ledger_entry", "appeal"
_CODES = (*ACTION_DATES, LEDGER, APPEAL)
_STRIDE = 16
"""Room for the codes in an id."""
_SAME_DAY = ("announced", "published")
"""Dates that say nothing new where they are the day of the decision."""


class DatedRow(NamedTuple):
    """What an id below zero stands for: a field of an action (``row_id``), a ledger entry or an appeal."""

    what: str
    row_id: int


def dated_row(id_: int) -> DatedRow:
    """The row behind an id below zero."""
    row_id, code = divmod(-id_, _STRIDE)
    return DatedRow(_CODES[code], row_id)


def id_of(what: str, row_id: int) -> int:
    """The id of a row's date on the timeline."""
    return -(row_id * _STRIDE + _CODES.index(what))


@dataclass(frozen=True)
class Scope:
    """What a statement asks for: of a case file or of the whole store, with dates or those that have none.

    One statement serves every case file, whose id and sources (a JSON list) it asks for as its first and its
    second value: to make it takes as long as to look through thousands of dates.
    """

    of_case: bool = False
    dated: bool = True


EVERYTHING = Scope()
_CASE_ID, _SOURCES, _LIMIT = "?1", "?2", "?3"


def ids_in_order(
    reader: Reader, case_id: int | None, sort: str, *, descending: bool = False, limit: int = -1
) -> list[int]:
    """Everything dated in the order of ``date``, ``about`` or ``source``, no more of it than ``limit``."""
    statement = statement_in_order(Scope(case_id is not None), sort, descending=descending)
    sources = case_sources(reader, case_id) if case_id is not None else ""
    return listed_ids(first(reader, statement, (case_id, sources, limit)))


@lru_cache(maxsize=64)
def statement_in_order(scope: Scope, sort: str, *, descending: bool) -> str:
    """The statement for that, all ids in one value; it asks for the limit as its third value.

    An index holds the events of the whole store in their order. Only what is left is sorted: else SQLite
    sorts each kind of date by itself, and hands every event on from one to the next. Those of a case file are
    looked for first: asked for their order, SQLite would go through the events of the whole store.
    """
    few = union_all(*_of_actions(scope, sort), *_of_further_dates(scope, sort)).subquery().c
    events = _of_events(scope, sort)
    if scope.of_case:
        events = select(events.cte("event").prefix_with("MATERIALIZED"))
    key, id_ = literal_column("2", Text), literal_column("1", Integer)
    order = (key.desc(), id_.desc()) if descending else (key, id_)
    rest: Select[Any] = select(few[0].label("id"), few[1].label("sort_key"))
    both = union_all(rest, events).order_by(*order)
    return f"SELECT json_group_array(id) FROM ({in_words(both)} LIMIT {_LIMIT})"  # noqa: S608  our own words


def make_statements() -> None:
    """Makes what is asked of a case file by date, before somebody asks it; from any thread."""
    for descending in (False, True):
        statement_in_order(Scope(of_case=True), "date", descending=descending)
    for dated in (True, False):
        _counts(Scope(of_case=True, dated=dated))
    _count_of_events(Scope(of_case=True))


def undated_ids(reader: Reader, case_id: int | None, limit: int) -> list[int]:
    """Decisions and sums without a date, in the order of their titles."""
    scope = Scope(case_id is not None, dated=False)
    query = union_all(*_of_actions(scope, "about")).order_by(literal_column("2")).limit(limit)
    return [row[0] for row in fetch(reader, in_words(query), _of(case_id))]


def _of(case_id: int | None) -> tuple[int, ...]:
    """What a statement asks for that needs no sources."""
    return () if case_id is None else (case_id,)


# To make these takes longer than to ask them, and they are asked after every write.
@lru_cache(maxsize=64)
def _of_actions(scope: Scope, sort: str) -> Sequence[Select[Any]]:
    """Those of the dates that most actions have, and of appeals."""
    found = (_of_decisions(scope, sort), _of_ledgers(scope, sort))
    return (*found, _of_appeals(scope, sort)) if scope.dated else found


def count_dates(reader: Reader, case_id: int | None = None, *, dated: bool = True) -> int:
    """How many dates there are: of a case file, of those that have none."""
    scope = Scope(case_id is not None, dated)
    counted: int = sum(first(reader, count, _of(case_id)) for count in _counts(scope))
    if dated:
        sources = () if case_id is None else (case_id, case_sources(reader, case_id))
        counted += first(reader, _count_of_events(scope), sources)
    return counted


@lru_cache(maxsize=64)
def _counts(scope: Scope) -> Sequence[str]:
    """Of the dates of actions: those of a case file at one go, as those that few actions have."""
    found, few = _of_actions(scope, "date"), _of_further_dates(scope, "date") if scope.dated else ()
    if scope.of_case:
        return (_count(union_all(*found, *few)),)
    counted = tuple(_count(query) for query in found)
    return (*counted, _count(union_all(*few))) if few else counted


@lru_cache(maxsize=64)
def _count_of_events(scope: Scope) -> str:
    return _count(_of_events(scope, "date"))


def _count(query: Select[Any] | CompoundSelect[Any]) -> str:
    return in_words(select(func.count()).select_from(query.subquery()))


def first_day(edtf: ColumnElement[Any]) -> ColumnElement[str]:
    """The first day that an EDTF text may mean, as :func:`casefile.store.sources.sort_key` gives it."""
    month = func.substr(edtf, 6, 2)
    begins = case(
        {"21": "03", "22": "06", "23": "09", "24": "12", "33": "01", "34": "04", "35": "07", "36": "10"},
        value=month,
        else_=month,
    )
    has_month, has_day = func.substr(edtf, 5, 1) == "-", func.substr(edtf, 8, 1) == "-"
    day = case((has_day, func.substr(edtf, 9, 2)), else_="01")
    return case(
        (func.substr(edtf, 1, 2) == "..", "0001-01-01"),
        (has_month, func.substr(edtf, 1, 5).op("||")(begins).op("||")("-").op("||")(day)),
        else_=func.substr(edtf, 1, 4).op("||")("-01-01"),
    )


def _of_events(scope: Scope, sort: str) -> Select[Any]:
    keys: dict[str, Any] = {
        "date": EventListing.dated_sort, "about": EventListing.about_key, "source": EventListing.source_key,
    }  # fmt: skip
    query = select(EventListing.id, keys[sort]).where(EventListing.is_trashed.is_(False))
    if not scope.of_case:
        return query
    sources = func.json_each(literal_column(_SOURCES)).table_valued("value")
    return query.where(EventListing.source_id.in_(select(sources.c.value)))


def _of_decisions(scope: Scope, sort: str) -> Select[Any]:
    """What the action itself is about; of the whole store an index holds it."""
    if scope == EVERYTHING:
        id_, date = ActionListing.id, ActionListing.decided_sort
        query = select(_id(id_, DECIDED), _key(sort, date, ActionListing.title_key, id_))
        return query.where(date != "", ActionListing.is_trashed.is_(False))
    found = _actions(scope.of_case).c
    query = select(_id(found.id, DECIDED), _key(sort, found.decided_sort, found.title_key, found.id))
    return query.where(found.decided_sort != "" if scope.dated else found.decided_sort == "")


def _of_further_dates(scope: Scope, sort: str) -> Sequence[Select[Any]]:
    """Few actions have any: they are looked for once, not once for each date."""
    actions = _actions(scope.of_case)
    some = select(actions).where(func.coalesce(*(actions.c[name] for name in _FURTHER)).is_not(None))
    found = some.cte("dated_action").c
    return [_of_further_date(found, name, sort) for name in _FURTHER]


def _of_further_date(found: Any, name: str, sort: str) -> Select[Any]:  # noqa: ANN401
    date = found[name]
    key = _key(sort, first_day(_text(date)), found.title_key, found.id)
    query = select(_id(found.id, name), key).where(date.is_not(None))
    if name in _SAME_DAY:
        query = query.where(or_(found.decided.is_(None), date != found.decided))
    return query


def _of_ledgers(scope: Scope, sort: str) -> Select[Any]:
    """A sum imposed on the day of the decision belongs to the decision.

    The plus keeps SQLite from going through every sum of the store for those of a case file.
    """
    measure_id = literal_column(f"+{Measure.__tablename__}.id") if scope.of_case else Measure.id
    actions = _actions(scope.of_case)
    imposed = LedgerEntry.basis == LedgerBasis.IMPOSED
    part_of_decision = and_(imposed, LedgerEntry.dated == actions.c.decided) if scope.dated else imposed
    key = _key(sort, first_day(_text(LedgerEntry.dated)), actions.c.title_key, actions.c.id)
    return (
        select(_id(LedgerEntry.id, LEDGER), key)
        .select_from(LedgerEntry)
        .join(Measure, measure_id == LedgerEntry.measure_id)
        .join(actions, actions.c.id == Measure.action_id)
        .where(LedgerEntry.is_live, func.coalesce(part_of_decision, 0) == 0)
        .where(LedgerEntry.dated.is_not(None) if scope.dated else LedgerEntry.dated.is_(None))
    )


def _of_appeals(scope: Scope, sort: str) -> Select[Any]:
    actions = _actions(scope.of_case)
    key = _key(sort, first_day(_text(Appeal.dated)), actions.c.title_key, actions.c.id)
    query = (
        select(_id(Appeal.id, APPEAL), key)
        .select_from(Appeal)
        .join(actions, actions.c.id == Appeal.action_id)
    )
    return query.where(Appeal.dated.is_not(None))


@lru_cache(maxsize=64)
def _actions(of_case: bool) -> FromClause:
    """The actions outside the trash with what their dates are compared and sorted by.

    Those of a case file are looked up once, not once for each kind of date. Of the whole store the plus keeps
    SQLite from going through every action for a few dates.
    """
    columns = [getattr(Action, name) for name in ("decided", *_FURTHER)]
    query = (
        select(Action.id, *columns, ActionListing.decided_sort, ActionListing.title_key)
        .join(ActionListing, ActionListing.id == Action.id)
        .where(literal_column(f"+{ActionListing.__tablename__}.is_trashed") == 0)
    )
    if not of_case:
        return query.subquery()
    its_own = select(CaseFileAction.action_id).where(CaseFileAction.case_file_id == literal_column(_CASE_ID))
    return query.where(Action.id.in_(its_own)).cte("case_action").prefix_with("MATERIALIZED")


def _id(column: Any, what: str) -> Any:  # noqa: ANN401
    return -(column * _STRIDE + literal(_CODES.index(what)))


def _key(sort: str, date: Any, title: Any, action_id: Any) -> Any:  # noqa: ANN401  columns of several types
    if sort == "date":
        return date
    return title if sort == "about" else _source_key(action_id)


def _source_key(action_id: Any) -> Any:  # noqa: ANN401
    """The title of the first source that says something of the action."""
    return func.coalesce(
        select(SourceListing.title_key)
        .join(Claim, Claim.source_id == SourceListing.id)
        .where(
            Claim.record_table == "action",
            Claim.record_id == action_id,
            Claim.state == ClaimState.ACCEPTED,
        )
        .order_by(Claim.id)
        .limit(1)
        .scalar_subquery(),
        "",
    )


def _text(column: Any) -> ColumnElement[Any]:  # noqa: ANN401
    """The date as the text that it is in the table."""
    return func.coalesce(column, "", type_=String)
