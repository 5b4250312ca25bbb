"""The index of what texts are alike: signatures, their bands, and which documents are copies. In a write.

Nothing here is journalled: it rests on the texts alone, which never change, and goes with them. A document
is compared with those kept before it, when it is kept; so its copies are known whatever becomes of the
sources. Candidates come from the bands' index, are ranked by their signatures, and the best are compared
word by word.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from casefile.store.plain_sql import fetch, run
from casefile.store.schema.evidence import Document
from casefile.store.schema.listing import TextBand, TextCopy
from casefile.store.schema.listing import TextSignature as Row
from casefile.store.signatures import (
    BANDS,
    Overlap,
    TextSignature,
    compare,
    containment,
    likeness,
    sign,
    words_of,
)

T = TypeVar("T")
_AT_ONCE = 400
_LEAST_BANDS = 2
"""One band in common may be chance."""
_RANKED = 64
"""Candidates whose signatures are looked at."""
_COMPARED = 8
"""Candidates whose words are compared. A copy of many copies is known by some of them."""
_LEAST_CONTAINMENT = 0.25
"""Estimated; far below what a copy has, as the estimate of a short text may be far off."""
_ADD_SIGNATURE = "INSERT INTO text_signature (id, text_key, shingles, minima) VALUES (?, ?, ?, ?)"
_ADD_BAND = "INSERT INTO text_band (band, id) VALUES (?, ?)"
_RANK = (
    f"SELECT id FROM text_band WHERE band IN ({', '.join('?' * BANDS)}) AND id <= ?"  # noqa: S608
    f" GROUP BY id HAVING count(*) >= {_LEAST_BANDS} ORDER BY count(*) DESC, id LIMIT {_RANKED}"
)
_NO_LIMIT = (1 << 63) - 1
_BANDS_AT_ONCE = 400_000
_SIGNATURES = select(Row.id, Row.text_key, Row.shingles, Row.minima)
_TEXTS = select(Document.id, Document.text).order_by(Document.id).execution_options(yield_per=20)
"""A few in memory at a time: a text may have 20 MB."""


@dataclass(frozen=True)
class Signed:
    """A document's text with its signature."""

    document_id: int
    signature: TextSignature
    text: str
    copies: "Sequence[Copy] | None" = None
    """The documents of which it is a copy, where they are found already."""


@dataclass(frozen=True)
class Copy:
    """Another document, and how much the two texts overlap, the one that was asked for first."""

    document_id: int
    overlap: Overlap


def add_signatures(session: Session, documents: Sequence[Signed]) -> None:
    """Takes new documents into the index, in the order of their ids, and notes whose copies they are."""
    for some in _chunks(documents):
        bands = _add_rows(session, [(one.document_id, one.signature) for one in some])
        _add_bands(session, bands)
        for one in some:
            _note_copies(session, one)


def find_copies(
    session: Session, signature: TextSignature, text: str, before: int | None = None
) -> list[Copy]:
    """The documents of which the text is a copy, the most alike first; of those with a lower id, if asked."""
    candidates = _candidates(session, signature, before)
    words = words_of(text) if candidates else []
    found = [Copy(id_, _overlap(session, signature, words, id_, key)) for id_, key in candidates]
    return sorted(
        (copy for copy in found if copy.overlap.is_copy),
        key=lambda copy: (-copy.overlap.share, copy.document_id),
    )


def forget_documents(session: Session, ids: Sequence[int]) -> None:
    """Takes documents out of the index."""
    for some in _chunks(ids):
        rows = session.execute(select(Row.id, Row.shingles, Row.minima).where(Row.id.in_(some))).all()
        for row in rows:
            bands = TextSignature("", row.shingles, row.minima).bands
            session.execute(delete(TextBand).where(TextBand.band.in_(bands), TextBand.id == row.id))
        others = select(TextCopy.id).where(TextCopy.document_id.in_(some))
        session.execute(delete(TextCopy).where(TextCopy.document_id.in_(others), TextCopy.id.in_(some)))
        session.execute(delete(TextCopy).where(TextCopy.document_id.in_(some)))
        session.execute(delete(Row).where(Row.id.in_(some)))


