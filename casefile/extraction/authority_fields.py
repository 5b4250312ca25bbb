"""Fields of work as texts name them, and who leads in them. Imports the registry and the lexicons."""

import re
from functools import cache, lru_cache

from casefile import registry
from casefile.extraction.lexicon import alternatives, lexicon

BROADER = {
    "banking": "financial",
    "insurance": "financial",
    "media": "communications",
    "medicines": "health",
    "pensions": "financial",
    "securities": "financial",
}
"""Which field a body of a narrower one belongs to where none is named for it."""


@lru_cache(maxsize=256)
def fields_in(language: str, text: str) -> tuple[str, ...]:
    """The fields that a stretch names, the most frequent first."""
    counts = {field: len(pattern.findall(text)) for field, pattern in _patterns(language).items()}
    return tuple(sorted((field for field in counts if counts[field]), key=lambda field: -counts[field]))


def field_words(language: str) -> str:
    """A pattern of any word that tells of a field, with any ending of the word."""
    words = [word for listed in lexicon(language, "authorities").lists("fields").values() for word in listed]
    return rf"{alternatives(words)}[\w’'-]{{0,24}}"


@cache
def regulator_words(language: str, *lists: str) -> str:
    """A pattern of the words of the lists and of those that a field makes with a word: "energiewaakhond"."""
    words = lexicon(language, "authorities")
    listed = alternatives(word for name in lists for word in words.words(name))
    if not words.words("compounds"):
        return listed
    fields = alternatives(word for stems in words.lists("fields").values() for word in stems)
    return rf"(?:{listed}|{fields}[^\W\d_]{{0,12}}{alternatives(words.words('compounds'))})"


def regulator_openings(language: str, *lists: str) -> list[str]:
    """What the words of :func:`regulator_words` begin with, as an :class:`OpenedPattern` is told it."""
    words = lexicon(language, "authorities")
    stems = [stem for listed in words.lists("fields").values() for stem in listed]
    compounds = [f"{stem.split()[0].rstrip('*')}*" for stem in stems] if words.words("compounds") else []
    return [*(word for name in lists for word in words.words(name)), *compounds]


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    return {
        field: re.compile(rf"(?<!\w){alternatives(words)}", re.IGNORECASE)
        for field, words in lexicon(language, "authorities").lists("fields").items()
    }


def works_in(record: registry.Authority, field: str) -> bool:
    """Whether the field, or the broader one that it belongs to, is one of the body's."""
    wanted = {field, BROADER.get(field, field)}
    return (
        record.kind in wanted or BROADER.get(record.kind) == field or bool(wanted.intersection(record.leads))
    )


def leader(place: str, field: str) -> registry.Authority | None:
    """The body that a nickname of this place and field means; None where several might be meant."""
    return _leaders().get((place, field)) or _leaders().get((place, BROADER.get(field, "")))


@cache
def _leaders() -> dict[tuple[str, str], registry.Authority]:
    named: dict[tuple[str, str], registry.Authority] = {}
    kinds: dict[tuple[str, str], list[registry.Authority]] = {}
    for record in registry.authorities():
        place = region(record)
        kinds.setdefault((place, record.kind), []).append(record)
        for field in record.leads:
            named.setdefault((place, field), record)
    alone = {key: records[0] for key, records in kinds.items() if len(records) == 1}
    return alone | named


@cache
def region(record: registry.Authority) -> str:
    """The country or part of one that a body is of: ``DE-HH`` for Hamburg's, though that has ``DE``."""
    head = record.code.rpartition("-")[0]
    return head if head in _parts() else record.jurisdiction


@cache
def _parts() -> frozenset[str]:
    return frozenset(country.code for country in registry.countries() if "-" in country.code)
