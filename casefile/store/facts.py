"""An action's facts with their claims, evidence and conflicts. Reading only."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, or_, select

from casefile.store.matching import amounts_agree, dates_agree, later_status
from casefile.store.rows import ClaimRow, Evidence, Fact
from casefile.store.schema.evidence import Claim, ClaimPassage, Passage, Source
from casefile.store.schema.record import LedgerEntry, Measure
from casefile.store.store import Reader
from casefile.terms import ActionKind, ActionStatus, AmountScale, ClaimState, LedgerBasis, label
from casefile.values import Money, PartialDate, Span

_ORDER = (
    "respondent",
    "authority",
    "jurisdiction",
    "kind",
    "status",
    "decided",
    "changed",
    "amount",
    "conversion",
    "provision",
)
_MULTIPLE = ("respondent", "provision", "conversion")


@dataclass(frozen=True)
class LedgerLine:
    """One entry of a penalty ledger with its claims."""

    entry_id: int
    measure_id: int
    measure_kind: ActionKind
    basis: LedgerBasis
    money: Money
    scale: AmountScale
    per: str
    dated: PartialDate | None
    claims: tuple[ClaimRow, ...]
    in_conflict: bool


def action_facts(reader: Reader, action_id: int) -> tuple[Fact, ...]:
    """The facts of an action in the order in which people read them."""
    claims = claims_of(reader, {("action", action_id)})[("action", action_id)]
    grouped: dict[tuple[str, str], list[tuple[str, ClaimRow]]] = defaultdict(list)
    for field, raw, claim in claims:
        key = (field, raw if field in _MULTIPLE else "")
        grouped[key].append((raw, claim))
    facts = [_fact(field, rows) for (field, _), rows in grouped.items() if field != "amount"]
    facts += [_amount_fact(line) for line in ledger(reader, action_id)]
    return tuple(sorted(facts, key=lambda fact: _ORDER.index(fact.field)))


def ledger(reader: Reader, action_id: int) -> tuple[LedgerLine, ...]:
    """The action's ledgers, measure by measure, each in order."""
    rows = reader.execute(
        select(LedgerEntry, Measure)
        .join(Measure, Measure.id == LedgerEntry.measure_id)
        .where(Measure.action_id == action_id)
        .order_by(Measure.position, LedgerEntry.position)
    ).all()
    claims = claims_of(reader, {("ledger_entry", entry.id) for entry, _ in rows})
    return tuple(
        LedgerLine(
            entry.id,
            measure.id,
            measure.kind,
            entry.basis,
            Money(entry.amount_minor, entry.currency),
            entry.scale,
            entry.per,
            entry.dated,
            tuple(claim for _, _, claim in claims[("ledger_entry", entry.id)]),
            _conflict("amount", _live(claims[("ledger_entry", entry.id)])),
        )
        for entry, measure in rows
    )


def claims_of(
    reader: Reader, records: set[tuple[str, int]]
) -> dict[tuple[str, int], list[tuple[str, str, ClaimRow]]]:
    """For each record (table, id) its claims as field, canonical value and row, oldest first."""
    found: dict[tuple[str, int], list[tuple[str, str, ClaimRow]]] = defaultdict(list)
    if not records:
        return found
    rows = reader.scalars(select(Claim).where(_among(records)).order_by(Claim.id)).all()
    evidence = _evidence_of(reader, [row.id for row in rows])
    for row in rows:
        claim = ClaimRow(
            row.id,
            shown(row.field, row.value),
            row.state,
            row.method,
            row.rule,
            row.confidence,
            row.reviewer,
            row.decided_at,
            row.unreviewed,
            row.reason,
            tuple(evidence[row.id]),
            row.source_id,
        )
        found[(row.record_table, row.record_id)].append((row.field, row.value, claim))
    return found


def actions_in_conflict(reader: Reader, action_ids: Sequence[int]) -> set[int]:
    """The actions among these whose live claims on an amount or a date do not agree."""
    amounts = reader.execute(
        select(Measure.action_id, Claim.record_id, Claim.value)
        .join(LedgerEntry, LedgerEntry.id == Claim.record_id)
        .join(Measure, Measure.id == LedgerEntry.measure_id)
        .where(
            Claim.record_table == "ledger_entry",
            Claim.state == ClaimState.ACCEPTED,
            Measure.action_id.in_(action_ids),
        )
    )
    by_entry: dict[tuple[int, int], list[str]] = defaultdict(list)
    for action_id, entry_id, value in amounts:
        by_entry[(action_id, entry_id)].append(value)
    found = {action_id for (action_id, _), values in by_entry.items() if _conflict("amount", values)}
    dates = reader.execute(
        select(Claim.record_id, Claim.value).where(
            Claim.record_table == "action",
            Claim.field == "decided",
            Claim.state == ClaimState.ACCEPTED,
            Claim.record_id.in_(action_ids),
        )
    )
    by_action: dict[int, list[str]] = defaultdict(list)
    for action_id, value in dates:
        by_action[action_id].append(value)
    return found | {action_id for action_id, values in by_action.items() if _conflict("decided", values)}


