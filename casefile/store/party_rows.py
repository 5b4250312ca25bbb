"""Parties as a person works on them: what is known of one, and names that complete what is typed.

Reading only.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import aliased

from casefile.store.facts import part_facts
from casefile.store.folding import sort_text
from casefile.store.matching import party_key
from casefile.store.parties import find_party
from casefile.store.party_edits import PartyDetails, merged_parties
from casefile.store.rows import Fact
from casefile.store.schema.listing import ActionListing
from casefile.store.schema.record import Action, ActionParty, Party, PartyAlias, canonical_id
from casefile.store.store import Reader
from casefile.terms import PartyKind, PartyRole
from casefile.values import PartialDate

SUGGESTED = 12


@dataclass(frozen=True)
class PartyRow:
    """A party in short; ``code`` is the registry's or empty."""

    id: int
    kind: PartyKind
    name: str
    code: str
    jurisdiction: str


@dataclass(frozen=True)
class PartyAction:
    """An action that a party has a part in."""

    id: int
    title: str
    decided: PartialDate | None


@dataclass(frozen=True)
class PartyRecord:
    """What is known of a party, after merges."""

    row: PartyRow
    details: PartyDetails
    parent: str
    """The name of the group that it belongs to, "" without one."""
    aliases: tuple[str, ...]
    """Other names of its own, by the alphabet; those of merged parties stay with them."""
    merged: tuple[tuple[int, str], ...]
    """Those that were merged into it, by id and name."""
    actions: tuple[PartyAction, ...]
    """Those that name the party itself, not one merged into it; newest decision first."""
    facts: tuple[Fact, ...]
    """What claims say of it: see :data:`casefile.fields.PARTS`."""


@dataclass(frozen=True)
class ActionTitle:
    """An action by its title."""

    id: int
    title: str


def party_row(reader: Reader, party_id: int) -> PartyRow:
    """The party in short; ``RecordGoneError`` where it is gone."""
    return _row(reader.get_one(Party, party_id))


def party_record(reader: Reader, party_id: int) -> PartyRecord:
    """The party, or the one that it was merged into; ``RecordGoneError`` where it is gone."""
    party = reader.get_one(Party, party_id)
    if party.merged_into_id is not None:
        party = reader.get_one(Party, party.merged_into_id)
    parent = reader.get_one(Party, party.parent_id) if party.parent_id is not None else None
    aliases = reader.scalars(
        select(PartyAlias.name).where(PartyAlias.party_id == party.id).order_by(PartyAlias.name)
    )
    merged = tuple(merged_parties(reader, party.id))
    own = _actions_of(reader, party.id)
    facts = part_facts(reader, "party", [party.id]).get(party.id, ())
    return PartyRecord(
        _row(party), details_of(party), parent.name if parent else "", tuple(aliases), merged, own, facts
    )


def details_of(party: Party) -> PartyDetails:
    """What the party's row says of it beside its names."""
    return PartyDetails(
        party.legal_name, party.english_name, party.abbreviation, party.jurisdiction, party.body, party.lei,
        party.parent_id,
    )  # fmt: skip


def party_of_claim(reader: Reader, action_id: int, role: PartyRole, name: str, code: str) -> int | None:
    """The party, after merges, that a claim's value means in an action; None where there is none."""
    found = reader.execute(
        select(canonical_id(), Party.name, Party.code, Party.match_key, ActionParty.as_published)
        .join(ActionParty, ActionParty.party_id == Party.id)
        .where(ActionParty.action_id == action_id, ActionParty.role == role)
        .order_by(ActionParty.position)
    ).all()
    for row in found:
        if name in (row.name, row.as_published) or (code and code == row.code):
            return int(row[0])
    by_key = next((int(row[0]) for row in found if row.match_key == party_key(name)), None)
    if by_key is not None:
        return by_key
    kinds = {PartyRole.RESPONDENT: PartyKind.RESPONDENT, PartyRole.COMPLAINANT: PartyKind.COMPLAINANT}
    party = find_party(reader, name, code, kinds.get(role, PartyKind.AUTHORITY))
    return party.id if party is not None else None


def suggest_parties(
    reader: Reader, kind: PartyKind, typed: str, *, without: Sequence[int] = (), limit: int = SUGGESTED
) -> list[PartyRow]:
    """Parties of the kind with a name that has what was typed in it, those that begin with it first."""
    key = party_key(typed)
    if not typed.strip():
        return []
    holder, canonical = aliased(Party), aliased(Party)
    by_alias = select(PartyAlias.party_id).where(_holds(PartyAlias.match_key, key))
    ids = select(func.coalesce(holder.merged_into_id, holder.id)).where(
        holder.kind == kind, or_(_holds(holder.match_key, key), holder.id.in_(by_alias))
    )
    rows = reader.scalars(
        select(canonical)
        .where(canonical.id.in_(ids), canonical.id.not_in(without))
        .order_by(func.instr(canonical.match_key, key) != 1, canonical.name, canonical.id)
        .limit(limit)
    )
    return [_row(row) for row in rows]


def suggest_actions(reader: Reader, typed: str, *, without: int = 0) -> list[ActionTitle]:
    """Actions with what was typed in their title, those that begin with it first; the trash left out."""
    key = sort_text(typed)
    if not key:
        return []
    place = func.instr(ActionListing.title_key, key)
    rows = reader.execute(
        select(Action.id, Action.title)
        .join(ActionListing, ActionListing.id == Action.id)
        .where(place > 0, ActionListing.is_trashed.is_(False), Action.id != without)
        .order_by(place != 1, ActionListing.title_key, Action.id)
        .limit(SUGGESTED)
    )
    return [ActionTitle(row.id, row.title) for row in rows]


def action_titles(reader: Reader, ids: Sequence[int]) -> dict[int, str]:
    """The titles of those of these actions that are there."""
    rows = reader.execute(select(Action.id, Action.title).where(Action.id.in_(ids)))
    return {row.id: row.title for row in rows}


def _actions_of(reader: Reader, party_id: int) -> tuple[PartyAction, ...]:
    rows = reader.execute(
        select(Action.id, Action.title, Action.decided)
        .join(ActionParty, ActionParty.action_id == Action.id)
        .where(ActionParty.party_id == party_id, Action.trashed_at.is_(None))
        .order_by(Action.decided_sort.desc(), Action.id)
        .distinct()
    )
    return tuple(PartyAction(row.id, row.title, row.decided) for row in rows)


def _holds(column: ColumnElement[str] | object, key: str) -> ColumnElement[bool]:
    return func.instr(column, key) > 0


def _row(party: Party) -> PartyRow:
    return PartyRow(party.id, party.kind, party.name, party.code, party.jurisdiction)
