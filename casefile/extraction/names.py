"""The organisations and people of an article, each with its forms. Imports the modules of names beside it.

A name in a headline or a label counts where the text below bears it out; a town counts as a party where the
text speaks of it as of one.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from casefile.extraction.lexicon import KNOWN_WORDS, word_pattern
from casefile.extraction.name_evidence import Sighting, find_sightings
from casefile.extraction.name_known import firm_of
from casefile.extraction.name_lines import is_shouted
from casefile.extraction.name_people import is_company_like, is_person
from casefile.extraction.name_places import is_channel, is_place
from casefile.extraction.name_small import small_names
from casefile.extraction.name_words import (
    TOP_LEVELS,
    NameWords,
    country_names,
    is_legal_form,
    name_words,
    small_words,
)
from casefile.extraction.small_words import AND, ANOTHER
from casefile.extraction.text import Article
from casefile.values import Span

_OWNERSHIP_REACH, _OWNERSHIP_WORDS = 64, 5
_LAST_OF_LIST = re.compile(rf"\s{AND}\s")
_SHORTEST_SPLIT = 2
_SITE = re.compile(rf"(\w[\w-]{{2,}})\.(?:{TOP_LEVELS})")
_TICKER = re.compile(
    r"\([A-Z][A-Za-z]{1,11}:\s?[A-Z0-9.]{1,8}\)|\([A-Z0-9]{1,6}(?:\.[A-Z]{1,3})?\.[A-Z]{1,3}\)"
)
"""How the press tells where a firm's shares are traded: "(AMZN.O)", "(NYSE: WFC)"."""
_SHORTEST_INITIALS = 3
_TOWN = "town"
_TOWNS = frozenset(
    ("town", "city", "ville", "commune", "mairie", "comune", "ayuntamiento", "municipio", "gemeente", "stadt")
)
_MARK_BEFORE, _MARK_BEHIND = re.compile(r"[«“„»\"‘]\s?$"), re.compile(r"[,.]?\s?[»”“«\"’]")
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

    def __eq__(self, other: object) -> bool:
        """By the name first, which tells nearly all apart."""
        if not isinstance(other, Party) or self.name != other.name:
            return self is other
        return (self.spans, self.forms, self._kind) == (other.spans, other.forms, other._kind)

    @property
    def _kind(self) -> tuple[bool, bool, bool, int]:
        return self.person, self.legal_form, self.public_body, self.certainty

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
    taken = sorted(taken, key=attrgetter("start", "end"))
    sightings = _without_products(article, find_sightings(article, taken))
    sightings = _without_opening_words(article, sightings)
    sightings = _without_headlines_words(article, sightings)
    people = _people(article, sightings, speakers, words)
    clusters = _clustered(article, sightings, people, words)
    clusters = [
        cluster
        for cluster in clusters
        if not (is_place(article, cluster, words) or is_channel(article, cluster, words))
    ]
    parties = _of_one_firm([_party(cluster, people) for cluster in clusters])
    parties = _with_brands(article, parties)
    return tuple(sorted(parties, key=lambda party: party.spans[0]))


def _without_products(article: Article, sightings: list[Sighting]) -> list[Sighting]:
    """Without what only quotation marks name by a party’s name, "« orange.fr »", and signs of shares."""
    plain = {each.text for each in sightings if not _is_in_marks(article, each)}
    called = {_words(text) for text in plain}
    return [
        each
        for each in sightings
        if _TICKER.match(article.text, max(0, each.span.start - 1)) is None
        if each.form
        or each.text in plain
        or not (
            _site_name(_words(each.text)) in called
            or any(each.text.endswith(name) and len(name) < len(each.text) for name in plain)
        )
    ]


def _is_in_marks(article: Article, sighting: Sighting) -> bool:
    """Whether the name alone stands in quotation marks."""
    text, span = article.text, sighting.span
    return (
        _MARK_BEFORE.search(text, max(0, span.start - 2), span.start) is not None
        and _MARK_BEHIND.match(text, span.end) is not None
    )


def _without_opening_words(article: Article, sightings: list[Sighting]) -> list[Sighting]:
    """The companies without a sentence's first word before them: "Löscht Kestrel die Daten"."""
    words = name_words(article.language)
    lowers, starters = small_words(article.text) - small_names(article), words.speech.lists["starters"]
    alone = {each.text for each in sightings}
    begun = {_words(each.text)[:1] for each in sightings if each.form and len(each.text.split()) > 1}
    found = []
    for sighting in sightings:
        first, _, rest = sighting.text.partition(" ")
        opening = sighting.span.start - article.sentence_of(sighting.span).start <= 1
        known = not sighting.form and _words(rest)[:1] in begun and _words(first) not in begun
        low = first.lower()
        common = low in lowers or low in starters or low in words.ordinary or _asks(article, first, words)
        if opening and rest and (known or (common and rest in alone)):
            start = sighting.span.end - len(rest)
            found.append(replace(sighting, text=rest, span=Span(start, sighting.span.end)))
        else:
            found.append(sighting)
    return found


