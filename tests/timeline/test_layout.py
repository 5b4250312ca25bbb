"""Nothing on a timeline touches anything else, nothing is lost, and the keyboard reaches all of it."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.timeline import walking
from casefile.timeline.lanes import lanes_of
from casefile.timeline.layout import Layout, Metrics
from casefile.timeline.scale import TimeScale, period_of
from casefile.timeline.spans import DaySpan, span_of
from casefile.values import PartialDate
from tests.timeline.made_entries import METRICS, entry, laid_out, many

SCALES = st.floats(min_value=0.001, max_value=30)


def days(edtf: str) -> tuple[str, str]:
    span = span_of(PartialDate(edtf))
    return date.fromordinal(span.first).isoformat(), date.fromordinal(span.end - 1).isoformat()


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2024-02-03", "2024-02-03", "2024-02-03"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-34", "2024-04-01", "2024-06-30"),
        ("2023/2024-03", "2023-01-01", "2024-03-31"),
        ("2024-03/2023", "2023-12-31", "2024-03-01"),
    ],
)
def test_a_date_is_as_long_as_what_it_may_mean(edtf: str, first: str, last: str) -> None:
    assert days(edtf) == (first, last)


def test_edges_are_soft_where_the_date_says_so_and_open_where_there_is_none() -> None:
    assert span_of(PartialDate("2024-02-03")).is_point
    assert not span_of(PartialDate("2024-02")).is_point
    about, ranged = span_of(PartialDate("2024~")), span_of(PartialDate("2023/2024?"))
    assert (about.soft_first, about.soft_end) == (True, True)
    assert (ranged.soft_first, ranged.soft_end) == (False, True)
    since, until = span_of(PartialDate("2024-01-01/..")), span_of(PartialDate("../2024-01-01"))
    assert (since.open_first, since.open_end, since.is_point) == (False, True, False)
    assert (until.open_first, until.open_end) == (True, False)
    assert since.first == until.first == date(2024, 1, 1).toordinal()


@given(SCALES, st.integers(0, 400), st.integers(1, 5))
def test_no_mark_and_no_label_touches_another(per_day: float, count: int, lanes: int) -> None:
    layout = laid_out(many(count, lanes), per_day)
    for row in layout.rows:
        marks = [layout.marks[mark] for mark in row.marks]
        assert all(one.end + METRICS.gap <= other.left + 1e-6 for one, other in pairwise(marks))
        assert all(not mark.room or mark.room >= min(METRICS.least_label, 3) for mark in marks)
        assert all(mark.room <= 2 * METRICS.most_label for mark in marks)


def test_a_long_label_takes_what_is_free_behind_it() -> None:
    def rooms(*entries: tuple[str, int]) -> list[float]:
        made = [entry(number, day, "x" * letters) for number, (day, letters) in enumerate(entries)]
        return [mark.room for mark in laid_out(made, 1).marks]

    assert rooms(("2024-01-01", 34), ("2024-03-01", 9)) == [34, 9]
    assert rooms(("2024-01-01", 34), ("2024-01-25", 9)) == [21.5, 9], "up to the next mark"
    assert rooms(("2024-01-01", 90), ("2024-12-01", 9)) == [40, 9], "no more than is read at a glance"
    alone = laid_out([entry(0, "2024-01-01", "x" * 34)], 1)
    assert alone.marks[0].end == alone.width, "not beyond the end"


@given(SCALES, st.integers(0, 400), st.integers(1, 5))
def test_every_entry_is_seen_or_hidden_behind_one_that_is(per_day: float, count: int, lanes: int) -> None:
    entries = many(count, lanes)
    layout = laid_out(entries, per_day)
    assert sorted(mark.entry for mark in layout.marks) == list(range(count))
    seen = {mark for row in layout.rows for mark in row.marks}
    assert seen == {number for number, mark in enumerate(layout.marks) if mark.hidden_in < 0}
    assert sum(mark.hides for mark in layout.marks) == count - len(seen)
    for number, mark in enumerate(layout.marks):
        shown = layout.shown(number)
        assert (shown.lane, shown.row) == (mark.lane, mark.row)
        assert layout.rows[mark.row].lane == mark.lane
    assert all(strip.end > strip.first for strip in layout.strips)
    assert all(len(rows_of(layout, lane)) <= METRICS.most_rows for lane in range(len(layout.strips)))


@given(SCALES, st.floats(0, 1), st.floats(0, 1))
def test_what_is_visible_is_what_touches_the_window(per_day: float, across: float, down: float) -> None:
    layout = laid_out(many(200, 4), per_day)
    left, top = layout.width * across, layout.height * down
    right, bottom = left + 40, top + 5
    expected = {
        number
        for row in layout.rows
        for number in row.marks
        if row.top < bottom
        and row.top + METRICS.row > top
        and layout.marks[number].left <= right
        and layout.marks[number].end >= left
    }
    assert set(layout.visible(left, right, top, bottom)) == expected


def rows_of(layout: Layout, lane: int) -> list[int]:
    return [number for number, row in enumerate(layout.rows) if row.lane == lane]


def test_a_label_is_shortened_then_left_out_and_at_last_the_mark_is_hidden() -> None:
    one_row = Metrics(row=2, glyph=1, gap=1, least_label=4, most_label=20, most_rows=1, lane_gap=0)
    days = ("2024-01-01", "2024-01-11", "2024-01-15")

    def rooms(per_day: float) -> list[float]:
        return [
            mark.room for mark in laid_out([entry(0, day, "x" * 9) for day in days], per_day, one_row).marks
        ]

    assert rooms(4) == [9, 9, 9]
    first, second, third = rooms(1.0)
    assert 4 <= first < 9
    assert (second, third) == (0, 9)
    tight = laid_out([entry(0, day, "x" * 9) for day in days], 0.1, one_row)
    assert [mark.hidden_in for mark in tight.marks] == [-1, 0, 0]
    assert tight.marks[0].hides == 2


def test_a_label_stands_in_its_bar_where_that_is_long_enough() -> None:
    inside, outside = laid_out([entry(0, "2024-01", "short"), entry(1, "2024-03", "x" * 19)], 0.5).marks
    assert inside.label_left + inside.room < inside.right == inside.end
    assert outside.label_left > outside.right


def test_an_open_end_runs_to_the_end_and_an_open_start_from_the_beginning() -> None:
    entries = [entry(0, "2024-05/.."), entry(1, "../2023-05"), entry(2, "2020-01-01")]
    layout = laid_out(entries, 0.2)
    since = next(mark for mark in layout.marks if mark.entry == 0)
    until = next(mark for mark in layout.marks if mark.entry == 1)
    assert (since.right, until.left) == (layout.scale.place(period_of(entries).end), 0)


def test_what_is_under_the_pointer() -> None:
    layout = laid_out([entry(0, "2024-01-01", "abcdef", "A"), entry(1, "2024-02-01", "ghijkl", "B")], 1)
    for number, mark in enumerate(layout.marks):
        middle = layout.rows[mark.row].top + METRICS.row / 2
        assert layout.mark_at(mark.left, middle) == number
        assert layout.mark_at(mark.end, middle) == number
        assert layout.mark_at(mark.end + 1, middle) is None
        assert layout.mark_at(mark.left - 1, middle) is None
    assert layout.mark_at(layout.marks[0].left, layout.height + 5) is None
    assert layout.mark_at(0, -1) is None
    assert [layout.strip_at(y) for y in (0, layout.height / 2 + 0.1, layout.height + 9)] == [0, 1, 1]


def test_lanes_are_sorted_by_name_and_what_has_none_comes_last() -> None:
    entries = [
        entry(0, "2024", "a", "beta"),
        entry(1, "2023", "b", "Alpha", "beta"),
        entry(2, "2022", "c"),
    ]
    lanes = lanes_of(entries, "Others")
    assert [(lane.name, list(lane.entries)) for lane in lanes] == [
        ("Alpha", [1]), ("beta", [1, 0]), ("Others", [2]),
    ]  # fmt: skip


def test_nothing_can_be_laid_out() -> None:
    layout = laid_out([], 1)
    assert (layout.marks, layout.rows, layout.height) == ([], [], 0)
    assert layout.mark_at(0, 0) is None
    assert list(layout.visible(0, 100, 0, 100)) == []


def test_the_keyboard_walks_through_time_and_lanes() -> None:
    entries = [
        entry(0, "2020", "a", "A"), entry(1, "2021", "b", "A"), entry(2, "2024", "c", "A"),
        entry(3, "2021-06", "d", "B"), entry(4, "2025", "e", "B"),
    ]  # fmt: skip
    layout = laid_out(entries, 0.01)

    def step(mark: int, by: int) -> int:
        return walking.beside(layout, mark, by)

    assert [step(0, 1), step(1, 1), step(2, 1), step(0, -1), step(4, 1)] == [1, 2, 2, 0, 4]
    assert walking.across(layout, entries, 1, 1) == 3
    assert walking.across(layout, entries, 2, 1) == 4
    assert walking.across(layout, entries, 4, -1) == 2
    assert walking.across(layout, entries, 0, -1) == 0
    assert [walking.lane_end(layout, 1, last=last) for last in (False, True)] == [0, 2]
    assert [walking.extreme(layout, entries, last=last) for last in (False, True)] == [0, 4]


def test_all_of_the_time_has_room_at_both_ends() -> None:
    period = period_of([entry(0, "2020-01-01"), entry(1, "2024-12-31")])
    assert period.first < date(2020, 1, 1).toordinal()
    assert period.end > date(2025, 1, 1).toordinal()
    assert period_of([entry(0, "2024-01-01")]).days >= 7
    assert period_of([]).days == 7


@given(st.floats(1, 800_000), st.floats(0.001, 50), st.floats(0, 100_000))
def test_a_scale_goes_there_and_back(first: float, per_day: float, place: float) -> None:
    scale = TimeScale(first, per_day)
    assert scale.place(scale.day(place)) == pytest.approx(place, abs=1e-3)


def test_a_mark_is_where_its_day_is() -> None:
    layout = laid_out([entry(0, "2024-01-10"), entry(1, "2024-02")], 10)
    point, bar = layout.marks
    day = date(2024, 1, 10).toordinal()
    assert (point.left + point.right) / 2 == pytest.approx(layout.scale.place(day + 0.5))
    assert bar.right - bar.left == pytest.approx(29 * 10)
    assert DaySpan(1, 2).is_point
