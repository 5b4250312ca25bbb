"""In queries: what belongs to a case file. Imports the schema and what is remembered; reading only."""

from sqlalchemy import ColumnElement, Select, func, select, union
from sqlalchemy.orm import InstrumentedAttribute, Session

from casefile.store.remembered import remembered
from casefile.store.schema.record import CaseFileAction, CaseFileSource
from casefile.store.sources import sources_of


def case_actions(*case_ids: int) -> Select[int]:
    """The actions that are in one of the case files."""
    return select(CaseFileAction.action_id).where(CaseFileAction.case_file_id.in_(case_ids))


def in_case(session: Session, source_id: InstrumentedAttribute[int], case_id: int) -> ColumnElement[bool]:
    """Whether the source is in a case file, by itself or because an action there rests on it."""
    ids = case_sources(session, case_id)
    return source_id.in_(select(func.json_each(ids).table_valued("value").c.value))


def case_sources(session: Session, case_id: int) -> str:
    """The ids of those sources, as a JSON list in their order."""
    return remembered(session, ("sources of case file", case_id), lambda: _source_ids(session, case_id))


def _source_ids(session: Session, case_id: int) -> str:
    """Thousands of values are one value: for the query that looks for them, and for the one that finds them.

    For each row SQLite's driver would wait until a window at work lets it have Python again.
    """
    put_in = select(CaseFileSource.source_id).where(CaseFileSource.case_file_id == case_id)
    rested_on = select(sources_of(case_actions(case_id)).subquery().c[0])
    ids = union(rested_on, put_in).subquery().c[0]
    found = select(ids).where(ids.is_not(None)).order_by(ids).subquery().c[0]
    return session.scalar(select(func.json_group_array(found))) or "[]"
