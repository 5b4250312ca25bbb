"""When a page was published and last changed, of what it states, marks and prints. Imports reading only.

No guess is made from the running text and none from a date of change: a wrong one makes "last Tuesday" wrong.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from casefile.reading.cleaning import one_line
from casefile.reading.date_lines import lone_date
from casefile.reading.dates import find_date, is_updated
from casefile.reading.html_page import Candidate, Page, marks_of, text_of
from casefile.reading.html_paragraphs import is_long
from casefile.values import PartialDate

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PUBLISHED_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dc.date.created",
    "dcterms.issued",
    "dcterms.created",
    "dcterms.date",
    "pubdate",
    "pub_date",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "publicationdate",
    "article_date_original",
    "article.published",
    "originalpublicationdate",
    "sailthru.date",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
)
_MODIFIED_NAMES = (
    "article:modified_time",
    "og:updated_time",
    "og:modified_time",
    "datemodified",
    "dc.date.modified",
    "dcterms.modified",
    "last-modified",
    "lastmod",
    "article_date_updated",
    "article.updated",
    "revised",
)
_DATE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:date|datum|dateline|pubdate|publish\w*|posted|timestamp|time|fecha|data|datetime|day)(?:$|[\s_-])"
)
_ADDRESS_DATE = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)")
_ABOVE_HEADING = 12
_BELOW_HEADING = 60
_LONGEST_LINE = 100
_MOST_TIMES = 40


def find_published(page: Page, url: str) -> Candidate[PartialDate] | None:
    """The date that most statements of the page have, the first of them where none has more.

    Where the page states none: the one that it marks or prints as a date line, else the one in its address.
    """
    addressed = _in_address(url)
    stated = list(_stated(page, page.article.published, "datePublished", _PUBLISHED_NAMES, "publi"))
    if stated:
        return _agreed(stated, addressed)
    return _single_time(page) or _marked_line(page) or _line_at_heading(page) or addressed


def find_modified(page: Page, published: PartialDate | None) -> Candidate[PartialDate] | None:
    """The day of the last change that the page states; None for one before the publication."""
    stated = _stated(page, page.article.modified, "dateModified", _MODIFIED_NAMES, "modif")
    for candidate in [*stated, *_printed_change(page)]:
        if published is None or candidate.value.latest >= published.earliest:
            return candidate
    return None


def _stated(
    page: Page, in_json_ld: str, key: str, names: tuple[str, ...], mark: str
) -> Iterator[Candidate[PartialDate]]:
    """What JSON-LD, the meta tags and the marked ``time`` elements say."""
    sources = [Candidate(in_json_ld, f"JSON-LD {key}"), *page.stated(names)]
    for element in islice(page.tree.iter("time"), _MOST_TIMES):
        if mark in marks_of(element):
            texts = (element.get("datetime") or "", text_of(element))
            sources += [Candidate(text, "time of the page") for text in texts]
    for source in sources:
        found = find_date(source.value[:_LONGEST_LINE], page.language) if source.value else None
        if found is not None:
            yield Candidate(found.date, source.where)


def _agreed(
    stated: list[Candidate[PartialDate]], addressed: Candidate[PartialDate] | None
) -> Candidate[PartialDate]:
    """The statement that most others, and the address, bear out; the first and most precise of them."""
    others = [*stated, addressed] if addressed else stated
    votes = [sum(_meet(one.value, other.value) for other in others) for one in stated]
    best = stated[votes.index(max(votes))]
    same = [candidate for candidate in stated if _meet(candidate.value, best.value)]
    return max(same, key=lambda candidate: len(candidate.value.edtf))


def _meet(one: PartialDate, other: PartialDate) -> bool:
    return one.earliest <= other.latest and other.earliest <= one.latest


def _date_of_time(element: "HtmlElement", language: str) -> PartialDate | None:
    """What the element says to machines, else what it shows."""
    for text in (element.get("datetime") or "", text_of(element)):
        found = find_date(text[:_LONGEST_LINE], language)
        if found is not None:
            return found.date
    return None


def _single_time(page: Page) -> Candidate[PartialDate] | None:
    """The only ``time`` element that dates no change: of several, others may date other articles."""
    times = [
        element
        for element in islice(page.tree.iter("time"), _MOST_TIMES)
        if not re.search("updat|modif", marks_of(element))
    ]
    date = _date_of_time(times[0], page.language) if len(times) == 1 else None
    return Candidate(date, "time of the page") if date else None


def _marked_line(page: Page) -> Candidate[PartialDate] | None:
    """The date line in an element that is marked as one."""
    for element in page.marked(_DATE_CLASS):
        line = text_of(element)[:_LONGEST_LINE]
        date = None if is_updated(line) else lone_date(line, page.language)
        if date is not None:
            return Candidate(date, "date line of the page")
    return None


def _line_at_heading(page: Page) -> Candidate[PartialDate] | None:
    """A date that stands alone between the heading and the first paragraph, or just above the heading."""
    heading = next(page.tree.iter("h1"), None)
    if heading is None:
        return None
    below = heading.xpath(f"following::*[position() <= {_BELOW_HEADING}]")
    above = heading.xpath(f"preceding::*[position() <= {_ABOVE_HEADING}]")
    return _first_date_line(below, page.language) or _first_date_line(above, page.language)


def _first_date_line(elements: "list[HtmlElement]", language: str) -> Candidate[PartialDate] | None:
    """The first of the elements that is a date line, before any running text."""
    for element in elements:
        line = one_line(element.text or "")
        if is_long(line):
            return None
        if element.tag == "time":
            date = _date_of_time(element, language)
        else:
            date = lone_date(line, language) if line else None
        if date is not None:
            changed = _dates_a_change(element)
            return None if changed else Candidate(date, "date line at the heading", guessed=True)
    return None


def _dates_a_change(element: "HtmlElement") -> bool:
    """Whether the line or the one before it says that this is the day of a change."""
    before = element.getprevious()
    lines = [text_of(element), "" if before is None else text_of(before)]
    return any(is_updated(line) for line in lines)


def _in_address(url: str) -> Candidate[PartialDate] | None:
    """The date in the path of the page's address: ``/2024/09/03/``."""
    found = _ADDRESS_DATE.search(url)
    try:
        date = PartialDate.of(*map(int, found.groups())) if found else None
    except ValueError:
        return None
    return Candidate(date, "address of the page", guessed=True) if date else None


def _printed_change(page: Page) -> Iterator[Candidate[PartialDate]]:
    """The first marked line that says when the page was changed."""
    for element in page.marked(_DATE_CLASS):
        line = text_of(element)[:_LONGEST_LINE]
        found = find_date(line, page.language) if is_updated(line) else None
        if found is not None:
            yield Candidate(found.date, "date line of the page")
            return
