"""A whole action as a person works on it: facts, ledgers with their history, verification. Reading only."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from casefile import vocabulary
from casefile.fields import FieldKind, field
from casefile.store.conflict_rows import Conflict
from casefile.store.conflicts import conflicts_of
from casefile.store.facts import LedgerLine, ledger, part_facts
from casefile.store.party_rows import party_of_claim, party_row
from casefile.store.queries import action_record
from casefile.store.rows import ActionRecord, Fact
from casefile.store.schema.record import Action, Measure
from casefile.store.store import Reader
from casefile.terms import PartyRole
from casefile.values import PartialDate


@dataclass(frozen=True)
class MeasureRow:
    """One thing that the action imposes, with its penalty ledger, entries that count no more among it."""

    id: int
    kind: str
    """A code of "measure-kinds", or a person's own words."""
    deadline: PartialDate | None
    note: str
    entries: tuple[LedgerLine, ...]
    facts: tuple[Fact, ...]
    """What claims say of the measure itself: see :data:`casefile.fields.PARTS`."""

    @property
    def label(self) -> str:
        """The kind as the screen names it."""
        return vocabulary.label("measure-kinds", self.kind)


@dataclass(frozen=True)
class KnownParty:
    """The party that a fact names, after merges, and what claims say of it."""

    id: int
    name: str
    """Its own, which may be another than the one that a source prints."""
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class ActionDetail:
    """An action with all that a person can change of it."""

    record: ActionRecord
    measures: tuple[MeasureRow, ...]
    verified_by: str
    """"" where nobody has verified it."""
    verified_at: datetime | None
    parties: Mapping[tuple[str, str], KnownParty]
    """For each fact's field and value that names a party: that party."""
    conflicts: tuple[Conflict, ...]
    """Where its claims do not agree, those that were settled after the open ones."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts but for the sums that stand in the measures' ledgers: only those left out are here."""
        return tuple(fact for fact in self.record.facts if fact.field != "amount" or not fact.live)


def action_detail(reader: Reader, action_id: int) -> ActionDetail:
    """The action; ``RecordGoneError`` where it is gone."""
    record = action_record(reader, action_id)
    lines = ledger(reader, action_id, with_history=True)
    measures = reader.scalars(
        select(Measure).where(Measure.action_id == action_id).order_by(Measure.position, Measure.id)
    ).all()
    facts = part_facts(reader, "measure", [measure.id for measure in measures])
    rows = tuple(
        MeasureRow(
            measure.id,
            measure.kind,
            measure.deadline,
            measure.note,
            tuple(line for line in lines if line.measure_id == measure.id),
            facts.get(measure.id, ()),
        )
        for measure in measures
    )
    action, parties = reader.get_one(Action, action_id), _parties(reader, record)
    contested = conflicts_of(reader, _all_facts(record, rows, parties.values()))
    return ActionDetail(record, rows, action.verified_by, action.verified_at, parties, contested)


def _all_facts(
    record: ActionRecord, measures: Iterable[MeasureRow], parties: Iterable[KnownParty]
) -> Iterator[Fact]:
    """The action's own, then what is known of its measures, their sums and its parties."""
    lines = {line.entry_id: line for measure in measures for line in measure.entries}
    yield from (fact for fact in record.facts if fact.field != "amount")
    for measure in measures:
        yield from measure.facts
    for line in lines.values():
        yield line.fact
        yield from line.facts
    for party in {party.id: party for party in parties}.values():
        yield from (replace(fact, label=f"{party.name}, {fact.label.lower()}") for fact in party.facts)


def _parties(reader: Reader, record: ActionRecord) -> dict[tuple[str, str], KnownParty]:
    """Claims keep the name that a source prints; a merge or a new name shows on the party only."""
    found = dict(_named(reader, record))
    facts = part_facts(reader, "party", set(found.values()))
    return {
        key: KnownParty(id_, party_row(reader, id_).name, facts.get(id_, ())) for key, id_ in found.items()
    }


def _named(reader: Reader, record: ActionRecord) -> Iterator[tuple[tuple[str, str], int]]:
    for fact in record.facts:
        if field(fact.field).kind is not FieldKind.PARTY:
            continue
        role = PartyRole(fact.field.replace("_", "-"))
        for claim in {claim.value: claim for claim in fact.live}.values():
            value = json.loads(claim.raw)
            party_id = party_of_claim(reader, record.row.id, role, value["name"], value.get("code", ""))
            if party_id is not None:
                yield (fact.field, claim.value), party_id
