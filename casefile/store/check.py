"""Whether a store still is what its journal says. Reading only; finds and names, never repairs."""

import hashlib
import zlib

from sqlalchemy import select, text
from sqlalchemy.orm import undefer

from casefile.progress import SILENT, Task
from casefile.store.journal import step_hash
from casefile.store.schema.evidence import Document, Original, Passage
from casefile.store.schema.journal import Step
from casefile.store.store import Reader


def check(reader: Reader, task: Task = SILENT) -> list[str]:
    """What is wrong with the store, one sentence each; empty where all is well."""
    parts = (_check_file, _check_originals, _check_passages, _check_steps)
    found: list[str] = []
    for done, part in enumerate(parts):
        task.step(done, len(parts), "Checking the store")
        found += part(reader)
    return found


def _check_file(reader: Reader) -> list[str]:
    lines = [row[0] for row in reader.execute(text("PRAGMA integrity_check"))]
    found = [f"The file is damaged: {line}." for line in lines if line != "ok"]
    for table, row_id, parent, _ in reader.execute(text("PRAGMA foreign_key_check")):
        found.append(f"{table} {row_id} points to a row of {parent} that is not there.")
    return found


def _check_originals(reader: Reader) -> list[str]:
    found = []
    for original in reader.scalars(select(Original).options(undefer(Original.content))):
        if not _intact(original):
            found.append(
                f"The original {original.sha256[:12]} was altered: its bytes are not those imported."
            )
        reader.expunge(original)
    for document in reader.scalars(select(Document).options(undefer(Document.text))):
        if hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest() != document.text_sha256:
            found.append(f"The text of document {document.id} was altered.")
        reader.expunge(document)
    return found


def _intact(original: Original) -> bool:
    try:
        content = zlib.decompress(original.content)
    except zlib.error:
        return False
    return hashlib.sha256(content).hexdigest() == original.sha256


def _check_passages(reader: Reader) -> list[str]:
    rows = reader.execute(
        select(Passage.id, Passage.document_id)
        .join(Document, Document.id == Passage.document_id)
        .where(text("substr(document.text, passage.start + 1, passage.end - passage.start) <> passage.exact"))
    )
    return [f"Passage {row.id} no longer stands in document {row.document_id}." for row in rows]


def _check_steps(reader: Reader) -> list[str]:
    return [
        f"Step {step.id} (“{step.label}”, {step.person}, {step.at:%Y-%m-%d %H:%M}) was altered,"
        " or the step before it was."
        for step in reader.scalars(select(Step).order_by(Step.id))
        if step_hash(reader, step) != step.hash
    ]
