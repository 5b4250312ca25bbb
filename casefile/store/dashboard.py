"""What a case file, or the whole store, comes to: figures, sums over time and by party, what is open ahead.

From the accepted record only. Reading only.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import ColumnElement, case, func, select

from casefile.store.case_scope import case_actions, in_case
from casefile.store.dashboard_rows import Dashboard, Deadline, OpenAppeal, Parties, PartySums, Period
from casefile.store.dashboard_sums import LedgerSums, Months
from casefile.store.news import news_of
from casefile.store.plain_sql import stream
from casefile.store.remembered import remembered
from casefile.store.schema.details import Appeal
from casefile.store.schema.listing import ActionListing, SourceListing
from casefile.store.schema.record import Action, Measure
from casefile.store.search.figures_of_actions import OPEN_APPEALS, with_open_appeal
from casefile.store.store import Reader
from casefile.store.tallies import Adding, Tally
from casefile.terms import PartyRole

MOST = 8
"""Parties, appeals and deadlines that are named; the rest is counted."""
QUARTERS_OF_YEARS = 3
"""As many years are shown quarter by quarter, where every date tells its quarter."""
_NAMES = "SELECT id, name FROM party WHERE id IN ({marks})"


def dashboard(reader: Reader, case_id: int | None, today: date) -> Dashboard:
    """Of the case file, or of the whole store; deadlines from ``today`` on.

    It is added up once until something changes: of a whole store that takes a good part of a second.
    """
    return remembered(reader, ("dashboard", case_id, today), lambda: _added_up(reader, case_id, today))


def _added_up(reader: Reader, case_id: int | None, today: date) -> Dashboard:
    sums = LedgerSums(reader, case_id)
    by_months = sums.by_months()
    sources, independent, waiting = _source_counts(reader, case_id)
    deadlines = _deadlines(reader, case_id, today)
    return Dashboard(
        actions=_count(reader, case_id),
        sources=sources,
        independent=independent,
        waiting=waiting,
        conflicts=_count(reader, case_id, ActionListing.has_conflict.is_(True)),
        missing=sums.missing(),
        undated=sums.undated(),
        tallies=_whole(by_months, daily=False),
        daily=_whole(by_months, daily=True),
        periods=_periods({months: adding for (months, daily), adding in by_months.items() if not daily}),
        authorities=_parties(sums, (PartyRole.AUTHORITY, PartyRole.LEAD_AUTHORITY)),
        respondents=_parties(sums, (PartyRole.RESPONDENT,)),
        appeals=_appeals(reader, case_id),
        appeal_count=_count(reader, case_id, ActionListing.id.in_(with_open_appeal())),
        deadlines=tuple(deadlines[:MOST]),
        deadline_count=len(deadlines),
        news=news_of(reader, case_id),
    )


def _whole(by_months: Mapping[tuple[Months, bool], Adding], *, daily: bool) -> tuple[Tally, ...]:
    whole = Adding()
    for (_, is_daily), adding in by_months.items():
        if is_daily is daily:
            whole.merge(adding)
    return whole.tallies()


def _periods(by_months: Mapping[Months, Adding]) -> dict[str, tuple[Period, ...]]:
    """Sums by currency and by the year or quarter of the decision."""
    dated = {months: adding for months, adding in by_months.items() if months.year and adding.tallies()}
    by_quarter = _tell_quarters(dated)
    groups: dict[str, Adding] = defaultdict(Adding)
    for months, adding in dated.items():
        groups[months.quarter if by_quarter else months.year].merge(adding)
    by_currency: dict[str, dict[str, Tally]] = defaultdict(dict)
    for name, adding in groups.items():
        for tally in adding.tallies():
            by_currency[tally.currency][name] = tally
    order = _run(sorted(groups), by_quarter=by_quarter)
    return {
        currency: tuple(Period(name, found.get(name) or Tally(currency, 0, 0, 0, 0, 0)) for name in order)
        for currency, found in by_currency.items()
    }


def _tell_quarters(dated: Iterable[Months]) -> bool:
    years = {int(months.year) for months in dated}
    few = bool(years) and max(years) - min(years) < QUARTERS_OF_YEARS
    return few and all(months.quarter for months in dated)


def _run(names: Sequence[str], *, by_quarter: bool) -> list[str]:
    """Every period from the first to the last."""
    if not names:
        return []
    years = range(int(names[0][:4]), int(names[-1][:4]) + 1)
    if not by_quarter:
        return [f"{year:04d}" for year in years]
    quarters = [f"{year:04d}-Q{quarter}" for year in years for quarter in range(1, 5)]
    return quarters[quarters.index(names[0]) : quarters.index(names[-1]) + 1]


def _parties(sums: LedgerSums, roles: Sequence[PartyRole]) -> Parties:
    counts = sums.party_counts(roles)
    names = dict(stream(sums.reader, _NAMES, [id_ for id_, _ in counts.most_common(4 * MOST)]))
    chosen = sorted(names, key=lambda id_: (-counts[id_], names[id_]))[:MOST]
    tallies = sums.by_party(roles, chosen)
    shown = tuple(PartySums(id_, names[id_], counts[id_], tallies.get(id_, ())) for id_ in chosen)
    return Parties(shown, len(counts) - len(shown))


def _listed(case_id: int | None) -> list[ColumnElement[bool]]:
    """What keeps the actions of the case file that are not in the trash."""
    tests: list[ColumnElement[bool]] = [ActionListing.is_trashed.is_(False)]
    return tests if case_id is None else [*tests, ActionListing.id.in_(case_actions(case_id))]


def _count(reader: Reader, case_id: int | None, *tests: ColumnElement[bool]) -> int:
    return reader.scalar(select(func.count()).where(*_listed(case_id), *tests)) or 0


def _source_counts(reader: Reader, case_id: int | None) -> tuple[int, int, int]:
    """Sources, independent ones, proposals that wait in them."""
    tests: list[ColumnElement[bool]] = [SourceListing.is_trashed.is_(False)]
    if case_id is not None:
        tests.append(in_case(reader, SourceListing.id, case_id))
    waiting = func.coalesce(func.sum(SourceListing.waiting), 0)
    latest = func.sum(case((SourceListing.is_superseded, 0), else_=1)) if case_id is None else func.count()
    counted = select(func.coalesce(latest, 0), func.count(SourceListing.cluster_id.distinct()), waiting)
    sources, independent, open_ = reader.execute(counted.where(*tests)).one()
    return sources, independent, open_


def _appeals(reader: Reader, case_id: int | None) -> tuple[OpenAppeal, ...]:
    return _open_appeals(reader, *_listed(case_id), most=MOST)


def open_appeals(reader: Reader, action_ids: Sequence[int]) -> tuple[OpenAppeal, ...]:
    """Of these actions: those that have been open longest first, those without a date last."""
    return _open_appeals(reader, Action.id.in_(action_ids))


def _open_appeals(
    reader: Reader, *tests: ColumnElement[bool], most: int | None = None
) -> tuple[OpenAppeal, ...]:
    rows = reader.execute(
        select(Action.id, Action.title, Appeal.to_body, Appeal.dated)
        .join(ActionListing, ActionListing.id == Action.id)
        .outerjoin(Appeal, (Appeal.action_id == Action.id) & Appeal.status.in_(OPEN_APPEALS))
        .where(Action.id.in_(with_open_appeal()), *tests)
        .order_by(Appeal.dated.is_(None), Appeal.dated, Action.title)
        .limit(most)
    )
    return tuple(OpenAppeal(id_, title, court or "", since) for id_, title, court, since in rows)


def _deadlines(reader: Reader, case_id: int | None, today: date) -> list[Deadline]:
    """Those that may still lie ahead, the next first."""
    rows = reader.execute(
        select(Action.id, Action.title, Measure.kind, Measure.deadline)
        .join(Measure, Measure.action_id == Action.id)
        .join(ActionListing, ActionListing.id == Action.id)
        .where(Measure.deadline.is_not(None), *_listed(case_id))
    )
    ahead = [
        Deadline(id_, title, kind, day)
        for id_, title, kind, day in rows
        if day is not None and day.latest >= today
    ]
    return sorted(ahead, key=lambda deadline: (deadline.day.latest, deadline.title))
