"""Where lines may end, against Unicode's own test; `make unicode` fetches it again."""

import gzip
from itertools import pairwise
from pathlib import Path

import pytest

from casefile.briefs.pdf.line_breaks import break_opportunities

CASES = Path(__file__).parents[1] / "data" / "unicode" / "LineBreakTest.txt.gz"


def test_breaks_are_those_of_unicode() -> None:
    lines = gzip.decompress(CASES.read_bytes()).decode().splitlines()
    for line in lines:
        parts = line.split()
        text = "".join(chr(int(point, 16)) for point in parts[1::2])
        expected = [place for place, sign in enumerate(parts[::2]) if sign == "÷" and 0 < place < len(text)]
        assert break_opportunities(text) == expected, line
    assert len(lines) > 7_000


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("罚款8000万元。", ["罚", "款", "8000", "万", "元。"]),
        ("（第20条）ガード", ["（第", "20", "条）", "ガー", "ド"]),
        ("과징금 30억", ["과", "징", "금 ", "30", "억"]),
        ("פרצופים בע״מ", ["פרצופים ", "בע״מ"]),
        ("https://a.example/b?c=d", ["https://", "a.example/", "b?", "c=d"]),
        ("2024-05-06", ["2024-05-06"]),
    ],
)
def test_words_of_each_script(text: str, parts: list[str]) -> None:
    places = [0, *break_opportunities(text), len(text)]
    assert [text[start:end] for start, end in pairwise(places)] == parts
