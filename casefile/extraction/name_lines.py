"""Where in its line a word stands, which tells what its capital is worth. Imports only the text."""

import re
from functools import lru_cache

from casefile.extraction.text import Article
from casefile.values import Span

_OPENERS = frozenset('.!?¿¡:;…“”"„«»‘–—-•|*·>')
_LONGEST_HEADLINE = 300
_NEXT, _NEXT_REACH = re.compile(r"[^\n]*\d[^\n]*(?:\sund|\ssowie|\sbzw\.|,)\s$"), 48
_WITH_SUM = re.compile(r"\s(?:mit|zu)\s(?:(?:rund|knapp|je|etwa)\s)?(?:(?:CHF|EUR|Fr\.|€)\s?)?\d")
_LETTERS = re.compile(r"[^\W\d_]+")


def is_opening(text: str, start: int) -> bool:
    """Whether the place is one where every word is written large: behind a stop, a quotation mark, a dash."""
    before = text[max(0, start - 3) : start]
    last = before.rstrip(" \u00a0\u202f")[-1:]
    return not last or last == "\n" or (last in _OPENERS and (before[-1:] != "-"))


def is_shouted(article: Article, span: Span) -> bool:
    """Whether the name stands in a line whose words nearly all have capitals, where they say nothing."""
    paragraph = article.paragraph_of(span)
    if paragraph.end - paragraph.start > _LONGEST_HEADLINE:
        return False
    line = paragraph.of(article.text)
    if line.endswith((".", "!", "?", "”", '"')):
        return False
    return _is_written_large(line)


@lru_cache(maxsize=64)
def _is_written_large(line: str) -> bool:
    words = [word for word in _LETTERS.findall(line) if len(word) > 3]
    large = sum(word[0].isupper() for word in words)
    return large > 0.7 * len(words) and (len(words) > 3 or (len(line) < 40 and large == len(words)))


def has_its_sum(article: Article, span: Span) -> bool:
    """German: whether it is the next of several told with their sums: "und Rüegg Dächer mit CHF 900"."""
    return (
        article.language == "de"
        and _NEXT.search(article.text, max(0, span.start - _NEXT_REACH), span.start) is not None
        and _WITH_SUM.match(article.text, span.end) is not None
    )
