"""Where cards lie: reckoned both ways, whatever the width and the headings."""

from hypothesis import given
from hypothesis import strategies as st

from ui.models.ids_model import Heading
from ui.models.sections import Section, lay_out
from ui.models.wall_layout import Sizes, WallLayout


@st.composite
def walls(draw: st.DrawFn) -> WallLayout:
    """Walls of several widths, some with headings, which begin with one then."""
    count = draw(st.integers(1, 60))
    headings = sorted({0, *draw(st.sets(st.integers(0, count - 1)))}) if draw(st.booleans()) else []
    return WallLayout(count, headings, Sizes(draw(st.integers(50, 900)), 100, 20, 200, 10))


@given(walls())
def test_the_row_at_the_middle_of_a_box_is_its_own(wall: WallLayout) -> None:
    for row in range(wall.count):
        box = wall.box(row)
        assert wall.row_at(box.x + box.width // 2, box.y + box.height // 2) == row
        assert box.x + box.width <= max(wall.sizes.width, 1)
        assert box.y + box.height <= wall.height


@given(walls(), st.integers(0, 3_000), st.integers(0, 800))
def test_what_a_stretch_shows_is_among_the_rows_that_are_painted(
    wall: WallLayout, top: int, height: int
) -> None:
    near = wall.rows_between(top, top + height)
    boxes = {row: wall.box(row) for row in range(wall.count)}
    touching = {row for row, box in boxes.items() if box.y <= top + height and top < box.y + box.height}
    assert touching <= set(near)


@given(walls())
def test_a_line_down_and_up_never_leaves_the_wall(wall: WallLayout) -> None:
    for row in range(wall.count):
        below, above = wall.beside(row, 1), wall.beside(row, -1)
        assert wall.box(below).y >= wall.box(row).y >= wall.box(above).y
        assert 0 <= above <= below < wall.count


def test_three_cards_lie_beside_each_other_and_the_fourth_below() -> None:
    wall = WallLayout(4, (), Sizes(660, 100, 20, 200, 10))
    assert [wall.box(row).y for row in range(4)] == [10, 10, 10, 120]
    assert wall.beside(1, 1) == 3
    assert wall.row_at(5, 5) is None


def test_folded_groups_leave_their_headings() -> None:
    sections = (Section("a", "A", "2 quotes", 2), Section("b", "B", "1 quote", 1))
    assert list(lay_out([7, 8, 9], sections, ()).ids) == [-1, 7, 8, -2, 9]
    folded = lay_out([7, 8, 9], sections, {"a"})
    assert list(folded.ids) == [-1, -2, 9]
    assert folded.headings[0] == Heading("a", "A", "2 quotes", is_folded=True)
    assert list(lay_out([7, 8], (), {"a"}).ids) == [7, 8]
