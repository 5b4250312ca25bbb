"""Importing files one by one, each in a transaction of its own; one file's failure is one line."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from casefile.errors import CancelledError
from casefile.extraction import extract
from casefile.progress import SILENT, Task
from casefile.reading import ReadDocument, ReadingError, file_content, read_bytes
from casefile.reading.addresses import with_address
from casefile.store import review
from casefile.store.duplicates import SAME_FILE, Outcome, keep_with_twins
from casefile.store.journal import StepGroup
from casefile.store.keeping import Capture
from casefile.store.rows import ReceiptRow
from casefile.store.signatures import sign
from casefile.store.sources import keep_receipt, source_of_bytes
from casefile.store.store import Store

FAILED = "failed"


def import_files(store: Store, paths: Sequence[Path], by: str, task: Task = SILENT) -> list[ReceiptRow]:
    """Keeps every file that can be read, with its proposals; gives back the receipt in the files' order.

    A folder stands for the files in it. One undo takes back the whole batch. When the task is stopped, what
    was kept stays kept and the receipt ends there. :class:`casefile.store.errors.StoreError` where the store
    cannot be written.
    """
    files = list(_walk(paths))
    started_at = datetime.now(UTC)
    group = StepGroup()
    lines: list[ReceiptRow] = []
    try:
        for done, path in enumerate(files):
            task.step(done, len(files), path.name)
            lines.append(_import_path(store, path, by, group))
        task.step(len(files), len(files), "Imported")
    except CancelledError:
        lines.append(ReceiptRow("", FAILED, "Stopped. What was finished before is kept.", None))
    _keep_receipt(store, started_at, lines, by)
    return lines


def import_text(store: Store, content: bytes, name: str, by: str, *, url: str = "") -> ReceiptRow:
    """Keeps pasted or dropped content that is no file; ``url`` is its page, where the content names none."""
    started_at = datetime.now(UTC)

    def read() -> tuple[bytes, ReadDocument]:
        document = read_bytes(content, name, _today())
        return content, replace(document, metadata=with_address(document.metadata, url, "the clipboard"))

    line = _import(store, name, read, by, StepGroup())
    _keep_receipt(store, started_at, [line], by)
    return line


def accept_unreviewed(store: Store, source_id: int, by: str) -> int:
    """Takes every proposal of a source over without review, and marks each so; gives back how many."""
    with store.write("Accept all without review", by=by) as writer:
        return review.accept_all(writer, source_id, by, unreviewed=True)


def _walk(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(entry for entry in path.rglob("*") if entry.is_file())
        else:
            yield path


def _import_path(store: Store, path: Path, by: str, group: StepGroup) -> ReceiptRow:
    def read() -> tuple[bytes, ReadDocument]:
        content = file_content(path)
        return content, read_bytes(content, path.name, _today())

    return _import(store, path.name, read, by, group)


def _import(
    store: Store, name: str, read: Callable[[], tuple[bytes, ReadDocument]], by: str, group: StepGroup
) -> ReceiptRow:
    try:
        content, document = read()
    except ReadingError as error:
        return ReceiptRow(name, FAILED, str(error), None)
    with store.read() as reader:
        known = source_of_bytes(reader, content)
    if known is not None:
        return ReceiptRow(name, Outcome.DUPLICATE, SAME_FILE, known)
    proposals = extract(document.text, document.metadata)
    capture = Capture(
        content=content,
        file_name=_printable(name),
        text=document.text,
        metadata=document.metadata,
        media_type=str(document.media_type),
        reader=document.reader,
        notes=document.notes,
        structure=document.structure,
        pages=document.pages,
        captured_on=document.captured.date() if document.captured else None,
        signature=sign(document.text),
    )
    with store.write(f"Import {_printable(name)}", by=by, group=group) as writer:
        kept = keep_with_twins(writer, capture, proposals)
    message = " ".join(part for part in (kept.message, *document.notes) if part)
    return ReceiptRow(name, kept.outcome, message, kept.source_id)


def _keep_receipt(store: Store, started_at: datetime, lines: list[ReceiptRow], by: str) -> None:
    """The receipt is a step of its own that undo passes over, so that undo takes back the import itself."""
    with store.write("Keep the receipt", by=by, undoable=False) as writer:
        keep_receipt(writer, started_at, [_storable(line) for line in lines])


def _storable(line: ReceiptRow) -> ReceiptRow:
    return ReceiptRow(_printable(line.name), line.outcome, _printable(line.message), line.source_id)


def _printable(name: str) -> str:
    """The name without the lone surrogates that stand for bytes that are no UTF-8."""
    return name.encode("utf-8", "replace").decode("utf-8")


def _today() -> date:
    return datetime.now(UTC).date()
