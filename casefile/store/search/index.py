"""The index of words, kept by the program: sources, actions, quotes, parties.

What changes in a source that is indexed already is followed by triggers (see
:mod:`casefile.store.schema.triggers`); sources written without spaces, and those with notes, have a second
index. Inside a write: :func:`refresh` at the end of every step, whether it does, undoes or redoes, and
:func:`rebuild` to make all of it anew.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import or_, select, text
from sqlalchemy.orm import InstrumentedAttribute, Session

from casefile.store.plain_sql import fetch, run
from casefile.store.schema.evidence import Source
from casefile.store.schema.record import Action, ActionParty, Party, Quote
from casefile.store.search.scripts import as_grams, is_spaceless
from casefile.store.search.texts import action_texts, party_texts, quote_texts, source_notes

_CHUNK = 400
_Rows = Callable[[Session, Sequence[int]], list[tuple[Any, ...]]]
# The plus keeps SQLite from walking every change of the table for the sake of the order of DISTINCT.
_SOURCES_OF_STEP = """
SELECT row_id FROM change WHERE step_id = ?1 AND +table_name = 'source'
UNION SELECT json_extract(coalesce(after, before), '$.source_id') FROM change
WHERE step_id = ?1 AND +table_name = 'source_note'
"""
# One statement for all of a step: a trigger for each row takes a fifth longer.
_ADD_NEW_SOURCES = """
INSERT INTO source_search(rowid, title, outlet, body)
SELECT id, title, outlet, body FROM source_text
WHERE id IN (SELECT row_id FROM change WHERE step_id = ? AND +table_name = 'source')
AND id NOT IN (SELECT id FROM source_search_docsize)
"""


def refresh(session: Session, step_id: int, touched: Mapping[str, Iterable[int]]) -> None:
    """Brings the index up to date; ``touched`` names the records by table, those that are gone among them."""
    parties = set(touched.get("party", ()))
    _index(session, "party", parties)
    _index(session, "action", {*touched.get("action", ()), *_actions_of(session, parties)})
    _index(session, "quote", touched.get("quote", ()))
    _index(session, "source", (id_ for (id_,) in fetch(session, _SOURCES_OF_STEP, (step_id,))))
    run(session, _ADD_NEW_SOURCES, [(step_id,)])


def rebuild(session: Session) -> None:
    """Makes the whole index anew."""
    session.execute(text("INSERT INTO source_search(source_search) VALUES ('rebuild')"))
    for table, (name, _, _) in _TABLES.items():
        session.execute(text(f"DELETE FROM {name}"))  # noqa: S608
        _index(session, table, session.scalars(select(_KEYS[table])))


def _actions_of(session: Session, parties: Iterable[int]) -> set[int]:
    """The actions that are found by a name of one of the parties, or of one merged with it."""
    found: set[int] = set()
    ordered = sorted(parties)
    for start in range(0, len(ordered), _CHUNK):
        some = ordered[start : start + _CHUNK]
        known = select(Party.id).where(or_(Party.id.in_(some), Party.merged_into_id.in_(some)))
        found.update(session.scalars(select(ActionParty.action_id).where(ActionParty.party_id.in_(known))))
    return found


def _index(session: Session, table: str, ids: Iterable[int]) -> None:
    """Replaces the rows of these records; a record that is gone has none."""
    name, columns, rows_of = _TABLES[table]
    marks = ", ".join("?" * (columns.count(",") + 2))
    ordered = sorted(set(ids))
    for start in range(0, len(ordered), _CHUNK):
        some = ordered[start : start + _CHUNK]
        run(session, f"DELETE FROM {name} WHERE rowid = ?", [(id_,) for id_ in some])  # noqa: S608
        added = f"INSERT INTO {name}(rowid, {columns}) VALUES ({marks})"  # noqa: S608
        run(session, added, rows_of(session, some))


def _action_rows(session: Session, ids: Sequence[int]) -> list[tuple[Any, ...]]:
    found = action_texts(session, ids)
    return [(id_, as_grams(title), as_grams(body)) for id_, (title, body) in found.items()]


def _quote_rows(session: Session, ids: Sequence[int]) -> list[tuple[Any, ...]]:
    found = quote_texts(session, ids)
    return [(id_, as_grams(speaker), as_grams(body)) for id_, (speaker, body) in found.items()]


def _party_rows(session: Session, ids: Sequence[int]) -> list[tuple[Any, ...]]:
    return [(id_, as_grams(names)) for id_, names in party_texts(session, ids).items()]


def _source_rows(session: Session, ids: Sequence[int]) -> list[tuple[Any, ...]]:
    """Those of the sources that are written without spaces somewhere, or that a person wrote notes on.

    The notes stand behind the text: words of both together find the source.
    """
    found = fetch(session, "SELECT id, title, outlet, body FROM source_text WHERE id IN ({marks})", ids)
    notes = source_notes(session, ids)
    return [
        (id_, as_grams(title), as_grams(outlet), as_grams("\n".join((body, *filter(None, [notes.get(id_)])))))
        for id_, title, outlet, body in found
        if id_ in notes or is_spaceless(body) or is_spaceless(title) or is_spaceless(outlet)
    ]


_TABLES: dict[str, tuple[str, str, _Rows]] = {
    "party": ("party_search", "names", _party_rows),
    "action": ("action_search", "title, body", _action_rows),
    "quote": ("quote_search", "speaker, body", _quote_rows),
    "source": ("source_grams", "title, outlet, body", _source_rows),
}
"""For the records of each table the index, its columns and its rows."""
_KEYS: dict[str, InstrumentedAttribute[int]] = {
    "party": Party.id,
    "action": Action.id,
    "quote": Quote.id,
    "source": Source.id,
}
