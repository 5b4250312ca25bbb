"""How the record is told in a brief: facts, ledgers, conflicts, quotes, with their numbered sources."""

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from casefile.briefs.fences import isolated
from casefile.briefs.model import (
    Amount,
    BriefAction,
    BriefConflict,
    BriefEvent,
    BriefFact,
    BriefPosition,
    BriefQuote,
    BriefSource,
    Citation,
    Citations,
    FactField,
    LedgerEntry,
    Statement,
)
from casefile.briefs.wording import ENGLISH, Phrasing
from casefile.fields import FIELDS, FieldGroup, order
from casefile.store import queries
from casefile.store.conflict_rows import Settlement
from casefile.store.conflicts import rival_claims, settlement_of
from casefile.store.dashboard_rows import OpenAppeal
from casefile.store.facts import LedgerLine, shown_sum
from casefile.store.rows import (
    ActionRecord,
    ClaimRow,
    EventRow,
    Evidence,
    Fact,
    QuoteRow,
    SourceRecord,
    basis_label,
    status_label,
)
from casefile.store.store import Reader
from casefile.terms import ClaimState, label
from casefile.values import Anchor

_FIELDS = {
    "respondent": FactField.RESPONDENT,
    "authority": FactField.AUTHORITY,
    "jurisdiction": FactField.JURISDICTION,
    "kind": FactField.KIND,
    "status": FactField.STATUS,
    "decided": FactField.DECIDED,
    "amount": FactField.AMOUNT,
    "provision": FactField.PROVISION,
}
"""Every field that is not here is printed under its own name."""
_CORROBORATED = frozenset({"amount", "decided", "status", "kind"})
_FOR_THE_DESK = frozenset(entry.name for entry in FIELDS if entry.group is FieldGroup.UPKEEP)
"""Tags and the like help a person to work; a brief does not tell them."""


@dataclass
class Sources:
    """Numbers the sources in the order in which they are first cited; knows in which language one tells."""

    numbers: dict[int, int] = field(default_factory=dict)
    put: Phrasing = ENGLISH
    _cited: dict[tuple[int, int], Citation] = field(default_factory=dict)
    """By source and passage: many statements rest on one."""

    def cite(self, evidence: Iterable[Evidence]) -> Citations:
        """One citation for each passage."""
        return tuple(map(self._cite, evidence))

    def _cite(self, one: Evidence) -> Citation:
        found = self._cited.get((one.source_id, one.passage_id))
        if found is None:
            passage = Anchor(one.span, one.exact, one.prefix, one.suffix)
            found = Citation(self._number(one.source_id), passage, one.page)
            self._cited[one.source_id, one.passage_id] = found
        return found

    def cite_claims(self, claims: Iterable[ClaimRow]) -> Citations:
        """The claims' passages; of a claim that rests on none, its source as a whole."""
        cited: list[Citation] = []
        for claim in claims:
            cited += self.cite(claim.evidence)
            if not claim.evidence and claim.source_id is not None:
                cited.append(Citation(self._number(claim.source_id)))
        return tuple(cited)

    def _number(self, source_id: int) -> int:
        return self.numbers.setdefault(source_id, len(self.numbers) + 1)


def without(record: ActionRecord, left_out: Container[str]) -> ActionRecord:
    """The record without the facts that are not to be told."""
    kept = tuple(fact for fact in record.facts if fact_key(record.row.id, fact) not in left_out)
    return record if len(kept) == len(record.facts) else replace(record, facts=kept)


def fact_key(action_id: int, fact: Fact) -> str:
    """What the fact is named by: see :attr:`casefile.briefs.model.BriefFact.key`."""
    return f"action/{action_id}/{fact.field}/{fact.label}"


def tell_appeal(appeal: OpenAppeal, record: ActionRecord, sources: Sources) -> Statement:
    """``Acme Corp: appeal before the Rechtbank Den Haag since 3 March 2025.``."""
    put = sources.put
    court = put.say(" before {court}", court=isolated(appeal.court)) if appeal.court else ""
    since = put.say(" since {date}", date=put.date(appeal.since)) if appeal.since else ""
    told = [fact for fact in record.facts if fact.field in ("appeal", "status")]
    best = [fact for fact in told if fact.field == "appeal"] or told
    claims = [claim for fact in best for claim in _live(fact)]
    text = put.say("{title}: appeal{court}{since}.", title=isolated(appeal.title), court=court, since=since)
    return Statement(text, sources.cite_claims(claims))


