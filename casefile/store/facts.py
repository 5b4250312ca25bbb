"""An action's facts with their claims, evidence and conflicts. Reading only."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select

from casefile import vocabulary
from casefile.fields import PARTS, Field, FieldKind, field, order
from casefile.store.agreement import NO_NAMES, KnownNames, Said, in_conflict, is_own, present, sum_of
from casefile.store.layout import page_mark, pages_from
from casefile.store.party_names import SINGLE_ROLES, known_names
from casefile.store.rows import ClaimRow, Evidence, Fact, basis_label
from casefile.store.schema.evidence import Claim, ClaimPassage, Document, Passage, Source
from casefile.store.schema.listing import SourceListing
from casefile.store.schema.record import Action, LedgerEntry, Measure
from casefile.store.store import Reader
from casefile.terms import AmountScale, ClaimState
from casefile.values import Money, PartialDate, Span

_SEVERAL = 2


@dataclass(frozen=True)
class LedgerLine:
    """One entry of a penalty ledger with its claims."""

    entry_id: int
    measure_id: int
    measure_kind: str
    basis: str
    """A :class:`LedgerBasis`, or a person's own words."""
    money: Money
    scale: AmountScale
    per: str
    dated: PartialDate | None
    claims: tuple[ClaimRow, ...]
    in_conflict: bool
    is_live: bool
    """Whether a live claim says so; other entries are history."""
    note: str
    converted: Money | None
    rate: str
    """Units of the converted currency for one of the stated, as a decimal; "" without a conversion."""
    rate_date: PartialDate | None
    facts: tuple[Fact, ...]
    """What else claims say of the entry: see :data:`casefile.fields.PARTS`."""

    @property
    def fact(self) -> Fact:
        """The entry as one of the action's facts."""
        return _amount_fact(self)


def action_facts(reader: Reader, action_id: int) -> tuple[Fact, ...]:
    """The facts of an action in the order in which people read them; sums that were left out come last."""
    claims = claims_of(reader, {("action", action_id)})[("action", action_id)]
    grouped: dict[tuple[str, str], list[tuple[str, ClaimRow]]] = defaultdict(list)
    for name, raw, claim in claims:
        key = (name, raw if field(name).many or name == "amount" else "")
        grouped[key].append((raw, claim))
    decided = decision_date(reader, action_id)
    names = _names(reader, action_id, grouped)
    facts = [_amount_fact(line) for line in ledger(reader, action_id)]
    facts += [
        _fact(field(name), rows, decided, names.get(name, NO_NAMES)) for (name, _), rows in grouped.items()
    ]
    return tuple(sorted(facts, key=lambda fact: order(fact.field)))


def _names(
    reader: Reader, action_id: int, grouped: Mapping[tuple[str, str], Sequence[object]]
) -> dict[str, KnownNames]:
    """By field what its party is known by, where several claims name it."""
    if all(len(grouped.get((name, ""), ())) < _SEVERAL for name in SINGLE_ROLES):
        return {}
    return {name: names for (_, name), names in known_names(reader, [action_id]).items()}


def ledger(reader: Reader, action_id: int, *, with_history: bool = False) -> tuple[LedgerLine, ...]:
    """The action's ledgers, measure by measure, each in order; maybe with the entries that count no more."""
    query = (
        select(LedgerEntry, Measure)
        .join(Measure, Measure.id == LedgerEntry.measure_id)
        .where(Measure.action_id == action_id)
        .order_by(Measure.position, LedgerEntry.position)
    )
    rows = reader.execute(query if with_history else query.where(LedgerEntry.is_live)).all()
    claims = claims_of(reader, {("ledger_entry", entry.id) for entry, _ in rows})
    decided = decision_date(reader, action_id)
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
            tuple(claim for name, _, claim in claims[("ledger_entry", entry.id)] if name == "amount"),
            in_conflict(field("amount"), _live(claims[("ledger_entry", entry.id)]), decided),
            entry.is_live,
            entry.note,
            _converted(entry),
            entry.rate,
            entry.rate_date,
            _part_facts("ledger_entry", claims[("ledger_entry", entry.id)]),
        )
        for entry, measure in rows
    )


def part_facts(reader: Reader, table: str, ids: Iterable[int]) -> dict[int, tuple[Fact, ...]]:
    """For each record of ``PARTS`` what claims say of it, fields without a claim left out."""
    claims = claims_of(reader, {(table, id_) for id_ in ids})
    return {id_: _part_facts(table, claims[(table, id_)]) for _, id_ in list(claims)}


def _part_facts(table: str, claims: Sequence[tuple[str, str, ClaimRow]]) -> tuple[Fact, ...]:
    rows = {name: [(raw, claim) for said, raw, claim in claims if said == name] for name in PARTS[table]}
    return tuple(_fact(field(name), said, None) for name, said in rows.items() if said)


def _converted(entry: LedgerEntry) -> Money | None:
    if entry.converted_minor is None:
        return None
    return Money(entry.converted_minor, entry.converted_currency)


def decision_date(reader: Reader, action_id: int) -> PartialDate | None:
    """When the action was decided, for comparing sums in two currencies."""
    return reader.scalar(select(Action.decided).where(Action.id == action_id))


