"""Keeping what was read: originals, documents, sources, passages, proposals, receipts. Inside a write."""

import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select

from casefile.metadata import SourceMetadata
from casefile.proposals import Proposals
from casefile.store.payload import to_json
from casefile.store.rows import ReceiptRow
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
    now = datetime.now(UTC)
    known = capture.metadata
    source = Source(
        document_id=_keep_document(writer, capture, now),
        title=known.title,
        outlet=known.outlet,
        authors=known.authors,
        published=known.published,
        published_sort=sort_key(known.published),
        url=known.url,
        language=known.language,
        kind=known.kind,
        is_primary=known.kind in _PRIMARY,
        file_name=capture.file_name,
        added_at=now,
    )
    writer.add(source)
    writer.flush()
    _keep_proposals(writer, source.id, proposals)
    return source.id


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


def _keep_document(writer: Writer, capture: Capture, now: datetime) -> int:
    digest = hashlib.sha256(capture.content).hexdigest()
    original_id = writer.scalar(select(Original.id).where(Original.sha256 == digest))
    if original_id is None:
        original = Original(
            sha256=digest,
            byte_size=len(capture.content),
            compression="zlib",
            content=zlib.compress(capture.content, 6),
        )
        writer.add(original)
        writer.flush()
        original_id = original.id
    text_digest = hashlib.sha256(capture.text.encode("utf-8", "surrogatepass")).hexdigest()
    versions = writer.scalars(select(Document).where(Document.original_id == original_id)).all()
    for version in versions:
        if version.text_sha256 == text_digest:
            return version.id
    document = Document(
        original_id=original_id,
        version=len(versions) + 1,
        media_type=capture.media_type,
        reader=capture.reader,
        text=capture.text,
        text_sha256=text_digest,
        notes=capture.notes,
        captured_at=now,
    )
    writer.add(document)
    writer.flush()
    return document.id


def _keep_proposals(writer: Writer, source_id: int, proposals: Proposals) -> None:
    kinds = (
        (ProposalKind.ACTION, proposals.actions),
        (ProposalKind.QUOTE, proposals.quotes),
        (ProposalKind.EVENT, proposals.events),
        (ProposalKind.WARNING, proposals.warnings),
    )
    position = 0
    for kind, found in kinds:
        for proposal in found:
            position += 1
            writer.add(
                Proposal(
                    source_id=source_id,
                    kind=kind,
                    position=position,
                    payload=to_json(proposal),
                    state=ProposalState.OPEN,
                    reviewer="",
                    unreviewed=False,
                    record_table="",
                )
            )
