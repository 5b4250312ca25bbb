"""Brings the parties and speakers of a bundle; those that the store knows are left as it has them."""

from casefile.store.bundles.content import Row
from casefile.store.bundles.rows import Arrival
from casefile.store.matching import party_key
from casefile.store.parties import find_party
from casefile.store.plain_sql import run
from casefile.terms import PartyKind


def bring_parties(arrival: Arrival) -> None:
    """A party is known by its code, else by one of its names, after merges."""
    numbers, new = arrival.numbers["party"], []
    for row in arrival.content.rows("party"):
        found = find_party(arrival.writer, row["name"], row["code"], PartyKind(row["kind"]))
        if found is not None:
            numbers[row["id"]] = found.id
        else:
            alone = {"match_key": party_key(row["name"]), "parent_id": None, "merged_into_id": None}
            new.append(row | alone)
    arrival.new_parties = {row["id"] for row in new}
    arrival.add("party", new)
    for row in arrival.content.rows("party"):
        if row["id"] in arrival.new_parties:
            _link(arrival, row)
    _bring_aliases(arrival)
    _bring_speakers(arrival)


def _link(arrival: Arrival, row: Row) -> None:
    """The group and the merge of a new party, once all of them have their numbers."""
    numbers = arrival.numbers
    id_ = numbers["party"][row["id"]]
    parent = numbers.of("party", row["parent_id"])
    merged = numbers.of("party", row["merged_into_id"])
    if merged is not None:
        # Never into one that is merged itself.
        merged = arrival.first("SELECT coalesce(merged_into_id, id) FROM party WHERE id = ?", merged)
    if (parent or merged) and id_ not in (parent, merged):
        statement = "UPDATE party SET parent_id = ?, merged_into_id = ? WHERE id = ?"
        run(arrival.writer, statement, [(parent, merged, id_)])


def _bring_aliases(arrival: Arrival) -> None:
    numbers = arrival.numbers["party"]
    arrival.add(
        "party_alias",
        [
            row | {"party_id": numbers[row["party_id"]], "match_key": party_key(row["name"])}
            for row in arrival.content.rows("party_alias")
            if row["party_id"] in arrival.new_parties
        ],
    )


def _bring_speakers(arrival: Arrival) -> None:
    new = []
    for row in arrival.content.rows("speaker"):
        key = party_key(row["name"])
        found = arrival.first("SELECT id FROM speaker WHERE match_key = ? ORDER BY id LIMIT 1", key)
        if found is not None:
            arrival.numbers["speaker"][row["id"]] = found
        else:
            party = arrival.numbers.of("party", row["party_id"])
            new.append(row | {"match_key": key, "party_id": party})
    arrival.add("speaker", new)
