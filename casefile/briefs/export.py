"""Exporting a brief: assembled from one state of the store, written as a whole, recorded as a step."""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from casefile.briefs.assemble import EVERYTHING, assemble
from casefile.briefs.checks import check_quotes, refuse_unfound
from casefile.briefs.composition import Composition
from casefile.briefs.embedded import FILE_NAME, MEDIA_TYPE, EmbeddedBrief
from casefile.briefs.pdf import Attachment, PdfReport, write_pdf
from casefile.cycles import without_search
from casefile.progress import SILENT, Task
from casefile.store.brief_checks import store_id
from casefile.store.brief_rows import BriefExport
from casefile.store.briefs import keep_brief, last_step
from casefile.store.store import Store

_DESCRIPTION = "What this brief states, and the passages it rests on"


def export_brief(
    store: Store, path: Path, by: str, composition: Composition = EVERYTHING, task: Task = SILENT
) -> PdfReport:
    """The brief as a PDF at the path, and its record in the store.

    It is as of now, or of the moment in the environment's ``SOURCE_DATE_EPOCH`` (seconds since 1970): two
    exports of one state of the store with it are the same bytes.

    Raises :class:`casefile.briefs.checks.QuoteNotFoundError` where a quote does not stand in its source,
    :class:`casefile.briefs.pdf.BriefNotWrittenError` where the path cannot be written, and
    :class:`casefile.errors.CancelledError` when a stop was asked for.
    """
    as_of = _now()
    with without_search(), store.read() as reader:
        brief = assemble(reader, composition, as_of)
        refuse_unfound(check_quotes(reader, brief))
        embedded = EmbeddedBrief.of(brief, store_id(reader), composition.to_json())
        step = last_step(reader)
    carried = b""

    def attach(feet: Sequence[float]) -> list[Attachment]:
        nonlocal carried
        carried = replace(embedded, feet=tuple(feet) if any(feet) else ()).to_json()
        return [Attachment(FILE_NAME, carried, MEDIA_TYPE, _DESCRIPTION)]

    report = write_pdf(brief, path, task, attach)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    with store.write(f"Export the brief “{brief.title}”", by=by, undoable=False) as writer:
        export = BriefExport(composition.case_id, brief.title, str(path), digest, report.pages, as_of, step)
        keep_brief(writer, export, carried.decode())
    return report


def _now() -> datetime:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)
