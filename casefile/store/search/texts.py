"""What of a record is searched: its title and its body, made from the record. Reading only.

The index holds these texts and snippets are cut from them, so that every hit can be shown.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from sqlalchemy import Text, select, type_coerce
from sqlalchemy.orm import Session

from casefile import registry
from casefile.store.folding import fold
from casefile.store.plain_sql import fetch
from casefile.store.schema.details import ActionIdentifier, ActionNote, ActionTag, Appeal, SourceNote
from casefile.store.schema.record import (
    Action,
    ActionParty,
    Measure,
    Party,
    PartyAlias,
    Provision,
)
from casefile.terms import PartyKind
from casefile.vocabulary import label

Texts = dict[int, tuple[str, str]]
"""By id: title and body; of a quote the speaker with the role, and the words."""
_JOIN = " · "
_READ_AT_ONCE = 400_000
"""Code points of a text that are read before its rest is: nearly always all of it."""
_QUOTES = """
SELECT quote.id, text, translation, role, coalesce(speaker.name, '')
FROM quote LEFT JOIN speaker ON speaker.id = speaker_id WHERE quote.id IN ({marks})
"""
_SOURCE_TITLES = "SELECT id, iif(title <> '', title, file_name) FROM source WHERE id IN ({marks})"
_BODIES = """
SELECT source.id, substr(document.text, {start}, {length})
FROM source JOIN document ON document.id = document_id WHERE source.id IN ({marks})
"""


def action_texts(session: Session, ids: Sequence[int]) -> Texts:
    """The actions that are there: summary, measures, status, parties with all their names, and more.

    That is laws, numbers, appeals, tags and notes, in this order.
    """
    if not ids:
        return {}
    bodies: dict[int, list[str]] = defaultdict(list)
    # The codes as they are: a value that the program does not know is the check's business.
    kind_code, status_code = (type_coerce(column, Text) for column in (Action.kind, Action.status))
    rows = session.execute(
        select(
            Action.id, Action.title, Action.summary, kind_code.label("kind"), status_code.label("status")
        ).where(Action.id.in_(ids))
    ).all()
    for row in rows:
        kind, status = label("measure-kinds", row.kind), label("action-statuses", row.status)
        bodies[row.id] += [row.summary, kind, status]
    for action_id, kind in session.execute(
        select(Measure.action_id, Measure.kind).where(Measure.action_id.in_(ids)).order_by(Measure.position)
    ):
        bodies[action_id].append(label("measure-kinds", kind))
    _add_parties(session, ids, bodies)
    for statement in (
        select(Provision.action_id, Provision.instrument + " " + Provision.article)
        .where(Provision.action_id.in_(ids))
        .order_by(Provision.id),
        select(ActionIdentifier.action_id, ActionIdentifier.value)
        .where(ActionIdentifier.action_id.in_(ids))
        .order_by(ActionIdentifier.id),
        select(Appeal.action_id, Appeal.to_body + " " + Appeal.to_number)
        .where(Appeal.action_id.in_(ids))
        .order_by(Appeal.id),
        select(ActionTag.action_id, ActionTag.tag).where(ActionTag.action_id.in_(ids)).order_by(ActionTag.id),
        select(ActionNote.action_id, ActionNote.text)
        .where(ActionNote.action_id.in_(ids))
        .order_by(ActionNote.id),
    ):
        for action_id, words in session.execute(statement):
            bodies[action_id].append(words)
    return {row.id: (row.title, _joined(bodies[row.id])) for row in rows}


def action_titles(session: Session, ids: Sequence[int]) -> dict[int, str]:
    """The titles of those actions that are there."""
    return dict(fetch(session, "SELECT id, title FROM action WHERE id IN ({marks})", ids))


def quote_texts(session: Session, ids: Sequence[int]) -> Texts:
    """The quotes that are there."""
    rows = fetch(session, _QUOTES, ids)
    return {
        id_: (", ".join(part for part in (speaker, role) if part), _joined([words, translation]))
        for id_, words, translation, role, speaker in rows
    }


def source_titles(session: Session, ids: Sequence[int]) -> dict[int, str]:
    """The titles of those sources that are there, or the names of their files."""
    return dict(fetch(session, _SOURCE_TITLES, ids))


def source_bodies(session: Session, ids: Sequence[int], start: int = 0) -> dict[int, str]:
    """A stretch of the text of each source from there on, "" beyond its end."""
    return dict(fetch(session, _BODIES.format(start=start + 1, length=_READ_AT_ONCE, marks="{marks}"), ids))


def source_notes(session: Session, ids: Sequence[int]) -> dict[int, str]:
    """The notes on those sources that have some, oldest first."""
    notes: dict[int, list[str]] = defaultdict(list)
    for source_id, words in session.execute(
        select(SourceNote.source_id, SourceNote.text)
        .where(SourceNote.source_id.in_(ids))
        .order_by(SourceNote.id)
    ):
        notes[source_id].append(words)
    return {source_id: _joined(words) for source_id, words in notes.items()}


def party_texts(session: Session, ids: Iterable[int]) -> dict[int, str]:
    """Every name of those parties that are there, the registry's among them."""
    wanted = list(ids)
    names: dict[int, list[str]] = defaultdict(list)
    for party in session.scalars(select(Party).where(Party.id.in_(wanted))):
        own = [party.name, party.legal_name, party.english_name, party.abbreviation, party.code]
        names[party.id] = own + (_registered(party.code, party.name) if _is_authority(party) else [])
    for party_id, name in session.execute(
        select(PartyAlias.party_id, PartyAlias.name)
        .where(PartyAlias.party_id.in_(wanted))
        .order_by(PartyAlias.id)
    ):
        names[party_id].append(name)
    return {party_id: _joined(dict.fromkeys(own)) for party_id, own in names.items()}


def _is_authority(party: Party) -> bool:
    return party.kind is PartyKind.AUTHORITY


def _add_parties(session: Session, ids: Sequence[int], bodies: dict[int, list[str]]) -> None:
    """The names of each action's parties, before and after merges."""
    links = session.execute(
        select(ActionParty.action_id, ActionParty.party_id, ActionParty.as_published)
        .where(ActionParty.action_id.in_(ids))
        .order_by(ActionParty.position, ActionParty.id)
    ).all()
    linked = {link.party_id for link in links}
    canonical = {
        row.id: row.merged_into_id
        for row in session.execute(
            select(Party.id, Party.merged_into_id).where(
                Party.id.in_(linked), Party.merged_into_id.is_not(None)
            )
        )
    }
    names = party_texts(session, linked | set(canonical.values()))
    for action_id, party_id, as_published in links:
        bodies[action_id] += [names.get(canonical.get(party_id, 0), ""), names[party_id], as_published]


def _registered(code: str, name: str) -> list[str]:
    """The registry's names of the authority of that code or, without one, of that official name."""
    entry = _by_code().get(code) or (None if code else _by_name().get(fold(name)))
    return [entry.code, *entry.all_names] if entry is not None else []


@cache
def _by_code() -> dict[str, registry.Authority]:
    return {entry.code: entry for entry in registry.authorities()}


@cache
def _by_name() -> dict[str, registry.Authority]:
    return {fold(name): entry for entry in registry.authorities() for name in (entry.english, entry.name)}


def _joined(parts: Iterable[str]) -> str:
    return _JOIN.join(part for part in dict.fromkeys(parts) if part)
