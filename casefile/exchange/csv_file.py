"""Actions as CSV (RFC 4180, UTF-8 with a byte order mark, which Excel needs to read letters rightly)."""

import csv
import io
from typing import BinaryIO

from casefile.exchange.action_table import ACTION_TABLE
from casefile.exchange.cells import csv_cell
from casefile.progress import Task
from casefile.store import lists
from casefile.store.export_rows import action_columns
from casefile.store.store import Reader

_TOLD_EVERY = 200


def write_csv(reader: Reader, case_id: int | None, target: BinaryIO, task: Task) -> int:
    """A line of heads, then a line for each action; gives back how many there are."""
    ids = lists.action_ids(reader, case_id)
    text = io.TextIOWrapper(target, "utf-8-sig", newline="", write_through=True)
    lines = csv.writer(text)
    lines.writerow(column.head for column in ACTION_TABLE)
    count = 0
    for count, row in enumerate(action_columns(reader, ids), start=1):
        lines.writerow([csv_cell(column.cell(row)) for column in ACTION_TABLE])
        if count % _TOLD_EVERY == 0:
            task.step(count, len(ids), "Actions")
    text.flush()
    text.detach()
    return count
