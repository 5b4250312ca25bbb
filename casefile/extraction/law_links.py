"""Which article belongs to which law. Imports the names of laws, the references to articles and the lexicons.

An article counts with the law that follows it ("articles 5, 6 and 13 of the GDPR") or stands right before it
("GDPR Art. 5"), else with the law that the text named last ("where Article 33 allows") if that one is divided
so. Where there is none, an article says nothing and is left out.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from casefile import registry
from casefile.extraction.law_articles import ArticleReference, Unit, find_references, of_union, read_list
from casefile.extraction.law_registry import UNION, LawName, abbreviated, is_act
from casefile.extraction.lexicon import alternatives, lexicon, word_pattern
from casefile.extraction.small_words import AND, GAP, OF, OF_THE, THE
from casefile.values import Span

_GAP = 80
"""Code points between an article and its law."""
_CARRIED = 1500
"""So far behind a law its articles may stand without it."""
_REMEMBERED = 6000
"""So far behind an act of the Union it may be meant by its sort: "the Regulation"."""


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

    @cached_property
    def is_on_data(self) -> bool:
        """Whether the text has to do with the protection of personal data."""
        return word_pattern(self.language, "laws", "data").search(self.text) is not None

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
    references = list(find_references(text, dotted))
    for place, reference in enumerate(references):
        before = page.last_before(reference.span.end)
        if (before is not None and before.span.contains(reference.span)) or _is_a_title(reference):
            continue
        law = _behind(page, reference.span.end) or _abbreviated(page, reference) or _ahead(page, reference)
        if law is not None:
            start, end = min(law.span.start, reference.span.start), max(law.span.end, reference.span.end)
            links.append(Link(law, _numbers(law, reference), Span(start, end)))
        else:
            carried = _shared(page, references[place : place + 2]) or _of_the_treaty(page, reference)
            carried = carried or _carried(page, reference)
            if carried is not None:
                links.append(Link(carried, _numbers(carried, reference), reference.span))
    return [*links, *_coordinated(page, links, dotted), *_chapters(page)]


_DATED = re.compile(r"(?:19|20)\d\d")


def _is_a_title(reference: ArticleReference) -> bool:
    """Whether a law's own name and year are taken for a reference: "Communications Regulations 2003"."""
    return reference.word.endswith("s") and _DATED.fullmatch(reference.numbers[0]) is not None


def _numbers(law: LawName, reference: ArticleReference) -> tuple[str, ...]:
    """The articles; no act of the Union numbers its own with a point, so "5.1.c GDPR" is its article 5."""
    if UNION not in law.jurisdictions:
        return reference.numbers
    return tuple(dict.fromkeys(one for number in reference.numbers for one in of_union(number)))


_DIVISION = (
    r"(?:[Cc]hapters?|[Pp]arts?|[Tt]itles?|[Ss]chedules?|Annex|Kapitels?|Titels?|Teils?|Abschnitts?|Buchs?|Anhangs?|"
    r"[Cc]hapitres?|[Tt]itres?|[Ll]ivres?|[Aa]nnexe|[Hh]oofdstuk|[Bb]oek|[Tt]itel|[Dd]eel|[Bb]ijlage|[Tt]itolo|[Cc]apo|"
    r"[Ll]ibro|[Aa]llegato|[Tt]ítulo|[Cc]apítulo|[Aa]nexo)\s(?:[IVX]{1,6}|\d{1,2}[A-Z]?)(?!\w)"
)
_CHAPTER = re.compile(rf"(?<!\w){_DIVISION}(?:\s(?:prohibitions?|duties|obligations|rules))?")


def _chapters(page: _Page) -> list[Link]:
    """The laws of which a whole chapter is named: "the Chapter II prohibition in the Competition Act"."""
    chapters = _CHAPTER.finditer(page.text) if page.laws else ()
    found = ((match, _behind(page, match.end())) for match in chapters)
    return [
        Link(law, ("",), Span(match.start(), law.span.end))
        for match, law in found
        if law is not None and law.sure
    ]


