"""Brings originals, documents, sources, passages and proposals of a bundle. Inside a write."""

import hashlib
import zlib

from casefile.store.addresses import address_key
from casefile.store.bundles.content import Row
from casefile.store.bundles.errors import BadBundleError
from casefile.store.bundles.rows import Arrival, add_rows, next_id
from casefile.store.copies import Signed, add_signatures
from casefile.store.plain_sql import fetch
from casefile.store.sealing import document_seals
from casefile.store.signatures import sign
from casefile.terms import ProposalState


def bring_sources(arrival: Arrival) -> None:
    """Keeps what is new of them; a source whose text the store has is the one that it has."""
    for row in arrival.content.rows("original"):
        # One at a time: each may be as large as a file may be.
        arrival.task.check()
        _bring_original(arrival, row)
    for row in arrival.content.rows("document"):
        _bring_document(arrival, row)
    _bring_descriptions(arrival)
    _bring_passages(arrival)
    _bring_proposals(arrival)


def _bring_original(arrival: Arrival, row: Row) -> None:
    name = row["sha256"]
    found = arrival.first("SELECT id FROM original WHERE sha256 = ?", name)
    if found is None:
        content = arrival.content.original_of(name)
        if hashlib.sha256(content).hexdigest() != name or len(content) != row["byte_size"]:
            raise BadBundleError(f"the file with the SHA-256 {name[:16]}… was changed")
        found = next_id(arrival.writer, "original")
        packed = {"id": found, "compression": "zlib", "content": zlib.compress(content)}
        add_rows(arrival.writer, "original", [row | packed])
    arrival.numbers["original"][row["id"]] = found


def _bring_document(arrival: Arrival, row: Row) -> None:
    original_id = arrival.numbers["original"][row["original_id"]]
    found = arrival.first(_DOCUMENT, original_id, row["text_sha256"])
    if found is None:
        text = arrival.content.text_of(row["id"])
        latest = arrival.first("SELECT max(version) FROM document WHERE original_id = ?", original_id) or 0
        found = next_id(arrival.writer, "document")
        made = row | {"id": found, "original_id": original_id, "version": latest + 1, "text": text}
        add_rows(arrival.writer, "document", [made])
        add_signatures(arrival.writer, [Signed(found, sign(text), text)])
    arrival.numbers["document"][row["id"]] = found


def _bring_descriptions(arrival: Arrival) -> None:
    """The sources themselves."""
    numbers, taken = arrival.numbers, set[int]()
    seals = document_seals(arrival.writer, numbers["document"].values())
    for row in arrival.content.rows("source"):
        document_id = numbers["document"][row["document_id"]]
        found = _same_source(arrival, document_id, row, taken)
        arrival.receipt.count("source", is_new=found is None)
        if found is not None:
            numbers["source"][row["id"]] = found
            arrival.take_out_of_trash("source", found)
        else:
            here = {
                "document_id": document_id,
                "seal": seals[document_id],
                "added_at": arrival.now,
                "part_of_id": numbers.of("source", row["part_of_id"]),
                "version_of_id": _first_version(arrival, row, document_id),
            }
            arrival.add("source", [row | here])
        taken.add(numbers["source"][row["id"]])


def _same_source(arrival: Arrival, document_id: int, row: Row, taken: set[int]) -> int | None:
    """The source of that document here, rather one outside the trash that is described alike."""
    said = (document_id, row["url"], row["outlet"], row["title"], row["file_name"])
    found = [id_ for (id_,) in fetch(arrival.writer, _SOURCE, said)]
    return next((id_ for id_ in found if id_ not in taken), found[0] if found else None)


def _first_version(arrival: Arrival, row: Row, document_id: int) -> int | None:
    """The first version of the publication: the one it had, else that of its address or its bytes here."""
    root = arrival.numbers.of("source", row["version_of_id"])
    if root is None:
        key = address_key(row["url"])
        root = arrival.first(_AT_ADDRESS, key) if key else None
    if root is None:
        root = arrival.first(_OF_SAME_BYTES, document_id)
    found: int | None = arrival.first("SELECT coalesce(version_of_id, id) FROM source WHERE id = ?", root)
    return found


def _bring_passages(arrival: Arrival) -> None:
    new = []
    for row in arrival.content.rows("passage"):
        document_id = arrival.numbers["document"][row["document_id"]]
        found = arrival.first(_PASSAGE, document_id, row["start"], row["end"])
        if found is None:
            new.append(row | {"document_id": document_id})
        else:
            arrival.numbers["passage"][row["id"]] = found
    arrival.add("passage", new)


def _bring_proposals(arrival: Arrival) -> None:
    """Those that the source has are found by what they say; to a known source no open one is added.

    What was decided of them is said once that is here.
    """
    numbers, bare, taken = arrival.numbers, _without_proposals(arrival), set[int]()
    last: dict[int, int] = {}
    new = []
    for row in arrival.content.rows("proposal"):
        source_id = numbers["source"][row["source_id"]]
        same = fetch(arrival.writer, _PROPOSAL, (source_id, row["kind"], row["payload"]))
        found = next((id_ for (id_,) in same if id_ not in taken), None)
        if found is not None:
            taken.add(found)
            numbers["proposal"][row["id"]] = found
        elif source_id in bare or row["state"] != ProposalState.OPEN:
            if source_id not in last:
                last[source_id] = arrival.first(_LAST_PROPOSAL, source_id) or 0
            last[source_id] += 1
            undecided = {"state": ProposalState.OPEN.value, "record_table": "", "record_id": None}
            new.append(row | undecided | {"source_id": source_id, "position": last[source_id]})
    arrival.add("proposal", new)


def _without_proposals(arrival: Arrival) -> set[int]:
    ids = {arrival.numbers["source"][row["id"]] for row in arrival.content.rows("source")}
    return {id_ for id_ in ids if arrival.first(_LAST_PROPOSAL, id_) is None}


_DOCUMENT = "SELECT id FROM document WHERE original_id = ? AND text_sha256 = ?"
_SOURCE = """
SELECT id FROM source WHERE document_id = ?1
ORDER BY trashed_at IS NOT NULL, url <> ?2, outlet <> ?3, title <> ?4, file_name <> ?5, id
"""
_AT_ADDRESS = """
SELECT source.id FROM source_list JOIN source ON source.id = source_list.id
WHERE address_key = ? AND address_key <> '' AND trashed_at IS NULL ORDER BY source.id LIMIT 1
"""
_OF_SAME_BYTES = """
SELECT source.id FROM document AS one JOIN document AS other ON other.original_id = one.original_id
JOIN source ON source.document_id = other.id
WHERE one.id = ? AND other.id <> one.id AND source.trashed_at IS NULL ORDER BY source.id LIMIT 1
"""
_PASSAGE = 'SELECT id FROM passage WHERE document_id = ? AND start = ? AND "end" = ?'
_PROPOSAL = "SELECT id FROM proposal WHERE source_id = ? AND kind = ? AND payload = ? ORDER BY position"
_LAST_PROPOSAL = "SELECT max(position) FROM proposal WHERE source_id = ?"
