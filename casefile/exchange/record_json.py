"""The record as JSON, after ``resources/schemas/export-1.schema.json``; written piece by piece.

Only what was accepted is in it, and what an accepted settlement has superseded. Texts are as they were kept,
character by character. Offsets are code points of the text that was made of the original, whose SHA-256 the
source names.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, BinaryIO

from casefile import __version__
from casefile.exchange.moments import now
from casefile.progress import Task
from casefile.store import lists, queries
from casefile.store.brief_checks import store_id
from casefile.store.derived import CHUNK
from casefile.store.export_rows import scope_source_ids
from casefile.store.facts import LedgerLine, facts_of_actions, ledgers_of
from casefile.store.rows import ActionRow, ClaimRow, EventRow, Evidence, Fact, QuoteRow, SourceRecord
from casefile.store.store import Reader
from casefile.terms import ClaimState
from casefile.values import Money, PartialDate

VERSION = 1
SCHEMA = "schemas/export-1.schema.json"
"""Among the resources."""
_TOLD = (ClaimState.ACCEPTED, ClaimState.SUPERSEDED)
Json = dict[str, Any]


def write_json(reader: Reader, case_id: int | None, target: BinaryIO, task: Task) -> int:
    """One object; gives back how many actions there are."""
    ids = lists.action_ids(reader, case_id)
    quotes, events = lists.quote_ids(reader, case_id), lists.event_ids(reader, case_id)
    sources = scope_source_ids(reader, case_id)
    head = {
        "casefile_export": VERSION,
        "program": f"casefile {__version__}",
        "store": store_id(reader),
        "as_of": now().isoformat(),
        "case": _case(reader, case_id),
    }
    target.write(json.dumps(head, ensure_ascii=False, indent=1)[:-2].encode())
    parts = (
        ("actions", _actions(reader, ids, task)),
        ("quotes", map(_quote, queries.quote_rows(reader, quotes))),
        ("events", map(_event, queries.event_rows(reader, events))),
        ("sources", map(_source, queries.described_sources(reader, sources))),
    )
    for name, rows in parts:
        task.check()
        _write_rows(target, name, rows)
    target.write(b"\n}\n")
    return len(ids)


def _write_rows(target: BinaryIO, name: str, rows: Iterable[Json]) -> None:
    """A row a line: a file that a person can still look through, and programs compare."""
    target.write(f',\n "{name}": ['.encode())
    for place, row in enumerate(rows):
        target.write((",\n  " if place else "\n  ").encode())
        target.write(json.dumps(row, ensure_ascii=False).encode())
    target.write(b"\n ]")


def _case(reader: Reader, case_id: int | None) -> Json | None:
    case = next((row for row in queries.case_rows(reader) if row.id == case_id), None)
    return {"title": case.title, "purpose": case.purpose} if case is not None else None


def _actions(reader: Reader, ids: Sequence[int], task: Task) -> Iterator[Json]:
    for start in range(0, len(ids), CHUNK):
        some = ids[start : start + CHUNK]
        task.step(start, len(ids), "Actions")
        ledgers = ledgers_of(reader, some)
        facts = facts_of_actions(reader, some, ledgers)
        for row in queries.action_rows(reader, some):
            yield _action(row, facts[row.id], ledgers[row.id])


def _action(row: ActionRow, facts: Sequence[Fact], lines: Sequence[LedgerLine]) -> Json:
    return {
        "id": row.id,
        "title": row.title,
        "authority": row.authority,
        "respondents": list(row.respondents),
        "kind": str(row.kind),
        "status": str(row.status),
        "jurisdiction": row.jurisdiction,
        "decided": _date(row.decided),
        "amount": _money(row.amount) | {"magnitude": str(row.scale), "per": row.per} if row.amount else None,
        "in_conflict": row.has_conflict,
        "reviewed": not row.unreviewed,
        "tags": [tag.name for tag in row.tags],
        "facts": [_fact(fact) for fact in facts if fact.live],
        "ledger": [_line(line) for line in lines],
    }


def _fact(fact: Fact) -> Json:
    told = [claim for claim in fact.claims if claim.state in _TOLD]
    return {
        "field": fact.field,
        "label": fact.label,
        "value": fact.value,
        "in_conflict": fact.in_conflict,
        "claims": [_claim(claim) for claim in told],
    }


def _claim(claim: ClaimRow) -> Json:
    return {
        "value": claim.value,
        "data": json.loads(claim.raw),
        "state": str(claim.state),
        "said_by": "person" if claim.is_own else "source",
        "source": claim.source_id,
        "reviewer": claim.reviewer,
        "decided_at": _moment(claim.decided_at),
        "reviewed": not claim.unreviewed,
        "reason": claim.reason,
        "passages": [_passage(one) for one in claim.evidence],
    }


def _line(line: LedgerLine) -> Json:
    converted = None
    if line.converted is not None:
        converted = _money(line.converted) | {"rate": line.rate, "rate_date": _date(line.rate_date)}
    return {
        "measure": line.measure_kind,
        "basis": str(line.basis),
        "date": _date(line.dated),
        "amount": _money(line.money) | {"magnitude": str(line.scale), "per": line.per},
        "converted": converted,
        "note": line.note,
    }


def _passage(passage: Evidence) -> Json:
    return {
        "source": passage.source_id,
        "start": passage.span.start,
        "end": passage.span.end,
        "exact": passage.exact,
        "prefix": passage.prefix,
        "suffix": passage.suffix,
        "page": passage.page,
    }


def _quote(row: QuoteRow) -> Json:
    return {
        "id": row.id,
        "text": row.text,
        "kind": str(row.kind),
        "speaker": row.speaker,
        "role": row.role,
        "language": row.language,
        "translation": row.translation,
        "reviewed": not row.unreviewed,
        "tags": [tag.name for tag in row.tags],
        "passage": _passage(row.evidence),
    }


def _event(row: EventRow) -> Json:
    return {
        "id": row.id,
        "date": row.dated.edtf,
        "about": row.about,
        "tags": [tag.name for tag in row.tags],
        "passage": _passage(row.evidence),
    }


def _source(record: SourceRecord) -> Json:
    row = record.row
    return {
        "id": row.id,
        "title": row.title,
        "outlet": row.outlet,
        "authors": list(record.authors),
        "published": _date(row.published),
        "url": record.url,
        "language": row.language,
        "kind": str(row.kind),
        "primary": record.is_primary,
        "file_name": row.file_name,
        "media_type": record.media_type,
        "sha256": record.sha256,
        "captured_at": _moment(record.captured_at),
        "one_text_with": row.cluster_id,
        "tags": [tag.name for tag in row.tags],
    }


def _money(money: Money) -> Json:
    return {"value": f"{money.amount:f}", "currency": money.currency}


def _date(value: PartialDate | None) -> str | None:
    return value.edtf if value is not None else None


def _moment(value: datetime | None) -> str | None:
    return value.isoformat() if value is not None else None
