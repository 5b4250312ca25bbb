"""In queries: what belongs to a case file. Imports the schema only; reading only."""

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from casefile.store.schema.record import CaseFileAction, CaseFileSource
from casefile.store.sources import sources_of


def case_actions(*case_ids: int) -> Select[int]:
    """The actions that are in one of the case files."""
    return select(CaseFileAction.action_id).where(CaseFileAction.case_file_id.in_(case_ids))


def in_case(source_id: InstrumentedAttribute[int], case_id: int) -> ColumnElement[bool]:
    """Whether the source is in a case file, by itself or because an action there rests on it."""
    put_in = select(CaseFileSource.source_id).where(CaseFileSource.case_file_id == case_id)
    return or_(source_id.in_(sources_of(case_actions(case_id))), source_id.in_(put_in))
