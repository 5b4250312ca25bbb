"""Runs of capitalised words, and where a name in one cannot go on. Imports the name words.

It ends at a word that is no part of any name, at what is a body, a law or a date already, behind a legal form
and at a possessive; a country or an abbreviation within a company's name does not end it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

from casefile.extraction.name_lines import is_opening, is_shouted
from casefile.extraction.name_ordinary import opens_as_name, ordinary_names
from casefile.extraction.name_words import NameWords, country_names, name_words, places, run_patterns
from casefile.extraction.text import Article
from casefile.values import Span

ARTICLES = frozenset(
    (
        *("La", "Le", "Les", "El", "Los", "Las", "Il", "Lo", "De", "Den", "Van", "Von", "Ten", "Ter", "Di"),
        *("Del", "Della", "Dalla", "Du", "Des", "Da", "Dos", "The", "Het", "Zum", "Zur"),
    )
)
"""Written large, they begin the rest of a name: "El Corte", "Van Loon"."""
_SURNAME_LINKS = frozenset(("ter", "ten", "van", "van de", "van den", "van der", "de", "den", "te"))
NEARBY = 4_000
"""So many code points before and behind it is looked for whether a name stands otherwise."""
_HYPHENED = re.compile(r"\w-[a-zà-ÿ](?!\w{0,4}-[A-Z0-9])")
"""Not where a large word follows: "Dial-a-Deal"."""
_ELIDED = re.compile(r"(?:[LDJCSN]|Qu|Un|[NDCS]?all|Nell|Dell|Sull|Dall|Coll|All|Quell|Quest)[’'](?=\w)")
_NUMERALS = frozenset(("Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"))
STATES = frozenset(("AB", "NV", "SA", "SE", "PC", "AS", "LP"))
"""Legal forms that are short for a state or a part of a town too."""
_COUNTY = frozenset(("Co", "Co."))
_CONTRACTED = frozenset(("d", "m", "ll", "ve", "re", "t"))
_LONGEST_ABBREVIATION = 4
_LOOKED_AT = 3
"""Spans before a place that may reach to it."""
_POSSESSIVE = re.compile(r"[’'][sS]?$")
_APOSTROPHES = ("’", "'")


class Token(NamedTuple):
    """One word of a run: a word, a link between words, a legal form or a number."""

    text: str
    start: int
    kind: str


def is_covered(span: Span, taken: list[Span]) -> bool:
    """Whether the span shares a code point with one of the sorted spans, none of which overlap much."""
    return is_near_covered(span.start, span.end, taken)


def is_near_covered(start: int, end: int, taken: list[Span]) -> bool:
    """The same of a stretch that is no span yet."""
    index = bisect_right(taken, (start, end), key=_both_ends)
    return bool(_sharing(start, end, taken[max(0, index - _LOOKED_AT) : index + 2]))


def _near(start: int, end: int, taken: list[Span]) -> list[Span]:
    """Of the sorted spans those that can cover a part of the stretch, if any does."""
    first = bisect_left(taken, start, key=_start)
    last = bisect_left(taken, end, lo=first, key=_start)
    near = taken[max(0, first - _LOOKED_AT) : last + _LOOKED_AT]
    return near if _sharing(start, end, near) else []


def _sharing(start: int, end: int, spans: list[Span]) -> list[Span]:
    return [other for other in spans if start < other.end and other.start < end]


_start, _both_ends = attrgetter("start"), attrgetter("start", "end")


class Run(NamedTuple):
    """A stretch of the text that is written as names are."""

    text: str
    start: int
    small: int = 0
    """So many code points at its start are a name that begins with a small letter."""


def _tokens(run: Run) -> list[Token]:
    first = [Token(run.text[: run.small], run.start, "word")] if run.small else []
    return first + [
        Token(match.group(), run.start + match.start(), match.lastgroup or "link")
        for match in run_patterns().token.finditer(run.text, run.small)
    ]


def find_stretches(article: Article, run: Run, taken: list[Span], words: NameWords) -> Iterable[list[Token]]:
    """The stretches between words that are part of no name, without their possessives."""
    stretch: list[Token] = []
    tokens = _tokens(run)
    taken = _near(run.start, run.start + len(run.text), taken)
    for index, printed in enumerate(tokens):
        token = _without_elision(article, printed, words)
        bare, plain = token.text, token.kind == "word"
        if plain and not _keeps_possessive(article, stretch, tokens, index, words):
            bare = _without_possessive(token.text)
        covered = (
            bool(taken)
            and token.kind != "link"
            and is_near_covered(token.start, token.start + len(token.text), taken)
        )
        if plain and "-" in bare and not (bare in words.kind_words or (run.small > 0 and index == 0)):
            plain = _HYPHENED.search(bare) is None
        out = token.kind == "small" or covered
        if token.kind == "word":
            out = (
                out or not plain or _stops(article, stretch, tokens, index, token._replace(text=bare), words)
            )
        if out and not (plain and _is_inside(article, stretch, tokens, index, covered)):
            yield stretch
            stretch = []
            continue
        if token.kind == "form" and _is_state(article, stretch, token):
            yield stretch
            stretch = []
            continue
        after_form = bool(stretch) and stretch[-1].kind == "form"
        if after_form and token.kind != "form":
            yield _without_county(stretch) if token.kind == "word" else stretch
            stretch = []
        kind = "word" if token.kind == "form" and not stretch else token.kind
        stretch.append(Token(bare, token.start, kind))
        if bare != token.text:
            yield stretch
            stretch = []
    yield stretch


def _stops(
    article: Article, stretch: list[Token], tokens: list[Token], index: int, token: Token, words: NameWords
) -> bool:
    """Whether the word, which is that of the number without its possessive, is part of no name there."""
    word = token.text
    if word not in words.stops:
        return _is_contraction(word, words)
    follows = index + 1 < len(tokens) and tokens[index + 1].kind == "word"
    inside = bool(stretch) and stretch[-1].kind == "link" and stretch[0].text in words.heads
    named = (
        (follows and inside)
        or (follows and word in ARTICLES and not is_opening(article.text, token.start))
        or begins_surname(tokens[index : index + 3])
        or _ends_surname(stretch, words)
        or (word in ordinary_names(article) and opens_as_name(article, token.start, token.start + len(word)))
        or _is_counting_name(article, stretch, tokens, index, words)
    )
    return not named or _is_contraction(word, words)


def _is_inside(
    article: Article, stretch: list[Token], tokens: list[Token], index: int, covered: bool
) -> bool:
    """Whether a country, its people or an abbreviation is part of the name.

    "Vodafone Spain", "Federación Española de Fútbol", "Kestrel UK Power Ltd".
    """
    if not stretch or stretch[-1].kind != "word":
        return False
    word = tokens[index].text
    shouted = word.isupper() and stretch[-1].text.isupper()
    if (word.title() if shouted else word) in country_names(article.language):
        first = stretch[0]
        on = index + 1 < len(tokens) and tokens[index + 1].kind in ("word", "form")
        opening = is_opening(article.text, first.start)
        acts = name_words(article.language).verbs.match(article.text, tokens[index].start + len(word))
        return on or len(stretch) > 1 or not opening or _is_again(article, first) or acts is not None
    if covered and stretch[-1].text in name_words(article.language).heads:
        return True
    if stretch[-1].text.isupper():
        return False
    if not (covered or (word.isupper() and 1 < len(word) <= _LONGEST_ABBREVIATION)):
        return False
    for token in tokens[index + 1 : index + 4]:
        if token.kind != "word":
            return token.kind == "form"
    return False


def _is_again(article: Article, token: Token) -> bool:
    """Whether the word stands somewhere else nearby too."""
    low, high = max(0, token.start - NEARBY), token.start + NEARBY
    return article.text.count(token.text, low, high) > 1


def _is_state(article: Article, stretch: list[Token], form: Token) -> bool:
    """English: whether the form is short for a state behind its town: "Reno, NV"."""
    if form.text not in STATES or article.language != "en" or not stretch:
        return False
    behind_comma = article.text[form.start - 2 : form.start] == ", "
    return behind_comma and stretch[-1].text.rstrip(",") in places()


def _without_county(stretch: list[Token]) -> list[Token]:
    """Without what is no legal form before another name: "Clonmel, Co Tipperary"."""
    return stretch[:-1] if stretch[-1].text in _COUNTY else stretch


def _is_contraction(word: str, words: NameWords) -> bool:
    """English: whether it is a pronoun with its verb: "I’d", "They’ve"."""
    if words.language != "en" or not any(mark in word for mark in _APOSTROPHES):
        return False
    pronoun, _, verb = word.replace("'", "’").partition("’")
    return verb in _CONTRACTED and pronoun in words.stops


def _is_counting_name(
    article: Article, stretch: list[Token], tokens: list[Token], index: int, words: NameWords
) -> bool:
    """English: whether a word large within the sentence begins a name: "at Two Rivers", "Just Eat"."""
    behind = tokens[index + 1 : index + 3]
    named = bool(behind) and all(each.kind in ("word", "form") for each in behind)
    if article.language != "en" or not named:
        return False
    if tokens[index].text in words.naming:
        start = stretch[0].start if stretch else tokens[index].start
        plain = not is_opening(article.text, tokens[index].start)
        return plain and not is_shouted(article, Span(start, start + 1))
    inside = bool(stretch) and stretch[-1].kind != "link"
    if inside or tokens[index].text not in _NUMERALS:
        return False
    if len(behind) > 1 and not is_opening(article.text, tokens[index].start):
        return True
    start, end = tokens[index].start, behind[0].start + len(behind[0].text)
    low, high = max(0, start - NEARBY), start + NEARBY
    return article.text.count(article.text[start:end], low, high) > 1


def _ends_surname(stretch: list[Token], words: NameWords) -> bool:
    """Whether a Dutch surname's particle stands between a given name and the word: "Wim ter" Haar."""
    linked = len(stretch) == 2 and stretch[1].kind == "link" and stretch[1].text in _SURNAME_LINKS
    return words.language == "nl" and linked and words.is_given(stretch[0].text)


