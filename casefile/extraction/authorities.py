"""Authorities in a text: by name, abbreviation, nickname and by words that point back. Imports the registry.

An abbreviation that several bodies share counts only where the text also names the body or its country. A
nickname ("the Irish watchdog") is a country and a word for a regulator; its field, where it is said, must be
the authority's ("privacy watchdog").
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from casefile import registry
from casefile.extraction.lexicon import alternatives, lexicon, word_pattern
from casefile.extraction.phrases import PhraseIndex
from casefile.extraction.text import Article
from casefile.values import Span

DEFAULT_FIELD = "data-protection"
"""What a "watchdog" watches where nothing in the text says otherwise."""

_TELLING_WORDS = 3
"""A name of so many words that only one body has is its own, though others might be called so."""
_STATE_REACH = 240
_NICKNAME_REACH = 64

HOME_COUNTRIES = {"de": "DE", "fr": "FR", "nl": "NL", "it": "IT", "es": "ES"}
"""The country that a text in this language most likely speaks of; English has none."""


@dataclass(frozen=True)
class AuthorityMention:
    """One place where the text speaks of an authority."""

    code: str
    span: Span
    named: bool
    """By its name or abbreviation, not by a nickname or a word that points back."""


def find_places(article: Article) -> tuple[Span, ...]:
    """Where the text names a country, a state, its people or its capital, in reading order."""
    return tuple(span for span, _ in _countries(article.text))


def find_authorities(article: Article) -> tuple[AuthorityMention, ...]:
    """Every mention in reading order; spans do not overlap."""
    named = _kept(_named(article))
    nicknamed = [
        mention
        for mention in (*_nicknamed(article), *_states(article))
        if not any(mention.span.overlaps(each.span) for each in named)
    ]
    direct = _kept([*named, *nicknamed])
    return tuple(_kept([*direct, *_pointing_back(article, direct)]))


@cache
def _index() -> PhraseIndex[registry.Authority]:
    return PhraseIndex(
        (name, record, _is_short(name)) for record in registry.authorities() for name in record.all_names
    )


def _is_short(name: str) -> bool:
    """An abbreviation, which must stand just so: "AP" is not "ap"."""
    return " " not in name and sum(letter.isupper() for letter in name) > 1


def _named(article: Article) -> list[AuthorityMention]:
    spotted = [
        (span, {entry.value.code: entry.value for entry in entries if entry.phrase[:1].isupper() is False
                or span.of(article.text)[:1].isupper()})
        for span, entries in _index().find(article.text)
    ]  # fmt: skip
    known = {
        code
        for span, owners in spotted
        for code, record in owners.items()
        if len(owners) == 1 and not _is_ambiguous(record, span.of(article.text))
    }
    anchors = _Anchors(article, frozenset(known))
    found = []
    for span, owners in spotted:
        code = anchors.owner(list(owners.values()), span)
        if code:
            found.append(AuthorityMention(code, span, named=True))
    return [*found, *_bracketed(article.text, found)]


_BRACKETED = re.compile(r"\s\(([A-Z][\w-]{1,9})\)")


def _bracketed(text: str, named: list[AuthorityMention]) -> list[AuthorityMention]:
    """An abbreviation that the text itself gives in brackets after the name, wherever it stands."""
    given = {
        match.group(1): mention.code
        for mention in named
        if (match := _BRACKETED.match(text, mention.span.end))
    }
    return [
        AuthorityMention(code, Span(*match.span()), named=True)
        for short, code in given.items()
        for match in re.finditer(rf"(?<![\w-]){re.escape(short)}(?!\w)", text)
    ]


def _is_ambiguous(record: registry.Authority, printed: str) -> bool:
    folded = _fold(printed)
    return any(_fold(name) == folded for name in record.ambiguous) or (
        record.generic and folded == _fold(record.name)
    )


@dataclass(frozen=True)
class _Anchors:
    """What in the text tells whose an ambiguous name is."""

    article: Article
    known: frozenset[str]

    def owner(self, records: list[registry.Authority], span: Span) -> str:
        """The code of the one that is meant, "" where nothing tells."""
        printed = span.of(self.article.text)
        telling = len(records) == 1 and len(printed.split()) >= _TELLING_WORDS
        certain = [record for record in records if telling or not _is_ambiguous(record, printed)]
        if len(certain) == 1:
            return certain[0].code
        scores = {record.code: self._score(record) for record in certain or records}
        best = max(scores, key=lambda code: scores[code], default="")
        return best if best and scores[best] > 0 else ""

    def _score(self, record: registry.Authority) -> int:
        country = record.jurisdiction.split("-")[0]
        named = _country_counts(self.article.text)[country]
        named += sum(code.split("-")[0] == country for code in self.known)
        named += country == "GB" and "£" in self.article.text
        named += 2 * any(acronym in self.article.text for acronym in _acronyms(record))
        home = 2 if country == HOME_COUNTRIES.get(self.article.language) else 0
        return named + home + (10 if record.code in self.known else 0)


@cache
def _acronyms(record: registry.Authority) -> frozenset[str]:
    """Words in capitals that only its own longer names hold: the "HHS" of "HHS OCR"."""
    words = {word for name in record.all_names if " " in name for word in name.split()}
    return frozenset(
        word for word in words if len(word) > 2 and word.isupper() and word not in record.abbreviations
    )


@lru_cache(maxsize=4)
def _country_counts(text: str) -> Counter[str]:
    return Counter(code.split("-")[0] for _, code in _countries(text))


@lru_cache(maxsize=4)
def _countries(text: str) -> tuple[tuple[Span, str], ...]:
    return tuple((span, entries[0].value) for span, entries in _country_index().find(text))


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
    endings = ("e", "en", "er", "es", "em")
    german = [f"{word}{ending}" for word in country.adjectives.get("de", ()) for ending in endings]
    plurals = [f"{word}s" for word in country.adjectives.get("fr", ())]
    return [*dict.fromkeys((*words, *german, *plurals))]


def _fold(name: str) -> str:
    return " ".join(name.replace("’", "'").lower().split())


def _nicknamed(article: Article) -> list[AuthorityMention]:
    """A country's word with a word for a regulator in the same few words, either way round."""
    nouns = word_pattern(article.language, "authorities", "nouns")
    back = _country_references(article.language)
    text = article.text
    places = _countries(text)
    starts = [place.start for place, _ in places]
    found = []
    for match in nouns.finditer(text):
        noun = Span(*match.span())
        around = places[
            bisect_left(starts, noun.start - _NICKNAME_REACH) : bisect_left(
                starts, noun.end + _NICKNAME_REACH
            )
        ]
        near = [(place, code) for place, code in around if _belongs(text, place, noun)]
        if not near and back.search(text[max(0, noun.start - 24) : noun.start]):
            near = [(noun, code) for _, code in places[: bisect_left(starts, noun.start)][-1:]]
        if not near:
            continue
        place, country = min(near, key=lambda each: abs(each[0].start - noun.start))
        whole = Span(min(place.start, noun.start), max(place.end, noun.end))
        code = _regulator(article, country, whole)
        if code:
            found.append(AuthorityMention(code, whole, named=False))
    return found


