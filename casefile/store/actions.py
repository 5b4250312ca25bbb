"""Accepted actions, and the action that a proposal repeats. Inside a write."""

from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from casefile.proposals import ActionProposal, EventProposal, QuoteProposal, WarningProposal
from casefile.store.claims import FOLLOW_UPS, Review, claim_fields, field_values
from casefile.store.ledger import enter_amounts
from casefile.store.matching import amounts_agree
from casefile.store.parties import family, find_party, known_as
from casefile.store.projection import project
from casefile.store.rows import ActionMatch
from casefile.store.schema.record import Action, ActionParty, LedgerEntry, Measure, Party
from casefile.terms import ActionKind, ActionStatus, AmountRole, AmountScale, PartyKind, PartyRole
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
    claim_fields(review, original, final, action.id)
    project(writer, action.id, {value.field for value in (*field_values(original), *field_values(final))})
    enter_amounts(review, original, final, action.id)
    return action.id


def find_match(
    session: Session, proposal: ActionProposal | QuoteProposal | EventProposal | WarningProposal
) -> ActionMatch | None:
    """The action in the store that the proposal seems to be about, None where there is none."""
    if not isinstance(proposal, ActionProposal):
        return None
    authority = find_party(session, proposal.authority.name, proposal.authority.code, PartyKind.AUTHORITY)
    if authority is None:
        return None
    by_authority = select(ActionParty.action_id).where(
        ActionParty.party_id.in_(family(select(Party.id).where(Party.id == authority.id))),
        ActionParty.role == PartyRole.AUTHORITY,
    )
    of_respondent = select(ActionParty.action_id).where(
        ActionParty.party_id.in_(family(known_as(party.name for party in proposal.respondents))),
        ActionParty.role == PartyRole.RESPONDENT,
    )
    rows = session.scalars(
        select(Action)
        .where(Action.id.in_(of_respondent), Action.id.in_(by_authority), Action.trashed_at.is_(None))
        .order_by(Action.id)
    )
    for action in rows:
        if _could_be_same(session, action, proposal):
            return ActionMatch(action.id, action.title)
    return None


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
        .where(Measure.action_id == action.id, LedgerEntry.scale == AmountScale.STATED, LedgerEntry.is_live)
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
