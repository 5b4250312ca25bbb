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
