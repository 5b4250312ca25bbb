"""Companies that the press knows by name, as it writes them. Imports the lexicons and phrases.

The list tells that a word is a firm's name where nothing beside it does, as German writes every noun large:
"Die Strabag hatte 2021 45 Millionen zahlen müssen"; and which names are one firm's: "SK Telecom", "SKT".
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from casefile.extraction.lexicon import SHARED, lexicon
from casefile.extraction.phrases import PhraseIndex, places_of, words_of
from casefile.values import Span

_FORMS = " | "
_BOUND = re.compile(r"-[^\W\d_]")
"""What follows upon a part of a compound: "Migros-Tochter"."""


@lru_cache(maxsize=4)
def known_companies(text: str) -> tuple[Span, ...]:
    """Where the text names one of them, in reading order; the longest names, no parts of a compound."""
    found = sorted([*(span for span, _ in _index().find(text)), *_told_by_another(text)])
    return tuple(span for span in found if _BOUND.match(text, span.end) is None)


def _told_by_another(text: str) -> Iterator[Span]:
    """Names that are a letter or a common word, where the text holds a word that tells of the firm."""
    places = places_of(text)
    for name, tellers in _tellers().items():
        if name.lower() in places and any(each in places for each in tellers):
            words = words_of(text)
            spans = (Span(*words[number][1:]) for number in places[name.lower()])
            yield from (span for span in spans if span.of(text) == name)


def is_known_company(name: str) -> bool:
    """Whether it is the name of one of them, written so."""
    return name in _firms()


def firm_of(name: str) -> str:
    """The usual name of the firm that bears the name, "" of an unknown one."""
    return _firms().get(name, "")


def owners_of(service: str) -> frozenset[str]:
    """The firms that a service belongs to: Meta of "WhatsApp"; none of an unknown one."""
    return _owners().get(firm_of(service) or service, frozenset())


@cache
def _owners() -> dict[str, frozenset[str]]:
    listed = lexicon(SHARED, "companies").lists("services")
    services = {service for names in listed.values() for service in names}
    return {
        service: frozenset(owner for owner, names in listed.items() if service in names)
        for service in services
    }


@cache
def _firms() -> dict[str, str]:
    firms: dict[str, str] = {}
    for listed in lexicon(SHARED, "companies").lists("companies").values():
        for line in listed:
            forms = line.split(_FORMS)
            for form in forms:
                firms.setdefault(form, forms[0])
    return firms


@cache
def _tellers() -> dict[str, tuple[str, ...]]:
    listed = lexicon(SHARED, "companies").lists("told_by")
    return {name: tuple(word.lower() for word in words) for name, words in listed.items()}


@cache
def _index() -> PhraseIndex[str]:
    return PhraseIndex((form, firm, True) for form, firm in _firms().items())
