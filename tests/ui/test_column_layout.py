from hypothesis import given
from hypothesis import strategies as st

from ui.last_place import LastPlace, place_of, place_text
from ui.widgets.column_layout import ColumnPlace, layout_of, layout_text, merged, shared

DEFAULT = (ColumnPlace("Title"), ColumnPlace("Outlet", 15), ColumnPlace("Kind", 10))
TITLES = st.text(st.characters(categories=["L", "N", "Zs"]), min_size=1, max_size=12)
PLACES = st.builds(ColumnPlace, TITLES, st.integers(0, 400).map(float), st.booleans())


@given(st.lists(PLACES, max_size=8))
def test_a_layout_is_read_as_it_was_written(places: list[ColumnPlace]) -> None:
    assert layout_of(layout_text(tuple(places))) == tuple(places)


@given(st.text(max_size=60))
def test_whatever_is_kept_every_column_stands_once(text: str) -> None:
    layout = merged(layout_of(text), DEFAULT)
    assert sorted(place.title for place in layout) == sorted(place.title for place in DEFAULT)


def test_order_width_and_what_is_hidden_are_taken_over() -> None:
    kept = layout_of("-Kind=12|Title=0|Outlet=20.5")
    assert merged(kept, DEFAULT) == (
        ColumnPlace("Kind", 12, hidden=True),
        ColumnPlace("Title"),
        ColumnPlace("Outlet", 20.5),
    )


def test_a_new_column_stands_behind_its_neighbour_and_an_old_one_is_dropped() -> None:
    kept = layout_of("Kind=10|Title=0|Gone=8")
    assert [place.title for place in merged(kept, DEFAULT)] == ["Kind", "Title", "Outlet"]


def test_the_column_that_takes_what_is_left_stays_so_and_no_width_is_beyond_measure() -> None:
    kept = layout_of("-Title=30|Outlet=100000|Kind=nan|Kind=0.1")
    assert merged(kept, DEFAULT) == DEFAULT


def test_a_place_is_read_as_it_was_written() -> None:
    for place in (
        LastPlace("actions"),
        LastPlace("sources", 3, {"Sources": 12, "Last imports": 1, "Timeline": -17}),
    ):
        assert place_of(place_text(place)) == place
    assert place_of("") == LastPlace("")
    assert place_of("actions|case=x|=3|Sources=--1") == LastPlace("actions")


@given(st.integers(0, 500), st.dictionaries(TITLES, st.integers(0, 200), max_size=6))
def test_nobody_gets_more_than_is_wanted_and_no_room_is_wasted(room: int, wants: dict[str, int]) -> None:
    given_room = shared(room, wants)
    assert all(0 <= given_room[title] <= wanted for title, wanted in wants.items())
    assert sum(given_room.values()) <= room
    unmet = [title for title, wanted in wants.items() if given_room[title] < wanted]
    assert not unmet or sum(given_room.values()) > room - len(wants)
    assert not unmet or max(given_room.values()) - min(given_room[title] for title in unmet) <= len(wants)
