"""The words around quotations, typed, one language at a time. Imports only the lexicon.

A phrase of several words is kept as the tuple of its words, so that reading it costs one look-up.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property

from casefile.extraction.lexicon import lexicon

_FRENCH_CLITIC = r"(?!(?:t-)?(?:ils?|elles?|on)\b)"
_WORD = re.compile(r"[^\W_]+(?:[’'.&/\-][^\W_]+)*")
_FRENCH_WORD = re.compile(rf"[^\W_]{{1,8}}[’'](?=\w)|[^\W_]+(?:['’.&/\-]{_FRENCH_CLITIC}[^\W_]+)*")
_ITALIAN_WORD = re.compile(r"[^\W\d_]{1,8}[’'](?=\w)|[^\W_]+(?:[.&/\-][^\W_]+)*")
_POSSESSIVE = ("’s", "'s")
BE = frozenset(
    (
        "is", "was", "became", "ist", "war", "wurde", "wird", "est", "était", "devient", "è", "era",
        "diventa", "es", "fue", "werd", "wordt", "lautet", "lautete", "luidt", "luidde",
    )
)  # fmt: skip
"""Forms of being and becoming in the six languages."""


class CueKind(StrEnum):
    """How a word ties a quotation to its speaker."""

    SAY = "say"
    LOOSE = "loose"
    CALL = "call"
    TEXT = "text"
    ACCORDING = "according"
    BESIDE = "beside"
    OWN_VIEW = "own_view"
    OWN_ACCOUNT = "own_account"
    OPENING = "opening"
    POSTPOSED = "postposed"


class Gender(StrEnum):
    """What pronoun goes with somebody."""

    FEMALE = "female"
    MALE = "male"
    OPEN = "open"


_LISTS = (
    "auxiliary", "passive", "seeing", "adverbs", "he", "she", "they", "it", "clitics", "definite",
    "indefinite", "of", "prepositions", "relatives", "conjunctions", "roles", "roles_male", "roles_female",
    "spokes", "people", "authority_nouns", "court_nouns", "company_nouns", "documents", "replies",
    "honorifics", "honorifics_male", "honorifics_female", "particles", "titles", "starters", "subjunctive",
    "his", "her", "their", "genitives", "own_words", "humans", "oblique_he", "oblique_she", "that",
    "addressing", "somebody", "cited", "as", "unknown", "judges", "origin", "means", "court_texts",
    "institutions", "by", "authored", "kin", "for_whom", "associations", "where", "papers", "stances",
    "openers", "desks", "any_company", "named_bodies", "pseudonyms", "self_naming", "former", "signs",
    "mottos", "turns", "superiors", "advocates", "nameless", "asked", "asides", "hearers", "spoken_of",
    "called_so", "sends", "own_lines", "heard", "with_objects", "finite", "its", "told_behind", "finds",
    "seen_by", "attributed_to", "askers", "denials",
)  # fmt: skip
_CLOSED = (
    "adverbs", "prepositions", "conjunctions", "definite", "indefinite", "he", "she", "they", "it", "his",
    "her", "their", "relatives", "auxiliary", "people", "somebody",
)  # fmt: skip
_ENDINGS = (
    "role_endings", "role_endings_female", "spokes_endings", "people_endings", "authority_endings",
    "court_endings", "company_endings", "document_endings",
)  # fmt: skip


@dataclass(frozen=True)
class SpeechLexicon:
    """One language's words; every word in lower case."""

    language: str
    cues: dict[str, tuple[tuple[tuple[str, ...], CueKind], ...]]
    """By first word, the longest phrase first."""
    phrases: dict[str, dict[str, tuple[tuple[str, ...], ...]]]
    """By list and first word, phrases of two words and more, the longest first."""
    lists: dict[str, frozenset[str]]
    endings: dict[str, tuple[str, ...]]
    scare: tuple[str, ...]

    def has(self, name: str, word: str) -> bool:
        """Whether the list holds the single word."""
        return word in self.lists[name]

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Forms of address: they stand right before a name."""
        return self._any_of("honorifics", "honorifics_male", "honorifics_female")

    @cached_property
    def small(self) -> frozenset[str]:
        """Words that have a capital only where they open a sentence."""
        return self._any_of("starters", "prepositions", "conjunctions")

    @cached_property
    def closed(self) -> frozenset[str]:
        """The small words with which no name goes on."""
        return self._any_of(*_CLOSED)

    @cached_property
    def light(self) -> frozenset[str]:
        """Words that may stand between a verb and its subject."""
        return self._any_of("auxiliary", "adverbs")

    @cached_property
    def view_nouns(self) -> frozenset[str]:
        """The German nouns of phrases such as "nach Angaben der": capitalised, and no names."""
        phrases = (
            parts for entries in self.cues.values() for parts, kind in entries if kind is CueKind.ACCORDING
        )
        return frozenset(parts[-2] for parts in phrases if self.language == "de" and len(parts) > 2)

    @cached_property
    def reporting(self) -> frozenset[str]:
        """Words that alone report speech."""
        kinds = {kind for kind in CueKind if kind is not CueKind.OPENING}
        return frozenset(
            word
            for word, entries in self.cues.items()
            if any(len(parts) == 1 and kind in kinds for parts, kind in entries)
        )

    def _any_of(self, *names: str) -> frozenset[str]:
        return frozenset().union(*(self.lists[name] for name in names))

    def reports(self, word: str) -> bool:
        """Whether the word alone reports speech."""
        return word in self.reporting

    def joins(self, word: str) -> bool:
        """Whether the word opens another clause: that, que, dass; German and Dutch articles do not."""
        relative = self.language not in ("de", "nl") and word in self.lists["relatives"]
        return relative or word in self.lists["conjunctions"]

    def ends(self, name: str, word: str) -> bool:
        """Whether the word is a compound with one of the list's endings."""
        return len(word) > 5 and word.endswith(self.endings[name])


