"""What rests on a source: facts of actions and parties, quotes and events. Reading only."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlalchemy import select

from casefile.fields import field
from casefile.store.derived import chunks
from casefile.store.facts import shown
from casefile.store.rows import basis_label
from casefile.store.schema.evidence import Claim, ClaimPassage, Passage
from casefile.store.schema.record import Action, LedgerEntry, Measure, Party, Quote, TimelineEvent
from casefile.store.sources import actions_of
from casefile.store.store import Reader
from casefile.store.use_rows import Use
from casefile.terms import ClaimState, ProposalKind
from casefile.values import Span


def uses_of(reader: Reader, source_id: int) -> tuple[Use, ...]:
    """Everything live that rests on the source, in the order of its text; what has no passage comes last."""
    titles = _titles(reader, source_id)
    found = [*_facts(reader, source_id, titles), *_voices(reader, source_id, titles)]
    # The first measure of an action is one of its facts too: that is said once.
    found = list({replace(use, record_id=0, field=""): use for use in found}.values())
    found.sort(key=lambda use: (not use.spans, use.spans[:1], use.record_id))
    return tuple(replace(use, id=place) for place, use in enumerate(found))


def _titles(reader: Reader, source_id: int) -> dict[int, str]:
    """Of the actions outside the trash that rest on the source."""
    about = actions_of(source_id).subquery()
    rows = reader.execute(
        select(Action.id, Action.title)
        .join(about, about.c[0] == Action.id)
        .where(Action.trashed_at.is_(None))
        .order_by(Action.id)
    )
    return {row.id: row.title for row in rows}


def _facts(reader: Reader, source_id: int, titles: dict[int, str]) -> Iterator[Use]:
    claims = reader.execute(
        select(Claim.id, Claim.record_table, Claim.record_id, Claim.field, Claim.value)
        .where(Claim.source_id == source_id, Claim.state == ClaimState.ACCEPTED)
        .order_by(Claim.id)
    ).all()
    spans = _spans(reader, source_id)
    by_table: dict[str, set[int]] = defaultdict(set)
    for claim in claims:
        by_table[claim.record_table].add(claim.record_id)
    entries, measures = _entries(reader, by_table["ledger_entry"]), _measures(reader, by_table["measure"])
    parties = _parties(reader, by_table["party"])
    for claim in claims:
        action_id, owner, label = None, "", field(claim.field).label
        match claim.record_table:
            case "action":
                action_id = claim.record_id
            case "measure":
                action_id = measures.get(claim.record_id)
            case "ledger_entry":
                action_id, basis = entries.get(claim.record_id, (None, ""))
                label = f"{label}, {basis_label(basis).lower()}" if basis else label
            case "party":
                owner = parties.get(claim.record_id, "")
        owner = owner or titles.get(action_id or 0, "")
        if owner:
            value = shown(claim.field, claim.value)
            yield Use(
                0, ProposalKind.ACTION, label, value, spans[claim.id], claim.id, claim.field, action_id, owner
            )  # fmt: skip


def _voices(reader: Reader, source_id: int, titles: dict[int, str]) -> Iterator[Use]:
    """The source's quotes and events."""
    only = next(iter(titles)) if len(titles) == 1 else None
    owner = titles[only] if only is not None else f"{len(titles):,} actions" if titles else ""
    for kind, model, words in (
        (ProposalKind.QUOTE, Quote, Quote.text),
        (ProposalKind.EVENT, TimelineEvent, TimelineEvent.about),
    ):
        rows = reader.execute(
            select(model.id, words, Passage.start, Passage.end)
            .join(Passage, Passage.id == model.passage_id)
            .where(model.source_id == source_id, model.trashed_at.is_(None))
            .order_by(model.id)
        )
        for id_, text, start, end in rows:
            yield Use(0, kind, kind.value.capitalize(), text, (Span(start, end),), id_, "", only, owner)


def _spans(reader: Reader, source_id: int) -> dict[int, tuple[Span, ...]]:
    """The passages of each live claim of the source, in their order."""
    rows = reader.execute(
        select(ClaimPassage.claim_id, Passage.start, Passage.end)
        .join(Passage, Passage.id == ClaimPassage.passage_id)
        .join(Claim, Claim.id == ClaimPassage.claim_id)
        .where(Claim.source_id == source_id, Claim.state == ClaimState.ACCEPTED)
        .order_by(Passage.start, Passage.end)
    )
    found: dict[int, tuple[Span, ...]] = defaultdict(tuple)
    for claim_id, start, end in rows:
        found[claim_id] += (Span(start, end),)
    return found


def _entries(reader: Reader, ids: Iterable[int]) -> dict[int, tuple[int, str]]:
    """For each ledger entry its action and its basis."""
    query = select(LedgerEntry.id, Measure.action_id, LedgerEntry.basis).join(
        Measure, Measure.id == LedgerEntry.measure_id
    )
    rows = [row for some in chunks(ids) for row in reader.execute(query.where(LedgerEntry.id.in_(some)))]
    return {id_: (action_id, basis) for id_, action_id, basis in rows}


def _measures(reader: Reader, ids: Iterable[int]) -> dict[int, int]:
    query = select(Measure.id, Measure.action_id)
    rows = [row for some in chunks(ids) for row in reader.execute(query.where(Measure.id.in_(some)))]
    return {row.id: row.action_id for row in rows}


def _parties(reader: Reader, ids: Iterable[int]) -> dict[int, str]:
    query = select(Party.id, Party.name)
    rows = [row for some in chunks(ids) for row in reader.execute(query.where(Party.id.in_(some)))]
    return {row.id: row.name for row in rows}
