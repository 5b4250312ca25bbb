"""Runs for a word processor, parted where the direction changes."""

from hypothesis import given
from hypothesis import strategies as st

from casefile.briefs.fences import isolated
from casefile.exchange.blocks import Run
from casefile.exchange.word_directions import turned

LEFT_MARK, RIGHT_MARK = "\u200e", "\u200f"


def parted(*texts: str) -> list[tuple[str, bool]]:
    return [(run.text, from_right) for run, from_right in turned(tuple(map(Run, texts))).runs]


def test_text_from_left_to_right_stays_as_it_is() -> None:
    runs = (Run("Fine of "), Run("€5", bold=True), Run("", note=3))
    found = turned(runs)
    assert found.runs == tuple((run, False) for run in runs)
    assert not found.from_right


def test_a_fenced_name_is_a_run_of_its_own_and_a_mark_ends_it() -> None:
    text = f"{isolated('אבג 24')}: fine of €5 ({isolated('דה')}, 3 March)."
    assert parted(text) == [
        ("אבג 24", True), (f"{LEFT_MARK}: fine of €5 (", False),
        ("דה", True), (f"{LEFT_MARK}, 3 March).", False),
    ]  # fmt: skip
    assert not turned((Run(text),)).from_right


def test_what_begins_from_right_to_left_says_so_and_keeps_its_figures() -> None:
    found = turned((Run("קנס של 30.5 מיליון, Acme Ltd"), Run("", note=2)))
    assert found.from_right
    assert [(run.text, turns) for run, turns in found.runs] == [
        ("קנס של 30.5 מיליון, ", True), ("Acme Ltd", False), ("", False),
    ]  # fmt: skip


def test_in_a_paragraph_from_right_to_left_a_fence_ends_with_its_own_mark() -> None:
    assert (RIGHT_MARK, False) in parted(f"אב {isolated('גד')} הו")


@given(st.lists(st.text(st.sampled_from("ab אב1.,()\u2068\u2069ش"), max_size=12), max_size=4))
def test_nothing_is_lost_but_fences(texts: list[str]) -> None:
    signs = "\u2068\u2069\u200e\u200f"
    kept = "".join(text for text, _ in parted(*texts))
    assert [sign for sign in kept if sign not in signs] == [
        sign for text in texts for sign in text if sign not in signs
    ]
    assert not set(kept) & set("\u2068\u2069")
