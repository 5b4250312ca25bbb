"""What the store knows of actions, many at once, as a proposal is compared with it. Reading only."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from casefile import registry
from casefile.store.comparing import KnownAction, KnownParty, KnownSum
from casefile.store.matching import party_key
from casefile.store.schema.details import ActionIdentifier
from casefile.store.schema.evidence import Claim, Source
from casefile.store.schema.record import (
    Action,
    ActionParty,
    LedgerEntry,
    Measure,
    Party,
    PartyAlias,
    Provision,
    canonical_id,
)
from casefile.terms import ClaimState, PartyRole
from casefile.values import Money, PartialDate

_AUTHORITIES = (PartyRole.AUTHORITY, PartyRole.LEAD_AUTHORITY)
_FURTHER_DATES = (
    Action.announced,
    Action.published,
    Action.notified,
    Action.effective,
    Action.final,
)


def load_known(session: Session, ids: Iterable[int]) -> dict[int, KnownAction]:
    """What the store knows of each of these actions; what is gone is left out."""
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    parts = _Parts(session, wanted)
    rows = session.execute(
        select(
            Action.id,
            Action.title,
            Action.kind,
            Action.status,
            Action.jurisdiction,
            Action.decided,
            *_FURTHER_DATES,
        ).where(Action.id.in_(wanted))
    )
    return {row[0]: parts.of(*row) for row in rows}


class _Parts:
    """All that hangs on some actions, by action; one query for each table."""

    def __init__(self, session: Session, ids: list[int]) -> None:
        self._session = session
        self._ids = ids
        self.links: dict[tuple[int, PartyRole], list[int]] = defaultdict(list)
        self.parties = self._load_parties()
        self.measures: dict[int, set[str]] = defaultdict(set)
        self.sums: dict[int, list[KnownSum]] = defaultdict(list)
        self.dates: dict[int, list[PartialDate | None]] = defaultdict(list)
        self._load_measures()
        self.provisions = self._pairs(Provision.action_id, Provision.instrument, Provision.article)
        number = ActionIdentifier
        self.numbers = self._pairs(number.action_id, number.scheme, number.value)
        self.sources: dict[int, set[int]] = defaultdict(set)
        self.reports: dict[int, list[PartialDate]] = defaultdict(list)
        self._load_sources()

    def of(
        self,
        id_: int,
        title: str,
        kind: Any,  # noqa: ANN401
        status: str,
        jurisdiction: str,
        decided: PartialDate | None,
        *further: PartialDate | None,
    ) -> KnownAction:
        """The action of that row with its parts."""
        dates = (decided, *further, *self.dates[id_])
        return KnownAction(
            id_,
            title,
            kind,
            status,
            jurisdiction,
            tuple(self.parties[party] for role in _AUTHORITIES for party in self.links[(id_, role)]),
            tuple(self.parties[party] for party in self.links[(id_, PartyRole.RESPONDENT)]),
            frozenset(self.measures[id_]),
            tuple(self.sums[id_]),
            decided,
            tuple(dict.fromkeys(date for date in dates if date is not None)),
            frozenset(self.provisions[id_]),
            dict(self.numbers[id_]),
            frozenset(self.sources[id_]),
            min(self.reports[id_], key=lambda date: date.earliest, default=None),
        )

    def _load_parties(self) -> dict[int, KnownParty]:
        published: dict[int, set[str]] = defaultdict(set)
        for action_id, role, party_id, printed in self._session.execute(
            select(ActionParty.action_id, ActionParty.role, canonical_id(), ActionParty.as_published)
            .join(Party, Party.id == ActionParty.party_id)
            .where(ActionParty.action_id.in_(self._ids))
            .order_by(ActionParty.position, ActionParty.id)
        ):
            self.links[(action_id, role)].append(party_id)
            published[party_id].update([party_key(printed)] if printed else [])
        return _known_parties(self._session, published)

    def _load_measures(self) -> None:
        for action_id, kind in self._session.execute(
            select(Measure.action_id, Measure.kind).where(Measure.action_id.in_(self._ids))
        ):
            self.measures[action_id].add(kind)
        for action_id, minor, currency, scale, basis, per, dated in self._session.execute(
            select(
                Measure.action_id,
                LedgerEntry.amount_minor,
                LedgerEntry.currency,
                LedgerEntry.scale,
                LedgerEntry.basis,
                LedgerEntry.per,
                LedgerEntry.dated,
            )
            .join(Measure, Measure.id == LedgerEntry.measure_id)
            .where(Measure.action_id.in_(self._ids), LedgerEntry.is_live)
            .order_by(Measure.position, LedgerEntry.position)
        ):
            self.dates[action_id].append(dated)
            if minor:
                self.sums[action_id].append(KnownSum(Money(minor, currency), scale, str(basis), per))

    def _load_sources(self) -> None:
        for action_id, source_id, published, of_proposal in self._session.execute(
            select(Claim.record_id, Source.id, Source.published, Claim.proposal_id.is_not(None))
            .join(Source, Source.id == Claim.source_id)
            .where(Claim.record_table == "action", Claim.record_id.in_(self._ids))
            .where(Claim.state == ClaimState.ACCEPTED)
            .distinct()
        ):
            if of_proposal:
                self.sources[action_id].add(source_id)
            if published is not None:
                self.reports[action_id].append(published)

    def _pairs(self, action_id: Any, *columns: Any) -> dict[int, list[tuple[str, str]]]:  # noqa: ANN401
        found: dict[int, list[tuple[str, str]]] = defaultdict(list)
        for id_, first, second in self._session.execute(
            select(action_id, *columns).where(action_id.in_(self._ids))
        ):
            found[id_].append((first, second))
        return found


def _known_parties(session: Session, published: dict[int, set[str]]) -> dict[int, KnownParty]:
    """Each party with every name of its own, of its registry and of those that were merged into it."""
    ids: Collection[int] = published.keys()
    names = {id_: set(keys) for id_, keys in published.items()}
    codes: dict[int, set[str]] = defaultdict(set)
    aliases = (
        select(canonical_id(), PartyAlias.match_key)
        .join(PartyAlias, PartyAlias.party_id == Party.id)
        .where(_is_one_of(ids))
    )
    for id_, key in session.execute(aliases):
        names[id_].add(key)
    shown, bodies, parents = {}, {}, {}
    for id_, own, name, key, code, body, parent_id in session.execute(
        select(
            canonical_id(), Party.id, Party.name, Party.match_key, Party.code, Party.body, Party.parent_id
        ).where(_is_one_of(ids))
    ):
        names[id_].add(key)
        codes[id_].update([code] if code else [])
        if own == id_:
            shown[id_], bodies[id_], parents[id_] = name, body, parent_id
    groups = {
        row.id: row.name
        for row in session.execute(
            select(Party.id, Party.name).where(Party.id.in_({id_ for id_ in parents.values() if id_}))
        )
    }
    return {
        id_: KnownParty(
            shown[id_],
            frozenset(names[id_]),
            frozenset(codes[id_]),
            bodies[id_] == registry.Body.COURT,
            groups.get(parents[id_] or 0, ""),
        )
        for id_ in ids
    }


def _is_one_of(ids: Collection[int]) -> Any:  # noqa: ANN401
    return Party.id.in_(ids) | Party.merged_into_id.in_(ids)
