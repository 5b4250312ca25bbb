"""The record as a workbook (Office Open XML): typed cells, frozen heads, a sheet for each kind of record."""

import io
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, BinaryIO

from casefile.exchange.action_table import (
    ACTION_TABLE,
    EVENT_TABLE,
    QUOTE_TABLE,
    SOURCE_TABLE,
    SUM_TABLE,
    Column,
)
from casefile.exchange.cells import Cell, looks_like_formula
from casefile.exchange.plain_text import fit
from casefile.progress import Task
from casefile.store import lists, queries
from casefile.store.export_rows import ActionColumns, action_columns, scope_source_ids, sum_rows
from casefile.store.store import Reader

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

LONGEST_CELL = 32_767
"""Characters of a cell that Excel takes (specification of limits); a longer text says that it was cut."""
MOST_ROWS = 1_048_576
_CUT = " […]"
_DAY = "yyyy-mm-dd"
_WHOLE, _PARTS = "#,##0", "#,##0.00##"
_TOLD_EVERY = 200


def write_xlsx(reader: Reader, case_id: int | None, target: BinaryIO, task: Task) -> int:
    """Sheets of actions, sums, quotes, events and sources; gives back how many actions there are."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    try:
        count = _fill(book, reader, case_id, task)
    except BaseException:
        # The sheets lie in temporary files, which only saving closes and removes.
        book.save(io.BytesIO())
        raise
    book.save(target)
    return count


def _fill(book: "Workbook", reader: Reader, case_id: int | None, task: Task) -> int:
    ids = lists.action_ids(reader, case_id)
    titles: dict[int, str] = {}

    def actions() -> Iterable[ActionColumns]:
        for count, row in enumerate(action_columns(reader, ids), start=1):
            titles[row.row.id] = row.row.title
            if count % _TOLD_EVERY == 0:
                task.step(count, len(ids), "Actions")
            yield row

    sources = scope_source_ids(reader, case_id)
    sheets: tuple[tuple[str, Sequence[Column[Any]], Callable[[], Iterable[Any]]], ...] = (
        ("Actions", ACTION_TABLE, actions),
        ("Amounts", SUM_TABLE, lambda: ((titles[row.action_id], row) for row in sum_rows(reader, ids))),
        ("Quotes", QUOTE_TABLE, lambda: queries.quote_rows(reader, lists.quote_ids(reader, case_id))),
        ("Events", EVENT_TABLE, lambda: queries.event_rows(reader, lists.event_ids(reader, case_id))),
        ("Sources", SOURCE_TABLE, lambda: queries.described_sources(reader, sources)),
    )
    for place, (title, columns, rows) in enumerate(sheets):
        task.step(place, len(sheets), title)
        _add_sheet(book, title, columns, rows())
    task.check()
    return len(titles)


def _add_sheet(book: "Workbook", title: str, columns: Sequence[Column[Any]], rows: Iterable[Any]) -> None:
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(title)
    sheet.freeze_panes = "C2" if columns[0].width < columns[1].width else "A2"
    for number, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.append(_heads(sheet, columns))
    count = 1
    for row in rows:
        sheet.append([_cell(sheet, column.cell(row)) for column in columns])
        count += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{count}"


def _heads(sheet: "WriteOnlyWorksheet", columns: Sequence[Column[Any]]) -> "list[WriteOnlyCell]":
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font

    heads = []
    for column in columns:
        head = WriteOnlyCell(sheet, column.head)
        head.font = Font(bold=True)
        head.alignment = Alignment(vertical="top", wrap_text=True)
        if column.hint:
            head.comment = Comment(column.hint, "Casefile")
        heads.append(head)
    return heads


def _cell(sheet: "WriteOnlyWorksheet", value: Cell) -> "WriteOnlyCell | None":
    from openpyxl.cell import WriteOnlyCell

    match value:
        case None | "":
            return None
        case str():
            return _text_cell(sheet, _cut(fit(value)))
        case bool():
            return WriteOnlyCell(sheet, "yes" if value else "no")
        case Decimal():
            cell = WriteOnlyCell(sheet, value)
            cell.number_format = _WHOLE if value == value.to_integral_value() else _PARTS
        case date():
            cell = WriteOnlyCell(sheet, value)
            cell.number_format = _DAY
        case _:
            cell = WriteOnlyCell(sheet, value)
    return cell


def _text_cell(sheet: "WriteOnlyWorksheet", text: str) -> "WriteOnlyCell":
    """A text that stays one: marked as such, and where it looks like a formula also when it is edited."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    if looks_like_formula(text):
        cell.quotePrefix = True
    return cell


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - len(_CUT)] + _CUT
