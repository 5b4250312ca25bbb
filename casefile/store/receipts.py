"""The receipts of imports: written before the first file is read, filled file by file, kept for good.

They are not journalled, so that undo takes back what an import brought and leaves its receipt.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update

from casefile.store.derived import chunks
from casefile.store.plain_sql import fetch, first
from casefile.store.rows import BatchRow, LineRow, ReceiptRow, WaitingFile
from casefile.store.schema.base import table_of
from casefile.store.schema.evidence import ImportBatch, ReceiptLine, Source
from casefile.store.schema.journal import OpenStep, Step
from casefile.store.store import Reader, Writer
from casefile.terms import Outcome, Standing, StepKind

SHOWN_BATCHES = 20
_LINES = table_of(ReceiptLine)
_ADD_LINES = insert(_LINES)
_REPLACE_LINE = update(_LINES).where(_LINES.c.id == bindparam("waiting"))
_KEPT_BY = """
SELECT row_id, max(step_id) FROM change JOIN step ON step.id = step_id
WHERE table_name = 'source' AND row_id IN ({marks}) AND before IS NULL AND step.kind = 'do' GROUP BY row_id
"""
_LINE_OF_FILE = "SELECT id FROM receipt_line WHERE batch_id = ? AND position = ? AND part = 0"


def begin_batch(writer: Writer, person: str, files: Sequence[tuple[str, Path]] = ()) -> int:
    """A new batch whose files (name and absolute path) all wait, at the positions from 1; its id."""
    batch = ImportBatch(started_at=datetime.now(UTC), person=person)
    writer.add(batch)
    writer.flush()
    rows = [
        _line(batch.id, position, 0, ReceiptRow(name, Outcome.WAITING, "", None))
        | {"path": os.fsencode(path)}
        for position, (name, path) in enumerate(files, start=1)
    ]
    if rows:
        writer.execute(_ADD_LINES, rows)
    return batch.id


def keep_lines(writer: Writer, batch_id: int, position: int, lines: Sequence[ReceiptRow]) -> None:
    """Puts what became of a file, and of the files within it after it, in the place of its waiting line.

    In the write that keeps their sources, so that a crash leaves a file whole or waiting.
    """
    kept_by = _kept_by(writer, {line.source_id for line in lines if line.source_id is not None})
    rows = [
        _line(batch_id, position, part, line)
        | {"step_id": kept_by.get(line.source_id) if line.source_id is not None else None}
        for part, line in enumerate(lines)
    ]
    waiting = first(writer, _LINE_OF_FILE, (batch_id, position))
    if waiting is not None:
        # Whoever holds the line's id keeps it; its path is needed no more.
        writer.connection().execute(_REPLACE_LINE, rows[0] | {"path": None, "waiting": waiting})
    new = rows[1:] if waiting is not None else rows
    if new:
        writer.connection().execute(_ADD_LINES, new)


def note_group(writer: Writer, batch_id: int) -> None:
    """The open step is the first of those that are undone together with the batch."""
    step_id = writer.scalars(select(OpenStep.step_id)).one()
    writer.execute(update(ImportBatch).where(ImportBatch.id == batch_id).values(group_id=step_id))


def finish_batch(writer: Writer, batch_id: int, *, stopped: bool = False) -> None:
    """Ends a batch; the files that still wait were not read because a person stopped it or gave it up."""
    ended = {"finished_at": datetime.now(UTC), "stopped": stopped}
    writer.execute(update(ImportBatch).where(ImportBatch.id == batch_id).values(ended))


def resume_batch(writer: Writer, batch_id: int) -> None:
    """The batch runs again."""
    again = {"finished_at": None, "stopped": False}
    writer.execute(update(ImportBatch).where(ImportBatch.id == batch_id).values(again))


def group_of(reader: Reader, batch_id: int) -> int | None:
    """The first of the batch's steps, which names their group; None before one was kept."""
    return reader.scalar(select(ImportBatch.group_id).where(ImportBatch.id == batch_id))


def waiting_files(reader: Reader, batch_id: int) -> list[WaitingFile]:
    """What an import has not come to, in the order of the batch."""
    rows = reader.execute(
        select(ReceiptLine.position, ReceiptLine.name, ReceiptLine.path)
        .where(ReceiptLine.batch_id == batch_id, ReceiptLine.outcome == Outcome.WAITING)
        .where(ReceiptLine.path.is_not(None))
        .order_by(ReceiptLine.position)
    )
    return [WaitingFile(position, name, Path(os.fsdecode(path))) for position, name, path in rows if path]


