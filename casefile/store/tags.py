"""Tags on actions, sources, quotes and events, and their colours. Inside a write but for reading.

Two spellings that differ in case or accents are one tag. A tag of an action is a claim too, of the person who
gave it: see :mod:`casefile.store.projection`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, delete, func, insert, select, update
from sqlalchemy.orm import Session

from casefile.errors import CasefileError
from casefile.store.derived import chunks
from casefile.store.folding import fold
from casefile.store.payload import to_json
from casefile.store.plain_sql import IDS
from casefile.store.rows import TagMark, TagRow
from casefile.store.schema.base import Base, table_of
from casefile.store.schema.details import ActionTag
from casefile.store.schema.evidence import Claim, Source
from casefile.store.schema.listing import ActionListing, EventListing, QuoteListing, SourceListing
from casefile.store.schema.record import Action, Quote, TimelineEvent
from casefile.store.schema.tags import EventTag, QuoteTag, SourceTag, Tag
from casefile.store.store import Reader, Writer
from casefile.terms import ClaimState, TagColour

LONGEST_TAG = 60
_FIELD = "tag"


class Tagged(StrEnum):
    """What can have tags, as the trash and the screen name it."""

    ACTION = "action"
    SOURCE = "source"
    QUOTE = "quote"
    EVENT = "event"


class TagError(CasefileError):
    """A tag cannot be called that."""


@dataclass(frozen=True)
class _Links:
    """Where the tags of one kind of record stand."""

    model: Any
    owner: str
    record: type[Base]
    listing: Any

    @property
    def owner_id(self) -> Any:  # noqa: ANN401
        """The column that names the record."""
        return getattr(self.model, self.owner)


LINKS: Mapping[Tagged, _Links] = {
    Tagged.ACTION: _Links(ActionTag, "action_id", Action, ActionListing),
    Tagged.SOURCE: _Links(SourceTag, "source_id", Source, SourceListing),
    Tagged.QUOTE: _Links(QuoteTag, "quote_id", Quote, QuoteListing),
    Tagged.EVENT: _Links(EventTag, "event_id", TimelineEvent, EventListing),
}
_TAGS_OF = {
    kind: select(links.owner_id, links.model.tag).where(links.owner_id.in_(IDS))
    for kind, links in LINKS.items()
}


def clean_name(typed: str) -> str:
    """The tag's name without spare blanks; :class:`TagError` where nothing is left or it is too long."""
    name = " ".join(typed.split())
    if not fold(name):
        raise TagError("A tag needs a name.", "Write a word or two.")
    if len(name) > LONGEST_TAG:
        raise TagError("This name is too long for a tag.", f"Use at most {LONGEST_TAG} characters.")
    return name


def all_tags(reader: Reader) -> list[TagRow]:
    """Every tag by name, those that no record has among them."""
    known = {tag.match_key: TagMark(tag.name, tag.colour) for tag in reader.scalars(select(Tag))}
    counts: dict[str, Counter[Tagged]] = defaultdict(Counter)
    for kind, links in LINKS.items():
        for name, count in reader.execute(_counted(links)):
            counts[fold(name)][kind] += count
            known.setdefault(fold(name), TagMark(name))
    rows = (
        TagRow(mark.name, mark.colour, *(counts[key][kind] for kind in Tagged)) for key, mark in known.items()
    )
    return sorted(rows, key=lambda row: (fold(row.name), row.name))


def tags_of(reader: Reader, kind: Tagged, ids: Sequence[int]) -> dict[int, tuple[TagMark, ...]]:
    """By record its tags by name; records without any are not in it."""
    found: dict[int, list[str]] = defaultdict(list)
    for some in chunks(set(ids)):
        for id_, name in reader.execute(_TAGS_OF[kind], {"ids": some}):
            found[id_].append(name)
    marks = _marks(reader, {name for names in found.values() for name in names})
    return {
        id_: tuple(sorted((marks[name] for name in names), key=lambda mark: fold(mark.name)))
        for id_, names in found.items()
    }


