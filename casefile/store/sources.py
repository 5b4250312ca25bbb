"""Keeping what was read: originals, documents, sources, passages, proposals, receipts. Inside a write."""

import hashlib
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain, islice
from typing import Any

from sqlalchemy import func, insert, select

from casefile.metadata import SourceMetadata
from casefile.proposals import Proposals
from casefile.store.payload import to_json
from casefile.store.rows import ReceiptRow
from casefile.store.schema.base import Base
from casefile.store.schema.evidence import (
    Document,
    ImportBatch,
    Original,
    Passage,
    Proposal,
    ReceiptLine,
    Source,
)
from casefile.store.store import Reader, Writer
from casefile.terms import ProposalKind, ProposalState, SourceKind
from casefile.values import Anchor, PartialDate, Span

_COMPRESSION = 6
"""zlib's own default."""
_AT_ONCE = 400
"""Captures kept in one statement: bounds the memory, and stays below SQLite's limit of bound values."""
_PRIMARY = (SourceKind.AUTHORITY_RELEASE, SourceKind.DECISION, SourceKind.RULING)


@dataclass(frozen=True)
class Capture:
    """What a reader made of some bytes."""

    content: bytes
    file_name: str
    text: str
    metadata: SourceMetadata
    media_type: str
    reader: str
    notes: tuple[str, ...]


def source_of_bytes(reader: Reader, content: bytes) -> int | None:
    """The source that holds exactly these bytes, None where there is none."""
    return reader.scalar(
        select(Source.id)
        .join(Document, Document.id == Source.document_id)
        .join(Original, Original.id == Document.original_id)
        .where(Original.sha256 == hashlib.sha256(content).hexdigest(), Source.trashed_at.is_(None))
        .limit(1)
    )


def keep_source(writer: Writer, capture: Capture, proposals: Proposals) -> int:
    """Keeps bytes, text, source and proposals; gives back the source's id."""
    return keep_sources(writer, [(capture, proposals)])[0]


def keep_sources(writer: Writer, captures: Iterable[tuple[Capture, Proposals]]) -> list[int]:
    """Keeps many at once, in a fraction of the time that one by one takes; the ids in the captures' order."""
    ids: list[int] = []
    waiting = iter(captures)
    while some := list(islice(waiting, _AT_ONCE)):
        ids += _keep_some(writer, some)
    return ids


def keep_passage(writer: Writer, document_id: int, text: str, span: Span) -> int:
    """The passage of a span, made where it is missing; ``ValueError`` where the span leaves the text."""
    found = writer.scalar(
        select(Passage.id).where(
            Passage.document_id == document_id, Passage.start == span.start, Passage.end == span.end
        )
    )
    if found is not None:
        return found
    anchor = Anchor.at(text, span)
    passage = Passage(
        document_id=document_id,
        start=span.start,
        end=span.end,
        exact=anchor.exact,
        prefix=anchor.prefix,
        suffix=anchor.suffix,
    )
    writer.add(passage)
    writer.flush()
    return passage.id


def keep_receipt(writer: Writer, started_at: datetime, lines: Sequence[ReceiptRow]) -> int:
    """Keeps a batch's receipt; gives back the batch's id."""
    batch = ImportBatch(started_at=started_at, finished_at=datetime.now(UTC))
    writer.add(batch)
    writer.flush()
    for line in lines:
        writer.add(
            ReceiptLine(
                batch_id=batch.id,
                name=line.name,
                outcome=line.outcome,
                message=line.message,
                source_id=line.source_id,
            )
        )
    return batch.id


def sort_key(value: PartialDate | None) -> str:
    """The first day that the date may mean, as a text that sorts; "" where there is no date."""
    return value.earliest.isoformat() if value else ""


