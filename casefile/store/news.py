"""What changed in a case file, or in the whole store, since its last brief, by the journal. Reading only."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import select

from casefile.store.derived import chunks
from casefile.store.facts import shown, shown_sum
from casefile.store.journal import undone_groups
from casefile.store.plain_sql import fetch, stream
from casefile.store.schema.record import ExportedBrief
from casefile.store.store import Reader
from casefile.terms import AmountScale, ClaimState, StepKind
from casefile.values import Money

MOST_NEWS = 40
"""As many are told, the latest first."""
_LOOKED_AT = 20_000
"""Changes that are looked at, the latest first, before the rest is left to the history of each record."""
_READ = 2_000
"""Of those as many are read."""
_COLUMNS = "SELECT id, step_id, table_name, row_id, before, after FROM change"
_TELLS = """(table_name IN ('action', 'ledger_entry')
    OR table_name = 'claim' AND json_extract(after, '$.reason') <> '')"""
_OF_STORE = f"""
{_COLUMNS} WHERE id IN (SELECT id FROM change WHERE step_id > ?1 ORDER BY step_id DESC LIMIT {_LOOKED_AT})
AND {_TELLS} ORDER BY id DESC LIMIT {_READ}
"""  # noqa: S608
_OF_CASE = f"""
WITH own AS (SELECT action_id AS id FROM case_file_action WHERE case_file_id = ?2),
measures AS (SELECT id FROM measure WHERE action_id IN (SELECT id FROM own)),
entries AS (SELECT id FROM ledger_entry WHERE measure_id IN (SELECT id FROM measures)),
claims AS (SELECT claim.id FROM claim WHERE reason <> '' AND (
    record_table = 'action' AND record_id IN (SELECT id FROM own)
    OR record_table = 'measure' AND record_id IN (SELECT id FROM measures)
    OR record_table = 'ledger_entry' AND record_id IN (SELECT id FROM entries))),
filled AS (SELECT step_id FROM step_subject WHERE record_table = 'case_file' AND record_id = ?2)
SELECT * FROM (
    {_COLUMNS} WHERE step_id > ?1 AND table_name = 'action' AND row_id IN (SELECT id FROM own)
    UNION {_COLUMNS} WHERE step_id > ?1 AND table_name = 'ledger_entry' AND row_id IN (SELECT id FROM entries)
    UNION {_COLUMNS} WHERE step_id > ?1 AND table_name = 'claim' AND row_id IN (SELECT id FROM claims)
    UNION {_COLUMNS} WHERE step_id > ?1 AND +table_name = 'case_file_action'
        AND step_id IN (SELECT step_id FROM filled)
    UNION {_COLUMNS} WHERE step_id > ?1 AND +table_name = 'ledger_entry'
        AND step_id IN (SELECT id FROM step WHERE kind <> 'do' AND id > ?1)
) ORDER BY id DESC LIMIT {_READ}
"""  # noqa: S608
"""What became of its actions, their sums and settled claims, of what is in it, and what was taken back."""
_STEPS = "SELECT id, kind, target_id, person, at FROM step WHERE id IN ({marks})"
_OWNERS = """
SELECT ledger_entry.id, action_id FROM ledger_entry JOIN measure ON measure.id = measure_id
WHERE ledger_entry.id IN ({marks})
"""
_MEASURES = "SELECT id, action_id FROM measure WHERE id IN ({marks})"
_TITLES = "SELECT id, title FROM action WHERE id IN ({marks})"


class NewsKind(StrEnum):
    """What happened."""

    ADDED = "added"
    REMOVED = "removed"
    SUM = "sum"
    SETTLED = "settled"
    STATUS = "status"


@dataclass(frozen=True)
class NewsLine:
    """One change of one action; ``before`` or ``after`` is "" where a value came or went."""

    kind: NewsKind
    action_id: int
    title: str
    person: str
    at: datetime
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class News:
    """The latest first; ``since`` is when the last brief was made, None where there is none."""

    since: datetime | None
    lines: tuple[NewsLine, ...]
    cut: bool = False
    """Whether there may be more than is told."""


@dataclass(frozen=True)
class _Change:
    """All that one step did to one row."""

    step_id: int
    table: str
    row_id: int
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(frozen=True)
class _Told:
    kind: NewsKind
    table: str
    """Whose row it is: the action's, a measure's or a ledger entry's."""
    row_id: int
    before: str = ""
    after: str = ""


def news_of(reader: Reader, case_id: int | None) -> News:
    """What changed since the last brief of the case file, or of none; without a brief the latest changes."""
    brief = reader.execute(
        select(ExportedBrief.as_of, ExportedBrief.as_of_step)
        .where(
            ExportedBrief.case_file_id.is_(None) if case_id is None else ExportedBrief.case_file_id == case_id
        )
        .order_by(ExportedBrief.id.desc())
        .limit(1)
    ).first()
    since, step = (brief[0], brief[1]) if brief is not None else (None, 0)
    statement, values = (_OF_STORE, [step]) if case_id is None else (_OF_CASE, [step, case_id])
    changes = [
        _Change(row[1], row[2], row[3], _json(row[4]), _json(row[5]))
        for row in stream(reader, statement, values)
    ]
    lines = _lines(reader, _merged(changes), step, case_id)
    return News(since, tuple(lines[:MOST_NEWS]), len(lines) > MOST_NEWS or len(changes) >= _READ)


