"""Which actions of a bundle a store has already. Reading only.

An action is known where it is the same record (made in the same moment, as a copy of the store or an earlier
bundle has it), where the same proposal of the same source was accepted here, where it has the same number of
a register, or where authority, respondents, day and sums are all the same. Anything less is another action: a
person can say that it is the same, a program should not.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from casefile.store.bundles.content import BundleContent, Row
from casefile.store.bundles.rows import Numbers
from casefile.store.comparing import KnownAction, KnownParty
from casefile.store.known_actions import load_known
from casefile.store.matching import party_key
from casefile.store.plain_sql import fetch
from casefile.store.store import Reader
from casefile.terms import PartyRole
from casefile.values import DatePrecision, PartialDate

_Names = list[set[str]]
"""For each party all that it is known by, names folded."""


def known_actions(reader: Reader, content: BundleContent, numbers: Numbers) -> dict[int, int]:
    """For each action of the bundle that is here what it is here; none of them twice."""
    looking = _Looking(reader, content, numbers)
    found: dict[int, int] = {}
    taken: set[int] = set()
    for row in content.rows("action"):
        here = next((id_ for id_ in looking.candidates(row) if id_ not in taken), None)
        if here is not None:
            found[row["id"]] = here
            taken.add(here)
    return found


class _Looking:
    """What the bundle says of its actions, beside the store."""

    def __init__(self, reader: Reader, content: BundleContent, numbers: Numbers) -> None:
        self._reader = reader
        self._numbers = numbers
        self._proposals: dict[int, list[int]] = defaultdict(list)
        for row in content.rows("proposal"):
            id_ = numbers.of("proposal", row["id"])
            if row["record_table"] == "action" and id_ is not None:
                self._proposals[row["record_id"]].append(id_)
        self._identifiers: dict[int, list[Any]] = defaultdict(list)
        self._parties = _parties_of(content)
        self._sums = _sums_of(content)
        for row in content.rows("claim"):
            if (row["record_table"], row["field"], row["state"]) == ("action", "identifier", "accepted"):
                self._identifiers[row["record_id"]].append(row["value"])

    def candidates(self, row: Row) -> Iterator[int]:
        """The actions here that it may be, the surest first; the trash comes last."""
        yield from self._ids(_MADE_THEN, (row["added_at"], row["title"]))
        for proposal_id in self._proposals[row["id"]]:
            yield from self._ids(_OF_PROPOSAL, (proposal_id,))
        for value in self._identifiers[row["id"]]:
            yield from self._ids(_OF_CLAIM, (value,))
        yield from self._alike(row)

    def _ids(self, statement: str, values: tuple[object, ...]) -> list[int]:
        return [found[0] for found in fetch(self._reader, statement, values)]

    def _alike(self, row: Row) -> Iterator[int]:
        """Those of which all that tells actions apart is the same."""
        decided = row["decided"]
        if decided is None or PartialDate(decided).precision is not DatePrecision.DAY:
            return
        known = load_known(self._reader, self._ids(_DECIDED_THEN, (decided, row["kind"])))
        for id_, action in known.items():
            if self._is_same(row["id"], action):
                yield id_

    def _is_same(self, id_: int, action: KnownAction) -> bool:
        authorities = self._parties[(id_, PartyRole.AUTHORITY)]
        respondents = self._parties[(id_, PartyRole.RESPONDENT)]
        sums = {(one.money.amount_minor, one.money.currency, one.basis, one.per) for one in action.sums}
        return (
            bool(authorities and respondents)
            and sums == self._sums[id_]
            and _all_named(authorities, action.authorities)
            and _all_named(respondents, action.respondents)
        )


def _parties_of(content: BundleContent) -> dict[tuple[int, str], _Names]:
    """By action and role the names and codes of each party."""
    names: dict[int, set[str]] = defaultdict(set)
    for row in content.rows("party"):
        names[row["id"]] |= {party_key(row["name"])} | ({row["code"]} if row["code"] else set())
    for row in content.rows("party_alias"):
        names[row["party_id"]].add(party_key(row["name"]))
    found: dict[tuple[int, str], _Names] = defaultdict(list)
    for row in content.rows("action_party"):
        found[(row["action_id"], row["role"])].append(names[row["party_id"]])
    return found


def _sums_of(content: BundleContent) -> dict[int, set[tuple[int, str, str, str]]]:
    """By action the live sums."""
    actions = {row["id"]: row["action_id"] for row in content.rows("measure")}
    found: dict[int, set[tuple[int, str, str, str]]] = defaultdict(set)
    for row in content.rows("ledger_entry"):
        if row["is_live"] and row["amount_minor"]:
            said = (row["amount_minor"], row["currency"], row["basis"], row["per"])
            found[actions[row["measure_id"]]].add(said)
    return found


def _all_named(names: _Names, parties: tuple[KnownParty, ...]) -> bool:
    """Whether these are the same parties, each under one of its names."""
    return len(names) == len(parties) and all(
        any(one & (party.keys | party.codes) for party in parties) for one in names
    )


_MADE_THEN = """
SELECT id FROM action WHERE added_at = ? ORDER BY trashed_at IS NOT NULL, title <> ?, id
"""
_OF_PROPOSAL = """
SELECT action.id FROM proposal JOIN action ON action.id = record_id
WHERE proposal.id = ? AND record_table = 'action' AND state = 'accepted' ORDER BY trashed_at IS NOT NULL
"""
_OF_CLAIM = """
SELECT action.id FROM claim JOIN action ON action.id = record_id
WHERE record_table = 'action' AND field = 'identifier' AND value = ? AND state = 'accepted'
ORDER BY trashed_at IS NOT NULL, action.id
"""
_DECIDED_THEN = "SELECT id FROM action WHERE decided = ? AND kind = ? AND trashed_at IS NULL"