def tell_summary(record: ActionRecord, sources: Sources) -> Statement:
    """``Luka Inc.: fine of €5,000,000, imposed (Garante…, 10 April 2025).``."""
    row, put = record.row, sources.put
    shown = shown_sum(row.amount, row.scale) if row.amount and row.scale else ""
    amount = put.say(" of {sum}", sum=put.sum(row.amount, row.scale)) if row.amount and row.scale else ""
    day = put.date(row.decided) if row.decided else ""
    where = ", ".join(part for part in (isolated(row.authority), day) if part)
    text = put.say(
        "{names}: {measure}{amount}, {status} ({where}).",
        names=", ".join(map(isolated, row.respondents)),
        measure=put.lower(put.say(label(row.kind))),
        amount=amount,
        status=put.lower(put.say(status_label(row.status))),
        where=where,
    )
    said = (shown, label(row.kind))
    claims = [claim for fact in record.facts for claim in _live(fact) if fact.value in said]
    return Statement(text, sources.cite_claims(claim for claim in claims if claim.value in said))


def tell_action(record: ActionRecord, lines: Sequence[LedgerLine], sources: Sources) -> BriefAction:
    """An action with its facts, and its amounts over time where there are several."""
    present = str(record.row.amount)
    facts = sorted(record.facts, key=lambda fact: _place(fact, present))
    return BriefAction(
        title=record.row.title,
        facts=tuple(
            _fact(fact, sources, fact_key(record.row.id, fact))
            for fact in facts
            if _live(fact) and fact.field not in _FOR_THE_DESK
        ),
        ledger=_ledger(lines, sources, f"action/{record.row.id}") if len(lines) > 1 else (),
    )


def _place(fact: Fact, present: str) -> tuple[int, bool]:
    """The order of print; of several sums the present one comes first."""
    return order(fact.field), fact.field == "amount" and fact.value != present


def _live(fact: Fact) -> list[ClaimRow]:
    return [claim for claim in fact.claims if claim.state is ClaimState.ACCEPTED]


def _fact(fact: Fact, sources: Sources, key: str) -> BriefFact:
    """Claims that say the same stand behind the value; the others are said beside it."""
    put = sources.put
    live = _live(fact)
    same = [claim for claim in live if claim.value == fact.value] or live[:1]
    others = {claim.value: claim for claim in live if claim not in same}
    remarks = tuple(
        Statement(
            put.say("Another source: {value}", value=isolated(_put(fact, claim.value, [claim], put))),
            sources.cite_claims([claim]),
        )
        for claim in others.values()
    )
    return BriefFact(
        field=_FIELDS.get(fact.field, FactField.OTHER),
        value=_put(fact, fact.value, same, put),
        citations=sources.cite_claims(same),
        remarks=remarks if fact.field in ("amount", "decided") else (),
        corroboration=_corroboration(same, put) if fact.field in _CORROBORATED else "",
        name=fact.label,
        reviewed=not any(claim.unreviewed for claim in live),
        key=key,
    )


def _put(fact: Fact, value: str, claims: Sequence[ClaimRow], put: Phrasing) -> str:
    """The value in the brief's language."""
    if fact.field == "jurisdiction":
        return put.jurisdiction(value)
    raw = next((claim.raw for claim in claims if claim.value == value), "")
    return put.value(fact.field, raw, value)


def _ledger(lines: Sequence[LedgerLine], sources: Sources, record: str) -> tuple[LedgerEntry, ...]:
    """The amounts of all measures in the order of time; undated ones last."""
    several = len({line.measure_id for line in lines}) > 1
    in_order = sorted(lines, key=lambda line: line.dated.earliest if line.dated else date.max)
    return tuple(_ledger_entry(line, sources, record, named=several or bool(line.per)) for line in in_order)