def pending_batches(reader: Reader) -> list[BatchRow]:
    """The imports that were interrupted with files left, latest first; while one runs, that too."""
    found = batch_rows(reader, _ids(reader, ImportBatch.finished_at.is_(None)))
    return [row for row in found if row.waiting]


def latest_batches(reader: Reader, limit: int = SHOWN_BATCHES) -> list[int]:
    """The ids of the last imports, latest first."""
    return _ids(reader, limit=limit)


def batch_rows(reader: Reader, ids: Sequence[int]) -> list[BatchRow]:
    """These imports, in the order of the ids."""
    counts: dict[int, dict[Outcome, int]] = {id_: {} for id_ in ids}
    for id_, outcome, count in reader.execute(
        select(ReceiptLine.batch_id, ReceiptLine.outcome, func.count())
        .where(ReceiptLine.batch_id.in_(ids))
        .group_by(ReceiptLine.batch_id, ReceiptLine.outcome)
    ):
        counts[id_][outcome] = count
    rows = {row.id: row for row in reader.scalars(select(ImportBatch).where(ImportBatch.id.in_(ids)))}
    return [_batch_row(rows[id_], counts[id_]) for id_ in ids if id_ in rows]


def receipt_lines(reader: Reader, batch_id: int) -> list[LineRow]:
    """The receipt in the order of the files, files within files after the one that they came in."""
    found: Sequence[Any] = reader.execute(
        select(ReceiptLine, Step.target_id, Source.id, Source.trashed_at)
        .outerjoin(Step, Step.id == ReceiptLine.step_id)
        .outerjoin(Source, Source.id == ReceiptLine.source_id)
        .where(ReceiptLine.batch_id == batch_id)
        .order_by(ReceiptLine.position, ReceiptLine.part, ReceiptLine.id)
    ).all()
    undone = _undone(reader, {group for _, group, _, _ in found if group is not None})
    lines = []
    for line, group, source_id, trashed_at in found:
        standing = Standing.HERE if trashed_at is None else Standing.TRASHED
        if line.source_id is None and line.step_id is None:
            standing = Standing.NONE
        elif group in undone:
            standing = Standing.UNDONE
        elif source_id is None:
            standing = Standing.GONE
        shown = line.source_id if standing in (Standing.HERE, Standing.TRASHED) else None
        row = ReceiptRow(line.name, line.outcome, line.message, shown, line.warnings)
        lines.append(LineRow(line.id, row, standing, group))
    return lines


def _kept_by(reader: Reader, source_ids: Iterable[int]) -> dict[int, int]:
    """For each of these sources the step that kept it; an id may have been another's before."""
    found = (fetch(reader, _KEPT_BY, some) for some in chunks(source_ids))
    return {source_id: step_id for rows in found for source_id, step_id in rows}


def _undone(reader: Reader, groups: Iterable[int]) -> set[int]:
    """Those of the groups of steps that are undone and not done again."""
    undone = set()
    for group in groups:
        last = select(Step.kind).where(Step.target_id == group).order_by(Step.id.desc()).limit(1)
        if reader.scalar(last) is StepKind.UNDO:
            undone.add(group)
    return undone


def _ids(reader: Reader, *where: Any, limit: int | None = None) -> list[int]:  # noqa: ANN401
    return list(
        reader.scalars(select(ImportBatch.id).where(*where).order_by(ImportBatch.id.desc()).limit(limit))
    )


def _batch_row(batch: ImportBatch, counts: Mapping[Outcome, int]) -> BatchRow:
    return BatchRow(batch.id, batch.started_at, batch.finished_at, batch.person, batch.stopped, counts)


def _line(batch_id: int, position: int, part: int, row: ReceiptRow) -> dict[str, Any]:
    clean = replace(row, name=storable(row.name), message=storable(row.message))
    return {
        "batch_id": batch_id,
        "position": position,
        "part": part,
        "name": clean.name,
        "outcome": clean.outcome,
        "message": clean.message,
        "warnings": tuple(storable(warning) for warning in clean.warnings),
        "source_id": clean.source_id,
    }


def storable(text: str) -> str:
    """The text without the lone surrogates that stand for bytes that are no UTF-8."""
    return text.encode("utf-8", "replace").decode("utf-8")
