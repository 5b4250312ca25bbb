"""One table model for every list: it holds ids and fetches pages of rows when they come into sight.

Knows no store: whoever makes it says how rows are requested.
"""

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from casefile.translation import tr
from ui.icons import icon
from ui.plain import plain_tip

if TYPE_CHECKING:
    from casefile.store.rows import TagMark
    from ui.models.cells import CellEdit

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
PAGE_ROWS = 100
MOST_PAGES = 20
"""As many are kept; an older one is asked for again when somebody scrolls back."""
MOST_ON_THEIR_WAY = 3
"""As many are asked for at a time: who drags the bar's handle sees at once where it rests."""
SIGHT_PAGES = 2
"""As many can be in sight."""
REREAD_PAGES = 4
"""Of them so many are read again when the store has changed: more are never in sight."""
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Column(Generic[Row]):
    """What one column shows of a row; ``width`` is in characters, 0 takes what is left."""

    title: str
    text: Callable[[Row], str]
    width: int = 0
    number: bool = False
    icon: Callable[[Row], str] | None = None
    note: Callable[[Row], str] | None = None
    """What the icon means, for the tool tip and for a screen reader."""
    sort: str = ""
    """What the store's lists call the order by this column; "" where there is none."""
    tags: "Callable[[Row], Sequence[TagMark]] | None" = None
    """The tags that stand in it, to be painted as such; the text names them."""
    least: int = 0
    """How narrow it gets, in characters, before the list has to be scrolled; 0 keeps its width.

    Of a column that takes what is left: before the others get narrower than they are; 0 leaves that open.
    """
    yields: int = 0
    """Where that is not enough, those with the lowest number are out of sight first; 0 stays."""
    most: int = 0
    """How wide it gets, in characters, where there is more room than a list needs; 0 keeps its width."""
    edit: "CellEdit[Row] | None" = None
    """How its cells are edited in place; None where they are not."""

    def full_text(self, row: Row) -> str:
        """The text and, where there is one, the note."""
        note = self.note(row) if self.note is not None else ""
        return f"{self.text(row)} ({note})" if note else self.text(row)


@dataclass(frozen=True)
class Sorting:
    """What a list is sorted by: a column's :attr:`Column.sort`, or an order that no column shows."""

    by: str
    descending: bool = False


OWN_ORDER = Sorting("")
"""However the list comes."""


@dataclass(frozen=True)
class Heading:
    """What stands above a group of rows; ``key`` tells it from others, ``note`` says what is below."""

    key: str
    title: str
    note: str
    is_folded: bool = False

    @property
    def text(self) -> str:
        """Title and note, as a screen reader says them."""
        folded = "folded" if self.is_folded else "unfolded"
        return f"{self.title}, {self.note}, {folded}"


def packed(ids: Iterable[int]) -> "array[int]":
    """The ids in a fifth of the memory that a list takes; what is packed already is given back."""
    return ids if isinstance(ids, array) else array("q", ids)


Receive = Callable[[Sequence[Row]], None]
Request = Callable[[Sequence[int], Receive[Row]], None]
"""Asks for the rows of some ids; they may arrive at once or later, in the order of the ids."""


