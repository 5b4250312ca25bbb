"""Authorities named in a text that the registry lacks, and translations of the names of those it has.

"Danish Food Agency" is a country, a field and a word for a body: the registry's leader of that field there,
if it has one; else a body of its own, whose jurisdiction is the country told in or beside the name or in the
text. Imports the shapes of names and the registry.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache

from casefile import registry
from casefile.extraction.authority_departments import find_departments
from casefile.extraction.authority_fields import fields_in, leader, region
from casefile.extraction.authority_forms import bare_form
from casefile.extraction.authority_ground import part_before, place_of_block
from casefile.extraction.authority_names import Spotted
from casefile.extraction.authority_places import (
    HOME_COUNTRIES,
    SPOKEN_COUNTRIES,
    home,
    place_beside,
    place_inside,
)
from casefile.extraction.authority_shapes import Shape, find_shapes, find_single
from casefile.extraction.authority_words import shape_words
from casefile.extraction.lexicon import SHARED, lexicon
from casefile.extraction.text import Article
from casefile.values import Span

_WORD = re.compile(r"\w+")
_OWN_LAW = frozenset(("AU", "BR", "CA", "US"))
"""Federations whose states are jurisdictions of their own; the bodies of other parts have the country's."""
_OWNER = re.compile(r"((?:[A-Z]\w+ )?[A-Z]\w+)[’']s $")
_UNION = "EU-EC"
_BEFORE = 24
_HALF = 0.5
"""Of the name of a body that the text does not speak of otherwise."""


def find_bodies(article: Article, named: list[Spotted]) -> list[Spotted]:
    """The authorities that the text names beside the registered ones, apart from these, in reading order."""
    known: dict[str, registry.Authority] = {}
    found = []
    others = {record.code: record for _, record in named}.values()
    own = home(article.text, article.language, (record.jurisdiction for _, record in named))
    for shape in find_shapes(article, sorted(span for span, _ in named)):
        name = " ".join(shape.span.of(article.text).split())
        if _is_of_sport(name):
            continue
        before = article.text[max(0, shape.span.start - _BEFORE) : shape.span.start].split()
        if _is_deputy(name) or (before and _is_deputy(before[-1])):
            head = _shortened(name.partition(" ")[2], others) or _shortened(name, others)
            found += [(shape.span, head)] if head else []
            continue
        place = (
            place_inside(article.text, shape.span)
            or place_beside(article.text, shape.span)
            or part_before(article, shape.span)
            or place_of_block(article, shape.span)
        )
        record = (
            _of_the_union(name, place, others)
            or _translated(article, shape, place)
            or known.get(_key(name))
            or _shortened(name, others)
            or _shortened(name, _of_country(place or own), _HALF)
            or _body(article, shape, name, place or own)
        )
        if not record.code and "-" in record.jurisdiction:
            record = replace(record, name=_with_owner(article.text, shape.span, record.name))
        known.setdefault(_key(name), record)
        found.append((shape.span, record))
    return found


def find_small_bodies(article: Article, named: list[Spotted]) -> list[Spotted]:
    """The departments that are written small, which the registry has where it has all of their words."""
    text, taken = article.text, sorted(span for span, _ in named)
    return [
        (
            whole,
            _customs(rest.of(text), place)
            or _shortened(rest.of(text), _of_country(place), _HALF)
            or _body(article, Shape(whole), " ".join(whole.of(text).split()), place),
        )
        for whole, rest, place in find_departments(article, taken)
    ]


def find_compounds(article: Article, named: list[Spotted]) -> list[Spotted]:
    """The bodies whose name is a single word and that act: "die Lotteriekommission verhängte"."""
    own = home(article.text, article.language, (record.jurisdiction for _, record in named))
    return [
        (shape.span, _body(article, shape, shape.span.of(article.text), own))
        for shape in find_single(article)
    ]


def _customs(name: str, place: str) -> registry.Authority | None:
    """The customs of the place, where that is what follows it: "Ghana Customs"."""
    return leader(place, "customs") if name.startswith("Customs") else None


def _of_the_union(name: str, place: str, others: Iterable[registry.Authority]) -> registry.Authority | None:
    """The European Commission, where the text names it, for one of its members."""
    first, _, last = name.lower().rpartition(" ")
    known = lexicon(SHARED, "authorities").words("portfolios")
    portfolio = last == "commissioner" and first.removeprefix("eu ") in known
    commission = next((record for record in others if record.code == _UNION), None)
    return commission if portfolio and place in ("", "EU") else None


