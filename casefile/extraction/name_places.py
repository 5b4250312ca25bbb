"""Whether a name is a place's: a town that is known, or one said with "in" alone. Imports the evidence."""

import re
from functools import cache

from casefile import registry
from casefile.extraction.name_evidence import Sighting
from casefile.extraction.name_labels import is_label
from casefile.extraction.name_words import NameWords, places
from casefile.extraction.text import Article
from casefile.extraction.triggers import Side, find_triggers
from casefile.values import Span

_OWNING = frozenset(
    ("of", "at", "from", "de", "d’", "d'", "di", "da", "van", "von", "del", "della", "du", "bei", "bij")
)
_OWNERS = frozenset(("its", "their", "his", "her", "our"))
_COURT_BEFORE = re.compile(r"\b(?:[Cc]ourt|[Tt]ribunal)(?:\sof\s\w+)?,\s$")
_POSSESSED = re.compile(r"(?:(?<!\w)(?:its|their)|[’']s)\s(?:[A-Z]\w+\sand\s)?$")
_DIGIT = re.compile(r"\d")
_APART = re.compile(r",\s(?:at|of|à|in)\s$")
_TOWN = r"(?:St\.\s)?[A-ZÀ-Þ][\w’-]+(?:\s(?:(?:de|del|di|la)\s)?[A-ZÀ-Þ][\w’-]+){0,2}"
_RIVERS_ARTICLED = ("es", "fr")
"""Languages in which rivers and regions have an article, and companies have none: "dans la Drôme"."""
_LAND_ARTICLES = frozenset(("la", "le", "el", "l’", "l'"))
_ALSO_NAMES = frozenset(
    (
        "Victoria",
        "Georgetown",
        "Kingston",
        "Santiago",
        "Monaco",
        "Nassau",
        "Singapore",
        "Luxembourg",
        "Kuwait City",
    )
)
"""Capitals that people and firms are called by too, or that are whole states."""
_AND = ("and", "und", "et", "en", "e", "ed", "y")
_JOINT = re.compile(rf"(?<!\w)(\w+)[\s’']({_TOWN}(?:,\s{_TOWN}){{0,5}})(,\s|,?\s(?:{'|'.join(_AND)})\s)$")
_REGION_BEHIND = re.compile(r",\s[A-ZÀ-Þ][\w.]{1,12}\s?(?:-|[—–])\s")
_LIST_REACH = 80
_RELATIVE = re.compile(r",\s[^,.;:!?\n]{1,60}")
_TOWARDS = frozenset(("à", "a", "to", "nach", "naar", "ad"))


def is_place(article: Article, cluster: list[Sighting], words: NameWords) -> bool:
    """Whether the text speaks of it as of a place: a town it knows, or one said with "in" alone."""
    signs = {sign for each in cluster for sign in each.signs}
    if not signs & {"form", "public"} and any(_is_vessel(article, each.span, words) for each in cluster):
        return True
    if signs & {"form", "public", "company", "kind"}:
        return False
    name = max((each.text for each in cluster), key=len)
    if name in _capitals() or (name.isupper() and name.title() in _capitals()):
        return True
    if "known" in signs and name not in places():
        return False
    located = sum(_is_located(article, each.span, words) for each in cluster)
    known = name in places() or (name.isupper() and name.title() in places())
    heading = sum(_heads_report(article, each.span) for each in cluster)
    if known or heading:
        located += heading
        located += sum(
            _is_of_a_town(article, each.span, words) or _describes_another(article, each.span, words)
            for each in cluster
        )
        return 2 * located >= len(cluster) and located > 0
    located += sum(_is_of_works(article, each.span, words) for each in cluster)
    if located:
        located += sum(_is_described_by(article, each.span, words) for each in cluster)
    return located >= len(cluster) and len(name.split()) < 3 and not words.is_given(name.split()[0])


def _heads_report(article: Article, span: Span) -> bool:
    """Whether a paragraph begins with it and its region, as reports do: "Zapopan, Jal.- Each litre"."""
    opens = article.paragraph_of(span).start == span.start
    return opens and _REGION_BEHIND.match(article.text, span.end) is not None


@cache
def _capitals() -> frozenset[str]:
    """Capitals that stand for their government, and are no party: "Madrid counts in days"."""
    lands = (country for country in registry.countries() if "-" not in country.code)
    return frozenset(capital for country in lands for capital in country.capitals) - _ALSO_NAMES


def _is_of_a_town(article: Article, span: Span, words: NameWords) -> bool:
    """Whether a town stands where towns do and companies less: "l’hôpital de Lorme", "Lorme bakery"."""
    line = article.paragraph_of(span)
    alone = line.start == span.start and line.end == span.end
    works = words.works.match(article.text, span.end) or words.modified.match(article.text, span.end)
    return alone or works is not None or _is_owned(article, span, words)


def _is_of_works(article: Article, span: Span, words: NameWords) -> bool:
    """Whether somebody's works are called by it, or it stands apart: "an incident, at Thornwick,"."""
    before = article.text[max(0, span.start - 24) : span.start]
    if words.works.match(article.text, span.end) is not None:
        return _POSSESSED.search(before) is not None
    if words.works_before.search(before) is not None:
        return True
    return article.text[span.end : span.end + 1] in (",", ".") and _APART.search(before) is not None


