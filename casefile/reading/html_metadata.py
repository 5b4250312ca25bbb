"""What a page says of itself: JSON-LD, OpenGraph, meta tags, its heading. Imports the ground and reading.

Rules of our own come first, since they keep a date's precision and choose among the titles; trafilatura fills
in a title and authors where they find none. Its date is not taken: it reads 03/09/2024 one way, invents the
first of a month, and takes a date of change where there is no other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casefile.metadata import SourceMetadata
from casefile.reading.addresses import host_of, is_web_address
from casefile.reading.cleaning import one_line
from casefile.reading.dates import find_date, is_updated, lone_date
from casefile.reading.json_ld import Article, article_of
from casefile.reading.language import tell_language
from casefile.reading.names import is_authority, is_person, leading_people, without_byline
from casefile.terms import SourceKind
from casefile.values import PartialDate

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TITLE_LIMIT = 300
_MOST_MARKED = 20
_SEPARATOR = re.compile(r"\s+[|·•›»–—-]\s+")
_PUBLISHED_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "sailthru.date",
    "parsely-pub-date",
    "citation_publication_date",
)
_AUTHOR_NAMES = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
)
_SITE_NAMES = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher")
_OFFICIAL_HOST = re.compile(
    r"(?:^|\.)(?:gov|gouv|gob|govt|europa|admin|bund|gv)(?:\.[a-z]{2,3})?$|\.(?:gov|mil)$"
)
_DATE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:date|datum|dateline|pubdate|published|timestamp|fecha|data)(?:$|[\s_-])"
)
_ADDRESS_DATE = re.compile(r"/((?:19|20)\d{2})/(\d{1,2})/(\d{1,2})(?:/|$)")
_BYLINE_CLASS = re.compile(r"(?:^|[\s_-])(?:byline|author|auteur|autor|autore)(?:$|[\s_-]|s$)", re.IGNORECASE)


@dataclass(frozen=True)
class Page:
    """A parsed page, its meta tags by lower-case name (the first of each), and its JSON-LD article."""

    tree: "HtmlElement"
    metas: dict[str, str]
    article: Article
    language: str
    address: str = ""
    """Where the page was saved from, as the file says outside of the page."""

    def first_meta(self, names: tuple[str, ...]) -> str:
        """The first of the named tags that says something, "" where none does."""
        return next((self.metas[name] for name in names if self.metas.get(name)), "")


def page_metadata(
    tree: "HtmlElement", json_ld: tuple[str, ...], text: str, *, guess: bool = True, address: str = ""
) -> SourceMetadata:
    """The page's description; ``text`` is its article, which settles the language.

    ``address`` is where it was saved from, "" where that is not known. ``guess`` lets trafilatura look
    through the whole page for what the page does not state.
    """
    language = tell_language(text) or _declared_language(tree)
    page = Page(tree, _metas(tree), article_of(json_ld), language, address)
    url = _canonical_url(page)
    outlet = _site_name(page) or host_of(url)
    found = SourceMetadata(
        title=_title(page, outlet),
        outlet=outlet,
        authors=_authors(page, outlet),
        published=_published(page),
        url=url,
        language=language,
        kind=_kind(outlet, url),
    )
    return _filled(found, tree) if guess and not (found.title and found.authors) else found


def _metas(tree: "HtmlElement") -> dict[str, str]:
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = one_line(element.get("content") or "")
        if name and content:
            metas.setdefault(name.strip().lower(), content)
    return metas


def _declared_language(tree: "HtmlElement") -> str:
    code = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip().lower()
    return code[:2] if re.fullmatch(r"[a-z]{2}(?:[-_].{0,30})?", code) else ""


def _canonical_url(page: Page) -> str:
    links = (
        link.get("href") or ""
        for link in page.tree.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    )
    candidates = [*links, page.metas.get("og:url", ""), page.article.url, page.address]
    return next((url for url in map(str.strip, candidates) if is_web_address(url)), "")


def _site_name(page: Page) -> str:
    named = page.metas.get("og:site_name", "") or page.article.publisher or page.first_meta(_SITE_NAMES)
    return "" if re.match(r"https?://", named) else named


def _title(page: Page, outlet: str) -> str:
    """The headline as the article shows it: the h1 that the page's own statements agree with, else theirs."""
    stated = [
        page.article.headline,
        page.metas.get("og:title", ""),
        page.metas.get("twitter:title", ""),
        _text_of_first(page.tree, "title"),
    ]
    cut = [_without_outlet(one_line(title), outlet) for title in stated if title]
    headings = [
        one_line("".join(h1.itertext())) for _, h1 in zip(range(8), page.tree.iter("h1"), strict=False)
    ]
    headings = [heading for heading in headings if heading and heading.casefold() != outlet.casefold()]
    if len(headings) == 1 and cut and headings[0].casefold().startswith(cut[0].casefold()):
        return headings[0][:_TITLE_LIMIT]
    for heading in headings:
        if any(_alike(heading, title) for title in cut):
            return heading[:_TITLE_LIMIT]
    chosen = next((title for title in cut if title), headings[0] if headings else "")
    return chosen[:_TITLE_LIMIT]