@dataclass(frozen=True)
class SharedNames:
    """Names and parts of names that every language shares, in lower case."""

    genders: dict[str, Gender]
    suffixes: frozenset[str]
    organisations: frozenset[str]
    courts: frozenset[str]
    authorities: frozenset[str]
    agencies: frozenset[str]
    """News agencies, which are told things."""
    things: frozenset[str]
    """Laws, treaties and places: capitalised, and never a speaker."""
    unions: frozenset[str]
    thing_endings: frozenset[str]
    post_nominals: frozenset[str]
    """Letters behind a name: KC, MEP."""
    papers: frozenset[str]
    """Words in the names of newspapers and stations."""
    family_first: frozenset[str]
    """Surnames that stand before the given name: Tan Kah Hoe."""
    thing_openings: frozenset[str]
    """Nouns for laws that stand first: Ley Orgánica, Loi Informatique."""


_ARTICLES = {
    (language, low): gender
    for language, gender, words in (
        ("de", Gender.MALE, ("der", "ein")), ("de", Gender.FEMALE, ("die", "eine")),
        ("fr", Gender.MALE, ("le", "un")), ("fr", Gender.FEMALE, ("la", "une")),
        ("it", Gender.MALE, ("il", "lo", "un", "uno")), ("it", Gender.FEMALE, ("la", "una")),
        ("es", Gender.MALE, ("el", "un")), ("es", Gender.FEMALE, ("la", "una")),
    )
    for low in words
}  # fmt: skip


def article_gender(language: str, low: str) -> Gender:
    """The gender that an article gives its noun; open where it has none."""
    return _ARTICLES.get((language, low), Gender.OPEN)


def split_words(text: str, language: str) -> list[tuple[int, int]]:
    """The words as offsets; French and Italian elisions and the English genitive stand apart."""
    pattern = {"fr": _FRENCH_WORD, "it": _ITALIAN_WORD}.get(language, _WORD)
    found = [match.span() for match in pattern.finditer(text)]
    if language in ("fr", "it"):
        return found
    if not any(ending in text for ending in _POSSESSIVE):
        return found
    words = []
    for start, end in found:
        if text[end - 1] == "s" and text[start:end].endswith(_POSSESSIVE):
            words += [(start, end - 2), (end - 2, end)]
        else:
            words.append((start, end))
    return words


@cache
def speech_lexicon(language: str) -> SpeechLexicon:
    """The language's words, English where the program does not know it."""
    source = lexicon(language, "speech")
    cues: dict[str, list[tuple[tuple[str, ...], CueKind]]] = {}
    for kind in CueKind:
        for parts in _phrases(_swiss(source.words(kind.value)), language):
            cues.setdefault(parts[0], []).append((parts, kind))
    lists, phrases = {}, {}
    for name in _LISTS:
        split = _phrases(source.words(name), language)
        lists[name] = frozenset(parts[0] for parts in split if len(parts) == 1)
        phrases[name] = _by_first(parts for parts in split if len(parts) > 1)
    return SpeechLexicon(
        language,
        {first: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for first, entries in cues.items()},
        phrases,
        lists,
        {name: source.words(name) for name in _ENDINGS},
        source.words("scare"),
    )


@cache
def shared_names() -> SharedNames:
    """Given names with their gender, and the words that make a name an organisation's."""
    given, parts = lexicon("all", "given_names"), lexicon("all", "organisations")
    genders = {name.lower(): Gender.FEMALE for name in given.words("female")}
    for name in given.words("male"):
        known = genders.get(name.lower())
        genders[name.lower()] = Gender.OPEN if known is Gender.FEMALE else Gender.MALE
    genders.update({name.lower(): Gender.OPEN for name in given.words("open")})
    words = [
        frozenset(parts.words(key))
        for key in (
            "suffixes",
            "words",
            "courts",
            "authorities",
            "agencies",
            "things",
            "unions",
            "thing_endings",
            "post_nominals",
            "papers",
            "family_first",
            "thing_openings",
        )
    ]
    return SharedNames(genders, *words)


def _phrases(words: Iterable[str], language: str) -> list[tuple[str, ...]]:
    split = (_parts(word.replace("'", "’"), language) for word in words)
    return [parts for parts in split if parts]


def _parts(word: str, language: str) -> tuple[str, ...]:
    """The phrase's words; an elision at its end ("dell’") keeps its apostrophe."""
    elided = word.endswith("’")
    padded = f"{word}x" if elided else word
    parts = [padded[start:end] for start, end in split_words(padded, language)]
    return tuple(parts[:-1] if elided and parts[-1] == "x" else parts)


def _swiss(words: Iterable[str]) -> Iterable[str]:
    """The words, and how Switzerland writes those with ß: heißt es, heisst es."""
    for word in words:
        yield word
        if "ß" in word:
            yield word.replace("ß", "ss")


def _by_first(phrases: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for parts in phrases:
        table.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(entries, key=len, reverse=True)) for first, entries in table.items()}
