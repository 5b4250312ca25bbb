"""A parsed page as its description is read from it, and the candidates for a field. Imports reading only."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Generic, TypeVar

from casefile.reading.cleaning import one_line
from casefile.reading.json_ld import Article

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_METAS = 2000
_MOST_MARKED = 60
_ATTRIBUTES = ("itemprop", "class", "rel", "id", "pubdate")
_REPEATED = frozenset({"author", "article:author", "citation_author", "dc.creator", "dcterms.creator"})
_LONGEST = 100
_DEEPEST = 40
_HOLDERS = ("p", "span", "div", "a", "address", "li", "dd", "td", "em", "strong", "small", "section", "time")
_ANY_SIGN = re.compile("byline|aut|redakteur|signature|dat|publi|posted|time|fecha|day|modif")
_PARTING = frozenset({"br", "div", "p", "small", "h2", "li"})

Value_co = TypeVar("Value_co", covariant=True)


@dataclass(frozen=True)
class Candidate(Generic[Value_co]):
    """A value for one field, and where it stands, as a person reads it."""

    value: Value_co
    where: str
    guessed: bool = False
    """Whether the page does not state it as that field."""


@dataclass(frozen=True)
class Page:
    """A parsed page with what it states as data.

    ``metas`` are its meta tags by lower-case name, the first of each; ``article`` is its JSON-LD.
    """

    tree: "HtmlElement"
    metas: dict[str, str]
    article: Article
    language: str
    """ISO 639-1, "" where it could not be told."""
    address: str = ""
    """Where the page was saved from, as the file says outside of the page."""

    def stated(self, names: Iterable[str]) -> Iterator[Candidate[str]]:
        """What the named meta tags say, in the order of the names."""
        for name in names:
            if self.metas.get(name):
                yield Candidate(self.metas[name], f"meta {name}")

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The page's first headings of the first level."""
        found = (text_of(h1) for h1 in islice(self.tree.iter("h1"), 8))
        return tuple(heading for heading in found if heading)

    @cached_property
    def _signs(self) -> "tuple[tuple[HtmlElement, str], ...]":
        """The elements whose marks may speak of a date or a byline, and the headings, in the page's order."""
        found = []
        for element in self.tree.iter(*_HOLDERS, "h1"):
            marks = marks_of(element)
            if element.tag == "h1" or (marks and _ANY_SIGN.search(marks)):
                found.append((element, marks))
        return tuple(found)

    def marked(self, pattern: re.Pattern[str], *, headings: bool = False) -> "Iterator[HtmlElement]":
        """The first elements whose marks the pattern finds, with the headings where they are asked for."""
        found = (
            element
            for element, marks in self._signs
            if (headings if element.tag == "h1" else pattern.search(marks))
        )
        return islice(found, _MOST_MARKED)


def metas_of(tree: "HtmlElement") -> dict[str, str]:
    """The page's meta tags by lower-case name: the first of each, of authors all, with "; " between them."""
    metas: dict[str, str] = {}
    for element in islice(tree.iter("meta"), _MOST_METAS):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = one_line(element.get("content") or "")
        name = name.strip().lower()
        if name in _REPEATED and name in metas:
            metas[name] += f"; {content}"
        elif name and content:
            metas.setdefault(name, content)
    return metas


def marks_of(element: "HtmlElement") -> str:
    """What the element's attributes call it, lower case."""
    get = element.get
    said = [value[:_LONGEST] for name in _ATTRIBUTES if (value := get(name))]
    return " ".join(said).lower()


def text_of(element: "HtmlElement") -> str:
    """The element's text on one line, with a space where an inner block or line break parts it."""
    return one_line(_joined(element, 0))


def _joined(element: "HtmlElement", depth: int) -> str:
    if len(element) == 0 or depth > _DEEPEST:
        return "".join(element.itertext())
    parts = [element.text or ""]
    for child in element:
        gap = " " if child.tag in _PARTING else ""
        parts += (gap, _joined(child, depth + 1), gap, child.tail or "")
    return "".join(parts)
