"""An action's facts with their claims, evidence and conflicts. Reading only."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, bindparam, func, select

from casefile import vocabulary
from casefile.fields import PARTS, Field, FieldKind, field, order
from casefile.store.agreement import NO_NAMES, KnownNames, Said, in_conflict, is_own, present, sum_of
from casefile.store.derived import chunks
from casefile.store.layout import page_mark, pages_from
from casefile.store.party_names import SINGLE_ROLES, known_names
from casefile.store.plain_sql import IDS
from casefile.store.rows import ClaimRow, Evidence, Fact, basis_label
from casefile.store.schema.evidence import Claim, ClaimPassage, Document, Passage, Source
from casefile.store.schema.listing import SourceListing
from casefile.store.schema.record import Action, LedgerEntry, Measure
from casefile.store.store import Reader
from casefile.terms import AmountScale, ClaimState
from casefile.values import Money, PartialDate, Span

_SEVERAL = 2


@dataclass(frozen=True, slots=True)
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
    return facts_of_actions(reader, [action_id])[action_id]


def facts_of_actions(
    reader: Reader, ids: Sequence[int], ledgers: Mapping[int, tuple[LedgerLine, ...]] | None = None
) -> dict[int, tuple[Fact, ...]]:
    """The facts of each of these actions, in a few statements however many they are.

    ``ledgers`` is what :func:`ledgers_of` gives, where it was asked for already.
    """
    claims = claims_of(reader, {("action", id_) for id_ in ids})
    lines = ledgers if ledgers is not None else ledgers_of(reader, ids)
    decided = decision_dates(reader, ids)
    grouped = {id_: _by_fact(claims[("action", id_)]) for id_ in ids}
    names = _names(reader, grouped)
    return {id_: _facts(lines[id_], grouped[id_], decided.get(id_), names.get(id_, {})) for id_ in grouped}


def _by_fact(claims: Iterable[tuple[str, str, ClaimRow]]) -> "_Grouped":
    """The claims of an action by the facts that they are about: field, and value where there are several."""
    grouped: _Grouped = defaultdict(list)
    for name, raw, claim in claims:
        key = (name, raw if field(name).many or name == "amount" else "")
        grouped[key].append((raw, claim))
    return grouped


def _facts(
    lines: Iterable[LedgerLine],
    grouped: "_Grouped",
    decided: PartialDate | None,
    names: Mapping[str, KnownNames],
) -> tuple[Fact, ...]:
    facts = [_amount_fact(line) for line in lines]
    facts += [
        _fact(field(name), rows, decided, names.get(name, NO_NAMES)) for (name, _), rows in grouped.items()
    ]
    return tuple(sorted(facts, key=lambda fact: order(fact.field)))


_Grouped = dict[tuple[str, str], list[tuple[str, ClaimRow]]]


def _names(reader: Reader, grouped: Mapping[int, _Grouped]) -> dict[int, dict[str, KnownNames]]:
    """By action and field what its party is known by, where several claims name it."""
    several = [
        id_
        for id_, facts in grouped.items()
        if any(len(facts.get((name, ""), ())) >= _SEVERAL for name in SINGLE_ROLES)
    ]
    found: dict[int, dict[str, KnownNames]] = defaultdict(dict)
    for some in chunks(several):
        for (action_id, name), names in known_names(reader, some).items():
            found[action_id][name] = names
    return found


def ledger(reader: Reader, action_id: int, *, with_history: bool = False) -> tuple[LedgerLine, ...]:
    """The action's ledgers, measure by measure, each in order; maybe with the entries that count no more."""
    return ledgers_of(reader, [action_id], with_history=with_history)[action_id]


def ledgers_of(
    reader: Reader, ids: Sequence[int], *, with_history: bool = False
) -> dict[int, tuple[LedgerLine, ...]]:
    """The ledgers of each of these actions, in a few statements however many they are."""
    rows = [row for some in chunks(set(ids)) for row in _ledger_rows(reader, some, with_history=with_history)]
    claims = claims_of(reader, {("ledger_entry", entry.id) for entry, _ in rows})
    decided = decision_dates(reader, ids)
    lines: dict[int, list[LedgerLine]] = {id_: [] for id_ in ids}
    for entry, measure in rows:
        action_id = measure.action_id
        said = claims[("ledger_entry", entry.id)]
        lines[action_id].append(_ledger_line(entry, measure, said, decided.get(action_id)))
    return {id_: tuple(some) for id_, some in lines.items()}


def _ledger_rows(
    reader: Reader, ids: Sequence[int], *, with_history: bool
) -> Sequence[Row[LedgerEntry, Measure]]:
    return reader.execute(_LEDGERS if with_history else _LIVE_LEDGERS, {"ids": ids}).all()


_LEDGERS = (
    select(LedgerEntry, Measure)
    .join(Measure, Measure.id == LedgerEntry.measure_id)
    .where(Measure.action_id.in_(IDS))
    .order_by(Measure.action_id, Measure.position, LedgerEntry.position)
)
_LIVE_LEDGERS = _LEDGERS.where(LedgerEntry.is_live)


