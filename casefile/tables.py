"""A list as its text has it: a line for each row, tabs between the cells. Imports only values."""

from collections.abc import Sequence
from dataclasses import dataclass

from casefile.values import Span

CELL_MARK, ROW_MARK = "\t", "\n"
LONG_LIST_ROWS = 5_000
"""Rows of a list beyond which its proposals wait for a person to ask for them: reading has to end in time."""
_LOOKED_AT = 20
"""Rows in which the header is looked for: lists begin with a title or two."""
_LONGEST_NAME = 60
_SHARE_OF_COLUMNS = 0.6


@dataclass(frozen=True)
class Cell:
    """One cell: its words without outer blanks, and where they stand in the text; None where it is empty."""

    words: str
    span: Span | None


@dataclass(frozen=True)
class Row:
    """One row: its place among the rows from 1, and its cells, the last ones left out where empty."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def span(self) -> Span | None:
        """From the first word to the last; None for an empty row."""
        spans = [cell.span for cell in self.cells if cell.span is not None]
        return Span(spans[0].start, spans[-1].end) if spans else None

    def words(self, column: int) -> str:
        """What stands in the column, counted from 0; "" where nothing does."""
        return self.cells[column].words if column < len(self.cells) else ""


def rows_of(text: str) -> tuple[Row, ...]:
    """Every row of the text of a list."""
    rows, start = [], 0
    for number, line in enumerate(text.split(ROW_MARK), start=1):
        cells = []
        for cell in line.split(CELL_MARK):
            words = cell.strip()
            begin = start + len(cell) - len(cell.lstrip())
            cells.append(Cell(words, Span(begin, begin + len(words)) if words else None))
            start += len(cell) + 1
        rows.append(Row(number, tuple(cells)))
    return tuple(rows)


def text_of(rows: Sequence[Sequence[str]]) -> str:
    """The text of these rows of cells; white space within a cell becomes one blank."""
    return ROW_MARK.join(CELL_MARK.join(" ".join(cell.split()) for cell in row) for row in rows)


def header_row(rows: Sequence[Sequence[str]]) -> int:
    """The place of the row that names the columns, from 1; 0 where none does.

    It is the first that fills most of the columns, and its cells are short, different and no figures.
    """
    some = [[cell for cell in row if cell.strip()] for row in rows[:_LOOKED_AT]]
    width = max((len(row) for row in some), default=0)
    if width < 2:
        return 0
    first = next(place for place, row in enumerate(some) if len(row) >= _SHARE_OF_COLUMNS * width)
    names = some[first]
    different = len({name.casefold() for name in names}) == len(names)
    return first + 1 if different and all(_is_name(name) for name in names) else 0


def _is_name(cell: str) -> bool:
    digits = sum(char.isdigit() for char in cell)
    letters = sum(char.isalpha() for char in cell)
    return len(cell) <= _LONGEST_NAME and letters > 0 and digits * 2 <= letters and "://" not in cell
