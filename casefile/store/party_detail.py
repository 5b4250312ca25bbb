"""A party or a speaker as a person looks at it: every name and where it comes from, what it did and said.

Reading only. Actions and quotes are ids in their order: there may be tens of thousands.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import ColumnElement, func, or_, select

from casefile import registry
from casefile.store.derived import chunks
from casefile.store.facts import evidence_row, part_facts
from casefile.store.lists import Ids, read_ids
from casefile.store.matching import party_key
from casefile.store.party_edits import PartyDetails
from casefile.store.party_rows import PartyRow, details_of, party_row
from casefile.store.rows import Evidence, Fact
from casefile.store.schema.evidence import Claim, ClaimPassage, Document, Passage, Source
from casefile.store.schema.journal import Change, Step
from casefile.store.schema.listing import QuoteListing
from casefile.store.schema.record import Action, ActionParty, Party, PartyAlias, Quote, Speaker
from casefile.store.store import Reader
from casefile.terms import ClaimState, PartyRole, StepKind

MOST_PRINTED = 40
"""As many of the names that sources print are told, the most frequent first."""


@dataclass(frozen=True)
class KnownName:
    """A name, or a speaker's role, and where it comes from."""

    name: str
    origin: str
    evidence: Evidence | None = None
    """A passage that prints it, where there is one."""


@dataclass(frozen=True)
class PartyDetail:
    """A party after merges, with all that is known of it."""

    row: PartyRow
    names: tuple[KnownName, ...]
    facts: tuple[Fact, ...]
    """What claims say of it: see :data:`casefile.fields.PARTS`."""
    details: PartyDetails
    group: str
    """The name of the group that it belongs to, "" without one."""
    action_ids: tuple[int, ...]
    """Newest decision first."""
    quote_ids: tuple[int, ...]
    """Of speakers that are the party itself, or were linked with it."""


@dataclass(frozen=True)
class SpeakerDetail:
    """A speaker with all that is known of him or her."""

    id: int
    name: str
    roles: tuple[KnownName, ...]
    action_ids: tuple[int, ...]
    """Actions that rest on a source with one of the quotes; newest decision first."""
    quote_ids: tuple[int, ...]


def party_detail(reader: Reader, party_id: int) -> PartyDetail:
    """The party, or the one that it was merged into; ``RecordGoneError`` where it is gone."""
    party = reader.get_one(Party, party_id)
    if party.merged_into_id is not None:
        party = reader.get_one(Party, party.merged_into_id)
    parent = reader.get_one(Party, party.parent_id) if party.parent_id is not None else None
    merged = reader.scalars(select(Party).where(Party.merged_into_id == party.id).order_by(Party.id)).all()
    family = [party.id, *(other.id for other in merged)]
    names = [KnownName(party.name, "Its name in this store"), *_printed(reader, family)]
    names += [KnownName(other.name, _merged_by(reader, other.id)) for other in merged]
    for member in (party, *merged):
        names += _aliases(reader, member, f"Name of {member.name}: " if member is not party else "")
    return PartyDetail(
        party_row(reader, party.id),
        tuple(names),
        part_facts(reader, "party", [party.id]).get(party.id, ()),
        details_of(party),
        parent.name if parent is not None else "",
        tuple(_newest_first(reader, _actions_of(reader, family))),
        tuple(_quotes_of_party(reader, family)),
    )


def speaker_detail(reader: Reader, speaker_id: int) -> SpeakerDetail:
    """The speaker; ``RecordGoneError`` where there is none."""
    speaker = reader.get_one(Speaker, speaker_id)
    quotes = _quotes(reader, Quote.speaker_id == speaker_id)
    sources = reader.scalars(
        select(Quote.source_id).where(Quote.speaker_id == speaker_id, Quote.trashed_at.is_(None)).distinct()
    )
    actions = _newest_first(reader, _actions_on(reader, set(sources)))
    return SpeakerDetail(
        speaker.id, speaker.name, tuple(_roles(reader, speaker_id)), tuple(actions), tuple(quotes)
    )


def _aliases(reader: Reader, party: Party, lead: str) -> list[KnownName]:
    """The party's other names, those of the registry last."""
    known = _registered(party.code)
    aliases = reader.scalars(
        select(PartyAlias).where(PartyAlias.party_id == party.id).order_by(PartyAlias.name)
    ).all()
    own = [alias for alias in aliases if alias.name not in known]
    of_registry = f"{lead}Registry of authorities ({party.code})"
    return [
        *(KnownName(alias.name, f"{lead}{_made_by(reader, alias.id)}") for alias in own),
        *(KnownName(alias.name, of_registry) for alias in aliases if alias.name in known),
    ]


def _registered(code: str) -> frozenset[str]:
    try:
        return frozenset(registry.authority(code).all_names)
    except KeyError:
        return frozenset()


def _made_by(reader: Reader, alias_id: int) -> str:
    """The step that made the alias last, as ``label, person, day``."""
    words = _step_words(reader, "party_alias", alias_id, Change.before.is_(None))
    return words or "No step tells"


def _merged_by(reader: Reader, party_id: int) -> str:
    column = func.json_extract(Change.after, "$.merged_into_id")
    before = func.json_extract(Change.before, "$.merged_into_id")
    words = _step_words(reader, "party", party_id, column.is_not(before))
    return f"Merged into it: {words}" if words else "Merged into it"