_BEHIND = re.compile(
    r"\s{0,2}(?:(?:ff?|sqq?|ss|et\s(?:seq|suivants)|y\ssiguientes|e\sseguenti|e\.\s?v)\.?\s?)?,?\s?"
    rf"(?:(?:{OF}|in|from|under|to|uit|dem|den|nel|nella|aus|nach|zum|zur|al|alla|contained\sin|laid\sdown\sin)(?:\s{THE})?"
    r"(?:\s[^\W\d][\w’'-]*){0,4}?\s)?"
    rf"(?:{_DIVISION},?\s(?:{OF}|to|uit)\s(?:{THE}\s)?)?"
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
    other = _OF_ANOTHER.match(page.text, reference.span.end)
    if other is not None and _is_new(page.language, other["word"]):
        return None
    between = _between(page.language)
    return law if between.fullmatch(page.text, law.span.end, reference.span.start) else None


@cache
def _between(language: str) -> re.Pattern[str]:
    links = alternatives(lexicon(language, "laws").words("links"))
    return re.compile(
        rf"(?:[’']s)?\s?[”»“\"]?\s?(?:\([^()\n]{{1,16}}\)\s?)?[,:;(–—-]?\s?(?:{AND}\s)?"
        rf"(?:{links}\s)?(?:(?:{THE}|its|agli|ai)\s?)?"
    )


_OF_THE = r"(?:(?:d[eu]|des|der|de\sla|del|della|van\sde|van\shet)\s|de\sl[’']|dell[’'])"
"""Between an article and an abbreviation in languages where "of the" leads to a law by itself."""
_ABBREVIATION = re.compile(
    rf"\s(?P<of>{_OF_THE}(?=\w{{3}}))?"
    r"(?P<name>[A-ZÄÖÜ][\wäöü-]{0,9}[A-ZÄÖÜ]\w{0,3}(?:\s(?:19|20)\d\d)?)(?![\w’'-])"
)
_WORD = re.compile(r"\s(?P<name>[A-ZÄÖÜ][a-zäöü]{2,9})(?![\w’'-])")
_OF_A_CODE = re.compile(r"(?:\set\ssuivants)?\sdu(?=\s)")
"""What stands between "L. 561-15" and "CMF": articles with a letter are those of French codes."""
_DUTCH_ABBREVIATION = re.compile(r"\s(?:van\s(?:de|het)\s)?(?P<name>(?!New|Low)[A-Z][a-z]{0,3}w)(?![\w’'-])")
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
        "AGB",
        "CGV",
        "CGU",
        "II",
        "III",
        "IV",
    )
)


def _abbreviated(page: _Page, reference: ArticleReference) -> LawName | None:
    """A law that only its abbreviation behind an article tells of: "§ 8 ECG", "Art. 33 Finmag"."""
    if reference.unit is Unit.OTHER:
        return None
    match = _WORD.match(page.text, reference.span.end)
    known = abbreviated(match["name"]) if match else None
    if match is not None and known is not None:
        span = Span(match.start("name"), match.end("name"))
        return LawName(known.code, match["name"], known.jurisdictions, span, sure=True, short=True)
    of_a_code = _OF_A_CODE.match(page.text, reference.span.end) if reference.numbers[0][1:2] == "." else None
    match = _ABBREVIATION.match(page.text, of_a_code.end() if of_a_code else reference.span.end)
    if match is None and page.language == "nl":
        match = _DUTCH_ABBREVIATION.match(page.text, reference.span.end)
    if match is None or match["name"] in _NO_LAWS:
        return None
    if "of" in match.groupdict() and match["of"] and match["name"] in _bodies():
        return None
    return LawName("", match["name"], (), Span(match.start("name"), match.end("name")), sure=True, short=True)


@cache
def _bodies() -> frozenset[str]:
    """The abbreviations of authorities, whose statutes have articles too."""
    return frozenset(short for body in registry.authorities() for short in body.abbreviations)


_COORDINATED = re.compile(rf"\s(?:{AND}|ainsi\sque)\s(?:{THE}{GAP})?(?=[\dLR])")


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
        elif joint is not None and listed is not None and _is_another_article(page.text, joint, listed[1]):
            found.append(Link(link.law, listed[0], Span(end, listed[1])))
    return found


_ARTICLED = re.compile(rf".*?\s{THE}\s?")
_NOTHING_MORE = re.compile(r"[,.;:)]")


def _is_another_article(text: str, joint: re.Match[str], end: int) -> bool:
    """Whether a number behind a law is one more article of it: "el artículo 6 del RGPD y el 13, por"."""
    return _ARTICLED.fullmatch(joint.group()) is not None and _NOTHING_MORE.match(text, end) is not None