def shown(field: str, raw: str) -> str:
    """A claim's canonical value as a person reads it."""
    value = json.loads(raw)
    if field in ("authority", "respondent"):
        return str(value["name"])
    if field in ("kind", "status"):
        return str(value).replace("-", " ").capitalize()
    if field in ("decided", "changed"):
        return str(PartialDate(value))
    if field == "provision":
        return (
            f"{value['instrument']} Art. {value['article']}" if value["article"] else str(value["instrument"])
        )
    if field in ("amount", "conversion"):
        money = Money(value["amount_minor"], value["currency"])
        return shown_sum(money, AmountScale(value["scale"]))
    return str(value)


def shown_sum(money: Money, scale: AmountScale) -> str:
    """The sum as a person reads it; one without its magnitude says so."""
    return f"{money.bare} (magnitude missing)" if scale is AmountScale.MISSING else str(money)


def _fact(field: str, rows: list[tuple[str, ClaimRow]]) -> Fact:
    live = [(raw, claim) for raw, claim in rows if claim.state is ClaimState.ACCEPTED]
    best = _best(field, live) if live else rows[0]
    label_text = {"provision": "Law", "kind": "Measure"}.get(field, field.capitalize())
    in_conflict = field == "decided" and _conflict(field, [raw for raw, _ in live])
    return Fact(field, label_text, best[1].value, tuple(claim for _, claim in rows), in_conflict)


def _best(field: str, live: list[tuple[str, ClaimRow]]) -> tuple[str, ClaimRow]:
    """The sharpest date that agrees with the first; the status furthest on its way; else the first."""
    if field == "decided":
        first = PartialDate(json.loads(live[0][0]))
        agreeing = [row for row in live if dates_agree(first, PartialDate(json.loads(row[0])))]
        return max(agreeing, key=lambda row: len(row[0]))
    if field == "status":
        latest = live[0]
        for row in live[1:]:
            one, other = (ActionStatus(json.loads(raw)) for raw in (latest[0], row[0]))
            latest = row if later_status(one, other) is not one else latest
        return latest
    return live[0]


def _amount_fact(line: LedgerLine) -> Fact:
    value = shown_sum(line.money, line.scale)
    name = f"{label(line.measure_kind)}, {line.basis.value}" + (f", per {line.per}" if line.per else "")
    return Fact("amount", name, value, line.claims, line.in_conflict)


def _live(claims: Iterable[tuple[str, str, ClaimRow]]) -> list[str]:
    return [raw for _, raw, claim in claims if claim.state is ClaimState.ACCEPTED]


def _conflict(field: str, raws: list[str]) -> bool:
    """Whether any of the values contradicts the first."""
    if len(set(raws)) < 2:
        return False
    values = [json.loads(raw) for raw in raws]
    if field == "decided":
        first = PartialDate(values[0])
        return any(not dates_agree(first, PartialDate(value)) for value in values[1:])
    return any(not _same_sum(values[0], value) for value in values[1:])


def _same_sum(one: dict[str, object], other: dict[str, object]) -> bool:
    def read(value: dict[str, object]) -> tuple[Money, AmountScale]:
        return Money(int(str(value["amount_minor"])), str(value["currency"])), AmountScale(
            str(value["scale"])
        )

    (one_money, one_scale), (other_money, other_scale) = read(one), read(other)
    return amounts_agree(one_money, other_money, one_scale, other_scale)


def _among(records: set[tuple[str, int]]) -> ColumnElement[bool]:
    tables = {table for table, _ in records}
    return or_(
        *(
            and_(
                Claim.record_table == table,
                Claim.record_id.in_([id_ for name, id_ in records if name == table]),
            )
            for table in tables
        )
    )


def _evidence_of(reader: Reader, claim_ids: Sequence[int]) -> dict[int, list[Evidence]]:
    """The passages of each claim. A document may have several sources: the claim's own is meant."""
    rows = reader.execute(
        select(ClaimPassage.claim_id, Passage, Source)
        .join(Passage, Passage.id == ClaimPassage.passage_id)
        .join(Claim, Claim.id == ClaimPassage.claim_id)
        .join(Source, Source.id == Claim.source_id)
        .where(ClaimPassage.claim_id.in_(claim_ids))
        .order_by(ClaimPassage.claim_id, Passage.start)
    )
    found: dict[int, list[Evidence]] = defaultdict(list)
    for claim_id, passage, source in rows:
        found[claim_id].append(evidence_row(passage, source))
    return found


def evidence_row(passage: Passage, source: Source) -> Evidence:
    """The passage with its source."""
    return Evidence(
        passage.id,
        source.id,
        source.title or source.file_name,
        source.outlet,
        source.published,
        Span(passage.start, passage.end),
        passage.exact,
        passage.prefix,
        passage.suffix,
    )