def claims_of(
    reader: Reader, records: set[tuple[str, int]]
) -> dict[tuple[str, int], list[tuple[str, str, ClaimRow]]]:
    """For each record (table, id) its claims as field, canonical value and row, oldest first."""
    found: dict[tuple[str, int], list[tuple[str, str, ClaimRow]]] = defaultdict(list)
    if not records:
        return found
    title = func.coalesce(func.nullif(Source.title, ""), Source.file_name, "")
    rows = reader.execute(
        select(Claim, title, SourceListing.cluster_id)
        .outerjoin(Source, Source.id == Claim.source_id)
        .outerjoin(SourceListing, SourceListing.id == Claim.source_id)
        .where(_among(records))
        .order_by(Claim.id)
    ).all()
    evidence = _evidence_of(reader, [row.id for row, *_ in rows])
    for row, source, voice in rows:
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
            is_own(row.method, row.proposal_id, row.reason),
            row.value,
            source,
            voice,
        )
        found[(row.record_table, row.record_id)].append((row.field, row.value, claim))
    return found


def shown(name: str, raw: str) -> str:
    """A claim's canonical value as a person reads it."""
    return _shown(field(name), json.loads(raw))


def _shown(entry: Field, value: Any) -> str:  # noqa: ANN401
    match entry.kind:
        case FieldKind.PARTY:
            capacity = value.get("capacity", "")
            return f"{value['name']} ({capacity})" if capacity else str(value["name"])
        case FieldKind.LISTED:
            return vocabulary.label(entry.vocabulary, value)
        case FieldKind.DATE:
            return str(PartialDate(value))
        case FieldKind.PROVISION:
            return _shown_provision(value)
        case FieldKind.SUM:
            return shown_sum(*sum_of(value))
        case FieldKind.IDENTIFIER:
            return _shown_identifier(value)
        case FieldKind.APPEAL:
            steps = (
                f"{value['from_body']} {value['from_number']}",
                f"{value['to_body']} {value['to_number']}",
            )
            return " → ".join(step.strip() for step in steps if step.strip())
        case FieldKind.GROUP:
            return str(value["name"])
        case FieldKind.RELATION:
            return f"{vocabulary.label('relations', value['relation'])}: action {value['action_id']}"
        case _:
            return f"{value:,}" if isinstance(value, int) else str(value)


def _shown_identifier(value: dict[str, str]) -> str:
    """The number with its kind, where it does not say that itself as an ECLI does."""
    kind = vocabulary.label("identifier-schemes", value["scheme"])
    return value["value"] if value["value"].startswith(f"{kind}:") else f"{kind} {value['value']}"


def _shown_provision(value: dict[str, str]) -> str:
    text = f"{value['instrument']} Art. {value['article']}" if value["article"] else value["instrument"]
    finding = value.get("finding", "")
    return f"{text} ({vocabulary.label('findings', finding)})" if finding else text


def shown_sum(money: Money, scale: AmountScale) -> str:
    """The sum as a person reads it; one without its magnitude says so."""
    return f"{money.bare} (scale missing)" if scale is AmountScale.MISSING else str(money)


def _fact(
    entry: Field, rows: list[tuple[str, ClaimRow]], decided: PartialDate | None, names: KnownNames = NO_NAMES
) -> Fact:
    live = [(raw, claim) for raw, claim in rows if claim.state is ClaimState.ACCEPTED]
    said = [Said(raw, claim.is_own) for raw, claim in live]
    value = live[present(entry, said)][1].value if live else ""
    claims = tuple(claim for _, claim in rows)
    contested = in_conflict(entry, said, decided, names)
    return Fact(entry.name, entry.label, value or claims[0].value, claims, contested)


def _live(claims: Iterable[tuple[str, str, ClaimRow]]) -> list[Said]:
    return [
        Said(raw, claim.is_own)
        for name, raw, claim in claims
        if name == "amount" and claim.state is ClaimState.ACCEPTED
    ]


def _amount_fact(line: LedgerLine) -> Fact:
    value = shown_sum(line.money, line.scale)
    kind = vocabulary.label("measure-kinds", line.measure_kind)
    name = f"{kind}, {basis_label(line.basis).lower()}" + (f", per {line.per}" if line.per else "")
    return Fact("amount", name, value, line.claims, line.in_conflict)


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
        select(ClaimPassage.claim_id, Passage, Source, Document.pages)
        .join(Passage, Passage.id == ClaimPassage.passage_id)
        .join(Document, Document.id == Passage.document_id)
        .join(Claim, Claim.id == ClaimPassage.claim_id)
        .join(Source, Source.id == Claim.source_id)
        .where(ClaimPassage.claim_id.in_(claim_ids))
        .order_by(ClaimPassage.claim_id, Passage.start)
    )
    found: dict[int, list[Evidence]] = defaultdict(list)
    for claim_id, passage, source, pages in rows:
        found[claim_id].append(evidence_row(passage, source, pages))
    return found


def evidence_row(passage: Passage, source: Source, pages: str) -> Evidence:
    """The passage with its source and, by the document's ``pages``, its page."""
    span = Span(passage.start, passage.end)
    return Evidence(
        passage.id,
        source.id,
        source.title or source.file_name,
        source.outlet,
        source.published,
        span,
        passage.exact,
        passage.prefix,
        passage.suffix,
        page_mark(pages_from(pages), span),
    )
