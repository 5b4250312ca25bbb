"""Prosecutors of American counties, cities and states: "the Cook County State’s Attorney". Imports places.

One of a county is told by the name of its place and by what such a prosecutor is called there; a state means
its attorney general where it sues, settles or is paid: "agreed to pay $1.4bn to Texas".
"""

import re
from collections.abc import Iterator

from casefile import registry
from casefile.extraction.authority_fields import leader
from casefile.extraction.authority_names import Spotted
from casefile.extraction.authority_places import place_beside, places
from casefile.extraction.text import Article
from casefile.values import Span

_PART = r"(?!(?:The|And|But|A|An|In|Assistant|Deputy|Former|Chief|First)\s)[A-Z][\w’'.-]{1,24}"
_NAME = re.compile(
    rf"(?<![\w’'-])(?:{_PART}\s){{1,3}}(?:(?:County|City|Parish)\s(?:(?i:district|state[’']s|commonwealth[’']s|"
    rf"prosecuting)\s)?|(?i:district|state[’']s|commonwealth[’']s|prosecuting)\s)(?i:attorney)"
    rf"(?:[’']s\s(?i:office))?(?![\w-])"
)
_OF = r"(?:the\s(?:[Ss]tate|[Cc]ommonwealth)\sof\s)?"
_ACTED_WITH = re.compile(
    rf"(?<!\w)(?:(?:pay|pays|paid|paying|owes?)\s(?:to\s|[^;:\n]{{0,48}}?\d[^;:\n]{{0,24}}?\sto\s)?"
    rf"|(?:settle[sd]?|settling|settlement|deal|agreement)\s(?:[^.;:\n]{{0,24}}?\s)?with\s|sued\sby\s){_OF}$"
)
"""Words before a state that has a case against somebody."""
_SUES = re.compile(r"(?:\s(?:has|had))?\s(?:sued|sues|is\ssuing)(?!\w)")
_STANDS_ALONE = re.compile(
    r"[.,;:)\n]|$|\s(?:[$\d]|(?:an?|about|around|nearly|almost|more|over|up|in|on|to|for|and|as|last|this|under|by"
    r"|after|following|which|when)(?!\w))"
)
"""What follows upon a state by itself; not "Texas users", "Texas-based"."""
_REACH = 96
_OFFICE = re.compile(r"[’']s\soffice$", re.IGNORECASE)


def find_attorneys(article: Article) -> Iterator[Spotted]:
    """Every mention of one with its place before it, in reading order; none outside English."""
    text = article.text
    if article.language != "en" or "ttorney" not in text:
        return
    for match in _NAME.finditer(text):
        span = Span(*match.span())
        yield span, _attorney(_OFFICE.sub("", " ".join(match.group().split())), _state(text, span))


def find_parties_of_cases(article: Article) -> Iterator[Spotted]:
    """The states that sue, settle or are paid, as their attorneys general; none outside English."""
    text = article.text
    if article.language != "en":
        return
    for place, code in places(text):
        if not code.startswith("US-"):
            continue
        start = max(0, place.start - _REACH)
        acts = _SUES.match(text, place.end) is not None
        if acts or (
            _STANDS_ALONE.match(text, place.end) and _ACTED_WITH.search(text, start, place.start) is not None
        ):
            record = leader(code, "attorney-general")
            if record is not None:
                yield place, record


def _state(text: str, span: Span) -> str:
    """The state beside the name or the only one of the text, else the country."""
    states = {code for _, code in places(text) if code.startswith("US-")}
    beside = place_beside(text, span)
    return beside if beside in states else next(iter(states)) if len(states) == 1 else "US"


def _attorney(name: str, land: str) -> registry.Authority:
    return registry.Authority.unlisted(name, land, "prosecutor")