def counted_tags(reader: Reader, kind: Tagged, ids: Sequence[int]) -> dict[TagMark, int]:
    """How many of these records have each tag, by name."""
    links = LINKS[kind]
    counts: Counter[str] = Counter()
    for some in chunks(set(ids)):
        query = (
            select(links.model.tag, func.count()).where(links.owner_id.in_(some)).group_by(links.model.tag)
        )
        for name, count in reader.execute(query):
            counts[name] += count
    marks = _marks(reader, set(counts))
    return {marks[name]: counts[name] for name in sorted(counts, key=fold)}


def with_tag(session: Session, kind: Tagged, names: Iterable[str]) -> ColumnElement[Any]:
    """In a query: the ids of the records that have one of the tags, however they spell it."""
    links, keys = LINKS[kind], {fold(name) for name in names}
    spelled = [name for name in session.scalars(select(links.model.tag).distinct()) if fold(name) in keys]
    return select(links.owner_id).where(links.model.tag.in_(spelled)).scalar_subquery()


def known_as(writer: Writer, typed: str) -> str:
    """The tag as it is spelled; one that is new is kept with a colour that few others have."""
    name = clean_name(typed)
    tag = _tag(writer, name)
    if tag is None:
        spelled = sorted(_spellings(writer, name))
        tag = Tag(name=spelled[0] if spelled else name, match_key=fold(name), colour=_rarest(writer))
        writer.add(tag)
        writer.flush()
    return tag.name


def add_tag(writer: Writer, kind: Tagged, ids: Iterable[int], typed: str, by: str) -> int:
    """Gives the records the tag, made where there is none; gives back how many did not have it yet."""
    name = known_as(writer, typed)
    links, spelled = LINKS[kind], {name, *_spellings(writer, name)}
    added = 0
    for some in chunks(set(ids)):
        have = select(links.owner_id).where(links.owner_id.in_(some), links.model.tag.in_(spelled))
        record: Any = links.record
        without = list(writer.scalars(select(record.id).where(record.id.in_(some), record.id.not_in(have))))
        if not without:
            continue
        if kind is Tagged.ACTION:
            writer.execute(insert(table_of(Claim)), [_claim(id_, name, by) for id_ in without])
        rows = [{links.owner: id_, "tag": name} for id_ in without]
        writer.execute(insert(table_of(links.model)), rows)
        added += len(without)
    return added


def take_tag(writer: Writer, kind: Tagged, ids: Iterable[int], name: str, by: str) -> int:
    """Takes the tag from the records; gives back how many had it."""
    links, spelled, taken = LINKS[kind], _spellings(writer, name), 0
    for some in chunks(set(ids)):
        if kind is Tagged.ACTION:
            _decide(writer, spelled, ClaimState.REJECTED, by, Claim.record_id.in_(some))
        gone = delete(links.model).where(links.owner_id.in_(some), links.model.tag.in_(spelled))
        taken += len(writer.execute(gone.returning(links.model.id)).all())
    return taken


def recolour_tag(writer: Writer, name: str, colour: TagColour) -> None:
    """Gives the tag another colour."""
    known_as(writer, name)
    tag = _tag(writer, name)
    if tag is not None:
        tag.colour = colour
    writer.flush()


def rename_tag(writer: Writer, name: str, typed: str, by: str) -> None:
    """Spells the tag otherwise wherever it stands; where there is a tag of the new name, it becomes that."""
    new = clean_name(typed)
    if fold(new) != fold(name):
        new = _take_over(writer, name, new)
    elif (tag := _tag(writer, name)) is not None:
        tag.name = new
        writer.flush()
    spelled = {*_spellings(writer, name), *(_spellings(writer, new))} - {new}
    for old in sorted(spelled):
        _respell(writer, old, new, by)


def delete_tag(writer: Writer, name: str, by: str) -> None:
    """Takes the tag from every record, and out of the list of tags."""
    spelled = _spellings(writer, name)
    _decide(writer, spelled, ClaimState.REJECTED, by)
    for links in LINKS.values():
        writer.execute(delete(links.model).where(links.model.tag.in_(spelled)))
    writer.execute(delete(Tag).where(Tag.match_key == fold(name)))


