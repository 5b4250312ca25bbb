"""What a person does to parties: merge, split, rename, describe, add other names. Inside a write.

A merge only points the one party to the other: links, names and claims stay where they are, so that a split
brings back exactly what was there. No party points to one that is merged itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from casefile.errors import CasefileError
from casefile.identifiers import Lei
from casefile.store.derived import chunks
from casefile.store.describing import describe, group_value
from casefile.store.editing import Grounds
from casefile.store.field_values import Value
from casefile.store.journal import undone_groups
from casefile.store.listing_rows import parties_of
from casefile.store.matching import party_key
from casefile.store.parties import add_party, family
from casefile.store.projection import title_of
from casefile.store.schema.evidence import Claim
from casefile.store.schema.journal import Change, Step
from casefile.store.schema.record import Action, ActionParty, Party, PartyAlias
from casefile.store.store import Writer
from casefile.terms import ClaimState, PartyRole, StepKind


class PartyError(CasefileError):
    """Two parties cannot be merged, or one cannot be split."""


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
    _retitle(writer, [keep.id])


def split_party(writer: Writer, party_id: int) -> None:
    """Takes a merged party out again, with its names, its links and those that had been merged into it.

    :class:`PartyError` where it is merged into none.
    """
    party = writer.get_one(Party, party_id)
    if party.merged_into_id is None:
        raise PartyError(f"“{party.name}” is merged into no other party.")
    kept_id, party.merged_into_id = party.merged_into_id, None
    for other_id in _brought_along(writer, party_id, kept_id):
        writer.get_one(Party, other_id).merged_into_id = party_id
    writer.flush()
    _retitle(writer, [kept_id, party_id])


def _brought_along(writer: Writer, party_id: int, kept_id: int) -> list[int]:
    """Those merged into the kept party that came with the other: only the journal still tells.

    It tells of each party what it was merged into itself, before that was merged in its turn.
    """
    old, new = (func.json_extract(row, "$.merged_into_id") for row in (Change.before, Change.after))
    merges = writer.execute(
        select(Change.row_id, new)
        .join(Step, Step.id == Change.step_id)
        .where(Step.kind == StepKind.DO, Step.target_id.not_in(undone_groups()))
        .where(Change.table_name == "party", old.is_(None), new.is_not(None))
        .where(Change.row_id.in_(select(Party.id).where(Party.merged_into_id == kept_id)))
        .order_by(Change.id)
    )
    into = {row_id: after for row_id, after in merges}  # noqa: C416  The last of each counts.
    along = {party_id}
    while more := {id_ for id_, other in into.items() if other in along} - along:
        along |= more
    return sorted(along - {party_id})


def split_off(
    writer: Writer, party_id: int, name: str, action_ids: Sequence[int], aliases: Sequence[str] = ()
) -> int:
    """Makes a party of its own for some of a party's actions and names; gives back its id.

    :class:`PartyError` without a name, or where an action names the party by one that was merged into it:
    that one is taken out by :func:`split_party`.
    """
    party = writer.get_one(Party, party_id)
    if not name.strip():
        raise PartyError("The new party needs a name.")
    own = writer.scalars(select(ActionParty.action_id).where(ActionParty.party_id == party_id))
    others = sorted(set(action_ids) - set(own))
    if others:
        raise PartyError(
            f"“{party.name}” stands in action {others[0]} under the name of a party merged into it.",
            "Split that party off first.",
        )
    other = add_party(writer, name.strip(), "", party.kind, party.jurisdiction)
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
    _retitle(writer, [party_id, other.id])
    return other.id


@dataclass(frozen=True)
class PartyDetails:
    """What is known of a party beside its names; every text may be empty."""

    legal_name: str = ""
    english_name: str = ""
    abbreviation: str = ""
    jurisdiction: str = ""
    body: str = ""
    lei: str = ""
    parent_id: int | None = None


def describe_party(
    writer: Writer, party_id: int, details: PartyDetails, by: str, *, grounds: Grounds | None = None
) -> None:
    """Notes what is known of the party, each with the person's claim where it is another.

    :class:`PartyError` for a wrong LEI or a party in its own group.
    """
    party = writer.get_one(Party, party_id)
    try:
        lei = str(Lei.parse(details.lei)) if details.lei.strip() else ""
    except ValueError as error:
        raise PartyError(f"“{details.lei}” is no Legal Entity Identifier.", str(error)) from error
    above = details.parent_id
    while above is not None:
        if above == party_id:
            raise PartyError(f"“{party.name}” would belong to itself.", "Choose another parent group.")
        above = writer.get_one(Party, above).parent_id
    values: dict[str, Value] = {
        "legal_name": details.legal_name.strip(),
        "english_name": details.english_name.strip(),
        "abbreviation": details.abbreviation.strip(),
        "jurisdiction": details.jurisdiction.strip(),
        "body": details.body.strip(),
        "lei": lei,
        "parent": group_value(writer, details.parent_id) if details.parent_id is not None else "",
    }
    describe(writer, ("party", party_id), values, by, grounds=grounds)


def rename_party(writer: Writer, party_id: int, name: str) -> None:
    """Gives the party another name; the old one stays as an alias."""
    party = writer.get_one(Party, party_id)
    if not name.strip():
        raise PartyError("A party needs a name.")
    old, party.name, party.match_key = party.name, name.strip(), party_key(name)
    writer.flush()
    add_alias(writer, party_id, old)
    _retitle(writer, [party_id])


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


def _retitle(writer: Writer, party_ids: Sequence[int]) -> None:
    """Actions are titled by their parties' names, those that a person gave a title left out."""
    same = family(select(Party.id).where(Party.id.in_(party_ids)))
    linked = select(ActionParty.action_id).where(ActionParty.party_id.in_(same)).distinct()
    of_a_person = select(Claim.id).where(
        Claim.record_table == "action",
        Claim.record_id == Action.id,
        Claim.field == "title",
        Claim.state == ClaimState.ACCEPTED,
    )
    for ids in chunks(writer.scalars(linked)):
        names = parties_of(writer, ids)
        for action in writer.scalars(select(Action).where(Action.id.in_(ids), ~of_a_person.exists())):
            authorities, respondents = (
                names.get((action.id, role), []) for role in (PartyRole.AUTHORITY, PartyRole.RESPONDENT)
            )
            action.title = title_of(authorities, respondents)
        writer.flush()
