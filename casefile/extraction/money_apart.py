"""Sums beside a sanction that are never part of it: what a law allows, provisions, the costs of a case.

"which can attract a fine of €2m", "has set aside €2m", "€200,000 of the regulator's costs". Imports lexicons.
"""

import re
from functools import cache

from casefile.extraction.lexicon import alternatives, lexicon
from casefile.values import Span

_BEFORE, _BEHIND = 90, 60
"""Code points before and behind a sum in which words of it stand."""


def is_apart(text: str, language: str, sentence: Span, money: Span) -> bool:
    """Whether the words right beside a sum of the sentence make it other money than a sanction."""
    start, end = max(sentence.start, money.start - _BEFORE), min(sentence.end, money.end + _BEHIND)
    return (
        _ahead(language).search(text[start : money.start]) is not None
        or _behind(language).match(text[money.end : end]) is not None
        or _gone(language).match(text, money.end, sentence.end) is not None
    )


@cache
def _ahead(language: str) -> re.Pattern[str]:
    """Words of other money, then at most a measure's name and little words up to the sum."""
    words = lexicon(language, "money")
    penalty = alternatives(words.lists("around").get("penalty", ()))
    little = rf"(?:(?:{alternatives(words.words('approximate'))}|[^\W\d]{{1,8}}|{penalty})[\s’']){{0,5}}"
    return re.compile(
        rf"(?<!\w){alternatives(words.words('apart'))}(?:(?<=['’])|\s)(?:{little})$", re.IGNORECASE
    )


@cache
def _behind(language: str) -> re.Pattern[str]:
    words = lexicon(language, "money")
    joined = alternatives(words.words("costs_joined"))
    return re.compile(
        rf"\s(?:{joined}(?:(?<=['’])|\s)(?:[^\W\d_][\w’'-]{{0,24}}\s){{0,3}}?)?{alternatives(words.words('costs'))}(?!\w)",
        re.IGNORECASE,
    )


@cache
def _gone(language: str) -> re.Pattern[str]:
    """A relative clause of what somebody did with the money before: "that Kestrel had already repaid"."""
    words = lexicon(language, "money")
    relatives, done = alternatives(words.words("relatives")), alternatives(words.words("gone_before"))
    return re.compile(
        rf",?\s(?:{relatives})(?:(?<=['’])|\s)(?:[\w’'-]{{1,24}}\s){{1,5}}?{done}(?!\w)", re.IGNORECASE
    )
