"""The word lists of reading, as they ship with the program. Imports only paths.

``resources/lexicons/<language>/source.toml`` says how publications of that language name themselves;
the names of months and weekdays are those of ``dates.toml`` beside it.
"""

import tomllib
from functools import cache

from casefile.paths import ResourceMissingError, resource

LANGUAGES = ("en", "de", "fr", "nl", "it", "es")
"""The languages whose article heads are understood."""
TOLD_LANGUAGES = (*LANGUAGES, "pt", "sv", "da", "nb", "pl", "fi", "cs")
"""The languages that the detector tells apart by their commonest words."""


@cache
def _content(language: str, subject: str) -> dict[str, object]:
    try:
        file = resource(f"lexicons/{language}/{subject}.toml")
    except ResourceMissingError:
        if language in TOLD_LANGUAGES:
            raise
        return {}
    return tomllib.loads(file.read_text(encoding="utf-8"))


def words(language: str, key: str) -> tuple[str, ...]:
    """The list under the key in the file's order, empty where the language has none."""
    found = _content(language, "source").get(key)
    return tuple(str(word) for word in found) if isinstance(found, list) else ()


def word(language: str, key: str) -> str:
    """The one word under the key, "" where the language has none."""
    found = _content(language, "source").get(key)
    return found if isinstance(found, str) else ""


def table(language: str, key: str) -> dict[str, str]:
    """A table of words by words, empty where the language has none."""
    found = _content(language, "source").get(key)
    return {str(name): str(value) for name, value in found.items()} if isinstance(found, dict) else {}


@cache
def months() -> dict[str, int]:
    """The numbers 1 to 12 by every name of a month in :data:`LANGUAGES`, casefolded and without full stop."""
    return _numbered("months")


@cache
def weekday_numbers() -> dict[str, int]:
    """The numbers 1 (Monday) to 7 by every name of a weekday in :data:`LANGUAGES`, casefolded."""
    return _numbered("weekdays")


@cache
def weekdays() -> frozenset[str]:
    """Every name of a weekday in :data:`LANGUAGES`, casefolded and without full stop."""
    return frozenset(weekday_numbers())


@cache
def given_names() -> frozenset[str]:
    """The given names that every language shares, casefolded."""
    lists = _content("all", "given_names").values()
    return frozenset(str(name).casefold() for names in lists if isinstance(names, list) for name in names)


def _numbered(key: str) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for language in LANGUAGES:
        groups = _content(language, "dates").get(key)
        for number, names in enumerate(groups if isinstance(groups, list) else (), start=1):
            numbers.update({str(name).casefold().rstrip("."): number for name in names})
    return numbers
