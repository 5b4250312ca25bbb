"""A page's headline and its outlet, chosen by agreement. Imports reading only."""

import re
from collections.abc import Iterator

from casefile.reading.addresses import host_of
from casefile.reading.cleaning import one_line
from casefile.reading.html_page import Candidate, Page, text_of

_TITLE_LIMIT = 300
_SEPARATOR = re.compile(r"\s+[|·•›»–—:-]\s+|\s*[|»]\s*|\s::\s")
_SITE_NAMES = (
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "apple-mobile-web-app-title",
)
_TITLE_NAMES = (
    "og:title",
    "twitter:title",
    "headline",
    "dc.title",
    "dcterms.title",
    "citation_title",
    "title",
)
_LEAST_SHARED = 0.6
_LONGEST_OUTLET = 60
_LONGEST_TAIL_WORDS = 4
_WORD = re.compile(r"\w+")


def find_outlet(page: Page, url: str) -> Candidate[str] | None:
    """The site's name for itself, else the end of its title that is like its host, else the host."""
    host = host_of(url)
    stated = [
        Candidate(page.metas.get("og:site_name", ""), "meta og:site_name"),
        Candidate(page.article.publisher, "JSON-LD publisher"),
        *page.stated(_SITE_NAMES),
    ]
    for candidate in stated:
        name = one_line(candidate.value).strip(" |-–—")
        if name and len(name) <= _LONGEST_OUTLET and not re.match(r"https?://|@", name):
            return Candidate(name, candidate.where)
    name = _name_in_title(page, host)
    if name:
        return Candidate(name, "end of the title", guessed=True)
    return Candidate(host, "host of the address", guessed=True) if host else None


def _name_in_title(page: Page, host: str) -> str:
    """A part of the title whose letters the host has: "The Meridian" of the-meridian.example."""
    bare_host = re.sub(r"[^a-z0-9]", "", host.rpartition(".")[0])
    title = _title_element(page)
    for part in reversed(_SEPARATOR.split(title)):
        bare = re.sub(r"[^a-z0-9]", "", part.casefold())
        if len(bare) >= 3 and part != title and (bare in bare_host or bare.removeprefix("the") == bare_host):
            return part.strip()
    return ""


def find_title(page: Page, outlet: str) -> Candidate[str] | None:
    """The headline as the article shows it where the statements bear it out, else what most of them say."""
    stated = [
        Candidate(without_outlet(candidate.value, outlet), candidate.where)
        for candidate in _stated_titles(page)
    ]
    stated = [candidate for candidate in stated if candidate.value]
    headings = [heading for heading in page.headings if _bare(heading) != _bare(outlet)]
    shown = _shown_title(headings, stated)
    if shown:
        return Candidate(one_line(shown, _TITLE_LIMIT), "heading of the page")
    if stated:
        votes = [sum(_bare(one.value) == _bare(other.value) for other in stated) for one in stated]
        best = stated[votes.index(max(votes))]
        return Candidate(one_line(best.value, _TITLE_LIMIT), best.where)
    if headings:
        return Candidate(one_line(headings[0], _TITLE_LIMIT), "heading of the page")
    return None


def _stated_titles(page: Page) -> Iterator[Candidate[str]]:
    if page.article.headline:
        yield Candidate(page.article.headline, "JSON-LD headline")
    yield from page.stated(_TITLE_NAMES)
    title = _title_element(page)
    if title:
        yield Candidate(title, "title of the page")


def _title_element(page: Page) -> str:
    element = next(page.tree.iter("title"), None)
    return "" if element is None else text_of(element)


def _shown_title(headings: list[str], stated: list[Candidate[str]]) -> str:
    """The heading that a statement bears out; "" where none does."""
    titles = [candidate.value for candidate in stated]
    for heading in headings:
        if any(_bare(heading) == _bare(title) for title in titles):
            return heading
    for heading in headings:
        for title in titles:
            if _bare(heading).startswith(_bare(title) + " ") and len(headings) == 1:
                return heading
            if alike(heading, title):
                # What is glued to the headline without a space is no part of it.
                return title if heading.startswith(title) else heading
    return ""


def _bare(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def alike(one: str, other: str) -> bool:
    """Whether two titles share most of their words."""
    first, second = set(_WORD.findall(one.casefold())), set(_WORD.findall(other.casefold()))
    return bool(first and second) and len(first & second) >= _LEAST_SHARED * len(first | second)


def without_outlet(title: str, outlet: str) -> str:
    """The title without the site's name at its end or beginning."""
    title = one_line(title)
    cuts = list(_SEPARATOR.finditer(title))
    if not cuts:
        return title
    end, start = title[cuts[-1].end() :], title[: cuts[0].start()]
    if outlet and alike(end, outlet):
        return without_outlet(title[: cuts[-1].start()], outlet)
    if outlet and alike(start, outlet):
        return title[cuts[0].end() :]
    bar = "|" in cuts[-1].group() and len(end.split()) <= _LONGEST_TAIL_WORDS
    return title[: cuts[-1].start()] if bar else title