def _without_headlines_words(article: Article, sightings: list[Sighting]) -> list[Sighting]:
    """Those of a headline in capitals as the text below has them: "SEC Orders Kestrel Trading LLC to Pay"."""
    large = [each for each in sightings if len(each.text.split()) > 1 and is_shouted(article, each.span)]
    if not large:
        return sightings
    plain = {_words(each.text) for each in sightings if each not in large}
    begun = {form[0] for form in plain}
    cut: dict[Span, Sighting] = {}
    for sighting in large:
        form, printed = _words(sighting.text), sighting.text.split()
        if form[0] in begun or any(form[0] in other for other in plain):
            continue
        first = next((index for index, word in enumerate(form) if word in begun), 0)
        if first and not name_words(article.language).is_given(printed[0]):
            rest = sighting.text.split(None, first)[-1]
            start = sighting.span.end - len(rest)
            cut[sighting.span] = replace(sighting, text=rest, span=Span(start, sighting.span.end))
    return [cut.get(each.span, each) for each in sightings]


def _asks(article: Article, first: str, words: NameWords) -> bool:
    """German and Dutch: whether a verb may open the sentence: "Zahlt Kestrel nicht", "Aanvaardt Proximo"."""
    return article.language in ("de", "nl") and first.endswith("t") and not words.is_given(first)


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
    several = _with_one_title(article, sightings, words)
    return frozenset(
        spoken
        | several
        | {text for text, found in by_text.items() if is_person(article, text, found, texts, words)}
    )


def _with_one_title(article: Article, sightings: list[Sighting], words: NameWords) -> set[str]:
    """Those who share a title: "Justices Orlova, Petrie and Lim"."""
    found: set[str] = set()
    last: Span | None = None
    for sighting in sightings:
        before = article.text[max(0, sighting.span.start - 24) : sighting.span.start].split()
        titled = bool(before) and words.is_roles(before[-1].lower()) and not sighting.form
        joined = last is not None and ANOTHER.fullmatch(article.text, last.end, sighting.span.start)
        last = sighting.span if titled or joined else None
        if last is not None:
            found.add(sighting.text)
    return found


def _clustered(
    article: Article, sightings: list[Sighting], people: frozenset[str], words: NameWords
) -> list[list[Sighting]]:
    """The sightings of one party together: the full form first, then its first words, then a surname."""
    clusters: list[list[Sighting]] = []
    by_form: dict[tuple[str, ...], list[Sighting]] = {}
    rivals: dict[tuple[str, ...], list[list[Sighting]]] = {}
    texts = {_words(sighting.text) for sighting in sightings}
    arms = _subsidiaries(article, sightings, words)
    for sighting in sorted(sightings, key=lambda each: _fullest(each, article.language)):
        form = _words(sighting.text)
        cluster = _first_told(rivals.get(form, ()), by_form.get(form))
        if cluster is None:
            cluster = []
            clusters.append(cluster)
            for short in _short_forms(sighting, sighting.text in people, words):
                if short == form or form not in arms or short not in texts:
                    by_form.setdefault(short, cluster)
                    firm = short == form[:1] and _is_of_a_firm(sighting, article.language)
                    if len(short) == 1 and (firm or short == _site_name(form)):
                        rivals.setdefault(short, []).append(cluster)
        cluster.append(sighting)
    return clusters


def _is_of_a_firm(sighting: Sighting, language: str) -> bool:
    """Whether the words of the name make it a company's, and no country's company."""
    _, in_a_country, _ = _fullest(sighting, language)
    return not in_a_country and not sighting.signs.isdisjoint(("form", "kind", "company"))


def _first_told(rivals: Sequence[list[Sighting]], usual: list[Sighting] | None) -> list[Sighting] | None:
    """Of the companies that begin with the same word the one whose full name the text has first."""
    if usual not in rivals:
        return usual
    return min(rivals, key=lambda cluster: min(each.span for each in cluster))


