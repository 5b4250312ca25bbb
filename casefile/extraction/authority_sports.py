"""Whether a text tells of sport, whose committees punish clubs and players and are no authorities.

Imports the lexicons and the phrases.
"""

from functools import cache, lru_cache

from casefile.extraction.lexicon import lexicon, opened, word_pattern
from casefile.extraction.phrases import OpenedPattern

_WORDS = 4
"""So many different words of sport has a text about it."""


@lru_cache(maxsize=4)
def tells_of_sport(text: str, language: str) -> bool:
    """Whether the text has several different words of matches, teams and seasons, or names a sports court."""
    if word_pattern(language, "authorities", "sports_courts").search(text) is not None:
        return True
    return len({match.group().casefold() for match in _sports(language).finditer(text)}) >= _WORDS


@cache
def _sports(language: str) -> OpenedPattern:
    listed = lexicon(language, "authorities").words("sports")
    begun = [each for word in listed for each in opened(word)]
    return OpenedPattern(word_pattern(language, "authorities", "sports"), begun)