def begins_surname(tokens: list[Token]) -> bool:
    """Whether it is a name wherever it stands: "Van der Heul", "Van den Berg"."""
    words = [token.text for token in tokens]
    return (
        len(words) == 3
        and words[0] in ("Van", "Von")
        and words[1] in ("der", "den")
        and words[2][0].isupper()
    )


def _keeps_possessive(
    article: Article, stretch: list[Token], tokens: list[Token], index: int, words: NameWords
) -> bool:
    """Whether the ’s is part of a name: in Romance languages always, in English one that never lacks it.

    "Brink’s Chile", "Sainsbury’s".
    """
    token = tokens[index]
    if words.language in ("fr", "it", "es"):
        return token.text[-2:] in ("’s", "'s")
    if words.language != "en" or token.text[-2:] not in ("’s", "'s"):
        return False
    bare, end = token.text[:-2], token.start + len(token.text)
    if bare in words.stops or bare in words.openers or bare.lower() in words.speech.lists["starters"]:
        return False
    low, high = max(0, end - NEARBY), end + NEARBY
    ends = find_word(article.text, bare, low, high)
    if any(article.text[each : each + 1] not in _APOSTROPHES for each in ends):
        return False
    if stretch and stretch[-1].text.rstrip(".") == "St":
        return True
    behind = [each for each in tokens[index + 1 : index + 4] if each.kind != "link"]
    named = [each.kind == "form" or each.text in words.kind_words for each in behind]
    if named and all(named):
        return True
    ends = find_word(article.text, token.text, low, high)
    return len(ends) > 1 and any(
        words.verbs.match(article.text, each) or article.text[each : each + 2] in (", ", ". ")
        for each in ends
    )


def find_word(text: str, word: str, low: int, high: int) -> list[int]:
    """Where the word ends that stands between the two places with no letter or digit right beside it."""
    ends = []
    start = text.find(word, low, high)
    while start >= 0:
        end = start + len(word)
        if not (_is_of_word(text[end : end + 1]) or _is_of_word(text[max(0, start - 1) : start])):
            ends.append(end)
        start = text.find(word, end, high)
    return ends


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"


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
