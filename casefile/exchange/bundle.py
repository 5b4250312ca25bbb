"""A bundle as a file: a ZIP archive with the rows as JSON, the texts, and the originals as they were saved.

``bundle.json`` says what it is and has the rows by table; ``texts/NUMBER.txt`` is the text of a document,
``originals/SHA256`` a file as it was captured. Nothing in it is ever taken for a path on the disk.
"""

import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from casefile import __version__
from casefile.exchange.brought import BroughtBundle, step_label
from casefile.exchange.formats import BUNDLE_SUFFIX
from casefile.exchange.moments import now
from casefile.progress import SILENT, Task
from casefile.store.brief_checks import store_id
from casefile.store.bundles import BadBundleError, BundleContent
from casefile.store.bundles.bringing import bring
from casefile.store.bundles.collecting import collect_rows, original_of, text_of
from casefile.store.journal import StepGroup
from casefile.store.store import Reader, Store

VERSION = 1
_HEAD = "bundle.json"
_HEAD_LIMIT = 512 * 1024 * 1024
_TEXT_LIMIT = 256 * 1024 * 1024
_ORIGINAL_LIMIT = 1024 * 1024 * 1024
"""Bytes that a part may have when it is unpacked; a part says itself how many, and is held to it."""
_ZIP_START = b"PK\x03\x04"


def write_bundle(reader: Reader, case_id: int | None, target: BinaryIO, task: Task) -> int:
    """The case file, or the whole store; gives back how many actions there are."""
    tables = collect_rows(reader, case_id)
    head = {
        "casefile_bundle": VERSION,
        "program": f"casefile {__version__}",
        "store": store_id(reader),
        "exported_at": now().isoformat(),
        "titles": [row["title"] for row in tables["case_file"]],
        "tables": tables,
    }
    parts = len(tables["document"]) + len(tables["original"])
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_HEAD, json.dumps(head, ensure_ascii=False, separators=(",", ":")))
        done = 0
        for row in tables["document"]:
            archive.writestr(_text_name(row["id"]), text_of(reader, row["id"]).encode())
            done += 1
            task.step(done, parts, "Texts")
        for row in tables["original"]:
            archive.writestr(_original_name(row["sha256"]), original_of(reader, row["id"]))
            done += 1
            task.step(done, parts, "Originals")
    return len(tables["action"])


def import_bundle(store: Store, path: Path, by: str, task: Task = SILENT) -> BroughtBundle:
    """Brings the bundle into the store in one undoable step; what is there already is not kept twice.

    Raises:
        BadBundleError: it is no bundle, was changed since it was exported, or is of a newer Casefile.
        ReadOnlyStoreError: the store cannot be written to.
        CancelledError: a stop was asked for. In all these cases nothing is kept.
    """
    with open_bundle(path) as content:
        label = step_label(content.titles, path.name)
        step = StepGroup()
        with store.write(label, by=by, group=step) as writer:
            receipt = bring(writer, content, task)
    return BroughtBundle(label, receipt, step.first)


@contextmanager
def open_bundle(path: Path) -> Iterator[BundleContent]:
    """The bundle's rows, with texts and originals at hand; :class:`BadBundleError` where it is none."""
    try:
        with zipfile.ZipFile(path) as archive:
            yield _content(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise BadBundleError(f"{path.name} is damaged, or no bundle at all") from error
    except OSError as error:
        raise BadBundleError(f"{path} cannot be read: {error.strerror or error}") from error


def is_bundle(path: Path) -> bool:
    """Whether the file says of itself that it is a bundle, by its name or its content."""
    try:
        with path.open("rb") as file:
            if file.read(len(_ZIP_START)) != _ZIP_START:
                return False
        if path.suffix.lower() == BUNDLE_SUFFIX:
            return True
        with zipfile.ZipFile(path) as archive:
            return _HEAD in archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False


def _content(archive: zipfile.ZipFile) -> BundleContent:
    head = _head(archive)
    return BundleContent(
        str(head.get("store", "")),
        tuple(title for title in head.get("titles", ()) if isinstance(title, str)),
        _tables(head),
        lambda id_: _text(_part(archive, _text_name(id_), _TEXT_LIMIT)),
        lambda sha256: _part(archive, _original_name(sha256), _ORIGINAL_LIMIT),
    )


def _head(archive: zipfile.ZipFile) -> Mapping[str, Any]:
    try:
        head = json.loads(_part(archive, _HEAD, _HEAD_LIMIT), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise BadBundleError(f"{_HEAD} in it cannot be read") from error
    version = head.get("casefile_bundle") if isinstance(head, dict) else None
    if not isinstance(version, int):
        raise BadBundleError(f"{_HEAD} in it is that of something else")
    if not isinstance(head.get("titles", []), list):
        raise BadBundleError(f"{_HEAD} in it cannot be read")
    if version > VERSION:
        raise BadBundleError("it was written by a newer Casefile; install that to bring it in")
    return dict(head)


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number")


def _tables(head: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    tables = head.get("tables")
    if not isinstance(tables, dict) or not all(isinstance(rows, list) for rows in tables.values()):
        raise BadBundleError(f"{_HEAD} in it has no tables")
    if not all(isinstance(row, dict) for rows in tables.values() for row in rows):
        raise BadBundleError(f"{_HEAD} in it has rows that are none")
    return tables


def _part(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    """A part of the archive, unpacked no further than the limit."""
    try:
        entry = archive.getinfo(name)
        with archive.open(entry) as part:
            content = part.read(limit + 1)
    except KeyError as error:
        raise BadBundleError(f"{name} is missing in it") from error
    except RuntimeError as error:
        raise BadBundleError(f"{name} in it is locked with a password") from error
    if len(content) > limit:
        raise BadBundleError(f"{name} in it is larger than {limit // 1024 // 1024} MB")
    return content


def _text(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise BadBundleError("a text in it is no UTF-8") from error


def _text_name(document_id: int) -> str:
    return f"texts/{document_id}.txt"


def _original_name(sha256: str) -> str:
    return f"originals/{sha256}"
