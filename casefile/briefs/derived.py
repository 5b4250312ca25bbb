"""What a brief works out from several values: key figures, the comparison of authorities, dated decisions."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from casefile.briefs.fences import isolated
from casefile.briefs.model import (
    Amount,
    BriefEvent,
    Citations,
    ComparedAuthority,
    KeyFigure,
)
from casefile.briefs.wording import ENGLISH, Phrasing
from casefile.store.facts import LedgerLine
from casefile.store.rows import ActionRecord, ActionRow, ClaimRow, Fact, basis_label
from casefile.terms import ActionKind, ActionStatus, AmountScale, ClaimState, TimelineKind, label
from casefile.values import Money

Cite = Callable[[Iterable[ClaimRow]], Citations]
_STANDING = frozenset(ActionStatus) - {ActionStatus.PROPOSED, ActionStatus.ANNULLED, ActionStatus.ONGOING}
_MONEY = frozenset({ActionKind.FINE, ActionKind.SETTLEMENT})
UNNAMED = "Authority not named"


def key_figures(records: Sequence[ActionRecord], put: Phrasing = ENGLISH) -> tuple[KeyFigure, ...]:
    """Counts, and the sum of the amounts that stand where all of them are stated in one currency.

    What is owed for each day is no part of a sum.
    """
    if not records:
        return ()
    count = len(records)
    figures = [KeyFigure(str(count), put.count("enforcement action", "enforcement actions", count))]
    standing = [record.row for record in records if _stands(record.row)]
    sums = standing_sums(standing)
    if len(sums) == 1 and all(row.scale is AmountScale.STATED for row in standing):
        figures.append(KeyFigure(sums[0], put.say("in penalties as they stand")))
    voices = {claim.source_id: claim.voice for record in records for claim in _all_evident(record)}
    figures.append(KeyFigure(str(len(voices)), _sources_caption(len(voices), len(set(voices.values())), put)))
    conflicts = sum(fact.in_conflict for record in records for fact in record.facts)
    if conflicts:
        caption = put.count("figure in conflict", "figures in conflict", conflicts)
        figures.append(KeyFigure(str(conflicts), caption))
    return tuple(figures)


def standing_sums(rows: Iterable[ActionRow]) -> tuple[Amount, ...]:
    """What stands, summed for each currency, the largest number first; without what lacks its magnitude."""
    totals: dict[str, int] = defaultdict(int)
    for row in rows:
        if _stands(row) and row.amount and row.scale is AmountScale.STATED:
            totals[row.amount.currency] += row.amount.amount_minor
    in_order = sorted(totals.items(), key=lambda total: (-total[1], total[0]))
    return tuple(Amount(Money(minor, currency)) for currency, minor in in_order)


def compared(
    records: Sequence[ActionRecord], cite: Cite, put: Phrasing = ENGLISH
) -> tuple[ComparedAuthority, ...]:
    """The authorities by the number of their actions."""
    by_name: dict[str, list[ActionRecord]] = defaultdict(list)
    for record in records:
        by_name[record.row.authority or UNNAMED].append(record)
    names = sorted(by_name, key=lambda name: (name == UNNAMED, -len(by_name[name]), name.casefold()))
    return tuple(_compared(name, by_name[name], cite, put) for name in names)


def decisions(
    record: ActionRecord, lines: Sequence[LedgerLine], cite: Cite, put: Phrasing = ENGLISH
) -> list[BriefEvent]:
    """The decision and each dated step of its amounts; where both fell on one day they are one event."""
    row = record.row
    lanes = (row.authority,) if row.authority else ()
    respondents = ", ".join(map(isolated, row.respondents)) or isolated(row.title)
    kind = TimelineKind.FINE if row.kind in _MONEY else TimelineKind.ORDER
    dated = [line for line in lines if line.dated and line.is_live]
    found = []
    if row.decided:
        same = [line for line in dated if line.dated == row.decided]
        dated = [line for line in dated if line.dated != row.decided]
        amounts = "".join(f", {put.sum(line.money, line.scale)} {_basis(line, put)}" for line in same)
        claims = [claim for fact in _of(record, "decided") for claim in _saying(fact.live, fact.value)]
        about = f"{respondents}: {put.lower(put.say(label(row.kind)))}{amounts}"
        found.append(
            BriefEvent(row.decided, about, cite(claims), reviewed=_reviewed(claims), kind=kind, lanes=lanes)
        )
    for line in dated:
        about = f"{respondents}: {put.sum(line.money, line.scale)} {_basis(line, put)}"
        live = [claim for claim in line.claims if claim.state is ClaimState.ACCEPTED]
        claims = _saying(live, live[0].value) if live else []
        reviewed = _reviewed(claims)
        found.append(
            BriefEvent(
                line.dated, about, cite(claims), reviewed=reviewed, kind=TimelineKind.FINE, lanes=lanes
            )
        )
    return found


def _saying(claims: Iterable[ClaimRow], value: str) -> list[ClaimRow]:
    return [claim for claim in claims if claim.value == value]


def _compared(name: str, records: Sequence[ActionRecord], cite: Cite, put: Phrasing) -> ComparedAuthority:
    measures = Counter(label(record.row.kind) for record in records)
    rows = [record.row for record in records]
    dates = [row.decided for row in rows if row.decided]
    summed = [
        claim
        for record in records
        if _stands(record.row)
        for fact in _of(record, "amount")
        if fact.value == str(record.row.amount)
        for claim in fact.live
        if claim.value == fact.value
    ]
    return ComparedAuthority(
        put.say(UNNAMED) if name == UNNAMED else name,
        len(records),
        tuple(f"{put.say(kind)} ({count})" for kind, count in measures.most_common()),
        standing_sums(rows),
        max(dates, key=lambda day: day.latest) if dates else None,
        cite(summed),
    )


def _stands(row: ActionRow) -> bool:
    return bool(row.amount) and not row.per and row.status in _STANDING


def _of(record: ActionRecord, field: str) -> list[Fact]:
    return [fact for fact in record.facts if fact.field == field]


def _basis(line: LedgerLine, put: Phrasing) -> str:
    per = put.say(" per {period}", period=put.say(line.per)) if line.per else ""
    return f"{put.lower(put.say(basis_label(line.basis)))}{per}"


def _reviewed(claims: Sequence[ClaimRow]) -> bool:
    return not any(claim.unreviewed for claim in claims)


def _sources_caption(count: int, independent: int, put: Phrasing) -> str:
    """``sources``, or ``sources, 1 independent`` where some are copies or versions of others."""
    caption = put.count("source", "sources", count)
    if independent == count:
        return caption
    return put.say("{sources}, {count} independent", sources=caption, count=independent)


def _all_evident(record: ActionRecord) -> Iterable[ClaimRow]:
    """The claims that rest on passages."""
    return (claim for fact in record.facts for claim in fact.claims if claim.evidence)
