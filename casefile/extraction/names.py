"""The organisations and people of an article, each with its forms. Imports the modules of names beside it.

A name in a headline or a label counts where the text below bears it out; a town counts as a party where the
text speaks of it as of one.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from casefile.extraction.lexicon import word_pattern
from casefile.extraction.name_evidence import Sighting, find_sightings
from casefile.extraction.name_people import is_company_like, is_person
from casefile.extraction.name_places import is_place
from casefile.extraction.name_words import NameWords, name_words
from casefile.extraction.text import Article
from casefile.values import Span

_OWNERSHIP_REACH, _OWNERSHIP_WORDS = 64, 3
_PARTICLES = frozenset(("van", "de", "la", "le", "les", "el", "il", "den", "the"))
"""First words that a sentence's beginning or the possessive may take from a name."""


@dataclass(frozen=True)
class Party:
    """An organisation or a person, with all its occurrences."""

    name: str
    forms: frozenset[str]
    spans: tuple[Span, ...]
    person: bool
    legal_form: bool = False
    """One of its forms ends in a legal form: "GmbH"."""
    public_body: bool = False
    """A council, a ministry, a hospital, a university and the like."""
    certainty: int = 0
    """How many signs beside the capital say that it is a party: 0 to 5."""

    def __hash__(self) -> int:
        """By the name alone, as a party may stand in a text thousands of times."""
        return hash(self.name)

    @property
    def key(self) -> str:
        """What two parties are compared by."""
        return self.name.casefold()


def find_parties(
    article: Article, taken: Iterable[Span], speakers: frozenset[str] = frozenset()
) -> tuple[Party, ...]:
    """The named parties in the order of their first occurrence, without what ``taken`` covers.

    A ``speaker`` of two or three words without a legal form is a person.
    """
    words = name_words(article.language)
    sightings = _without_opening_words(article, find_sightings(article, sorted(taken)))
    people = _people(article, sightings, speakers, words)
    clusters = _clustered(article, sightings, people, words)
    clusters = [cluster for cluster in clusters if not is_place(article, cluster, words)]
    parties = _with_brands(article, [_party(cluster, people) for cluster in clusters])
    return tuple(sorted(parties, key=lambda party: party.spans[0]))


def _without_opening_words(article: Article, sightings: list[Sighting]) -> list[Sighting]:
    """The companies without a sentence's first word before them: "Löscht Kestrel die Daten"."""
    begun = {_words(each.text)[:1] for each in sightings if each.form and len(each.text.split()) > 1}
    found = []
    for sighting in sightings:
        first, _, rest = sighting.text.partition(" ")
        opening = sighting.span.start - article.sentence_of(sighting.span).start <= 1
        if (
            opening
            and rest
            and not sighting.form
            and _words(rest)[:1] in begun
            and _words(first) not in begun
        ):
            start = sighting.span.end - len(rest)
            found.append(replace(sighting, text=rest, span=Span(start, sighting.span.end)))
        else:
            found.append(sighting)
    return found


def _people(
    article: Article, sightings: list[Sighting], speakers: frozenset[str], words: NameWords
) -> frozenset[str]:
    """The printed names that are people's."""
    by_text: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        by_text.setdefault(sighting.text, []).append(sighting)
    texts = frozenset(by_text)
    spoken = {
        text
        for text in texts & speakers
        if len(text.split()) in (2, 3)
        and not is_company_like(text, words)
        and (words.is_given(text.split()[0]) or text.split()[0] not in texts)
    }
    return frozenset(
        spoken | {text for text, found in by_text.items() if is_person(article, text, found, texts, words)}
    )


def _clustered(
    article: Article, sightings: list[Sighting], people: frozenset[str], words: NameWords
) -> list[list[Sighting]]:
    """The sightings of one party together: the full form first, then its first words, then a surname."""
    clusters: list[list[Sighting]] = []
    by_form: dict[tuple[str, ...], list[Sighting]] = {}
    apart = _told_apart(article, sightings, words)
    for sighting in sorted(sightings, key=lambda each: -len(each.text.split())):
        form = _words(sighting.text)
        cluster = by_form.get(form)
        if cluster is None:
            cluster = []
            clusters.append(cluster)
            for short in _short_forms(sighting, sighting.text in people, words):
                if short == form or short not in apart:
                    by_form.setdefault(short, cluster)
        cluster.append(sighting)
    return clusters