def _counted(links: _Links) -> Any:  # noqa: ANN401
    return (
        select(links.model.tag, func.count())
        .join(links.listing, links.listing.id == links.owner_id)
        .where(links.listing.is_trashed.is_(False))
        .group_by(links.model.tag)
    )


def _marks(reader: Reader, names: Iterable[str]) -> dict[str, TagMark]:
    """By spelling the tag that it is."""
    keys = {name: fold(name) for name in names}
    known = {
        tag.match_key: TagMark(tag.name, tag.colour)
        for tag in reader.scalars(select(Tag).where(Tag.match_key.in_(set(keys.values()))))
    }
    return {name: known.get(key, TagMark(name)) for name, key in keys.items()}


def _tag(session: Session, name: str) -> Tag | None:
    return session.scalar(select(Tag).where(Tag.match_key == fold(name)))


def _spellings(session: Session, name: str) -> set[str]:
    """How records spell the tag."""
    key = fold(name)
    found = (session.scalars(select(links.model.tag).distinct()) for links in LINKS.values())
    return {spelled for names in found for spelled in names if fold(spelled) == key}


def _rarest(session: Session) -> TagColour:
    """The colour that the fewest tags have, the first of them; grey says that nobody chose one."""
    used = Counter(session.scalars(select(Tag.colour)))
    return min((colour for colour in TagColour if colour is not TagColour.GREY), key=lambda one: used[one])


def _take_over(writer: Writer, name: str, new: str) -> str:
    """Renames the tag itself, or lets go of it where there is one of the new name; gives back that name."""
    tag, other = _tag(writer, name), _tag(writer, new)
    if other is not None:
        if tag is not None:
            writer.delete(tag)
            writer.flush()
        return other.name
    if tag is None:
        return known_as(writer, new)
    tag.name, tag.match_key = new, fold(new)
    writer.flush()
    return new


def _respell(writer: Writer, old: str, new: str, by: str) -> None:
    """Puts one spelling in the place of another; a record that has both keeps the new one."""
    twin = select(ActionTag.action_id).where(ActionTag.tag == new)
    _decide(writer, {old}, ClaimState.SUPERSEDED, by, Claim.record_id.in_(twin))
    live = _of_tag({old}, Claim.state == ClaimState.ACCEPTED)
    writer.execute(update(Claim).where(*live).values(value=to_json(new)))
    for links in LINKS.values():
        have = select(links.owner_id).where(links.model.tag == new)
        writer.execute(delete(links.model).where(links.model.tag == old, links.owner_id.in_(have)))
        writer.execute(update(links.model).where(links.model.tag == old).values(tag=new))


def _decide(
    writer: Writer, spelled: Iterable[str], state: ClaimState, by: str, *conditions: ColumnElement[bool]
) -> None:
    """The claims that say the tag of actions count no more."""
    live = _of_tag(spelled, Claim.state == ClaimState.ACCEPTED, *conditions)
    decided = {"state": state, "reviewer": by, "decided_at": datetime.now(UTC), "unreviewed": False}
    writer.execute(update(Claim).where(*live).values(reason="", **decided))


def _of_tag(spelled: Iterable[str], *conditions: ColumnElement[bool]) -> list[ColumnElement[bool]]:
    values = [to_json(name) for name in spelled]
    of_tag = (Claim.record_table == "action", Claim.field == _FIELD, Claim.value.in_(values))
    return [*of_tag, *conditions]


def _claim(action_id: int, name: str, by: str) -> dict[str, Any]:
    """As :func:`casefile.store.editing.add_own_claim` makes one."""
    return {
        "record_table": "action", "record_id": action_id, "field": _FIELD, "value": to_json(name),
        "state": ClaimState.ACCEPTED, "method": "person", "rule": "entered by hand", "confidence": 1.0,
        "reviewer": by, "decided_at": datetime.now(UTC), "unreviewed": False, "reason": "",
        "source_id": None, "proposal_id": None,
    }  # fmt: skip
