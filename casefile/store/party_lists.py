"""The lists of parties and of speakers: ids in their order, sorted and narrowed by names. Reading only.

As with the other lists (:mod:`casefile.store.lists`) ids are asked for as a whole and rows by pages. A party
that was merged into another is no row of its own: it is found, counted and named with that one.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, and_, func, literal_column, or_, select
from sqlalchemy.orm import aliased

from casefile.store.folding import fold
from casefile.store.lists import Ids, Order, read_ids
from casefile.store.schema.listing import QuoteListing
from casefile.store.schema.record import Action, ActionParty, Party, PartyAlias, Quote, Speaker, canonical_id
from casefile.store.store import Reader
from casefile.terms import PartyKind

MOST_ROLES = 3
"""As many roles of a speaker are told."""
_BY_NAME = Order("name")


@dataclass(frozen=True)
class ListedParty:
    """A party as a list shows it."""

    id: int
    kind: PartyKind
    name: str
    aliases: tuple[str, ...]
    """Its other names and those of the parties merged into it, each once, by the alphabet."""
    jurisdiction: str
    body: str
    """What an authority is, of the list "body-kinds", or empty."""
    action_count: int
    group: str
    """The name of the group that it belongs to, "" without one."""


@dataclass(frozen=True)
class ListedSpeaker:
    """A speaker as a list shows it."""

    id: int
    name: str
    roles: tuple[str, ...]
    """As sources put them, the most frequent first; :data:`MOST_ROLES` at most."""
    party: str
    """The party that speaks, or that the speaker was linked with; "" where none is known."""
    quote_count: int


@dataclass(frozen=True)
class PartyCounts:
    """How many rows each of the lists has."""

    of_kind: Mapping[PartyKind, int]
    speakers: int


PARTY_SORTS = ("name", "jurisdiction", "kind", "actions", "group")
SPEAKER_SORTS = ("name", "quotes")


def party_counts(reader: Reader) -> PartyCounts:
    """How much there is to be listed."""
    rows = reader.execute(
        select(Party.kind, func.count()).where(Party.merged_into_id.is_(None)).group_by(Party.kind)
    )
    speakers = reader.scalar(select(func.count()).select_from(Speaker).where(_speaks())) or 0
    return PartyCounts({kind: count for kind, count in rows}, speakers)  # noqa: C416  Rows are no pairs.


def party_ids(reader: Reader, kind: PartyKind, typed: str = "", order: Order = _BY_NAME) -> Ids:
    """The parties of the kind with every word that was typed in one of their names, code or jurisdiction."""
    tests = [_party_has(word) for word in fold(typed).split()]
    query = select(Party.id).where(Party.kind == kind, Party.merged_into_id.is_(None), *tests)
    if order.by == "actions":
        by_name = read_ids(reader, _sorted_parties(query, _BY_NAME))
        return _by_count(reader, by_name, _action_counts(), descending=order.descending)
    return read_ids(reader, _sorted_parties(query, order))


def party_rows(reader: Reader, ids: Sequence[int]) -> list[ListedParty]:
    """The rows of these parties in the order of the ids; what is gone is left out."""
    parent = aliased(Party)
    found = reader.execute(
        select(Party, func.coalesce(parent.name, ""))
        .outerjoin(parent, parent.id == Party.parent_id)
        .where(Party.id.in_(ids))
    )
    names = _other_names(reader, ids)
    counted = {row[0]: row[1] for row in reader.execute(_action_counts(ids))}
    rows = {
        party.id: ListedParty(
            party.id,
            party.kind,
            party.name,
            tuple(sorted(names[party.id] - {party.name}, key=fold)),
            party.jurisdiction,
            party.body,
            counted.get(party.id, 0),
            group,
        )
        for party, group in found
    }
    return [rows[id_] for id_ in ids if id_ in rows]


def speaker_ids(reader: Reader, typed: str = "", order: Order = _BY_NAME) -> Ids:
    """The speakers who said something, with every word that was typed in their name or in a role."""
    tests = [_speaker_has(word) for word in fold(typed).split()]
    query = select(Speaker.id).where(_speaks(), *tests)
    by_name = Order("name", descending=order.by == "name" and order.descending)
    key = _directed(Speaker.match_key.expression, Speaker.id.expression, by_name)
    ids = read_ids(reader, query.order_by(*key))
    if order.by == "quotes":
        return _by_count(reader, ids, _quote_counts(), descending=order.descending)
    return ids


def speaker_rows(reader: Reader, ids: Sequence[int]) -> list[ListedSpeaker]:
    """The rows of these speakers in the order of the ids; what is gone is left out."""
    roles: dict[int, list[str]] = defaultdict(list)
    counts: dict[int, int] = defaultdict(int)
    said = reader.execute(
        select(Quote.speaker_id, Quote.role, func.count())
        .join(QuoteListing, QuoteListing.id == Quote.id)
        .where(Quote.speaker_id.in_(ids), QuoteListing.is_trashed.is_(False))
        .group_by(Quote.speaker_id, Quote.role)
        .order_by(func.count().desc(), Quote.role)
    )
    for speaker_id, role, count in said:
        if speaker_id is not None:
            counts[speaker_id] += count
            roles[speaker_id] += [role] if role else []
    parties = _parties_of_speakers(reader, ids)
    found = reader.execute(select(Speaker.id, Speaker.name).where(Speaker.id.in_(ids)))
    rows = {
        id_: ListedSpeaker(id_, name, tuple(roles[id_][:MOST_ROLES]), parties.get(id_, ""), counts[id_])
        for id_, name in found
    }
    return [rows[id_] for id_ in ids if id_ in rows]


def _by_count(reader: Reader, ids: Ids, counts: Select[Any, Any], *, descending: bool) -> Ids:
    """Counted once and sorted here: SQLite would count again for every row."""
    rows = reader.connection().execute(counts).cursor.fetchall()
    counted = {row[0]: row[1] for row in rows}
    return sorted(ids, key=lambda id_: counted.get(id_, 0), reverse=descending)


def _sorted_parties(query: Select[int], order: Order) -> Select[int]:
    key: ColumnElement[Any] = Party.match_key.expression
    if order.by == "jurisdiction":
        key = Party.jurisdiction.expression
    elif order.by == "kind":
        key = Party.body.expression
    elif order.by == "group":
        parent = aliased(Party)
        query = query.outerjoin(parent, parent.id == Party.parent_id)
        key = func.coalesce(parent.match_key, "")
    by_name = (Party.match_key,) if order.by != "name" else ()
    first, last = _directed(key, Party.id.expression, order)
    return query.order_by(first, *by_name, last)


def _directed(
    key: ColumnElement[Any], last: ColumnElement[int], order: Order
) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    return (key.desc(), last.desc()) if order.descending else (key, last)


def _party_has(word: str) -> ColumnElement[bool]:
    """Whether one of the party's names has the word, in any case; its match key lacks legal forms."""
    by_alias = select(func.coalesce(Party.merged_into_id, Party.id)).where(
        Party.id.in_(select(PartyAlias.party_id).where(func.instr(PartyAlias.match_key, word) > 0))
    )
    by_merged = select(Party.merged_into_id).where(
        Party.merged_into_id.is_not(None), func.instr(Party.match_key, word) > 0
    )
    texts = (Party.match_key, func.lower(Party.name), func.lower(Party.code), func.lower(Party.jurisdiction))
    return or_(
        *(func.instr(text, word) > 0 for text in texts), Party.id.in_(by_alias), Party.id.in_(by_merged)
    )


