"""Nicknames of authorities: "the Irish watchdog", "le gendarme des télécoms".

A nickname is a place and a word for a regulator, or a field and such a word. It means the body of that place
and field that the text names, else the one that leads there; none where neither tells.
Imports places, fields and the bodies spoken of.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from casefile import registry
from casefile.extraction.authority_fields import (
    field_words,
    fields_in,
    leader,
    regulator_openings,
    regulator_words,
)
from casefile.extraction.authority_names import Spotted
from casefile.extraction.authority_places import Place, home, place_beside, places, seats
from casefile.extraction.authority_spoken import Spoken, Wanted
from casefile.extraction.lexicon import alternatives, lexicon, word_pattern
from casefile.extraction.phrases import OpenedPattern
from casefile.extraction.small_words import AND
from casefile.extraction.text import Article
from casefile.values import Span

DEFAULT_FIELD = "data-protection"

_REACH = 64
_STATE_REACH = 240
_NATION_BEFORE = re.compile(r"(?<!\w)(?:U\.\s?S\.|US|United States|[Ff]ederal|[Nn]ation[’']s)\s$")
_BACK_REACH = 24
_OF_THE_STATE = re.compile(
    r"(?<!\w)(?:[Tt]he\sstate|[Ii]ts)(?:[’']s)?\s((?:Department|Division|Board|Bureau|Office|Commission)"
    r"\s(?:of|for)(?:\sthe)?\s[A-Z]\w+(?:(?:\sand|,)?\s[A-Z]\w+){0,4})"
)
_GAP_BEFORE, _GAP_BEHIND, _GAP_WORDS = 34, 14, 4
_TAIL = 60
_JOINED = re.compile(rf"\s(?:{AND}|or|oder|ou)\s")
"""Between a word for a regulator and a place: what follows is of another one."""
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
    for match in _regulators(article.language).finditer(text):
        noun = Span(*match.span())
        first, last = bisect_left(starts, noun.start - _REACH), bisect_left(starts, noun.end + _REACH)
        near = [
            (place, code)
            for place, code in around[first:last]
            if _belongs(text, place, noun) and not _acts_upon(article, noun, place)
        ]
        if near:
            found.append(_nickname(text, near, noun, known))
        elif back.search(text, max(0, noun.start - _BACK_REACH), noun.start):
            index = bisect_left(countries, noun.start, key=lambda place: place[0].start)
            codes = tuple(code for _, code in countries[max(0, index - 1) : index])
            found.append(_Nickname(noun, codes, "", country=True, noun=noun.of(text)))
    return found


@cache
def _regulators(language: str) -> OpenedPattern:
    lists = ("nouns", "field_nouns")
    pattern = re.compile(rf"(?<!\w){regulator_words(language, *lists)}(?!\w)", re.IGNORECASE)
    return OpenedPattern(pattern, regulator_openings(language, *lists))


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
    if first == noun and (_JOINED.search(gap) or text[place.end : place.end + 2] in ("'s", "’s")):
        return False
    return len(gap) <= limit and not re.search(r"[.,;:!?()\n“”\"«»]", gap) and len(gap.split()) <= _GAP_WORDS


def _acts_upon(article: Article, noun: Span, place: Span) -> bool:
    """Whether the place behind is that of somebody whom the body acts against: "hat gegen Deutsche Bank"."""
    if place.start < noun.end:
        return False
    acting = _acting(article.language)
    return acting.search(article.text, noun.end, place.start) is not None


@cache
def _acting(language: str) -> re.Pattern[str]:
    grammar = lexicon(language, "actions").lists("grammar")
    words = (word for key in ("against", "perfect") for word in grammar.get(key, ()))
    return re.compile(rf"(?<!\w){alternatives(words)}(?!\w)", re.IGNORECASE)


def _meant(article: Article, nickname: _Nickname, spoken: Spoken) -> registry.Authority | None:
    if word_pattern(article.language, "authorities", "several").search(nickname.whole.of(article.text)):
        return None
    fields = _fields_beside(article, nickname.whole)
    if not fields_in(article.language, nickname.whole.of(article.text)) and _needs_field(article, nickname):
        return None
    if not fields and nickname.noun[:1].isupper() and _is_called_so(article, nickname):
        return None
    wanted = Wanted(places=frozenset(nickname.codes), fields=fields)
    record = spoken.nearest(nickname.whole.start, wanted) if nickname.codes else None
    plural = (
        word_pattern(article.language, "authorities", "plural_nouns").fullmatch(nickname.noun) is not None
    )
    vague = plural and spoken.before(nickname.whole.start, Wanted()) is not None
    told = fields or (() if vague else _guessed_fields(article, nickname))
    bodies = (leader(code, field) for code in nickname.codes for field in told)
    return record or next((body for body in bodies if body), None)


def _needs_field(article: Article, nickname: _Nickname) -> bool:
    """Whether the word tells of a regulator only with a field: "the Greek competition commission"."""
    words = lexicon(article.language, "authorities")
    noun = nickname.noun.lower()
    return noun in words.words("field_nouns") and noun not in words.words("nouns")


def _is_called_so(article: Article, nickname: _Nickname) -> bool:
    """Whether it begins the name of a body of another sort: "Agence française de lutte contre le dopage"."""
    return _purpose(article.language).match(article.text, nickname.whole.end) is not None


@cache
def _purpose(language: str) -> re.Pattern[str]:
    """Small words and a word that tells what a body is for; no place or date with a capital or a figure."""
    links = lexicon(language, "authorities").words("purposes")
    return re.compile(rf"\s{alternatives(links)}\s?[^\W\d_]") if links else re.compile(r"(?!)")


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
    bodies = [record.jurisdiction for _, record in direct]
    own = home(text, article.language, bodies) if article.language != "en" else _only_country(bodies)
    found = []
    matches = [
        *_field_pattern(article.language).finditer(text),
        *_bare_names(article.language).finditer(text),
    ]
    for match in matches:
        span = Span(*match.span())
        fields = fields_in(article.language, span.of(text))[:1]
        if fields and not place_beside(text, span):
            record = _of_field(spoken, span.start, fields[0], leader(own, fields[0]))
            found += [(span, record)] if record else []
    return found


def _only_country(places: Sequence[str]) -> str:
    """The country that all bodies are of, "" of several or none: English is written in many."""
    countries = {place.partition("-")[0] for place in places}
    return countries.pop() if len(countries) == 1 else ""


def _of_field(
    spoken: Spoken, start: int, field: str, usual: registry.Authority | None
) -> registry.Authority | None:
    """The nearest body of the field; the usual one before a body of a broader field only."""
    record = spoken.nearest(start, Wanted(fields=(field,)))
    exact = record is not None and field in (record.kind, *record.leads)
    return record if record and (exact or usual is None) else usual


@cache
def _field_pattern(language: str) -> OpenedPattern:
    words = lexicon(language, "authorities")
    nouns = alternatives((*words.words("nouns"), *words.words("field_nouns")))
    whole = regulator_words(language, "field_names")
    links = alternatives(words.words("links"))
    determiner = rf"(?:(?<!\w){alternatives(words.words('determiners'))}\s?(?<!\w)|(?<=\n)|^)"
    field = field_words(language)
    pattern = re.compile(
        rf"{determiner}(?:{whole}|{field}(?:\s[\w’'-]{{1,24}})?\s{nouns}|{nouns}\s{links}\s?{field})(?!\w)",
        re.IGNORECASE | re.MULTILINE,
    )
    return OpenedPattern(pattern, words.words("determiners"), lines=True)


@cache
def _bare_names(language: str) -> OpenedPattern:
    """A field's name with a capital that opens a sentence or stands behind the small words of an agent."""
    words = lexicon(language, "authorities")
    names, leads = alternatives(words.words("bare_names")), words.words("bare_leads")
    follows = alternatives(words.words("bare_not_behind"))
    spaced = "|".join(rf"(?<=(?<!\w){re.escape(lead)}\s)" for lead in leads) or "(?!)"
    pattern = rf"(?:^|(?<=[.:»”\"«“]\s)|(?<=[«“\"])|{spaced}){names}(?=[\s,.;:)])(?!\s{follows}(?!\w))"
    return OpenedPattern(re.compile(pattern, re.MULTILINE), words.words("bare_names"))


