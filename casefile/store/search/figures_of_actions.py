"""Which actions have sums, deadlines and appeals of some kind, as statements that give ids.

What an overview counts is found again by a query: both ask here.
"""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select
from sqlalchemy.orm import Session

from casefile.store.penalty import COUNTED
from casefile.store.schema.details import Appeal
from casefile.store.schema.record import Action, LedgerEntry, Measure
from casefile.terms import ActionStatus, AmountScale

Ids = Select[Any]
OPEN_APPEALS = ("announced", "pending", "stayed", "preliminary-reference")
"""The codes of "appeal-statuses" of an appeal that was not decided."""


def with_open_appeal() -> Ids:
    """An appeal that is not decided; where no appeal is recorded, those that are said to be appealed."""
    recorded = exists().where(Appeal.action_id == Action.id)
    return select(Action.id).where(
        or_(
            Action.id.in_(select(Appeal.action_id).where(Appeal.status.in_(OPEN_APPEALS))),
            and_(Action.status == ActionStatus.APPEALED, ~recorded),
        )
    )


def with_daily_amount() -> Ids:
    """A sum for each day."""
    return _with_sum(LedgerEntry.per != "")


def in_currency(code: str) -> Ids:
    """A sum in the currency, for each day or once, of whatever stage."""
    return _with_sum(LedgerEntry.currency == code.upper())


def lacking_magnitude() -> Ids:
    """A measure with sums that count, and none of them with its magnitude."""
    whole = func.sum(case((LedgerEntry.scale == AmountScale.STATED, 1), else_=0))
    return (
        _with_sum(LedgerEntry.basis.in_([str(basis) for basis in COUNTED]))
        .group_by(Measure.id)
        .having(whole == 0)
    )


def with_deadline(session: Session, first: str, last: str) -> Ids:
    """A measure whose deadline may lie between the days; the distinct dates are looked at here."""
    known = session.scalars(select(Measure.deadline).where(Measure.deadline.is_not(None)).distinct())
    near = [
        value
        for value in known
        if value is not None and value.earliest.isoformat() <= last and value.latest.isoformat() >= first
    ]
    return select(Measure.action_id).where(Measure.deadline.in_(near))


def _with_sum(*tests: ColumnElement[bool]) -> Ids:
    return (
        select(Measure.action_id)
        .join(LedgerEntry, LedgerEntry.measure_id == Measure.id)
        .where(LedgerEntry.is_live, *tests)
    )