def _speaker_has(word: str) -> ColumnElement[bool]:
    by_role = (
        select(Quote.speaker_id)
        .join(QuoteListing, QuoteListing.id == Quote.id)
        .where(Quote.speaker_id.is_not(None), func.instr(QuoteListing.role_key, word) > 0)
    )
    return or_(
        func.instr(Speaker.match_key, word) > 0,
        func.instr(func.lower(Speaker.name), word) > 0,
        Speaker.id.in_(by_role),
    )


def _speaks() -> ColumnElement[bool]:
    """Whether a quote that is not in the trash is the speaker's: the first of them tells.

    The plus keeps SQLite from going through every quote that is not in the trash.
    """
    is_trashed = literal_column(f"+{QuoteListing.__tablename__}.is_trashed", Integer)
    quotes = select(Quote.id).join(QuoteListing, QuoteListing.id == Quote.id)
    return quotes.where(Quote.speaker_id == Speaker.id, is_trashed == 0).exists()


def _quote_counts() -> Select[Any, Any]:
    """For each speaker the quotes that are not in the trash."""
    return (
        select(Quote.speaker_id, func.count())
        .join(QuoteListing, QuoteListing.id == Quote.id)
        .where(QuoteListing.is_trashed.is_(False))
        .group_by(Quote.speaker_id)
    )


def _action_counts(ids: Sequence[int] = ()) -> Select[Any, Any]:
    """For each party, or each of these, the actions that it has a part in; the trash left out."""
    member = aliased(Party)
    canonical = func.coalesce(member.merged_into_id, member.id)
    query = (
        select(canonical, func.count(ActionParty.action_id.distinct()))
        .join(member, member.id == ActionParty.party_id)
        .join(Action, Action.id == ActionParty.action_id)
        .where(Action.trashed_at.is_(None))
        .group_by(canonical)
    )
    if ids:
        query = query.where(or_(member.id.in_(ids), member.merged_into_id.in_(ids)))
    return query


def _other_names(reader: Reader, ids: Sequence[int]) -> dict[int, set[str]]:
    names: dict[int, set[str]] = defaultdict(set)
    family = or_(Party.id.in_(ids), Party.merged_into_id.in_(ids))
    rows = reader.execute(
        select(canonical_id(), Party.name, PartyAlias.name)
        .outerjoin(PartyAlias, PartyAlias.party_id == Party.id)
        .where(family)
    )
    for party_id, name, alias in rows:
        names[party_id].update(known for known in (name, alias) if known)
    return names


def _parties_of_speakers(reader: Reader, ids: Sequence[int]) -> dict[int, str]:
    """For each speaker the name of the party that it is, after merges."""
    canonical = aliased(Party)
    rows = reader.execute(
        select(Speaker.id, canonical.name)
        .join(Party, or_(Party.id == Speaker.party_id, _is_named_as(Party)))
        .join(canonical, canonical.id == canonical_id())
        .where(Speaker.id.in_(ids))
        .order_by(Party.id == Speaker.party_id, Party.id.desc())
    )
    return {row[0]: row[1] for row in rows}


def _is_named_as(party: type[Party]) -> ColumnElement[bool]:
    return and_(Speaker.party_id.is_(None), party.match_key == Speaker.match_key)
