"""What changed from one version of a text to the next."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.store.differences import Change, Piece, differences

SAME, REMOVED, INSERTED = Change.SAME, Change.REMOVED, Change.INSERTED
LINES = st.lists(st.sampled_from(["a b c", "a b d", "", "x", "A fine of €30.5 million.", "  z"]), max_size=8)
TEXTS = st.one_of(st.text(max_size=60), LINES.map("\n".join))


def without(pieces: tuple[Piece, ...], change: Change) -> str:
    return "".join(piece.text for piece in pieces if piece.change is not change)


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("One text.", "One text.", [(SAME, "One text.")]),
        ("", "New.", [(INSERTED, "New.")]),
        ("", "", []),
        (
            "A fine of €33.7, it said.\n",
            "A fine of €30.5 million, it said.\n",
            [(SAME, "A fine of €"), (REMOVED, "33.7"), (INSERTED, "30.5 million"), (SAME, ", it said.\n")],
        ),
        (
            "It will appeal, Ann Lee said today.",
            "It will appeal, Bob Kay said today.",
            [(SAME, "It will appeal, "), (REMOVED, "Ann Lee"), (INSERTED, "Bob Kay"), (SAME, " said today.")],
        ),
        (
            "One.\n\nTwo.\n",
            "One.\n\nNew.\n\nTwo.\n",
            [(SAME, "One.\n\n"), (INSERTED, "New.\n\n"), (SAME, "Two.\n")],
        ),
        ("The cat sat.", "No dogs at all ran", [(REMOVED, "The cat sat."), (INSERTED, "No dogs at all ran")]),
    ],
)
def test_changes_are_told_word_by_word(old: str, new: str, pieces: list[tuple[Change, str]]) -> None:
    assert [(piece.change, piece.text) for piece in differences(old, new)] == pieces


@given(TEXTS, TEXTS)
def test_both_texts_can_be_had_from_their_differences(old: str, new: str) -> None:
    pieces = differences(old, new)
    assert without(pieces, INSERTED) == old
    assert without(pieces, REMOVED) == new
    assert all(piece.text for piece in pieces)
    assert all(one.change is not other.change for one, other in pairwise(pieces))


def test_long_stretches_are_replaced_as_a_whole() -> None:
    old, new = ("same " * 4_000 + "end", "same " * 4_000 + "stop")
    assert differences(old, new) == (Piece(REMOVED, old), Piece(INSERTED, new))