def _keep_some(writer: Writer, captures: Sequence[tuple[Capture, Proposals]]) -> list[int]:
    now = datetime.now(UTC)
    documents = _keep_documents(writer, [capture for capture, _ in captures], now)
    first = _next_id(writer, Source)
    rows = [
        _source_row(first + place, document_id, capture, now)
        for place, ((capture, _), document_id) in enumerate(zip(captures, documents, strict=True))
    ]
    writer.execute(insert(Source), rows)
    proposed = [
        row
        for place, (_, proposals) in enumerate(captures)
        for row in _proposal_rows(first + place, proposals)
    ]
    if proposed:
        writer.execute(insert(Proposal), proposed)
    return [row["id"] for row in rows]


def _keep_documents(writer: Writer, captures: Sequence[Capture], now: datetime) -> list[int]:
    """The documents' ids in the captures' order; the same bytes and text are kept once."""
    names = [hashlib.sha256(capture.content).hexdigest() for capture in captures]
    texts = [_text_name(capture.text) for capture in captures]
    originals = _originals(writer, dict(zip(names, captures, strict=True)))
    known = {
        (row.original_id, row.text_sha256): row.id
        for row in writer.execute(
            select(Document.id, Document.original_id, Document.text_sha256).where(
                Document.original_id.in_(set(originals.values()))
            )
        )
    }
    versions: Counter[int] = Counter(original_id for original_id, _ in known)
    free = _next_id(writer, Document)
    rows = []
    for capture, name, text_name in zip(captures, names, texts, strict=True):
        original_id = originals[name]
        if (original_id, text_name) in known:
            continue
        versions[original_id] += 1
        known[(original_id, text_name)] = free
        rows.append(
            {
                "id": free,
                "original_id": original_id,
                "version": versions[original_id],
                "media_type": capture.media_type,
                "reader": capture.reader,
                "text": capture.text,
                "text_sha256": text_name,
                "notes": capture.notes,
                "captured_at": now,
            }
        )
        free += 1
    if rows:
        writer.execute(insert(Document), rows)
    return [known[(originals[name], text_name)] for name, text_name in zip(names, texts, strict=True)]


def _originals(writer: Writer, captures: dict[str, Capture]) -> dict[str, int]:
    """The id of each original by its name, kept where it is new."""
    found = writer.execute(select(Original.sha256, Original.id).where(Original.sha256.in_(captures)))
    ids = {row.sha256: row.id for row in found}
    free = _next_id(writer, Original)
    rows = []
    for name, capture in captures.items():
        if name in ids:
            continue
        ids[name] = free
        rows.append(
            {
                "id": free,
                "sha256": name,
                "byte_size": len(capture.content),
                "compression": "zlib",
                "content": zlib.compress(capture.content, _COMPRESSION),
            }
        )
        free += 1
    if rows:
        writer.execute(insert(Original), rows)
    return ids


def _text_name(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _next_id(writer: Writer, model: type[Base]) -> int:
    """The first free id; there is one writer only, so that it stays free until it is used."""
    return (writer.scalar(select(func.max(model.id))) or 0) + 1


def _source_row(id_: int, document_id: int, capture: Capture, now: datetime) -> dict[str, Any]:
    known = capture.metadata
    return {
        "id": id_,
        "document_id": document_id,
        "title": known.title,
        "outlet": known.outlet,
        "authors": known.authors,
        "published": known.published,
        "published_sort": sort_key(known.published),
        "url": known.url,
        "language": known.language,
        "kind": known.kind,
        "is_primary": known.kind in _PRIMARY,
        "file_name": capture.file_name,
        "added_at": now,
    }


def _proposal_rows(source_id: int, proposals: Proposals) -> Iterator[dict[str, Any]]:
    found = chain(
        ((ProposalKind.ACTION, proposal) for proposal in proposals.actions),
        ((ProposalKind.QUOTE, proposal) for proposal in proposals.quotes),
        ((ProposalKind.EVENT, proposal) for proposal in proposals.events),
        ((ProposalKind.WARNING, proposal) for proposal in proposals.warnings),
    )
    for position, (kind, proposal) in enumerate(found, start=1):
        yield {
            "source_id": source_id,
            "kind": kind,
            "position": position,
            "payload": to_json(proposal),
            "state": ProposalState.OPEN,
            "reviewer": "",
            "unreviewed": False,
            "record_table": "",
        }
