"""Words that point back to an authority: "the agency", "das Amt". Imports the bodies spoken of.

"The agency" means the last body named that is called an agency, else the last regulator; "the commissioner"
rather one whose own name says so than one that the press calls so. A word that is not every regulator's ("the
commission") means none where several might be meant, unless it is "the same".
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from casefile import registry
from casefile.extraction.authority_names import Spotted
from casefile.extraction.authority_spoken import Spoken, Wanted
from casefile.extraction.lexicon import alternatives, lexicon
from casefile.extraction.phrases import OpenedPattern
from casefile.extraction.small_words import OF_THE
from casefile.extraction.text import Article
from casefile.values import Span

_OPEN_CLASSES = frozenset(("agency", "authority", "regulator"))
"""Classes of words that any regulator may be called by."""
_REGULATOR = Wanted()
_OFTEN = 2
"""Mentions of one body above which another that is named in passing is not "the agency"."""


def find_pointing(article: Article, direct: Sequence[Spotted]) -> list[Spotted]:
    """Words that point back to an authority, or forward where none was spoken of yet."""
    spoken = Spoken(_without_owners(article.text, direct))
    found = []
    for match in _pointing(article.language).finditer(article.text):
        classes = tuple(name for name, word in match.groupdict().items() if word)
        if _organ(article.language).match(article.text, match.end()):
            record = spoken.nearest(match.start(), _REGULATOR)
        else:
            again = _same(article.language).search(match.group()) is not None
            record = _meant(spoken, classes, match.start(), again=again)
        if record:
            found.append((Span(*match.span()), record))
    return found


_OWNER = re.compile(rf"(?<!\w){OF_THE}$")
"""Right before the name of a body that something else is of: "contracts of the Ministry of Works"."""
_OWNER_REACH = 12


def _without_owners(text: str, direct: Sequence[Spotted]) -> Sequence[Spotted]:
    """Without bodies named once, as whose something is, where another is spoken of again and again."""
    counts = Counter(record.code or record.name for _, record in direct)
    if not counts or max(counts.values()) <= _OFTEN:
        return direct
    return [
        (span, record)
        for span, record in direct
        if counts[record.code or record.name] > 1
        or _OWNER.search(text, max(0, span.start - _OWNER_REACH), span.start) is None
    ]


def _meant(spoken: Spoken, classes: tuple[str, ...], start: int, *, again: bool) -> registry.Authority | None:
    called = Wanted(classes=classes, regulator=False)
    own = None if _OPEN_CLASSES.intersection(classes) else replace(called, own=True)
    named = (own and spoken.before(start, own)) or spoken.before(start, called)
    if named:
        return named
    last = spoken.before(start, _REGULATOR)
    if again and last:
        return last
    coming = spoken.behind(start, called) if last is None else None
    if coming or _OPEN_CLASSES.intersection(classes):
        return coming or last or spoken.behind(start, _REGULATOR)
    return last and spoken.only(_REGULATOR)


@cache
def _same(language: str) -> re.Pattern[str]:
    """What says that it is the body spoken of last: "the same office"."""
    return re.compile(
        rf"(?<!\w){alternatives(lexicon(language, 'authorities').words('same'))}(?!\w)", re.IGNORECASE
    )


@cache
def _organ(language: str) -> re.Pattern[str]:
    """What makes the word an organ of whoever was spoken of last: "la commission des sanctions"."""
    return re.compile(rf"\s{alternatives(lexicon(language, 'authorities').words('organs'))}(?!\w)")


@cache
def _pointing(language: str) -> OpenedPattern:
    """A determiner, at most one common adjective and a word for a body; its class is the group's name."""
    words = lexicon(language, "authorities")
    nouns = "|".join(
        rf"(?P<{name}>{alternatives(listed)})" for name, listed in words.lists("classes").items()
    )
    adjectives = alternatives(words.words("adjectives"))
    determiner = alternatives(words.words("determiners"))
    longer = rf"\s{alternatives(words.words('links'))}\s(?-i:[A-Z])"
    pattern = rf"(?<!\w){determiner}\s?(?<!\w)(?:{adjectives}\s)?(?:{nouns})(?:[’']s)?(?!\w|-\w|{longer})"
    return OpenedPattern(re.compile(pattern, re.IGNORECASE), words.words("determiners"))
