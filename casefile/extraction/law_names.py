"""The names of laws in a text: registered ones, numbered ones, those built like one. Imports their finders.

A law that the registry lacks is called as it is printed, in its dictionary form.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from casefile import registry
from casefile.extraction.law_numbers import find_numbered
from casefile.extraction.law_registry import LawName, find_registered
from casefile.extraction.law_shapes import find_built
from casefile.values import Span

_LONGEST_SHORT = 20
"""Code points of an abbreviation."""


def find_law_names(text: str, language: str) -> tuple[LawName, ...]:
    """Every name in reading order, of two that overlap the longer."""
    registered = list(find_registered(text))
    found = [*registered, *find_numbered(text, language), *_built(text, language, registered)]
    found.sort(key=lambda law: (law.span.start, -law.span.end))
    laws = _titled(list(_without_numbers(text, _without_sorts(text, list(_apart(found))))))
    return tuple(_with_abbreviations(text, laws))


def _apart(laws: list[LawName]) -> Iterator[LawName]:
    """Without what lies in an earlier one; a longer built name swallows the registered one inside it."""
    end = -1
    for law in laws:
        if law.span.start >= end:
            yield law
            end = law.span.end


def _without_sorts(text: str, laws: list[LawName]) -> list[LawName]:
    """Without what only says which sort of law the known one right behind is: "EU-Kryptoverordnung MiCAR"."""
    sorts = {
        law.span
        for law, called in pairwise(laws)
        if called.code and not law.code and not law.sure and text[law.span.end : called.span.start] == " "
    }
    return [law for law in laws if law.span not in sorts]


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
    r"[”»“\"]?\s?\((?:(?:the|or|also|known\sas|kurz|im\sFolgenden|ci-après|abrégée?|hierna|afgekort|di\sseguito|en\sadelante|"
    r"la|le|il|de|het|el|l[’'])[:,]?\s?){0,2}[«„“\"‘']?\s?"
    r"(?P<short>[A-ZÄÖÜ][\w&-]{1,17}(?:\s(?:Act|Law|Code|Rules?|Regulations?|II|(?:19|20)\d\d))?)\s?[»“”\"’']?"
    r"(?:[,;]\s[^()\n]{1,25})?\)"
)


def abbreviates(short: str, title: str) -> bool:
    """Whether every letter of the abbreviation is in the title: "UWG" is none of "Unfair Competition Act"."""
    return set(filter(str.isalpha, short.casefold())) <= set(title.casefold())


def _bracketed(text: str, law: LawName) -> str:
    """The abbreviation in brackets behind the law; "" for other words, such as "(Canada)"."""
    bracket = None if law.short else _BRACKETED.match(text, law.span.end)
    if bracket is None or bracket["short"] in law.name:
        return ""
    short = bracket["short"]
    if sum(letter.isupper() for letter in short) > 1:
        return short
    letters = iter(law.name.casefold())
    in_order = all(letter in letters for letter in short.casefold())
    return short if in_order and short[0] == law.name[0] else ""


def _with_abbreviations(text: str, laws: list[LawName]) -> list[LawName]:
    """With every place of an abbreviation that stands in brackets behind a law, which is then meant by it."""
    given: dict[str, LawName] = {}
    for law in laws:
        short = _bracketed(text, law)
        if short:
            given.setdefault(short, law)
    if not given:
        return laws
    named = {law.name: _called(short, law) for short, law in given.items() if not law.code}
    words = re.compile(
        rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(given, key=len, reverse=True)))})(?![\w-])"
    )
    longer = {law.span.start for law in laws if law.span.end - law.span.start > _LONGEST_SHORT}
    extra = [
        LawName(
            law.code,
            _called(match.group(), law),
            law.jurisdictions,
            Span(*match.span()),
            law.sure,
            short=True,
        )
        for match in words.finditer(text)
        for law in (given[match.group()],)
        if match.start() not in longer
    ]
    places = {law.span.start for law in extra}
    renamed = [
        law if law.code else replace(law, name=named.get(law.name, law.name))
        for law in laws
        if law.span.start not in places
    ]
    return list(_apart(sorted([*renamed, *extra], key=lambda law: (law.span.start, -law.span.end))))


def _called(short: str, law: LawName) -> str:
    """The abbreviation, unless it is that of another language's title: "Money Laundering Act (GwG)"."""
    return short if abbreviates(short, law.name) else law.name


_DATED = re.compile(r".*?\s(?:du|van)\s\d{1,2}(?:er)?\s\w{3,9}\s\d{4}")


def _titled(laws: list[LawName]) -> list[LawName]:
    """With one name for a dated law that the text calls with its title and without: "loi du 13 juin 2005"."""
    titles: dict[str, str] = {}
    for law in laws:
        dated = _DATED.match(law.name)
        if dated is not None and len(law.name) > len(titles.get(dated.group(), "")):
            titles[dated.group()] = law.name
    return [replace(law, name=titles.get(law.name, law.name)) for law in laws]


_BESIDE = re.compile(r",\s|,?\s\(")


def _without_numbers(text: str, laws: list[LawName]) -> Iterator[LawName]:
    """A title and a number of one law go by the first of the two: "Ley del Ambiente, Ley 28611"."""
    before: LawName | None = None
    for law in laws:
        if before is not None and _are_one(text, before, law):
            yield replace(law, code=before.code, name=before.name, jurisdictions=before.jurisdictions)
        else:
            yield law
            before = law


def _are_one(text: str, law: LawName, other: LawName) -> bool:
    joint = text[law.span.end : other.span.start]
    if _BESIDE.fullmatch(joint) is None or law.code == other.code != "":
        return False
    numbered = [any(map(str.isdigit, each.name)) for each in (law, other)]
    kinds = [each.name.split()[0].casefold() for each in (law, other)]
    return numbered[0] != numbered[1] and not other.short and (kinds[0] == kinds[1] or "(" in joint)
