"""The rows behind the lists, made from the record: what each list sorts and filters by. Reading only."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session, aliased

from casefile import rates
from casefile.fields import field
from casefile.store.addresses import address_key
from casefile.store.agreement import NO_NAMES, KnownNames, Said, in_conflict, is_own
from casefile.store.clusters import standings
from casefile.store.folding import sort_text
from casefile.store.party_names import SINGLE_ROLES, known_names
from casefile.store.penalty import Entry, present_entry
from casefile.store.plain_sql import IDS, fetch
from casefile.store.schema.evidence import Claim, Source
from casefile.store.schema.record import (
    Action,
    ActionParty,
    LedgerEntry,
    Measure,
    Party,
    Quote,
    Speaker,
    TimelineEvent,
    canonical_id,
)
from casefile.terms import ClaimState, PartyRole, ProposalKind, ProposalState
from casefile.values import Money, PartialDate

Row = dict[str, Any]
_EURO = "EUR"


def action_rows(session: Session, ids: Sequence[int]) -> list[Row]:
    """The rows of those of these actions that are there."""
    parties = parties_of(session, ids)
    amounts = present_amounts(session, ids)
    claims = _claims_of(session, ids)
    changed = _changed_at(session, ids)
    names = known_names(session, [id_ for id_ in ids if _names_several(claims[id_])])
    rows = []
    for action in session.scalars(select(Action).where(Action.id.in_(ids))):
        day = action.decided.earliest if action.decided else None
        present = amounts.get(action.id)
        said = claims[action.id]
        rows.append(
            {
                "id": action.id,
                "is_trashed": action.trashed_at is not None,
                "title_key": sort_text(action.title),
                "authority_key": sort_text(", ".join(parties[(action.id, PartyRole.AUTHORITY)])),
                "respondent_key": sort_text(", ".join(parties[(action.id, PartyRole.RESPONDENT)])),
                "kind": str(action.kind),
                "status": str(action.status),
                "jurisdiction": action.jurisdiction,
                "currency": present.money.currency if present else "",
                "amount": float(present.money.amount) if present else None,
                "amount_eur": _in_euros(present.money, day) if present else None,
                **_days("decided", action.decided),
                "source_count": len({claim.source_id for claim in said if claim.source_id is not None}),
                "has_conflict": _has_conflict(said, action.decided, names),
                "unreviewed": any(claim.unreviewed for claim in said),
                "changed_at": changed.get(action.id, ""),
            }
        )
    return rows


_SOURCES = """
SELECT id, trashed_at, iif(title <> '', title, file_name), outlet, language, kind, published, url, added_at
FROM source WHERE id IN ({marks})
"""


def source_rows(session: Session, ids: Sequence[int]) -> list[Row]:
    """The rows of those of these sources that are there."""
    waiting = waiting_counts(session, ids)
    standing = standings(session, ids)
    return [
        {
            "id": id_,
            "is_trashed": trashed_at is not None,
            "title_key": sort_text(title),
            "outlet_key": sort_text(outlet),
            "language": language,
            "kind": kind,
            **_days("published", PartialDate(published) if published is not None else None),
            "added_at": added_at,
            "waiting": waiting.get(id_, 0),
            "address_key": address_key(url),
            "cluster_id": standing[id_].cluster_id,
            "copies": standing[id_].copies,
            "is_superseded": standing[id_].is_superseded,
        }
        for id_, trashed_at, title, outlet, language, kind, published, url, added_at in fetch(
            session, _SOURCES, ids
        )
    ]


def quote_rows(session: Session, ids: Sequence[int]) -> list[Row]:
    """The rows of those of these quotes that are there."""
    found = session.execute(
        select(Quote.id, _GONE_WITH_QUOTE, Quote.text, Speaker.name, Quote.role, Quote.source_id, _TITLE)
        .join(Source, Source.id == Quote.source_id)
        .outerjoin(Speaker, Speaker.id == Quote.speaker_id)
        .where(Quote.id.in_(ids))
    )
    return [
        {
            "id": id_,
            "is_trashed": trashed_at is not None,
            "text_key": sort_text(words),
            "speaker_key": sort_text(speaker or ""),
            "role_key": sort_text(role),
            "source_key": sort_text(title),
            "source_id": source_id,
        }
        for id_, trashed_at, words, speaker, role, source_id, title in found
    ]


def event_rows(session: Session, ids: Sequence[int]) -> list[Row]:
    """The rows of those of these events that are there."""
    found = session.execute(
        select(
            TimelineEvent.id, _GONE_WITH_EVENT, TimelineEvent.dated_sort, TimelineEvent.about,
            TimelineEvent.source_id, _TITLE,
        )
        .join(Source, Source.id == TimelineEvent.source_id)
        .where(TimelineEvent.id.in_(ids))
    )  # fmt: skip
    return [
        {
            "id": id_,
            "is_trashed": trashed_at is not None,
            "dated_sort": dated_sort,
            "about_key": sort_text(about),
            "source_key": sort_text(title),
            "source_id": source_id,
        }
        for id_, trashed_at, dated_sort, about, source_id, title in found
    ]


def parties_of(session: Session, ids: Sequence[int]) -> dict[tuple[int, PartyRole], list[str]]:
    """The names, after merges and each once, in each role of each action."""
    names: dict[tuple[int, PartyRole], list[str]] = defaultdict(list)
    for action_id, role, name in session.execute(_PARTIES, {"ids": ids}):
        if name not in names[(action_id, role)]:
            names[(action_id, role)].append(name)
    return names


_CANONICAL = aliased(Party)
_PARTIES = (
    select(ActionParty.action_id, ActionParty.role, _CANONICAL.name)
    .join(Party, Party.id == ActionParty.party_id)
    .join(_CANONICAL, _CANONICAL.id == canonical_id())
    .where(ActionParty.action_id.in_(IDS))
    .order_by(ActionParty.action_id, ActionParty.position, ActionParty.id)
)


def present_amounts(session: Session, ids: Sequence[int]) -> dict[int, Entry]:
    """The present amount of the first measure of each action that has one, periodic penalties last."""
    ledgers: dict[tuple[int, int], list[Entry]] = defaultdict(list)
    for row in session.execute(_LIVE_ENTRIES, {"ids": ids}):
        money = Money(row.amount_minor, row.currency)
        entry = Entry(row.basis, money, row.scale, row.dated, row.position, row.per)
        ledgers[(row.action_id, row.measure_id)].append(entry)
    amounts: dict[int, Entry] = {}
    for (action_id, _), entries in ledgers.items():
        present = present_entry(entries)
        if present is not None:
            amounts.setdefault(action_id, present)
    return amounts


_LIVE_ENTRIES = (
    select(
        Measure.action_id, LedgerEntry.measure_id, LedgerEntry.basis, LedgerEntry.amount_minor,
        LedgerEntry.currency, LedgerEntry.scale, LedgerEntry.dated, LedgerEntry.position, LedgerEntry.per,
    )
    .join(LedgerEntry, LedgerEntry.measure_id == Measure.id)
    .where(Measure.action_id.in_(IDS), LedgerEntry.is_live)
    .order_by(LedgerEntry.per != "", Measure.position, Measure.id, LedgerEntry.position)
)  # fmt: skip


_WAITING = f"""
SELECT source_id, count(*) FROM proposal
WHERE source_id IN ({{marks}}) AND state = '{ProposalState.OPEN}' AND kind <> '{ProposalKind.WARNING}'
GROUP BY source_id
"""  # noqa: S608


def waiting_counts(session: Session, ids: Sequence[int]) -> dict[int, int]:
    """How many open proposals, warnings left out, each source has; those without any are not in it."""
    return dict(fetch(session, _WAITING, ids))


_GONE_WITH_QUOTE = func.coalesce(Quote.trashed_at, Source.trashed_at)
_GONE_WITH_EVENT = func.coalesce(TimelineEvent.trashed_at, Source.trashed_at)
_TITLE = func.coalesce(func.nullif(Source.title, ""), Source.file_name)


def _claims_of(session: Session, ids: Sequence[int]) -> dict[int, list[Any]]:
    """The live claims of each action, on the action itself, its measures and their entries, oldest first."""
    columns = (
        Claim.id, Claim.record_table, Claim.record_id, Claim.field, Claim.value, Claim.method,
        Claim.proposal_id, Claim.source_id, Claim.unreviewed, Claim.reason,
    )  # fmt: skip
    live = Claim.state == ClaimState.ACCEPTED
    of_entries = session.execute(
        select(LedgerEntry.id, Measure.action_id)
        .join(Measure, Measure.id == LedgerEntry.measure_id)
        .where(Measure.action_id.in_(ids))
    )
    entries = {row.id: row.action_id for row in of_entries}
    of_measures = session.execute(select(Measure.id, Measure.action_id).where(Measure.action_id.in_(ids)))
    measures = {row.id: row.action_id for row in of_measures}
    claims: dict[int, list[Any]] = defaultdict(list)
    owners = {"action": {id_: id_ for id_ in ids}, "measure": measures, "ledger_entry": entries}
    for table, records in owners.items():
        for row in session.execute(
            select(*columns).where(Claim.record_table == table, Claim.record_id.in_(records), live)
        ):
            claims[records[row.record_id]].append(row)
    return claims


def _names_several(claims: Sequence[Any]) -> bool:
    """Whether the claims name a party in several ways where one is meant: seldom."""
    said = {(claim.field, claim.value) for claim in claims if claim.field in SINGLE_ROLES}
    return len(said) > len({name for name, _ in said})


def _has_conflict(
    claims: Sequence[Any], decided: PartialDate | None, names: Mapping[tuple[int, str], KnownNames]
) -> bool:
    said: dict[tuple[str, int, str], list[Said]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.id):
        own = is_own(claim.method, claim.proposal_id, claim.reason)
        said[(claim.record_table, claim.record_id, claim.field)].append(Said(claim.value, own))
    return any(
        in_conflict(field(name), values, decided, names.get((record_id, name), NO_NAMES))
        for (_, record_id, name), values in said.items()
    )


def _changed_at(session: Session, ids: Sequence[int]) -> dict[int, str]:
    marks = ", ".join(str(int(id_)) for id_ in ids)
    found = session.execute(
        text(
            "SELECT step_subject.record_id, step.at FROM step_subject JOIN step ON step.id = ("  # noqa: S608
            " SELECT max(later.step_id) FROM step_subject AS later"
            " WHERE later.record_table = 'action' AND later.record_id = step_subject.record_id)"
            f" WHERE step_subject.record_table = 'action' AND step_subject.record_id IN ({marks})"
            " GROUP BY step_subject.record_id"
        )
    )
    return {row[0]: row[1] for row in found}


def _in_euros(money: Money, day: date | None) -> float:
    """For sorting only: as stated where there is no rate."""
    if money.currency in (_EURO, "") or day is None:
        return float(money.amount)
    converted = rates.convert(money, _EURO, day)
    return float(converted.money.amount if converted else money.amount)


def _days(name: str, value: PartialDate | None) -> Row:
    return {
        f"{name}_sort": value.earliest.isoformat() if value else "",
        f"{name}_end": value.latest.isoformat() if value else "",
    }
