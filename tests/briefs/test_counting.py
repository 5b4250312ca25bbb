import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.briefs.counting import occurrences

LETTERS = st.text("ab\0", max_size=30)


@given(LETTERS, st.lists(LETTERS, max_size=12))
def test_each_word_is_counted_as_by_itself(text: str, words: list[str]) -> None:
    sought = [*words, text, text[:9], text[3:7]]
    found = occurrences(text * 3, sought)
    assert all(found[word] == (text * 3).count(word) for word in sought if word)
    assert set(found) <= set(sought)


def test_nothing_stands_nowhere() -> None:
    assert not occurrences("", ["a"])
    assert not occurrences("a", [])
    assert not occurrences("a", [""])


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("€12,400", 1), ("of€12,400inall", 1), ("€12,400.", 1), ("€12,400,and", 1), ("€12,4001,4", 1),
        ("€12,4001,4†€12,4007", 2), ("€12,400\x017", 1), ("€12,4000", 0), ("€12,400,000", 0),
        ("€12,400.5", 0), ("€12,4001", 0), ("€12,40011,4", 0), ("€12,4001,4,9", 0), ("€12,40071", 0),
    ],
)  # fmt: skip
def test_a_number_is_a_whole_one(text: str, whole: int) -> None:
    assert occurrences(text, ["€12,400"], {"€12,400": {"1,4", "7"}})["€12,400"] == whole


@pytest.mark.parametrize(
    ("text", "whole"), [("12 €", 1), ("a12 €", 1), ("1\x0112 €", 1), ("112 €", 0), ("1.12 €", 0)]
)
def test_a_number_has_none_before_it(text: str, whole: int) -> None:
    assert occurrences(text, ["12 €"])["12 €"] == whole
