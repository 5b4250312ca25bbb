"""The rows of a timeline, put together from a few statements however many there are. Reading only."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from casefile import fields, vocabulary
from casefile.store.facts import shown_sum
from casefile.store.plain_sql import fetch
from casefile.store.rows import TimelineRow, basis_label
from casefile.store.store import Reader
from casefile.store.tags import Tagged, tags_of
from casefile.store.timeline_dates import ACTION_DATES, APPEAL, LEDGER, dated_row, id_of
from casefile.terms import ActionKind, AmountScale, LedgerBasis, PartyRole, TimelineKind, label
from casefile.values import Money, PartialDate

DAYS = 10_000
"""As many dates are kept for rows to share."""

_SOME = "(SELECT value FROM json_each(?))"
_EVENTS = f"SELECT id, dated, about, source_id FROM timeline_event WHERE id IN {_SOME}"  # noqa: S608
_ACTIONS = f"SELECT id, kind, forum, {', '.join(ACTION_DATES)} FROM action WHERE id IN {_SOME}"  # noqa: S608
_LEDGER = f"""
SELECT entry.id, action_id, basis, amount_minor, currency, scale, per, dated
FROM ledger_entry AS entry JOIN measure ON measure.id = measure_id WHERE entry.id IN {_SOME}
"""  # noqa: S608
_APPEALS = f"SELECT id, action_id, to_body, status, dated FROM appeal WHERE id IN {_SOME}"  # noqa: S608
_IMPOSED = f"""
SELECT action_id, amount_minor, currency, scale, per
FROM measure JOIN ledger_entry AS entry ON measure_id = measure.id JOIN action ON action.id = action_id
WHERE action_id IN {_SOME} AND is_live AND basis = '{LedgerBasis.IMPOSED}'
AND (dated IS NULL OR dated = decided)
ORDER BY per <> '', measure.position, entry.position
"""  # noqa: S608
_PARTIES = f"""
SELECT action_id, role, canonical.name
FROM action_party JOIN party ON party.id = party_id
JOIN party AS canonical ON canonical.id = coalesce(party.merged_into_id, party.id)
WHERE action_id IN {_SOME} AND role IN ('{PartyRole.RESPONDENT}', '{PartyRole.AUTHORITY}')
ORDER BY position, action_party.id
"""  # noqa: S608
_ACTIONS_OF_SOURCES = f"""
WITH said AS (
SELECT source_id, record_table, record_id FROM claim
WHERE source_id IN {_SOME} AND +record_table IN ('action', 'ledger_entry') AND state = 'accepted'
)
SELECT source_id, record_id FROM said JOIN action ON action.id = record_id
WHERE record_table = 'action' AND trashed_at IS NULL
UNION
SELECT source_id, action_id FROM said JOIN ledger_entry AS entry ON entry.id = record_id
JOIN measure ON measure.id = measure_id JOIN action ON action.id = action_id
WHERE record_table = 'ledger_entry' AND trashed_at IS NULL
"""  # noqa: S608
"""The plus keeps SQLite from the index that begins with the table: by source there are far fewer."""
_TITLES = f"""
SELECT timeline_event.id, iif(title <> '', title, file_name)
FROM timeline_event JOIN source ON source.id = source_id WHERE timeline_event.id IN {_SOME}
"""  # noqa: S608
_TITLES_OF_ACTIONS = f"""
SELECT record_id, iif(title <> '', title, file_name), min(claim.id)
FROM claim JOIN source ON source.id = source_id
WHERE record_table = 'action' AND record_id IN {_SOME} AND state = 'accepted' GROUP BY record_id
"""  # noqa: S608
_SUMS = (ActionKind.FINE, ActionKind.PENALTY_PAYMENT, ActionKind.SETTLEMENT)
_REVIEWED = (LedgerBasis.REDUCED, LedgerBasis.UPHELD, LedgerBasis.ANNULLED)
_REVIEWS = ("specialised-tribunal", "court-of-justice", "objection-body")
"""Forums that review decisions, beside all that are called courts."""


_NamesOf = dict[int, list[str]]


@dataclass
class _Parties:
    """Who is who, by action."""

    respondents: _NamesOf = field(default_factory=lambda: defaultdict(list))
    authorities: _NamesOf = field(default_factory=lambda: defaultdict(list))
    known: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)

    def of(self, actions: Sequence[int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Respondents and authorities of all the actions, each once; one for all rows that have the same."""
        if not actions:
            return (), ()
        return self._names(self.respondents, actions), self._names(self.authorities, actions)

    def _names(self, names_of: _NamesOf, actions: Sequence[int]) -> tuple[str, ...]:
        names = tuple(dict.fromkeys(name for action_id in actions for name in names_of.get(action_id, ())))
        return self.known.setdefault(names, names)


def rows_of(reader: Reader, ids: Sequence[int], *, in_full: bool = False) -> list[TimelineRow]:
    """The rows of these ids in their order; what is gone is left out.

    With the titles of their sources, for dates of actions of the first that speaks of the action, and with
    their tags where they are wanted ``in_full``: a drawing asks for all rows at once, and shows neither.
    """
    wanted: dict[str, list[int]] = defaultdict(list)
    for id_ in ids:
        what, row_id = dated_row(id_) if id_ < 0 else ("", id_)
        wanted[what].append(row_id)
    found = {row.id: row for row in _action_rows(reader, wanted, in_full=in_full)}
    found |= {row.id: row for row in _event_rows(reader, wanted[""], in_full=in_full)}
    return [found[id_] for id_ in ids if id_ in found]


