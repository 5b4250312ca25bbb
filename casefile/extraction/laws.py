"""Laws and their articles in a text. Imports the registry of instruments.

An article counts with the law that follows it ("articles 5, 6 and 13 of the GDPR") or stands right before it
("GDPR Art. 5"); an article without its law says nothing and is left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from casefile import registry
from casefile.extraction.phrases import PhraseIndex
from casefile.extraction.text import Article
from casefile.values import Span

_WORD = (
    r"(?:Articles?|Artikeln?|Artikel|Arts?\.?|art[íi]culos?|Art[íi]culos?|articol[oi]|articles?|artikelen|artikel|"
    r"§{1,2}|[Ss]ections?|[Ss]ecs?\.|arts?\.|Rules?|Parts?)"
)
_NUMBER = r"(?:[LR]\.?\s?)?\d{1,4}[a-z]?(?:-\d{1,3})?"
_SUB = (
    r"(?:\s?\(\w{1,4}\)|\.\d{1,2}|\.[a-z]\)|\s?(?:Abs\.|Absatz|lit\.|Buchst\.|Satz|Nr\.|lid|onder|par\.|lett\.|"
    r"paragraphe|alinéa|apartado|letra|paragraph|comma)\s?\w{1,3}\)?){0,5}"
)
_JOIN = (
    r"(?:\s?,\s?(?:and|und|et|e|y|en)?\s?"
    r"|\s(?:and|und|et|e|y|en|i\.\s?V\.\s?m\.|in\sVerbindung\smit|or|oder|to|bis)\s)"
)
_LIST = rf"{_NUMBER}{_SUB}(?:{_JOIN}(?:{_WORD}\s?)?{_NUMBER}{_SUB}){{0,12}}"
_BEFORE = re.compile(
    rf"(?<!\w){_WORD}\s?(?P<list>{_LIST})"
    r"(?:\s(?:of|der|des|du|de|del|della|dello|van|de\sla|de\sl’|von|lid)|,)?(?:\s(?:the|la|le|het|de|l’|EU(?:’s)?|EU))?\s{0,2}$"
)
_AFTER = re.compile(rf"\s{{0,2}}[,(]?\s{{0,2}}{_WORD}\s?(?P<list>{_LIST})")
_ARTICLE = re.compile(rf"(?<![\w.(]){_NUMBER}")
_PARAGRAPH = re.compile(
    r"(?:Abs\.|Absatz|lit\.|Buchst\.|Satz|Nr\.|lid|onder|par\.|lett\.|paragraphe|alinéa|apartado|letra|comma)"
    r"\s?\w{1,3}"
)
_REACH = 160


@dataclass(frozen=True)
class ProvisionMention:
    """A law, and the article of it where one is named."""

    instrument: str
    """The short name of the registry, or the law's printed name."""
    article: str
    span: Span


def find_provisions(article: Article) -> tuple[ProvisionMention, ...]:
    """Every law in reading order, once for each article that is named with it."""
    text = article.text
    found: list[ProvisionMention] = []
    for span, name in _laws(text):
        numbers, whole = _articles(text, span)
        found += [ProvisionMention(name, number, whole) for number in numbers or ("",)]
    return tuple(found)


@cache
def _index() -> PhraseIndex[str]:
    return PhraseIndex(
        (alias, instrument.code, alias in instrument.case_sensitive)
        for instrument in registry.instruments()
        for alias in (*instrument.aliases, instrument.name)
    )


_NUMBERED = re.compile(
    r"(?<!\w)(?:(?:Ley|Real\sDecreto|Ley\sOrgánica)\s\d{1,3}/\d{4}|(?:Regulation|Directive|Verordnung|Richtlinie|"
    r"[Rr]èglement|[Dd]irective|[Rr]egolamento|[Dd]irettiva|Reglamento|Directiva|Verordening|Richtlijn)\s"
    r"\((?:EU|UE|EC|EG|CE)\)\s(?:Nr\.\s|No\.?\s|n\.\s)?\d{2,4}/\d{2,4})"
)
_TITLED = re.compile(
    r"(?<!\w)(?:[A-Z][a-z]+(?:\s(?:and|of|the|for|on|or|in))?,?\s){1,6}Act(?:\s(?:of\s)?(?:19|20)\d\d)?(?!\w)"
)


def _laws(text: str) -> Iterator[tuple[Span, str]]:
    listed = [(span, entries[0].value) for span, entries in _index().find(text)]
    covered = {place for span, _ in listed for place in range(span.start, span.end)}
    others = [
        (Span(*match.span()), match.group())
        for unknown in (_NUMBERED, _TITLED)
        for match in unknown.finditer(text)
        if not covered.intersection(range(*match.span()))
    ]
    yield from sorted(listed + others)


def _articles(text: str, law: Span) -> tuple[tuple[str, ...], Span]:
    before = _BEFORE.search(text[max(0, law.start - _REACH) : law.start])
    if before is not None:
        start = max(0, law.start - _REACH) + before.start()
        return _numbers(before.group("list")), Span(start, law.end)
    after = _AFTER.match(text, law.end, law.end + _REACH)
    if after is not None:
        return _numbers(after.group("list")), Span(law.start, after.end())
    return (), law


def _numbers(listed: str) -> tuple[str, ...]:
    """The articles without their paragraphs, each once."""
    cleaned = _PARAGRAPH.sub(" ", listed)
    return tuple(dict.fromkeys(match.group() for match in _ARTICLE.finditer(cleaned)))
