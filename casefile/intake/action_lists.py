"""The proposals of a kept list, made anew by a mapping; mapping files. Imports store and extraction."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from casefile.extraction.action_lists import RowOutcome, proposals_of, row_outcomes
from casefile.extraction.list_mapping import ListMapping, MappingError, mapping_as_json, mapping_from_json
from casefile.intake.proposing import LISTS
from casefile.progress import SILENT, Task
from casefile.store.journal import StepGroup
from casefile.store.proposing import replace_proposals
from casefile.store.queries import source_record
from casefile.store.store import Store

_AT_ONCE = 200
_LARGEST_FILE = 1_000_000
_CHOOSE = "Choose a file that was saved as a mapping."


@dataclass(frozen=True)
class ListReport:
    """What a mapping made of a list."""

    proposed: int
    """Proposals that wait for review now."""
    decided: int
    """Rows whose proposal was accepted or rejected before, and is not made again."""
    problems: int
    """Rows without a proposal."""
    warnings: int
    """Cells that were left out."""
    step: int
    """The first step of what was written, 0 where nothing was: see :meth:`Store.undo`."""


def lists_among(store: Store, source_ids: Iterable[int]) -> list[int]:
    """Those of the sources that are lists."""
    with store.read() as reader:
        return [id_ for id_ in source_ids if source_record(reader, id_).media_type in LISTS]


def propose_from_list(
    store: Store, source_id: int, mapping: ListMapping, by: str, task: Task = SILENT
) -> ListReport:
    """Puts the mapping's proposals in the place of the source's open ones, in one step.

    :class:`MappingError` where the mapping does not fit or the source is no list; a stopped task leaves
    everything as it was.
    """
    with store.read() as reader:
        record = source_record(reader, source_id)
    if record.media_type not in LISTS:
        raise MappingError(f"“{record.row.file_name}” is no list.", "Choose a CSV or an Excel file.")
    outcomes = _outcomes(record.text, mapping, record.row.language, task)
    proposals = proposals_of(outcomes, record.text)
    task.step(len(outcomes), len(outcomes), "Keeping the proposals")
    group = StepGroup()
    label = f"Actions from {record.row.file_name}"
    with store.write(label, by=by, group=group) as writer:
        made = replace_proposals(writer, source_id, proposals)
    problems = sum(outcome.proposal is None for outcome in outcomes)
    warnings = sum(len(outcome.warnings) for outcome in outcomes)
    return ListReport(made, len(outcomes) - problems - made, problems, warnings, group.first)


def _outcomes(text: str, mapping: ListMapping, language: str, task: Task) -> list[RowOutcome]:
    outcomes: list[RowOutcome] = []
    rows = row_outcomes(text, mapping, language)
    total = text.count("\n") + 1
    while some := list(islice(rows, _AT_ONCE)):
        outcomes += some
        task.step(len(outcomes), total, f"Row {some[-1].number}")
    return outcomes


def read_mapping(path: Path) -> ListMapping:
    """The mapping of a file; :class:`MappingError` where there is none."""
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise MappingError(
                f"{path} is no mapping file: it is too large.", "Choose a file saved as mapping."
            )
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise MappingError(
            f"{path} could not be read ({error}).", "Choose a file saved as mapping."
        ) from error
    return mapping_from_json(text)


def write_mapping(path: Path, mapping: ListMapping) -> None:
    """Writes the mapping to a file, whole or not at all; :class:`MappingError` where it cannot be written."""
    draft = path.with_name(f"{path.name}.part")
    try:
        draft.write_text(mapping_as_json(mapping), "utf-8")
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise MappingError(f"{path} could not be written ({error}).", "Choose another folder.") from error