def rebuild(session: Session) -> None:
    """Makes the index anew from the texts, as it would have become had every document been kept with it."""
    for model in (TextCopy, TextBand, Row):
        session.execute(delete(model))
    ids = session.scalars(select(Document.id).order_by(Document.id)).all()
    bands: list[tuple[int, int]] = []
    for some in _chunks(ids):
        texts = session.execute(_TEXTS.where(Document.id.in_(some)))
        bands += _add_rows(session, [(id_, sign(text)) for id_, text in texts])
        if len(bands) >= _BANDS_AT_ONCE:
            _add_bands(session, bands)
            bands.clear()
    _add_bands(session, bands)
    for some in _chunks(ids):
        rows = session.execute(_SIGNATURES.where(Row.id.in_(some)).order_by(Row.id)).all()
        for row in rows:
            signature = TextSignature(row.text_key, row.shingles, row.minima)
            if _candidates(session, signature, before=row.id):
                text = session.scalars(select(Document.text).where(Document.id == row.id)).one()
                _note_copies(session, Signed(row.id, signature, text))


def _add_rows(session: Session, signed: Sequence[tuple[int, TextSignature]]) -> list[tuple[int, int]]:
    """Keeps the signatures; gives back the bands with their documents."""
    rows = [(id_, one.text_key, one.shingles, one.minima) for id_, one in signed]
    run(session, _ADD_SIGNATURE, rows)
    return [(band, id_) for id_, one in signed for band in one.bands]


def _add_bands(session: Session, bands: list[tuple[int, int]]) -> None:
    """In the order of the table, whose pages are then written once: of many together faster by far."""
    run(session, _ADD_BAND, sorted(bands))


def _note_copies(session: Session, one: Signed) -> None:
    found = one.copies
    if found is None:
        found = find_copies(session, one.signature, one.text, before=one.document_id)
    rows = [row for copy in found for row in _copy_rows(one.document_id, copy)]
    if rows:
        session.execute(insert(TextCopy), rows)


def _candidates(session: Session, signature: TextSignature, before: int | None) -> list[tuple[int, str]]:
    """The documents to compare, the likeliest first, each with its text key."""
    if not signature.bands:
        return []
    last = before - 1 if before is not None else _NO_LIMIT
    ids = [row[0] for row in fetch(session, _RANK, (*signature.bands, last))]
    if not ids:
        return []
    rows = session.execute(_SIGNATURES.where(Row.id.in_(ids)))
    estimates = [(-_estimate(signature, row.shingles, row.minima), row.id, row.text_key) for row in rows]
    likely = sorted(row for row in estimates if -row[0] >= _LEAST_CONTAINMENT)
    return [(id_, key) for _, id_, key in likely[:_COMPARED]]


def _estimate(signature: TextSignature, shingles: int, minima: bytes) -> float:
    return containment(likeness(signature.minima, minima), signature.shingles, shingles)


def _overlap(session: Session, signature: TextSignature, words: Sequence[str], id_: int, key: str) -> Overlap:
    if key == signature.text_key:
        return Overlap(1.0, 1.0)
    text = session.scalars(select(Document.text).where(Document.id == id_)).one()
    return compare(words, words_of(text))


def _copy_rows(document_id: int, copy: Copy) -> Iterator[dict[str, object]]:
    other, overlap = copy.document_id, copy.overlap
    yield {"document_id": document_id, "id": other, "share_permille": int(overlap.of_first * 1000)}
    yield {"document_id": other, "id": document_id, "share_permille": int(overlap.of_second * 1000)}


def _chunks(rows: Sequence[T]) -> list[Sequence[T]]:
    return [rows[start : start + _AT_ONCE] for start in range(0, len(rows), _AT_ONCE)]
