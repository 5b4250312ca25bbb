"""What stands on the timeline: events, and the dates of actions, their sums and appeals. Reading only.

Asked for as ids in order, as rows for the ids in sight, or as the newest rows for a drawing; what the ids
mean is said in :mod:`casefile.store.timeline_dates`.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from casefile.store.lists import Order
from casefile.store.plain_sql import fetch
from casefile.store.remembered import remembered
from casefile.store.rows import TimelineRow
from casefile.store.store import Reader
from casefile.store.timeline_dates import LEDGER, count_dates, dated_row, ids_in_order, undated_ids
from casefile.store.timeline_rows import rows_of
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
    """Everything dated, of the store or of a case file, earliest first.

    That of a case file is remembered: a person goes from one of its parts to the next and back.
    """
    if case_id is None:
        return ids_in_order(reader, case_id, order.by, descending=order.descending)
    upwards = remembered(
        reader,
        ("timeline of case file", case_id, order.by),
        lambda: array("q", ids_in_order(reader, case_id, order.by)),
    )
    return [*(reversed(upwards) if order.descending else upwards)]


def timeline_rows(reader: Reader, ids: Sequence[int]) -> list[TimelineRow]:
    """The rows of these ids in their order, with the titles of their sources; what is gone is left out."""
    return rows_of(reader, ids, in_full=True)


def newest(reader: Reader, case_id: int | None = None, limit: int = MOST_ROWS) -> Timeline:
    """The newest dates, earliest first, without the titles of their sources."""
    ids = ids_in_order(reader, case_id, "date", descending=True, limit=limit + 1)
    total = len(ids) if len(ids) <= limit else count_dates(reader, case_id)
    undated = count_dates(reader, case_id, dated=False)
    return Timeline(rows_of(reader, ids[:limit][::-1]), total, undated)


def undated_rows(reader: Reader, case_id: int | None = None, limit: int = 20) -> list[TimelineRow]:
    """Decisions and sums without a date, in the order of their titles."""
    return rows_of(reader, undated_ids(reader, case_id, limit))


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
