"""Where the proposals of a source meet the store. Reading only.

What comes of it: the actions that they may be about, and what sums without their magnitude may mean.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from casefile.proposals import ActionProposal
from casefile.store.candidates import Candidates
from casefile.store.comparing import KnownAction, Origin
from casefile.store.known_actions import load_known
from casefile.store.matches import ActionMatch, Met, ScaleReading
from casefile.store.matching import party_key
from casefile.store.same_action import each_once, rank
from casefile.store.scale_readings import scale_readings
from casefile.store.schema.evidence import Document, Source
from casefile.terms import AmountScale

_AT_ONCE = 50
"""Proposals whose candidates are loaded together: a list has thousands."""
_SEARCHED = 200_000
"""Characters of a text in which other names of respondents are looked for."""


def meet_source(session: Session, source_id: int, proposals: Sequence[ActionProposal]) -> list[Met]:
    """What the store tells of each of these open proposals of a kept source."""
    if not proposals:
        return []
    source = session.get_one(Source, source_id)
    read = select(Document.text).where(Document.id == source.document_id)
    text = cache(lambda: session.scalars(read).one())
    return meet(session, proposals, Origin(source_id, source.published), text)


def meet(
    session: Session,
    proposals: Sequence[ActionProposal],
    origin: Origin,
    text: Callable[[], str],
) -> list[Met]:
    """What the store tells of each of a source's proposals; ``text`` gives the source's text."""

    @cache
    def words() -> str:
        return f" {party_key(text()[:_SEARCHED])} "

    def mentions(key: str) -> bool:
        return f" {key} " in words()

    candidates = Candidates(session, origin)
    found: list[tuple[ActionMatch, ...]] = []
    shown: dict[int, KnownAction] = {}
    for start in range(0, len(proposals), _AT_ONCE):
        some = proposals[start : start + _AT_ONCE]
        ids = [candidates.of(proposal) for proposal in some]
        known = load_known(session, set().union(*ids))
        found += [
            rank(proposal, origin, [known[id_] for id_ in sorted(own)], mentions)
            for proposal, own in zip(some, ids, strict=True)
        ]
        shown |= {match.action_id: known[match.action_id] for matches in found[start:] for match in matches}
    matched = each_once(found, [id_ for id_, each in shown.items() if origin.source_id in each.source_ids])
    return [
        Met(matches, _readings(proposal, proposals, origin, text, matches, shown))
        for proposal, matches in zip(proposals, matched, strict=True)
    ]


def _readings(
    proposal: ActionProposal,
    proposals: Sequence[ActionProposal],
    origin: Origin,
    text: Callable[[], str],
    matches: Sequence[ActionMatch],
    known: Mapping[int, KnownAction],
) -> tuple[ScaleReading, ...]:
    if all(amount.scale is AmountScale.STATED for amount in proposal.amounts):
        return ()
    same = next((known[match.action_id] for match in matches if match.is_likely), None)
    others = [amount for other in proposals for amount in other.amounts] if len(proposals) <= _AT_ONCE else []
    return scale_readings(proposal, others or proposal.amounts, origin, same, text())
