"""What a person decided on proposals, and how it is written. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casefile.store.rows import AnyProposal, ProposalRow
from casefile.terms import ProposalKind, ProposalState
from ui.wording import is_undated

if TYPE_CHECKING:
    from casefile.store.store import Writer


@dataclass(frozen=True)
class Decision:
    """Accept or reject one proposal; ``into`` names the action that it becomes evidence of."""

    row: ProposalRow
    state: ProposalState
    edited: AnyProposal | None = None
    into: int | None = None


def decidable(row: ProposalRow) -> bool:
    """Whether a person can still decide: it is open, and no mere warning."""
    return row.state is ProposalState.OPEN and row.kind is not ProposalKind.WARNING


def waits(row: ProposalRow) -> bool:
    """Whether it can be accepted as it is: decidable, and no event whose date was not resolved."""
    return decidable(row) and not is_undated(row.proposal)


def decide(writer: "Writer", decisions: Sequence[Decision], person: str, case_id: int | None) -> None:
    """Writes the decisions; accepted actions also go into the case file, where one is named."""
    from casefile.store import cases, review

    for decision in decisions:
        if decision.state is ProposalState.REJECTED:
            review.reject(writer, decision.row.id, person)
            continue
        record_id = review.accept(writer, decision.row.id, person, edited=decision.edited, into=decision.into)
        if case_id is not None and decision.row.kind is ProposalKind.ACTION:
            cases.add_action(writer, case_id, record_id)


def decision_label(decisions: Sequence[Decision]) -> str:
    """The step's label: ``Accept quote``, ``Accept 12 proposals``."""
    first = decisions[0]
    what = first.row.kind.value if len(decisions) == 1 else f"{len(decisions)} proposals"
    label = f"Reject {what}" if first.state is ProposalState.REJECTED else f"Accept {what}"
    return label  # noqa: RET504  by its name it is known as a text that the journal keeps
