"""Importing files: read ahead by workers, kept one transaction each, with a receipt that stays in the store.

The receipt is written first, every file waiting. So a crash leaves each file whole or waiting, and
:func:`resume_import` goes on from there.
"""

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from casefile.errors import CancelledError
from casefile.intake.ahead import Ahead
from casefile.intake.items import ItemReader, ReadItem
from casefile.intake.walking import Found, walk
from casefile.intake.workers import ReaderPool, Readers, worker_count
from casefile.progress import SILENT, Progress, Task
from casefile.store import receipts, review
from casefile.store.duplicates import keep_with_twins
from casefile.store.errors import StoreError
from casefile.store.journal import StepGroup, undo_candidate
from casefile.store.rows import ReceiptRow
from casefile.store.sources import source_of_bytes
from casefile.store.store import Store, Writer
from casefile.terms import Outcome

MOST_AHEAD_BYTES = 64 * 1024 * 1024
"""Of files that are read ahead of the one that is written: bounds the memory."""


@dataclass(frozen=True)
class PastedText:
    """Content that is no file: a page, a text, a picture or a link."""

    content: bytes = field(repr=False)
    name: str
    """For messages and the receipt."""
    url: str = ""
    """Its page, where the content names none."""


_RATED = 50
"""So many of the last files the rate is of."""
_STOPPED = "Stopped. What was finished before is kept."


def import_files(
    store: Store, paths: Sequence[Path], by: str, task: Task = SILENT, readers: Readers | None = None
) -> list[ReceiptRow]:
    """Keeps every file that can be read, with its proposals; gives back the receipt in the files' order.

    A folder stands for the files in it; the files within a file follow it on the receipt. One undo takes back
    the whole batch. Without ``readers`` a pool is made for this batch. Whoever stops the task ends the batch:
    what was kept stays kept, and the receipt says so in its last line. Where the readers are closed, as the
    program does when it ends, the batch stays as it is, to be resumed.

    Raises:
        StoreError: the store cannot be written. The rest waits for :func:`resume_import`.
        ReadersClosedError: the readers were closed. The same.
    """
    found = walk(paths, task.check)
    with store.write("Begin an import", by=by, undoable=False) as writer:
        batch_id = receipts.begin_batch(writer, by, [(one.name, one.path) for one in found])
        files = [_entry(position, one) for position, one in enumerate(found, start=1)]
        for file in files:
            if file.line is not None:
                # Known now, and lost on whoever resumes: only the walk tells what is not to be read.
                receipts.keep_lines(writer, batch_id, file.position, [file.line])
    return _run(_Batch(store, batch_id, by, StepGroup()), files, task, readers)


def resume_import(
    store: Store, batch_id: int, by: str, task: Task = SILENT, readers: Readers | None = None
) -> list[ReceiptRow]:
    """Goes on with an import that was interrupted or stopped; gives back what became of the rest.

    Raises as :func:`import_files` does.
    """
    with store.write("Resume an import", by=by, undoable=False) as writer:
        receipts.resume_batch(writer, batch_id)
        waiting = receipts.waiting_files(writer, batch_id)
        group_id = receipts.group_of(writer, batch_id)
        latest = undo_candidate(writer)
        # Undone together with what came before only if nothing was done in between.
        joined = latest is not None and latest.target_id == group_id
    group = StepGroup(group_id if joined and group_id is not None else 0)
    files = [_entry(one.position, Found(one.path, one.name)) for one in waiting]
    return _run(_Batch(store, batch_id, by, group), files, task, readers)


def import_texts(
    store: Store,
    texts: Sequence[PastedText],
    by: str,
    task: Task = SILENT,
    readers: Readers | None = None,
) -> list[ReceiptRow]:
    """Keeps what was pasted or dropped and is no file, as :func:`import_files` does.

    There is nothing to be resumed where it is interrupted: only its receipt tells of it.
    """
    with store.write("Begin an import", by=by, undoable=False) as writer:
        batch_id = receipts.begin_batch(writer, by)
    files = [
        _Entry(position, text.name, len(text.content), partial(_read_text, text))
        for position, text in enumerate(texts, start=1)
    ]
    return _run(_Batch(store, batch_id, by, StepGroup()), files, task, readers)


def _read_text(text: PastedText, reader: ItemReader) -> ReadItem:
    return reader.read_content(text.content, text.name, text.url)


def accept_unreviewed(store: Store, source_id: int, by: str) -> int:
    """Takes every proposal of a source over without review, and marks each so; gives back how many."""
    with store.write("Accept all without review", by=by) as writer:
        return review.accept_all(writer, source_id, by, unreviewed=True)


@dataclass(frozen=True)
class _Entry:
    """A file of a batch and how it is read."""

    position: int
    name: str
    size: int
    """In bytes."""
    read: Callable[[ItemReader], ReadItem]
    line: ReceiptRow | None = None
    """What is on the receipt already: it is not to be read."""


