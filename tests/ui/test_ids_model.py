from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from ui.models.ids_model import MOST_PAGES, PAGE_ROWS, REREAD_PAGES, Column, IdsModel, Receive


@dataclass(frozen=True)
class Thing:
    id: int
    name: str


pytestmark = pytest.mark.usefixtures("qapp")
COLUMNS = (
    Column[Thing]("Name", lambda row: row.name),
    Column[Thing]("Number", lambda row: f"{row.id}", 8, number=True),
)


class Shelf:
    """Hands out rows at once, or when asked to."""

    def __init__(self, *, at_once: bool = True) -> None:
        self.at_once = at_once
        self.asked: list[Sequence[int]] = []
        self.waiting: list[tuple[Sequence[int], Receive[Thing]]] = []
        self.word = "thing"

    def request(self, ids: Sequence[int], receive: Receive[Thing]) -> None:
        self.asked.append(ids)
        self.waiting.append((ids, receive))
        if self.at_once:
            self.deliver()

    def deliver(self) -> None:
        for ids, receive in self.waiting:
            receive([Thing(number, f"{self.word} {number}") for number in ids])
        self.waiting = []


def make(shelf: Shelf, count: int) -> IdsModel[Thing]:
    model = IdsModel[Thing](COLUMNS, shelf.request)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.set_ids(range(1, count + 1))
    return model


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize("count", [0, 1, PAGE_ROWS, PAGE_ROWS + 1])
def test_it_is_a_proper_model(count: int, *, at_once: bool) -> None:
    shelf = Shelf(at_once=at_once)
    model = make(shelf, count)
    shelf.deliver()
    model.set_ids([3, 2, 1])
    shelf.deliver()
    assert (model.rowCount(), model.columnCount()) == (3, 2)
    assert model.index(0, 0).data() == "thing 3"


def test_only_the_first_page_and_those_in_sight_are_fetched() -> None:
    shelf = Shelf()
    model = IdsModel[Thing](COLUMNS, shelf.request)
    model.set_ids(range(100_000))
    assert model.index(70_123, 0).data() == "thing 70123"
    assert model.index(70_124, 1).data() == "70124"
    start = 70_123 // PAGE_ROWS * PAGE_ROWS
    assert [list(ids) for ids in shelf.asked] == [
        list(range(PAGE_ROWS)),
        list(range(start, start + PAGE_ROWS)),
    ]


def test_the_page_that_will_be_in_sight_is_asked_for_instead_of_the_first() -> None:
    shelf = Shelf()
    model = IdsModel[Thing](COLUMNS, shelf.request)
    model.set_ids(range(100_000), sight=lambda: 70_123)
    start = 70_123 // PAGE_ROWS * PAGE_ROWS
    assert [list(ids) for ids in shelf.asked] == [list(range(start, start + PAGE_ROWS))]
    assert model.index(70_123, 0).data() == "thing 70123"


def test_where_the_rows_stay_nobody_asks_which_will_be_in_sight() -> None:
    model = IdsModel[Thing](COLUMNS, Shelf().request)
    model.set_ids([1, 2])
    assert not model.set_ids([1, 2], sight=lambda: pytest.fail("asked"))


