"""Stretches that are written as names are: capitals, links, a legal form behind. Imports the name words.

What the cuts leave is parted at a link that joins only some names ("of", "und") and loses what is no name: a
role or a company's noun before it ("Finanzsprecherin Hedwig ..."), a sentence's first word, a number.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from casefile.extraction.name_cuts import (
    ARTICLES,
    NEARBY,
    Run,
    Token,
    begins_surname,
    find_stretches,
)
from casefile.extraction.name_lines import is_opening
from casefile.extraction.name_ordinary import ordinary_names
from casefile.extraction.name_small import small_runs
from casefile.extraction.name_words import (
    NameWords,
    is_legal_form,
    is_people,
    name_words,
    places,
    run_patterns,
)
from casefile.extraction.text import Article
from casefile.values import Span

_AND = frozenset(("and", "und", "et", "y", "e", "en"))
_CASES = frozenset(("den", "dem", "das"))
"""Articles that begin the next noun phrase: "dem Gasthof Linde den Betrieb"."""
_OF = frozenset(
    ("of", "for", "für", "voor", "pour", "per", "para", "in", "im", "am", "an", "op", "aan", "ad")
)
_FOREIGN = {
    "de": ("for", "of", "and"),
    "fr": ("for", "of", "and"),
    "nl": ("for", "and"),
    "it": ("for", "of", "and"),
    "es": ("for", "of", "and"),
}
"""English links, which join nothing but names in other languages: "Tools for Humanity"."""
_GERMAN_OF = frozenset(("vom", "von"))
_ROMANCE_OF = frozenset(("de", "del", "du", "di", "della", "dello", "da"))
_NEARER = 24
"""So many code points before a name tell what it is a part of."""
_SUBSTANTIVE = frozenset(("fr", "it", "es"))
"""Languages in which "de" between two capitals joins one name, as common nouns have none."""
_THE = ("’t", "'t")
_DISTRICTS = frozenset(("District", "County", "Islands", "Region"))
_INITIALS_END = re.compile(r"\w\.\w\.$")
_GOES_ON = re.compile(r",|\s[a-z(]")
_PRODUCTS = frozenset(("TV", "TVs", "App", "Apps"))


class Called(Enum):
    """What the run says before the name itself."""

    NOTHING = "nothing"
    ROLE = "role"
    COMPANY = "company"


@dataclass(frozen=True)
class Piece:
    """A stretch that may be a name."""

    text: str
    span: Span
    form: bool
    """It ends in a legal form."""
    called: Called = Called.NOTHING
    opening: bool = False
    """It stands where any word has a capital."""


def find_pieces(article: Article, taken: list[Span], lowers: frozenset[str]) -> Iterator[Piece]:
    """The pieces in reading order outside the sorted spans ``taken``; ``lowers`` are words written small."""
    words = name_words(article.language)
    named = ordinary_names(article)
    for run in _runs(article):
        if run.text in words.stops and run.text not in named and run.text[-2:-1] not in ("’", "'"):
            continue
        for stretch in find_stretches(article, run, taken, words):
            for part in _unlinked(article, stretch, words, lowers) if stretch else ():
                piece = _piece(article, part, words, lowers) if part else None
                if piece is not None:
                    yield piece


def _runs(article: Article) -> Iterator[Run]:
    """The stretches that are written as names are, in reading order; none overlaps another."""
    patterns, start = run_patterns(), 0
    for small in small_runs(article):
        if small.start < start:
            continue
        for match in patterns.run.finditer(article.text, start, small.start):
            yield Run(match.group(), match.start())
        rest = patterns.rest.match(article.text, small.end)
        start = rest.end() if rest is not None else small.end
        yield Run(article.text[small.start : start], small.start, small.end - small.start)
    for match in patterns.run.finditer(article.text, start):
        yield Run(match.group(), match.start())


def _unlinked(
    article: Article, stretch: list[Token], words: NameWords, lowers: frozenset[str]
) -> Iterable[list[Token]]:
    """The stretch split at the links that do not belong to the name."""
    part: list[Token] = []
    told = False
    for index, token in enumerate(stretch):
        if token.kind == "link" and not _joins(article, part, token, stretch[index + 1 :], words, lowers):
            if not told:
                yield part
            told = told or _is_told_of(article, part, token, words)
            part = []
            continue
        part.append(token)
    if not told or (part[-1:] and part[-1].kind == "form"):
        yield part


def _is_told_of(article: Article, part: list[Token], link: Token, words: NameWords) -> bool:
    """Whether the rest only says what a document or an office is about: "Notice of Apparent Liability"."""
    if not part or link.text.split()[0].lower() not in _OF or words.language != "en":
        return False
    last = part[-1].text
    office = last.casefold() in words.things and not words.is_role(last)
    opening = is_opening(article.text, part[-1].start)
    return words.speech.has("documents", last.lower()) or (office and not opening)


def _joins(
    article: Article,
    left: list[Token],
    link: Token,
    right: list[Token],
    words: NameWords,
    lowers: frozenset[str],
) -> bool:
    if not left or not right:
        return False
    first, low = left[0].text, link.text.split()[0].lower()
    if _always_joins(left, link, right, words):
        return True
    if _parts(article, left, low, right, words):
        return False
    headed = any(token.text in words.heads for token in left)
    if low in _AND and _joins_districts(left, right, words):
        return True
    if low in _AND:
        another = any(token.text in words.heads or token.kind == "form" for token in right)
        whole = left[0].text in words.heads and len(left) > 2 and not another
        return right[0].text in words.sons or (whole and low != "e")
    if (low == "al" and words.language in ("it", "es")) or (low in _CASES and words.language == "de"):
        return False
    if low in _OF:
        whole = low == "of" and len(left) == 1
        return headed and (whole or right[0].text not in places())
    if words.is_given(first) or headed or len(first.rstrip(".")) == 1:
        return True
    if words.language in _SUBSTANTIVE:
        common = first.lower() in lowers or first in words.openers
        return not (common and is_opening(article.text, left[0].start))
    return words.language == "en"


def _always_joins(left: list[Token], link: Token, right: list[Token], words: NameWords) -> bool:
    """Whether the link stands in names alone: "Tools for Humanity" in Spanish, "Van den Berg"."""
    alone = link.text.lower() in ("&", "’t", "'t", "ter", "ten")
    foreign = link.text in _FOREIGN.get(words.language, ())
    return alone or foreign or begins_surname([left[-1], link, right[0]])


def _parts(article: Article, left: list[Token], low: str, right: list[Token], words: NameWords) -> bool:
    """Whether a place, a plan or a person ends before: "la tienda de Almorox de Ebroluz SL"."""
    if low in _GERMAN_OF:
        return right[0].text in words.kind_words or words.is_company_noun(right[0].text)
    if low not in _ROMANCE_OF or words.language not in _SUBSTANTIVE:
        return False
    town = len(left) == 1 and len(right) > 1 and low in ("de", "di") and left[0].text in places()
    before = article.text[max(0, left[0].start - _NEARER) : left[0].start]
    called = (before.split() or [""])[-1].lower()
    return town or called in words.law_nouns or words.works_before.search(before) is not None


def _joins_districts(left: list[Token], right: list[Token], words: NameWords) -> bool:
    """English: "Ballykeeran and District Credit Union", "Penrith and Eden Housing Association"."""
    towns = left[-1].text in places() and len(left) == 1 and right[-1].text in words.kind_words
    return words.language == "en" and (right[0].text in _DISTRICTS or (towns and len(right) > 1))


def _piece(article: Article, part: list[Token], words: NameWords, lowers: frozenset[str]) -> Piece | None:
    part = _without_number(article, _trimmed(part), words)
    if len(part) > 1 and part[-1].text in _PRODUCTS and _stands_alone(article, part[:-1]):
        part = part[:-1]
    if len(part) > 1 and part[0].text in words.forerunners:
        part = part[1:]
    part, called = _called(part, words)
    part = _without_origin(part, words)
    start = part[0].start if part else 0
    opening = bool(part) and called is Called.NOTHING and is_opening(article.text, start)
    named = (
        len(part) > 1 and (part[1].kind == "word" or part[1].text in _THE) and not _is_only_place(part[1:])
    )
    if opening and named and words.is_company_noun(part[0].text):
        part, opening, called = part[1:], False, Called.COMPANY
    while opening and _begins_commonly(part, words, lowers):
        part, opening = _trimmed(part[1:]), False
    if not part or (len(part) == 1 and (part[0].kind == "form" or is_legal_form(part[0].text))):
        return None
    last = part[-1]
    end = last.start + len(last.text)
    if last.kind == "form" and "." in last.text and article.text[end - 1 : end + 1] in ("A.", "L."):
        end += 1
    if last.kind == "form" and _is_full_stop(article, last, end):
        end -= 1
    text = article.text[part[0].start : end].rstrip(",-")
    if last.kind != "form":
        text = text.rstrip(".") if not _INITIALS_END.search(text) else text
    if len(text) < 2 and text not in ordinary_names(article):
        return None
    span = Span(part[0].start, part[0].start + len(text))
    return Piece(text, span, last.kind == "form", called, opening)


def _is_full_stop(article: Article, form: Token, end: int) -> bool:
    """Whether the dot ends the sentence rather than the form, which never has one within a sentence."""
    bare = form.text.removesuffix(".")
    if "." in bare or bare == form.text or not is_legal_form(bare):
        return False
    low, high = max(0, end - NEARBY), end + NEARBY
    parts = article.text[low:high].split(form.text)
    inside = any(_GOES_ON.match(behind) for behind in parts[1:])
    return not inside and article.sentence_of(Span(form.start, end)).end <= end


def _stands_alone(article: Article, part: list[Token]) -> bool:
    """Whether the text nearby has the name without the product behind it: "Lumenara TV", "Lumenara must"."""
    start, end = part[0].start, part[-1].start + len(part[-1].text)
    name = re.escape(article.text[start:end])
    plain = re.compile(rf"(?<!\w){name}(?!\w|\s(?:{'|'.join(_PRODUCTS)})(?!\w))")
    return plain.search(article.text, max(0, start - NEARBY), end + NEARBY) is not None


def _is_only_place(part: list[Token]) -> bool:
    """Whether only a town follows what is then part of a name: "Hautstudio Freising GmbH"."""
    return all(token.kind == "form" or token.text in places() for token in part)


def _without_origin(part: list[Token], words: NameWords) -> list[Token]:
    """Without the town in front of a name: "die Grazer Steinfeld Leasing", "het Utrechtse Schoenenrijk"."""
    if words.language == "nl" and len(part) > 1 and part[1].kind == "word":
        town = re.sub(r"s?e$", "", part[0].text)
        endings = ("", "le", "e", "en", "um") if part[0].text.endswith("se") else ("",)
        known = town != part[0].text and any(town + ending in places() for ending in endings)
        return part[1:] if known and not words.is_given(part[0].text) else part
    if words.language != "de" or len(part) < 3 or not part[0].text.endswith("er"):
        return part
    town = part[0].text.removesuffix("er")
    known = any(town + ending in places() for ending in ("", "e", "en"))
    plain = part[1].kind == part[2].kind == "word" and part[2].text not in words.kind_words
    bare = part[1].text not in words.heads and part[1].text not in words.kind_words
    return part[1:] if known and (plain or (bare and part[2].kind == "word")) else part


def _begins_commonly(part: list[Token], words: NameWords, lowers: frozenset[str]) -> bool:
    """Whether the sentence alone makes the first word large: "Fined Kestrel", but "British Airways"."""
    if len(part) < 2 or part[1].kind != "word" or not _is_common(part[0].text, words, lowers):
        return False
    people = is_people(part[0].text)
    return not (people and all(token.text in words.kind_words or token.kind == "form" for token in part[1:]))


def _is_common(word: str, words: NameWords, lowers: frozenset[str]) -> bool:
    """Whether the word that opens a sentence is written large for that alone."""
    low = word.lower()
    return low in lowers or word in words.openers or low in words.starters


def _trimmed(part: list[Token]) -> list[Token]:
    while part and part[0].kind in ("link", "number"):
        part = part[1:]
    while part and part[-1].kind == "link":
        part = part[:-1]
    return part


def _without_number(article: Article, part: list[Token], words: NameWords) -> list[Token]:
    """The name without a number that counts something: "fined Gymworks 24 times", not "Gymworks 24"."""
    if len(part) < 2 or part[-1].kind != "number":
        return [token for token in part if token.kind != "number"]
    before, end = part[-2], part[-1].start + len(part[-1].text)
    around, whole = article.text[max(0, end - NEARBY) : end + NEARBY], article.text[before.start : end]
    printed = around.count(whole)
    always = around.count(before.text) == printed
    after = article.text[end : end + 16]
    word = (after.split() or [""])[0].lower()
    ends = re.match(r"[.,;:!?)]|\s?$", after) is not None or word in words.speech.lists["prepositions"]
    thing = before.text.casefold() in words.things
    acts = words.verbs.match(article.text, end) is not None
    shortened = around.find(before.text) == around.find(whole)
    kept = ((ends or acts) and (always or shortened)) or (always and printed > 1)
    return part if kept and not thing else _trimmed(part[:-1])


def _called(part: list[Token], words: NameWords) -> tuple[list[Token], Called]:
    """The name behind a role or what a company is called; a given name inside begins a person's name."""
    if len(part) < 2:
        return part, Called.NOTHING
    texts = [token.text for token in part if token.kind != "link"]
    organised = not texts or part[-1].kind == "form" or texts[-1] in words.kind_words
    for index in range(len(part) - 1, 0, -1):
        before, here = part[index - 1], part[index]
        if before.kind != "word" or here.kind != "word":
            continue
        if words.names_company(before.text) and not _is_only_place(part[index:]):
            return part[index:], Called.COMPANY
        rest = len(part) - index
        role = any(each(before.text) for each in (words.is_role, words.is_roles, words.is_role_of))
        if _is_title(part, index - 1, words) or (role and not organised):
            return part[index:], Called.ROLE
        given = words.is_given(here.text) and rest > 1 and not words.is_given(before.text)
        if given and not organised and len(before.text.rstrip(".")) > 1 and before.text not in ARTICLES:
            return part[index:], Called.ROLE if words.is_role(before.text) else Called.NOTHING
    return part, Called.NOTHING


def _is_title(part: list[Token], index: int, words: NameWords) -> bool:
    """Whether a title stands there; in capitals it begins a company's name: "DR Motor"."""
    title = part[index].text
    shortened = title.isupper() and title.isalpha() and not part[index + 1].text.isupper()
    return words.is_title(title) and not shortened
