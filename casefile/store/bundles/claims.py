"""Brings the claims of a bundle with their passages and all that is known of who said so. Inside a write."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from casefile.fields import FieldKind
from casefile.fields import field as field_named
from casefile.store.agreement import is_own
from casefile.store.bundles.content import Row
from casefile.store.bundles.rows import Arrival, Numbers
from casefile.store.derived import chunks
from casefile.store.payload import to_json
from casefile.store.plain_sql import fetch
from casefile.store.projection import project_entry, project_part
from casefile.store.store import Writer
from casefile.terms import ClaimState

Record = tuple[str, int]


@dataclass
class BroughtClaims:
    """What the claims that came are about."""

    fields: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    """By action its fields."""
    parts: set[tuple[str, int, str]] = field(default_factory=set)
    """Fields of measures, sums and parties: table, id, name."""
    to_known: int = 0
    """How many live ones add to what the store had."""
    held_back: int = 0

    def note(self, row: Row, *, to_known: bool) -> None:
        """A claim came, maybe to what is known here."""
        self.to_known += to_known and row["state"] == ClaimState.ACCEPTED
        if row["record_table"] == "action":
            self.fields[row["record_id"]].add(row["field"])
        else:
            self.parts.add((row["record_table"], row["record_id"], row["field"]))

    def project_parts(self, writer: Writer) -> None:
        """Makes measures, sums and parties agree with their claims."""
        for table, id_, name in sorted(self.parts):
            if (table, name) == ("ledger_entry", "amount"):
                project_entry(writer, id_)
            else:
                project_part(writer, table, id_, name)


def bring_claims(arrival: Arrival) -> BroughtClaims:
    """Keeps the claims that the store has not: same field, value and source of one record is one claim."""
    brought, new = BroughtClaims(), []
    wanted = list(_wanted(arrival))
    there = _claims_there(arrival.writer, {(row["record_table"], row["record_id"]) for row in wanted})
    for row in wanted:
        known = there.get((row["record_table"], row["record_id"]), [])
        if any(_is_same(one, row) for one in known):
            continue
        if _is_own(row) and row["state"] == ClaimState.ACCEPTED and any(_rules(one, row) for one in known):
            row["state"] = ClaimState.SUPERSEDED.value
            brought.held_back += 1
        new.append(row)
        brought.note(row, to_known=bool(known))
    arrival.add("claim", new)
    fresh, numbers = {row["id"] for row in new}, arrival.numbers
    links = (row for row in arrival.content.rows("claim_passage") if row["claim_id"] in fresh)
    arrival.add(
        "claim_passage",
        [
            row
            | {
                "claim_id": numbers["claim"][row["claim_id"]],
                "passage_id": numbers["passage"][row["passage_id"]],
            }
            for row in links
        ],
    )
    return brought


def _wanted(arrival: Arrival) -> Iterator[Row]:
    """The claims with the numbers of this store. A party that is known is left as it is described here."""
    for row in arrival.content.rows("claim"):
        if row["record_table"] == "party" and row["record_id"] not in arrival.new_parties:
            continue
        made = _here(row, arrival.numbers)
        if made is not None:
            yield made


def _here(row: Row, numbers: Numbers) -> Row | None:
    """The claim with the numbers of this store; None where it points at what was not brought."""
    value = _value_here(row, numbers)
    if value is None:
        return None
    return row | {
        "record_id": numbers[row["record_table"]][row["record_id"]],
        "source_id": numbers.of("source", row["source_id"]),
        "proposal_id": numbers.of("proposal", row["proposal_id"]),
        "value": value,
    }


def _value_here(row: Row, numbers: Numbers) -> str | None:
    """Values that name other records name them as they are here."""
    raw: str = row["value"]
    kind = field_named(row["field"]).kind
    if kind not in (FieldKind.RELATION, FieldKind.GROUP):
        return raw
    value = json.loads(raw)
    key, table = ("action_id", "action") if kind is FieldKind.RELATION else ("party_id", "party")
    there = numbers.of(table, value[key])
    return to_json(value | {key: there}) if there is not None else None


_COLUMNS = (
    "id", "record_table", "record_id", "field", "value", "state", "method", "reason", "source_id",
    "proposal_id", "reviewer", "decided_at",
)  # fmt: skip


def _claims_there(writer: Writer, records: Iterable[Record]) -> dict[Record, list[Row]]:
    """What the store's claims say of these records."""
    by_table: dict[str, list[int]] = defaultdict(list)
    for table, id_ in records:
        by_table[table].append(id_)
    found: dict[Record, list[Row]] = defaultdict(list)
    for table, ids in by_table.items():
        for some in chunks(ids):
            for values in fetch(writer, _CLAIMS, (table, json.dumps(some))):
                row = dict(zip(_COLUMNS, values, strict=True))
                found[(table, row["record_id"])].append(row)
    return found


_CLAIMS = f"""
SELECT {", ".join(_COLUMNS)} FROM claim
WHERE record_table = ? AND record_id IN (SELECT value FROM json_each(?)) ORDER BY id
"""  # noqa: S608


def _is_same(one: Row, row: Row) -> bool:
    """The same said of the same field by the same source, or by the same person on the record itself."""
    if (one["field"], one["value"], one["source_id"]) != (row["field"], row["value"], row["source_id"]):
        return False
    if _is_own(one) != _is_own(row):
        return False
    return not _is_own(row) or (one["reviewer"], one["reason"]) == (row["reviewer"], row["reason"])


def _rules(one: Row, row: Row) -> bool:
    """Whether a person here has set the field to something else."""
    is_many = field_named(row["field"]).many
    return (
        not is_many
        and one["field"] == row["field"]
        and one["value"] != row["value"]
        and one["state"] == ClaimState.ACCEPTED
        and _is_own(one)
    )


def _is_own(row: Row) -> bool:
    return is_own(row["method"], row["proposal_id"], row["reason"])
