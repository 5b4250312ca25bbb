"""Who wrote a page: the people whom it states or signs with. Imports reading only."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from casefile.reading.cleaning import one_line
from casefile.reading.dates import find_date
from casefile.reading.html_page import Candidate, Page, text_of
from casefile.reading.names import author_names
from casefile.reading.words import words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_AUTHOR_NAMES = (
    "author",
    "article:author",
    "article.author",
    "article_author",
    "og:article:author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "parsely-author",
    "sailthru.author",
    "byl",
)
_BYLINE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:byline|authors?|auteurs?|autor(?:en|es|i)?|autore|redakteur|signature)(?:$|[\s_-])"
)
_COMMENT_CLASS = re.compile(r"comment|respon|avatar|related|teaser|\bcard|promo|popular|recommend|sidebar")
_AFTER_NAMES = re.compile(r"\s*[|•·@]")
_LONGEST_LINE = 200
_NEAR = 8
"""Elements around a mark that are asked whether it signs a comment or another article."""


def find_authors(page: Page, title: str, outlet: str) -> Candidate[tuple[str, ...]] | None:
    """The people in the page's order; None where it names none.

    JSON-LD comes first; where it names nobody the meta tags do, then what is marked as the byline.
    """
    stated: list[Candidate[str]] = [
        *(Candidate(name, "JSON-LD author") for name in page.article.authors),
        *page.stated(_AUTHOR_NAMES),
    ]
    by_place: dict[str, list[str]] = {}
    for candidate in stated:
        by_place.setdefault(candidate.where, []).append(candidate.value)
    for where, names in by_place.items():
        found = _people(names, outlet, page.language)
        if found:
            return Candidate(found, where)
    signed = _signed(page, title, outlet)
    return Candidate(signed, "byline of the page") if signed else None


def _people(names: Iterable[str], outlet: str, language: str) -> tuple[str, ...]:
    found = (name for line in names for name in author_names(one_line(line), language))
    return tuple(dict.fromkeys(name for name in found if name.casefold() != outlet.casefold()))


def _signed(page: Page, title: str, outlet: str) -> tuple[str, ...]:
    """The people of the byline under the headline, else of the first byline: other articles have theirs."""
    before: tuple[str, ...] = ()
    under_heading = False
    for element in page.marked(_BYLINE_CLASS, headings=True):
        if element.tag == "h1":
            under_heading = under_heading or text_of(element) == title
            continue
        if any(_COMMENT_CLASS.search(marks) for marks in _marks_around(element)):
            continue
        names = _people([_signature(text_of(element), page.language)], outlet, page.language)
        if names and under_heading:
            return names
        before = before or names
    return before


def _signature(line: str, language: str) -> str:
    """The names of a byline: "By Sam Byford on June 29, 2014 @sam 76 Comments" without what follows them."""
    line = _AFTER_NAMES.split(line[:_LONGEST_LINE])[0]
    found = find_date(line, language)
    kept = line[: found.start].split() if found else line.split()
    fillers = {filler for code in {language, "en"} for filler in words(code, "date_fillers")}
    while kept and kept[-1].strip(" ,").casefold() in fillers:
        kept.pop()
    return " ".join(kept)


def _marks_around(element: "HtmlElement") -> Iterable[str]:
    around = [element]
    for _ in range(_NEAR):
        parent = around[-1].getparent()
        if parent is None or parent.tag in ("body", "main", "article"):
            break
        around.append(parent)
    return (f"{each.get('class') or ''} {each.get('id') or ''}".lower() for each in around)
