import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.matching import folded, match


def score(typed: str, name: str) -> int:
    found = match(typed, name)
    assert found is not None
    return found.score


@pytest.mark.parametrize(
    ("typed", "name", "places"),
    [
        ("", "Undo", ()),
        ("mt", "Move to trash", (0, 5)),
        ("trash", "Move to trash", (8, 9, 10, 11, 12)),
        ("trash move", "Move to trash", (0, 1, 2, 3, 8, 9, 10, 11, 12)),
        ("ECOLE", "École de droit", (0, 1, 2, 3, 4)),
    ],
)
def test_the_letters_meant_are_found(typed: str, name: str, places: tuple[int, ...]) -> None:
    found = match(typed, name)
    assert found is not None
    assert found.places == places


@pytest.mark.parametrize(("typed", "name"), [("xyz", "Undo"), ("trash quote", "Move to trash"),
                                             ("aie", "Take first reading")])  # fmt: skip
def test_what_does_not_fit_is_left_out(typed: str, name: str) -> None:
    assert match(typed, name) is None


def test_a_beginning_is_better_than_a_word_inside_and_that_than_letters_inside() -> None:
    assert score("re", "Redo") > score("re", "Take receipt") > score("re", "Tree")


@given(st.text(max_size=20), st.text(max_size=30))
def test_the_places_are_places_of_the_name(typed: str, name: str) -> None:
    found = match(typed, name)
    assert len(folded(name)) == len(name)
    if found is not None:
        assert list(found.places) == sorted(set(found.places))
        assert all(0 <= place < len(name) for place in found.places)


@given(st.text(min_size=1, max_size=30))
def test_a_name_fits_itself(name: str) -> None:
    assert match(name, name) is not None
