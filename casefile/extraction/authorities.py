"""Authorities in a text: by name, abbreviation, nickname and by words that point back.

Imports the finders beside it: names of the registry, names told by their shape, and references to them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from casefile import registry
from casefile.extraction.authority_acting import is_met, is_sanctioned
from casefile.extraction.authority_attorneys import find_attorneys, find_parties_of_cases
from casefile.extraction.authority_bodies import find_bodies, find_compounds, find_small_bodies
from casefile.extraction.authority_councils import find_councils
from casefile.extraction.authority_governments import find_governments
from casefile.extraction.authority_names import (
    Spotted,
    find_abbreviations,
    find_registered,
    find_shorter,
    find_sites,
    with_their_names,
)
from casefile.extraction.authority_nicknames import find_fields, find_nicknames, find_states
from casefile.extraction.authority_places import places
from casefile.extraction.authority_pointing import find_pointing
from casefile.extraction.authority_seats import find_seats
from casefile.extraction.authority_shapes import is_acted_against
from casefile.extraction.authority_sports import tells_of_sport
from casefile.extraction.authority_union import find_union
from casefile.extraction.name_abbreviations import short_for_things
from casefile.extraction.text import Article
from casefile.values import Span

_WATCHED = ("customs", "elections", "health", "labour", "ministry", "other", "tax", "transport")
"""Kinds of bodies that are fined themselves, by those who watch over data, safety or the market."""


_CASE_BEHIND = re.compile(r"\s(?:v\.?|vs\.?|c\.|c/)\s?(?=[A-ZÀ-Þ])")
_CASE_BEFORE = re.compile(r"[\w.’&]\s(?:v\.?|vs\.?|c\.|c/)\s$")

_TITLE = 12
"""Code points at the beginning of a line in which its title stands."""


@dataclass(frozen=True)
class AuthorityMention:
    """One place where the text speaks of an authority."""

    authority: registry.Authority
    """The registry's; a body that only the text names has no code there, and its printed name."""
    span: Span
    named: bool
    """By its name or abbreviation, not by a nickname or a word that points back."""

    @property
    def code(self) -> str:
        """What tells it from others: the registry's code, or the printed name of a body that has none."""
        return self.authority.code or self.authority.name


def find_places(article: Article) -> tuple[Span, ...]:
    """Where the text names a country, a state or its people, in reading order."""
    return tuple(span for span, _ in places(article.text))


def find_authorities(article: Article) -> tuple[AuthorityMention, ...]:
    """Every mention in reading order; spans do not overlap."""
    listed = _without_things(article.text, _apart(find_registered(article)))
    listed = _without_cases(article.text, listed)
    listed = _without_respondents(article, listed)
    bodies = [] if tells_of_sport(article.text, article.language) else find_bodies(article, listed)
    named = _apart([*listed, *bodies])
    named = _apart([*named, *_beside(named, find_councils(article))])
    named = _apart([*named, *_beside(named, find_governments(article, named))])
    named = _apart([*named, *_beside(named, find_seats(article))])
    named = _apart([*named, *_beside(named, find_attorneys(article))])
    if all(record.kind == "court" for _, record in named):
        named = _apart([*named, *find_sites(article)])
    named = _apart([*named, *_beside(named, find_shorter(article.text, named))])
    given = find_abbreviations(article.text, named)
    renamed = {span for span, _ in given}
    named = _apart([*given, *(each for each in named if each[0] not in renamed)])
    named = with_their_names(article.text, named)
    union = find_union(article)
    named = _beside(union, named)
    nicknamed = [*union, *find_nicknames(article, named), *find_states(article, named)]
    nicknamed = _beside(named, nicknamed)
    direct = _apart([*named, *nicknamed])
    direct = _apart([*direct, *_beside(direct, find_parties_of_cases(article))])
    direct = _apart([*direct, *_beside(direct, find_small_bodies(article, direct))])
    fields = _beside(direct, find_fields(article, direct))
    spoken = {record.code for _, record in direct}
    direct = _apart([*direct, *(each for each in fields if each[1].code in spoken)])
    whole = _apart([*direct, *_beside(direct, find_pointing(article, direct))])
    whole = _apart([*whole, *_beside(whole, fields)])
    whole = _apart([*whole, *_beside(whole, find_compounds(article, whole))])
    names = {span for span, _ in named}
    return tuple(AuthorityMention(record, span, span in names) for span, record in whole)


def _without_things(text: str, named: list[Spotted]) -> list[Spotted]:
    """Without abbreviations that the text spells out as something else: "monetary penalty (AMP)"."""
    things = short_for_things(text)
    if not things:
        return named
    low = text.lower()

    def is_thing(span: Span, record: registry.Authority) -> bool:
        whole = (name.lower() for name in record.all_names if " " in name)
        return span.of(text) in things and not any(name in low for name in whole)

    return [each for each in named if not is_thing(*each)]


def _without_cases(text: str, named: list[Spotted]) -> list[Spotted]:
    """Without those that the text names only as parties of old cases: "leans on SEC v. Jarkesy"."""
    cited = {span for span, _ in named if _is_cited(text, span)}
    others = {record.code for span, record in named if span not in cited}
    return [each for each in named if each[1].code in others] if others else named


def _is_cited(text: str, span: Span) -> bool:
    """Whether it is in the name of a case within a sentence; one that opens a line is the line's title."""
    if "\n" in text[max(0, span.start - _TITLE) : span.start] or span.start < _TITLE:
        return False
    before = _CASE_BEFORE.search(text, span.start - _TITLE, span.start)
    return before is not None or _CASE_BEHIND.match(text, span.end) is not None


def _without_respondents(article: Article, named: list[Spotted]) -> list[Spotted]:
    """Without those that another body acts against: there they are respondents.

    A tax office or the like is one wherever something is done to it, a body of another sort only where the
    text tells plainly that it was sanctioned: "the exchange was fined".
    """
    text, ends = article.text, {span.end for span, _ in named}
    acted = {
        record.code
        for span, record in named
        if (record.kind in _WATCHED and (is_acted_against(text, span) or is_met(text, span, ends)))
        or (record.kind != "court" and is_sanctioned(article, span))
    }
    others = any(record.code not in acted and record.kind != "court" for _, record in named)
    return [each for each in named if each[1].code not in acted] if acted and others else named


def _beside(kept: list[Spotted], others: Iterable[Spotted]) -> list[Spotted]:
    """The others that touch none of the kept."""
    starts = [span.start for span, _ in kept]
    free = []
    for span, record in others:
        index = bisect_left(starts, span.end)
        if index == 0 or kept[index - 1][0].end <= span.start:
            free.append((span, record))
    return free


def _apart(spotted: Iterable[Spotted]) -> list[Spotted]:
    """In reading order without overlaps: the earlier, then the longer."""
    kept: list[Spotted] = []
    for span, record in sorted(spotted, key=lambda each: (each[0].start, -each[0].end)):
        if not kept or span.start >= kept[-1][0].end:
            kept.append((span, record))
    return kept
