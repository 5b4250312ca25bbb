"""What lists and panes show: rows for the ids that are on screen, whole records. Reading only."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from sqlalchemy import Select, func, select
from sqlalchemy.orm import undefer

from casefile.metadata import Found
from casefile.proposals import ActionProposal
from casefile.store import journal
from casefile.store.derived import CHUNK
from casefile.store.errors import RecordGoneError
from casefile.store.facts import (
    EVIDENCE_COLUMNS,
    LedgerLine,
    action_facts,
    evidence,
    facts_of_actions,
)
from casefile.store.layout import blocks_from, page_words, pages_from
from casefile.store.listing_rows import parties_of, present_amounts, waiting_counts
from casefile.store.meeting import meet_source
from casefile.store.payload import from_json
from casefile.store.plain_sql import IDS
from casefile.store.review import proposal_of
from casefile.store.rows import (
    ActionRecord,
    ActionRow,
    CaseRow,
    EventRow,
    NextStep,
    ProposalRow,
    QuoteRow,
    SourceRecord,
    SourceRow,
    StepRow,
)
from casefile.store.schema.evidence import Document, Original, Passage, Proposal, Source
from casefile.store.schema.journal import Step
from casefile.store.schema.listing import ActionListing, EventListing, QuoteListing, SourceListing
from casefile.store.schema.record import (
    Action,
    CaseFile,
    CaseFileAction,
    Quote,
    Speaker,
    TimelineEvent,
)
from casefile.store.sources import sources_of
from casefile.store.store import Reader
from casefile.store.tags import Tagged, tags_of
from casefile.terms import PartyRole, ProposalState
from casefile.values import Span

_Columns = Select[*tuple[Any, ...]]
RowT = TypeVar("RowT", SourceRow, ActionRow, QuoteRow, EventRow)


def source_rows(reader: Reader, ids: Sequence[int]) -> list[SourceRow]:
    """The rows of these sources in the order of the ids; what is gone is left out."""
    return [row for some in _pieces(ids) for row in _source_rows(reader, some)]


def _source_rows(reader: Reader, ids: Sequence[int]) -> list[SourceRow]:
    waiting, tags = waiting_counts(reader, ids), tags_of(reader, Tagged.SOURCE, ids)
    rows = reader.execute(_SOURCES, {"ids": ids})
    found = [
        SourceRow(
            id_, title, outlet, published, language, kind, file_name, added_at, waiting.get(id_, 0),
            cluster_id, copies, is_superseded, tags.get(id_, ()),
        )
        for id_, title, outlet, published, language, kind, file_name, added_at,
            cluster_id, copies, is_superseded in rows
    ]  # fmt: skip
    return _ordered(ids, found)


_SOURCES: _Columns = (
    select(
        Source.id, Source.title, Source.outlet, Source.published, Source.language, Source.kind,
        Source.file_name, Source.added_at,
        SourceListing.cluster_id, SourceListing.copies, SourceListing.is_superseded,
    )
    .join(SourceListing, SourceListing.id == Source.id)
    .where(Source.id.in_(IDS))
)  # fmt: skip


def source_record(reader: Reader, source_id: int) -> SourceRecord:
    """A source with its text; ``RecordGoneError`` where it is gone."""
    source = reader.get_one(Source, source_id)
    columns = (undefer(Document.text), undefer(Document.structure), undefer(Document.pages))
    document = reader.get_one(Document, source.document_id, options=columns)
    original = reader.get_one(Original, document.original_id)
    whole = reader.get(Source, source.part_of_id) if source.part_of_id is not None else None
    described = _source_record(source_rows(reader, [source_id])[0], source, document, original)
    return replace(
        described,
        text=document.text,
        part_of=(whole.title or whole.file_name) if whole is not None else "",
        structure=blocks_from(document.structure),
        pages=pages_from(document.pages),
    )


def described_sources(reader: Reader, ids: Sequence[int]) -> list[SourceRecord]:
    """These sources in the order of the ids, without their texts, pages and what they came in.

    A few statements however many they are; what is gone is left out.
    """
    return [record for some in _pieces(ids) for record in _described_sources(reader, some)]


def _described_sources(reader: Reader, ids: Sequence[int]) -> list[SourceRecord]:
    rows = {row.id: row for row in source_rows(reader, ids)}
    found = reader.execute(
        select(Source, Document, Original)
        .join(Document, Document.id == Source.document_id)
        .join(Original, Original.id == Document.original_id)
        .where(Source.id.in_(rows))
    )
    records = {
        source.id: _source_record(rows[source.id], source, document, original)
        for source, document, original in found
    }
    return [records[id_] for id_ in ids if id_ in records]


def _source_record(row: SourceRow, source: Source, document: Document, original: Original) -> SourceRecord:
    """All but the text and what is counted in it."""
    return SourceRecord(
        row=row,
        document_id=document.id,
        text="",
        authors=source.authors,
        url=source.url,
        is_primary=source.is_primary,
        sha256=original.sha256,
        byte_size=original.byte_size,
        media_type=document.media_type,
        reader=document.reader,
        notes=document.notes,
        captured_at=document.captured_at,
        part_of_id=source.part_of_id,
        modified=source.modified,
        licence=source.licence,
        captured_on=source.captured_on,
        found=from_json(tuple[Found, ...], source.found) if source.found else (),
    )


def locator(source: SourceRecord, span: Span) -> str:
    """Where the span stands in the source: ``page 3`` or ``pages 3–4``; "" where there are no pages."""
    return page_words(source.pages, span)


def proposals(reader: Reader, source_id: int) -> list[ProposalRow]:
    """A source's proposals in the order of their first passage, warnings among them."""
    rows = reader.scalars(select(Proposal).where(Proposal.source_id == source_id).order_by(Proposal.position))
    found = [ProposalRow(row.id, row.source_id, row.kind, row.state, proposal_of(row)) for row in rows]
    waiting = {
        row.id: row.proposal
        for row in found
        if row.state is ProposalState.OPEN and isinstance(row.proposal, ActionProposal)
    }
    met = dict(zip(waiting, meet_source(reader, source_id, list(waiting.values())), strict=True))
    return [
        replace(row, matches=met[row.id].matches, readings=met[row.id].readings) if row.id in met else row
        for row in found
    ]