class IdsModel(QAbstractTableModel, Generic[Row]):
    """A table over ids; rows that have not arrived are blank.

    Among them may be headings: -1 stands for the first of them, -2 for the second. Where there are none, ids
    below zero are those of records as any other.
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        request: Request[Row],
        parent: QObject | None = None,
        page_rows: int = PAGE_ROWS,
    ) -> None:
        """``page_rows`` are asked for at once: fewer where each takes long to make."""
        super().__init__(parent)
        self._columns = tuple(columns)
        self._request = request
        self._page_rows = page_rows
        self._ids = packed(())
        self._headings: Sequence[Heading] = ()
        self._pages: dict[int, Sequence[Row | None]] = {}
        self._asked: set[int] = set()
        self._texts: dict[int, tuple[str, ...]] = {}
        """What the cells of a row show, made when they are first asked for."""
        self._used: dict[int, None] = {}
        """The pages that were looked at, the latest last."""
        self._latest = -1
        self.cursor_row = -1
        """Its page is kept, wherever somebody scrolls."""
        self._generation = 0
        self._is_ahead = False
        """Whether rows were read anew before it was known which there are."""
        self.lets_drag = False
        """Whether its records can be dragged elsewhere."""
        self.lets_edit = False
        """Whether cells can be edited in place."""

    @property
    def columns(self) -> Sequence[Column[Row]]:
        """The columns in their order."""
        return self._columns

    @property
    def ids(self) -> Sequence[int]:
        """What the table shows, in its order."""
        return self._ids

    def set_ids(
        self, ids: Sequence[int], headings: Sequence[Heading] = (), sight: Callable[[], int] = lambda: 0
    ) -> bool:
        """Shows other rows, or the same ones read anew; whether they are others.

        Where they are, ``sight`` is asked which row will be in sight.
        """
        wanted = packed(ids)
        was_ahead, self._is_ahead = self._is_ahead, False
        if wanted == self._ids and tuple(headings) == tuple(self._headings):
            if not was_ahead:
                self._reread()
            return False
        self.beginResetModel()
        self._headings = headings
        self._ids = wanted
        self._generation += 1
        for known in (self._pages, self._asked, self._texts, self._used):
            known.clear()
        self._latest = -1
        self.endResetModel()
        # Its page is wanted in any case; asked for now, it is there when the table is painted.
        page = sight() // self._page_rows if self._ids else 0
        if self._ids and page not in self._asked:
            self._look_at(page)
            self._ask(page)
        return True

    def read_ahead(self) -> None:
        """Reads anew what is in sight, while it is still asked which rows there are.

        Most changes of the store leave a list its rows: they need not wait for 100,000 ids.
        """
        self._reread()
        self._is_ahead = True

    @property
    def is_waiting(self) -> bool:
        """Whether rows are on their way."""
        return bool(self._asked)

    @property
    def has_headings(self) -> bool:
        """Whether the rows stand in groups."""
        return bool(self._headings)

    def heading_at(self, row: int) -> Heading | None:
        """The heading that stands there, None where a record does."""
        if not 0 <= row < len(self._ids) or self.is_record(self._ids[row]):
            return None
        return self._headings[-1 - self._ids[row]]

    def is_record(self, id_: int) -> bool:
        """Whether the id is that of a record, not of a heading."""
        return id_ >= 0 or not self._headings

    def row_at(self, row: int) -> Row | None:
        """The row, or None where it has not arrived."""
        page = self._pages.get(row // self._page_rows)
        offset = row % self._page_rows
        return page[offset] if page is not None and offset < len(page) else None

    def wanted_row(self, row: int) -> Row | None:
        """The row; where it has not arrived its page is asked for, and None given back."""
        page = row // self._page_rows
        if page != self._latest:
            self._look_at(page)
        if page not in self._pages and page not in self._asked and len(self._asked) < MOST_ON_THEIR_WAY:
            self._ask(page)
        return self.row_at(row)

    def text_at(self, row: int, column: int) -> str:
        """What a cell shows, on one line; "" where its row has not arrived."""
        texts = self._texts.get(row)
        if texts is None:
            shown = self.row_at(row)
            if shown is None:
                return ""
            texts = self._texts[row] = tuple(" ".join(one.text(shown).split()) for one in self._columns)
        return texts[column]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """As many as there are ids."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """As many as were specified."""
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """As any table's; records can be dragged, and cells edited, where they may be."""
        flags = super().flags(index)
        if not index.isValid() or self.heading_at(index.row()) is not None:
            return flags
        if self.lets_drag:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        edit, row = self._columns[index.column()].edit, self.row_at(index.row())
        if self.lets_edit and edit is not None and row is not None and edit.can(row):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The column's title, aligned as its values are."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(self._columns[section].title)
        return _alignment(self._columns[section]) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The value of a cell; asks for its page where that is not there yet."""
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        heading = self.heading_at(index.row())
        if heading is not None:
            return _of_heading(heading, role) if index.column() == 0 else None
        row = self.wanted_row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text_at(index.row(), index.column())
        if role == Qt.ItemDataRole.EditRole:
            return column.edit.text(row) if column.edit is not None else column.text(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(column.full_text(row))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return column.full_text(row)
        if role == Qt.ItemDataRole.DecorationRole and column.icon is not None:
            name = column.icon(row)
            return icon(name) if name else None
        return None

    def _look_at(self, page: int) -> None:
        self._used.pop(page, None)
        self._used[page] = None
        self._latest = page

    def _ask(self, page: int) -> None:
        self._asked.add(page)
        generation = self._generation
        first = page * self._page_rows

        page_ids = self._ids[first : first + self._page_rows]
        wanted = [id_ for id_ in page_ids if self.is_record(id_)]

        def receive(rows: Sequence[Row]) -> None:
            if generation != self._generation:
                return
            if self._is_ahead and len(rows) != len(wanted):
                self._is_ahead = False  # some are gone: which, the ids will tell
                self._asked.discard(page)
                return
            self._forget(page)  # also what was on its way has come now
            self._pages[page] = rows if len(wanted) == len(page_ids) else _between(page_ids, rows)
            self._let_go()
            last = min(first + self._page_rows, len(self._ids)) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))
            self._go_on()

        if wanted:
            self._request(wanted, receive)

    def _reread(self) -> None:
        """The old rows stay in sight until the new ones are there; what is on its way is asked for again.

        What was looked at last comes first. Pages that nobody has looked at lately are not read for nothing.
        """
        self._generation += 1
        recent = dict.fromkeys(
            [*list(self._used)[: -REREAD_PAGES - 1 : -1], self.cursor_row // self._page_rows]
        )
        known = {*self._pages, *self._asked}
        self._asked.clear()
        for page in known - recent.keys():
            self._forget(page)
        for page in recent:
            if page in known:
                self._ask(page)

    def _go_on(self) -> None:
        """Asks for what somebody scrolled to while other pages were on their way: the last first."""
        for page in list(self._used)[: -SIGHT_PAGES - 1 : -1]:
            if page not in self._pages and page not in self._asked:
                self._ask(page)

    def _let_go(self) -> None:
        """Of many pages those that were looked at last are kept, and that of the cursor."""
        cursor = self.cursor_row // self._page_rows
        spare = len(self._pages) - MOST_PAGES
        for page in [page for page in self._used if page in self._pages and page != cursor][: max(0, spare)]:
            self._forget(page)
            self._used.pop(page)

    def _forget(self, page: int) -> None:
        self._pages.pop(page, None)
        self._asked.discard(page)
        for row in range(page * self._page_rows, (page + 1) * self._page_rows):
            self._texts.pop(row, None)


def _between(ids: Sequence[int], rows: Sequence[Row]) -> list[Row | None]:
    """The rows with a gap wherever a heading stands."""
    waiting = iter(rows)
    return [next(waiting, None) if id_ >= 0 else None for id_ in ids]


def _of_heading(heading: Heading, role: int) -> object:
    if role == Qt.ItemDataRole.DisplayRole:
        return f"{heading.title} · {heading.note}"
    if role == Qt.ItemDataRole.ToolTipRole:
        return plain_tip(f"{heading.title} · {heading.note}")
    return heading.text if role == Qt.ItemDataRole.AccessibleTextRole else None


def _alignment(column: Column[Row]) -> int:
    side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
    return (side | Qt.AlignmentFlag.AlignVCenter).value
