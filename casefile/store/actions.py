"""Accepted actions: parties, evidence, the action that a proposal repeats. Inside a write."""

from collections.abc import Iterable
from decimal import Decimal

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from casefile.proposals import ActionProposal, EventProposal, ProposedParty, QuoteProposal, WarningProposal
from casefile.store.claims import FOLLOW_UPS, Review, claim_fields
from casefile.store.ledger import enter_amounts
from casefile.store.matching import amounts_agree, dates_agree, later_status, party_key, same_party
from casefile.store.rows import ActionMatch
from casefile.store.schema.record import (
    Action,
    ActionParty,
    LedgerEntry,
    Measure,
    Party,
    PartyAlias,
    Provision,
)
from casefile.store.sources import sort_key
from casefile.store.store import Writer
from casefile.terms import (
    ActionKind,
    ActionStatus,
    AmountRole,
    AmountScale,
    PartyKind,
    PartyRole,
    ProvisionFinding,
)
from casefile.values import Money, PartialDate

_NEAR_DAYS = 120
"""Two acts of one authority against one respondent further apart than this are two acts."""
_NEAR_RATIO = Decimal("0.5")
_STATED = AmountScale.STATED
FOLLOW_UPS_AND_APPEALS = frozenset((*FOLLOW_UPS, ActionStatus.APPEALED, ActionStatus.FINAL))


def keep_action(review: Review, original: ActionProposal, final: ActionProposal, into: int | None) -> int:
    """A new action, or more evidence for the action ``into``; gives back its id."""
    writer = review.writer
    action = writer.get_one(Action, into) if into is not None else _new_action(review, final)
    _add_parties(writer, action, [final.authority], PartyRole.AUTHORITY, final.jurisdiction)
    _add_parties(writer, action, final.respondents, PartyRole.RESPONDENT, "")
    _add_provisions(writer, action, final)
    follow_up = final.status.value in FOLLOW_UPS
    if (
        final.date
        and not follow_up
        and (action.decided is None or _sharper(final.date.value, action.decided))
    ):
        action.decided = final.date.value
        action.decided_sort = sort_key(final.date.value)
    action.status = later_status(action.status, final.status.value)
    action.title = action_title(writer, action.id)
    writer.flush()
    claim_fields(review, original, final, action.id)
    enter_amounts(review, original, final, action.id)
    return action.id


def action_title(session: Session, action_id: int) -> str:
    """``Authority: respondent, respondent``."""
    authorities = _names(session, action_id, PartyRole.AUTHORITY)
    respondents = _names(session, action_id, PartyRole.RESPONDENT)
    return f"{', '.join(authorities)}: {', '.join(respondents)}" if respondents else ", ".join(authorities)


def find_match(
    session: Session, proposal: ActionProposal | QuoteProposal | EventProposal | WarningProposal
) -> ActionMatch | None:
    """The action in the store that the proposal seems to be about, None where there is none."""
    if not isinstance(proposal, ActionProposal):
        return None
    authority = find_party(session, proposal.authority, PartyKind.AUTHORITY)
    if authority is None:
        return None
    by_authority = select(ActionParty.action_id).where(
        ActionParty.party_id == authority.id, ActionParty.role == PartyRole.AUTHORITY
    )
    rows = session.scalars(
        select(Action).where(Action.id.in_(by_authority), Action.trashed_at.is_(None)).order_by(Action.id)
    )
    keys = [party_key(party.name) for party in proposal.respondents]
    for action in rows:
        if _same_respondent(session, action, keys) and _could_be_same(session, action, proposal):
            return ActionMatch(action.id, action.title)
    return None


def find_party(session: Session, party: ProposedParty, kind: PartyKind) -> Party | None:
    """The party of that code, name or alias."""
    if party.code:
        found = session.scalar(select(Party).where(Party.kind == kind, Party.code == party.code))
        if found is not None:
            return found
    key = party_key(party.name)
    aliases = select(PartyAlias.party_id).where(PartyAlias.match_key == key)
    return session.scalar(
        select(Party).where(Party.kind == kind, or_(Party.match_key == key, Party.id.in_(aliases))).limit(1)
    )


def _new_action(review: Review, final: ActionProposal) -> Action:
    action = Action(
        title="",
        kind=final.kind.value,
        status=final.status.value,
        jurisdiction=final.jurisdiction,
        decided=None,
        decided_sort="",
        summary="",
        added_at=review.at,
    )
    review.writer.add(action)
    review.writer.flush()
    return action