def _step_words(reader: Reader, table: str, row_id: int, test: ColumnElement[bool]) -> str:
    step = reader.execute(
        select(Step.label, Step.person, Step.at)
        .join(Change, Change.step_id == Step.id)
        .where(Change.table_name == table, Change.row_id == row_id, Step.kind != StepKind.UNDO, test)
        .order_by(Step.id.desc())
        .limit(1)
    ).first()
    return f"{step.label}, {step.person}, {step.at:%Y-%m-%d}" if step is not None else ""


class _Printed(NamedTuple):
    """A name that sources print, how many actions have it, and one of them with its role there."""

    name: str
    times: int
    action_id: int
    role: PartyRole


def _printed(reader: Reader, family: Sequence[int]) -> Iterator[KnownName]:
    """The names that sources print, each with a passage where there is one."""
    rows = reader.execute(
        select(
            ActionParty.as_published,
            func.count(ActionParty.action_id.distinct()),
            func.min(ActionParty.action_id),
            ActionParty.role,
        )
        .where(ActionParty.party_id.in_(family), ActionParty.as_published != "")
        .group_by(ActionParty.as_published)
        .order_by(func.count().desc(), ActionParty.as_published)
        .limit(MOST_PRINTED)
    )
    for row in rows:
        found = _Printed(*row)
        actions = "1 action" if found.times == 1 else f"{found.times:,} actions"
        yield KnownName(found.name, f"Printed in sources of {actions}", _passage_of(reader, found))


def _passage_of(reader: Reader, found: _Printed) -> Evidence | None:
    row = reader.execute(
        select(Passage, Source, Document.pages)
        .join(ClaimPassage, ClaimPassage.passage_id == Passage.id)
        .join(Claim, Claim.id == ClaimPassage.claim_id)
        .join(Source, Source.id == Claim.source_id)
        .join(Document, Document.id == Passage.document_id)
        .where(
            Claim.record_table == "action",
            Claim.record_id == found.action_id,
            Claim.field == found.role.value.replace("-", "_"),
            Claim.state == ClaimState.ACCEPTED,
            func.json_extract(Claim.value, "$.name") == found.name,
            Source.trashed_at.is_(None),
        )
        .order_by(Claim.id, Passage.start)
        .limit(1)
    ).first()
    return evidence_row(*row) if row is not None else None


def _roles(reader: Reader, speaker_id: int) -> Iterator[KnownName]:
    """As what sources present the speaker, the most frequent first, each with a passage."""
    rows = reader.execute(
        select(Quote.role, func.count(), func.min(Quote.id))
        .where(Quote.speaker_id == speaker_id, Quote.trashed_at.is_(None), Quote.role != "")
        .group_by(Quote.role)
        .order_by(func.count().desc(), Quote.role)
        .limit(MOST_PRINTED)
    ).all()
    for role, count, quote_id in rows:
        passage, source, pages = reader.execute(
            select(Passage, Source, Document.pages)
            .select_from(Quote)
            .join(Passage, Passage.id == Quote.passage_id)
            .join(Source, Source.id == Quote.source_id)
            .join(Document, Document.id == Passage.document_id)
            .where(Quote.id == quote_id)
        ).one()
        quotes = "1 quote" if count == 1 else f"{count:,} quotes"
        yield KnownName(role, f"Role in {quotes}", evidence_row(passage, source, pages))


def _actions_on(reader: Reader, sources: set[int]) -> set[int]:
    """The actions that rest on these sources. The claims of one source are few: its index is the quickest."""
    found: set[int] = set()
    for ids in chunks(sources):
        claimed = select(Claim.record_table, Claim.record_id).where(Claim.source_id.in_(ids)).distinct()
        found.update(record_id for table, record_id in reader.execute(claimed) if table == "action")
    return found


def _actions_of(reader: Reader, family: Sequence[int]) -> set[int]:
    linked = select(ActionParty.action_id).where(ActionParty.party_id.in_(family))
    return set(reader.scalars(linked))


def _newest_first(reader: Reader, actions: Iterable[int]) -> Ids:
    days: dict[int, str] = {}
    for ids in chunks(actions):
        rows = select(Action.id, Action.decided_sort).where(Action.id.in_(ids), Action.trashed_at.is_(None))
        days.update((id_, day) for id_, day in reader.execute(rows))
    return sorted(days, key=lambda id_: (days[id_], id_), reverse=True)


def _quotes_of_party(reader: Reader, family: Sequence[int]) -> Ids:
    keys = _keys(reader, family)
    speakers = select(Speaker.id).where(
        or_(Speaker.party_id.in_(family), Speaker.party_id.is_(None) & Speaker.match_key.in_(keys))
    )
    return _quotes(reader, Quote.speaker_id.in_(speakers))


def _keys(reader: Reader, family: Iterable[int]) -> set[str]:
    """What the party's names fold to."""
    members = list(family)
    own = reader.scalars(select(Party.name).where(Party.id.in_(members)))
    others = reader.scalars(select(PartyAlias.name).where(PartyAlias.party_id.in_(members)))
    return {party_key(name) for name in (*own, *others)}


def _quotes(reader: Reader, test: ColumnElement[bool]) -> Ids:
    return read_ids(
        reader,
        select(Quote.id)
        .join(QuoteListing, QuoteListing.id == Quote.id)
        .where(test, QuoteListing.is_trashed.is_(False))
        .order_by(QuoteListing.source_id, Quote.id),
    )