def _ledger_line(
    entry: LedgerEntry,
    measure: Measure,
    claims: Sequence[tuple[str, str, ClaimRow]],
    decided: PartialDate | None,
) -> LedgerLine:
    return LedgerLine(
        entry.id,
        measure.id,
        measure.kind,
        entry.basis,
        Money(entry.amount_minor, entry.currency),
        entry.scale,
        entry.per,
        entry.dated,
        tuple(claim for name, _, claim in claims if name == "amount"),
        in_conflict(field("amount"), _live(claims), decided),
        entry.is_live,
        entry.note,
        _converted(entry),
        entry.rate,
        entry.rate_date,
        _part_facts("ledger_entry", claims),
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
    return decision_dates(reader, [action_id]).get(action_id)


def decision_dates(reader: Reader, ids: Sequence[int]) -> dict[int, PartialDate]:
    """When each of these actions was decided; those without a date are not in it."""
    found: dict[int, PartialDate] = {}
    for some in chunks(set(ids)):
        rows = reader.execute(_DECISIONS, {"ids": some})
        found |= {id_: decided for id_, decided in rows if decided is not None}
    return found


_DECISIONS = select(Action.id, Action.decided).where(Action.id.in_(IDS))


def claims_of(
    reader: Reader, records: set[tuple[str, int]]
) -> dict[tuple[str, int], list[tuple[str, str, ClaimRow]]]:
    """For each record (table, id) its claims as field, canonical value and row, oldest first."""
    found: dict[tuple[str, int], list[tuple[str, str, ClaimRow]]] = defaultdict(list)
    by_table: dict[str, list[int]] = defaultdict(list)
    for table, id_ in records:
        by_table[table].append(id_)
    for table, ids in by_table.items():
        for some in chunks(ids):
            _add_claims(reader, table, some, found)
    return found


def _add_claims(
    reader: Reader,
    table: str,
    ids: Sequence[int],
    found: dict[tuple[str, int], list[tuple[str, str, ClaimRow]]],
) -> None:
    rows = reader.execute(_CLAIMS, {"table": table, "ids": ids}).all()
    evidence = _evidence_of(reader, [row[0] for row in rows])
    known: dict[str, str] = {}
    for id_, record_id, name, raw, *rest, proposal_id, title, voice in rows:
        state, method, said_rule, confidence, said_by, decided_at, unreviewed, reason, source_id = rest
        # A hundred thousand claims have few rules, persons and titles.
        rule, reviewer, source = (known.setdefault(words, words) for words in (said_rule, said_by, title))
        claim = ClaimRow(
            id_,
            shown(name, raw),
            state,
            method,
            rule,
            confidence,
            reviewer,
            decided_at,
            unreviewed,
            reason,
            tuple(evidence.get(id_, ())),
            source_id,
            is_own(method, proposal_id, reason),
            raw,
            source,
            voice,
        )
        found[(table, record_id)].append((name, raw, claim))


# Columns, as whole objects of the schema take twice as long, and there may be a hundred thousand.
_CLAIM_COLUMNS = (
    Claim.id, Claim.record_id, Claim.field, Claim.value, Claim.state, Claim.method, Claim.rule,
    Claim.confidence, Claim.reviewer, Claim.decided_at, Claim.unreviewed, Claim.reason, Claim.source_id,
    Claim.proposal_id, func.coalesce(func.nullif(Source.title, ""), Source.file_name, ""),
    SourceListing.cluster_id,
)  # fmt: skip
_CLAIMS = (
    select(*_CLAIM_COLUMNS)
    .select_from(Claim)
    .outerjoin(Source, Source.id == Claim.source_id)
    .outerjoin(SourceListing, SourceListing.id == Claim.source_id)
    .where(Claim.record_table == bindparam("table"), Claim.record_id.in_(IDS))
    .order_by(Claim.id)
)


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


def _evidence_of(reader: Reader, claim_ids: Sequence[int]) -> dict[int, list[Evidence]]:
    """The passages of each claim. A document may have several sources: the claim's own is meant."""
    found: dict[int, list[Evidence]] = defaultdict(list)
    known: dict[tuple[int, int], Evidence] = {}
    for some in chunks(claim_ids):
        rows = reader.execute(_EVIDENCE_OF_CLAIMS, {"ids": some})
        for claim_id, passage_id, source_id, *values in rows:
            # Many claims rest on one passage.
            one = known.get((passage_id, source_id)) or evidence(passage_id, source_id, *values)
            known[passage_id, source_id] = one
            found[claim_id].append(one)
    return found


EVIDENCE_COLUMNS = (
    Passage.id, Source.id, func.coalesce(func.nullif(Source.title, ""), Source.file_name), Source.outlet,
    Source.published, Passage.start, Passage.end, Passage.exact, Passage.prefix, Passage.suffix,
    Document.pages,
)  # fmt: skip
"""What :func:`evidence` takes, in a query that joins a passage, its document and its source."""
_EVIDENCE_OF_CLAIMS = (
    select(ClaimPassage.claim_id, *EVIDENCE_COLUMNS)
    .join(Passage, Passage.id == ClaimPassage.passage_id)
    .join(Document, Document.id == Passage.document_id)
    .join(Claim, Claim.id == ClaimPassage.claim_id)
    .join(Source, Source.id == Claim.source_id)
    .where(ClaimPassage.claim_id.in_(IDS))
    .order_by(ClaimPassage.claim_id, Passage.start)
)


def evidence(
    passage_id: int,
    source_id: int,
    title: str,
    outlet: str,
    published: PartialDate | None,
    start: int,
    end: int,
    exact: str,
    prefix: str,
    suffix: str,
    pages: str,
) -> Evidence:
    """The passage with its source and, by the document's ``pages``, its page."""
    span = Span(start, end)
    page = page_mark(pages_from(pages), span) if pages else ""
    return Evidence(passage_id, source_id, title, outlet, published, span, exact, prefix, suffix, page)


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