def _add_parties(
    writer: Writer, action: Action, parties: Iterable[ProposedParty], role: PartyRole, jurisdiction: str
) -> None:
    present = {link.party_id for link in _links(writer, action.id) if link.role is role}
    known = [party_key(name) for name in _names(writer, action.id, role)]
    for proposed in parties:
        kind = PartyKind(role.value)
        party = find_party(writer, proposed, kind) or _new_party(writer, proposed, kind, jurisdiction)
        if party.id in present or any(same_party(party_key(proposed.name), key) for key in known):
            continue
        if role is PartyRole.AUTHORITY and present:
            continue
        writer.add(ActionParty(action_id=action.id, party_id=party.id, role=role, position=len(present)))
        present.add(party.id)
        known.append(party.match_key)
    writer.flush()


def _new_party(writer: Writer, proposed: ProposedParty, kind: PartyKind, jurisdiction: str) -> Party:
    party = Party(
        kind=kind,
        name=proposed.name,
        code=proposed.code,
        jurisdiction=jurisdiction,
        match_key=party_key(proposed.name),
    )
    writer.add(party)
    writer.flush()
    return party


def _add_provisions(writer: Writer, action: Action, final: ActionProposal) -> None:
    present = {
        (row.instrument, row.article)
        for row in writer.scalars(select(Provision).where(Provision.action_id == action.id))
    }
    for law in final.provisions:
        if (law.instrument, law.article) not in present:
            present.add((law.instrument, law.article))
            writer.add(
                Provision(
                    action_id=action.id,
                    instrument=law.instrument,
                    article=law.article,
                    finding=ProvisionFinding.CITED,
                )
            )


def _links(session: Session, action_id: int) -> list[ActionParty]:
    links = session.scalars(
        select(ActionParty).where(ActionParty.action_id == action_id).order_by(ActionParty.position)
    )
    return list(links)


def _names(session: Session, action_id: int, role: PartyRole) -> list[str]:
    names = session.scalars(
        select(Party.name)
        .join(ActionParty, ActionParty.party_id == Party.id)
        .where(ActionParty.action_id == action_id, ActionParty.role == role)
        .order_by(ActionParty.position)
    )
    return list(names)


def _same_respondent(session: Session, action: Action, keys: list[str]) -> bool:
    known = [party_key(name) for name in _names(session, action.id, PartyRole.RESPONDENT)]
    return any(same_party(one, other) for one in known for other in keys)


def _could_be_same(session: Session, action: Action, proposal: ActionProposal) -> bool:
    opening = ActionKind.INVESTIGATION
    if (action.kind is opening) != (proposal.kind.value is opening):
        return False
    known, said = _whole_sums(session, action), _said_sums(proposal)
    if any(amounts_agree(one, other, _STATED, _STATED) for one in known for other in said):
        follows = FOLLOW_UPS_AND_APPEALS & {action.status, proposal.status.value}
        if follows:
            return True
    if action.decided and proposal.date and proposal.status.value not in FOLLOW_UPS:
        return _near(action.decided, proposal.date.value)
    return not _all_far(known, said)


def _near(one: PartialDate, other: PartialDate) -> bool:
    apart = max((other.earliest - one.latest).days, (one.earliest - other.latest).days)
    return apart <= _NEAR_DAYS


def _whole_sums(session: Session, action: Action) -> list[Money]:
    """The action's sums whose magnitude is stated."""
    rows = session.scalars(
        select(LedgerEntry)
        .join(Measure, Measure.id == LedgerEntry.measure_id)
        .where(Measure.action_id == action.id, LedgerEntry.scale == AmountScale.STATED)
    )
    return [Money(row.amount_minor, row.currency) for row in rows]


def _said_sums(proposal: ActionProposal) -> list[Money]:
    """The proposal's whole sums, periodic ones left out."""
    return [
        Money.of(amount.value, amount.currency)
        for amount in proposal.amounts
        if amount.scale is AmountScale.STATED and amount.role is not AmountRole.PER_DAY
    ]


def _all_far(known: list[Money], said: list[Money]) -> bool:
    """Whether both have sums in one currency, none of them near another."""
    pairs = [
        sorted((one.amount, other.amount))
        for one in known
        for other in said
        if one.currency == other.currency
    ]
    return bool(pairs) and all(low < high * _NEAR_RATIO for low, high in pairs)


def _sharper(new: PartialDate, old: PartialDate) -> bool:
    return new != old and dates_agree(new, old) and len(new.edtf) > len(old.edtf)
