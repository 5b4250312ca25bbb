"""Which article belongs to which law. Imports the names of laws, the references to articles and the lexicons.

An article counts with the law that follows it ("articles 5, 6 and 13 of the GDPR") or stands right before it
("GDPR Art. 5"), else with the law that the text named last ("where Article 33 allows") if that one is divided
so. Where there is none, an article says nothing and is left out.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from casefile.extraction.law_articles import ArticleReference, Unit, find_references, read_list
from casefile.extraction.law_registry import UNION, LawName
from casefile.extraction.lexicon import alternatives, lexicon
from casefile.values import Span

_GAP = 80
"""Code points between an article and its law."""
_CARRIED = 1500
"""So far behind a law its articles may stand without it."""


@dataclass(frozen=True)
class Link:
    """A law with some of its articles."""

    law: LawName
    articles: tuple[str, ...]
    span: Span
    """Of both, or of the articles where they stand by themselves."""


@dataclass(frozen=True)
class _Page:
    """A text and the laws in it, in reading order."""

    text: str
    language: str
    laws: tuple[LawName, ...]
    starts: tuple[int, ...]

    def first_from(self, place: int) -> LawName | None:
        """The first law that starts at the place or behind it."""
        index = bisect_left(self.starts, place)
        return self.laws[index] if index < len(self.laws) else None

    def last_before(self, place: int) -> LawName | None:
        """The last law that starts before the place."""
        index = bisect_left(self.starts, place)
        return self.laws[index - 1] if index else None


def link_articles(text: str, language: str, laws: tuple[LawName, ...]) -> list[Link]:
    """The laws with their articles; the laws are in reading order, and none overlaps another."""
    page = _Page(text, language, laws, tuple(law.span.start for law in laws))
    links: list[Link] = []
    dotted = language == "nl"
    for reference in find_references(text, dotted):
        before = page.last_before(reference.span.end)
        if before is not None and before.span.contains(reference.span):
            continue
        law = _behind(page, reference.span.end) or _abbreviated(page, reference) or _ahead(page, reference)
        if law is not None:
            start, end = min(law.span.start, reference.span.start), max(law.span.end, reference.span.end)
            links.append(Link(law, reference.numbers, Span(start, end)))
        else:
            carried = _carried(page, reference)
            if carried is not None:
                links.append(Link(carried, reference.numbers, reference.span))
    return [*links, *_coordinated(page, links, dotted)]


_BEHIND = re.compile(
    r"\s{0,2}(?:(?:ff?|sqq?|ss|et\s(?:seq|suivants)|y\ssiguientes|e\sseguenti|e\.\s?v)\.?\s?)?,?\s?"
    r"(?:(?:of|in|from|under|to|van|uit|des|der|dem|den|du|de|del|della|dello|dei|delle|nel|nella|von|aus|nach|zum|zur|"
    r"al|alla|contained\sin|laid\sdown\sin)(?:\s(?:the|la|las|los|le|les|de|het|der|dem|el|il|lo))?"
    r"(?:\s[^\W\d][\w’'-]*){0,4}?\s)?"
    r"(?:(?:d[’']|dell[’']|nell[’']|de\sl[’']|all[’'])\s?(?:[\w-]+\s){0,2})?(?:EU[-\s])?[„“\"«‘(]?\s?"
)


def _behind(page: _Page, end: int) -> LawName | None:
    """The law that an article leads to."""
    law = page.first_from(end)
    if law is None or law.span.start - end > _GAP or "\n" in page.text[end : law.span.start]:
        return None
    return law if _BEHIND.fullmatch(page.text, end, law.span.start) else None


def _ahead(page: _Page, reference: ArticleReference) -> LawName | None:
    """The law right after which an article stands, or whose name ends with the article's word."""
    law = page.last_before(reference.span.start)
    if law is None or reference.span.start - law.span.end > _GAP:
        return None
    if law.span.end > reference.span.start:
        return law
    between = _between(page.language)
    return law if between.fullmatch(page.text, law.span.end, reference.span.start) else None


