"""Which blocks of a page are its article, of several opinions. Imports only the other modules of html pages.

Two opinions are asked of every page: the base, and the place where the page's paragraphs stand. Where they
agree, the second one's blocks are taken, which keep the page's own structure, between the first and the last
block that both have; where the page's paragraphs are several times as long as the base, it has missed them.
In between, the base is asked again, thoroughly, and of the three the one that agrees most with the others is
taken. What the page states as its text (JSON-LD) settles a doubt.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from casefile.reading.html_article import article_blocks
from casefile.reading.html_base import base_blocks
from casefile.reading.html_paragraphs import Paragraphs
from casefile.reading.model import Piece

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DENSE = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"[{_DENSE}]|[^\W{_DENSE}]+")
_AGREED = 0.8
_WITHIN = 0.9
_LONGER = 1.3
"""How many times as long a second opinion that holds the base must be to show that the base is cut."""
_ARTICLE_LETTERS = 800
_MISSED = 2.5
"""How many times as long the page's paragraphs must be to show that the base took something else."""
_BASE_BONUS = 0.05
_LEAST_STATED = 300
"""Letters of a text in JSON-LD that is more than a summary."""

Shingle = tuple[str, str, str]


@dataclass(frozen=True)
class Opinion:
    """One opinion on the article's blocks."""

    pieces: list[Piece]

    @cached_property
    def shingles(self) -> frozenset[Shingle]:
        """The runs of three words in it."""
        return shingles_of("\n".join(text for text, _ in self.pieces))

    @property
    def letters(self) -> int:
        """Length of all blocks together."""
        return sum(len(text) for text, _ in self.pieces)


def shingles_of(text: str) -> frozenset[Shingle]:
    """The runs of three words, of three signs in scripts without spaces."""
    words = _WORD.findall(text)
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def choose_article(tree: "HtmlElement", paragraphs: Paragraphs, stated: str) -> list[Piece]:
    """The article's blocks in reading order; empty where there is none.

    ``stated`` is the text that the page gives in JSON-LD, "" for none. Takes readers' comments off the tree.
    """
    second = Opinion(article_blocks(paragraphs))
    base = Opinion(base_blocks(tree))
    chosen = _of_two(base, second)
    if chosen is None:
        thorough = Opinion(base_blocks(tree, thorough=True))
        chosen = _of_three(base, second, thorough)
        base = thorough
    if len(stated) >= _LEAST_STATED:
        chosen = _nearest(shingles_of(stated), [chosen, second, base])
    return chosen.pieces


def _of_two(base: Opinion, second: Opinion) -> Opinion | None:
    """The second opinion where the base has missed the article or cut it, or where they agree; else None."""
    if second.letters >= _ARTICLE_LETTERS and second.letters >= _MISSED * base.letters:
        return second
    if not base.pieces or not second.pieces:
        return None
    if second.letters >= _LONGER * base.letters and _share(base.shingles, second.shingles) >= _WITHIN:
        return second
    if _agreement(base.shingles, second.shingles) >= _AGREED:
        if second.letters < _ARTICLE_LETTERS:
            # With one paragraph the second takes that for the place of all.
            return base if base.letters > second.letters else second
        return Opinion(_common_stretch(second.pieces, base.shingles))
    return None


def _of_three(base: Opinion, second: Opinion, thorough: Opinion) -> Opinion:
    """The one that agrees most with the others; the base wins a tie."""
    opinions = [thorough, base, second]
    scores = [
        sum(_agreement(one.shingles, other.shingles) for other in opinions if other is not one)
        + (_BASE_BONUS if one is thorough else 0)
        for one in opinions
    ]
    return opinions[scores.index(max(scores))]


def _nearest(stated: frozenset[Shingle], opinions: Sequence[Opinion]) -> Opinion:
    """The opinion next to the stated text; the first where another is not clearly nearer."""
    scores = [_agreement(stated, opinion.shingles) for opinion in opinions]
    best = max(scores)
    return opinions[0] if best < scores[0] + _BASE_BONUS else opinions[scores.index(best)]


def _common_stretch(pieces: list[Piece], shingles: frozenset[Shingle]) -> list[Piece]:
    """The pieces from the first to the last that the shingles have, with headings before the first."""
    common = [place for place, (text, _) in enumerate(pieces) if _has(shingles, text)]
    return pieces[common[0] : common[-1] + 1] if common else pieces


def _has(shingles: frozenset[Shingle], text: str) -> bool:
    own = shingles_of(text)
    return bool(own) and 2 * len(own & shingles) > len(own)


def _share(part: frozenset[Shingle], whole: frozenset[Shingle]) -> float:
    return len(part & whole) / len(part) if part else 0.0


def _agreement(one: frozenset[Shingle], other: frozenset[Shingle]) -> float:
    """Dice's coefficient."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0
