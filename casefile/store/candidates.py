"""Which actions of the store a proposal is compared with: a few, found by indexes however large the store.

Reading only.
"""

from datetime import timedelta

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, aliased

from casefile import rates
from casefile.fields import FieldKind, field
from casefile.proposals import ActionProposal, ProposedAmount
from casefile.store.comparing import Origin
from casefile.store.parties import family, find_party, known_as
from casefile.store.party_likeness import spellings
from casefile.store.schema.details import ActionIdentifier
from casefile.store.schema.listing import ActionListing
from casefile.store.schema.record import Action, ActionParty, Party
from casefile.store.sum_points import scaled
from casefile.terms import AmountRole, AmountScale, PartyKind, PartyRole
from casefile.values import Money, PartialDate

_MOST = 60
"""Actions that one proposal is compared with, of each way in which it may meet them."""
_NEAR_DAYS = 10
_LONGEST_DAYS = 31
"""What one authority decided in a longer time are too many actions to tell anything."""
_AROUND = 0.03
"""How far from a sum in euros lie sums that may be it, rounded or converted at the rate of a near day."""
_EURO = "EUR"
_MOST_SUMS = 4


def candidates(session: Session, proposal: ActionProposal, origin: Origin) -> set[int]:
    """The ids of actions that the proposal may be about; what lies in the trash is left out.

    Those with one of its numbers, those of one of its respondents, and of its authority those of about its
    day and those with one of its sums.
    """
    authority = _authority(session, proposal)
    queries = [*_numbered(proposal), *_of_respondents(proposal, authority)]
    if authority is not None:
        queries += [*_of_days(proposal, authority), *_of_sums(proposal, origin, authority)]
    return {id_ for query in queries for id_ in session.scalars(query.limit(_MOST))}


def _authority(session: Session, proposal: ActionProposal) -> Select[int] | None:
    """In a query: the ids of the party that the proposal names as authority; None where there is none."""
    said = proposal.authority
    party = find_party(session, said.name, said.code, PartyKind.AUTHORITY) if said.name else None
    return family(select(Party.id).where(Party.id == party.id)) if party is not None else None


def _numbered(proposal: ActionProposal) -> list[Select[int]]:
    numbers = [said.value for said in proposal.more if field(said.field).kind is FieldKind.IDENTIFIER]
    if not numbers:
        return []
    of_number = select(ActionIdentifier.action_id).where(ActionIdentifier.value.in_(numbers))
    return [_actions().where(Action.id.in_(of_number))]


def _of_respondents(proposal: ActionProposal, authority: Select[int] | None) -> list[Select[int]]:
    """Actions of the respondents or their groups, those of the authority first; then the newest."""
    if not proposal.respondents:
        return []
    named = family(known_as(name for said in proposal.respondents for name in spellings(said.name)))
    group = aliased(Party)
    parents = select(group.parent_id).where(group.id.in_(named), group.parent_id.is_not(None))
    in_group = or_(Party.id.in_(named), Party.id.in_(parents), Party.parent_id.in_(named))
    members = select(Party.id).where(in_group)
    found = _actions().where(Action.id.in_(_with(members, PartyRole.RESPONDENT)))
    if authority is None:
        return [found.order_by(Action.id.desc())]
    by_authority = Action.id.in_(_with(authority, PartyRole.AUTHORITY))
    return [found.order_by(by_authority.desc(), Action.id.desc())]


def _of_days(proposal: ActionProposal, authority: Select[int]) -> list[Select[int]]:
    """The authority's actions that were decided at about the proposal's date."""
    if proposal.date is None:
        return []
    first, last = proposal.date.value.earliest, proposal.date.value.latest
    if (last - first).days > _LONGEST_DAYS:
        return []
    begin, end = first - timedelta(_NEAR_DAYS), last + timedelta(_NEAR_DAYS)
    near = Action.decided_sort.between(begin.isoformat(), end.isoformat())
    return [_actions().where(near, Action.id.in_(_with(authority, PartyRole.AUTHORITY)))]


def _of_sums(proposal: ActionProposal, origin: Origin, authority: Select[int]) -> list[Select[int]]:
    """The authority's actions whose present sum is about one of the proposal's."""
    when = proposal.date.value if proposal.date else origin.published
    sums = dict.fromkeys(
        euros
        for amount in proposal.amounts[:_MOST_SUMS]
        if amount.role is not AmountRole.PER_DAY
        for money in _readings(amount)
        if (euros := _in_euros(money, when)) > 0
    )
    if not sums:
        return []
    near = or_(
        *(ActionListing.amount_eur.between(each * (1 - _AROUND), each * (1 + _AROUND)) for each in sums)
    )
    of_sum = select(ActionListing.id).where(ActionListing.is_trashed.is_(False), near)
    return [_actions().where(Action.id.in_(of_sum), Action.id.in_(_with(authority, PartyRole.AUTHORITY)))]


def _readings(amount: ProposedAmount) -> list[Money]:
    if amount.scale is AmountScale.MISSING:
        return scaled(amount)
    return [Money.of(amount.value, amount.currency)]


def _in_euros(money: Money, when: PartialDate | None) -> float:
    """As the list of actions has it: at the day's reference rate, as stated where there is none."""
    last = rates.last_day()
    day = min(when.earliest, last) if when is not None else last
    converted = rates.convert(money, _EURO, day) if money.currency else None
    return float(converted.money.amount if converted is not None else money.amount)


def _with(parties: Select[int], role: PartyRole) -> Select[int]:
    return select(ActionParty.action_id).where(ActionParty.party_id.in_(parties), ActionParty.role == role)


def _actions() -> Select[int]:
    return select(Action.id).where(Action.trashed_at.is_(None))
