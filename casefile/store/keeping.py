"""Keeping what was read: originals, documents, sources and proposals, one or many at once. Inside a write."""

import hashlib
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from itertools import chain, count, islice
from typing import Any

from sqlalchemy import insert

from casefile.metadata import SourceMetadata
from casefile.proposals import Proposals
from casefile.store.copies import Copy, Signed, add_signatures
from casefile.store.layout import blocks_json, pages_json
from casefile.store.payload import to_json
from casefile.store.plain_sql import fetch, first
from casefile.store.schema.base import Base, table_of
from casefile.store.schema.evidence import (
    Document,
    Original,
    Proposal,
    Source,
)
from casefile.store.sealing import document_seals
from casefile.store.signatures import TextSignature, sign
from casefile.store.sources import sort_key
from casefile.store.store import Writer
from casefile.structure import Block, Page
from casefile.terms import ProposalKind, ProposalState, SourceKind
from casefile.values import PartialDate

_COMPRESSION = 6
"""zlib's own default."""
_AT_ONCE = 400
"""Captures kept in one statement: bounds the memory, and stays below SQLite's limit of bound values."""
_ADD_ORIGINALS, _ADD_DOCUMENTS, _ADD_SOURCES, _ADD_PROPOSALS = (
    insert(table_of(model)) for model in (Original, Document, Source, Proposal)
)
_ORIGINALS_OF = "SELECT sha256, id FROM original WHERE sha256 IN ({marks})"
_DOCUMENTS_OF = "SELECT original_id, text_sha256, id FROM document WHERE original_id IN ({marks})"
PRIMARY = frozenset((SourceKind.AUTHORITY_RELEASE, SourceKind.DECISION, SourceKind.RULING))
"""What comes from those who act themselves."""


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
    structure: tuple[Block, ...] = ()
    pages: tuple[Page, ...] = ()
    captured_on: date | None = None
    """The day on which it was saved, where the file tells."""
    signature: TextSignature | None = None
    """Of the text, where it is made already: :func:`casefile.store.signatures.sign` needs no store."""


def keep_source(writer: Writer, capture: Capture, proposals: Proposals) -> int:
    """Keeps bytes, text, source and proposals; gives back the source's id."""
    return keep_sources(writer, [(capture, proposals)])[0]


def keep_prepared(
    writer: Writer,
    prepared: "PreparedSource",
    part_of_id: int | None = None,
    copies: Sequence[Copy] | None = None,
) -> int:
    """Keeps a source, maybe as a part of another; gives back its id.

    ``copies`` is what :func:`casefile.store.copies.find_copies` has found for it in this write.
    """
    return _keep_some(writer, [prepared], part_of_id, copies)[0]


def keep_sources(writer: Writer, captures: Iterable[tuple[Capture, Proposals]]) -> list[int]:
    """Keeps many at once, in a fraction of the time that one by one takes; the ids in the captures' order."""
    ids: list[int] = []
    for some in _prepared(captures):
        ids += _keep_some(writer, some)
    return ids


@dataclass(frozen=True)
class PreparedSource:
    """A capture with all that can be made of it without the store; see :func:`prepare_source`."""

    capture: Capture
    proposals: Proposals
    byte_size: int
    """Of the original."""
    name: str
    """The SHA-256 of the original."""
    text_name: str
    """The SHA-256 of the text."""
    packed: bytes = field(repr=False)
    """The original, compressed."""
    signature: TextSignature


def _prepared(captures: Iterable[tuple[Capture, Proposals]]) -> Iterator[list[PreparedSource]]:
    """The captures in order, some at a time; while some are written the next are named and compressed."""
    waiting = iter(captures)
    some = list(islice(waiting, _AT_ONCE))
    if len(some) < _AT_ONCE:
        yield _prepare(some)
        return
    with ThreadPoolExecutor(1, "prepare captures") as pool:
        ahead = pool.submit(_prepare, some)
        while following := list(islice(waiting, _AT_ONCE)):
            ready, ahead = ahead, pool.submit(_prepare, following)
            yield ready.result()
        yield ahead.result()


def _prepare(captures: Sequence[tuple[Capture, Proposals]]) -> list[PreparedSource]:
    return [prepare_source(capture, proposals) for capture, proposals in captures]


def prepare_source(capture: Capture, proposals: Proposals) -> PreparedSource:
    """Names and compresses the bytes, which are let go; for any thread, before the write."""
    return PreparedSource(
        replace(capture, content=b""),
        proposals,
        len(capture.content),
        hashlib.sha256(capture.content).hexdigest(),
        hashlib.sha256(capture.text.encode("utf-8", "surrogatepass")).hexdigest(),
        zlib.compress(capture.content, _COMPRESSION),
        capture.signature or sign(capture.text),
    )