@cache
def _between(language: str) -> re.Pattern[str]:
    links = alternatives(lexicon(language, "laws").words("links"))
    return re.compile(
        rf"(?:[’']s)?\s?[”»“\"]?\s?(?:\([^()\n]{{1,16}}\)\s?)?[,:;(–—-]?\s?(?:(?:and|und|et|en|e|y)\s)?"
        rf"(?:{links}\s)?(?:(?:the|les|los|gli|de|die|den|der|el|its|agli|ai|i|l[’']|los)\s?)?"
    )


_ABBREVIATION = re.compile(r"\s(?P<name>[A-ZÄÖÜ][\wäöü-]{0,9}[A-ZÄÖÜ]\w{0,3}(?:\s(?:19|20)\d\d)?)(?![\w’'-])")
_NO_LAWS = frozenset(
    (
        "EU",
        "UE",
        "USA",
        "US",
        "UK",
        "EUR",
        "USD",
        "GBP",
        "CHF",
        "AM",
        "PM",
        "USC",
        "CFR",
        "GmbH",
        "II",
        "III",
        "IV",
    )
)


def _abbreviated(page: _Page, reference: ArticleReference) -> LawName | None:
    """A law that only its abbreviation behind an article tells of: "§ 8 ECG"."""
    match = _ABBREVIATION.match(page.text, reference.span.end)
    if match is None or reference.unit is Unit.OTHER or match["name"] in _NO_LAWS:
        return None
    return LawName("", match["name"], (), Span(match.start("name"), match.end("name")), sure=True, short=True)


_COORDINATED = re.compile(
    r"\s(?:et|and|und|e|y|en|sowie|ainsi\sque)\s(?:(?:the|les|los|de|den)\s|l[’'])?(?=[\dLR])"
)


def _coordinated(page: _Page, links: list[Link], dotted: bool) -> list[Link]:
    """The articles of a second law after one word: "articles L. 420-1 du code de commerce et 101 du TFUE"."""
    found: list[Link] = []
    for link in links:
        end = link.law.span.end
        joint = _COORDINATED.match(page.text, end) if link.span.end == end else None
        listed = read_list(page.text, joint.end(), dotted) if joint else None
        other = _behind(page, listed[1]) if listed else None
        if listed is not None and other is not None and other.span.start > listed[1]:
            found.append(Link(other, listed[0], Span(end, other.span.end)))
    return found


_OF_ANOTHER = re.compile(
    r"(?:\s|,\s)(?:of|des|der|du|del|della|dello|van|von|de)\s(?:(?:the|la|le|los|las|het|de|der|dem)\s)?(?P<word>[\w-]+)"
    r"|\s(?:dell|de\sl|d)[’'](?P<apart>[\w-]+)"
)


_OF_A_NUMBER = re.compile(r"\s(?:of|von|van|de|sur|di)\s\d")


def _carried(page: _Page, reference: ArticleReference) -> LawName | None:
    """The law that was named last before the article, if it may be meant."""
    start, end = reference.span.start, reference.span.end
    if _OF_A_NUMBER.match(page.text, end):
        return None
    other = _OF_ANOTHER.match(page.text, end)
    word = (other["word"] or other["apart"]).lower() if other else ""
    if word and word not in lexicon(page.language, "laws").words("anaphors"):
        return None
    law = page.last_before(start)
    while law is not None and start - law.span.end < _CARRIED:
        if _is_divided_so(law, reference):
            return law
        law = page.last_before(law.span.start)
    return None


_BY_SECTION = frozenset(
    {"US", "GB", "IE", "AU", "NZ", "CA", "IN", "SG", "MY", "ZA", "NG", "KE", "HK", "DE", "AT", "TH", "GH"}
)  # fmt: skip
"""Where laws are divided into sections, not into articles."""


def _is_divided_so(law: LawName, reference: ArticleReference) -> bool:
    unit = reference.unit
    if unit is Unit.OTHER:
        return reference.word.lower().rstrip("s") in law.name.lower()
    if not (law.sure or law.short):
        return False
    if UNION in law.jurisdictions or not law.jurisdictions:
        return unit is Unit.ARTICLE
    states = {place[:2] for place in law.jurisdictions}
    return bool(states & _BY_SECTION) if unit is Unit.SECTION else not states <= _BY_SECTION