def _translated(article: Article, shape: Shape, place: str) -> registry.Authority | None:
    """The registry's body whose name this is in other words: a place, one field and a head.

    In the place's own language a name with the place in it is no translation but that of another body.
    """
    if not place or shape.prosecutor:
        return None
    if _is_spoken(article.language, place) and place_inside(article.text, shape.span):
        return None
    left = _without_plain(article.text, shape.span)
    fields = fields_in(article.language, left)
    if len(fields) != 1 or any(not fields_in(article.language, word) for word in left.split()):
        return None
    return leader(place, fields[0])


def _is_spoken(language: str, place: str) -> bool:
    """Whether the press of the place writes in the language."""
    country = place.partition("-")[0]
    return country == HOME_COUNTRIES.get(language) or country in SPOKEN_COUNTRIES.get(language, ())


def _shortened(
    name: str, records: Iterable[registry.Authority], share: float = 0.0
) -> registry.Authority | None:
    """The only one of the bodies that a longer form of the name belongs to: "Superintendencia Financiera".

    ``share`` is how much of the longer form the name must have.
    """
    words = _telling(name)
    fitting = {
        record.code: record
        for record in records
        if any(
            words <= longer and len(words) >= share * len(longer)
            for longer in map(_telling, record.all_names)
            if len(longer) > 1
        )
    }
    return next(iter(fitting.values())) if len(words) > 1 and len(fitting) == 1 else None


def _is_of_sport(name: str) -> bool:
    """Whether the name is that of a sport's own body: "Cricket Board"."""
    listed, words = lexicon(SHARED, "authorities").words, frozenset(_WORD.findall(name.lower()))
    return not words.isdisjoint(listed("sports_names")) and words.isdisjoint(listed("sports_of_state"))


def _is_deputy(name: str) -> bool:
    """Whether the name is somebody's title below the head of a body: "Deputy Commissioner for ..."."""
    return name.partition(" ")[0].lower() in lexicon(SHARED, "authorities").words("deputies")


@lru_cache(maxsize=20_000)
def _telling(name: str) -> frozenset[str]:
    """The words that tell a name from others; who heads a commission stands for it."""
    small = _small()
    words = (word for word in _WORD.findall(name.lower()) if word not in small)
    return frozenset("commission" if word == "commissioner" else bare_form(word) for word in words)


@cache
def _small() -> frozenset[str]:
    listed = lexicon(SHARED, "authorities").words
    return frozenset((*listed("opening"), *listed("linking"), "s"))


@cache
def _of_country(place: str) -> tuple[registry.Authority, ...]:
    return tuple(
        record for record in registry.authorities() if place in (record.jurisdiction, region(record))
    )


def _without_plain(text: str, span: Span) -> str:
    """The words of the name that tell what it watches over."""
    words = _WORD.findall(span.of(text).lower())
    inside = place_inside(text, span)
    country: set[str] = set()
    if inside:
        record = registry.country(inside)
        for forms in (*record.names.values(), *record.adjectives.values()):
            country.update(part for form in forms for part in re.findall(r"\w+", form.lower()))
    stems = tuple(word for word in country if len(word) > 3)
    return " ".join(
        word
        for word in words
        if word not in _plain() and word not in country and not (stems and word.startswith(stems))
    )


@cache
def _plain() -> frozenset[str]:
    """Words of a name that tell nothing of a field: heads, ranks, "protection"."""
    listed = lexicon(SHARED, "authorities").words
    lists = ("heads", "weak_heads", "ranks", "opening", "linking", "plain")
    return frozenset(word for name in lists for word in listed(name))


def _body(article: Article, shape: Shape, name: str, place: str) -> registry.Authority:
    """A body of the text's own: no code, the name as printed."""
    fields = fields_in(article.language, name)
    kind = "prosecutor" if shape.prosecutor else fields[0] if fields else "other"
    if not shape_words().ministries.isdisjoint(_WORD.findall(name.lower())):
        kind = "ministry"
    return registry.Authority.unlisted(name, place if place[:2] in _OWN_LAW else place[:2], kind)


def _with_owner(text: str, span: Span, name: str) -> str:
    """The name of a state's body with the state: "Vermont’s Agency of Agriculture"."""
    owner = _OWNER.search(text, max(0, span.start - _BEFORE), span.start)
    return f"{owner.group(1)} {name}" if owner else name


def _key(name: str) -> str:
    return name.casefold()
