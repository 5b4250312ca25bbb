"""Speakers in short articles, printed as different desks do, in six languages.

In the files of ``tests/data/speakers``, whose names begin with the language, the speaker stands in braces
right behind what was said: ``{}`` is nobody with a name, ``{?Name}`` the name or nobody, ``{-}`` words that
need not be found.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from casefile.extraction.quotes import find_quotes
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata

SPEAKERS = Path(__file__).parents[1] / "data" / "speakers"
BRACES = re.compile(r"\{([^{}]*)\}")
SLACK = 3


@dataclass(frozen=True)
class Written:
    """An article without its braces, and who is to be found at which offset."""

    language: str
    text: str
    speakers: tuple[tuple[int, str], ...]


def read(language: str, block: str) -> Written:
    parts, speakers, end = [], [], 0
    for match in BRACES.finditer(block):
        parts.append(block[end : match.start()])
        speakers.append((sum(map(len, parts)), match.group(1)))
        end = match.end()
    return Written(language, "".join((*parts, block[end:])), tuple(speakers))


ARTICLES = [
    read(path.stem[:2], block.strip("\n"))
    for path in sorted(SPEAKERS.glob("*.txt"))
    for block in path.read_text(encoding="utf-8").split("\n---\n")
]


def fits(found: str, wanted: str) -> bool:
    if not found:
        return not wanted or wanted.startswith("?")
    name = wanted.removeprefix("?")
    return bool(name) and name.casefold() in found.casefold()


@pytest.mark.parametrize("article", ARTICLES, ids=[f"{each.language}-{each.text[:40]}" for each in ARTICLES])
def test_what_was_said_has_its_speaker(article: Written) -> None:
    quotes = find_quotes(Article(article.text, SourceMetadata(language=article.language)))
    wrong = []
    for offset, wanted in article.speakers:
        near = [quote for quote in quotes if abs(quote.span.end - offset) <= SLACK]
        said = article.text[max(0, offset - 30) : offset]
        if not near:
            wrong += [(said, "not found")] if wanted != "-" else []
        elif wanted != "-" and not fits(near[0].speaker, wanted):
            wrong.append((said, near[0].speaker))
    assert wrong == []


def test_the_articles_hold_enough_quotations() -> None:
    assert sum(len(article.speakers) for article in ARTICLES) >= 150