@lru_cache(maxsize=KNOWN_WORDS)
def _words(name: str) -> tuple[str, ...]:
    """The folded words, the same for a town whatever it is called: "ville de Lorme", "commune de Lorme"."""
    words = tuple(word.rstrip(".,") for word in name.casefold().split())
    return (_TOWN, *words[1:]) if len(words) > 1 and words[0] in _TOWNS else words


def _site_name(form: tuple[str, ...]) -> tuple[str, ...]:
    """What a site is called without its ending: "booking" of "booking.com"; empty of what is no site."""
    called = _SITE.fullmatch(form[0]) if len(form) == 1 else None
    return (called[1],) if called is not None else ()


def _short_forms(sighting: Sighting, person: bool, words: NameWords) -> Iterable[tuple[str, ...]]:
    """The whole, every beginning that tells it apart, its last words, and of a person the surname."""
    form = _words(sighting.text)
    yield form
    if _site_name(form):
        yield _site_name(form)
    for length in range(len(form) - 1, 0, -1):
        first = sighting.text.split()[0]
        if length > 1 or not (first in words.kind_words or first in words.heads or first in words.openers):
            yield form[:length]
    if len(form) > 1 and form[0] in _PARTICLES:
        yield form[1:]
    if sighting.text.split()[0] in words.heads:
        yield from (form[1:length] for length in range(len(form), 1, -1))
    if person:
        yield from (form[index:] for index in range(1, len(form)))
        return
    bare = form
    while len(bare) > 1 and is_legal_form(sighting.text.split()[len(bare) - 1].rstrip(",")):
        bare = bare[:-1]
    yield from (bare[index:] for index in range(1, len(bare) - 1))
    if _is_called_by_its_last(bare, sighting, words):
        yield bare[-1:]
    initials = _initials(sighting.text.split()[: len(bare)])
    if len(initials) >= _SHORTEST_INITIALS:
        yield (initials.casefold(),)


def _initials(words: Sequence[str]) -> str:
    """The capitals that a name is shortened to; abbreviations in it stay whole: "SKT" of "SK Telecom"."""
    large = [word for word in words if word[0].isupper()]
    whole = [word if word.isupper() and word.isalpha() else word[0] for word in large]
    return "".join(whole) if len(large) > 1 else ""


def _is_called_by_its_last(bare: tuple[str, ...], sighting: Sighting, words: NameWords) -> bool:
    """Whether the last word alone may mean it: of three and more, or behind a common one: "Viaggi Norvia"."""
    if len(bare) < _SHORTEST_SPLIT or sighting.text.split()[len(bare) - 1] in words.kind_words:
        return False
    common = bare[0] in words.ordinary or sighting.text.split()[0] in words.kind_words
    return len(bare) > _SHORTEST_SPLIT or (sighting.form and common and bare[-1] not in words.ordinary)


def _fullest(sighting: Sighting, language: str) -> tuple[bool, bool, int]:
    """The longest first, those of one country's company behind: "Google" is short for "Google LLC"."""
    words = sighting.text.split()
    single = len(words) == 1 and not _site_name(_words(sighting.text))
    return single, any(word in country_names(language) for word in words[1:]), -len(words)


def _subsidiaries(article: Article, sightings: list[Sighting], words: NameWords) -> set[tuple[str, ...]]:
    """Names that begin with another party's: "Tolvana" beside "its Spanish arm Tolvana Viajes"."""
    return {
        _words(sighting.text)
        for sighting in sightings
        if words.subsidiaries.search(article.text, max(0, sighting.span.start - 48), sighting.span.start)
    } | _beside_their_owners(article, sightings)


def _beside_their_owners(article: Article, sightings: list[Sighting]) -> set[tuple[str, ...]]:
    """Names told together with the one that they begin with: "Tolvana Mobile and Tolvana"."""
    found: set[tuple[str, ...]] = set()
    for one, other in pairwise(sorted(sightings, key=lambda each: each.span)):
        short, long = sorted((_words(one.text), _words(other.text)), key=len)
        joined = ANOTHER.fullmatch(article.text, one.span.end, other.span.start)
        if joined and len(short) < len(long) and long[: len(short)] == short:
            found.add(long)
    return found


def _party(cluster: list[Sighting], people: frozenset[str]) -> Party:
    forms = {sighting.text for sighting in cluster}
    longest = max(sorted(forms), key=lambda form: (len(form.split()), len(form)))
    legal, public = any(each.form for each in cluster), any(each.public for each in cluster)
    person = longest in people and not legal
    signs = {sign for each in cluster for sign in each.signs}
    certainty = len(signs) + (len(cluster) > 1)
    spans = tuple(sorted(sighting.span for sighting in cluster))
    return Party(longest, frozenset(forms), spans, person, legal, public, certainty)


