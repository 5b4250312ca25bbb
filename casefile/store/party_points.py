"""How much authorities and respondents tell of whether a proposal is about an action of the store: pure."""

from collections.abc import Callable, Iterable

from casefile import registry
from casefile.proposals import ActionProposal, ProposedParty
from casefile.store.comparing import LATER, KnownAction, KnownParty, Weighed
from casefile.store.matches import Aspect, Point
from casefile.store.matching import party_key
from casefile.store.party_likeness import Likeness, likest
from casefile.terms import ActionKind

_SAME_AUTHORITY = 3.0
_LIKE_AUTHORITY = 2.0
_COURT_AND_AUTHORITY = 1.0
_OTHER_AUTHORITY = -6.0
_OTHER_NAME = -3.0
"""Two names of authorities of which one is in no registry: it may be another name of the other."""
_OTHER_LAND = -3.0
_SAME_LAND = 0.5
_RESPONDENTS = {
    Likeness.SAME: 4.0,
    Likeness.NAME: 3.5,
    Likeness.PART: 3.0,
    Likeness.SPELLED: 2.0,
    Likeness.GROUP: -1.0,
    Likeness.OTHER: -4.0,
}
_MENTIONED = 1.0
_SHORTEST_MENTION = 4
_SHOWN_NAMES = 2


def weigh_authority(proposal: ActionProposal, known: KnownAction) -> Weighed:
    """The authorities; a court that rules on what an authority decided is no other authority."""
    said = proposal.authority
    if not said.name or not known.authorities:
        return _weigh_lands(proposal, known)
    spans, key = said.because.spans, party_key(said.name)
    found = next((party for party in known.authorities if _is_same(said, key, party)), None)
    if found is not None:
        return Weighed(_SAME_AUTHORITY, (Point(Aspect.AUTHORITY, f"same authority ({found.name})", spans),))
    differ = (Point(Aspect.AUTHORITY, f"{said.name} here, {known.authorities[0].name} in the store", spans),)
    if _is_ruling(proposal, known):
        words = f"a court's ruling: {said.name} and {known.authorities[0].name}"
        return Weighed(_COURT_AND_AUTHORITY, (Point(Aspect.AUTHORITY, words, spans),))
    if said.code and all(party.codes for party in known.authorities):
        return Weighed(_OTHER_AUTHORITY, conflicts=differ)
    like = max(known.authorities, key=lambda party: likest([key], party.keys))
    if likest([key], like.keys) >= Likeness.PART:
        words = f"{said.name} = {like.name}"
        return Weighed(_LIKE_AUTHORITY, (Point(Aspect.AUTHORITY, words, spans),))
    return Weighed(_OTHER_NAME, conflicts=differ)


def weigh_respondents(
    proposal: ActionProposal, known: KnownAction, mentions: Callable[[str], bool]
) -> Weighed:
    """The respondents: one that is the same on both sides is enough; ``mentions`` as in the ranking."""
    if not proposal.respondents or not known.respondents:
        return Weighed()
    pairs = [
        (likeness(said, party), said, party) for said in proposal.respondents for party in known.respondents
    ]
    best = max(like for like, _, _ in pairs)
    if best >= Likeness.SPELLED:
        return Weighed(_RESPONDENTS[best], _same_respondents(pairs))
    like, said, party = next(pair for pair in pairs if pair[0] == best)
    words = f"{said.name} here, {party.name} in the store"
    differ = Point(Aspect.RESPONDENT, words, said.because.spans)
    if mentioned := _mentioned(known.respondents, mentions):
        words = f"the text names {mentioned.name} too"
        return Weighed(_MENTIONED, (Point(Aspect.RESPONDENT, words),), (differ,))
    return Weighed(_RESPONDENTS[like], conflicts=(differ,))


def _same_respondents(pairs: Iterable[tuple[Likeness, ProposedParty, KnownParty]]) -> tuple[Point, ...]:
    same = [pair for pair in pairs if pair[0] >= Likeness.SPELLED]
    shown: dict[str, Point] = {}
    for _, said, party in sorted(same, key=lambda pair: -pair[0]):
        alike = party_key(said.name) == party_key(party.name)
        words = f"same respondent ({party.name})" if alike else f"{said.name} = {party.name}"
        shown.setdefault(said.name, Point(Aspect.RESPONDENT, words, said.because.spans))
    return tuple(shown.values())[:_SHOWN_NAMES]


def _mentioned(parties: Iterable[KnownParty], mentions: Callable[[str], bool]) -> KnownParty | None:
    for party in parties:
        if any(len(key) >= _SHORTEST_MENTION and mentions(key) for key in party.keys):
            return party
    return None


def likeness(said: ProposedParty, party: KnownParty) -> Likeness:
    """How surely the proposal's party is the store's."""
    if said.code and said.code in party.codes:
        return Likeness.SAME
    key = party_key(said.name)
    found = Likeness.SAME if key in party.keys else likest([key], party.keys)
    if found <= Likeness.GROUP and party.group and likest([key], [party_key(party.group)]) >= Likeness.PART:
        return Likeness.GROUP
    return found


def _is_same(said: ProposedParty, key: str, party: KnownParty) -> bool:
    if said.code and party.codes:
        return said.code in party.codes
    return key in party.keys


def _is_ruling(proposal: ActionProposal, known: KnownAction) -> bool:
    """Whether one of the two is a court's ruling on what the other decided, in one country."""
    courts = (_is_court(proposal.authority), any(party.is_court for party in known.authorities))
    if courts[0] == courts[1] or not _is_one_land(proposal, known):
        return False
    status, kind = (proposal.status.value, proposal.kind.value) if courts[0] else (known.status, known.kind)
    return status in LATER or kind is ActionKind.ANNULMENT


def _is_court(party: ProposedParty) -> bool:
    try:
        return registry.authority(party.code).body is registry.Body.COURT
    except KeyError:
        return False


def _is_one_land(proposal: ActionProposal, known: KnownAction) -> bool:
    """Whether both are of one country; the Union's courts and bodies are at home in all."""
    lands = {proposal.jurisdiction[:2], known.jurisdiction[:2]}
    return len(lands) == 1 or bool(lands & {"", "EU"})


def _weigh_lands(proposal: ActionProposal, known: KnownAction) -> Weighed:
    if not proposal.jurisdiction or not known.jurisdiction:
        return Weighed()
    return Weighed(_SAME_LAND if _is_one_land(proposal, known) else _OTHER_LAND)
