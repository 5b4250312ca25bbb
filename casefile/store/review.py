"""What a person makes of a proposal: accept, correct, reject. Inside a write."""

from typing import assert_never

from sqlalchemy import select
from sqlalchemy.orm import Session

from casefile.proposals import ActionProposal, EventProposal, QuoteProposal, WarningProposal
from casefile.store.actions import keep_action
from casefile.store.claims import Review, begin_review
from casefile.store.matching import party_key
from casefile.store.meeting import meet_source
from casefile.store.payload import from_json
from casefile.store.rows import AnyProposal
from casefile.store.schema.evidence import Proposal
from casefile.store.schema.record import Quote, Speaker, TimelineEvent
from casefile.store.sources import sort_key
from casefile.store.store import Writer
from casefile.terms import ProposalKind, ProposalState

SHAPES: dict[ProposalKind, type[AnyProposal]] = {
    ProposalKind.ACTION: ActionProposal,
    ProposalKind.QUOTE: QuoteProposal,
    ProposalKind.EVENT: EventProposal,
    ProposalKind.WARNING: WarningProposal,
}


def proposal_of(row: Proposal) -> AnyProposal:
    """The proposal that a row keeps as JSON."""
    return from_json(SHAPES[row.kind], row.payload)


def accept(
    writer: Writer,
    proposal_id: int,
    by: str,
    edited: AnyProposal | None = None,
    into: int | None = None,
    *,
    unreviewed: bool = False,
) -> int:
    """Makes the proposal, as edited, part of the record; gives back the record's id (0 for a warning).

    With ``into`` an action's values become further evidence of that action instead of a new one.
    """
    review = begin_review(writer, proposal_id, by, unreviewed=unreviewed)
    original = proposal_of(review.proposal)
    table, record_id = _keep(review, original, edited or original, into)
    _decide(review, ProposalState.ACCEPTED)
    review.proposal.record_table = table
    review.proposal.record_id = record_id or None
    writer.flush()
    return record_id


def reject(writer: Writer, proposal_id: int, by: str) -> None:
    """Keeps the proposal as rejected; nothing of it enters the record."""
    _decide(begin_review(writer, proposal_id, by, unreviewed=False), ProposalState.REJECTED)
    writer.flush()


def accept_all(writer: Writer, source_id: int, by: str, *, unreviewed: bool) -> int:
    """Accepts every open proposal of a source but its warnings; gives back how many.

    An action that the store has already gets further evidence instead of a twin.
    """
    rows = open_proposals(writer, source_id)
    for row in rows:
        proposal = proposal_of(row)
        into = _likely(writer, source_id, proposal) if isinstance(proposal, ActionProposal) else None
        accept(writer, row.id, by, into=into, unreviewed=unreviewed)
    return len(rows)


def open_proposals(session: Session, source_id: int) -> list[Proposal]:
    """What waits for review in a source, warnings and undated events left out."""
    rows = session.scalars(
        select(Proposal)
        .where(
            Proposal.source_id == source_id,
            Proposal.state == ProposalState.OPEN,
            Proposal.kind != ProposalKind.WARNING,
        )
        .order_by(Proposal.position)
    )
    return [row for row in rows if not _undated(row)]


def _likely(session: Session, source_id: int, proposal: ActionProposal) -> int | None:
    """The action that the proposal seems to be about; None where it seems to be a new one."""
    (met,) = meet_source(session, source_id, [proposal])
    return next((match.action_id for match in met.matches if match.is_likely), None)


def _undated(row: Proposal) -> bool:
    if row.kind is not ProposalKind.EVENT:
        return False
    event = proposal_of(row)
    return isinstance(event, EventProposal) and event.date is None


def _keep(review: Review, original: AnyProposal, final: AnyProposal, into: int | None) -> tuple[str, int]:
    match final:
        case ActionProposal():
            if not isinstance(original, ActionProposal):
                raise TypeError("an action can only correct an action")
            return "action", keep_action(review, original, final, into)
        case QuoteProposal():
            return "quote", _keep_quote(review, final)
        case EventProposal():
            return "timeline_event", _keep_event(review, final)
        case WarningProposal():
            return "", 0
    assert_never(final)


def _keep_quote(review: Review, proposal: QuoteProposal) -> int:
    quote = Quote(
        source_id=review.source.id,
        passage_id=review.passage(proposal.span),
        text=proposal.span.of(review.text),
        kind=proposal.kind,
        speaker_id=speaker_id(review.writer, proposal.speaker),
        role=proposal.role,
        translation="",
    )
    review.writer.add(quote)
    review.writer.flush()
    return quote.id


def _keep_event(review: Review, proposal: EventProposal) -> int:
    if proposal.date is None:
        raise ValueError("an event without a date cannot be accepted; give it one first")
    event = TimelineEvent(
        source_id=review.source.id,
        passage_id=review.passage(proposal.span),
        dated=proposal.date,
        dated_sort=sort_key(proposal.date),
        about=proposal.about,
    )
    review.writer.add(event)
    review.writer.flush()
    return event.id


def speaker_id(writer: Writer, name: str) -> int | None:
    """The speaker of that name, made where there is none; None for an empty name."""
    if not name:
        return None
    key = party_key(name)
    found = writer.scalar(select(Speaker.id).where(Speaker.match_key == key))
    if found is not None:
        return found
    speaker = Speaker(name=name, match_key=key)
    writer.add(speaker)
    writer.flush()
    return speaker.id


def _decide(review: Review, state: ProposalState) -> None:
    review.proposal.state = state
    review.proposal.reviewer = review.by
    review.proposal.decided_at = review.at
    review.proposal.unreviewed = review.unreviewed