def _ledger_entry(line: LedgerLine, sources: Sources, record: str, *, named: bool) -> LedgerEntry:
    """The entry; ``named`` by its measure too, where there are several or it is owed again and again."""
    live = [claim for claim in line.claims if claim.state is ClaimState.ACCEPTED]
    return LedgerEntry(
        line.dated,
        sources.put.say(basis_label(line.basis)),
        Amount(line.money, line.scale),
        sources.cite_claims(claim for claim in live if claim.value == live[0].value),
        reviewed=not any(claim.unreviewed for claim in live),
        key=f"{record}/ledger/{basis_label(line.basis)}",
        conversion=_conversion(line, sources.put),
        name=sources.put.label(line.fact.label) if named else "",
    )


def _conversion(line: LedgerLine, put: Phrasing) -> str:
    """``$13,600,000 at 1.0968 on 18 March 2025``, as it was recorded; "" without a conversion."""
    if line.converted is None:
        return ""
    rate = put.say(" at {rate}", rate=put.rate(line.rate)) if line.rate else ""
    day = put.say(" on {day}", day=put.date(line.rate_date)) if line.rate_date else ""
    return f"{put.money(line.converted)}{rate}{day}"


def _corroboration(claims: Sequence[ClaimRow], put: Phrasing) -> str:
    """How many sources say so, and how many of those are no copies or versions of one another."""
    count = len({claim.source_id for claim in claims if claim.source_id is not None})
    voices = len({claim.voice for claim in claims if claim.voice is not None})
    if count <= 1:
        return ""
    if voices == count:
        return put.count("{count} independent source", "{count} independent sources", count)
    return put.say("{count} sources, {voices} independent", count=count, voices=voices)


def tell_conflict(record: ActionRecord, fact: Fact, sources: Sources) -> BriefConflict:
    """What each side says of a fact."""
    by_value: dict[str, list[ClaimRow]] = {}
    for claim in rival_claims(fact):
        by_value.setdefault(claim.value, []).append(claim)
    positions = tuple(
        BriefPosition(
            _put(fact, value, claims, sources.put),
            sources.cite_claims(claims),
            value == fact.value,
            _corroboration(claims, sources.put),
        )
        for value, claims in by_value.items()
    )
    settled = settlement_of(fact)
    value = _put(fact, fact.value, fact.claims, sources.put)
    words = "" if settled is None else _settlement(settled, value, sources.put)
    return BriefConflict(record.row.title, fact.label, positions, words)


def _settlement(settlement: Settlement, value: str, put: Phrasing) -> str:
    """``€12,400,000, because the authority's own release says so (A. Officer, 3 March 2025)``."""
    reason = f": {isolated(settlement.reason.rstrip('.'))}" if settlement.reason else ""
    day = put.day(settlement.at.date()) if settlement.at else ""
    who = ", ".join(part for part in (isolated(settlement.person), day) if part)
    return f"{isolated(value)}{reason}" + (f" ({who})." if who else ".")


def tell_quote(row: QuoteRow, sources: Sources, unreviewed: set[int]) -> BriefQuote:
    """A quote with where it stands."""
    return BriefQuote(
        row.text,
        sources.cite([row.evidence]),
        row.speaker,
        row.role,
        row.kind,
        row.language,
        row.translation,
        reviewed=row.id not in unreviewed,
        key=f"quote/{row.id}",
    )


def tell_event(row: EventRow, sources: Sources, unreviewed: set[int]) -> BriefEvent:
    """An event with where it stands."""
    return BriefEvent(
        row.dated,
        row.about,
        sources.cite([row.evidence]),
        reviewed=row.id not in unreviewed,
        key=f"event/{row.id}",
    )


def source_list(reader: Reader, sources: Sources) -> tuple[BriefSource, ...]:
    """The cited sources by their numbers."""
    listed, clusters = [], defaultdict(list)
    for record in queries.described_sources(reader, list(sources.numbers)):
        number = sources.numbers[record.row.id]
        clusters[record.row.cluster_id].append(number)
        listed.append((record.row.cluster_id, _source(record, number)))
    return tuple(
        replace(source, same_text_as=tuple(other for other in clusters[cluster] if other != source.number))
        for cluster, source in listed
    )


def _source(record: SourceRecord, number: int) -> BriefSource:
    row = record.row
    return BriefSource(
        number=number,
        title=row.title or row.file_name,
        outlet=row.outlet,
        authors=record.authors,
        published=row.published,
        url=record.url,
        kind=row.kind,
        primary=record.is_primary,
        captured=record.captured_at,
        sha256=record.sha256,
        file_name=row.file_name,
        language=row.language,
    )
