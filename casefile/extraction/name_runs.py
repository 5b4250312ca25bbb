"""Stretches that are written as names are: capitals, links, a legal form behind. Imports the name words.

A run of capitalised words is cut where a name cannot go on: at a word that is no part of any, at a role or a
company's noun before the name proper ("Finanzsprecherin Hedwig ..."), behind a legal form, and at a link that
joins only some names ("of", "und").
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from casefile.extraction.name_words import NameWords, name_words, places, run_patterns
from casefile.extraction.text import Article
from casefile.values import Span

_AND = frozenset(("and", "und", "et", "y", "e", "en"))
_OF = frozenset(
    ("of", "for", "für", "voor", "pour", "per", "para", "in", "im", "am", "an", "op", "aan", "ad")
)
_SUBSTANTIVE = frozenset(("fr", "it", "es"))
"""Languages in which "de" between two capitals joins one name, as common nouns have none."""
_ARTICLES = frozenset(
    (
        "La",
        "Le",
        "Les",
        "El",
        "Los",
        "Las",
        "Il",
        "Lo",
        "De",
        "Den",
        "Van",
        "Von",
        "Ten",
        "Ter",
        "Di",
        "Del",
        "Della",
        "Dalla",
        "Du",
        "Des",
        "Da",
        "Dos",
        "The",
    )
)
_HYPHENED = re.compile(r"\w-[a-zà-ÿ]")
_ELIDED = re.compile(r"(?:[LDJCSN]|Qu|Un|[NDCS]?all|Nell|Dell|Sull|Dall|Coll|All|Quell|Quest)[’'](?=\w)")
_NEARBY = 4_000
_POSSESSIVE = re.compile(r"[’'][sS]?$")
_APOSTROPHES = ("’", "'")
_OPENERS = frozenset('.!?:;…“”"„«»‘–—-•|*·>')


class Called(Enum):
    """What the run says before the name itself."""

    NOTHING = "nothing"
    ROLE = "role"
    COMPANY = "company"


@dataclass(frozen=True)
class Token:
    """One word of a run: a word, a link between words, a legal form or a number."""

    text: str
    start: int
    kind: str


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
    for match in run_patterns().run.finditer(article.text):
        if match.group() in words.stops and not _POSSESSIVE.search(match.group()):
            continue
        for stretch in _cut(article, _tokens(match), taken, words):
            for part in _unlinked(article, stretch, words, lowers):
                piece = _piece(article, part, words, lowers)
                if piece is not None:
                    yield piece


def is_opening(text: str, start: int) -> bool:
    """Whether the place is one where every word is written large: behind a stop, a quotation mark, a dash."""
    before = text[max(0, start - 3) : start]
    last = before.rstrip(" \u00a0\u202f")[-1:]
    return not last or last == "\n" or (last in _OPENERS and (before[-1:] != "-"))


def is_covered(span: Span, taken: list[Span]) -> bool:
    """Whether the span shares a code point with one of the sorted spans, none of which overlap much."""
    return is_near_covered(span.start, span.end, taken)


def is_near_covered(start: int, end: int, taken: list[Span]) -> bool:
    """The same of a stretch that is no span yet."""
    index = bisect_right(taken, (start, end), key=_ends_of)
    return any(start < other.end and other.start < end for other in taken[max(0, index - 3) : index + 2])


def _ends_of(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _tokens(run: re.Match[str]) -> list[Token]:
    return [
        Token(match.group(), run.start() + match.start(), match.lastgroup or "link")
        for match in run_patterns().token.finditer(run.group())
    ]


def _cut(article: Article, tokens: list[Token], taken: list[Span], words: NameWords) -> Iterable[list[Token]]:
    """The stretches between words that are part of no name, without their possessives."""
    stretch: list[Token] = []
    for index, printed in enumerate(tokens):
        token = _without_elision(article, printed, words)
        bare = _without_possessive(token.text) if token.kind == "word" else token.text
        covered = token.kind != "link" and is_near_covered(token.start, token.start + len(token.text), taken)
        follows = index + 1 < len(tokens) and tokens[index + 1].kind == "word"
        article_inside = bare in _ARTICLES and follows and not is_opening(article.text, token.start)
        article_inside = article_inside or _begins_surname(tokens[index : index + 3])
        inside = bool(stretch) and stretch[-1].kind == "link" and stretch[0].text in words.heads
        stops = bare in words.stops and not (article_inside or (inside and follows))
        if token.kind == "small" or (token.kind == "word" and (stops or _HYPHENED.search(bare))) or covered:
            yield stretch
            stretch = []
            continue
        after_form = bool(stretch) and stretch[-1].kind == "form"
        if after_form and token.kind != "form":
            yield stretch
            stretch = []
        kind = "word" if token.kind == "form" and not stretch else token.kind
        stretch.append(Token(bare, token.start, kind))
        if bare != token.text:
            yield stretch
            stretch = []
    yield stretch


def _begins_surname(tokens: list[Token]) -> bool:
    """Whether it is a name wherever it stands: "Van der Heul", "Van den Berg"."""
    words = [token.text for token in tokens]
    return (
        len(words) == 3
        and words[0] in ("Van", "Von")
        and words[1] in ("der", "den")
        and words[2][0].isupper()
    )


def _without_possessive(word: str) -> str:
    possessive = word[-2:-1] in _APOSTROPHES or word[-1:] in _APOSTROPHES
    return _POSSESSIVE.sub("", word) if possessive else word


def _without_elision(article: Article, token: Token, words: NameWords) -> Token:
    """French and Italian: the word without its article, which is part of a name only within a sentence."""
    elided = _ELIDED.match(token.text) if words.language in ("fr", "it") and token.kind == "word" else None
    if elided is None or (elided.group()[:-1] in ("L", "D") and not is_opening(article.text, token.start)):
        return token
    return Token(
        token.text[elided.end() :],
        token.start + elided.end(),
        "word" if _is_large(token.text[elided.end() :]) else "small",
    )


def _is_large(word: str) -> bool:
    return word[:1].isupper() or word[:1].isdigit()


def _unlinked(
    article: Article, stretch: list[Token], words: NameWords, lowers: frozenset[str]
) -> Iterable[list[Token]]:
    """The stretch split at the links that do not belong to the name."""
    part: list[Token] = []
    for index, token in enumerate(stretch):
        if token.kind == "link" and not _joins(article, part, token, stretch[index + 1 :], words, lowers):
            yield part
            part = []
            continue
        part.append(token)
    yield part


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
    if low in ("&", "’t", "'t", "ter", "ten") or _begins_surname([left[-1], link, right[0]]):
        return True
    headed = any(token.text in words.heads for token in left)
    if low in _AND:
        return right[0].text in words.sons or (headed and low != "e" and len(left) > 2)
    if low in _OF:
        return headed and right[0].text not in places()
    if words.is_given(first) or headed or len(first.rstrip(".")) == 1:
        return True
    if words.language in _SUBSTANTIVE:
        common = first.lower() in lowers or first in words.openers
        return not (common and is_opening(article.text, left[0].start))
    return words.language == "en"


def _piece(article: Article, part: list[Token], words: NameWords, lowers: frozenset[str]) -> Piece | None:
    part = _without_number(article, _trimmed(part), words)
    part, called = _called(part, words)
    part = _without_origin(part, words)
    start = part[0].start if part else 0
    opening = bool(part) and called is Called.NOTHING and is_opening(article.text, start)
    named = len(part) > 1 and part[1].kind == "word" and not _is_only_place(part[1:])
    if opening and named and words.is_company_noun(part[0].text):
        part, opening, called = part[1:], False, Called.COMPANY
    while opening and len(part) > 1 and part[1].kind == "word" and _is_common(part[0].text, words, lowers):
        part, opening = _trimmed(part[1:]), False
    if not part or (part[-1].kind == "form" and len(part) == 1):
        return None
    last = part[-1]
    end = last.start + len(last.text)
    if last.kind == "form" and "." in last.text and article.text[end - 1 : end + 1] in ("A.", "L."):
        end += 1
    text = article.text[part[0].start : end].rstrip(",-")
    if last.kind != "form":
        text = text.rstrip(".") if not re.search(r"\w\.\w\.$", text) else text
    if len(text) < 2:
        return None
    span = Span(part[0].start, part[0].start + len(text))
    return Piece(text, span, last.kind == "form", called, opening)


def _is_only_place(part: list[Token]) -> bool:
    """Whether only a town follows what is then part of a name: "Hautstudio Freising GmbH"."""
    return all(token.kind == "form" or token.text in places() for token in part)


def _without_origin(part: list[Token], words: NameWords) -> list[Token]:
    """Without the town in front of a name: "die Grazer Steinfeld Leasing", "het Utrechtse Schoenenrijk"."""
    if words.language == "nl" and len(part) > 1 and part[1].kind == "word":
        town = re.sub(r"s?e$", "", part[0].text)
        return part[1:] if town != part[0].text and town in places() else part
    if words.language != "de" or len(part) < 3 or not part[0].text.endswith("er"):
        return part
    town = part[0].text.removesuffix("er")
    known = any(town + ending in places() for ending in ("", "e", "en"))
    plain = part[1].kind == part[2].kind == "word" and part[1].text not in words.heads
    return part[1:] if known and plain and part[1].text not in words.kind_words else part


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
    around = article.text[max(0, end - _NEARBY) : end + _NEARBY]
    printed = around.count(article.text[before.start : end])
    always = around.count(before.text) == printed
    after = article.text[end : end + 16]
    word = (after.split() or [""])[0].lower()
    ends = re.match(r"[.,;:!?)]|\s?$", after) is not None or word in words.speech.lists["prepositions"]
    thing = before.text.casefold() in words.things
    return part if always and not thing and (ends or printed > 1) else _trimmed(part[:-1])


def _called(part: list[Token], words: NameWords) -> tuple[list[Token], Called]:
    """The name behind a role or what a company is called; a given name inside begins a person's name."""
    texts = [token.text for token in part if token.kind != "link"]
    organised = not texts or part[-1].kind == "form" or texts[-1] in words.kind_words
    for index in range(len(part) - 1, 0, -1):
        before, here = part[index - 1], part[index]
        if before.kind != "word" or here.kind != "word":
            continue
        if words.names_company(before.text) and not _is_only_place(part[index:]):
            return part[index:], Called.COMPANY
        rest = len(part) - index
        if words.is_title(before.text) or (words.is_role(before.text) and not organised):
            return part[index:], Called.ROLE
        given = words.is_given(here.text) and rest > 1 and not words.is_given(before.text)
        if given and not organised and len(before.text.rstrip(".")) > 1 and before.text not in _ARTICLES:
            return part[index:], Called.ROLE if words.is_role(before.text) else Called.NOTHING
    return part, Called.NOTHING
