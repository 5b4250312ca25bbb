"""From the store to the brief's model: which facts, quotes, events and sources, numbered. No layout."""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from casefile.briefs.composition import ALL_PARTS, BriefPart, Composition
from casefile.briefs.derived import compared, decisions, key_figures
from casefile.briefs.model import (
    Brief,
    BriefAction,
    BriefConflict,
    BriefEvent,
    BriefQuote,
    ComparedAuthority,
    Statement,
)
from casefile.briefs.telling import (
    Sources,
    source_list,
    tell_action,
    tell_appeal,
    tell_conflict,
    tell_event,
    tell_quote,
    tell_summary,
    without,
)
from casefile.briefs.wording import Phrasing, phrasing
from casefile.store import lists, queries
from casefile.store.conflicts import rival_claims
from casefile.store.dashboard import open_appeals
from casefile.store.facts import LedgerLine, ledgers_of
from casefile.store.rows import ActionRecord
from casefile.store.store import Reader

EVERYTHING = Composition()


@dataclass(frozen=True)
class Chosen:
    """The records that a brief is about, in the order in which it tells them."""

    actions: Sequence[int] = ()
    quotes: Sequence[int] = ()
    events: Sequence[int] = ()

    @classmethod
    def of_case(cls, reader: Reader, case_id: int | None) -> "Chosen":
        """All of a case file, or of the store; nothing from the trash."""
        return cls(
            lists.action_ids(reader, case_id),
            lists.quote_ids(reader, case_id),
            lists.event_ids(reader, case_id),
        )

    def still_there(self, reader: Reader) -> "Chosen":
        """Those of them that are in the record and not in the trash."""
        everything = Chosen.of_case(reader, None)
        return Chosen(
            _both(self.actions, everything.actions),
            _both(self.quotes, everything.quotes),
            _both(self.events, everything.events),
        )

    def without(self, left_out: Container[str]) -> "Chosen":
        """Without the records of these keys."""
        return Chosen(
            [id_ for id_ in self.actions if f"action/{id_}" not in left_out],
            [id_ for id_ in self.quotes if f"quote/{id_}" not in left_out],
            [id_ for id_ in self.events if f"event/{id_}" not in left_out],
        )


def _both(ids: Sequence[int], others: Sequence[int]) -> list[int]:
    known = set(others)
    return [id_ for id_ in ids if id_ in known]


def assemble(reader: Reader, composition: Composition, as_of: datetime | None = None) -> Brief:
    """The brief as it was composed; only what was accepted."""
    chosen = Chosen.of_case(reader, composition.case_id).without(composition.left_out)
    return titled(reader, assemble_records(reader, chosen, composition), composition, as_of)


def titled(reader: Reader, brief: Brief, composition: Composition, as_of: datetime | None = None) -> Brief:
    """The brief with the title block, own words and style of a composition that tells the same records."""
    return replace(
        brief,
        sections=composition.printed,
        title=composition.title or _default_title(reader, composition),
        as_of=as_of or datetime.now(UTC),
        organisation=composition.organisation,
        author=composition.author,
        recipient=composition.recipient,
        marking=composition.marking,
        page_size=composition.page_size,
        citation_style=composition.citation_style,
        note_place=composition.note_place,
        language=composition.language,
    )


def assemble_records(reader: Reader, chosen: Chosen, composition: Composition = EVERYTHING) -> Brief:
    """What the record says of these today in the composition's parts, without a title block.

    A brief that has nothing but the list of sources lists all those that its parts would cite.
    """
    if not composition.parts - {BriefPart.SOURCES, BriefPart.TEXT}:
        whole = assemble_records(reader, chosen, replace(composition, sections=ALL_PARTS))
        empty = Brief(title="", as_of=whole.as_of, sources=whole.sources)
        return replace(empty, sections=composition.printed)
    ledgers = ledgers_of(reader, chosen.actions)
    records = queries.told_actions(reader, chosen.actions, ledgers)
    told = [without(record, composition.left_out) for record in records]
    parts = [section.part for section in composition.printed]
    has_timeline = BriefPart.TIMELINE in parts
    made = _Assembly(reader, told, chosen, ledgers, phrasing(composition.language), has_timeline=has_timeline)
    for part in parts:
        made.add(part)
    return Brief(
        title="",
        as_of=datetime.now(UTC),
        sources=source_list(reader, made.sources),
        sections=composition.printed,
        language=composition.language,
        **made.parts,
    )


