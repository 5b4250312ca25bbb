"""What is derived from the record and kept beside it: rows for the lists, which step touched what.

:func:`refresh` runs at the end of every step, whether it does, undoes or redoes; it looks at the step's
changes only. Nothing here is journalled, and :func:`rebuild` makes all of it anew.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import Select, delete, func, insert, or_, select, text
from sqlalchemy.orm import InstrumentedAttribute, Session

from casefile.store import copies
from casefile.store.clusters import moved_sources
from casefile.store.listing_rows import action_rows, event_rows, quote_rows, source_rows
from casefile.store.party_names import SINGLE_ROLES
from casefile.store.plain_sql import fetch, run
from casefile.store.schema.base import Base, table_of
from casefile.store.schema.evidence import Claim, Source
from casefile.store.schema.listing import (
    ActionListing,
    EventListing,
    QuoteListing,
    SourceListing,
    StepSubject,
)
from casefile.store.schema.record import (
    Action,
    ActionParty,
    LedgerEntry,
    Measure,
    Party,
    Quote,
    TimelineEvent,
)
from casefile.store.search import index
from casefile.terms import ClaimState

CHUNK = 400
"""Records looked at in one statement: well below SQLite's limit of bound values."""

_OWNERS = {
    "action_party": ("action", "action_id"),
    "measure": ("action", "action_id"),
    "provision": ("action", "action_id"),
    "action_identifier": ("action", "action_id"),
    "action_category": ("action", "action_id"),
    "action_tag": ("action", "action_id"),
    "source_tag": ("source", "source_id"),
    "quote_tag": ("quote", "quote_id"),
    "event_tag": ("timeline_event", "event_id"),
    "action_note": ("action", "action_id"),
    "source_note": ("source", "source_id"),
    "appeal": ("action", "action_id"),
    "related_action": ("action", "action_id"),
    "ledger_entry": ("measure", "measure_id"),
    "proposal": ("source", "source_id"),
    "party_alias": ("party", "party_id"),
    "case_file_action": ("case_file", "case_file_id"),
    "case_file_source": ("case_file", "case_file_id"),
    "case_note": ("case_file", "case_file_id"),
}
"""For the rows of each table the record that they belong to, and the column that names it."""
SUBJECTS = ("action", "source", "quote", "timeline_event", "party", "case_file", "speaker")
"""The records that stand for themselves."""
RowsOf = Callable[[Session, Sequence[int]], list[dict[str, Any]]]
LISTS: tuple[tuple[str, type[Base], type[Base], RowsOf], ...] = (
    ("action", Action, ActionListing, action_rows),
    ("source", Source, SourceListing, source_rows),
    ("quote", Quote, QuoteListing, quote_rows),
    ("timeline_event", TimelineEvent, EventListing, event_rows),
)
"""Each record's table and model, the model behind its list, and what makes the rows of that."""
_ADD_ROWS = {listing: insert(table_of(listing)) for _, _, listing, _ in LISTS}


def refresh(session: Session, step_id: int) -> None:
    """Brings all that is derived from the records that the step changed up to date."""
    touched = _touched(session, step_id)
    _note_subjects(session, step_id, touched)
    _spread(session, step_id, touched)
    listed = {**touched, "source": touched["source"] | moved_sources(session, step_id)}
    for name, _, listing, rows_of in LISTS:
        _list(session, listing, listed.get(name, ()), rows_of)
    index.refresh(session, step_id, touched)


def rebuild(session: Session) -> None:
    """Makes every derived row anew from the record, the texts and the journal."""
    copies.rebuild(session)
    session.execute(delete(StepSubject))
    for step_id in session.scalars(text("SELECT id FROM step ORDER BY id")).all():
        _note_subjects(session, step_id, _touched(session, step_id))
    for _, record, listing, rows_of in LISTS:
        session.execute(delete(listing))
        _list(session, listing, set(session.scalars(select(record.id))), rows_of)
    index.rebuild(session)


def _touched(session: Session, step_id: int) -> dict[str, set[int]]:
    """The records that the step changed, by table."""
    found: dict[str, set[int]] = defaultdict(set)
    for _, table, record_id in fetch(session, _TOUCHED_BY, (step_id,)):
        found[table].add(record_id)
    _lift(session, found, "ledger_entry", "measure", select(LedgerEntry.measure_id), LedgerEntry.id)
    _lift(session, found, "measure", "action", select(Measure.action_id), Measure.id)
    return found


def _touched_sql() -> str:
    """One pass over the rows before and after, as a row may change its owner: step, table, id.

    A claim names its record itself.
    """
    claim = "WHEN 'claim' THEN json_extract(content, '$.{key}')"
    tables = "".join(f" WHEN '{table}' THEN '{owner}'" for table, (owner, _) in _OWNERS.items())
    ids = "".join(
        f" WHEN '{table}' THEN json_extract(content, '$.{column}')" for table, (_, column) in _OWNERS.items()
    )
    names = ", ".join(f"'{name}'" for name in (*SUBJECTS, *_OWNERS, "claim"))
    rows = " UNION ALL ".join(
        f"SELECT step_id, table_name, row_id, {side} AS content FROM change WHERE {side} IS NOT NULL"  # noqa: S608
        for side in ("before", "after")
    )
    return (
        f"SELECT DISTINCT step_id, CASE table_name {claim.format(key='record_table')}{tables}"  # noqa: S608
        f" ELSE table_name END, CASE table_name {claim.format(key='record_id')}{ids}"
        f" ELSE row_id END FROM ({rows}) WHERE table_name IN ({names})"
    )


