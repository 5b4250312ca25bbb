"""Parties: finding, linking to actions, merging and splitting, other names. Inside a write but for finding.

A merge only points the one party to the other: links, names and claims stay where they are, so that a split
brings back exactly what was there. No party points to one that is merged itself.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from casefile.errors import CasefileError
from casefile.store.matching import SHORTEST_PREFIX, party_key, same_party
from casefile.store.schema.record import ActionParty, Party, PartyAlias, canonical_id
from casefile.store.store import Writer
from casefile.terms import PartyKind, PartyRole


class PartyError(CasefileError):
    """Two parties cannot be merged, or one cannot be split."""


_KINDS = {
    PartyRole.RESPONDENT: PartyKind.RESPONDENT,
    PartyRole.COMPLAINANT: PartyKind.COMPLAINANT,
}
"""Every other role is an authority's."""


def find_party(session: Session, name: str, code: str, kind: PartyKind) -> Party | None:
    """The party of that code, name or alias, after merges; None where there is none."""
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
    if found is None or found.merged_into_id is None:
        return found
    return session.get_one(Party, found.merged_into_id)


def known_as(names: Iterable[str]) -> Select[int]:
    """The ids of parties whose name or alias means one of the names: see :func:`matching.same_party`."""
    keys = [party_key(name) for name in names]
    by_name = select(Party.id).where(or_(false(), *(_means(Party.match_key, key) for key in keys)))
    by_alias = select(PartyAlias.party_id).where(
        or_(false(), *(_means(PartyAlias.match_key, key) for key in keys))
    )
    return select(Party.id).where(or_(Party.id.in_(by_name), Party.id.in_(by_alias)))


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
    writer: Writer, action_id: int, role: PartyRole, values: Sequence[dict[str, Any]], jurisdiction: str
) -> None:
    """Makes the action's parties in that role those of the claims' values, in their order.

    A name that only repeats another ("Clearview", "Clearview AI") gets no link of its own.
    """
    links = writer.scalars(
        select(ActionParty)
        .where(ActionParty.action_id == action_id, ActionParty.role == role)
        .order_by(ActionParty.position, ActionParty.id)
    ).all()
    unused = {link.id: link for link in links}
    keys: list[str] = []
    for value in values:
        key = party_key(value["name"])
        if any(same_party(key, known) for known in keys):
            continue
        keys.append(key)
        link = next((link for link in unused.values() if _is_known_as(writer, link.party_id, value)), None)
        if link is not None:
            del unused[link.id]
        else:
            link = _new_link(writer, action_id, role, value, jurisdiction)
            if link.id in unused:
                del unused[link.id]
        link.position = len(keys) - 1
        link.capacity = value.get("capacity", link.capacity)
    for link in unused.values():
        writer.delete(link)
    writer.flush()


def merge_parties(writer: Writer, keep_id: int, gone_id: int) -> None:
    """Says that both are one party, known by the first's name; undone by :func:`split_party`.

    :class:`PartyError` where they are the same already or of two kinds.
    """
    keep, gone = writer.get_one(Party, keep_id), writer.get_one(Party, gone_id)
    if keep.merged_into_id is not None:
        keep = writer.get_one(Party, keep.merged_into_id)
    if gone.merged_into_id is not None:
        gone = writer.get_one(Party, gone.merged_into_id)
    if keep.id == gone.id:
        raise PartyError(f"“{gone.name}” and “{keep.name}” are one party already.")
    if keep.kind is not gone.kind:
        raise PartyError(
            f"“{gone.name}” is a {gone.kind} and “{keep.name}” a {keep.kind}.", "Choose two of one kind."
        )
    writer.execute(update(Party).where(Party.merged_into_id == gone.id).values(merged_into_id=keep.id))
    gone.merged_into_id = keep.id
    writer.flush()


