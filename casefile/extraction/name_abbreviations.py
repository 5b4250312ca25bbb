"""Capitals that are short for a thing that the text itself spells out: "target market determination (TMD)".

Imports nothing of ours. The words before the brackets are common nouns, whose initials the capitals are.
"""

import re
from functools import lru_cache

_BRACKETED = re.compile(r"\([“\"„«‘']?(?:the )?([A-Z]{2,7})s?[”\"“»’']?\)")
_REACH = 100
"""Code points before the brackets in which the words have to stand."""
_BREAK = re.compile(r"[.;:!?()\n]")
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=16)
def short_for_things(text: str) -> frozenset[str]:
    """The abbreviations of what is written small where the text spells it out, so is no body and no firm."""
    return frozenset(
        match.group(1)
        for match in _BRACKETED.finditer(text)
        if _spells(text[max(0, match.start() - _REACH) : match.start()], match.group(1).lower())
    )


def _spells(before: str, initials: str) -> bool:
    """Whether the last words before have the initials, and none from the first of them on has a capital."""
    words = _WORD.findall(_BREAK.split(before)[-1])
    left = len(initials)
    for word in reversed(words):
        if not word.islower():
            return False
        left -= word[0] == initials[left - 1]
        if not left:
            return True
    return False