TOUCHED = _touched_sql()
"""SQL: for each step the records that its changes name, as step, table and id."""
_TOUCHED_BY = f"{TOUCHED} AND step_id = ?"


def _lift(
    session: Session,
    found: dict[str, set[int]],
    below: str,
    above: str,
    parents: Select[int],
    key: InstrumentedAttribute[int],
) -> None:
    """Adds the owners of what was touched below; those of deleted rows stand in the changes themselves."""
    for ids in chunks(found[below]):
        found[above].update(session.scalars(parents.where(key.in_(ids))))


_RENAMED = """
SELECT DISTINCT row_id FROM change WHERE step_id = ? AND +table_name = 'party'
AND (json_extract(before, '$.name') <> json_extract(after, '$.name')
    OR json_extract(before, '$.merged_into_id') IS NOT json_extract(after, '$.merged_into_id'))
AND before IS NOT NULL AND after IS NOT NULL
"""


def _spread(session: Session, step_id: int, touched: dict[str, set[int]]) -> None:
    """Adds the records whose rows show something of a renamed or merged party, a speaker or a source."""
    renamed = fetch(session, _RENAMED, (step_id,)) if touched["party"] else ()
    for ids in chunks(id_ for (id_,) in renamed):
        merged = select(Party.id).where(or_(Party.id.in_(ids), Party.merged_into_id.in_(ids)))
        touched["action"].update(
            session.scalars(select(ActionParty.action_id).where(ActionParty.party_id.in_(merged)))
        )
    if touched["party"]:
        touched["action"].update(_contested(session, step_id, touched["party"]))
    for ids in chunks(touched["speaker"]):
        touched["quote"].update(session.scalars(select(Quote.id).where(Quote.speaker_id.in_(ids))))
    for ids in chunks(touched["source"]):
        for table in ("quote", "timeline_event"):
            touched[table].update(id_ for (id_,) in fetch(session, _OF_SOURCES[table], ids))


_OF_SOURCES = {
    "quote": "SELECT id FROM quote WHERE source_id IN ({marks})",
    "timeline_event": "SELECT id FROM timeline_event WHERE source_id IN ({marks})",
}
_MERGED_WITH = """
SELECT json_extract(before, '$.merged_into_id') FROM change WHERE step_id = ?1 AND +table_name = 'party'
UNION SELECT json_extract(after, '$.merged_into_id') FROM change
WHERE step_id = ?1 AND +table_name = 'party'
"""


def _contested(session: Session, step_id: int, parties: Iterable[int]) -> set[int]:
    """The actions of these parties, and of those merged with them before or after the step, that claims name
    in several ways: whether they contradict each other depends on merges and on other names.
    """  # noqa: D205
    known = {*parties, *(id_ for (id_,) in fetch(session, _MERGED_WITH, (step_id,)))} - {None}
    for ids in chunks(known):
        merged = select(Party.merged_into_id).where(Party.id.in_(ids), Party.merged_into_id.is_not(None))
        known.update(session.scalars(merged))
    ways = (
        select(func.count(Claim.value.distinct()))
        .where(Claim.record_table == "action", Claim.record_id == ActionParty.action_id)
        .where(Claim.field.in_(SINGLE_ROLES), Claim.state == ClaimState.ACCEPTED)
        .scalar_subquery()
    )
    found: set[int] = set()
    for ids in chunks(known):
        same = select(Party.id).where(or_(Party.id.in_(ids), Party.merged_into_id.in_(ids)))
        linked = select(ActionParty.action_id).where(
            ActionParty.party_id.in_(same), ActionParty.role.in_(SINGLE_ROLES.values()), ways > 1
        )
        found.update(session.scalars(linked))
    return found


def _note_subjects(session: Session, step_id: int, touched: dict[str, set[int]]) -> None:
    rows = ((step_id, table, record_id) for table in SUBJECTS for record_id in sorted(touched[table]))
    run(session, "INSERT INTO step_subject (step_id, record_table, record_id) VALUES (?, ?, ?)", rows)


def _list(session: Session, listing: type[Base], ids: Iterable[int], rows_of: RowsOf) -> None:
    """Replaces the rows of these records; a record that is gone has none."""
    for some in chunks(ids):
        run(session, f"DELETE FROM {listing.__tablename__} WHERE id = ?", [(id_,) for id_ in some])  # noqa: S608
        rows = rows_of(session, some)
        if rows:
            session.connection().execute(_ADD_ROWS[listing], rows)


def chunks(ids: Iterable[int]) -> list[list[int]]:
    """The ids in order, :data:`CHUNK` at a time."""
    ordered = sorted(ids)
    return [ordered[start : start + CHUNK] for start in range(0, len(ordered), CHUNK)]
