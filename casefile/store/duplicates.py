"""What a new source repeats, told before anything is kept, and keeping it as what it then is.

Nothing is kept twice: the same bytes, the same text at the same address, the same text from the same outlet.
Another text at a known address is a new version. A copy of a text that is kept already is a source of its
own, as somebody else published it; it counts as no voice of its own (:mod:`casefile.store.clusters`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select

from casefile.store.addresses import address_key
from casefile.store.clusters import versions_of
from casefile.store.copies import Copy, find_copies
from casefile.store.folding import fold
from casefile.store.keeping import Capture, PreparedSource, keep_prepared
from casefile.store.plain_sql import first
from casefile.store.schema.evidence import Document, Source
from casefile.store.schema.listing import TextSignature as SignatureRow
from casefile.store.signatures import Overlap, TextSignature, compare, words_of
from casefile.store.sources import source_of_bytes
from casefile.store.store import Reader, Writer
from casefile.terms import Outcome
from casefile.values import PartialDate

SAME_FILE = "The same file is in the store already."
LEAST_OF_VERSION = 0.15
"""A text at a known address that shares less with the known one, and has another title, is no version."""
_LOPSIDED = 0.25
"""Where the one text stands in the other so much more than the other way, it is a part of it."""
# The partial index is used only where its own words are said.
_AT_ADDRESS = """
SELECT source_list.id FROM source_list JOIN source ON source.id = source_list.id
WHERE address_key = ? AND address_key <> '' AND trashed_at IS NULL
ORDER BY is_superseded, source_list.id DESC LIMIT 1
"""
_SAME_TEXT = "SELECT id FROM text_signature WHERE text_key = ? LIMIT 1"


@dataclass(frozen=True)
class Twin:
    """A source in the store that a capture repeats."""

    source_id: int
    title: str
    outlet: str
    published: PartialDate | None
    media_type: str
    overlap: Overlap
    """How much of the capture stands in it, and how much of it in the capture."""

    def __str__(self) -> str:
        """``“Title” (Outlet, 3 June 2024)``."""
        origin = ", ".join(part for part in (self.outlet, str(self.published or "")) if part)
        return f"“{self.title}”" + (f" ({origin})" if origin else "")


@dataclass(frozen=True)
class Twins:
    """What a capture repeats; the trash counts for nothing."""

    same_bytes: int | None
    """The source of exactly these bytes."""
    same_address: tuple[Twin, ...]
    """The versions of the publication at its address, the newest first."""
    same_text: tuple[Twin, ...]
    """Sources with the same words, whatever their case, accents and punctuation."""
    near: tuple[Twin, ...]
    """Sources of which it is a copy, the most alike first, those with the same words left out."""
    copies: tuple[Copy, ...] = ()
    """Documents of which it is a copy, those of the trash among them."""


@dataclass(frozen=True)
class Kept:
    """What became of a capture: the source that has it now, and a sentence for the receipt."""

    source_id: int
    outcome: Outcome
    message: str = ""
    """"" where there is nothing to tell."""


def find_twins(reader: Reader, prepared: PreparedSource) -> Twins:
    """What the source would repeat; nothing is changed."""
    known = source_of_bytes(reader, prepared.name)
    if known is not None:
        return Twins(known, (), (), ())
    copies = tuple(find_copies(reader, prepared.signature, prepared.capture.text))
    return Twins(
        None,
        _same_address(reader, prepared.capture),
        _same_text(reader, prepared.signature),
        _near(reader, prepared.signature, copies),
        copies,
    )


def keep_with_twins(writer: Writer, prepared: PreparedSource, part_of_id: int | None = None) -> Kept:
    """Keeps the source as what it is beside what the store has, or does not keep what it has already.

    ``part_of_id`` is the source that it came in.
    """
    twins = find_twins(writer, prepared)
    known = _known(prepared.capture, twins)
    if known is not None:
        return known
    source_id = keep_prepared(writer, prepared, part_of_id, twins.copies)
    other = None if twins.same_text else _other_version(prepared.capture, twins)
    if other is not None:
        return Kept(source_id, Outcome.UPDATED, _join_versions(writer, source_id, other))
    alike = (*twins.same_text, *twins.near)
    if alike:
        return Kept(source_id, Outcome.COPY, copy_sentence(alike[0], same=bool(twins.same_text)))
    return Kept(source_id, Outcome.STORED)


def copy_sentence(twin: Twin, *, same: bool = False) -> str:
    """``It is 94 % the same as “Title” (Outlet, 3 June 2024) and counts as no voice of its own``."""
    ours, theirs = twin.overlap.of_first, twin.overlap.of_second
    if same:
        what = f"It has the same text as {twin}"
    elif ours == theirs == 1:
        # Of very long texts only the beginning was compared.
        what = f"It begins with the same words as {twin}"
    elif ours == 1 or ours - theirs >= _LOPSIDED:
        what = f"{_share(ours).capitalize()} of it stands in {twin}"
        what += ": it is a shortened copy" if ours - theirs >= _LOPSIDED else ""
    elif theirs == 1 or theirs - ours >= _LOPSIDED:
        what = f"It holds {_share(theirs)} of {twin}"
    else:
        what = f"It is {_share(max(ours, theirs))} the same as {twin}"
    return f"{what} and counts as no voice of its own."


def _share(share: float) -> str:
    """``94 %``, rounded down, or ``all``."""
    return "all" if share == 1 else f"{int(share * 100)} %"


def _known(capture: Capture, twins: Twins) -> Kept | None:
    """What the store has already, as it is told; None for what is to be kept.

    A file of another type is kept though its words are the same: they are not all that it shows.
    """
    if twins.same_bytes is not None:
        return Kept(twins.same_bytes, Outcome.DUPLICATE, SAME_FILE)
    at_address = {twin.source_id for twin in twins.same_address}
    outlet = fold(capture.metadata.outlet)
    for twin in twins.same_text:
        if twin.media_type != capture.media_type:
            continue
        if twin.source_id in at_address:
            sentence = f"The same text of the same address is kept: {twin}."
            return Kept(twin.source_id, Outcome.DUPLICATE, sentence)
        if not outlet or outlet == fold(twin.outlet):
            return Kept(twin.source_id, Outcome.DUPLICATE, f"The same text is kept: {twin}.")
    return None


def _other_version(capture: Capture, twins: Twins) -> Twin | None:
    """The newest version of what the capture is another version of."""
    newest = twins.same_address[0] if twins.same_address else None
    if newest is None:
        return None
    title = fold(capture.metadata.title)
    is_version = newest.overlap.share >= LEAST_OF_VERSION or (title and title == fold(newest.title))
    return newest if is_version else None


def _join_versions(writer: Writer, source_id: int, other: Twin) -> str:
    """Makes the source a version of the other's publication; gives back what to tell."""
    known = writer.get_one(Source, other.source_id)
    writer.get_one(Source, source_id).version_of_id = known.version_of_id or known.id
    writer.flush()
    if versions_of(writer, source_id)[-1] == source_id:
        return f"A new version of {other}."
    return f"An earlier version of {other}, which stays the one that is shown."


