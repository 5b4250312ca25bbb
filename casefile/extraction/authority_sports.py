"""Whether a text tells of sport, whose committees punish clubs and players and are no authorities.

Imports the lexicons.
"""

from functools import lru_cache

from casefile.extraction.lexicon import word_pattern

_WORDS = 4
"""So many different words of sport has a text about it."""


@lru_cache(maxsize=4)
def tells_of_sport(text: str, language: str) -> bool:
    """Whether the text has several different words of matches, teams and seasons."""
    words = word_pattern(language, "authorities", "sports")
    return len({match.group().casefold() for match in words.finditer(text)}) >= _WORDS
