"""Companies that the press knows by name, as it writes them. Imports the lexicons and phrases.

The list tells that a word is a firm's name where nothing beside it does, as German writes every noun large:
"Die Strabag hatte 2021 45 Millionen zahlen müssen"; and which names are one firm's: "SK Telecom", "SKT".
"""

import re
from functools import cache, lru_cache

from casefile.extraction.lexicon import SHARED, lexicon
from casefile.extraction.phrases import PhraseIndex
from casefile.values import Span

_FORMS = " | "
_BOUND = re.compile(r"-[^\W\d_]")
"""What follows upon a part of a compound: "Migros-Tochter"."""


@lru_cache(maxsize=4)
def known_companies(text: str) -> tuple[Span, ...]:
    """Where the text names one of them, in reading order; the longest names, no parts of a compound."""
    found = (span for span, _ in _index().find(text))
    return tuple(span for span in found if _BOUND.match(text, span.end) is None)


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
def _index() -> PhraseIndex[str]:
    return PhraseIndex((form, firm, True) for form, firm in _firms().items())
