"""What a value may rest on, found by a part of its title: what belongs together already comes first.

Reading only. As with the lists (:mod:`casefile.store.lists`) all ids are given at once and rows by pages.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, and_, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from casefile.store.folding import KEY_LENGTH, sort_text
from casefile.store.schema.evidence import Source
from casefile.store.schema.listing import ActionListing, SourceListing
from casefile.store.schema.record import Action
from casefile.store.sources import actions_of, sources_of
from casefile.store.store import Reader


@dataclass(frozen=True)
class Found:
    """Ids without the trash: those that belong together already, then all others.

    Of each the sources that came last, or the actions that were changed last, come first.
    """

    near: tuple[int, ...]
    others: tuple[int, ...]


@dataclass(frozen=True)
class _Lookup:
    """Where one kind of record is looked for."""

    record: type[Source] | type[Action]
    title: InstrumentedAttribute[str]
    listing: type[SourceListing] | type[ActionListing]
    newest: InstrumentedAttribute[str]


_SOURCES = _Lookup(Source, Source.title, SourceListing, SourceListing.added_at)
_ACTIONS = _Lookup(Action, Action.title, ActionListing, ActionListing.changed_at)


def find_sources(reader: Reader, action_id: int, typed: str = "") -> Found:
    """The sources with every word that was typed in their title, those that the action rests on first."""
    near = sources_of(select(Action.id).where(Action.id == action_id))
    return _found(reader, _SOURCES, near, typed)


def find_actions(reader: Reader, source_id: int, typed: str = "") -> Found:
    """The actions with every word that was typed in their title, those that rest on the source first."""
    return _found(reader, _ACTIONS, actions_of(source_id), typed)


def _found(reader: Reader, lookup: _Lookup, near: CompoundSelect[Any], typed: str) -> Found:
    listing = lookup.listing
    query: Select[int] = (
        select(listing.id)
        .where(listing.is_trashed.is_(False), *(_holds(lookup, word) for word in sort_text(typed).split()))
        .order_by(lookup.newest.desc(), listing.id.desc())
    )
    belonging = {row[0] for row in reader.execute(near)}
    # Straight from the cursor: see casefile.store.lists.
    ids = [row[0] for row in reader.connection().execute(query).cursor.fetchall()]
    return Found(
        tuple(id_ for id_ in ids if id_ in belonging), tuple(id_ for id_ in ids if id_ not in belonging)
    )


def _holds(lookup: _Lookup, word: str) -> ColumnElement[bool]:
    """The folded key has the word or, where a long title was cut to make the key, the title itself has it."""
    key = lookup.listing.title_key
    whole = select(func.lower(lookup.title)).where(lookup.record.id == lookup.listing.id).scalar_subquery()
    is_cut = func.length(key) == KEY_LENGTH
    return or_(func.instr(key, word) > 0, and_(is_cut, func.instr(whole, word) > 0))
