"""What became of a record: who changed what from what to what, and when. Reading only, from the journal."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, and_, false, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from casefile import vocabulary
from casefile.fields import FIELDS
from casefile.languages import LANGUAGE_NAMES
from casefile.store.facts import shown, shown_sum
from casefile.store.schema.base import Base
from casefile.store.schema.journal import Change, Step
from casefile.store.schema.listing import StepSubject
from casefile.store.store import Reader
from casefile.terms import AmountScale, PartyKind, QuoteKind, SourceKind, StepKind, label
from casefile.values import Money, PartialDate

_LABELS = {entry.name: entry.label for entry in FIELDS} | {
    "basis": "Basis",
    "deadline": "Deadline",
    "note": "Note",
    "parent": "Parent group",
    "name": "Name",
    "text": "Text",
    "role": "Role",
    "about": "Event",
    "dated": "Date",
    "url": "Address",
    "outlet": "Outlet",
    "modified": "Modified",
    "licence": "Licence",
    "captured_on": "Saved on",
    "version_of_id": "Version of source",
    "language": "Language",
    "translation": "Translation",
    "purpose": "Purpose",
    "legal_name": "Legal name",
    "english_name": "English name",
    "abbreviation": "Abbreviation",
    "lei": "LEI",
    "body": "Kind of body",
    "verified_by": "Verified by",
    "verified_at": "Verified at",
    "parent_id": "Parent group",
    "merged_into_id": "Merged into",
    "trashed_at": "Trash",
}
_DATES = {entry.name for entry in FIELDS if entry.kind == "date"} | {
    "dated",
    "deadline",
    "modified",
    "captured_on",
}
_LISTS = {entry.name: entry.vocabulary for entry in FIELDS if entry.vocabulary}
_KINDS: dict[str, type[StrEnum]] = {"source": SourceKind, "quote": QuoteKind, "party": PartyKind}
_CONTENT = {"case_file_action": "action", "case_file_source": "source"}
"""What is put into a case file: told of the case file, not of what was put in."""
_NOT_TOLD = ("action", "claim", "proposal", "passage", "measure", "ledger_entry", *_CONTENT)
"""What is told elsewhere, or is nobody's news."""
_OWN = {
    "action": "action_id",
    "source": "source_id",
    "quote": "quote_id",
    "timeline_event": "event_id",
    "party": "party_id",
    "case_file": "case_file_id",
}


@dataclass(frozen=True)
class HistoryLine:
    """One change of one record; ``before`` or ``after`` is "" where a value came or went."""

    step_id: int
    kind: StepKind
    label: str
    """The step's."""
    person: str
    at: datetime
    field: str
    """As the screen names it: "Amount"."""
    before: str
    after: str

    @property
    def what(self) -> str:
        """``Amount changed from €40 to €30 (undone)``."""
        match self.before, self.after:
            case "", after:
                what = f"{self.field} set to {after}" if after else self.field
            case before, "":
                what = f"{self.field} {before} removed"
            case before, after:
                what = f"{self.field} changed from {before} to {after}"
        how = {StepKind.UNDO: "undone", StepKind.REDO: "redone"}.get(self.kind, "")
        return f"{what} ({how})" if how else what

    def __str__(self) -> str:
        """``Amount changed from €40 to €30 by ann on 2026-11-27 09:30 UTC``."""
        return f"{self.what} by {self.person} on {self.at:%Y-%m-%d %H:%M} UTC"


def record_history(reader: Reader, table: str, record_id: int) -> list[HistoryLine]:
    """Every change of a record, oldest first: ``action``, ``source``, ``quote``, ``timeline_event``,
    ``party``, ``speaker`` or ``case_file``; of an action its measures, sums and claims too.
    """  # noqa: D205
    steps = reader.scalars(
        select(Step)
        .join(StepSubject, StepSubject.step_id == Step.id)
        .where(StepSubject.record_table == table, StepSubject.record_id == record_id)
        .order_by(Step.id)
    )
    lines: list[HistoryLine] = []
    owned = _owned_ids(reader, table, record_id)
    for step in steps:
        for change in _changes(reader, step, table, record_id, owned):
            before, after = (json.loads(part) if part else {} for part in (change.before, change.after))
            if change.table_name == table and change.before is None and step.kind is StepKind.DO:
                lines.clear()  # An undone record had the same id: its history is not this one's.
            lines += [
                HistoryLine(step.id, step.kind, step.label, step.person, step.at, name, old, new)
                for name, old, new in _told(change.table_name, before, after)
            ]
    return lines


def _owned_ids(reader: Reader, table: str, record_id: int) -> dict[str, set[int]]:
    """The measures and ledger entries that the action ever had, those that are gone among them."""
    if table != "action":
        return {}
    measures = _ids_ever(reader, "measure", "action_id", {record_id})
    return {"measure": measures, "ledger_entry": _ids_ever(reader, "ledger_entry", "measure_id", measures)}


def _ids_ever(reader: Reader, table: str, owner: str, owner_ids: set[int]) -> set[int]:
    """The rows of a table that name one of these owners, in any step that touched the owner's record."""
    model = Base.metadata.tables[table]
    live = set(reader.scalars(select(model.c.id).where(model.c[owner].in_(owner_ids))))
    gone = reader.scalars(
        select(Change.row_id).where(
            Change.table_name == table, Change.after.is_(None), _names(Change.before, owner, owner_ids)
        )
    )
    return live | set(gone)


