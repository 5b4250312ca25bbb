"""The European Commission by other words: "EU antitrust regulators", "an EU antitrust fine".

Where the Union or its seat acts by itself, :mod:`casefile.extraction.authority_seats` finds it. Imports the
registry and the lexicons.
"""

import re
from functools import cache

from casefile import registry
from casefile.extraction.authority_names import Spotted
from casefile.extraction.lexicon import SHARED, alternatives, lexicon, word_pattern
from casefile.extraction.text import Article
from casefile.values import Span

_COMMISSION = "EU-EC"


def find_union(article: Article) -> list[Spotted]:
    """Every mention by words for a body of the Union, or as whose fine or order it is."""
    patterns = (word_pattern(article.language, "authorities", "union_bodies"), _imposer(article.language))
    commission = registry.authority(_COMMISSION)
    return [(Span(*match.span()), commission) for each in patterns for match in each.finditer(article.text)]


@cache
def _imposer(language: str) -> re.Pattern[str]:
    """The Union or its seat before what it imposed: "EU" of "EU antitrust fine", "EU-Kartellstrafe"."""
    names = alternatives(lexicon(SHARED, "authorities").lists("metonyms")[_COMMISSION])
    measures = alternatives(lexicon(language, "authorities").words("union_measures"))
    return re.compile(rf"(?<![\w-]){names}(?=(?:[’']s)?[\s-](?i:{measures})(?!\w))")