def _is_described_by(article: Article, span: Span, words: NameWords) -> bool:
    """Whether it stands where a place does: "found in a Clonmel skip"; French rivers have an article."""
    before = article.text[max(0, span.start - 4) : span.start].lower().split()
    if words.language in _RIVERS_ARTICLED:
        return before[-1:] in (["la"], ["le"], ["el"])
    return (
        words.language == "en"
        and before[-1:] in (["a"], ["an"])
        and article.text[span.end + 1 : span.end + 2].islower()
    )


def _describes_another(article: Article, span: Span, words: NameWords) -> bool:
    """English: whether a town tells where somebody named behind is from: "its San Francisco rival"."""
    before = article.text[max(0, span.start - 8) : span.start].lower().split()
    behind = article.text[span.end + 1 : span.end + 2]
    owned = before[-1:] and before[-1] in _OWNERS and article.text[span.end : span.end + 1] == " "
    return words.language == "en" and bool(owned) and behind.islower()


def _is_vessel(article: Article, span: Span, words: NameWords) -> bool:
    before = article.text[max(0, span.start - 32) : span.start]
    return words.vessels.search(before) is not None


def is_channel(article: Article, cluster: list[Sighting], words: NameWords) -> bool:
    """Whether a service is only where people write or advertise: "on WhatsApp", "three Instagram ads"."""
    if not all(each.text in words.channels for each in cluster):
        return False
    return all(_is_written_on(article, each.span, words) for each in cluster)


def _is_written_on(article: Article, span: Span, words: NameWords) -> bool:
    if _is_sanctioned(article, span):
        return False
    before = article.text[max(0, span.start - 32) : span.start]
    medium = words.media.search(before)
    if medium is not None:
        behind = before[: medium.start()].split()
        return not behind or not (behind[-1].lower() in words.datives or _DIGIT.search(behind[-1]))
    return words.adverts.match(article.text, span.end) is not None


def _is_sanctioned(article: Article, span: Span) -> bool:
    """Whether a relative clause tells of its sanction: "by Google, which was fined last year"."""
    clause = _RELATIVE.match(article.text, span.end)
    if clause is None:
        return False
    told = find_triggers(clause.group(), article.language)
    return any(each.side is Side.BEFORE and not each.weak for each in told)


def _is_owned(article: Article, span: Span, words: NameWords) -> bool:
    """Whether a town stands where towns do: "l’hôpital de Lorme", "à Lorme", but not "une amende à Lorme"."""
    before = article.text[max(0, span.start - 32) : span.start].replace("’", "’ ").replace("'", "' ").split()
    if not before:
        return False
    last = before[-1].lower()
    behind = before[-2].lower().strip(",.") if len(before) > 1 else ""
    return last in _OWNING or (last in _TOWARDS and behind not in words.datives)


def _is_court(word: str, words: NameWords) -> bool:
    """Dutch and German courts are called by their town: "de rechtbank Rotterdam"."""
    court = words.speech.has("court_nouns", word) or words.speech.ends("court_endings", word)
    return court and words.language in ("nl", "de")


def _is_located(article: Article, span: Span, words: NameWords) -> bool:
    """Behind a preposition of place, or before its state: "in Marlow", "Marlow, Kansas", "MARLOW –"."""
    before = article.text[max(0, span.start - 24) : span.start].split()
    spaced = bool(before) and article.text[span.start - 1 : span.start] == " "
    if spaced and (before[-1].lower() in words.locatives or _is_court(before[-1].lower(), words)):
        return True
    articled = words.language in _RIVERS_ARTICLED and before[-1:] and before[-1].lower() in _LAND_ARTICLES
    if articled and before[-2:-1] and before[-2].lower() in words.locatives:
        return True
    if _COURT_BEFORE.search(article.text, max(0, span.start - 32), span.start):
        return True
    if before and (before[-1][-1] == "," or before[-1] in _AND) and _is_listed(article, span, words):
        return True
    after = re.match(r"(?:,\s|\s\()([^\W\d_][\w-]+)", article.text[span.end : span.end + 24])
    if after is not None and after.group(1) in places():
        return True
    return is_label(article, span)


def _is_listed(article: Article, span: Span, words: NameWords) -> bool:
    """Whether it goes on with a list of places: "in Aarhus, Malmö and Odense", "sportelli di Como e Lecco".

    A comma alone before it may end the place: "In London, Kestrel said".
    """
    joint = _JOINT.search(article.text, max(0, span.start - _LIST_REACH), span.start)
    name = span.of(article.text)
    if joint is None:
        return False
    first, towns = joint.group(1).lower(), joint.group(2).split(", ")
    if name not in places():
        return joint.group(3) != ", " and " " not in name.removeprefix("St. ") and first in words.locatives
    return first in words.locatives or (first in _OWNING and towns[0] in places()) or towns[-1] in places()