def split_party(writer: Writer, party_id: int) -> None:
    """Takes a merged party out again, with its names and its links; :class:`PartyError` where it is none."""
    party = writer.get_one(Party, party_id)
    if party.merged_into_id is None:
        raise PartyError(f"“{party.name}” is merged into no other party.")
    party.merged_into_id = None
    writer.flush()


def split_off(
    writer: Writer, party_id: int, name: str, action_ids: Sequence[int], aliases: Sequence[str] = ()
) -> int:
    """Makes a party of its own for some of a party's actions and names; gives back its id."""
    party = writer.get_one(Party, party_id)
    if not name.strip():
        raise PartyError("The new party needs a name.")
    other = _new_party(writer, name.strip(), "", party.kind, party.jurisdiction)
    moved = update(ActionParty).where(
        ActionParty.party_id == party_id, ActionParty.action_id.in_(list(action_ids))
    )
    writer.execute(moved.values(party_id=other.id))
    writer.execute(
        update(PartyAlias)
        .where(PartyAlias.party_id == party_id, PartyAlias.name.in_(list(aliases)))
        .values(party_id=other.id)
    )
    add_alias(writer, other.id, party.name)
    writer.expire_all()
    return other.id


def merged_parties(session: Session, party_id: int) -> list[tuple[int, str]]:
    """Those that were merged into the party, by id and name."""
    rows = session.execute(
        select(Party.id, Party.name).where(Party.merged_into_id == party_id).order_by(Party.id)
    )
    return [(row.id, row.name) for row in rows]


def add_alias(writer: Writer, party_id: int, name: str) -> None:
    """Another name that finds the party; nothing happens where it has it already or the name is empty."""
    party = writer.get_one(Party, party_id)
    known = writer.scalars(select(PartyAlias.name).where(PartyAlias.party_id == party_id)).all()
    if name.strip() and name.strip() not in (party.name, *known):
        writer.add(PartyAlias(party_id=party_id, name=name.strip(), match_key=party_key(name)))
        writer.flush()


def remove_alias(writer: Writer, party_id: int, name: str) -> None:
    """Takes a name away; nothing happens where the party does not have it."""
    for alias in writer.scalars(
        select(PartyAlias).where(PartyAlias.party_id == party_id, PartyAlias.name == name)
    ).all():
        writer.delete(alias)
    writer.flush()


def _means(column: InstrumentedAttribute[str], key: str) -> ColumnElement[bool]:
    """What an index can find of :func:`matching.same_party`: the key, its beginnings, what begins with it."""
    words = key.split(" ")
    beginnings = [" ".join(words[:count]) for count in range(1, len(words))]
    wanted = [key, *(beginning for beginning in beginnings if len(beginning) >= SHORTEST_PREFIX)]
    longer = and_(column >= f"{key} ", column < f"{key}!")
    return or_(column.in_(wanted), longer) if len(key) >= SHORTEST_PREFIX else column.in_(wanted)


def _is_known_as(session: Session, party_id: int, value: dict[str, Any]) -> bool:
    party = session.get_one(Party, party_id)
    if value.get("code") and value["code"] == party.code:
        return True
    key = party_key(value["name"])
    aliases = session.scalars(select(PartyAlias.match_key).where(PartyAlias.party_id == party_id))
    return key == party.match_key or key in aliases.all()


def _new_link(
    writer: Writer, action_id: int, role: PartyRole, value: dict[str, Any], jurisdiction: str
) -> ActionParty:
    kind = _KINDS.get(role, PartyKind.AUTHORITY)
    of = jurisdiction if kind is PartyKind.AUTHORITY else ""
    party = find_party(writer, value["name"], value.get("code", ""), kind)
    if party is None:
        party = _new_party(writer, value["name"], value.get("code", ""), kind, of)
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


def _new_party(writer: Writer, name: str, code: str, kind: PartyKind, jurisdiction: str) -> Party:
    party = Party(kind=kind, name=name, code=code, jurisdiction=jurisdiction, match_key=party_key(name))
    writer.add(party)
    writer.flush()
    return party
