"""The columns of a header: how wide they are depends on the room alone, not on the room that there was."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QTableWidget
from pytestqt.qtbot import QtBot

from ui.widgets.column_layout import ENOUGH_REST, LEAST_REST, ColumnPlace
from ui.widgets.evidence_tree import WIDER, EvidenceTree
from ui.widgets.header_columns import HeaderColumns

PLACES = (
    ColumnPlace("Name", least=24), ColumnPlace("A heading that is long", 20, least=4, yields=2),
    ColumnPlace("Sum", 20, least=12), ColumnPlace("Tags", 18, least=14, yields=1),
)  # fmt: skip


def table_of(*widths: int) -> QTableWidget:
    """A table that had these widths one after the other."""
    table = QTableWidget(2, len(PLACES))
    table.setHorizontalHeaderLabels([place.title for place in PLACES])
    HeaderColumns(table, PLACES)
    for width in widths:
        give_room(table, width)
    return table


def give_room(table: QTableWidget, width: int) -> None:
    """What is not shown is told of its size only now."""
    header = table.horizontalHeader()
    before = header.size()
    header.resize(width, 20)
    QApplication.sendEvent(header, QResizeEvent(header.size(), before))


def sizes(table: QTableWidget) -> list[int]:
    """The widths of the columns, 0 where they are out of sight."""
    header = table.horizontalHeader()
    return [header.sectionSize(number) for number in range(header.count())]


def least_of(table: QTableWidget) -> list[int]:
    """What each column needs at least."""
    digit, header = table.fontMetrics().averageCharWidth(), table.horizontalHeader()
    return [max(round(place.least * digit), header.sectionSizeHint(at)) for at, place in enumerate(PLACES)]


@pytest.mark.usefixtures("qapp")
@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(60, 900), max_size=3), st.integers(60, 900))
def test_what_is_in_sight_fits_where_what_stays_does(before: list[int], width: int) -> None:
    wide = table_of(2_000)
    _, _, amount, _ = least_of(wide)
    name = round(LEAST_REST * wide.fontMetrics().averageCharWidth())
    table = table_of(*before, width)
    found = sizes(table)
    assert found[2] >= amount
    assert sum(found) <= width or found == [name, 0, amount, 0]
    assert found == sizes(table_of(width))


@pytest.mark.usefixtures("qapp")
def test_room_that_the_rest_does_not_need_goes_to_what_can_be_wider() -> None:
    table = QTableWidget(2, 4)
    places = (
        ColumnPlace("Name"), ColumnPlace("Authority", 20, least=8, most=50), ColumnPlace("Sum", 20),
        ColumnPlace("Source", 20, most=40),
    )  # fmt: skip
    table.setHorizontalHeaderLabels([place.title for place in places])
    columns = HeaderColumns(table, places)
    digit = table.fontMetrics().averageCharWidth()
    give_room(table, 125 * digit)
    enough, authority, amount, source = sizes(table)
    assert enough == pytest.approx(ENOUGH_REST * digit, abs=2)
    assert authority == pytest.approx(22.5 * digit, abs=2)
    assert source == pytest.approx(22.5 * digit, abs=2)
    assert amount == 20 * digit
    give_room(table, 400 * digit)
    assert sizes(table)[1:] == [50 * digit, 20 * digit, 40 * digit]
    columns.lay_out((places[0], replace(places[1], width=30), *places[2:]))
    assert sizes(table)[1:] == [30 * digit, 20 * digit, 40 * digit]
    give_room(table, 60 * digit)
    assert sizes(table)[3] == 20 * digit


@pytest.mark.usefixtures("qapp")
def test_no_column_is_wider_than_its_cells_need_and_a_sum_is_read_whole() -> None:
    table = QTableWidget(2, 3)
    places = (
        ColumnPlace("Name", least=20), ColumnPlace("Authority", 40, least=8, most=60),
        ColumnPlace("Sum", 20, least=8, is_whole=True),
    )  # fmt: skip
    table.setHorizontalHeaderLabels([place.title for place in places])
    columns = HeaderColumns(table, places)
    digit = table.fontMetrics().averageCharWidth()
    give_room(table, 300 * digit)
    assert sizes(table)[1:] == [60 * digit, 20 * digit]
    columns.take_content([200 * digit, 50 * digit, 18 * digit])
    assert sizes(table)[1:] == [50 * digit, 18 * digit]
    give_room(table, 60 * digit)
    assert sizes(table) == [20 * digit, 22 * digit, 18 * digit]
    columns.take_content([12 * digit, 5 * digit, 5 * digit])
    assert sizes(table) == [20 * digit, 22 * digit, 18 * digit], "what was seen before counts on"
    columns.lay_out((places[0], replace(places[1], width=30), places[2]))
    assert sizes(table)[1] == 30 * digit, "what somebody chose is left alone"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("tags", [0, 12])
def test_a_column_in_which_nothing_stands_leaves_its_room_first(tags: int) -> None:
    table = QTableWidget(2, 3)
    places = (ColumnPlace("Name", least=20), ColumnPlace("Sum", 10), ColumnPlace("Tags", 20, yields=1))
    table.setHorizontalHeaderLabels([place.title for place in places])
    columns = HeaderColumns(table, places)
    digit = table.fontMetrics().averageCharWidth()
    give_room(table, 60 * digit)
    columns.take_content([100 * digit, 10 * digit, tags * digit])
    assert (sizes(table)[2] > 0) is (tags > 0)
    give_room(table, 160 * digit)
    assert sizes(table)[2] > 0


@pytest.mark.usefixtures("qapp")
def test_what_takes_the_rest_gets_narrower_before_the_list_is_scrolled() -> None:
    table = QTableWidget(2, 2)
    places = (ColumnPlace("Name", least=34), ColumnPlace("Sum", 20))
    table.setHorizontalHeaderLabels([place.title for place in places])
    HeaderColumns(table, places)
    digit = table.fontMetrics().averageCharWidth()
    give_room(table, 50 * digit)
    assert sizes(table) == [30 * digit, 20 * digit]
    give_room(table, 25 * digit)
    assert sizes(table) == [LEAST_REST * digit, 20 * digit]


@pytest.mark.usefixtures("qapp")
def test_what_gives_way_leaves_its_room_to_the_others() -> None:
    table = table_of(2_000)
    assert 0 not in sizes(table)
    least = least_of(table)
    give_room(table, sum(least))
    assert 0 not in sizes(table)
    give_room(table, sum(least) - 1)
    name, long, amount, tags = sizes(table)
    assert tags == 0
    assert name >= least[0]
    assert long >= least[1]
    assert amount > least[2]


def test_where_sources_stand_gets_wider_where_passages_need_no_more_room(qtbot: QtBot) -> None:
    tree = EvidenceTree("Facts", ("Fact", "Value or passage", "Source"), (26, 0, 36))
    qtbot.addWidget(tree)
    digit, header = tree.fontMetrics().averageCharWidth(), tree.header()
    tree.show()
    tree.resize(digit * (26 + 36 + 40), 200)
    assert header.sectionSize(2) == digit * 36
    tree.resize(digit * (26 + 36 + 200), 200)
    assert header.sectionSize(2) == round(digit * 36 * WIDER)
    assert header.sectionSize(1) > header.sectionSize(2)
