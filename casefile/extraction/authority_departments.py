"""Departments of a government that English writes small: "Spain’s ministry for consumer affairs".

Imports the places and the words of names of authorities.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from casefile.extraction.authority_places import places, seats
from casefile.extraction.authority_words import shape_words
from casefile.extraction.text import Article
from casefile.values import Span

_HEAD = (
    r"(?:department|ministry|agency|board|bureau|division|inspectorate|directorate|administration|service)"
)
_SERVES = (
    r"(?:post|mail|health|ambulance|bus|rail|train|water|gas|power|electr|weather|broadcast|prison|fire)"
)
"""What a service of the kind serves the public with, rather than watches over: "Poland’s postal service"."""
_CUSTOMS = (
    r"Customs(?:\s(?:and|&)\sExcise)?(?:\s(?:Service|Department|Authority|Division))?"
    r"(?!\s(?:[A-Z]|dut|union|tariff|law|territor|procedur|clear|data|form|code))"
)
_COUNTY = re.compile(r"(?<!\w)((?!The\s)(?:[A-Z]\w+\s){1,2}(?:County|City))(?=[’']s?\s|\s[a-z])")


def find_departments(article: Article, taken: list[Span]) -> Iterator[tuple[Span, Span, str]]:
    """The whole, what follows the place, and the place's code; apart from ``taken``, which is sorted."""
    if article.language != "en":
        return
    text = article.text
    starts = [span.start for span in taken]
    counted = _COUNTY.finditer(text) if "County" in text or "City" in text else ()
    counties = ((Span(*match.span(1)), "US") for match in counted)
    for place, code in dict.fromkeys((*places(text), *seats(text), *counties)):
        match = _department().match(text, place.end)
        if match is None:
            continue
        whole = Span(place.start, match.end())
        index = bisect_left(starts, whole.end)
        if index == 0 or taken[index - 1].end <= whole.start:
            yield whole, Span(*match.span(1)), code


@cache
def _department() -> re.Pattern[str]:
    """What follows a place: "’s health department", "’s ministry of public works", " Customs"."""
    topics = "|".join(sorted(map(re.escape, shape_words().topics), key=len, reverse=True))
    topic = rf"(?:(?:public|consumer|natural|state|social|food|drug)\s)?(?:{topics})[\w-]*"
    field = rf"{topic}(?:(?:\sand\s|,\s|\s){topic}){{0,2}}"
    affairs = r"(?:\s(?:affairs|resources|works|standards|services|protection))?"
    return re.compile(
        rf"(?:[’']s?)?\s(?!(?:public\s|national\s|state\s)?{_SERVES}\w*\sservice)((?:{field}\s{_HEAD}|{_HEAD}\s(?:for|of)\s(?:the\s)?{field}{affairs}|{_CUSTOMS}))(?![\w-])"
    )