def _json(text: str | None) -> dict[str, Any]:
    return dict(json.loads(text)) if text else {}


def _merged(changes: list[_Change]) -> list[_Change]:
    """The latest first, as given: what one step did to one row is one change."""
    found: dict[tuple[int, str, int], _Change] = {}
    for change in changes:
        key = (change.step_id, change.table, change.row_id)
        later = found.get(key)
        found[key] = change if later is None else _Change(*key, change.before, later.after)
    return list(found.values())


def _lines(reader: Reader, changes: list[_Change], brief_step: int, case_id: int | None) -> list[NewsLine]:
    steps = {row[0]: row for row in _by_ids(reader, _STEPS, {change.step_id for change in changes})}
    undone = set(reader.scalars(undone_groups()))
    counted = [change for change in changes if _counts(steps[change.step_id], undone, brief_step)]
    told = [(change.step_id, line) for change in counted for line in _told(change, case_id)]
    actions = _actions_of(reader, [line for _, line in told], case_id)
    came: dict[int, int] = {}
    for step_id, line in reversed(told):
        if line.kind is NewsKind.ADDED:
            came[line.row_id] = step_id
    titles = dict(_by_ids(reader, _TITLES, set(actions.values())))
    lines = []
    for step_id, line in told:
        action_id = actions.get((line.table, line.row_id))
        came_with_it = line.kind is not NewsKind.ADDED and step_id <= came.get(action_id or 0, 0)
        if action_id is None or action_id not in titles or came_with_it:
            continue
        _, _, _, person, at = steps[step_id]
        lines.append(
            NewsLine(
                line.kind,
                action_id,
                titles[action_id],
                person,
                datetime.fromisoformat(at),
                line.before,
                line.after,
            )
        )
    return lines


def _counts(step: tuple[Any, ...], undone: set[int], brief_step: int) -> bool:
    """Steps that were taken back since are nothing new; of what the brief showed the taking back is."""
    _, kind, target, _, _ = step
    if kind == StepKind.DO:
        return target not in undone
    return kind in (StepKind.UNDO, StepKind.REDO) and target <= brief_step


def _told(change: _Change, case_id: int | None) -> Iterator[_Told]:
    before, after = change.before, change.after
    match change.table:
        case "case_file_action" if case_id is not None and (after or before)["case_file_id"] == case_id:
            kind = NewsKind.ADDED if after else NewsKind.REMOVED
            yield _Told(kind, "action", (after or before)["action_id"])
        case "action":
            yield from _told_action(change, in_case=case_id is not None)
        case "ledger_entry":
            old, new = _sum(before), _sum(after)
            if old != new:
                yield _Told(NewsKind.SUM, "measure", (after or before)["measure_id"], old, new)
        case "claim" if after and _is_settled(after) and not _is_settled(before):
            value = shown(after["field"], after["value"])
            yield _Told(NewsKind.SETTLED, after["record_table"], after["record_id"], "", value)


def _told_action(change: _Change, *, in_case: bool) -> Iterator[_Told]:
    before, after = change.before, change.after
    was_there, is_there = (bool(row) and row.get("trashed_at") is None for row in (before, after))
    if was_there != is_there:
        if not in_case or before:
            yield _Told(NewsKind.ADDED if is_there else NewsKind.REMOVED, "action", change.row_id)
    elif is_there and before["status"] != after["status"]:
        yield _Told(NewsKind.STATUS, "action", change.row_id, before["status"], after["status"])


def _is_settled(claim: dict[str, Any]) -> bool:
    return bool(claim.get("reason")) and claim.get("state") == ClaimState.ACCEPTED


def _sum(row: dict[str, Any]) -> str:
    """The sum as people read it, "" for an entry that does not count."""
    if not row or not row.get("is_live", 1):
        return ""
    text = shown_sum(Money(row["amount_minor"], row["currency"]), AmountScale(row["scale"]))
    return f"{text} per {row['per']}, {row['basis']}" if row["per"] else f"{text}, {row['basis']}"


def _actions_of(reader: Reader, told: list[_Told], case_id: int | None) -> dict[tuple[str, int], int]:
    """Which action each told row belongs to; of a case file only its own."""
    ids = {
        table: {line.row_id for line in told if line.table == table}
        for table in ("action", "measure", "ledger_entry")
    }
    found = {("action", id_): id_ for id_ in ids["action"]}
    found |= {("measure", id_): action for id_, action in _by_ids(reader, _MEASURES, ids["measure"])}
    found |= {("ledger_entry", id_): action for id_, action in _by_ids(reader, _OWNERS, ids["ledger_entry"])}
    if case_id is None:
        return found
    own = {
        id_
        for (id_,) in fetch(
            reader, "SELECT action_id FROM case_file_action WHERE case_file_id = ?", (case_id,)
        )
    }
    left = {line.row_id for line in told if line.table == "action" and line.kind is NewsKind.REMOVED}
    return {key: action for key, action in found.items() if action in own | left}


def _by_ids(reader: Reader, statement: str, ids: set[int]) -> Iterator[Any]:
    for some in chunks(ids):
        yield from fetch(reader, statement, some)
