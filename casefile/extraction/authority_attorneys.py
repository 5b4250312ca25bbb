"""Prosecutors of American counties and cities: "the Cook County State’s Attorney". Imports the places.

Each is told by the name of its county, city or district and by what such a prosecutor is called there.
"""

import re
from collections.abc import Iterator

from casefile import registry
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
_OFFICE = re.compile(r"[’']s\soffice$", re.IGNORECASE)


def find_attorneys(article: Article) -> Iterator[Spotted]:
    """Every mention of one with its place before it, in reading order; none outside English."""
    text = article.text
    if article.language != "en" or "ttorney" not in text:
        return
    for match in _NAME.finditer(text):
        span = Span(*match.span())
        yield span, _attorney(_OFFICE.sub("", " ".join(match.group().split())), _state(text, span))


def _state(text: str, span: Span) -> str:
    """The state beside the name or the only one of the text, else the country."""
    states = {code for _, code in places(text) if code.startswith("US-")}
    beside = place_beside(text, span)
    return beside if beside in states else next(iter(states)) if len(states) == 1 else "US"


def _attorney(name: str, land: str) -> registry.Authority:
    return registry.Authority.unlisted(name, land, "prosecutor")
