"""In queries: what belongs to a case file. Imports the schema and what is remembered; reading only."""

import json

from sqlalchemy import ColumnElement, Select, func, select
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
    """Thousands of values are one value for the query that looks for them."""
    put_in = select(CaseFileSource.source_id).where(CaseFileSource.case_file_id == case_id)
    found = {*session.scalars(sources_of(case_actions(case_id))), *session.scalars(put_in)}
    return json.dumps(sorted(id_ for id_ in found if id_ is not None))
