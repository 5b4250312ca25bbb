"""The names of laws in a text: registered ones, numbered ones, those built like one. Imports their finders.

A law that the registry lacks is called as it is printed, in its dictionary form.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache

from casefile import registry
from casefile.extraction.law_numbers import find_numbered
from casefile.extraction.law_registry import LawName, find_registered
from casefile.extraction.law_shapes import find_built
from casefile.values import Span


def find_law_names(text: str, language: str) -> tuple[LawName, ...]:
    """Every name in reading order, of two that overlap the longer."""
    registered = list(find_registered(text))
    found = [*registered, *find_numbered(text, language), *_built(text, language, registered)]
    found.sort(key=lambda law: (law.span.start, -law.span.end))
    return tuple(_apart(_with_abbreviations(text, list(_apart(found)))))


def _apart(laws: list[LawName]) -> Iterator[LawName]:
    """Without what lies in an earlier one; a longer built name swallows the registered one inside it."""
    end = -1
    for law in laws:
        if law.span.start >= end:
            yield law
            end = law.span.end


def _built(text: str, language: str, registered: list[LawName]) -> Iterator[LawName]:
    starts = [law.span.start for law in registered]
    for built in find_built(text, language):
        inside = registered[bisect_left(starts, built.span.start) : bisect_left(starts, built.span.end)]
        if not any(_is_only_described(text, built.span, law.span) for law in inside):
            yield LawName("", built.name, (), built.span, built.sure, built.short)


def _is_only_described(text: str, built: Span, law: Span) -> bool:
    """Whether the built name is the registered law with other words behind it, or a nationality before it."""
    if law.start == built.start:
        return True
    if law.end != built.end:
        return False
    before = [word for word in text[built.start : law.start].split() if word[0].isupper()]
    return _nationalities().issuperset(before)


@cache
def _nationalities() -> frozenset[str]:
    return frozenset(
        form
        for country in registry.countries()
        if "-" not in country.code
        for forms in country.adjectives.values()
        for form in forms
    ) | frozenset(("Federal", "State", "The", "EU", "New", "UK", "US", "Bundesgesetz"))


_BRACKETED = re.compile(
    r"[”»“\"]?\s?\((?:the\s|kurz:?\s|la\s|le\s|de\s|hierna:?\s)?[«„“\"‘']?\s?(?P<short>[A-ZÄÖÜ][\w&-]{0,12}[A-Z][\w-]{0,4})\s?[»“”\"’']?\)"
)


def _with_abbreviations(text: str, laws: list[LawName]) -> list[LawName]:
    """With every place of an abbreviation that stands in brackets behind a law, which is then its name."""
    given: dict[str, LawName] = {}
    for law in laws:
        bracket = _BRACKETED.match(text, law.span.end)
        if bracket is not None and not law.short:
            given.setdefault(bracket["short"], law)
    if not given:
        return laws
    taken = {law.span.start for law in laws}
    words = re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(short) for short in given)})(?![\w-])")
    extra = []
    for match in words.finditer(text):
        law = given[match.group()]
        if match.start() not in taken:
            extra.append(
                LawName(law.code, match.group(), law.jurisdictions, Span(*match.span()), law.sure, short=True)
            )
    names = {(law.code, law.name): short for short, law in given.items()}
    renamed: Iterable[LawName] = (
        law
        if law.code
        else LawName("", names.get((law.code, law.name), law.name), law.jurisdictions, law.span, law.sure)
        for law in laws
    )
    return sorted([*renamed, *extra], key=lambda law: (law.span.start, -law.span.end))
