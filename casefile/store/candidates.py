"""Which actions of the store a proposal is compared with: a few, found by indexes however large the store.

Reading only. Said in SQL's own words, as every proposal of every source under review asks.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy.orm import Session

from casefile import rates
from casefile.fields import FieldKind, field
from casefile.proposals import ActionProposal, ProposedAmount
from casefile.store.comparing import Origin
from casefile.store.matching import beginnings, party_key
from casefile.store.parties import find_party
from casefile.store.party_likeness import company_keys, spellings
from casefile.store.plain_sql import fetch
from casefile.store.sum_points import scaled
from casefile.terms import AmountRole, AmountScale, PartyKind, PartyRole
from casefile.values import Money, PartialDate

_MOST = 60
"""Actions of its respondents that one proposal is compared with."""
_NEAREST = 12
"""Actions of its authority that it is compared with because of their day, and because of each sum."""
_MOST_SUMS, _MOST_NAMES, _MOST_PARTIES = 4, 8, 200
"""Of a proposal with more only so many are looked up."""
_NEAR_DAYS = 10
_LONGEST_DAYS = 31
"""What one authority decided in a longer time are too many actions to tell anything."""
_AROUND = 0.03
"""How far from a sum in euros lie sums that may be it, rounded or converted at the rate of a near day."""
_EURO = "EUR"
_NUMBERED = """
SELECT action_id FROM action_identifier JOIN action ON action.id = action_id
WHERE value IN ({marks}) AND trashed_at IS NULL
"""
_NAMED = "SELECT id FROM party WHERE match_key IN ({marks})"
_ALSO_NAMED = "SELECT party_id FROM party_alias WHERE match_key IN ({marks})"
_LONGER = """
SELECT id FROM party WHERE match_key >= :begin AND match_key < :end
UNION SELECT party_id FROM party_alias WHERE match_key >= :begin AND match_key < :end LIMIT :most
"""
_MERGED = "SELECT id FROM party WHERE id = :id OR merged_into_id = :id"
_GROUP = """
WITH named(id) AS (SELECT coalesce(merged_into_id, id) FROM party WHERE id IN ({marks})),
head(id) AS (SELECT id FROM named UNION SELECT parent_id FROM party WHERE id IN named AND parent_id > 0)
SELECT id FROM party WHERE id IN head OR merged_into_id IN head OR parent_id IN named
"""
_OF_RESPONDENTS = """
SELECT DISTINCT action.id FROM action_party AS party CROSS JOIN action ON action.id = party.action_id
WHERE party.party_id IN ({first}) AND party.role = ? AND action.trashed_at IS NULL
ORDER BY EXISTS (SELECT 1 FROM action_party AS other WHERE other.action_id = action.id
AND other.role = ? AND other.party_id IN ({second})) DESC, action.id DESC LIMIT ?
"""
# CROSS JOIN keeps SQLite to this order: an authority has thousands of actions, a day or a sum a few.
_OF_DAYS = """
SELECT action.id FROM action CROSS JOIN action_party AS party ON party.action_id = action.id
WHERE action.decided_sort BETWEEN ? AND ? AND action.trashed_at IS NULL
AND party.role = ? AND party.party_id IN ({first})
ORDER BY abs(julianday(action.decided_sort) - julianday(?)) LIMIT ?
"""
_OF_SUM = """
SELECT action.id FROM action_list AS action CROSS JOIN action_party AS party ON party.action_id = action.id
WHERE action.is_trashed = 0 AND action.amount_eur BETWEEN ? AND ?
AND party.role = ? AND party.party_id IN ({first}) ORDER BY abs(action.amount_eur - ?) LIMIT ?
"""


class Candidates:
    """Finds the actions that each of a source's proposals may be about; names are looked up once."""

    def __init__(self, session: Session, origin: Origin) -> None:
        self._session = session
        self._origin = origin
        self._authorities: dict[tuple[str, str], list[int]] = {}
        self._respondents: dict[tuple[str, ...], list[int]] = {}

    def of(self, proposal: ActionProposal) -> set[int]:
        """The ids of actions that the proposal may be about; what lies in the trash is left out.

        Those with one of its numbers, those of one of its respondents or their groups, and of its authority
        those of about its day and those with one of its sums.
        """
        authority = self._ids_of_authority(proposal)
        rows = [*self._numbered(proposal), *self._of_respondents(proposal, authority)]
        if authority:
            rows += [*self._of_days(proposal, authority), *self._of_sums(proposal, authority)]
        return {row[0] for row in rows}

    def _ids_of_authority(self, proposal: ActionProposal) -> list[int]:
        """The ids that the authority has, after merges; none where the store does not know it."""
        said = proposal.authority
        if not said.name:
            return []
        key = (said.name, said.code)
        if key not in self._authorities:
            party = find_party(self._session, said.name, said.code, PartyKind.AUTHORITY)
            rows = self._named(_MERGED, {"id": party.id}) if party is not None else []
            self._authorities[key] = [row[0] for row in rows]
        return self._authorities[key]

    def _ids_of_respondents(self, proposal: ActionProposal) -> list[int]:
        """Of parties of these names, as they stand, shortened, longer or otherwise; and of their groups."""
        names = tuple(said.name for said in proposal.respondents[:_MOST_NAMES])
        if names and names not in self._respondents:
            own = [party_key(name) for name in names]
            keys = [key for name in names for key in spellings(name)]
            keys = list(dict.fromkeys((*keys, *(start for key in own for start in beginnings(key)))))
            rows = [*fetch(self._session, _NAMED, keys), *fetch(self._session, _ALSO_NAMED, keys)]
            for start in dict.fromkeys(each for key in own for each in company_keys(key)):
                bounds = {"begin": f"{start} ", "end": f"{start}!", "most": _MOST_PARTIES}
                rows += self._named(_LONGER, bounds)
            found = fetch(self._session, _GROUP, [row[0] for row in rows][:_MOST_PARTIES])
            self._respondents[names] = [row[0] for row in found][:_MOST_PARTIES]
        return self._respondents.get(names, [])

    def _numbered(self, proposal: ActionProposal) -> list[Any]:
        more = [said.value for said in proposal.more if field(said.field).kind is FieldKind.IDENTIFIER]
        return fetch(self._session, _NUMBERED, more) if more else []

    def _of_respondents(self, proposal: ActionProposal, authority: Sequence[int]) -> list[Any]:
        """Those of the authority first, then the newest."""
        ids = self._ids_of_respondents(proposal)
        if not ids:
            return []
        values = (*ids, PartyRole.RESPONDENT, PartyRole.AUTHORITY, *authority, _MOST)
        return self._marked(_OF_RESPONDENTS, values, len(ids), len(authority))

    def _of_days(self, proposal: ActionProposal, authority: Sequence[int]) -> list[Any]:
        """Those that were decided at about the proposal's date, the nearest first."""
        if proposal.date is None:
            return []
        first, last = proposal.date.value.earliest, proposal.date.value.latest
        if (last - first).days > _LONGEST_DAYS:
            return []
        begin, end = first - timedelta(_NEAR_DAYS), last + timedelta(_NEAR_DAYS)
        days = (begin.isoformat(), end.isoformat())
        values = (*days, PartyRole.AUTHORITY, *authority, first.isoformat(), _NEAREST)
        return self._marked(_OF_DAYS, values, len(authority))

    def _of_sums(self, proposal: ActionProposal, authority: Sequence[int]) -> list[Any]:
        """Those whose present sum is about one of the proposal's, the nearest first."""
        when = proposal.date.value if proposal.date else self._origin.published
        sums = dict.fromkeys(
            euros
            for amount in proposal.amounts[:_MOST_SUMS]
            if amount.role is not AmountRole.PER_DAY
            for money in _readings(amount)
            if (euros := _in_euros(money, when)) > 0
        )
        rows: list[Any] = []
        for euros in sums:
            bounds = (euros * (1 - _AROUND), euros * (1 + _AROUND))
            rows += self._marked(
                _OF_SUM, (*bounds, PartyRole.AUTHORITY, *authority, euros, _NEAREST), len(authority)
            )
        return rows

    def _marked(self, statement: str, values: Sequence[object], first: int, second: int = 0) -> list[Any]:
        """The statement's rows, with so many question marks in each of its lists."""
        marks = {"first": ", ".join("?" * first), "second": ", ".join("?" * second)}
        plain = [str(value) if isinstance(value, PartyRole) else value for value in values]
        return fetch(self._session, statement.format(**marks), plain)

    def _named(self, statement: str, values: dict[str, object]) -> list[Any]:
        self._session.flush()
        return list(self._session.connection().exec_driver_sql(statement, values))


def _readings(amount: ProposedAmount) -> list[Money]:
    if amount.scale is AmountScale.MISSING:
        return scaled(amount)
    return [Money.of(amount.value, amount.currency)]


def _in_euros(money: Money, when: PartialDate | None) -> float:
    """As the list of actions has it: at the day's reference rate, as stated where there is none."""
    last = rates.last_day()
    day = min(when.earliest, last) if when is not None else last
    converted = rates.convert(money, _EURO, day) if money.currency else None
    return float(converted.money.amount if converted is not None else money.amount)
