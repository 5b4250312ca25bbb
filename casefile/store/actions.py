"""Accepted actions. Inside a write."""

from casefile.proposals import ActionProposal
from casefile.store.claims import Review, claim_fields, field_values
from casefile.store.ledger import enter_amounts
from casefile.store.projection import project
from casefile.store.schema.record import Action


def keep_action(review: Review, original: ActionProposal, final: ActionProposal, into: int | None) -> int:
    """A new action, or more evidence for the action ``into``; gives back its id."""
    writer = review.writer
    action = writer.get_one(Action, into) if into is not None else _new_action(review, final)
    claim_fields(review, original, final, action.id)
    project(writer, action.id, {value.field for value in (*field_values(original), *field_values(final))})
    enter_amounts(review, original, final, action.id)
    return action.id


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
