"""What the parties of actions are known by, so that two names of one do not contradict each other.

Reading only; imports neither the store nor what writes.
"""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from casefile.store.agreement import KnownNames
from casefile.store.schema.record import ActionParty, Party, PartyAlias, canonical_id
from casefile.terms import PartyRole

SINGLE_ROLES = {"authority": PartyRole.AUTHORITY, "lead_authority": PartyRole.LEAD_AUTHORITY}
"""The fields that name one party, where two names of it may seem to contradict each other."""


def known_names(session: Session, action_ids: Sequence[int]) -> dict[tuple[int, str], KnownNames]:
    """For each action and field of :data:`SINGLE_ROLES` what its party is known by; not in it without one."""
    member = aliased(Party)
    found = session.execute(
        select(ActionParty.action_id, ActionParty.role, member.match_key, member.code, PartyAlias.match_key)
        .join(Party, Party.id == ActionParty.party_id)
        .join(member, or_(member.id == canonical_id(), member.merged_into_id == canonical_id()))
        .outerjoin(PartyAlias, PartyAlias.party_id == member.id)
        .where(ActionParty.action_id.in_(action_ids), ActionParty.role.in_(SINGLE_ROLES.values()))
    )
    keys: dict[tuple[int, str], set[str]] = defaultdict(set)
    codes: dict[tuple[int, str], set[str]] = defaultdict(set)
    for action_id, role, key, code, alias in found:
        place = (action_id, role.value.replace("-", "_"))
        keys[place].update(name for name in (key, alias) if name)
        codes[place].update(known for known in (code,) if known)
    return {place: KnownNames(frozenset(keys[place]), frozenset(codes[place])) for place in keys}
