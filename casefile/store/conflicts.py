"""Where claims on a fact do not agree: the rival values with everyone who says them, open or settled.

Reading only. What a conflict is, :mod:`casefile.store.agreement` decides.
"""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select

from casefile.store.conflict_rows import Conflict, Rival, Sayer, Settlement, Witness
from casefile.store.derived import chunks
from casefile.store.rows import ClaimRow, Fact
from casefile.store.schema.evidence import Source
from casefile.store.store import Reader
from casefile.terms import ClaimState

_SEVERAL = 2


def conflicts_of(reader: Reader, facts: Iterable[Fact]) -> tuple[Conflict, ...]:
    """Of the facts those that are or were contested: the open ones first."""
    contested = [(fact, rival_claims(fact)) for fact in facts]
    contested = [(fact, claims) for fact, claims in contested if claims]
    sayers = _sayers(reader, {claim.source_id for _, claims in contested for claim in claims})
    found = [
        Conflict(fact, fact.label, _rivals(fact, claims, sayers), settlement_of(fact))
        for fact, claims in contested
    ]
    return tuple(sorted(found, key=lambda conflict: conflict.settlement is not None))


def rival_claims(fact: Fact) -> tuple[ClaimRow, ...]:
    """The claims whose values contend, or contended before a person chose; none where nothing does."""
    if fact.in_conflict:
        return fact.live
    if settlement_of(fact) is None:
        return ()
    return tuple(
        claim for claim in fact.claims if claim.state in (ClaimState.ACCEPTED, ClaimState.SUPERSEDED)
    )


def settlement_of(fact: Fact) -> Settlement | None:
    """How a person ended the conflict; None where it is open or where there was none.

    They gave a reason for the value that counts, or set one where sources had said different things. What
    was superseded in the review of one source was a machine's reading of it, and no conflict.
    """
    own = [claim for claim in fact.live if claim.is_own]
    if fact.in_conflict or not own:
        return None
    last = own[-1]
    beaten = {claim.value for claim in fact.claims if _was_beaten(claim, fact, last.reason)}
    if not beaten or (not last.reason and len(beaten) < _SEVERAL):
        return None
    return Settlement(last.reviewer, last.decided_at, last.reason)


def _was_beaten(claim: ClaimRow, fact: Fact, reason: str) -> bool:
    """Whether what a source says had to give way when the present value was chosen."""
    superseded = claim.state is ClaimState.SUPERSEDED and claim.reason == reason
    return superseded and claim.source_id is not None and claim.value != fact.value


def _rivals(fact: Fact, claims: Sequence[ClaimRow], sayers: Mapping[int, Sayer]) -> tuple[Rival, ...]:
    voices: dict[int, Sayer] = {}
    found = []
    for value in dict.fromkeys(claim.value for claim in claims):
        said = [claim for claim in claims if claim.value == value]
        witnesses = _witnesses(said, sayers, voices)
        sources = [witness.source for witness in witnesses if witness.source is not None]
        found.append(
            Rival(
                value,
                value == fact.value,
                said[0].id,
                witnesses,
                len(sources),
                len({claim.voice for claim in said if claim.voice is not None}),
                sum(source.is_primary for source in sources),
            )
        )
    return tuple(found)


def _witnesses(
    claims: Sequence[ClaimRow], sayers: Mapping[int, Sayer], voices: dict[int, Sayer]
) -> tuple[Witness, ...]:
    """Each source once with all its passages; ``voices`` are those that were heard, and becomes more."""
    grouped: dict[tuple[int | None, str], list[ClaimRow]] = {}
    for claim in claims:
        by_hand = claim.reviewer if claim.source_id is None else ""
        grouped.setdefault((claim.source_id, by_hand), []).append(claim)
    found = []
    for (source_id, person), said in grouped.items():
        source = sayers.get(source_id) if source_id is not None else None
        voice, twin = said[0].voice, None
        if source is not None and voice is not None:
            twin = voices.setdefault(voice, source)
        passages = dict.fromkeys(passage for claim in said for passage in claim.evidence)
        same_as = twin.name if twin is not None and twin is not source else ""
        found.append(Witness(source, person, same_as, tuple(passages)))
    return tuple(found)


def _sayers(reader: Reader, ids: set[int | None]) -> dict[int, Sayer]:
    found = {}
    for some in chunks(id_ for id_ in ids if id_ is not None):
        for row in reader.scalars(select(Source).where(Source.id.in_(some))):
            title = row.title or row.file_name
            found[row.id] = Sayer(row.id, row.outlet or title, title, row.published, row.kind, row.is_primary)
    return found