def _keep_some(
    writer: Writer,
    captures: Sequence[PreparedSource],
    part_of_id: int | None = None,
    copies: Sequence[Copy] | None = None,
) -> list[int]:
    now = datetime.now(UTC)
    documents = _keep_documents(writer, captures, now, copies)
    first_id = _next_id(writer, Source)
    seals = document_seals(writer, documents)
    rows = [
        _source_row(first_id + place, document_id, prepared.capture, now)
        | {"seal": seals[document_id], "part_of_id": part_of_id}
        for place, (prepared, document_id) in enumerate(zip(captures, documents, strict=True))
    ]
    if rows:
        writer.connection().execute(_ADD_SOURCES, rows)
    proposed = [
        row
        for place, prepared in enumerate(captures)
        for row in proposal_rows(first_id + place, prepared.proposals)
    ]
    if proposed:
        writer.connection().execute(_ADD_PROPOSALS, proposed)
    return [row["id"] for row in rows]


def _keep_documents(
    writer: Writer, captures: Sequence[PreparedSource], now: datetime, copies: Sequence[Copy] | None
) -> list[int]:
    """The documents' ids in the captures' order; the same bytes and text are kept once."""
    originals = _keep_originals(writer, captures)
    known = {
        (original_id, text_name): id_
        for original_id, text_name, id_ in fetch(writer, _DOCUMENTS_OF, sorted(set(originals.values())))
    }
    versions: Counter[int] = Counter(original_id for original_id, _ in known)
    free = count(_next_id(writer, Document))
    rows, signed = [], []
    for prepared in captures:
        key = (originals[prepared.name], prepared.text_name)
        if key not in known:
            known[key] = next(free)
            versions[key[0]] += 1
            rows.append(_document_row(known[key], key[0], versions[key[0]], prepared, now))
            signed.append(Signed(known[key], prepared.signature, prepared.capture.text, copies))
    if rows:
        writer.connection().execute(_ADD_DOCUMENTS, rows)
        add_signatures(writer, signed)
    return [known[(originals[prepared.name], prepared.text_name)] for prepared in captures]


def _document_row(
    id_: int, original_id: int, version: int, prepared: PreparedSource, now: datetime
) -> dict[str, Any]:
    capture = prepared.capture
    return {
        "id": id_,
        "original_id": original_id,
        "version": version,
        "media_type": capture.media_type,
        "reader": capture.reader,
        "text": capture.text,
        "text_sha256": prepared.text_name,
        "notes": capture.notes,
        "captured_at": now,
        "structure": blocks_json(capture.structure),
        "pages": pages_json(capture.pages),
    }


def _keep_originals(writer: Writer, captures: Sequence[PreparedSource]) -> dict[str, int]:
    """The id of each original by its name, kept where it is new."""
    wanted = {prepared.name: prepared for prepared in captures}
    ids: dict[str, int] = dict(fetch(writer, _ORIGINALS_OF, list(wanted)))
    new = [name for name in wanted if name not in ids]
    ids |= dict(zip(new, count(_next_id(writer, Original)), strict=False))
    rows = [
        {
            "id": ids[name],
            "sha256": name,
            "byte_size": wanted[name].byte_size,
            "compression": "zlib",
            "content": wanted[name].packed,
        }
        for name in new
    ]
    if rows:
        writer.connection().execute(_ADD_ORIGINALS, rows)
    return ids


def _next_id(writer: Writer, model: type[Base]) -> int:
    """The first free id; there is one writer only, so that it stays free until it is used."""
    return (first(writer, f"SELECT max(id) FROM {model.__tablename__}") or 0) + 1  # noqa: S608


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
        "is_primary": known.kind in PRIMARY,
        "file_name": capture.file_name,
        "added_at": now,
        "modified": known.modified,
        "licence": known.licence,
        "found": to_json(known.found) if known.found else "",
        "captured_on": PartialDate(capture.captured_on.isoformat()) if capture.captured_on else None,
    }


def proposal_rows(source_id: int, proposals: Proposals, after: int = 0) -> Iterator[dict[str, Any]]:
    """The rows of open proposals, in their places after that many others."""
    found = chain(
        ((ProposalKind.ACTION, proposal) for proposal in proposals.actions),
        ((ProposalKind.QUOTE, proposal) for proposal in proposals.quotes),
        ((ProposalKind.QUOTE, proposal) for proposal in proposals.paraphrases),
        ((ProposalKind.EVENT, proposal) for proposal in proposals.events),
        ((ProposalKind.WARNING, proposal) for proposal in proposals.warnings),
    )
    for position, (kind, proposal) in enumerate(found, start=after + 1):
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