@cache
def _country_references(language: str) -> re.Pattern[str]:
    words = alternatives(lexicon(language, "authorities").words("country_references"))
    return re.compile(rf"(?<!\w){words}\s+(?:\w+\s)?$", re.IGNORECASE)


def _states(article: Article) -> list[AuthorityMention]:
    """The "attorney general" of the state that the text named last."""
    pattern = word_pattern(article.language, "authorities", "state_nouns")
    states = [(span.start, code) for span, code in _countries(article.text) if "-" in code]
    found = []
    for match in pattern.finditer(article.text):
        before = states[: bisect_left(states, (match.start(), ""))][-1:]
        near = before and match.start() - before[0][0] < _STATE_REACH
        owners = _supervisors(before[0][1], "attorney-general") if near else ()
        found += [AuthorityMention(code, Span(*match.span()), named=False) for code in owners[:1]]
    return found


def _belongs(text: str, place: Span, noun: Span) -> bool:
    first, second = sorted((place, noun))
    gap = text[first.end : second.start]
    limit = 34 if first == place else 14
    return len(gap) <= limit and not re.search(r"[.,;:!?()\n“”\"«»]", gap) and len(gap.split()) <= 4


def _regulator(article: Article, country: str, span: Span) -> str:
    """The country's authority of the field that the words around name."""
    fields = _fields(article.language, article.text[max(0, span.start - 20) : span.end + 50])
    fields = fields or _fields(article.language, article.text) or (DEFAULT_FIELD,)
    for field in fields:
        records = _supervisors(country, field)
        if records:
            return records[0]
    return ""


@cache
def _supervisors(country: str, field: str) -> tuple[str, ...]:
    """The authorities of a field, a country's own before those of its parts."""
    records = [
        record for record in registry.authorities() if record.kind == field and record.jurisdiction == country
    ]
    return tuple(sorted((record.code for record in records), key=lambda code: (code.count("-"), code)))


@lru_cache(maxsize=64)
def _fields(language: str, text: str) -> tuple[str, ...]:
    """The fields that a stretch names, the most frequent first."""
    counts = {field: len(pattern.findall(text)) for field, pattern in _field_patterns(language).items()}
    return tuple(sorted((field for field in counts if counts[field]), key=lambda field: -counts[field]))


@cache
def _field_patterns(language: str) -> dict[str, re.Pattern[str]]:
    return {
        field: re.compile(rf"(?<!\w){alternatives(words)}", re.IGNORECASE)
        for field, words in lexicon(language, "authorities").lists("fields").items()
    }


def _pointing_back(article: Article, direct: list[AuthorityMention]) -> list[AuthorityMention]:
    pattern = word_pattern(article.language, "authorities", "references")
    starts = [mention.span.start for mention in direct]
    found = []
    for match in pattern.finditer(article.text):
        index = bisect_left(starts, match.start())
        chosen = direct[max(0, index - 1) :][:1]
        if chosen:
            found.append(AuthorityMention(chosen[0].code, Span(*match.span()), named=False))
    return found


def _kept(mentions: Iterable[AuthorityMention]) -> list[AuthorityMention]:
    kept: list[AuthorityMention] = []
    for mention in sorted(mentions, key=lambda each: (each.span.start, -each.span.end)):
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return kept