def _alike(one: str, other: str) -> bool:
    """Whether two titles share most of their words."""
    first, second = set(re.findall(r"\w+", one.casefold())), set(re.findall(r"\w+", other.casefold()))
    return bool(first and second) and len(first & second) >= 0.6 * len(first | second)


def _without_outlet(title: str, outlet: str) -> str:
    """The title without the site's name at its end or beginning."""
    cuts = list(_SEPARATOR.finditer(title))
    if not cuts:
        return title
    end, start = title[cuts[-1].end() :], title[: cuts[0].start()]
    if outlet and _alike(end, outlet):
        return title[: cuts[-1].start()]
    if outlet and _alike(start, outlet):
        return title[cuts[0].end() :]
    bar = cuts[-1].group().strip() == "|" and len(end.split()) <= 4
    return title[: cuts[-1].start()] if bar else title


def _text_of_first(tree: "HtmlElement", tag: str) -> str:
    element = next(iter(tree.iter(tag)), None)
    return "" if element is None else "".join(element.itertext())


def _authors(page: Page, outlet: str) -> tuple[str, ...]:
    stated = page.article.authors or tuple(
        name for name in re.split(r"\s*[;,]\s*", page.first_meta(_AUTHOR_NAMES)) if is_person(name)
    )
    named = [one_line(name) for name in stated if name.casefold() != outlet.casefold()]
    if not named:
        named = list(_byline(page))
    return tuple(dict.fromkeys(name for name in named if is_person(name)))


def _byline(page: Page) -> tuple[str, ...]:
    """The people of the first element that is marked as the byline."""
    marked = (
        element
        for element in page.tree.iter("p", "span", "div", "a", "address")
        if _BYLINE_CLASS.search(_marks(element))
    )
    for _, element in zip(range(_MOST_MARKED), marked, strict=False):
        line = one_line("".join(element.itertext()))[:200]
        names, _rest = leading_people(without_byline(line, page.language) or line, page.language)
        if names:
            return names
    return ()


def _published(page: Page) -> PartialDate | None:
    """The date that the page states, else the one printed as a date line, else the one in its address.

    No guess from the running text and none from a date of change: a wrong date makes "last Tuesday" wrong.
    """
    stated = [page.article.published, *(page.metas.get(name, "") for name in _PUBLISHED_NAMES)]
    for statement in [*stated, *_times(page.tree)]:
        found = find_date(statement[:100], page.language) if statement else None
        if found is not None:
            return found.date
    return _printed_date(page) or _date_in(page)


def _printed_date(page: Page) -> PartialDate | None:
    """The date line in an element that is marked as one."""
    marked = (
        element for element in page.tree.iter("p", "span", "div", "li") if _DATE_CLASS.search(_marks(element))
    )
    for _, element in zip(range(_MOST_MARKED), marked, strict=False):
        line = one_line("".join(element.itertext()))[:150]
        if not is_updated(line):
            date = lone_date(line, page.language)
            if date is not None:
                return date
    return None


def _date_in(page: Page) -> PartialDate | None:
    """The date in the path of the page's address: ``/2024/09/03/``."""
    found = _ADDRESS_DATE.search(_canonical_url(page))
    try:
        return PartialDate.of(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _times(tree: "HtmlElement") -> Iterator[str]:
    """What the ``time`` elements say, those marked as the publication; of unmarked ones only a single one."""
    times = [element for _, element in zip(range(40), tree.iter("time"), strict=False)]
    marked = [element for element in times if "publi" in _marks(element)]
    fresh = [element for element in times if not re.search("updat|modif", _marks(element))]
    for element in marked or (fresh if len(fresh) == 1 else []):
        yield element.get("datetime") or ""
        yield one_line("".join(element.itertext()))


def _marks(element: "HtmlElement") -> str:
    """What the element's attributes call it, lower case."""
    return " ".join(
        (element.get(name) or "")[:100].lower() for name in ("itemprop", "class", "rel", "id", "pubdate")
    )


def _kind(outlet: str, url: str) -> SourceKind:
    official = _OFFICIAL_HOST.search(host_of(url)) is not None
    return SourceKind.AUTHORITY_RELEASE if official or is_authority(outlet) else SourceKind.PRESS


def _filled(found: SourceMetadata, tree: "HtmlElement") -> SourceMetadata:
    """The description with the title and the authors that trafilatura finds where there are none yet."""
    from trafilatura import extract_metadata

    try:
        guessed = extract_metadata(tree, date_config={"extensive_search": False, "original_date": True})
    except ValueError:  # characters that lxml cannot put into a tree; what the page states is enough
        return found
    if guessed is None:
        return found
    names = tuple(name.strip() for name in (guessed.author or "").split(";"))
    return replace(
        found,
        title=found.title or one_line(guessed.title or "")[:_TITLE_LIMIT],
        authors=found.authors or tuple(name for name in names if is_person(name)),
    )