class _Assembly:
    """The parts of one brief, in the order of print, in which their sources are numbered."""

    def __init__(
        self,
        reader: Reader,
        records: Sequence[ActionRecord],
        chosen: Chosen,
        ledgers: Mapping[int, Sequence[LedgerLine]],
        put: Phrasing,
        *,
        has_timeline: bool,
    ) -> None:
        self.sources = Sources(put=put)
        self.parts: dict[str, Any] = {}
        """By the names of :class:`Brief`."""
        self._reader = reader
        self._records = records
        self._chosen = chosen
        self._ledgers = ledgers
        self._has_timeline = has_timeline

    def add(self, part: BriefPart) -> None:
        """Tells what the part prints."""
        if part is BriefPart.SUMMARY:
            self.parts["figures"] = key_figures(self._records, self.sources.put)
            self.parts["summary"] = tuple(tell_summary(record, self.sources) for record in self._records)
        elif part is BriefPart.CHART:
            if not self._has_timeline:
                # A drawing cites nothing: what it shows is cited in the table.
                self.parts["events"] = self._events(Sources(put=self.sources.put))
        elif part in self._told:
            name, tell = self._told[part]
            self.parts[name] = tell()

    @property
    def _told(self) -> dict[BriefPart, tuple[str, Callable[[], tuple[Any, ...]]]]:
        return {
            BriefPart.ACTIONS: ("actions", self._actions),
            BriefPart.CONFLICTS: ("conflicts", self._conflicts),
            BriefPart.APPEALS: ("appeals", self._appeals),
            BriefPart.COMPARISON: ("authorities", self._authorities),
            BriefPart.QUOTES: ("quotes", self._quotes),
            BriefPart.TIMELINE: ("events", lambda: self._events(self.sources)),
        }

    def _actions(self) -> tuple[BriefAction, ...]:
        return tuple(
            tell_action(record, self._ledgers[record.row.id], self.sources) for record in self._records
        )

    def _conflicts(self) -> tuple[BriefConflict, ...]:
        return tuple(
            tell_conflict(record, fact, self.sources)
            for record in self._records
            for fact in record.facts
            if rival_claims(fact)
        )

    def _appeals(self) -> tuple[Statement, ...]:
        by_id = {record.row.id: record for record in self._records}
        found = open_appeals(self._reader, list(by_id))
        return tuple(tell_appeal(appeal, by_id[appeal.action_id], self.sources) for appeal in found)

    def _authorities(self) -> tuple[ComparedAuthority, ...]:
        return compared(self._records, self.sources.cite_claims, self.sources.put)

    def _quotes(self) -> tuple[BriefQuote, ...]:
        unreviewed = queries.unreviewed_ids(self._reader, "quote")
        rows = queries.quote_rows(self._reader, self._chosen.quotes)
        return tuple(tell_quote(row, self.sources, unreviewed) for row in rows)

    def _events(self, sources: Sources) -> tuple[BriefEvent, ...]:
        unreviewed = queries.unreviewed_ids(self._reader, "timeline_event")
        rows = queries.event_rows(self._reader, self._chosen.events)
        happened = [tell_event(row, sources, unreviewed) for row in rows]
        for record in self._records:
            lines = self._ledgers[record.row.id]
            happened += decisions(record, lines, sources.cite_claims, sources.put)
        return tuple(sorted(happened, key=_when))


def _when(event: BriefEvent) -> tuple[bool, date, date]:
    """Undated ones last."""
    return (False, event.date.earliest, event.date.latest) if event.date else (True, date.max, date.max)


def _default_title(reader: Reader, composition: Composition) -> str:
    titles = {row.id: row.title for row in queries.case_rows(reader)}
    return titles.get(composition.case_id or 0) or phrasing(composition.language).say("Enforcement actions")