def action_rows(reader: Reader, ids: Sequence[int]) -> list[ActionRow]:
    """The rows of these actions in the order of the ids; what is gone is left out."""
    return [row for some in _pieces(ids) for row in _action_rows(reader, some)]


def _action_rows(reader: Reader, ids: Sequence[int]) -> list[ActionRow]:
    parties = parties_of(reader, ids)
    amounts = present_amounts(reader, ids)
    tags = tags_of(reader, Tagged.ACTION, ids)
    rows = []
    for id_, title, kind, status, jurisdiction, decided, *listed in reader.execute(_ACTIONS, {"ids": ids}):
        present = amounts.get(id_)
        source_count, has_conflict, unreviewed = listed
        rows.append(
            ActionRow(
                id=id_,
                title=title,
                authority=", ".join(parties[(id_, PartyRole.AUTHORITY)]),
                respondents=tuple(parties[(id_, PartyRole.RESPONDENT)]),
                kind=kind,
                status=status,
                jurisdiction=jurisdiction,
                amount=present.money if present else None,
                scale=present.scale if present else None,
                per=present.per if present else "",
                decided=decided,
                source_count=source_count,
                has_conflict=has_conflict,
                unreviewed=unreviewed,
                tags=tags.get(id_, ()),
            )
        )
    return _ordered(ids, rows)


_ACTIONS: _Columns = (
    select(
        Action.id, Action.title, Action.kind, Action.status, Action.jurisdiction, Action.decided,
        ActionListing.source_count, ActionListing.has_conflict, ActionListing.unreviewed,
    )
    .join(ActionListing, ActionListing.id == Action.id)
    .where(Action.id.in_(IDS))
)  # fmt: skip


def action_record(reader: Reader, action_id: int) -> ActionRecord:
    """An action with its facts and what its sources say; ``RecordGoneError`` where it is gone."""
    rows = action_rows(reader, [action_id])
    if not rows:
        raise RecordGoneError
    sources = sources_of(select(Action.id).where(Action.id == action_id))
    quotes = reader.scalars(
        select(QuoteListing.id)
        .where(QuoteListing.source_id.in_(sources), QuoteListing.is_trashed.is_(False))
        .order_by(QuoteListing.id)
    )
    # Sorted here: asked for the order, SQLite goes through every event of the store by its date.
    events = reader.execute(
        select(EventListing.dated_sort, EventListing.id).where(
            EventListing.source_id.in_(sources), EventListing.is_trashed.is_(False)
        )
    )
    earliest_first = sorted((row.dated_sort, row.id) for row in events)
    return ActionRecord(
        rows[0],
        action_facts(reader, action_id),
        tuple(quote_rows(reader, list(quotes))),
        tuple(event_rows(reader, [id_ for _, id_ in earliest_first])),
    )


def told_actions(
    reader: Reader, ids: Sequence[int], ledgers: Mapping[int, tuple[LedgerLine, ...]] | None = None
) -> list[ActionRecord]:
    """These actions with their facts, in the order of the ids, without what else their sources say.

    A few statements however many they are; what is gone is left out. ``ledgers`` as for the facts.
    """
    facts = facts_of_actions(reader, ids, ledgers)
    return [ActionRecord(row, facts[row.id], (), ()) for row in action_rows(reader, ids)]


def quote_rows(reader: Reader, ids: Sequence[int]) -> list[QuoteRow]:
    """The rows of these quotes in the order of the ids."""
    return [row for some in _pieces(ids) for row in _quote_rows(reader, some)]