def _of_one_firm(parties: list[Party]) -> list[Party]:
    """The parties, those of one known company joined: "SK Telecom" and "SKT"."""
    joined: dict[str, Party] = {}
    for party in parties:
        firm = next(filter(None, map(firm_of, sorted(party.forms))), "") if not party.person else ""
        key = firm or f"{party.name}\n"
        whole = _merged(joined[key], party, second_owns=False) if key in joined else party
        usual = firm in whole.forms and not whole.legal_form
        joined[key] = replace(whole, name=firm) if usual else whole
    return list(joined.values())


def _with_brands(article: Article, parties: list[Party]) -> list[Party]:
    """Companies joined with the brands that the text gives them: "Luminar, which runs Chatterly"."""
    places = sorted(((span, party) for party in parties for span in party.spans), key=lambda each: each[0])
    joined: dict[str, Party] = {party.name: party for party in parties}
    words = name_words(article.language)
    for (first, owner), (second, brand) in (*pairwise(places), *_named_by_law(article, places, words)):
        if owner is brand or owner.person or brand.person:
            continue
        if _are_one(article, first, second) or _is_legal_name(article, second, words):
            one, other = joined[owner.name], joined[brand.name]
            if one is not other:
                owns = _is_maker(article, first, second, words) or _is_legal_name(article, second, words)
                merged = _merged(one, other, second_owns=owns)
                joined |= {name: merged for name, party in joined.items() if party in (one, other)}
    for owner, brand in _further_brands(article, places):
        one, other = joined[owner.name], joined[brand.name]
        if one is not other and not (one.person or other.person or other.legal_form):
            merged = _merged(one, other, second_owns=False)
            joined |= {name: merged for name, party in joined.items() if party in (one, other)}
    return list(dict.fromkeys(joined.values()))


def _further_brands(article: Article, places: list[tuple[Span, Party]]) -> Iterable[tuple[Party, Party]]:
    """Each owner with the names that go on a list of its brands: those behind the first, up to the last."""
    for index, ((first, owner), (second, _)) in enumerate(pairwise(places)):
        if not _is_said_to_own(article, first, second):
            continue
        listed: list[Party] = []
        for (before, _), (span, brand) in pairwise(places[index + 1 :]):
            gap = article.text[before.end : span.start]
            listed.append(brand)
            if _LAST_OF_LIST.fullmatch(gap):
                yield from ((owner, each) for each in listed)
            if gap != ", ":
                break


def _named_by_law(
    article: Article, places: list[tuple[Span, Party]], words: NameWords
) -> Iterable[tuple[tuple[Span, Party], tuple[Span, Party]]]:
    """Names that a company has by law, each with the organisation named last before."""
    last: tuple[Span, Party] | None = None
    for place in places:
        if last is not None and _is_legal_name(article, place[0], words):
            yield last, place
        elif not place[1].person:
            last = place


def _is_legal_name(article: Article, span: Span, words: NameWords) -> bool:
    return words.legal_names.search(article.text, max(0, span.start - 48), span.start) is not None


def _are_one(article: Article, first: Span, second: Span) -> bool:
    gap = article.text[first.end : second.start]
    if _is_maker(article, first, second, name_words(article.language)):
        return True
    closed = not gap.startswith(" (") or ")" in article.text[second.end : second.end + 2]
    if name_words(article.language).formerly.fullmatch(gap) and closed:
        return True
    if re.fullmatch(r" \([“\"„«'‘]?", gap):
        return re.match(r"[”\"“»'’]?\)", article.text[second.end : second.end + 2]) is not None
    return _is_said_to_own(article, first, second)


def _is_said_to_own(article: Article, first: Span, second: Span) -> bool:
    """Whether words of running or owning lead from the first to the second: "Luminar, operator of Norvia"."""
    gap = article.text[first.end : second.start]
    if len(gap) > _OWNERSHIP_REACH or re.search(r"[.;:!?\n]\s", gap):
        return False
    owning = word_pattern(article.language, "names", "ownership").search(gap)
    return owning is not None and len(gap[owning.end() :].split()) <= _OWNERSHIP_WORDS


def _is_maker(article: Article, first: Span, second: Span, words: NameWords) -> bool:
    """Whether the second is called the maker or owner of the first: "ChatGPT maker OpenAI"."""
    gap = article.text[first.end : second.start]
    if gap[1:2].isupper() and words.language not in ("en", "de"):
        return False
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