def _entry(position: int, found: Found) -> _Entry:
    line = None
    if found.why:
        outcome = Outcome.FAILED if found.failed else Outcome.SKIPPED
        line = ReceiptRow(found.name, outcome, found.why, None)
    return _Entry(
        position, found.name, _size(found.path), lambda reader: reader.read_path(found.path, found.name), line
    )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _run(batch: "_Batch", files: Sequence[_Entry], task: Task, readers: Readers | None) -> list[ReceiptRow]:
    lines: list[ReceiptRow] = []
    with _reading(readers, len(files)) as reading:
        try:
            _import(batch, files, task, reading, lines)
        except (CancelledError, KeyboardInterrupt):
            # Closing the readers is how the program ends: then the rest is for the next start.
            if reading.closed:
                raise
            lines.append(ReceiptRow("", Outcome.FAILED, _STOPPED, None))
            batch.finish(stopped=True)
            return lines
    batch.finish()
    return lines


def _import(
    batch: "_Batch", files: Sequence[_Entry], task: Task, readers: Readers, lines: list[ReceiptRow]
) -> None:
    """Adds the lines of file after file; each is kept before the next is waited for."""
    item_reader = ItemReader(readers, batch.known)
    ahead = Ahead[_Entry, ReadItem](lambda file: file.read(item_reader), readers.count + 1, MOST_AHEAD_BYTES)
    rate = _Rate()
    try:
        results = ahead.results(((file, file.size) for file in files if file.line is None), task.check)
        for done, file in enumerate(files):
            task.step(done, len(files), file.name, rate.of(done))
            lines += [file.line] if file.line is not None else batch.keep(file.position, next(results))
        task.report(Progress(len(files), len(files), "Imported"))
    except BaseException:
        item_reader.end()
        raise
    finally:
        ahead.end()


@contextmanager
def _reading(readers: Readers | None, files: int) -> Iterator[Readers]:
    """The readers given, or a pool of their own that is as large as it needs to be."""
    if readers is not None:
        yield readers
        return
    with ReaderPool(min(worker_count(), max(1, files))) as pool:
        yield pool


class _Batch:
    """A batch that is being written: one write for each file, with its lines on the receipt."""

    def __init__(self, store: Store, batch_id: int, by: str, group: StepGroup) -> None:
        self._store = store
        self._id = batch_id
        self._by = by
        self._group = group
        self._kept: dict[str, int] = {}

    def known(self, sha256: str) -> int | None:
        """The source of the bytes with that SHA-256; for any thread."""
        with self._store.read() as reader:
            return source_of_bytes(reader, sha256)

    def keep(self, position: int, item: ReadItem) -> list[ReceiptRow]:
        """Keeps a file with all within it; what cannot be kept is a line too."""
        label = f"Import {receipts.storable(item.name)}"
        new: dict[str, int] = {}
        try:
            with self._store.write(label, by=self._by, group=self._group) as writer:
                lines = list(self._keep(writer, item, None, new))
                receipts.keep_lines(writer, self._id, position, lines)
                if new and not self._group.first:
                    receipts.note_group(writer, self._id)
            self._kept |= new
        except StoreError:
            raise
        except Exception as error:  # noqa: BLE001  the one file of a batch is one of the three borders
            why = f"It could not be kept ({type(error).__name__}: {error}). Nothing of it is in the store."
            lines = [ReceiptRow(item.name, Outcome.FAILED, why, None)]
            with self._store.write(label, by=self._by) as writer:
                receipts.keep_lines(writer, self._id, position, lines)
        return lines

    def finish(self, *, stopped: bool = False) -> None:
        """Ends the batch."""
        with self._store.write("Finish an import", by=self._by, undoable=False) as writer:
            receipts.finish_batch(writer, self._id, stopped=stopped)

    def _keep(
        self, writer: Writer, item: ReadItem, part_of_id: int | None, new: dict[str, int]
    ) -> Iterator[ReceiptRow]:
        """Keeps the file and those within it; ``new`` takes the sources by the SHA-256 of their bytes."""
        line, source_id = ReceiptRow(item.name, item.outcome, item.message, item.known_id), item.known_id
        if item.prepared is not None:
            # Read ahead, it could not be known that another file of this batch holds the same.
            source_id = self._kept.get(item.prepared.name) or new.get(item.prepared.name)
            if source_id is not None:
                same = "The same file came earlier in this import."
                line = ReceiptRow(item.name, Outcome.DUPLICATE, same, source_id)
            else:
                kept = keep_with_twins(writer, item.prepared, part_of_id)
                source_id = kept.source_id
                if kept.outcome is not Outcome.DUPLICATE:
                    new[item.prepared.name] = source_id
                notes = item.prepared.capture.notes
                message = " ".join(part for part in (kept.message, *notes) if part)
                line = ReceiptRow(item.name, kept.outcome, message, source_id, notes)
        yield line
        # An archive is no source: what lies in it came in whatever the archive came in.
        within = source_id if source_id is not None else part_of_id
        for part in item.parts:
            yield from self._keep(writer, part, within, new)


class _Rate:
    """How many files a second, over the last ones."""

    def __init__(self) -> None:
        self._moments: deque[float] = deque(maxlen=_RATED)

    def of(self, done: int) -> float:
        """The rate, 0 before there is one; call it once for each file."""
        self._moments.append(time.monotonic())
        taken = self._moments[-1] - self._moments[0]
        return (len(self._moments) - 1) / taken if done and taken > 0 else 0.0
