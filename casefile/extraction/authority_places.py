"""Countries, their parts and seats of authorities as a text names them. Imports the registry and phrases."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

from casefile import registry
from casefile.extraction.lexicon import SHARED, lexicon
from casefile.extraction.phrases import PhraseIndex
from casefile.values import Span

HOME_COUNTRIES = {"de": "DE", "fr": "FR", "nl": "NL", "it": "IT", "es": "ES"}
"""The country that a text in this language most likely speaks of; English has none."""

SPOKEN_COUNTRIES = {
    "en": frozenset(("GB", "US", "IE", "AU", "CA", "NZ", "SG")),
    "de": frozenset(("AT", "CH")),
    "fr": frozenset(("BE", "CH", "LU", "CA", "CI", "DZ", "MA", "SN", "TN")),
    "nl": frozenset(("BE",)),
    "it": frozenset(("CH",)),
}
"""Further countries whose press writes in the language."""

_GERMAN_ENDINGS = ("e", "en", "er", "es", "em")
_GENITIVES = ("de", "nl")
"""Languages that put an "s" to a country's name: "Frankreichs"."""
_BESIDE = 6
_BEFORE = frozenset((" ", "'s ", "’s ", "' ", "’ ", "-", "s "))
_BEHIND = frozenset(
    (" ", " (", " of ", " of the ", " for ", " de ", " d’", " d'", " du ", " des ", " de la ", " del ",
     " der ", " von ", " des Landes ", " van ", " di ", " della ", " dell’", " dell'")
)  # fmt: skip

Place = tuple[Span, str]


@lru_cache(maxsize=4)
def places(text: str) -> tuple[Place, ...]:
    """Where the text names a country, a part of one or its people, with its code, in reading order."""
    found = [
        (span, codes)
        for span, entries in _country_index().find(text)
        if (codes := [each.value for each in entries if not _is_lowered(text, span, each.phrase)])
    ]
    sure = Counter(codes[0].split("-")[0] for _, codes in found if len(codes) == 1)
    return tuple((span, max(codes, key=lambda code: sure[code.split("-")[0]])) for span, codes in found)


def _is_lowered(text: str, span: Span, phrase: str) -> bool:
    """Whether a name that has a capital is written small, and is another word: Dutch "inde", no "Inde"."""
    return text[span.start].islower() and phrase[:1].isupper()


@lru_cache(maxsize=4)
def country_counts(text: str) -> Counter[str]:
    """How often the text names each country, its parts counted with it."""
    return Counter(code.split("-")[0] for _, code in places(text))


@lru_cache(maxsize=4)
def seats(text: str) -> tuple[Place, ...]:
    """Where the text names a capital or another seat of authorities; a city may stand for several places."""
    return tuple(
        (span, code) for span, entries in _seat_index().find(text) for code in {e.value: 0 for e in entries}
    )


@lru_cache(maxsize=4)
def seat_countries(text: str) -> frozenset[str]:
    """The countries whose seats the text names."""
    return frozenset(code.split("-")[0] for _, code in seats(text))


@lru_cache(maxsize=4)
def place_ends(text: str) -> frozenset[int]:
    """Where the names of countries, their parts and cities end."""
    return frozenset(span.end for span, _ in (*places(text), *seats(text)))


def place_beside(text: str, span: Span) -> str:
    """The country or part of one named right before or behind a name ("Kenya’s …", "… of Ghana"), or ""."""
    found = places(text)
    index = bisect_left(found, span.start, key=lambda place: place[0].start)
    if index and text[found[index - 1][0].end : span.start] in _BEFORE:
        return found[index - 1][1]
    while index < len(found) and found[index][0].start < span.end:
        index += 1
    behind = index < len(found) and found[index][0].start - span.end <= _BESIDE + 3
    if behind and text[span.end : found[index][0].start] in _BEHIND:
        return found[index][1]
    return ""


def place_inside(text: str, span: Span) -> str:
    """The country or part of one that stands within the span, or ""."""
    found = places(text)
    index = bisect_left(found, span.start, key=lambda place: place[0].start)
    return found[index][1] if index < len(found) and found[index][0].end <= span.end else ""


def home(text: str, language: str, bodies: Iterable[str] = ()) -> str:
    """The country of a text where nothing nearer tells: the one that places and ``bodies`` speak of most.

    ``bodies`` are the jurisdictions of the authorities named. Without two hints it is that of the language.
    """
    counts = country_counts(text) + Counter(code.split("-")[0] for code in bodies)
    counts.update(seat_countries(text))
    counts.pop("EU", None)
    own = HOME_COUNTRIES.get(language, "")
    most = max(counts, key=lambda code: (counts[code], code == own), default="")
    return most if most and counts[most] > 1 else own or most


@cache
def _country_index() -> PhraseIndex[str]:
    return PhraseIndex(
        (word, country.code, len(word) < 4)
        for country in registry.countries()
        for word in _country_words(country)
    )


def _country_words(country: registry.Country) -> list[str]:
    words = [
        word for names in (country.names, country.adjectives) for forms in names.values() for word in forms
    ]
    german = [f"{word}{ending}" for word in country.adjectives.get("de", ()) for ending in _GERMAN_ENDINGS]
    plurals = [f"{word}s" for word in country.adjectives.get("fr", ())]
    owners = [f"{word}s" for language in _GENITIVES for word in country.names.get(language, ())]
    return [*dict.fromkeys((*words, *german, *plurals, *owners))]


@cache
def _seat_index() -> PhraseIndex[str]:
    listed = lexicon(SHARED, "authorities").lists("seats")
    capitals = ((city, country.code) for country in registry.countries() for city in country.capitals)
    forms = ((city, code) for code, cities in listed.items() for city in cities)
    return PhraseIndex((city, code, False) for city, code in dict.fromkeys((*capitals, *forms)))
