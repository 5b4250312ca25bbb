"""The ledgers of a case file, or of the whole store, summed by period and by party. Reading only.

Most measures have one sum: the database adds those up, which holds nobody up that does something else. Only
ledgers with several sums, or without a magnitude, are derived one by one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from casefile.store.penalty import Entry
from casefile.store.plain_sql import stream
from casefile.store.store import Reader
from casefile.store.tallies import Adding, Tally, lacks_magnitude, ledgers_of, lone_ledger
from casefile.terms import AmountScale, PartyRole
from casefile.values import Money, PartialDate

_OF_CASE = "AND action_list.id IN (SELECT action_id FROM case_file_action WHERE case_file_id = ?1)"
_ROWS = """
FROM action_list JOIN measure ON measure.action_id = action_list.id
JOIN ledger_entry ON ledger_entry.measure_id = measure.id
WHERE is_live = 1 AND is_trashed = 0 {case}
"""
_MONTHS = "substr(decided_sort, 1, 7) || '/' || substr(decided_end, 1, 7)"
_LONE = f"""
SELECT measure.action_id AS action_id, {_MONTHS} AS months, ledger_entry.basis AS basis,
    ledger_entry.currency AS currency, ledger_entry.per <> '' AS daily, ledger_entry.amount_minor AS minor
{_ROWS} {{pairs}} GROUP BY measure.id HAVING count(*) = 1 AND ledger_entry.scale = 'stated'
"""
_LONE_OF_ALL = _LONE.replace("{pairs}", "")
_LONE_OF_PAIRS = _LONE.replace("{pairs}", "AND action_list.id IN (SELECT action_id FROM pair)")
_NAMED = f"""
SELECT DISTINCT measure.action_id AS action_id, {_MONTHS} AS months, ledger_entry.currency AS currency,
    ledger_entry.per <> '' AS daily {_ROWS}
"""
_SEVERAL = f"""
SELECT measure.id, measure.action_id, {_MONTHS}, ledger_entry.basis, ledger_entry.amount_minor,
    ledger_entry.currency, ledger_entry.scale, ledger_entry.per, ledger_entry.dated, ledger_entry.position
{_ROWS} AND measure.id IN (
    SELECT measure_id FROM ledger_entry WHERE is_live = 1 GROUP BY measure_id
    HAVING count(*) > 1 OR max(scale) <> 'stated' OR min(scale) <> 'stated')
"""  # noqa: S608
_PAIRS = """
SELECT DISTINCT coalesce(party.merged_into_id, party.id) AS party_id, action_party.action_id AS action_id
FROM action_list JOIN action_party ON action_party.action_id = action_list.id
JOIN party ON party.id = action_party.party_id
WHERE is_trashed = 0 AND action_party.role IN {roles} {case}
"""
_LONE_BY_MONTHS = f"""
SELECT months, basis, currency, daily, sum(minor), count(*) FROM ({_LONE_OF_ALL}) GROUP BY 1, 2, 3, 4
"""  # noqa: S608
_NAMED_BY_MONTHS = f"SELECT months, currency, daily, count(*) FROM ({_NAMED}) GROUP BY 1, 2, 3"  # noqa: S608
_UNDATED = f"""
SELECT count(DISTINCT action_id) FROM ({_NAMED})
WHERE daily = 0 AND (months = '/' OR substr(months, 1, 4) <> substr(months, 9, 4))
"""  # noqa: S608
_COUNTS = f"SELECT party_id, count(*) FROM ({_PAIRS}) GROUP BY 1"  # noqa: S608
_CHOSEN = """
SELECT DISTINCT coalesce(party.merged_into_id, party.id) AS party_id, action_party.action_id AS action_id
FROM party JOIN action_party ON action_party.party_id = party.id
WHERE (party.id IN {parties} OR party.merged_into_id IN {parties}) AND action_party.role IN {roles}
"""
_LONE_BY_PARTY = f"""
WITH pair AS MATERIALIZED ({_CHOSEN}), lone AS ({_LONE_OF_PAIRS})
SELECT party_id, basis, currency, 0, sum(minor), count(*)
FROM lone JOIN pair ON pair.action_id = lone.action_id
WHERE daily = 0 AND party_id IN {{parties}} GROUP BY 1, 2, 3
"""  # noqa: S608
_NAMED_BY_PARTY = f"""
WITH pair AS MATERIALIZED ({_CHOSEN}), named AS ({_NAMED} AND action_list.id IN (SELECT action_id FROM pair))
SELECT party_id, currency, 0, count(*)
FROM named JOIN pair ON pair.action_id = named.action_id
WHERE daily = 0 AND party_id IN {{parties}} GROUP BY 1, 2
"""  # noqa: S608
_PARTIES_OF = f"SELECT party_id, action_id FROM ({_CHOSEN}) WHERE party_id IN {{parties}}"  # noqa: S608
_Key = tuple[Any, bool]
"""A period or party, and whether the sums are for each day."""


@dataclass(frozen=True)
class Months:
    """The first and the last month that an action's date may mean (``2024-03``), "" where it has none."""

    first: str
    last: str

    @property
    def year(self) -> str:
        """The one year that it lies in, "" where there is none."""
        return self.first[:4] if self.first[:4] == self.last[:4] else ""

    @property
    def quarter(self) -> str:
        """The one quarter that it lies in (``2024-Q1``), "" where there is none."""
        first, last = (
            f"{month[:4]}-Q{(int(month[5:]) + 2) // 3}" if month else "" for month in (self.first, self.last)
        )
        return first if first == last else ""


