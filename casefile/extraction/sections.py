"""The stories of a newsletter, which speak of different things. Imports the text only."""

import re
from itertools import pairwise

from casefile.extraction.text import Article
from casefile.values import Span

_ITEM = re.compile(r"(?:\d{1,2}[.)]\s+\S|[^\w\s.,;:!?\"'“”„«»‘’()\[\]–—•/#&$€£*@|-]{1,8}️?\s+[^\W\d_])")
_BULLET = re.compile(r"[•▪◦*]\s")
_MINIMUM = 3


def find_sections(article: Article) -> tuple[Span, ...]:
    """The stretches between numbered items, signs or headings in capitals; one where there are few."""
    starts = [paragraph.start for paragraph in article.paragraphs if _opens(paragraph.of(article.text))]
    whole = Span(0, max(1, len(article.text)))
    if len(starts) < _MINIMUM:
        return (whole,)
    bounds = [0, *starts, len(article.text)]
    return tuple(Span(start, end) for start, end in pairwise(bounds) if start < end)


def _opens(line: str) -> bool:
    if _BULLET.match(line):
        return False
    return _ITEM.match(line) is not None or _is_shouted(line)


def _is_shouted(line: str) -> bool:
    letters = [letter for letter in line if letter.isalpha()] if len(line) < 80 else []
    return len(letters) >= 8 and all(letter.isupper() for letter in letters)
