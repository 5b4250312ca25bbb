"""Brings the actions of a bundle with their measures and penalty ledgers, before what claims say of them."""

from collections import defaultdict

from casefile.store.bundles.content import Row
from casefile.store.bundles.known_here import known_actions
from casefile.store.bundles.rows import Arrival, key_of
from casefile.store.plain_sql import fetch

_ENTRY_KEY = ("basis", "amount_minor", "currency", "scale", "per", "dated")
"""What tells one entry of a ledger from another."""
_ENTRIES = f"SELECT id, {', '.join(_ENTRY_KEY)} FROM ledger_entry WHERE measure_id = ?"  # noqa: S608
_MEASURES = "SELECT id, kind FROM measure WHERE action_id = ? ORDER BY position, id"


def bring_actions(arrival: Arrival) -> None:
    """Those that the store has are found; of their measures and sums those come that they have not."""
    content, numbers = arrival.content, arrival.numbers
    known = known_actions(arrival.writer, content, numbers)
    numbers["action"].update(known)
    new = [row | {"trashed_at": None} for row in content.rows("action") if row["id"] not in known]
    arrival.new_actions = {row["id"] for row in new}
    arrival.add("action", new)
    for row in content.rows("action"):
        arrival.receipt.count("action", is_new=row["id"] in arrival.new_actions)
    for id_ in known.values():
        arrival.take_out_of_trash("action", id_)
    _bring_ledgers(arrival)


def _bring_ledgers(arrival: Arrival) -> None:
    entries: dict[int, list[Row]] = defaultdict(list)
    for row in arrival.content.rows("ledger_entry"):
        entries[row["measure_id"]].append(row)
    free: dict[int, list[tuple[int, str]]] = {}
    """For each known action its measures that are none of the bundle's yet."""
    for row in arrival.content.rows("measure"):
        action_id = arrival.numbers["action"][row["action_id"]]
        if row["action_id"] not in arrival.new_actions and action_id not in free:
            free[action_id] = [tuple(one) for one in fetch(arrival.writer, _MEASURES, (action_id,))]
        there = free.get(action_id, [])
        found = next((one for one in there if one[1] == row["kind"]), None)
        if found is not None:
            there.remove(found)
            arrival.numbers["measure"][row["id"]] = found[0]
        else:
            position = _next_position(arrival, "measure", "action_id", action_id)
            arrival.add("measure", [row | {"action_id": action_id, "position": position}])
        _bring_entries(arrival, arrival.numbers["measure"][row["id"]], entries[row["id"]])


def _bring_entries(arrival: Arrival, measure_id: int, rows: list[Row]) -> None:
    there = {tuple(found[1:]): found[0] for found in fetch(arrival.writer, _ENTRIES, (measure_id,))}
    new = []
    for row in rows:
        found = there.get(key_of(row, *_ENTRY_KEY))
        if found is not None:
            arrival.numbers["ledger_entry"][row["id"]] = found
        else:
            new.append(row | {"measure_id": measure_id})
    position = _next_position(arrival, "ledger_entry", "measure_id", measure_id)
    arrival.add("ledger_entry", [row | {"position": position + place} for place, row in enumerate(new)])


def _next_position(arrival: Arrival, table: str, column: str, owner: int) -> int:
    statement = f'SELECT max(position) FROM "{table}" WHERE "{column}" = ?'  # noqa: S608  the schema's own names
    last = arrival.first(statement, owner)
    return 0 if last is None else last + 1
