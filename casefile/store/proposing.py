"""Proposals of a source made anew, by other rules than at its import. Inside a write."""

from sqlalchemy import delete, func, insert, select

from casefile.proposals import Proposals
from casefile.store.keeping import proposal_rows
from casefile.store.schema.evidence import Proposal
from casefile.store.store import Writer
from casefile.terms import ProposalKind, ProposalState

_AT_ONCE = 2000


def replace_proposals(writer: Writer, source_id: int, proposals: Proposals) -> int:
    """Puts these in the place of the source's open proposals; gives back how many wait, warnings left out.

    What a person has decided on stays, and is not proposed again in the same words.
    """
    writer.execute(
        delete(Proposal).where(Proposal.source_id == source_id, Proposal.state == ProposalState.OPEN)
    )
    decided = set(writer.scalars(select(Proposal.payload).where(Proposal.source_id == source_id)))
    last = writer.scalar(select(func.max(Proposal.position)).where(Proposal.source_id == source_id)) or 0
    rows = [row for row in proposal_rows(source_id, proposals, last) if row["payload"] not in decided]
    for start in range(0, len(rows), _AT_ONCE):
        writer.execute(insert(Proposal), rows[start : start + _AT_ONCE])
    return sum(row["kind"] is not ProposalKind.WARNING for row in rows)
