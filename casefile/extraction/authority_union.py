"""The European Commission by other words: "EU antitrust regulators", "Bruxelles inflige", "a Brussels fine".

Words for a body of the Union that decides on competition always mean it; the Union and its seat by
themselves only where the text tells right beside them that they imposed something.
Imports the registry and what tells that somebody acted.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from casefile import registry
from casefile.extraction.authority_acting import is_acting
from casefile.extraction.authority_names import Spotted
from casefile.extraction.lexicon import alternatives, lexicon, word_pattern
from casefile.extraction.text import Article
from casefile.values import Span

_COMMISSION = "EU-EC"
_UNION = "EU"


def find_union_bodies(article: Article) -> list[Spotted]:
    """Every mention by words for a body of the Union, in reading order."""
    bodies = word_pattern(article.language, "authorities", "union_bodies")
    return [(Span(*match.span()), _commission()) for match in bodies.finditer(article.text)]


def find_union(article: Article, named: Sequence[Spotted]) -> Iterator[Spotted]:
    """The Union and its seat where they act; none where ``named`` has another of its bodies alone."""
    others = {record.code for _, record in named if record.jurisdiction == _UNION and record.kind != "court"}
    if others and _COMMISSION not in others:
        return
    text, measure = article.text, _measure(article.language)
    for match in _union(article.language).finditer(text):
        span = Span(*match.span())
        if is_acting(article, span) or measure.match(text, span.end):
            yield span, _commission()


def _commission() -> registry.Authority:
    return registry.authority(_COMMISSION)


@cache
def _union(language: str) -> re.Pattern[str]:
    """The Union or its seat as a word of its own, spelled as listed."""
    return re.compile(rf"(?<![\w-]){alternatives(lexicon(language, 'authorities').words('union'))}(?![\w])")


@cache
def _measure(language: str) -> re.Pattern[str]:
    """Right behind its name: what it imposed ("EU antitrust fine", "EU-Kartellstrafe")."""
    measures = alternatives(lexicon(language, "authorities").words("union_measures"))
    return re.compile(rf"(?:[’']s)?[\s-]{measures}(?!\w)", re.IGNORECASE)
