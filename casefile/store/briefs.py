"""The record of each export of a brief."""

from sqlalchemy import func, select

from casefile.store.brief_rows import BriefExport
from casefile.store.schema.journal import Change, Step
from casefile.store.schema.record import BriefDraft, ExportedBrief
from casefile.store.store import Reader, Writer


def keep_brief(writer: Writer, export: BriefExport, cited: str) -> int:
    """Keeps the record of an export; ``cited`` is the JSON that its file carries. Gives back its id."""
    row = ExportedBrief(
        case_file_id=export.case_id,
        title=export.title,
        path=export.path,
        sha256=export.sha256,
        pages=export.pages,
        as_of=export.as_of,
        as_of_step=export.as_of_step,
        cited=cited,
    )
    writer.add(row)
    writer.flush()
    return row.id


def brief_exports(reader: Reader) -> list[BriefExport]:
    """Every export, newest first; those of a case file that is gone for good are of none."""
    rows = reader.scalars(select(ExportedBrief).order_by(ExportedBrief.id.desc()))
    return [
        BriefExport(
            row.case_file_id, row.title, row.path, row.sha256, row.pages, row.as_of, row.as_of_step, row.id
        )
        for row in rows
    ]


def cited_by(reader: Reader, export_id: int) -> str:
    """The JSON that the export's file carries; ``RecordGoneError`` where there is no such export."""
    return reader.scalars(select(ExportedBrief.cited).where(ExportedBrief.id == export_id)).one()


def record_changed_after(reader: Reader, step: int) -> bool:
    """Whether anything but drafts of briefs has changed since the step."""
    later = select(Change.id).where(Change.step_id > step, Change.table_name != BriefDraft.__tablename__)
    return reader.scalar(later.limit(1)) is not None


def last_step(reader: Reader) -> int:
    """The latest step's id, 0 in an empty store."""
    return reader.scalar(select(func.max(Step.id))) or 0
