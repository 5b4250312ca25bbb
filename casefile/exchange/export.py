"""Exporting the record: one of the formats, written as a whole or not at all."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from casefile.briefs.composition import Composition
from casefile.cycles import without_search
from casefile.exchange.files import ExportNotWrittenError, PathTakenError, whole_file
from casefile.exchange.formats import BRIEF_FORMATS, ExportFormat
from casefile.progress import SILENT, Task
from casefile.store.store import Reader, Store

Write = Callable[[Reader, int | None, BinaryIO, Task], int]
"""Writes a scope (a case file's id, or None for the whole store); gives back how many records it wrote."""


@dataclass(frozen=True)
class ExportReport:
    """What was written."""

    path: Path
    count: int
    words: str
    """``12 actions``."""


def export_records(
    store: Store,
    wanted: ExportFormat,
    path: Path,
    case_id: int | None = None,
    task: Task = SILENT,
    *,
    overwrite: bool = False,
    like: Composition | None = None,
) -> ExportReport:
    """Writes one state of the store, or of a case file, to the path in the format.

    A brief is in the language and on the paper of the composition ``like``, and says who it is from and for.

    Raises:
        PathTakenError: there is a file of that name, and ``overwrite`` is not asked for.
        ExportNotWrittenError: it cannot be written there. What was there before is as it was.
        QuoteNotFoundError: of a brief, a quote does not stand in its source.
        CancelledError: a stop was asked for. Nothing is left of the file then.
    """
    _check_path(store, path, overwrite=overwrite)
    write = writer_of(wanted, like)
    with without_search(), store.read() as reader, whole_file(path) as target:
        count = write(reader, case_id, target, task)
        task.check()
    return ExportReport(path, count, wanted.told.said(count))


def export_composed(
    store: Store,
    wanted: ExportFormat,
    path: Path,
    composition: Composition,
    task: Task = SILENT,
    *,
    overwrite: bool = False,
) -> ExportReport:
    """Writes a brief as it was composed, in one of :data:`BRIEF_FORMATS`.

    Raises what :func:`export_records` does.
    """
    _check_path(store, path, overwrite=overwrite)
    write = _brief_writer(wanted)
    with without_search(), store.read() as reader, whole_file(path) as target:
        count = write(reader, composition, target, task)
        task.check()
    return ExportReport(path, count, wanted.told.said(count))


def writer_of(wanted: ExportFormat, like: Composition | None = None) -> Write:
    """What writes the format; loaded when it is asked for."""
    if wanted in BRIEF_FORMATS:
        return _whole_brief_writer(wanted, like)
    if wanted in (ExportFormat.CSL, ExportFormat.RIS, ExportFormat.BIBTEX):
        return _reference_writer(wanted)
    match wanted:
        case ExportFormat.CSV:
            from casefile.exchange.csv_file import write_csv as write
        case ExportFormat.XLSX:
            from casefile.exchange.workbook import write_xlsx as write
        case ExportFormat.JSON:
            from casefile.exchange.record_json import write_json as write
        case ExportFormat.ICS:
            from casefile.exchange.calendar_file import write_ics as write
        case ExportFormat.ANNOTATIONS:
            from casefile.exchange.annotations import write_annotations as write
        case _:
            from casefile.exchange.bundle import write_bundle as write
    return write


def _reference_writer(wanted: ExportFormat) -> Write:
    match wanted:
        case ExportFormat.CSL:
            from casefile.exchange.csl import write_csl as write
        case ExportFormat.RIS:
            from casefile.exchange.ris import write_ris as write
        case _:
            from casefile.exchange.bibtex import write_bibtex as write
    return write


def _whole_brief_writer(wanted: ExportFormat, like: Composition | None) -> Write:
    from casefile.exchange.brief_files import whole_brief

    write, asked = _brief_writer(wanted), like or Composition()
    return lambda reader, case_id, target, task: write(reader, whole_brief(case_id, asked), target, task)


def _brief_writer(wanted: ExportFormat) -> Callable[[Reader, Composition, BinaryIO, Task], int]:
    from casefile.exchange.brief_files import write_docx, write_markdown

    return write_docx if wanted is ExportFormat.DOCX else write_markdown


def _check_path(store: Store, path: Path, *, overwrite: bool) -> None:
    if path.exists() and store.path.exists() and path.samefile(store.path):
        raise ExportNotWrittenError(path, "it is the store itself")
    if path.is_dir():
        raise ExportNotWrittenError(path, "it is a folder")
    if path.exists() and not overwrite:
        raise PathTakenError(path)
