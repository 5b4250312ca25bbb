"""Words that stand for a body where it acts: "Brussels fined Orrin €50m", "infligée par Bruxelles", "Bercy".

A city is a place far more often, so that it counts as a body only where the text tells right beside its name
that it acted. Imports the triggers and the registry.
"""

import re
from collections.abc import Iterator
from functools import cache

from casefile import registry
from casefile.extraction.authority_acting import by_whom, is_active, is_agent
from casefile.extraction.authority_names import Spotted
from casefile.extraction.lexicon import SHARED, alternatives, lexicon
from casefile.extraction.phrases import OpenedPattern
from casefile.extraction.text import Article
from casefile.extraction.trigger_reading import may_open
from casefile.extraction.triggers import Force, Side, find_triggers
from casefile.values import Span

_ASIDE = re.compile(r"\s(?:(?:a|ha|has|hat|heeft|had|avait|hatte)\s(?:déjà\s|già\s|ya\s)?)?")
"""Between a city and its verb."""
_NOUNS = re.compile(r"\s(?:fines|sanctions|bans|orders|penalties|warnings|probes|charges)(?!\s[A-Z])")
_SANCTIONS = re.compile(r"(?i)(?<!\w)(?:sanctions|sanktionen|sanciones|sanzioni|sancties)(?!\w)")
_BESIDE = 80
_WORD = re.compile(r"[^\W\d_A-ZÀ-Þ]+")
_CLAUSE = 160
"""Code points behind a city in which its verb has its object."""
_PLACED = re.compile(
    r"(?<!\w)(?:in|à|a|en|aus|uit|at|from|de|du|des|van|di|del|of|von|bij|near|nach|naar|zu|au)\s$", re.I
)
_AGENT, _ASIDE_BY = 40, 12
"""Code points before an agent and from it to the participle behind, and between one and "by"."""


def find_seats(article: Article) -> Iterator[Spotted]:
    """Every mention of a city where it acts, in reading order."""
    for code, names in lexicon(SHARED, "authorities").lists("metonyms").items():
        for match in _cities(names).finditer(article.text):
            span = Span(*match.span())
            if _is_of_states(article.text, span):
                continue
            placed = _is_placed(article, span)
            active = not placed and (_opens_verb(article, span) or is_active(article, span))
            if active or _is_agent(article, span) or is_agent(article, span):
                yield span, registry.authority(code)


def _is_of_states(text: str, span: Span) -> bool:
    """Whether sanctions against a state are told of, or fines in general: "breached EU sanctions"."""
    if _NOUNS.match(text, span.end) is not None:
        return True
    near = text[max(0, span.start - _BESIDE) : span.end + _BESIDE]
    return _SANCTIONS.search(near) is not None and not any(each.isdigit() for each in near)


def _is_placed(article: Article, span: Span) -> bool:
    """Whether it is a city in which something else is: "Het Marktenhof in Brussel heeft"."""
    city = span.of(article.text) in lexicon(SHARED, "authorities").lists("seats")["EU"]
    return city and _PLACED.search(article.text, max(0, span.start - _AGENT), span.start) is not None


@cache
def _cities(names: tuple[str, ...]) -> OpenedPattern:
    return OpenedPattern(re.compile(rf"(?<![\w-]){alternatives(names)}(?![\w-])"), names)


def _opens_verb(article: Article, span: Span) -> bool:
    """Whether a verb that imposes something on somebody stands right behind it: "Bruxelles condamne"."""
    text, language = article.text, article.language
    between = _ASIDE.match(text, span.end)
    word = _WORD.match(text, between.end()) if between is not None else None
    if word is None or not may_open(word.group(), language):
        return False
    rest = text[span.end : min(article.sentence_of(span).end, span.end + _CLAUSE)]
    return any(
        trigger.side is Side.AFTER
        and trigger.force is Force.DONE
        and _ASIDE.fullmatch(rest, 0, trigger.span.start) is not None
        for trigger in find_triggers(rest, language)
    )


def _is_agent(article: Article, span: Span) -> bool:
    """Whether "by" leads to it, and a passive to or from that: "condamné par l’UE"."""
    text, language = article.text, article.language
    by = _by(language).search(text, max(0, span.start - _AGENT), span.start)
    if by is None:
        return False
    if _imposed(language).search(text, span.end, span.end + _AGENT) is not None:
        return True
    start = article.sentence_of(span).start
    passives = (
        each for each in find_triggers(text[start : by.start()], language) if each.side is Side.BEFORE
    )
    return any(
        each.force is Force.DONE and by.start() - start - each.span.end <= _ASIDE_BY for each in passives
    )


@cache
def _by(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){by_whom(language)}$", re.IGNORECASE)


@cache
def _imposed(language: str) -> re.Pattern[str]:
    done = alternatives(lexicon(language, "authorities").words("imposed"))
    return re.compile(rf"[^.,;:!?\n]*(?<!\w){done}(?!\w)", re.IGNORECASE)
