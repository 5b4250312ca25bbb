"""What a page says of itself, each field chosen from its candidates. Imports the ground and reading.

The page's own statements come first (JSON-LD, OpenGraph, meta tags), then what it shows (headings, bylines,
date lines), then what can be guessed (its address, its host); what was guessed is told apart. trafilatura's
own description is not asked: it reads 03/09/2024 one way, invents the first of a month, and takes a date of
change where there is no other.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from casefile.metadata import Found, SourceMetadata
from casefile.reading.addresses import clean_address, path_depth
from casefile.reading.html_authors import find_authors
from casefile.reading.html_dates import find_modified, find_published
from casefile.reading.html_licence import find_kind, find_licence
from casefile.reading.html_page import Candidate, Page, metas_of
from casefile.reading.html_titles import find_outlet, find_title
from casefile.reading.json_ld import Article
from casefile.reading.language import tell_language

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LANGUAGE = re.compile(r"[a-z]{2}(?:[-_].{0,30})?")
_LANGUAGE_NAMES = ("og:locale", "content-language", "dc.language", "dcterms.language", "language")
_NORWEGIAN = {"no": "nb"}
"""The code of both kinds of Norwegian stands for the commoner one."""
_MOST_LINKS = 2000


def page_metadata(tree: "HtmlElement", article: Article, text: str, address: str = "") -> SourceMetadata:
    """The page's description; ``text`` is its running text, which settles the language.

    ``article`` is its JSON-LD, ``address`` where it was saved from, as the file says outside of the page;
    where that becomes the page's address, the caller says where it stood.
    """
    metas = metas_of(tree)
    language = _language(tree, metas, text)
    page = Page(tree, metas, article, language.value if language else "", address)
    own = _address(page)
    url = own.value if own else ""
    outlet = find_outlet(page, url)
    outlet_name = outlet.value if outlet else ""
    title = find_title(page, outlet_name)
    authors = find_authors(page, title.value if title else "", outlet_name)
    published = find_published(page, url)
    modified = find_modified(page, published.value if published else None)
    licence = find_licence(page)
    kind = find_kind(title.value if title else "", outlet_name, url)
    fields: dict[str, Candidate[object] | None] = {
        "title": title,
        "outlet": outlet,
        "authors": authors,
        "published": published,
        "url": own if own and own.where else None,
        "language": language,
        "kind": kind,
        "modified": modified,
        "licence": licence,
    }
    return SourceMetadata(
        title=title.value if title else "",
        outlet=outlet_name,
        authors=authors.value if authors else (),
        published=published.value if published else None,
        url=url,
        language=page.language,
        kind=kind.value,
        modified=modified.value if modified else None,
        licence=licence.value if licence else "",
        found=tuple(
            Found(field, candidate.where, candidate.guessed)
            for field, candidate in fields.items()
            if candidate
        ),
    )


def _language(tree: "HtmlElement", metas: dict[str, str], text: str) -> Candidate[str] | None:
    """The language that the text is in, else the one that the page declares: templates are often wrong."""
    declared = _declared(tree, metas)
    told = tell_language(text, declared.value if declared else "")
    return Candidate(told, "words of the text", guessed=True) if told else declared


def _declared(tree: "HtmlElement", metas: dict[str, str]) -> Candidate[str] | None:
    lang = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    stated = [Candidate(lang, "lang of the page")]
    stated += [Candidate(metas[name], f"meta {name}") for name in _LANGUAGE_NAMES if name in metas]
    for candidate in stated:
        code = candidate.value.strip().lower()
        if _LANGUAGE.fullmatch(code):
            return Candidate(_NORWEGIAN.get(code[:2], code[:2]), candidate.where)
    return None


def _address(page: Page) -> Candidate[str] | None:
    """The address that the page calls its own; more than a site's front page where one is."""
    candidates = [candidate for candidate in _addresses(page) if candidate.value]
    return next((one for one in candidates if path_depth(one.value)), candidates[0] if candidates else None)


def _addresses(page: Page) -> Iterator[Candidate[str]]:
    for link in islice(page.tree.iter("link"), _MOST_LINKS):
        if "canonical" in (link.get("rel") or "").lower().split():
            yield Candidate(clean_address(link.get("href") or ""), "canonical link")
    yield Candidate(clean_address(page.metas.get("og:url", "")), "meta og:url")
    yield Candidate(clean_address(page.article.url), "JSON-LD url")
    yield Candidate(clean_address(page.address), "")