_OF_ANOTHER = re.compile(rf"(?:\s|,\s){OF_THE}(?:(?:19|20)\d\d\s)?(?P<word>[\w-]+)")


def _is_new(language: str, word: str) -> bool:
    """Whether the word begins the name of something other than the law named before."""
    return word[0].isupper() and word.lower() not in lexicon(language, "laws").words("anaphors")


_SHARING = re.compile(
    rf"(?:[^.;\n]|\.(?=\d)){{0,48}}(?:,|\s(?:{AND}|or|oder|ou|o|of))\s(?:[^.;\n]|\.(?=\d)){{0,48}}"
)
"""Between two articles with one law: "300.000 por el artículo 9 y 200.000 por el artículo 32 del RGPD"."""


def _shared(page: _Page, pair: list[ArticleReference]) -> LawName | None:
    """The law that an article shares with the next one, which is joined to it and has the law behind it."""
    if len(pair) < 2 or pair[0].unit is not pair[1].unit:
        return None
    before = page.last_before(pair[0].span.start)
    begun = before is not None and not _SENTENCE_END.search(page.text, before.span.end, pair[0].span.start)
    law = None if begun else _behind(page, pair[1].span.end)
    shared = law and _SHARING.fullmatch(page.text, pair[0].span.end, pair[1].span.start)
    return law if shared else None


_SENTENCE_END = re.compile(r"[.!?»”]\s|\n")
_TREATY, _GDPR = "TFEU", "GDPR"
_OF_COMPETITION = frozenset(("101", "102"))


def _of_the_treaty(page: _Page, reference: ArticleReference) -> LawName | None:
    """The treaty whose articles on competition go without it: "No dominance, no abuse, no Article 102"."""
    bare = reference.unit is Unit.ARTICLE and _OF_COMPETITION.issuperset(reference.numbers)
    if not bare or _OF_ANOTHER.match(page.text, reference.span.end):
        return None
    treaty = abbreviated(_TREATY)
    if treaty is None or word_pattern(page.language, "laws", "union").search(page.text) is None:
        return None
    return LawName(treaty.code, _TREATY, treaty.jurisdictions, reference.span, sure=True, short=True)


_OF_A_NUMBER = re.compile(r"\s(?:of|von|van|de|sur|di)\s\d")


def _carried(page: _Page, reference: ArticleReference) -> LawName | None:
    """The law that was named last before the article, if it may be meant."""
    start, end = reference.span.start, reference.span.end
    if _OF_A_NUMBER.match(page.text, end):
        return None
    other = _OF_ANOTHER.match(page.text, end)
    word = (other["word"]).lower() if other else ""
    if word and word not in lexicon(page.language, "laws").words("anaphors"):
        return None
    if word in lexicon(page.language, "laws").words("regulations"):
        acts = (law for law in _named_before(page, start, _REMEMBERED) if UNION in law.jurisdictions)
        return next(acts, None) or _on_data(page, reference)
    fitting = [law for law in _named_before(page, start, _CARRIED) if _is_divided_so(law, reference)]
    called = (law for law in fitting if word and word in law.name.casefold())
    return next(called, None) or next(iter(fitting), None)


def _named_before(page: _Page, place: int, reach: int) -> Iterator[LawName]:
    """The laws within so many code points before the place, the nearest first."""
    law = page.last_before(place)
    while law is not None and place - law.span.end < reach:
        yield law
        law = page.last_before(law.span.start)


def _on_data(page: _Page, reference: ArticleReference) -> LawName | None:
    """The regulation on personal data, which who works with it calls by its sort: "art. 5 del Regolamento".

    Only in texts that name it elsewhere, or the protection of data at all.
    """
    known = abbreviated(_GDPR)
    if known is None or not page.is_on_data:
        return None
    return LawName(known.code, _GDPR, known.jurisdictions, reference.span, sure=True, short=True)


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
    if not law.jurisdictions and unit is Unit.SECTION:
        return is_act(law.name)
    if UNION in law.jurisdictions or not law.jurisdictions:
        return unit is Unit.ARTICLE
    states = {place[:2] for place in law.jurisdictions}
    return bool(states & _BY_SECTION) if unit is Unit.SECTION else not states <= _BY_SECTION
