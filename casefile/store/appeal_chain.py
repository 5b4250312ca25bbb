"""The way of a decision through the courts, from the claims on its appeals: pure."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casefile import vocabulary
from casefile.store.folding import fold
from casefile.store.rows import ClaimRow, Evidence, Fact
from casefile.terms import ActionStatus
from casefile.values import PartialDate

if TYPE_CHECKING:
    from casefile.store.detail import ActionDetail

_ROLES = ("First instance", "Appeal", "Further appeal")
_COURT = "court"


@dataclass(frozen=True)
class Stage:
    """One station; ``body`` is "" where no source names it."""

    role: str
    """``Authority``, ``First instance``, ``Appeal``, ``Further appeal``, ``Final``."""
    body: str
    number: str
    dated: PartialDate | None
    status: str
    """As a person reads it, "" where it is not known."""
    passages: tuple[Evidence, ...]


@dataclass(frozen=True)
class _Link:
    """An appeal from one body to another, with the passages that tell of it."""

    from_body: str
    from_number: str
    to_body: str
    to_number: str
    dated: PartialDate | None
    status: str
    passages: tuple[Evidence, ...]


def appeal_chain(detail: "ActionDetail") -> tuple[Stage, ...]:
    """The authority, each body that an appeal went to, and that it is final; empty without an appeal.

    What is known of the decision's becoming final is enough for a chain of two.
    """
    facts = [fact for fact in detail.record.facts if fact.live]
    links = [_link(fact) for fact in facts if fact.field == "appeal"]
    final = _final(detail, facts)
    if not links and final is None:
        return ()
    stages = [_first(detail, facts)]
    first_is_court = stages[0].role == _ROLES[0]
    for link in _ordered(links, stages[0].body):
        if link.from_body and fold(link.from_body) != fold(stages[-1].body):
            role = _role(len(stages), first_is_court=first_is_court)
            stages.append(Stage(role, link.from_body, link.from_number, None, "", ()))
        role = _role(len(stages), first_is_court=first_is_court)
        stages.append(Stage(role, link.to_body, link.to_number, link.dated, link.status, link.passages))
    return (*stages, *((final,) if final is not None else ()))


def _role(place: int, *, first_is_court: bool) -> str:
    """What the station at that place of the chain is; 0 is the body that decided first."""
    return _ROLES[min(place - (not first_is_court), len(_ROLES) - 1)]


def _first(detail: "ActionDetail", facts: Sequence[Fact]) -> Stage:
    body = detail.record.row.authority
    decided = _passages(fact for fact in facts if fact.field == "decided")
    named = _passages(fact for fact in facts if fact.field == "authority")
    role = _ROLES[0] if _is_court(detail) else "Authority"
    return Stage(role, body, "", detail.record.row.decided, "Decision", decided or named)


def _is_court(detail: "ActionDetail") -> bool:
    known = [party for (name, _), party in detail.parties.items() if name == "authority"]
    said = [
        claim.raw for party in known for fact in party.facts if fact.field == "body" for claim in fact.live
    ]
    return any(json.loads(raw) == _COURT for raw in said)


def _final(detail: "ActionDetail", facts: Sequence[Fact]) -> Stage | None:
    dated = next((fact for fact in facts if fact.field == "final"), None)
    if dated is None and detail.record.row.status != ActionStatus.FINAL:
        return None
    said = [dated] if dated is not None else [fact for fact in facts if fact.field == "status"]
    day = PartialDate(json.loads(_shown(dated).raw)) if dated is not None else None
    return Stage("Final", "No further appeal", "", day, "Final", _passages(said))


def _ordered(links: Sequence[_Link], start: str) -> list[_Link]:
    """Each after the one that it follows from, else by date; those without one in the order they came."""
    waiting = sorted(links, key=lambda link: (link.dated is None, link.dated.earliest if link.dated else 0))
    ordered: list[_Link] = []
    here = start
    while waiting:
        found = next((link for link in waiting if fold(link.from_body) == fold(here)), waiting[0])
        waiting.remove(found)
        ordered.append(found)
        here = found.to_body
    return ordered


def _link(fact: Fact) -> _Link:
    value = json.loads(_shown(fact).raw)
    status = vocabulary.label("appeal-statuses", value["status"]) if value["status"] else ""
    return _Link(
        value["from_body"],
        value["from_number"],
        value["to_body"],
        value["to_number"],
        PartialDate(value["dated"]) if value.get("dated") else None,
        status,
        _passages([fact]),
    )


def _shown(fact: Fact) -> ClaimRow:
    return next((claim for claim in fact.live if claim.value == fact.value), fact.claims[-1])


def _passages(facts: Iterable[Fact]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(one for fact in facts for claim in fact.live for one in claim.evidence))