def _quote_rows(reader: Reader, ids: Sequence[int]) -> list[QuoteRow]:
    rows = reader.execute(_QUOTES, {"ids": ids}).all()
    places = {row[0]: evidence(*row[_EVIDENCE_OF_QUOTE:]) for row in rows}
    unreviewed = _unreviewed_quotes(reader, {place.source_id for place in places.values()})
    tags = tags_of(reader, Tagged.QUOTE, ids)
    shown = [
        QuoteRow(
            id_, text, kind, speaker, role, language, places[id_], translation, id_ in unreviewed,
            tags.get(id_, ()),
        )
        for id_, text, kind, role, translation, language, speaker, *_ in rows
    ]  # fmt: skip
    return _ordered(ids, shown)


_QUOTE_COLUMNS = (
    Quote.id, Quote.text, Quote.kind, Quote.role, Quote.translation, Source.language,
    func.coalesce(Speaker.name, ""),
)  # fmt: skip
_EVIDENCE_OF_QUOTE = len(_QUOTE_COLUMNS)
_QUOTES: _Columns = (
    select(*_QUOTE_COLUMNS, *EVIDENCE_COLUMNS)
    .select_from(Quote)
    .join(Passage, Passage.id == Quote.passage_id)
    .join(Document, Document.id == Passage.document_id)
    .join(Source, Source.id == Quote.source_id)
    .outerjoin(Speaker, Speaker.id == Quote.speaker_id)
    .where(Quote.id.in_(IDS))
)


def _unreviewed_quotes(reader: Reader, sources: set[int]) -> set[int | None]:
    """Those of the quotes in these sources that nobody has looked at."""
    return set(reader.scalars(_UNREVIEWED_QUOTES, {"ids": list(sources)}))


_UNREVIEWED_QUOTES = select(Proposal.record_id).where(
    Proposal.source_id.in_(IDS), Proposal.record_table == "quote", Proposal.unreviewed.is_(True)
)


def event_rows(reader: Reader, ids: Sequence[int]) -> list[EventRow]:
    """The rows of these events in the order of the ids."""
    return [row for some in _pieces(ids) for row in _event_rows(reader, some)]


def _event_rows(reader: Reader, ids: Sequence[int]) -> list[EventRow]:
    rows = reader.execute(_EVENTS, {"ids": ids})
    tags = tags_of(reader, Tagged.EVENT, ids)
    shown = [
        EventRow(id_, dated, about, evidence(*where), tags.get(id_, ())) for id_, dated, about, *where in rows
    ]
    return _ordered(ids, shown)


_EVENTS = (
    select(TimelineEvent.id, TimelineEvent.dated, TimelineEvent.about, *EVIDENCE_COLUMNS)
    .join(Passage, Passage.id == TimelineEvent.passage_id)
    .join(Document, Document.id == Passage.document_id)
    .join(Source, Source.id == TimelineEvent.source_id)
    .where(TimelineEvent.id.in_(IDS))
)


def unreviewed_ids(reader: Reader, table: str) -> set[int]:
    """The records of a table that were accepted without a person having looked."""
    ids = reader.scalars(
        select(Proposal.record_id).where(Proposal.record_table == table, Proposal.unreviewed.is_(True))
    )
    return {id_ for id_ in ids if id_ is not None}


def case_rows(reader: Reader) -> list[CaseRow]:
    """The case files by title."""
    rows = reader.execute(
        select(CaseFile.id, CaseFile.title, CaseFile.purpose, func.count(CaseFileAction.id))
        .outerjoin(CaseFileAction, CaseFileAction.case_file_id == CaseFile.id)
        .where(CaseFile.trashed_at.is_(None))
        .group_by(CaseFile.id)
        .order_by(CaseFile.title)
    )
    return [CaseRow(*row) for row in rows]


def undo_step(reader: Reader) -> NextStep | None:
    """What undo would take back, None where there is nothing."""
    step = journal.undo_candidate(reader)
    return NextStep(step.target_id, step.label) if step else None


def redo_step(reader: Reader) -> NextStep | None:
    """What redo would do again, None where there is nothing."""
    step = journal.redo_candidate(reader)
    return NextStep(step.target_id, step.label) if step else None


def history(reader: Reader, limit: int = 200) -> list[StepRow]:
    """The latest steps, newest first."""
    steps = reader.scalars(select(Step).order_by(Step.id.desc()).limit(limit))
    return [StepRow(step.id, step.kind, step.label, step.person, step.at) for step in steps]


def _ordered(ids: Sequence[int], rows: list[RowT]) -> list[RowT]:
    by_id = {row.id: row for row in rows}
    return [by_id[id_] for id_ in ids if id_ in by_id]


def _pieces(ids: Sequence[int]) -> list[Sequence[int]]:
    """The ids as they are given, as many at once as SQLite takes well."""
    return [ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK)]
