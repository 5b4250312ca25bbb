from hypothesis import given
from hypothesis import strategies as st

from casefile.values import Span
from ui.offsets import Offsets, shown

TEXT = "Fine 💶 of €30m 👩‍⚖️ imposed"


def test_an_emoji_counts_one_in_the_core_and_two_in_qt() -> None:
    offsets = Offsets(TEXT)
    assert offsets.to_qt(TEXT.index("💶")) == 5
    assert offsets.to_qt(TEXT.index("of")) == TEXT.index("of") + 1
    assert offsets.span_to_qt(Span(5, 6)) == (5, 7)


def test_the_middle_of_a_pair_is_its_start() -> None:
    assert Offsets("a💶b").to_core(2) == 1


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_offset_is_where_utf16_has_it_and_comes_back(text: str) -> None:
    offsets = Offsets(text)
    for point in range(len(text) + 1):
        unit = len(text[:point].encode("utf-16-le")) // 2
        assert offsets.to_qt(point) == unit
        assert offsets.to_core(unit) == point


@given(st.text())
def test_what_is_shown_keeps_every_offset(text: str) -> None:
    changed = shown(text)
    assert len(changed) == len(text)
    assert "\r\n" not in changed
    changed.encode("utf-16-le")
