"""Nicknames of authorities: "the Irish watchdog", "le gendarme des télécoms".

A nickname is a place and a word for a regulator, or a field and such a word. It means the body of that place
and field that the text names, else the one that leads there; none where neither tells.
Imports places, fields and the bodies spoken of.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from casefile import registry
from casefile.extraction.authority_fields import field_words, fields_in, leader
from casefile.extraction.authority_names import Spotted
from casefile.extraction.authority_places import Place, home, place_beside, places, seats
from casefile.extraction.authority_spoken import Spoken, Wanted
from casefile.extraction.lexicon import alternatives, lexicon, word_pattern
from casefile.extraction.text import Article
from casefile.values import Span

DEFAULT_FIELD = "data-protection"

_REACH = 64
_STATE_REACH = 240
_BACK_REACH = 24
_GAP_BEFORE, _GAP_BEHIND, _GAP_WORDS = 34, 14, 4
_TAIL = 60
_COMMON_FIELDS = ("data-protection", "competition", "consumer", "communications", "financial")
"""Fields that an article may speak of so much that a bare "watchdog" is theirs."""


@dataclass(frozen=True)
class _Nickname:
    """A place and a word for a regulator."""

    whole: Span
    codes: tuple[str, ...]
    """The place's, a part of a country before the country."""
    between: str
    country: bool
    """The place is a country or a part of one, not just a city."""
    noun: str


def find_nicknames(article: Article, named: Sequence[Spotted]) -> list[Spotted]:
    """A place's word with a word for a regulator in the same few words; ``named`` are the bodies named."""
    spoken = Spoken(named)
    return [
        (nickname.whole, record)
        for nickname in _nicknames(article)
        if (record := _meant(article, nickname, spoken))
    ]


def _nicknames(article: Article) -> list[_Nickname]:
    text = article.text
    around = sorted({*places(text), *seats(text)})
    starts = [place.start for place, _ in around]
    countries = places(text)
    known = {place.start for place, _ in countries}
    back = _country_references(article.language)
    found = []
    for match in word_pattern(article.language, "authorities", "nouns").finditer(text):
        noun = Span(*match.span())
        first, last = bisect_left(starts, noun.start - _REACH), bisect_left(starts, noun.end + _REACH)
        near = [(place, code) for place, code in around[first:last] if _belongs(text, place, noun)]
        if near:
            found.append(_nickname(text, near, noun, known))
        elif back.search(text, max(0, noun.start - _BACK_REACH), noun.start):
            index = bisect_left(countries, noun.start, key=lambda place: place[0].start)
            codes = tuple(code for _, code in countries[max(0, index - 1) : index])
            found.append(_Nickname(noun, codes, "", country=True, noun=noun.of(text)))
    return found


def _nickname(text: str, near: list[Place], noun: Span, countries: set[int]) -> _Nickname:
    place = min(near, key=lambda each: abs(each[0].start - noun.start))[0]
    codes = sorted((code for span, code in near if span == place), key=len, reverse=True)
    first, second = sorted((place, noun))
    return _Nickname(
        Span(first.start, max(place.end, noun.end)),
        tuple(codes),
        text[first.end : second.start],
        country=place.start in countries,
        noun=noun.of(text),
    )


def _belongs(text: str, place: Span, noun: Span) -> bool:
    first, second = sorted((place, noun))
    gap = text[first.end : second.start]
    limit = _GAP_BEFORE if first == place else _GAP_BEHIND
    if re.match(r"-[A-Z]", text[place.end : place.end + 2]):
        return False
    return len(gap) <= limit and not re.search(r"[.,;:!?()\n“”\"«»]", gap) and len(gap.split()) <= _GAP_WORDS


def _meant(article: Article, nickname: _Nickname, spoken: Spoken) -> registry.Authority | None:
    if word_pattern(article.language, "authorities", "several").search(nickname.whole.of(article.text)):
        return None
    fields = _fields_beside(article, nickname.whole)
    wanted = Wanted(places=frozenset(nickname.codes), fields=fields)
    record = spoken.nearest(nickname.whole.start, wanted) if nickname.codes else None
    told = fields or _guessed_fields(article, nickname)
    bodies = (leader(code, field) for code in nickname.codes for field in told)
    return record or next((body for body in bodies if body), None)


