"""Parties: finding them by any name, linking them to actions. Linking is inside a write."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, aliased

from casefile.registry import Authority, authority
from casefile.store.matching import party_key, same_party
from casefile.store.schema.record import ActionParty, Party, PartyAlias, canonical_id
from casefile.store.store import Writer
from casefile.terms import PartyKind, PartyRole

_KINDS = {
    PartyRole.RESPONDENT: PartyKind.RESPONDENT,
    PartyRole.COMPLAINANT: PartyKind.COMPLAINANT,
}
"""Every other role is an authority's."""


def find_party(session: Session, name: str, code: str, kind: PartyKind) -> Party | None:
    """The party of that code, name or alias, after merges; None where there is none."""
    found = _find_named(session, name, code, kind)
    if found is None or found.merged_into_id is None:
        return found
    return session.get_one(Party, found.merged_into_id)


def _find_named(session: Session, name: str, code: str, kind: PartyKind) -> Party | None:
    """The same before merges: who is linked under a merged name has to be there again after a split."""
    found = None
    if code:
        found = session.scalar(select(Party).where(Party.kind == kind, Party.code == code).limit(1))
    if found is None:
        key = party_key(name)
        aliases = select(PartyAlias.party_id).where(PartyAlias.match_key == key)
        found = session.scalar(
            select(Party)
            .where(Party.kind == kind, or_(Party.match_key == key, Party.id.in_(aliases)))
            .order_by(Party.merged_into_id.is_not(None), Party.id)
            .limit(1)
        )
    return found


def family(ids: Select[int]) -> Select[int]:
    """The ids of all that are, after merges, the same party as one of these."""
    canonical = select(canonical_id()).where(Party.id.in_(ids))
    return select(Party.id).where(or_(Party.id.in_(canonical), Party.merged_into_id.in_(canonical)))


def party_names(session: Session, action_id: int, role: PartyRole) -> list[str]:
    """The names, after merges and each once, of those who have the role in the action."""
    canonical = aliased(Party)
    names = session.scalars(
        select(canonical.name)
        .select_from(ActionParty)
        .join(Party, Party.id == ActionParty.party_id)
        .join(canonical, canonical.id == canonical_id())
        .where(ActionParty.action_id == action_id, ActionParty.role == role)
        .order_by(ActionParty.position, ActionParty.id)
    )
    return list(dict.fromkeys(names))


def link_parties(
    writer: Writer,
    action_id: int,
    role: PartyRole,
    values: Sequence[tuple[dict[str, Any], bool]],
    jurisdiction: str,
) -> None:
    """Makes the action's parties in that role those of the claims' values, in their order.

    A source's name that only repeats another ("Clearview", "Clearview AI") gets no link of its own. Beside
    each value stands whether a person entered it: they tell "Google" from "Google Ireland".
    """
    links = writer.scalars(
        select(ActionParty)
        .where(ActionParty.action_id == action_id, ActionParty.role == role)
        .order_by(ActionParty.position, ActionParty.id)
    ).all()
    unused = {link.id: link for link in links}
    linked: list[tuple[str, ActionParty]] = []
    for value, own in values:
        key = party_key(value["name"])
        twin = next(
            (link for known, link in linked if key == known or (not own and same_party(key, known))), None
        )
        if twin is not None:
            twin.capacity = value.get("capacity", twin.capacity)
            continue
        link = next((link for link in unused.values() if _is_known_as(writer, link, value)), None)
        if link is not None:
            del unused[link.id]
        else:
            link = _new_link(writer, action_id, role, value, jurisdiction)
            if link.id in unused:
                del unused[link.id]
        link.position = len(linked)
        link.capacity = value.get("capacity", "")
        linked.append((key, link))
    for link in unused.values():
        writer.delete(link)
    writer.flush()


def _is_known_as(session: Session, link: ActionParty, value: dict[str, Any]) -> bool:
    party = session.get_one(Party, link.party_id)
    if value.get("code") and value["code"] == party.code:
        return True
    key = party_key(value["name"])
    if key in (party.match_key, party_key(link.as_published)):
        return True
    aliases = session.scalars(select(PartyAlias.match_key).where(PartyAlias.party_id == party.id))
    return key in aliases.all()


def _new_link(
    writer: Writer, action_id: int, role: PartyRole, value: dict[str, Any], jurisdiction: str
) -> ActionParty:
    kind = _KINDS.get(role, PartyKind.AUTHORITY)
    of = jurisdiction if kind is PartyKind.AUTHORITY else ""
    party = _find_named(writer, value["name"], value.get("code", ""), kind)
    if party is None:
        party = add_party(writer, value["name"], value.get("code", ""), kind, of)
    present = writer.scalar(
        select(ActionParty).where(
            ActionParty.action_id == action_id, ActionParty.party_id == party.id, ActionParty.role == role
        )
    )
    if present is not None:
        return present
    link = ActionParty(
        action_id=action_id, party_id=party.id, role=role, position=0, as_published=value["name"]
    )
    writer.add(link)
    writer.flush()
    return link


def add_party(writer: Writer, name: str, code: str, kind: PartyKind, jurisdiction: str) -> Party:
    """A new party; an authority of the registry with all that the registry knows of it."""
    party = Party(kind=kind, name=name, code=code, jurisdiction=jurisdiction, match_key=party_key(name))
    known = _registered(code) if kind is PartyKind.AUTHORITY else None
    if known is not None:
        party.jurisdiction = known.jurisdiction
        party.english_name = known.english
        party.abbreviation = known.abbreviations[0] if known.abbreviations else ""
        party.body = str(known.body)
    writer.add(party)
    writer.flush()
    if known is not None:
        names = {party_key(other): other for other in known.all_names if other not in known.ambiguous}
        for key, other in names.items():
            if key != party.match_key:
                writer.add(PartyAlias(party_id=party.id, name=other, match_key=key))
        writer.flush()
    return party


def _registered(code: str) -> Authority | None:
    try:
        return authority(code)
    except KeyError:
        return None
