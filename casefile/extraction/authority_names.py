"""Authorities that a text names: by a name or abbreviation that the registry has, or one the text gives.

An abbreviation that several bodies share counts only where the text also names the body or its country. A
name beside another country than its own ("Jamaica’s Office of the Information Commissioner") is another's.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from casefile import registry
from casefile.extraction.authority_places import (
    HOME_COUNTRIES,
    SPOKEN_COUNTRIES,
    country_counts,
    place_beside,
    place_ends,
    seat_countries,
)
from casefile.extraction.lexicon import SHARED, lexicon
from casefile.extraction.name_words import name_words
from casefile.extraction.phrases import PhraseIndex
from casefile.extraction.text import Article
from casefile.values import Span

_TELLING_WORDS = 3
"""A name of so many words that only one body has is its own, though others might be called so."""

_READ_AS_WORD = 4
"""Abbreviations from this length on may be written like words; shorter ones behind articles: "la Sec"."""
_ARTICLE_BEFORE = re.compile(
    r"(?<!\w)(?:(?:la|della|dalla|alla|sulla|nella)\s|(?:l|dell|dall|all|sull|nell|d|qu)[’'])$", re.IGNORECASE
)
_ARTICLE_REACH = 8

_BEFORE_REACH = 24
_CAPITAL_BEFORE = re.compile(r"(?<![.!?:] )(?<!\n)(?<![\w’'])([A-ZÀ-Þ][\w-]*) $")

_SHORT = r"[A-ZÀ-Þ][\w&-]{1,11}"
_BRACKETED = re.compile(rf"\s?\(\W?(?:[\w-]+\W{{1,2}})?({_SHORT})\W?(?:[,;][^()\n]{{0,60}})?\)")
_APPOSED = re.compile(
    rf",\s(?:or|known as|oder|kurz|of|afgekort|o|abrégée?|ou)\s(?:the\s)?({_SHORT})(?=[,.;])"
)

Spotted = tuple[Span, registry.Authority]


def find_registered(article: Article) -> list[Spotted]:
    """The bodies of the registry that the text names, in reading order; the spans do not overlap."""
    text = article.text
    spotted = [
        (span, {entry.value.code: entry.value for entry in entries if entry.phrase[:1].isupper() is False
                or span.of(text)[:1].isupper()})
        for span, entries in _index().find(text)
    ]  # fmt: skip
    placed = [
        (span, _of_the_place(owners, place_beside(text, span), span.of(text)))
        for span, owners in spotted
        if not _is_longer(article, span, owners) and not _is_common_word(article, span, owners)
    ]
    known = {
        code
        for span, owners in placed
        for code, record in owners.items()
        if len(owners) == 1 and not _is_ambiguous(record, span.of(text))
    }
    anchors = _Anchors(article, frozenset(known))
    owned = ((span, anchors.owner(list(owners.values()), span)) for span, owners in placed)
    return [(span, record) for span, record in owned if record is not None]


def find_abbreviations(text: str, named: list[Spotted]) -> list[Spotted]:
    """Every place of an abbreviation that the text itself gives behind a name: "(DPA)".

    It counts before what the registry knows by that abbreviation: "(SEC)" behind a superintendency.
    """
    given: dict[str, registry.Authority] = {}
    for span, record in named:
        match = _BRACKETED.match(text, span.end) or _APPOSED.match(text, span.end)
        short = match.group(1) if match else ""
        if sum(letter.isupper() for letter in short) > 1 and short not in record.all_names:
            given.setdefault(short, record)
    return [
        (Span(*match.span()), record)
        for short, record in given.items()
        for match in re.finditer(rf"(?<![\w-]){re.escape(short)}(?!\w)", text)
    ]


def is_short(name: str) -> bool:
    """An abbreviation, which must stand just so: "AP" is not "ap"."""
    return " " not in name and sum(letter.isupper() for letter in name) > 1


@cache
def _index() -> PhraseIndex[registry.Authority]:
    return PhraseIndex(
        (form, record, is_short(name))
        for record in registry.authorities()
        for name in record.all_names
        for form in _forms(record, name)
    )


def _forms(record: registry.Authority, name: str) -> tuple[str, ...]:
    """The name, and an abbreviation that is read as a word as the press writes it too: "Cnil", "Agcom"."""
    read = (
        len(name) >= _READ_AS_WORD - 1 and name.isalpha() and name.isupper() and name not in record.ambiguous
    )
    return (name, name.capitalize()) if read and name.capitalize() not in _given_names() else (name,)


@cache
def _given_names() -> frozenset[str]:
    names = lexicon(SHARED, "given_names")
    return frozenset(name for key in ("female", "male", "open") for name in names.words(key))


def _is_common_word(article: Article, span: Span, owners: dict[str, registry.Authority]) -> bool:
    """Whether three letters are no abbreviation: they may be written like a word behind a Romance article."""
    printed = span.of(article.text)
    whole = any(printed in record.all_names for record in owners.values())
    if whole or len(printed) >= _READ_AS_WORD or printed.isupper():
        return False
    start = max(0, span.start - _ARTICLE_REACH)
    behind_article = _ARTICLE_BEFORE.search(article.text[start : span.start]) is not None
    return article.language not in ("es", "fr", "it") or not behind_article


def _of_the_place(
    owners: dict[str, registry.Authority], place: str, printed: str
) -> dict[str, registry.Authority]:
    """Without the bodies of other countries than the one that stands beside the name."""
    if not place or is_short(printed):
        return owners
    country = place.partition("-")[0]
    return {
        code: record
        for code, record in owners.items()
        if record.jurisdiction.split("-")[0] in (country, "EU")
    }


def _is_longer(article: Article, span: Span, owners: dict[str, registry.Authority]) -> bool:
    """Whether an ambiguous name is only the end of a longer one: "Lagos State Consumer Protection Agency"."""
    before = _CAPITAL_BEFORE.search(article.text, max(0, span.start - _BEFORE_REACH), span.start)
    if before is None or " " not in span.of(article.text):
        return False
    stops = name_words(article.language).stops
    if before.group(1) in stops or _is_place(article.text, before.end(1)):
        return False
    return all(_is_ambiguous(record, span.of(article.text)) for record in owners.values())


def _is_place(text: str, end: int) -> bool:
    return end in place_ends(text)


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
    scores: dict[str, int] = field(default_factory=dict)
    bodies: dict[str, bool] = field(default_factory=dict)
    """Whether an abbreviation reads like a body's, asked once for each."""

    def owner(self, records: list[registry.Authority], span: Span) -> registry.Authority | None:
        """The one that is meant, None where nothing tells."""
        printed = span.of(self.article.text)
        named = [record for record in records if record.code in self.known]
        if len(named) == 1:
            return named[0]
        telling = len(records) == 1 and len(printed.split()) >= _TELLING_WORDS
        telling = telling and (self._score(records[0]) > 0 or not country_counts(self.article.text))
        certain = [record for record in records if telling or not _is_ambiguous(record, printed)]
        if len(certain) == 1:
            return certain[0]
        scores = {record: self._score(record) for record in certain or records}
        if len(scores) == 1 and self._is_at_home(records[0]) and self._reads_like_a_body(printed):
            return records[0]
        best = max(scores, key=lambda record: scores[record], default=None)
        return best if best and scores[best] > 0 else None

    def _is_at_home(self, record: registry.Authority) -> bool:
        """Whether the press of its country writes in the language, and no other country is named more."""
        spoken = SPOKEN_COUNTRIES.get(self.article.language, frozenset())
        country, counts = record.jurisdiction.partition("-")[0], country_counts(self.article.text)
        return country in spoken and counts[country] >= max(counts.values(), default=0)

    def _reads_like_a_body(self, printed: str) -> bool:
        if printed not in self.bodies:
            self.bodies[printed] = self._is_said_of_a_body(printed)
        return self.bodies[printed]

    def _is_said_of_a_body(self, printed: str) -> bool:
        """Whether an abbreviation stands with an article, as bodies do, and is not short for something else.

        "The EA" is one, "EA" is none; "initial coin offering" makes "the ICO" none.
        """
        text, definite = self.article.text, name_words(self.article.language).speech.lists["definite"]
        articles = "|".join(re.escape(word) for word in sorted(definite, key=len, reverse=True))
        initials = r"\W{1,2}".join(rf"{re.escape(letter)}[^\W\d_]{{1,20}}" for letter in printed.lower())
        return (
            is_short(printed)
            and re.search(rf"(?i:\b(?:{articles})\s?){re.escape(printed)}(?!\w)", text) is not None
            and re.search(rf"(?<!\w){initials}(?!\w)", text.lower()) is None
        )

    def _score(self, record: registry.Authority) -> int:
        if record.code not in self.scores:
            self.scores[record.code] = self._counted(record)
        return self.scores[record.code]

    def _counted(self, record: registry.Authority) -> int:
        country = record.jurisdiction.split("-")[0]
        named = country_counts(self.article.text)[country]
        named += sum(code.split("-")[0] == country for code in self.known)
        named += country in seat_countries(self.article.text)
        named += country == "GB" and "£" in self.article.text
        named += 2 * any(acronym in self.article.text for acronym in _acronyms(record))
        native = 2 if country == HOME_COUNTRIES.get(self.article.language) else 0
        return named + native + (10 if record.code in self.known else 0)


@cache
def _acronyms(record: registry.Authority) -> frozenset[str]:
    """Words in capitals that only its own longer names hold: the "HHS" of "HHS OCR"."""
    words = {word for name in record.all_names if " " in name for word in name.split()}
    return frozenset(
        word for word in words if len(word) > 2 and word.isupper() and word not in record.abbreviations
    )


def _fold(name: str) -> str:
    return " ".join(name.replace("’", "'").lower().split())
