"""Which sources speak with one voice: copies of one text, and the versions of one publication. Reading only.

A cluster is what hangs together: sources of one document, of documents whose texts are copies of each other,
and of one address. What lies in the trash is no part of any, and holds none together.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, Text, func, select, type_coerce
from sqlalchemy.orm import Session

from casefile.store.plain_sql import fetch
from casefile.store.schema.evidence import Source

_CHUNK = 400
_NEIGHBOURS = """
WITH one AS (SELECT id, document_id, version_of_id FROM source WHERE id IN ({marks}) AND trashed_at IS NULL)
SELECT one.id, other.id FROM one JOIN source AS other ON other.document_id = one.document_id
    WHERE other.id <> one.id AND other.trashed_at IS NULL
UNION ALL
SELECT one.id, other.id FROM one JOIN text_copy ON text_copy.document_id = one.document_id
    JOIN source AS other ON other.document_id = text_copy.id WHERE other.trashed_at IS NULL
UNION ALL
SELECT one.id, other.id FROM one JOIN source AS other ON other.version_of_id = one.id
    WHERE other.trashed_at IS NULL
UNION ALL
SELECT one.id, other.id FROM one JOIN source AS other ON other.id = one.version_of_id
    WHERE other.trashed_at IS NULL
UNION ALL
SELECT one.id, other.id FROM one JOIN source AS other ON other.version_of_id = one.version_of_id
    WHERE other.id <> one.id AND other.trashed_at IS NULL
"""
_LISTED_TOGETHER = """
SELECT other.id FROM source_list AS one JOIN source_list AS other ON other.cluster_id = one.cluster_id
WHERE one.id IN ({marks})
"""
_MOVED = """
SELECT DISTINCT row_id FROM change WHERE step_id = ? AND +table_name = 'source'
AND (before IS NULL OR after IS NULL
    OR json_extract(before, '$.trashed_at') IS NOT json_extract(after, '$.trashed_at')
    OR json_extract(before, '$.document_id') IS NOT json_extract(after, '$.document_id')
    OR json_extract(before, '$.version_of_id') IS NOT json_extract(after, '$.version_of_id'))
"""


@dataclass(frozen=True)
class Standing:
    """Where a source stands among its copies and versions: see :class:`SourceListing`."""

    cluster_id: int
    copies: int
    is_superseded: bool


def standings(session: Session, ids: Sequence[int]) -> dict[int, Standing]:
    """For each of these sources, those in the trash too, where it stands."""
    edges = _edges(session, ids)
    families = _families(session, [id_ for id_, others in edges.items() if others])
    found = {}
    for cluster in _components(edges):
        first, others = min(cluster), len({families.get(id_, [id_])[0] for id_ in cluster}) - 1
        for id_ in cluster:
            found[id_] = Standing(first, others, families.get(id_, [id_])[-1] != id_)
    return {id_: found.get(id_, Standing(id_, 0, is_superseded=False)) for id_ in ids}


def moved_sources(session: Session, step_id: int) -> set[int]:
    """The sources whose standing the step may have changed, those that are gone among them."""
    moved = {row[0] for row in fetch(session, _MOVED, (step_id,))}
    left = {row[0] for some in _chunks(moved) for row in fetch(session, _LISTED_TOGETHER, some)}
    return moved | left | set(_edges(session, moved))


def versions_of(session: Session, source_id: int) -> list[int]:
    """The versions of a source, itself among them, as they followed one another; the trash left out."""
    root = session.scalar(
        select(func.coalesce(Source.version_of_id, Source.id)).where(Source.id == source_id)
    )
    rows = session.execute(
        _versions().where((Source.id == root) | (Source.version_of_id == root), Source.trashed_at.is_(None))
    )
    return [row.id for row in sorted(rows, key=lambda row: (row.day, row.id))]


def _versions() -> Select[int, int, str]:
    """Sources with their first version and the day on which they were saved, or else kept."""
    day = func.coalesce(type_coerce(Source.captured_on, Text), func.substr(Source.added_at, 1, len(_DAY)))
    return select(Source.id, func.coalesce(Source.version_of_id, Source.id).label("root"), day.label("day"))


_DAY = date.min.isoformat()


def _families(session: Session, ids: Iterable[int]) -> dict[int, list[int]]:
    """For each of these sources that has versions all of them, in their order."""
    rows = [
        row
        for some in _chunks(ids)
        for row in session.execute(_versions().where(Source.id.in_(some), Source.trashed_at.is_(None)))
    ]
    families: dict[int, list[int]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.day, row.id)):
        families[row.root].append(row.id)
    return {id_: family for family in families.values() for id_ in family}


def _edges(session: Session, ids: Iterable[int]) -> dict[int, set[int]]:
    """Everything that hangs together with these sources: each source with its neighbours."""
    edges: dict[int, set[int]] = {}
    waiting = set(ids)
    while waiting:
        some = sorted(waiting)[:_CHUNK]
        waiting.difference_update(some)
        edges |= {id_: edges.get(id_, set()) for id_ in some}
        for one, other in fetch(session, _NEIGHBOURS, some):
            edges[one].add(other)
            if other not in edges:
                waiting.add(other)
    return edges


def _components(edges: dict[int, set[int]]) -> Iterable[list[int]]:
    seen: set[int] = set()
    for start in edges:
        if start in seen:
            continue
        cluster, waiting = [], [start]
        seen.add(start)
        while waiting:
            one = waiting.pop()
            cluster.append(one)
            fresh = edges[one] - seen
            seen |= fresh
            waiting += fresh
        yield cluster


def _chunks(ids: Iterable[int]) -> list[list[int]]:
    ordered = sorted(ids)
    return [ordered[start : start + _CHUNK] for start in range(0, len(ordered), _CHUNK)]
