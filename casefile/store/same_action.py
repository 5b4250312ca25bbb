"""Whether a proposal is about an action of the store, with what agrees and what conflicts: pure.

What is compared adds up as weights of evidence, natural logarithms of how much more often it is seen where
two reports are of one action than where they are of two (I. P. Fellegi and A. B. Sunter, "A Theory for Record
Linkage", 1969). The matches of a proposal and "a new action" share one probability among them.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from casefile.proposals import ActionProposal
from casefile.store.action_points import weigh_date, weigh_kind, weigh_numbers, weigh_provisions
from casefile.store.comparing import KnownAction, Origin, Weighed
from casefile.store.matches import ActionMatch
from casefile.store.party_points import weigh_authority, weigh_respondents
from casefile.store.sum_points import weigh_sums

SHOWN = 3
_PRIOR = -5.0
"""Before anything is known: of a hundred and fifty actions that are compared one is the same."""
_SAME_SOURCE = -4.0
"""What one article tells apart is seldom one."""
_HOPELESS = -8.0
"""What sums, kinds and laws can make up for no more: they come to 5.5 at most."""
_LIKELY = 0.5
_WORTH_SHOWING = 0.2


def rank(
    proposal: ActionProposal, origin: Origin, known: Iterable[KnownAction], mentions: Callable[[str], bool]
) -> tuple[ActionMatch, ...]:
    """The actions that the proposal may be about, the most probable first, at most :data:`SHOWN`.

    ``mentions`` says whether the source's text has a folded name (:func:`casefile.store.matching.party_key`).
    """
    weighed = [(action, _compare(proposal, origin, action, mentions)) for action in known]
    odds = [math.exp(min(_PRIOR + found.weight, 50.0)) for _, found in weighed]
    all_odds = 1 + sum(odds)
    matches = [
        ActionMatch(
            action.id,
            action.title,
            round(each / all_odds, 3),
            each / all_odds >= _LIKELY,
            found.agreements,
            found.conflicts,
        )
        for (action, found), each in zip(weighed, odds, strict=True)
    ]
    worth = [match for match in matches if match.score >= _WORTH_SHOWING]
    return tuple(sorted(worth, key=lambda match: (-match.score, match.action_id))[:SHOWN])


def each_once(
    found: Sequence[tuple[ActionMatch, ...]], taken: Iterable[int]
) -> list[tuple[ActionMatch, ...]]:
    """The matches of one source's proposals, each action the likely one of at most one of them.

    ``taken`` are actions that further proposals of the source have gone into. What a source tells apart is
    offered as the same only where a person says so.
    """
    best: dict[int, tuple[float, int]] = dict.fromkeys(taken, (2.0, -1))
    for place, matches in enumerate(found):
        for match in matches:
            if match.is_likely and match.score > best.get(match.action_id, (0.0, -1))[0]:
                best[match.action_id] = (match.score, place)
    return [
        tuple(
            replace(match, is_likely=match.is_likely and best[match.action_id][1] == place)
            for match in matches
        )
        for place, matches in enumerate(found)
    ]


def _compare(
    proposal: ActionProposal, origin: Origin, known: KnownAction, mentions: Callable[[str], bool]
) -> Weighed:
    """All that the comparison finds; no more than the weight where the parties and dates rule it out."""
    date = weigh_date(proposal, origin, known)
    parts = [
        weigh_numbers(proposal, known),
        weigh_authority(proposal, known),
        weigh_respondents(proposal, known, mentions),
        date,
    ]
    if origin.source_id in known.source_ids:
        parts.append(Weighed(_SAME_SOURCE))
    so_far = sum(part.weight for part in parts)
    if _PRIOR + so_far < _HOPELESS:
        return Weighed(so_far)
    parts[3:3] = [weigh_sums(proposal, origin, known)]
    parts += [weigh_kind(proposal, known, supported=bool(date.agreements)), weigh_provisions(proposal, known)]
    return Weighed(
        sum(part.weight for part in parts),
        tuple(point for part in parts for point in part.agreements),
        tuple(point for part in parts for point in part.conflicts),
    )
