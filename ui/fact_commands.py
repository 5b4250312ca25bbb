"""Which commands make sense for what is under the cursor in an action's facts. Knows no pane and no store."""

from typing import TYPE_CHECKING

from casefile.fields import FieldKind, field
from casefile.terms import ClaimState

if TYPE_CHECKING:
    from casefile.store.rows import ClaimRow
    from ui.widgets.fact_tree import Place


def possible_at(place: "Place") -> dict[str, bool]:
    """Every command for facts, and whether it can be given there."""
    is_party = place.party is not None or (
        place.fact is not None and field(place.fact.field).kind is FieldKind.PARTY
    )
    return {
        "add_fact": True, "verify": True, "add_measure": True, "add_sum": True, "conflicts": True,
        "edit_fact": place.fact is not None or place.measure is not None,
        "settle": place.fact is not None and place.fact.in_conflict,
        "reject_claim": live_claim(place) is not None,
        "accept_claim": dead_claim(place) is not None,
        "remove_value": place.fact is not None and bool(place.fact.live),
        "convert": place.line is not None and place.line.is_live,
        "edit_party": is_party, "same_as": is_party, "split_party": is_party,
    }  # fmt: skip


def live_claim(place: "Place") -> "ClaimRow | None":
    """The claim to reject: the one under the cursor, or the only one of the fact."""
    if place.claim is not None:
        return place.claim if place.claim.state is ClaimState.ACCEPTED else None
    live = place.fact.live if place.fact is not None else ()
    return live[0] if len(live) == 1 else None


def dead_claim(place: "Place") -> "ClaimRow | None":
    """The claim to accept again: the one under the cursor, or the only one of a fact that does not count."""
    if place.claim is not None:
        return place.claim if place.claim.state is not ClaimState.ACCEPTED else None
    fact = place.fact
    return fact.claims[0] if fact is not None and not fact.live and len(fact.claims) == 1 else None
