"""The blocks of a text under headings of their own. Imports the text only."""

import re
from itertools import pairwise

from casefile.extraction.text import Article
from casefile.values import Span

_PICTURE = r"[^\w\s.,;:!?\"'“”„«»‘’()\[\]–—•/#&$€£*@|-]{1,8}️?"
_ITEM = re.compile(rf"(?:(?:{_PICTURE}\s+)?\d{{1,2}}[.)]\s+\S|\d\ufe0f?\u20e3\s*\S|{_PICTURE}\s+[^\W\d_])")
_RUN_IN = re.compile(r"(?:[•▪*–—-]\s?)?(?P<label>[^\W\d_a-zß-ÿ][^\n.:|–—]{2,36}?)\s?[.:|–—]\s+\S")
_MARKED_UP = re.compile(r"\*\*[^*\n]{2,60}\*\*[.:]?\s")
_BULLET = re.compile(r"[•▪◦*]\s")
_MINIMUM = 3
_LONGEST_HEADING, _LONG_LINE = 80, 120
_ENDS = (".", "!", "?", "…", ",", ";", ":", "”", '"', "»", "“", ")")


def find_blocks(article: Article) -> tuple[Span, ...]:
    """The stretches between headings of one sort, of which there are three or more; else the whole text."""
    whole = Span(0, max(1, len(article.text)))
    lines = [paragraph.of(article.text) for paragraph in article.paragraphs]
    for sort in (_is_numbered, _is_shouted, _has_label, _has_marked_label):
        starts = [
            paragraph.start for paragraph, line in zip(article.paragraphs, lines, strict=True) if sort(line)
        ]
        if len(starts) >= _MINIMUM:
            break
    else:
        starts = _headings(article, lines)
    if len(starts) < _MINIMUM:
        return (whole,)
    bounds = [0, *starts, max(1, len(article.text))]
    return tuple(Span(start, end) for start, end in pairwise(bounds) if start < end)


def _is_numbered(line: str) -> bool:
    return _BULLET.match(line) is None and _ITEM.match(line) is not None


def _is_shouted(line: str) -> bool:
    return len(line) < _LONGEST_HEADING and _is_large(line)


def _has_label(line: str) -> bool:
    """Whether the paragraph begins with a label in capitals: "TELECOMS. The regulator ..."."""
    match = _RUN_IN.match(line) if len(line) > _LONG_LINE else None
    return match is not None and _is_large(match.group("label"))


def _is_large(stretch: str) -> bool:
    """Whether it has four letters and more, all of them capitals."""
    large = all(letter.isupper() for letter in stretch if letter.isalpha())
    return large and sum(letter.isalpha() for letter in stretch) >= 4


def _has_marked_label(line: str) -> bool:
    """Whether the paragraph begins with a label in bold: "**Sofas.** The regulator ..."."""
    return len(line) > _LONG_LINE and _MARKED_UP.match(line) is not None


def _headings(article: Article, lines: list[str]) -> list[int]:
    """Short lines without a full stop before a long paragraph; not the article's own headline."""
    starts = []
    for index, (line, following) in enumerate(pairwise(lines)):
        short = len(line) < _LONGEST_HEADING and not line.rstrip().endswith(_ENDS)
        if index and short and len(following) > _LONG_LINE and line[:1].isalpha():
            starts.append(article.paragraphs[index].start)
    return starts
