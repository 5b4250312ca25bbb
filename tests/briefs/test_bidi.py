"""The bidirectional algorithm against a sample of Unicode's own test; `make unicode` draws it again."""

import gzip
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefile.briefs.pdf.bidi import Directions, directions, visual_order

SAMPLE = Path(__file__).parents[1] / "data" / "unicode" / "BidiCharacterTest.txt.gz"
BASES = {"0": 0, "1": 1, "2": None}
ENDS = {"WS", "FSI", "LRI", "RLI", "PDI", "RLE", "LRE", "RLO", "LRO", "PDF", "BN", "B", "S"}


def cases() -> Iterator[tuple[str, int | None, int, list[str], list[int]]]:
    """Text, the base that is asked for, the base that is found, levels ("x" for what is not shown), order."""
    for line in gzip.decompress(SAMPLE.read_bytes()).decode().splitlines():
        points, wanted, base, levels, order = line.split(";")
        text = "".join(chr(int(point, 16)) for point in points.split())
        yield text, BASES[wanted], int(base), levels.split(), [int(place) for place in order.split()]


def line_levels(text: str, found: Directions) -> list[int]:
    """The levels of a line of all the text, after rule L1: its trailing space runs as the paragraph does."""
    levels = list(found.levels)
    trailing = True
    for index in range(len(text) - 1, -1, -1):
        kind = unicodedata.bidirectional(text[index])
        trailing = kind in ("B", "S") or (trailing and kind in ENDS)
        if trailing:
            levels[index] = found.base
    return levels


def test_levels_and_order_are_those_of_unicode() -> None:
    count = 0
    for text, wanted, base, expected, order in cases():
        found = directions(text, wanted)
        levels = line_levels(text, found)
        shown = [place for place, level in enumerate(expected) if level != "x"]
        assert found.base == base, ascii(text)
        assert [str(levels[place]) for place in shown] == [expected[place] for place in shown], ascii(text)
        assert [shown[rank] for rank in visual_order([levels[place] for place in shown])] == order, ascii(
            text
        )
        count += 1
    assert count > 3_000


@settings(deadline=None)
@given(st.text(alphabet="ab אבج1٣ .,-()[]\u2067\u2069\u202e\u202c\u0301", max_size=80))
def test_each_character_has_a_level_and_one_place(text: str) -> None:
    found = directions(text)
    assert len(found.levels) == len(text)
    assert sorted(visual_order(list(found.levels))) == list(range(len(text)))


@pytest.mark.parametrize(
    ("text", "base"), [("abc אבג", 0), ("אבג abc", 1), ("12 – אבג", 1), ("", 0), ("12", 0)]
)
def test_the_first_letter_decides(text: str, base: int) -> None:
    assert directions(text).base == base


def test_brackets_nested_without_end_take_no_time_and_harm_nothing() -> None:
    assert set(directions("א" + "(" * 20_000 + ")" * 20_000).levels) == {1}