def _words(name: str) -> tuple[str, ...]:
    return tuple(word.rstrip(".,") for word in name.casefold().split())


def _short_forms(sighting: Sighting, person: bool, words: NameWords) -> Iterable[tuple[str, ...]]:
    """The whole, every beginning that tells it apart, and of a person the surname."""
    form = _words(sighting.text)
    yield form
    for length in range(len(form) - 1, 0, -1):
        first = sighting.text.split()[0]
        if length > 1 or not (first in words.kind_words or first in words.heads or first in words.openers):
            yield form[:length]
    if len(form) > 1 and form[0] in _PARTICLES:
        yield form[1:]
    if person:
        yield from (form[index:] for index in range(1, len(form)))


def _told_apart(article: Article, sightings: list[Sighting], words: NameWords) -> frozenset[tuple[str, ...]]:
    """Beginnings that are another party: "Tolvana" beside "its Spanish arm Tolvana Viajes"."""
    texts = {_words(sighting.text) for sighting in sightings}
    found = set()
    for sighting in sightings:
        form = _words(sighting.text)
        before = article.text[max(0, sighting.span.start - 48) : sighting.span.start]
        if len(form) > 1 and words.subsidiaries.search(before):
            found |= {form[:length] for length in range(1, len(form)) if form[:length] in texts}
    return frozenset(found)


def _party(cluster: list[Sighting], people: frozenset[str]) -> Party:
    forms = {sighting.text for sighting in cluster}
    longest = max(sorted(forms), key=lambda form: (len(form.split()), len(form)))
    legal, public = any(each.form for each in cluster), any(each.public for each in cluster)
    person = longest in people and not legal
    signs = {sign for each in cluster for sign in each.signs}
    certainty = len(signs) + (len(cluster) > 1)
    spans = tuple(sorted(sighting.span for sighting in cluster))
    return Party(longest, frozenset(forms), spans, person, legal, public, certainty)


def _with_brands(article: Article, parties: list[Party]) -> list[Party]:
    """Companies joined with the brands that the text gives them: "Luminar, which runs Chatterly"."""
    places = sorted(((span, party) for party in parties for span in party.spans), key=lambda each: each[0])
    joined: dict[str, Party] = {party.name: party for party in parties}
    words = name_words(article.language)
    for (first, owner), (second, brand) in pairwise(places):
        if owner is brand or owner.person or brand.person:
            continue
        if _are_one(article, first, second):
            one, other = joined[owner.name], joined[brand.name]
            if one is not other:
                merged = _merged(one, other, second_owns=_is_maker(article, first, second, words))
                joined |= {name: merged for name, party in joined.items() if party in (one, other)}
    return list(dict.fromkeys(joined.values()))


def _are_one(article: Article, first: Span, second: Span) -> bool:
    gap = article.text[first.end : second.start]
    if _is_maker(article, first, second, name_words(article.language)):
        return True
    if re.fullmatch(r" \([“\"„«'‘]?", gap):
        return re.match(r"[”\"“»'’]?\)", article.text[second.end : second.end + 2]) is not None
    if len(gap) > _OWNERSHIP_REACH or re.search(r"[.;:!?\n]\s", gap):
        return False
    owning = word_pattern(article.language, "names", "ownership").search(gap)
    return owning is not None and len(gap[owning.end() :].split()) <= _OWNERSHIP_WORDS


def _is_maker(article: Article, first: Span, second: Span, words: NameWords) -> bool:
    """Whether the second is called the maker or owner of the first: "ChatGPT maker OpenAI"."""
    gap = article.text[first.end : second.start]
    makers = word_pattern(words.language, "names", "makers")
    return len(gap) <= _OWNERSHIP_REACH and makers.fullmatch(gap.strip(" -")) is not None


def _merged(one: Party, other: Party, *, second_owns: bool) -> Party:
    formal = other.legal_form and not one.legal_form
    acronym = " " not in other.name and other.name.isupper()
    name = other.name if (formal or second_owns) and not acronym else one.name
    return Party(
        name,
        one.forms | other.forms,
        tuple(sorted({*one.spans, *other.spans})),
        person=False,
        legal_form=one.legal_form or other.legal_form,
        public_body=one.public_body or other.public_body,
        certainty=max(one.certainty, other.certainty),
    )