def test_read_anew_what_was_looked_at_last_comes_first() -> None:
    shelf = Shelf()
    model = IdsModel[Thing](COLUMNS, shelf.request)
    model.set_ids(range(1_000))
    for row in (0, 500, 300):
        assert model.index(row, 0).data() == f"thing {row}"
    shelf.asked.clear()
    model.set_ids(range(1_000))
    assert [ids[0] // PAGE_ROWS for ids in shelf.asked] == [3, 5, 0]


def test_rows_that_have_not_come_are_blank_and_told_of_when_they_do(qtbot: QtBot) -> None:
    shelf = Shelf(at_once=False)
    model = IdsModel[Thing](COLUMNS, shelf.request)
    model.set_ids([7])
    assert model.index(0, 0).data() is None
    with qtbot.waitSignal(model.dataChanged):
        shelf.deliver()
    assert model.index(0, 0).data() == "thing 7"


def test_rows_of_an_older_list_are_not_taken() -> None:
    shelf = Shelf(at_once=False)
    model = IdsModel[Thing](COLUMNS, shelf.request)
    model.set_ids([7])
    assert model.index(0, 0).data() is None
    late = shelf.waiting
    shelf.waiting = []
    model.set_ids([8, 9])
    for ids, receive in late:
        receive([Thing(number, "late") for number in ids])
    assert model.row_at(0) is None


def test_the_same_ids_are_read_anew_while_the_old_rows_stay_in_sight() -> None:
    shelf = Shelf()
    model = IdsModel[Thing](COLUMNS, shelf.request)
    model.set_ids([1])
    assert model.index(0, 0).data() == "thing 1"
    shelf.at_once, shelf.word = False, "renamed"
    model.set_ids([1])
    assert model.index(0, 0).data() == "thing 1"
    shelf.deliver()
    assert model.index(0, 0).data() == "renamed 1"


def test_rows_that_are_read_ahead_of_the_same_ids_are_read_once() -> None:
    shelf = Shelf()
    model = make(shelf, 3)
    shelf.asked.clear()
    shelf.word = "renamed"
    model.read_ahead()
    assert model.row_at(0) == Thing(1, "renamed 1")
    model.set_ids([1, 2, 3])
    assert len(shelf.asked) == 1
    model.set_ids([1, 2, 3])
    assert len(shelf.asked) == 2


def test_where_one_of_the_rows_read_ahead_is_gone_the_old_ones_stay_until_the_ids_come() -> None:
    shelf = Shelf(at_once=False)
    model = make(shelf, 3)
    shelf.deliver()
    model.read_ahead()
    ((_, receive),), shelf.waiting = shelf.waiting, []
    receive([Thing(1, "late"), Thing(3, "late")])
    assert [model.row_at(row) for row in range(3)] == [Thing(id_, f"thing {id_}") for id_ in (1, 2, 3)]
    model.set_ids([1, 3])
    shelf.deliver()
    assert [model.row_at(row) for row in range(2)] == [Thing(1, "thing 1"), Thing(3, "thing 3")]


def test_rows_that_were_gone_for_a_moment_are_read_with_the_ids() -> None:
    shelf = Shelf(at_once=False)
    model = make(shelf, 2)
    shelf.deliver()
    model.read_ahead()
    ((_, receive),), shelf.waiting = shelf.waiting, []
    receive([])
    shelf.word = "back"
    model.set_ids([1, 2])
    shelf.deliver()
    assert model.row_at(1) == Thing(2, "back 2")
    assert not model.is_waiting


def test_numbers_are_set_to_the_right_and_tips_are_never_markup() -> None:
    shelf = Shelf()
    shelf.word = "<b>bold</b>"
    model = IdsModel[Thing](COLUMNS, shelf.request)
    model.set_ids([1])
    right = model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole)
    assert Qt.AlignmentFlag(right) & Qt.AlignmentFlag.AlignRight
    assert "<" not in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(0, 0).data() == "<b>bold</b> 1"


def test_rows_on_their_way_are_asked_for_again_when_the_list_is_read_anew() -> None:
    shelf = Shelf(at_once=False)
    model = IdsModel[Thing](COLUMNS, shelf.request)
    model.set_ids([1, 2])
    model.set_ids([1, 2])
    shelf.word = "new"
    shelf.deliver()
    assert model.row_at(0) == Thing(1, "new 1")


def test_of_a_long_way_the_last_pages_and_that_of_the_cursor_are_kept() -> None:
    shelf = Shelf()
    model = IdsModel[Thing](COLUMNS, shelf.request)
    model.set_ids(range(1, 200 * PAGE_ROWS + 1))
    model.cursor_row = 3 * PAGE_ROWS
    for page in range(200):
        assert model.wanted_row(page * PAGE_ROWS) == Thing(
            page * PAGE_ROWS + 1, f"thing {page * PAGE_ROWS + 1}"
        )
    kept = [page for page in range(200) if model.row_at(page * PAGE_ROWS) is not None]
    assert kept == [3, *range(200 - MOST_PAGES + 1, 200)]
    assert model.index(0, 0).data() == "thing 1", "a page that was let go of is asked for again"


def test_read_anew_only_what_was_looked_at_lately_is_asked_for() -> None:
    shelf = Shelf()
    model = IdsModel[Thing](COLUMNS, shelf.request)
    model.set_ids(range(1, 40 * PAGE_ROWS + 1))
    model.cursor_row = 2 * PAGE_ROWS
    for page in range(40):
        model.wanted_row(page * PAGE_ROWS)
    shelf.asked.clear()
    shelf.word = "renamed"
    model.set_ids(list(model.ids))
    assert [ids[0] // PAGE_ROWS for ids in shelf.asked] == [*range(39, 39 - REREAD_PAGES, -1), 2]
    assert model.text_at(39 * PAGE_ROWS, 0) == f"renamed {39 * PAGE_ROWS + 1}"
    assert model.text_at(5 * PAGE_ROWS, 0) == "", "its row would be an old one"
    assert model.index(5 * PAGE_ROWS, 0).data() == f"renamed {5 * PAGE_ROWS + 1}"