def _same_address(reader: Reader, capture: Capture) -> tuple[Twin, ...]:
    key = address_key(capture.metadata.url)
    if not key:
        return ()
    newest = first(reader, _AT_ADDRESS, (key,))
    if newest is None:
        return ()
    order = versions_of(reader, newest)[::-1]
    words = words_of(capture.text)
    rows = reader.execute(_live().add_columns(Document.text).where(Source.id.in_(order)))
    found = {row.id: _twin(row, compare(words, words_of(row.text))) for row in rows}
    return tuple(found[id_] for id_ in order)


def _same_text(reader: Reader, signature: TextSignature) -> tuple[Twin, ...]:
    """Of texts long enough to be told by their words: "Please log in" is no article."""
    if not signature.shingles:
        return ()
    if first(reader, _SAME_TEXT, (signature.text_key,)) is None:
        return ()
    rows = reader.execute(_live().where(SignatureRow.text_key == signature.text_key).order_by(Source.id))
    return tuple(_twin(row, Overlap(1.0, 1.0)) for row in rows)


def _near(reader: Reader, signature: TextSignature, found_copies: Sequence[Copy]) -> tuple[Twin, ...]:
    copies = {copy.document_id: copy.overlap for copy in found_copies}
    if not copies:
        return ()
    rows = reader.execute(
        _live().where(Source.document_id.in_(copies), SignatureRow.text_key != signature.text_key)
    )
    found = [_twin(row, copies[row.document_id]) for row in rows]
    return tuple(sorted(found, key=lambda twin: (-twin.overlap.share, twin.source_id)))


def _live() -> Select[int, int, str, str, str, PartialDate | None, str]:
    return (
        select(
            Source.id, Source.document_id, Source.title, Source.file_name, Source.outlet, Source.published,
            Document.media_type,
        )
        .join(Document, Document.id == Source.document_id)
        .join(SignatureRow, SignatureRow.id == Source.document_id)
        .where(Source.trashed_at.is_(None))
    )  # fmt: skip


def _twin(row: Any, overlap: Overlap) -> Twin:  # noqa: ANN401
    title = row.title or row.file_name
    return Twin(row.id, title, row.outlet, row.published, row.media_type, overlap)
