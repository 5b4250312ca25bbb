"""Where the items of a newsletter begin."""

import pytest

from casefile.extraction.sections import find_blocks
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata


@pytest.mark.parametrize(
    "headings",
    [
        ("1. The insurer", "2. The casino", "3. The bank"),
        ("🎧 1. The insurer", "🎰 2. The casino", "🏦 3. The bank"),
        ("1️⃣ The insurer", "2️⃣ The casino", "3️⃣ The bank"),
        ("🎧 The insurer", "🎰 The casino", "🏦 The bank"),
    ],
)
def test_numbers_and_pictures_begin_an_item(headings: tuple[str, ...]) -> None:
    text = "Good morning\n\n" + "\n\n".join(f"{heading}\nIt was fined." for heading in headings)
    blocks = find_blocks(Article(text, SourceMetadata(language="en")))
    assert [block.of(text).splitlines()[0] for block in blocks] == ["Good morning", *headings]
