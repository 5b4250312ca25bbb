"""The words around names of one language, made ready for matching. Imports the lexicons and the registry."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from casefile import registry
from casefile.extraction.lexicon import SHARED, alternatives, lexicon
from casefile.extraction.phrases import PhraseIndex


@dataclass(frozen=True)
class NameWords:
    """The words around names of one language."""

    stops: frozenset[str]
    """Words that end a name wherever they stand."""
    openers: frozenset[str]
    """Words that begin no name and are none by themselves."""
    forms: frozenset[str]
    """Legal forms: a name that ends in one is sure."""
    kind_words: frozenset[str]
    """Last words of organisations' names."""
    kinds: frozenset[str]
    """What a company is called before its name, folded: "law firm"."""
    modified: re.Pattern[str]
    """A word for a company right behind a name that only describes it: "the Omaha group"."""
    titles: frozenset[str]
    """What a person is called before the name, folded."""
    verbs: re.Pattern[str]
    sources: frozenset[str]
    """What stands before somebody who is only asked for a figure: "according to"."""


@cache
def name_words(language: str) -> NameWords:
    """The words of a language, made once."""
    shared, own = lexicon(SHARED, "names"), lexicon(language, "names")
    dates = lexicon(language, "dates")
    stops = {word for key in ("months", "weekdays") for group in dates.groups(key) for word in group}
    stops |= {*own.words("stops"), *shared.words("stops"), *(word.upper() for word in own.words("stops"))}
    kind_words = set(shared.words("kind_words"))
    kinds = alternatives(own.words("company_kinds"))
    return NameWords(
        stops=frozenset(stops),
        openers=frozenset({*own.words("openers"), *kind_words}),
        forms=frozenset(form.casefold() for form in shared.words("legal_forms")),
        kind_words=frozenset(kind_words),
        kinds=_folded(own.words("company_kinds")),
        modified=re.compile(rf"\s(?:[a-z]+\s)?{kinds}(?!\w)"),
        titles=_folded(own.words("titles")),
        sources=_folded(own.words("sources")),
        verbs=re.compile(rf"\s{alternatives(own.words('verbs'))}(?!\w)"),
    )


@cache
def places() -> PhraseIndex[None]:
    """Capitals and other cities, which are no parties."""
    capitals = {(capital, None, True) for country in registry.countries() for capital in country.capitals}
    return PhraseIndex(
        [*capitals, *((place, None, True) for place in lexicon(SHARED, "names").words("places"))]
    )


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(" ".join(word.lower().replace("-", " ").split()) for word in words) | frozenset(
        word.lower() for word in words
    )
