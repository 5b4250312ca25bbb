"""The words of lists in six languages: names of columns, and cells that mean a code. Imports the ground."""

import re
from collections.abc import Mapping
from functools import cache

from casefile import registry, vocabulary
from casefile.extraction.lexicon import lexicon
from casefile.extraction.list_mapping import ListField

LANGUAGES = ("en", "de", "fr", "nl", "it", "es")
VOCABULARIES = {
    ListField.KIND: ("kinds", "measure-kinds"),
    ListField.STATUS: ("statuses", "action-statuses"),
    ListField.VIOLATION: ("violations", "violations"),
    ListField.SECTOR: ("sectors", "sectors"),
    ListField.TRIGGER: ("triggers", "triggers"),
    ListField.FORUM: ("forums", "forums"),
    ListField.CATEGORY: ("categories", "data-categories"),
}
"""For each field with a controlled list: the lexicon's table and the list."""
SCALES = {"thousand": 1_000, "million": 1_000_000, "milliard": 1_000_000_000}
_IN_BRACKETS = re.compile(r"[\[(][^\])]*[\])]")
_BLANKS = re.compile(r"[\s_]+")
_QUOTES = re.compile("[’‘´`]")


def folded(words: str) -> str:
    """Without case, and blanks and quotes as the lexicons have them."""
    return _BLANKS.sub(" ", _QUOTES.sub("'", words.casefold())).strip(" :*#")


@cache
def _merged(table: str) -> Mapping[str, str]:
    """Every word of a table in any language, with what it stands for; English goes first."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for code, words in lexicon(language, "lists").lists(table).items():
            for word in words:
                found.setdefault(folded(word), code)
    return found


def meaning_of_header(name: str) -> tuple[ListField, str] | None:
    """The field of a column of that name, and an identifier's scheme; None where the words tell neither."""
    for words in (folded(name), folded(_IN_BRACKETS.sub(" ", name))):
        if words in _merged("identifiers"):
            return ListField.IDENTIFIER, _merged("identifiers")[words]
        if words in _merged("headers"):
            return ListField(_merged("headers")[words]), ""
    return None


def is_absent(words: str) -> bool:
    """Whether the cell only says that there is nothing to say."""
    return not words.strip() or folded(words) in _absent() or not any(char.isalnum() for char in words)


@cache
def _absent() -> frozenset[str]:
    return frozenset(word for word, code in _merged("cells").items() if code == "absent")


@cache
def scale_words() -> Mapping[str, int]:
    """Words after a figure and what they multiply it by."""
    return {word: SCALES[code] for word, code in _merged("cells").items() if code in SCALES}


def code_of(field: ListField, words: str) -> str:
    """The code that a cell means; "" where it means none of the field's list."""
    table, name = VOCABULARIES[field]
    code = vocabulary.code_of(name, words)
    if vocabulary.is_listed(name, code):
        return code
    return _merged(table).get(folded(words), "")


@cache
def _countries() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for country in registry.countries():
        names = [country.code, country.name, *(name for some in country.names.values() for name in some)]
        for name in names:
            found.setdefault(folded(name), country.code)
    return found | {"eu": "EU", "european union": "EU", "uk": "GB", "usa": "US"}


def country_of(words: str) -> str:
    """The ISO 3166 code, or EU, that a cell means; "" where it means none."""
    return _countries().get(folded(words), "")


@cache
def _authorities() -> Mapping[str, tuple[registry.Authority, ...]]:
    found: dict[str, list[registry.Authority]] = {}
    for authority in registry.authorities():
        for name in {folded(name) for name in (*authority.all_names, authority.code)}:
            found.setdefault(name, []).append(authority)
    return {name: tuple(some) for name, some in found.items()}


def authority_of(words: str, jurisdiction: str) -> registry.Authority | None:
    """The authority of a cell: "AEPD", "CNIL (France)"; of several, the one of the jurisdiction."""
    inside = [folded(found.group().strip("[]()")) for found in _IN_BRACKETS.finditer(words)]
    country = next((code for code in map(country_of, inside) if code), jurisdiction)
    for name in (folded(words), folded(_IN_BRACKETS.sub(" ", words)), *inside):
        known = _authorities().get(name, ())
        near = [one for one in known if one.jurisdiction == country]
        if len(known) == 1 and _is_trusted(known[0], name, country):
            return known[0]
        if len(near) == 1:
            return near[0]
    return None


def _is_trusted(authority: registry.Authority, name: str, country: str) -> bool:
    """A name that others share counts in its own country only, and none counts against a stated country."""
    if country and authority.jurisdiction not in (country, "EU"):
        return False
    return bool(country) or name not in {folded(shared) for shared in authority.ambiguous}