def find_states(article: Article, named: Sequence[Spotted]) -> list[Spotted]:
    """The "attorney general" of the state that the text named last, else of the one it speaks of most."""
    text = article.text
    states = [(span.start, code) for span, code in places(text) if "-" in code]
    usual = _usual_state(text, named)
    found = []
    for match in word_pattern(article.language, "authorities", "state_nouns").finditer(text):
        index = bisect_left(states, (match.start(), ""))
        near = index > 0 and match.start() - states[index - 1][0] < _STATE_REACH
        state = states[index - 1][1] if near else usual
        nation = _NATION_BEFORE.search(text, max(0, match.start() - _BACK_REACH), match.start())
        record = None if nation else leader(state, "attorney-general")
        if record:
            found.append((Span(*match.span()), record))
    return found + _departments_of_states(text, states, usual)


def _departments_of_states(text: str, states: Sequence[tuple[int, str]], usual: str) -> list[Spotted]:
    """English: what bears the state’s own name in the registry: "The state’s Department of Wine"."""
    found = []
    for match in _OF_THE_STATE.finditer(text):
        index = bisect_left(states, (match.start(), ""))
        near = index > 0 and match.start() - states[index - 1][0] < _STATE_REACH
        record = _department(states[index - 1][1] if near else usual, match.group(1))
        if record is not None:
            found.append((Span(*match.span(1)), record))
    return found


@cache
def _department(state: str, name: str) -> registry.Authority | None:
    """The body of the state with such a name, be it behind the state's own."""
    bodies = [each for each in registry.authorities() if each.jurisdiction == state]
    return next((each for each in bodies if each.english == name or each.english.endswith(f" {name}")), None)


def _usual_state(text: str, named: Sequence[Spotted]) -> str:
    """The part of a country that places, seats and bodies tell of most, "" where two are told of as much."""
    counts = Counter(code for _, code in (*places(text), *seats(text)) if "-" in code)
    counts.update(record.jurisdiction for _, record in named if "-" in record.jurisdiction)
    ranked = counts.most_common(2)
    tied = len(ranked) == 2 and ranked[0][1] == ranked[1][1]
    return ranked[0][0] if ranked and not tied else ""
