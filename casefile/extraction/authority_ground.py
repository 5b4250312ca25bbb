"""Which land a stretch of a text speaks of: by places, money and addresses of its sites.

Imports places, blocks, the registry and the lexicons.
"""

import re
from bisect import bisect_left
from functools import cache, lru_cache

from casefile import registry
from casefile.extraction.authority_places import places
from casefile.extraction.lexicon import SHARED, alternatives, lexicon, word_pattern
from casefile.extraction.sections import find_blocks
from casefile.extraction.text import Article
from casefile.values import Span

_OWNER_REACH = 12
_CODE = re.compile(r"[A-Z]{3}")
_SITE = re.compile(r"(?<![\w.@-])(?:[a-z0-9-]{2,40}\.){1,3}([a-z]{2})(?![\w.-]*\w)")
_SITE_ENDS = {"uk": "GB", "eu": "EU"}
_NO_LANDS = frozenset(("EU", "IO", "AI", "TV", "ME", "CO"))
"""Ends of addresses that sites of every land have."""


def place_before(article: Article, span: Span) -> str:
    """The country or part of one named last before the span in its sentence, else the only one of its block.

    A block is a stretch under a heading of its own; a text without headings has none.
    """
    found = places(article.text)
    index = bisect_left(found, span.start, key=lambda place: place[0].start)
    if index and found[index - 1][0].start >= article.sentence_of(span).start:
        return found[index - 1][1]
    return place_of_block(article, span)


def part_before(article: Article, span: Span) -> str:
    """The state named last before a name that "the state" stands before: "the state Board of …", or ""."""
    start = max(0, span.start - _OWNER_REACH)
    if (
        word_pattern(article.language, "authorities", "owners").search(article.text, start, span.start)
        is None
    ):
        return ""
    found = [place for place in places(article.text) if "-" in place[1]]
    index = bisect_left(found, span.start, key=lambda place: place[0].start)
    return found[index - 1][1] if index else ""


def place_of_block(article: Article, span: Span) -> str:
    """The only country or part of one that the block of the span names, or ""."""
    blocks, told = _blocks(article)
    return told[max(0, bisect_left(blocks, span.end, key=lambda block: block.start) - 1)]


@lru_cache(maxsize=4)
def _blocks(article: Article) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    """The blocks with the only place that each names; none for what stands before the first heading."""
    blocks, found = find_blocks(article), places(article.text)
    told: list[set[str]] = [set() for _ in blocks]
    for place, code in found:
        told[max(0, bisect_left(blocks, place.end, key=lambda block: block.start) - 1)].add(code)
    return blocks, tuple(
        next(iter(codes)) if len(codes) == 1 and block.start else ""
        for block, codes in zip(blocks, told, strict=True)
    )


@lru_cache(maxsize=4)
def lands_of_money(text: str) -> frozenset[str]:
    """The countries whose own money the text counts in; the euro tells of none."""
    signs = lexicon(SHARED, "money").table("signs")
    codes = {signs.get(match.group(1), match.group(1)) for match in _sums().finditer(text)}
    if "pound" in codes:
        codes.add("GBP")
    return frozenset(country for code in codes for country in _lands().get(code, ()))


@cache
def _sums() -> re.Pattern[str]:
    signs = [
        sign
        for sign, code in lexicon(SHARED, "money").table("signs").items()
        if _CODE.fullmatch(code) or code == "pound"
    ]
    codes = [code for code in _lands() if code != "EUR"]
    return re.compile(rf"(?<![\w$])({alternatives([*signs, *codes])})\s?(?=\d)")


@cache
def _lands() -> dict[str, tuple[str, ...]]:
    """The countries of each currency that few share."""
    lands: dict[str, tuple[str, ...]] = {}
    for country in registry.countries():
        if "-" not in country.code and country.currency not in ("EUR", "USD"):
            lands[country.currency] = (*lands.get(country.currency, ()), country.code)
    return lands


@lru_cache(maxsize=4)
def lands_of_sites(text: str) -> frozenset[str]:
    """The countries of the addresses that the text prints: "ico.org.uk"."""
    ends = {match.group(1) for match in _SITE.finditer(text)}
    return frozenset(_SITE_ENDS.get(end, end.upper()) for end in ends) - _NO_LANDS