@dataclass
class LedgerSums:
    """All ledgers of a case file or of the store, ready to be summed by any key."""

    reader: Reader
    case_id: int | None
    several: list[tuple[int, Months, list[Entry]]] = field(default_factory=list)
    """Action, its date and the entries of each measure that has not just one whole sum."""

    def __post_init__(self) -> None:
        found: dict[int, tuple[int, Months, list[Entry]]] = {}
        for measure_id, action_id, months, *row in self.stream(_SEVERAL):
            found.setdefault(measure_id, (action_id, _months(months), []))[2].append(_entry(row))
        self.several = list(found.values())

    def stream(self, statement: str, **parts: str) -> Iterator[Any]:
        """The rows of a statement over the actions of the case file, or over all."""
        # SQLite refuses a value that the statement has no place for.
        is_whole = self.case_id is None or "{case}" not in statement
        case, values = ("", ()) if is_whole else (_OF_CASE, (self.case_id,))
        for name, part in {"case": case, **parts}.items():
            statement = statement.replace(f"{{{name}}}", part)
        return stream(self.reader, statement, values)

    def by_months(self) -> dict[tuple[Months, bool], Adding]:
        """What was decided in the same months, and whether it is for each day."""
        adding = _added(self.stream(_LONE_BY_MONTHS), self.stream(_NAMED_BY_MONTHS))
        found = {(_months(key), daily): sums for (key, daily), sums in adding.items()}
        for _, months, entries in self.several:
            for daily in (False, True):
                _add_entries(found.setdefault((months, daily), Adding()), entries, daily=daily)
        return found

    def missing(self) -> int:
        """How many actions have a measure without any magnitude."""
        return len({action_id for action_id, _, entries in self.several if lacks_magnitude(entries)})

    def undated(self) -> int:
        """How many actions have sums and belong to no one year."""
        return int(next(self.stream(_UNDATED))[0])

    def party_counts(self, roles: Sequence[PartyRole]) -> Counter[int]:
        """How many actions each party has in these roles."""
        return Counter(dict(self.stream(_COUNTS, roles=_listed(roles))))

    def by_party(
        self, roles: Sequence[PartyRole], party_ids: Sequence[int]
    ) -> Mapping[int, tuple[Tally, ...]]:
        """The sums that are not for a day of each of these parties."""
        parts = {"roles": _listed(roles), "parties": f"({', '.join(str(int(id_)) for id_ in party_ids)})"}
        adding = _added(self.stream(_LONE_BY_PARTY, **parts), self.stream(_NAMED_BY_PARTY, **parts))
        ledgers: dict[int, list[list[Entry]]] = defaultdict(list)
        for action_id, _, entries in self.several:
            ledgers[action_id].append(entries)
        for party_id, action_id in self.stream(_PARTIES_OF, **parts) if ledgers else ():
            for entries in ledgers.get(action_id, ()):
                _add_entries(adding.setdefault((party_id, False), Adding()), entries, daily=False)
        return {party_id: sums.tallies() for (party_id, _), sums in adding.items()}


def _added(lone: Iterator[Any], named: Iterator[Any]) -> dict[_Key, Adding]:
    found: dict[_Key, Adding] = defaultdict(Adding)
    for key, basis, currency, daily, minor, count in lone:
        ledger = lone_ledger(basis, minor, currency)
        if ledger is not None:
            found[(key, bool(daily))].add(ledger, count)
    for key, currency, daily, count in named:
        found[(key, bool(daily))].name(currency, count)
    return found


def _add_entries(adding: Adding, entries: Sequence[Entry], *, daily: bool) -> None:
    for ledger in ledgers_of([entry for entry in entries if bool(entry.per) is daily]):
        adding.add(ledger)


def _listed(roles: Sequence[PartyRole]) -> str:
    return f"({', '.join(repr(str(role)) for role in roles)})"


def _months(text: str) -> Months:
    return Months(*text.split("/"))


def _entry(row: Sequence[Any]) -> Entry:
    basis, minor, currency, scale, per, dated, position = row
    day = PartialDate(dated) if dated is not None else None
    return Entry(basis, Money(minor, currency), AmountScale(scale), day, position, per)
