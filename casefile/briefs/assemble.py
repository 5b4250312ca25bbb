"""From the store to the brief's model: which facts, quotes, events and sources, numbered. No layout."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from casefile.briefs.model import (
    Amount,
    Brief,
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
    KeyFigure,
    LedgerEntry,
    PageSize,
    Statement,
)
from casefile.fields import FIELDS, FieldGroup, order
from casefile.registry import country
from casefile.store import lists, queries
from casefile.store.facts import LedgerLine, ledger, shown_sum
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
from casefile.terms import ActionStatus, AmountScale, ClaimState, label
from casefile.values import Anchor, Money

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
_FOR_THE_DESK = frozenset(entry.name for entry in FIELDS if entry.group is FieldGroup.UPKEEP)
"""Tags and the like help a person to work; a brief does not tell them."""

_STANDING = frozenset(ActionStatus) - {ActionStatus.PROPOSED, ActionStatus.ANNULLED, ActionStatus.ONGOING}


@dataclass(frozen=True)
class BriefRequest:
    """What a person asks for; without a case file every action is meant."""

    title: str = ""
    case_id: int | None = None
    page_size: PageSize = PageSize.A4
    organisation: str = ""
    author: str = ""
    recipient: str = ""
    marking: str = ""


@dataclass
class _Sources:
    """Numbers the sources in the order in which they are first cited."""

    numbers: dict[int, int] = field(default_factory=dict)

    def cite(self, evidence: Iterable[Evidence]) -> Citations:
        """One citation for each passage."""
        return tuple(
            Citation(
                self._number(one.source_id), Anchor(one.span, one.exact, one.prefix, one.suffix), one.page
            )
            for one in evidence
        )

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


@dataclass(frozen=True)
class Chosen:
    """The records that a brief is about, in the order in which it tells them."""

    actions: Sequence[int] = ()
    quotes: Sequence[int] = ()
    events: Sequence[int] = ()

    @classmethod
    def of_case(cls, reader: Reader, case_id: int | None) -> "Chosen":
        """All of a case file, or of the store; nothing from the trash."""
        return cls(
            lists.action_ids(reader, case_id),
            lists.quote_ids(reader, case_id),
            lists.event_ids(reader, case_id),
        )

    def still_there(self, reader: Reader) -> "Chosen":
        """Those of them that are in the record and not in the trash."""
        everything = Chosen.of_case(reader, None)
        return Chosen(
            _both(self.actions, everything.actions),
            _both(self.quotes, everything.quotes),
            _both(self.events, everything.events),
        )


def _both(ids: Sequence[int], others: Sequence[int]) -> list[int]:
    known = set(others)
    return [id_ for id_ in ids if id_ in known]


def assemble(reader: Reader, request: BriefRequest, as_of: datetime | None = None) -> Brief:
    """The brief of a case file or of every action; only what was accepted."""
    brief = assemble_records(reader, Chosen.of_case(reader, request.case_id))
    return replace(
        brief,
        title=request.title or _default_title(reader, request.case_id),
        as_of=as_of or datetime.now(UTC),
        organisation=request.organisation,
        author=request.author,
        recipient=request.recipient,
        marking=request.marking,
        page_size=request.page_size,
    )


def assemble_records(reader: Reader, chosen: Chosen) -> Brief:
    """What the record says of these today, without a title block."""
    records = [queries.action_record(reader, action_id) for action_id in chosen.actions]
    sources = _Sources()
    actions = [_action(reader, record, sources) for record in records]
    conflicts = [
        conflict
        for record in records
        for fact in record.facts
        if fact.in_conflict
        for conflict in [_conflict(record, fact, sources)]
    ]
    unreviewed_quotes = queries.unreviewed_ids(reader, "quote")
    unreviewed_events = queries.unreviewed_ids(reader, "timeline_event")
    quotes = queries.quote_rows(reader, chosen.quotes)
    events = queries.event_rows(reader, chosen.events)
    return Brief(
        title="",
        as_of=datetime.now(UTC),
        figures=_figures(records, conflicts),
        summary=tuple(_summary(record, sources) for record in records),
        actions=tuple(actions),
        conflicts=tuple(conflicts),
        quotes=tuple(_quote(row, sources, unreviewed_quotes) for row in quotes),
        events=tuple(_event(row, sources, unreviewed_events) for row in events),
        sources=_source_list(reader, sources),
    )


def _default_title(reader: Reader, case_id: int | None) -> str:
    titles = {row.id: row.title for row in queries.case_rows(reader)}
    return titles.get(case_id or 0, "Enforcement actions")


def _figures(records: list[ActionRecord], conflicts: list[BriefConflict]) -> tuple[KeyFigure, ...]:
    """Counts, and the sum of the amounts that stand where all of them are stated in one currency.

    What is owed for each day is no part of a sum.
    """
    if not records:
        return ()
    figures = [KeyFigure(str(len(records)), "enforcement action" + ("s" if len(records) != 1 else ""))]
    rows = (record.row for record in records)
    standing = [row for row in rows if row.amount and not row.per and row.status in _STANDING]
    sums = [row.amount for row in standing if row.amount and row.scale is AmountScale.STATED]
    currencies = {money.currency for money in sums}
    if len(sums) == len(standing) and len(currencies) == 1:
        total = Money(sum(money.amount_minor for money in sums), currencies.pop())
        figures.append(KeyFigure(Amount(total), "in penalties as they stand"))
    voices = {claim.source_id: claim.voice for record in records for claim in _all_evident(record)}
    figures.append(KeyFigure(str(len(voices)), _sources_caption(len(voices), len(set(voices.values())))))
    if conflicts:
        caption = "figure in conflict" if len(conflicts) == 1 else "figures in conflict"
        figures.append(KeyFigure(str(len(conflicts)), caption))
    return tuple(figures)


def _sources_caption(count: int, independent: int) -> str:
    """``sources``, or ``sources, 1 independent`` where some are copies or versions of others."""
    caption = "source" if count == 1 else "sources"
    return caption if independent == count else f"{caption}, {independent} independent"


def _all_evident(record: ActionRecord) -> Iterable[ClaimRow]:
    """The claims that rest on passages."""
    return (claim for fact in record.facts for claim in fact.claims if claim.evidence)


def _summary(record: ActionRecord, sources: _Sources) -> Statement:
    """``Luka Inc.: fine of €5,000,000, imposed (Garante…, 10 April 2025).``."""
    row = record.row
    shown = shown_sum(row.amount, row.scale) if row.amount and row.scale else ""
    amount = f" of {shown}" if shown else ""
    where = ", ".join(part for part in (row.authority, str(row.decided or "")) if part)
    status = status_label(row.status).lower()
    text = f"{', '.join(row.respondents)}: {label(row.kind).lower()}{amount}, {status} ({where})."
    said = (shown, label(row.kind))
    claims = [claim for fact in record.facts for claim in _live(fact) if fact.value in said]
    return Statement(text, sources.cite_claims(claim for claim in claims if claim.value in said))


def _action(reader: Reader, record: ActionRecord, sources: _Sources) -> BriefAction:
    lines = ledger(reader, record.row.id)
    present = str(record.row.amount)
    facts = sorted(record.facts, key=lambda fact: _place(fact, present))
    return BriefAction(
        title=record.row.title,
        facts=tuple(
            _fact(fact, sources, f"action/{record.row.id}")
            for fact in facts
            if _live(fact) and fact.field not in _FOR_THE_DESK
        ),
        ledger=tuple(_ledger_entry(line, sources, f"action/{record.row.id}") for line in lines)
        if len(lines) > 1
        else (),
    )


def _place(fact: Fact, present: str) -> tuple[int, bool]:
    """The order of print; of several sums the present one comes first."""
    return order(fact.field), fact.field == "amount" and fact.value != present


def _jurisdiction(code: str) -> str:
    """The name of the country or state; the code where the registry has none."""
    if code == "EU":
        return "European Union"
    try:
        return country(code).name
    except KeyError:
        return code


def _live(fact: Fact) -> list[ClaimRow]:
    return [claim for claim in fact.claims if claim.state is ClaimState.ACCEPTED]


def _fact(fact: Fact, sources: _Sources, record: str) -> BriefFact:
    """Claims that say the same stand behind the value; the others are said beside it."""
    live = _live(fact)
    same = [claim for claim in live if claim.value == fact.value] or live[:1]
    others = {claim.value: claim for claim in live if claim not in same}
    remarks = tuple(
        Statement(f"Another source: {value}", sources.cite_claims([claim])) for value, claim in others.items()
    )
    return BriefFact(
        field=_FIELDS.get(fact.field, FactField.OTHER),
        value=_jurisdiction(fact.value) if fact.field == "jurisdiction" else fact.value,
        citations=sources.cite_claims(same),
        remarks=remarks if fact.field in ("amount", "decided") else (),
        name=fact.label,
        reviewed=not any(claim.unreviewed for claim in live),
        key=f"{record}/{fact.field}/{fact.label}",
    )


def _ledger_entry(line: LedgerLine, sources: _Sources, record: str) -> LedgerEntry:
    live = [claim for claim in line.claims if claim.state is ClaimState.ACCEPTED]
    return LedgerEntry(
        line.dated,
        basis_label(line.basis),
        Amount(line.money, line.scale),
        sources.cite_claims(claim for claim in live if claim.value == live[0].value),
        reviewed=not any(claim.unreviewed for claim in live),
        key=f"{record}/ledger/{basis_label(line.basis)}",
    )


def _conflict(record: ActionRecord, fact: Fact, sources: _Sources) -> BriefConflict:
    by_value: dict[str, list[ClaimRow]] = {}
    for claim in _live(fact):
        by_value.setdefault(claim.value, []).append(claim)
    positions = tuple(
        BriefPosition(value, sources.cite_claims(claims), chosen=value == fact.value)
        for value, claims in by_value.items()
    )
    return BriefConflict(record.row.title, fact.label, positions)


def _quote(row: QuoteRow, sources: _Sources, unreviewed: set[int]) -> BriefQuote:
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


def _event(row: EventRow, sources: _Sources, unreviewed: set[int]) -> BriefEvent:
    return BriefEvent(
        row.dated,
        row.about,
        sources.cite([row.evidence]),
        reviewed=row.id not in unreviewed,
        key=f"event/{row.id}",
    )


def _source_list(reader: Reader, sources: _Sources) -> tuple[BriefSource, ...]:
    listed, clusters = [], defaultdict(list)
    for source_id, number in sources.numbers.items():
        record = queries.source_record(reader, source_id)
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
