"""Whose a name is that several authorities may have: by what else the text tells.

Imports lands and places as texts name them, the registry and the lexicons.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from casefile import registry
from casefile.extraction.authority_forms import german_forms
from casefile.extraction.authority_ground import lands_of_money, lands_of_sites, place_before
from casefile.extraction.authority_places import (
    HOME_COUNTRIES,
    SPOKEN_COUNTRIES,
    country_counts,
    place_beside,
    seat_countries,
)
from casefile.extraction.lexicon import SHARED, lexicon
from casefile.extraction.name_words import name_words
from casefile.extraction.text import Article
from casefile.values import Span

_TELLING_WORDS = 3
"""A name of so many words that only one body has is its own, though others might be called so."""
_ELSEWHERE = 0.5
"""What the land of the language counts for in a text that names other lands only."""
_BARE_CAPITALS = str.maketrans("ÉÈÀÎ", "EEAI")
"""French capitals as many papers print them: "Conseil d’Etat"."""
_NOT_SHORTENED = frozenset(("EU", "US"))
_GERMAN_LANDS = frozenset(("AT", "CH", "DE", "LI"))
READ_AS_WORD = 4
"""Abbreviations from this length on may be written like words; shorter ones behind articles: "la Sec"."""


def is_short(name: str) -> bool:
    """An abbreviation, which must stand just so: "AP" is not "ap"."""
    return " " not in name and sum(letter.isupper() for letter in name) > 1


def name_forms(record: registry.Authority, name: str) -> tuple[str, ...]:
    """The name as the press writes it too: an abbreviation read as a word ("Cnil"), German in every case."""
    own = name not in record.ambiguous or record.code in _best_known()
    read = len(name) >= READ_AS_WORD - 1 and name.isalpha() and name.isupper() and own
    if read and name.capitalize() not in _given_names():
        return (name, name.capitalize())
    german = record.jurisdiction in _GERMAN_LANDS and not is_short(name)
    bare = name.translate(_BARE_CAPITALS)
    plain = (bare,) if bare != name else ()
    return (name, *plain, *german_forms(name)) if german else (name, *plain)


@cache
def name_by_initials(record: registry.Authority) -> str:
    """The English name with the initials of its state or province: "N.J. Bureau of Securities"; else ""."""
    if "-" not in record.jurisdiction:
        return ""
    state = registry.country(record.jurisdiction).name
    rest = record.english.removeprefix(f"{state} ")
    if " " not in state or rest == record.english:
        return ""
    return f"{''.join(f'{word[0]}.' for word in state.split())} {rest.removeprefix('State ')}"


def name_at_home(record: registry.Authority) -> str:
    """The English name as the press of its country writes it: "Fair Trade Commission"; "" where none is.

    Bodies of several countries may be called so.
    """
    if "-" in record.jurisdiction or record.jurisdiction in _NOT_SHORTENED:
        return ""
    country = registry.country(record.jurisdiction)
    words = {country.name, *country.names.get("en", ()), *country.adjectives.get("en", ())}
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    whole = re.compile(rf"(?:(?:{listed})(?:['’]s)?\s(.+)|(.+?)\s(?:of|in)\s(?:the\s)?(?:{listed}))")
    match = whole.fullmatch(record.english.removeprefix("the "))
    name = (match.group(1) or match.group(2)) if match else ""
    return name if " " in name and name not in record.all_names else ""


@cache
def _given_names() -> frozenset[str]:
    names = lexicon(SHARED, "given_names")
    return frozenset(name for key in ("female", "male", "open") for name in names.words(key))


def is_ambiguous(record: registry.Authority, printed: str) -> bool:
    """Whether others have the name too, so that it is to be trusted only where the text tells more."""
    return _fold(printed) in _shared_names(record.code)


@cache
def _shared_names(code: str) -> frozenset[str]:
    """The ambiguous names of a body in every form."""
    record = registry.authority(code)
    forms = {_fold(form) for name in record.ambiguous for form in name_forms(record, name)}
    return frozenset((*forms, _fold(name_at_home(record))))


_LONGEST_WORD = 32
_WORD_BEFORE = re.compile(r"(?<!\w)([^\W\d_]{4,30})\s$")
_BY_THE_WAY = 1
"""A country named so often tells nothing beside authorities of several: "its US customers"."""


@dataclass(frozen=True)
class Anchors:
    """What in the text tells whose an ambiguous name is."""

    article: Article
    known: frozenset[str]
    scores: dict[str, float] = field(default_factory=dict)
    bodies: dict[str, bool] = field(default_factory=dict)
    """Whether an abbreviation reads like a body's, asked once for each."""

    def owner(self, records: list[registry.Authority], span: Span) -> registry.Authority | None:
        """The one that is meant, None where nothing tells."""
        printed = span.of(self.article.text)
        records = [each for each in records if printed != name_at_home(each) or self._is_about(each)]
        if len(records) > 1:
            records = self._of_the_land_before(records, span)
        named = [record for record in records if record.code in self.known]
        if len(named) == 1:
            return named[0]
        telling = len(records) == 1 and len(printed.split()) >= _TELLING_WORDS
        telling = telling and (self._score(records[0]) > 0 or not country_counts(self.article.text))
        certain = [record for record in records if telling or not is_ambiguous(record, printed)]
        if len(certain) == 1:
            return certain[0]
        scores = {record: self._score(record) for record in certain or records}
        if len(scores) == 1 and self._is_called_a_body(span):
            return records[0]
        if len(scores) == 1 and self._is_at_home(records[0]) and self._reads_like_a_body(printed):
            return records[0]
        best = max(scores, key=lambda record: scores[record], default=None)
        return best if best and scores[best] > 0 else None

    def _is_about(self, record: registry.Authority) -> bool:
        """Whether the text speaks of the body's country, and does not only count in its money."""
        country = record.jurisdiction
        told = country_counts(self.article.text)[country] > 0 or country in seat_countries(self.article.text)
        return told or any(code.partition("-")[0] == country for code in self.known)

    def _of_the_land_before(self, records: list[registry.Authority], span: Span) -> list[registry.Authority]:
        """Those of the land that the sentence speaks of before the name, all where it tells none of them."""
        place = place_beside(self.article.text, span) or place_before(self.article, span)
        near = [record for record in records if place and record.jurisdiction in (place, place[:2])]
        return near or [record for record in records if place[:2] == record.jurisdiction[:2]] or records

    def _is_at_home(self, record: registry.Authority) -> bool:
        """Whether the press of its country writes in the language, and no other country is named more."""
        spoken = SPOKEN_COUNTRIES.get(self.article.language, frozenset())
        country, counts = record.jurisdiction.partition("-")[0], country_counts(self.article.text)
        leading = max(counts.values(), default=0)
        lands = {code.partition("-")[0] for code in self.known}
        digest = leading <= _BY_THE_WAY and len(lands) > 1
        return country in spoken and (counts[country] >= leading or digest)

    def _is_called_a_body(self, span: Span) -> bool:
        """Whether a word for one stands right before an abbreviation: "toezichthouder FSMA"."""
        before = _WORD_BEFORE.search(self.article.text, max(0, span.start - _LONGEST_WORD), span.start)
        word = before.group(1).lower() if before is not None else ""
        speech = name_words(self.article.language).speech
        called = speech.has("authority_nouns", word) or speech.ends("authority_endings", word)
        return bool(word) and called and is_short(span.of(self.article.text))

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

    def _score(self, record: registry.Authority) -> float:
        if record.code not in self.scores:
            self.scores[record.code] = self._counted(record)
        return self.scores[record.code]

    def _counted(self, record: registry.Authority) -> float:
        country = record.jurisdiction.split("-")[0]
        named = country_counts(self.article.text)[country]
        named += sum(code.split("-")[0] == country for code in self.known)
        named += country in seat_countries(self.article.text)
        named += country in lands_of_money(self.article.text)
        named += country in lands_of_sites(self.article.text)
        named += 2 * any(acronym in self.article.text for acronym in _acronyms(record))
        named += 2 * (record.code in _best_known())
        return named + self._native(country) + (10 if record.code in self.known else 0)

    def _native(self, country: str) -> float:
        """What the land of the text's language counts for, less where the text names other lands only."""
        if country != HOME_COUNTRIES.get(self.article.language):
            return 0
        counts = country_counts(self.article.text)
        return 2 if counts[country] or not counts else _ELSEWHERE


@cache
def _best_known() -> frozenset[str]:
    """The bodies that an abbreviation means where nothing tells whose it is."""
    return frozenset(lexicon(SHARED, "authorities").words("best_known"))


@cache
def _acronyms(record: registry.Authority) -> frozenset[str]:
    """Words in capitals that only its own longer names hold: the "HHS" of "HHS OCR"."""
    words = {word for name in record.all_names if " " in name for word in name.split()}
    return frozenset(
        word for word in words if len(word) > 2 and word.isupper() and word not in record.abbreviations
    )


def _fold(name: str) -> str:
    return " ".join(name.replace("’", "'").lower().split())
