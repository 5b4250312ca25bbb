"""What stands on the timeline: events, and the dates of actions, their sums and appeals. Reading only.

Asked for as ids in order, as rows for the ids in sight, or as the newest rows for a drawing; what the ids
mean is said in :mod:`casefile.store.timeline_dates`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from sqlalchemy import Integer, Text, literal_column, union_all

from casefile.store.lists import Order, read_ids
from casefile.store.plain_sql import fetch
from casefile.store.rows import TimelineRow
from casefile.store.store import Reader
from casefile.store.timeline_dates import EVERYTHING, LEDGER, Scope, count_dates, dated_row, parts, queries
from casefile.store.timeline_rows import rows_of, source_titles
from casefile.values import Span

MOST_ROWS = 20_000
"""As many are drawn; of more, the newest."""
SORTS = ("date", "about", "source")
_BY_DATE = Order("date")


@dataclass(frozen=True)
class Timeline:
    """What a drawing shows, earliest first, and how much there is."""

    rows: Sequence[TimelineRow] = ()
    total: int = 0
    """How many dates there are; those that were cut off are the oldest."""
    undated: int = 0
    """How many decisions and sums have no date."""


def timeline_ids(reader: Reader, case_id: int | None = None, order: Order = _BY_DATE) -> list[int]:
    """Everything dated, of the store or of a case file, earliest first."""
    if case_id is not None:
        return [id_ for _, id_ in sorted(_keys_and_ids(reader, case_id, order.by), reverse=order.descending)]
    query = union_all(*queries(reader, EVERYTHING, order.by))
    key, id_ = literal_column("2", Text), literal_column("1", Integer)
    by = (key.desc(), id_.desc()) if order.descending else (key, id_)
    return read_ids(reader, query.order_by(*by))


def timeline_rows(reader: Reader, ids: Sequence[int]) -> list[TimelineRow]:
    """The rows of these ids in their order, with the titles of their sources; what is gone is left out."""
    return rows_of(reader, ids, source_titles(reader, ids))


def newest(reader: Reader, case_id: int | None = None, limit: int = MOST_ROWS) -> Timeline:
    """The newest dates, earliest first, without the titles of their sources."""
    if case_id is None:
        ids = _newest_of_all(reader, limit)
        total = len(ids) if len(ids) <= limit else count_dates(reader)
    else:
        found = sorted(_keys_and_ids(reader, case_id, "date"), key=itemgetter(0), reverse=True)
        ids, total = [id_ for _, id_ in found[:limit]], len(found)
    undated = count_dates(reader, Scope(case_id, dated=False))
    return Timeline(rows_of(reader, ids[:limit][::-1]), total, undated)


def _keys_and_ids(reader: Reader, case_id: int, sort: str) -> Iterator[tuple[str, int]]:
    """In no order: asked for it, SQLite would go through the dates of the whole store."""
    for query in parts(reader, Scope(case_id), sort):
        for id_, key in reader.connection().execute(query).cursor.fetchall():
            yield key, id_


def _newest_of_all(reader: Reader, limit: int) -> list[int]:
    """One more than the limit where there are more."""
    query = union_all(*queries(reader, EVERYTHING, "date")).order_by(literal_column("2").desc())
    return [row[0] for row in reader.connection().execute(query.limit(limit + 1)).cursor.fetchall()]


def undated_rows(reader: Reader, case_id: int | None = None, limit: int = 20) -> list[TimelineRow]:
    """Decisions and sums without a date, in the order of their titles."""
    query = union_all(*queries(reader, Scope(case_id, dated=False), "about")).order_by(literal_column("2"))
    found = reader.connection().execute(query.limit(limit)).cursor
    return rows_of(reader, [row[0] for row in found.fetchall()])


_OF_EVENT = """
SELECT source_id, start, "end" FROM timeline_event JOIN passage ON passage.id = passage_id
WHERE timeline_event.id = ?
"""
_OF_CLAIM = """
SELECT claim.source_id, passage.start, passage."end"
FROM claim LEFT JOIN claim_passage ON claim_id = claim.id LEFT JOIN passage ON passage.id = passage_id
WHERE record_table = ? AND record_id = ? AND state = 'accepted' AND claim.source_id IS NOT NULL
ORDER BY field = ? DESC, start IS NULL, claim.id LIMIT 1
"""


def passage_of(reader: Reader, id_: int) -> tuple[int, Span | None] | None:
    """The source that says so (its id) and the passage in it; None where only a person does."""
    if id_ > 0:
        found = fetch(reader, _OF_EVENT, (id_,))
    else:
        what, row_id = dated_row(id_)
        where = (LEDGER, row_id, "dated") if what == LEDGER else ("action", _action_of(reader, id_), what)
        found = fetch(reader, _OF_CLAIM, where)
    if not found:
        return None
    source_id, start, end = found[0]
    return source_id, Span(start, end) if start is not None else None


def _action_of(reader: Reader, id_: int) -> int:
    return next((row.action_id or 0 for row in rows_of(reader, [id_])), 0)