def _changes(
    reader: Reader, step: Step, table: str, record_id: int, owned: dict[str, set[int]]
) -> Iterator[Change]:
    """The step's changes to the record and to what hangs on it, in their order."""
    row = func.coalesce(Change.after, Change.before)
    own = and_(Change.table_name == table, Change.row_id == record_id)
    parts = [own, _claims_on(row, table, {record_id})]
    if table in _OWN:
        hidden = set(_NOT_TOLD) - (set(_CONTENT) if table == "case_file" else set())
        below = and_(Change.table_name.not_in(sorted(hidden)), _names(row, _OWN[table], {record_id}))
        parts.append(below)
    for name, ids in owned.items():
        parts += [and_(Change.table_name == name, Change.row_id.in_(ids)), _claims_on(row, name, ids)]
    yield from reader.scalars(
        select(Change).where(Change.step_id == step.id, or_(*parts)).order_by(Change.id)
    )


def _claims_on(row: ColumnElement[Any], table: str, ids: set[int]) -> ColumnElement[bool]:
    of_table = func.instr(row, f'"record_table":"{table}"') > 0
    return and_(Change.table_name == "claim", of_table, _names(row, "record_id", ids))


def _names(
    row: ColumnElement[Any] | InstrumentedAttribute[Any], column: str, ids: set[int]
) -> ColumnElement[bool]:
    """Whether the row's JSON, which the triggers write without blanks, has one of the ids in the column."""
    return or_(
        false(), *(func.instr(row, f'"{column}":{id_}{end}') > 0 for id_ in sorted(ids) for end in ",}")
    )


def _told(table: str, before: dict[str, Any], after: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """What of a changed row a person wants to hear: the field, and its value before and after."""
    match table:
        case "claim":
            yield from _told_claim(before, after)
        case "ledger_entry":
            old, new = (_sum(row) if row.get("is_live", 1) else "" for row in (before, after))
            if old != new:
                yield _sum_label(after or before), old, new
        case "measure":
            yield from _told_measure(before, after)
        case "action_tag" | "source_tag" | "quote_tag" | "event_tag":
            yield "Tag", before.get("tag", ""), after.get("tag", "")
        case "action_note" | "source_note" | "case_note":
            yield "Note", before.get("text", ""), after.get("text", "")
        case "case_file_action" | "case_file_source":
            what = _CONTENT[table]
            old, new = (f"{what} {row[f'{what}_id']}" if row else "" for row in (before, after))
            yield what.capitalize(), old, new
        case "party_alias":
            yield "Other name", before.get("name", ""), after.get("name", "")
        case _ if table in (
            "action", "source", "quote", "timeline_event", "party", "speaker", "case_file",
        ):  # fmt: skip
            yield from _told_row(before, after, _KINDS.get(table))


def _told_measure(before: dict[str, Any], after: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    if _term(before) != _term(after):
        yield "Measure", _term(before), _term(after)
    kind = _term(after or before)
    for title, name in ((f"{kind}, deadline", "deadline"), (f"{kind}, note", "note")):
        old, new = (_value(name, row.get(name)) for row in (before, after))
        if old != new:
            yield title, old, new


def _told_row(
    before: dict[str, Any], after: dict[str, Any], kinds: type[StrEnum] | None
) -> Iterator[tuple[str, str, str]]:
    for name, title in _LABELS.items():
        if name == "kind" and kinds is not None:
            continue
        old, new = (_value(name, row.get(name)) for row in (before, after))
        if old != new:
            yield title, old, new
    if kinds is not None and before.get("kind") != after.get("kind"):
        # Of an action it is what it imposes; of a source, a quote or a party what it is.
        old, new = (label(kinds(row["kind"])) if row else "" for row in (before, after))
        yield "Kind", old, new


def _told_claim(before: dict[str, Any], after: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """A claim that came, went or changed its state; the record's own change stands beside it."""
    row = after or before
    value = shown(row["field"], row["value"])
    title = f"Evidence for {_LABELS.get(row['field'], row['field']).lower()}"
    old, new = (f"{value} ({part['state']})" if part else "" for part in (before, after))
    if old != new:
        yield title, old, new


def _value(name: str, value: Any) -> str:  # noqa: ANN401
    if value is None or value == "":
        return ""
    if name == "trashed_at":
        return "in the trash"
    if name == "verified_at":
        return f"{value[:10]} {value[11:16]} UTC"
    if name in ("parent_id", "merged_into_id"):
        return f"party {value}"
    if name == "language":
        return LANGUAGE_NAMES.get(str(value), str(value))
    if name in _DATES:
        return str(PartialDate(value))
    return vocabulary.label(_LISTS[name], str(value)) if name in _LISTS else str(value)


def _term(row: dict[str, Any]) -> str:
    return vocabulary.label("measure-kinds", row["kind"]) if row else ""


def _sum(row: dict[str, Any]) -> str:
    if not row:
        return ""
    return shown_sum(Money(row["amount_minor"], row["currency"]), AmountScale(row["scale"]))


def _sum_label(row: dict[str, Any]) -> str:
    return f"Amount, {row['basis']}"