def _event_rows(reader: Reader, ids: Sequence[int], *, in_full: bool) -> Iterator[TimelineRow]:
    """An event concerns whom the actions concern that its source speaks of."""
    rows = _some(reader, _EVENTS, ids)
    actions: dict[int, list[int]] = defaultdict(list)
    for source_id, action_id in _some(reader, _ACTIONS_OF_SOURCES, {row[3] for row in rows}):
        actions[source_id].append(action_id)
    parties = _parties(reader, {id_ for some in actions.values() for id_ in some})
    titles = dict(_some(reader, _TITLES, ids)) if in_full else {}
    tags = tags_of(reader, Tagged.EVENT, list(ids)) if in_full else {}
    for id_, dated, about, source_id in rows:
        yield TimelineRow(
            id_, TimelineKind.EVENT, _date(dated), about, *parties.of(actions.get(source_id, ())), None,
            titles.get(id_, ""), tags.get(id_, ()),
        )  # fmt: skip


def _action_rows(
    reader: Reader, wanted: Mapping[str, Sequence[int]], *, in_full: bool
) -> Iterator[TimelineRow]:
    made = [*_dates_of_actions(reader, wanted), *_ledger(reader, wanted), *_appeals(reader, wanted)]
    actions = {action_id for _, action_id, *_ in made}
    parties = _parties(reader, actions)
    titles = {row[0]: row[1] for row in _some(reader, _TITLES_OF_ACTIONS, actions)} if in_full else {}
    for id_, action_id, kind, dated, about in made:
        names = parties.of([action_id])
        yield TimelineRow(id_, kind, _date(dated), about, *names, action_id, titles.get(action_id, ""))


_Made = tuple[int, int, TimelineKind, str | None, str]
"""Id, action, kind, date, what happened."""


def _dates_of_actions(reader: Reader, wanted: Mapping[str, Sequence[int]]) -> Iterator[_Made]:
    ids = {name: set(wanted.get(name, ())) for name in ACTION_DATES}
    imposed: dict[int, list[str]] = defaultdict(list)
    for action_id, *money in _some(reader, _IMPOSED, ids["decided"]):
        imposed[action_id].append(_sum(*money))
    for action_id, kind, forum, *dates in _some(reader, _ACTIONS, set().union(*ids.values())):
        for name, dated in zip(ACTION_DATES, dates, strict=True):
            if action_id not in ids[name]:
                continue
            if name == "decided":
                about = ", ".join([label(ActionKind(kind)), *imposed[action_id]])
                yield id_of(name, action_id), action_id, _decision_kind(kind, forum), dated, about
            else:
                yield id_of(name, action_id), action_id, TimelineKind.EVENT, dated, fields.field(name).label


def _ledger(reader: Reader, wanted: Mapping[str, Sequence[int]]) -> Iterator[_Made]:
    for id_, action_id, basis, *money, dated in _some(reader, _LEDGER, wanted.get(LEDGER, ())):
        kind = TimelineKind.RULING if basis in _REVIEWED else TimelineKind.FINE
        about = basis_label(basis) if not money[0] else f"{basis_label(basis)}: {_sum(*money)}"
        yield id_of(LEDGER, id_), action_id, kind, dated, about


def _appeals(reader: Reader, wanted: Mapping[str, Sequence[int]]) -> Iterator[_Made]:
    for id_, action_id, to_body, status, dated in _some(reader, _APPEALS, wanted.get(APPEAL, ())):
        to = f"Appeal to {to_body}" if to_body else "Appeal"
        about = f"{to}: {vocabulary.label('appeal-statuses', status).lower()}" if status else to
        yield id_of(APPEAL, id_), action_id, TimelineKind.RULING, dated, about


def _decision_kind(kind: str, forum: str) -> TimelineKind:
    if kind == ActionKind.ANNULMENT or forum.endswith("-court") or forum in _REVIEWS:
        return TimelineKind.RULING
    if kind == ActionKind.INVESTIGATION:
        return TimelineKind.EVENT
    return TimelineKind.FINE if kind in _SUMS else TimelineKind.ORDER


def _sum(minor: int, currency: str, scale: str, per: str) -> str:
    text = shown_sum(Money(minor, currency), AmountScale(scale))
    return f"{text} per {per}" if per else text


def _parties(reader: Reader, actions: Iterable[int]) -> _Parties:
    parties = _Parties()
    by_role = {PartyRole.RESPONDENT: parties.respondents, PartyRole.AUTHORITY: parties.authorities}
    for action_id, role, name in _some(reader, _PARTIES, actions):
        by_role[role][action_id].append(name)
    return parties


@lru_cache(DAYS)
def _date(edtf: str | None) -> PartialDate | None:
    """One for all rows of a day: twenty thousand rows have a few thousand days."""
    return PartialDate(edtf) if edtf else None


def _some(reader: Reader, statement: str, ids: Iterable[int]) -> list[Any]:
    """The rows for the ids, which go in as one value: a store may have more than SQLite takes singly."""
    given = json.dumps(sorted(ids))
    return fetch(reader, statement, (given,)) if given != "[]" else []
