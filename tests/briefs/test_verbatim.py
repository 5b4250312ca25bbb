"""How quoted words are found in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.briefs.verbatim import Wording, normalised, wording

TEXT = "She said: «Nobody checked the lock\nfor two years — it’s a choice», and left."


@pytest.mark.parametrize(
    ("quoted", "found"),
    [
        ("Nobody checked the lock\nfor two years", Wording.EXACT),
        ("Nobody checked the lock for two years", Wording.NORMALISED),
        ("“Nobody checked the lock for two years - it's a choice”", Wording.NORMALISED),
        ("it's a choice", Wording.NORMALISED),
        ("''it's a choice''", Wording.NORMALISED),
        ("no\u00adbody checked", Wording.NOT_FOUND),  # its capital is another word's
        ("No\u00adbody checked", Wording.NORMALISED),
        ("Nobody checked the locks", Wording.NOT_FOUND),
        ("Nobody checked the lock for three years", Wording.NOT_FOUND),
        ("", Wording.NOT_FOUND),
        (" \n", Wording.NOT_FOUND),
        ("“”", Wording.NOT_FOUND),
    ],
)
def test_words_are_found_exactly_or_but_for_marks_and_spaces(quoted: str, found: Wording) -> None:
    assert wording(quoted, TEXT) is found


@given(st.text(), st.text(), st.text())
def test_any_stretch_of_a_text_with_a_letter_is_found(before: str, words: str, after: str) -> None:
    assert wording(f"a{words}", before + f"a{words}" + after) is Wording.EXACT


@given(st.text())
def test_normalising_twice_is_normalising_once(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)
