"""How a page says it may be used, and what kind of publication it is. Imports reading only."""

import re
from itertools import islice
from typing import TYPE_CHECKING

from casefile.reading.addresses import host_of
from casefile.reading.cleaning import one_line
from casefile.reading.html_page import Candidate, Page, text_of
from casefile.reading.names import is_authority
from casefile.reading.words import LANGUAGES, words
from casefile.terms import SourceKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LICENCE_NAMES = ("dcterms.license", "dcterms.rights", "dc.rights", "rights", "copyright", "license")
_CREATIVE_COMMONS = re.compile(r"creativecommons\.org/(?:licenses|publicdomain)/", re.IGNORECASE)
_RIGHTS = re.compile(r"(?:©|\(c\)\s|\bcopyright\b).{0,200}", re.IGNORECASE)
_LONGEST_LINE = 200
_MOST_LINES = 4000
_OFFICIAL_HOST = re.compile(
    r"(?:^|\.)(?:gov|gouv|gob|govt|europa|admin|bund|gv)(?:\.[a-z]{2,3})?$|\.(?:gov|mil)$"
)
_COURT_HOST = re.compile(
    r"(?:^|[.-])(?:curia|courts?|judiciary|bailii|supremecourt|bverfg|bverwg|rechtspraak)(?:[.-]|$)"
)
_ECLI = re.compile(r"\bECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:\S+")
_KIND_WORDS = (("rulings", SourceKind.RULING), ("decisions", SourceKind.DECISION))


def find_licence(page: Page) -> Candidate[str] | None:
    """The page's licence: a link to one, else the rights that it states, else its line "© ..."."""
    for link in page.tree.iter("a", "link"):
        address = (link.get("href") or "").strip()
        if "license" in (link.get("rel") or "").lower().split() or _CREATIVE_COMMONS.search(address):
            named = text_of(link) if link.tag == "a" else ""
            value = f"{named} ({address})" if named and host_of(address) else named or address
            line = one_line(value, _LONGEST_LINE)
            if line:
                return Candidate(line, "licence link")
    if page.article.licence:
        return Candidate(one_line(page.article.licence, _LONGEST_LINE), "JSON-LD license")
    for stated in page.stated(_LICENCE_NAMES):
        return Candidate(one_line(stated.value, _LONGEST_LINE), stated.where)
    line = _rights_line(page.tree)
    return Candidate(line, "line of the page") if line else None


def _rights_line(tree: "HtmlElement") -> str:
    """The last line that begins with a mark of copyright: the page's own stands at its foot."""
    found = ""
    for element in islice(tree.iter("p", "div", "span", "small", "li", "footer"), _MOST_LINES):
        if "©" not in (element.text or "") and "opyright" not in (element.text or ""):
            continue
        match = _RIGHTS.match(text_of(element))
        if match:
            found = match.group()
    return one_line(found, _LONGEST_LINE)


def find_kind(title: str, outlet: str, url: str) -> Candidate[SourceKind]:
    """What kind of publication the page is, guessed from its host, its outlet and the words of its title."""
    host = host_of(url)
    official = _OFFICIAL_HOST.search(host) is not None or is_authority(outlet)
    named = _named_kind(title)
    if _ECLI.search(title) or (named is SourceKind.RULING and _COURT_HOST.search(host)):
        return Candidate(SourceKind.RULING, "title of the page", guessed=True)
    if official and named is not None:
        return Candidate(named, "title of the page", guessed=True)
    if _COURT_HOST.search(host):
        return Candidate(SourceKind.RULING, "host of the address", guessed=True)
    if official:
        return Candidate(SourceKind.AUTHORITY_RELEASE, "outlet", guessed=True)
    return Candidate(SourceKind.PRESS, "outlet" if outlet else "nothing that says otherwise", guessed=True)


def _named_kind(title: str) -> SourceKind | None:
    """The kind that the title begins with: "Decision of 3 September", "Urteil vom ..."."""
    start = title.casefold()
    for key, kind in _KIND_WORDS:
        for word in (word.casefold() for language in LANGUAGES for word in words(language, key)):
            if start.startswith(word) and not start[len(word) : len(word) + 1].isalpha():
                return kind
    return None