def _guessed_fields(article: Article, nickname: _Nickname) -> tuple[str, ...]:
    """What a watchdog without a field watches: what the text speaks of most, else data; none for a mere city.

    A word between that is no common adjective tells of a field that is not known ("prudential").
    """
    language = article.language
    adjectives = word_pattern(language, "authorities", "adjectives", "links", "determiners")
    if not nickname.country or re.search(r"\w{2}", adjectives.sub("", nickname.between)):
        return ()
    told = tuple(field for field in fields_in(language, article.text) if field in _COMMON_FIELDS)
    watching = lexicon(language, "authorities").lists("classes").get("regulator", ())
    watches = nickname.noun.lower() in {word.lower() for word in watching}
    return told or ((DEFAULT_FIELD,) if watches else ())


def _fields_beside(article: Article, whole: Span) -> tuple[str, ...]:
    """The fields that the words of the nickname name, with "for data protection" behind it."""
    text = article.text
    inside = fields_in(article.language, whole.of(text))
    behind = None if inside else _tail(article.language).match(text, whole.end)
    return fields_in(article.language, behind.group()) if behind else inside


@cache
def _tail(language: str) -> re.Pattern[str]:
    links = alternatives(lexicon(language, "authorities").words("links"))
    return re.compile(rf"\s{links}[\w\s’'&-]{{1,{_TAIL}}}", re.IGNORECASE)


@cache
def _country_references(language: str) -> re.Pattern[str]:
    words = alternatives(lexicon(language, "authorities").words("country_references"))
    return re.compile(rf"(?<!\w){words}\s+(?:\w+\s)?$", re.IGNORECASE)


def find_fields(article: Article, direct: Sequence[Spotted]) -> list[Spotted]:
    """A field with a word for a regulator, no place: "le gendarme des télécoms", "the privacy watchdog".

    Without such a body in the text it is the one that leads in the country of the text's language. Some
    fields stand for their body by their name alone: "Competencia abre expediente".
    """
    text = article.text
    spoken = Spoken(direct)
    bodies = (record.jurisdiction for _, record in direct)
    own = home(text, article.language, bodies) if article.language != "en" else ""
    found = []
    matches = [
        *_field_pattern(article.language).finditer(text),
        *_bare_pattern(article.language).finditer(text),
    ]
    for match in matches:
        span = Span(*match.span())
        fields = fields_in(article.language, span.of(text))[:1]
        if fields and not place_beside(text, span):
            record = spoken.nearest(span.start, Wanted(fields=fields)) or leader(own, fields[0])
            found += [(span, record)] if record else []
    return found


@cache
def _field_pattern(language: str) -> re.Pattern[str]:
    words = lexicon(language, "authorities")
    nouns = alternatives((*words.words("nouns"), *words.words("field_nouns")))
    whole = alternatives(words.words("field_names"))
    links = alternatives(words.words("links"))
    determiner = rf"(?:(?<!\w){alternatives(words.words('determiners'))}\s?(?<!\w)|(?<=\n)|^)"
    field = field_words(language)
    return re.compile(
        rf"{determiner}(?:{whole}|{field}(?:\s[\w’'-]{{1,24}})?\s{nouns}|{nouns}\s{links}\s?{field})(?!\w)",
        re.IGNORECASE | re.MULTILINE,
    )


@cache
def _bare_pattern(language: str) -> re.Pattern[str]:
    """A field's name with a capital that opens a sentence or stands behind the small words of an agent."""
    words = lexicon(language, "authorities")
    names, leads = alternatives(words.words("bare_names")), words.words("bare_leads")
    follows = alternatives(words.words("bare_not_behind"))
    spaced = "|".join(rf"(?<=(?<!\w){re.escape(lead)}\s)" for lead in leads) or "(?!)"
    return re.compile(
        rf"(?:^|(?<=[.:»”\"«“]\s)|(?<=[«“\"])|{spaced}){names}(?=[\s,.;:)])(?!\s{follows}(?!\w))",
        re.MULTILINE,
    )


def find_states(article: Article) -> list[Spotted]:
    """The "attorney general" of the state that the text named last."""
    states = [(span.start, code) for span, code in places(article.text) if "-" in code]
    found = []
    for match in word_pattern(article.language, "authorities", "state_nouns").finditer(article.text):
        index = bisect_left(states, (match.start(), ""))
        near = index > 0 and match.start() - states[index - 1][0] < _STATE_REACH
        record = leader(states[index - 1][1], "attorney-general") if near else None
        if record:
            found.append((Span(*match.span()), record))
    return found
